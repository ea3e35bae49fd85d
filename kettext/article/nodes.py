"""The nodes of an article's tree: plain values, each with its span in the source.

Nodes are compared by identity: two paragraphs that say the same are two nodes. They are classes
written out, not dataclasses, which take a good part of a short run to make (docs/decisions/0004).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kettext.text.prose import Prose
from kettext.text.source import Span
from kettext.text.value import NamedTuple

NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?P<mark>[.):]?)\s+(?=\S)")


class Node:
    """What all nodes have; no type of its own, see Block and Inline."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span: Final = span

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.span.start}, {self.span.end})"


class Heading(Node):
    """`text` is what the reader sees, number included; `confidence` says how sure it is that this
    is a heading at all, `level_certain` whether its level is known: marked up, numbered, or the
    title. `number` is that of its section, such as "4.2", `title` the text without it."""

    __slots__ = ("confidence", "inferred", "level", "level_certain", "number", "text", "title")

    def __init__(
        self,
        span: Span,
        text: str,
        level: int,
        *,
        inferred: bool = False,
        confidence: float = 1.0,
        level_certain: bool = True,
    ) -> None:
        super().__init__(span)
        self.text: Final = text
        self.level: Final = level
        self.inferred: Final = inferred
        self.confidence: Final = confidence
        self.level_certain: Final = level_certain
        match = NUMBER.match(text)
        counts = match and (match["mark"] or "." in match["number"])
        self.number: Final = match["number"] if match and counts else None
        self.title: Final = text[match.end() :] if match and counts else text


class Paragraph(Node):
    __slots__ = ("confidence", "inferred")

    def __init__(self, span: Span, *, inferred: bool = False, confidence: float = 1.0) -> None:
        super().__init__(span)
        self.inferred: Final = inferred
        self.confidence: Final = confidence


class ListItem(Node):
    """`checked` is None where there is no task box."""

    __slots__ = ("checked", "children")

    def __init__(
        self, span: Span, children: "tuple[Block, ...]", checked: bool | None = None
    ) -> None:
        super().__init__(span)
        self.children: Final = children
        self.checked: Final = checked


class List(Node):
    __slots__ = ("children", "confidence", "inferred", "ordered", "tight")

    def __init__(
        self,
        span: Span,
        children: tuple[ListItem, ...],
        *,
        ordered: bool,
        tight: bool,
        inferred: bool = False,
        confidence: float = 1.0,
    ) -> None:
        super().__init__(span)
        self.children: Final = children
        self.ordered: Final = ordered
        self.tight: Final = tight
        self.inferred: Final = inferred
        self.confidence: Final = confidence


class Quote(Node):
    __slots__ = ("children",)

    def __init__(self, span: Span, children: "tuple[Block, ...]") -> None:
        super().__init__(span)
        self.children: Final = children


class Cell(Node):
    __slots__ = ()


class Table(Node):
    """`rows` holds the header first."""

    __slots__ = ("rows",)

    def __init__(self, span: Span, rows: tuple[tuple[Cell, ...], ...]) -> None:
        super().__init__(span)
        self.rows: Final = rows


class Code(Node):
    __slots__ = ()


class Html(Node):
    __slots__ = ()


class ThematicBreak(Node):
    __slots__ = ()


class Footnote(Node):
    """The text of a footnote, where it is defined."""

    __slots__ = ("children", "label")

    def __init__(self, span: Span, label: str, children: "tuple[Block, ...]") -> None:
        super().__init__(span)
        self.label: Final = label
        self.children: Final = children


class Definition(Node):
    """What a reference link points to."""

    __slots__ = ("label", "target")

    def __init__(self, span: Span, label: str, target: str) -> None:
        super().__init__(span)
        self.label: Final = label
        self.target: Final = target


class FrontMatter(Node):
    __slots__ = ()


class Boilerplate(Node):
    """A line of chrome in pasted text; `kind` as in chrome.txt, "" where only its place says what
    it is."""

    __slots__ = ("confidence", "inferred", "kind")

    def __init__(self, span: Span, kind: str = "") -> None:
        super().__init__(span)
        self.kind: Final = kind
        self.inferred: Final = True
        self.confidence: Final = 1.0


class Text(Node):
    __slots__ = ()


class Emphasis(Node):
    """`mark` is what stands on either side: `*`, `_`, `**`, `__` or `~~`."""

    __slots__ = ("children", "mark")

    def __init__(self, span: Span, mark: str, children: "tuple[Inline, ...]") -> None:
        super().__init__(span)
        self.mark: Final = mark
        self.children: Final = children


class Link(Node):
    """`bare` is an address that stands in the text as such."""

    __slots__ = ("bare", "children", "target")

    def __init__(
        self, span: Span, target: str, children: "tuple[Inline, ...]", *, bare: bool = False
    ) -> None:
        super().__init__(span)
        self.target: Final = target
        self.children: Final = children
        self.bare: Final = bare


class Image(Node):
    __slots__ = ("alt", "target")

    def __init__(self, span: Span, target: str, alt: Span) -> None:
        super().__init__(span)
        self.target: Final = target
        self.alt: Final = alt


class CodeSpan(Node):
    __slots__ = ()


class FootnoteReference(Node):
    __slots__ = ("label",)

    def __init__(self, span: Span, label: str) -> None:
        super().__init__(span)
        self.label: Final = label


class InlineHtml(Node):
    __slots__ = ()


class Break(Node):
    __slots__ = ()


Inline = Text | Emphasis | Link | Image | CodeSpan | FootnoteReference | InlineHtml | Break
LeafBlock = Heading | Paragraph | Cell
Block = (
    Heading | Paragraph | List | ListItem | Quote | Table | Cell | Code | Html | ThematicBreak
    | Footnote | Definition | FrontMatter | Boilerplate
)  # fmt: skip


class Leaf(NamedTuple):
    """What a leaf block holds. Where it is not `exact`, inlines have no spans of their own and are
    left out, prose maps to the whole block, and nothing in the block may be fixed."""

    inlines: tuple[Inline, ...]
    prose: Prose
    exact: bool = True


def children_of(block: Block) -> "Sequence[Block]":
    match block:
        case List() | ListItem() | Quote() | Footnote():
            return block.children
        case Table():
            return tuple(cell for row in block.rows for cell in row)
        case _:
            return ()


def walk(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block | None]]:
    """All blocks in reading order, each with the block it stands in. A loop: documents may nest
    deeply."""
    waiting: list[tuple[Block, Block | None]] = [(block, None) for block in reversed(blocks)]
    while waiting:
        block, parent = waiting.pop()
        yield block, parent
        waiting.extend((child, block) for child in reversed(children_of(block)))


def walk_inlines(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """All inlines in reading order."""
    waiting = list(reversed(inlines))
    while waiting:
        inline = waiting.pop()
        yield inline
        if isinstance(inline, Emphasis | Link):
            waiting.extend(reversed(inline.children))
