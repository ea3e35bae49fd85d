"""`kettext fix`: writes the cleaned article and accounts for what it did."""

import io
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TextIO

import click

from kettext.cli.choosing import Choice, Threshold, choosing, counting
from kettext.cli.options import FOUND, Reading, Tally, View, reading, showing
from kettext.kit.finding import Applicability
from kettext.kit.marking import FOOTNOTE, INLINE
from kettext.reports import account, diff, ledger
from kettext.reports.json import Record, write
from kettext.reports.terminal import safe
from kettext.runner.fixing import Manner, fix_all
from kettext.runner.reading import Result
from kettext.runner.target import Target, write_all, write_text
from kettext.text.source import InputError

MARKING = "--mark-citations"


class _Command(click.Command):
    """A command whose option `--mark-citations` stands alone or has its value behind `=`, so that
    it never takes a path for one."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        spelled = [f"{MARKING}={INLINE}" if one == MARKING else one for one in args[:end]]
        return super().parse_args(ctx, spelled + args[end:])


@click.command(
    "fix",
    cls=_Command,
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
@click.option(
    MARKING,
    type=click.Choice([INLINE, FOOTNOTE]),
    metavar="[=footnote]",
    help="Put “[citation needed]”, or a footnote to be filled in, where a source is missing.",
)
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
    mark_citations: str | None,
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
    fixed = fix_all(found, settings, level, Manner(target.to_markdown, mark_citations or ""))
    tally, noted = Tally(), _Noted(keeps_ledgers=report is not None)
    results = noted.passing(tally.count(view.told(write_all(fixed, target), len(found))))
    goes_to_err = any(target.is_standard_output(item.path) for item in found)
    with nullcontext(sys.stderr) if goes_to_err else view.output(len(found)) as stream:
        _show(results, stream, view, show_diff=show_diff)
    if report:
        _write_report(noted.ledgers, report)
    if target.nowhere and not tally.failed:
        return FOUND if noted.would_change else 0
    return threshold.exit_code(tally)


class _Noted:
    """What is left of results that have passed by: whether one would change, and the ledgers if
    somebody wants them."""

    def __init__(self, *, keeps_ledgers: bool) -> None:
        self._keeps_ledgers = keeps_ledgers
        self.would_change = False
        self.ledgers: list[Record] = []

    def passing(self, results: Iterable[Result]) -> Iterator[Result]:
        for result in results:
            self.would_change |= result.fixed is not None and result.new_bytes != result.data
            if self._keeps_ledgers:
                self.ledgers.append(ledger.document(result))
            yield result


def _check_names(output: str | None, report: str | None, found: list[str]) -> None:
    """Raise UsageError where one file would be written over another, or has no name."""
    if output and len(found) > 1:
        raise click.UsageError("-o takes one article; several can't be written to one file")
    if "" in (output, report):
        raise click.UsageError("the name of a file to write is empty")
    if report and not Path(report).absolute().parent.is_dir():
        raise click.UsageError(f"the folder of --report {safe(report)} does not exist")
    written = [output, *found, *(f"{name}.orig" for name in found)]
    written += [str(Path(name).with_suffix(".md")) for name in found if Path(name).name]
    if report and any(_is_same(report, name) for name in written):
        raise click.UsageError("--report would overwrite an article or a copy; name another file")


def _is_same(one: str, other: str | None) -> bool:
    return other is not None and Path(one).absolute() == Path(other).absolute()


def _show(results: Iterator[Result], stream: TextIO, view: View, *, show_diff: bool) -> None:
    """The diff or the account of each result as it comes; quietly, none."""
    look = view.look(sys.stderr if stream is sys.stderr else sys.stdout)
    if show_diff:
        diff.render(results, stream, look)
    elif not view.quiet:
        account.render(results, stream, look)
    deque(results, maxlen=0)  # what is not shown is done all the same


def _write_report(ledgers: list[Record], name: str) -> None:
    text = io.StringIO()
    write(text, ledgers)
    try:
        write_text(Path(name), text.getvalue())
    except InputError as error:
        raise click.ClickException(f"{safe(name)}: {error}") from error
