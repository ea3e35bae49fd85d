"""The nodes of an article's tree: plain values, each with its span in the source.

Nodes are compared by identity: two paragraphs that say the same are two nodes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kettext.text.prose import Prose
from kettext.text.source import Span

NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?P<mark>[.):]?)\s+(?=\S)")


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """`text` is what the reader sees, number included; `confidence` says how sure it is that this
    is a heading at all, `level_certain` whether its level is known: marked up, numbered, or the
    title."""

    span: Span
    text: str
    level: int
    inferred: bool = False
    confidence: float = 1.0
    level_certain: bool = True

    @property
    def number(self) -> str | None:
        """The section number, such as "4.2"."""
        match = NUMBER.match(self.text)
        return match["number"] if match and (match["mark"] or "." in match["number"]) else None

    @property
    def title(self) -> str:
        """The text without the section number."""
        match = NUMBER.match(self.text)
        return self.text[match.end() :] if match and self.number else self.text


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    span: Span
    inferred: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class ListItem:
    span: Span
    children: "tuple[Block, ...]"
    checked: bool | None = None  # None: no task box


@dataclass(frozen=True, slots=True, eq=False)
class List:
    span: Span
    children: tuple[ListItem, ...]
    ordered: bool
    tight: bool
    inferred: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    span: Span
    children: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """`rows` holds the header first."""

    span: Span
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Html:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class ThematicBreak:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Footnote:
    """The text of a footnote, where it is defined."""

    span: Span
    label: str
    children: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """What a reference link points to."""

    span: Span
    label: str
    target: str


@dataclass(frozen=True, slots=True, eq=False)
class FrontMatter:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Boilerplate:
    """A line of chrome in pasted text; `kind` as in chrome.txt, "" where only its place says what
    it is."""

    span: Span
    kind: str = ""
    inferred: bool = True
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Emphasis:
    """`mark` is what stands on either side: `*`, `_`, `**`, `__` or `~~`."""

    span: Span
    mark: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """`bare` is an address that stands in the text as such."""

    span: Span
    target: str
    children: "tuple[Inline, ...]"
    bare: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    span: Span
    target: str
    alt: Span


@dataclass(frozen=True, slots=True, eq=False)
class CodeSpan:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class FootnoteReference:
    span: Span
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class InlineHtml:
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Break:
    span: Span


Inline = Text | Emphasis | Link | Image | CodeSpan | FootnoteReference | InlineHtml | Break
LeafBlock = Heading | Paragraph | Cell
Block = (
    Heading | Paragraph | List | ListItem | Quote | Table | Cell | Code | Html | ThematicBreak
    | Footnote | Definition | FrontMatter | Boilerplate
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
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
