"""The removal of sentences that stand elsewhere, and what may lean on them."""

import re

from kettext.article.document import Document
from kettext.article.nodes import Paragraph
from kettext.kit.finding import Applicability, Fix, Phase
from kettext.kit.rewrite import remove_block, remove_words
from kettext.text.source import Span

LEANING = r"""(?ix)\W*+(?:
    (?:and|but|or|yet|so|thus|hence|therefore|however|also|then|otherwise|instead|because|both)\b
    | (?:\w++\W++){0,3}(?:it|its|this|that|these|those|they|them|their|he|him|his|she|her|such|too|
    one|ones|neither|another|example|instance|result|why)\b)"""
OF_THE_SUBJECT = r"(?i)\W*+(?:it|its|they|their)\b"  # looks back to what the text is about
LOOK = 80  # characters


def leans(document: Document, end: int, *, on_subject: bool = False) -> bool:
    """Whether what follows a place may look back to it, as "this" and "however" do; nobody can tell
    in other languages than English.

    `on_subject`: whether it may look back to the subject, since that stands above as well.
    """
    rest = document.source.text[end : end + LOOK]
    if on_subject and re.match(OF_THE_SUBJECT, rest):
        return not document.is_english
    return not document.is_english or re.match(LEANING, rest) is not None


def remove_sentences(
    document: Document, block: Paragraph, around: tuple[int, int], title: str, survivor: Span
) -> Fix | None:
    """Remove the sentences of a paragraph, but for so many before and behind them, with the blank
    on one side; all of the paragraph if none is left."""
    before, behind = around
    how = (title, Applicability.UNSAFE, Phase.DEDUPLICATE, survivor)
    if not before and not behind:
        return remove_block(document, block, *how)
    spans = document.sentences(block)
    first, last = spans[before], spans[len(spans) - 1 - behind]
    if behind:
        return remove_words(document, Span(first.start, spans[-behind].start), *how)
    return remove_words(document, Span(spans[before - 1].end, last.end), *how)
