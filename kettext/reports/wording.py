"""What accounts for people have in common: how they count, and where two texts differ, word by
word."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from kettext.reports.terminal import counted
from kettext.text.value import NamedTuple

BEGINNING = 70  # characters that tell which passage was moved
PLACE = 10  # columns for "line 123"
MOST_WORDS = 200  # of a stretch in which single words are compared


def counted_units(number: int) -> str:
    """So many of what a text is accounted for by."""
    return counted(number, "sentence, heading or list item", "sentences, headings and list items")


class Change(NamedTuple):
    """The words `first` to `last` of the old text have become `begin` to `stop` of the new one."""

    first: int
    last: int
    begin: int
    stop: int


def differences(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Where two texts differ, in whole words; a long stretch is one difference."""
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    last, stop = len(old) - end, len(new) - end
    if max(last, stop) - start > MOST_WORDS:
        return [Change(start, last, start, stop)]
    matcher = SequenceMatcher(None, old[start:last], new[start:stop], autojunk=False)
    return [
        Change(*(start + place for place in places))
        for kind, *places in matcher.get_opcodes()
        if kind != "equal"
    ]
