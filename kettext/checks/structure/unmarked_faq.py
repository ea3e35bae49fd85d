"""The page of this check, with its examples, is unmarked_faq.md."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.article.questions import FAQ_TITLE, unmarked_questions
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Related, Severity, quoted
from kettext.kit.headings import put_heading_above
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
            fix=put_heading_above(document, below, FAQ_TITLE, TITLE, Applicability.UNSAFE),
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
