"""For programs: everything about every finding, in the form that docs/formats.md describes."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from kettext.kit.finding import Applicability, Fix, Severity
from kettext.linter.linter import Report
from kettext.reports.terminal import Look
from kettext.runner.run import Result
from kettext.text.source import Source, Span

VERSION = 1
Record = dict[str, object]


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write one JSON object about all results."""
    del look  # machines read it
    listed = list(results)
    write(stream, [_document(result) for result in listed], summary=_summary(listed))


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


def _document(result: Result) -> Record:
    document = result.document
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


def _summary(results: list[Result]) -> Record:
    reports = [report for result in results for report in result.reports]
    severities = Counter(report.severity for report in reports)
    fixable = Counter(report.finding.fix.applicability for report in reports if report.finding.fix)
    return {
        "documents": len(results),
        "findings": len(reports),
        **{severity.label: severities[severity] for severity in reversed(Severity)},
        "fixable": fixable[Applicability.SAFE],
        "fixable_unsafe": fixable[Applicability.UNSAFE],
    }
