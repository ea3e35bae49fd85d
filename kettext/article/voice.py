"""Whose voice it is: what the author says, and what others say in the article."""

from bisect import bisect_right

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock
from kettext.text.prose import quotation_spans
from kettext.text.source import Span

Quotations = dict[LeafBlock, tuple[tuple[int, int], ...]]


def is_own(document: Document, block: LeafBlock, span: Span) -> bool:
    """Whether words of a block are the author's own."""
    return not is_quoted(document, block, span)


def is_quoted(document: Document, block: LeafBlock, span: Span) -> bool:
    """Whether words of a block are somebody else's: in quotation marks, or in a block quotation."""
    prose = document.prose(block)
    known = document.derived(_quotations)
    if block not in known:
        known[block] = tuple(quotation_spans(prose.text))
    start = prose.offset_of(span.start)
    index = bisect_right(known[block], (start, len(prose.text))) - 1
    inside = index >= 0 and start < known[block][index][1]
    return inside or document.is_in_quote(block)


def _quotations(_: Document) -> Quotations:
    return {}
