"""Whether what stands before a statement tells whose it is: somebody who is named has said it, or
an organisation, a work, a link is named from which it comes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice

from kettext.article.citing import cites_by_sentence
from kettext.article.document import Document
from kettext.article.nodes import Block, Cell, Heading, LeafBlock, List, ListItem, Paragraph
from kettext.article.sources import SourceRules, is_sourced, names_source
from kettext.text.prose import parts_of_words, word_set
from kettext.text.source import Span

SIGNS = ".,;:!?()[]{}\"'“”‘’*_`–—-…"
QUOTES = ("“", '"')
MOST_WORDS = 150  # of a sentence that are read
MOST_SENTENCES = 12  # of a block
FAR, NEAR, BESIDE = 14, 4, 3  # words between a name and what it has to do with
MOST_STEPS = 4  # blocks
LEAST_LEVEL = 4  # of headings that only divide a section
LABEL_WORDS = 8
TOLD = word_set(
    "said says say told tells tell explained explains wrote writes announced warned warns "
    "testified concluded added adds gathered collected surveyed estimated calculated reported "
    "carried confirmed"
)
TOLD_BESIDE = word_set(  # verbs only with the name right before them
    "reports estimates finds notes claims counts puts found expects describes shows"
)
PASSIVE = word_set("is are was were be been being")
WORKS = word_set(
    "poll polls survey report study census index data figures statistics analysis article paper "
    "numbers estimates interview statement"
)
RECOUNTED = word_set("poll polls survey surveys report reports study census infographic")
OPENING = 3  # paragraphs
BODIES = word_set(
    "company firm agency group organisation organization institute institution foundation "
    "association brokerage bank charity union university ministry department office bureau "
    "government police report study survey poll paper document statement release website site "
    "page description newspaper magazine article author authors researchers officials team"
)
READS = word_set("reads states")
CUES = TOLD | TOLD_BESIDE | READS | WORKS | {"according", "source"}
BLANKS = str.maketrans(dict.fromkeys(SIGNS, " "))
NO_NAMES = word_set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday i i'm i've"
)
NO_SUBJECTS = word_set(  # at the beginning of a sentence
    "it they some many most others people this that these those one what who which and but or so "
    "everyone everybody nobody critics experts observers analysts researchers scientists studies "
    "economists scholars doctors commentators supporters opponents reports sources legend"
)


class Reach(Enum):
    """Who and what counts of that which stands before a statement."""

    NOTHING = 0
    WORKS = 1  # works and links in the paragraph above; who is named in the sentence before
    SPEAKERS = 2  # who is named there, too
    OPENING = 3  # and a survey or a report that the article opens with, and recounts


def is_told_before(
    document: Document, block: LeafBlock, sentence: Span, rules: SourceRules, reach: Reach
) -> bool:
    """Whether the sentence before, or the paragraph right above, tells whose a statement is. Where
    an article cites sentence by sentence it does not."""
    if reach is Reach.NOTHING:
        return False
    is_told = _is_told(document, block, sentence, rules, reach)
    return is_told and not document.derived(cites_by_sentence)  # which costs more to find out


def _is_told(
    document: Document, block: LeafBlock, sentence: Span, rules: SourceRules, reach: Reach
) -> bool:
    sentences = document.sentences(block)
    index = bisect_left(sentences, sentence.start, key=lambda span: span.start)
    if index and names_teller(document.source.slice(sentences[index - 1])):
        return True
    return any(
        (reach is not Reach.WORKS and above in document.derived(_Tellers))
        or names_source(document, above, rules)
        for above in _above(document, block)
    ) or (
        reach is Reach.OPENING
        and any(names_source(document, one, rules) for one in document.derived(_recounted))
    )


def _recounted(document: Document) -> list[LeafBlock]:
    """The paragraphs at the top of an article that speak of a survey, a report or the like, and so
    may link to what the article goes on to recount."""
    paragraphs = (leaf for leaf, _ in document.leaves if isinstance(leaf, Paragraph))
    return [
        leaf
        for leaf in islice(paragraphs, OPENING)
        if not RECOUNTED.isdisjoint(parts_of_words(document.source.slice(leaf.span)))
    ]


def is_told_after(
    document: Document, block: LeafBlock, sentence: Span, rules: SourceRules, *, any_link: bool
) -> bool:
    """Whether the sentence right after one names a source, or quotes somebody with a name."""
    sentences = document.sentences(block)
    index = bisect_right(sentences, sentence.start, key=lambda span: span.start)
    following = sentences[index : index + 1]
    told = "".join(map(document.source.slice, following or _first_below(document, block)))
    return (told.startswith(QUOTES) and names_teller(told)) or any(
        is_sourced(document, block, one, rules, any_link=any_link) for one in following
    )


def _first_below(document: Document, block: LeafBlock) -> Sequence[Span]:
    """The first sentence of the paragraph right below."""
    index = bisect_right(document.derived(_starts), block.span.start)
    below = [leaf for leaf, _ in document.leaves[index : index + 1] if isinstance(leaf, Paragraph)]
    return document.sentences(below[0])[:1] if below else ()


def names_teller(sentence: str) -> bool:
    """Whether a sentence gives what it says to somebody, or something, with a name."""
    if CUES.isdisjoint(sentence.lower().translate(BLANKS).split()):
        return False
    words = [word.strip(SIGNS) for word in sentence.split()[:MOST_WORDS]]
    cues = ((place, word.lower()) for place, word in enumerate(words) if word.lower() in CUES)
    return any(_is_said(words, *cue) or _is_from(words, *cue) for cue in cues)


class _Tellers:
    """Which blocks have a teller, each looked at once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[LeafBlock, bool] = {}

    def __contains__(self, block: LeafBlock) -> bool:
        if block not in self._known:
            written = self._document.source.slice(block.span)
            has_cue = not CUES.isdisjoint(written.lower().translate(BLANKS).split())
            self._known[block] = has_cue and self._tells(block)
        return self._known[block]

    def _tells(self, block: LeafBlock) -> bool:
        last = self._document.sentences(block)[-MOST_SENTENCES:]
        return any(map(names_teller, map(self._document.source.slice, last)))


def _above(document: Document, block: LeafBlock) -> Iterator[LeafBlock]:
    """The paragraph right above a block, or above its list; what announces a list belongs to it."""
    if isinstance(block, Cell):
        return
    around = document.derived(_lists).get(block)
    above = _leaf_before(document, (around or block).span.start)
    if above:
        yield above
        further = _leaf_before(document, above.span.start) if around else None
        yield from (further,) if further else ()


def _leaf_before(document: Document, start: int) -> LeafBlock | None:
    """The block of prose right before an offset, where no section ends between them."""
    leaves = document.leaves
    index = bisect_left(document.derived(_starts), start) - 1
    for place in range(index, max(-1, index - MOST_STEPS), -1):
        leaf = leaves[place][0]
        if isinstance(leaf, Heading):
            if leaf.level < LEAST_LEVEL:
                return None
        elif not _is_label(document.source.slice(leaf.span).strip()):
            return leaf
    return None


def _is_label(written: str) -> bool:
    """Whether a paragraph only stands for a heading."""
    is_short = written.count(" ") < LABEL_WORDS
    return is_short and written.startswith(("**", "__")) and written.endswith(("**", "__"))


def _starts(document: Document) -> list[int]:
    return [block.span.start for block, _ in document.leaves]


def _lists(document: Document) -> dict[Block, List]:
    """The list that the text of an item stands in."""
    parents = dict(document.tree)
    items = ((leaf, item) for leaf, item in document.leaves if isinstance(item, ListItem))
    around = ((leaf, parents.get(item)) for leaf, item in items if isinstance(leaf, Paragraph))
    return {leaf: one for leaf, one in around if isinstance(one, List)}


def _is_said(words: Sequence[str], place: int, word: str) -> bool:
    """Whether a word is a verb of telling, of which somebody with a name is the subject."""
    is_beside = word in TOLD_BESIDE
    if not is_beside and word not in TOLD and word not in READS:
        return False
    before = words[place - 1].lower() if place else ""
    if before in PASSIVE:
        return False
    if before in ("he", "she"):
        return True
    near = range(max(0, place - (NEAR if is_beside else FAR)), place)
    close = [words[index].lower() for index in near[-NEAR:]]
    if "the" in close and not BODIES.isdisjoint(close[close.index("the") :]):
        return True
    if is_beside or word in READS:
        return bool(near) and _is_name(words, place - 1, before_verb=True)
    return any(_is_name(words, index, before_verb=index == place - 1) for index in near) or any(
        _is_name(words, index) for index in range(place + 1, min(len(words), place + 1 + BESIDE))
    )


def _is_from(words: Sequence[str], place: int, word: str) -> bool:
    """Whether it is what somebody's, or some work, has told: "a WHO report", "data from Apple"."""
    following = [part.lower() for part in words[place + 1 : place + 5]]
    named = any(_is_name(words, index) for index in range(place + 2, min(len(words), place + 6)))
    if word == "according" and following[:1] == ["to"]:
        return named or ("the" in following and not BODIES.isdisjoint(following))
    if word in WORKS:
        is_own = place > 0 and _is_name(words, place - 1)
        return is_own or (following[:1] in (["from"], ["by"]) and named)
    if word == "source" and words[place - 1].lower() in ("the", "original"):
        names = range(max(0, place - FAR), place)
        return following[:1] != ["code"] and any(_is_name(words, index) for index in names)
    return False


def _is_name(words: Sequence[str], place: int, *, before_verb: bool = False) -> bool:
    word = words[place]
    if not word[:1].isupper() or word.lower() in NO_NAMES:
        return False
    if place:
        return True
    is_acronym = len(word) > 1 and word.isupper()
    return is_acronym or (before_verb and word.lower() not in NO_SUBJECTS)
