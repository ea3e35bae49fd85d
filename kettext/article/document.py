"""The document: an article's tree with everything that is derived from it, computed when it is
asked for."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter
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
        self._derived: dict[Callable[[Document], object], object] = {}
        self._leaves: dict[LeafBlock, Leaf] = {}
        self._sentences: dict[LeafBlock, tuple[Span, ...]] = {}
        if tree:
            self.tree = tree

    def derived(self, compute: Callable[["Document"], T]) -> T:
        """What a function makes of this document, computed once, whoever asks."""
        if compute not in self._derived:
            self._derived[compute] = compute(self)
        return self._derived[compute]  # type: ignore[return-value]  # what it has made before

    @cached_property
    def tree(self) -> Tree:
        """All blocks in reading order, each with the block it stands in."""
        return tuple(walk(self.blocks))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that make sections: those that stand in no other block."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return make_sections(self.headings, len(self.source.text))

    @cached_property
    def leaves(self) -> tuple[tuple[LeafBlock, Block | None], ...]:
        """The blocks that hold prose, in reading order, each with the block it stands in."""
        return tuple(
            (block, parent)
            for block, parent in self.tree
            if isinstance(block, Heading | Paragraph | Cell)
        )

    @cached_property
    def title(self) -> str:
        """The article's title: that of its front matter, else its first heading of level 1, else
        ""."""
        titles = (heading.text for heading in self.headings if heading.level == 1)
        return self.front_title or next(titles, "")

    @property
    def front_title(self) -> str:
        """The `title:` of the front matter, "" if there is none."""
        first = self.blocks[0] if self.blocks else None
        if not isinstance(first, FrontMatter):
            return ""
        match = re.search(FRONT_TITLE, self.source.slice(first.span))
        return match["title"].strip("\"'") if match else ""

    def index_of(self, block: Block) -> int | None:
        """The place of a block among the top-level ones, None for one inside another block."""
        return self._places.get(block)

    @cached_property
    def _places(self) -> dict[Block, int]:
        return {block: index for index, block in enumerate(self.blocks)}

    def leaf_block_at(self, offset: int) -> LeafBlock | None:
        """The block of prose that an offset stands in."""
        index = bisect_right(self._leaf_starts, offset) - 1
        block = self.leaves[index][0] if index >= 0 else None
        return block if block and offset <= block.span.end else None

    @cached_property
    def _leaf_starts(self) -> list[int]:
        return [block.span.start for block, _ in self.leaves]

    def is_in_quote(self, block: Block | None) -> bool:
        """Whether a block stands in a block quotation, however deep, or in what HTML sets apart."""
        while block is not None:
            if block in self._set_apart:
                return True
            block = self._parents.get(block)
            if isinstance(block, Quote):
                return True
        return False

    @cached_property
    def _parents(self) -> dict[Block, Block | None]:
        return dict(self.tree)

    @cached_property
    def _set_apart(self) -> frozenset[Block]:
        return frozenset(set_apart(self.source, self.blocks))

    def sentence_at(self, block: LeafBlock, offset: int) -> Span:
        """The sentence of a block that an offset of the source stands in; all of the block where
        it stands in none."""
        sentences = self.sentences(block)
        index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        found = index >= 0 and offset < sentences[index].end
        return sentences[index] if found else block.span

    def leaf_of(self, block: LeafBlock) -> Leaf:
        if block not in self._leaves:
            self._leaves[block] = self.leaf(block)
        return self._leaves[block]

    def prose(self, block: LeafBlock) -> Prose:
        """The block's text without markup."""
        return self.leaf_of(block).prose

    def inlines(self, block: LeafBlock) -> tuple[Inline, ...]:
        return self.leaf_of(block).inlines

    def sentences(self, block: LeafBlock) -> tuple[Span, ...]:
        """The sentences of a block. Headings, table cells and list items are one sentence each,
        never split."""
        if block not in self._sentences:
            self._sentences[block] = tuple(self._split(block))
        return self._sentences[block]

    def _split(self, block: LeafBlock) -> Iterator[Span]:
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

    @cached_property
    def _paragraphs_of_items(self) -> set[LeafBlock]:
        return {block for block, parent in self.leaves if isinstance(parent, ListItem)}

    @cached_property
    def lookup(self) -> Lookup:
        """Which leaves hold a word, found without reading their markup."""
        return Lookup([*self._written_texts()])

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
        pairs = zip(self.blocks, self.chrome_kinds, strict=True)
        for found, run in groupby(pairs, key=itemgetter(1)):
            if found == kind:
                yield tuple(block for block, _ in run)

    @cached_property
    def chrome_kinds(self) -> tuple[str | None, ...]:
        """Which kind of chrome each top-level block is, None for a part of the article."""
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

    @cached_property
    def is_english(self) -> bool:
        """Whether the article is English; what is too short to tell is."""
        return is_english(self.lookup.text)

    def line_of(self, block: Block) -> int:
        """The line a block starts on, counted from 1."""
        return self.source.position(block.span.start).line
