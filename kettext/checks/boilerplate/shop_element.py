"""The page of this check, with its examples, is shop_element.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.chrome import chrome_findings
from kettext.kit.finding import Finding, Severity


@check(severity=Severity.ERROR, on=True, language="en")
def shop_element(document: Document) -> Iterator[Finding]:
    yield from chrome_findings(
        document,
        "shop-element",
        "A part of the shop was pasted with the article",
        "Remove the part of the shop",
    )
