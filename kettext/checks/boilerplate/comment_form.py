"""The page of this check, with its examples, is comment_form.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.chrome import chrome_findings
from kettext.kit.finding import Finding, Severity


@check(severity=Severity.ERROR, on=True, language="en")
def comment_form(document: Document) -> Iterator[Finding]:
    yield from chrome_findings(
        document,
        "comment-form",
        "A comment form was pasted with the article",
        "Remove the comment form",
    )
