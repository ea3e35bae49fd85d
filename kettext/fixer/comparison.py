"""What became of an article between two versions, whoever made them: the account without edits.

Two texts are the same if they differ in nothing but blanks, escapes and the marks of headings and
items, so that pasted text can be compared with its Markdown.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.fixer.alignment import Match, align
from kettext.fixer.ledger import ESCAPE
from kettext.fixer.units import Unit, units_of
from kettext.text.facts import Fact, places_of_facts
from kettext.text.prose import word_count
from kettext.text.source import NEWLINE, Span

HEADING_MARKS = re.compile(r"^#{1,6}[ \t]+|(?<![ \t])[ \t]++#++$|\n[ \t]*+(?:=++|-++)$")
QUOTE_MARKS = re.compile(r"(?<=\n)[ \t]*+(?:>[ \t]*+)++")
LINE_BREAK = re.compile(r"\\(?=\r?\n)")
FEWEST_WORDS = 4  # of a copy: “Yes” in two cells is none
KINDS = {  # kind of fact -> what is told of it; of other kinds nothing is
    "number": "number",
    "amount": "number",
    "date": "number",
    "negation": "negation",
    "link": "link",
}


class State(StrEnum):
    """What has become of a unit. The ledger has no "added": there it is what fixes put in."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Entry:
    """What has become of one unit, or of two that were joined. `before` and `old` are None for what
    was added, `after` and `new` for what was removed; a changed unit may stand elsewhere, too.
    The texts are as they are compared: with single blanks, without marks and escapes.
    `copy` is where the new version still has what was removed word for word."""

    unit: str
    state: State
    before: Span | None
    after: Span | None
    old: str | None
    new: str | None
    copy: Span | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A number, negation or link that went, came, or became another one, and in which unit."""

    kind: str
    went: str | None
    came: str | None
    entry: Entry


@dataclass(frozen=True, slots=True)
class Comparison:
    """An entry for each unit of the old version in its order, then for each that was added."""

    old: Document
    new: Document
    entries: tuple[Entry, ...]
    differences: tuple[Difference, ...]

    def of(self, state: State) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.state is state)

    @property
    def is_safe(self) -> bool:
        """Whether nothing was removed and no number, negation or link differs."""
        return not self.differences and not self.of(State.REMOVED)


def compare(old: Document, new: Document) -> Comparison:
    """What became of each unit of the old version, and what the new one has besides."""
    before, after = _version(old), _version(new)
    matches = align(before.texts, after.texts)
    matches.sort(key=lambda match: (not match.olds, match.olds, match.news))
    accounts = [_account(before, after, match) for match in matches]
    entries = tuple(account.entry for account in accounts)
    return Comparison(old, new, entries, tuple(_differences(accounts)))


@dataclass(frozen=True, slots=True)
class _Version:
    """A version with its units, their texts as they are compared, and a place for each text."""

    document: Document
    units: tuple[Unit, ...]
    texts: tuple[str, ...]
    places: dict[str, Span]

    def span(self, indexes: Sequence[int]) -> Span | None:
        if not indexes:
            return None
        return Span(self.units[indexes[0]].span.start, self.units[indexes[-1]].span.end)

    def copy(self, other: "_Version", indexes: Sequence[int]) -> Span | None:
        """Where this version has the one text that another one has at these indexes; too short a
        text is no copy, unless it is a heading."""
        unit, text = other.units[indexes[0]], other.texts[indexes[0]]
        is_copy = unit.kind == "heading" or word_count(text) >= FEWEST_WORDS
        return self.places.get(text) if is_copy and len(indexes) == 1 else None

    def text(self, indexes: Sequence[int]) -> str | None:
        return " ".join(self.texts[index] for index in indexes) if indexes else None

    def facts(self, indexes: Sequence[int]) -> "_Facts":
        found = [pair for index in indexes for pair in _facts(self.document, self.units[index])]
        return _Facts(Counter(fact for fact, _ in found), dict(reversed(found)))


@dataclass(frozen=True, slots=True)
class _Facts:
    """Facts, how often each is there, and how it is written where it is first."""

    counts: Counter[Fact] = field(default_factory=Counter)
    written: dict[Fact, str] = field(default_factory=dict)

    def spelled(self, chosen: Counter[Fact]) -> list[str]:
        return [self.written[fact] for fact in chosen.elements()]


def _version(document: Document) -> _Version:
    units = units_of(document)
    texts = tuple(_comparable(document, unit) for unit in units)
    pairs = zip(reversed(texts), reversed(units), strict=True)
    return _Version(document, units, texts, {text: unit.span for text, unit in pairs})


@dataclass(frozen=True, slots=True)
class _Account:
    """An entry with the facts that stand in it, none where nothing was said that was not before,
    or is not still."""

    entry: Entry
    had: _Facts
    has: _Facts


def _account(old: _Version, new: _Version, match: Match) -> _Account:
    state = _state(match)
    before, after = old.span(match.olds), new.span(match.news)
    unit = old.units[match.olds[0]] if match.olds else new.units[match.news[0]]
    copy = new.copy(old, match.olds) if state is State.REMOVED else None
    entry = Entry(unit.kind, state, before, after, old.text(match.olds), new.text(match.news), copy)
    is_repeated = copy or (state is State.ADDED and old.copy(new, match.news))
    if match.is_equal or is_repeated:
        return _Account(entry, _Facts(), _Facts())
    return _Account(entry, old.facts(match.olds), new.facts(match.news))


def _state(match: Match) -> State:
    if not match.news:
        return State.REMOVED
    if not match.olds:
        return State.ADDED
    if not match.is_equal:
        return State.CHANGED
    return State.KEPT if match.is_in_order else State.MOVED


def _comparable(document: Document, unit: Unit) -> str:
    """The text of a unit without what may differ between two ways to write the same."""
    if unit.kind == "block":  # in code, how a line is indented counts
        lines = NEWLINE.split(document.source.slice(unit.span))
        return "\n".join(line.rstrip() for line in lines)
    block = document.leaf_block_at(unit.span.end - 1)
    start = max(unit.span.start, block.span.start) if block else unit.span.start  # an item's mark
    text = document.source.text[start : unit.span.end]
    if unit.kind == "heading":
        text = HEADING_MARKS.sub("", text)
    if document.format == "markdown":
        text = ESCAPE.sub(r"\1", LINE_BREAK.sub("", QUOTE_MARKS.sub("", text)))
    return " ".join(text.split())


def _differences(accounts: Sequence[_Account]) -> Iterator[Difference]:
    """What one version has more of than the other. In a changed unit one number for another is a
    difference even if both stand elsewhere, too: two doses may have been exchanged."""
    lost, won = Counter[Fact](), Counter[Fact]()
    for account in accounts:
        lost.update(account.had.counts)
        won.update(account.has.counts)
    lost, won = lost - won, won - lost
    # A fact that is missing is told of where a unit was changed rather than where one was removed.
    for account in sorted(accounts, key=lambda one: one.entry.state is not State.CHANGED):
        had, has = account.had.counts, account.has.counts
        for kind in dict.fromkeys(KINDS.values()):
            went, came = _of_kind(had - has, kind), _of_kind(has - had, kind)
            if not (account.entry.state is State.CHANGED and went and came):
                went, came = went & lost, came & won
            lost.subtract(went)
            won.subtract(came)
            yield from _paired(kind, went, came, account)


def _of_kind(counted: Counter[Fact], kind: str) -> Counter[Fact]:
    return Counter({fact: count for fact, count in counted.items() if KINDS.get(fact.kind) == kind})


def _paired(
    kind: str, went: Counter[Fact], came: Counter[Fact], account: _Account
) -> Iterator[Difference]:
    """What went and what came, side by side where as much came as went."""
    gone, put_in = account.had.spelled(went), account.has.spelled(came)
    if len(gone) == len(put_in):
        pairs = zip(gone, put_in, strict=True)
        yield from (Difference(kind, *pair, account.entry) for pair in pairs)
        return
    yield from (Difference(kind, text, None, account.entry) for text in gone)
    yield from (Difference(kind, None, text, account.entry) for text in put_in)


def _facts(document: Document, unit: Unit) -> Iterator[tuple[Fact, str]]:
    """The facts of a unit and how they are written: links from its source, all else as it is
    read."""
    text = document.source.slice(unit.span)
    if document.format == "markdown" and unit.kind != "block":
        text = ESCAPE.sub(r"\1", text)
    for fact, written in places_of_facts(_reading(document, unit, text)):
        if fact.kind != "link":
            yield fact, written
    for fact, _ in places_of_facts(text):
        if fact.kind == "link":
            yield fact, fact.text  # without the brackets of its markup


def _reading(document: Document, unit: Unit, written: str) -> str:
    """What a reader sees of a unit: without markup, without the number of a section. Code and the
    texts of pictures are read as they are written."""
    if unit.kind in ("block", "alt"):
        return written.replace("`", " ")
    block = document.leaf_block_at(unit.span.end - 1)
    if block is None:
        return written
    if isinstance(block, Heading):
        return block.title
    return document.prose(block).read(unit.span)
