"""Where fixed articles go, and how they get there: whole or not at all, with a way back."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kettext.formats import SUFFIXES
from kettext.runner.files import STANDARD_INPUT
from kettext.runner.reading import Result
from kettext.text.source import InputError, read_bytes
from kettext.text.writing import TornError, write_bytes, write_copy

MARKDOWN = "markdown"
BACKUP = ".orig"  # behind the name of a file, for what it was


@dataclass(frozen=True, slots=True)
class Target:
    """`output`: one file for the one article; `beside`: NAME.md beside each NAME.txt; `nowhere`:
    nothing is written. Without these each file is rewritten in place, and standard input goes to
    standard output. `backup`: each file that is overwritten is first kept as FILE.orig."""

    output: str | None = None
    beside: bool = False
    nowhere: bool = False
    backup: bool = False

    @property
    def to_markdown(self) -> bool:
        """Whether what is not Markdown is to become so."""
        suffix = Path(self.output).suffix.lower() if self.output else ""
        return self.beside or SUFFIXES.get(suffix) == MARKDOWN

    def is_standard_output(self, path: Path | None) -> bool:
        """Whether an article of this path, None for standard input, goes to standard output."""
        return not self.nowhere and (self.output or path or STANDARD_INPUT) == STANDARD_INPUT

    def name_for(self, result: Result) -> str | None:
        """What an article is written to, "-" for standard output, None for nowhere."""
        if self.nowhere:
            return None
        if self.output:
            return self.output
        if result.path is None:
            return STANDARD_INPUT
        if self.beside and result.format != MARKDOWN:
            return str(result.path.with_suffix(".md"))
        return result.name


def write_all(results: Iterable[Result], target: Target) -> Iterator[Result]:
    """Write each fixed article to its target; one that can't be written has an error afterwards."""
    has_written = False
    try:
        for result in results:
            name = target.name_for(result)
            if name is None or result.error or (result.fixed is None and not result.data):
                yield result  # an empty file, or one that was never read, makes no other one empty
                continue
            done = _written(result, name, target)
            has_written = has_written or done.written is not None
            yield done
    finally:
        if has_written:
            from kettext.fixer import undo  # platformdirs is only needed where something is written

            undo.make_room()


def _written(result: Result, name: str, target: Target) -> Result:
    try:
        return result._replace(written=_write(result, name, target))
    except InputError as error:
        message = str(error) if name == result.name else f"{name} {error}"
        return result._replace(error=message)


def _write(result: Result, name: str, target: Target) -> str | None:
    """Write one article; gives the name it went to, None if there was nothing to write."""
    if name == STANDARD_INPUT:
        sys.stdout.buffer.write(result.new_bytes)
        sys.stdout.buffer.flush()
        return name
    path = Path(name)
    exists = os.path.exists(path)  # Path.exists() may raise
    if result.path and exists and path.samefile(result.path):
        changed = result.new_bytes != result.data
        return _overwrite(path, result.new_bytes, result.data, target) if changed else None
    if not target.output and os.path.lexists(path):  # a link that leads nowhere counts as well
        raise InputError("exists already and was left alone; to overwrite it, name it with -o")
    if not exists:
        write_bytes(path, result.new_bytes)
        return name
    return _overwrite(path, result.new_bytes, read_bytes(path), target)


def _overwrite(path: Path, data: bytes, expected: bytes, target: Target) -> str:
    from kettext.fixer import undo  # platformdirs is only needed where a file is overwritten

    backup = _keep_backup(path, expected) if target.backup else None
    undo.keep(path, expected, data)
    try:
        write_bytes(path, data, expected)
    except TornError as error:
        raise InputError(f"{error}; what it held is in {undo.kept_at(path)}") from error
    except InputError:
        undo.forget(path)
        if backup:
            backup.unlink(missing_ok=True)
        raise
    return str(path)


def _keep_backup(path: Path, data: bytes) -> Path | None:
    """Keep what a file holds as FILE.orig; None if that is there already. What somebody else has
    kept under that name is never overwritten: then InputError is raised."""
    backup = path.with_name(path.name + BACKUP)
    if not os.path.lexists(backup):
        write_copy(backup, data, like=path)
        return backup
    if backup.is_symlink() or read_bytes(backup) != data:
        raise InputError(
            f"was left alone, since {backup.name} exists and holds something else; move that away"
        )
    return None


def write_text(path: Path, text: str) -> None:
    """Write a report of kettext's own. Raises InputError if that is not possible."""
    data = text.encode("utf-8", errors="backslashreplace")
    write_bytes(path, data, read_bytes(path) if path.exists() else None)
