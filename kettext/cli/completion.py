"""What a shell offers behind `kettext` when somebody presses Tab; click does the rest.

Commands say nothing about it: what may stand in an argument or behind an option follows from the
name or the metavar that its help shows. Loaded only when a shell asks.
"""

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from kettext import checks
from kettext.linter.settings import known_words


class Words(click.ParamType[str]):
    """One of some words, or where commas are allowed several of them."""

    name = "words"

    def __init__(self, words: Iterable[str], separator: str = "") -> None:
        self._words = sorted(words)
        self._separator = separator

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The words that begin with what stands behind the last comma, each with what stands before
        it."""
        del ctx, param
        before, comma, begun = (
            incomplete.rpartition(self._separator) if self._separator else ("", "", incomplete)
        )
        taken = before.split(self._separator) if before else ()
        found = (word for word in self._words if word.startswith(begun) and word not in taken)
        return [CompletionItem(before + comma + word) for word in found]


def teach(command: click.Command) -> None:
    """Let the parameters of a command know what can stand there."""
    for param in command.params:
        kind = _kind(command, param)
        if kind is not None:
            param.type = kind


def _kind(command: click.Command, param: click.Parameter) -> click.ParamType[str] | None:
    if isinstance(param.type, click.Choice):
        return None  # click knows them
    shown = param.metavar or str(param.name)
    match shown.upper():
        case "PATH" | "PATHS" | "FILE" | "OLD" | "NEW":
            return click.Path()
        case "DIR":
            return click.Path(file_okay=False)
        case "NAMES":
            return Words(known_words(checks.names()), ",")
        case "NAME" if command.name == "explain":
            return Words(checks.names())
        case "GROUP/NAME":
            return Words(f"{group}/" for group in checks.groups())
    return None
