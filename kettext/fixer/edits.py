"""Which fixes can be applied together, the splice, and where everything stands after it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kettext.kit.finding import Applicability, Edit, Fix, Phase
from kettext.linter.linter import Report
from kettext.text.source import Span


class Stretch(NamedTuple):
    """A part of the present text: from the source at offset `origin`, or put in (`origin` None)."""

    text: str
    origin: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """The present text as stretches of the source and of what was put in."""

    stretches: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        return "".join(stretch.text for stretch in self.stretches)

    def splice(self, edits: Iterable[Edit]) -> "Draft":
        """The text after edits that are sorted and do not overlap."""
        return Draft(tuple(self._spliced(edits)))

    def _spliced(self, edits: Iterable[Edit]) -> Iterator[Stretch]:
        position = 0
        for edit in edits:
            yield from self.part(Span(position, edit.span.start))
            if edit.text:
                yield Stretch(edit.text, None)
            position = edit.span.end
        yield from self.part(Span(position, sum(len(stretch.text) for stretch in self.stretches)))

    def part(self, span: Span) -> Iterator[Stretch]:
        """The stretches of a part of the text, cut at its ends."""
        start = 0
        for text, origin in self.stretches:
            end = start + len(text)
            if start < span.end and span.start < end:
                first, last = max(span.start - start, 0), min(span.end - start, len(text))
                yield Stretch(text[first:last], None if origin is None else origin + first)
            start = end

    def origins(self, span: Span) -> Iterator[Span]:
        """Where in the source a part of the text stood; what was put in stood nowhere."""
        for text, origin in self.part(span):
            if origin is not None:
                yield Span(origin, origin + len(text))

    def kept(self) -> Iterator[tuple[Span, int]]:
        """The stretches of the source that are still there, each with its place in this text."""
        start = 0
        for text, origin in self.stretches:
            if origin is not None:
                yield Span(origin, origin + len(text)), start
            start += len(text)


class OffsetMap:
    """Where an offset outside of the edits stands after a splice."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._ends = [edit.span.end for edit in edits]
        self._shifts = [0]
        for edit in edits:
            grown = len(edit.text) - (edit.span.end - edit.span.start)
            self._shifts.append(self._shifts[-1] + grown)

    def after(self, offset: int) -> int:
        """The new place of the character at `offset`; text put in at that very place stands before
        it."""
        return offset + self._shifts[bisect_right(self._ends, offset)]


def fixes_of(
    reports: Iterable[Report], phase: Phase, level: Applicability
) -> Iterator[tuple[Report, Fix]]:
    """The fixes of a phase that may be applied at this level, in the order of their places."""
    wanted = [
        (report, report.finding.fix)
        for report in reports
        if report.finding.fix
        and report.finding.fix.phase == phase
        and report.finding.fix.applicability >= level
    ]
    yield from sorted(wanted, key=lambda pair: (pair[1].stretch, pair[1].edits, pair[0].check))


def choose(
    reports: Iterable[Report], phase: Phase, level: Applicability
) -> tuple[tuple[Report, Fix], ...]:
    """The fixes of a phase that can be applied in one pass; the others wait for the next."""
    taken: list[tuple[Report, Fix]] = []
    for report, fix in fixes_of(reports, phase, level):
        if not any(collide(fix, other) for _, other in taken):
            taken.append((report, fix))
    return tuple(taken)


def collide(one: Fix, other: Fix) -> bool:
    """Whether two fixes can't be applied in the same pass."""
    if one.isolation and one.isolation == other.isolation and one.stretch.overlaps(other.stretch):
        return True
    if any(edit.span.touches(place.span) for edit in one.edits for place in other.edits):
        return True
    return _edits_survivor(one, other) or _edits_survivor(other, one)


def _edits_survivor(one: Fix, other: Fix) -> bool:
    survivor = other.survivor
    return survivor is not None and any(edit.span.overlaps(survivor) for edit in one.edits)


def merged_edits(fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """All edits of fixes that do not collide, sorted."""
    return tuple(sorted({edit for fix in fixes for edit in fix.edits}))
