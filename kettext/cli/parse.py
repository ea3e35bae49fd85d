"""`kettext parse`: the whole tree with spans, for programs."""

import click

from kettext.cli.options import Reading, View, reading, report_read, showing


@click.command("parse", short_help="Print the whole tree with spans, as JSON.")
@click.argument("paths", nargs=-1)
@reading
@showing
def command(paths: tuple[str, ...], reading: Reading, view: View) -> int:
    """Print the tree of the articles at PATHS (default: this folder) as JSON.

    Every block and everything in it has its span, in code points of the decoded text.
    """
    return report_read("tree", reading.inputs(paths or (".",)), view)
