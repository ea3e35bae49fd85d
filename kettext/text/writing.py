"""Writing a file as a whole or not at all; loaded only where something is written."""

import errno
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from kettext.text.source import InputError

TEMPORARY_PREFIX, TEMPORARY_SUFFIX = ".kettext-", ".tmp"
TEMPORARY = re.compile(r"\.kettext-\w{8}\.tmp")
STALE_AFTER = 60  # seconds; no write takes so long, so the process that began it was killed
# The folder lets nobody put another file in place of this one: a bind mount, somebody else's folder
IRREPLACEABLE = (errno.EBUSY, errno.EACCES, errno.EPERM)
MEANWHILE = "was changed by another program meanwhile, so it was left alone"


class TornError(InputError):
    """The file could only be written piece by piece, and that ended halfway."""


def write_bytes(path: Path, data: bytes, expected: bytes | None = None) -> None:
    """Put `data` into the file as a whole or not at all, keeping its mode and, where allowed, its
    owner.

    `expected` is what the file held when it was read; None says that there is no file yet. Links
    are followed. Raises InputError if the file has changed meanwhile, may not be written, or there
    is no room; it is then as it was, but for TornError.
    """
    with _said_plainly():
        target = path.resolve(strict=expected is not None)
        if expected is None:
            if os.path.islink(path):
                raise InputError("can't be written (it is a link that leads nowhere)")
            _create(target, data, None)
            return
        if not _may_write(target):
            raise InputError("can't be written (it is read-only)")
        _check_unchanged(target, expected)
        _write_over(target, data, expected)


def write_copy(path: Path, data: bytes, like: Path) -> None:
    """Make a file with the mode and, where allowed, the owner of another one. Raises InputError if
    something stands there already, or it can't be written; links are not followed."""
    with _said_plainly():
        _create(path.absolute(), data, like.stat())


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"can't be written ({reason})") from error
    except RuntimeError as error:  # what resolve() says of a link that leads to itself
        raise InputError("can't be written (it is a link that leads in a circle)") from error


def _create(target: Path, data: bytes, status: os.stat_result | None) -> None:
    if not target.parent.is_dir():
        raise InputError("can't be written (its folder does not exist)")
    _sweep(target.parent)
    with _written_beside(target, data, status) as temporary:
        _link(temporary, target)
    _sync_folder(target.parent)


def _link(temporary: str, target: Path) -> None:
    """Give a file its name, unless something has it already."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise InputError(MEANWHILE) from None
    except (OSError, AttributeError):  # not every system has hard links
        if os.path.lexists(target):
            raise InputError(MEANWHILE) from None
        os.replace(temporary, target)


def _may_write(path: Path) -> bool:
    as_written = os.access in os.supports_effective_ids
    return os.access(path, os.W_OK, effective_ids=as_written)


def _write_over(target: Path, data: bytes, expected: bytes) -> None:
    status = target.stat()
    if status.st_nlink > 1 or not _may_write(target.parent):  # a new file would break hard links
        _write_in_place(target, data, expected)
        return
    try:
        _replace(target, data, status, expected)
    except OSError as error:
        if error.errno not in IRREPLACEABLE:
            raise
        _check_unchanged(target, expected)
        _write_in_place(target, data, expected)


def _check_unchanged(target: Path, expected: bytes) -> None:
    if target.read_bytes() != expected:
        raise InputError(MEANWHILE)


def _replace(target: Path, data: bytes, status: os.stat_result, expected: bytes) -> None:
    _sweep(target.parent)
    with _written_beside(target, data, status) as temporary:
        _check_unchanged(target, expected)
        os.replace(temporary, target)
    _sync_folder(target.parent)


@contextmanager
def _written_beside(target: Path, data: bytes, status: os.stat_result | None) -> Iterator[str]:
    """A file with these bytes in the folder of the target; it is gone afterwards, unless it has got
    another name."""
    handle, name = tempfile.mkstemp(TEMPORARY_SUFFIX, TEMPORARY_PREFIX, target.parent)
    try:
        with open(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _copy_status(stream.fileno(), status)
            os.fsync(stream.fileno())
        yield name
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _copy_status(handle: int, status: os.stat_result | None) -> None:
    if status is None:
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(handle, 0o666 & ~mask)
        return
    try:
        os.fchown(handle, status.st_uid, status.st_gid)
    except OSError:  # only root may give a file away; to a group of one's own anybody may
        with suppress(OSError):
            os.fchown(handle, -1, status.st_gid)
    os.fchmod(handle, stat.S_IMODE(status.st_mode))


@lru_cache(maxsize=256)
def _sweep(folder: Path) -> None:
    """Remove what runs that were killed have left in a folder; once in a run."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if TEMPORARY.fullmatch(entry.name) and _is_stale(entry):
                with suppress(OSError):
                    os.unlink(entry.path)


def _is_stale(entry: os.DirEntry[str]) -> bool:
    status = entry.stat(follow_symlinks=False)
    return stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > STALE_AFTER


def _sync_folder(folder: Path) -> None:
    """Make a new name last. That the folder can't be opened or synced undoes nothing."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_in_place(target: Path, data: bytes, expected: bytes) -> None:
    try:
        _overwrite(target, data)
    except BaseException as error:  # also where the user interrupts it
        with suppress(OSError):
            _overwrite(target, expected)
        if target.read_bytes() != expected:
            raise TornError(f"was torn while it was written ({error})") from error
        raise


def _overwrite(target: Path, data: bytes) -> None:
    with open(target, "r+b") as stream:
        stream.write(data)
        stream.truncate()
        stream.flush()
        os.fsync(stream.fileno())
