"""`kettext outline`: the headings as kettext sees them."""

import sys

import click

from kettext.cli.options import FAILED, Reading, View, reading, showing
from kettext.reports import outline
from kettext.runner.run import read_all


@click.command("outline", short_help="Show the headings, marked up or inferred.")
@click.argument("paths", nargs=-1)
@click.option(
    "--output-format",
    type=click.Choice(outline.FORMATS),
    default=outline.FORMATS[0],
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
    results = view.results(read_all(found), len(found))
    if output_format == "json":
        outline.render_json(results, sys.stdout)
    else:
        outline.render(results, sys.stdout, view.look(sys.stdout))
    return FAILED if any(result.failed for result in results) else 0
