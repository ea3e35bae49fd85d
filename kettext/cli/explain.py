"""`kettext explain`: the page of one check."""

import sys
from collections.abc import Iterator

import click

from kettext import checks
from kettext.cli.options import View
from kettext.kit.check import Check, Difference
from kettext.kit.finding import Severity
from kettext.kit.page import read_page, shown_examples
from kettext.linter.settings import nearest
from kettext.reports.terminal import Look, Paint, wrapped

KINDS = {"bad": "found", "good": "not found", "fixed": "after fix", "unsafe": "after fix --unsafe"}
MARKS = "In the examples ⟦…⟧ is what is found and ⟪…⟫ a place that is shown with it."
INDENT = "    "
TABLES = ("sources",)  # options that are tables of the config file, which its documentation shows


@click.command("explain", short_help="Explain one check.")
@click.argument("name")
def command(name: str) -> int:
    """Explain one check: what it looks for, why, how it is mended, with examples."""
    if name not in checks.names():
        hint = nearest(name, checks.names())
        raise click.UsageError(f"there is no check “{name}”{hint}")
    look = View("auto", quiet=False, verbose=False).look(sys.stdout)
    for line in (*_head(name, look), *_text(name, look), *_examples(name, look)):
        click.echo(line, color=look.color)
    return 0


def _head(name: str, look: Look) -> Iterator[str]:
    check = checks.load(name)
    state = "on" if check.on else "off"
    title = look.paint(name, Paint.BOLD)
    yield f"{title}  ({check.group}, {check.severity.label}, {state} by default)"
    for profile, difference in check.profiles.items():
        yield f"{INDENT}profile {profile}: {_different(check, difference)}"
    yield ""


def _different(check: Check, difference: Difference) -> str:
    """What a profile says of a check, in a few words."""
    if difference is None:
        return "off"
    told = {"severity": difference} if isinstance(difference, Severity) else difference
    said = [
        value.label if isinstance(value, Severity) else f"{key.replace('_', '-')} {_shown(value)}"
        for key, value in told.items()
    ]
    return ", ".join(said if check.on or "severity" not in told else ("on", *said))


def _shown(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _text(name: str, look: Look) -> Iterator[str]:
    for line in read_page(checks.page_path(name)).text.split("\n"):
        if line.startswith("## "):
            yield look.paint(line.removeprefix("## "), Paint.BOLD)
        else:
            yield wrapped(line, look.width, "", "")
    for option, default in checks.load(name).options.items():
        if option in TABLES:
            continue
        yield ""
        shown = ", ".join(default) if isinstance(default, tuple) else _shown(default)
        yield wrapped(f"Option {option.replace('_', '-')}, by default {shown}", look.width, "", "")


def _examples(name: str, look: Look) -> Iterator[str]:
    yield ""
    yield wrapped(MARKS, look.width, "", "")
    for kind, text in shown_examples(checks.page_path(name)):
        yield ""
        yield look.paint(f"Example, {KINDS[kind]}", Paint.BOLD)
        for line in text.split("\n"):
            yield wrapped(line, look.width, INDENT, INDENT).rstrip()
