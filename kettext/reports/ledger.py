"""`fix --report`: what was applied, and what became of every unit of the source, as JSON."""

from kettext.fixer.ledger import Applied, Entry, State
from kettext.fixer.passes import Fixed
from kettext.fixer.trial import Refusal
from kettext.reports import json
from kettext.runner.reading import Result
from kettext.text.source import Span


def document(result: Result) -> json.Record:
    """What is said of one file."""
    fixed = result.fixed
    return {
        "path": result.name,
        "skipped": result.skipped,
        "error": result.error,
        "applied": [_applied(fix) for fix in fixed.applied] if fixed else [],
        "refused": [_refused(refusal) for refusal in fixed.refused] if fixed else [],
        "ledger": [_entry(entry) for entry in fixed.ledger.entries] if fixed else [],
        "put_in": list(fixed.ledger.put_in) if fixed else [],
        "counts": _counts(fixed) if fixed else {},
        "balance": fixed is not None,  # what does not balance is never a result
    }


def _applied(fix: Applied) -> json.Record:
    return {
        "check": fix.check,
        "title": fix.title,
        "applicability": fix.applicability.label,
        "spans": [list(span) for span in fix.spans],
        "moved": [list(span) for span in fix.moved],
    }


def _refused(refusal: Refusal) -> json.Record:
    return {
        **_applied(refusal.fix),
        "finding": refusal.finding.message,
        "reason": refusal.reason,
    }


def _entry(entry: Entry) -> json.Record:
    return {
        "unit": entry.unit,
        "state": entry.state.value,
        "from": list(entry.before),
        "to": _span(entry.after),
        "old": entry.old,
        "new": entry.new,
        "reason": entry.reason,
        "survivor": _span(entry.survivor),
    }


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _counts(fixed: Fixed) -> json.Record:
    return {state.value: fixed.ledger.count(state) for state in State}
