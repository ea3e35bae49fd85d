"""Whose voice it is: what the author says, and what others say in the article."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kettext.article.document import Document
from kettext.article.nodes import (
    Break,
    Emphasis,
    Heading,
    InlineHtml,
    LeafBlock,
    Link,
    Paragraph,
    walk_inlines,
)
from kettext.article.questions import unmarked_questions
from kettext.article.talk import is_turn
from kettext.article.titles import is_faq
from kettext.text.prose import Prose
from kettext.text.source import Span

Stretch = tuple[int, int]  # offsets into the prose of a block
# An apostrophe may open a word ('em, '90s) or stand in one; both are no quotation marks. A mark of
# inches is none either. What has no end goes to the end: the quotation may go on in the next block.
# Only what begins with signs that a text holds is compiled.
QUOTATIONS: Mapping[str, str] = {
    "“": r"“[^”]*+”?",
    '"': r"(?<![\w”])\"[^\"]*+\"?",
    "«": r"«[^»]*+»?",
    "„": r"„[^“”]*+[“”]?",
    "‘": r"(?<!\w)‘(?!\d0s|(?:em|til|cause|tis|twas|n)\b)(?=\S)(?:[^’‘]|’(?=\w)){1,400}+’",
    "'": (
        r"(?<![\w')\]])'(?!\d0s|(?:em|til|cause|tis|twas|n)\b)(?=\w)"
        r"(?:[^'\"“”]|(?<=\w)'(?=\w)){1,400}+'(?!\w)"
    ),
}
BEHIND_WORD = r"\w'"
SMALL = frozenset(
    (
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "it", "nor",
        "of", "on", "or", "over", "so", "than", "that", "the", "to", "up", "via", "vs", "with",
    )
)  # fmt: skip
LEAST_OF_LINK = 3  # words; “Read More” is no title
TAG = r"(?i)</?(?P<name>cite|q|code|kbd|samp|var|i|em)\b"
ITALIC = ("*", "_", "i", "em")
NAMING = (  # what stands behind is an example of wording
    r"(?i:\b(?:words?|phrases?|terms?|expressions?|verbs?|nouns?|adjectives?|adverbs?|pronouns?"
    r"|contractions?|prefix|suffix|letters?|label(?:l?ed)?|spelled|written|reads?|says))[ :]+$"
)
PRESSED = (
    r"(?i:\b(?:click|select|choose|tap|press|hit|check|tick|open|on|button))(?: on| the)?[ :]+$"
)
MENTIONED = r"(?i:\bthe (?:%s)s?) (?P<said>\w[\w'’-]*+)"
NAMES_OF_WORDING = (
    "word", "phrase", "term", "expression", "contraction", "verb", "noun", "adverb", "pronoun",
)  # fmt: skip
LOOK = 40  # characters before a stretch
FEWEST_LINES, LONGEST_LINE = 3, 70  # of verse
LINE_END = r" {2}|\\"
LABELLED = r"[^:\n]{1,30}: ?"
SHARE_LABELLED = 0.3
MOST_ASKED = 200  # characters of a question


def is_own(document: Document, block: LeafBlock, span: Span) -> bool:
    """Whether words of a block are the author's own, and not in a quotation, a title of a work, an
    example of wording, verse, a turn in a talk, or a question that an FAQ answers."""
    voices = document.derived(_voices)
    return not (
        is_quoted(document, block, span)
        or voices.is_of_others(document, block)
        or _holds(voices.set_off(document, block), *_offsets(document.prose(block), span))
    )


def is_quoted(document: Document, block: LeafBlock, span: Span) -> bool:
    """Whether words of a block are somebody else's: in quotation marks, or in a block quotation."""
    start = document.prose(block).offset_of(span.start)
    quotations = document.derived(_voices).quotations(document, block)
    return _holds(quotations, start, start + 1) or document.is_in_quote(block)


class _Voices:
    """What is known of the voices in a document, found out block by block. It does not hold the
    document that it is kept in: such a circle would stay in memory."""

    def __init__(self) -> None:
        self._quotations: dict[LeafBlock, Sequence[Stretch]] = {}
        self._set_off: dict[LeafBlock, Sequence[Stretch]] = {}
        self._of_others: dict[LeafBlock, bool] = {}

    def quotations(self, document: Document, block: LeafBlock) -> Sequence[Stretch]:
        if block not in self._quotations:
            self._quotations[block] = _quotations(document.prose(block).text)
        return self._quotations[block]

    def set_off(self, document: Document, block: LeafBlock) -> Sequence[Stretch]:
        """Titles of works, labels, examples of wording."""
        if block not in self._set_off:
            prose = document.prose(block)
            marked = _marked(document, block, prose)
            self._set_off[block] = _outermost((*marked, *_mentioned(prose.text)))
        return self._set_off[block]

    def is_of_others(self, document: Document, block: LeafBlock) -> bool:
        if block not in self._of_others:
            self._of_others[block] = (
                is_turn(document, block) or _is_asked(document, block) or _is_verse(document, block)
            )
        return self._of_others[block]


def _voices(_: Document) -> _Voices:
    return _Voices()


def _quotations(text: str) -> tuple[Stretch, ...]:
    """What stands in quotation marks; an apostrophe in or behind a word is none."""
    signs = [sign for sign in QUOTATIONS if sign in text]
    if signs[-1:] == ["'"] and text.count("'") == len(re.findall(BEHIND_WORD, text)):
        signs.pop()
    if not signs:
        return ()
    pattern = "|".join(map(QUOTATIONS.__getitem__, signs))
    return tuple(match.span() for match in re.finditer(pattern, text))


def _mentioned(text: str) -> list[Stretch]:
    """Words of which the article speaks as words."""
    folded = text.lower()
    names = [name for name in NAMES_OF_WORDING if f"the {name}" in folded]
    if not names:
        return []
    matches = re.finditer(MENTIONED % "|".join(names), text)
    return [match.span("said") for match in matches]


def _offsets(prose: Prose, span: Span) -> Stretch:
    return prose.offset_of(span.start), prose.offset_of(span.end - 1) + 1


def _holds(stretches: Sequence[Stretch], start: int, end: int) -> bool:
    """Whether one of some stretches in order, none within another, holds another one."""
    index = bisect_right(stretches, start, key=lambda stretch: stretch[0]) - 1
    return index >= 0 and end <= stretches[index][1]


def _outermost(stretches: Iterable[Stretch]) -> Sequence[Stretch]:
    """The stretches in order, without those that stand in another one."""
    found: list[Stretch] = []
    for start, end in sorted(stretches, key=lambda stretch: (stretch[0], -stretch[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


def _marked(document: Document, block: LeafBlock, prose: Prose) -> Iterator[Stretch]:
    """What markup sets off as a title, a label or an example."""
    opened: dict[str, int] = {}
    for inline in walk_inlines(document.inlines(block)):
        stretch = _offsets(prose, inline.span)
        if isinstance(inline, Emphasis) and _is_set_off(prose.text, stretch, inline.mark):
            yield stretch
        elif isinstance(inline, Link):
            words = prose.text[slice(*stretch)].split()
            if len(words) >= LEAST_OF_LINK and _is_title(words):
                yield stretch
        elif isinstance(inline, InlineHtml):
            tag = re.match(TAG, document.source.slice(inline.span))
            yield from _tagged(tag, stretch[0], prose, opened) if tag else ()


def _tagged(
    match: re.Match[str], place: int, prose: Prose, opened: dict[str, int]
) -> Iterator[Stretch]:
    name = match["name"].lower()
    if not match[0].startswith("</"):
        opened[name] = place
    elif name in opened:
        stretch = opened.pop(name), place
        if name not in ITALIC or _is_set_off(prose.text, stretch, name):
            yield stretch


def _is_set_off(text: str, stretch: Stretch, mark: str) -> bool:
    """Whether what stands in italics or bold is no emphasis."""
    start, end = stretch
    before, words = text[max(0, start - LOOK) : start], text[start:end].split()
    if mark not in ITALIC:
        return re.search(PRESSED, before) is not None
    if re.search(NAMING, before):
        return True
    opens = not before.strip() or before.rstrip()[-1] in ".!?:"
    return _is_title(words) and (len(words) > 1 or not opens)


def _is_title(words: Sequence[str]) -> bool:
    """Whether words are written like the title of a work: with capitals, but not in capitals."""
    bare = [word.strip(".,:;!?()“”\"'‘’") for word in words]
    return (
        bool(bare)
        and bare[0][:1].isupper()
        and not any(len(word) > 1 and word.isupper() for word in bare[:2])
        and all(not word or not word[0].islower() or word in SMALL for word in bare)
    )


def _is_asked(document: Document, block: LeafBlock) -> bool:
    """Whether a block is a question that the article goes on to answer, as an FAQ does."""
    written = document.source.slice(block.span).rstrip(" *_#\n")
    if len(written) > MOST_ASKED or not written.endswith("?"):
        return False
    if isinstance(block, Heading) and block in document.derived(_last_questions):
        return True
    is_bold = isinstance(block, Paragraph) and written.startswith(("**", "__"))
    return is_bold or _is_in_faq(document, block)


def _last_questions(document: Document) -> frozenset[Heading]:
    return frozenset(unmarked_questions(document))


def _is_in_faq(document: Document, block: LeafBlock) -> bool:
    section = document.section_at(block.span.start)
    while section:
        if is_faq(section.heading):
            return section.heading is not block
        section = section.parent
    return False


def _is_verse(document: Document, block: LeafBlock) -> bool:
    """Whether a paragraph is made of short lines that its author has parted."""
    if not isinstance(block, Paragraph):
        return False
    text = document.source.slice(block.span)
    if text.count("\n") < FEWEST_LINES - 1:
        return False
    inlines = document.inlines(block)
    ends = [one.span for one in inlines if isinstance(one, Break)]
    lines = text.splitlines()
    are_hard = all(re.match(LINE_END, document.source.slice(end)) for end in ends)
    if not ends or not (are_hard or text.count("<br") >= len(lines) - 1):
        return False
    labelled = sum(bool(re.match(LABELLED, line)) for line in lines)
    return (
        max(map(len, lines)) <= LONGEST_LINE
        and labelled < SHARE_LABELLED * len(lines)
        and all(line[:1] not in "-*+|#•" for line in lines)
    )
