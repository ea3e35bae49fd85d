"""Markdown that is really pasted text: its paragraphs and list items are judged anew."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Boilerplate,
    Definition,
    Emphasis,
    FrontMatter,
    Heading,
    Image,
    Leaf,
    LeafBlock,
    List,
    ListItem,
    Paragraph,
)
from kettext.formats.bold import bold_headings
from kettext.formats.headings import HIGH_CONFIDENCE
from kettext.formats.lines import Line, make_line
from kettext.formats.roles import Kind, Role, heading_of, roles
from kettext.formats.series import numbered_series
from kettext.formats.slices import parts_of, visible_text, with_marker
from kettext.formats.wrapping import wrapping_of
from kettext.text.source import NEWLINE, Source, Span
from kettext.text.value import NamedTuple

FEWEST_HEADINGS = 3  # of high confidence, where nothing is numbered
MOST_LEAVES = 10_000  # a book has fewer; judging so many lines would take seconds
NO_TEXT = "–"  # stands for a block that is no text


class Unit(NamedTuple):
    """What could be a heading: a line, or a whole paragraph.

    `block` is the top-level block and `item` the list item it stands in, `paragraph` what it is all
    of. What only markup can make is not judged.
    """

    line: Line
    block: Block
    item: ListItem | None = None
    leaf: Leaf | None = None
    paragraph: Paragraph | None = None
    is_judged: bool = True


def as_pasted(document: Document) -> Document | None:
    """The document of a Markdown reading judged as pasted text; None where it is no such text."""
    if document.headings and not _has_only_title(document):
        return None
    if len(document.leaves) > MOST_LEAVES:
        return None
    units = list(units_of(document))
    lines = [unit.line for unit in units]
    fixed = not_judged(units)
    found = roles(lines, fixed=fixed, has_title=bool(document.title))
    if not _shows_headings(lines, fixed, found):
        return None
    writer = _Writer(document)
    return Document(
        document.source,
        document.format,
        tuple(writer.blocks(units, found)),
        document.syntax,
        writer.leaf_of,
        inferred=True,
        suspect=document.suspect,
    )


def _has_only_title(document: Document) -> bool:
    """Whether the one heading that is marked up is a title above everything else."""
    rest = (block for block in document.blocks if not isinstance(block, FrontMatter | Definition))
    first = next(rest, None)
    return isinstance(first, Heading) and first.level == 1 and len(document.headings) == 1


def _shows_headings(lines: Sequence[Line], fixed: Container[int], found: Sequence[Role]) -> bool:
    """Whether a text has headings for sure: numbered ones, bold ones, or several others."""
    sure = sum(role.kind is Kind.HEADING and role.confidence >= HIGH_CONFIDENCE for role in found)
    return (
        sure >= FEWEST_HEADINGS or any(numbered_series(lines)) or bool(bold_headings(lines, fixed))
    )


def not_judged(units: Sequence[Unit]) -> set[int]:
    return {index for index, unit in enumerate(units) if not unit.is_judged}


def units_of(document: Document) -> Iterator[Unit]:
    """The units of a document, each with the blank lines before it counted."""
    wrapped = _is_wrapped(document)
    last_line = -1
    for unit in _blocks_as_units(document, wrapped):
        start, end = unit.line.span
        gap = max(0, document.source.line_index(start) - last_line - 1)
        last_line = document.source.line_index(max(start, end - 1))
        yield unit._replace(line=unit.line._replace(gap=gap))


def _is_wrapped(document: Document) -> bool:
    spans = [
        span
        for block in document.blocks
        if isinstance(block, Paragraph)
        for span in _line_spans(document.source, block.span)
        if document.source.slice(span).strip()
    ]
    lines = []
    for index, span in enumerate(spans):
        follows = (
            index
            and document.source.line_index(span.start)
            - document.source.line_index(spans[index - 1].start)
            == 1
        )
        lines.append(make_line(span, document.source.slice(span), 0 if follows else 1))
    return wrapping_of(lines) is not None


def _blocks_as_units(document: Document, wrapped: bool) -> Iterator[Unit]:
    for block in document.blocks:
        match block:
            case FrontMatter() | Definition():
                continue
            case Paragraph():
                yield from _paragraph_units(document, block, block, None, wrapped)
            case List():
                for item in block.children:
                    yield from _item_units(document, block, item, wrapped)
            case _:
                yield _fixed(block, block.span)


def _fixed(
    block: Block, span: Span, item: ListItem | None = None, leaf: Leaf | None = None
) -> Unit:
    return Unit(make_line(span, NO_TEXT, 0), block, item, leaf, is_judged=False)


def _item_units(document: Document, block: List, item: ListItem, wrapped: bool) -> Iterator[Unit]:
    """An item that holds more than a paragraph, or a task, is an item whatever it says."""
    only = item.children[0] if len(item.children) == 1 else None
    if isinstance(only, Paragraph) and item.checked is None and _begins_in_line(document, item):
        yield from _paragraph_units(document, block, only, item, wrapped)
    else:
        yield _fixed(block, item.span, item)


def _begins_in_line(document: Document, item: ListItem) -> bool:
    """Whether an item's text stands beside its marker."""
    marker = Span(item.span.start, item.children[0].span.start)
    return not NEWLINE.search(document.source.slice(marker))


def _paragraph_units(
    document: Document, block: Block, paragraph: Paragraph, item: ListItem | None, wrapped: bool
) -> Iterator[Unit]:
    source, leaf = document.source, document.leaf_of(paragraph)
    spans = _line_spans(source, paragraph.span)
    if wrapped:
        spans = _below_bold(paragraph, leaf, spans)
    is_one = len(spans) == 1
    spans = [paragraph.span] if is_one else spans
    parts = [leaf] if is_one else list(parts_of(leaf, spans, source))
    whole = paragraph if is_one and not item else None
    if item:
        marker = Span(item.span.start, paragraph.span.start)
        spans[0] = Span(marker.start, spans[0].end)
        parts[0] = with_marker(parts[0], marker, source)
    for span, part in zip(spans, parts, strict=True):
        text = visible_text(part, source).strip()
        if not text or any(isinstance(inline, Image) for inline in part.inlines):
            yield _fixed(block, span, item, part)
        else:
            line = make_line(span, text, 0, bold=_is_bold(part))
            yield Unit(line, block, item, part, whole)


def _below_bold(paragraph: Paragraph, leaf: Leaf, spans: Sequence[Span]) -> list[Span]:
    """A wrapped paragraph is one, but for a first line that is bold as a whole."""
    first = leaf.inlines[0] if leaf.inlines else None
    if len(spans) > 1 and isinstance(first, Emphasis) and first.span == spans[0]:
        return [spans[0], Span(spans[1].start, spans[-1].end)]
    return [paragraph.span]


def _is_bold(leaf: Leaf) -> bool:
    first = leaf.inlines[0] if len(leaf.inlines) == 1 else None
    return isinstance(first, Emphasis) and first.mark in ("**", "__")


def _line_spans(source: Source, span: Span) -> list[Span]:
    """The lines of a block; one that is indented goes on with the line before."""
    spans: list[Span] = []
    for index in range(source.line_index(span.start), source.line_index(span.end - 1) + 1):
        line = source.line_span(index)
        start, end = max(line.start, span.start), min(line.end, span.end)
        text = source.text[start:end]
        end = start + len(text.rstrip())
        if spans and text[:1].isspace():
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        elif end > start:
            spans.append(Span(start, end))
    return spans or [span]


@dataclass(frozen=True, slots=True, eq=False)
class _Writer:
    """Makes the blocks of the new document and keeps what their leaves hold."""

    document: Document
    leaves: dict[LeafBlock, Leaf] = field(default_factory=dict)

    def leaf_of(self, block: LeafBlock) -> Leaf:
        return self.leaves.get(block) or self.document.leaf_of(block)

    def blocks(self, units: Sequence[Unit], found: Sequence[Role]) -> Iterator[Block]:
        judged: dict[Block, list[tuple[Unit, Role]]] = {}
        for unit, role in zip(units, found, strict=True):
            judged.setdefault(unit.block, []).append((unit, role))
        for block in self.document.blocks:
            pairs = judged.get(block, [])
            if not any(_is_anew(unit, role) for unit, role in pairs):
                yield block
            elif isinstance(block, List):
                yield from self._list(block, pairs)
            else:
                yield from (self._block(unit, role) for unit, role in pairs)

    def _list(self, block: List, pairs: Sequence[tuple[Unit, Role]]) -> Iterator[Block]:
        """Headings stand between what is left of the list."""
        items: list[ListItem] = []
        for item, group in groupby(pairs, key=lambda pair: pair[0].item):
            members = list(group)
            if item and not any(_is_anew(unit, role) for unit, role in members):
                items.append(item)
                continue
            if items:
                yield _list_of(items, block)
            items = []
            yield from (self._block(unit, role) for unit, role in members)
        if items:
            yield _list_of(items, block)

    def _block(self, unit: Unit, role: Role) -> Block:
        if role.kind is Kind.CHROME:
            return Boilerplate(unit.line.span, role.chrome)
        if unit.paragraph and role.kind is not Kind.HEADING:
            return unit.paragraph
        node = (
            heading_of(unit.line, role)
            if role.kind is Kind.HEADING
            else Paragraph(unit.line.span, inferred=True, confidence=role.confidence)
        )
        if unit.leaf:
            self.leaves[node] = unit.leaf
        return node


def _list_of(items: Sequence[ListItem], block: List) -> List:
    span = Span(items[0].span.start, items[-1].span.end)
    return List(span, tuple(items), ordered=block.ordered, tight=block.tight)


def _is_anew(unit: Unit, role: Role) -> bool:
    return role.kind is Kind.HEADING or (role.kind is Kind.CHROME and not unit.item)
