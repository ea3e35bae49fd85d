"""What the checks of group boilerplate share: a finding for each run of chrome of one kind."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import Block, Paragraph
from kettext.kit.finding import Applicability, Finding
from kettext.kit.rewrite import remove_run
from kettext.text.source import Span


def chrome_findings(document: Document, kind: str, message: str, title: str) -> Iterator[Finding]:
    """A finding for each run of neighbouring blocks that are chrome of this kind; its fix removes
    them. One line that is announced by a colon is shown on purpose."""
    for run in document.chrome(kind):
        if len(run) == 1 and _is_announced(document, run[0]):
            continue
        yield Finding(
            Span(run[0].span.start, run[-1].span.end),
            message,
            fix=remove_run(document, run, title, Applicability.SAFE),
        )


def _is_announced(document: Document, block: Block) -> bool:
    place = document.index_of(block)
    above = document.blocks[place - 1] if place else None
    return isinstance(above, Paragraph) and document.source.slice(above.span).endswith(":")
