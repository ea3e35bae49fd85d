"""Writing a file as a whole or not at all; loaded only where something is written."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kettext.text.source import InputError

TEMPORARY_PREFIX, TEMPORARY_SUFFIX = ".kettext-", ".tmp"


def write_bytes(path: Path, data: bytes, expected: bytes | None = None) -> None:
    """Put `data` into the file as a whole or not at all, keeping its mode and, where allowed, its
    owner.

    `expected` is what the file held when it was read; None says that there is no file yet. Links
    are followed. Raises InputError if the file has changed meanwhile, may not be written, or there
    is no room; it is then as it was.
    """
    try:
        target = path.resolve(strict=expected is not None)
        if expected is None:
            if not target.parent.is_dir():
                raise InputError("can't be written (its folder does not exist)")
            _replace(target, data, None, None)
            return
        if not os.access(target, os.W_OK):
            raise InputError("can't be written (it is read-only)")
        _check_unchanged(target, expected)
        _write_over(target, data, expected)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"can't be written ({reason})") from error


def _write_over(target: Path, data: bytes, expected: bytes) -> None:
    status = target.stat()
    if status.st_nlink > 1 or not os.access(
        target.parent, os.W_OK
    ):  # a new file would break hard links
        _write_in_place(target, data, expected)
        return
    try:
        _replace(target, data, status, expected)
    except OSError as error:
        if not os.path.ismount(target):
            raise
        del error  # a bind mount can't be replaced
        _write_in_place(target, data, expected)


def _check_unchanged(target: Path, expected: bytes) -> None:
    if target.read_bytes() != expected:
        raise InputError("was changed by another program meanwhile, so it was left alone")


def _replace(
    target: Path, data: bytes, status: os.stat_result | None, expected: bytes | None
) -> None:
    with _temporary_beside(target) as temporary:
        with open(temporary, "wb") as stream:
            stream.write(data)
            _copy_status(stream.fileno(), status)
            stream.flush()
            os.fsync(stream.fileno())
        if expected is not None:
            _check_unchanged(target, expected)
        os.replace(temporary, target)
    _sync_folder(target.parent)


@contextmanager
def _temporary_beside(target: Path) -> Iterator[str]:
    handle, name = tempfile.mkstemp(TEMPORARY_SUFFIX, TEMPORARY_PREFIX, target.parent)
    os.close(handle)
    try:
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
    with suppress(OSError):  # only root may give a file away
        os.fchown(handle, status.st_uid, status.st_gid)
    os.fchmod(handle, stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write_in_place(target: Path, data: bytes, expected: bytes) -> None:
    try:
        _overwrite(target, data)
    except OSError:
        _overwrite(target, expected)
        raise


def _overwrite(target: Path, data: bytes) -> None:
    with open(target, "r+b") as stream:
        stream.write(data)
        stream.truncate()
        stream.flush()
        os.fsync(stream.fileno())
