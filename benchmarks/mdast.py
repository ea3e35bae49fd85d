"""Nodes of kettext and of mdast brought into one form, so that they can be compared.

What is different by convention is levelled: blanks at either end of a node are cut off, a cell is
what stands between its bars, a line end within a text is part of it, a hard break ends with its
line, and references are links.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kettext.article.nodes import (
    Block,
    Break,
    Cell,
    Code,
    CodeSpan,
    Definition,
    Emphasis,
    Footnote,
    FootnoteReference,
    FrontMatter,
    Heading,
    Html,
    Image,
    Inline,
    InlineHtml,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    Text,
    ThematicBreak,
)
from kettext.formats.markdown import parse
from kettext.text.source import source_of

NAMES: dict[type[Block | Inline], str] = {
    Heading: "heading",
    Paragraph: "paragraph",
    List: "list",
    ListItem: "listItem",
    Quote: "blockquote",
    Table: "table",
    Cell: "tableCell",
    Code: "code",
    Html: "html",
    ThematicBreak: "thematicBreak",
    Footnote: "footnoteDefinition",
    Definition: "definition",
    Link: "link",
    Image: "image",
    CodeSpan: "inlineCode",
    FootnoteReference: "footnoteReference",
    InlineHtml: "html",
    Break: "break",
}
EMPHASIS = {"*": "emphasis", "_": "emphasis", "**": "strong", "__": "strong", "~~": "delete"}
SYNONYMS = {"linkReference": "link", "imageReference": "image"}
WITHOUT_COUNTERPART = ("tableRow",)
BLANKS = " \t\r\n\f"
SOFT_BREAK = re.compile(r"[ \t]?(?:\r\n|\r|\n)")
LINE_END = re.compile(r"[\r\n]")
QUOTED = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n)[ \t>]*)+$")  # lines with the mark of a quote only


class Node(NamedTuple):
    kind: str
    start: int
    end: int
    words: str


def kettext_nodes(text: str) -> Iterator[Node]:
    document = parse(source_of(text))
    for block, _ in document.tree:
        if not isinstance(block, FrontMatter):
            yield from _node(text, NAMES[type(block)], *block.span)
        if isinstance(block, Heading | Paragraph | Cell):
            yield from _of_inlines(text, document.inlines(block))


def common_nodes(text: str, nodes: Sequence[tuple[str, int, int]]) -> Iterator[Node]:
    """Nodes of mdast in the common form."""
    for kind, start, end in nodes:
        if kind in WITHOUT_COUNTERPART:
            continue
        if start < 0:
            yield Node(kind, start, end, "")
            continue
        if kind == "tableCell":
            start += text.startswith("|", start)
            end -= end > start and text[end - 1] == "|" and text[end - 2] != "\\"
        yield from _node(text, SYNONYMS.get(kind, kind), start, end)


def _of_inlines(text: str, inlines: Sequence[Inline]) -> Iterator[Node]:
    run: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) or _is_soft(text, inline):
            run.append(inline)
            continue
        yield from _text_of(text, run)
        run = []
        yield from _of_inline(text, inline)
    yield from _text_of(text, run)


def _is_soft(text: str, inline: Inline) -> bool:
    return isinstance(inline, Break) and bool(SOFT_BREAK.match(text, inline.span.start))


def _text_of(text: str, run: list[Inline]) -> Iterator[Node]:
    if run:
        yield from _node(text, "text", run[0].span.start, run[-1].span.end)


def _of_inline(text: str, inline: Inline) -> Iterator[Node]:
    start, end = inline.span
    kind = EMPHASIS[inline.mark] if isinstance(inline, Emphasis) else NAMES[type(inline)]
    yield from _node(text, kind, start, end)
    match inline:
        case Link(bare=True):
            inside = text[start] == "<"
            yield from _node(text, "text", start + inside, end - inside)
        case Emphasis() | Link():
            yield from _of_inlines(text, inline.children)


def _node(text: str, kind: str, start: int, end: int) -> Iterator[Node]:
    """A node without the blanks around it; no text that holds nothing else."""
    if kind == "break":
        line_end = LINE_END.search(text, start)
        assert line_end, "a break has a line end"
        yield Node(kind, start, line_end.start(), "")
        return
    words = text[start:end]
    if kind in ("text", "blockquote", "list", "listItem", "footnoteDefinition"):
        words = QUOTED.sub("", words)
    bare = words.strip(BLANKS)
    start += len(words) - len(words.lstrip(BLANKS)) if bare else 0
    if bare or kind != "text":
        yield Node(kind, start, start + len(bare), bare)
