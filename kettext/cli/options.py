"""The options that mean the same in several commands, each group of them as one value."""

import gc
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import wraps
from typing import TextIO

import click

from kettext.kit.finding import Severity
from kettext.linter.settings import Settings, chosen_checks
from kettext.reports.terminal import Look, safe, terminal_width, wants_color
from kettext.runner.files import AUTO, Input, checked_paths, inputs
from kettext.runner.run import Result
from kettext.text.source import MOST_BYTES, InputError

Command = Callable[..., int]
FOUND, FAILED = 1, 2
NEVER = "never"
FEW = 20  # files; with more of them a terminal shows progress and memory is collected


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read, and how. There is no configuration or cache yet to be switched off."""

    format_name: str
    stdin_filename: str | None
    isolated: bool
    no_cache: bool
    max_size: int

    def inputs(self, paths: Iterable[str]) -> tuple[Input, ...]:
        """The files that paths stand for. Raises UsageError if they can't be read together."""
        try:
            listed = inputs(checked_paths(paths), self.format_name, self.stdin_filename)
            found = tuple(replace(item, most_bytes=self.max_size) for item in listed)
        except InputError as error:
            raise click.UsageError(str(error)) from error
        if len(found) > FEW:
            gc.enable()
        return found


@dataclass(frozen=True, slots=True)
class Choice:
    """Which checks run, and which findings count."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    exit_zero: bool

    def settings(self) -> Settings:
        """The settings asked for. Raises UsageError for a check that does not exist."""
        settings = Settings(_names(self.select), _names(self.ignore))
        try:
            chosen_checks(settings)
        except InputError as error:
            raise click.UsageError(str(error)) from error
        return settings

    def exit_code(self, results: Iterable[Result]) -> int:
        """2 if a file could not be done, 1 if findings that count remain, else 0."""
        listed = list(results)
        if any(result.failed for result in listed):
            return FAILED
        if self.exit_zero or self.fail_on == NEVER:
            return 0
        threshold = Severity[self.fail_on.upper()]
        reports = (report for result in listed for report in result.reports)
        return FOUND if any(report.severity >= threshold for report in reports) else 0


@dataclass(frozen=True, slots=True)
class View:
    """How much is shown, and in colour or not."""

    color: str
    quiet: bool
    verbose: bool

    def look(self, stream: TextIO) -> Look:
        """How a report looks on this stream."""
        color = wants_color(self.color, stream)
        return Look(color, terminal_width(stream), self.verbose, self.quiet)

    def results(self, results: Iterable[Result], total: int) -> list[Result]:
        """All results; what went wrong is said at once, and a terminal shows how far things are."""
        told = _with_errors_told(results)
        if self.quiet or total <= FEW or not sys.stderr.isatty():
            return list(told)
        with click.progressbar(told, length=total, file=sys.stderr, label="Reading") as bar:
            return list(bar)


class Size(click.ParamType[int]):
    """A number of bytes: 500000, 500kB, 10MB or 1GB."""

    name = "size"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if isinstance(value, int):
            return value
        match = re.fullmatch(r"(\d{1,12})\s*([kmg]?)b?", value.strip().lower())
        if not match:
            self.fail(f"{value!r} is no size; write it as 500kB or 20MB", param, ctx)
        factor: int = 1000 ** " kmg".index(match[2] or " ")
        return int(match[1]) * factor


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _with_errors_told(results: Iterable[Result]) -> Iterator[Result]:
    for result in results:
        if result.error is not None:
            click.echo(f"kettext: {safe(result.name)}: {safe(result.error)}", err=True)
        yield result


def _gathered(
    name: str, kind: type[Reading | Choice | View], *options: Callable[[Command], Command]
) -> Callable[[Command], Command]:
    """A decorator that adds options to a command and hands it their values as one argument."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**values: object) -> int:
            gathered = {field.name: values.pop(field.name) for field in fields(kind)}
            return command(**values, **{name: kind(**gathered)})  # type: ignore[arg-type]  # click has checked them

        for option in reversed(options):
            run = option(run)  # type: ignore[assignment]  # still a command
        return run

    return decorate


reading = _gathered(
    "reading",
    Reading,
    click.option(
        "--from",
        "format_name",
        type=click.Choice([AUTO, "markdown", "text"]),
        default=AUTO,
        help="The format of the input; auto goes by the ending of its name.",
    ),
    click.option("--stdin-filename", metavar="NAME", help="What standard input (“-”) is called."),
    click.option(
        "--max-size",
        type=Size(),
        metavar="SIZE",
        default=MOST_BYTES,
        help="Refuse larger files; 10MB unless you say so.",
    ),
    click.option(
        "--no-cache", is_flag=True, help="Do not reuse earlier results (nothing is reused yet)."
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration (there is none yet)."),
)
choosing = _gathered(
    "choice",
    Choice,
    click.option(
        "--select",
        multiple=True,
        metavar="NAMES",
        help="Run only these checks or groups, with commas.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="NAMES",
        help="Leave out these checks or groups, with commas.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice([*(severity.label for severity in reversed(Severity)), NEVER]),
        default=Severity.ERROR.label,
        show_default=True,
        help="Findings of this severity or above make the exit code 1.",
    ),
    click.option("--exit-zero", is_flag=True, help="The same as --fail-on never."),
)
showing = _gathered(
    "view",
    View,
    click.option("-q", "--quiet", is_flag=True, help="Only findings and errors, no summary."),
    click.option("-v", "--verbose", is_flag=True, help="Also say what was passed over."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour the output; auto does so in a terminal.",
    ),
)
