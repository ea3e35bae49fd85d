"""The headings of articles as JSON, for programs."""

from collections.abc import Iterable
from typing import TextIO

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.reports import json
from kettext.reports.terminal import Look
from kettext.runner.reading import Result


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write one JSON object about the headings of all articles."""
    del look  # machines read it
    json.write(stream, [_document(result) for result in results])


def _document(result: Result) -> json.Record:
    document = result.document if not result.skipped else None
    return {
        **json.head(result),
        "title": document.title if document else "",
        "headings": [_heading(document, heading) for heading in document.headings]
        if document
        else [],
    }


def _heading(document: Document, heading: Heading) -> json.Record:
    return {
        "text": heading.text,
        "level": heading.level,
        "number": heading.number,
        "span": list(heading.span),
        "line": document.line_of(heading),
        "inferred": heading.inferred,
        "confidence": round(heading.confidence, 2),
        "level_certain": heading.level_certain,
    }
