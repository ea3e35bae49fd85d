"""One scan for the phrases of all checks, by a dictionary on their rarest words."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from kettext.text.prose import PART, fold
from kettext.text.value import NamedTuple

ARROW = " => "
BETWEEN = "\x1f"  # stands in no list, and folds to itself
LONG = 6  # letters: few texts hold such a word of a list
JOINTS = "'-"  # join two parts to one word


class Phrase(NamedTuple):
    """One entry of a list: folded text and what to say instead, None if the list does not say."""

    text: str
    replacement: str | None


class Occurrence(NamedTuple):
    """A phrase found at `[start, end)` of a text; `owner` is whose list it is on."""

    start: int
    end: int
    owner: str
    phrase: Phrase


class Listed(NamedTuple):
    """A phrase on the list of its owner, with the parts of its words."""

    owner: str
    phrase: Phrase
    words: Sequence[str]

    @property
    def rarest(self) -> str:
        """The word to look for: long words are rare."""
        return max(self.words, key=len)


class PhraseIndex:
    """The phrases of several lists, each with its owner, by a long word of theirs."""

    def __init__(self, by_word: dict[str, list[tuple[str, Phrase]]]) -> None:
        self._by_word: Final = by_word
        self._words: Final = frozenset(by_word)
        self._listed: Final[dict[str, list[Listed]]] = {}  # of the words that were met

    def possible(self, words: frozenset[str]) -> Iterator[Listed]:
        """The phrases that a text with these words can hold, in whatever order it has them."""
        for word in self._words & words:  # as fast as the smaller set is small
            if word not in self._listed:
                self._listed[word] = [
                    Listed(owner, phrase, _parts_of_words(phrase.text))
                    for owner, phrase in self._by_word[word]
                ]
            yield from [one for one in self._listed[word] if words.issuperset(one.words)]


def occurrences(text: str, listed: Iterable[Listed]) -> list[Occurrence]:
    """Where phrases stand in a text, whole words only, of each list the longest one at a place."""
    longest: dict[tuple[int, str], Occurrence] = {}
    for one in sorted(_occurrences(fold(text), listed), key=lambda one: (one.start, -one.end)):
        longest.setdefault((one.start, one.owner), one)
    return list(longest.values())


def _occurrences(folded: str, listed: Iterable[Listed]) -> Iterator[Occurrence]:
    for owner, phrase, *_ in listed:
        start = folded.find(phrase.text)
        while start >= 0:
            end = start + len(phrase.text)
            if _begins_word(folded, start) and _ends_word(folded, end):
                yield Occurrence(start, end, owner, phrase)
            start = folded.find(phrase.text, start + 1)


def _begins_word(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    return not (before[-1:].isalnum() or (before[-1:] in JOINTS and before[:-1].isalnum()))


def _ends_word(text: str, end: int) -> bool:
    return not (text[end - 1].isalnum() and text[end : end + 1].isalnum())


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """The entries of a list: one a line, `#` for comments, ` => replacement` at will.

    Raises ValueError for an arrow without a phrase, a blank or a replacement beside it.
    """
    lines = map(str.strip, path.read_text(encoding="utf-8").split("\n"))
    entries = [line.partition(ARROW) for line in lines if line and line[0] != "#"]
    folded = fold(BETWEEN.join([phrase for phrase, _, _ in entries]))  # all at once: it is faster
    if "=>" in folded:
        wrong = next("".join(entry) for entry in entries if "=>" in entry[0])
        raise ValueError(f"write {wrong!r} as “phrase => replacement”, with blanks and both sides")
    instead = (replacement if arrow else None for _, arrow, replacement in entries)
    return tuple(map(Phrase, folded.split(BETWEEN), instead)) if entries else ()


def phrase_index(lists: Iterable[tuple[str, tuple[Phrase, ...]]]) -> PhraseIndex:
    """An index over lists, each with its owner's name. Raises ValueError for a phrase that does not
    begin with a word."""
    by_word: dict[str, list[tuple[str, Phrase]]] = {}
    for owner, phrases in lists:
        for phrase in phrases:
            if not phrase.text[:1].isalnum():
                message = f"the phrase {phrase.text!r} of {owner} does not begin with a word"
                raise ValueError(message)
            by_word.setdefault(_long_word(phrase.text), []).append((owner, phrase))
    return PhraseIndex(by_word)


def _long_word(text: str) -> str:
    """A part of a word by which to find a phrase: the last word if it is long, else the longest."""
    word = text.rpartition(" ")[2]
    if len(word) < LONG or not word.isalnum():
        word = max(text.split(), key=len)
    return word if word.isalnum() else max(PART.findall(word), key=len)


def _parts_of_words(text: str) -> list[str]:
    is_plain = text.replace(" ", "").isalnum()
    return text.split() if is_plain else PART.findall(text)
