"""How much two texts are alike, by their words; order counts a little."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from kettext.text.facts import facts
from kettext.text.prose import words
from kettext.text.value import NamedTuple

Item = TypeVar("Item")
NEAR = 0.65  # from here on a sentence is a near copy, if no fact differs
CONTENT = 4  # letters: shorter words seldom carry what a text is about
SAME_CONTENT = 0.7  # the share of longer words that a near copy has in common with the other one
ADDED = 3  # longer words more than what they stand for: a clause of its own
ONE_WAY = ("negation", "direction")  # what a text that lacks it says in the opposite way
MOST_WORDS = 300  # of a text whose words are put side by side


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


def says_all(text: str, other: str) -> bool:
    """Whether one text says nearly all that another one says: with each of its facts, and without
    denying anything that it states."""
    if not _repeats(other, text):
        return False
    mine, theirs = facts(text), facts(other)
    return not theirs - mine and not any(fact.kind in ONE_WAY for fact in mine - theirs)


def _repeats(text: str, other: str) -> bool:
    """Whether a text says nearly what another one says, and adds nothing to it."""
    one, two = words(text), words(other)
    profiles = profile_of(one), profile_of(two)
    if likeness_of(*profiles) < NEAR or max(len(one), len(two)) > MOST_WORDS:
        return False
    has_same_content = share(profiles[0].content, profiles[1].content) >= SAME_CONTENT
    return has_same_content and not _adds(one, two)


def _adds(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one text has a longer word where the other one has nothing or another word, or
    several where that has fewer."""
    from difflib import SequenceMatcher  # few articles have near copies that could go

    for kind, first, last, begin, stop in SequenceMatcher(
        None, other, one, autojunk=False
    ).get_opcodes():
        mine, theirs = _long_words(one[begin:stop]), _long_words(other[first:last])
        is_other_word = len(mine) == len(theirs) == 1 and not _are_forms(mine[0], theirs[0])
        if is_other_word or len(mine) - len(theirs) >= (1 if kind == "insert" else ADDED):
            return True
    return False


def _are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one: another word in its place may be the opposite."""
    return one[:CONTENT] == other[:CONTENT]


def _long_words(some: Sequence[str]) -> list[str]:
    return [word for word in some if len(word) >= CONTENT]
