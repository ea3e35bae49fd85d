"""How an article names its sources: whether a source stands at a sentence, or in its paragraph."""

import re

from kettext.article.document import Document
from kettext.article.nodes import FootnoteReference, LeafBlock, Link, walk_inlines

NAME = r"[A-Z][\w’'\-]+"
IN_TEXT = (
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]"  # [1], [1, 3-5]
    rf"|\({NAME}[^()\d]{{0,80}},?\s(?:19|20)\d\d[a-z]?[^()]{{0,80}}\)"  # (Smith et al., 2019)
    rf"|{NAME}(?:\s(?:et\sal\.|(?:and|&)\s{NAME}))?\s\((?:19|20)\d\d[a-z]?\)"  # Smith (2019)
    r"|\b(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S"
    r"|\b(?:PMID:?\s?\d{4,9}|arXiv:\d{4}\.\d{4,5})\b"
    r"|\b(?:https?://|www\.)\S"
    r"|[¹²³⁴-⁹]"
    r"|<sup>\s*\[?\d"
    r"|\[(?:@\w|[^\[\]\d]{2,80}\s(?:19|20)\d\d[a-z]?\])"  # [@smith2019], [Smith 2019]
)


def is_sourced(document: Document, block: LeafBlock) -> bool:
    """Whether a link, a footnote or an in-text reference stands in a block.

    Articles often cite once, at the end of a paragraph, so a source counts for the whole of it.
    """
    if re.search(IN_TEXT, document.source.slice(block.span)):
        return True
    inlines = walk_inlines(document.inlines(block))
    return any(isinstance(inline, Link | FootnoteReference) for inline in inlines)
