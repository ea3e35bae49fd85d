"""What holds for every Markdown document; the tests and a benchmark check these laws.

A law looks at all parts of a document that it is about and yields a line for each of them: "" where
it holds, else what is wrong. So the number of lines is the number of parts that were seen.
"""

import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Break,
    CodeSpan,
    Definition,
    Emphasis,
    Footnote,
    FootnoteReference,
    Heading,
    Image,
    Inline,
    InlineHtml,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Table,
    walk_inlines,
)
from kettext.formats.markdown import parse
from kettext.text.source import NEWLINE, Source, Span, decode, source_of
from tests.trees import may_differ, tree_of_document, tree_of_mistune

BETWEEN = re.compile(r"[\s>]*+")  # the marks of a quote stand in front of all that it holds
BARS = re.compile(r"[\s>|:-]*+")
MARKER = re.compile(r"(?:[*+-]|\d{1,9}[.)])[\s>]*+(?:\[[ xX]\])?[\s>]*+")
LABEL = re.compile(r"\[\^[^\]]+\]:[\s>]*+")
MARKS: dict[type[Block | Inline], re.Pattern[str]] = {
    Heading: re.compile(r"#{1,6}(?!#).*|.*[=-]", re.DOTALL),
    Quote: re.compile(r">.*", re.DOTALL),
    ListItem: re.compile(r"(?:[*+-]|\d{1,9}[.)])(?:\s.*)?", re.DOTALL),
    Footnote: re.compile(r"\[\^.*\]:.*", re.DOTALL),
    Definition: re.compile(r"\[.*\]:.*", re.DOTALL),
    Emphasis: re.compile(r"([*_]|\*\*|__|~~)(?!\s).*(?<!\s)\1", re.DOTALL),
    CodeSpan: re.compile(r"(`+)(?!`).*(?<!`)\1", re.DOTALL),
    Link: re.compile(r"\[.*[\])]|<.*>|https?://\S*", re.DOTALL),
    Image: re.compile(r"!\[.*[\])]", re.DOTALL),
    FootnoteReference: re.compile(r"\[\^\S*\]"),
    InlineHtml: re.compile(r"<.*>", re.DOTALL),
    Break: re.compile(r"(?:\\| *)(?:\r\n|\r|\n)[\s>]*"),
}


def blocks_nest(document: Document) -> Iterator[str]:
    """Each block stands within its parent and behind its sibling."""
    ends: dict[Block | None, int] = {}
    for block, parent in document.tree:
        whole = parent.span if parent else Span(0, len(document.source.text))
        nests = whole.contains(block.span) and block.span.start >= ends.get(parent, 0)
        yield "" if nests else _quoted(document, block.span)
        ends[parent] = block.span.end


def nothing_is_left_out(document: Document) -> Iterator[str]:
    """What stands between blocks is blank, or a mark of the block that they stand in."""
    children: dict[Block | None, list[Block]] = {None: []}
    for block, parent in document.tree:
        children.setdefault(parent, []).append(block)
    for parent, blocks in children.items():
        for gap, pattern in zip(_gaps(document, parent, blocks), _patterns(parent), strict=False):
            held = pattern.fullmatch(document.source.slice(gap))
            yield "" if held else f"{type(parent).__name__} {_quoted(document, gap)}"


def _gaps(document: Document, parent: Block | None, blocks: list[Block]) -> Iterator[Span]:
    whole = parent.span if parent else Span(0, len(document.source.text))
    ends = [whole.start, *(block.span.end for block in blocks)]
    starts = [*(block.span.start for block in blocks), whole.end]
    return map(Span, ends, starts)


def _patterns(parent: Block | None) -> Iterator[re.Pattern[str]]:
    """What may stand in the gaps in front of, between and behind the blocks that a block holds."""
    match parent:
        case ListItem():
            yield MARKER
        case Footnote():
            yield LABEL
    while True:
        yield BARS if isinstance(parent, Table) else BETWEEN


def blocks_stand_alone(document: Document) -> Iterator[str]:
    """The slice of a block at the top, parsed alone, is one block of the same type.

    But not a table that is none because of the line behind it, which has a bar too many.
    """
    for block in document.blocks:
        if document.source.slice(block.span).isspace():  # to mistune, not all of these are blanks
            continue
        line = document.source.line_index(block.span.start)
        start = document.source.line_starts[line]  # code may be indented
        alone = parse(source_of(document.source.text[start : block.span.end])).blocks
        if isinstance(block, Paragraph) and any(isinstance(other, Table) for other in alone):
            continue
        same = len(alone) == 1 and type(alone[0]) is type(block)
        yield "" if same else f"{type(block).__name__} {_quoted(document, block.span)}"


def marks_are_covered(document: Document) -> Iterator[str]:
    """The slice of a node starts and ends with the marks that make it one."""
    nodes: list[Block | Inline] = [block for block, _ in document.tree]
    for leaf, _ in document.leaves:
        nodes.extend(walk_inlines(document.inlines(leaf)))
    for node in nodes:
        if pattern := MARKS.get(type(node)):
            held = pattern.fullmatch(document.source.slice(node.span))
            yield "" if held else f"{type(node).__name__} {_quoted(document, node.span)}"


def inlines_tile(document: Document) -> Iterator[str]:
    """Each inline node starts where the one before it ends, and together they fill the block."""
    for leaf, _ in document.leaves:
        inlines = document.inlines(leaf)
        whole = leaf.span
        if isinstance(leaf, Heading) and inlines:
            whole = Span(
                max(whole.start, inlines[0].span.start), min(whole.end, inlines[-1].span.end)
            )
        yield from _tiles(document, inlines, whole)


def _tiles(document: Document, inlines: Sequence[Inline], whole: Span) -> Iterator[str]:
    end = whole.start
    for inline in inlines:
        yield "" if inline.span.start == end else _quoted(document, inline.span)
        end = inline.span.end
        yield from _tiles(document, *_inside(document, inline))
    if inlines:
        yield "" if end == whole.end else _quoted(document, whole)


def _inside(document: Document, inline: Inline) -> tuple[Sequence[Inline], Span]:
    start, end = inline.span
    match inline:
        case Emphasis():
            return inline.children, Span(start + len(inline.mark), end - len(inline.mark))
        case Link() if inline.children:
            closing = inline.children[-1].span.end
            is_closed = document.source.text[closing] == "]"
            return inline.children, Span(start + 1, closing if is_closed else -1)
        case _:
            return (), inline.span


def prose_leads_back(document: Document) -> Iterator[str]:
    """The pieces of a prose follow one another in it and in the block, and copies are copies."""
    for leaf, _ in document.leaves:
        prose = document.prose(leaf)
        length, end = 0, leaf.span.start
        for piece in prose.pieces:
            text = prose.text[piece.start : piece.start + piece.length]
            follows = piece.start == length and end <= piece.source.start <= leaf.span.end
            same = not piece.is_verbatim() or text == document.source.slice(piece.source)
            yield "" if follows and same else f"{text!r} {_quoted(document, piece.source)}"
            length, end = piece.start + piece.length, piece.source.end
        whole = length == len(prose.text) and end <= leaf.span.end
        yield "" if whole and not NEWLINE.search(prose.text) else _quoted(document, leaf.span)


def leaves_are_exact(document: Document) -> Iterator[str]:
    """The walk along the text of a leaf never fails."""
    for leaf, _ in document.leaves:
        yield "" if document.leaf_of(leaf).exact else _quoted(document, leaf.span)


def tree_is_that_of_mistune(document: Document) -> Iterator[str]:
    """The nodes, with the words in their spans, are those that mistune finds."""
    ours, plain = tree_of_document(document), tree_of_mistune(document)
    if ours != plain and may_differ(document):
        return
    for own, other in zip_longest(ours, plain):
        yield "" if own == other else f"{own!r}, not {other!r}"


LAWS: tuple[Callable[[Document], Iterator[str]], ...] = (
    blocks_nest,
    nothing_is_left_out,
    blocks_stand_alone,
    marks_are_covered,
    inlines_tile,
    prose_leads_back,
    leaves_are_exact,
    tree_is_that_of_mistune,
)
DISTURBANCES: dict[str, Callable[[str], Source]] = {
    "as it is": source_of,
    "CRLF everywhere": lambda text: source_of(NEWLINE.sub("\r\n", text)),
    "CR and a byte-order mark": lambda text: decode(BOM_UTF8 + NEWLINE.sub("\r", text).encode()),
    "every line quoted": lambda text: source_of(_each_line(text, lambda line: "> " + line)),
    "all in a list item": lambda text: source_of(
        "- item\n\n" + _each_line(text, lambda line: "\t" + line if line.strip() else line)
    ),
}


def _each_line(text: str, change: Callable[[str], str]) -> str:
    return "\n".join(change(line) for line in NEWLINE.split(text))


@dataclass(slots=True)
class Tally:
    """How many parts the laws have seen, and what was wrong with some."""

    seen: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def look_at(self, source: Source) -> None:
        """Check all laws on a document; one that is suspect is only counted."""
        document = parse(source)
        self.seen["documents"] += 1
        if document.suspect:
            self.seen["suspect documents"] += 1
            return
        for law in LAWS:
            for line in law(document):
                self.seen[law.__name__] += 1
                if line:
                    self.wrong.append(f"{law.__name__}: {line}")

    def below(self, floors: dict[str, int]) -> list[str]:
        """What was seen less often than it should have been."""
        return [
            f"{name}: {self.seen[name]:,} of {floor:,}"
            for name, floor in floors.items()
            if self.seen[name] < floor
        ]


def _quoted(document: Document, span: Span) -> str:
    line = document.source.position(max(0, min(span.start, len(document.source.text)))).line
    return f"line {line}: {document.source.slice(span)[:80]!r}"
