"""`kettext lint`: reports findings, changes nothing."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TextIO

import click

from kettext import reports
from kettext.cli.choosing import Choice, Threshold, choosing, counting
from kettext.cli.options import Reading, Tally, View, reading, showing
from kettext.cli.running import Running, running
from kettext.reports.terminal import Look
from kettext.runner.files import STANDARD_INPUT, Input

STATISTICS = {"json": "statistics_json"}  # format -> module; "statistics" for people


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
    help="full for people, concise for one line each, json for programs, jsonl for a line of JSON "
    "for each file.",
)
@click.option("--output-file", metavar="FILE", help="Write the report there.")
@click.option("--statistics", is_flag=True, help="Count the findings of each check instead.")
@choosing
@counting
@reading
@running
@showing
def command(
    paths: tuple[str, ...],
    output_format: str,
    output_file: str | None,
    statistics: bool,
    choice: Choice,
    threshold: Threshold,
    reading: Reading,
    running: Running,
    view: View,
) -> int:
    """Report what an editor would mend in the articles at PATHS (default: this folder).

    \b
    kettext lint article.md
    kettext lint articles/ --select structure,boilerplate
    kettext lint - --from text < pasted.txt
    """
    if statistics and output_format == "jsonl":
        raise click.UsageError("--statistics is about all files together; use json for it")
    name = STATISTICS.get(output_format, "statistics") if statistics else output_format
    found = reading.inputs(paths or (".",))
    settings = choice.settings(found, isolated=reading.isolated)
    tally = Tally()
    with (
        _output(output_file, found, view) as (stream, look),
        closing(running.lint(found, settings, reading, view)) as linted,
    ):
        results = tally.count(view.told(linted, len(found)))
        reports.render(name, results, stream, look)
    return threshold.exit_code(tally)


@contextmanager
def _output(name: str | None, found: Sequence[Input], view: View) -> Iterator[tuple[TextIO, Look]]:
    """Where the report goes, and how it looks there. Raises UsageError for a file that is not to be
    overwritten."""
    if name is None or name == STANDARD_INPUT:
        with view.output(len(found)) as stream:
            yield stream, view.look(sys.stdout)
        return
    from kettext.cli.writing import report_file  # what writes files is slow to load

    with report_file(name, found) as stream:
        yield stream, view.look(stream)
