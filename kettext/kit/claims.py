"""Statements that want a source, and have none."""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import islice, takewhile
from typing import Protocol, TypeVar

from kettext.article.bibliography import is_in_bibliography
from kettext.article.document import Document
from kettext.article.lookup import Lookup
from kettext.article.markers import is_marked
from kettext.article.match import Match
from kettext.article.nodes import Heading, LeafBlock
from kettext.article.sources import SourceRules, is_sourced
from kettext.article.voice import is_own
from kettext.kit.tellers import Reach, is_told_after, is_told_before
from kettext.text.prose import Prose, fold, plain_prose
from kettext.text.source import Span
from kettext.text.value import NamedTuple, Value

NEAR = 90  # characters on either side of a cue that are read
MOST_BEFORE, MOST_AFTER = 7, 9  # words
WORD_OR_BREAK = r"[$€£]?\w++(?:(?<=\d)[.,](?=\d)\w++|['-]\w++)*+%?|[.;:!?()\"“”,\ufffc]"
MARKUP = r"\]\([^()\n]*+\)|[*_`\[\]]"  # of Markdown, roughly
MARKS = ("*", "_", "`", "[", "]")  # without one there is no markup
BREAKS = frozenset('.,;:!?()"“”\ufffc')


class Place(Protocol):
    """Where something may be claimed: a match, or a claim."""

    @property
    def block(self) -> LeafBlock: ...
    def span(self) -> Span: ...


AnyPlace = TypeVar("AnyPlace", bound=Place)


class Claim(Value):
    """A stretch of the prose of one block that claims something."""

    block: LeafBlock
    prose: Prose
    start: int
    end: int

    def span(self) -> Span:
        return self.prose.source_span(self.start, self.end)

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]


class Cue(Value):
    """A match in folded prose."""

    match: Match

    @property
    def before(self) -> list["Word"]:
        """The last words before it, in order, that stand in its clause."""
        start, text = self.match.match.start(), self.match.match.string
        begin = max(0, start - NEAR)
        near = [*_words(text, text.find(" ", begin, start) if begin else 0, start)]
        breaks = [index for index, word in enumerate(near) if word.text in BREAKS]
        return near[breaks[-1] + 1 if breaks else 0 :][-MOST_BEFORE:]

    @property
    def after(self) -> list["Word"]:
        """The first words after it that stand in its clause."""
        end, text = self.match.match.end(), self.match.match.string
        words = _words(text, end, end + NEAR)
        return [*islice(takewhile(lambda word: word.text not in BREAKS, words), MOST_AFTER)]

    def claim(self, *words: "Word | None") -> Claim:
        """The stretch from the first to the last of the match and some words."""
        start, end = self.match.match.span()
        known = [word for word in words if word]
        return Claim(
            self.match.block,
            self.match.prose,
            min([start, *(word.start for word in known)]),
            max([end, *(word.end for word in known)]),
        )


class Word(NamedTuple):
    """A word or a number of folded prose, and where it stands there."""

    text: str
    start: int
    end: int


def without_source(
    document: Document,
    places: Iterable[AnyPlace],
    *,
    unless: Callable[[str], bool] | None = None,
    unless_after: Callable[[str], bool] | None = None,
    voice: Callable[[Document, LeafBlock, Span], bool] = is_own,
    reach: Reach = Reach.SPEAKERS,
    or_after: bool = False,
    sources: SourceRules,
    any_link: bool,
) -> Iterator[AnyPlace]:
    """Those of some places, the first one of each sentence, where something is stated and no source
    named. `unless`: tells of a sentence, folded, whether it is left alone; `unless_after`: of the
    one before in its paragraph.
    `voice`: tells whether words of a block are the author's own. `reach`: who and what counts that
    is named right before; where not any link is a source, nobody and nothing does. `or_after`:
    what the sentence right after tells counts, too."""
    wanting: dict[Span, bool] = {}  # of the sentences that were met, whether they want a source
    for place in places:
        if isinstance(place.block, Heading):
            continue
        sentence = document.sentence_at(place.block, place.span().start)
        if sentence not in wanting:
            wanting[sentence] = (
                _is_statement(document, place.block, sentence, unless, unless_after)
                and not is_sourced(document, place.block, sentence, sources, any_link=any_link)
                and not (
                    any_link and is_told_before(document, place.block, sentence, sources, reach)
                )
                and not (
                    or_after
                    and is_told_after(document, place.block, sentence, sources, any_link=any_link)
                )
            )
        if wanting[sentence] and voice(document, place.block, place.span()):
            wanting[sentence] = False  # one is enough
            yield place


def _is_statement(
    document: Document,
    block: LeafBlock,
    sentence: Span,
    unless: Callable[[str], bool] | None,
    unless_after: Callable[[str], bool] | None,
) -> bool:
    """Whether a sentence states something that may want a source; who asks does not."""
    said = document.source.slice(sentence).rstrip()
    if said.endswith("?") or (unless and unless(fold(said))):
        return False
    if unless_after and unless_after(fold(_said_before(document, block, sentence))):
        return False
    return not (is_in_bibliography(document, block) or is_marked(document, sentence))


def _said_before(document: Document, block: LeafBlock, sentence: Span) -> str:
    sentences = document.sentences(block)
    index = bisect_left(sentences, sentence.start, key=lambda span: span.start)
    return document.source.slice(sentences[index - 1]) if index else ""


def holds(pattern: str, sentence: str) -> bool:
    return re.search(pattern, sentence) is not None


def first_of(words: Iterable[Word], kind: Container[str]) -> Word | None:
    """The first word that is of a kind."""
    return next((word for word in words if word.text in kind), None)


def is_named(match: Match, before: list[Word]) -> bool:
    """Whether the word before a study is its name: "a Gallup poll"."""
    name = match.prose.text[before[-1].start : before[-1].end] if before else ""
    return name[:1].isupper() and (len(before) > 1 or name[1:].isupper())


def claims(
    document: Document,
    blocks: Iterable[LeafBlock],
    pattern: str,
    judge: Callable[[Cue], Claim | None],
    *,
    cues: Container[str] | None = None,
) -> Iterator[Claim]:
    """What a check makes of each place of some blocks where a pattern matches folded prose, in
    reading order; `cues`: what must have matched. Prose is read where the text as it is written
    has a claim."""
    for block in blocks:
        prose = plain_prose(draft(document.source.slice(block.span)), 0)
        if any(map(judge, _cues(block, prose, pattern, cues))):
            prose = document.prose(block)
            yield from filter(None, map(judge, _cues(block, prose, pattern, cues)))


def blocks_with(
    document: Document, words: Iterable[str], written: Iterable[str], holding: Iterable[str]
) -> list[LeafBlock]:
    """The blocks that hold one of these words or, as they are written, one of the strings of
    `written`, and then also one of the strings of `holding`; all are folded."""
    blocks = {*document.leaves_with(words)} if words else set[LeafBlock]()
    lookup = document.lookup
    for string in written:
        if _may_hold(lookup, string):
            blocks.update(document.leaves_with(written=re.escape(string)))
    return [
        block
        for block in sorted(blocks, key=lambda block: block.span.start)
        if any(map(fold(document.source.slice(block.span)).__contains__, holding))
    ]


def draft(text: str) -> str:
    """The text as it is written without most of its markup."""
    return re.sub(MARKUP, "", text) if any(map(text.__contains__, MARKS)) else text


def _may_hold(lookup: Lookup, string: str) -> bool:
    """Whether a string stands in the text; asking for its words first is far cheaper."""
    parts = string.replace("-", " ").replace("%", " ").split()
    return lookup.words.issuperset(parts) and string in lookup.text


def _cues(
    block: LeafBlock, prose: Prose, pattern: str, cues: Container[str] | None
) -> Iterator[Cue]:
    for match in re.finditer(pattern, fold(prose.text)):
        if cues is None or match[0] in cues:
            yield Cue(Match(block, prose, match))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for part in re.compile(WORD_OR_BREAK).finditer(text, max(0, start), end):
        yield Word(part[0], *part.span())
