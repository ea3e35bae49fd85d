"""Which settings hold for a file: those of the closest config file. What reads such a file is
loaded only where there is one."""

import os
import re
from pathlib import Path

from kettext.linter.settings import Layer, Settings
from kettext.text.source import InputError

FILES = (".kettext.toml", "kettext.toml")
SHARED_FILE = "pyproject.toml"  # counts only if it speaks of kettext
TABLE = rb"""(?m)^[ \t]*+(?:\[[ \t]*+)?["']?tool["']?[ \t]*+(?:[\]=]|\.[ \t]*+["']?kettext)"""
MOST_BYTES = 1_000_000


class Folders:
    """The settings for each file of a run; folders are looked at once."""

    __slots__ = ("_command", "_found", "_home", "_profile", "_ruled")

    def __init__(self, command: Layer = Layer(), profile: str | None = None) -> None:  # noqa: B008  # a value
        """`command` and `profile`: what the command line says, which beats the files."""
        self._command = command
        self._profile = profile
        self._home = os.path.expanduser("~")
        self._found: dict[str, Settings] = {}
        self._ruled: dict[tuple[str, tuple[Layer, ...]], Settings] = {}

    def of(self, path: Path | str) -> Settings:
        """The settings for one file. Raises InputError if its config file can't be used."""
        folder = os.path.dirname(os.path.abspath(path))
        settings = self._found.get(folder) or self._search(folder)
        if not settings.per_path:
            return settings
        ruled = settings.of(path)
        return self._ruled.setdefault((settings.origin, ruled.above), ruled)

    def _search(self, folder: str) -> Settings:
        passed = []
        while folder not in self._found:
            passed.append(folder)
            file = config_file_in(folder)
            if file:
                self._found[folder] = commanded(file, self._command, self._profile)
            elif self._is_last(folder):
                self._found[folder] = under(Settings(), self._command, self._profile)
            else:
                folder = os.path.dirname(folder)
        settings = self._found[folder]
        self._found.update(dict.fromkeys(passed, settings))
        return settings

    def _is_last(self, folder: str) -> bool:
        is_root = os.path.dirname(folder) == folder
        return is_root or folder == self._home or os.path.exists(os.path.join(folder, ".git"))


Governing = Settings | Folders  # what says, for each file, which settings hold


def commanded(file: str, command: Layer, profile: str | None) -> Settings:
    """The settings of a config file below what the command line says. Raises InputError if the
    file can't be used."""
    from kettext.linter.config import read_config  # tomllib is slow to load

    return under(read_config(file), command, profile)


def under(settings: Settings, command: Layer, profile: str | None) -> Settings:
    """Settings that give way to what the command line says."""
    above = (command, *settings.above) if any(command[:4]) else settings.above
    return settings._replace(above=above, profile=profile or settings.profile)


def config_file_in(folder: str) -> str | None:
    """The config file that stands in a folder."""
    for name in FILES:
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            return path
    path = os.path.join(folder, SHARED_FILE)
    return path if os.path.isfile(path) and _speaks_of_kettext(path) else None


def _speaks_of_kettext(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES)
    except OSError:
        return False
    if b"kettext" not in data or not re.search(TABLE, data):
        return False
    from kettext.linter.config import has_table  # tomllib is slow to load

    try:
        return has_table(path)
    except InputError:
        return True  # reading it says what is wrong
