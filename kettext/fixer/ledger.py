"""The ledger: one entry for every unit of the source, kept, changed, moved or removed.

It is made from the edits; the second account checks it without knowing them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from kettext.fixer.edits import Draft
from kettext.fixer.units import Unit
from kettext.kit.finding import Applicability
from kettext.text.source import NEWLINE, Source, Span

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
    """A fix that was applied. `spans` are what its edits took away or replaced, `survivor` is the
    copy that stays, both in the source; `put_in` are the words it added."""

    check: str
    title: str
    applicability: Applicability
    spans: tuple[Span, ...]
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

    def count(self, state: State) -> int:
        return sum(entry.state == state for entry in self.entries)


def make_ledger(
    source: Source, units: Sequence[Unit], draft: Draft, applied: Sequence[Applied]
) -> Ledger:
    """An entry for each unit of the source, from what the draft has kept of it."""
    result = draft.text
    places = Places(draft)
    entries = tuple(_entry(source, unit, result, places, applied) for unit in units)
    return Ledger(entries, tuple(_put_in(draft, [entry.after for entry in entries if entry.after])))


def _put_in(draft: Draft, units: Sequence[Span]) -> Iterator[str]:
    taken = sorted(units)
    start = 0
    for text, origin in draft.stretches:
        end = start + len(text)
        index = bisect_right(taken, Span(start, end)) - 1
        is_inside = index >= 0 and end <= taken[index].end
        if origin is None and not is_inside:
            lines = (line.strip(MARKS) for line in NEWLINE.split(text))
            yield from (line for line in lines if any(sign.isalnum() for sign in line))
        start = end


class Places:
    """Where stretches of the source stand in the result."""

    def __init__(self, draft: Draft) -> None:
        self._kept = sorted(draft.kept())

    def of(self, span: Span) -> list[tuple[Span, Span]]:
        """The parts of a stretch that are still there, in the source and in the result."""
        found = []
        first = bisect_right(self._kept, span.start, key=lambda pair: pair[0].end)
        for kept, place in islice(self._kept, first, None):
            if kept.start >= span.end:
                break
            start, end = max(kept.start, span.start), min(kept.end, span.end)
            if start < end:
                moved = place + start - kept.start
                found.append((Span(start, end), Span(moved, moved + end - start)))
        return found


def _entry(
    source: Source, unit: Unit, result: str, places: Places, applied: Sequence[Applied]
) -> Entry:
    old = source.slice(unit.span)
    parts = [part for part in places.of(unit.span) if source.slice(part[0]).strip()]
    if not parts:
        return _removed(unit, old, places, applied)
    after = Span(min(part[1].start for part in parts), max(part[1].end for part in parts))
    new = result[after.start : after.end]
    if same_text(old, new):
        return Entry(unit.kind, State.KEPT, unit.span, after, old, new)
    title, survivor = _cause(unit, places, applied)
    return Entry(unit.kind, State.CHANGED, unit.span, after, old, new, title, survivor)


def _removed(unit: Unit, old: str, places: Places, applied: Sequence[Applied]) -> Entry:
    title, survivor = _cause(unit, places, applied)
    return Entry(unit.kind, State.REMOVED, unit.span, None, old, None, title, survivor)


def _cause(
    unit: Unit, places: Places, applied: Sequence[Applied]
) -> tuple[str | None, Span | None]:
    """The title of the fix that took something from a unit, and where the copy that stays now
    stands."""
    fix = next((fix for fix in applied if _takes_from(fix, unit.span)), None)
    parts = places.of(fix.survivor) if fix and fix.survivor else []
    survivor = Span(parts[0][1].start, parts[-1][1].end) if parts else None
    return (fix.title if fix else None), survivor


def _takes_from(fix: Applied, span: Span) -> bool:
    return any(taken.overlaps(span) for taken in fix.spans)


def same_text(old: str, new: str) -> bool:
    """Whether two texts differ in nothing but blanks, a heading mark and Markdown's escapes.

    The old one may be plain text, in which a backslash is a backslash.
    """
    return _bare(new) in (_bare(old), "".join(old.split()))


def _bare(text: str) -> str:
    return "".join(ESCAPE.sub(r"\1", HEADING_MARK.sub("", text)).split())
