"""The tree of a Markdown document as lines of text: from kettext's nodes, and from mistune."""

import re
from collections.abc import Callable, Iterator, Sequence
from string import punctuation
from typing import TypedDict, cast

import mistune

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Break,
    Cell,
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
    Text,
    children_of,
)

PLAIN = mistune.create_markdown(
    renderer=None,
    plugins=(
        "table",
        "mistune.plugins.table.table_in_list",
        "mistune.plugins.table.table_in_quote",
        "strikethrough",
        "footnotes",
        "task_lists",
        "url",
    ),
)
ESCAPE = re.compile(rf"\\([{re.escape(punctuation)}])")
BLANKS = " \t\r\n\f"
CONTINUED = re.compile(r"[\s>]+")  # code and HTML of a quote have its marks in their slices


class Attributes(TypedDict, total=False):
    level: int
    ordered: bool
    checked: bool
    url: str


class Token(TypedDict, total=False):
    type: str
    raw: str
    style: str
    tight: bool
    children: "list[Token]"
    attrs: Attributes


def tree_of_document(document: Document) -> list[str]:
    """The nodes, with the words that their spans cover."""
    return [line for block in document.blocks for line in _of_block(document, block)]


def tree_of_mistune(document: Document) -> list[str]:
    """The same for a plain parse of the source."""
    first = document.blocks[0] if document.blocks else None
    text = document.source.text[first.span.end if isinstance(first, FrontMatter) else 0 :]
    return list(_of_tokens(cast("list[Token]", PLAIN(text))))


def may_differ(document: Document) -> bool:
    """Whether there is something in it that kettext reads otherwise than mistune, and means to."""
    last: dict[Block | None, Block] = {}
    for block, parent in document.tree:
        before = last.get(parent)
        if before and _is_read_otherwise(before, block):
            return True
        if isinstance(parent, Footnote) and isinstance(block, Definition | Footnote):
            return True  # mistune learns of it when all else is done
        if isinstance(parent, ListItem) and isinstance(block, Definition):
            return True  # for mistune the item starts behind it, perhaps with a box
        last[parent] = block
    return False


def _is_read_otherwise(before: Block, block: Block) -> bool:
    """Containers in a row, which mistune may re-order, and paragraphs that it continues behind."""
    containers = isinstance(before, List | Quote) and isinstance(block, List | Quote)
    return containers or (isinstance(before, Paragraph) and isinstance(block, Footnote))


def _of_block(document: Document, block: Block) -> Iterator[str]:
    match block:
        case Definition() | Footnote() | FrontMatter():  # mistune has them elsewhere or not at all
            return
        case Heading():
            yield f"heading {block.level}"
        case List():
            yield f"list {block.ordered} {block.tight}"
        case ListItem():
            yield f"item {block.checked}"
        case Html():
            yield f"html {_squeezed(document.source.slice(block.span))}"
        case _:
            yield type(block).__name__.lower()
    if isinstance(block, Heading | Paragraph | Cell):
        yield from _of_inlines(document, document.inlines(block))
    for child in children_of(block):
        yield from _of_block(document, child)


def _of_inlines(document: Document, inlines: Sequence[Inline]) -> Iterator[str]:
    for inline in inlines:
        yield from _of_inline(document, inline, document.source.slice(inline.span))


def _of_inline(document: Document, inline: Inline, words: str) -> Iterator[str]:
    match inline:
        case Text():
            yield _text(ESCAPE.sub(r"\1", words))
        case Emphasis():
            yield f"emphasis {len(inline.mark)}"
            yield from _of_inlines(document, inline.children)
        case Link():
            yield f"link {inline.target}"
            yield from _of_inlines(document, inline.children)
            if inline.bare:
                yield _text(words[1:-1] if words.startswith("<") else words)
        case Image():
            yield f"image {inline.target}"
        case CodeSpan():
            yield f"code {_squeezed(words.strip('`'))}"
        case FootnoteReference():
            yield f"reference {mistune.unikey(inline.label)}"
        case InlineHtml():
            yield f"tag {_squeezed(words)}"
        case Break():
            yield "break"


def _squeezed(words: str) -> str:
    return CONTINUED.sub("", words)


def _of_tokens(tokens: list[Token]) -> Iterator[str]:
    texts: list[str] = []
    for token in tokens:
        if token["type"] == "text":
            texts.append(token["raw"])
            continue
        yield from _joined(texts)
        texts.clear()
        yield from _of_token(token)
    yield from _joined(texts)


def _joined(texts: list[str]) -> Iterator[str]:
    if text := "".join(texts):
        yield _text(text)


def _text(words: str) -> str:
    """Only in addresses that stand in a link's text, mistune keeps the backslashes of escapes."""
    return "text " + (ESCAPE.sub(r"\1", words) if "://" in words else words)


def _of_token(token: Token) -> Iterator[str]:
    kind, children = token["type"], token.get("children", [])
    is_empty = not token.get("raw", "").strip(BLANKS) and not list(_of_tokens(children))
    if is_empty and (kind in ("paragraph", "block_text") or token.get("style") == "indent"):
        return  # kettext has no node where there are no characters
    if kind in NAMES:
        yield NAMES[kind]
    elif kind in DETAILS:
        yield DETAILS[kind](token)
    if kind not in ("image", "footnotes"):
        yield from _of_tokens(children)


NAMES = {
    "paragraph": "paragraph",
    "block_text": "paragraph",
    "block_quote": "quote",
    "block_code": "code",
    "thematic_break": "thematicbreak",
    "table": "table",
    "table_cell": "cell",
    "softbreak": "break",
    "linebreak": "break",
}
DETAILS: dict[str, Callable[[Token], str]] = {
    "heading": lambda token: f"heading {token['attrs']['level']}",
    "list": lambda token: f"list {token['attrs']['ordered']} {token['tight']}",
    "list_item": lambda _: "item None",
    "task_list_item": lambda token: f"item {token['attrs']['checked']}",
    "block_html": lambda token: f"html {_squeezed(token['raw'])}",
    "emphasis": lambda _: "emphasis 1",
    "strong": lambda _: "emphasis 2",
    "strikethrough": lambda _: "emphasis 2",
    "link": lambda token: f"link {token['attrs']['url']}",
    "image": lambda token: f"image {token['attrs']['url']}",
    "codespan": lambda token: f"code {_squeezed(token['raw'])}",
    "inline_html": lambda token: f"tag {_squeezed(token['raw'])}",
    "footnote_ref": lambda token: f"reference {token['raw']}",
}
