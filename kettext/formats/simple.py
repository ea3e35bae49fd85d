"""Leaves whose markup leaves no doubt, read in one go and without mistune's inline parser.

Most paragraphs hold nothing but words, line ends, code, links and plain emphasis. Such a text means
the same by every reading of the specification, so it is read here at a fraction of the cost. At the
first sign that is anything else, or stands where it could be, the whole leaf is left to mistune.
"""

import re

from kettext.article.nodes import Break, CodeSpan, Emphasis, Inline, Leaf, Link, Text
from kettext.formats.walk import LeafText
from kettext.text.prose import OBJECT, Piece, Prose
from kettext.text.source import Span

TOKEN = re.compile(
    r"(?P<line_end>[ ]*+\n[ \t]*+(?=\S))"
    r"|(?P<words>(?:[^\\`*_~\[\]<!\n ]++|[ ]++(?!\n)|(?<=[A-Za-z0-9])_++(?=[A-Za-z0-9])|!(?!\[)"
    r"|<(?=[ \d=])|(?<!\S)\*(?=[ ])|(?<!~)~(?!~))++)"
    r"|(?P<code>(?<!`)`(?P<inside>[^`\n]++)`(?!`))"
    r"|(?P<link>\[(?!\^))"
    r"|(?P<target>\]\((?P<address>[A-Za-z0-9:/?#=.,%@+;~_-]++)\))"
    r"|(?P<mark>(?<![*_])(?:\*\*?|__?)(?![*_]))"
)
BORDER = re.compile(r"[\s.,:;!?()\"'/\[\]-]|\Z")  # what certainly counts as no letter
HIDDEN = re.compile(r"[*_\[\]<\\~]")  # in code: within other markup it may be seen all the same
TARGET = "]"


class _NotSimpleError(Exception):
    """Here is something that mistune had better read."""


def read_simple(leaf: LeafText) -> Leaf | None:
    """What a leaf holds; None if its markup is not of the simple kind."""
    reader = _Reader(leaf)
    try:
        inlines = reader.read()
    except _NotSimpleError:
        return None
    return Leaf(inlines, reader.prose())


class _Reader:
    """A cursor on the text of a leaf, and the prose that it has passed."""

    def __init__(self, leaf: LeafText) -> None:
        self.leaf = leaf
        self.cursor = 0
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def read(self, closing: str = "") -> tuple[Inline, ...]:
        """The nodes up to the end, or up to what closes an emphasis or the text of a link."""
        text, nodes = self.leaf.text, list[Inline]()
        while self.cursor < len(text):
            match = TOKEN.match(text, self.cursor)
            if not match:
                raise _NotSimpleError
            if closing and text.startswith(closing, match.start()):
                return tuple(nodes)
            nodes.append(self._node(match, closing))
        if closing:
            raise _NotSimpleError
        return tuple(nodes)

    def prose(self) -> Prose:
        pieces = self.pieces or [Piece(0, 0, self.leaf.span(0, 0))]
        return Prose("".join(self.texts), tuple(pieces))

    def _node(self, match: re.Match[str], closing: str) -> Inline:
        match match.lastgroup:
            case "words":
                return self._words(match)
            case "line_end":
                return Break(self._pass(match, " "))
            case "code" if not (closing and HIDDEN.search(match["inside"])):
                return CodeSpan(self._pass(match, OBJECT))
            case "link" if closing != TARGET:
                return self._link(match)
            case "mark" if closing in ("", TARGET):
                return self._emphasis(match)
        raise _NotSimpleError

    def _words(self, match: re.Match[str]) -> Text:
        if "&" in match[0] or "://" in match[0]:  # mistune makes signs, and links, of them
            raise _NotSimpleError
        return Text(self._pass(match, match[0]))

    def _pass(self, match: re.Match[str], shown: str) -> Span:
        """Put what stands for a stretch of the text into the prose."""
        span = self.leaf.span(*match.span())
        self.texts.append(shown)
        self.pieces.append(Piece(self.length, len(shown), span, match.lastgroup == "words"))
        self.length += len(shown)
        self.cursor = match.end()
        return span

    def _link(self, opening: re.Match[str]) -> Link:
        self.cursor = opening.end()
        children = self.read(TARGET)
        closing = TOKEN.match(self.leaf.text, self.cursor)
        if not closing or not children:
            raise _NotSimpleError
        self.cursor = closing.end()
        return Link(self.leaf.span(opening.start(), self.cursor), closing["address"], children)

    def _emphasis(self, opening: re.Match[str]) -> Emphasis:
        mark, text = opening[0], self.leaf.text
        before, after = text[: opening.start()][-1:], text[opening.end() :][:1]
        if not (_opens(before, after) and (mark[0] == "*" or BORDER.match(before))):
            raise _NotSimpleError
        self.cursor = opening.end()
        children = self.read(mark)
        start, self.cursor = self.cursor, self.cursor + len(mark)
        before, after = text[start - 1], text[self.cursor :][:1]
        if not (_opens(after, before) and (mark[0] == "*" or BORDER.match(after))):
            raise _NotSimpleError
        return Emphasis(self.leaf.span(opening.start(), self.cursor), mark, children)


def _opens(outside: str, inside: str) -> bool:
    """Whether a mark between these two certainly belongs to what is inside: the rule of the
    specification, without the cases that depend on what counts as punctuation."""
    return not inside.isspace() and (inside.isalnum() or bool(BORDER.match(outside)))
