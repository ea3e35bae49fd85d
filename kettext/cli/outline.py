"""`kettext outline`: the headings as kettext sees them."""

import click

from kettext.cli.options import Reading, View, reading, report_read, showing, text_or_json

MODULES = {"text": "outline", "json": "headings"}  # format -> module of reports


@click.command("outline", short_help="Show the headings, marked up or inferred.")
@click.argument("paths", nargs=-1)
@text_or_json
@reading
@showing
def command(paths: tuple[str, ...], output_format: str, reading: Reading, view: View) -> int:
    """Show the headings of the articles at PATHS (default: this folder) with their lines.

    Headings that are not marked up, as in pasted text, are inferred and shown as such; with
    --verbose, each says what speaks for it.
    """
    return report_read(MODULES[output_format], reading.inputs(paths or (".",)), view)
