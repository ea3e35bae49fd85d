"""The whole tree of articles with all spans, as JSON: for programs that build on kettext."""

from collections.abc import Iterable
from typing import TextIO

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Cell,
    Emphasis,
    Heading,
    Inline,
    Link,
    Paragraph,
    Table,
    children_of,
)
from kettext.reports import json
from kettext.reports.terminal import Look
from kettext.runner.reading import Result
from kettext.text.source import Span

NAMES = {
    "Heading": "heading", "Paragraph": "paragraph", "List": "list", "ListItem": "item",
    "Quote": "quote", "Table": "table", "Cell": "cell", "Code": "code", "Html": "html",
    "ThematicBreak": "break", "Footnote": "footnote", "Definition": "definition",
    "FrontMatter": "front-matter", "Boilerplate": "boilerplate",
    "Text": "text", "Emphasis": "emphasis", "Link": "link", "Image": "image",
    "CodeSpan": "code-span", "FootnoteReference": "footnote-reference",
    "InlineHtml": "inline-html", "Break": "line-break",
}  # fmt: skip


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write one JSON object about the trees of all articles."""
    del look  # machines read it
    json.write(stream, [_document(result) for result in results], indent=None)


def _document(result: Result) -> json.Record:
    document = result.document if not result.skipped else None
    return {
        **json.head(result),
        "suspect": (document.suspect or None) if document else None,
        "title": document.title if document else "",
        "blocks": [_block(document, block) for block in document.blocks] if document else [],
    }


def _block(document: Document, block: Block) -> json.Record:
    """Containers nest at most as deep as the reader goes, which is twenty levels."""
    record = _own(block)
    if isinstance(block, Heading | Paragraph | Cell):
        leaf = document.leaf_of(block)
        record["exact"] = leaf.exact
        record["sentences"] = [list(span) for span in document.sentences(block)]
        record["inlines"] = [_inline(inline) for inline in leaf.inlines]
    elif isinstance(block, Table):
        record["rows"] = [[_block(document, cell) for cell in row] for row in block.rows]
    elif children_of(block):
        record["children"] = [_block(document, child) for child in children_of(block)]
    return record


def _inline(inline: Inline) -> json.Record:
    record = _own(inline)
    if isinstance(inline, Emphasis | Link):
        record["inlines"] = [_inline(child) for child in inline.children]
    return record


def _own(node: Block | Inline) -> json.Record:
    """What a node says of itself, without what stands in it."""
    names = ("span", *type(node).__slots__)
    values = {name: getattr(node, name) for name in names if name not in ("children", "rows")}
    shown = {
        name: list(value) if isinstance(value, Span) else value for name, value in values.items()
    }
    return {"type": NAMES[type(node).__name__], **shown}
