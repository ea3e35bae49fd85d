"""`kettext outline`: the headings as kettext sees them."""

import sys

import click

from kettext.cli.options import (
    FAILED,
    inputs_of,
    look_of,
    reading,
    showing,
    with_errors_told,
    with_progress,
)
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
def command(
    paths: tuple[str, ...],
    output_format: str,
    format_name: str,
    stdin_filename: str | None,
    isolated: bool,
    no_cache: bool,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Show the headings of the articles at PATHS (default: this folder) with their lines.

    Headings that are not marked up, as in pasted text, are inferred and shown as such.
    """
    del isolated, no_cache  # promised from the first day; there is no configuration or cache yet
    found = inputs_of(paths or (".",), format_name, stdin_filename)
    results = list(with_progress(with_errors_told(read_all(found)), len(found), quiet=quiet))
    if output_format == "json":
        outline.render_json(results, sys.stdout)
    else:
        outline.render(results, sys.stdout, look_of(color, verbose=verbose, quiet=quiet))
    return FAILED if any(result.failed for result in results) else 0
