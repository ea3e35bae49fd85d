"""Headless Markdown: `python -m benchmarks.headless --data DIR`.

Reads every Markdown file below DIR that has no heading, or none but a title. Lists those that are
read as pasted text, why, and with which headings. Exit code 1 if more than MOST_INVENTED files get
headings although they have neither bold lines as headings nor a numbered series.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kettext.article.document import Document
from kettext.formats import SUFFIXES, markdown
from kettext.formats.bold import bold_headings
from kettext.formats.headless import as_pasted, not_judged, units_of
from kettext.formats.series import numbered_series
from kettext.text.source import InputError, decode

MOST_INVENTED = 5


def main() -> int:
    parser = argparse.ArgumentParser(description="List what is read as pasted Markdown.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    options = parser.parse_args()
    found = {"without headings": 0, "with only a title": 0}
    invented = 0
    for path, document in flat_files(options.data):
        found["with only a title" if document.headings else "without headings"] += 1
        pasted = as_pasted(document)
        if pasted:
            reason = reason_of(document)
            invented += reason == SCORE
            show(path.relative_to(options.data), reason, pasted)
    print(", ".join(f"{count} files {what}" for what, count in found.items()))
    print(f"{invented} get headings by their form alone (at most {MOST_INVENTED})")
    return int(invented > MOST_INVENTED or not sum(found.values()))


SCORE = "the form of lines"


def flat_files(folder: Path) -> Iterator[tuple[Path, Document]]:
    """The Markdown files whose author has marked up no heading, or a single one."""
    for path in sorted(folder.rglob("*")):
        if SUFFIXES.get(path.suffix) != "markdown" or not path.is_file():
            continue
        try:
            document = markdown.parse(decode(path.read_bytes()))
        except InputError as error:
            print(f"{path}: {error}")
            continue
        if len(document.headings) <= 1:
            yield path, document


def reason_of(document: Document) -> str:
    """Why a file is read as pasted text."""
    units = list(units_of(document))
    lines = [unit.line for unit in units]
    if any(numbered_series(lines)):
        return "a numbered series"
    bold: Sequence[int] = bold_headings(lines, not_judged(units))
    return f"{len(bold)} bold lines" if bold else SCORE


def show(path: Path, reason: str, document: Document) -> None:
    print(f"{path}: {reason}")
    for heading in document.headings:
        if heading.inferred:
            sure = f"{heading.confidence:.0%}"
            print(f"  {document.line_of(heading):>5}  {sure:>4}  {heading.text[:80]}")


if __name__ == "__main__":
    sys.exit(main())
