"""Where fixed articles go, and how they get there: whole or not at all, with a way back."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kettext.formats import SUFFIXES
from kettext.runner.files import STANDARD_INPUT
from kettext.runner.reading import Result
from kettext.text.source import InputError, read_bytes
from kettext.text.writing import write_bytes

MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Target:
    """`output`: one file for the one article; `beside`: NAME.md beside each NAME.txt; `nowhere`:
    nothing is written. Without these each file is rewritten in place, and standard input goes to
    standard output."""

    output: str | None = None
    beside: bool = False
    nowhere: bool = False

    @property
    def to_markdown(self) -> bool:
        """Whether what is not Markdown is to become so."""
        suffix = Path(self.output).suffix.lower() if self.output else ""
        return self.beside or SUFFIXES.get(suffix) == MARKDOWN

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
    for result in results:
        name = target.name_for(result)
        if name is None or result.error or (result.fixed is None and not result.data):
            yield result  # an empty file, or one that was never read, makes no other one empty
            continue
        try:
            yield result._replace(written=_write(result, name, overwrite=bool(target.output)))
        except InputError as error:
            message = str(error) if name == result.name else f"{name} {error}"
            yield result._replace(error=message)


def _write(result: Result, name: str, *, overwrite: bool) -> str | None:
    """Write one article; gives the name it went to, None if there was nothing to write."""
    if name == STANDARD_INPUT:
        sys.stdout.buffer.write(result.new_bytes)
        sys.stdout.buffer.flush()
        return name
    path = Path(name)
    if result.path and path.exists() and path.samefile(result.path):
        changed = result.new_bytes != result.data
        return _overwrite(path, result.new_bytes, result.data) if changed else None
    if not path.exists():
        write_bytes(path, result.new_bytes)
        return name
    if not overwrite:
        raise InputError("exists already and was left alone; to overwrite it, name it with -o")
    return _overwrite(path, result.new_bytes, read_bytes(path))


def _overwrite(path: Path, data: bytes, expected: bytes) -> str:
    from kettext.fixer import undo  # platformdirs is only needed where a file is overwritten

    undo.keep(path, expected, data)
    try:
        write_bytes(path, data, expected)
    except InputError:
        undo.forget(path)
        raise
    return str(path)


def write_text(path: Path, text: str) -> None:
    """Write a report of kettext's own. Raises InputError if that is not possible."""
    data = text.encode("utf-8", errors="backslashreplace")
    write_bytes(path, data, read_bytes(path) if path.exists() else None)
