"""For people: each finding with its line, what it points at, related places and its fix."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

from kettext.kit.finding import Applicability, Related, Severity, quoted
from kettext.linter.linter import Report
from kettext.reports.folding import CITATIONS, claims_headline, folded, is_claim
from kettext.reports.terminal import Look, Paint, columns, counted, crop, safe, wrapped
from kettext.runner.reading import Result
from kettext.text.source import Source, Span

COLORS = {Severity.ERROR: Paint.RED, Severity.WARNING: Paint.YELLOW, Severity.NOTE: Paint.BLUE}
LINES_SHOWN = 8  # of the other places of a finding
GUTTER = 3
PLACES_SHOWN = 6  # of what is shown together with a finding
INDENT = "  "
PLACE = 9  # columns for "123:4567"


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write each finding, then a summary."""
    counts: Counter[str] = Counter()
    for result in results:
        counts["articles"] += result.is_article
        counts["skipped"] += result.skipped is not None
        if look.verbose and result.skipped:
            stream.write(f"{safe(result.name)}: passed over: {safe(result.skipped)}\n\n")
        for report in result.reports:
            _count(counts, report)
        for group in folded(result.source, result.reports) if result.source else ():
            lines = _group(result.name, result.source, group, look)
            stream.write("\n".join(lines) + "\n\n")
    if not look.quiet:
        stream.write("".join(f"{line}\n" for line in _summary(counts, look)))


def _count(counts: Counter[str], report: Report) -> None:
    counts[report.severity.label] += 1
    if report.finding.fix:
        counts[report.finding.fix.applicability.label] += 1


def _group(name: str, source: Source | None, group: Sequence[Report], look: Look) -> Iterator[str]:
    """One finding, or several that are shown together."""
    assert source is not None
    first, *others = group
    if others and is_claim(first):
        yield from _claims(name, source, group, look)
        return
    yield from _finding(name, source, first, look)
    if others:
        places = ", ".join(_quoted_place(source, report) for report in others[:PLACES_SHOWN])
        more = f" and {len(others) - PLACES_SHOWN} more" if len(others) > PLACES_SHOWN else ""
        yield _remark(f"in this paragraph also: {places}{more}", look)


def _claims(name: str, source: Source, claims: Sequence[Report], look: Look) -> Iterator[str]:
    """A headline, and below it each claim under the heading of its section."""
    gravest = max(claims, key=lambda claim: claim.severity)
    headline = claims_headline(claims)
    yield _head(
        name, source, gravest._replace(finding=claims[0].finding), look, headline, CITATIONS
    )
    for section, members in groupby(claims, key=lambda claim: claim.section):
        if section:
            yield wrapped(safe(section[-1]), look.width, INDENT, INDENT)
        for claim in members:
            line, column = source.position(claim.finding.span.start)
            place = f"{INDENT * 2}{f'{line}:{column}':<{PLACE}}"
            text = f"{safe(claim.finding.message)} [{claim.check}]"
            yield wrapped(text, look.width, place, " " * len(place))
    yield _remark("`kettext fix --mark-citations` marks each place in the text", look)


def _quoted_place(source: Source, report: Report) -> str:
    line, column = source.position(report.finding.span.start)
    return f"{quoted(safe(source.slice(report.finding.span)), 30)} ({line}:{column})"


def _head(name: str, source: Source, report: Report, look: Look, message: str, check: str) -> str:
    line, column = source.position(report.finding.span.start)
    place = look.paint(f"{safe(name)}:{line}:{column}", Paint.BOLD)
    severity = look.paint(report.severity.label, COLORS[report.severity], Paint.BOLD)
    return f"{place}: {severity}: {safe(message)} {look.paint(f'[{check}]', Paint.DIM)}"


def _finding(name: str, source: Source, report: Report, look: Look) -> Iterator[str]:
    finding = report.finding
    yield _head(name, source, report, look, finding.message, report.check)
    yield from _pointed_at(source, finding.span, look, COLORS[report.severity])
    for text in _remarks(source, report):
        yield _remark(text, look)


def _remark(text: str, look: Look) -> str:
    return wrapped(text, look.width, " " * GUTTER + " = ", " " * (GUTTER + 3))


def _pointed_at(source: Source, span: Span, look: Look, color: Paint) -> Iterator[str]:
    """The line, and below it a mark under what the finding is about."""
    index = source.line_index(span.start)
    raw = source.line_text(index)
    start = span.start - source.line_starts[index]
    end = max(min(span.end - source.line_starts[index], len(raw)), start)
    before, within = safe(raw[:start]), safe(raw[start:end])
    line = before + within + safe(raw[end:])
    number = f"{index + 1:>{GUTTER}}"
    room = max(look.width - len(number) - 3, 20)
    shown, first, last = crop(line, len(before), len(before) + len(within), room)
    mark = "^" * max(1, columns(shown[first:last]))
    yield f"{look.paint(number + ' |', Paint.DIM)} {shown}"
    blank = " " * len(number) + " |"
    yield f"{look.paint(blank, Paint.DIM)} {' ' * columns(shown[:first])}{look.paint(mark, color)}"


def _remarks(source: Source, report: Report) -> Iterator[str]:
    for message, places in groupby(report.finding.related, key=lambda related: related.message):
        yield f"{message or 'see also'}: {_lines(source, list(places))}"
    fix = report.finding.fix
    if fix and fix.applicability == Applicability.SAFE:
        yield f"fix: {fix.title}"
    elif fix:
        yield f"fix ({fix.applicability.label}): {fix.title}"


def _lines(source: Source, places: list[Related]) -> str:
    numbers = [str(source.position(place.span.start).line) for place in places]
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    shown = ", ".join(numbers[:LINES_SHOWN])
    more = len(numbers) - LINES_SHOWN
    return f"lines {shown}" + (f" and {more} more" if more > 0 else "")


def _summary(counts: Counter[str], look: Look) -> Iterator[str]:
    total = sum(counts[severity.label] for severity in Severity)
    articles = counted(counts["articles"], "article")
    if counts["skipped"]:
        yield f"{counted(counts['skipped'], 'file')} passed over; -v tells why."
    if not counts["articles"]:
        return
    if not total:
        yield look.paint(f"Nothing to mend in {articles}.", Paint.GREEN)
        return
    parts = [
        counted(counts[severity.label], severity.label)
        for severity in reversed(Severity)
        if counts[severity.label]
    ]
    yield f"{counted(total, 'finding')} in {articles}: {', '.join(parts)}."
    if counts["safe"]:
        yield f"`kettext fix` mends {counts['safe']} of them."
    if counts["unsafe"]:
        yield f"`kettext fix --unsafe` would mend {counts['unsafe']} more; read what it makes."
