"""Inline nodes from mistune's inline tokens, which do not say where they were read.

The tokens come in the order of the text and hold nearly all of it, so a cursor walks along: each
token must start where the one before it ended, and the last must end with the text. Where one does
not, the walk fails; nothing is ever searched for.
"""

import re
from collections.abc import Callable
from html import unescape
from html.entities import html5
from string import punctuation
from typing import TypedDict

from mistune import unikey
from mistune.helpers import parse_link, parse_link_label

from kettext.article.nodes import (
    Break,
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Image,
    Inline,
    InlineHtml,
    Link,
    Text,
)
from kettext.formats.walk import Walk, WalkError
from kettext.text.prose import OBJECT
from kettext.text.source import Span

MARKS = {"emphasis": ("*", "_"), "strong": ("**", "__"), "strikethrough": ("~~",)}
TICKS = re.compile(r"`++")
BREAK = re.compile(r"(?:\\| *+)\n\s*+")
REFERENCE = re.compile(r"\[\^(?P<label>(?:[^\\\[\]\s]|\\.){1,500})\]")
LINE_BREAK_TAG = re.compile(r"<br\s*+/?>", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")


class Attributes(TypedDict, total=False):
    url: str


class InlineToken(TypedDict, total=False):
    """What is read of mistune's inline tokens."""

    type: str
    raw: str
    children: "list[InlineToken]"
    attrs: Attributes
    ref: str


def read_inlines(walk: Walk, tokens: list[InlineToken]) -> tuple[Inline, ...]:
    """The nodes of tokens that follow one another. Raises WalkError if the text does not agree."""
    nodes: list[Inline] = []
    for token in tokens:
        if token.get("raw") == "":
            continue  # mistune leaves such texts between marks
        node = READERS[token["type"]](walk, token)
        last = nodes[-1] if nodes else None
        if isinstance(node, Text) and isinstance(last, Text):  # mistune parts them around entities
            nodes[-1] = Text(Span(last.span.start, node.span.end))
        else:
            nodes.append(node)
    return tuple(nodes)


def _read_text(walk: Walk, token: InlineToken) -> Text:
    start, raw = walk.cursor, token["raw"]
    escapes = _escapes(walk.leaf.text, start, raw)
    walk.cursor = start + len(raw) + len(escapes)
    begin = start
    for end in (*escapes, walk.cursor):
        _add_text(walk, begin, end)
        begin = end + 1
    return Text(walk.span_since(start))


def _escapes(text: str, start: int, raw: str) -> list[int]:
    """Where backslashes stand that mistune took out."""
    if "\\" not in raw and text.startswith(raw, start):
        return []
    escapes: list[int] = []
    cursor = start
    for character in raw:
        if character in punctuation and text.startswith("\\" + character, cursor):
            escapes.append(cursor)
            cursor += 2
        elif text.startswith(character, cursor):
            cursor += 1
        elif text.startswith(raw, start):
            return []  # an address within the text of a link, where it took out none
        else:
            raise WalkError
    return escapes


def _add_text(walk: Walk, begin: int, end: int) -> None:
    """Add a stretch to the prose; an escaped `&` is a text of its own, so it starts no entity."""
    for match in ENTITY.finditer(walk.leaf.text, begin, end):
        if not match["name"] or match["name"] + ";" in html5:
            decoded = unescape(match[0]).replace("\n", " ").replace("\r", " ")
            walk.add_copy(begin, match.start())
            walk.add(decoded, walk.leaf.span(*match.span()), decoded)
            begin = match.end()
    walk.add_copy(begin, end)


def _read_emphasis(walk: Walk, token: InlineToken) -> Emphasis:
    start = walk.cursor
    mark = next((mark for mark in MARKS[token["type"]] if walk.sees(mark)), None)
    if not mark:
        raise WalkError
    walk.pass_literal(mark)
    children = read_inlines(walk, token["children"])
    walk.pass_literal(mark)
    return Emphasis(walk.span_since(start), mark, children)


def _read_code(walk: Walk, token: InlineToken) -> CodeSpan:
    start = walk.cursor
    opening = walk.pass_pattern(TICKS)[0]
    closings = TICKS.finditer(walk.leaf.text, walk.cursor)
    closing = next((match for match in closings if match[0] == opening), None)
    if not closing:
        raise WalkError
    walk.cursor = closing.end()
    span = walk.span_since(start)
    walk.add(OBJECT, span, token["raw"])
    return CodeSpan(span)


def _read_link(walk: Walk, token: InlineToken) -> Link:
    start, target = walk.cursor, token["attrs"]["url"]
    if not walk.sees("["):
        return _read_address(walk, token)
    walk.pass_literal("[")
    children = read_inlines(walk, token["children"])
    walk.pass_literal("]")
    _pass_target(walk, token)
    return Link(walk.span_since(start), target, children)


def _read_address(walk: Walk, token: InlineToken) -> Link:
    start, address = walk.cursor, token["children"][0]["raw"]
    walk.pass_literal(f"<{address}>" if walk.sees("<") else address)
    span = walk.span_since(start)
    walk.add(OBJECT, span, address)
    return Link(span, token["attrs"]["url"], (), bare=True)


def _read_image(walk: Walk, token: InlineToken) -> Image:
    start = walk.cursor
    walk.pass_literal("![")
    alt = Walk(walk.leaf, walk.cursor)  # what it collects is no prose of this block
    read_inlines(alt, token["children"])
    alt_span = alt.span_since(walk.cursor)
    walk.cursor = alt.cursor
    walk.pass_literal("]")
    _pass_target(walk, token)
    span = walk.span_since(start)
    walk.add(OBJECT, span, alt.visible_text())
    return Image(span, token["attrs"]["url"], alt_span)


def _pass_target(walk: Walk, token: InlineToken) -> None:
    end: int | None
    if "ref" in token:
        end = walk.cursor  # there need not be a label
        if walk.sees("["):
            end = parse_link_label(walk.leaf.text, walk.cursor + 1)[1] or end
    else:
        walk.pass_literal("(")
        end = parse_link(walk.leaf.text, walk.cursor)[1]
    if end is None:
        raise WalkError
    walk.cursor = end


def _read_break(walk: Walk, _: InlineToken) -> Break:
    start = walk.cursor
    walk.pass_pattern(BREAK)
    span = walk.span_since(start)  # to the text of the next line: a quote's marks are within
    walk.add_blank(span)
    return Break(span)


def _read_html(walk: Walk, token: InlineToken) -> InlineHtml:
    start = walk.cursor
    walk.pass_literal(token["raw"])
    span = walk.span_since(start)
    if LINE_BREAK_TAG.fullmatch(token["raw"]):
        walk.add_blank(span)
    return InlineHtml(span)


def _read_footnote_reference(walk: Walk, token: InlineToken) -> FootnoteReference:
    start = walk.cursor
    label = walk.pass_pattern(REFERENCE)["label"]
    if unikey(label) != token["raw"]:
        raise WalkError
    return FootnoteReference(walk.span_since(start), label)


READERS: dict[str, Callable[[Walk, InlineToken], Inline]] = {
    "text": _read_text,
    "emphasis": _read_emphasis,
    "strong": _read_emphasis,
    "strikethrough": _read_emphasis,
    "codespan": _read_code,
    "link": _read_link,
    "image": _read_image,
    "softbreak": _read_break,
    "linebreak": _read_break,
    "inline_html": _read_html,
    "footnote_ref": _read_footnote_reference,
}
