"""Phrases of words of given kinds, found word by word: nothing is compiled for them, and only what
stands beside their cue is looked at."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import Final

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock
from kettext.kit.claims import Claim, draft
from kettext.text.prose import fold, parts_of_words

TOKEN = re.compile(r"[a-z](?:\.[a-z])++\.?|\w++(?:'\w++)*+|[^\w\s]")
Stretch = tuple[int, int]  # the first and the last of some words, by their places


class Kind(frozenset[str]):
    """Words any of which may stand at a place of a phrase."""


@cache
def kind(words: str) -> Kind:
    return Kind(words.split())


def _known(words: Container[str] | str) -> Container[str]:
    return kind(words) if isinstance(words, str) else words


class Adverbs(Kind):
    """These words, and all in -ly."""

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) or (isinstance(word, str) and word.endswith("ly"))


class Stems(tuple[str, ...]):
    """Beginnings of words any of which may stand at a place of a phrase."""

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word.startswith(self)


class AnyWord(Kind):
    """Every word without an apostrophe or a hyphen."""

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word.isalnum()


ANY = AnyWord()


class Maybe:
    """A word that may stand there, or not."""

    def __init__(self, words: Container[str] | str) -> None:
        self.words: Final = _known(words)


class Unless(Maybe):
    """A word that must not stand there."""


class Gap:
    """At most so many other words, the fewest that will do."""

    def __init__(self, most: int) -> None:
        self.most: Final = most


class Cue:
    """The words by which a phrase is found: the rarest of it."""

    def __init__(self, words: Iterable[str] | str) -> None:
        self.words: Final = words.split() if isinstance(words, str) else words


Step = Container[str] | Maybe | Gap  # a string stands for the words in it


def _read(step: Step) -> Step:
    return kind(step) if isinstance(step, str) else step


class Phrase:
    """What stands at a cue: steps before it and after it, in the order of reading."""

    def __init__(self, *steps: Step | Cue) -> None:
        place = next(index for index, step in enumerate(steps) if isinstance(step, Cue))
        self.cue: Final = [word for step in steps if isinstance(step, Cue) for word in step.words]
        read = [_read(step) for step in steps if not isinstance(step, Cue)]
        self._before: Final = read[:place][::-1]
        self._after: Final = read[place:]

    def at(self, words: Sequence[str], place: int) -> Stretch | None:
        first = _reach(words, place, self._before, -1)
        last = None if first is None else _reach(words, place, self._after, 1)
        if first is None or last is None or (first and words[first - 1] == "-"):
            return None  # "non-experts" are others
        return first, last


def _reach(words: Sequence[str], place: int, steps: Sequence[Step], way: int) -> int | None:
    """The place of the last word of some steps that are taken from a place on."""
    if not steps:
        return place
    step, rest = steps[0], steps[1:]
    if isinstance(step, Gap):
        return _reach_over(words, place, step.most, rest, way)
    beside = place + way
    known = step.words if isinstance(step, Maybe) else step
    is_there = 0 <= beside < len(words) and words[beside] in known
    if isinstance(step, Unless):
        return None if is_there else _reach(words, place, rest, way)
    reached = _reach(words, beside, rest, way) if is_there else None
    may_miss = reached is None and isinstance(step, Maybe)
    return _reach(words, place, rest, way) if may_miss else reached


def _reach_over(
    words: Sequence[str], place: int, most: int, steps: Sequence[Step], way: int
) -> int | None:
    for _ in range(most + 1):
        reached = _reach(words, place, steps, way)
        if reached is not None:
            return reached
        place += way
        if not 0 <= place < len(words) or not words[place].replace(".", "").isalnum():
            return None
    return None


class Grammar:
    """Phrases, each looked for only where a word of its cue stands."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases = phrases

    @cached_property
    def cues(self) -> Mapping[str, Sequence[Phrase]]:
        """The phrases that a word may be the cue of."""
        by_cue: dict[str, list[Phrase]] = {}
        for one in self._phrases:
            for word in one.cue:
                by_cue.setdefault(word, []).append(one)
        return by_cue

    def __call__(self, words: Sequence[str]) -> list[Stretch]:
        """Where the phrases stand, in order; of those that begin together the longest first."""
        cues = self.cues
        places = [place for place, word in enumerate(words) if word in cues]
        found = (one.at(words, place) for place in places for one in cues[words[place]])
        return sorted(filter(None, found), key=lambda stretch: (stretch[0], -stretch[1]))


Reading = Callable[[Sequence[str]], Sequence[Stretch]]


def claims_in(document: Document, blocks: Iterable[LeafBlock], found: Reading) -> Iterator[Claim]:
    """What is found in the words of some blocks. Prose, which costs more to read, is read of those
    where something is found in the text as it is written."""
    for block in blocks:
        if found(TOKEN.findall(fold(draft(document.source.slice(block.span))))):
            prose = document.prose(block)
            text = fold(prose.text)
            stretches = found(TOKEN.findall(text))
            spans = [token.span() for token in TOKEN.finditer(text)] if stretches else []
            for first, last in stretches:
                yield Claim(block, prose, spans[first][0], spans[last][1])


class Wording:
    """Words and phrases, these parted by "|", one of which stands in a text or not."""

    def __init__(self, words: str, phrases: str) -> None:
        self._words: Final = frozenset(words.split())
        self._phrases: Final = [f" {one} " for one in phrases.split("|")]

    def is_in(self, text: str) -> bool:
        """Whether one stands in a folded text; "he" also does in "he's"."""
        words = parts_of_words(text)
        joined = f" {' '.join(words)} "
        return not self._words.isdisjoint(words) or any(one in joined for one in self._phrases)
