"""The options that mean the same in several commands."""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

from kettext.kit.finding import Severity
from kettext.linter.settings import Settings, chosen_checks
from kettext.reports.terminal import Look, safe, terminal_width, wants_color
from kettext.runner.files import AUTO, Input, checked_paths, inputs
from kettext.runner.run import Result
from kettext.text.source import InputError

Command = TypeVar("Command", bound=Callable[..., object])
FOUND, FAILED = 1, 2
NEVER = "never"
FEW = 20  # files; with more of them a terminal shows progress and memory is collected


def reading(command: Command) -> Command:
    """What is read, and how."""
    for option in (
        click.option("--isolated", is_flag=True, help="Use no configuration file."),
        click.option("--no-cache", is_flag=True, help="Do not reuse earlier results."),
        click.option(
            "--stdin-filename", metavar="NAME", help="What standard input (“-”) is called."
        ),
        click.option(
            "--from",
            "format_name",
            type=click.Choice([AUTO, "markdown", "text"]),
            default=AUTO,
            help="The format of the input; auto goes by the ending of its name.",
        ),
    ):
        command = option(command)
    return command


def choosing(command: Command) -> Command:
    """Which checks run, and which findings count."""
    for option in (
        click.option("--exit-zero", is_flag=True, help="The same as --fail-on never."),
        click.option(
            "--fail-on",
            type=click.Choice([*(severity.label for severity in reversed(Severity)), NEVER]),
            default=Severity.ERROR.label,
            show_default=True,
            help="Findings of this severity or above make the exit code 1.",
        ),
        click.option(
            "--ignore",
            multiple=True,
            metavar="NAMES",
            help="Leave out these checks or groups, with commas.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="NAMES",
            help="Run only these checks or groups, with commas.",
        ),
    ):
        command = option(command)
    return command


def showing(command: Command) -> Command:
    """What is shown, and how."""
    for option in (
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            help="Colour the output; auto does so in a terminal.",
        ),
        click.option("-v", "--verbose", is_flag=True, help="Also say what was passed over."),
        click.option("-q", "--quiet", is_flag=True, help="Only findings and errors, no summary."),
    ):
        command = option(command)
    return command


def settings_of(select: Iterable[str], ignore: Iterable[str]) -> Settings:
    """The settings that the options ask for. Raises UsageError for a check that does not exist."""
    settings = Settings(_names(select), _names(ignore))
    try:
        chosen_checks(settings)
    except InputError as error:
        raise click.UsageError(str(error)) from error
    return settings


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def inputs_of(
    paths: Iterable[str], format_name: str, stdin_filename: str | None
) -> tuple[Input, ...]:
    """The files that the paths stand for. Raises UsageError if they can't be read together."""
    try:
        found = tuple(inputs(checked_paths(paths), format_name, stdin_filename))
    except InputError as error:
        raise click.UsageError(str(error)) from error
    if len(found) > FEW:
        gc.enable()
    return found


def look_of(color: str, *, verbose: bool, quiet: bool, err: bool = False) -> Look:
    stream = sys.stderr if err else sys.stdout
    return Look(wants_color(color, stream), terminal_width(stream), verbose, quiet)


def with_errors_told(results: Iterable[Result]) -> Iterator[Result]:
    """The results as they come; what went wrong is said on standard error at once."""
    for result in results:
        if result.error is not None:
            click.echo(f"kettext: {safe(result.name)}: {safe(result.error)}", err=True)
        yield result


def with_progress(results: Iterable[Result], total: int, *, quiet: bool) -> Iterator[Result]:
    """The results as they come; in a terminal a bar shows how many are done."""
    if quiet or total < FEW or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=total, file=sys.stderr, label="Reading") as bar:
        yield from bar


def exit_code(results: Iterable[Result], fail_on: str) -> int:
    """2 if a file could not be done, 1 if findings that count remain, else 0."""
    listed = list(results)
    if any(result.failed for result in listed):
        return FAILED
    if fail_on == NEVER:
        return 0
    threshold = Severity[fail_on.upper()]
    counts = any(report.severity >= threshold for result in listed for report in result.reports)
    return FOUND if counts else 0
