"""The page of this check, with its examples, is heading_number.md."""

import re
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import List, Paragraph
from kettext.article.numbering import FIRST, Numbered, numbered_series
from kettext.article.sections import faq_group, title_key
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted

NUMBERED_LINE = r"(?m)^[^\w\n]*+(?:[A-Za-z]++ )?#?{}\s?[.):–—-]"


@check(severity=Severity.WARNING, on=True)
def heading_number(document: Document) -> Iterator[Finding]:
    found = [
        finding
        for series in numbered_series(document.sections)
        for finding in _breaks(document, series)
    ]
    yield from (*found, *_restart(document, found))


def _breaks(document: Document, series: Sequence[Numbered]) -> Iterator[Finding]:
    last = series[0]
    numbers, said = {last.number}, {(last.number, title_key(last.heading))}
    for item in series[1:]:
        key = (item.number, title_key(item.heading))
        is_new = item.number not in FIRST and item.number not in numbers
        comes_late = is_new and item.number < last.number
        if key not in said and not comes_late:
            if item.number != last.number + 1 and not _is_written(document, last, item):
                yield _finding(last, item)
            last = item
        numbers.add(item.number)
        said.add(key)


def _is_written(document: Document, last: Numbered, item: Numbered) -> bool:
    """Whether the number that is missing stands before a line that is no heading."""
    missing = NUMBERED_LINE.format(last.number + 1)
    start, end = (document.index_of(numbered.heading) or 0 for numbered in (last, item))
    kinds = (Paragraph, List) if document.inferred else (Paragraph,)
    return item.number > last.number and any(
        isinstance(block, kinds) and re.search(missing, document.source.slice(block.span))
        for block in document.blocks[start:end]
    )


def _restart(document: Document, found: Sequence[Finding]) -> Iterator[Finding]:
    """Questions behind the last section whose count starts again, with no heading above them."""
    questions = faq_group(document.headings)
    if questions and all(finding.span != questions[0].span for finding in found):
        before = document.headings[: document.headings.index(questions[0])]
        last = next(heading for heading in reversed(before) if (heading.number or "").isdecimal())
        yield _finding(*(Numbered(one, "", int(one.number or 0)) for one in (last, questions[0])))


def _finding(last: Numbered, item: Numbered) -> Finding:
    above = last.series.rpartition(" ")[2]
    prefix = f"{above}." if above else ""
    numbers = f"number {prefix}{last.number}, so {prefix}{last.number + 1} was expected"
    return Finding(
        item.heading.span,
        f"Heading {quoted(item.heading.text, 40)} follows {numbers}",
        related=(Related(last.heading.span, "the one before"),),
    )
