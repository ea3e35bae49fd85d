"""Places in the author's own voice, and the sentences that they stand in."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Cell
from kettext.article.voice import is_own

OPENING = (
    r"(?:^|[.!?:…][\"”’')\]*_]*\s|^\W+)[\s\"“‘'(\[*_–—-]*$"  # what may stand before a sentence
)
LOOK = 60  # characters before a place
FAR = 400  # characters to the end of the sentence; few are longer
STOP = r"(?<=[.!?…])\s"
END = r"[.!?…](?=[\"”’')\]*_]*(?:\s|$))"
SMALL = bytes(range(ord("a"), ord("z") + 1))
NO_CAPITALS = bytes(code if 65 <= code <= 90 else 32 for code in range(256))


def own_matches(
    document: Document, matches: Iterable[Match], *, cells: bool = False
) -> Iterator[Match]:
    """The matches in the author's voice, without those in chrome; those in tables on request."""
    for match in matches:
        if not cells and isinstance(match.block, Cell):
            continue
        if is_own(document, match.block, match.span()) and not _is_chrome(document, match):
            yield match


def one_per_sentence(document: Document, matches: Iterable[Match]) -> Iterator[Match]:
    """The first match of each sentence."""
    last = None
    for match in matches:
        sentence = document.sentence_at(match.block, match.span().start)
        if sentence != last:
            yield match
        last = sentence


def opens_sentence(match: Match) -> bool:
    """Whether a sentence begins with a match, as far as signs tell."""
    start = match.match.start()
    before = match.prose.text[max(0, start - LOOK) : start]
    return re.search(OPENING, before) is not None


def sign_of_sentence(match: Match) -> str:
    """The sign that ends the sentence of a match, "" where there is none."""
    text, end = match.prose.text, match.match.end()
    found = re.search(END, text[end : end + FAR + 1])
    return found[0] if found else ""


def words_behind(match: Match, most: int) -> Sequence[str]:
    """The next words of the sentence of a match, and the signs between them."""
    text, end = match.prose.text, match.match.end()
    return re.findall(r"[\w'’-]+|[^\w\s]", text[end : end + FAR])[:most]


def near_in_sentence(match: Match) -> str:
    """What stands on either side of a match in its sentence, with the match, as far as signs
    tell."""
    text, (start, end) = match.prose.text, match.match.span()
    before, behind = text[max(0, start - FAR) : start], text[end : end + FAR]
    return re.split(STOP, before)[-1] + text[start:end] + re.split(STOP, behind, maxsplit=1)[0]


def sentence_of(document: Document, match: Match) -> str:
    """What a reader sees of the sentence of a match."""
    span = document.sentence_at(match.block, match.span().start)
    return match.prose.read(span)


def _is_chrome(document: Document, match: Match) -> bool:
    index = document.index_of(match.block)
    return index is not None and document.chrome_kinds[index] is not None


def without_small(document: Document) -> bytes:
    """The text in UTF-8 without small letters: a quarter of it, in which signs and capitals are
    found soonest. Signs may stand beside each other that do not in the text."""
    return document.source.text.encode("utf-8").translate(None, SMALL)


def capitals(document: Document) -> frozenset[str]:
    """The capitals of each word, "WHO" and "W" of "WHO" and "We"."""
    words = document.derived(without_small).translate(NO_CAPITALS).split()
    return frozenset(word.decode("ascii") for word in frozenset(words))
