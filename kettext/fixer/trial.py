"""One pass: fixes are made together, and the proofs are asked; where one objects, the guilty fix is
found by halves and left out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kettext.article.document import Document
from kettext.fixer import licence, second_account, verifier
from kettext.fixer.draft import Draft, OffsetMap, Stretch
from kettext.fixer.edits import Taken, merged_edits
from kettext.fixer.ledger import Applied, make_ledger
from kettext.fixer.units import units_of
from kettext.kit.finding import Applicability, Edit, Finding, Fix
from kettext.linter.linter import Report
from kettext.text.source import Source, Span
from kettext.text.value import NamedTuple

Lint = Callable[[Document], tuple[Report, ...]]
Parse = Callable[[Source, str], Document]
MOST_TRIALS = 100  # of one pass; where more is wrong, what was not tried alone is left out as well


class Objection(Exception):
    """A proof failed; the message says which. The text that it was about is not used."""


@dataclass(frozen=True, slots=True)
class Tools:
    """How this run reads and checks; `level` is the lowest applicability that is applied."""

    parse: Parse
    lint: Lint
    level: Applicability


@dataclass(frozen=True, slots=True)
class Refusal:
    """A fix that was not made, and why."""

    fix: Applied
    finding: Finding
    reason: str


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


class Outcome(NamedTuple):
    """What came of a pass: the article with the fixes that were `made` (None: none was), and the
    reports whose fixes something objected to, each with what it says."""

    work: Work | None
    made: Taken
    refused: tuple[tuple[Report, str], ...]


def settle(work: Work, taken: Taken, tools: Tools) -> Outcome:
    """Make as many of these fixes as nothing objects to. Of two that only hurt together, one waits
    for the next pass."""
    units = work.document.derived(units_of)
    licensed, refused = [], []
    for report, fix in taken:
        said = next(licence.objections(work.document, units, report.finding, fix), None)
        if said:
            refused.append((report, said))
        else:
            licensed.append((report, fix))
    outcome = _Trials(work, tools).innocent(tuple(licensed))
    return outcome._replace(refused=(*refused, *outcome.refused))


class _Trials:
    def __init__(self, work: Work, tools: Tools) -> None:
        self._work = work
        self._tools = tools
        self._number = 0

    def innocent(self, taken: Taken) -> Outcome:
        """The fixes that nothing objects to, found by halves."""
        if not taken:
            return Outcome(None, (), ())
        try:
            return Outcome(self._attempt(taken), taken, ())
        except Objection as objection:
            if len(taken) == 1 or self._number > MOST_TRIALS:
                return Outcome(None, (), tuple((report, str(objection)) for report, _ in taken))
        middle = len(taken) // 2
        one, other = self.innocent(taken[:middle]), self.innocent(taken[middle:])
        refused = one.refused + other.refused
        if one.work is None or other.work is None:
            return Outcome(one.work or other.work, one.made + other.made, refused)
        try:
            return Outcome(self._attempt(one.made + other.made), one.made + other.made, refused)
        except Objection:
            return Outcome(one.work, one.made, refused)

    def _attempt(self, taken: Taken) -> Work:
        """The article with these fixes. Raises Objection if a proof fails."""
        self._number += 1
        work, tools = self._work, self._tools
        edits = merged_edits(fix for _, fix in taken)
        done = tuple(applied(work.draft, report.check, fix) for report, fix in taken)
        draft = work.draft.splice(edits)
        document = tools.parse(work.document.source.with_text(draft.text), work.document.format)
        may_flip = tools.level <= Applicability.UNSAFE
        raise_first(verifier.objections(work.document, document, edits, may_flip=may_flip))
        raise_first(_accounts(work, taken, edits, document.source.text))
        reports = tools.lint(document)
        offsets = OffsetMap(edits, work.text)
        raise_first(verifier.new_errors(work.reports, reports, offsets))
        return Work(document, reports, draft, work.applied + done)


def _accounts(work: Work, taken: Taken, edits: Sequence[Edit], result: str) -> Iterator[str]:
    """Where the two accounts of one pass disagree."""
    before = Draft((Stretch(work.text, 0),))
    done = [applied(before, report.check, fix) for report, fix in taken]
    units = work.document.derived(units_of)
    ledger = make_ledger(work.document.source, units, before.splice(edits), done)
    yield from second_account.objections(work.text, result, ledger)


def applied(draft: Draft, check: str, fix: Fix) -> Applied:
    """A fix as the ledger knows it, its places counted in the source."""
    lost = tuple(chain.from_iterable(draft.origins(span) for span in fix.losses))
    moved = tuple(chain.from_iterable(draft.origins(span) for span in fix.moved))
    stays = list(draft.origins(fix.survivor)) if fix.survivor else []
    survivor = Span(min(stays).start, max(span.end for span in stays)) if stays else None
    return Applied(check, fix.title, fix.applicability, lost, moved, survivor, fix.adds)


def raise_first(objections: Iterator[str]) -> None:
    """Raises Objection with the first of them, if there is one."""
    said = next(objections, None)
    if said:
        raise Objection(said)
