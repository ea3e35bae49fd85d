"""The page of this check, with its examples, is empty_section.md."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kettext.article.document import Document
from kettext.article.nodes import Block, Definition, Footnote, Heading, Html, ThematicBreak
from kettext.article.titles import title_key
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted

NAME_SIGN = r"[._(:/\\]"  # in the name of a thing in code
CAPTION_LEVEL = 5  # from here on a heading may be a line below something
FAREWELL = ("!", "…")  # what ends an article needs nothing below it
COMMENTS = r"(?s)(?:<!--(?:(?!-->).)*+-->\s*+)+"


@check(severity=Severity.WARNING, on=True)
def empty_section(document: Document) -> Iterator[Finding]:
    seen = [block for block in document.blocks if not _is_invisible(document, block)]
    for heading, following in pairwise((*seen, None)):
        if isinstance(heading, Heading) and _ends(heading, following):
            yield Finding(heading.span, f"Nothing stands below heading {quoted(heading.text)}")


def _is_invisible(document: Document, block: Block) -> bool:
    if isinstance(block, Html):
        return re.fullmatch(COMMENTS, document.source.slice(block.span)) is not None
    return isinstance(block, Definition | Footnote | ThematicBreak)


def _ends(heading: Heading, following: Block | None) -> bool:
    """Whether a section ends where it begins; a heading that is repeated at once is another
    fault."""
    if not heading.level_certain or heading.level >= CAPTION_LEVEL:
        return False
    if not title_key(heading) or _is_name(heading.title):
        return False
    if not isinstance(following, Heading):
        return following is None and not heading.text.endswith(FAREWELL)
    return (
        following.level_certain
        and following.level <= heading.level
        and title_key(following) != title_key(heading)
    )


def _is_name(title: str) -> bool:
    """Whether a title names a thing in code: in a list of such names, each may stand alone."""
    return len(title.split()) == 1 and re.search(NAME_SIGN, title) is not None
