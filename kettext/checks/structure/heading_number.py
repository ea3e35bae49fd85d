"""The page of this check, with its examples, is heading_number.md."""

import re
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import NUMBER, List, Paragraph
from kettext.article.numbering import (
    FIRST,
    Numbered,
    continued,
    numbered_below,
    numbered_series,
)
from kettext.article.questions import faq_group
from kettext.article.titles import title_key
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Related, Severity, quoted
from kettext.kit.headings import Change, rename

KEEP = "keep"
RENUMBER, DROP = "Continue the numbers of the headings", "Remove the numbers of the headings"
NUMBERED_LINE = r"(?m)^[^\w\n]*+(?:[A-Za-z]++ )?#?{}\s?[.):–—-]"


@check(severity=Severity.WARNING, on=True)
def heading_number(document: Document, *, numbering: str = KEEP) -> Iterator[Finding]:
    """`numbering`: what a fix does with numbers that do not count up: “keep” leaves them,
    “renumber” continues the count, “drop” takes the numbers away."""
    found = []
    for series in numbered_series(document.sections):
        breaks = [*_breaks(document, series)]
        if breaks:
            first, *others = breaks
            found += [_with_fix(document, series, first, numbering), *others]
    yield from (*found, *_restart(document, found))


def _with_fix(
    document: Document, series: Sequence[Numbered], finding: Finding, numbering: str
) -> Finding:
    """The first finding of a series with the fix for all of it, and the places it touches."""
    if numbering == KEEP:
        return finding
    title = RENUMBER if numbering == "renumber" else DROP
    changes = list(_changes(document, series, numbering))
    made = rename(document, changes, title, Applicability.UNSAFE)
    if made is None or not all(change.end for change in changes):
        return finding
    named = {finding.span, *(place.span for place in finding.related)}
    others = [Related(change.heading.span, "of this series") for change in changes]
    more = tuple(place for place in others if place.span not in named)
    return finding._replace(related=finding.related + more + made.links, fix=made.fix)


def _changes(document: Document, series: Sequence[Numbered], numbering: str) -> Iterator[Change]:
    """The numbers that a fix puts in, or takes away with the blanks behind them."""
    if numbering != "renumber":
        headings = [item.heading for item in series]
        below = [heading for heading, _ in numbered_below(document.sections, headings)]
        for heading in (*headings, *below):
            match = NUMBER.match(document.prose(heading).text)
            yield Change(heading, 0, match.end() if match else 0, "")
        return
    for heading, (old, new) in continued(document.sections, series).items():
        match = re.search(rf"(?<![\d.]){re.escape(old)}(?!\d)", document.prose(heading).text)
        yield Change(heading, *(match.span() if match else (0, 0)), new)


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
