"""The articles in a folder, with .gitignore obeyed. A module of its own, since pathspec is slow to
load."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

from kettext.text.source import reason_of

IGNORE_FILE = ".gitignore"


def walk(folder: Path, suffixes: frozenset[str]) -> Iterator[tuple[Path, str | None]]:
    """The files below a folder with one of these suffixes, sorted; hidden folders and links are
    passed over. A folder that can't be read comes with the reason."""
    yield from _walk(folder, suffixes, _rules_above(folder))


Rules = tuple[tuple[Path, GitIgnoreSpec], ...]


def _walk(
    folder: Path, suffixes: frozenset[str], above: Rules
) -> Iterator[tuple[Path, str | None]]:
    rules = above + _rules(folder)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield folder, reason_of(error)
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and not _is_ignored(path, rules, is_folder=True):
                yield from _walk(path, suffixes, rules)
        elif _is_wanted(entry, suffixes) and not _is_ignored(path, rules, is_folder=False):
            yield path, None


def _is_wanted(entry: os.DirEntry[str], suffixes: frozenset[str]) -> bool:
    return entry.is_file(follow_symlinks=False) and Path(entry.name).suffix.lower() in suffixes


def _rules(folder: Path) -> Rules:
    path = folder / IGNORE_FILE
    try:
        if not stat.S_ISREG(path.lstat().st_mode):  # a pipe could never end, a link lead anywhere
            return ()
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    return ((folder.absolute(), GitIgnoreSpec.from_lines(lines)),)


def _rules_above(folder: Path) -> Rules:
    """The rules of the folders above, up to the root of the repository; none outside of one."""
    found: list[Path] = []
    here = folder.absolute()
    for parent in (here, *here.parents):
        if parent != here:
            found.insert(0, parent)
        if (parent / ".git").exists():
            return tuple(rule for above in found for rule in _rules(above))
    return ()


def _is_ignored(path: Path, rules: Rules, *, is_folder: bool) -> bool:
    """The rule of the innermost folder that says anything about a path decides."""
    absolute = path.absolute()
    for base, spec in reversed(rules):
        name = absolute.relative_to(base).as_posix() + ("/" if is_folder else "")
        verdict = spec.check_file(name).include
        if verdict is not None:
            return verdict
    return False
