"""Why a line counts as a heading, in words that an editor understands."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.formats import markdown
from kettext.formats.bold import bold_headings
from kettext.formats.features import features
from kettext.formats.headings import certain_headings, said_once
from kettext.formats.headless import not_judged, units_of
from kettext.formats.layout import Layout, layout_of
from kettext.formats.lines import Line
from kettext.formats.pasted import blocks_of
from kettext.formats.patterns import answered_questions, lines_that_open_alike
from kettext.formats.roles import chrome_of
from kettext.formats.series import numbered_series
from kettext.formats.weights import WEIGHTS
from kettext.text.prose import normalised

MOST = 3  # reasons
TEXT_ABOVE, HEADING_ABOVE = "running text stands above it", "a heading stands above it"
SIMPLE = {
    "bold as a whole": "it is bold as a whole",
    "numbered": "it has a number",
    "first line": "it is the first line",
    "a usual title": "sections are often called so",
    "labelled": "it begins as “Step 1” does",
    "starts with a question word": "it begins with a question word",
    "starts in -ing": "it begins with an -ing form",
    "title case": "its words begin with capitals",
    "mostly title case": "its words begin with capitals",
    "ends in a letter": "no full stop ends it",
    "ends in a digit": "no full stop ends it",
    "ends in ?": "it asks something",
    "its words in the line below": "what follows takes up its words",
}
KINDS = {
    "prose": "running text",
    "nothing": "nothing",
    "bullet": "a list",
    "lead": "a line that ends in a colon",
    "question": "a question",
    "sentence": "a short sentence",
    "phrase": "a longer line",
    "label": "a short line",
    "word": "a single word",
}
KIND = "|".join(KINDS)
SHAPES = (
    (re.compile(rf"(?:{KIND}) above ({KIND})"), "{} follows it"),
    (re.compile(rf"(?:{KIND}) below ({KIND})"), "{} stands above it"),
    (re.compile(r"above a (?:short|long|usual) paragraph"), "running text follows it"),
    (re.compile(r"below a (?:short|long|usual) paragraph"), TEXT_ABOVE),
    (re.compile(r"(?:[123]|4 to 6|7 to 9) words"), "it is short"),
    (re.compile(r"alone, .*"), "blank lines set it apart"),
    (re.compile(r"(?:spaced|dense) run, 0 above, 0 below"), "no other short line is beside it"),
)


def reasons(document: Document) -> dict[Heading, str]:
    """Why each heading of a document that is not marked up counts as one.

    Works the document out anew; call it only where someone asks.
    """
    lines, fixed = _lines_of(document)
    chrome = chrome_of(lines, fixed)
    kept = [index for index in range(len(lines)) if index not in chrome]
    article = [lines[index] for index in kept]
    own_fixed = {place for place, index in enumerate(kept) if index in fixed}
    found = dict(_by_start(article, own_fixed))
    inferred = [heading for heading in document.headings if heading.inferred]
    same = {normalised(heading.text) for heading in inferred if heading.span.start in found}
    return {
        heading: found.get(heading.span.start)
        or (
            "it says the same as another heading"
            if normalised(heading.text) in same
            else "its form and its neighbours"
        )
        for heading in inferred
    }


def _lines_of(document: Document) -> tuple[Sequence[Line], set[int]]:
    if document.format == "text":
        return blocks_of(document.source)[0], set()
    units = list(units_of(markdown.parse(document.source)))
    return [unit.line for unit in units], not_judged(units)


def _by_start(lines: Sequence[Line], fixed: Container[int]) -> Iterator[tuple[int, str]]:
    """For each line that could be a heading where it starts and what speaks for it."""
    places = said_once(lines)
    shown = [lines[index] for index in places]
    hidden = {at for at, place in enumerate(places) if place in fixed}
    passes = dict(_passes(shown, hidden))
    layout = layout_of(shown, hidden, certain_headings(shown, hidden))
    for index, line in enumerate(shown):
        if index not in hidden:
            yield line.span.start, passes.get(index) or _by_score(layout, index)


def _passes(lines: Sequence[Line], fixed: Container[int]) -> Iterator[tuple[int, str]]:
    """What the whole article says of a line; the last word on a line counts."""
    for index in answered_questions(lines):
        yield index, "a question that is answered below it, one of several"
    for index in lines_that_open_alike(lines):
        yield index, "it opens like other lines that have text between them"
    bold = bold_headings(lines, fixed)
    for index in bold:
        yield index, f"bold as a whole, one of {len(bold)} such lines"
    for members in numbered_series(lines):
        first, last = (_number(member.number) for member in (members[0], members[-1]))
        for member in members:
            yield member.at, f"part of the numbered series {first} to {last}"


def _number(number: Sequence[int]) -> str:
    return ".".join(map(str, number))


def _by_score(layout: Layout, index: int) -> str:
    """What weighs most in favour of a line."""
    weights: dict[str, float] = defaultdict(float)
    for name in features(layout, index):
        weights[_in_words(name)] += WEIGHTS.get(name, 0)
    weights.pop("", None)
    if index - 1 in layout.headings:  # counts as text, see Layout.above
        weights[HEADING_ABOVE] = weights.pop(TEXT_ABOVE, 0)
    most = sorted((words for words in weights if weights[words] > 0), key=weights.__getitem__)
    return ", ".join(reversed(most[-MOST:]))


def _in_words(name: str) -> str:
    """A feature as an editor would put it, "" where that says nothing."""
    if name in SIMPLE:
        return SIMPLE[name]
    for pattern, words in SHAPES:
        match = pattern.fullmatch(name)
        if match:
            return words.format(*(KINDS[group] for group in match.groups()))
    return ""
