"""The page of this check, with its examples, is missing_title.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import FrontMatter, Heading, Html, Paragraph
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.prose import word_count

SECTION_LEVEL = 2  # an article that begins deeper is part of a page whose title stands elsewhere
TITLE_TAG = r"(?i)<h1[\s>]"


@check(severity=Severity.WARNING, on=True)
def missing_title(document: Document) -> Iterator[Finding]:
    if document.title or not document.headings or _is_titled_otherwise(document):
        return
    first, *others = document.headings
    levels = [heading.level for heading in others]
    stands_alone = all(level > first.level for level in levels)
    if min([first.level, *levels]) == SECTION_LEVEL and not (
        stands_alone and _is_first_text(document, first)
    ):
        yield Finding(first.span, f"The article has no title above {quoted(first.text)}")


def _is_titled_otherwise(document: Document) -> bool:
    """By front matter, from which publishing systems take the title, or by a heading in HTML."""
    return any(
        isinstance(block, FrontMatter)
        or (isinstance(block, Html) and re.search(TITLE_TAG, document.source.slice(block.span)))
        for block in document.blocks
    )


def _is_first_text(document: Document, heading: Heading) -> bool:
    """Whether nothing but comments and pictures stands above a heading."""
    above = document.blocks[: document.index_of(heading)]
    paragraphs = [block for block in above if isinstance(block, Paragraph)]
    has_words = any(word_count(document.prose(block).text) for block in paragraphs)
    return not has_words and all(isinstance(block, Html | Paragraph) for block in above)
