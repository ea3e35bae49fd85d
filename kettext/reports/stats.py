"""Articles in figures, as a table for people."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from kettext.article.figures import FEWEST_WORDS, WORDS_PER_MINUTE, Figures, figures, total
from kettext.reports.terminal import ELLIPSIS, Look, Paint, columns, counted, safe, wrapped
from kettext.runner.reading import Result

HEADER = ("words", "sentences", "minutes", "ease", "sourced", "headings")
NARROWEST_NAME = 20
NOTHING = "–"
LEGEND = (
    f"minutes: reading time at {WORDS_PER_MINUTE} words a minute",
    "ease: Flesch reading ease; 60 to 70 is plain English, below 30 hard; "
    f"not for other languages, nor for less than {FEWEST_WORDS} words of running text",
    "sourced: sentences in a paragraph that names a source",
    "headings: for each 1,000 words",
)
Row = tuple[str, ...]


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write a line for each article, one for all of them, and what the columns mean."""
    found: list[tuple[str, Figures]] = []
    for result in results:
        if result.document and result.is_article:
            found.append((result.name, figures(result.document)))
        elif look.verbose and result.skipped:
            stream.write(f"{safe(result.name)}: passed over: {result.skipped}\n")
    if found:
        stream.write("".join(f"{line}\n" for line in _table(found, look)))


def _table(found: list[tuple[str, Figures]], look: Look) -> Iterator[str]:
    rows = [(safe(name), *_cells(counts)) for name, counts in found]
    if len(found) > 1:
        everything = total(counts for _, counts in found)
        rows.append((counted(len(found), "article"), *_cells(everything)))
    numbers = list(zip(HEADER, *(row[1:] for row in rows), strict=True))
    widths = [max(map(len, column)) for column in numbers]
    most = max(NARROWEST_NAME, look.width - sum(widths) - 2 * len(widths))
    width = min(most, max(columns(row[0]) for row in rows))
    yield look.paint(_line(("", *HEADER), width, widths), Paint.BOLD)
    yield from (_line(row, width, widths) for row in rows)
    if not look.quiet:
        yield ""
        yield from (look.paint(wrapped(one, look.width, "", "  "), Paint.DIM) for one in LEGEND)


def _cells(counts: Figures) -> Row:
    ease, share = counts.reading_ease, counts.sourced_share
    headings = counts.headings_per_1000_words
    return (
        f"{counts.words:,}",
        f"{counts.sentences:,}",
        f"{counts.minutes:.1f}",
        NOTHING if ease is None else f"{ease:.0f}",
        NOTHING if share is None else f"{share:.0%}",
        NOTHING if headings is None else f"{headings:.1f}",
    )


def _line(row: Row, width: int, widths: list[int]) -> str:
    name, *cells = row
    shown = _end_of(name, width)
    padded = (f"{cell:>{room}}" for cell, room in zip(cells, widths, strict=True))
    return "  ".join((shown + " " * (width - columns(shown)), *padded))


def _end_of(name: str, width: int) -> str:
    """The end of a path, which tells more than its beginning, in at most so many columns."""
    if columns(name) <= width:
        return name
    while columns(name) > width - 1:
        name = name[1:]
    return ELLIPSIS + name
