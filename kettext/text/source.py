"""What stands in a file: its text, its encoding, its lines; reading it and writing it back."""

import codecs
import os
import re
import stat
import tempfile
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

NEWLINE = re.compile(r"\r\n|\r|\n")  # str.splitlines() also splits at VT, FF, NEL and U+2028
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
TEMPORARY_PREFIX, TEMPORARY_SUFFIX = ".kettext-", ".tmp"


class InputError(Exception):
    """What was given can't be used; the message is one line for users, without the path."""


class Span(NamedTuple):
    """Half-open offsets `[start, end)` into the source text, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two overlap or stand side by side."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """What people are shown of an offset: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The decoded text of one article, newlines as they stand in the file, without the byte-order
    mark."""

    text: str
    line_starts: tuple[int, ...]
    byte_order_mark: bytes = b""

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def line_index(self, offset: int) -> int:
        """The line an offset stands in, counted from 0."""
        return bisect_right(self.line_starts, offset) - 1

    def position(self, offset: int) -> Position:
        line = self.line_index(offset)
        return Position(line + 1, offset - self.line_starts[line] + 1)

    def line_span(self, index: int) -> Span:
        """Line `index` (from 0) with its newline."""
        following = index + 1
        end = self.line_starts[following] if following < len(self.line_starts) else len(self.text)
        return Span(self.line_starts[index], end)

    def line_text(self, index: int) -> str:
        """Line `index` (from 0) without its newline."""
        return self.slice(self.line_span(index)).rstrip("\r\n")

    def newline(self) -> str:
        """The line end that this text uses most; a text of one line gets "\\n"."""
        counted = Counter(NEWLINE.findall(self.text)).most_common(1)
        return counted[0][0] if counted else "\n"

    def with_text(self, text: str) -> "Source":
        """Another text that is written in the same encoding."""
        return source_of(text, self.byte_order_mark)

    def encode(self) -> bytes:
        """The bytes of the file."""
        encoding = BYTE_ORDER_MARKS.get(self.byte_order_mark, "utf-8")
        return self.byte_order_mark + self.text.encode(encoding)


def source_of(text: str, byte_order_mark: bytes = b"") -> Source:
    """The source of a text that is already decoded.

    Raises InputError if the text holds NUL characters or lone surrogates, which no file of text
    has.
    """
    if "\0" in text:
        raise InputError("is not text (it contains NUL bytes)")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"is not text (half of a surrogate pair at character {error.start + 1})"
        ) from error
    starts = (0, *(match.end() for match in NEWLINE.finditer(text)))
    return Source(text, starts, byte_order_mark)


def decode(data: bytes) -> Source:
    """The source of a file's bytes: UTF-8 with or without a byte-order mark, UTF-16 only with one.

    Raises InputError for other encodings and for binary files.
    """
    mark = next((mark for mark in BYTE_ORDER_MARKS if data.startswith(mark)), b"")
    encoding = BYTE_ORDER_MARKS.get(mark, "utf-8")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise InputError("is not text (it contains NUL bytes)") from error
        place = error.start + len(mark) + 1
        raise InputError(
            f"is not {encoding.upper()} text (byte {place} can't be decoded)"
        ) from error
    return source_of(text, mark)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file. Raises InputError for what is none, or can't be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError("is not a regular file")
        return path.read_bytes()
    except OSError as error:
        raise InputError(reason_of(error)) from error


def reason_of(error: OSError) -> str:
    """Why the system refused, as a phrase that can follow a path."""
    return {
        FileNotFoundError: "does not exist",
        PermissionError: "can't be accessed (permission denied)",
        IsADirectoryError: "is a folder",
    }.get(type(error), f"can't be accessed ({(error.strerror or str(error)).lower()})")


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
        raise InputError(reason_of(error).replace("accessed", "written")) from error


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
