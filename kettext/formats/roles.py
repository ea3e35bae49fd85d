"""What each line of pasted text is: a heading, an item of a list, chrome, or a paragraph."""

from collections.abc import Container, Iterator, Mapping, Sequence
from enum import Enum

from kettext.article.chrome import chrome_kinds
from kettext.article.nodes import Heading
from kettext.formats.headings import THRESHOLD, heading_confidences
from kettext.formats.levels import levels
from kettext.formats.lines import Line, is_spaced
from kettext.formats.series import numbered_series
from kettext.text.value import NamedTuple

LONG_RUN = 4  # so many short lines in a row are a list
SHORT_RUN = 2  # so many below a colon
MARKED_CONFIDENCE, RUN_CONFIDENCE = 0.95, 0.7


class Kind(Enum):
    HEADING = "heading"
    ITEM = "item"
    CHROME = "chrome"
    PARAGRAPH = "paragraph"


class Role(NamedTuple):
    """What a line is, and how sure that is; `level` is a heading's, `chrome` its kind of chrome."""

    kind: Kind
    confidence: float = 1.0
    level: int = 0
    level_certain: bool = False
    chrome: str = ""


def roles(
    lines: Sequence[Line],
    *,
    only_certain: bool = False,
    has_title: bool = False,
    fixed: Container[int] = (),
) -> list[Role]:
    """The role of each line.

    `only_certain`: headings are only those of a numbered series; `has_title`: the article has its
    title elsewhere; `fixed`: these are not to be judged, they count as paragraphs.
    """
    chrome = chrome_of(lines, fixed)
    kept = [index for index in range(len(lines)) if index not in chrome]
    own_fixed = {place for place, index in enumerate(kept) if index in fixed}
    article = [lines[index] for index in kept]
    own = _roles_in(article, own_fixed, only_certain=only_certain, has_title=has_title)
    found = {index: Role(Kind.CHROME, chrome=kind) for index, kind in chrome.items()}
    found |= zip(kept, own, strict=True)
    return [found[index] for index in range(len(lines))]


def _roles_in(
    lines: Sequence[Line], fixed: Container[int], *, only_certain: bool, has_title: bool
) -> list[Role]:
    """The roles in an article without its chrome: taking that away changes nothing in the rest."""
    found = [Role(Kind.PARAGRAPH)] * len(lines)
    confidences = heading_confidences(lines, fixed, only_certain=only_certain)
    judged = _judged(lines, confidences, has_title=has_title)
    for index, role in (*judged, *_items(lines, confidences, fixed)):
        found[index] = role
    return found


def heading_of(line: Line, role: Role) -> Heading:
    """The node of a line that is a heading."""
    return Heading(
        line.span,
        line.text,
        role.level,
        inferred=True,
        confidence=role.confidence,
        level_certain=role.level_certain,
    )


def _judged(
    lines: Sequence[Line], confidences: Mapping[int, float], *, has_title: bool
) -> Iterator[tuple[int, Role]]:
    """The headings, and the paragraphs that might have been some."""
    places = sorted(index for index in confidences if confidences[index] >= THRESHOLD)
    found_levels = levels(
        [lines[index].text for index in places],
        [index - 1 in places[at - 1 : at] for at, index in enumerate(places)],
        has_title=places[:1] == [0] and not has_title,
    )
    for index, confidence in confidences.items():
        yield index, Role(Kind.PARAGRAPH, 1 - confidence)
    for index, level in zip(places, found_levels, strict=True):
        yield index, Role(Kind.HEADING, confidences[index], level.level, level.is_certain)


def chrome_of(lines: Sequence[Line], fixed: Container[int] = ()) -> dict[int, str]:
    """The lines that are chrome, each with its kind: what the list names, and what comes after the
    article has ended. A line that is no article's but not in the list has the kind ""."""
    kinds = chrome_kinds(
        [None if index in fixed else line.text for index, line in enumerate(lines)]
    )
    texts = [
        index
        for index, line in enumerate(lines)
        if not kinds[index] and (line.is_prose or index in fixed)
    ]
    texts += (member.at for members in numbered_series(lines) for member in members)
    last_text = max(texts, default=len(lines))
    end = next((index for index in range(last_text, len(lines)) if kinds[index]), len(lines))
    return {index: kind or "" for index, kind in enumerate(kinds) if kind or index >= end}


def _items(
    lines: Sequence[Line], confidences: Mapping[int, float], fixed: Container[int]
) -> Iterator[tuple[int, Role]]:
    taken = {index for index, confidence in confidences.items() if confidence >= THRESHOLD}
    free = [index for index in range(len(lines)) if index not in taken and index not in fixed]
    for run in _short_runs(lines, free):
        yield from ((index, Role(Kind.ITEM, RUN_CONFIDENCE)) for index in run)
    for index in free:
        if lines[index].marker:
            yield index, Role(Kind.ITEM, MARKED_CONFIDENCE)


def _short_runs(lines: Sequence[Line], free: Sequence[int]) -> Iterator[Sequence[int]]:
    """Runs of short lines that are lists: long ones, those below a colon, and, where blank lines
    separate blocks, those without a blank line."""
    spaced = is_spaced(lines)
    run: list[int] = []
    for index in (*free, len(lines)):
        is_short = index < len(lines) and _is_short(lines[index])
        if is_short and (not run or run[-1] == index - 1):
            run.append(index)
            continue
        if len(run) >= LONG_RUN or (len(run) >= SHORT_RUN and lines[run[0] - 1].text[-1] == ":"):
            yield run
        elif spaced:
            yield [at for at in run if _is_joined(lines, run, at)]
        run = [index] if is_short else []


def _is_short(line: Line) -> bool:
    return not line.is_prose and line.text[-1] != ":"


def _is_joined(lines: Sequence[Line], run: Sequence[int], index: int) -> bool:
    above, below = index > run[0], index < run[-1]
    return (above and not lines[index].gap) or (below and not lines[index + 1].gap)
