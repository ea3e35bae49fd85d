"""An article in figures: how long it is, how hard to read, how much of it names a source."""

from collections.abc import Iterable, Iterator

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Cell,
    Footnote,
    Heading,
    LeafBlock,
    ListItem,
    Paragraph,
    walk,
)
from kettext.article.sources import names_source
from kettext.article.titles import is_list_of_sources
from kettext.text.prose import normalised, word_count, words
from kettext.text.source import Span
from kettext.text.syllables import syllable_count
from kettext.text.value import NamedTuple

WORDS_PER_MINUTE = 238
FEWEST_WORDS = 100  # of running text; the formula was made for samples of that many


class Figures(NamedTuple):
    """What was counted in an article, or in several together.

    `words`, `sentences` and `headings` are those of the article itself: its title, headings,
    paragraphs, lists and tables, without front matter, code, footnotes, lists of sources, and what
    a site puts around it. Headings and cells of tables are no sentences; an item of a list is one.
    `sourced` of the sentences stand in a paragraph that names a source. The `running_` words and
    sentences are those of paragraphs of English articles, and `syllables` theirs.
    """

    words: int = 0
    sentences: int = 0
    sourced: int = 0
    headings: int = 0
    running_words: int = 0
    running_sentences: int = 0
    syllables: int = 0

    @property
    def minutes(self) -> float:
        """How long it takes to read, at 238 words a minute.

        That is the mean of 190 studies of adults who read English non-fiction silently: Brysbaert,
        M. (2019), How many words do we read per minute? A review and meta-analysis of reading rate,
        Journal of Memory and Language 109, 104047.
        """
        return self.words / WORDS_PER_MINUTE

    @property
    def reading_ease(self) -> float | None:
        """How easy it is to read: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word.

        60 to 70 is plain English, below 30 is for specialists: Flesch, R. (1948), A new readability
        yardstick, Journal of Applied Psychology 32 (3), 221–233. None for other languages than
        English, and for less than 100 words of running text.
        """
        if self.running_words < FEWEST_WORDS:
            return None
        length = self.running_words / self.running_sentences
        return 206.835 - 1.015 * length - 84.6 * self.syllables / self.running_words

    @property
    def sourced_share(self) -> float | None:
        """The share of sentences with a source, None where there are no sentences."""
        return self.sourced / self.sentences if self.sentences else None

    @property
    def headings_per_1000_words(self) -> float | None:
        """None where there are no words."""
        return 1000 * self.headings / self.words if self.words else None


def figures(document: Document) -> Figures:
    """What there is to count in an article."""
    return total(_figures_of(document, block, parent) for block, parent in _own_leaves(document))


def total(counted: Iterable[Figures]) -> Figures:
    """Several figures together."""
    return Figures(*map(sum, zip(Figures(), *counted, strict=True)))


def _own_leaves(document: Document) -> Iterator[tuple[LeafBlock, Block | None]]:
    """The blocks of prose that are the article's own, each with the block it stands in."""
    left_out = list(_lists_of_sources(document))
    for top, chrome in zip(document.blocks, document.chrome_kinds, strict=True):
        if chrome is not None or isinstance(top, Footnote):
            continue
        if any(span.contains(top.span) for span in left_out):
            continue
        for block, parent in walk((top,)):
            if isinstance(block, Heading | Paragraph | Cell):
                yield block, parent


def _lists_of_sources(document: Document) -> Iterator[Span]:
    for section in document.sections:
        title = section.heading.text
        if is_list_of_sources(title) or normalised(title) == "further reading":
            yield section.span


def _figures_of(document: Document, block: LeafBlock, parent: Block | None) -> Figures:
    text = document.prose(block).text
    if not isinstance(block, Paragraph):
        is_own = isinstance(block, Heading) and parent is None  # not one in a quotation
        return Figures(words=word_count(text), headings=int(is_own))
    sentences = len(document.sentences(block)) if word_count(text) else 0
    counted = Figures(
        words=word_count(text),
        sentences=sentences,
        sourced=sentences if names_source(document, block) else 0,
    )
    if isinstance(parent, ListItem) or not document.is_english:
        return counted
    running = words(text)
    return counted._replace(
        running_words=len(running),
        running_sentences=sentences,
        syllables=sum(syllable_count(part) for word in running for part in word.split("-")),
    )
