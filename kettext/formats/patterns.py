"""Headings that show by their likeness: lines that open alike, questions that are all answered."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kettext.formats.lines import Line
from kettext.formats.wording import INNER_END, is_caption

FEWEST_ALIKE = 3
FEWEST_SENTENCES_ALIKE = 4  # what ends in a full stop must prove itself more often
MOST_WORDS = 30
WORDS_BEFORE_COLON = 3
MOST_OF = 0.8  # speakers of an interview open alike too, but most of what they say is long
QUESTION_OPENINGS = ("", "q:", "question:")

FEWEST_QUESTIONS = 4
QUESTION_SHARE = 0.15  # of all running text: so many questions are how the article is built
MOST_QUESTION_WORDS = 50


def lines_that_open_alike(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that begin with the same word before a colon ("Myth 1: …"), or with the same emoji, and
    have text between any two."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        groups[opening_of(line)].append(index)
    groups.pop("", None)
    counts = prose_counts(lines)
    for opening, group in groups.items():
        short = [index for index in group if _is_short(lines[index])]
        apart = all(counts[other] > counts[one + 1] for one, other in pairwise(group))
        many = len(short) >= max(FEWEST_ALIKE, MOST_OF * len(group))
        if many and apart and _may_be_headings(lines, short, has_label=opening.endswith(":")):
            yield from short


def _may_be_headings(lines: Sequence[Line], group: Sequence[int], *, has_label: bool) -> bool:
    stops = sum(lines[index].text[-1] in '.;,”"' for index in group)
    if not has_label:
        return not stops
    above_text = sum(index + 1 < len(lines) and lines[index + 1].is_prose for index in group)
    sentences = stops > (1 - MOST_OF) * len(group)
    return above_text >= MOST_OF * len(group) and (
        not sentences or len(group) >= FEWEST_SENTENCES_ALIKE
    )


def prose_counts(lines: Sequence[Line]) -> list[int]:
    """For each line, and the end, how many lines of running text stand before it."""
    counts = [0]
    for line in lines:
        counts.append(counts[-1] + line.is_prose)
    return counts


def opening_of(line: Line) -> str:
    """What a line opens with, "" where that says nothing."""
    first = line.text.split(None, 1)[0]
    if line.marker or is_caption(line.text):
        return ""
    if unicodedata.category(first[0]) == "So":
        return first
    before, colon, _ = line.text[:60].partition(": ")
    named = colon and first[0].isupper() and len(before.split()) <= WORDS_BEFORE_COLON
    return f"{first.rstrip(':').lower()}:" if named else ""


def _is_short(line: Line) -> bool:
    after = line.text.partition(": ")[2] or line.text
    return line.word_count <= MOST_WORDS and not INNER_END.search(after)


def answered_questions(lines: Sequence[Line]) -> Iterator[int]:
    """The questions of an interview or a FAQ, where these are what the article is made of."""
    openings = [opening_of(line) for line in lines]
    speakers = {opening for opening, count in Counter(openings).items() if count >= FEWEST_ALIKE}
    speakers.difference_update(QUESTION_OPENINGS)
    found = [
        index
        for index, (line, after) in enumerate(pairwise(lines))
        if _is_question(line)
        and openings[index] not in speakers
        and after.is_prose
        and after.text[-1] != "?"
    ]
    if len(found) >= max(FEWEST_QUESTIONS, QUESTION_SHARE * prose_counts(lines)[-1]):
        yield from found


def _is_question(line: Line) -> bool:
    return (
        line.text[-1] == "?"
        and line.word_count <= MOST_QUESTION_WORDS
        and (not line.marker or line.is_numbered)
    )
