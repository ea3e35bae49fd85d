"""Prose as strings and offset maps: where a character of it stands in the source, folding,
sentences, words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from kettext.text.sequences import overlapping
from kettext.text.source import Span

OBJECT = "\ufffc"  # stands in prose for what is no prose: a code span, an image, a bare URL
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
PART = re.compile(r"[^\W_]+")
CHUNK = 8192  # the splitter is quadratic on unclosed quotation marks
_FOLDED = (
    ("’", "'"),
    ("‘", "'"),
    ("\u00a0", " "),
    ("\u2007", " "),
    ("\u202f", " "),
    ("\n", " "),
    ("\r", " "),
    ("\t", " "),
)
QUOTATION = re.compile(r"“[^”]*+”?|\"[^\"]*+\"?")
START = attrgetter("start")
SOURCE = attrgetter("source")
_LETTER = re.compile(r"[^\W\d_]")


class Piece(NamedTuple):
    """A stretch of prose and the stretch of the source it came from.

    Equal lengths mean equal characters in order, unless it is said that they are not `copied`: a
    blank for a newline.
    """

    start: int
    length: int
    source: Span
    copied: bool = True

    def is_verbatim(self) -> bool:
        return self.copied and self.source.end - self.source.start == self.length


class Prose(NamedTuple):
    """A block's text without markup, and the way back to the source."""

    text: str
    pieces: tuple[Piece, ...]

    def source_span(self, start: int, end: int) -> Span:
        """The stretch of the source that the prose `[start, end)` came from."""
        first = self._piece_at(start)
        begin = first.source.start + (start - first.start if first.is_verbatim() else 0)
        if end <= start:
            return Span(begin, begin)
        last = self._piece_at(end - 1)
        stop = last.source.start + (end - last.start) if last.is_verbatim() else last.source.end
        return Span(begin, stop)

    def offset_of(self, place: int) -> int:
        """Where in the prose a place of the source is; for markup, where the prose after it is."""
        index = bisect_right(self.pieces, place, key=lambda piece: piece.source.start) - 1
        if index < 0:
            return 0
        piece = self.pieces[index]
        inside = place - piece.source.start if piece.is_verbatim() else 0
        return piece.start + min(inside, piece.length)

    def parts(self, span: Span) -> Iterator[Piece]:
        """The pieces that a stretch of the source has a part in; between them stands markup."""
        return overlapping(self.pieces, span, SOURCE)

    def read(self, span: Span) -> str:
        """What a reader sees of a stretch of the source."""
        return "".join(self._read(piece, span) for piece in self.parts(span))

    def _read(self, piece: Piece, span: Span) -> str:
        if not piece.is_verbatim():
            return self.text[piece.start : piece.start + piece.length]
        shift = piece.start - piece.source.start
        start, end = max(piece.source.start, span.start), min(piece.source.end, span.end)
        return self.text[start + shift : end + shift]

    def _piece_at(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self.pieces, offset, key=START) - 1)]


def plain_prose(text: str, start: int) -> Prose:
    """Prose that stands in the source as it is, from offset `start` on."""
    return Prose(text, (Piece(0, len(text), Span(start, start + len(text))),))


def fold(text: str) -> str:
    """The text in lower case, with straight apostrophes and plain blanks; as long as the text
    itself."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two characters
        lowered = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    if text.isascii() and text.isprintable():
        return lowered
    for sign, plain in _FOLDED:  # str.translate() is ten times as slow
        lowered = lowered.replace(sign, plain)
    return lowered


def normalised(text: str) -> str:
    """The words of a text, folded and joined by blanks: what two copies have in common whatever
    their punctuation."""
    return " ".join(words(text))


def collapsed(text: str) -> str:
    """The text folded, with single blanks: what two copies have in common if every sign counts."""
    return " ".join(fold(text).split())


def word_set(listed: str) -> frozenset[str]:
    """The words of a list in which blanks part them."""
    return frozenset(listed.split())


def words(text: str) -> list[str]:
    return WORD.findall(fold(text))


def parts_of_words(text: str) -> list[str]:
    """The words of a text, folded, those with hyphens and apostrophes in parts: "well", "known"."""
    return PART.findall(fold(text))


def shortened(text: str, most: int) -> str:
    """The text in one line of at most `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def word_count(text: str) -> int:
    return len(WORD.findall(text))


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text as offsets into it, without the blanks around them; they are the work
    of sentencex."""
    yield from _joined(text, _boundaries(text))


def _boundaries(text: str) -> Iterator[tuple[int, int]]:
    import sentencex  # for those who ask for sentences

    for start, end in chunks(text, CHUNK):
        for boundary in sentencex.get_sentence_boundaries("en", text[start:end]):
            yield start + boundary["start_index"], start + boundary["end_index"]


def chunks(text: str, most: int) -> Iterator[tuple[int, int]]:
    """Stretches of at most so many characters, cut after a blank where there is one."""
    start = 0
    while len(text) - start > most:
        cut = text.rfind(" ", start, start + most) + 1
        end = cut if cut > start else start + most
        yield start, end
        start = end
    yield start, len(text)


def _joined(text: str, boundaries: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences without a letter ("1.", "…") belong to the one after them, at the end to the one
    before."""
    waiting: int | None = None
    last: tuple[int, int] | None = None
    for start, end in boundaries:
        begin = start if waiting is None else waiting
        if not _LETTER.search(text, start, end):
            waiting = begin
            continue
        if last:
            yield last
        last, waiting = _trimmed(text, begin, end), None
    if last and waiting is not None:
        last = _trimmed(text, last[0], len(text))
    if last or text.strip():
        yield last or _trimmed(text, 0, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
