"""Leaf blocks, read when they are asked for: their inline nodes and their prose."""

import re
from collections.abc import Callable, Iterator

from kettext.article.nodes import Inline, Leaf
from kettext.formats.density import is_too_dense
from kettext.formats.inlines import InlineToken, read_inlines
from kettext.formats.simple import read_simple
from kettext.formats.walk import LeafText, Walk, WalkError
from kettext.text.prose import Piece, Prose
from kettext.text.source import Span

MARKUP = re.compile(r"[\\`*_~\[<]|https?://")  # text without any of these is nothing but text
LINE_END = re.compile(r"(?<! ) *+\n\s*+")

ParseInlines = Callable[[str], list[InlineToken]]


def read_leaf(leaf: LeafText, span: Span, parse: ParseInlines) -> Leaf:
    """What the block with this span holds.

    It is not exact if the text is too dense to be parsed, or does not stand where it should.
    """
    try:
        _check(leaf)
        if simple := read_simple(leaf):
            return simple
        walk, inlines = _walk(leaf, parse)
    except WalkError:
        piece = Piece(0, len(leaf.text), span, copied=False)
        return Leaf((), Prose(leaf.text, (piece,)), exact=False)
    return Leaf(inlines, walk.prose())


def visible_text(leaf: LeafText, parse: ParseInlines) -> str:
    """The text that readers see: without markup, but with code and addresses."""
    if not MARKUP.search(leaf.text) and "&" not in leaf.text and "\n" not in leaf.text:
        return leaf.text
    try:
        _check(leaf)
        return _walk(leaf, parse)[0].visible_text()
    except WalkError:
        return leaf.text


def _walk(leaf: LeafText, parse: ParseInlines) -> tuple[Walk, tuple[Inline, ...]]:
    tokens = parse(leaf.text) if MARKUP.search(leaf.text) else list(_plain_tokens(leaf.text))
    walk = Walk(leaf)
    inlines = read_inlines(walk, tokens)
    if walk.cursor != len(leaf.text):
        raise WalkError
    return walk, inlines


def _check(leaf: LeafText) -> None:
    if is_too_dense(leaf.text) or not leaf.state.src.startswith(leaf.text, leaf.start):
        raise WalkError


def _plain_tokens(text: str) -> Iterator[InlineToken]:
    """The tokens that mistune would find in a text without markup."""
    start = 0
    for match in LINE_END.finditer(text):
        yield {"type": "text", "raw": text[start : match.start()]}
        yield {"type": "softbreak"}
        start = match.end()
    if text:
        yield {"type": "text", "raw": text[start:]}
