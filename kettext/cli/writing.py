"""A report that goes to a file of its own; loaded only where one was named."""

import io
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from kettext.reports.terminal import safe
from kettext.runner.files import Input
from kettext.runner.target import write_text
from kettext.text.source import InputError


@contextmanager
def report_file(name: str, found: Iterable[Input]) -> Iterator[TextIO]:
    """A stream whose text is in the file afterwards, as a whole or not at all. Raises UsageError if
    there can be no such file, or if it is one of the inputs."""
    if not name:
        raise click.UsageError("the name of a file to write is empty")
    path = Path(name)
    if not path.parent.is_dir():
        raise click.UsageError(f"{safe(name)} can't be written (its folder does not exist)")
    if _is_input(path, found):
        raise click.UsageError(
            f"--output-file would overwrite the article {safe(name)}; name another file"
        )
    text = io.StringIO()
    yield text
    try:
        write_text(path, text.getvalue())
    except InputError as error:
        raise click.ClickException(f"{safe(name)}: {error}") from error


def _is_input(path: Path, found: Iterable[Input]) -> bool:
    if not path.exists():
        return False
    status = path.stat()
    for item in found:
        try:
            if item.path and os.path.samestat(status, item.path.stat()):
                return True
        except OSError:
            continue
    return False
