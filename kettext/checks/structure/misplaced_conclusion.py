"""The page of this check, with its examples, is misplaced_conclusion.md."""

from collections.abc import Iterator

from kettext.article.conclusions import conclusions
from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted


@check(severity=Severity.WARNING, on=True, language="en")
def misplaced_conclusion(document: Document) -> Iterator[Finding]:
    for conclusion in conclusions(document):
        if conclusion.follower:
            text, next_text = conclusion.text, conclusion.follower.heading.text
            yield Finding(
                conclusion.span,
                f"After {quoted(text, 35)} the article goes on: {quoted(next_text, 30)}",
            )
