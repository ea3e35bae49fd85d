"""Passes of fixes, phase by phase, until nothing changes; nothing comes out that is not accounted
for."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kettext.article.document import Document
from kettext.fixer import licence, second_account, verifier
from kettext.fixer.convert import MARKS, conversion
from kettext.fixer.edits import Draft, Stretch, choose, merged_edits
from kettext.fixer.ledger import Applied, Ledger, make_ledger
from kettext.fixer.units import units_of
from kettext.kit.finding import Applicability, Finding, Fix, Phase
from kettext.linter.linter import Report
from kettext.text.source import Source

Lint = Callable[[Document], tuple[Report, ...]]
Parse = Callable[[Source, str], Document]
SPARE_PASSES = 5
CONVERSION = "conversion"


class Objection(Exception):
    """A proof failed, so the article stays as it was; the message says which.

    `refused` are the fixes that were about to be applied, one of which is to blame.
    """

    def __init__(self, message: str, refused: tuple[Applied, ...] = ()) -> None:
        super().__init__(message)
        self.refused = refused


@dataclass(frozen=True, slots=True)
class Tools:
    """How this run reads and checks; `level` is the lowest applicability that is applied."""

    parse: Parse
    lint: Lint
    level: Applicability


@dataclass(frozen=True, slots=True)
class Work:
    """An article on its way: how it reads now, what is found in it, and what was done so far."""

    document: Document
    reports: tuple[Report, ...]
    draft: Draft
    applied: tuple[Applied, ...] = ()

    @property
    def text(self) -> str:
        return self.document.source.text


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came out: the new article, what became of every unit of the old one, what was applied,
    and what is still found. `refused` is empty: one objection leaves the whole article alone."""

    document: Document
    ledger: Ledger
    applied: tuple[Applied, ...]
    refused: tuple[Applied, ...]
    remaining: tuple[Report, ...]

    @property
    def text(self) -> str:
        return self.document.source.text


def fix_document(document: Document, tools: Tools, *, to_markdown: bool = False) -> Fixed:
    """Apply the safe fixes until nothing changes, if asked convert to Markdown and apply them
    again; then the others at or above the level. So `unsafe` gives the same before `safe` as after.

    Raises Objection if the licence, the verifier, the ledger or the second account object.
    """
    if document.suspect:
        raise Objection(f"the article can't be read for certain: {document.suspect}")
    draft = Draft((Stretch(document.source.text, 0),))
    safe = replace(tools, level=Applicability.SAFE)
    work = _run(Work(document, tools.lint(document), draft), safe)
    if to_markdown and (document.format != "markdown" or document.inferred):
        work = _run(_convert(work, safe), safe)
    if tools.level < Applicability.SAFE:
        work = _run(work, tools)
    ledger = make_ledger(document.source, units_of(document), work.draft, work.applied)
    _raise_first(second_account.objections(document.source.text, work.text, ledger))
    return Fixed(work.document, ledger, work.applied, (), work.reports)


def _run(work: Work, tools: Tools) -> Work:
    """Each phase comes to rest before the next; after the last, the first again, until a round
    takes nothing."""
    limit = sum(report.finding.fix is not None for report in work.reports) + SPARE_PASSES
    seen = {work.text}
    while True:
        before = work
        for phase in Phase:
            while taken := choose(work.reports, phase, tools.level):
                work = _pass(work, taken, tools)
                limit -= 1
                if work.text in seen or limit < 0:
                    names = ", ".join(sorted({report.check for report, _ in taken}))
                    raise Objection(f"the fixes of {names} never come to rest")
                seen.add(work.text)
        if work is before:
            return work


def _pass(work: Work, taken: Sequence[tuple[Report, Fix]], tools: Tools) -> Work:
    done = tuple(_applied(work.draft, report.check, fix) for report, fix in taken)
    units = units_of(work.document)
    for (report, fix), one in zip(taken, done, strict=True):
        objections = licence.objections(work.document, units, report.finding, fix)
        named = (f"the fix “{fix.title}” of {report.check}: {said}" for said in objections)
        _raise_first(named, (one,))
    edits = merged_edits(fix for _, fix in taken)
    draft = work.draft.splice(edits)
    document = tools.parse(work.document.source.with_text(draft.text), work.document.format)
    may_flip = tools.level <= Applicability.UNSAFE
    _raise_first(verifier.objections(work.document, document, edits, may_flip=may_flip), done)
    reports = tools.lint(document)
    _raise_first(verifier.new_errors(work.reports, reports, edits), done)
    return Work(document, reports, draft, work.applied + done)


def _convert(work: Work, tools: Tools) -> Work:
    """One set of edits that marks up what was inferred, checked by reading the result."""
    fix, expected = conversion(work.document)
    if fix.edits:
        whole = Finding(fix.stretch, fix.title)
        units = units_of(work.document)
        _raise_first(licence.objections(work.document, units, whole, fix, MARKS))
    draft = work.draft.splice(fix.edits)
    document = tools.parse(work.document.source.with_text(draft.text), "markdown")
    _raise_first(expected.objections(document))
    done = _applied(work.draft, CONVERSION, fix)
    return Work(document, tools.lint(document), draft, (*work.applied, done))


def _applied(draft: Draft, check: str, fix: Fix) -> Applied:
    survivor = next(draft.origins(fix.survivor), None) if fix.survivor else None
    spans = tuple(chain.from_iterable(draft.origins(edit.span) for edit in fix.edits))
    return Applied(check, fix.title, fix.applicability, spans, survivor, fix.adds)


def _raise_first(objections: Iterator[str], refused: tuple[Applied, ...] = ()) -> None:
    objection = next(objections, None)
    if objection:
        raise Objection(objection, refused)
