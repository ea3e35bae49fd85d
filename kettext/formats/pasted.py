"""Pasted plain text, read as the article that its author meant; nothing in it is marked up."""

from collections.abc import Iterator, Sequence
from functools import partial

from kettext.article.document import Document, Syntax
from kettext.article.nodes import (
    Block,
    Boilerplate,
    Leaf,
    LeafBlock,
    List,
    ListItem,
    Paragraph,
    Text,
)
from kettext.formats.lines import Line, make_line, read_lines
from kettext.formats.roles import Kind, Role, heading_of, roles
from kettext.formats.wrapping import Wrapping, joined_lines, wrapping_of
from kettext.text.prose import Piece, Prose, plain_prose
from kettext.text.source import NEWLINE, Source, Span

SUFFIXES = (".txt",)
FEWEST_PROSE_LINES = 3


def parse(source: Source) -> Document:
    """The document of a pasted text: headings, paragraphs, lists and chrome, all inferred."""
    lines, wrapping = blocks_of(source)
    unsure = wrapping is not None and not wrapping.is_certain
    blocks = tuple(_blocks(lines, roles(lines, only_certain=unsure)))
    leaf = partial(_leaf, source)
    return Document(source, "text", blocks, Syntax(), leaf, inferred=True, unsure=unsure)


def blocks_of(source: Source) -> tuple[Sequence[Line], Wrapping | None]:
    """The lines of a text, each a block once those that were wrapped are joined."""
    lines = read_lines(source)
    wrapping = wrapping_of(lines)
    return (joined_lines(lines, wrapping) if wrapping else lines), wrapping


def is_article(document: Document) -> bool:
    """Whether there is enough running text; else it is a list of requirements or the like."""
    texts = (document.prose(block).text for block, _ in document.leaves)
    return sum(_is_prose(text) for text in texts) >= FEWEST_PROSE_LINES


def _is_prose(text: str) -> bool:
    """Whether a text is running text and no comment of a list."""
    return bool(text) and text[0] != "#" and make_line(Span(0, len(text)), text, 0).is_prose


def _blocks(lines: Sequence[Line], found: Sequence[Role]) -> Iterator[Block]:
    items: list[tuple[Line, Role]] = []
    for line, role in zip(lines, found, strict=True):
        if items and (role.kind is not Kind.ITEM or not _same_list(items[-1][0], line)):
            yield _list(items)
            items = []
        if role.kind is Kind.ITEM:
            items.append((line, role))
        else:
            yield _block(line, role)
    if items:
        yield _list(items)


def _block(line: Line, role: Role) -> Block:
    match role.kind:
        case Kind.HEADING:
            return heading_of(line, role)
        case Kind.CHROME:
            return Boilerplate(line.span, role.chrome)
        case _:
            return Paragraph(line.span, inferred=True, confidence=role.confidence)


def _same_list(one: Line, other: Line) -> bool:
    return bool(one.marker) == bool(other.marker) and one.is_numbered == other.is_numbered


def _list(items: Sequence[tuple[Line, Role]]) -> List:
    first, role = items[0]
    return List(
        Span(first.span.start, items[-1][0].span.end),
        tuple(_item(line, role) for line, role in items),
        ordered=first.is_numbered,
        tight=not any(line.gap for line, _ in items[1:]),
        inferred=True,
        confidence=role.confidence,
    )


def _item(line: Line, role: Role) -> ListItem:
    text = Span(line.span.start + len(line.marker), line.span.end)
    return ListItem(line.span, (Paragraph(text, inferred=True, confidence=role.confidence),))


def _leaf(source: Source, block: LeafBlock) -> Leaf:
    """What a block of plain text holds: its characters, and a blank where a line ends inside it."""
    text = source.slice(block.span)
    if "\n" not in text and "\r" not in text:
        return Leaf((Text(block.span),), plain_prose(text, block.span.start))
    return Leaf((Text(block.span),), _joined_prose(text, block.span.start))


def _joined_prose(text: str, offset: int) -> Prose:
    parts: list[str] = []
    pieces: list[Piece] = []
    length = end = 0
    for start, stop in _line_stretches(text):
        if parts:
            pieces.append(Piece(length, 1, Span(offset + end, offset + start), copied=False))
            parts.append(" ")
            length += 1
        pieces.append(Piece(length, stop - start, Span(offset + start, offset + stop)))
        parts.append(text[start:stop])
        length += stop - start
        end = stop
    return Prose("".join(parts), tuple(pieces))


def _line_stretches(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a block as offsets into it, without the blanks around them."""
    start = 0
    for stop in (*(match.start() for match in NEWLINE.finditer(text)), len(text)):
        line = text[start:stop]
        if line.strip():
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start = stop
