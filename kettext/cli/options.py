"""The options that mean the same in several commands, each group of them as one value."""

import gc
import io
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import TextIO

import click

from kettext import reports
from kettext.reports.terminal import Look, safe, terminal_width, wants_color
from kettext.runner.files import AUTO, Input, checked_paths, inputs
from kettext.runner.reading import Result, read_all
from kettext.text.source import MOST_BYTES, InputError
from kettext.text.value import Value

Command = Callable[..., int]
FOUND, FAILED = 1, 2
GARBAGE = 20_000  # objects, a few articles
FEW = 20  # files; with more of them a terminal shows progress and memory is collected


class Reading(Value):
    """What is read, and how. `isolated` is for those whom settings concern."""

    format_name: str
    stdin_filename: str | None
    isolated: bool
    no_cache: bool
    max_size: int

    def inputs(self, paths: Iterable[str]) -> tuple[Input, ...]:
        """The files that paths stand for. Raises UsageError if they can't be read together."""
        try:
            listed = inputs(checked_paths(paths), self.format_name, self.stdin_filename)
            found = tuple(item._replace(most_bytes=self.max_size) for item in listed)
        except InputError as error:
            raise click.UsageError(str(error)) from error
        if len(found) > FEW:
            collect_seldom()
        return found


def collect_seldom() -> None:
    """Collect garbage again, which a short run does without: some articles leave some, and what
    was there before stays."""
    gc.freeze()
    gc.set_threshold(GARBAGE, 20, 100)
    gc.enable()


class View(Value):
    """How much is shown, and in colour or not."""

    color: str
    quiet: bool
    verbose: bool

    def look(self, stream: TextIO) -> Look:
        """How a report looks on this stream."""
        color = wants_color(self.color, stream)
        return Look(color, terminal_width(stream), self.verbose, self.quiet)

    @contextmanager
    def output(self, total: int) -> Iterator[TextIO]:
        """Where a report on so many files goes: to standard output; while a bar shows how far
        things are, it waits for the end of that."""
        if not (self._shows_bar(total) and sys.stdout.isatty()):
            yield sys.stdout
            return
        waiting = io.StringIO()
        yield waiting
        sys.stdout.write(waiting.getvalue())

    def told(self, results: Iterable[Result], total: int) -> Iterator[Result]:
        """The results as they come; what went wrong is said at once, and a terminal shows how far
        things are."""
        if not self._shows_bar(total):
            yield from _with_errors_told(results)
            return
        with click.progressbar(length=total, file=sys.stderr, label="Reading") as bar:
            for result in _with_errors_told(results):
                bar.update(1)
                yield result

    def _shows_bar(self, total: int) -> bool:
        return total > FEW and not self.quiet and sys.stderr.isatty()


class Tally:
    """What is left of results that have passed by: how many failed, and their findings by
    severity."""

    def __init__(self) -> None:
        self.failed = 0
        self.severities: Counter[int] = Counter()

    def count(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results, counted while they pass: none is kept, for runs may be long."""
        for result in results:
            self.failed += result.failed
            self.severities.update(report.severity for report in result.reports)
            yield result


def report_read(module: str, found: Sequence[Input], view: View) -> int:
    """Read the files and let a module of reports write what it says of them. Returns the exit
    code."""
    tally = Tally()
    results = tally.count(view.told(read_all(found), len(found)))
    with view.output(len(found)) as stream:
        reports.render(module, results, stream, view.look(sys.stdout))
    return FAILED if tally.failed else 0


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


def _with_errors_told(results: Iterable[Result]) -> Iterator[Result]:
    for result in results:
        if result.error is not None:
            click.echo(f"kettext: {safe(result.name)}: {safe(result.error)}", err=True)
        yield result


def gathered(
    name: str,
    make: Callable[..., object],
    fields: Iterable[str],
    *options: Callable[[Command], Command],
) -> Callable[[Command], Command]:
    """A decorator that adds options to a command and hands it the values of these fields as one
    argument."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**values: object) -> int:
            own = {field: values.pop(field) for field in fields}
            return command(**values, **{name: make(**own)})

        for option in reversed(options):
            run = option(run)  # type: ignore[assignment]  # still a command
        return run

    return decorate


text_or_json = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text for people, json for programs.",
)
reading = gathered(
    "reading",
    Reading,
    Reading.__annotations__,
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
    click.option("--no-cache", is_flag=True, help="Do not reuse or keep any results."),
    click.option("--isolated", is_flag=True, help="Use no config file."),
)
showing = gathered(
    "view",
    View,
    View.__annotations__,
    click.option("-q", "--quiet", is_flag=True, help="Only findings and errors, no summary."),
    click.option("-v", "--verbose", is_flag=True, help="Also say what was passed over."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour the output; auto does so in a terminal.",
    ),
)
