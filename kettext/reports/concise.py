"""One line for each finding: place, severity, message, check."""

from collections.abc import Iterable
from typing import TextIO

from kettext.reports.terminal import Look, safe
from kettext.runner.reading import Result


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write a line for each finding."""
    del look  # there is nothing to colour or to wrap
    for result in results:
        if result.source is None:
            continue
        for report in result.reports:
            line, column = result.source.position(report.finding.span.start)
            place = f"{safe(result.name)}:{line}:{column}"
            message = safe(report.finding.message)
            stream.write(f"{place}: {report.severity.label}: {message} [{report.check}]\n")
