"""Places of phrases: in whose voice they stand and what is around them; and the fixes that cut or
replace a phrase where it stands."""

import re
from collections.abc import Iterable, Iterator

from kettext.article.document import Document
from kettext.article.nodes import Heading, LeafBlock, ListItem, Paragraph
from kettext.article.voice import is_own
from kettext.kit.check import Hit
from kettext.kit.finding import Applicability, Fix
from kettext.kit.rewrite import remove_words, replace_words
from kettext.text.prose import PART, Prose, fold
from kettext.text.source import Span
from kettext.text.value import NamedTuple

LOOK = 60  # characters on either side that say in which sense a word is meant
FAR = 400  # characters; few sentences are longer
SENTENCE_END = ".!?:…"
OPENING_SIGNS = " \t\n\"'“”‘’(*_[•·–—-"  # may stand between the end of a sentence and the next one
NEGATIONS = frozenset(
    (
        "not", "no", "never", "neither", "nor", "none", "nothing", "nobody", "hardly", "without",
        "cannot",
    )
)  # fmt: skip
NEGATING = ("far from", "rather than", "instead of", "n't")
JOINS = frozenset(  # what follows them is a clause
    (
        "and", "but", "because", "so", "or", "yet", "since", "though", "although", "that", "when",
        "if", "as", "well", "yes", "ok", "okay",
    )
)  # fmt: skip
CONTINUES = JOINS | frozenset(  # as what goes on behind a comma begins
    (
        "is", "are", "was", "were", "isn't", "aren't", "has", "have", "had", "can", "can't",
        "will", "won't", "do", "does", "don't", "doesn't",
    )
)  # fmt: skip
WORD = r"\w[\w'’-]*+"


class Place(NamedTuple):
    """A phrase in the prose of its block; `span` is that of the source."""

    block: LeafBlock
    prose: Prose
    start: int
    end: int
    span: Span

    @property
    def said(self) -> str:
        return self.prose.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before it, folded, as far as it matters."""
        return fold(self.prose.text[max(0, self.start - LOOK) : self.start])

    @property
    def behind(self) -> str:
        return fold(self.prose.text[self.end : self.end + LOOK])

    @property
    def opens(self) -> bool:
        """Whether a sentence begins here, as far as signs tell."""
        before = self.prose.text[max(0, self.start - LOOK) : self.start].rstrip(OPENING_SIGNS)
        return not before or before[-1] in SENTENCE_END

    @property
    def rest(self) -> str:
        """The rest of the sentence, folded, as far as signs tell."""
        text = fold(self.prose.text[self.end : self.end + FAR])
        return re.split(r"[.!?](?:\s|$)", text, maxsplit=1)[0]

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name: capitalised where nothing begins."""
        return self.said[0].isupper() and not self.opens and not isinstance(self.block, Heading)

    @property
    def is_asked(self) -> bool:
        """Whether it stands in a question."""
        end = re.search(r"[.!?](?:\s|$)", self.prose.text[self.end : self.end + FAR])
        return end is not None and end[0][0] == "?"

    @property
    def is_denied(self) -> bool:
        """Whether a negation stands before it in its clause."""
        clause = re.split(r"[.!?;:]\s", self.before)[-1]
        return denies(clause)


def denies(text: str) -> bool:
    """Whether a folded text holds a negation."""
    return not NEGATIONS.isdisjoint(PART.findall(text)) or any(sign in text for sign in NEGATING)


def joins(text: str) -> bool:
    """Whether a folded text ends with a word that joins what follows."""
    return text[-1:].isalnum() and PART.findall(text)[-1] in JOINS


def continues(text: str) -> bool:
    """Whether a folded text begins with a word that goes on with a sentence."""
    word = re.split(r"[^\w']", text, maxsplit=1)[0]
    return not CONTINUES.isdisjoint((word, word.partition("'")[0]))


def own_places(document: Document, hits: Iterable[Hit]) -> Iterator[tuple[Hit, Place]]:
    """The phrases that the author says, each with its place; none within another one, no names."""
    last = -1
    for hit in hits:
        block = document.leaf_block_at(hit.span.start)
        if block is None or hit.span.start < last or not is_own(document, block, hit.span):
            continue
        prose = document.prose(block)
        start = prose.offset_of(hit.span.start)
        place = Place(block, prose, start, start + len(hit.phrase), hit.span)
        if not place.is_name:
            last = hit.span.end
            yield hit, place


def before_blanks(text: str, offset: int) -> int:
    """Where the blanks before an offset begin."""
    near = text[max(0, offset - LOOK) : offset]
    return offset - len(near) + len(near.rstrip())


def running_paragraphs(document: Document) -> frozenset[LeafBlock]:
    """The paragraphs that are no list items."""
    return frozenset(
        block
        for block, parent in document.leaves
        if isinstance(block, Paragraph) and not isinstance(parent, ListItem)
    )


def cased_like(said: str, instead: str) -> str:
    """The words to put in, with a capital where the phrase has one."""
    return instead[0].upper() + instead[1:] if said[0].isupper() else instead


def replace(document: Document, place: Place, instead: str, level: Applicability) -> Fix | None:
    instead = cased_like(place.said, instead)
    return replace_words(document, place.span, instead, f"Say “{instead}”", level)


class Cut(NamedTuple):
    """The stretch that a cut takes away or writes anew, and the fix that does it."""

    span: Span
    fix: Fix | None


def cut(document: Document, place: Place, start: int, end: int, title: str) -> Cut:
    """Cut `[start, end)` out of the prose with what is in it; where a sentence begins there, the
    next word gets the capital, and belongs to the stretch."""
    text, level = place.prose.text, Applicability.UNSAFE
    following = re.compile(WORD).match(text, end)
    if not text[start].isupper() or (following and not following[0][0].islower()):
        fix = remove_words(document, place.prose.source_span(start, end), title, level)
    elif following is None or following[0] != following[0].lower():  # “iPhone”
        fix = None
    else:
        end, word = following.end(), following[0]
        span = place.prose.source_span(start, end)
        fix = replace_words(document, span, word[0].upper() + word[1:], title, level)
    named = place.prose.source_span(start, before_blanks(text, end))
    return Cut(named if fix else place.span, fix)
