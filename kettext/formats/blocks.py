"""Block parsing with places: mistune's parser, which notes for every token where it was read."""

import re
import string
from re import Match
from typing import cast

from mistune import BlockParser, BlockState, escape_url
from mistune.helpers import parse_link_href, unescape_char
from mistune.plugins.footnotes import parse_ref_footnote

from kettext.formats.states import BLANKS, STAMP, BlockToken, Container, PlacedState, Stamp
from kettext.formats.tables import stamp_cells
from kettext.text.source import NEWLINE, Source

CONTAINERS = ("list", "block_quote")


class PlacingParser(BlockParser):
    """mistune's block parser; tokens bring their stamps, definitions are tokens at their places.

    It differs in one respect: a list or quote that ends another one is not parsed within the call
    for the first, but after it. mistune mixes up their order, and crashes on hundreds in a row.
    """

    state_cls = PlacedState

    def parse_method(self, m: Match[str], state: BlockState) -> int | None:
        assert isinstance(state, PlacedState)
        if m.lastgroup in CONTAINERS:
            return self._parse_container(m, state)
        start = state.cursor
        end = super().parse_method(m, state)
        if not end:
            return None
        state.stamp_last(start, end)
        if state.container:
            state.container.cut = start
        last = state.tokens[-1]
        if m.lastgroup == "setex_heading":
            last[STAMP].end = end  # it was a paragraph up to here
        elif last["type"] == "table" and m.lastgroup in ("table", "nptable"):
            stamp_cells(cast("BlockToken", last), state, framed=m.lastgroup == "table")
        return end

    def _parse_container(self, m: Match[str], state: PlacedState) -> int | None:
        start, count = state.cursor, len(state.tokens)
        if state.container:
            state.append_token({"type": "boundary"})  # mistune wants a token, and will go on here
            return start
        state.container = container = Container(state.line_index(start))
        end = super().parse_method(m, state)
        state.container = None
        for token in state.tokens[max(0, count - 1) :]:  # what ended it may stand behind it
            if end and token["type"] in CONTAINERS and STAMP not in token:
                token[STAMP] = Stamp(state, start, container.cut or end, start)
                if token["type"] == "list":
                    _stamp_items(cast("BlockToken", token), state, container.item_lines)
        return end

    def _parse_indent_code_fast(self, state: BlockState) -> int | None:
        assert isinstance(state, PlacedState)
        start = state.cursor
        if state.src[start] not in " \t":  # what is the commonest, is seen at once
            return None
        end = super()._parse_indent_code_fast(state)
        if end:
            state.stamp_last(start, end)
        return end

    def parse_atx_heading(self, m: Match[str], state: BlockState) -> int:
        """Like mistune's, whose search for the closing marks is quadratic."""
        assert isinstance(state, PlacedState)
        written = m["atx_2"]
        text = _without_closing_marks(written.strip(string.whitespace))
        text_start = m.start("atx_2") + (written.index(text) if text else 0)
        end = m.end() + 1
        state.append_token(
            {
                "type": "heading",
                "text": text,
                "attrs": {"level": len(m["atx_1"])},
                STAMP: Stamp(state, state.cursor, end, text_start),
            }
        )
        return end

    def parse_ref_link(self, m: Match[str], state: BlockState) -> int | None:
        last = state.last_token()
        end = super().parse_ref_link(m, state)
        if end and not (last and last["type"] == "paragraph"):
            href, _ = parse_link_href(state.src, m.end(), block=True)
            target = escape_url(unescape_char(href or ""))
            state.append_token({"type": "definition", "label": m["reflink_1"], "target": target})
        return end


def parse_footnote(parser: BlockParser, m: Match[str], state: BlockState) -> int:
    """Parse the definition of a footnote with its blocks, which mistune does at the very end."""
    assert isinstance(state, PlacedState)
    end = parse_ref_footnote(parser, m, state)
    written = _without_indentation(m["footnote_text"])
    blank_lines = written[: len(written) - len(written.lstrip(BLANKS))].count("\n")
    line = state.line_index(m.start("footnote_text")) + blank_lines
    child = state.child(written.strip(BLANKS) + "\n", line)
    too_deep = state.depth() >= parser.max_nested_level - 1  # "[^1]: [^1]: [^1]: …"
    parser.parse(child, [rule for rule in parser.rules if not too_deep or rule != "ref_footnote"])
    state.append_token({"type": "footnote", "label": m["footnote_key"], "children": child.tokens})
    return end


def _without_indentation(text: str) -> str:
    """The text of a footnote with its lines as far to the left as the second one allows."""
    second = next((line for line in text.split("\n")[1:] if line.strip()), "")
    width = len(second) - len(second.lstrip(" "))
    return re.sub(rf"^ {{{width},}}", "", text, flags=re.MULTILINE) if width else text


def _without_closing_marks(text: str) -> str:
    bare = text.rstrip()
    unclosed = bare.rstrip("#")
    is_closed = unclosed != bare and (not unclosed or unclosed[-1].isspace())
    return unclosed.rstrip() if is_closed else text


def _stamp_items(token: BlockToken, state: PlacedState, lines: list[int]) -> None:
    end = token["stamp"].end
    for line, item in reversed(list(zip(lines, token["children"], strict=True))):
        start = state.line_starts[line]
        item["stamp"] = Stamp(state, start, end, start)
        end = start


def parse_blocks(parser: BlockParser, source: Source, start: int) -> PlacedState:
    """The state that holds the tokens of all blocks from the start of a line on."""
    state = PlacedState()
    state.source, state.base = source, source.line_index(start)
    text = source.text[start:]
    if "\r" in source.text:
        text = NEWLINE.sub("\n", text)
    else:
        state.shift = start
    state.process(text if text.endswith("\n") else text + "\n")
    parser.parse(state)
    return state
