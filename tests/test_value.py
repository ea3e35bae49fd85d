"""Values and named tuples do what those of the standard library do."""

import copy
import pickle
import typing
from collections.abc import Callable

import pytest

from kettext.text.value import NamedTuple, Value


class Place(NamedTuple):
    line: int
    column: int = 1

    @property
    def shown(self) -> str:
        return f"{self.line}:{self.column}"


class Standard(typing.NamedTuple):
    line: int
    column: int = 1


class Colour(Value):
    name: str
    shade: int = 0


def test_a_named_tuple_is_made_read_and_unpacked_as_that_of_typing() -> None:
    for make in (Place, Standard):
        one = make(3, column=4)
        line, column = one
        assert (one.line, one.column, one[0]) == (line, column, 3) == (3, 4, 3)
        assert make(3) == make(line=3) == (3, 1)
        assert make(1, 9) < make(2, 1)
        assert one._replace(line=5) == (5, 4)
        assert one._fields == ("line", "column")
        assert hash(one) == hash((3, 4))
    assert repr(Place(3, 4)) == "Place(line=3, column=4)"
    assert Place(3, 4).shown == "3:4"


def test_a_named_tuple_can_be_copied_and_sent_to_another_process() -> None:
    one = Place(3, 4)
    for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert other == one
        assert type(other) is Place


@pytest.mark.parametrize(
    "make",
    [
        lambda kind: kind(),
        lambda kind: kind(1, 2, 3),
        lambda kind: kind(1, line=2),
        lambda kind: kind(1, colour=2),
        lambda kind: kind(1)._replace(colour=2),
    ],
)
def test_fields_that_are_wrong_are_refused(make: Callable[[type], object]) -> None:
    for kind in (Place, Standard):
        with pytest.raises((TypeError, ValueError)):
            make(kind)


def test_a_named_tuple_has_no_other_fields_and_keeps_those_it_has() -> None:
    for one in (Place(1), Standard(1)):
        for name in ("line", "colour"):
            with pytest.raises(AttributeError):
                setattr(one, name, 2)


def test_values_are_equal_if_their_class_and_fields_are() -> None:
    assert Colour("red") == Colour(name="red", shade=0)
    assert Colour("red") != Colour("red", 1)
    assert Colour("red") != ("red", 0)
    assert len({Colour("red"), Colour("red", 0), Colour("blue")}) == 2
    assert repr(Colour("red")) == "Colour('red', 0)"
