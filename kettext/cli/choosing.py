"""The options that say which checks run, and which findings count."""

from collections.abc import Iterable
from typing import NamedTuple

import click

from kettext.cli.options import FAILED, FOUND, Tally, gathered
from kettext.kit.finding import Severity
from kettext.linter.settings import Settings, chosen_checks
from kettext.text.source import InputError

NEVER = "never"


class Choice(NamedTuple):
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

    def exit_code(self, tally: Tally) -> int:
        """2 if a file could not be done, 1 if there were findings that count, else 0."""
        if tally.failed:
            return FAILED
        if self.exit_zero or self.fail_on == NEVER:
            return 0
        threshold = Severity[self.fail_on.upper()]
        return FOUND if any(severity >= threshold for severity in tally.severities) else 0


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


choosing = gathered(
    "choice",
    Choice,
    Choice._fields,
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
