"""Config files: what they hold, and the settings that come of it. They are data, nothing more: no
code, no address, no file outside the repository."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit.check import Check
from kettext.kit.finding import Severity, quoted
from kettext.linter.custom import custom_check
from kettext.linter.folders import MOST_BYTES, SHARED_FILE
from kettext.linter.schema import CHOOSING, ROOT, validate
from kettext.linter.settings import (
    CUSTOM,
    GENERAL,
    NUMBERING,
    Layer,
    PathRule,
    Said,
    Settings,
    check_known,
    known_words,
)
from kettext.text.source import InputError, read_bytes
from kettext.text.value import NamedTuple

MOST_FILES = 10  # that extend one another
ADDING = ("extend-select", "extend-ignore")  # lists that add to those of the file below
# a key of so many parts that reading it would take minutes
ENDLESS_KEY = r"""(?<![\w"'.-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){50}"""
DOMAIN = r"[\w-]++(?:\.[\w-]++)++"
Key = tuple[str, ...]


class Entry(NamedTuple):
    """The value of a key, and the file it stands in."""

    value: object
    file: str


Entries = dict[Key, Entry]


def read_config(path: str) -> Settings:
    """The settings in a config file and those that it extends.

    Raises InputError, with one line that names the file, if one can't be used.
    """
    entries: Entries = {}
    for file, table in reversed(_chain(path)):
        _merge(entries, file, table)
    return _settings(entries, path)


def has_table(path: str) -> bool:
    """Whether a pyproject.toml speaks to kettext. Raises InputError if it can't be read."""
    return "kettext" in _tools(_parsed(path))


def shown_path(path: str) -> str:
    """A file as people are told it: from the working directory if it lies below."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative


def _chain(path: str) -> list[tuple[str, Mapping[str, object]]]:
    """The file, the one it extends, and so on; each is checked."""
    found: list[tuple[str, Mapping[str, object]]] = []
    seen: set[str] = set()
    root = os.path.realpath(_root(path))
    while True:
        seen.add(os.path.realpath(path))
        table = _table(path)
        found.append((path, table))
        if "extend" not in table:
            return found
        following = _extended(path, str(table["extend"]), root)
        if os.path.realpath(following) in seen:
            raise _wrong(path, "“extend” goes round in a circle")
        if len(found) == MOST_FILES:
            raise _wrong(path, f"more than {MOST_FILES} files extend one another")
        path = following


def _root(path: str) -> str:
    """The folder that no config file may reach out of: that of the repository, else the file's."""
    folder = os.path.dirname(os.path.abspath(path))
    here = folder
    while not os.path.exists(os.path.join(here, ".git")):
        if os.path.dirname(here) == here:
            return folder
        here = os.path.dirname(here)
    return here


def _extended(path: str, name: str, root: str) -> str:
    if "://" in name:
        raise _wrong(path, "“extend” takes a file, not an address")
    if "\0" in name:
        raise _wrong(path, "“extend” holds a NUL character")
    following = os.path.join(os.path.dirname(os.path.abspath(path)), name)
    real = os.path.realpath(following)
    if os.path.commonpath([root, real]) != root:
        raise _wrong(path, f"“extend” leads out of the repository to {quoted(name)}")
    return os.path.normpath(following)


def _table(path: str) -> Mapping[str, object]:
    parsed = _parsed(path)
    if os.path.basename(path) == SHARED_FILE:
        if "kettext" not in _tools(parsed):
            raise _wrong(path, "has no table [tool.kettext]")
        table = _tools(parsed)["kettext"]
    else:
        table = parsed
    try:
        validate(table, ROOT, ("tool.kettext",) if not isinstance(table, dict) else ())
    except InputError as error:
        raise _wrong(path, str(error)) from error
    assert isinstance(table, dict)
    return table


def _tools(parsed: Mapping[str, object]) -> Mapping[str, object]:
    tools = parsed.get("tool")
    return tools if isinstance(tools, dict) else {}


def _parsed(path: str) -> Mapping[str, object]:
    try:
        data = read_bytes(Path(path))
        if len(data) > MOST_BYTES:
            raise InputError("is larger than 1 MB, which no config file needs to be")
        text = data.decode("utf-8-sig")
        if re.search(ENDLESS_KEY, text):
            raise InputError("is nested too deeply")
        return tomllib.loads(text)
    except InputError as error:
        raise _wrong(path, str(error)) from error
    except UnicodeDecodeError as error:
        raise _wrong(path, f"is not UTF-8 text (byte {error.start + 1})") from error
    except RecursionError as error:
        raise _wrong(path, "is nested too deeply") from error
    except ValueError as error:  # also what tomllib says of a number that is too long
        raise _wrong(path, f"is not valid TOML: {error}") from error


def _wrong(path: str, message: str) -> InputError:
    joint = " " if message.startswith(("is ", "has ", "does ", "can't ")) else ": "
    return InputError(f"{shown_path(path)}{joint}{message}")


def _merge(entries: Entries, file: str, table: Mapping[str, object]) -> None:
    """Put the keys of a file in place of those of the files it extends; some lists add up, and
    what it selects is no longer ignored because a file below says so."""
    named = {word for key in ("select", "extend-select") for word in _words(table.get(key))}
    for key in ("ignore", "extend-ignore"):
        if (key,) in entries:
            below = entries[key,]
            kept = [word for word in _words(below.value) if word not in named]
            entries[key,] = below._replace(value=kept)
    for path, value in _flat(table, os.path.dirname(os.path.abspath(file))):
        below_it = entries.pop(path, None)
        if below_it and path[0] in ADDING:
            value = [*_words(below_it.value), *_words(value)]
        entries[path] = Entry(value, file)


def _flat(table: Mapping[str, object], folder: str) -> Iterator[tuple[Key, object]]:
    """Every single setting of a file with the keys on the way there."""
    for key, value in table.items():
        if key == CUSTOM and isinstance(value, list):
            yield from (((CUSTOM, str(custom["name"])), custom) for custom in value)
        elif key == "per-path" and isinstance(value, dict):
            for glob, rule in value.items():
                yield from (((key, folder, glob, inner), rule[inner]) for inner in rule)
        elif isinstance(value, dict):
            yield from (((key, *rest), inner) for rest, inner in _flat(value, folder))
        elif key != "extend":
            yield (key,), value


def _words(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()


def _settings(entries: Entries, path: str) -> Settings:
    profile = entries.get(("profile",))
    custom = tuple(_custom(entry) for key, entry in entries.items() if key[0] == CUSTOM)
    settings = Settings(
        **{key.replace("-", "_"): _list(entries, (key,)) for key in CHOOSING},  # type: ignore[arg-type]  # four lists
        options=_options(entries),
        severity={
            key[1]: Severity[str(entry.value).upper()]
            for key, entry in entries.items()
            if key[0] == "severity"
        },
        profile=str(profile.value) if profile else GENERAL,
        per_path=tuple(_rules(entries)),
        custom=custom,
        never=_list(entries, ("fix", "never")),
        protect=_list(entries, ("fix", "protect")),
        numbering=str(entries["fix", "numbering"].value)
        if ("fix", "numbering") in entries
        else NUMBERING[0],
        sources=SourceRules(*(_list(entries, ("sources", key)) for key in SourceRules._fields)),
        origin=shown_path(path),
        said=tuple(_said(key, entry) for key, entry in entries.items()),
    )
    _check_words(entries, settings)
    if not all(map(str.strip, settings.protect)):
        raise _wrong(entries["fix", "protect"].file, "“fix.protect” holds an empty text")
    _check_domains(entries)
    return settings


def _check_domains(entries: Entries) -> None:
    """Raises InputError for a source that is no domain."""
    for key, entry in entries.items():
        if "sources" not in key:
            continue
        for word in _words(entry.value):
            if not re.fullmatch(DOMAIN, word):
                raise _wrong(
                    entry.file,
                    f"{quoted(word)} in “{'.'.join(key)}” is no domain such as agency.example",
                )


def _list(entries: Entries, key: Key) -> tuple[str, ...]:
    return _words(entries[key].value) if key in entries else ()


def _custom(entry: Entry) -> Check:
    table = entry.value
    assert isinstance(table, dict)
    try:
        return custom_check(table)
    except InputError as error:
        name = quoted(str(table["name"]))
        raise _wrong(entry.file, f"the check {name} in [[custom]]: {error}") from error


def _options(entries: Entries) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for key, entry in entries.items():
        if key[0] != "checks":
            continue
        value = _words(entry.value) if isinstance(entry.value, list) else entry.value
        options = found.setdefault(key[1], {})
        if key[2] == "sources":  # the one option that is a table
            rules = options.get(key[2], NO_RULES)
            assert isinstance(rules, SourceRules)
            options[key[2]] = rules._replace(**{key[3]: _words(value)})
        else:
            options[key[2].replace("-", "_")] = value
    return found


def _rules(entries: Entries) -> Iterator[PathRule]:
    """The rules for paths, in order; where two hold, the later one wins."""
    paths = {key[1:3]: entry.file for key, entry in entries.items() if key[0] == "per-path"}
    for (folder, glob), file in paths.items():
        lists = [_list(entries, ("per-path", folder, glob, key)) for key in CHOOSING]
        origin = f'{shown_path(file)} [per-path."{glob}"]'
        layer = Layer(*lists)._replace(origin=origin)  # type: ignore[arg-type]  # none of them
        yield PathRule(glob, layer, folder)


def _said(key: Key, entry: Entry) -> Said:
    name = f'per-path."{key[2]}".{key[3]}' if key[0] == "per-path" else ".".join(key)
    return Said(name, entry.value, shown_path(entry.file))


def _check_words(entries: Entries, settings: Settings) -> None:
    """Raises InputError for the first name that is neither a check nor a group."""
    known = known_words(settings.names)
    for key, entry in entries.items():
        if key[-1] not in (*CHOOSING, "never") or key[0] in ("checks", CUSTOM):
            continue
        for word in _words(entry.value):
            try:
                check_known(word, known)
            except InputError as error:
                raise _wrong(entry.file, f"{error} (in “{key[-1]}”)") from error
