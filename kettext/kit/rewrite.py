"""The only maker of structural fixes: it alone knows about blank lines, separators and line ends.

Each function gives None where the fix can't be made cleanly; the finding then has no fix.
"""

import re
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import Block, Heading, Html, List
from kettext.kit.finding import Applicability, Edit, Fix, Phase
from kettext.text.prose import Prose
from kettext.text.source import Source, Span

LINE_BREAK = re.compile(r"[ \t]*+(?:\r\n|\r|\n)\s*+")  # with the blanks around it
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
    first, last = document.index_of(run[0]), document.index_of(run[-1])
    if document.unsure or first is None or last is None:
        return None
    before = document.blocks[first - 1] if first else None
    after = document.blocks[last + 1] if last + 1 < len(document.blocks) else None
    if _would_run_together(before, after):
        return None
    span = _lines_to_remove(
        document.source, Span(run[0].span.start, run[-1].span.end), before, after
    )
    return (
        Fix(title, (Edit(span),), applicability, phase, survivor, isolation="structure")
        if span
        else None
    )


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


def insert_heading(
    document: Document,
    before: Block,
    level: int,
    text: str,
    title: str,
    applicability: Applicability,
) -> Fix | None:
    """Put a heading in front of a top-level block; None where the format has no headings."""
    spelled = document.syntax.heading(level, text)
    if spelled is None or document.unsure or document.index_of(before) is None:
        return None
    newline = document.source.newline()
    start = document.source.line_starts[document.source.line_index(before.span.start)]
    edit = Edit(Span(start, start), spelled + newline * 2)
    return Fix(title, (edit,), applicability, Phase.HEADINGS, adds=(text,), isolation="structure")


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
