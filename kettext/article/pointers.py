"""What in the text of an article points to its references and footnotes."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from kettext.article.anchors import anchor_key
from kettext.article.bibliography import Entry, may_have_notes, reference_lists
from kettext.article.document import Document
from kettext.article.nodes import Footnote, LeafBlock, Link, walk_inlines
from kettext.article.reference_shapes import FROM_RAISED, YEAR
from kettext.text.prose import PART, fold, parts_of_words
from kettext.text.source import Span
from kettext.text.value import Value

ONE = r"\d{1,3}(?!\d)"
JOINT = r"\s?[,;–-]\s?"
BRACKETS = (
    rf"\[(?P<numbers>{ONE}(?:{JOINT}{ONE})*+)(?P<place>,?\s(?:pp?\.|§|ch\.|sec\.)[^\[\]]{{1,30}})?+\]"
    r"(?![(=:\w]|\s?=|\.\w)"  # not what an array or a definition looks like
)
BRACKET, TAGGED = r"\[[\[\\^]?\d", r"<sup"  # what may begin a pointer
TAG = rf"<sup\b[^<>]*+>(?:\s|<[^<>]*+>|\\?\[)*+(?P<numbers>{ONE}(?:{JOINT}{ONE})*+)"
LINK = rf"[\[(]{{0,2}}(?P<numbers>{ONE}(?:{JOINT}{ONE})*+)[\])]{{0,2}}"
RAISED = r"[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}"
# What may be meant to point to a reference, or may not.
PERHAPS = (
    rf"\((?P<round>{ONE}(?:{JOINT}{ONE})*+)\)|\b(?:[Rr]ef|[Ss]ource|[Nn]ote)[a-z]{{0,6}}\.?\s(?P<named>{ONE})"
    rf"|[a-z”\")][.,;:]?(?P<stuck>\d{{1,2}}(?:[,–-]\d{{1,2}})*+)(?=\s|$)"
)
LABELS = r"\[(?P<label>[A-Za-z][\w+.-]{1,20})(?:,[^\[\]]{1,30})?\](?![:(])"
LABEL_OF_LINK = r"\]\[([^\[\]]{1,40})\]"
ADDRESS = r"https?://(?:www\.)?([^\s<>\"”)\]]+)"
NOTE = r"\[\^(?P<label>[^\[\]\n]{1,100})\]"
NOTE_DEFINED = r"(?m)^[ \t>*-]*\[\^(?P<label>[^\[\]\n]{1,100})\]:"
DEFINED = r"(?m)^[ \t>*-]*\[(?P<label>[^\[\]]{1,200})\]:"
ANCHOR = r"\b(?:id|name)=[\"']?([^\"'\s<>]+)"
TARGET = r"(?:\]\(|href=[\"']?|\]:\s)#([^\"'\s<>()]+)"
NAMED = (
    r"\b(?P<name>[A-Z][\w’'-]+)(?:['’]s)?(?:\set\sal)?[.,]{0,2}\s?[(\[]{0,2}"
    rf"(?P<year>{YEAR})"
)
LONGEST_RANGE = 200


class Pointer(Value):
    """A place in the text that points to references by number; `is_link`: and leads there."""

    block: LeafBlock
    span: Span
    numbers: frozenset[int]
    is_link: bool = False


class Rest:
    """What the article says outside its lists of references; each part is read when it is asked
    for."""

    def __init__(self, written: str) -> None:
        self.written: Final = written

    @cached_property
    def text(self) -> str:
        """The text, folded."""
        return fold(self.written)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, folded."""
        return frozenset(PART.findall(self.text))

    @cached_property
    def targets(self) -> frozenset[str]:
        """The anchors that links lead to."""
        return frozenset(anchor_key(match[1]) for match in re.finditer(TARGET, self.written))

    def may_mean(self, entry: Entry, written: str) -> bool:
        """Whether anything but its number may point to a reference, which is so `written`: its
        label, its address, an anchor in it, or a name with its year."""
        labels = {entry.label, *re.findall(LABEL_OF_LINK, written)}
        if not self._labels.isdisjoint(labels):
            return True
        if "http" in written and not self._addresses.isdisjoint(addresses_in(written)):
            return True
        anchors = [anchor_key(match[1]) for match in re.finditer(ANCHOR, written)]
        if anchors and not self.targets.isdisjoint(anchors):
            return True
        if entry.number is not None and entry.number in self._numbers:
            return True
        named = self._names.get(entry.year, frozenset()) if entry.year else frozenset()
        return bool(named) and not named.isdisjoint(parts_of_words(written))

    @cached_property
    def _addresses(self) -> frozenset[str]:
        return addresses_in(self.written)

    @cached_property
    def _labels(self) -> frozenset[str]:
        """The labels in brackets."""
        return frozenset(match["label"] for match in re.finditer(LABELS, self.written))

    @cached_property
    def _numbers(self) -> frozenset[int]:
        """The numbers that may point to references."""
        matches = re.finditer(PERHAPS, self.written)
        written = (match[match.lastgroup or 0] for match in matches)
        return frozenset(number for numbers in written for number in numbers_in(numbers))

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """The names that stand before a year, by year."""
        found: dict[str, set[str]] = {}
        for match in re.finditer(NAMED, self.written):
            found.setdefault(match["year"], set()).update(parts_of_words(match["name"]))
        return {year: frozenset(names) for year, names in found.items()}


def pointers(document: Document) -> tuple[Pointer, ...]:
    """The places that point to numbered references, those in the lists themselves left out."""
    return document.derived(_pointers)


def _pointers(document: Document) -> tuple[Pointer, ...]:
    listed = {entry.block for found in reference_lists(document) for entry in found.entries}
    text = document.source.text
    patterns = (BRACKET, TAGGED, *(() if text.isascii() else (RAISED,)))
    places = (match.start() for pattern in patterns for match in re.finditer(pattern, text))
    blocks = {block for place in places if (block := document.leaf_block_at(place))} - listed
    ordered = sorted(blocks, key=lambda block: block.span.start)
    return tuple(pointer for block in ordered for pointer in _in_block(document, block))


def pointed_numbers(document: Document) -> frozenset[int]:
    """All numbers that the places of pointers() name."""
    return document.derived(_pointed_numbers)


def written_numbers(document: Document) -> Iterator[frozenset[int]]:
    """The numbers in each pair of brackets in the source, whatever they are; cheaper than what
    pointers() does."""
    for match in re.finditer(BRACKETS, document.source.text):
        yield numbers_in(match["numbers"])


def rest_of(document: Document) -> Rest:
    """What may point to references in other ways."""
    return document.derived(_rest)


def label_key(label: str) -> str:
    """What two spellings of a label have in common."""
    return " ".join(fold(label).split())


def footnotes(document: Document) -> dict[str, Span]:
    """The footnotes that are defined, by the keys of their labels, each with the place of its
    label; the first one of each."""
    return document.derived(_footnotes)


def footnote_keys(document: Document) -> frozenset[str]:
    """The keys of all footnotes that anything in the source points to, code included."""
    return document.derived(_footnote_keys)


def written_notes(document: Document) -> frozenset[str]:
    """The keys of all footnotes that look defined, wherever and whether read as such or not."""
    return _keys(NOTE_DEFINED, document.source.text)


def written_definitions(document: Document) -> frozenset[str]:
    """The keys of all labels of links that look defined, whether read as such or not."""
    return _keys(DEFINED, document.source.text)


def _keys(pattern: str, text: str) -> frozenset[str]:
    return frozenset(label_key(match["label"]) for match in re.finditer(pattern, text))


def addresses_in(text: str) -> frozenset[str]:
    """The addresses in a text, without what may differ between two that lead to one place."""
    return frozenset(found.rstrip("/.,;").lower() for found in re.findall(ADDRESS, text))


def numbers_in(written: str) -> frozenset[int]:
    """The numbers of "1, 3-5"."""
    found = set[int]()
    for part in re.split(r"[,;]", written):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        is_range = len(ends) == 2 and 0 < ends[1] - ends[0] <= LONGEST_RANGE
        found.update(range(ends[0], ends[1] + 1) if is_range else ends)
    return frozenset(found)


def _in_block(document: Document, block: LeafBlock) -> Iterator[Pointer]:
    written = document.source.slice(block.span)
    prose, linked = document.prose(block), list[Span]()
    for inline in walk_inlines(document.inlines(block)):
        if isinstance(inline, Link):
            match = re.fullmatch(LINK, prose.read(inline.span))
            if match:
                linked.append(inline.span)
                yield Pointer(block, inline.span, numbers_in(match["numbers"]), is_link=True)
    for match in re.finditer(BRACKETS, prose.text):
        span = prose.source_span(*match.span())
        yield Pointer(block, span, numbers_in(match["numbers"]))
    for match in re.finditer(RAISED, prose.text):
        number = int(match[0].translate(FROM_RAISED))
        yield Pointer(block, prose.source_span(*match.span()), frozenset((number,)), is_link=True)
    for match in re.finditer(TAG, written):
        start, end = match.span()
        span = Span(block.span.start + start, block.span.start + end)
        yield Pointer(block, span, numbers_in(match["numbers"]), is_link=True)


def _pointed_numbers(document: Document) -> frozenset[int]:
    return frozenset(number for pointer in pointers(document) for number in pointer.numbers)


def _rest(document: Document) -> Rest:
    text, end, parts = document.source.text, 0, list[str]()
    for found in reference_lists(document):
        for entry in found.entries:
            parts.append(text[end : max(end, entry.span.start)])
            end = max(end, entry.span.end)
    return Rest("\n".join((*parts, text[end:])))


def _footnotes(document: Document) -> dict[str, Span]:
    if not may_have_notes(document):
        return {}
    text = document.source.text
    starts = {block.span.start for block in document.blocks if isinstance(block, Footnote)}
    found = dict[str, Span]()
    for match in re.finditer(NOTE_DEFINED, text):
        place = Span(match.start("label") - 2, match.end("label") + 1)
        if document.format != "markdown" or document.inferred or match.start() in starts:
            found.setdefault(label_key(match["label"]), place)
    return found


def _footnote_keys(document: Document) -> frozenset[str]:
    text = document.source.text
    defined = {match.start("label") for match in re.finditer(NOTE_DEFINED, text)}
    return frozenset(
        label_key(match["label"])
        for match in re.finditer(NOTE, text)
        if match.start("label") not in defined
    )
