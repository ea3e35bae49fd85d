"""`kettext lint`: reports findings, changes nothing."""

import sys

import click

from kettext import reports
from kettext.cli.options import (
    NEVER,
    choosing,
    exit_code,
    inputs_of,
    look_of,
    reading,
    settings_of,
    showing,
    with_errors_told,
    with_progress,
)
from kettext.runner.run import lint_all


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
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    exit_zero: bool,
    format_name: str,
    stdin_filename: str | None,
    isolated: bool,
    no_cache: bool,
    color: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Report what an editor would mend in the articles at PATHS (default: this folder).

    \b
    kettext lint article.md
    kettext lint articles/ --select structure,boilerplate
    kettext lint - --from text < pasted.txt
    """
    del isolated, no_cache  # promised from the first day; there is no configuration or cache yet
    settings = settings_of(select, ignore)
    found = inputs_of(paths or (".",), format_name, stdin_filename)
    told = with_errors_told(lint_all(found, settings))
    results = list(with_progress(told, len(found), quiet=quiet))
    look = look_of(color, verbose=verbose, quiet=quiet)
    reports.render(output_format, results, sys.stdout, look)
    return exit_code(results, NEVER if exit_zero else fail_on)
