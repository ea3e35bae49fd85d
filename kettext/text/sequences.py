"""Walking a part of a sequence."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def tail(items: Sequence[Item], start: int) -> Iterator[Item]:
    """The items from a place on, without walking over those before it, as islice() does."""
    for place in range(start, len(items)):
        yield items[place]
