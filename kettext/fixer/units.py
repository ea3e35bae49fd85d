"""The units a text is accounted for by: sentences, headings, list items, cells, blocks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Boilerplate,
    Cell,
    Code,
    Definition,
    Footnote,
    FrontMatter,
    Heading,
    Html,
    ListItem,
    Paragraph,
)
from kettext.text.source import Source, Span


class Unit(NamedTuple):
    """`kind`: sentence, heading, item or cell; a block without prose, such as code, is a block."""

    kind: str
    span: Span


def units_of(document: Document) -> tuple[Unit, ...]:
    """The units of an article in reading order; none overlap, and every word is in one."""
    return tuple(_units(document))


def units_in(units: Sequence[Unit], span: Span) -> Iterator[Unit]:
    """The units that a stretch has something in common with."""
    first = bisect_right(units, span.start, key=lambda unit: unit.span.end)
    for unit in islice(units, first, None):
        if unit.span.start >= span.end:
            return
        yield unit


def _units(document: Document) -> Iterator[Unit]:
    label: int | None = None  # where the mark of an item or the label of a note begins
    for block, parent in document.tree:
        if isinstance(block, ListItem | Footnote):
            if not block.children:
                yield Unit("item", block.span)
            elif label is None:
                label = block.span.start
            continue
        for kind, span in _units_in(document, block, parent):
            yield Unit(kind, Span(span.start if label is None else label, span.end))
            label = None


def _units_in(document: Document, block: Block, parent: Block | None) -> Iterator[Unit]:
    match block:
        case Heading():
            yield Unit("heading", block.span)
        case Cell():
            yield Unit("cell", block.span)
        case Paragraph() if isinstance(parent, ListItem):
            yield Unit("item", block.span)
        case Paragraph():
            spans = _tiles(document.source, block.span, document.sentences(block))
            yield from (Unit("sentence", span) for span in spans)
        case Boilerplate():
            yield Unit("sentence", block.span)
        case Code() | Html() | Definition() | FrontMatter():
            yield Unit("block", block.span)


def _tiles(source: Source, block: Span, sentences: Sequence[Span]) -> Iterator[Span]:
    """The sentences, with the markup around them, so that nothing of the block is left out."""
    starts = [block.start]
    for sentence in sentences[1:]:
        start = sentence.start
        while start > starts[-1] and not source.text[start - 1].isspace():
            start -= 1  # an emphasis or a link that begins with the sentence
        starts.append(start)
    for start, end in zip(starts, [*starts[1:], block.end], strict=True):
        tile = source.text[start:end]
        if tile.strip():
            yield Span(start, start + len(tile.rstrip()))
