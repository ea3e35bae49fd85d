"""The levels of headings that are not marked up: only numbers carry them for certain."""

from collections.abc import Iterator, Sequence

from kettext.article.questions import FAQ_TITLES, MANY_SECTIONS
from kettext.formats.lines import section_number
from kettext.formats.wording import USUAL_TITLES
from kettext.text.prose import normalised
from kettext.text.value import Value

FEWEST_NUMBERED = 3
DEEPEST = 6
CLOSING_TITLES = (*FAQ_TITLES, "conclusion", "conclusions", "summary", "references", "sources")


class Level(Value):
    level: int
    is_certain: bool


def levels(texts: Sequence[str], follows: Sequence[bool], *, has_title: bool) -> list[Level]:
    """The level of each heading of an article.

    `follows` says which stand right below the heading before them, without a word in between;
    `has_title`, that the first one is the first line of the article.
    """
    numbers = [section_number(text) for text in texts]
    title = [Level(1, True)] if has_title and not numbers[0] else []
    rest = slice(len(title), None)
    if sum(bool(number) for number in numbers) >= FEWEST_NUMBERED:
        return [*title, *_numbered(texts[rest], numbers[rest])]
    return [*title, *_unnumbered(texts[rest], follows[rest])]


def _unnumbered(texts: Sequence[str], follows: Sequence[bool]) -> Iterator[Level]:
    """A heading right above another one is a section. What comes below it are its parts, up to the
    next such heading or a title that only sections have."""
    level, in_section = 2, False
    for index, text in enumerate(texts):
        is_section = index + 1 < len(texts) and follows[index + 1] and text != texts[index + 1]
        is_usual = normalised(text) in USUAL_TITLES
        if index and follows[index]:
            level = min(level + (text != texts[index - 1]), DEEPEST)
        else:
            level = 3 if in_section and not is_section and not is_usual else 2
        in_section = is_section or (in_section and not is_usual)
        yield Level(level, False)


def _numbered(texts: Sequence[str], numbers: Sequence[tuple[int, ...]]) -> Iterator[Level]:
    """Questions that count from 1 again after many sections stand one level below a section."""
    level, highest, in_questions = 0, 0, False
    last = _last_of_several(numbers)
    for index, (text, number) in enumerate(zip(texts, numbers, strict=True)):
        if number:
            is_question = text.endswith("?") and number <= (1,)
            below_title = index > 0 and normalised(texts[index - 1]) in FAQ_TITLES
            in_questions |= is_question and (highest >= MANY_SECTIONS or below_title)
            highest = max(highest, number[0])
            level = min(len(number) + 1 + in_questions, DEEPEST)
            yield Level(level, True)
        elif not level or in_questions or index > last or normalised(text) in CLOSING_TITLES:
            yield Level(2, False)
        else:
            yield Level(min(level + 1, DEEPEST), True)


def _last_of_several(numbers: Sequence[tuple[int, ...]]) -> int:
    """The last numbered heading, if no heading stands between numbered ones: what follows it may
    be a part of it, or close the article. Otherwise the end."""
    numbered = [index for index, number in enumerate(numbers) if number]
    have_no_parts = numbered[-1] - numbered[0] < len(numbered)
    return numbered[-1] if have_no_parts else len(numbers)
