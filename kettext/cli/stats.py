"""`kettext stats`: articles in figures."""

import click

from kettext.cli.options import Reading, View, reading, report_read, showing, text_or_json

MODULES = {"text": "stats", "json": "stats_json"}  # format -> module of reports


@click.command("stats", short_help="Count words, reading time, readability, sources.")
@click.argument("paths", nargs=-1)
@text_or_json
@reading
@showing
def command(paths: tuple[str, ...], output_format: str, reading: Reading, view: View) -> int:
    """Show the articles at PATHS (default: this folder) in figures: words, sentences, reading time,
    readability, sentences with a source, headings.

    What is not the article itself is not counted: front matter, code, footnotes, lists of sources,
    forms and menus of a site.
    """
    return report_read(MODULES[output_format], reading.inputs(paths or (".",)), view)
