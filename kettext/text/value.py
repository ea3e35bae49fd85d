"""Values: classes whose fields are what they annotate.

A class of this kind is made in a tenth of the time that a named tuple takes, and a fiftieth of that
of a dataclass, which counts where every start of the program makes some dozens. Its instances are
no tuples: what is unpacked, sorted or kept as a key is a named tuple.
"""

from typing import dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """What has the fields that its class annotates, given in order or by name. Two are equal if
    they are of one class and all their fields are."""

    def __init__(self, *values: object, **named: object) -> None:
        self.__dict__.update(zip(self.__annotations__, values, strict=False), **named)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._values()}"

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__annotations__)
