"""Whether a path matches a pattern such as `docs/**`. Written so that no pattern is slow."""

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase

ANY_DEPTH = "**"


def matches(glob: str, path: str, folder: str = "") -> bool:
    """Whether a file matches a pattern whose folder is given ("": the working directory).

    `*` and `?` stand for characters of one name, `**` for any number of folders; a pattern without
    “/” is about the name of the file, in whatever folder.
    """
    inside = os.path.relpath(path, folder or os.curdir).replace(os.sep, "/")
    if inside.startswith("../"):
        return False
    parts = glob.removeprefix("./").rstrip("/").split("/")
    return _matches([ANY_DEPTH, *parts] if len(parts) == 1 else parts, inside.split("/"))


def _matches(patterns: Sequence[str], names: Sequence[str]) -> bool:
    """Names against patterns, from the left; at a failure the last `**` takes one name more."""
    index = at = 0
    retry: tuple[int, int] | None = None
    while at < len(names):
        if index < len(patterns) and patterns[index] == ANY_DEPTH:
            index += 1
            retry = (index, at)
        elif index < len(patterns) and fnmatchcase(names[at], patterns[index]):
            index += 1
            at += 1
        elif retry:
            index, at = retry[0], retry[1] + 1
            retry = (index, at)
        else:
            return False
    return all(pattern == ANY_DEPTH for pattern in patterns[index:])
