"""Articles in figures as JSON, for programs."""

from collections.abc import Iterable
from typing import TextIO

from kettext.article.figures import Figures, figures, total
from kettext.reports import json
from kettext.reports.terminal import Look
from kettext.runner.reading import Result


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write one JSON object with the figures of all articles, and of all of them together."""
    del look  # machines read it
    documents: list[json.Record] = []
    found: list[Figures] = []
    for result in results:
        counts = figures(result.document) if result.document and result.is_article else None
        documents.append({**json.head(result), "figures": _shown(counts) if counts else None})
        found += [counts] if counts else []
    json.write(stream, documents, total={"documents": len(found), **_shown(total(found))})


def _shown(counts: Figures) -> json.Record:
    return {
        "words": counts.words,
        "sentences": counts.sentences,
        "minutes": round(counts.minutes, 2),
        "reading_ease": _rounded(counts.reading_ease, 1),
        "sourced_sentences": counts.sourced,
        "sourced_share": _rounded(counts.sourced_share, 3),
        "headings": counts.headings,
        "headings_per_1000_words": _rounded(counts.headings_per_1000_words, 1),
    }


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)
