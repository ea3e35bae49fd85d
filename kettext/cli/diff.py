"""`kettext diff`: what became of an article between two versions, whoever made them."""

import sys
from importlib import import_module
from pathlib import Path

import click

from kettext import formats
from kettext.article.document import Document
from kettext.cli.options import FAILED, FOUND, Reading, View, reading, showing
from kettext.fixer.comparison import compare
from kettext.runner.files import STANDARD_INPUT
from kettext.runner.reading import Result, read
from kettext.text.source import source_of

MODULES = {"full": "comparison", "json": "comparison_json"}  # format -> module of reports


@click.command(
    "diff",
    short_help="Tell what became of an article in another version.",
    epilog="Exit code: 0 nothing was removed and no number, negation or link differs, 1 something "
    "was or does, 2 a file can't be read.",
)
@click.argument("old")
@click.argument("new")
@click.option(
    "--output-format",
    type=click.Choice([*MODULES]),
    default="full",
    show_default=True,
    help="full for people, json for programs.",
)
@reading
@showing
def command(old: str, new: str, output_format: str, reading: Reading, view: View) -> int:
    """Tell what became of the article OLD in its other version NEW: which sentences, headings and
    list items were kept, changed, moved, removed and added, and first of all which numbers, doses,
    negations and links differ.

    The two may be of different formats; “-” for one of them is standard input.

    \b
    kettext diff pasted.txt clean.md
    git show HEAD:article.md | kettext diff - article.md
    """
    if old == new == STANDARD_INPUT:
        raise click.UsageError("standard input can be one of the versions, not both")
    results = list(view.told((_read(path, reading) for path in (old, new)), 2))
    documents = [_document(result) for result in results if result.error is None]
    if len(documents) < 2:  # one can't be read
        return FAILED
    comparison = compare(*documents)
    module = import_module(f"kettext.reports.{MODULES[output_format]}")
    names = tuple(_name(result) for result in results)
    module.render(comparison, names, sys.stdout, view.look(sys.stdout))
    return 0 if comparison.is_safe else FOUND


def _read(path: str, reading: Reading) -> Result:
    if Path(path).is_dir():
        return Result(path, "", error="is a folder; diff takes two articles")
    (item,) = reading.inputs((path,))
    return read(item)


def _name(result: Result) -> str:
    return "standard input" if result.name == STANDARD_INPUT else result.name


def _document(result: Result) -> Document:
    """The document of a version; an empty file is a version, too: everything was removed."""
    return result.document or formats.parse(source_of(""), result.format)
