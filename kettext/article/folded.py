"""What HTML sets apart: the words of others, and what readers must unfold."""

import re
from collections.abc import Iterable, Iterator

from kettext.article.nodes import Block, Html
from kettext.text.source import Source

TAG = r"(?i)<(?P<closing>/?)(?:details|blockquote)\b"


def set_apart(source: Source, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks among neighbours that stand between the tags of a quotation or of `<details>`."""
    depth = 0
    for block in blocks:
        if depth > 0:
            yield block
        if isinstance(block, Html):
            for match in re.finditer(TAG, source.slice(block.span)):
                depth = max(0, depth + (-1 if match["closing"] else 1))
