"""Values and named tuples: classes whose fields are what they annotate.

A class of either kind is made in a tenth of the time that `typing.NamedTuple` takes, and a fiftieth
of that of a dataclass, which counts where every start of the program makes some dozens. What is
unpacked, sorted, kept as a key or replaced in part is a named tuple, anything else a value. Span
and Piece, which are made by the ten thousand, stay with `typing.NamedTuple`, whose instances are
made faster.
"""

from operator import itemgetter
from typing import TYPE_CHECKING, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """What has the fields that its class annotates, given in order or by name. Two are equal if
    they are of one class and all their fields are."""

    def __init__(self, *values: object, **named: object) -> None:
        self.__dict__.update(zip(self.__annotations__, values, strict=False), **named)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.in_order() == other.in_order()

    def __hash__(self) -> int:
        return hash(self.in_order())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.in_order()}"

    def in_order(self) -> tuple[object, ...]:
        """Its fields, in the order in which they are annotated."""
        return tuple(getattr(self, name) for name in self.__annotations__)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class Maker(type):
        """Makes the fields of a named tuple out of its annotations."""

        def __new__(cls, name, bases, space):
            fields = tuple(space.get("__annotations__", ()))
            defaults = {field: space[field] for field in fields if field in space}
            getters = {field: property(itemgetter(at)) for at, field in enumerate(fields)}
            own = {"__slots__": (), "_fields": fields, "_field_defaults": defaults}
            return super().__new__(cls, name, bases, {**space, **own, **getters})

    class NamedTuple(tuple, metaclass=Maker):
        """What `typing.NamedTuple` is, as far as it is used here. Raises TypeError for fields that
        are unknown, missing, or given twice."""

        def __new__(cls, *values, **named):
            missing = len(cls._fields) - len(values)
            if named or missing:
                values = cls._filled(values, named, missing)
            return tuple.__new__(cls, values)

        @classmethod
        def _filled(cls, values, named, missing):
            if not named and 0 < missing <= len(cls._field_defaults):
                return values + tuple(cls._field_defaults.values())[-missing:]
            rest = cls._fields[len(values) :]
            given = {**cls._field_defaults, **named}
            lacking = [field for field in rest if field not in given]
            wrong = [name for name in named if name not in rest]
            if lacking or wrong or missing < 0:
                raise TypeError(f"{cls.__name__}: missing {lacking}, not expected {wrong}")
            return (*values, *(given[field] for field in rest))

        def _replace(self, **named):
            values = [named.pop(*pair) for pair in zip(self._fields, self, strict=True)]
            return type(self)(*values, **named)  # what is left is no field

        def __getnewargs__(self):
            return tuple(self)  # what pickle and copy make another one of

        def __repr__(self):
            fields = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={it!r}' for name, it in fields)})"
