"""The page of this check, with its examples, is skipped_level.md."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kettext.article.document import Document
from kettext.article.nodes import Heading, Html
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Related, Severity, quoted
from kettext.kit.headings import relevel

TITLE, BELOW = "Close up the levels", "moves up with it"
HEADING_TAG = r"(?i)<h[1-6][\s>]"


@check(severity=Severity.WARNING, on=True)
def skipped_level(document: Document) -> Iterator[Finding]:
    jumps: dict[tuple[int, int], list[Heading]] = {}
    for above, heading in pairwise(_headings(document)):
        if above and heading and heading.level > above.level + 1:
            jumps.setdefault((above.level, heading.level), []).append(heading)
    for (above_level, level), jumped in jumps.items():
        first, *others = jumped
        levels = _closed_up(document, jumped, level - above_level - 1)
        below = levels.keys() - {*jumped}
        yield Finding(
            first.span,
            f"Heading {quoted(first.text)} is of level {level}, directly below level {above_level}",
            related=tuple(Related(heading.span, "here, too") for heading in others)
            + tuple(Related(heading.span, BELOW) for heading in levels if heading in below),
            fix=relevel(document, levels, TITLE, Applicability.UNSAFE),
        )


def _closed_up(document: Document, jumped: Sequence[Heading], shift: int) -> Mapping[Heading, int]:
    """The levels that close the gap: those of the headings, of their siblings, and of all below."""
    levels: dict[Heading, int] = {}
    top = 0  # the level of the headings that are shifted now, 0 where none are
    starts = set(jumped)
    for heading in document.headings:
        if heading.level < top:
            top = 0
        if heading in starts:
            top = heading.level
        if top:
            levels[heading] = heading.level - shift
    return levels


def _headings(document: Document) -> Iterator[Heading | None]:
    """The headings that are marked up; None for one that may stand in HTML."""
    for block in document.blocks:
        if isinstance(block, Heading) and not block.inferred:
            yield block
        elif isinstance(block, Html) and re.search(HEADING_TAG, document.source.slice(block.span)):
            yield None
