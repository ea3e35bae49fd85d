"""The page of this check, with its examples, is duplicate_paragraph.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import Image, InlineHtml, Link, Paragraph, walk_inlines
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Phase, Related, Severity
from kettext.kit.repeats import Place, are_due, are_parallel, is_meant, places_of
from kettext.kit.rewrite import remove_block
from kettext.text.prose import collapsed, word_count

TITLE = "Remove the second copy"


@check(severity=Severity.WARNING, on=True)
def duplicate_paragraph(document: Document, *, minimum: int = 20) -> Iterator[Finding]:
    """`minimum`: how many words a paragraph must have; shorter ones often return on purpose."""
    copies: dict[str, list[Place]] = {}
    for place in places_of(document):
        text = document.source.slice(place.block.span)
        copies.setdefault(collapsed(text), []).append(place)
    for first, *others in copies.values():
        others = [other for other in others if not _are_meant(document, first, other)]
        if others and word_count(document.prose(first.block).text) >= minimum:
            blocks = [other.block for other in others]
            yield _finding(document, first.block, blocks)


def _are_meant(document: Document, first: Place, other: Place) -> bool:
    return are_parallel(first, other) or are_due(document, first, other)


def _finding(document: Document, first: Paragraph, others: list[Paragraph]) -> Finding:
    return Finding(
        others[0].span,
        f"This paragraph already stands on line {document.line_of(first)}",
        related=tuple(Related(copy.span, "same words") for copy in (first, *others[1:])),
        fix=_fix(document, first, others[0]) if len(others) == 1 else None,
    )


def _fix(document: Document, first: Paragraph, second: Paragraph) -> Fix | None:
    """Only what is surely no repeat on purpose goes: see the page."""
    if not (_are_neighbours(document, first, second) or _share_section(document, first, second)):
        return None
    text = document.source.slice(second.span)
    if is_meant(text) or _carries_markup(document, second):
        return None
    return remove_block(
        document, second, TITLE, Applicability.SAFE, Phase.DEDUPLICATE, survivor=first.span
    )


def _are_neighbours(document: Document, first: Paragraph, second: Paragraph) -> bool:
    return (document.index_of(first) or 0) + 1 == document.index_of(second)


def _share_section(document: Document, first: Paragraph, second: Paragraph) -> bool:
    section = document.section_at(first.span.start)
    return section is not None and section is document.section_at(second.span.start)


def _carries_markup(document: Document, paragraph: Paragraph) -> bool:
    inlines = walk_inlines(document.inlines(paragraph))
    return any(isinstance(inline, Link | Image | InlineHtml) for inline in inlines)
