"""Whether a pattern that somebody has written into a config file can be slow.

A pattern is slow if there are many ways to match the same words, all of which are tried before it
gives up. The ways are counted in the parsed pattern; what can't be taken back (`++`, `(?>…)`) is
one way.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]  # not public, but there is no other parser
from typing import Any

from kettext.text.source import InputError
from kettext.text.value import NamedTuple

LONGEST = 500  # characters
MANY = 100  # a repetition that often counts as one without end
MOST_LOOPS, MOST_WAYS = 3, 100_000
NESTED = (
    "repeats what may itself match in several ways, which can take for ever; "
    "put a “+” behind the inner repetition, as in (?:\\w++ )+"
)
Parsed = Iterable[tuple[Any, Any]]  # operations and what they are about, as the parser gives them


class Weight(NamedTuple):
    """In how many ways something can match, and how many repetitions without end are in it."""

    ways: int = 1
    loops: int = 0

    def __mul__(self, other: object) -> "Weight":
        if not isinstance(other, Weight):
            return NotImplemented
        return Weight(min(self.ways * other.ways, MOST_WAYS + 1), self.loops + other.loops)


def check_pattern(pattern: str) -> None:
    """Raises InputError, with what is wrong behind the words “the pattern”, for one that can't be
    understood, is too long, matches nothing but nothing, or can be slow."""
    if len(pattern) > LONGEST:
        raise InputError(f"is longer than {LONGEST} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compiled = re.compile(pattern)
            parsed = _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError, Warning) as error:
        raise InputError(f"can't be understood: {error}") from error
    _within_limits(_weight(parsed))
    if compiled.match(""):
        raise InputError("matches where there is nothing")


def _within_limits(weight: Weight) -> Weight:
    if weight.loops > MOST_LOOPS or weight.ways > MOST_WAYS:
        raise InputError(
            "has too many repetitions and alternatives, which can take for ever; "
            "put a “+” behind repetitions, as in \\w++"
        )
    return weight


def _weight(parsed: Parsed) -> Weight:
    total = Weight()
    for operation, about in parsed:
        total *= _weight_of(str(operation), about)
    return total


def _weight_of(operation: str, about: Any) -> Weight:  # what the parser gives
    match operation:
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(*about)
        case "SUBPATTERN":
            return _weight(about[-1])
        case "BRANCH":
            return _branched(about[1])
        case "GROUPREF_EXISTS":
            return _branched([about[1], about[2] or ()])
        case "POSSESSIVE_REPEAT":
            _within_limits(_weight(about[2]))
        case "ATOMIC_GROUP":
            _within_limits(_weight(about))
        case "ASSERT" | "ASSERT_NOT":
            _within_limits(_weight(about[1]))
    return Weight()


def _repeated(least: int, most: int, body: Parsed) -> Weight:
    weight = _weight(body)
    if most >= MANY:
        if weight != Weight():
            raise InputError(NESTED)
        return Weight(loops=int(least != most))
    total = Weight(most - least + 1)
    for _ in range(most):
        total *= weight
    return total


def _branched(alternatives: Iterable[Parsed]) -> Weight:
    listed = [list(alternative) for alternative in alternatives]
    weights = [_weight(alternative) for alternative in listed]
    firsts = list(_first_letters(listed))
    is_clear = None not in firsts and len(set(firsts)) == len(firsts)
    ways = [weight.ways for weight in weights]
    return Weight(max(ways) if is_clear else sum(ways), max(weight.loops for weight in weights))


def _first_letters(alternatives: Iterable[list[tuple[Any, Any]]]) -> Iterator[str | None]:
    """The letter that an alternative begins with, None if that is not certain."""
    for alternative in alternatives:
        operation, about = alternative[0] if alternative else ("", 0)
        yield chr(about).lower() if str(operation) == "LITERAL" else None
