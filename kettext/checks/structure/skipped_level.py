"""The page of this check, with its examples, is skipped_level.md."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kettext.article.document import Document
from kettext.article.nodes import Heading, Html
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted

HEADING_TAG = r"(?i)<h[1-6][\s>]"


@check(severity=Severity.WARNING, on=True)
def skipped_level(document: Document) -> Iterator[Finding]:
    jumps: dict[tuple[int, int], list[Heading]] = {}
    for above, heading in pairwise(_headings(document)):
        if above and heading and heading.level > above.level + 1:
            jumps.setdefault((above.level, heading.level), []).append(heading)
    for (above_level, level), (first, *others) in jumps.items():
        yield Finding(
            first.span,
            f"Heading {quoted(first.text)} is of level {level}, directly below level {above_level}",
            related=tuple(Related(heading.span, "here, too") for heading in others),
        )


def _headings(document: Document) -> Iterator[Heading | None]:
    """The headings that are marked up; None for one that may stand in HTML."""
    for block in document.blocks:
        if isinstance(block, Heading) and not block.inferred:
            yield block
        elif isinstance(block, Html) and re.search(HEADING_TAG, document.source.slice(block.span)):
            yield None
