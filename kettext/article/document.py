"""The document: an article's tree with everything that is derived from it, computed when it is
asked for."""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from kettext.article.chrome import chrome_kinds, may_be_chrome
from kettext.article.folded import set_apart
from kettext.article.lookup import HIDING, Lookup
from kettext.article.match import Match
from kettext.article.nodes import (
    Block,
    Boilerplate,
    Cell,
    FrontMatter,
    Heading,
    Inline,
    Leaf,
    LeafBlock,
    ListItem,
    Paragraph,
    Quote,
    walk,
)
from kettext.article.sections import Section, make_sections
from kettext.text.language import is_english
from kettext.text.prose import Prose, fold, sentence_spans
from kettext.text.source import Source, Span
from kettext.text.value import Value

T = TypeVar("T")
Tree = tuple[tuple[Block, Block | None], ...]
FRONT_TITLE = r"""(?mi)^["']?title["']?[ \t]*[:=][ \t]*(?P<title>\S.*?)[ \t]*$"""


class Syntax(Value):
    """How a format spells what kettext may put in; None where it has no way to."""

    heading_mark: str | None = None
    comment_marks: tuple[str, str] | None = None

    def heading(self, level: int, text: str) -> str | None:
        return f"{self.heading_mark * level} {text}" if self.heading_mark else None

    def comment(self, text: str) -> str | None:
        return (
            f"{self.comment_marks[0]} {text} {self.comment_marks[1]}"
            if self.comment_marks
            else None
        )


class Document:
    """One article. `blocks` are the top-level nodes in reading order.

    `inferred`: its structure is not marked up but concluded from the text. `unsure`: so shaky that
    nothing structural may be fixed in it. `suspect`: why the parse can't be trusted, "" where it
    can. `tree`: what walk() says of the blocks, where it has been asked already.
    """

    def __init__(
        self,
        source: Source,
        format: str,  # noqa: A002  # what the word means here is plain
        blocks: tuple[Block, ...],
        syntax: Syntax,
        leaf: Callable[[LeafBlock], Leaf],
        *,
        inferred: bool = False,
        unsure: bool = False,
        suspect: str = "",
        tree: Tree = (),
    ) -> None:
        self.source: Final = source
        self.format: Final = format
        self.blocks: Final = blocks
        self.syntax: Final = syntax
        self.leaf: Final = leaf
        self.inferred: Final = inferred
        self.unsure: Final = unsure
        self.suspect: Final = suspect
        self._cache: dict[Hashable, object] = {"tree": tree} if tree else {}

    def _cached(self, key: Hashable, compute: Callable[[], T]) -> T:
        if key not in self._cache:
            self._cache[key] = compute()
        return self._cache[key]  # type: ignore[return-value]  # a key always has values of one type

    def derived(self, compute: Callable[["Document"], T]) -> T:
        """What a function makes of this document, computed once, whoever asks."""
        return self._cached(compute, lambda: compute(self))

    @property
    def tree(self) -> Tree:
        """All blocks in reading order, each with the block it stands in."""
        return self._cached("tree", lambda: tuple(walk(self.blocks)))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that make sections: those that stand in no other block."""
        return self._cached(
            "headings", lambda: tuple(block for block in self.blocks if isinstance(block, Heading))
        )

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._cached("sections", lambda: make_sections(self.headings, len(self.source.text)))

    @property
    def leaves(self) -> tuple[tuple[LeafBlock, Block | None], ...]:
        """The blocks that hold prose, in reading order, each with the block it stands in."""
        return self._cached("leaves", lambda: tuple(_leaves(self.tree)))

    @property
    def title(self) -> str:
        """The article's title: that of its front matter, else its first heading of level 1, else
        ""."""
        return self._cached("title", lambda: self.front_title or self._heading_title())

    @property
    def front_title(self) -> str:
        """The `title:` of the front matter, "" if there is none."""
        first = self.blocks[0] if self.blocks else None
        if not isinstance(first, FrontMatter):
            return ""
        match = re.search(FRONT_TITLE, self.source.slice(first.span))
        return match["title"].strip("\"'") if match else ""

    def _heading_title(self) -> str:
        return next((heading.text for heading in self.headings if heading.level == 1), "")

    def index_of(self, block: Block) -> int | None:
        """The place of a block among the top-level ones, None for one inside another block."""
        places = self._cached(
            "places", lambda: {block: index for index, block in enumerate(self.blocks)}
        )
        return places.get(block)

    def leaf_block_at(self, offset: int) -> LeafBlock | None:
        """The block of prose that an offset stands in."""
        starts = self._cached("leaf starts", lambda: [block.span.start for block, _ in self.leaves])
        index = bisect_right(starts, offset) - 1
        block = self.leaves[index][0] if index >= 0 else None
        return block if block and offset <= block.span.end else None

    def is_in_quote(self, block: Block | None) -> bool:
        """Whether a block stands in a block quotation, however deep, or in what HTML sets apart."""
        parents = self._cached("parents", lambda: dict(self.tree))
        apart = self._cached("set apart", lambda: {*set_apart(self.source, self.blocks)})
        while block is not None:
            if block in apart:
                return True
            block = parents.get(block)
            if isinstance(block, Quote):
                return True
        return False

    def sentence_at(self, block: LeafBlock, offset: int) -> Span:
        """The sentence of a block that an offset of the source stands in; all of the block where
        it stands in none."""
        sentences = self.sentences(block)
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        found = index >= 0 and offset < sentences[index].end
        return sentences[index] if found else block.span

    def leaf_of(self, block: LeafBlock) -> Leaf:
        return self._cached(block, lambda: self.leaf(block))

    def prose(self, block: LeafBlock) -> Prose:
        """The block's text without markup."""
        return self.leaf_of(block).prose

    def inlines(self, block: LeafBlock) -> tuple[Inline, ...]:
        return self.leaf_of(block).inlines

    def sentences(self, block: LeafBlock) -> tuple[Span, ...]:
        """The sentences of a block. Headings, table cells and list items are one sentence each,
        never split."""
        return self._cached(("sentences", block), lambda: tuple(self._sentences(block)))

    def _sentences(self, block: LeafBlock) -> Iterator[Span]:
        prose = self.prose(block)
        if (
            not isinstance(block, Paragraph)
            or block in self._paragraphs_of_items
            or not self.leaf_of(block).exact
        ):
            yield block.span
            return
        for start, end in sentence_spans(prose.text):
            yield prose.source_span(start, end)

    @property
    def _paragraphs_of_items(self) -> set[LeafBlock]:
        return self._cached(
            "paragraphs of items",
            lambda: {block for block, parent in self.leaves if isinstance(parent, ListItem)},
        )

    @property
    def lookup(self) -> Lookup:
        """Which leaves hold a word, found without reading their markup."""
        return self._cached("lookup", lambda: Lookup([*self._written_texts()]))

    def _written_texts(self) -> Iterator[str]:
        """The text of each leaf as it is written; its prose where markup could hide a word."""
        for block, _ in self.leaves:
            text = self.source.slice(block.span)
            yield self.prose(block).text if HIDING.search(text) else text

    def find(
        self, pattern: str, *, words: Iterable[str] = (), written: str = "", folded: bool = False
    ) -> Iterator[Match]:
        """The places where a pattern matches prose, in reading order; no match crosses from one
        block to the next.

        Give `words`, one of which each match holds, or a pattern that matches all of it as it is
        `written`, folded: then only the prose of blocks that have them need be read. `folded`: the
        pattern is one for folded prose, which is found faster than whatever the case.
        """
        compiled = re.compile(pattern)  # the module keeps what it has compiled
        for block in self.leaves_with(words, written):
            prose = self.prose(block)
            for match in compiled.finditer(fold(prose.text) if folded else prose.text):
                yield Match(block, prose, match)

    def leaves_with(self, words: Iterable[str] = (), written: str = "") -> Iterator[LeafBlock]:
        """The leaves that may hold one of these words, or what is so written; see find()."""
        if written:
            places: Iterable[int] = self.lookup.texts_where(written)
        else:
            places = self.lookup.texts_with(words) if words else range(len(self.leaves))
        return (self.leaves[place][0] for place in places)

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that an offset stands in."""
        index = bisect_right(self.sections, offset, key=lambda section: section.span.start) - 1
        return self.sections[index] if index >= 0 else None

    def chrome(self, kind: str) -> Iterator[tuple[Block, ...]]:
        """Runs of neighbouring top-level blocks that are chrome of one kind (chrome.txt lists the
        kinds)."""
        run: list[Block] = []
        for block, found in zip(self.blocks, self.chrome_kinds, strict=True):
            if found == kind:
                run.append(block)
            elif run:
                yield tuple(run)
                run = []
        if run:
            yield tuple(run)

    @property
    def chrome_kinds(self) -> tuple[str | None, ...]:
        """Which kind of chrome each top-level block is, None for a part of the article."""
        return self._cached("chrome kinds", self._chrome_kinds)

    def _chrome_kinds(self) -> tuple[str | None, ...]:
        lines = [
            self.prose(block).text
            if isinstance(block, Heading | Paragraph)
            and may_be_chrome(self.source.slice(block.span))
            else None
            for block in self.blocks
        ]
        kinds = chrome_kinds(lines)
        if any(kinds):
            for index in self._headings_of_text(kinds):
                lines[index] = None  # a section about carts or comments is part of the article
            kinds = chrome_kinds(lines)
        return tuple(
            block.kind if isinstance(block, Boilerplate) else kind
            for block, kind in zip(self.blocks, kinds, strict=True)
        )

    def _headings_of_text(self, kinds: Sequence[str | None]) -> Iterator[int]:
        """The places of the headings right above a block that is neither chrome nor a heading."""
        for index, (block, following) in enumerate(pairwise(self.blocks)):
            is_text = kinds[index + 1] is None and not isinstance(following, Heading | Boilerplate)
            if isinstance(block, Heading) and is_text:
                yield index

    @property
    def is_english(self) -> bool:
        """Whether the article is English; what is too short to tell is."""
        return self._cached("is english", lambda: is_english(self.lookup.text))

    def line_of(self, block: Block) -> int:
        """The line a block starts on, counted from 1."""
        return self.source.position(block.span.start).line


def _leaves(tree: Tree) -> Iterator[tuple[LeafBlock, Block | None]]:
    for block, parent in tree:
        if isinstance(block, Heading | Paragraph | Cell):
            yield block, parent
