"""The page of this check, with its examples, is dangling_reference.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.dangling import (
    links_without_target,
    names_without_entry,
    notes_without_definition,
    numbers_without_reference,
)
from kettext.kit.finding import Finding, Severity, quoted


@check(severity=Severity.ERROR, on=True)
def dangling_reference(document: Document) -> Iterator[Finding]:
    for one in sorted(_findings(document)):
        if not document.is_in_quote(document.leaf_block_at(one.span.start)):
            yield one


def _findings(document: Document) -> Iterator[Finding]:
    for match in notes_without_definition(document):
        yield Finding(match.span(), f"{quoted(match[0])} points to a footnote that is not there")
    for span, number in numbers_without_reference(document):
        said = quoted(document.source.slice(span))
        yield Finding(span, f"{said}: there is no reference {number}")
    for span in names_without_entry(document):
        said = quoted(document.source.slice(span))
        yield Finding(span, f"{said} is not in the list of references")
    for match in links_without_target(document):
        said = quoted(document.source.slice(match.span()))
        yield Finding(match.span(), f"Nothing says where {said} leads")
