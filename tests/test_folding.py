"""What people are shown together in reports."""

import io
from pathlib import Path

from kettext.kit.finding import Finding, Severity
from kettext.linter.linter import Report
from kettext.reports import full
from kettext.reports.folding import claims_headline, folded
from kettext.reports.terminal import Look
from kettext.runner.reading import Result
from kettext.text.source import Source, Span, source_of

LINES = ["Studies show it is amazing.", "It is an amazing and amazing tea.", "Amazing it is."]
LOOK = Look(color=False, width=80, verbose=False, quiet=True)


def report(check: str, group: str, source: Source, words: str, start: int = 0) -> Report:
    at = source.text.index(words, start)
    finding = Finding(Span(at, at + len(words)), f"about “{words}”")
    severity = Severity.WARNING
    return Report(check, group, severity, (f"Part {at % 3}",), (check, words, 0), finding)


def claims(number: int) -> tuple[Source, list[Report]]:
    source = source_of("\n\n".join(f"Studies show {n}." for n in range(number)) + "\n")
    return source, [
        report("uncited-study", "citations", source, f"Studies show {n}") for n in range(number)
    ]


def shown(source: Source, reports: list[Report]) -> str:
    stream = io.StringIO()
    result = Result("tea.md", "markdown", Path("tea.md"), reports=tuple(reports), source=source)
    full.render([result], stream, LOOK)
    return stream.getvalue()


def test_a_few_claims_are_shown_one_by_one() -> None:
    source, reports = claims(3)
    assert folded(source, reports) == [(one,) for one in reports]


def test_many_claims_have_one_headline_and_their_places_below_it() -> None:
    source, reports = claims(5)
    assert folded(source, reports) == [tuple(reports)]
    assert claims_headline(reports).startswith("5 claims without a source, in ")
    text = shown(source, reports)
    assert text.count("warning:") == 1
    for line in range(1, 10, 2):
        assert f"\n    {line}:1 " in text
    assert "--mark-citations" in text


def test_broken_references_are_no_claims() -> None:
    source, reports = claims(5)
    broken = [one._replace(check="dangling-reference") for one in reports]
    assert folded(source, broken) == [(one,) for one in broken]


def test_what_one_check_of_tone_finds_in_one_paragraph_is_shown_together() -> None:
    source = source_of(f"{LINES[0]}\n\n{LINES[1]}\n{LINES[2]}\n")
    first = report("hype", "tone", source, "amazing")
    second = report("hype", "tone", source, "amazing", first.finding.span.end)
    third = report("hype", "tone", source, "amazing", second.finding.span.end)
    fourth = report("hype", "tone", source, "Amazing")
    other = report("slang", "tone", source, "tea")
    found = folded(source, [first, second, third, other, fourth])
    assert found == [(first,), (second, third, fourth), (other,)]
    text = shown(source, [first, second, third, other, fourth])
    assert text.count("warning:") == 3
    assert "in this paragraph also: “amazing” (3:22), “Amazing” (4:1)" in text


def test_other_findings_are_never_folded() -> None:
    source, reports = claims(5)
    same = [one._replace(check="duplicate-sentence", group="repetition") for one in reports]
    assert folded(source, same) == [(one,) for one in same]
