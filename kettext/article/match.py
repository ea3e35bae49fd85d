"""A place where a pattern matches prose."""

import re
from typing import Final

from kettext.article.nodes import LeafBlock
from kettext.text.prose import Prose
from kettext.text.source import Span


class Match:
    """A place where a pattern matches the prose of one block; spans are those of the source."""

    __slots__ = ("block", "match", "prose")

    def __init__(self, block: LeafBlock, prose: Prose, match: re.Match[str]) -> None:
        self.block: Final = block
        self.prose: Final = prose
        self.match: Final = match

    def __getitem__(self, group: str | int) -> str:
        start, end = self.match.span(group)
        return self.prose.text[start:end] if start >= 0 else ""

    def span(self, group: str | int = 0) -> Span:
        return self.prose.source_span(*self.match.span(group))
