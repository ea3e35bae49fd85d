"""Lines that are bold as a whole and stand where headings do: so some authors write headings."""

from collections.abc import Container, Sequence

from kettext.formats.layout import kind_of
from kettext.formats.lines import Line
from kettext.formats.refusals import is_no_heading
from kettext.formats.speech import asked_lines

FEWEST_BOLD = 3
FEWEST_LABELS = 2  # where none of them could be a sentence that is merely stressed
MOST_WORDS, MOST_QUESTION_WORDS = 30, 50
STOPS = ".;,:"
MOST_STOPPED = 0.5  # so many may end in a full stop; more of them are sentences that are stressed
LABELS = ("label", "word")


def bold_headings(lines: Sequence[Line], fixed: Container[int]) -> tuple[int, ...]:
    """The lines by which a text shows that it has its headings in bold; none where it has not."""
    asked = asked_lines(lines)
    found = tuple(
        index
        for index in range(len(lines))
        if index not in asked and _may_be_heading(lines, fixed, index)
    )
    stopped = sum(lines[index].text[-1] in STOPS for index in found)
    are_labels = all(
        kind_of(lines[index]) in LABELS and lines[index + 1].is_prose for index in found
    )
    fewest = FEWEST_LABELS if are_labels else FEWEST_BOLD
    return found if len(found) >= fewest and stopped <= MOST_STOPPED * len(found) else ()


def _may_be_heading(lines: Sequence[Line], fixed: Container[int], index: int) -> bool:
    """Whether a line is bold, not too long, and has something below it that it can be above."""
    line, below = lines[index], index + 1
    if not line.bold or index in fixed or below == len(lines) or is_no_heading(line):
        return False
    most = MOST_QUESTION_WORDS if line.text[-1] == "?" else MOST_WORDS
    return (
        line.word_count <= most
        and line.text[-1] not in ",;:"
        and (not lines[below].bold or lines[below].gap > 0)
    )
