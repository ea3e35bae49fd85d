"""What stands in a file: its text, its encoding, its lines, and reading it."""

import codecs
import re
import stat
from bisect import bisect_right
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

MOST_BYTES = 10_000_000
NEWLINE = re.compile(r"\r\n|\r|\n")  # str.splitlines() also splits at VT, FF, NEL and U+2028
LINE_FEED = re.compile(r"\n")
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
USUAL_BLANKS = "\t\n\r\u00a0"
BLANK_LETTERS = "\u3164\uffa0\ufffc"  # Python calls these printable


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


class Columns(NamedTuple):
    """One column, counted from 1, in code points, in UTF-16 units and in UTF-8 bytes."""

    code_points: int
    utf16: int
    utf8: int


class Source:
    """The decoded text of one article, newlines as they stand in the file, without the byte-order
    mark."""

    __slots__ = ("byte_order_mark", "line_starts", "text")

    def __init__(
        self, text: str, line_starts: tuple[int, ...], byte_order_mark: bytes = b""
    ) -> None:
        self.text: Final = text
        self.line_starts: Final = line_starts
        self.byte_order_mark: Final = byte_order_mark

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def line_index(self, offset: int) -> int:
        """The line an offset stands in, counted from 0."""
        return bisect_right(self.line_starts, offset) - 1

    def lines_down(self, above: Span, below: Span) -> int:
        """How many lines lie between the end of one stretch and the start of another: 1 if it
        begins on the next line, 2 with a blank line between."""
        return self.line_index(below.start) - self.line_index(above.end - 1)

    def position(self, offset: int) -> Position:
        line = self.line_index(offset)
        return Position(line + 1, offset - self.line_starts[line] + 1)

    def columns(self, offset: int) -> Columns:
        """The column of an offset in each of the units that other programs count in."""
        line = self.text[self.line_starts[self.line_index(offset)] : offset]
        return Columns(
            len(line) + 1, len(line.encode("utf-16-le")) // 2 + 1, len(line.encode("utf-8")) + 1
        )

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
    newline = NEWLINE if "\r" in text else LINE_FEED  # which is found much faster
    starts = (0, *map(re.Match.end, newline.finditer(text)))
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
            f"is not {encoding.upper()} text (byte {place} can't be decoded); save it as UTF-8"
        ) from error
    return source_of(text, mark)


def is_printed(text: str) -> bool:
    """Whether each character of a text shows or is a usual blank."""
    for blank in USUAL_BLANKS:
        text = text.replace(blank, " ")
    return text.isprintable() and not any(letter in text for letter in BLANK_LETTERS)


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """The bytes of a regular file, of at most `most` bytes. Raises InputError for anything else."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("is not a regular file")
        if most is not None and status.st_size > most:
            raise InputError(too_large(most))
        return path.read_bytes()
    except OSError as error:
        raise InputError(reason_of(error)) from error


def too_large(most: int) -> str:
    """What is said of a file of more than `most` bytes."""
    size = f"{most / 1e6:g} MB" if most >= 1e6 else f"{most / 1e3:g} kB"
    return f"is larger than {size}, the most that is read (see --max-size)"


def reason_of(error: OSError) -> str:
    """Why the system refused, as a phrase that can follow a path."""
    return {
        FileNotFoundError: "does not exist",
        PermissionError: "can't be accessed (permission denied)",
        IsADirectoryError: "is a folder",
    }.get(type(error), f"can't be accessed ({(error.strerror or str(error)).lower()})")
