"""Numbered series: lines that count ("1. …", "2. …", "2.1 …") with text between are headings."""

import re
from collections.abc import Callable, Iterator, Sequence

from kettext.formats.lines import Line
from kettext.formats.refusals import is_no_heading
from kettext.text.prose import normalised
from kettext.text.value import Value

NUMBERED = re.compile(
    r"(?:(?P<label>[^\W\d_]{2,12})\s+)?#?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})(?P<mark>[.):]?)"
    r"\s+(?=\S)"
)
MOST_WORDS = 24
FEWEST = 3  # different numbers
FAR = 2 / 3  # so many steps of a series have text between them; a list of contents has none
OPEN = 8  # series that can still go on; older ones are closed
NO_HEADING_ENDS = ".;,"

Number = tuple[int, ...]


class Member(Value):
    """A line of a series: where it stands and what it counts."""

    at: int
    label: str
    number: Number
    words: str


Step = Callable[[Member, Member], str]


class _Chain:
    def __init__(self) -> None:
        self.members: list[Member] = []
        self.steps: list[str] = []  # from one member to the next

    def is_series(self) -> bool:
        numbers = {member.number for member in self.members}
        return len(numbers) >= FEWEST and self.steps.count("far") >= FAR * len(self.steps)


def numbered_series(lines: Sequence[Line]) -> Iterator[Sequence[Member]]:
    """The series of numbered headings in a text, each as its members in reading order."""
    step = _steps_in(lines)
    chains: list[_Chain] = []
    open_chains: list[_Chain] = []
    for member in _candidates(lines):
        chain = _chain_for(member, open_chains, step)
        if chain is None:
            chain = _Chain()
            chains.append(chain)
        else:
            open_chains.remove(chain)
            chain.steps.append(step(chain.members[-1], member))
        chain.members.append(member)
        open_chains = [*open_chains, chain][-OPEN:]
    yield from (chain.members for chain in chains if chain.is_series())


def _steps_in(lines: Sequence[Line]) -> Step:
    """How two members follow each other: "far", with text between them or the second a part of the
    first; "near"; or "joined", without as much as a blank line."""
    texts_before = [0]
    for line in lines:
        is_text = line.is_prose or line.text[-1] in ".!"
        texts_before.append(texts_before[-1] + is_text)

    def step(last: Member, member: Member) -> str:
        if len(member.number) > len(last.number):
            return "far"
        if texts_before[member.at] > texts_before[last.at + 1]:
            return "far"
        return "near" if lines[member.at].gap else "joined"

    return step


def _candidates(lines: Sequence[Line]) -> Iterator[Member]:
    for index, line in enumerate(lines):
        match = NUMBERED.match(line.text)
        if (
            match
            and (match["mark"] or match["label"] or "." in match["number"])
            and line.word_count <= MOST_WORDS
            and line.text[-1] not in NO_HEADING_ENDS
            and not is_no_heading(line)
        ):
            number = tuple(int(part) for part in match["number"].split("."))
            label = (match["label"] or "").lower()
            yield Member(index, label, number, normalised(line.text))


def _chain_for(member: Member, open_chains: Sequence[_Chain], step: Step) -> _Chain | None:
    """The series that a line goes on: one that has stepped in the same way, else the latest."""
    fitting = [chain for chain in reversed(open_chains) if _follows(member, chain.members[-1])]
    for chain in fitting:
        if not chain.steps or chain.steps[-1] == step(chain.members[-1], member):
            return chain
    return fitting[0] if fitting else None


def _follows(member: Member, last: Member) -> bool:
    if member.label != last.label:
        return False
    if member.number == last.number:
        return member.words == last.words  # a repeated heading, no new section
    before = (*last.number, 0)[: len(member.number)]
    return member.number == (*before[:-1], before[-1] + 1)
