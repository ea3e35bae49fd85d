"""The text mistune is parsing, with the way back from it to the file.

A container (a list item, a quote, a footnote) hands its child a text of its own, but only ever
changes the left side of lines: markers are cut off, tabs expanded. Line *i* of the child's text is
line *base + i* of the file, and a character is as far from the end of its line in the one as in the
other. So a single number leads from any text to the file.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypedDict

from mistune import BlockState

from kettext.text.source import LINE_FEED, Source, Span

BLANKS = " \t\f\r\n"  # what mistune cuts off around the text of a block
STAMP = "stamp"
BARE_MARKER = re.compile(r"\s*+(?:[*+-]|\d{1,9}[.)])\s*+$")


@dataclass(slots=True)
class Stamp:
    """Where a token was read: offsets into its state's text, indentation and blank lines included.

    `text_start` is where the text starts that the token brings, if it brings any.
    """

    state: "PlacedState"
    start: int
    end: int
    text_start: int

    def span(self) -> Span | None:
        """The place in the file without the blanks around it, None if only blanks are there."""
        text = self.state.src[self.start : self.end]
        bare = text.strip(BLANKS)
        start = self.start + len(text) - len(text.lstrip(BLANKS))
        return self.state.span(start, start + len(bare)) if bare else None


class Attributes(TypedDict, total=False):
    level: int
    ordered: bool


class BlockToken(TypedDict, total=False):
    """What is read of mistune's tokens, and of those that kettext adds to them."""

    type: str
    text: str
    children: "list[BlockToken]"
    attrs: Attributes
    tight: bool
    label: str
    target: str
    stamp: Stamp


@dataclass(slots=True)
class Container:
    """A list or a quote while mistune collects its lines."""

    line: int  # where its next child starts
    item_lines: list[int] = field(default_factory=list)
    cut: int | None = None  # where a block starts that ended it


class PlacedState(BlockState):
    source: Source
    base: int = 0
    shift: int | None = None  # how far all is from where it stands in the file, if equally far
    container: Container | None = None

    def __init__(self, parent: "PlacedState | None" = None) -> None:
        super().__init__(parent)
        self._shifts: dict[int, int] = {}
        if parent:
            self.source = parent.source

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *map(re.Match.end, LINE_FEED.finditer(self.src))]

    def line_index(self, offset: int) -> int:
        return bisect_right(self.line_starts, offset) - 1

    def line(self, index: int) -> str:
        return self.get_line(self.line_starts[index])

    def place(self, offset: int) -> int:
        """Where a character of this text stands in the file."""
        if self.shift is not None:
            return self.shift + offset
        index = self.line_index(offset)
        shift = self._shifts.get(index)
        if shift is None:
            shift = self._shifts[index] = self._shift(index)
        return max(offset + shift, self.source.line_starts[self.base + index])

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of this text stands in the file."""
        if self.shift is not None:
            return Span(self.shift + start, self.shift + end)
        first = self.place(start)
        if self.src.find("\n", start, end) < 0:  # within a line nothing is moved
            return Span(first, first + end - start)
        return Span(first, self.place(end))

    def _shift(self, index: int) -> int:
        """How far the characters of a line are from where they stand in the file."""
        end = self.line_starts[index] + len(self.line(index).rstrip(BLANKS))
        start, stop = self.source.line_span(self.base + index)
        return start + len(self.source.text[start:stop].rstrip(BLANKS)) - end

    def child(self, text: str, line: int) -> "PlacedState":
        """The state of a child whose text starts on that line of this one."""
        child = PlacedState(self)
        child.base = self.base + line
        child.process(text)
        return child

    def child_state(self, src: str, lazy_line_starts: set[int] | None = None) -> "PlacedState":
        container = self.container
        assert container, "mistune asks in this way for list items and quotes only"
        line = container.line
        container.item_lines.append(line)
        container.line = self.line_index(self.cursor - 1)  # the next marker was just read
        child = self.child(src, line + bool(BARE_MARKER.match(self.line(line))))
        child.lazy_line_starts = lazy_line_starts or set()
        return child

    def add_paragraph(self, text: str) -> None:
        super().add_paragraph(text)
        end = self.cursor + len(text)
        self.stamp_last(self.cursor, end)
        self.tokens[-1][STAMP].end = end

    def append_paragraph(self) -> int | None:
        end = super().append_paragraph()
        if end:
            self.tokens[-1][STAMP].end = end
        return end

    def stamp_last(self, start: int, end: int) -> None:
        """Stamp the last token, unless that was done where more is known of it."""
        if self.tokens and STAMP not in self.tokens[-1]:
            self.tokens[-1][STAMP] = Stamp(self, start, end, start)
