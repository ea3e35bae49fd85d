"""The options that say which settings hold, and which findings count."""

from collections.abc import Iterable

import click

from kettext.cli.options import FAILED, FOUND, Tally, gathered
from kettext.kit.finding import Severity
from kettext.linter.folders import Folders, Governing, commanded, under
from kettext.linter.settings import PROFILES, Layer, Settings, check_known, known_words
from kettext.reports.terminal import safe
from kettext.runner.files import Input
from kettext.text.source import InputError
from kettext.text.value import Value

NEVER = "never"
COMMAND_LINE = "command line"


class Choice(Value):
    """Which checks run, by the command line and by config files."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None
    config: str | None

    def settings(self, found: Iterable[Input], *, isolated: bool) -> Governing:
        """What says for each of these files which settings hold.

        Raises UsageError for a check that does not exist, ClickException for a config file that
        can't be used: before anything is done, and once.
        """
        command = Layer(_names(self.select), _names(self.ignore), origin=COMMAND_LINE)
        try:
            governing = self._governing(command, isolated=isolated)
            words = _known_words(found, governing)
        except InputError as error:
            raise click.ClickException(safe(str(error))) from error
        try:
            for word in (*command.select, *command.ignore):
                check_known(word, words)
        except InputError as error:
            raise click.UsageError(safe(str(error))) from error
        return governing

    def _governing(self, command: Layer, *, isolated: bool) -> Governing:
        if isolated and self.config:
            raise click.UsageError("--isolated and --config exclude each other")
        if isolated:
            return under(Settings(), command, self.profile)
        if self.config is not None:
            return commanded(self.config, command, self.profile)
        return Folders(command, self.profile)


class Threshold(Value):
    """Which findings count."""

    fail_on: str
    exit_zero: bool

    def exit_code(self, tally: Tally) -> int:
        """2 if a file could not be done, 1 if there were findings that count, else 0."""
        if tally.failed:
            return FAILED
        if self.exit_zero or self.fail_on == NEVER:
            return 0
        threshold = Severity[self.fail_on.upper()]
        return FOUND if any(severity >= threshold for severity in tally.severities) else 0


def _known_words(found: Iterable[Input], governing: Governing) -> set[str]:
    """The names of checks and groups, with those that the config files of these files add."""
    settings = {id(held): held for held in (governing.of(item.name) for item in found)}
    customs = {name: group for held in settings.values() for name, group in held.names.items()}
    return set(known_words(customs or Settings().names))


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


choosing = gathered(
    "choice",
    Choice,
    Choice.__annotations__,
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
        "--profile",
        type=click.Choice([*PROFILES]),
        help="What kind of article it is; beats that of the config file.",
    ),
    click.option("--config", metavar="FILE", help="Use this config file for all articles."),
)
counting = gathered(
    "threshold",
    Threshold,
    Threshold.__annotations__,
    click.option(
        "--fail-on",
        type=click.Choice([*(severity.label for severity in reversed(Severity)), NEVER]),
        default=Severity.ERROR.label,
        show_default=True,
        help="Findings of this severity or above make the exit code 1.",
    ),
    click.option("--exit-zero", is_flag=True, help="The same as --fail-on never."),
)
