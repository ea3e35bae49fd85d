"""The line table of pasted text: what stands on each line, and whether lines are wrapped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kettext.article.nodes import NUMBER
from kettext.text.source import Source, Span

WORD = re.compile(r"[^\W\d_][\w’'&-]*")
MARKER = re.compile(r"(?:[-*+•·–▪‣◦○●■►✓✔➤→]|\(?(?:\d{1,3}|[A-Za-z])\)|\d{1,3}\.|[a-z]\.)\s+(?=\S)")
SENTENCE_ENDS = '.!?…”":)。！？'
MANY_WORDS = 22
SOME_WORDS = 9
SPACED = 0.6  # from this share of lines on

NARROWEST, WIDEST = 40, 120  # the columns at which people and programs wrap
BAND = 0.7  # wrapped lines are at least so long, measured by the longest of them
FEW_WRAPPED = 3
SHARE_WRAPPED = 0.4
LINE_ENDS = '.!?:;…”"'


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A block of pasted text. `gap` counts the blank lines before it; `marker` is that of a list
    item, "" if there is none; `bold` says that Markdown has it in bold as a whole."""

    span: Span
    text: str
    gap: int
    marker: str
    word_count: int
    bold: bool = False

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


def make_line(span: Span, text: str, gap: int, *, bold: bool = False) -> Line:
    marker = MARKER.match(text)
    return Line(span, text, gap, marker[0] if marker else "", len(WORD.findall(text)), bold)


def read_lines(source: Source) -> tuple[Line, ...]:
    """The lines that are not blank, each without the blanks around it."""
    return tuple(_lines(source))


def _lines(source: Source) -> Iterator[Line]:
    gap = 0
    for index, start in enumerate(source.line_starts):
        raw = source.line_text(index)
        text = raw.strip()
        if text:
            begin = start + len(raw) - len(raw.lstrip())
            yield make_line(Span(begin, begin + len(text)), text, gap)
        gap = 0 if text else gap + 1


def is_spaced(lines: Sequence[Line]) -> bool:
    """Whether blank lines are what separates blocks."""
    return sum(line.gap > 0 for line in lines[1:]) > SPACED * (len(lines) - 1)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines were broken at a column, as in mail: then a paragraph is several lines."""
    pairs = [
        (len(before.text), after.text[0].islower() and before.text[-1] not in LINE_ENDS)
        for before, after in pairwise(lines)
        if not after.gap
    ]
    broken = sorted(length for length, is_broken in pairs if is_broken)
    if len(broken) < max(FEW_WRAPPED, SHARE_WRAPPED * len(pairs)):
        return False
    longest = broken[len(broken) * 9 // 10]
    in_band = sum(length >= BAND * longest for length in broken)
    return NARROWEST <= longest <= WIDEST and in_band >= 0.8 * len(broken)


def joined_blocks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The blocks of wrapped text: what stands between blank lines is one."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return tuple(
        make_line(
            Span(block[0].span.start, block[-1].span.end),
            " ".join(line.text for line in block),
            block[0].gap,
        )
        for block in blocks
    )
