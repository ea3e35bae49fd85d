"""Statements that want a source, and have none."""

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import islice, takewhile
from typing import NamedTuple, Protocol, TypeVar

from kettext.article.bibliography import is_in_bibliography
from kettext.article.document import Document
from kettext.article.lookup import Lookup
from kettext.article.markers import is_marked
from kettext.article.match import Match
from kettext.article.nodes import Heading, LeafBlock
from kettext.article.sources import SourceRules, is_sourced
from kettext.article.voice import is_own
from kettext.text.prose import Prose, fold, plain_prose
from kettext.text.source import Span

NEAR = 90  # characters on either side of a cue that are read
MOST_BEFORE, MOST_AFTER = 7, 9  # words
WORD_OR_BREAK = r"[$€£]?\w++(?:(?<=\d)[.,](?=\d)\w++|['-]\w++)*+%?|[.;:!?()\"“”,\ufffc]"
MARKUP = r"\]\([^()\n]*+\)|[*_`\[\]]"  # of Markdown, roughly
BREAKS = frozenset('.,;:!?()"“”\ufffc')


class Place(Protocol):
    """Where something may be claimed: a match, or a claim."""

    @property
    def block(self) -> LeafBlock: ...
    def span(self) -> Span: ...


AnyPlace = TypeVar("AnyPlace", bound=Place)


class Claim(NamedTuple):
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


class Cue(NamedTuple):
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


def unsourced(
    document: Document,
    pattern: str,
    *,
    words: Iterable[str],
    folded: bool = False,
    sources: SourceRules,
    any_link: bool,
) -> Iterator[Match]:
    """The places where a pattern matches, the first one of each sentence, where the author states
    something and names no source for it. `words` and `folded` are those of Document.find()."""
    matches = document.find(pattern, words=words, folded=folded)
    yield from without_source(document, matches, sources=sources, any_link=any_link)


def without_source(
    document: Document,
    places: Iterable[AnyPlace],
    *,
    unless: str = "",
    unless_after: str = "",
    voice: Callable[[Document, LeafBlock, Span], bool] = is_own,
    sources: SourceRules,
    any_link: bool,
) -> Iterator[AnyPlace]:
    """Those of some places, the first one of each sentence, where something is stated and no source
    named. `unless`: a pattern for folded text; sentences in which it matches are left alone, and
    those that follow one in which `unless_after` matches in its paragraph.
    `voice`: tells whether words of a block are the author's own."""
    reported = set[Span]()
    for place in places:
        span = place.span()
        sentence = document.sentence_at(place.block, span.start)
        if sentence in reported or isinstance(place.block, Heading):
            continue
        said = document.source.slice(sentence).rstrip()
        if said.endswith("?") or (unless and re.search(unless, fold(said))):
            continue  # who asks does not state anything
        if unless_after and re.search(unless_after, fold(_said_before(document, place, sentence))):
            continue
        if is_in_bibliography(document, place.block) or is_marked(document, sentence):
            continue
        if not voice(document, place.block, span):
            continue
        if not is_sourced(document, place.block, sentence, sources, any_link=any_link):
            reported.add(sentence)
            yield place


def _said_before(document: Document, place: Place, sentence: Span) -> str:
    sentences = document.sentences(place.block)
    index = bisect_left(sentences, sentence.start, key=lambda span: span.start)
    return document.source.slice(sentences[index - 1]) if index else ""


def first_of(words: Iterable[Word], kind: Container[str]) -> Word | None:
    """The first word that is of a kind."""
    return next((word for word in words if word.text in kind), None)


def claims(
    document: Document,
    pattern: str,
    judge: Callable[[Cue], Claim | None],
    *,
    words: Iterable[str] = (),
    written: Iterable[str] = (),
    holding: Iterable[str],
) -> Iterator[Claim]:
    """What a check makes of each place where a pattern matches folded prose, in reading order.

    Only blocks are looked at that hold one of these words or, as they are written, one of the
    strings of `written`, and then also one of the strings of `holding`; all are folded. Prose is
    read where the text as it is written has a claim.
    """
    blocks = {*document.leaves_with(words)} if words else set[LeafBlock]()
    lookup = document.lookup
    for string in written:
        if _may_hold(lookup, string):
            blocks.update(document.leaves_with(written=re.escape(string)))
    for block in sorted(blocks, key=lambda block: block.span.start):
        raw = document.source.slice(block.span)
        folded = fold(raw)
        if not any(part in folded for part in holding):
            continue
        draft = plain_prose(re.sub(MARKUP, "", raw), 0)
        if any(map(judge, _cues(block, draft, pattern))):
            prose = document.prose(block)
            yield from filter(None, map(judge, _cues(block, prose, pattern)))


def _may_hold(lookup: Lookup, string: str) -> bool:
    """Whether a string stands in the text; asking for its words first is far cheaper."""
    parts = string.replace("-", " ").replace("%", " ").split()
    return lookup.words.issuperset(parts) and string in lookup.text


def _cues(block: LeafBlock, prose: Prose, pattern: str) -> Iterator[Cue]:
    for match in re.finditer(pattern, fold(prose.text)):
        yield Cue(Match(block, prose, match))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for part in re.compile(WORD_OR_BREAK).finditer(text, max(0, start), end):
        yield Word(part[0], *part.span())
