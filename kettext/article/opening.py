"""How an article begins."""

from kettext.article.document import Document
from kettext.article.nodes import Definition, FrontMatter, Heading, Html, Paragraph
from kettext.text.prose import word_count

FEWEST_WORDS = 4  # of a paragraph that begins an article
SILENT = FrontMatter | Definition | Html | Paragraph


def opens(document: Document, heading: Heading) -> bool:
    """Whether nothing but front matter, comments, pictures and marks such as [TOC] stands above a
    heading."""
    above = document.blocks[: document.index_of(heading)]
    paragraphs = [block for block in above if isinstance(block, Paragraph)]
    counts = [word_count(document.prose(block).text) for block in paragraphs]
    return max(counts, default=0) < FEWEST_WORDS and all(isinstance(one, SILENT) for one in above)
