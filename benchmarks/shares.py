"""What each check costs: `python -m benchmarks.shares --data DIR [--every N] [--phrases N]`.

Reads and lints the articles below DIR (every Nth of them), each right after mistune’s plain parse
of it, so that what disturbs the one disturbs the other; prints all times as shares of that parse:
reading, each check alone, the scan for phrases, the same with N phrases more, and everything in one
go as `lint` does it. Exit code 1 if reading, or everything, is above its floor.
"""

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time_ns
from typing import NamedTuple

import mistune

from kettext.article.document import Document
from kettext.formats import parse
from kettext.kit.check import Check
from kettext.linter.linter import run_checks, scan
from kettext.linter.settings import Settings, chosen_checks
from kettext.text.phrases import Phrase
from kettext.text.prose import parts_of_words
from kettext.text.source import InputError, Source, decode

PLUGINS = ["table", "strikethrough", "footnotes", "task_lists", "url"]
MOST_READING, MOST_ALL = 1.2, 2.2
WARM_UP = 20  # articles


class Work(NamedTuple):
    """Something to be timed: it gets the document that has just been read."""

    name: str
    run: Callable[[Document], object]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what each check costs.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--phrases", type=int, default=2000)
    options = parser.parse_args()
    sources = list(read(options.data, options.every))
    checks = chosen_checks(Settings())
    works = [
        Work("everything", lambda document: run_checks(document, checks, Settings())),
        *(Work(check.name, alone(check)) for check in checks),
        Work("scan for phrases", lambda document: scan(document, checks)),
        Work(f"… with {options.phrases:,} more", with_more(checks, sources, options.phrases)),
    ]
    gc.disable()
    shares = measure(sources, works)
    for name, share in shares.items():
        print(f"{name:24} {share:6.3f}")
    everything = shares["reading"] + shares["everything"]
    print(f"reading and everything: {everything:.2f} (at most {MOST_ALL})")
    return int(shares["reading"] > MOST_READING or everything > MOST_ALL)


def read(folder: Path, every: int) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.md"))[::every]:
        try:
            yield decode(path.read_bytes())
        except InputError:
            continue


def alone(check: Check) -> Callable[[Document], object]:
    return lambda document: run_checks(document, [check], Settings())


def with_more(
    checks: Sequence[Check], sources: Sequence[Source], number: int
) -> Callable[[Document], object]:
    """The scan with more phrases: three words in a row that stand once in all articles, so that
    they are ordinary words and yet seldom found, as phrases of a list are."""
    found: Counter[str] = Counter()
    for source in sources:
        words = parts_of_words(source.text)
        found.update(map(" ".join, zip(words[::50], words[1::50], words[2::50], strict=False)))
    seldom = [text for text, count in found.items() if count == 1]
    phrases = tuple(Phrase(text, None) for text in seldom[:: max(1, len(seldom) // number)])
    more = next(check for check in checks if check.phrases)._replace(name="more", phrases=phrases)
    return lambda document: scan(document, [*checks, more])


def measure(sources: Sequence[Source], works: Sequence[Work]) -> dict[str, float]:
    """The time of each work as a share of that of mistune; each gets a document of its own, which
    nobody has looked at before."""
    plain = mistune.create_markdown(renderer=None, plugins=PLUGINS)
    spent: Counter[str] = Counter()
    for count, source in enumerate(sources):
        if count == WARM_UP:
            spent.clear()
        spent["mistune"] += timed(lambda text=source.text: plain(text))  # type: ignore[misc]
        for number, work in enumerate(works):
            start = process_time_ns()
            document = parse(source, "markdown")
            spent["reading"] += 0 if number else process_time_ns() - start
            spent[work.name] += timed(lambda run=work.run, at=document: run(at))  # type: ignore[misc]
    base = spent.pop("mistune")
    return {name: time / base for name, time in spent.items()}


def timed(run: Callable[[], object]) -> int:
    start = process_time_ns()
    run()
    return process_time_ns() - start


if __name__ == "__main__":
    sys.exit(main())
