"""`kettext checks`: the list of all checks."""

import sys
from collections.abc import Iterator

import click

from kettext import checks
from kettext.cli.options import View
from kettext.kit.page import Page, read_page
from kettext.reports.terminal import Look, Paint, wrapped

NAME, SEVERITY, FIXABLE = 21, 9, 14  # columns


@click.command("checks", short_help="List all checks.")
def command() -> int:
    """List all checks: name, severity, what can be mended, what is wrong."""
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
