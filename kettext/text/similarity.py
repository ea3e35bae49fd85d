"""How much two texts are alike, by their words; order counts a little."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from kettext.text.prose import words

Item = TypeVar("Item")
NEAR = 0.65  # from here on a sentence is a near copy, if no fact differs
CONTENT = 4  # letters: shorter words seldom carry what a text is about


class Profile(NamedTuple):
    """What is compared of a text, counted once for all its comparisons."""

    words: Counter[str]
    content: Counter[str]
    pairs: Counter[tuple[str, str]]


def profile(text: str) -> Profile:
    return profile_of(words(text))


def profile_of(text: Sequence[str]) -> Profile:
    counted = Counter(text)
    content = Counter({word: count for word, count in counted.items() if len(word) >= CONTENT})
    return Profile(counted, content, Counter(pairwise(text)))


def likeness(one: str, other: str) -> float:
    """From 0 (no word in common) to 1 (the same words in the same order): the mean of the shares
    that two texts have in common of their words, their longer words and their pairs of words."""
    return likeness_of(profile(one), profile(other))


def likeness_of(one: Profile, other: Profile) -> float:
    """The same of profiles."""
    shares = [share(one.words, other.words)]
    if one.content or other.content:
        shares.append(share(one.content, other.content))
    if one.pairs or other.pairs:
        shares.append(share(one.pairs, other.pairs))
    return sum(shares) / len(shares)


def share(one: Counter[Item], other: Counter[Item]) -> float:
    """The share of two collections that they have in common."""
    total = one.total() + other.total()
    return 2 * common(one, other) / total if total else 0.0


def common(one: Counter[Item], other: Counter[Item]) -> int:
    """How many items two collections have in common."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return sum(min(count, many[item]) for item, count in few.items() if item in many)
