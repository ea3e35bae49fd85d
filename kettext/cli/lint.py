"""`kettext lint`: reports findings, changes nothing."""

import sys

import click

from kettext import reports
from kettext.cli.choosing import Choice, choosing
from kettext.cli.options import Reading, Tally, View, reading, showing
from kettext.runner.linting import lint_all


@click.command(
    "lint",
    short_help="Report what an editor would mend.",
    epilog="Exit code: 0 nothing that counts, 1 findings, 2 kettext could not do its work.",
)
@click.argument("paths", nargs=-1)
@click.option(
    "--output-format",
    type=click.Choice(reports.FORMATS),
    default=reports.FORMATS[0],
    show_default=True,
    help="full for people, concise for one line each, json for programs.",
)
@choosing
@reading
@showing
def command(
    paths: tuple[str, ...], output_format: str, choice: Choice, reading: Reading, view: View
) -> int:
    """Report what an editor would mend in the articles at PATHS (default: this folder).

    \b
    kettext lint article.md
    kettext lint articles/ --select structure,boilerplate
    kettext lint - --from text < pasted.txt
    """
    settings = choice.settings()
    found = reading.inputs(paths or (".",))
    tally = Tally()
    results = tally.count(view.told(lint_all(found, settings), len(found)))
    with view.output(len(found)) as stream:
        reports.render(output_format, results, stream, view.look(sys.stdout))
    return choice.exit_code(tally)
