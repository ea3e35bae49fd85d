"""Near copies that say something else: they vary a pattern, or have facts of their own."""

import re
from collections import Counter

from kettext.article.document import Document
from kettext.kit.near import Near, Passage
from kettext.kit.repeats import are_parallel, places_of
from kettext.text.facts import Fact
from kettext.text.prose import words
from kettext.text.similarity import common
from kettext.text.value import NamedTuple

OPENING, MOST_OPENINGS = 3, 3  # words; how many paragraphs may begin with them by chance
ONE_SUBJECT = 0.85  # how much alike texts are that differ in some words only
AS_LONG = 0.9  # of two texts of which none is trimmed
TRIMMED = 1.3  # times: the longer one of a text and its trimmed copy
WORD_FOR_WORD = 0.9  # the share of pairs of words that a text and a part of it have in common
SWAPPED = 2  # times: a word that another one stands for throughout
ANNOUNCED = (  # how a sentence begins that comes back to something
    *("again ", "once more ", "once again ", "recap ", "remember "),
    *(f"{how} {what} " for how in ("to", "in") for what in ("sum", "summary", "short", "recap")),
    *(f"{how} {what} " for how in ("to", "in") for what in ("repeat", "reiterate")),
    *(
        f"as {who}{what} "
        for who in ("", "i ", "we ")
        for what in ("said", "noted", "mentioned", "saw", "discussed")
    ),
)
MOST_ANNOUNCED = 3  # words
SPEAKER = r"\W*(?:[A-Z][\w.’'-]*+ ){0,3}[A-Z][\w.’'-]*+:[*_]*+ "


class Alone(NamedTuple):
    """A fact that only one of two passages has, and its words as they are written."""

    fact: Fact
    written: str


def alone(one: Passage, other: Passage) -> list[Alone]:
    """The facts of one passage that another one does not have."""
    left = Counter(fact for fact, _ in other.facts)
    known = set(other.words)
    found = []
    for fact, written in one.facts:
        if left[fact] > 0:
            left[fact] -= 1
        elif fact.kind != "name" or not known.issuperset(words(written)):
            found.append(Alone(fact, written))
    return found


def contradict(near: Near) -> bool:
    """Whether each of two passages states something that the other one states in another way."""
    one, other = alone(near.first, near.again), alone(near.again, near.first)
    kinds = {item.fact.kind for item in one} & {item.fact.kind for item in other}
    negations = sum(item.fact.kind == "negation" for item in (*one, *other))
    lengths = near.first.length, near.again.length
    return bool(kinds) or (negations == 1 and min(lengths) >= AS_LONG * max(lengths))


def is_set_off(near: Near) -> bool:
    """Whether one passage begins with the name of who says it and the other one does not: a part
    of an interview that stands a second time, set off."""
    spoken = [bool(re.match(SPEAKER, passage.written)) for passage in near[:2]]
    pairs = near.first.profile.pairs, near.again.profile.pairs
    in_both = common(*pairs) / (min(map(Counter.total, pairs)) or 1)
    return spoken[0] != spoken[1] and in_both >= WORD_FOR_WORD


def vary_a_pattern(document: Document, near: Near) -> bool:
    """Whether two near copies are meant. They tell of two things in the same words, as parts do
    that are built alike: neighbours speak of something else throughout, or of what their headings
    name; or more paragraphs begin like these. Or the later one says that it comes back to
    something."""
    one, other = near.first, near.again
    opening = " ".join(other.words[:MOST_ANNOUNCED])
    if (
        f"{opening} ".startswith(ANNOUNCED)
        or are_parallel(one.place, other.place)
        or is_set_off(near)
    ):
        return True
    if near.likeness < ONE_SUBJECT and _have_own_subjects(document, near):
        return True
    openings = document.derived(_openings)
    starts = [tuple(passage.words[:OPENING]) for passage in (one, other) if not passage.number]
    return any(openings[start] > MOST_OPENINGS for start in starts)


def distance(document: Document, near: Near) -> int:
    """How many blocks lie between the starts of two passages."""
    first, again = (document.index_of(passage.place.block) or 0 for passage in near[:2])
    return again - first


def _have_own_subjects(document: Document, near: Near) -> bool:
    """Whether one passage speaks several times of what the other one does not know: neighbours,
    or of what stands in its heading."""
    are_neighbours = distance(document, near) <= 1
    for one, other in ((near.first, near.again), (near.again, near.first)):
        if one.length > TRIMMED * other.length:
            continue  # what a trimmed copy lacks says nothing
        theirs = other.profile.content
        counts = one.profile.content.items()
        own = {word for word, count in counts if count >= SWAPPED and word not in theirs}
        title = one.place.heading.text if one.place.heading else ""
        is_new = one.place.heading is not other.place.heading
        if own and (are_neighbours or (is_new and not own.isdisjoint(words(title)))):
            return True
    return False


def _openings(document: Document) -> Counter[tuple[str, ...]]:
    """How many paragraphs begin with the same words."""
    texts = (document.source.slice(place.block.span) for place in places_of(document))
    return Counter(tuple(words(text[:99])[:OPENING]) for text in texts)
