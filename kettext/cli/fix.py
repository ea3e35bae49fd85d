"""`kettext fix`: writes the cleaned article and accounts for what it did."""

import io
import sys
from pathlib import Path

import click

from kettext.cli.choosing import Choice, Threshold, choosing, counting
from kettext.cli.options import FAILED, FOUND, Reading, Tally, View, reading, showing
from kettext.kit.finding import Applicability
from kettext.reports import account, diff, ledger
from kettext.reports.terminal import safe
from kettext.runner.files import STANDARD_INPUT
from kettext.runner.fixing import fix_all
from kettext.runner.reading import Result
from kettext.runner.target import Target, write_all, write_text
from kettext.text.source import InputError


@click.command(
    "fix",
    short_help="Mend what is safe, account for every sentence.",
    epilog="Exit code: 0 nothing that counts remains, 1 findings remain (with --check or --diff: "
    "something would change), 2 kettext could not do its work.",
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write there, “-” for standard output; NAME.md makes it Markdown.",
)
@click.option("--to", type=click.Choice(["markdown"]), help="Write NAME.md beside each NAME.txt.")
@click.option("--unsafe", is_flag=True, help="Also make fixes that someone should look at.")
@click.option("--diff", "show_diff", is_flag=True, help="Show what would change, write nothing.")
@click.option("--check", is_flag=True, help="Say what would be done, write nothing.")
@click.option("--backup", is_flag=True, help="Keep each file that is overwritten as FILE.orig.")
@click.option("--report", metavar="FILE", help="Write what became of every sentence, as JSON.")
@choosing
@counting
@reading
@showing
def command(
    paths: tuple[str, ...],
    output: str | None,
    to: str | None,
    unsafe: bool,
    show_diff: bool,
    check: bool,
    backup: bool,
    report: str | None,
    choice: Choice,
    threshold: Threshold,
    reading: Reading,
    view: View,
) -> int:
    """Mend the articles at PATHS and say what was removed, changed and left.

    Without -o or --to each file is rewritten in place; `kettext undo` puts it back.

    \b
    kettext fix article.md --diff
    kettext fix article.txt -o clean.md
    kettext fix - --from text --to markdown < pasted.txt > clean.md
    """
    found = reading.inputs(paths)
    settings = choice.settings(found, isolated=reading.isolated)
    _check_names(output, report, [one.name for one in found])
    target = Target(output, to == "markdown", nowhere=show_diff or check, backup=backup)
    level = Applicability.UNSAFE if unsafe else Applicability.SAFE
    fixed = fix_all(found, settings, level, to_markdown=target.to_markdown)
    tally = Tally()
    results = list(tally.count(view.told(write_all(fixed, target), len(found))))
    _show(results, view, show_diff=show_diff)
    if report:
        _write_report(results, report)
    code = threshold.exit_code(tally)
    if target.nowhere and code != FAILED:
        return FOUND if any(_would_change(result) for result in results) else 0
    return code


def _check_names(output: str | None, report: str | None, found: list[str]) -> None:
    """Raise UsageError where one file would be written over another, or has no name."""
    if output and len(found) > 1:
        raise click.UsageError("-o takes one article; several can't be written to one file")
    if "" in (output, report):
        raise click.UsageError("the name of a file to write is empty")
    if report and any(_is_same(report, name) for name in (output, *found)):
        raise click.UsageError("--report would overwrite the article; name another file")


def _is_same(one: str, other: str | None) -> bool:
    return other is not None and Path(one).absolute() == Path(other).absolute()


def _show(results: list[Result], view: View, *, show_diff: bool) -> None:
    """The diff or the account; it goes to standard error if the article went to standard output."""
    if show_diff:
        diff.render(results, sys.stdout, view.look(sys.stdout))
    elif not view.quiet:
        goes_to_err = any(result.written == STANDARD_INPUT for result in results)
        stream = sys.stderr if goes_to_err else sys.stdout
        account.render(results, stream, view.look(stream))


def _write_report(results: list[Result], name: str) -> None:
    text = io.StringIO()
    ledger.render(results, text)
    try:
        write_text(Path(name), text.getvalue())
    except InputError as error:
        raise click.ClickException(f"{safe(name)}: {error}") from error


def _would_change(result: Result) -> bool:
    return result.fixed is not None and result.new_bytes != result.data
