"""`diff` as JSON: what became of every unit, and which numbers, negations and links differ."""

import json
from typing import TextIO

from kettext.article.document import Document
from kettext.fixer.comparison import Comparison, Difference, Entry, State
from kettext.reports.json import VERSION, Record
from kettext.reports.terminal import Look
from kettext.text.source import Span


def render(comparison: Comparison, names: tuple[str, str], stream: TextIO, look: Look) -> None:
    """Write one JSON object about both versions."""
    del look  # machines read it
    record: Record = {
        "version": VERSION,
        "old": _head(names[0], comparison.old),
        "new": _head(names[1], comparison.new),
        "entries": [_entry(comparison, entry) for entry in comparison.entries],
        "facts": [_fact(comparison, difference) for difference in comparison.differences],
        "counts": {state.value: len(comparison.of(state)) for state in State},
    }
    json.dump(record, stream, ensure_ascii=False, indent=1)
    stream.write("\n")


def _head(name: str, document: Document) -> Record:
    return {"path": name, "format": document.format, "inferred": document.inferred}


def _entry(comparison: Comparison, entry: Entry) -> Record:
    return {
        "unit": entry.unit,
        "state": entry.state.value,
        **_places(comparison, entry),
        "old": _text(comparison.old, entry.before),
        "new": _text(comparison.new, entry.after),
        "copy": _span(entry.copy),
    }


def _fact(comparison: Comparison, difference: Difference) -> Record:
    return {
        "kind": difference.kind,
        "old": difference.went,
        "new": difference.came,
        "state": difference.entry.state.value,
        **_places(comparison, difference.entry),
    }


def _places(comparison: Comparison, entry: Entry) -> Record:
    """Where a unit stands in both versions."""
    return {
        "from": _span(entry.before),
        "from_line": _line(comparison.old, entry.before),
        "to": _span(entry.after),
        "to_line": _line(comparison.new, entry.after),
    }


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _line(document: Document, span: Span | None) -> int | None:
    return document.source.position(span.start).line if span else None


def _text(document: Document, span: Span | None) -> str | None:
    return document.source.slice(span) if span else None
