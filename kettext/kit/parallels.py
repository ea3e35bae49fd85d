"""Near copies that say something else: they contradict each other, or vary a pattern."""

import re
from collections import Counter
from typing import NamedTuple

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.article.questions import faq_group
from kettext.article.sections import is_abstract, is_conclusion, is_faq
from kettext.kit.near import Near, Passage
from kettext.kit.repeats import are_parallel, places_of
from kettext.text.facts import Fact, facts
from kettext.text.prose import words
from kettext.text.similarity import common, likeness_of, profile_of, repeats

OPENING, MOST_OPENINGS = 3, 3  # words; how many paragraphs may begin with them by chance
ONE_SUBJECT = 0.85  # how much alike texts are that differ in some words only
AS_LONG = 0.9  # of two texts of which none is trimmed
TRIMMED = 1.3  # times: the longer one of a text and its trimmed copy
WORD_FOR_WORD = 0.9  # the share of pairs of words that a text and a part of it have in common
SWAPPED = 2  # times: a word that another one stands for throughout
SAME_BESIDES = 0.95  # how much contradicting passages are alike but for their facts
FEWEST_BESIDES, FEWEST_IN_ONE_SECTION = 8, 12  # words; steps of a recipe are shorter
APART = 3  # blocks; what differs nearer by is a list
STATED = ("number", "amount", "date", "name", "direction")
LABEL = (
    r"(?:[A-Z][\w.]*|(?i:listing|figure|table|step|section|part|version|line|example|page|no))"
    r"\W{1,3}"
)
SPEAKER = r"\W*(?:[A-Z][\w.’'-]*+ ){0,3}[A-Z][\w.’'-]*+:[*_]*+ "
FIRST_WORDS = r"\W*(?:\w+\W+){0,2}"


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


def says_all(one: Passage, other: Passage) -> bool:
    """Whether a passage says nearly the same as another one, with each of its facts."""
    return repeats(other.written, one.written) and not facts(other.written) - facts(one.written)


def is_set_off(near: Near) -> bool:
    """Whether one passage begins with the name of who says it and the other one does not: a part
    of an interview that stands a second time, set off."""
    spoken = [bool(re.match(SPEAKER, passage.written)) for passage in near[:2]]
    pairs = near.first.profile.pairs, near.again.profile.pairs
    in_both = common(*pairs) / (min(map(Counter.total, pairs)) or 1)
    return spoken[0] != spoken[1] and in_both >= WORD_FOR_WORD


def vary_a_pattern(document: Document, near: Near) -> bool:
    """Whether two near copies tell of two things in the same words, as parts do that are built
    alike: neighbours speak of something else throughout, or of what their headings name; or more
    paragraphs begin like these."""
    one, other = near.first, near.again
    if are_parallel(one.place, other.place) or is_set_off(near):
        return True
    if near.likeness < ONE_SUBJECT and _have_own_subjects(document, near):
        return True
    openings = document.derived(_openings)
    starts = [tuple(passage.words[:OPENING]) for passage in (one, other) if not passage.number]
    return any(openings[start] > MOST_OPENINGS for start in starts)


def _distance(document: Document, near: Near) -> int:
    """How many blocks lie between the starts of two passages."""
    first, again = (document.index_of(passage.place.block) or 0 for passage in near[:2])
    return again - first


def _have_own_subjects(document: Document, near: Near) -> bool:
    """Whether one passage speaks several times of what the other one does not know: neighbours,
    or of what stands in its heading."""
    are_neighbours = _distance(document, near) <= 1
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


def conflict(document: Document, near: Near) -> tuple[str, str] | None:
    """The one thing that two passages state in different ways, as each of them writes it, if they
    are the same besides and speak of the same; "" where one has no negation."""
    if near.first.words == near.again.words:
        return None
    one, other = alone(near.first, near.again), alone(near.again, near.first)
    if not _is_one_fact(one, other) or not _say_the_same_besides(near, [*one, *other]):
        return None
    is_name = [*one, *other][0].fact.kind == "name"
    if vary_a_pattern(document, near) or not _share_a_subject(
        document, near, needs_summary=is_name
    ):
        return None
    texts = [item[0].written if item else "" for item in (one, other)]
    pairs = zip((near.first, near.again), texts, strict=True)
    if any(_is_label(passage.written, text) for passage, text in pairs):
        return None
    return texts[0], texts[1]


def _is_one_fact(one: list[Alone], other: list[Alone]) -> bool:
    kinds = [item.fact.kind for item in (*one, *other)]
    return kinds == ["negation"] or (
        len(one) == len(other) == 1 and kinds[0] == kinds[1] and kinds[0] in STATED
    )


def _say_the_same_besides(near: Near, differing: list[Alone]) -> bool:
    gone = {word for item in differing for word in words(item.written)}
    rest = [
        [word for word in passage.words if word not in gone] for passage in (near.first, near.again)
    ]
    is_one = near.first.place.heading is near.again.place.heading
    is_long = min(map(len, rest)) >= (FEWEST_IN_ONE_SECTION if is_one else FEWEST_BESIDES)
    return is_long and likeness_of(*map(profile_of, rest)) >= SAME_BESIDES


def _is_label(text: str, fact: str) -> bool:
    """Whether a number or name is part of a label, like "Listing 3", or opens its sentence."""
    if not fact:
        return False
    pattern = re.escape(fact)
    return bool(re.search(LABEL + pattern, text) or re.match(FIRST_WORDS + pattern, text))


def _share_a_subject(document: Document, near: Near, *, needs_summary: bool) -> bool:
    """Whether two places may speak of the same: one section, or one of them tells in short what the
    other one tells at length, which a name always needs. Neighbours may tell of two things, and
    so may sections of one level."""
    one, other = near.first.place.heading, near.again.place.heading
    short = document.derived(_told_in_short)
    is_retold = one in short or other in short
    if _distance(document, near) < APART:
        return False
    if needs_summary or is_retold:
        return is_retold
    return one is None or other is None or one is other or one.level != other.level


def _told_in_short(document: Document) -> set[Heading]:
    """The headings of abstracts, conclusions and questions at the end."""
    kinds = (is_abstract, is_conclusion, is_faq)
    found = {heading for heading in document.headings if any(kind(heading) for kind in kinds)}
    return found.union(faq_group(document.headings))
