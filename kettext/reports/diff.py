"""`fix --diff`: old and new text as a unified diff."""

import difflib
from collections.abc import Iterable
from typing import TextIO

from kettext.reports.terminal import Look, Paint, safe
from kettext.runner.reading import Result
from kettext.text.source import Source

COLORS = {"+": Paint.GREEN, "-": Paint.RED, "@": Paint.BLUE}
NO_NEWLINE = "\\ No newline at end of file"


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write the differences of each article that a fix would change."""
    for result in results:
        if result.document is None or result.fixed is None:
            continue
        old, new = (
            _lines(document.source) for document in (result.document, result.fixed.document)
        )
        for line in difflib.unified_diff(
            old, new, safe(result.name), safe(result.name), lineterm=""
        ):
            paint = COLORS.get(line[0])
            text, marker, _ = line.partition(NO_NEWLINE)
            shown = "\t".join(safe(part) for part in text.rstrip("\r\n").split("\t"))
            stream.write(look.paint(shown, paint) if paint else shown)
            stream.write(f"\n{NO_NEWLINE}\n" if marker else "\n")


def _lines(source: Source) -> list[str]:
    lines = [source.slice(source.line_span(index)) for index in range(len(source.line_starts))]
    if lines and not lines[-1]:
        lines.pop()
    elif lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += f"\n{NO_NEWLINE}"
    return lines
