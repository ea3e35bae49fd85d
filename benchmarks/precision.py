"""How often each check is right on published articles: `python -m benchmarks.precision [NAME …]
[--data DIR …] [--draw] [--pages] [--number N] [--seed N]`.

For each check, precision/NAME.toml holds places drawn from its findings before anybody judged them,
each with a verdict: whether what the message says is true there, in the eyes of somebody who sees
the message, the passage and the related places. From several folders alike many places are drawn,
as far as each has them. Prints for each check how many are. With --draw
(and --data) places are drawn anew, and those without a verdict are shown for judging; with --pages
the figure is written on the page of each check. Exit code 1 if a check that is on by default is
right less than nine times in ten, if a verdict is missing, or if a page does not give the figure.
"""

import argparse
import json
import random
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kettext import checks
from kettext.article.document import Document
from kettext.kit.page import EXAMPLES_HEADING, read_page
from kettext.linter.linter import Report, lint
from kettext.linter.settings import Settings
from kettext.runner.files import inputs
from kettext.runner.reading import read_all

FOLDER = Path(__file__).parent / "precision"
LEAST = 0.9
HEADING = "## How right it is"
REVISED = " The check was mended on some of these articles, so the figure flatters it."
AROUND = 300  # characters shown on either side


class Drawn(NamedTuple):
    """What a file holds: places drawn from so many findings in so many articles. `revised`: the
    check was mended where these places showed it wrong, so that they no longer test it."""

    articles: int
    findings: int
    places: list["Place"]
    revised: bool = False

    @property
    def right(self) -> int:
        return sum(place.verdict is True for place in self.places)

    @property
    def figure(self) -> str:
        """What the page says of it."""
        number = len(self.places)
        remark = REVISED if self.revised else ""
        if not number:
            return f"In {self.articles:,} published articles it found nothing.{remark}"
        of_all = "the" if number == self.findings else f"{number} places drawn from the"
        places = "place" if self.findings == 1 else "places"
        verb = "was" if self.right == 1 else "were"
        return (
            f"Of {of_all} {self.findings:,} {places} that it pointed at in {self.articles:,}"
            f" published articles, {self.right} {verb} right in the eyes of an editor.{remark}"
        )


class Place(NamedTuple):
    """Where a finding was drawn; `verdict` is None until somebody has judged it."""

    path: str
    offset: int
    verdict: bool | None
    remark: str = ""


Found = tuple[Document, Place, Report]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure how often checks are right.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument(
        "--data", metavar="DIR", type=Path, nargs="+", help="folders of published articles"
    )
    parser.add_argument("--draw", action="store_true", help="draw places, and show them")
    parser.add_argument("--pages", action="store_true", help="write the figures on the pages")
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    names = options.names or list(checks.names())
    if options.draw:
        if not options.data:
            parser.error("--draw needs --data DIR")
        draw(names, options.data, options.number, options.seed)
        return 0
    if options.pages:
        for name in names:
            write_figure(checks.page_path(name), read(file_of(name)).figure)
    return int(not all([summarise(name) for name in names]))  # noqa: C419  # print every line


def file_of(name: str) -> Path:
    return FOLDER / f"{name}.toml"


def summarise(name: str) -> bool:
    """Print how often a check was right; whether that is enough for its being on or off."""
    if not file_of(name).exists():
        print(f"{name:24} never judged")
        return False
    drawn = read(file_of(name))
    open_ones = sum(place.verdict is None for place in drawn.places)
    check = checks.load(name)
    faults = []
    if open_ones:
        faults.append(f"{open_ones} not judged")
    elif check.on and drawn.right < LEAST * len(drawn.places):
        faults.append("TOO FEW")
    if drawn.figure not in read_page(checks.page_path(name)).text:
        faults.append("the page does not say so")
    state = ", ".join(["on" if check.on else "off", *faults])
    print(f"{name:24} {drawn.right:2} of {len(drawn.places):2} right ({drawn.findings}), {state}")
    return not faults


def write_figure(path: Path, figure: str) -> None:
    """Write the figure on a page, in the place of an older one."""
    text = path.read_text(encoding="utf-8")
    before, _, examples = text.partition(EXAMPLES_HEADING)
    before = before.partition(HEADING)[0]
    text = f"{before}{HEADING}\n{figure}\n\n{EXAMPLES_HEADING}{examples}"
    path.write_text(text, encoding="utf-8")


def read(path: Path) -> Drawn:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    places = [
        Place(one["path"], one["offset"], one.get("verdict"), one.get("remark", ""))
        for one in data.get("place", [])
    ]
    return Drawn(data["articles"], data["findings"], places, data.get("revised", False))


def draw(names: Sequence[str], folders: Sequence[Path], number: int, seed: int) -> None:
    """Draw places of each check, keep the verdicts on those that were judged, show the others."""
    found: dict[str, list[list[Found]]] = {name: [[] for _ in folders] for name in names}
    articles = sum(1 for folder in folders for _ in inputs([str(folder)]))
    for index, folder in enumerate(folders):
        for document, path, report in findings(names, folder):
            place = Place(path, report.finding.span.start, None)
            found[report.check][index].append((document, place, report))
    for name, by_folder in found.items():
        file = file_of(name)
        before = read(file) if file.exists() else Drawn(0, 0, [])
        known = {place[:2]: place for place in before.places}
        drawn = alike(by_folder, number, random.Random(f"{seed} {name}"))
        places = [known.get(place[:2], place) for _, place, _ in drawn]
        total = sum(map(len, by_folder))
        write(file, Drawn(articles, total, places, before.revised))
        print(f"# {name}: {len(drawn)} of {total} findings")
        print(f"What it looks for: {read_page(checks.page_path(name)).summary}")
        for count, (document, place, report) in enumerate(drawn, start=1):
            if place[:2] not in known:
                print("\n".join(shown(count, document, place, report)))


def alike(by_folder: Sequence[list[Found]], number: int, generator: random.Random) -> list[Found]:
    """So many places at most, from each folder as many as from the others, where it has them."""
    drawn: list[Found] = []
    shuffled = sorted((generator.sample(one, len(one)) for one in by_folder), key=len)
    for left, places in zip(range(len(shuffled), 0, -1), shuffled, strict=True):
        drawn += places[: (number - len(drawn)) // left]
    return drawn


def findings(names: Sequence[str], folder: Path) -> Iterator[tuple[Document, str, Report]]:
    """What these checks find in finished articles: whatever is on by default, or off."""
    settings = Settings(select=tuple(names))
    for result in read_all(inputs([str(folder)])):
        if result.document and not result.skipped:
            path = str(Path(result.name).relative_to(folder))
            for report in lint(result.document, settings):
                if report.check in names:
                    yield result.document, path, report


def write(path: Path, drawn: Drawn) -> None:
    """Write a file of places, with the verdicts that there are."""
    lines = ["# verdict: whether the message is true there", f"articles = {drawn.articles}"]
    lines.append(f"findings = {drawn.findings}")
    if drawn.revised:
        lines.append("revised = true")
    for place in drawn.places:
        lines += ["", "[[place]]", f"path = {json.dumps(place.path)}", f"offset = {place.offset}"]
        if place.verdict is not None:
            lines.append(f"verdict = {json.dumps(place.verdict)}")
        if place.remark:
            lines.append(f"remark = {json.dumps(place.remark, ensure_ascii=False)}")
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def shown(count: int, document: Document, place: Place, report: Report) -> Iterator[str]:
    """A place as somebody sees it who is to judge it."""
    finding, text = report.finding, document.source.text
    yield f"\n## {count}. {place.path}, offset {place.offset}"
    yield f"{report.severity.label}: {finding.message}"
    spans = [finding.span, *(related.span for related in finding.related[:3])]
    for span in spans:
        before = text[max(0, span.start - AROUND) : span.start]
        after = text[span.end : span.end + AROUND]
        line = document.source.position(span.start).line
        yield f"--- line {line}\n{before}⟦{text[span.start : span.end][:AROUND]}⟧{after}"


if __name__ == "__main__":
    sys.exit(main())
