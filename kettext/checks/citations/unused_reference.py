"""The page of this check, with its examples, is unused_reference.md."""

from collections.abc import Iterator

from kettext.article.bibliography import numbered_entries
from kettext.article.document import Document
from kettext.article.pointers import (
    footnote_keys,
    footnotes,
    pointed_numbers,
    rest_of,
)
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.source import Span


@check(severity=Severity.WARNING, on=True)
def unused_reference(document: Document) -> Iterator[Finding]:
    found = [*_references(document), *_footnotes(document)]
    yield from sorted(found, key=lambda finding: finding.span)


def _references(document: Document) -> Iterator[Finding]:
    """The entries that nothing points to, where at least half of them are pointed to."""
    entries = numbered_entries(document)
    pointed = pointed_numbers(document) if entries else frozenset()
    unused = [entry for entry in entries if entry.number not in pointed]
    if 2 * len(unused) > len(entries):
        return
    for entry in unused:
        if not rest_of(document).may_mean(entry, document.source.slice(entry.span)):
            yield Finding(entry.span, f"Nothing in the text points to reference {entry.number}")


def _footnotes(document: Document) -> Iterator[Finding]:
    defined = footnotes(document)
    used = footnote_keys(document) if defined else frozenset()
    if used.isdisjoint(defined):
        return
    for key, label in defined.items():
        if key not in used:
            yield Finding(label, f"Nothing in the text points to footnote {_name(document, label)}")


def _name(document: Document, label: Span) -> str:
    return quoted(document.source.slice(label).removeprefix("[^").removesuffix("]"))
