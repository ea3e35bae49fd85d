"""The page of this check, with its examples, is malformed_identifier.md."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kettext.article.document import Document
from kettext.article.nodes import CodeSpan, Link, walk_inlines
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.source import Span

if TYPE_CHECKING:
    from kettext.text.identifiers import Fault

STOPPED = r"\bdoi\.org/10\..*\.\Z"
NAMES = ("isbn", "issn", "doi", "pmid", "pmcid", "arxiv", "orcid")
SIGNS = ("doi.org/", "orcid.org/", "PMC", "NCT")  # an address may be no word of the text
LONGEST = 34  # characters of an identifier that are quoted


@check(severity=Severity.WARNING, on=True)
def malformed_identifier(document: Document) -> Iterator[Finding]:
    if not _may_name_one(document):
        return
    from kettext.text.identifiers import faults_in  # few articles name one

    for fault in sorted(faults_in(document.source.text)):
        span = Span(fault.start, fault.end)
        if _is_text(document, span):
            yield _finding(document, span, fault)
    yield from _ends_with_stop(document)


def _may_name_one(document: Document) -> bool:
    is_named = not document.lookup.words.isdisjoint(NAMES)
    return is_named or any(sign in document.source.text for sign in SIGNS)


def _finding(document: Document, span: Span, fault: "Fault") -> Finding:
    written = quoted(document.source.slice(span), LONGEST)
    return Finding(span, f"{fault.kind} {written} {fault.why}")


def _is_text(document: Document, span: Span) -> bool:
    """Whether a stretch stands in the text, and not in code."""
    block = document.leaf_block_at(span.start)
    if block is None or not block.span.contains(span):
        return False
    inlines = walk_inlines(document.inlines(block))
    return not any(isinstance(one, CodeSpan) and one.span.contains(span) for one in inlines)


def _ends_with_stop(document: Document) -> Iterator[Finding]:
    """Links to a DOI with a full stop behind it that has come along."""
    if "doi.org/10." not in document.lookup.text:
        return
    for block in document.leaves_with(written=r"doi\.org/10\.[^\s()]+\.\)"):
        for inline in walk_inlines(document.inlines(block)):
            if isinstance(inline, Link) and re.search(STOPPED, inline.target) and not inline.bare:
                written = quoted(inline.target)
                yield Finding(inline.span, f"The address {written} ends with a full stop")
