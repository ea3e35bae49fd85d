"""Headings of wrapped text: `python -m benchmarks.wrapped --data DIR [--width N]`.

Breaks the lines of labelled articles (DIR/structure/pasted_articles.jsonl, those in the styles that
keep paragraphs apart) and of a sample at a column, as mail does, the lines of list items with
hanging indent and without. Prints the F1 of headings against that of the same text unwrapped; a
heading is known by its first line. Exit code 1 if wrapping costs more than MOST_LOST, or if it
changes the outline of the sample.
"""

import argparse
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.structure import Article, f1, read
from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.formats.lines import MARKER, read_lines
from kettext.formats.pasted import parse
from kettext.text.source import source_of

STYLES = ("blank", "bullets")
INDENTS = {"hanging indent": "  ", "no indent": ""}
MOST_LOST = 0.02
SAMPLE = Path(__file__).parent.parent / "samples" / "ketamine" / "article.txt"


def main() -> int:
    parser = argparse.ArgumentParser(description="Score the headings of wrapped text.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--width", metavar="N", default=72, type=int)
    options = parser.parse_args()
    articles = list(read(options.data / "structure" / "pasted_articles.jsonl"))
    held = [
        compare(style, [article for article in articles if article.style == style], options.width)
        for style in STYLES
    ]
    sample = SAMPLE.read_text(encoding="utf-8")
    held += [same_outline(name, sample, options.width, indent) for name, indent in INDENTS.items()]
    return int(not all(held))


def compare(style: str, articles: Sequence[Article], width: int) -> bool:
    """Print the figures of one style; whether wrapping costs little."""
    flat, _ = score(articles, None, width)
    print(f"{style}: {len(articles)} articles, F1 {flat:.3f} unwrapped")
    held = True
    for name, indent in INDENTS.items():
        figure, unsure = score(articles, indent, width)
        print(f"  {name:15} F1 {figure:.3f}  lost {flat - figure:+.3f}  {unsure} unsure")
        held &= flat - figure <= MOST_LOST
    return held


def score(articles: Sequence[Article], indent: str | None, width: int) -> tuple[float, int]:
    """F1 over all articles, and how many of them count as unsure."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    unsure = 0
    for article in articles:
        lines = article.text(article.style).split("\n")
        if indent is not None:
            shown = filter(str.strip, lines)  # which the labels are of
            items = [
                line
                for line, label in zip(shown, article.lines, strict=True)
                if label["type"] == "list_item"
            ]
            parts = list(wrapped(lines, width, indent, items))
        else:
            parts = [[line] for line in lines]
        document = parse(source_of(text_of(parts)))
        starts = list(first_lines(parts))
        found = set(heading_lines(document))
        headings = {starts[index] for index in article.headings()}
        right["all"] += len(found & headings)
        said["all"] += len(found)
        gold["all"] += len(headings)
        unsure += document.unsure
    return f1(right, said, gold, "all"), unsure


def text_of(parts: Sequence[Sequence[str]]) -> str:
    return "\n".join("\n".join(lines) for lines in parts)


def heading_lines(document: Document) -> Iterator[int]:
    """The lines (blank ones not counted) on which headings begin."""
    places = {line.span.start: index for index, line in enumerate(read_lines(document.source))}
    for block in document.blocks:
        if isinstance(block, Heading):
            yield places[block.span.start]


def first_lines(parts: Sequence[Sequence[str]]) -> Iterator[int]:
    """Where the lines begin that were wrapped into parts; blank ones are not counted."""
    count = 0
    for lines in parts:
        if lines[0].strip():
            yield count
            count += len(lines)


def wrapped(
    lines: Sequence[str], width: int, indent: str, items: Sequence[str]
) -> Iterator[Sequence[str]]:
    """The parts of each line; those of the items of lists are indented but for the first."""
    known = set(items)
    for line in lines:
        hang = indent if line in known else ""
        yield textwrap.wrap(line, width, subsequent_indent=hang) or [""]


def same_outline(name: str, text: str, width: int, indent: str) -> bool:
    """Print whether a sample has the same headings with the same levels when it is wrapped."""
    lines = text.split("\n")
    items = [line for line in lines if MARKER.match(line)]
    other = text_of(list(wrapped(lines, width, indent, items)))
    one, two = (
        [(heading.text, heading.level) for heading in parse(source_of(each)).headings]
        for each in (text, other)
    )
    same = sum(found in two for found in one)
    print(f"sample, {name}: {same} of {len(one)} headings, {len(two) - same} others")
    return one == two


if __name__ == "__main__":
    sys.exit(main())
