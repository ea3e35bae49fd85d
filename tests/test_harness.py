"""The harness of the examples must bite: eight faults planted in a toy check, each of which it must
catch."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest

from kettext.article.document import Document
from kettext.fixer import draft
from kettext.fixer.examples import problems
from kettext.kit.check import Check, check
from kettext.kit.finding import Applicability, Edit, Finding, Fix, Phase, Severity
from kettext.kit.page import Example, read_page
from kettext.text.source import Span

PAGE = """\
The word “kettel” stands in a heading or doubled.

## Examples
```bad
The end of ⟦kettel kettel⟧ here.
```
```fixed
The end of kettle kettle here.
```
```bad

⟦Kettel⟧

Above it nothing, below it text.
```
```unsafe

Above it nothing, below it text.
```
```good
A lone kettel in prose is left alone.
```
"""
PARTNER = Example("Another text with a kettel in its prose.\n", (), ())


@check(severity=Severity.WARNING, on=True)
def toy(document: Document) -> Iterator[Finding]:
    for match in document.find(r"\bkettel kettel\b"):
        start, end = match.span()
        both = (Edit(Span(start, start + 6), "kettle"), Edit(Span(end - 6, end), "kettle"))
        fix = Fix("Mend it", both, Applicability.SAFE, Phase.WORDS, adds=("kettle", "kettle"))
        yield Finding(match.span(), "Kettel", fix=fix)
    for match in document.find(r"\AKettel\Z"):
        span = match.span()
        yield Finding(span, "Kettel", fix=line_removed(document, span))


def line_removed(document: Document, span: Span) -> Fix:
    newline = document.source.newline()
    lines = Edit(Span(span.start, span.end + 2 * len(newline)))
    return Fix("Remove it", (lines,), Applicability.UNSAFE, Phase.REMOVE)


def span_too_long(finding: Finding, document: Document) -> Finding:
    return finding._replace(span=Span(finding.span.start, finding.span.end + 1))


def blank_lines_left(finding: Finding, document: Document) -> Finding:
    if finding.fix is None or finding.fix.phase != Phase.REMOVE:
        return finding
    return finding._replace(fix=finding.fix._replace(edits=(Edit(finding.span),)))


def offsets_in_bytes(finding: Finding, document: Document) -> Finding:
    def in_bytes(offset: int) -> int:
        return len(document.source.text[:offset].encode("utf-8"))

    return finding._replace(span=Span(*map(in_bytes, finding.span)))


def safe_called_unsafe(finding: Finding, document: Document) -> Finding:
    return with_applicability(finding, Applicability.SAFE, Applicability.UNSAFE)


def unsafe_called_safe(finding: Finding, document: Document) -> Finding:
    return with_applicability(finding, Applicability.UNSAFE, Applicability.SAFE)


def with_applicability(finding: Finding, old: Applicability, new: Applicability) -> Finding:
    if finding.fix is None or finding.fix.applicability != old:
        return finding
    return finding._replace(fix=finding.fix._replace(applicability=new))


def crlf_forgotten(finding: Finding, document: Document) -> Finding:
    if finding.fix is None or finding.fix.phase != Phase.REMOVE:
        return finding
    lines = Edit(Span(finding.span.start, finding.span.end + 2))
    return finding._replace(fix=finding.fix._replace(edits=(lines,)))


MUTANTS = (
    span_too_long,
    blank_lines_left,
    offsets_in_bytes,
    safe_called_unsafe,
    unsafe_called_safe,
    crlf_forgotten,
)


@pytest.fixture
def examples(tmp_path_factory: pytest.TempPathFactory) -> tuple[Example, ...]:
    page = tmp_path_factory.mktemp("page") / "toy.md"
    page.write_text(PAGE, encoding="utf-8")
    return read_page(page).examples


def all_problems(one: Check, examples: tuple[Example, ...]) -> list[str]:
    return list(chain.from_iterable(problems(one, example, PARTNER) for example in examples))


def test_the_toy_itself_does_what_its_page_says(examples: tuple[Example, ...]) -> None:
    assert all_problems(toy, examples) == []


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_planted_fault_is_caught(mutant: object, examples: tuple[Example, ...]) -> None:
    assert callable(mutant)

    def search(document: Document) -> Iterator[Finding]:
        for finding in toy.findings(document):
            yield mutant(finding, document)

    assert all_problems(toy._replace(search=search), examples)


def test_a_check_that_fires_inside_prose_is_caught(examples: tuple[Example, ...]) -> None:
    def search(document: Document) -> Iterator[Finding]:
        for match in document.find(r"\bkettel kettel\b|\b[Kk]ettel\b"):
            yield next(iter(toy.findings(document)), Finding(match.span(), "Kettel"))

    assert all_problems(toy._replace(search=search), examples)


def test_edits_that_are_applied_front_to_back_are_caught(
    examples: tuple[Example, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without regard to what the first one has shifted."""
    longer = [replace(examples[0], fixed=(examples[0].fixed or "").replace("kettle", "big kettle"))]

    def search(document: Document) -> Iterator[Finding]:
        for finding in toy.findings(document):
            fix = finding.fix
            if fix and fix.phase == Phase.WORDS:
                words = tuple(Edit(edit.span, "big kettle") for edit in fix.edits)
                fix = fix._replace(edits=words, adds=("big kettle", "big kettle"))
            yield finding._replace(fix=fix)

    big = toy._replace(search=search)
    assert all_problems(big, tuple(longer)) == []

    def front_to_back(old: draft.Draft, changes: tuple[Edit, ...]) -> draft.Draft:
        for edit in changes:
            old = original(old, (edit,))
        return old

    original = draft.Draft.splice
    monkeypatch.setattr(draft.Draft, "splice", front_to_back)
    assert all_problems(big, tuple(longer))
