"""What stands twice in an article, sentence by sentence, and what may well stand there twice."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Code,
    Definition,
    Heading,
    Link,
    List,
    Paragraph,
    walk_inlines,
)
from kettext.article.titles import is_abstract
from kettext.text.prose import collapsed, parts_of_words, word_count, word_set
from kettext.text.source import NEWLINE, Span
from kettext.text.value import NamedTuple, Value

ON_PURPOSE = word_set(  # how what is said again on purpose begins
    "warning caution danger note notice important tip remember disclaimer disclosure sponsored "
    "advertisement correction update updated recall"
)
OPENING = 60  # characters that are looked at for it
SPOKEN = ("“", '"', "«", "„", "‘")
LONGEST_VERSE = 60  # characters
SHORTEST_STRETCH = 30  # characters: ten words are hardly ever shorter
FEW_BETWEEN = 3  # blocks; what frames an article stands further apart
MOST_COPIES = 3  # what returns more often is a formula
EDGES = " \"'”’»)]*_"  # what stands between the end of a sentence and the next one
NAME = r"[-$@]?\w*(?:(?<!\w)[-$@]|[a-z][A-Z]|[_.:/\[(])\S+\Z"  # one word: -Path, readLine, a.b()
COUNTED = r"\W*(?P<word>[^\W\d]+)\W+\d"  # "Example 3: …"
LINK_TARGET = r"\](?:\([^()]*+\)|\[[^][]*+\])"


class Place(NamedTuple):
    """A paragraph: the heading above it, how many blocks below that it stands, what follows."""

    block: Paragraph
    heading: Heading | None
    number: int
    following: Block | None


class Sentence(Value):
    """A sentence that stands twice; `key` is what its copies have in common."""

    key: str
    span: Span
    place: Place
    before: int  # sentences of the paragraph
    behind: int

    def follows(self, other: "Sentence") -> bool:
        return self.place is other.place and self.before == other.before + 1


class Repeat(Value):
    """Sentences in a row, and the place further up where they stand in the same order."""

    first: list[Sentence]
    again: list[Sentence]

    @property
    def spans(self) -> tuple[Span, Span]:
        return _span(self.first), _span(self.again)


def _span(run: Sequence[Sentence]) -> Span:
    return Span(run[0].span.start, run[-1].span.end)


def is_meant(text: str) -> bool:
    """Whether a passage is of a kind that authors repeat: a warning, somebody's words, verse."""
    opening = parts_of_words(text[:OPENING])[:2]
    is_on_purpose = not ON_PURPOSE.isdisjoint(opening[:1]) or opening == ["medically", "reviewed"]
    return text.startswith(SPOKEN) or is_on_purpose or _is_verse(text)


def _is_verse(text: str) -> bool:
    """Several short lines: refrains return."""
    lines = NEWLINE.split(text)
    return len(lines) > 1 and all(len(line) <= LONGEST_VERSE for line in lines)


def are_parallel(one: Place, other: Place) -> bool:
    """Whether two paragraphs stand in parts of an article that are built alike, so that their words
    may return: both lead to code or to a list; both open sections of one level; or their sections
    count ("Example 1", "Example 2") or tell of things in code, as in reference works."""
    if {type(one.following), type(other.following)} in ({Code}, {List}):
        return True
    if one.heading is other.heading or not one.heading or not other.heading:
        return False
    both_open = one.number == other.number == 1 and one.heading.level == other.heading.level
    titles = (one.heading.text, other.heading.text)
    return both_open or _count(*titles) or any(re.match(NAME, title) for title in titles)


def are_due(document: Document, first: Place, last: Place) -> bool:
    """Whether a passage returns where it has to: it stands in an abstract, or it is a call that
    opens the article and closes it, with a link to follow."""
    if first.heading is not None and is_abstract(first.heading):
        return True
    opens = first.heading is None or first.heading.level == 1
    closes = last.following is None or isinstance(last.following, Definition)
    between = (document.index_of(last.block) or 0) - (document.index_of(first.block) or 0)
    is_frame = opens and closes and between > FEW_BETWEEN
    inlines = walk_inlines(document.inlines(first.block)) if is_frame else ()
    return any(isinstance(inline, Link) for inline in inlines)


def _count(one: str, other: str) -> bool:
    matches = re.match(COUNTED, one), re.match(COUNTED, other)
    counted = [match["word"] if match else "" for match in matches]
    return counted[0] == counted[1] != ""


def repeated_sentences(document: Document, minimum: int) -> list[Repeat]:
    """The sentences of at least `minimum` words that stand two or three times in top-level
    paragraphs, in reading order; second copies of whole paragraphs are left out."""
    places = _with_repeats(document)
    sentences = [one for place in places for one in _sentences(document, place, minimum)]
    copies = Counter(sentence.key for sentence in sentences)
    return list(_runs(one for one in sentences if 1 < copies[one.key] <= MOST_COPIES))


def _with_repeats(document: Document) -> Iterator[Place]:
    """The paragraphs that share a stretch with another one, or hold one twice. Only these need to
    be split into sentences, which is slow."""
    places = places_of(document)
    stretches = [_stretches(document.source.slice(place.block.span)) for place in places]
    counts = Counter(stretch for own in stretches for stretch in own)
    repeated = {stretch for stretch, count in counts.items() if count > 1}
    seen: set[str] = set()
    for place, own in zip(places, stretches, strict=True):
        if repeated.isdisjoint(own):
            continue
        text = document.source.slice(place.block.span)
        whole = collapsed(text)
        if whole not in seen and not is_meant(text):
            yield place
        seen.add(whole)


def places_of(document: Document) -> tuple[Place, ...]:
    """The top-level paragraphs, but for the words of others, each with its place."""
    return document.derived(_places)


def _places(document: Document) -> tuple[Place, ...]:
    return tuple(_each_place(document))


def _each_place(document: Document) -> Iterator[Place]:
    heading, number = None, 0
    for block, following in pairwise((*document.blocks, None)):
        number += 1
        if isinstance(block, Heading):
            heading, number = block, 0
        elif isinstance(block, Paragraph) and not document.is_in_quote(block):
            yield Place(block, heading, number, following)


def _stretches(text: str) -> list[str]:
    """What stands between two signs that may end a sentence, as it is written."""
    text = " ".join(text.split()) if "\n" in text or "\r" in text else text
    parts = text.replace("?", ".").replace("!", ".").split(".")
    return [part.strip(EDGES) for part in parts if len(part) >= SHORTEST_STRETCH]


def _sentences(document: Document, place: Place, minimum: int) -> Iterator[Sentence]:
    spans = document.sentences(place.block)
    for index, span in enumerate(spans):
        text = document.source.slice(span)
        is_long = word_count(re.sub(LINK_TARGET, "]", text)) >= minimum
        if is_long and not text.endswith(":") and not is_meant(text):
            yield Sentence(collapsed(text), span, place, index, len(spans) - 1 - index)


def _runs(sentences: Iterable[Sentence]) -> Iterator[Repeat]:
    firsts: dict[str, Sentence] = {}
    run: Repeat | None = None
    for sentence in sentences:
        original = firsts.setdefault(sentence.key, sentence)
        if original is sentence:
            continue
        if run and sentence.follows(run.again[-1]) and original.follows(run.first[-1]):
            run.first.append(original)
            run.again.append(sentence)
            continue
        if run:
            yield run
        run = Repeat([original], [sentence])
    if run:
        yield run
