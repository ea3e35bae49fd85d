"""`fix --diff`: old and new text as a unified diff."""

import difflib
from collections.abc import Iterable, Iterator
from typing import TextIO

from kettext.article.document import Document
from kettext.fixer.passes import Fixed
from kettext.kit.finding import quoted
from kettext.reports.terminal import Look, Paint, safe
from kettext.runner.reading import Result
from kettext.text.source import Source, Span

COLORS = {"+": Paint.GREEN, "-": Paint.RED, "@": Paint.BLUE}
NO_NEWLINE = "\\ No newline at end of file"


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write the differences of each article that a fix would change."""
    for result in results:
        if result.document is None or result.fixed is None:
            continue
        moved = set(_moved_lines(result.document, result.fixed))
        stream.writelines(
            f"{look.paint(line, Paint.YELLOW)}\n" for line in _moves(result.document, result.fixed)
        )
        old, new = (
            _lines(document.source) for document in (result.document, result.fixed.document)
        )
        for line in difflib.unified_diff(
            old, new, safe(result.name), safe(result.name), lineterm=""
        ):
            paint = Paint.YELLOW if line[1:] in moved else COLORS.get(line[0])
            text, marker, _ = line.partition(NO_NEWLINE)
            shown = "\t".join(safe(part) for part in text.rstrip("\r\n").split("\t"))
            stream.write(look.paint(shown, paint) if paint else shown)
            stream.write(f"\n{NO_NEWLINE}\n" if marker else "\n")


def _moves(document: Document, fixed: Fixed) -> Iterator[str]:
    """What was moved, which a diff shows as taken away here and put in there; what reads diffs
    passes over such lines in front of them."""
    for first, *_, last in ((*run, run[-1]) for run in fixed.ledger.moves):
        if first.after and last.after:
            old = _places(document.source, first.before, last.before)
            new = _places(fixed.document.source, first.after, last.after)
            yield f"Moved: {old} -> {new}: {safe(quoted(first.old))}"


def _places(source: Source, first: Span, last: Span) -> str:
    start, end = source.position(first.start).line, source.position(last.end - 1).line
    return f"line {start}" if start == end else f"lines {start}-{end}"


def _moved_lines(document: Document, fixed: Fixed) -> Iterator[str]:
    """The lines that were moved."""
    source = document.source
    for run in fixed.ledger.moves:
        first, last = (source.line_index(entry.before.start) for entry in (run[0], run[-1]))
        yield from (source.slice(source.line_span(index)) for index in range(first, last + 1))


def _lines(source: Source) -> list[str]:
    lines = [source.slice(source.line_span(index)) for index in range(len(source.line_starts))]
    if lines and not lines[-1]:
        lines.pop()
    elif lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += f"\n{NO_NEWLINE}"
    return lines
