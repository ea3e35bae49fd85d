"""`diff` for people: the numbers, negations and links that differ, then what was removed, changed,
moved and added. What was kept is only counted."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TextIO, TypeVar

from kettext.fixer.comparison import Comparison, Difference, Entry, State
from kettext.kit.finding import quoted
from kettext.reports.terminal import Look, Paint, safe, wrapped
from kettext.reports.wording import BEGINNING, PLACE, Change, counted_units, differences
from kettext.text.source import Source, Span
from kettext.text.value import NamedTuple

T = TypeVar("T")
MOST_STRETCHES = 3  # with more of them both texts are shown as a whole
AROUND = 4  # words shown on either side of what was changed
GAP = 40  # characters between two units that stand side by side
ARROW = "-> "
WORD = re.compile(r"\w")


class Row(NamedTuple):
    """A text of the account and the lines it stands on, "" where the row above says so."""

    place: str
    text: str
    is_remark: bool = False


class Stretch(NamedTuple):
    """Where two texts differ: what went, what came, and that with the words around it."""

    gone: str
    put_in: str
    around: str


def render(comparison: Comparison, names: tuple[str, str], stream: TextIO, look: Look) -> None:
    """Write the account; quietly, without what is kept and how much of everything there is."""
    lines = list(_sections(comparison, names, look))
    if look.quiet:
        lines = lines[1:]  # the blank line above the first title
    else:
        headline = look.paint(" -> ".join(map(safe, names)), Paint.BOLD)
        lines = [headline, *lines, "", *_balance(comparison, look)]
    stream.write("".join(f"{line}\n" for line in lines))


def _sections(comparison: Comparison, names: tuple[str, str], look: Look) -> Iterator[str]:
    sections: dict[str, Callable[[Comparison], Iterator[Row]]] = {
        "Numbers, negations and links that differ": _differences,
        f"Removed from {safe(names[0])}": _removed,
        "Changed": _changed,
        "Moved": _moved,
        f"Added in {safe(names[1])}": _added,
    }
    for title, section in sections.items():
        rows = list(section(comparison))
        if rows:
            yield ""
            yield look.paint(title, Paint.BOLD)
        width = max(PLACE, *(len(row.place) + 2 for row in rows), 0)
        for row in rows:
            line = wrapped(row.text, look.width, f"{row.place:<{width}}", " " * width)
            yield look.paint(line, Paint.DIM) if row.is_remark else line


def _differences(comparison: Comparison) -> Iterator[Row]:
    def is_next(one: Difference, other: Difference) -> bool:
        return one.entry is other.entry or _are_one_paragraph(comparison, one.entry, other.entry)

    for run in _runs(comparison.differences, is_next):
        entry = run[0].entry
        yield Row(_place(comparison, entry), "; ".join(_in_words(entry.state, run)))


def _in_words(state: State, said: Iterable[Difference]) -> Iterator[str]:
    apart = {State.REMOVED: "went with what was removed", State.ADDED: "came with what was added"}
    texts = [_difference(one, is_short=state in apart) for one in said]
    yield from [f"{', '.join(texts)} {apart[state]}"] if state in apart else texts


def _difference(one: Difference, *, is_short: bool) -> str:
    name = "link " if one.kind == "link" else ""
    if one.went and one.came:
        return f"{name}“{one.went}” is now “{one.came}”"
    if is_short:
        return f"{name}“{one.went or one.came}”"
    return f"{name}“{one.went}” is gone" if one.went else f"{name}“{one.came}” is new"


def _removed(comparison: Comparison) -> Iterator[Row]:
    new = comparison.new.source

    def is_next(one: Entry, other: Entry) -> bool:
        are_alike = one.copy is other.copy is None or _are_blank(
            _between(new, one.copy, other.copy)
        )
        return are_alike and _are_one_paragraph(comparison, one, other)

    for run in _runs(comparison.of(State.REMOVED), is_next):
        yield Row(_place(comparison, run[0]), _quoted(entry.old for entry in run))
        if run[0].copy:
            line = _line(new, run[0].copy)
            yield Row("", f"(the same still stands on line {line} of the new text)", is_remark=True)


def _added(comparison: Comparison) -> Iterator[Row]:
    def is_next(one: Entry, other: Entry) -> bool:
        return _are_one_paragraph(comparison, one, other)

    for run in _runs(comparison.of(State.ADDED), is_next):
        place = _place(comparison, run[0]).removeprefix(ARROW)
        yield Row(place, _quoted(entry.new for entry in run))


def _changed(comparison: Comparison) -> Iterator[Row]:
    for entry in comparison.of(State.CHANGED):
        place = _place(comparison, entry)
        old, new = entry.old or "", entry.new or ""
        words = old.split(), new.split()
        stretches = [_stretch(*words, place) for place in differences(*words)]
        if not stretches:
            yield Row(place, f"only the blanks differ in {quoted(old, BEGINNING)}")
        if len(stretches) > MOST_STRETCHES:
            yield Row(place, f"was “{old}”")
            yield Row("", f"is “{new}”")
            continue
        for stretch in stretches:
            yield Row(place, _became(stretch))
            yield Row("", f"({stretch.around})", is_remark=True)
            place = ""


def _became(stretch: Stretch) -> str:
    if stretch.gone and stretch.put_in:
        return f"“{stretch.gone}” is now “{stretch.put_in}”"
    return f"“{stretch.gone}” was taken out" if stretch.gone else f"“{stretch.put_in}” was put in"


def _stretch(old: Sequence[str], new: Sequence[str], place: Change) -> Stretch:
    around = new[max(0, place.begin - AROUND) : place.stop + AROUND]
    before = "… " if place.begin > AROUND else ""
    after = " …" if place.stop + AROUND < len(new) else ""
    return Stretch(
        " ".join(old[place.first : place.last]),
        " ".join(new[place.begin : place.stop]),
        before + " ".join(around) + after,
    )


def _moved(comparison: Comparison) -> Iterator[Row]:
    def is_next(one: Entry, other: Entry) -> bool:
        return _are_neighbours(comparison, one, other)

    for run in _runs(comparison.of(State.MOVED), is_next):
        text = quoted(run[0].old or "", BEGINNING)
        if len(run) > 1:
            text += f" and the next {counted_units(len(run) - 1)}"
        yield Row(_place(comparison, run[0]), text)


def _balance(comparison: Comparison, look: Look) -> Iterator[str]:
    counts = {state: len(comparison.of(state)) for state in State}
    added = counts.pop(State.ADDED)
    total = sum(counts.values())
    if counts[State.KEPT] == total and not added:
        yield wrapped(f"No word differs: {counted_units(total)} kept.", look.width, "", "")
        return
    parts = [f"{number} {state}" for state, number in counts.items() if number]
    text = f"Of {counted_units(total)}: {', '.join(parts)}." if parts else ""
    more = f" Added: {counted_units(added)}." if added else ""
    yield wrapped(text + more, look.width, "", "")


def _runs(items: Iterable[T], is_next: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """The items, together with those that follow them."""
    run: list[T] = []
    for item in items:
        if run and not is_next(run[-1], item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _are_one_paragraph(comparison: Comparison, one: Entry, other: Entry) -> bool:
    """Whether two sentences that went, or two that came, follow each other in a paragraph."""
    if not (one.unit == other.unit == "sentence" and one.state is other.state):
        return False
    if one.state is State.REMOVED:
        between = _between(comparison.old.source, one.before, other.before)
    elif one.state is State.ADDED:
        between = _between(comparison.new.source, one.after, other.after)
    else:
        return False
    return _are_blank(between) and len((between or "").splitlines()) <= 1


def _are_neighbours(comparison: Comparison, one: Entry, other: Entry) -> bool:
    """Whether two units that were moved stand side by side in both versions."""
    before = _between(comparison.old.source, one.before, other.before)
    after = _between(comparison.new.source, one.after, other.after)
    return all(text is not None and not WORD.search(text) for text in (before, after))


def _between(source: Source, one: Span | None, other: Span | None) -> str | None:
    """What stands between two units; None if they are not close to each other."""
    if one and other and 0 <= other.start - one.end <= GAP:
        return source.text[one.end : other.start]
    return None


def _are_blank(between: str | None) -> bool:
    return between is not None and not between.strip()


def _line(source: Source, span: Span) -> int:
    return source.position(span.start).line


def _place(comparison: Comparison, entry: Entry) -> str:
    """Where a unit stands in the old version, the new one, or both."""
    before, after = entry.before, entry.after
    places = [f"line {_line(comparison.old.source, before)}"] if before else []
    places += [f"{ARROW}line {_line(comparison.new.source, after)}"] if after else []
    return " ".join(places)


def _quoted(texts: Iterable[str | None]) -> str:
    return f"“{' '.join(text or '' for text in texts)}”"
