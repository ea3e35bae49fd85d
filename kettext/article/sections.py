"""Sections: what stands under a heading; siblings, and sets of headings that return."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kettext.article.nodes import Heading
from kettext.article.titles import title_key
from kettext.text.source import Span


class Section:
    """A heading with everything up to the next heading of equal or higher rank."""

    __slots__ = ("heading", "parent", "span")

    def __init__(self, heading: Heading, span: Span, parent: "Section | None") -> None:
        self.heading: Final = heading
        self.span: Final = span
        self.parent: Final = parent

    @property
    def path(self) -> tuple[str, ...]:
        """The texts of the headings from the outermost one down to this one."""
        return (*self.parent.path, self.heading.text) if self.parent else (self.heading.text,)


def make_sections(headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    """The sections of an article whose text ends at offset `end`, in reading order."""
    ends = _section_ends(headings, end)
    open_sections: list[Section] = []
    sections = []
    for heading, section_end in zip(headings, ends, strict=True):
        while open_sections and open_sections[-1].heading.level >= heading.level:
            open_sections.pop()
        parent = open_sections[-1] if open_sections else None
        section = Section(heading, Span(heading.span.start, section_end), parent)
        open_sections.append(section)
        sections.append(section)
    return tuple(sections)


def _section_ends(headings: Sequence[Heading], end: int) -> list[int]:
    ends = [end] * len(headings)
    waiting: list[int] = []
    for index, heading in enumerate(headings):
        while waiting and headings[waiting[-1]].level >= heading.level:
            ends[waiting.pop()] = heading.span.start
        waiting.append(index)
    return ends


def repeated_siblings(sections: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    """Groups of two or more sections under the same parent whose titles say the same, whatever
    their numbers.

    Sets that return ("Pros / Cons" under each product of a roundup) are a template, not a repeat.
    """
    families: dict[Section | None, list[Section]] = {}
    for section in sections:
        families.setdefault(section.parent, []).append(section)
    for family in families.values():
        groups: dict[tuple[int, str], list[Section]] = {}
        for section in family:
            groups.setdefault((section.heading.level, title_key(section.heading)), []).append(
                section
            )
        repeated = [group for (_, title), group in groups.items() if title and len(group) > 1]
        template = set_that_returns(repeated)
        yield from (tuple(group) for group in repeated if group[0] not in template)


def pairs_by(
    sections: Iterable[Section], key: Callable[[Heading], Hashable | None]
) -> Iterator[tuple[Section, Section]]:
    """Two sections whose headings have one key, in reading order; not where that is None, nor where
    it returns more often or in a template."""
    groups: dict[Hashable | None, list[Section]] = {}
    for section in sections:
        groups.setdefault(key(section.heading), []).append(section)
    groups.pop(None, None)
    repeated = [group for group in groups.values() if len(group) > 1]
    template = set_that_returns(repeated)
    for first, second, *more in repeated:
        if not more and first not in template:
            yield first, second


def set_that_returns(repeated: Sequence[Sequence[Section]]) -> set[Section]:
    """The sections whose titles come back as a set: another repeated title stands between two
    copies of each."""
    members = [section for group in repeated for section in group]
    members.sort(key=lambda section: section.span.start)
    places = {section: place for place, section in enumerate(members)}
    returning: set[Section] = set()
    for group in repeated:
        if any(places[other] - places[one] > 1 for one, other in pairwise(group)):
            returning.update(group)
    return returning
