"""The page of this check, with its examples, is missing_title.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import FrontMatter, Html
from kettext.article.opening import opens
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted

SECTION_LEVEL = 2  # an article that begins deeper is part of a page whose title stands elsewhere
TITLE_TAG = r"(?i)<h1[\s>]"


@check(severity=Severity.WARNING, on=True)
def missing_title(document: Document) -> Iterator[Finding]:
    if document.title or not document.headings or _is_titled_otherwise(document):
        return
    first = document.headings[0]
    highest = min(heading.level for heading in document.headings)
    if highest == SECTION_LEVEL and not opens(document, first):
        yield Finding(first.span, f"The article has no title above {quoted(first.text)}")


def _is_titled_otherwise(document: Document) -> bool:
    """By front matter, from which publishing systems take the title, or by a heading in HTML."""
    return any(
        isinstance(block, FrontMatter)
        or (isinstance(block, Html) and re.search(TITLE_TAG, document.source.slice(block.span)))
        for block in document.blocks
    )
