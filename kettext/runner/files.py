"""From the paths a user names to the files to be read, each with the format it is read in."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kettext.formats import SUFFIXES
from kettext.text.source import MOST_BYTES, InputError, read_bytes, reason_of, too_large
from kettext.text.value import NamedTuple

STANDARD_INPUT = "-"
AUTO = "auto"
UNREADABLE = {".html": "HTML", ".htm": "HTML"}
NEVER_FIXED = frozenset({".mdx"})
WALKED = frozenset({*SUFFIXES, *UNREADABLE})


class Input(NamedTuple):
    """A file to be read. `path` None is standard input; `name` is what people are shown; `error`
    and `skipped` say why there is nothing to read."""

    name: str
    format: str
    path: Path | None = None
    error: str | None = None
    skipped: str | None = None
    most_bytes: int = MOST_BYTES

    def read(self) -> bytes:
        """The bytes of the file. Raises InputError if it can't be read, or is too large."""
        if self.path:
            return read_bytes(self.path, self.most_bytes)
        if sys.stdin is None:
            raise InputError("standard input is closed")
        data = sys.stdin.buffer.read(self.most_bytes + 1)
        if len(data) > self.most_bytes:
            raise InputError(too_large(self.most_bytes))
        return data

    @property
    def is_never_fixed(self) -> bool:
        return Path(self.name).suffix.lower() in NEVER_FIXED


def inputs(
    paths: Iterable[str], format_name: str = AUTO, stdin_name: str | None = None
) -> Iterator[Input]:
    """The inputs that paths stand for, each file once; a path that can't be used is an input with
    an error."""
    seen: set[str] = set()
    for path in paths:
        for found in _inputs(path, format_name, stdin_name):
            if found.name not in seen:
                seen.add(found.name)
                yield found


def _inputs(path: str, format_name: str, stdin_name: str | None) -> Iterator[Input]:
    if path == STANDARD_INPUT:
        name = stdin_name or STANDARD_INPUT
        known = SUFFIXES.get(Path(name).suffix.lower(), "markdown")
        yield Input(name, known if format_name == AUTO else format_name)
        return
    try:
        if Path(path).is_dir():
            yield from _files_below(path, format_name)
        else:
            yield _named_file(path, format_name)
    except OSError as error:
        yield Input(path, "", error=reason_of(error))


def _named_file(path: str, format_name: str) -> Input:
    suffix = Path(path).suffix.lower()
    known = SUFFIXES.get(suffix) if format_name == AUTO else format_name
    if known:
        return Input(path, known, Path(path))
    if not Path(path).exists():
        return Input(path, "", error="does not exist")
    if suffix in UNREADABLE:
        return Input(path, "", error=f"{UNREADABLE[suffix]} can't be read yet")
    endings = ", ".join(SUFFIXES)
    message = f"its format is unknown (known endings: {endings}); say what it is with --from"
    return Input(path, "", error=message)


def _files_below(folder: str, format_name: str) -> Iterator[Input]:
    from kettext.runner.walk import walk  # pathspec is slow to load

    found = False
    for path, error in walk(Path(folder), WALKED):
        found = True
        yield Input(str(path), "", error=error) if error else _found_file(path, format_name)
    if not found:
        endings = ", ".join(SUFFIXES)
        yield Input(folder, "", error=f"the folder holds no articles ({endings})")


def _found_file(path: Path, format_name: str) -> Input:
    suffix = path.suffix.lower()
    if suffix in UNREADABLE:
        return Input(str(path), "", path, skipped=f"{UNREADABLE[suffix]} can't be read yet")
    return Input(str(path), SUFFIXES[suffix] if format_name == AUTO else format_name, path)


def checked_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """The paths as named. Raises InputError if standard input is named beside others, or if one
    is empty, as an unset variable of a script makes it."""
    listed = tuple(paths)
    if "" in listed:
        raise InputError("a path is empty")
    if STANDARD_INPUT in listed and len(listed) > 1:
        raise InputError("“-” (standard input) can't be combined with other paths")
    return listed
