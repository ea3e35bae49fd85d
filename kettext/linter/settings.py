"""The settings of a run: which checks, and what each of them is told."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kettext import checks
from kettext.kit.check import Check
from kettext.text.source import InputError

NO_OPTIONS: Mapping[str, Mapping[str, object]] = MappingProxyType({})


class Settings(NamedTuple):
    """`select` empty: all checks that are on by default. `options`: by the name of the check."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, object]] = NO_OPTIONS


def chosen_checks(settings: Settings) -> tuple[Check, ...]:
    """The checks that run. `ignore` beats `select`, a name beats its group; only a name switches on
    what is off.

    Raises InputError for a name that is neither a check nor a group.
    """
    groups_by_name = checks.names()
    for word in (*settings.select, *settings.ignore):
        _check_known(word, groups_by_name)
    names = [name for name in groups_by_name if _is_wanted(name, groups_by_name[name], settings)]
    loaded = [checks.load(name) for name in names]
    return tuple(check for check in loaded if check.on or check.name in settings.select)


def _is_wanted(name: str, group: str, settings: Settings) -> bool:
    if name in settings.ignore:
        return False
    if name in settings.select:
        return True
    if group in settings.ignore:
        return False
    return not settings.select or group in settings.select


def _check_known(word: str, groups_by_name: Mapping[str, str]) -> None:
    known = {*groups_by_name, *groups_by_name.values()}
    if word not in known:
        raise InputError(f"there is no check or group “{word}”{nearest(word, known)}")


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word nearest to a mistyped one, "" if none is near."""
    from difflib import get_close_matches  # loaded only to help with a mistake

    found = get_close_matches(word, sorted(known), 1)
    return f"; did you mean “{found[0]}”?" if found else ""
