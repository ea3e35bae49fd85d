"""Copies that contradict each other: the same but for one number, amount, date, name or negation,
and about the same matter."""

import re
from bisect import bisect_left

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.article.questions import faq_group
from kettext.article.titles import is_abstract, is_conclusion, is_faq, title_key
from kettext.kit.near import Near, Passage, near_sentences
from kettext.kit.parallels import Alone, alone, distance, vary_a_pattern
from kettext.kit.repeats import is_meant
from kettext.text.prose import words
from kettext.text.similarity import NEAR, likeness, likeness_of, profile_of
from kettext.text.source import Span
from kettext.text.value import NamedTuple

SAME_BESIDES = 0.95  # how much contradicting passages are alike but for their facts
FEWEST_BESIDES, FEWEST_IN_ONE_SECTION = 8, 12  # words; steps of a recipe are shorter
APART = 3  # blocks; what differs nearer by is a list
AROUND = 2  # blocks; where a second pair differs so near, two things are told of in the same words
STATED = ("number", "amount", "date", "name", "direction")
LABEL = (
    r"(?:[A-Z][\w.]*|(?i:listing|figure|table|step|section|part|version|line|example|page|no))"
    r"\W{1,3}"
)
FIRST_WORDS = r"\W*(?:\w+\W+){0,2}"


class Conflict(NamedTuple):
    """Two passages and what each of them states, as it is written; "" where one denies nothing."""

    near: Near
    first: str
    again: str


def conflicts(document: Document) -> tuple[Conflict, ...]:
    """The pairs of sentences that contradict each other, in reading order."""
    return document.derived(_conflicts)


def _conflicts(document: Document) -> tuple[Conflict, ...]:
    pairs = [near for near in near_sentences(document) if near.first.words != near.again.words]
    differing = [(near, *_alone(near)) for near in pairs]
    places = {_places(document, near) for near, one, other in differing if one or other}
    found = (
        _conflict(document, near, one, other)
        for near, one, other in differing
        if not _is_one_of_several(_places(document, near), places)
    )
    return tuple(one for one in found if one)


def _alone(near: Near) -> tuple[list[Alone], list[Alone]]:
    return alone(near.first, near.again), alone(near.again, near.first)


def _places(document: Document, near: Near) -> tuple[int, int]:
    one, other = (document.index_of(passage.place.block) or 0 for passage in near[:2])
    return one, other


def _is_one_of_several(place: tuple[int, int], places: set[tuple[int, int]]) -> bool:
    """Whether another pair of near copies differs beside this one, too: then it is no slip."""
    steps = range(-AROUND, AROUND + 1)
    return any(
        (place[0] + one, place[1] + other) in places
        for one in steps
        for other in steps
        if one or other
    )


def _conflict(
    document: Document, near: Near, one: list[Alone], other: list[Alone]
) -> Conflict | None:
    if not _is_one_fact(one, other) or not _say_the_same_besides(near, [*one, *other]):
        return None
    is_name = [*one, *other][0].fact.kind == "name"
    if vary_a_pattern(document, near) or is_meant(near.again.written):
        return None
    if not _share_a_subject(document, near, needs_summary=is_name):
        return None
    texts = [item[0].written if item else "" for item in (one, other)]
    if any(_is_label(passage.written, text) for passage, text in zip(near[:2], texts, strict=True)):
        return None
    return Conflict(near, *texts)


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
    """Whether two passages speak of the same: one of them tells in short what the other one tells
    at length, which a name always needs; or what stands before them says the same, too. Neighbours
    may tell of two things, and so may sections of one level or title."""
    one, other = near.first.place.heading, near.again.place.heading
    short = document.derived(_told_in_short)
    is_retold = (one in short) != (other in short)
    if needs_summary or is_retold:
        return is_retold
    if distance(document, near) < APART:
        return False
    if one and other and one is not other and _are_parallel(one, other):
        return False
    return _are_led_up_to_alike(document, near)


def _are_parallel(one: Heading, other: Heading) -> bool:
    return one.level == other.level or title_key(one) == title_key(other)


def _are_led_up_to_alike(document: Document, near: Near) -> bool:
    """Whether both sentences open their paragraphs, or stand behind near copies: what a sentence
    is about is told before it."""
    before = [_before(document, passage) for passage in near[:2]]
    if None in before:
        return before == [None, None]
    return likeness(*(text or "" for text in before)) >= NEAR


def _before(document: Document, passage: Passage) -> str | None:
    if not passage.number:
        return None
    spans = document.sentences(passage.place.block)
    return document.source.slice(spans[passage.number - 1])


def _told_in_short(document: Document) -> set[Heading]:
    """The headings of abstracts, conclusions and questions at the end."""
    kinds = (is_abstract, is_conclusion, is_faq)
    found = {heading for heading in document.headings if any(kind(heading) for kind in kinds)}
    return found.union(faq_group(document.headings))


def is_contradicted(document: Document, span: Span) -> bool:
    """Whether a stretch holds a sentence that contradicts another one."""
    starts = document.derived(_starts)
    index = bisect_left(starts, span.start)
    return index < len(starts) and starts[index] < span.end


def _starts(document: Document) -> tuple[int, ...]:
    passages = (passage for one in conflicts(document) for passage in one.near[:2])
    return tuple(sorted(passage.span.start for passage in passages))
