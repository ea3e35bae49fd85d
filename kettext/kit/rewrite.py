"""The maker of fixes that remove and move blocks, and of those that change words: it alone knows
about blank lines, separators and line ends. Those of headings are in headings.py.

Each function gives None where the fix can't be made cleanly; the finding then has no fix.
"""

from collections.abc import Sequence
from itertools import takewhile

from kettext.article.anchors import Following
from kettext.article.document import Document
from kettext.article.nodes import Block, Heading, Html, List
from kettext.article.sections import Section
from kettext.kit.finding import Applicability, Edit, Fix, Phase
from kettext.text.prose import Prose
from kettext.text.sequences import tail
from kettext.text.source import Source, Span

NEVER_NEIGHBOURS = (List, Html)  # two of a kind would run together if what parts them went


def remove_block(
    document: Document,
    block: Block,
    title: str,
    applicability: Applicability,
    phase: Phase = Phase.REMOVE,
    survivor: Span | None = None,
) -> Fix | None:
    """Remove one top-level block with its lines and one of the gaps beside it."""
    return remove_run(document, (block,), title, applicability, phase, survivor)


def remove_run(
    document: Document,
    run: Sequence[Block],
    title: str,
    applicability: Applicability,
    phase: Phase = Phase.REMOVE,
    survivor: Span | None = None,
) -> Fix | None:
    """Remove neighbouring top-level blocks with their lines and one of the gaps beside them."""
    removal = _removal(document, run)
    edits = (Edit(removal),) if removal else None
    return _structural(title, edits, applicability, phase, survivor)


def _removal(document: Document, run: Sequence[Block]) -> Span | None:
    """The stretch to take away with neighbouring blocks; None if that would change others."""
    first, last = document.index_of(run[0]), document.index_of(run[-1])
    if document.unsure or first is None or last is None:
        return None
    before, after = _at(document, first - 1), _at(document, last + 1)
    if _would_run_together(before, after):
        return None
    span = Span(run[0].span.start, run[-1].span.end)
    return _lines_to_remove(document.source, span, before, after)


def _would_run_together(before: Block | None, after: Block | None) -> bool:
    return any(isinstance(before, kind) and isinstance(after, kind) for kind in NEVER_NEIGHBOURS)


def _lines_to_remove(
    source: Source, span: Span, before: Block | None, after: Block | None
) -> Span | None:
    """Whole lines, with the smaller one of the gaps before and after them; None if they are shared
    with a neighbour."""
    first, last = source.line_index(span.start), source.line_index(max(span.start, span.end - 1))
    end_of_text = len(source.line_starts)
    previous = source.line_index(before.span.end - 1) if before else -1
    following = source.line_index(after.span.start) if after else end_of_text
    if previous >= first or following <= last:
        return None
    keeps_gap_before = before is None or (
        after is not None and first - previous >= following - last
    )
    if keeps_gap_before:
        end = source.line_starts[following] if after else len(source.text)
        return Span(source.line_starts[first], end)
    return Span(_end_of_line(source, previous), _end_of_line(source, last))


def _end_of_line(source: Source, index: int) -> int:
    """Where the text of a line ends, before its newline."""
    return source.line_starts[index] + len(source.line_text(index))


def move_run(
    document: Document,
    run: Sequence[Block],
    before: Block | None,
    title: str,
    applicability: Applicability,
) -> Fix | None:
    """Move neighbouring top-level blocks in front of another one, or to the end of the article."""
    edits = _moving(document, [(run, before)], run)
    return _structural(title, edits, applicability, Phase.MOVE)


def join_sections(
    document: Document,
    kept: Section,
    joined: Section,
    title: str,
    applicability: Applicability,
    links: Sequence[Following] = (),
) -> Fix | None:
    """Put what stands below one heading into another section, in reading order, and remove that
    heading; `links` lead to the other one then. What stands above the subsections stays above
    them. Only what is certain to be whole is done: no level changes."""
    opening, subsections = _parted(blocks_below(document, joined))
    body = blocks_below(document, kept)
    below = next(iter(_parted(body)[1]), None)
    after = _following(document, body[-1] if body else kept.heading)
    if subsections and kept.heading.level != joined.heading.level:
        return None
    if joined.span.start > kept.span.start:
        targets = below or after, after
    else:
        targets = body[0] if body else after, below or after
    moves: list[tuple[Sequence[Block], Block | None]]
    if targets[0] is targets[1]:
        moves = [((*opening, *subsections), targets[0])]
    else:
        moves = [(opening, targets[0]), (subsections, targets[1])]
    moves = [(run, before) for run, before in moves if run and before is not joined.heading]
    edits = _moving(document, moves, (joined.heading, *(one for run, _ in moves for one in run)))
    following = [Edit(link.target, link.text) for link in links]
    if edits is None or any(_is_inside(link, edits) for link in following):
        return None
    fix = _structural(title, sorted((*edits, *following)), applicability, Phase.MOVE)
    adds = tuple(link.text for link in links)
    return fix._replace(survivor=kept.heading.span, adds=adds) if fix else None


def _is_inside(edit: Edit, others: Sequence[Edit]) -> bool:
    return any(other.span.touches(edit.span) for other in others)


def blocks_below(document: Document, section: Section) -> tuple[Block, ...]:
    """The blocks of a section, without its heading."""
    start = document.index_of(section.heading) or 0
    below = tail(document.blocks, start + 1)
    return tuple(takewhile(lambda block: block.span.start < section.span.end, below))


def _parted(body: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """What stands above the first heading, and the rest."""
    places = (place for place, block in enumerate(body) if isinstance(block, Heading))
    first = next(places, len(body))
    return body[:first], body[first:]


def _following(document: Document, block: Block) -> Block | None:
    index = document.index_of(block)
    return _at(document, index + 1) if index is not None else None


def _at(document: Document, index: int) -> Block | None:
    return document.blocks[index] if 0 <= index < len(document.blocks) else None


def _structural(
    title: str,
    edits: Sequence[Edit] | None,
    applicability: Applicability,
    phase: Phase,
    survivor: Span | None = None,
) -> Fix | None:
    if not edits:
        return None
    return Fix(title, tuple(edits), applicability, phase, survivor, isolation="structure")


def _moving(
    document: Document,
    moves: Sequence[tuple[Sequence[Block], Block | None]],
    taken: Sequence[Block],
) -> Sequence[Edit] | None:
    """The edits that take neighbouring blocks away and put runs of them in front of other ones
    (None: at the end); None if that can't be done cleanly."""
    removal = _removal(document, taken)
    insertions = [_insertion(document, run, before) for run, before in moves]
    if removal is None or None in insertions:
        return None
    return sorted((Edit(removal), *(edit for edit in insertions if edit)))


def _insertion(document: Document, run: Sequence[Block], before: Block | None) -> Edit | None:
    source = document.source
    first = document.index_of(run[0])
    place = document.index_of(before) if before else len(document.blocks)
    if first is None or place is None or first <= place <= first + len(run):
        return None
    above = _at(document, place - 1)
    if _would_run_together(above, run[0]) or _would_run_together(run[-1], before):
        return None
    moved = _lines_of(source, Span(run[0].span.start, run[-1].span.end))
    text = source.slice(moved)
    if before is None:
        gap = _gap(document, _at(document, first - 1), run[0])
        end = _end_of_line(source, source.line_index(document.blocks[-1].span.end - 1))
        return Edit(Span(end, end), gap + text, moved)
    if above and source.lines_down(above.span, before.span) < 1:
        return None
    start = source.line_starts[source.line_index(before.span.start)]
    gap = _gap(document, above, before)
    is_close = above is not None and source.lines_down(above.span, before.span) == 1
    lead = document.derived(_newline) if is_close and not document.inferred else ""
    return Edit(Span(start, start), lead + text + gap, moved)


def _lines_of(source: Source, span: Span) -> Span:
    """The whole lines that a stretch stands on, without the last newline."""
    first, last = source.line_index(span.start), source.line_index(span.end - 1)
    return Span(source.line_starts[first], _end_of_line(source, last))


def _gap(document: Document, above: Block | None, below: Block) -> str:
    """What parts two blocks: a blank line, or in pasted text perhaps only a new line."""
    is_close = (
        document.inferred and above and document.source.lines_down(above.span, below.span) == 1
    )
    return document.derived(_newline) * (1 if is_close else 2)


def _newline(document: Document) -> str:
    return document.source.newline()


def replace_words(
    document: Document, span: Span, text: str, title: str, applicability: Applicability
) -> Fix | None:
    """Put other words in place of a stretch of prose; None where markup stands in it."""
    block = document.leaf_block_at(span.start)
    leaf = document.leaf_of(block) if block else None
    if leaf is None or not leaf.exact or not _is_plain(document.source, leaf.prose, span):
        return None
    adds = (text,) if text else ()
    return Fix(title, (Edit(span, text),), applicability, Phase.WORDS, adds=adds)


def _is_plain(source: Source, prose: Prose, span: Span) -> bool:
    """Whether a stretch of the source is prose as it stands, without markup."""
    covered = 0
    for piece in prose.parts(span):
        if not piece.is_verbatim() and source.slice(piece.source).strip():
            return False
        covered += min(piece.source.end, span.end) - max(piece.source.start, span.start)
    return covered == span.end - span.start


def remove_words(
    document: Document,
    span: Span,
    title: str,
    applicability: Applicability,
    phase: Phase = Phase.WORDS,
    survivor: Span | None = None,
) -> Fix | None:
    """Remove a stretch of prose; None where markup stands in it."""
    fix = replace_words(document, span, "", title, applicability)
    return Fix(title, fix.edits, applicability, phase, survivor) if fix else None
