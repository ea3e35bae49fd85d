"""`kettext checks`: the list of all checks, and the test of your own."""

import os
import sys
from collections.abc import Iterator
from stat import S_ISDIR

import click

from kettext import checks
from kettext.cli.options import FOUND, View
from kettext.kit.page import Page, read_page
from kettext.linter.folders import Folders
from kettext.linter.settings import Settings
from kettext.reports.terminal import Look, Paint, counted, safe, wrapped
from kettext.runner.files import STANDARD_INPUT
from kettext.text.source import InputError, reason_of

NAME, SEVERITY, FIXABLE = 21, 9, 14  # columns


@click.command("checks", short_help="List all checks, or test your own.")
@click.argument("path", required=False)
@click.option(
    "--test",
    is_flag=True,
    help="Run the examples (bad, good) of your own checks, those in [[custom]] of the config file.",
)
def command(path: str | None, test: bool) -> int:
    """List all checks: name, severity, what can be mended, what is wrong.

    With --test, see whether the checks in the config file that holds for PATH (default: this
    folder) do what their examples say. Exit code: 0 they do, 1 one does not, 2 the config file
    can't be used.
    """
    if test:
        return _test(path or ".")
    if path is not None:
        raise click.UsageError("PATH goes with --test; the list of checks is the same everywhere")
    look = View("auto", quiet=False, verbose=False).look(sys.stdout)
    for group in checks.groups():
        click.echo(look.paint(group, Paint.BOLD), color=look.color)
        for line in _rows(group, look):
            click.echo(line)
    click.echo("\nkettext explain NAME tells more about one of them.")
    return 0


def _rows(group: str, look: Look) -> Iterator[str]:
    for name, its_group in checks.names().items():
        if its_group != group:
            continue
        check, page = checks.load(name), read_page(checks.page_path(name))
        severity = check.severity.label if check.on else "off"
        head = f"  {name:{NAME}}{severity:{SEVERITY}}{fixable(page):{FIXABLE}}"
        yield wrapped(page.summary, look.width, head, " " * len(head))


def fixable(page: Page) -> str:
    """What `fix` can do about a check's findings, as its examples show it."""
    if any(example.fixed for example in page.examples):
        return "fix"
    return "fix --unsafe" if any(example.unsafe for example in page.examples) else "-"


def _test(path: str) -> int:
    from kettext.linter.custom_examples import try_examples  # loads the formats

    settings = _settings(path)
    if not settings.custom:
        click.echo(f"No [[custom]] checks hold for {safe(path)}, so there is nothing to test.")
        return 0
    tried = list(try_examples(settings))
    failed = [one for one in tried if one.problem]
    for one in failed:
        click.echo(safe(f"{one.file}:{one.line}: {one.check}: {one.problem}"))
    for name in (check.name for check in settings.custom):
        if name not in {one.check for one in tried}:
            click.echo(f"{name} has no examples (“bad”, “good”).")
    if failed:
        click.echo(f"\n{len(failed)} of {counted(len(tried), 'example')} failed.")
    elif tried:
        click.echo(f"{counted(len(tried), 'example')} of your checks passed.")
    return FOUND if failed else 0


def _settings(path: str) -> Settings:
    """The settings that hold for a file, or for the files of a folder. Raises ClickException if
    there is no such path, or if its config file can't be used."""
    try:
        is_folder = S_ISDIR(os.stat(path).st_mode)
        return Folders().of(os.path.join(path, STANDARD_INPUT) if is_folder else path)
    except OSError as error:
        raise click.ClickException(f"{safe(path)}: {reason_of(error)}") from error
    except InputError as error:
        raise click.ClickException(safe(str(error))) from error
