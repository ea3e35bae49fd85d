"""`kettext outline`: the headings as kettext sees them."""

import sys

import click

from kettext import reports
from kettext.cli.options import FAILED, Reading, Tally, View, reading, showing
from kettext.runner.reading import read_all

MODULES = {"text": "outline", "json": "headings"}  # format -> module of reports


@click.command("outline", short_help="Show the headings, marked up or inferred.")
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
    """Show the headings of the articles at PATHS (default: this folder) with their lines.

    Headings that are not marked up, as in pasted text, are inferred and shown as such; with
    --verbose, each says what speaks for it.
    """
    found = reading.inputs(paths or (".",))
    tally = Tally()
    results = tally.count(view.told(read_all(found), len(found)))
    with view.output(len(found)) as stream:
        reports.render(MODULES[output_format], results, stream, view.look(sys.stdout))
    return FAILED if tally.failed else 0
