"""Headings of pasted text: `python -m benchmarks.structure --data DIR [--fit]`.

Reads labelled articles, DIR/structure/pasted_articles.jsonl. Prints precision, recall and F1 of
headings by style of pasting and by source: with the weights of kettext/formats/weights.py, and with
weights fitted anew on four fifths of the articles and tried on the rest (so no article judges
itself). Exit code 1 if a figure is under its floor. --fit prints the weights that all articles
give, to be put in that file.

To fit, each article is written in all three styles, with its title and without.
"""

import argparse
import json
import math
import random
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from kettext.article.nodes import Heading
from kettext.formats.features import features
from kettext.formats.headings import (
    THRESHOLD,
    candidates,
    certain_headings,
    heading_confidences,
    logistic,
)
from kettext.formats.layout import layout_of
from kettext.formats.lines import Line, read_lines
from kettext.formats.pasted import parse
from kettext.formats.roles import chrome_of
from kettext.formats.weights import SET_BY_HAND
from kettext.text.source import source_of

STYLES = ("blank", "single", "bullets")
FLOORS = {"weights as they are": 0.955, "cross-validated": 0.945}
LEVEL_FLOOR = 0.7
FOLDS = 5
ROUNDS, RATE, DECAY, SMALLEST = 12, 0.1, 2e-3, 0.2  # of fitting
UNTITLED = 0.5  # what an article without its title weighs: it is the same article again

Weights = dict[str, float]
Example = tuple[list[str], bool, float]  # features of a line, whether it is a heading, its weight


class Labelled(TypedDict):
    text: str
    type: str
    level: int | None


@dataclass(frozen=True, slots=True)
class Article:
    name: str
    source: str
    style: str
    lines: tuple[Labelled, ...]  # without the blank ones

    def text(self, style: str) -> str:
        """The article as it is pasted in some style."""
        parts: list[str] = []
        was_item = False
        for line in self.lines:
            is_item = line["type"] == "list_item"
            if parts and style != "single" and not (is_item and was_item):
                parts.append("")
            bare = line["text"].removeprefix("• ") if is_item else line["text"]
            parts.append(f"• {bare}" if is_item and style == "bullets" else bare)
            was_item = is_item
        return "\n".join(parts)

    def headings(self) -> set[int]:
        return {index for index, line in enumerate(self.lines) if line["type"] == "heading"}

    def fold(self) -> int:
        return zlib.crc32(self.name.encode()) % FOLDS


def main() -> int:
    parser = argparse.ArgumentParser(description="Score the headings of pasted text.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--fit", action="store_true", help="print new weights")
    options = parser.parse_args()
    articles = list(read(options.data / "structure" / "pasted_articles.jsonl"))
    if options.fit:
        weights = fitted([example for article in articles for example in examples(article)])
        for name, weight in weights.items():
            print(f"    {json.dumps(name, ensure_ascii=False)}: {weight},")
        return 0
    found = [set(levels_by_line(article)) for article in articles]
    held = [
        score("weights as they are", articles, found),
        score("cross-validated", articles, list(found_by_others(articles))),
        score_levels(articles),
    ]
    return int(not all(held))


def read(path: Path) -> Iterator[Article]:
    with open(path, encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            lines = tuple(line for line in row["lines"] if line["type"] != "blank")
            yield Article(row["id"], row["source"], row["style"], lines)


def levels_by_line(article: Article) -> dict[int, int]:
    """The headings that kettext finds: the line (blank ones not counted) and the level of each."""
    document = parse(source_of(article.text(article.style)))
    starts = [line.span.start for line in read_lines(document.source)]
    places = {start: index for index, start in enumerate(starts)}
    return {
        places[block.span.start]: block.level
        for block in document.blocks
        if isinstance(block, Heading)
    }


def found_by_others(articles: Sequence[Article]) -> Iterator[set[int]]:
    """What each article's headings are by weights that were fitted without it."""
    known = {article.name: list(examples(article)) for article in articles}
    weights = [
        fitted([example for one in articles if one.fold() != fold for example in known[one.name]])
        for fold in range(FOLDS)
    ]
    for article in articles:
        numbers, lines = lines_of_article(article, article.style)
        sure = heading_confidences(lines, (), weights=weights[article.fold()])
        yield {numbers[index] for index in sure if sure[index] >= THRESHOLD}


def lines_of_article(article: Article, style: str) -> tuple[list[int], list[Line]]:
    """The lines without chrome, and their numbers among all."""
    lines = read_lines(source_of(article.text(style)))
    chrome = chrome_of(lines)
    numbers = [number for number in range(len(lines)) if number not in chrome]
    return numbers, [lines[number] for number in numbers]


def examples(article: Article) -> Iterator[Example]:
    for first, weight in ((0, 1.0), (1, UNTITLED)):
        shown = Article(article.name, article.source, article.style, article.lines[first:])
        for style in STYLES:
            for names, is_heading in _lines_to_learn(shown, style):
                yield names, is_heading, weight


def _lines_to_learn(article: Article, style: str) -> Iterator[tuple[list[str], bool]]:
    numbers, lines = lines_of_article(article, style)
    certain = certain_headings(lines, ())
    layout = layout_of(lines, (), certain)
    headings = article.headings()
    for index in candidates(layout, ()):
        if index not in certain:
            yield list(features(layout, index)), numbers[index] in headings


def fitted(learned: Sequence[Example]) -> Weights:
    """Logistic regression by stochastic descent; weights that round to nought are left out."""
    order = random.Random(1)
    rows = list(learned)
    weights: Weights = {}
    steps: dict[str, float] = {}
    for _ in range(ROUNDS):
        order.shuffle(rows)
        for names, is_heading, importance in rows:
            confidence = logistic(sum(weights.get(name, 0.0) for name in names))
            error = (confidence - is_heading) * importance
            for name in names:
                weight = weights.get(name, 0.0)
                slope = error + DECAY * weight
                steps[name] = steps.get(name, 1e-9) + slope * slope
                weights[name] = weight - RATE * slope / math.sqrt(steps[name])
    rounded = {name: round(weight, 1) for name, weight in weights.items()}
    rounded |= SET_BY_HAND
    by_size = sorted(rounded.items(), key=lambda item: (-abs(item[1]), item[0]))
    return {name: weight for name, weight in by_size if abs(weight) >= SMALLEST}


def score(name: str, articles: Sequence[Article], found: Sequence[set[int]]) -> bool:
    """Print a row of figures; whether the one over all articles is at its floor."""
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for article, lines in zip(articles, found, strict=True):
        for group in ("all", article.style, article.source):
            right[group] += len(lines & article.headings())
            said[group] += len(lines)
            gold[group] += len(article.headings())
    print(f"{name}: {len(articles)} articles, {gold['all']} headings")
    for group in gold:
        precision, recall = right[group] / max(1, said[group]), right[group] / max(1, gold[group])
        print(
            f"  {group:8} P {precision:.3f}  R {recall:.3f}  F1 {f1(right, said, gold, group):.3f}"
        )
    return above_floor(f1(right, said, gold, "all"), FLOORS[name])


def f1(right: Counter[str], said: Counter[str], gold: Counter[str], group: str) -> float:
    return 2 * right[group] / max(1, said[group] + gold[group])


def score_levels(articles: Sequence[Article]) -> bool:
    """Print how many of the headings that are found, the title apart, have the right level."""
    found = right = 0
    for article in articles:
        for index, level in levels_by_line(article).items():
            label = article.lines[index]
            if label["type"] == "heading" and label["level"] != 1:
                found += 1
                right += label["level"] == level
    share = right / max(1, found)
    print(f"levels: {share:.3f} of {found} are right")
    return above_floor(share, LEVEL_FLOOR)


def above_floor(figure: float, floor: float) -> bool:
    if figure < floor:
        print(f"  under its floor of {floor:.3f}")
    return figure >= floor


if __name__ == "__main__":
    sys.exit(main())
