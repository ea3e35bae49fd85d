"""Questions at the end of an article that have no heading above them."""

from collections.abc import Sequence

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.article.titles import is_back_matter, is_conclusion, is_faq
from kettext.text.prose import normalised

FAQ_TITLE = "Frequently asked questions"  # the one that kettext puts in
FAQ_TITLES = (
    "faq",
    "faqs",
    "frequently asked questions",
    "questions and answers",
    "common questions",
    "q a",
)
MANY_SECTIONS = 4  # after so many numbered sections a count that starts again is another series
FEW_QUESTIONS = 3
RATHER = 4  # an article whose sections ask in every fourth title is one of questions


def unmarked_questions(document: Document) -> Sequence[Heading]:
    """The questions, empty where there are none."""
    return document.derived(_unmarked_questions)


def _unmarked_questions(document: Document) -> Sequence[Heading]:
    return faq_group(document.headings) or _last_questions(document.headings)


def faq_group(headings: Sequence[Heading]) -> Sequence[Heading]:
    """The questions at the end of an article whose count starts again from 1, with no heading above
    them.

    Empty where there is no such group. The rule: after four or more numbered sections, at least
    three questions that are numbered from 1 on, one level below a section.
    """
    last = 0
    for index, heading in enumerate(headings):
        number = _whole_number(heading)
        if number == 1 and last >= MANY_SECTIONS and heading.text.rstrip().endswith("?"):
            return _questions_from(headings, index)
        last = max(last, number)
    return ()


def _questions_from(headings: Sequence[Heading], index: int) -> Sequence[Heading]:
    questions = []
    for expected, heading in enumerate(headings[index:], 1):
        if _whole_number(heading) != expected or not heading.text.rstrip().endswith("?"):
            break
        questions.append(heading)
    below_faq = index > 0 and normalised(headings[index - 1].title) in FAQ_TITLES
    return () if below_faq or len(questions) < FEW_QUESTIONS else questions


def _whole_number(heading: Heading) -> int:
    number = heading.number
    return int(number) if number and number.isdecimal() else 0


def _last_questions(all_headings: Sequence[Heading]) -> Sequence[Heading]:
    """The questions that close an article, below its conclusion or among its sections, if few of
    these ask."""
    headings = list(all_headings)
    while headings and not _is_question(headings[-1]) and _may_follow(headings[-1]):
        headings.pop()
    start = _first_of_the_last(headings)
    questions = [heading for heading in headings[start:] if _is_question(heading)]
    before, levels = headings[:start], {heading.level for heading in questions}
    if len(questions) < FEW_QUESTIONS or len(levels) > 1 or any(map(is_faq, before)):
        return ()
    sections = [heading for heading in before if heading.level in levels]
    stand_out = len(sections) >= max(MANY_SECTIONS, RATHER * sum(map(_is_question, sections)))
    return questions if stand_out or (before and is_conclusion(before[-1])) else ()


def _first_of_the_last(headings: Sequence[Heading]) -> int:
    """Where the questions begin that close the list; others of lower rank may stand below them."""
    places = [place for place, heading in enumerate(headings) if _is_question(heading)]
    level = headings[places[-1]].level if places else 0
    start = len(headings)
    for place in range(len(headings) - 1, -1, -1):
        if _is_question(headings[place]):
            start = place
        elif headings[place].level <= level:
            return start
    return start


def _is_question(heading: Heading) -> bool:
    return heading.text.rstrip().endswith("?")


def _may_follow(heading: Heading) -> bool:
    return is_conclusion(heading) or is_back_matter(heading)
