"""The ledger: one entry for every unit of the source, kept, changed, moved or removed.

It is made from the edits; the second account checks it without knowing them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate, chain
from operator import attrgetter

from kettext.fixer.draft import Draft
from kettext.fixer.units import Unit
from kettext.kit.finding import Applicability
from kettext.text.sequences import overlapping, tail
from kettext.text.source import NEWLINE, Source, Span
from kettext.text.value import NamedTuple

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKS = "#\\- "  # what Markdown may need around words
HEADING_MARK = re.compile(r"^#{1,6} ")


class State(StrEnum):
    """What has become of a unit."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Applied:
    """A fix that was applied. `spans` are what its edits took away or replaced, `moved` what they
    took to another place, `survivor` is the copy that stays, all in the source; `put_in` are the
    words it added."""

    check: str
    title: str
    applicability: Applicability
    spans: tuple[Span, ...]
    moved: tuple[Span, ...]
    survivor: Span | None
    put_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What has become of one unit: `before` counts in the source, `after` and `survivor` in the
    result."""

    unit: str
    state: State
    before: Span
    after: Span | None
    old: str
    new: str | None
    reason: str | None = None
    survivor: Span | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries in the order of the source, and what was put in outside of the units."""

    entries: tuple[Entry, ...]
    put_in: tuple[str, ...]

    @property
    def moves(self) -> Iterator[list[Entry]]:
        """What was moved, together with what stood side by side before and does so now."""
        run: list[Entry] = []
        for number, entry in enumerate(self.entries):
            if entry.state is not State.MOVED:
                continue
            is_next = run and run[-1] is self.entries[number - 1] and _follows(entry, run[-1])
            if run and not is_next:
                yield run
                run = []
            run.append(entry)
        if run:
            yield run

    def count(self, state: State) -> int:
        return sum(entry.state == state for entry in self.entries)


def _follows(entry: Entry, other: Entry) -> bool:
    """Whether what was moved stands as far behind another unit as it did before."""
    if entry.after is None or other.after is None:
        return False
    return entry.after.start - other.after.end == entry.before.start - other.before.end


def make_ledger(
    source: Source, units: Sequence[Unit], draft: Draft, applied: Sequence[Applied]
) -> Ledger:
    """An entry for each unit of the source, from what the draft has kept of it."""
    result = draft.text
    places, causes = Places(draft), Causes(applied)
    entries = tuple(_entry(source, unit, result, places, causes) for unit in units)
    return Ledger(entries, tuple(_put_in(draft, [entry.after for entry in entries if entry.after])))


def _put_in(draft: Draft, units: Sequence[Span]) -> Iterator[str]:
    taken = sorted(units)
    start = 0
    for text, origin, _ in draft.stretches:
        end = start + len(text)
        index = bisect_right(taken, Span(start, end)) - 1
        is_inside = index >= 0 and end <= taken[index].end
        if origin is None and not is_inside:
            lines = (line.strip(MARKS) for line in NEWLINE.split(text))
            yield from (line for line in lines if any(sign.isalnum() for sign in line))
        start = end


class Part(NamedTuple):
    """A stretch of the source that is still there, and where it now stands."""

    before: Span
    after: Span
    moved: bool


class Places:
    """Where stretches of the source stand in the result."""

    def __init__(self, draft: Draft) -> None:
        self._kept = sorted(_kept(draft))

    def of(self, span: Span) -> Iterator[Part]:
        """The parts of a stretch that are still there, in the order of the source."""
        for before, after, moved in overlapping(self._kept, span, attrgetter("before")):
            start, end = max(before.start, span.start), min(before.end, span.end)
            shift = after.start - before.start
            yield Part(Span(start, end), Span(start + shift, end + shift), moved)


def _kept(draft: Draft) -> Iterator[Part]:
    start = 0
    for text, origin, moved in draft.stretches:
        end = start + len(text)
        if origin is not None:
            yield Part(Span(origin, origin + len(text)), Span(start, end), moved)
        start = end


class Causes:
    """Which fix took something from a stretch of the source, or took it to another place."""

    def __init__(self, applied: Sequence[Applied]) -> None:
        numbered = list(enumerate(applied))
        self._fixes = applied
        self._losses = Takings((span, number) for number, fix in numbered for span in fix.spans)
        self._moves = Takings((span, number) for number, fix in numbered for span in fix.moved)

    def of(self, span: Span) -> Applied | None:
        """The first fix that took something away from it, else the first one that moved it."""
        number = next(chain(self._losses.of(span), self._moves.of(span)), None)
        return None if number is None else self._fixes[number]


class Takings:
    """Stretches of the source, each with the number of a fix. What is taken is taken once; what
    moved may move again, so these may overlap."""

    def __init__(self, takings: Iterable[tuple[Span, int]]) -> None:
        self._takings = sorted(takings)
        self._reach = [*accumulate((span.end for span, _ in self._takings), max)]

    def of(self, span: Span) -> Iterator[int]:
        """The numbers of those that have something in common with a stretch."""
        for taken, number in tail(self._takings, bisect_right(self._reach, span.start)):
            if taken.start >= span.end:
                return
            if taken.overlaps(span):
                yield number


def _entry(source: Source, unit: Unit, result: str, places: Places, causes: Causes) -> Entry:
    old = source.slice(unit.span)
    parts = [part for part in places.of(unit.span) if source.slice(part.before).strip()]
    if not parts:
        return Entry(
            unit.kind, State.REMOVED, unit.span, None, old, None, *_why(unit, places, causes)
        )
    after = Span(min(part.after.start for part in parts), max(part.after.end for part in parts))
    new = result[after.start : after.end]
    if not same_text(old, new):
        state = State.CHANGED
    elif any(part.moved for part in parts):
        state = State.MOVED
    else:
        return Entry(unit.kind, State.KEPT, unit.span, after, old, new)
    return Entry(unit.kind, state, unit.span, after, old, new, *_why(unit, places, causes))


def _why(unit: Unit, places: Places, causes: Causes) -> tuple[str | None, Span | None]:
    """The title of the fix that changed what has become of a unit, and where the copy that stays
    now stands."""
    fix = causes.of(unit.span)
    if fix is None:
        return None, None
    parts = [part.after for part in places.of(fix.survivor)] if fix.survivor else []
    survivor = Span(parts[0].start, parts[-1].end) if parts else None
    return fix.title, survivor


def same_text(old: str, new: str) -> bool:
    """Whether two texts differ in nothing but blanks, a heading mark and Markdown's escapes.

    The old one may be plain text, in which a backslash is a backslash.
    """
    return _bare(new) in (_bare(old), "".join(old.split()))


def _bare(text: str) -> str:
    return "".join(ESCAPE.sub(r"\1", HEADING_MARK.sub("", text)).split())
