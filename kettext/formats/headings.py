"""Which lines of pasted text are headings: by a score, and by what the whole document shows."""

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from kettext.formats.bold import bold_headings
from kettext.formats.features import features
from kettext.formats.layout import Layout, layout_of
from kettext.formats.lines import Line
from kettext.formats.patterns import answered_questions, lines_that_open_alike
from kettext.formats.refusals import is_no_heading
from kettext.formats.series import numbered_series
from kettext.formats.speech import are_speakers, spoken_lines
from kettext.formats.weights import WEIGHTS
from kettext.text.prose import normalised

MOST_WORDS = 30
SERIES_CONFIDENCE, ALIKE_CONFIDENCE, QUESTION_CONFIDENCE = 0.99, 0.9, 0.85
BOLD_CONFIDENCE = 0.9
LEAST_PROSE = 0.25  # of all words
THRESHOLD, HIGH_CONFIDENCE = 0.5, 0.9


def heading_confidences(
    lines: Sequence[Line],
    fixed: Container[int],
    *,
    only_certain: bool = False,
    weights: Mapping[str, float] = WEIGHTS,
) -> dict[int, float]:
    """How sure it is that a line is a heading, for each that may be one; from THRESHOLD on it is.

    `fixed` are not to be judged. A heading that is said twice in a row is judged once.
    """
    places = said_once(lines)
    shown = [lines[index] for index in places]
    hidden = {index for index, place in enumerate(places) if place in fixed}
    found = _judged(shown, hidden, only_certain, weights)
    by_line = {places[index]: confidence for index, confidence in found.items()}
    for before, index in pairwise(range(len(lines))):
        if before in by_line and _repeats(lines, index) and index not in fixed:
            by_line[index] = by_line[before]
    return by_line


def said_once(lines: Sequence[Line]) -> list[int]:
    """The lines that do not say again what the line above them says."""
    return [index for index in range(len(lines)) if not index or not _repeats(lines, index)]


def _repeats(lines: Sequence[Line], index: int) -> bool:
    line, before = lines[index], lines[index - 1]
    return line.word_count <= MOST_WORDS and line.text == before.text and not line.marker


def _judged(
    lines: Sequence[Line],
    fixed: Container[int],
    only_certain: bool,
    weights: Mapping[str, float],
) -> dict[int, float]:
    only_certain = only_certain or not _is_running_text(lines)
    certain = certain_headings(lines, fixed, only_series=only_certain)
    found = dict(certain)
    if not only_certain:
        layout = layout_of(lines, fixed, certain)
        spoken = spoken_lines(lines)
        for index in candidates(layout, fixed):
            confidence = logistic(sum(weights.get(name, 0) for name in features(layout, index)))
            if index not in spoken:
                found[index] = max(confidence, found.get(index, 0))
    found |= dict(_echoes(lines, found, fixed))
    if are_speakers([lines[index] for index in found if found[index] >= THRESHOLD]):
        found = certain_headings(lines, fixed, only_series=True)
    bold = bold_headings(lines, fixed)
    return _in_bold(lines, found, bold) if bold else found


def _is_running_text(lines: Sequence[Line]) -> bool:
    """Whether enough of a text is prose to have headings above it; verse, tables and logs are
    not."""
    words = sum(line.word_count for line in lines)
    return sum(line.word_count for line in lines if line.is_prose) > LEAST_PROSE * words


def _in_bold(
    lines: Sequence[Line], found: Mapping[int, float], bold: Sequence[int]
) -> dict[int, float]:
    """The headings of a text that has them in bold: what is not bold is none, but for a title that
    is sure and numbered series; unless more lines are headings for sure that are not bold."""
    apart = {*bold, *(member.at for one in numbered_series(lines) for member in one)}
    if found.get(0, 0) >= HIGH_CONFIDENCE:
        apart.add(0)
    others = sum(
        confidence >= HIGH_CONFIDENCE for index, confidence in found.items() if index not in apart
    )
    if others > len(bold):
        return dict(found)
    kept = {index: confidence for index, confidence in found.items() if index in apart}
    return kept | {index: max(BOLD_CONFIDENCE, found.get(index, 0)) for index in bold}


def certain_headings(
    lines: Sequence[Line], fixed: Container[int], *, only_series: bool = False
) -> dict[int, float]:
    """What is a heading whatever it looks like, because of what stands elsewhere in the text."""
    found: dict[int, float] = {}
    if not only_series:
        found |= dict.fromkeys(answered_questions(lines), QUESTION_CONFIDENCE)
        found |= dict.fromkeys(lines_that_open_alike(lines), ALIKE_CONFIDENCE)
    spoken = spoken_lines(lines)
    found = {
        index: found[index]
        for index in found
        if index not in spoken and not is_no_heading(lines[index])
    }
    for members in numbered_series(lines):
        found |= {member.at: SERIES_CONFIDENCE for member in members}
    return {index: confidence for index, confidence in found.items() if index not in fixed}


def candidates(layout: Layout, fixed: Container[int]) -> Iterator[int]:
    """The lines that are worth a score."""
    for index, line in enumerate(layout.lines):
        if line.word_count > MOST_WORDS or index in fixed or is_no_heading(line):
            continue
        if line.text[-1] != ":" or layout.below(index) == "prose":  # else it opens a list
            yield index


def _echoes(
    lines: Sequence[Line], found: Mapping[int, float], fixed: Container[int]
) -> Iterator[tuple[int, float]]:
    """The lines that say the same as a heading and stand where one may stand, not in a list."""
    headings = {index for index, confidence in found.items() if confidence >= THRESHOLD}
    said = {normalised(lines[index].text): found[index] for index in headings}
    for index, line in enumerate(lines):
        if index in headings or index in fixed or line.word_count > MOST_WORDS:
            continue
        words = normalised(line.text)
        if words in said and _is_place(lines, index, headings):
            yield index, said[words]


def _is_place(lines: Sequence[Line], index: int, headings: Container[int]) -> bool:
    """Whether text or a heading, or nothing, stands above a line, and one of these below it."""
    above, below = index - 1, index + 1
    return (index == 0 or above in headings or lines[above].is_prose) and (
        below in headings or (below < len(lines) and lines[below].is_prose)
    )


def logistic(score: float) -> float:
    """The probability that a score stands for."""
    return 1 / (1 + math.exp(-score))
