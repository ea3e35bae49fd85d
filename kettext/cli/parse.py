"""`kettext parse`: the whole tree with spans, for programs."""

import click

from kettext.cli.options import FAILED, Reading, Tally, View, reading, showing
from kettext.reports import tree
from kettext.runner.reading import read_all


@click.command("parse", short_help="Print the whole tree with spans, as JSON.")
@click.argument("paths", nargs=-1)
@reading
@showing
def command(paths: tuple[str, ...], reading: Reading, view: View) -> int:
    """Print the tree of the articles at PATHS (default: this folder) as JSON.

    Every block and everything in it has its span, in code points of the decoded text.
    """
    found = reading.inputs(paths or (".",))
    tally = Tally()
    with view.output(len(found)) as stream:
        tree.render(tally.count(view.told(read_all(found), len(found))), stream)
    return FAILED if tally.failed else 0
