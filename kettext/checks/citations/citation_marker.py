"""The page of this check, with its examples, is citation_marker.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.markers import markers
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted


@check(severity=Severity.WARNING, on=True, language="en")
def citation_marker(document: Document) -> Iterator[Finding]:
    for span in markers(document):
        yield Finding(span, f"{quoted(document.source.slice(span))} is still to be resolved")
