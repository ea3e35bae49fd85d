"""The present text of an article that is being fixed: the splice, and where everything stands after
it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from kettext.kit.finding import Edit
from kettext.text.source import Span
from kettext.text.value import NamedTuple


class Stretch(NamedTuple):
    """A part of the present text: from the source at offset `origin`, or put in (`origin` None).
    `moved`: a fix has taken it to another place."""

    text: str
    origin: int | None
    moved: bool = False


class Draft:
    """The present text as stretches of the source and of what was put in."""

    __slots__ = ("_starts", "stretches")

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self.stretches: Final = tuple(stretch for stretch in stretches if stretch.text)
        sizes = (len(stretch.text) for stretch in self.stretches)
        self._starts: Final = tuple(accumulate(sizes, initial=0))

    @property
    def text(self) -> str:
        return "".join(stretch.text for stretch in self.stretches)

    def splice(self, edits: Iterable[Edit]) -> "Draft":
        """The text after edits that are sorted and do not overlap."""
        return Draft(self._spliced(edits))

    def _spliced(self, edits: Iterable[Edit]) -> Iterator[Stretch]:
        position = 0
        for edit in edits:
            yield from self.part(Span(position, edit.span.start))
            yield from self._put_in(edit)
            position = edit.span.end
        yield from self.part(Span(position, self._starts[-1]))

    def _put_in(self, edit: Edit) -> Iterator[Stretch]:
        """What stands in an edit: the stretches that it moves keep their origins."""
        if edit.moved is None:
            yield Stretch(edit.text, None)
            return
        moved = [stretch._replace(moved=True) for stretch in self.part(edit.moved)]
        lead, _, tail = edit.text.partition("".join(stretch.text for stretch in moved))
        yield from (Stretch(lead, None), *moved, Stretch(tail, None))

    def part(self, span: Span) -> Iterator[Stretch]:
        """The stretches of a part of the text, cut at its ends."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        while index < len(self.stretches) and self._starts[index] < span.end:
            start = self._starts[index]
            text, origin, moved = self.stretches[index]
            first, last = max(span.start - start, 0), min(span.end - start, len(text))
            if first < last:
                yield Stretch(text[first:last], None if origin is None else origin + first, moved)
            index += 1

    def origins(self, span: Span) -> Iterator[Span]:
        """Where in the source a part of the text stood; what was put in stood nowhere."""
        for text, origin, _ in self.part(span):
            if origin is not None:
                yield Span(origin, origin + len(text))


class OffsetMap:
    """Where an offset outside of the edits, or in a stretch that they move, stands after a splice
    of `text`."""

    def __init__(self, edits: Sequence[Edit], text: str) -> None:
        self._ends = [edit.span.end for edit in edits]
        self._shifts = [0]
        self.written: Final[list[Span]] = []  # where the texts of the edits stand
        moves = []
        for edit in edits:
            start = edit.span.start + self._shifts[-1]
            self.written.append(Span(start, start + len(edit.text)))
            if edit.moved:
                lead = edit.text.find(text[edit.moved.start : edit.moved.end])
                moves.append((edit.moved, start + lead))
            grown = len(edit.text) - (edit.span.end - edit.span.start)
            self._shifts.append(self._shifts[-1] + grown)
        self._moves = sorted(moves)

    def after(self, offset: int) -> int:
        """The new place of the character at `offset`; text put in at that very place stands before
        it."""
        index = bisect_right(self._moves, offset, key=lambda move: move[0].start) - 1
        if index >= 0 and offset < self._moves[index][0].end:
            return self._moves[index][1] + offset - self._moves[index][0].start
        return offset + self._shifts[bisect_right(self._ends, offset)]
