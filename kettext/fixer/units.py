"""The units a text is accounted for by: sentences, headings, list items, cells, pictures and their
captions, blocks."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Boilerplate,
    Break,
    Cell,
    Code,
    Definition,
    Emphasis,
    Footnote,
    FrontMatter,
    Heading,
    Html,
    Image,
    Inline,
    Link,
    ListItem,
    Paragraph,
)
from kettext.text.sequences import overlapping
from kettext.text.source import Source, Span
from kettext.text.value import NamedTuple

PICTURE = "!["


class Unit(NamedTuple):
    """`kind`: sentence, heading, item, cell, alt (a picture that stands alone, with its text) or
    caption (what stands in italics below it); a block without prose, such as code, is a block."""

    kind: str
    span: Span


def units_of(document: Document) -> tuple[Unit, ...]:
    """The units of an article in reading order; none overlap, and every word is in one."""
    return tuple(_units(document))


def units_in(units: Sequence[Unit], span: Span) -> Iterator[Unit]:
    """The units that a stretch has something in common with."""
    return overlapping(units, span, attrgetter("span"))


def _units(document: Document) -> Iterator[Unit]:
    label: int | None = None  # where the mark of an item or the label of a note begins
    below_picture = False
    for block, parent in document.tree:
        if isinstance(block, ListItem | Footnote):
            if not block.children:
                yield Unit("item", block.span)
            elif label is None:
                label = block.span.start
            continue
        for kind, span in _units_in(document, block, parent, below_picture=below_picture):
            yield Unit(kind, Span(span.start if label is None else label, span.end))
            below_picture, label = kind == "alt", None


def _units_in(
    document: Document, block: Block, parent: Block | None, *, below_picture: bool
) -> Iterator[Unit]:
    match block:
        case Heading():
            yield Unit("heading", block.span)
        case Cell():
            yield Unit("cell", block.span)
        case Paragraph() if isinstance(parent, ListItem):
            yield Unit("item", block.span)
        case Paragraph() if pictured := _with_picture(document, block, below=below_picture):
            yield from pictured
        case Paragraph():
            spans = _tiles(document.source, block.span, document.sentences(block))
            yield from (Unit("sentence", span) for span in spans)
        case Boilerplate():
            yield Unit("sentence", block.span)
        case Code() | Html() | Definition() | FrontMatter():
            yield Unit("block", block.span)


def _with_picture(document: Document, block: Paragraph, *, below: bool) -> list[Unit]:
    """The units of a paragraph that is nothing but pictures, a caption, or pictures with a caption;
    else none."""
    if not (below or PICTURE in document.source.slice(block.span)):
        return []
    inlines = [one for one in document.inlines(block) if not _is_blank(document, one)]
    units = [
        Unit("alt" if _is_picture(one) else "caption", one.span)
        for one in inlines
        if _is_picture(one) or isinstance(one, Emphasis)
    ]
    kinds = [unit.kind for unit in units]
    is_captioned = kinds.count("caption") <= 1 and "caption" not in kinds[:-1]
    is_below = below or kinds[:1] == ["alt"]
    return units if len(units) == len(inlines) and is_captioned and is_below else []


def _is_blank(document: Document, inline: Inline) -> bool:
    return isinstance(inline, Break) or not document.source.slice(inline.span).strip()


def _is_picture(inline: Inline) -> bool:
    """Whether it is a picture, perhaps one that is a link."""
    if isinstance(inline, Link) and inline.children:
        return all(isinstance(child, Image) for child in inline.children)
    return isinstance(inline, Image)


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
