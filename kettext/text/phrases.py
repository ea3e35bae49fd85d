"""One scan for the phrases of all checks, by a dictionary on their rarest words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kettext.text.prose import PART, fold, parts_of_words

ARROW = " => "
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
    words: frozenset[str]

    @property
    def rarest(self) -> str:
        """The word to look for: long words are rare."""
        return max(self.words, key=lambda word: (len(word), word))


class PhraseIndex(NamedTuple):
    """The phrases of several lists by their rarest words."""

    by_word: dict[str, list[Listed]]

    def possible(self, words: frozenset[str]) -> Iterator[Listed]:
        """The phrases that a text with these words can hold, in whatever order it has them."""
        for word in self.by_word.keys() & words:
            yield from (listed for listed in self.by_word[word] if listed.words <= words)


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
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(_entry(line.strip()) for line in lines if line.strip() and line[0] != "#")


def _entry(line: str) -> Phrase:
    phrase, arrow, replacement = line.partition(ARROW)
    if "=>" in phrase:
        raise ValueError(f"write {line!r} as “phrase => replacement”, with blanks and both sides")
    return Phrase(fold(phrase), replacement if arrow else None)


def phrase_index(lists: Iterable[tuple[str, tuple[Phrase, ...]]]) -> PhraseIndex:
    """An index over lists, each with its owner's name. Raises ValueError for a phrase that does not
    begin with a word."""
    by_word: dict[str, list[Listed]] = {}
    for owner, phrases in lists:
        for phrase in phrases:
            if not PART.match(phrase.text):
                message = f"the phrase {phrase.text!r} of {owner} does not begin with a word"
                raise ValueError(message)
            parts = parts_of_words(phrase.text)
            listed = Listed(owner, phrase, frozenset(parts))
            by_word.setdefault(listed.rarest, []).append(listed)
    return PhraseIndex(by_word)
