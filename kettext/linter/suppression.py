"""What the author of an article has switched off in it: by comments, or in its front matter.

<!-- kettext-disable NAME[, NAME] -- reason -->   until   <!-- kettext-enable NAME -->
<!-- kettext-disable-next NAME -->                for the next block
<!-- kettext-disable-file NAME -->                for the file
kettext: {disable: [NAME]}                        the same, in front matter
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kettext import checks
from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Cell,
    FrontMatter,
    Heading,
    Html,
    InlineHtml,
    Paragraph,
    walk_inlines,
)
from kettext.kit.finding import Finding, Severity, quoted
from kettext.linter.settings import DOCUMENT, FINAL, UNUSED, Settings, known_words, nearest
from kettext.text.source import Span
from kettext.text.value import NamedTuple

if TYPE_CHECKING:
    from kettext.linter.linter import Judged

OPENING = r"<!--\s*+kettext-(?P<verb>[\w-]*+)"
CLOSING = "-->"
REASON = "--"  # what follows is for people
VERBS = ("disable", "enable", "disable-next", "disable-file")
WORD = r"[^\s,]++"
# the key in front matter, with the rest of its line and the lines below it that are indented
FRONT_KEY = r"(?<![^\r\n])kettext:[^\r\n]*+(?:(?:\r\n|\r|\n)[ \t]++[^\r\n]*+)*+"
FRONT_LIST = (
    r"\bdisable:[ \t]*+"
    r"(?:\[(?P<flow>[^\]]*+)|(?P<lines>(?:\s*+-[ \t]++[^\r\n]++)++)|(?P<one>[^\r\n]*+))"
)
FRONT_WORD = r"""#[^\r\n]*+|(?P<word>[\w][\w-]*+)"""


class Suppression(NamedTuple):
    """A name at `span` that silences a check or a group for what begins in `[start, end)`."""

    word: str
    span: Span
    start: int
    end: int


class Comment(NamedTuple):
    """A comment that speaks to kettext, with the names in it and their places, and the block that
    it stands in."""

    verb: str
    words: tuple[tuple[str, Span], ...]
    span: Span
    block: Block


def unsilenced(
    document: Document, judged: "Iterable[Judged]", ran: Collection[str], settings: Settings
) -> "list[Judged]":
    """What is left of the findings, with one for each suppression that silences nothing.

    `ran`: the checks that have run; of others nobody knows what they would have found.
    """
    reader = Reader(document)
    suppressions = sorted(reader.read(), key=lambda one: (one.start, -one.end))
    everything = list(judged)
    kept, used = _silence([one for one in everything if one[1] != DOCUMENT], suppressions)
    kept.extend(one for one in everything if one[1] == DOCUMENT)
    if any(UNUSED in (*layer.ignore, *layer.extend_ignore) for layer in settings.layers):
        return kept
    rest = [one for one in suppressions if one not in used and one.word != UNUSED]
    complaints = [*reader.problems, *_complaints(rest, ran, settings)]
    spoken, quiet = _silence(
        [_complained(one) for one in complaints],
        [one for one in suppressions if one.word == UNUSED],
    )
    idle = [one for one in suppressions if one.word == UNUSED and one not in quiet]
    return [*kept, *spoken, *(_complained(_nothing(one)) for one in idle)]


def _complained(finding: Finding) -> "Judged":
    return UNUSED, DOCUMENT, Severity.WARNING, finding


def _silence(
    judged: "Iterable[Judged]", suppressions: Iterable[Suppression]
) -> "tuple[list[Judged], set[Suppression]]":
    """The findings that no suppression covers, and the suppressions that cover one, the innermost
    counting. One way through both, in order of place."""
    kept: list[Judged] = []
    used: set[Suppression] = set()
    open_ones: dict[str, list[Suppression]] = {}
    waiting = list(suppressions)[::-1]
    for one in sorted(judged, key=lambda item: item[3].span):
        start = one[3].span.start
        while waiting and waiting[-1].start <= start:
            opened = waiting.pop()
            open_ones.setdefault(opened.word, []).append(opened)
        covering = _covering(open_ones, one[:2], start)
        if covering:
            used.add(covering)
        else:
            kept.append(one)
    return kept, used


def _covering(
    open_ones: Mapping[str, list[Suppression]], words: Iterable[str], start: int
) -> Suppression | None:
    for word in words:
        listed = open_ones.get(word, [])
        while listed and listed[-1].end <= start:
            listed.pop()
        if listed:
            return listed[-1]
    return None


def _complaints(
    suppressions: Iterable[Suppression], ran: Collection[str], settings: Settings
) -> Iterator[Finding]:
    groups = settings.names
    known = known_words(groups)
    for one in suppressions:
        if one.word in (DOCUMENT, *FINAL):
            yield Finding(one.span, f"“{one.word}” can't be silenced")
        elif one.word not in known:
            hint = nearest(one.word, known)
            yield Finding(one.span, f"There is no check or group {quoted(one.word)}{hint}")
        elif one.word in ran or (one.word not in groups and _has_run(one.word, groups, ran)):
            yield _nothing(one)


def _has_run(group: str, groups: Mapping[str, str], ran: Collection[str]) -> bool:
    """Whether all checks of a group have run that are on by default."""
    members = [name for name, its_group in groups.items() if its_group == group]
    missing = [name for name in members if name not in ran and name in checks.names()]
    return not any(checks.load(name).on for name in missing)


def _nothing(suppression: Suppression) -> Finding:
    return Finding(suppression.span, f"“{suppression.word}” silences nothing here")


class Reader:
    """Reads the suppressions of an article, and collects what is wrong with them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._open: dict[str, Span] = {}
        self._found: list[Suppression] = []
        self.problems: list[Finding] = []

    def read(self) -> list[Suppression]:
        end = len(self._document.source.text) + 1
        for word, span in self._front_matter():
            self._found.append(Suppression(word, span, 0, end))
        comments = list(_comments(self._document))
        starts, ends = self._blocks(comments)
        for comment in comments:
            if not self._is_sound(comment):
                continue
            for word, span in comment.words:
                match comment.verb:
                    case "disable":
                        self._disable(word, span)
                    case "enable":
                        self._enable(word, span)
                    case "disable-file":
                        self._found.append(Suppression(word, span, 0, end))
                    case _:
                        index = bisect_left(starts, comment.span.end)
                        stop = ends[index] if index < len(ends) else end
                        self._found.append(Suppression(word, span, comment.span.end, stop))
        self._found.extend(Suppression(word, at, at.start, end) for word, at in self._open.items())
        return self._found

    def _is_sound(self, comment: Comment) -> bool:
        verb = f"kettext-{comment.verb}"
        if comment.verb not in VERBS:
            hint = nearest(verb, [f"kettext-{known}" for known in VERBS])
            self.problems.append(Finding(comment.span, f"{quoted(verb)} means nothing{hint}"))
        elif not comment.words:
            self.problems.append(Finding(comment.span, f"“{verb}” names no check or group"))
        return comment.verb in VERBS

    def _disable(self, word: str, span: Span) -> None:
        if word in self._open:
            self.problems.append(Finding(span, f"{quoted(word)} is disabled here already"))
        self._open.setdefault(word, span)

    def _enable(self, word: str, span: Span) -> None:
        opened = self._open.pop(word, None)
        if opened:
            self._found.append(Suppression(word, opened, opened.start, span.end))
        else:
            self.problems.append(Finding(span, f"{quoted(word)} is not disabled here"))

    def _front_matter(self) -> Iterator[tuple[str, Span]]:
        first = self._document.blocks[0] if self._document.blocks else None
        key = _match(FRONT_KEY, self._document, first) if isinstance(first, FrontMatter) else None
        if not key:
            return
        listed = re.compile(FRONT_LIST).search(key.string, *key.span())
        group = listed.lastgroup if listed else None
        found = list(_front_words(listed, group)) if listed and group else []
        if not found:
            span = Span(key.start(), key.start() + len("kettext"))
            self.problems.append(Finding(span, "“kettext” disables nothing in this front matter"))
        yield from found

    def _blocks(self, comments: Iterable[Comment]) -> tuple[list[int], list[int]]:
        """Where the blocks that can be silenced start and end, in reading order."""
        speaking = {comment.block for comment in comments}
        blocks = [
            block.span
            for block, _ in self._document.tree
            if not (isinstance(block, Html) and block in speaking)
        ]
        return [span.start for span in blocks], [span.end for span in blocks]


def _match(pattern: str, document: Document, block: Block) -> re.Match[str] | None:
    return re.compile(pattern).search(document.source.text, *block.span)


def _front_words(listed: re.Match[str], group: str) -> Iterator[tuple[str, Span]]:
    for match in re.compile(FRONT_WORD).finditer(listed.string, *listed.span(group)):
        if match["word"]:
            yield match["word"], Span(*match.span("word"))


def _comments(document: Document) -> Iterator[Comment]:
    """The comments that speak to kettext, in reading order; one in code is no comment."""
    for block, _ in document.tree:
        if isinstance(block, Html):
            yield from _comments_in(document, block.span, block)
        elif isinstance(block, Heading | Paragraph | Cell) and "kettext-" in document.source.slice(
            block.span
        ):
            for inline in walk_inlines(document.inlines(block)):
                if isinstance(inline, InlineHtml):
                    yield from _comments_in(document, inline.span, block)


def _comments_in(document: Document, span: Span, block: Block) -> Iterator[Comment]:
    text = document.source.text
    opening = re.compile(OPENING)
    match = opening.search(text, *span)
    while match:
        end = text.find(CLOSING, match.end(), span.end)
        if end < 0:
            return
        reason = text.find(REASON, match.end(), end)
        words = re.compile(WORD).finditer(text, match.end(), end if reason < 0 else reason)
        named = tuple((word[0], Span(*word.span())) for word in words)
        yield Comment(match["verb"], named, Span(match.start(), end + len(CLOSING)), block)
        match = opening.search(text, end, span.end)
