"""The page of this check, with its examples, is unmarked_heading.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Related, Severity
from kettext.kit.headings import mark_up_headings

TITLE = "Mark up the headings"


@check(severity=Severity.NOTE, on=True)
def unmarked_heading(document: Document) -> Iterator[Finding]:
    headings = [heading for heading in document.headings if heading.inferred]
    if not headings:
        return
    yield Finding(
        headings[0].span,
        "A line reads as a heading but is not marked up"
        if len(headings) == 1
        else f"{len(headings)} lines read as headings but are not marked up",
        related=tuple(Related(heading.span, "reads as a heading") for heading in headings[1:]),
        fix=mark_up_headings(document, headings, TITLE, Applicability.UNSAFE),
    )
