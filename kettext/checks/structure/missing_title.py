"""The page of this check, with its examples, is missing_title.md."""

import re
from collections.abc import Iterator
from re import Match

from kettext.article.document import Document
from kettext.article.nodes import FrontMatter, Heading, Html
from kettext.article.opening import opens
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Severity, quoted
from kettext.kit.headings import Change, heading_before, rename
from kettext.text.prose import word_count

TITLE = "Make the title a heading of its own"
TITLE_LEVEL = 1
SECTION_LEVEL = 2  # an article that begins deeper is part of a page whose title stands elsewhere
FEWEST_SECTIONS, FEWEST_WORDS = 3, 3
INTRODUCTION = (
    r"(?:\d+[.):]?\s+)?(?i:introduction|intro)(?P<rest>\s*[:–—-]\s+(?P<title>\S.*\S))\s*\Z"
)
TITLE_TAG = r"(?i)<h1[\s>]"


@check(severity=Severity.WARNING, on=True)
def missing_title(document: Document) -> Iterator[Finding]:
    if document.title or not document.headings or _is_titled_otherwise(document):
        return
    first = document.headings[0]
    highest = min(heading.level for heading in document.headings)
    if highest != SECTION_LEVEL:
        return
    if not opens(document, first):
        yield Finding(first.span, f"The article has no title above {quoted(first.text)}")
    elif _is_among_others(document, first) and (candidate := _candidate(document, first)):
        yield from _with_title(document, first, candidate)


def _is_among_others(document: Document, first: Heading) -> bool:
    """Whether the first heading is one of the sections, not the title of them all."""
    return sum(heading.level == first.level for heading in document.headings) >= FEWEST_SECTIONS


def _candidate(document: Document, first: Heading) -> Match[str] | None:
    """The title that an introduction bears in its heading: “Introduction: All about tea”."""
    match = re.match(INTRODUCTION, document.prose(first).text)
    return match if match and word_count(match["title"]) >= FEWEST_WORDS else None


def _with_title(document: Document, first: Heading, candidate: Match[str]) -> Iterator[Finding]:
    title = candidate["title"]
    added = heading_before(document, first, TITLE_LEVEL, title)
    change = Change(first, candidate.start("rest"), candidate.end("rest"), "")
    made = (
        rename(document, [change], TITLE, Applicability.UNSAFE, [added], [title]) if added else None
    )
    yield Finding(
        first.span,
        f"The article has no title; its introduction bears one: {quoted(title, 35)}",
        related=made.links if made else (),
        fix=made.fix if made else None,
    )


def _is_titled_otherwise(document: Document) -> bool:
    """By front matter, from which publishing systems take the title, or by a heading in HTML."""
    return any(
        isinstance(block, FrontMatter)
        or (isinstance(block, Html) and re.search(TITLE_TAG, document.source.slice(block.span)))
        for block in document.blocks
    )
