"""Texts as letters, one for the class of each word: what a sentence about health is made of.

A grammar of classes can so be written as a small pattern. health_words.py has the words.
"""

import re
from functools import cache
from typing import NamedTuple

from kettext.text.health_words import (
    COMMON,
    DONE,
    EFFECTS,
    ELSEWHERE,
    ENDINGS,
    NOUNS,
    OTHERS,
    PAIRS,
)

TOKEN = re.compile(r"\d[\d.,]*+|\w++(?:['-]\w++)*+|[^\w\s]")
SUFFIXES = ("s", "like", "related", "induced", "causing", "reducing", "relieving", "boosting")
PREFIXES = ("anti", "post", "non", "over", "long-term", "short-term", "high-dose", "low-dose")
ALL_ENDINGS = tuple(ENDINGS)
DETERMINERS = ("a", "an", "the", "this", "its", "their", "his", "her", "our", "your", "no", "of")
TELLING = "CBMTtKSNP"
TOO_COMMON = frozenset(COMMON.split())
NOT_HEALTH = frozenset(ELSEWHERE.split())


class Tagged(NamedTuple):
    """The letters of the words and signs of a text, folded."""

    letters: str
    text: str

    def spans(self) -> list[tuple[int, int]]:
        """Where each of the words and signs stands in the text."""
        return [match.span() for match in TOKEN.finditer(self.text)]


def tagged(text: str) -> Tagged:
    """A folded text as letters of classes; "," and "." for signs, "9" for numbers, "w" for every
    other word, "+" for one that belongs to the next."""
    singles, pairs, seconds = _vocabulary()
    tokens = TOKEN.findall(text)
    letters = [
        singles.get(token)
        or ("w" if token.isalpha() and not token.endswith(ALL_ENDINGS) else _other(token))
        for token in tokens
    ]
    for index, token in enumerate(tokens):
        if token in seconds and index:
            before = tokens[index - 1]
            paired = pairs.get(f"{before} {token}")
            if paired:
                letters[index - 1], letters[index] = "+", paired
            elif letters[index] == "v" and before in DETERMINERS:
                letters[index] = "w"  # "the cause" is not what something does
    return Tagged("".join(letters), text)


class Vocabulary(NamedTuple):
    """The letters of words and of pairs of them, and which words must be seen with the one before
    them."""

    singles: dict[str, str]
    pairs: dict[str, str]
    seconds: frozenset[str]


@cache
def telling_words() -> frozenset[str]:
    """Words, in parts, one of which most sentences about health hold, and few others."""
    singles, pairs, _ = _vocabulary()
    words = {word for word, letter in singles.items() if letter in TELLING}
    parted = {word for word in words if not word.isalpha()}
    longest = (max(re.split("['-]", word), key=len) for word in parted)
    halves = (_telling_half(pair, singles) for pair, letter in pairs.items() if letter != "w")
    return frozenset((words - parted).union(longest, halves) - TOO_COMMON)


def _telling_half(pair: str, singles: dict[str, str]) -> str:
    """The part of a pair that stands in fewer other texts: one of a class of medicine, else of
    ailments or parts of the body."""
    first, second = pair.split()
    letters = {first: singles.get(first, "w"), second: singles.get(second, "w")}
    for classes in (TELLING, "c", "b"):
        for word, letter in letters.items():
            if letter in classes and word not in TOO_COMMON:
                return word
    return second


@cache
def _vocabulary() -> Vocabulary:
    singles = dict.fromkeys(DONE.split(), "p")
    effects = EFFECTS.split()
    shown = {*effects, *map(_plural, effects)}
    singles.update(dict.fromkeys(shown, "v"))
    singles.update(dict.fromkeys(map(_gerund, effects), "v"))
    for letter, listed in OTHERS.items():
        singles.update(dict.fromkeys(listed.split(), letter))
    for letter, listed in NOUNS.items():
        nouns = listed.split()
        singles.update(dict.fromkeys(map(_plural, nouns), letter))
        singles.update(dict.fromkeys(nouns, letter))
    pairs = {
        pair: letter
        for letter, listed in PAIRS.items()
        for pair in map(str.strip, listed.replace("\n", "|").split("|"))
        if pair
    }
    return Vocabulary(singles, pairs, frozenset({pair.split()[1] for pair in pairs} | shown))


def _other(token: str) -> str:
    if token[0].isdigit():
        return "9"
    if token.isalpha():
        return _ending(token)
    if token[0].isalpha():
        return _compound(token)
    return "," if token in ",–—-" else "." if token in ".;:!?()" else "w"


def _compound(word: str) -> str:
    """ "Anxiety-related", "anti-cancer", "melatonin's" are as good as the word in them."""
    first, _, last = word.replace("'", "-").rpartition("-")
    if last == "acting":  # fast, long
        return "S"
    known = first if last in SUFFIXES else last if first in PREFIXES else ""
    letter = _vocabulary().singles.get(known, "w")
    return letter if letter in "CcBbMTt" else "w"


def _ending(word: str) -> str:
    """The letter of a word that no list has."""
    if word in NOT_HEALTH:
        return "w"
    endings = (word[-size:] for size in range(4, len(word)))
    return next((ENDINGS[ending] for ending in endings if ending in ENDINGS), "w")


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


def _gerund(verb: str) -> str:
    if verb in ("cut", "thin"):
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if verb.endswith("e") else f"{verb}ing"
