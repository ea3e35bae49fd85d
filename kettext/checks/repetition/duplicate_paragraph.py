"""The page of this check, with its examples, is duplicate_paragraph.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import Image, InlineHtml, Link, Paragraph, walk_inlines
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Phase, Related, Severity
from kettext.kit.rewrite import remove_block
from kettext.text.prose import collapsed, word_count
from kettext.text.source import NEWLINE

ON_PURPOSE = (
    r"(?i)\W*(?:warning|caution|danger|note|notice|important|tip|remember|disclaimer|disclosure|"
    r"sponsored|advertisement|correction|updated?|recall|medically reviewed)\b"
)
SPOKEN = ("“", '"', "«", "„", "‘")
LONGEST_VERSE = 60  # characters
TITLE = "Remove the second copy"


@check(severity=Severity.WARNING, on=True)
def duplicate_paragraph(document: Document, *, minimum: int = 20) -> Iterator[Finding]:
    """`minimum`: how many words a paragraph must have; shorter ones often return on purpose."""
    copies: dict[str, list[Paragraph]] = {}
    for block in document.blocks:
        if isinstance(block, Paragraph) and word_count(document.prose(block).text) >= minimum:
            copies.setdefault(collapsed(document.source.slice(block.span)), []).append(block)
    for first, *others in copies.values():
        if others:
            yield Finding(
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
    is_spoken = text.startswith(SPOKEN) or re.match(ON_PURPOSE, text)
    if is_spoken or _is_verse(text) or _carries_markup(document, second):
        return None
    return remove_block(
        document, second, TITLE, Applicability.SAFE, Phase.DEDUPLICATE, survivor=first.span
    )


def _is_verse(text: str) -> bool:
    """Several short lines: refrains return."""
    lines = NEWLINE.split(text)
    return len(lines) > 1 and all(len(line) <= LONGEST_VERSE for line in lines)


def _are_neighbours(document: Document, first: Paragraph, second: Paragraph) -> bool:
    return (document.index_of(first) or 0) + 1 == document.index_of(second)


def _share_section(document: Document, first: Paragraph, second: Paragraph) -> bool:
    section = document.section_at(first.span.start)
    return section is not None and section is document.section_at(second.span.start)


def _carries_markup(document: Document, paragraph: Paragraph) -> bool:
    inlines = walk_inlines(document.inlines(paragraph))
    return any(isinstance(inline, Link | Image | InlineHtml) for inline in inlines)
