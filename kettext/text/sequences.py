"""Walking a part of a sequence."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kettext.text.source import Span

Item = TypeVar("Item")


def tail(items: Sequence[Item], start: int) -> Iterator[Item]:
    """The items from a place on, without walking over those before it, as islice() does."""
    for place in range(start, len(items)):
        yield items[place]


def overlapping(
    items: Sequence[Item], span: Span, span_of: Callable[[Item], Span]
) -> Iterator[Item]:
    """The items whose spans have something in common with a stretch; they are in order and do not
    overlap."""
    for item in tail(items, bisect_right(items, span.start, key=lambda one: span_of(one).end)):
        if span_of(item).start >= span.end:
            return
        yield item
