"""The maker of fixes that put in, mark up and change headings.

Each function gives None where the fix can't be made cleanly; the finding then has no fix.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kettext.article.anchors import Following, following
from kettext.article.document import Document
from kettext.article.nodes import Block, Heading
from kettext.kit.finding import Applicability, Edit, Fix, Phase, Related
from kettext.text.source import Source, Span
from kettext.text.value import Value

LINE_BREAK = re.compile(r"[ \t]*+(?:\r\n|\r|\n)\s*+")  # with the blanks around it
LOWEST = 6
FOLLOWS = "this link follows"


class Change(Value):
    """Other words in a heading: `text` in place of a stretch of its prose."""

    heading: Heading
    start: int
    end: int
    text: str


class Renaming(Value):
    """A fix that changes headings, and the links that follow, which its finding has to name."""

    fix: Fix
    links: tuple[Related, ...]


def heading_before(document: Document, before: Block, level: int, text: str) -> Edit | None:
    """The edit that puts a heading in front of a top-level block; None where the format has no
    headings."""
    spelled = document.syntax.heading(level, text)
    if spelled is None or document.unsure or document.index_of(before) is None:
        return None
    start = document.source.line_starts[document.source.line_index(before.span.start)]
    return Edit(Span(start, start), spelled + document.source.newline() * 2)


def put_heading_above(
    document: Document,
    headings: Sequence[Heading],
    text: str,
    title: str,
    applicability: Applicability,
) -> Fix | None:
    """Put a heading above others; where they stand on the level of sections, they move down."""
    level = headings[0].level
    if level == 1:
        return None
    moves_down = min(one.level for one in document.headings if one.level > 1) == level
    added = heading_before(document, headings[0], level if moves_down else level - 1, text)
    shifted = {heading: heading.level + 1 for heading in headings} if moves_down else {}
    moved = relevelled(document, shifted)
    if added is None or moved is None:
        return None
    edits = tuple(sorted((added, *moved)))
    return Fix(title, edits, applicability, Phase.HEADINGS, adds=(text,), isolation="structure")


def mark_up_headings(
    document: Document, headings: Sequence[Heading], title: str, applicability: Applicability
) -> Fix | None:
    """Spell headings that are not marked up as the format does, all in one fix; None where it has
    no way to."""
    if document.syntax.heading_mark is None or document.unsure:
        return None
    newline = document.source.newline()
    edits = [edit for heading in headings for edit in _heading_edits(document, heading, newline)]
    return Fix(title, tuple(edits), applicability, Phase.HEADINGS, isolation="structure")


def _heading_edits(document: Document, heading: Heading, newline: str) -> Iterator[Edit]:
    """The edits that put a heading on one line with its mark in front of it, and blank lines around
    it where there are none."""
    source = document.source
    first = source.line_index(heading.span.start)
    last = source.line_index(heading.span.end - 1)
    mark = (document.syntax.heading_mark or "") * heading.level + " "
    gap_before = "" if first == 0 or not source.line_text(first - 1).strip() else newline
    yield Edit(Span(heading.span.start, heading.span.start), gap_before + mark)
    yield from on_one_line(source, heading.span)
    if last + 1 < len(source.line_starts) and source.line_text(last + 1).strip():
        yield Edit(Span(heading.span.end, heading.span.end), newline)


def on_one_line(source: Source, span: Span) -> Iterator[Edit]:
    """The edits that put a blank in place of each line break of a heading that was wrapped."""
    for match in LINE_BREAK.finditer(source.text, span.start, span.end):
        yield Edit(Span(*match.span()), " ")


def relevel(
    document: Document, levels: Mapping[Heading, int], title: str, applicability: Applicability
) -> Fix | None:
    """Give headings other levels; None if one is not marked with signs in front of it."""
    edits = relevelled(document, levels)
    if not edits:
        return None
    return Fix(title, edits, applicability, Phase.HEADINGS, isolation="structure")


def relevelled(document: Document, levels: Mapping[Heading, int]) -> tuple[Edit, ...] | None:
    """The edits that do so."""
    edits = []
    for heading, level in levels.items():
        marks = re.match(r"#{1,6}(?=\s)", document.source.slice(heading.span))
        if not marks or document.index_of(heading) is None or level > LOWEST:
            return None
        end = heading.span.start + marks.end()
        more = level - heading.level
        edits.append(Edit(Span(end + min(more, 0), end), "#" * more))
    return tuple(sorted(edits))


def rename(
    document: Document,
    changes: Sequence[Change],
    title: str,
    applicability: Applicability,
    added: Sequence[Edit] = (),
    adds: Sequence[str] = (),
) -> Renaming | None:
    """Change the words of headings, and with them the links inside the article that lead there.

    `added`, `adds`: further edits of the same fix, and the words that they put in. None where
    markup stands in a stretch, or a link can't follow for sure.
    """
    texts = {change.heading: _renamed(document, change) for change in changes}
    places = [_place(document, change) for change in changes]
    links = following(document, texts, {})
    if links is None or document.unsure:
        return None
    edits = [*added, *(Edit(link.target, link.text) for link in links)]
    for change, place in zip(changes, places, strict=True):
        if place is None:
            return None
        edits.append(Edit(place, change.text))
    put_in = [*(change.text for change in changes), *(link.text for link in links)]
    words = (*adds, *(text for text in put_in if text))
    fix = Fix(
        title,
        tuple(sorted(edits)),
        applicability,
        Phase.HEADINGS,
        adds=words,
        isolation="structure",
    )
    return Renaming(fix, following_places(links))


def following_places(links: Iterable[Following]) -> tuple[Related, ...]:
    """The links that a fix changes with a heading, as places of its finding."""
    return tuple(Related(link.link, FOLLOWS) for link in links)


def _renamed(document: Document, change: Change) -> str:
    text = document.prose(change.heading).text
    return text[: change.start] + change.text + text[change.end :]


def _place(document: Document, change: Change) -> Span | None:
    """Where a stretch of a heading's prose stands, if it is written as it is read."""
    leaf = document.leaf_of(change.heading)
    span = leaf.prose.source_span(change.start, change.end)
    written = leaf.prose.text[change.start : change.end]
    return span if leaf.exact and document.source.slice(span) == written else None
