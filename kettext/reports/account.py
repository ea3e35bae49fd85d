"""What `fix` says it did: removed text in full, what was changed and put in, what is left to do and
where."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TextIO

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.fixer.ledger import Entry, State, same_text
from kettext.fixer.passes import Fixed
from kettext.kit.finding import Applicability, Severity, quoted
from kettext.linter.linter import Report
from kettext.reports.folding import CITATIONS, claims_headline, folded, is_claim
from kettext.reports.terminal import Look, Paint, counted, safe, wrapped
from kettext.reports.wording import BEGINNING, PLACE, counted_units, differences
from kettext.runner.files import STANDARD_INPUT
from kettext.runner.reading import Result
from kettext.text.sequences import tail
from kettext.text.source import Span

SURE = 0.95
LEFT_SHOWN = 20
BEFORE = attrgetter("before")


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write the account of each article that could be read."""
    passed_over = 0
    for result in results:
        passed_over += result.skipped is not None
        lines = list(_account(result, look))
        stream.write("".join(f"{line}\n" for line in lines))
    if passed_over and not look.verbose:
        stream.write(f"{counted(passed_over, 'file')} passed over; -v tells why.\n")


def _account(result: Result, look: Look) -> Iterator[str]:
    fixed = result.fixed
    if fixed is None or result.document is None:
        if look.verbose and result.skipped:
            yield f"{safe(result.name)}: passed over: {result.skipped}"
        return
    yield look.paint(_headline(result, fixed), Paint.BOLD)
    yield from _removed(result, fixed, look)
    yield from _moved(result, fixed, look)
    yield from _changed(result, fixed, look)
    yield from _added(fixed, look)
    yield from _marked_up(fixed, look)
    if not fixed.document.inferred:
        yield from _please_check(result, fixed, look)
    yield from _refused(fixed, look)
    yield from _left(result, fixed, look)
    yield from _balance(fixed, look)
    if result.is_in_place:
        yield f"To put everything back: kettext undo {safe(result.name)}"


def _headline(result: Result, fixed: Fixed) -> str:
    name = "standard input" if result.path is None else safe(result.name)
    if not fixed.applied:
        return f"{name}: nothing that could be mended safely"
    if result.written in (None, STANDARD_INPUT):
        return f"{name}: what {'was' if result.written else 'would be'} done"
    return f"{name}: mended" if result.is_in_place else f"{name} -> {safe(result.written or '')}"


def _removed(result: Result, fixed: Fixed, look: Look) -> Iterator[str]:
    entries = [entry for entry in fixed.ledger.entries if entry.state is State.REMOVED]
    if entries:
        yield from _title(f"Removed from {safe(result.name)}", look)
    for _, group in groupby(entries, key=lambda entry: (entry.reason, entry.survivor)):
        listed = list(group)
        for entry in listed:
            yield _text(result.document, entry.before, entry.old, look)
        remarks = (
            _what(listed[-1]),
            _where_it_stays(result, listed[-1]),
            _now_under(result, listed[-1]),
        )
        yield _remark(remarks, look)


def _moved(result: Result, fixed: Fixed, look: Look) -> Iterator[str]:
    """Where each passage came from and where it now stands, told by how it begins."""
    moves = list(fixed.ledger.moves)
    if moves:
        yield from _title(f"Moved in {safe(result.name)}", look)
    for first, *others in moves:
        more = f" and the next {len(others)}" if others else ""
        yield _line(result.document, first.before, quoted(first.old, BEGINNING) + more, look)
        after = first.after or first.before
        line = fixed.document.source.position(after.start).line
        section = fixed.document.section_at(after.start)
        is_below = section is not None and section.heading.span.start < after.start
        under = f", under {quoted(section.heading.text, 60)}" if section and is_below else ""
        what = (
            f"{(first.reason or 'moved').lower()}: now on line {line} of {_target(result)}{under}"
        )
        yield _remark((what,), look)


def _refused(fixed: Fixed, look: Look) -> Iterator[str]:
    """The fixes that a proof has objected to."""
    if fixed.refused:
        yield from _title("Not done, since something else would have changed", look)
    for refusal in fixed.refused:
        text = f"{refusal.fix.title} ({refusal.finding.message}): {refusal.reason}"
        yield wrapped(text, look.width, " " * PLACE, " " * PLACE)


def _changed(result: Result, fixed: Fixed, look: Look) -> Iterator[str]:
    entries = [entry for entry in fixed.ledger.entries if entry.state is State.CHANGED]
    if entries:
        yield from _title(f"Changed in {safe(result.name)}", look)
    for entry in entries:
        became = ""
        for offset, gone, put_in in _differences(entry.old, entry.new or ""):
            place = Span(entry.before.start + offset, entry.before.end)
            yield _text(result.document, place, gone or put_in, look)
            became = _became(gone, put_in)
        yield _remark((_what(entry), _where_it_stays(result, entry), became), look)


def _became(gone: str, put_in: str) -> str:
    if gone and put_in:
        return f"is now “{put_in}”"
    return "the rest of the sentence stays" if gone else "was put in"


def _differences(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    """Where two texts differ, in whole words: the offset in the old one, and both stretches."""
    olds = list(re.finditer(r"\S+", old))
    news = new.split()
    for first, last, begin, stop in differences([match[0] for match in olds], news):
        gone = old[olds[first].start() : olds[last - 1].end()] if first < last else ""
        offset = olds[min(first, len(olds) - 1)].start()
        yield offset, gone, " ".join(news[begin:stop])


def _what(entry: Entry) -> str:
    """What went: the title of the fix is an order, and what follows "Remove" is its object."""
    return (entry.reason or "removed").removeprefix("Remove ")


def _where_it_stays(result: Result, entry: Entry) -> str:
    if entry.survivor is None or result.fixed is None:
        return ""
    source = result.fixed.document.source
    line = source.position(entry.survivor.start).line
    staying = source.slice(entry.survivor)
    if entry.unit == "heading" and not same_text(entry.old, staying):
        return ""  # the section was joined with another one
    return f"the copy on line {line} of {_target(result)} stays"


def _now_under(result: Result, entry: Entry) -> str:
    """The heading that the text below a removed heading now stands under."""
    if entry.unit != "heading" or entry.survivor is None or result.fixed is None:
        return ""
    entries = result.fixed.ledger.entries
    following = next(tail(entries, bisect_right(entries, entry.before, key=BEFORE)), None)
    if following is None or following.after is None or following.unit == "heading":
        return ""
    section = result.fixed.document.section_at(following.after.start)
    return f"what stood below it is now under {quoted(section.heading.text, 60)}" if section else ""


def _marked_up(fixed: Fixed, look: Look) -> Iterator[str]:
    """Fixes that took nothing away and put no words in, such as the marking up of headings."""
    told = {entry.reason for entry in fixed.ledger.entries}
    titles = [fix.title for fix in fixed.applied if fix.title not in told and not fix.put_in]
    if titles:
        yield from _title("Done without changing a word", look)
    for title in dict.fromkeys(titles):
        yield wrapped(title, look.width, " " * PLACE, " " * PLACE)


def _added(fixed: Fixed, look: Look) -> Iterator[str]:
    if fixed.ledger.put_in:
        yield from _title("Added", look)
    texts = Counter(fixed.ledger.put_in)
    for text in [*texts][:LEFT_SHOWN]:
        times = f" ({texts[text]} times)" if texts[text] > 1 else ""
        yield wrapped(f"“{text}”{times}", look.width, " " * PLACE, " " * PLACE)
    if len(texts) > LEFT_SHOWN:
        yield f"{'':<{PLACE}}and {len(texts) - LEFT_SHOWN} more"


def _please_check(result: Result, fixed: Fixed, look: Look) -> Iterator[str]:
    """The headings that were inferred and could be none, or could be of another level."""
    doubtful = {
        heading.span: heading
        for heading in (result.document.headings if result.document else ())
        if heading.inferred and _is_doubtful(heading)
    }
    marked = [entry for entry in fixed.ledger.entries if entry.before in doubtful and entry.after]
    if marked:
        question = f"Please check in {_target(result)}: are these headings, and of this level?"
        yield from _title(question, look)
    for entry in marked:
        heading = doubtful[entry.before]
        yield _text(fixed.document, entry.after or entry.before, entry.new or heading.text, look)


def _is_doubtful(heading: Heading) -> bool:
    return heading.confidence < SURE or not heading.level_certain


def _left(result: Result, fixed: Fixed, look: Look) -> Iterator[str]:
    left = [report for report in fixed.remaining if report.severity > Severity.NOTE]
    if not left:
        return
    yield from _title(f"Left for you in {_target(result)}", look)
    groups = folded(fixed.document.source, left)
    for group in groups[:LEFT_SHOWN]:
        line = fixed.document.source.position(group[0].finding.span.start).line
        place = f"{f'line {line}':<{PLACE}}"
        yield wrapped(_said_of(group), look.width, place, " " * PLACE)
    if len(groups) > LEFT_SHOWN:
        more = sum(map(len, groups[LEFT_SHOWN:]))
        yield f"{'':<{PLACE}}and {more} more, which kettext lint shows"


def _said_of(group: Sequence[Report]) -> str:
    report, *others = group
    if others and is_claim(report):
        return f"{claims_headline(group)} [{CITATIONS}]; --mark-citations marks them in the text"
    more = f", and {len(others)} more like this in the paragraph" if others else ""
    return f"{report.finding.message}{more} [{report.check}]{_why_left(report)}"


def _why_left(report: Report) -> str:
    """What more could be done about a finding, and why it was not."""
    fix = report.finding.fix
    if fix is None or fix.applicability is Applicability.SAFE:
        return ""
    how = "with --unsafe" if fix.applicability is Applicability.UNSAFE else "by hand"
    return f" ({how}: {fix.title[0].lower()}{fix.title[1:]})"


def _balance(fixed: Fixed, look: Look) -> Iterator[str]:
    counts = {state: fixed.ledger.count(state) for state in State}
    parts = [
        f"{number} {state}" for state, number in counts.items() if number or state is State.KEPT
    ]
    total = counted_units(sum(counts.values()))
    yield ""
    are = "is" if sum(counts.values()) == 1 else "are all"
    yield wrapped(f"{total} {are} accounted for: {', '.join(parts)}.", look.width, "", "")
    more = sum(_is_unsafe(report) for report in fixed.remaining)
    if more:
        yield f"With --unsafe, {counted(more, 'more fix', 'more fixes')} would be made."


def _is_unsafe(report: Report) -> bool:
    fix = report.finding.fix
    return fix is not None and fix.applicability is Applicability.UNSAFE


def _title(text: str, look: Look) -> Iterator[str]:
    yield ""
    yield look.paint(text, Paint.BOLD)


def _target(result: Result) -> str:
    """What the result is called: the file it was written to, or the article if nothing changed."""
    if result.written not in (None, STANDARD_INPUT):
        return safe(result.written or "")
    is_unchanged = result.fixed is not None and not result.fixed.applied
    return safe(result.name) if is_unchanged and result.path else "the result"


def _text(document: Document | None, span: Span, text: str, look: Look) -> str:
    return _line(document, span, f"“{text}”", look)


def _line(document: Document | None, span: Span, text: str, look: Look) -> str:
    place = f"line {document.source.position(span.start).line}" if document else ""
    return wrapped(text, look.width, f"{place:<{PLACE}}", " " * PLACE)


def _remark(parts: Iterable[str], look: Look) -> str:
    text = "; ".join(part for part in parts if part)
    return look.paint(wrapped(f"({text})", look.width, " " * PLACE, " " * PLACE), Paint.DIM)
