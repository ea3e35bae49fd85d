"""From pasted text to Markdown: marks of headings and lists, escapes, the missing heading of the
questions.

The conversion is one fix like any other. Its guard is that the new text, read as Markdown, has the
same headings, paragraphs and items as the old one, with those that the conversion itself adds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kettext.article.document import Document
from kettext.article.nodes import Block, Boilerplate, Heading, List, ListItem, Paragraph
from kettext.article.questions import FAQ_TITLE, faq_group
from kettext.fixer.ledger import same_text
from kettext.kit.finding import Applicability, Edit, Fix, Phase
from kettext.kit.headings import LINE_BREAK, on_one_line
from kettext.text.source import Source, Span

TITLE = "Write the article as Markdown"
MARKS = "#\\-"  # of headings, escapes and list items
MISREAD = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\r\n])"  # a backslash before punctuation or at the end of a line
    r"|(?<!\s)\*|\*(?!\s)(?!$)"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|`|~(?=~)|(?<=~)~"
    r"|\[(?=[^\]]*\][(:\[]|\^)"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,32};)",
    re.MULTILINE,
)
AT_START = re.compile(r"(?:[#>+*=~|:-]|\d{1,9}(?=(?P<dot>[.)])))")
MARKDOWN_MARK = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks that the new text must have, each with its kind and text."""

    blocks: tuple[tuple[str, str], ...]

    def objections(self, document: Document) -> Iterator[str]:
        """Where a document's blocks are not these."""
        found = tuple(_outline(document))
        if document.suspect:
            yield f"the new text can't be read for certain: {document.suspect}"
        for one, other in zip(self.blocks, found, strict=False):
            if one[0] != other[0] or not same_text(one[1], other[1]):
                yield f"“{one[1][:60]}” would be read as {other[0]}: “{other[1][:60]}”"
                return
        if len(self.blocks) != len(found):
            yield f"{len(self.blocks)} blocks would be read as {len(found)}"


def conversion(document: Document) -> tuple[Fix, Outline]:
    """The fix that turns pasted text into Markdown, and what must then be read."""
    questions = faq_group(document.headings)
    edits = list(_edits(document, questions))
    adds = (FAQ_TITLE,) if questions else ()
    fix = Fix(TITLE, _merged(edits), Applicability.SAFE, Phase.HEADINGS, adds=adds)
    return fix, Outline(tuple(_outline(document, questions)))


def _outline(document: Document, questions: Sequence[Heading] = ()) -> Iterator[tuple[str, str]]:
    for block in _blocks(document):
        if questions and block is questions[0]:
            yield f"heading {questions[0].level - 1}", FAQ_TITLE
        yield from _outlined(document.source, block)


def _blocks(document: Document) -> Iterator[Block]:
    """The top-level blocks. A list that has no marks becomes paragraphs: no bullet is made up."""
    for block in document.blocks:
        if isinstance(block, List) and block.inferred and not _has_marks(block):
            yield from block.children
        else:
            yield block


def _has_marks(block: List) -> bool:
    return any(
        item.children and item.children[0].span.start > item.span.start for item in block.children
    )


def _outlined(source: Source, block: Block) -> Iterator[tuple[str, str]]:
    text = source.slice(block.span)
    match block:
        case Heading():
            yield f"heading {block.level}", text
        case List():
            for item in block.children:
                yield "item", source.slice(_item_text(source, item))
        case Paragraph() | Boilerplate() | ListItem():
            yield "paragraph", text
        case _:
            yield type(block).__name__, text


def _edits(document: Document, questions: Sequence[Heading]) -> Iterator[Edit]:
    """The edits block by block; a gap that is too small is widened in front of the later block."""
    newline = document.source.newline()
    previous: Block | None = None
    is_pasted = document.format != "markdown"
    for block in _blocks(document):
        start = block.span.start
        mark = _mark(block, questions, newline)
        needs_gap = is_pasted or mark or (isinstance(previous, Heading) and previous.inferred)
        gap = (
            newline
            if previous and needs_gap and document.source.lines_down(previous.span, block.span) <= 1
            else ""
        )
        if is_pasted and _indent(document.source, block):
            yield Edit(_indent(document.source, block) or block.span)
        if gap or mark:
            yield Edit(Span(start, start), gap + mark)
        if mark:
            yield from on_one_line(document.source, block.span)
        if is_pasted:
            yield from _marked_text(document.source, block)
        previous = block


def _mark(block: Block, questions: Sequence[Heading], newline: str) -> str:
    if not isinstance(block, Heading) or not block.inferred:
        return ""
    faq = ""
    if questions and block is questions[0]:
        faq = f"{'#' * (block.level - 1)} {FAQ_TITLE}{newline * 2}"
    return faq + "#" * block.level + " "


def _indent(source: Source, block: Block) -> Span | None:
    """The blanks in front of a block, which Markdown could take for code."""
    start = source.line_starts[source.line_index(block.span.start)]
    return Span(start, block.span.start) if start < block.span.start else None


def _marked_text(source: Source, block: Block) -> Iterator[Edit]:
    if not isinstance(block, List):
        yield from _escapes(source, block.span, is_heading=isinstance(block, Heading))
        return
    for item in block.children:
        text = _item_text(source, item)
        mark = Span(item.span.start, text.start)
        if not MARKDOWN_MARK.fullmatch(source.slice(mark)):
            yield Edit(mark, "- ")
        yield from _escapes(source, text, is_heading=False)


def _item_text(source: Source, item: ListItem) -> Span:
    """An item without its mark; a mark that has a letter, such as "b)", is part of the text."""
    inner = item.children[0].span if item.children else item.span
    mark = source.text[item.span.start : inner.start]
    is_text = any(sign.isalnum() for sign in mark) and not MARKDOWN_MARK.fullmatch(mark)
    return Span(item.span.start if is_text else inner.start, item.span.end)


def _escapes(source: Source, span: Span, *, is_heading: bool) -> Iterator[Edit]:
    """A backslash before each character that Markdown would take for markup."""
    places = {match.start() for match in MISREAD.finditer(source.text, span.start, span.end)}
    if not is_heading:
        places |= set(_line_starts(source, span))
    for place in sorted(places):
        yield Edit(Span(place, place), "\\")
    if is_heading and source.text[span.end - 1] == "#":
        yield Edit(Span(span.end - 1, span.end - 1), "\\")


def _line_starts(source: Source, span: Span) -> Iterator[int]:
    """Where the lines of a block begin as only a block of Markdown may."""
    starts = [match.end() for match in LINE_BREAK.finditer(source.text, span.start, span.end)]
    for start in (span.start, *starts):
        match = AT_START.match(source.text, start, span.end)
        if match:
            yield match.start("dot") if match["dot"] else start


def _merged(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits in order; those that stand side by side become one."""
    merged: list[Edit] = []
    for edit in sorted(edits):
        if merged and merged[-1].span.end == edit.span.start:
            last = merged.pop()
            edit = Edit(Span(last.span.start, edit.span.end), last.text + edit.text)
        merged.append(edit)
    return tuple(merged)
