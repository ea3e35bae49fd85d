"""The numbers of headings: which of them count one series."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from kettext.article.nodes import NUMBER, Heading
from kettext.article.sections import Section
from kettext.text.prose import word_set
from kettext.text.value import Value

LABELS = word_set(
    "step part chapter section phase stage lesson rule tip task exercise example method reason "
    "mistake myth option"
)
LABELLED = r"#?(?P<number>\d{1,3}(?:\.\d{1,3})*)(?=\W*$|\s*[:.)–—-])"  # what follows a label
FIRST = (0, 1)  # what a series begins with


class Numbered(Value):
    """A heading with its place in a series: "3.2" is number 2 of series "3"."""

    heading: Heading
    series: str
    number: int


def numbered_series(sections: Sequence[Section]) -> Iterator[list[Numbered]]:
    """The numbered headings of one level under one parent, in reading order.

    Left out is what does not count up: dates, versions, ranks.
    """
    families: dict[tuple[Section | None, int], list[Heading]] = {}
    for section in sections:
        families.setdefault((section.parent, section.heading.level), []).append(section.heading)
    matches = (NUMBER.match(section.heading.text) for section in sections)
    numbers = {"", *(match["number"] for match in matches if match)}
    for family in families.values():
        yield from filter(_counts_up, _series_of(family, numbers))


def continued(
    sections: Sequence[Section], series: Sequence[Numbered]
) -> Mapping[Heading, tuple[str, str]]:
    """The headings of a series that need another number so that it counts up without a break, and
    those below them that bear its number: heading -> (number now, number then)."""
    changed: dict[Heading, tuple[str, str]] = {}
    for place, item in enumerate(series):
        count = series[0].number + place
        if count != item.number:
            above = item.series.rpartition(" ")[2]
            prefix = f"{above}." if above else ""
            changed[item.heading] = (f"{prefix}{item.number}", f"{prefix}{count}")
    for heading, above_it in numbered_below(sections, [*changed]):
        old, new = changed[above_it]
        number = heading.number or ""
        if number.startswith(f"{old}."):
            changed[heading] = (number, new + number.removeprefix(old))
    return changed


def numbered_below(
    sections: Sequence[Section], headings: Collection[Heading]
) -> Iterator[tuple[Heading, Heading]]:
    """The numbered headings that stand below one of these, each with that one."""
    wanted = set(headings)
    for section in sections:
        parent = section.parent
        while parent and parent.heading not in wanted:
            parent = parent.parent
        if parent and section.heading.number and section.heading not in wanted:
            yield section.heading, parent.heading


def _series_of(family: Sequence[Heading], numbers: set[str]) -> Iterator[list[Numbered]]:
    """The series among headings of one parent; behind one without a number, another may begin."""
    open_series: dict[str, list[Numbered]] = {}
    may_begin = True
    for heading in family:
        item = _numbered(heading, numbers)
        if item and (item.series not in open_series or (may_begin and item.number in FIRST)):
            yield from filter(None, [open_series.get(item.series)])
            open_series[item.series] = []
        if item:
            open_series[item.series].append(item)
        may_begin = item is None
    yield from open_series.values()


def _numbered(heading: Heading, numbers: set[str]) -> Numbered | None:
    """The place of a heading; "2.1" has one only if there is a "2": else it is a version."""
    label, _, following = heading.text.partition(" ")
    labelled = re.match(LABELLED, following) if label.lower() in LABELS else None
    number = labelled["number"] if labelled else heading.number or ""
    above, _, last = number.rpartition(".")
    if labelled:
        return Numbered(heading, f"{label.lower()} {above}", int(last))
    return Numbered(heading, above, int(last)) if last and above in numbers else None


def _counts_up(series: Sequence[Numbered]) -> bool:
    """Whether at least half of the steps are regular: else these are dates, versions or ranks."""
    regular = sum(other.number == one.number + 1 for one, other in pairwise(series))
    return 2 * regular >= len(series) - 1
