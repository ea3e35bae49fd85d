"""`kettext new-check`: the files of a new check, in a checkout of kettext."""

import builtins
import keyword
import os
import re
from pathlib import Path

import click

from kettext import checks
from kettext.kit.scaffold import pair
from kettext.linter.custom import NAME
from kettext.linter.settings import CUSTOM, DOCUMENT, FINAL, UNUSED, nearest
from kettext.reports.terminal import safe
from kettext.text.source import reason_of

GROUP = r"[a-z]+(?:_[a-z]+)*"
LONGEST = 25  # characters of a name; more would not fit where it is shown
RESERVED = (CUSTOM, DOCUMENT, UNUSED, *FINAL)
TAKEN = ("check", "document", "hits", "quoted")  # have a meaning in the file itself
SIGNS_OF_A_CHECKOUT = ("pyproject.toml", "tests/test_examples.py")


@click.command("new-check", short_help="Begin a new check of kettext’s own.")
@click.argument("name", metavar="GROUP/NAME")
@click.option("--phrases", is_flag=True, help="The check looks for phrases; add a list of them.")
@click.option("--new-group", is_flag=True, help="The group need not exist.")
def command(name: str, phrases: bool, new_group: bool) -> int:
    """Write the files of a new check, NAME.py and NAME.md, to the folder of its group.

    \b
    kettext new-check tone/shouted-word
    kettext new-check tone/worn-phrase --phrases

    They are a check that works, with examples that hold; a comment says what to change. This is
    for a checkout of kettext. For checks of your own there is [[custom]] in the config file.
    """
    group, _, kebab = name.partition("/")
    _refuse_wrong_words(group, kebab)
    _refuse_taken_names(group, kebab, new_group=new_group)
    for path in _written(_checkout() / group, kebab.replace("-", "_"), phrases=phrases):
        click.echo(safe(str(path)))
    click.echo(f"\npython -m pytest tests/test_examples.py -k {kebab} runs the examples.")
    return 0


def _refuse_wrong_words(group: str, name: str) -> None:
    if not group or not name:
        raise click.UsageError("the name of a check is given with its group: tone/shouted-word")
    if not re.fullmatch(NAME, name):
        raise click.UsageError(
            f"“{safe(name)}” can't be a name; it is of small letters, digits and hyphens: "
            "shouted-word"
        )
    if len(name) > LONGEST:
        raise click.UsageError(f"“{name}” is too long; a name has at most {LONGEST} characters")
    if not re.fullmatch(GROUP, group):
        raise click.UsageError(f"“{safe(group)}” can't be a group; it is of small letters: tone")
    for word in (name.replace("-", "_"), group):
        if keyword.iskeyword(word) or hasattr(builtins, word):
            raise click.UsageError(f"“{word}” has a meaning in Python; take another word")


def _refuse_taken_names(group: str, name: str, *, new_group: bool) -> None:
    known = checks.names()
    if name in known:
        raise click.UsageError(f"there is a check “{name}” already, in group {known[name]}")
    if name in (*checks.groups(), *RESERVED, *TAKEN, group):
        raise click.UsageError(f"“{name}” is the name of something else")
    if group in (*known, *RESERVED):
        raise click.UsageError(f"“{group}” can't be a group: it is the name of something else")
    if group not in checks.groups() and not new_group:
        hint = nearest(group, checks.groups()) or f"; there are {', '.join(checks.groups())}"
        raise click.UsageError(f"there is no group “{group}”{hint} (or add --new-group)")


def _checkout() -> Path:
    """The folder of the checks. Raises ClickException if it does not belong to a checkout that can
    be written to."""
    root = checks.FOLDER.parent.parent
    if not all((root / name).is_file() for name in SIGNS_OF_A_CHECKOUT):
        raise click.ClickException(
            f"the kettext in use is no checkout ({safe(str(checks.FOLDER.parent))}); "
            "install one with “pip install -e .” and call its kettext"
        )
    if not os.access(checks.FOLDER, os.W_OK):
        raise click.ClickException(f"{safe(str(checks.FOLDER))} can't be written to")
    return checks.FOLDER


def _written(folder: Path, name: str, *, phrases: bool) -> list[Path]:
    """The new files. Raises ClickException if one of them exists, or can't be written."""
    files = {folder / file: text for file, text in pair(name, phrases=phrases).items()}
    present = next((path for path in files if path.exists()), None)
    if present:
        raise click.ClickException(f"{safe(str(present))} exists; nothing was written")
    try:
        folder.mkdir(exist_ok=True)
        for path, text in files.items():
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(
            f"{safe(str(error.filename or folder))} can't be written: {reason_of(error)}"
        ) from error
    return list(files)
