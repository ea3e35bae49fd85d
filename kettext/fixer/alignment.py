"""Which texts of two sequences are the same ones, changed or not, in the old order or not.

What is equal is found first and by its neighbours, so that of several copies the right one goes.
Only what is left is compared by its words, and of that only what has a rare word in common: the
time grows with the length of the texts, not with its square.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence

from kettext.text.prose import words
from kettext.text.similarity import NEAR, likeness, likeness_of, profile
from kettext.text.value import NamedTuple

NEARBY, ELSEWHERE = 0.4, NEAR  # how like two texts must be to count as one that was changed
GAIN = 0.1  # how much liker a text must become where a neighbour is joined to it
RARE = 8  # texts: a word that more of them hold tells nothing
CLOSEST = 4  # texts that are compared with one
DIGITS = re.compile(r"\d+")
Pair = tuple[int, int]


class Match(NamedTuple):
    """Texts of the old sequence and what they are in the new one, as indexes. Without new ones they
    were removed, without old ones added; two on one side are neighbours, joined or split."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    is_equal: bool = False
    is_in_order: bool = True


class Gaps:
    """Between which of the pairs that stand in order a text stands, as a number."""

    def __init__(self, spine: Sequence[Pair]) -> None:
        self._olds = [pair[0] for pair in spine]
        self._news = [pair[1] for pair in spine]

    def of_old(self, index: int) -> int:
        return bisect_right(self._olds, index)

    def of_new(self, index: int) -> int:
        return bisect_right(self._news, index)


def align(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """What became of each text; each stands in one match. Seen from the other side, added is
    removed and all else is the same."""
    if list(new) < list(old):  # of two ways that are as good, the same one whichever is the old
        return [match._replace(olds=match.news, news=match.olds) for match in _align(new, old)]
    return list(_align(old, new))


def _align(old: Sequence[str], new: Sequence[str]) -> Iterator[Match]:
    equal = _equal_pairs(old, new)
    spine = _rising(equal.items())
    in_order = set(spine)
    for pair in equal.items():
        yield Match(pair[:1], pair[1:], is_equal=True, is_in_order=pair in in_order)
    gaps = Gaps(spine)
    like = _like_pairs(old, new, equal, gaps)
    olds = {*range(len(old))} - {*equal, *like}
    news = {*range(len(new))} - {*equal.values(), *like.values()}
    for one, other in like.items():
        match = _with_neighbour(old, new, Match((one,), (other,)), olds, news)
        olds.difference_update(match.olds)
        news.difference_update(match.news)
        yield match._replace(is_in_order=gaps.of_old(one) == gaps.of_new(other))
    yield from (Match((index,), ()) for index in sorted(olds))
    yield from (Match((), (index,)) for index in sorted(news))


def _equal_pairs(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """As many pairs of equal texts as there are: those that stand once on either side, then their
    neighbours, then what stands between the same pairs, then the others."""
    pairs = dict(_unique_pairs(old, new))
    _spread(old, new, pairs)
    for spine in (_rising(pairs.items()), ()):
        _pair_in_gaps(old, new, pairs, Gaps(spine))
    return dict(sorted(pairs.items()))


def _unique_pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    olds, news = Counter(old), Counter(new)
    places = {text: index for index, text in enumerate(new) if news[text] == 1}
    for index, text in enumerate(old):
        if olds[text] == 1 and text in places:
            yield index, places[text]


def _spread(old: Sequence[str], new: Sequence[str], pairs: dict[int, int]) -> None:
    """Pair the equal neighbours of pairs and of both ends, as far as there are any."""
    taken = {*pairs.values(), -1, len(new)}
    ends = ((-1, -1), (len(old), len(new)))
    for start in (*ends, *_rising(pairs.items()), *pairs.items()):
        for step in (1, -1):
            one, other = start[0] + step, start[1] + step
            while one in range(len(old)) and one not in pairs and other not in taken:
                if old[one] != new[other]:
                    break
                pairs[one] = other
                taken.add(other)
                one, other = one + step, other + step


def _pair_in_gaps(
    old: Sequence[str], new: Sequence[str], pairs: dict[int, int], gaps: Gaps
) -> None:
    """Pair what is equal and stands in the same gap, in order."""
    taken = set(pairs.values())
    waiting: defaultdict[tuple[int, str], deque[int]] = defaultdict(deque)
    for index, text in enumerate(new):
        if index not in taken:
            waiting[gaps.of_new(index), text].append(index)
    for index, text in enumerate(old):
        place = gaps.of_old(index), text
        if index not in pairs and waiting.get(place):
            pairs[index] = waiting[place].popleft()


def _rising(pairs: Iterable[Pair]) -> list[Pair]:
    """The most pairs that stand in the same order on both sides."""
    ends: list[int] = []  # the lowest new index that a series of so many pairs can end with
    last: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(pairs):
        length = bisect_left(ends, pair[1])
        before[pair] = last[length - 1] if length else None
        ends[length : length + 1] = [pair[1]]
        last[length : length + 1] = [pair]
    found: list[Pair] = []
    pair_or_none = last[-1] if last else None
    while pair_or_none:
        found.append(pair_or_none)
        pair_or_none = before[pair_or_none]
    return found[::-1]


def _like_pairs(
    old: Sequence[str], new: Sequence[str], equal: dict[int, int], gaps: Gaps
) -> dict[int, int]:
    """What was changed and into what, first between the same equal texts, then anywhere."""
    olds = [index for index in range(len(old)) if index not in equal]
    taken = set(equal.values())
    news = [index for index in range(len(new)) if index not in taken]
    places: defaultdict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for index in olds:
        places[gaps.of_old(index)][0].append(index)
    for index in news:
        places[gaps.of_new(index)][1].append(index)
    pairs: dict[int, int] = {}
    for here, there in places.values():
        found = _closest(old, new, here, there, NEARBY)
        pairs |= found | _one_by_one(old, new, *_without(here, there, found))
    return pairs | _closest(old, new, *_without(olds, news, pairs), ELSEWHERE)


def _without(
    olds: Iterable[int], news: Iterable[int], pairs: dict[int, int]
) -> tuple[list[int], list[int]]:
    taken = set(pairs.values())
    return [one for one in olds if one not in pairs], [one for one in news if one not in taken]


def _closest(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int], least: float
) -> dict[int, int]:
    """Of these texts the pairs that are most like each other, the best ones first."""
    scored = []
    had = {index: profile(old[index]) for index in olds if news}
    has = {index: profile(new[index]) for index in news if olds}
    for one, other in _candidates(old, new, olds, news):
        score = likeness_of(had[one], has[other])
        if score >= least:
            shift = abs((one - olds[0]) - (other - news[0]))
            scored.append((-score, shift, one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, one, other in sorted(scored):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def _candidates(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]
) -> Iterator[Pair]:
    """For each old text the new ones that have most of its rare words."""
    if not olds or not news:
        return
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index in news:
        for word in dict.fromkeys(words(new[index])):
            holders[word].append(index)
    for index in olds:
        votes: Counter[int] = Counter()
        for word in dict.fromkeys(words(old[index])):
            if len(holders.get(word, ())) <= RARE:
                votes.update(holders.get(word, ()))
        yield from ((index, other) for other, _ in votes.most_common(CLOSEST))


def _one_by_one(
    old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]
) -> dict[int, int]:
    """As many texts on either side, in the same place: the first is the first, if it is like it
    but for the numbers, and so on."""
    if len(olds) != len(news):
        return {}
    return {
        one: other
        for one, other in zip(olds, news, strict=True)
        if likeness(DIGITS.sub("0", old[one]), DIGITS.sub("0", new[other])) >= NEARBY
    }


def _with_neighbour(
    old: Sequence[str], new: Sequence[str], match: Match, olds: set[int], news: set[int]
) -> Match:
    """The match, with the neighbour on either side that a text was joined with or split from."""
    (one,), (other,) = match.olds, match.news
    choices = [match]
    choices += [match._replace(olds=pair) for pair in _beside(one, olds)]
    choices += [match._replace(news=pair) for pair in _beside(other, news)]
    if len(choices) == 1:
        return match
    texts = [
        (
            " ".join(old[index] for index in choice.olds),
            " ".join(new[index] for index in choice.news),
        )
        for choice in choices
    ]
    scores = [likeness(*pair) for pair in texts]
    best = max(range(len(choices)), key=scores.__getitem__)
    if scores[best] < scores[0] + GAIN:
        return match
    return choices[best]._replace(is_equal=texts[best][0] == texts[best][1])


def _beside(index: int, free: set[int]) -> Iterator[tuple[int, int]]:
    if index - 1 in free:
        yield index - 1, index
    if index + 1 in free:
        yield index, index + 1
