"""One scan for the phrases of all checks, by a dictionary on their first words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kettext.text.prose import WORD, fold

ARROW = " => "


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


class PhraseIndex(NamedTuple):
    """The phrases of several lists by their first words, longest first."""

    by_word: dict[str, tuple[tuple[str, Phrase], ...]]

    def scan(self, text: str) -> Iterator[Occurrence]:
        """The phrases in a text, whole words only, the longest of each list at a place."""
        folded = fold(text)
        for match in WORD.finditer(folded):
            seen: set[str] = set()
            for owner, phrase in self.by_word.get(match[0], ()):
                end = match.start() + len(phrase.text)
                if owner in seen or not folded.startswith(phrase.text, match.start()):
                    continue
                if phrase.text[-1].isalnum() and folded[end : end + 1].isalnum():
                    continue
                seen.add(owner)
                yield Occurrence(match.start(), end, owner, phrase)


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """The entries of a list: one a line, `#` for comments, ` => replacement` at will."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(_entry(line.strip()) for line in lines if line.strip() and line[0] != "#")


def _entry(line: str) -> Phrase:
    phrase, arrow, replacement = line.partition(ARROW)
    return Phrase(fold(phrase), replacement if arrow else None)


def phrase_index(lists: Iterable[tuple[str, tuple[Phrase, ...]]]) -> PhraseIndex:
    """An index over lists, each with its owner's name. Raises ValueError for a phrase without a
    word."""
    by_word: dict[str, list[tuple[str, Phrase]]] = {}
    for owner, phrases in lists:
        for phrase in phrases:
            first = WORD.match(phrase.text)
            if not first:
                raise ValueError(
                    f"the phrase {phrase.text!r} of {owner} does not begin with a word"
                )
            by_word.setdefault(first[0], []).append((owner, phrase))
    longest_first = {
        word: tuple(sorted(entries, key=lambda entry: -len(entry[1].text)))
        for word, entries in by_word.items()
    }
    return PhraseIndex(longest_first)
