"""What files were before their last fix, kept in the user's state folder so that `undo` can put it
back."""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_state_path

from kettext.text.source import InputError, read_bytes
from kettext.text.writing import write_bytes

MOST_BYTES = 200_000_000  # of all copies together; the oldest go first
NO_COPY = "has no fix to undo"


@dataclass(frozen=True, slots=True)
class Copy:
    """One file's bytes before its last fix, and the digest of what the fix wrote."""

    data: bytes
    written: str


def keep(path: Path, data: bytes, new: bytes) -> None:
    """Remember that a fix is about to write `new` over `data`. Raises InputError if there is no
    room."""
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        base = folder / _key(path)
        _write(base.with_suffix(".orig"), data)
        record = {"path": str(path.resolve()), "written": _digest(new), "before": _digest(data)}
        _write(base.with_suffix(".json"), json.dumps(record).encode("utf-8"))
    except OSError as error:
        raise InputError(f"the copy for undo can't be kept ({error.strerror or error})") from error


def kept_at(path: Path) -> Path:
    """Where the bytes of a file before its last fix are kept."""
    return (_folder() / _key(path)).with_suffix(".orig")


def make_room() -> None:
    """Drop the oldest copies if there are too many, but never the newest one; to be called once
    after all that keep() was called for."""
    with suppress(OSError):  # somebody else is at it
        _drop_oldest(_folder())


def undo(path: Path) -> None:
    """Put back what the file was before its last fix. Raises InputError if there is none, or it was
    edited since."""
    copy = _copy(path)
    present = read_bytes(path)
    if _digest(present) != copy.written:
        raise InputError("has changed since its last fix, so it was left alone")
    write_bytes(path, copy.data, expected=present)
    forget(path)


def forget(path: Path) -> None:
    """Drop the copy of a file."""
    base = _folder() / _key(path)
    for suffix in (".json", ".orig"):
        with suppress(OSError):
            base.with_suffix(suffix).unlink()


def _copy(path: Path) -> Copy:
    if not os.path.exists(path):  # Path.exists() may raise
        raise InputError("does not exist")
    if path.is_dir():
        raise InputError("is a folder; name the files in it")
    base = _folder() / _key(path)
    try:
        record = json.loads(base.with_suffix(".json").read_bytes())
        data = base.with_suffix(".orig").read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(NO_COPY) from error
    if not isinstance(record, dict) or record.get("before") != _digest(data):
        raise InputError(NO_COPY)
    return Copy(data, str(record.get("written")))


def _folder() -> Path:
    return user_state_path("kettext") / "undo"


def _key(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(path: Path, data: bytes) -> None:
    temporary = path.with_suffix(path.suffix + ".new")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def _drop_oldest(folder: Path) -> None:
    found = [(entry.stat(), Path(entry.path)) for entry in os.scandir(folder)]
    copies = [(status, path) for status, path in found if path.suffix == ".orig"]
    total = 0
    for number, (status, path) in enumerate(sorted(copies, key=_age)):
        total += status.st_size
        if total > MOST_BYTES and number:
            path.with_suffix(".json").unlink(missing_ok=True)
            path.unlink(missing_ok=True)


def _age(copy: tuple[os.stat_result, Path]) -> float:
    return -copy[0].st_mtime
