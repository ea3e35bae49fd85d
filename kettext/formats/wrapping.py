"""Hard wrapping, as in mail: where lines were broken at a column, a paragraph is several lines."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from kettext.formats.lines import SPACED, Line, make_line
from kettext.text.source import Span
from kettext.text.value import Value

NARROWEST, WIDEST = 40, 120  # the columns at which people and programs wrap
BAND = 0.7  # broken lines are at least so long, measured by the column
SHARE_IN_BAND = 0.8
SHARE_BROKEN = 0.4  # of lines in the band; names and sentences begin the others
FEW_BROKEN = 3
ENOUGH_BROKEN = 4  # to be certain
STRAY = 6  # columns; what sticks out further was not broken with the rest
SLACK = 0.1  # of the column: some programs level the ends of lines rather than fill each line
SHARE_FULL = 0.9
SHARE_FILLED = 0.97  # from here on each line takes what fits into it
DENT = 3  # so many lines around a short one are full where it is one paragraph
LINE_ENDS = '.!?:;…”"'
SENTENCE_ENDS = '.!?:”")'


class Wrapping(Value):
    """`limit`: a line that could hold the next word within so many columns was ended on purpose.

    `is_certain`: next to all broken lines are full, which verse and lists are not.
    """

    width: int
    limit: float
    is_certain: bool


def wrapping_of(lines: Sequence[Line]) -> Wrapping | None:
    """How the lines of a text were wrapped, None if they were not."""
    pairs = [(before, after) for before, after in pairwise(lines) if not after.gap]
    broken = [pair for pair in pairs if _is_broken(*pair)]
    if len(broken) < FEW_BROKEN:
        return None
    lengths = sorted(_end(before) for before, _ in broken)
    longest = lengths[len(lengths) * 9 // 10]
    width = max(length for length in lengths if length <= longest + STRAY)
    if not NARROWEST <= longest <= WIDEST or _share_beyond(lines, width) > 0.5:
        return None
    in_band = sum(length >= BAND * longest for length in lengths)
    like_them = sum(BAND * longest <= _end(before) <= width for before, _ in pairs)
    if in_band < SHARE_IN_BAND * len(lengths) or len(lengths) < SHARE_BROKEN * like_them:
        return None
    long = [pair for pair in broken if _end(pair[0]) >= BAND * longest]
    limit = width if _share_full(long, width) >= SHARE_FILLED else (1 - SLACK) * width
    is_certain = len(long) >= ENOUGH_BROKEN and _share_full(long, limit) >= SHARE_FULL
    return Wrapping(width, limit, is_certain)


def joined_lines(lines: Sequence[Line], wrapping: Wrapping) -> tuple[Line, ...]:
    """The lines as they were before they were wrapped, each a block of its own."""
    breaks = [_is_full(*pair, wrapping) for pair in pairwise(lines)]
    gaps = sum(line.gap > 0 for line in lines[1:])
    ends = sum(not is_full for is_full in breaks)
    spaced = gaps > SPACED * ends  # blank lines are what ends blocks
    blocks: list[list[Line]] = []
    for index, line in enumerate(lines):
        if index and _goes_on(
            blocks[-1], line, breaks[index - 1] or (spaced and _is_dent(lines, breaks, index))
        ):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return tuple(_joined(block) for block in blocks)


def _is_dent(lines: Sequence[Line], breaks: Sequence[bool], index: int) -> bool:
    """Whether a line is too short only because words were taken out of it later on: the ones around
    it are full."""
    above = _count_full(breaks, range(index - 2, index - 2 - DENT, -1))
    below = _count_full(breaks, range(index, index + DENT))
    is_long = 2 * _end(lines[index - 1]) >= max(_end(lines[index - 2]), _end(lines[index]))
    return above > 0 and above + below >= DENT and is_long


def _count_full(breaks: Sequence[bool], places: Iterable[int]) -> int:
    full = takewhile(lambda place: 0 <= place < len(breaks) and breaks[place], places)
    return sum(1 for _ in full)


def _joined(block: Sequence[Line]) -> Line:
    if len(block) == 1:
        return block[0]
    span = Span(block[0].span.start, block[-1].span.end)
    text = " ".join(line.text for line in block)
    return make_line(span, text, block[0].gap, indent=block[0].indent)


def _goes_on(block: Sequence[Line], line: Line, is_full: bool) -> bool:
    """Whether a line is the next one of a block; `is_full` says it of the line before it."""
    first, last = block[0], block[-1]
    if line.gap:
        return False
    if line.marker:  # a dash or number of a sentence can come to stand at the start of a line
        return is_full and not first.marker and last.text[-1] not in LINE_ENDS
    if first.marker and line.indent > first.indent:
        return True
    hangs = len(block) > 1 and block[1].indent > first.indent
    if hangs and line.indent <= first.indent:
        return False
    if line.indent > last.indent and last.text[-1] in SENTENCE_ENDS:
        return False  # the first line of a paragraph is indented
    return is_full


def _is_full(line: Line, after: Line, wrapping: Wrapping) -> bool:
    """Whether a line was broken because the next word did not fit."""
    if after.gap or (_end(line) > wrapping.width + STRAY and " " in line.text):
        return False
    is_long = max(_end(line), _end(after)) >= BAND * wrapping.width
    return _needed(line, after) > wrapping.limit or (is_long and _is_broken(line, after))


def _needed(line: Line, after: Line) -> int:
    """The columns that a line and the first word of the next one take; sentences may be two blanks
    apart."""
    blanks = 2 if line.text[-1] in SENTENCE_ENDS else 1
    return _end(line) + blanks + len(after.text.split(None, 1)[0])


def _end(line: Line) -> int:
    return line.indent + len(line.text)


def _is_broken(line: Line, after: Line) -> bool:
    """Whether a line seems to go on in the next one."""
    return after.text[0].islower() and not after.marker and line.text[-1] not in LINE_ENDS


def _share_full(pairs: Sequence[tuple[Line, Line]], limit: float) -> float:
    return sum(_needed(*pair) > limit for pair in pairs) / len(pairs)


def _share_beyond(lines: Sequence[Line], width: int) -> float:
    """How much of a text stands in lines that are longer than the column."""
    total = sum(len(line.text) for line in lines)
    return sum(len(line.text) for line in lines if _end(line) > width + STRAY) / total
