"""Whether what stands around a block names a source for it: what announces its list, the item it
stands under, its row of a table, a line "Source: …" below."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Cell,
    Heading,
    LeafBlock,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    walk,
)
from kettext.text.source import Span
from kettext.text.value import NamedTuple

SOURCE_LINE = (  # "Source: …", "[Source](…)"
    r"\s*+(?:>\s?)?[-*_(\[]{0,4}\s?(?:Data )?[Ss]ources?"
    r"(?:[*_]{0,2}\s?:[*_]{0,2}[^\S\n]*+(?=\S)|\]\()"
)
SOURCE_WORDS = ("source", "sources")
TABLE_TITLE = r"[*_]{0,2}(?:Table|Tab\.)\s"
MOST_BLOCKS = 30  # that are looked at of what a sentence announces, and of an item
Covers = Callable[[LeafBlock, int], bool]


class Neighbours(NamedTuple):
    """What a block stands in, and right behind."""

    parent: Block | None
    before: Block | None


class Column(NamedTuple):
    """What stands beside a cell of a table, and at the head of its column."""

    row: tuple[Cell, ...]
    head: Cell


class Surroundings:
    """What stands around the blocks of a document. `covers` tells whether a block names a source
    at an offset or later, or for all of it."""

    def __init__(self, document: Document, covers: Covers) -> None:
        self.document: Final = document
        self.covers: Final = covers
        self._source: dict[Block, bool] = {}
        self._announced: dict[Block, bool] = {}

    def name_source(self, block: Block) -> bool:
        """Whether what stands around a block names a source for it."""
        if block not in self._source:
            self._source[block] = self._is_sourced(block)
        return self._source[block]

    def follow_with_source(self, block: LeafBlock, sentence: Span) -> bool:
        """Whether a sentence ends with a colon, and what it announces names a source."""
        end = sentence.end
        rest = self.document.source.slice(Span(end - 1, max(end, block.span.end)))
        if rest.strip().rstrip("*_") != ":":
            return False
        following = self.document.derived(_following).get(block)
        if not isinstance(following, List | Quote | Table):
            return False
        if following not in self._announced:
            self._announced[following] = any(self._names(leaf) for leaf in _leaves(following))
        return self._announced[following]

    def _is_sourced(self, block: Block) -> bool:
        parent, before = self.document.derived(_neighbours)[block]
        match block:
            case Cell():
                return self._names_in_row(block) or self._is_around(parent)
            case List():
                if self._announces(before):
                    return True
            case Table() if isinstance(before, Paragraph):
                written = self.document.source.slice(before.span)
                is_title = re.match(TABLE_TITLE, written) and self._names(before)
                if is_title or self._announces(before):
                    return True
            case ListItem():
                if any(self._names(leaf) for leaf in _leaves_of_item(block)):
                    return True
        return self._has_source_line(block) or self._is_around(parent)

    def _is_around(self, parent: Block | None) -> bool:
        return isinstance(parent, List | ListItem | Table) and self.name_source(parent)

    def _names(self, block: LeafBlock) -> bool:
        return self.covers(block, block.span.start)

    def _announces(self, block: Block | None) -> bool:
        """Whether a paragraph names a source in a last sentence that ends with a colon."""
        if not isinstance(block, Paragraph):
            return False
        written = self.document.source.slice(block.span).rstrip().rstrip("*_")
        last = self.document.sentences(block)[-1:]
        return written.endswith(":") and any(self.covers(block, span.start) for span in last)

    def _names_in_row(self, cell: Cell) -> bool:
        row, head = self.document.derived(_columns)[cell]
        if row[0] not in self._announced:
            self._announced[row[0]] = any(map(self._names, row))
        return self._announced[row[0]] or self._names(head)

    def _has_source_line(self, block: Block) -> bool:
        """Whether a line "Source: …" follows right below that names one indeed."""
        if self.document.lookup.words.isdisjoint(SOURCE_WORDS):
            return False
        match = re.compile(SOURCE_LINE).match(self.document.source.text, block.span.end)
        line = self.document.leaf_block_at(match.end()) if match else None
        return line is not None and self._names(line)


def _neighbours(document: Document) -> dict[Block, Neighbours]:
    found, latest = dict[Block, Neighbours](), dict[Block | None, Block]()
    for block, parent in document.tree:
        found[block] = Neighbours(parent, latest.get(parent))
        latest[parent] = block
    return found


def _following(document: Document) -> dict[Block, Block]:
    neighbours = document.derived(_neighbours)
    return {around.before: block for block, around in neighbours.items() if around.before}


def _columns(document: Document) -> dict[Cell, Column]:
    tables = (block for block, _ in document.tree if isinstance(block, Table))
    return {
        cell: Column(row, head)
        for table in tables
        for row in table.rows
        for cell, head in zip(row, table.rows[0], strict=False)
    }


def _leaves(block: Block) -> Iterator[LeafBlock]:
    for inner, _ in islice(walk((block,)), MOST_BLOCKS):
        if isinstance(inner, Heading | Paragraph | Cell):
            yield inner


def _leaves_of_item(item: ListItem) -> Iterator[LeafBlock]:
    """The paragraphs of an item itself, without those of the items below it."""
    return (child for child in item.children[:MOST_BLOCKS] if isinstance(child, Paragraph))
