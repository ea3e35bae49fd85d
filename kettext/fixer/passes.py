"""Passes of fixes, phase by phase, until nothing changes; nothing comes out that is not accounted
for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kettext.article.document import Document
from kettext.fixer import licence, second_account
from kettext.fixer.convert import MARKS, conversion
from kettext.fixer.draft import Draft, Stretch
from kettext.fixer.edits import choose
from kettext.fixer.ledger import Applied, Ledger, make_ledger
from kettext.fixer.trial import Objection, Refusal, Tools, Work, applied, raise_first, settle
from kettext.fixer.units import units_of
from kettext.kit.finding import Applicability, Finding, Phase
from kettext.linter.linter import Report
from kettext.text.source import Span

SPARE_PASSES = 5
STAGES = (  # what changes words where they stand may be done with what goes; see decision 7
    (Phase.REMOVE, Phase.DEDUPLICATE, Phase.WORDS),
    (Phase.MOVE,),
    (Phase.HEADINGS,),
)
CONVERSION = "conversion"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What came out: the new article, what became of every unit of the old one, what was applied,
    what was left out because a proof objected to it, and what is still found."""

    document: Document
    ledger: Ledger
    applied: tuple[Applied, ...]
    refused: tuple[Refusal, ...]
    remaining: tuple[Report, ...]

    @property
    def text(self) -> str:
        return self.document.source.text


class Cycle(Exception):
    """The fixes of some checks never come to rest."""

    def __init__(self, names: frozenset[str]) -> None:
        super().__init__(f"the fixes of {', '.join(sorted(names))} never come to rest")
        self.names = names


def fix_document(document: Document, tools: Tools, *, to_markdown: bool = False) -> Fixed:
    """Apply the safe fixes until nothing changes, if asked convert to Markdown and apply them
    again; then the others at or above the level. So `unsafe` gives the same before `safe` as after.

    A fix that a proof objects to is left out, and so are all of a check whose fixes never come to
    rest. Raises Objection if the article can't be read for certain, and if something is wrong that
    no fix is to blame for.
    """
    if document.suspect:
        raise Objection(f"the article can't be read for certain: {document.suspect}")
    without: dict[str, str] = {}
    while True:
        passes = Passes(document, tools, without)
        try:
            work = passes.all(to_markdown=to_markdown)
        except Cycle as cycle:
            without.update(dict.fromkeys(cycle.names, str(cycle)))
            continue
        ledger = make_ledger(document.source, document.derived(units_of), work.draft, work.applied)
        raise_first(second_account.objections(document.source.text, work.text, ledger))
        return Fixed(work.document, ledger, work.applied, passes.refusals(work), work.reports)


class Passes:
    """The passes over one article. `without`: the checks whose fixes are left out, each with the
    reason."""

    def __init__(self, document: Document, tools: Tools, without: dict[str, str]) -> None:
        self._document = document
        self._tools = tools
        self._without = without
        self._refused: dict[Identity, str] = {}

    def all(self, *, to_markdown: bool) -> Work:
        safe = replace(self._tools, level=Applicability.SAFE)
        draft = Draft((Stretch(self._document.source.text, 0),))
        work = self._run(Work(self._document, safe.lint(self._document), draft), safe)
        if to_markdown and (work.document.format != "markdown" or work.document.inferred):
            work = self._run(_convert(work, safe), safe)
        if self._tools.level < Applicability.SAFE:
            work = self._run(work, self._tools)
        return work

    def _run(self, work: Work, tools: Tools) -> Work:
        """Each stage comes to rest before the next; after the last, the first again, until a round
        takes nothing. Raises Cycle."""
        limit = sum(report.finding.fix is not None for report in work.reports) + SPARE_PASSES
        seen = {hash(work.text)}
        while True:
            before = work
            self._refused.clear()  # what was in the way may be gone by now
            for phases in STAGES:
                while taken := choose(self._open(work), phases, tools.level):
                    outcome = settle(work, taken, tools)
                    for report, reason in outcome.refused:
                        self._refused[_identity(work.draft, report)] = reason
                    if outcome.work is None:
                        continue
                    work = outcome.work
                    limit -= 1
                    if hash(work.text) in seen or limit < 0:
                        raise Cycle(frozenset(report.check for report, _ in taken))
                    seen.add(hash(work.text))
            if work is before:
                return work

    def _open(self, work: Work) -> Sequence[Report]:
        """The reports whose fixes may be made."""
        return [report for report in work.reports if self._reason(work, report) is None]

    def _reason(self, work: Work, report: Report) -> str | None:
        """Why a fix is not made, None if it may be."""
        if report.check in self._without:
            return self._without[report.check]
        return self._refused.get(_identity(work.draft, report)) if self._refused else None

    def refusals(self, work: Work) -> tuple[Refusal, ...]:
        """The fixes at this level that were not made."""
        level = self._tools.level
        return tuple(
            Refusal(applied(work.draft, report.check, fix), report.finding, reason)
            for report in work.reports
            if (fix := report.finding.fix)
            and fix.applicability >= level
            and (reason := self._reason(work, report))
        )


Identity = tuple[str, str, tuple[Span, ...]]


def _identity(draft: Draft, report: Report) -> Identity:
    """What a finding is known by from one pass to the next."""
    places = tuple(draft.origins(report.finding.span))
    title = report.finding.fix.title if report.finding.fix else ""
    return report.check, title, places


def _convert(work: Work, tools: Tools) -> Work:
    """One set of edits that marks up what was inferred, checked by reading the result."""
    fix, expected = conversion(work.document)
    if fix.edits:
        whole = Finding(fix.stretch, fix.title)
        units = work.document.derived(units_of)
        raise_first(licence.objections(work.document, units, whole, fix, MARKS))
    draft = work.draft.splice(fix.edits)
    document = tools.parse(work.document.source.with_text(draft.text), "markdown")
    raise_first(expected.objections(document))
    done = applied(work.draft, CONVERSION, fix)
    return Work(document, tools.lint(document), draft, (*work.applied, done))
