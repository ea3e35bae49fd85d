"""Markdown, read with mistune; unlike its tokens, every node knows its place in the file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import cast

from mistune import InlineParser, Markdown
from mistune.plugins.footnotes import REF_FOOTNOTE, footnotes
from mistune.plugins.formatting import strikethrough
from mistune.plugins.table import table, table_in_list, table_in_quote
from mistune.plugins.task_lists import TASK_LIST_ITEM
from mistune.plugins.url import url

from kettext.article.document import Document, Syntax, Tree
from kettext.article.nodes import (
    Block,
    Cell,
    Code,
    Definition,
    Footnote,
    FrontMatter,
    Heading,
    Html,
    Leaf,
    LeafBlock,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
    walk,
)
from kettext.formats.blocks import PlacingParser, parse_blocks, parse_footnote
from kettext.formats.front_matter import front_matter
from kettext.formats.inlines import InlineToken
from kettext.formats.leaves import ParseInlines, read_leaf, visible_text
from kettext.formats.states import BLANKS, BlockToken
from kettext.formats.walk import LeafText
from kettext.text.source import Source, Span

SUFFIXES = (".md", ".markdown", ".mdx")
SYNTAX = Syntax(heading_mark="#", comment_marks=("<!--", "-->"))
PLUGINS = (table, table_in_list, table_in_quote, strikethrough, footnotes, url)


def _parser() -> Markdown:
    parser = Markdown(block=PlacingParser(), inline=InlineParser(), plugins=PLUGINS)
    parser.block.register("ref_footnote", REF_FOOTNOTE, parse_footnote)
    return parser


PARSER = _parser()


@dataclass(frozen=True, slots=True, eq=False)
class _Leaves:
    """The texts of the leaf blocks, and the parser that knows the definitions of their document."""

    parse: ParseInlines
    texts: dict[LeafBlock, LeafText] = field(default_factory=dict)

    def read(self, block: LeafBlock) -> Leaf:
        return read_leaf(self.texts[block], block.span, self.parse)


def parse(source: Source) -> Document:
    """The blocks of a Markdown text; what the leaves among them hold is read when asked for."""
    front = front_matter(source)
    start = source.line_span(source.line_index(front.end)).end if front else 0
    state = parse_blocks(PARSER.block, source, start)

    def parse_inlines(text: str) -> list[InlineToken]:
        return cast("list[InlineToken]", PARSER.inline(text, state.env))

    leaves = _Leaves(parse_inlines)
    blocks = tuple(_blocks(leaves, cast("list[BlockToken]", state.tokens)))
    if front:
        blocks = (FrontMatter(front), *blocks)
    tree = tuple(walk(blocks))
    suspect = _disorder(source, tree)
    return Document(source, "markdown", blocks, SYNTAX, leaves.read, suspect=suspect, tree=tree)


def _blocks(leaves: _Leaves, tokens: list[BlockToken]) -> Iterator[Block]:
    for token in tokens:
        maker = MAKERS.get(token["type"])
        span = token["stamp"].span() if maker else None
        if maker and span:  # mistune has code blocks of nothing but blanks, and empty tasks
            yield maker(leaves, token, span)
    tokens.clear()  # they and their state refer to each other, and would stay in memory


def _heading(leaves: _Leaves, token: BlockToken, span: Span) -> Heading:
    text = _leaf_text(token)
    heading = Heading(span, visible_text(text, leaves.parse), token["attrs"]["level"])
    leaves.texts[heading] = text
    return heading


def _paragraph(leaves: _Leaves, token: BlockToken, span: Span) -> Paragraph:
    paragraph = Paragraph(span)
    leaves.texts[paragraph] = _leaf_text(token)
    return paragraph


def _cell(leaves: _Leaves, token: BlockToken) -> Cell:
    text = _leaf_text(token)
    cell = Cell(text.span(0, len(text.text)))
    leaves.texts[cell] = text
    return cell


def _leaf_text(token: BlockToken) -> LeafText:
    written, stamp = token["text"], token["stamp"]
    start = stamp.text_start + len(written) - len(written.lstrip(BLANKS))
    return LeafText(written.strip(BLANKS), stamp.state, start)


def _table(leaves: _Leaves, token: BlockToken, span: Span) -> Table:
    head, body = token["children"]
    rows = (head, *body["children"])
    cells = (tuple(_cell(leaves, cell) for cell in row["children"]) for row in rows)
    return Table(span, tuple(cells))


def _list(leaves: _Leaves, token: BlockToken, span: Span) -> List:
    items = tuple(_item(leaves, item) for item in token["children"])
    return List(span, items, ordered=token["attrs"]["ordered"], tight=token["tight"])


def _item(leaves: _Leaves, token: BlockToken) -> ListItem:
    checked = _take_task_box(token["children"])
    span = token["stamp"].span()
    assert span, "an item has at least its marker"
    return ListItem(span, tuple(_blocks(leaves, token["children"])), checked)


def _take_task_box(children: list[BlockToken]) -> bool | None:
    """Whether the box that an item starts with is ticked, None if there is none.

    The box is taken out of the paragraph behind it.
    """
    first = children[0] if children else None
    if not first or first["type"] not in ("paragraph", "block_text"):
        return None
    box = TASK_LIST_ITEM.match(first["text"])
    if not box:
        return None
    first["text"] = first["text"][box.end() :]
    first["stamp"].start += box.end()
    first["stamp"].text_start += box.end()
    return box[1] != "[ ]"


def _quote(leaves: _Leaves, token: BlockToken, span: Span) -> Quote:
    return Quote(span, tuple(_blocks(leaves, token["children"])))


def _footnote(leaves: _Leaves, token: BlockToken, span: Span) -> Footnote:
    return Footnote(span, token["label"], tuple(_blocks(leaves, token["children"])))


MAKERS: dict[str, Callable[[_Leaves, BlockToken, Span], Block]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "block_text": _paragraph,
    "table": _table,
    "list": _list,
    "block_quote": _quote,
    "footnote": _footnote,
    "definition": lambda _, token, span: Definition(span, token["label"], token["target"]),
    "block_code": lambda _, __, span: Code(span),
    "block_html": lambda _, __, span: Html(span),
    "thematic_break": lambda _, __, span: ThematicBreak(span),
}


def _disorder(source: Source, tree: Tree) -> str:
    """Why the parse can't be trusted: blocks overlap, or leave the block they stand in."""
    ends: dict[Block | None, int] = {}
    for block, parent in tree:
        follows = block.span.start >= ends.get(parent, 0)
        if not follows or (parent and not parent.span.contains(block.span)):
            return f"line {source.position(block.span.start).line} is read out of order"
        ends[parent] = block.span.end
    return ""
