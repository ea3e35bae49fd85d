"""A set of stretches of a text that is asked whether it has something in common with another
one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from kettext.text.source import Span


class Spans:
    """Stretches in order; those that overlap or stand side by side are one."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        first = bisect_left(self._ends, span.start)
        last = bisect_right(self._starts, span.end)
        merged = slice(first, last)
        start = min([span.start, *self._starts[merged]])
        end = max([span.end, *self._ends[merged]])
        self._starts[merged], self._ends[merged] = [start], [end]

    def touches(self, span: Span) -> bool:
        """Whether one of them overlaps a stretch or stands beside it."""
        index = bisect_left(self._ends, span.start)
        return index < len(self._starts) and self._starts[index] <= span.end

    def overlaps(self, span: Span) -> bool:
        index = bisect_right(self._ends, span.start)
        return index < len(self._starts) and self._starts[index] < span.end

    def contains(self, span: Span) -> bool:
        """Whether all of a stretch is in them."""
        index = bisect_right(self._starts, span.start) - 1
        return index >= 0 and span.end <= self._ends[index]
