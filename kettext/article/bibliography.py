"""The lists of references of an article, found by their headings or by their shape at the end."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Cell,
    Footnote,
    Heading,
    LeafBlock,
    List,
    ListItem,
    Paragraph,
    walk,
)
from kettext.article.reference_shapes import (
    lines_with_marks,
    looks_like_reference,
    may_be_reference,
    may_end_with_reference,
    shape_of,
)
from kettext.article.titles import is_list_of_sources
from kettext.text.prose import PART, fold
from kettext.text.source import Span
from kettext.text.value import NamedTuple, Value

HEADING_WORDS = (
    "references", "sources", "bibliography", "citations", "cited", "literature", "footnotes",
    "endnotes", "notes",
)  # fmt: skip
LONGEST_HEADING = 80  # characters
FEWEST_BY_SHAPE = 2  # entries with numbers in brackets; of others
FEWEST_PLAIN = 3


class Entry(NamedTuple):
    """One reference; what is plain of it is that of its Shape, but the number may be that of its
    item."""

    block: LeafBlock
    span: Span
    number: int | None = None
    label: str = ""
    surname: str = ""
    year: str = ""


class References(Value):
    """A list of references; `heading` is the block that announces it, None where its shape alone
    shows what it is."""

    heading: LeafBlock | None
    entries: tuple[Entry, ...]

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(entry.number for entry in self.entries if entry.number is not None)

    @property
    def span(self) -> Span:
        return Span(self.entries[0].span.start, self.entries[-1].span.end)


def reference_lists(document: Document) -> tuple[References, ...]:
    """The lists of references in an article, in order; its footnotes are none."""
    return document.derived(_lists)


def numbered_entries(document: Document) -> tuple[Entry, ...]:
    """The entries that have numbers; none where two have the same one, as in lists that begin anew
    in each chapter: nobody knows which of them is meant."""
    entries = [entry for found in reference_lists(document) for entry in found.entries]
    numbered = tuple(entry for entry in entries if entry.number is not None)
    is_clear = len({entry.number for entry in numbered}) == len(numbered)
    return numbered if is_clear else ()


def headings_within(document: Document, listed: References) -> Iterator[Heading]:
    """The headings that part a list of references."""
    starts = document.derived(_heading_starts)
    begin = (listed.heading or listed.entries[0].block).span.end
    for index in range(bisect_left(starts, begin), bisect_left(starts, listed.span.end)):
        yield document.headings[index]


def heading_after(document: Document, listed: References) -> Heading | None:
    """The first heading behind a list of references."""
    place = bisect_left(document.derived(_heading_starts), listed.span.end)
    return document.headings[place] if place < len(document.headings) else None


def is_in_bibliography(document: Document, block: LeafBlock) -> bool:
    """Whether a block is a part of a list of references, or a footnote that is a reference: it
    names a source, and wants none."""
    return block in document.derived(_listed)


def may_have_notes(document: Document) -> bool:
    """Whether the sign of a footnote stands anywhere in an article."""
    return document.derived(_may_have_notes)


def _may_have_notes(document: Document) -> bool:
    text = document.source.text
    return "^" in text and "[^" in text  # a single sign is found far faster


def blocks_in_footnotes(document: Document) -> frozenset[Block]:
    """All that stands in footnotes."""
    return document.derived(_blocks_in_footnotes)


def _listed(document: Document) -> frozenset[Block]:
    entries = (entry for found in reference_lists(document) for entry in found.entries)
    notes = (
        block
        for block in blocks_in_footnotes(document)
        if isinstance(block, Paragraph) and looks_like_reference(document.source.slice(block.span))
    )
    return frozenset((*(entry.block for entry in entries), *notes))


def _blocks_in_footnotes(document: Document) -> frozenset[Block]:
    if not may_have_notes(document):
        return frozenset()
    notes = (block for block in document.blocks if isinstance(block, Footnote))
    return frozenset(block for note in notes for block, _ in walk(note.children))


def _lists(document: Document) -> tuple[References, ...]:
    found = list(_by_heading(document))
    last = found[-1].span.end if found else 0
    by_shape = _by_shape(document, last)
    return (*found, by_shape) if by_shape else tuple(found)


def _by_heading(document: Document) -> Iterator[References]:
    headings = [*_headings(document)]
    starts = [block.span.start for block, _ in document.leaves] if headings else []
    following = [*(heading.span.start for heading in headings[1:]), len(document.source.text)]
    for heading, next_one in zip(headings, following, strict=False):
        end = min(next_one, _end_of(document, heading))
        first, last = bisect_left(starts, heading.span.end), bisect_left(starts, end)
        leaves = [leaf for leaf, _ in document.leaves[first:last]]
        entries = _entries(document, leaves, only_certain=_announces_notes(document, heading))
        if entries:
            yield References(heading, entries)


def _headings(document: Document) -> Iterator[LeafBlock]:
    """What announces a list of references: a heading, or a line that could be one."""
    for block in document.leaves_with(HEADING_WORDS):
        start, end = block.span
        if end - start > LONGEST_HEADING or isinstance(block, Cell):
            continue
        if not _may_announce(document.source.slice(block.span)):
            continue
        is_item = isinstance(document.derived(_parents)[block], ListItem | Footnote)
        if is_item and not document.inferred:
            continue
        text = block.title if isinstance(block, Heading) else document.prose(block).text
        is_link = "](" in document.source.slice(block.span)
        if not is_link and is_list_of_sources(text, with_notes=True):
            yield block


def _may_announce(written: str) -> bool:
    """Whether what is written ends as the heading of a list of references does."""
    words = PART.findall(fold(written))
    if words[-3:] == ["and", "further", "reading"]:
        del words[-3:]
    return bool(words) and words[-1] in HEADING_WORDS


def _parents(document: Document) -> dict[LeafBlock, Block | None]:
    return dict(document.leaves)


def _announces_notes(document: Document, heading: LeafBlock) -> bool:
    """Whether a heading speaks of notes, which may be no references at all."""
    return "note" in document.prose(heading).text.lower()


def _end_of(document: Document, heading: LeafBlock) -> int:
    """Where what a heading announces ends: with its section, else at the next heading."""
    section = document.section_at(heading.span.start)
    if section and section.heading is heading:
        return section.span.end
    starts = document.derived(_heading_starts)
    index = bisect_left(starts, heading.span.end)
    return starts[index] if index < len(starts) else len(document.source.text)


def _heading_starts(document: Document) -> Sequence[int]:
    return [heading.span.start for heading in document.headings]


def _entries(
    document: Document, leaves: Sequence[LeafBlock], *, only_certain: bool
) -> tuple[Entry, ...]:
    """The entries among the blocks under a heading; none if most of these are something else."""
    notes = blocks_in_footnotes(document)
    parts = [
        part
        for leaf in leaves
        if isinstance(leaf, Paragraph) and leaf not in notes
        for part in _parts(document, leaf)
    ]
    good = [
        part
        for part in parts
        if may_be_reference(document.source.slice(part.span), only_certain=only_certain)
    ]
    if 2 * len(good) < len(parts):
        return ()
    is_numbered = sum(part.number is not None for part in parts) * 2 > len(parts)
    kept = [part for part in parts if part.number is not None] if is_numbered else good
    return tuple(kept)


def _by_shape(document: Document, start: int) -> References | None:
    """The run of references that an article ends with, after an offset."""
    entries: list[Entry] = []
    for block, parent in reversed(document.leaves):
        if isinstance(parent, Footnote):
            continue
        if block.span.start < start or not isinstance(block, Paragraph):
            break
        if not may_end_with_reference(document.source.slice(block.span)):
            break  # what is the commonest, is seen at once
        parts = [*_parts(document, block)]
        written = [document.source.slice(part.span) for part in parts]
        if not all(may_be_reference(one, only_certain=True) for one in written):
            break
        entries.extend(reversed(parts))
    entries.reverse()
    bracketed = all(document.source.text[entry.span.start] == "[" for entry in entries)
    fewest = FEWEST_BY_SHAPE if bracketed else FEWEST_PLAIN
    return References(None, tuple(entries)) if len(entries) >= fewest else None


def _parts(document: Document, block: LeafBlock) -> Iterator[Entry]:
    """A block as one entry, or each of its lines where they have numbers."""
    item, number = document.derived(_items).get(block, (None, None))
    text, offset = document.source.slice(block.span), block.span.start
    starts = lines_with_marks(text) if "\n" in text else []
    if len(starts) < 2 or starts[0] != 0:
        span = item.span if item and number is not None else block.span
        shape = shape_of(text)
        if shape.number is None:
            shape = shape._replace(number=number)
        yield Entry(block, Span(span.start, block.span.end), *shape)
        return
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        line = text[start:end].rstrip()
        span = Span(offset + start, offset + start + len(line))
        yield Entry(block, span, *shape_of(line))


def _items(document: Document) -> dict[Block, tuple[ListItem, int | None]]:
    """The first blocks of items, each with its item, and its number in a list that has some."""
    lists = (block for block, _ in document.tree if isinstance(block, List))
    return {block: found for found_in in lists for block, found in _items_of(document, found_in)}


def _items_of(
    document: Document, found: List
) -> Iterator[tuple[Block, tuple[ListItem, int | None]]]:
    first = re.match(r"\s*(\d{1,9})", document.source.slice(found.span)) if found.ordered else None
    for place, item in enumerate(found.children):
        written = re.match(r"\s*(\d{1,9})", document.source.slice(item.span)) if first else None
        counted = int(first[1]) + place if first else None
        if document.inferred and written:
            counted = int(written[1])  # in pasted text nobody counts but the author
        if item.children:
            yield item.children[0], (item, counted)
