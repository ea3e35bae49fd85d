"""A walk along the text of a leaf block that collects its prose, and checks that it is on track."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from kettext.formats.states import PlacedState
from kettext.text.prose import Piece, Prose
from kettext.text.source import Span


class WalkError(Exception):
    """The text is not what was expected."""


class LeafText(NamedTuple):
    """The text of a leaf block, and where it starts in the text of its state."""

    text: str
    state: PlacedState
    start: int

    def place(self, offset: int) -> int:
        """Where a character stands in the file."""
        return self.state.place(self.start + offset)

    def span(self, start: int, end: int) -> Span:
        return self.state.span(self.start + start, self.start + end)


class Bit(NamedTuple):
    """A part of the prose; `visible` is what readers see, `copied` that the source has the same."""

    text: str
    span: Span
    visible: str
    copied: bool


@dataclass(slots=True)
class Walk:
    leaf: LeafText
    cursor: int = 0
    bits: list[Bit] = field(default_factory=list)

    def sees(self, literal: str) -> bool:
        return self.leaf.text.startswith(literal, self.cursor)

    def pass_literal(self, literal: str) -> None:
        if not self.sees(literal):
            raise WalkError
        self.cursor += len(literal)

    def pass_pattern(self, pattern: re.Pattern[str]) -> re.Match[str]:
        match = pattern.match(self.leaf.text, self.cursor)
        if not match:
            raise WalkError
        self.cursor = match.end()
        return match

    def span_since(self, start: int) -> Span:
        return self.leaf.span(start, self.cursor)

    def add_copy(self, start: int, end: int) -> None:
        """Characters of the text are prose as they are."""
        if start < end:
            text = self.leaf.text[start:end]
            self.bits.append(Bit(text, self.leaf.span(start, end), text, copied=True))

    def add(self, text: str, span: Span, visible: str) -> None:
        """Something else stands in the prose for a stretch of the source."""
        self.bits.append(Bit(text, span, visible, copied=False))

    def add_blank(self, span: Span) -> None:
        """A break is one blank, and so are two breaks in a row."""
        last = self.bits[-1] if self.bits else None
        if last and last.text == " " and not last.copied and last.span.end == span.start:
            self.bits.pop()
            span = Span(last.span.start, span.end)
        self.add(" ", span, " ")

    def visible_text(self) -> str:
        return "".join(bit.visible for bit in self.bits)

    def prose(self) -> Prose:
        start = self.leaf.place(0)
        pieces = _pieces(self.bits) or [Piece(0, 0, Span(start, start))]
        return Prose("".join(bit.text for bit in self.bits), tuple(pieces))


def _pieces(bits: list[Bit]) -> list[Piece]:
    pieces: list[Piece] = []
    length = 0
    for text, span, _, copied in bits:
        last = pieces[-1] if pieces else None
        if last and copied and last.copied and last.source.end == span.start:
            whole = Span(last.source.start, span.end)
            pieces[-1] = Piece(last.start, last.length + len(text), whole)
        else:
            pieces.append(Piece(length, len(text), span, copied))
        length += len(text)
    return pieces
