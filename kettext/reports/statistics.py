"""How often each check found something, instead of the findings: a table for people."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO

from kettext.kit.finding import Applicability
from kettext.reports.terminal import Look, Paint, counted
from kettext.runner.reading import Result
from kettext.text.value import NamedTuple

HEADER = ("check", "findings", "fix", "fix --unsafe")


class Row(NamedTuple):
    """One check: how many findings it has, how many of them `fix` mends, and how many more
    `fix --unsafe`."""

    check: str
    findings: int
    safe: int
    unsafe: int


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write a line for each check that found something, the most frequent first, then a total."""
    counts: Counter[tuple[str, str]] = Counter()
    articles = 0
    for result in results:
        articles += result.is_article
        count(counts, result)
    stream.write("".join(f"{line}\n" for line in _table(rows(counts), articles, look)))


def count(counts: Counter[tuple[str, str]], result: Result) -> None:
    """Count the findings of a result by their check and by the applicability of their fix."""
    for report in result.reports:
        fix = report.finding.fix
        counts[report.check, fix.applicability.label if fix else ""] += 1


def rows(counts: Counter[tuple[str, str]]) -> tuple[Row, ...]:
    """The checks that were counted, the most frequent first."""
    totals: Counter[str] = Counter()
    for (check, _), number in counts.items():
        totals[check] += number
    order = sorted(totals, key=lambda check: (-totals[check], check))
    safe, unsafe = Applicability.SAFE.label, Applicability.UNSAFE.label
    return tuple(
        Row(check, totals[check], counts[check, safe], counts[check, unsafe]) for check in order
    )


def _table(found: tuple[Row, ...], articles: int, look: Look) -> Iterator[str]:
    if not found:
        if articles:
            yield look.paint(f"Nothing to mend in {counted(articles, 'article')}.", Paint.GREEN)
        return
    widths = (max(len(row.check) for row in found), *(len(word) for word in HEADER[1:]))
    total = Row("total", *(sum(column) for column in list(zip(*found, strict=True))[1:]))
    yield look.paint(_line(HEADER, widths), Paint.BOLD)
    yield from (_line(row, widths) for row in found)
    yield _line(total, widths)


def _line(cells: Iterable[object], widths: tuple[int, ...]) -> str:
    first, *numbers = (str(cell) for cell in cells)
    padded = (f"{number:>{width}}" for number, width in zip(numbers, widths[1:], strict=True))
    return "  ".join((f"{first:{widths[0]}}", *padded))
