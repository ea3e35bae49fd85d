"""Near copies: paragraphs and sentences that say nearly the same as others further up.

Only passages that share several uncommon pairs of words are compared at all: that keeps the work
linear, and small where an article repeats nothing.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, pairwise
from typing import Final

from kettext.article.document import Document
from kettext.kit.repeats import Place, places_of
from kettext.text.facts import Fact, places_of_facts
from kettext.text.prose import WORD, words
from kettext.text.similarity import CONTENT, Profile, common, likeness_of, profile_of, share
from kettext.text.source import Span
from kettext.text.value import NamedTuple, Value

BREAK = "\N{PILCROW SIGN}" * 9  # parts paragraphs
BETWEEN = f" {BREAK} "
LONG = 6  # letters: words that are rare enough to tell paragraphs apart
MOST_PLACES = 4  # what stands in more of them is what the article is about
FEWEST_SHARED = 2  # pairs of words
PART_SHARED = 0.15  # of the pairs of words of the shorter paragraph
IN_A_ROW = 4  # long words: a clause
SENTENCES_LIKE = 0.68
PARAGRAPHS_LIKE = 0.5
CONTAINED = 0.8  # the share of the shorter paragraph's words that the longer one has
FUSED = 4  # words of a heading at the start of a paragraph: an accident of pasting
LONGER = 3  # times: what is so much longer is no copy
Mark = tuple[str, str]
Pair = tuple[int, int]
Measure = Callable[[Profile, Profile], float]


class Passage:
    """A paragraph, or one of its sentences, with its `number` in it."""

    def __init__(self, document: Document, place: Place, span: Span, number: int = 0) -> None:
        self.place: Final = place
        self.span: Final = span
        self.number: Final = number
        self.written: Final = document.source.slice(span)
        self.words: Final = words(document.prose(place.block).read(span))

    @cached_property
    def profile(self) -> Profile:
        return profile_of(self.words)

    @cached_property
    def facts(self) -> tuple[tuple[Fact, str], ...]:
        """The facts of it, each with its words as they are written."""
        return tuple(places_of_facts(self.written))

    @property
    def length(self) -> int:
        return len(self.words)


class Near(NamedTuple):
    """Two passages that are nearly the same, with how much they are alike."""

    first: Passage
    again: Passage
    likeness: float


class Candidates(Value):
    """The numbers of the paragraphs to look at: pairs of those that share a good part of their
    uncommon words, and all that share some in a row with others."""

    paragraphs: tuple[Pair, ...]
    places: tuple[int, ...]


def near_paragraphs(document: Document) -> tuple[Near, ...]:
    """Pairs of paragraphs that say nearly the same, whatever their facts, in reading order."""
    return document.derived(_near_paragraphs)


def near_sentences(document: Document) -> tuple[Near, ...]:
    """Pairs of sentences that say nearly the same, or just the same, whatever their facts, in
    reading order; only paragraphs that share uncommon words are looked at."""
    return document.derived(_near_sentences)


def sentences_of(document: Document, place: Place) -> list[Passage]:
    """The sentences of a paragraph, the first one without words of the heading that run into it."""
    spans = document.sentences(place.block)
    found = [Passage(document, place, span, number) for number, span in enumerate(spans)]
    if found and place.heading and place.number == 1:
        found[0] = _without_title(document, found[0], words(place.heading.text))
    return found


def related_sentences(document: Document) -> tuple[Passage, ...]:
    """The sentences of the paragraphs that share uncommon words with others, in reading order."""
    return document.derived(_related_sentences)


def _related_sentences(document: Document) -> tuple[Passage, ...]:
    places, related = places_of(document), document.derived(_related).places
    return tuple(
        passage for number in related for passage in sentences_of(document, places[number])
    )


def _without_title(document: Document, passage: Passage, title: Sequence[str]) -> Passage:
    length, whole = 0, f" {' '.join(title)} "
    while length < len(title) and f" {' '.join(passage.words[: length + 1])} " in whole:
        length += 1
    matches = list(WORD.finditer(passage.written))
    if length < FUSED or length >= len(passage.words) or len(matches) != len(passage.words):
        return passage
    start = passage.span.start + matches[length].start()
    return Passage(document, passage.place, Span(start, passage.span.end), passage.number)


def _near_paragraphs(document: Document) -> tuple[Near, ...]:
    pairs = document.derived(_related).paragraphs
    places = places_of(document)
    passages = {
        number: Passage(document, places[number], places[number].block.span)
        for number in {number for pair in pairs for number in pair}
    }
    compared = (
        _compared(passages[one], passages[other], _paragraph_likeness) for one, other in pairs
    )
    return _in_order(near for near in compared if near.likeness >= PARAGRAPHS_LIKE)


def _near_sentences(document: Document) -> tuple[Near, ...]:
    passages = related_sentences(document)
    index: dict[Mark, list[int]] = {}
    for number, passage in enumerate(passages):
        for mark in set(_content_pairs(passage.words)):
            index.setdefault(mark, []).append(number)
    counts = Counter(
        pair
        for numbers in index.values()
        if 1 < len(numbers) <= MOST_PLACES
        for pair in combinations(numbers, 2)
    )
    compared = (
        _compared(passages[one], passages[other], likeness_of)
        for (one, other), count in counts.items()
        if count >= FEWEST_SHARED
    )
    return _in_order(near for near in compared if near.likeness >= SENTENCES_LIKE)


def _in_order(found: Iterable[Near]) -> tuple[Near, ...]:
    return tuple(sorted(found, key=lambda near: (near.again.span, near.first.span)))


def _compared(one: Passage, other: Passage, measure: Measure) -> Near:
    is_longer = max(one.length, other.length) > LONGER * min(one.length, other.length)
    return Near(one, other, 0.0 if is_longer else measure(one.profile, other.profile))


def _paragraph_likeness(one: Profile, other: Profile) -> float:
    """The share of words that they have in common; 0 if the shorter one says much besides."""
    fewest = min(one.words.total(), other.words.total())
    is_contained = common(one.words, other.words) >= CONTAINED * fewest
    return share(one.words, other.words) if is_contained else 0.0


def _related(document: Document) -> Candidates:
    texts = [document.source.slice(place.block.span) for place in places_of(document)]
    plain = BETWEEN.join(texts).lower().replace(".", " ").replace(",", " ")
    long = [word for word in plain.split() if len(word) >= LONG]
    marks = list(pairwise(long))
    counts = Counter(marks)
    common_marks = {mark for mark, count in counts.items() if count > 1}
    if len(common_marks) < FEWEST_SHARED:
        return Candidates((), ())
    starts = [index for index, word in enumerate(long) if word == BREAK]
    index: dict[Mark, list[tuple[int, int]]] = {}
    for position, mark in enumerate(marks):
        if mark in common_marks and BREAK not in mark:
            index.setdefault(mark, []).append((bisect_right(starts, position), position))
    shared: dict[Pair, list[Pair]] = {}
    for found in index.values():
        if len(found) <= MOST_PLACES:
            for (one, here), (other, there) in combinations(found, 2):
                shared.setdefault((one, other), []).append((here, there))
    ends = [-1, *starts, len(long)]
    sizes = [end - start - 2 for start, end in pairwise(ends)]
    return _chosen(shared, sizes)


def _chosen(shared: Mapping[Pair, Sequence[Pair]], sizes: Sequence[int]) -> Candidates:
    paragraphs: list[Pair] = []
    places: set[int] = set()
    for (one, other), found in shared.items():
        fewest = max(FEWEST_SHARED, PART_SHARED * min(sizes[one], sizes[other]))
        if one != other and len(found) >= fewest:
            paragraphs.append((one, other))
        if one not in places or other not in places:
            steps = pairwise(sorted(found))
            if any(max(b[0] - a[0], abs(b[1] - a[1])) <= IN_A_ROW for a, b in steps):
                places.update((one, other))
    return Candidates(tuple(paragraphs), tuple(sorted(places)))


def _content_pairs(found: Sequence[str]) -> Iterator[Mark]:
    return pairwise([word for word in found if len(word) >= CONTENT])
