"""The page of this check, with its examples, is unmarked_faq.md."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.article.questions import FAQ_TITLE, unmarked_questions
from kettext.kit.check import check
from kettext.kit.finding import (
    Applicability,
    Finding,
    Fix,
    Phase,
    Related,
    Severity,
    quoted,
)
from kettext.kit.headings import heading_before, relevelled
from kettext.text.sequences import tail

TITLE = "Put a heading above the questions"


@check(severity=Severity.WARNING, on=True, language="en")
def unmarked_faq(document: Document) -> Iterator[Finding]:
    questions = unmarked_questions(document)
    if questions:
        first, *others = questions
        below, asked = _below(document, questions), {*questions}
        yield Finding(
            first.span,
            f"The questions from {quoted(first.text, 45)} on have no heading above them",
            related=tuple(Related(heading.span, "another question") for heading in others)
            + tuple(Related(one.span, "moves down with it") for one in below if one not in asked),
            fix=_fix(document, questions, below),
        )


def _fix(document: Document, questions: Sequence[Heading], below: Sequence[Heading]) -> Fix | None:
    """A heading above the questions; those that stand on the level of sections move down."""
    first, level = questions[0], questions[0].level
    if level == 1:
        return None
    moves_down = min(one.level for one in document.headings if one.level > 1) == level
    added = heading_before(document, first, level if moves_down else level - 1, FAQ_TITLE)
    shifted = {heading: heading.level + 1 for heading in below} if moves_down else {}
    moved = relevelled(document, shifted)
    if added is None or moved is None:
        return None
    edits = tuple(sorted((added, *moved)))
    return Fix(
        TITLE, edits, Applicability.UNSAFE, Phase.HEADINGS, adds=(FAQ_TITLE,), isolation="structure"
    )


def _below(document: Document, questions: Sequence[Heading]) -> Sequence[Heading]:
    """The questions and all headings under them."""
    start, level = document.headings.index(questions[0]), questions[0].level
    asked = {*questions}
    return [
        *takewhile(
            lambda one: one in asked or one.level > level,
            tail(document.headings, start),
        )
    ]
