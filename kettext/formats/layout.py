"""How the lines of pasted text stand together: their kinds, runs and blank lines."""

from collections.abc import Callable, Container, Sequence
from itertools import pairwise

from kettext.formats.lines import MANY_WORDS, SOME_WORDS, WORD, Line, is_spaced, section_number
from kettext.text.value import Value

LONG = 12  # words; hardly a heading is longer without being a sentence
LOOK = 400  # characters; enough to tell how a line begins
EDGE = "nothing"
CLOSERS = '.!…”")。！'


class Layout(Value):
    """`runs` and `blocks` give for each line where the stretch begins and ends that it stands in:
    of lines that are no running text, and of lines without a blank line between them. `headings`
    are those that are headings for certain."""

    lines: Sequence[Line]
    kinds: Sequence[str]
    headings: Container[int]
    words: Sequence[Sequence[str]]
    runs: Sequence[tuple[int, int]]
    blocks: Sequence[tuple[int, int]]
    spaced: bool

    def above(self, index: int) -> str:
        """The kind of the line above. Below a certain heading is as good as below a paragraph."""
        return "prose" if index - 1 in self.headings else self.below(index - 2)

    def below(self, index: int) -> str:
        return self.kinds[index + 1] if -1 <= index < len(self.kinds) - 1 else EDGE


def layout_of(lines: Sequence[Line], fixed: Container[int], headings: Container[int]) -> Layout:
    """The layout of lines of which some are no text at all, and others known to be headings."""
    listed = _list_members(lines)
    kinds = [
        EDGE if index in fixed
        else "bullet" if index in listed and index not in headings
        else kind_of(line)
        for index, line in enumerate(lines)
    ]  # fmt: skip
    ends_run = [kind == "prose" or index in headings for index, kind in enumerate(kinds)]
    return Layout(
        lines,
        kinds,
        headings,
        [WORD.findall(line.text[:LOOK]) for line in lines],
        _stretches(len(lines), lambda index: not ends_run[index] and not ends_run[index - 1]),
        _stretches(len(lines), lambda index: not lines[index].gap),
        is_spaced(lines),
    )


def kind_of(line: Line) -> str:
    """What a line looks like by itself, in a word."""
    count, end = line.word_count, line.text[-1]
    if line.marker and not line.is_numbered:
        return "bullet"
    if end == ":":
        return "lead"
    if count >= MANY_WORDS or (count >= SOME_WORDS and end in CLOSERS):
        return "prose"
    if end == "?":
        return "question"
    if end in ".!;…":
        return "sentence"
    if count > LONG:
        return "phrase"
    return "label" if count > 1 else "word"


def _list_members(lines: Sequence[Line]) -> set[int]:
    """The lines that count on from one to the next with nothing in between."""
    numbers = [section_number(line.text) for line in lines]
    members: set[int] = set()
    for index, (one, other) in enumerate(pairwise(numbers)):
        if len(one) == 1 and other == (one[0] + 1,):
            members.update((index, index + 1))
    return members


def _stretches(count: int, continues: Callable[[int], bool]) -> list[tuple[int, int]]:
    stretches: list[tuple[int, int]] = []
    start = 0
    for index in range(1, count + 1):
        if index == count or not continues(index):
            stretches += [(start, index)] * (index - start)
            start = index
    return stretches
