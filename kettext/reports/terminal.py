"""What goes to a terminal: cleaned of control characters, measured in columns, coloured where
wanted."""

import os
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TextIO

from kettext.text import prose
from kettext.text.value import Value

NARROWEST, USUAL, WIDEST = 40, 80, 100
ELLIPSIS = "…"
INVISIBLE = frozenset(
    {"Cc", "Cf", "Cs", "Zl", "Zp"}
)  # controls, formats such as bidi marks, separators
WIDE = frozenset("WF")
NO_WIDTH = frozenset({"Mn", "Me", "Cf"})


class Paint(StrEnum):
    """The colours in use, as the codes a terminal knows."""

    BOLD = "1"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    BLUE = "34"
    DIM = "2"


class Look(Value):
    """How a report for people looks: in colour or not, how wide, and how much of it."""

    color: bool = False
    width: int = USUAL
    verbose: bool = False
    quiet: bool = False

    def paint(self, text: str, *paints: Paint) -> str:
        return f"\x1b[{';'.join(paints)}m{text}\x1b[0m" if self.color and text else text


def wants_color(choice: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour: the option decides, then NO_COLOR, FORCE_COLOR, TERM=dumb, then whether it
    is a terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return environment.get("TERM") != "dumb" and stream.isatty()


def terminal_width(stream: TextIO, environment: Mapping[str, str] = os.environ) -> int:
    """How wide a report may be: as wide as COLUMNS says, else as the terminal, within reason."""
    said = environment.get("COLUMNS", "")
    width = int(said) if said.isdecimal() else _measured_width(stream)
    return max(NARROWEST, min(WIDEST, width))


def _measured_width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return USUAL


def safe(text: str) -> str:
    """The text with every character that could steer a terminal shown instead of sent."""
    if text.isprintable():
        return text
    return "".join(sign if _is_harmless(sign) else _shown(sign) for sign in text)


def _is_harmless(sign: str) -> bool:
    return unicodedata.category(sign) not in INVISIBLE


def _shown(sign: str) -> str:
    code = ord(sign)
    if sign == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def columns(text: str) -> int:
    """How many columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return len(text) + sum(_column_count(sign) - 1 for sign in text if sign > "\x7f")


def _column_count(sign: str) -> int:
    if unicodedata.category(sign) in NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in WIDE else 1


def crop(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """A part of a line that fits the width and shows `[start, end)` of it, with the new offsets."""
    if columns(line) <= width:
        return line, start, end
    first = max(0, min(start - width // 4, len(line) - width))
    before = ELLIPSIS if first else ""
    part = before + line[first + len(before) :]
    start, end = start - first, end - first
    kept = _fitting(part, width - 1)
    if kept == part:
        return part, start, end
    return kept + ELLIPSIS, min(start, len(kept)), min(end, len(kept))


def _fitting(text: str, width: int) -> str:
    taken = 0
    for index, sign in enumerate(text):
        taken += _column_count(sign)
        if taken > width:
            return text[:index]
    return text


def wrapped(text: str, width: int, first: str, other: str) -> str:
    """The words of a text in lines of at most `width` columns, with what each line begins with."""
    lines: list[list[str]] = [[]]
    taken, indent = columns(first), columns(other)
    for word in safe(" ".join(text.split())).split(" "):
        size = columns(word)
        if lines[-1] and taken + 1 + size > width:
            lines.append([])
            taken = indent
        taken += size + bool(lines[-1])
        lines[-1].append(word)
    return "\n".join(
        (first if index == 0 else other) + " ".join(line) for index, line in enumerate(lines)
    )


def shortened(text: str, width: int) -> str:
    """The text in one line of at most `width` characters, for a terminal."""
    return safe(prose.shortened(text, width))


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 finding", "2 findings"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
