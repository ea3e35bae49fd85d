"""For programs: everything about every finding, in the form that docs/formats.md describes."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from kettext.kit.finding import Applicability, Edit, Fix, Severity
from kettext.linter.linter import Report
from kettext.reports.terminal import Look
from kettext.runner.reading import Result
from kettext.text.source import Source, Span

VERSION = 1
Record = dict[str, object]


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write one JSON object about all results, each as it comes, so that none has to be kept."""
    del look  # machines read it
    counts: Counter[str] = Counter()
    separator = ""
    stream.write(f'{{\n "version": {VERSION},\n "documents": [')
    for result in results:
        stream.write(f"{separator}\n  {_indented(document(result, counts), 2)}")
        separator = ","
    end = "\n ]" if separator else "]"
    stream.write(f'{end},\n "summary": {_indented(summary(counts), 1)}\n}}\n')


def _indented(record: Record, depth: int) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def write(
    stream: TextIO, documents: list[Record], *, indent: int | None = 1, **more: object
) -> None:
    """Write the object that all JSON output is: a version and documents."""
    record: Record = {"version": VERSION, "documents": documents, **more}
    json.dump(record, stream, ensure_ascii=False, indent=indent)
    stream.write("\n")


def head(result: Result) -> Record:
    """What is said of each file, whatever came of it."""
    return {
        "path": result.name,
        "format": result.format or None,
        "inferred": result.inferred,
        "skipped": result.skipped,
        "error": result.error,
    }


def document(result: Result, counts: Counter[str]) -> Record:
    """What is said of one file; its findings are counted."""
    source = result.source
    counts["documents"] += 1
    for report in result.reports:
        count(counts, report)
    findings = [_finding(source, report) for report in result.reports] if source else []
    return {**head(result), "findings": findings}


def count(counts: Counter[str], report: Report) -> None:
    """Count a finding by its severity, and by whether its fix may be applied unasked."""
    counts[report.severity.label] += 1
    counts[report.finding.fix.applicability.label if report.finding.fix else ""] += 1


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
        "edits": [_edit(edit) for edit in fix.edits],
    }


def _edit(edit: Edit) -> Record:
    moved = {"moved": list(edit.moved)} if edit.moved else {}
    return {"span": list(edit.span), "text": edit.text, **moved}


def summary(counts: Counter[str]) -> Record:
    """How many documents and findings were counted, and of which kind."""
    labels = [severity.label for severity in reversed(Severity)]
    return {
        "documents": counts["documents"],
        "findings": sum(counts[label] for label in labels),
        **{label: counts[label] for label in labels},
        "fixable": counts[Applicability.SAFE.label],
        "fixable_unsafe": counts[Applicability.UNSAFE.label],
    }
