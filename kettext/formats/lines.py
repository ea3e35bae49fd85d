"""The line table of pasted text: what stands on each line."""

import re
from collections.abc import Iterator, Sequence

from kettext.article.nodes import NUMBER
from kettext.text.source import Source, Span
from kettext.text.value import NamedTuple

WORD = re.compile(r"[^\W\d_][\w’'&-]*")
MARKER = re.compile(r"(?:[-*+•·–▪‣◦○●■►✓✔➤→]|\(?(?:\d{1,3}|[A-Za-z])\)|\d{1,3}\.|[a-z]\.)\s+(?=\S)")
SENTENCE_ENDS = '.!?…”":)。！？'
MANY_WORDS = 22
SOME_WORDS = 9
SPACED = 0.6  # from this share of lines on


class Line(NamedTuple):
    """A block of pasted text. `gap` counts the blank lines before it; `marker` is that of a list
    item, "" if there is none; `bold` says that Markdown has it in bold as a whole; `indent` counts
    the blanks in front of it."""

    span: Span
    text: str
    gap: int
    marker: str
    word_count: int
    bold: bool = False
    indent: int = 0

    @property
    def is_prose(self) -> bool:
        """Whether it is running text rather than a heading, an item or a label."""
        return self.word_count >= MANY_WORDS or (
            self.word_count >= SOME_WORDS and self.text[-1] in SENTENCE_ENDS
        )

    @property
    def is_numbered(self) -> bool:
        """Whether its marker counts ("1.", "b)") rather than being a mere sign."""
        return any(sign.isalnum() for sign in self.marker)


def section_number(text: str) -> tuple[int, ...]:
    """The number a text begins with as headings do: "4." or "4.2", not "4"; () if there is none."""
    match = NUMBER.match(text)
    if not match or not (match["mark"] or "." in match["number"]):
        return ()
    return tuple(int(part) for part in match["number"].split("."))


def make_line(span: Span, text: str, gap: int, *, bold: bool = False, indent: int = 0) -> Line:
    marker = MARKER.match(text)
    word_count = len(WORD.findall(text))
    return Line(span, text, gap, marker[0] if marker else "", word_count, bold, indent)


def read_lines(source: Source) -> tuple[Line, ...]:
    """The lines that are not blank, each without the blanks around it."""
    return tuple(_lines(source))


def _lines(source: Source) -> Iterator[Line]:
    gap = 0
    for index, start in enumerate(source.line_starts):
        raw = source.line_text(index)
        text = raw.strip()
        if text:
            indent = len(raw) - len(raw.lstrip())
            begin = start + indent
            yield make_line(Span(begin, begin + len(text)), text, gap, indent=indent)
        gap = 0 if text else gap + 1


def is_spaced(lines: Sequence[Line]) -> bool:
    """Whether blank lines are what separates blocks."""
    return sum(line.gap > 0 for line in lines[1:]) > SPACED * (len(lines) - 1)
