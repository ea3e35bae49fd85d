"""Texts as letters, one for the class of each word: what a sentence about health is made of.

A grammar of classes can so be written as a small pattern. health_words.py has the words.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache

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
from kettext.text.value import Value

TOKEN = re.compile(r"\d[\d.,]*+|\w++(?:['-]\w++)*+|[^\w\s]")
SUFFIXES = ("s", "like", "related", "induced", "causing", "reducing", "relieving", "boosting")
PREFIXES = ("anti", "post", "non", "over", "long-term", "short-term", "high-dose", "low-dose")
ALL_ENDINGS = tuple(ENDINGS)
DETERMINERS = ("a", "an", "the", "this", "its", "their", "his", "her", "our", "your", "no", "of")
PLURALS = (  # of each word the first that fits
    *(("ay", "ays_"), ("ey", "eys_"), ("oy", "oys_"), ("uy", "uys_"), ("y", "ies_")),
    *(("s", "ses_"), ("x", "xes_"), ("ch", "ches_"), ("sh", "shes_")),
    *(("", "s"), ("_s", "")),
)
GERUNDS = (("cut", "cutt"), ("thin", "thinn"), ("e", ""), ("", "ing"))
MOST_KNOWN = 50_000  # words
TELLING = "CBMTtKSNP"
TOO_COMMON = frozenset(COMMON.split())
NOT_HEALTH = frozenset(ELSEWHERE.split())


class Tagged(Value):
    """The letters of the words and signs of a text, folded."""

    letters: str
    text: str

    def spans(self) -> list[tuple[int, int]]:
        """Where each of the words and signs stands in the text."""
        return [match.span() for match in TOKEN.finditer(self.text)]


def tagged(text: str) -> Tagged:
    """A folded text as letters of classes; "," and "." for signs, "9" for numbers, "w" for every
    other word, "+" for one that belongs to the next."""
    known = _vocabulary()
    tokens = TOKEN.findall(text)
    letters = [*map(known.letters.__getitem__, tokens)]
    if not known.seconds.isdisjoint(tokens):
        for index in [index for index, token in enumerate(tokens) if token in known.seconds]:
            before = tokens[index - 1] if index else ""
            paired = known.pairs.get(f"{before} {tokens[index]}")
            if paired:
                letters[index - 1], letters[index] = "+", paired
            elif letters[index] == "v" and before in DETERMINERS:
                letters[index] = "w"  # "the cause" is not what something does
    return Tagged("".join(letters), text)


class Letters(dict[str, str]):
    """The letters of words: those of the lists, and what was found for others."""

    def __missing__(self, word: str) -> str:
        letter = "w" if word.isalpha() and not word.endswith(ALL_ENDINGS) else self._other(word)
        if len(self) < MOST_KNOWN:
            self[word] = letter
        return letter

    def _other(self, token: str) -> str:
        if token[0].isdigit():
            return "9"
        if token.isalpha():
            return _ending(token)
        if token[0].isalpha():
            return self._compound(token)
        return "," if token in ",–—-" else "." if token in ".;:!?()" else "w"

    def _compound(self, word: str) -> str:
        """ "Anxiety-related", "anti-cancer", "melatonin's" are as good as the word in them."""
        first, _, last = word.replace("'", "-").rpartition("-")
        if last == "acting":  # fast, long
            return "S"
        known = first if last in SUFFIXES else last if first in PREFIXES else ""
        letter = self.get(known, "w")
        return letter if letter in "CcBbMTt" else "w"


class Vocabulary(Value):
    """The letters of words and of pairs of them, and which words must be seen with the one before
    them."""

    singles: dict[str, str]
    letters: Letters
    pairs: dict[str, str]
    seconds: frozenset[str]


def telling_words(words: AbstractSet[str], enough: int) -> set[str]:
    """Those of some words, in parts, one of which most sentences about health hold, and few
    others; of more than `enough` not all."""
    telling = {*words & _telling_singles()}
    return telling if len(telling) > enough else telling | (words & _telling_parts())


@cache
def _telling_singles() -> frozenset[str]:
    singles = _vocabulary().singles
    return frozenset(word for word, letter in singles.items() if letter in TELLING) - TOO_COMMON


@cache
def _telling_parts() -> frozenset[str]:
    """What of compounds and pairs of words tells most."""
    known = _vocabulary()
    singles = known.singles
    parted = (word for word, letter in singles.items() if letter in TELLING and not word.isalpha())
    longest = (max(re.split("['-]", word), key=len) for word in parted)
    halves = (_telling_half(pair, singles) for pair, letter in known.pairs.items() if letter != "w")
    return frozenset((*longest, *halves)) - TOO_COMMON


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
    effects = EFFECTS.split()
    shown = {*effects, *_forms(EFFECTS, PLURALS)}
    singles = dict.fromkeys(DONE.split(), "p")
    singles.update(dict.fromkeys(shown.union(_forms(EFFECTS, GERUNDS)), "v"))
    for letter, listed in OTHERS.items():
        singles.update(dict.fromkeys(listed.split(), letter))
    for letter, listed in NOUNS.items():
        singles.update(dict.fromkeys((*_forms(listed, PLURALS), *listed.split()), letter))
    pairs = {
        pair: letter
        for letter, listed in PAIRS.items()
        for pair in map(str.strip, listed.replace("\n", "|").split("|"))
        if pair
    }
    return Vocabulary(
        singles, Letters(singles), pairs, frozenset({pair.split()[1] for pair in pairs} | shown)
    )


def _forms(listed: str, endings: Iterable[tuple[str, str]]) -> list[str]:
    """The words of a list with other endings. The list is changed as a whole, which is far faster
    than word by word."""
    text = " ".join(listed.split()) + " "
    for old, new in endings:
        text = text.replace(f"{old} ", f"{new} ")
    return text.split()


def _ending(word: str) -> str:
    """The letter of a word that no list has."""
    if word in NOT_HEALTH:
        return "w"
    endings = (word[-size:] for size in range(4, len(word)))
    return next((ENDINGS[ending] for ending in endings if ending in ENDINGS), "w")
