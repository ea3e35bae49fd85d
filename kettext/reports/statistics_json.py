"""How often each check found something, instead of the findings: for programs."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from kettext.reports.json import VERSION, count, summary
from kettext.reports.statistics import count as count_checks
from kettext.reports.statistics import rows
from kettext.reports.terminal import Look
from kettext.runner.reading import Result


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write one JSON object: the checks with their counts, and the summary of all."""
    del look  # machines read it
    checks: Counter[tuple[str, str]] = Counter()
    counts: Counter[str] = Counter()
    for result in results:
        counts["documents"] += 1
        count_checks(checks, result)
        for report in result.reports:
            count(counts, report)
    statistics = {
        row.check: {"findings": row.findings, "fixable": row.safe, "fixable_unsafe": row.unsafe}
        for row in rows(checks)
    }
    record = {"version": VERSION, "statistics": statistics, "summary": summary(counts)}
    json.dump(record, stream, ensure_ascii=False, indent=1)
    stream.write("\n")
