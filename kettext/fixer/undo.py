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
        _drop_oldest(folder, base.name)
    except OSError as error:
        raise InputError(f"the copy for undo can't be kept ({error.strerror or error})") from error


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
    if not path.exists():
        raise InputError("does not exist")
    if path.is_dir():
        raise InputError("is a folder; name the files in it")
    base = _folder() / _key(path)
    try:
        record = json.loads(base.with_suffix(".json").read_bytes())
        data = base.with_suffix(".orig").read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(NO_COPY) from error
    if record.get("before") != _digest(data):
        raise InputError(NO_COPY)
    return Copy(data, record["written"])


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


def _drop_oldest(folder: Path, newest: str) -> None:
    copies = sorted(folder.glob("*.orig"), key=lambda copy: copy.stat().st_mtime, reverse=True)
    total = 0
    for copy in copies:
        total += copy.stat().st_size
        if total > MOST_BYTES and copy.stem != newest:
            copy.with_suffix(".json").unlink(missing_ok=True)
            copy.unlink(missing_ok=True)
