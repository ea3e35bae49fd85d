"""For programs: everything about every finding, in the form that docs/formats.md describes."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from kettext.kit.finding import Applicability, Fix, Severity
from kettext.linter.linter import Report
from kettext.reports.terminal import Look
from kettext.runner.reading import Result
from kettext.text.source import Source, Span

VERSION = 1
Record = dict[str, object]


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write one JSON object about all results."""
    del look  # machines read it
    counts: Counter[str] = Counter()
    documents = [_document(result, counts) for result in results]
    write(stream, documents, summary=_summary(counts))


def write(
    stream: TextIO, documents: list[Record], *, indent: int | None = 1, **more: object
) -> None:
    """Write the object that all JSON output is: a version and documents."""
    record: Record = {"version": VERSION, "documents": documents, **more}
    json.dump(record, stream, ensure_ascii=False, indent=indent)
    stream.write("\n")


def head(result: Result) -> Record:
    """What is said of each file, whatever came of it."""
    document = result.document
    return {
        "path": result.name,
        "format": result.format or None,
        "inferred": bool(document and document.inferred),
        "skipped": result.skipped,
        "error": result.error,
    }


def _document(result: Result, counts: Counter[str]) -> Record:
    """What is said of one file; its findings are counted."""
    document = result.document
    counts["documents"] += 1
    for report in result.reports:
        counts[report.severity.label] += 1
        counts[report.finding.fix.applicability.label if report.finding.fix else ""] += 1
    findings = [_finding(document.source, report) for report in result.reports] if document else []
    return {**head(result), "findings": findings}


def _finding(source: Source, report: Report) -> Record:
    finding = report.finding
    return {
        "check": report.check,
        "group": report.group,
        "severity": report.severity.label,
        "message": finding.message,
        **_place(source, finding.span),
        "section": list(report.section),
        "related": [
            {"message": related.message, **_place(source, related.span)}
            for related in finding.related
        ],
        "fix": _fix(finding.fix) if finding.fix else None,
        "rule": None,
        "fingerprint": report.fingerprint,
    }


def _place(source: Source, span: Span) -> Record:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "span": list(span),
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def _fix(fix: Fix) -> Record:
    return {
        "title": fix.title,
        "applicability": fix.applicability.label,
        "edits": [{"span": list(edit.span), "text": edit.text} for edit in fix.edits],
    }


def _summary(counts: Counter[str]) -> Record:
    labels = [severity.label for severity in reversed(Severity)]
    return {
        "documents": counts["documents"],
        "findings": sum(counts[label] for label in labels),
        **{label: counts[label] for label in labels},
        "fixable": counts[Applicability.SAFE.label],
        "fixable_unsafe": counts[Applicability.UNSAFE.label],
    }
