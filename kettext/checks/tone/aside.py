"""The page of this check, with its examples, is aside.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import Hit, check
from kettext.kit.finding import Finding, Severity

BEFORE_AN_ASIDE = ".!?,;:–—-("  # no quotation mark: what others say is theirs


@check(severity=Severity.WARNING, on=True, language="en", phrases="aside.txt")
def aside(document: Document, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    for hit in hits:
        block = document.leaf_block_at(hit.span.start)
        before = document.source.text[block.span.start : hit.span.start].rstrip() if block else ""
        if document.is_in_quote(block):
            continue
        if not before or before[-1] in BEFORE_AN_ASIDE:
            said = document.source.slice(hit.span).rstrip(",")
            yield Finding(hit.span, f"“{said}” speaks to the reader in the middle of the text")
