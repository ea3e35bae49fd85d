"""The page of this check, with its examples, is unmarked_faq.md."""

from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.article.sections import (
    FEW_QUESTIONS,
    MANY_SECTIONS,
    faq_group,
    is_back_matter,
    is_conclusion,
    is_faq,
)
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted

RATHER = 4  # an article whose sections ask in every fourth title is one of questions


@check(severity=Severity.WARNING, on=True, language="en")
def unmarked_faq(document: Document) -> Iterator[Finding]:
    questions = faq_group(document.headings) or _last_questions(document.headings)
    if questions:
        first, *others = questions
        yield Finding(
            first.span,
            f"The questions from {quoted(first.text, 45)} on have no heading above them",
            related=tuple(Related(heading.span, "another question") for heading in others),
        )


def _last_questions(all_headings: Sequence[Heading]) -> Sequence[Heading]:
    """The questions that close an article, below its conclusion or among its sections, if few of
    these ask."""
    headings = list(all_headings)
    while headings and not _is_question(headings[-1]) and _may_follow(headings[-1]):
        headings.pop()
    start = len(headings)
    while start and _is_question(headings[start - 1]):
        start -= 1
    questions, before = headings[start:], headings[:start]
    levels = {heading.level for heading in questions}
    if len(questions) < FEW_QUESTIONS or len(levels) > 1 or any(map(is_faq, before)):
        return ()
    sections = [heading for heading in before if heading.level in levels]
    stand_out = len(sections) >= max(MANY_SECTIONS, RATHER * sum(map(_is_question, sections)))
    return questions if stand_out or (before and is_conclusion(before[-1])) else ()


def _is_question(heading: Heading) -> bool:
    return heading.text.rstrip().endswith("?")


def _may_follow(heading: Heading) -> bool:
    return is_conclusion(heading) or is_back_matter(heading)
