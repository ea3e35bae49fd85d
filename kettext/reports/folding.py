"""Findings that people are shown together: one headline instead of many that say the same."""

import re
from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterator, Sequence

from kettext import checks
from kettext.linter.linter import Report
from kettext.reports.terminal import counted
from kettext.text.source import Source

CITATIONS, TONE = "citations", "tone"
FEW_CLAIMS = 3  # so many, or fewer, are shown one by one
BLANK_LINE = r"(?:\r\n?|\n)[ \t]*+(?=[\r\n])"


def folded(source: Source, reports: Collection[Report]) -> list[tuple[Report, ...]]:
    """The findings in order, in groups: all claims of an article if there are more than a few, and
    what one check of tone finds in one paragraph."""
    has_tone = any(report.group == TONE for report in reports)
    blank_lines = (
        [match.end() for match in re.finditer(BLANK_LINE, source.text)] if has_tone else ()
    )
    groups: dict[Hashable, list[Report]] = {}
    for report in reports:
        groups.setdefault(_key(report, blank_lines), []).append(report)
    parted = [group for key, members in groups.items() for group in _parted(key, members)]
    return sorted(parted, key=lambda group: group[0].finding.span)


def claims_headline(claims: Sequence[Report]) -> str:
    """What is said of many claims together: how many there are, in how many sections."""
    sections = len({claim.section for claim in claims})
    where = f", in {counted(sections, 'section')}" if sections > 1 else ""
    return f"{counted(len(claims), 'claim')} without a source{where}"


def is_claim(report: Report) -> bool:
    """Whether a finding is a statement that wants a source."""
    return report.group == CITATIONS and checks.load(report.check).claim


def _key(report: Report, blank_lines: Sequence[int]) -> Hashable:
    if is_claim(report):
        return CITATIONS
    if report.group == TONE and not report.finding.related:
        paragraph = bisect_right(blank_lines, report.finding.span.start)
        return report.check, report.severity, paragraph
    return id(report)


def _parted(key: Hashable, members: list[Report]) -> Iterator[tuple[Report, ...]]:
    if key == CITATIONS and len(members) <= FEW_CLAIMS:
        yield from ((report,) for report in members)
    else:
        yield tuple(members)
