"""`kettext stats`: articles in figures."""

import sys

import click

from kettext import reports
from kettext.cli.options import FAILED, Reading, Tally, View, reading, showing
from kettext.runner.reading import read_all

MODULES = {"text": "stats", "json": "stats_json"}  # format -> module of reports


@click.command("stats", short_help="Count words, reading time, readability, sources.")
@click.argument("paths", nargs=-1)
@click.option(
    "--output-format",
    type=click.Choice([*MODULES]),
    default="text",
    show_default=True,
    help="text for people, json for programs.",
)
@reading
@showing
def command(paths: tuple[str, ...], output_format: str, reading: Reading, view: View) -> int:
    """Show the articles at PATHS (default: this folder) in figures: words, sentences, reading time,
    readability, sentences with a source, headings.

    What is not the article itself is not counted: front matter, code, footnotes, lists of sources,
    forms and menus of a site.
    """
    found = reading.inputs(paths or (".",))
    tally = Tally()
    results = tally.count(view.told(read_all(found), len(found)))
    with view.output(len(found)) as stream:
        reports.render(MODULES[output_format], results, stream, view.look(sys.stdout))
    return FAILED if tally.failed else 0
