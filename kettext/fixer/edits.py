"""Which fixes can be applied together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from kettext.fixer.spans import Spans
from kettext.kit.finding import Applicability, Edit, Fix, Phase
from kettext.linter.linter import Report
from kettext.text.source import Span

Taken = tuple[tuple[Report, Fix], ...]


def choose(reports: Iterable[Report], phases: Collection[Phase], level: Applicability) -> Taken:
    """The fixes of some phases that can be made in one pass; the others wait for the next. Where
    two collide, the one of the earlier phase is made first."""
    room = _Room()
    return tuple(pair for pair in _fixes_of(reports, phases, level) if room.takes(pair[1]))


def _fixes_of(
    reports: Iterable[Report], phases: Collection[Phase], level: Applicability
) -> Iterator[tuple[Report, Fix]]:
    """The fixes that may be made at this level, by phase, in the order of their places."""
    wanted = [
        (report, report.finding.fix)
        for report in reports
        if report.finding.fix
        and report.finding.fix.phase in phases
        and report.finding.fix.applicability >= level
    ]
    yield from sorted(wanted, key=_order)


def _order(pair: tuple[Report, Fix]) -> tuple[Phase, Span, tuple[Edit, ...], str]:
    report, fix = pair
    return fix.phase, fix.stretch, fix.edits, report.check


class _Room:
    """What the fixes taken so far leave to others."""

    def __init__(self) -> None:
        self._edits = Spans()
        self._survivors = Spans()
        self._isolated: defaultdict[str, Spans] = defaultdict(Spans)

    def takes(self, fix: Fix) -> bool:
        """Whether a fix still finds room; if so, it is taken."""
        if self._collides(fix):
            return False
        for edit in fix.edits:
            self._edits.add(edit.span)
        if fix.survivor:
            self._survivors.add(fix.survivor)
        if fix.isolation:
            self._isolated[fix.isolation].add(fix.stretch)
        return True

    def _collides(self, fix: Fix) -> bool:
        if fix.isolation and self._isolated[fix.isolation].overlaps(fix.stretch):
            return True
        if fix.survivor and self._edits.overlaps(fix.survivor):
            return True
        return any(
            self._edits.touches(edit.span) or self._survivors.overlaps(edit.span)
            for edit in fix.edits
        )


def merged_edits(fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """All edits of fixes that do not collide, sorted."""
    return tuple(sorted({edit for fix in fixes for edit in fix.edits}))
