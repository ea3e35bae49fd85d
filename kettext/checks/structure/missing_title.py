"""The page of this check, with its examples, is missing_title.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import FrontMatter
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted

SECTION_LEVEL = 2  # an article that begins deeper is part of a page whose title stands elsewhere


@check(severity=Severity.WARNING, on=True)
def missing_title(document: Document) -> Iterator[Finding]:
    if document.title or not document.headings or _has_front_matter(document):
        return
    first, *others = document.headings
    levels = [heading.level for heading in others]
    is_title = first is document.blocks[0] and min(levels, default=first.level + 1) > first.level
    if not is_title and min(first.level, *levels) == SECTION_LEVEL:
        yield Finding(first.span, f"The article has no title above {quoted(first.text)}")


def _has_front_matter(document: Document) -> bool:
    """What publishes such files takes the title from there, or from the file's name."""
    return isinstance(document.blocks[0], FrontMatter)
