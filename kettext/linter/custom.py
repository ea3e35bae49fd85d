"""Checks without code: a [[custom]] table of a config file becomes a check like any other."""

import re
from collections.abc import Iterator, Mapping

from kettext import checks
from kettext.article.document import Document
from kettext.article.match import Match
from kettext.kit.check import Check, Hit
from kettext.kit.finding import Applicability, Finding, Fix, Severity
from kettext.kit.rewrite import replace_words
from kettext.linter.patterns import check_pattern
from kettext.linter.settings import CUSTOM, DOCUMENT, UNUSED
from kettext.text.phrases import ARROW, Phrase
from kettext.text.prose import PART, chunks, fold, shortened
from kettext.text.source import InputError, Span
from kettext.text.value import NamedTuple

NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
FIELD = re.compile(r"\{(\w+)\}")
FIELDS = ("match", "replacement")
LONGEST_QUOTE = 50  # characters of the article in a message
WINDOW = 2_000  # characters that a pattern is tried on at a time, which bounds what it can cost


class PhraseSearch(NamedTuple):
    """What looks for phrases: a plain value, so that it can be sent to another process, and known
    again."""

    message: str
    level: Applicability

    def __call__(self, document: Document, hits: tuple[Hit, ...]) -> Iterator[Finding]:
        for hit in hits:
            said = document.source.slice(hit.span)
            instead = _in_case_of(said, hit.replacement or "")
            if said != instead:  # else it is written as it should be
                message = filled(self.message, said, instead)
                yield Finding(hit.span, message, fix=self._fix(document, hit.span, instead))

    def _fix(self, document: Document, span: Span, instead: str) -> Fix | None:
        title = f"Say “{instead}”"
        return replace_words(document, span, instead, title, self.level) if instead else None


class PatternSearch(NamedTuple):
    """What looks for a pattern."""

    pattern: str
    message: str

    def __call__(self, document: Document) -> Iterator[Finding]:
        compiled = re.compile(self.pattern)
        for block, _ in document.leaves:
            prose = document.prose(block)
            for start, end in chunks(prose.text, WINDOW):
                for match in compiled.finditer(prose.text, start, end):
                    if match[0].strip():
                        span = Match(block, prose, match).span()
                        yield Finding(span, filled(self.message, match[0], ""))


def custom_check(table: Mapping[str, object]) -> Check:
    """The check that a table describes; the types of its values are right already.

    Raises InputError with what is wrong with it.
    """
    name = _string(table, "name")
    if not re.fullmatch(NAME, name):
        raise InputError("the name must be of small letters, digits and hyphens: “house-words”")
    if name in (*checks.names(), *checks.groups(), CUSTOM, DOCUMENT, UNUSED):
        raise InputError("there is a check or group of that name already")
    if ("phrases" in table) == ("pattern" in table):
        raise InputError("either “phrases” or “pattern” must be given")
    message = _string(table, "message")
    unknown = next((word for word in FIELD.findall(message) if word not in FIELDS), None)
    if unknown:
        raise InputError(f"the message can hold {{match}} and {{replacement}}, not {{{unknown}}}")
    severity = Severity[_string(table, "severity", "warning").upper()]
    phrases = _phrases(table, message) if "phrases" in table else None
    level = Applicability[_string(table, "fix", "manual").upper()]
    search = PhraseSearch(message, level) if phrases else _pattern_search(table, message)
    return Check(name, CUSTOM, severity, True, None, phrases, search)  # type: ignore[arg-type]  # it can be called


def _string(table: Mapping[str, object], key: str, default: str = "") -> str:
    return str(table.get(key, default))


def _pattern_search(table: Mapping[str, object], message: str) -> PatternSearch:
    if "fix" in table or "{replacement}" in message:
        raise InputError("a pattern has no replacement; only phrases have one")
    pattern = _string(table, "pattern")
    try:
        check_pattern(pattern)
    except InputError as error:
        raise InputError(f"the pattern {error}") from error
    return PatternSearch(pattern, message)


def _phrases(table: Mapping[str, object], message: str) -> tuple[Phrase, ...]:
    entries = table["phrases"]
    assert isinstance(entries, list)
    phrases = tuple(_phrase(entry) for entry in entries)
    if not phrases:
        raise InputError("“phrases” is empty")
    silent = next((phrase.text for phrase in phrases if phrase.replacement is None), None)
    if silent and "{replacement}" in message:
        raise InputError(f"the message needs a replacement, but “{silent}” has none (“ => …”)")
    if "fix" in table and all(phrase.replacement is None for phrase in phrases):
        raise InputError("there is nothing to fix: no phrase has a replacement (“ => …”)")
    return phrases


def _phrase(entry: str) -> Phrase:
    """One entry: a phrase that begins with a word, and what to say instead, if anything."""
    text, arrow, instead = (part.strip() for part in entry.partition(ARROW.rstrip()))
    phrase = Phrase(fold(" ".join(text.split())), instead if arrow else None)
    if not PART.match(phrase.text):
        raise InputError(f"the phrase “{text}” does not begin with a letter or digit")
    if arrow and not instead:
        raise InputError(f"there is nothing behind the arrow of “{text}”")
    if not instead.isprintable():
        raise InputError(f"what is said instead of “{text}” must be one line of plain text")
    if fold(instead) != phrase.text and re.search(
        rf"(?<!\w){re.escape(phrase.text)}(?!\w)", fold(instead)
    ):
        raise InputError(f"what is said instead of “{text}” holds the phrase itself")
    return phrase


def _in_case_of(said: str, instead: str) -> str:
    """The replacement with a capital where the phrase has one; one with capitals of its own stays
    as it is."""
    if said[:1].isupper() and instead.islower():
        return instead.upper() if said.isupper() and len(said) > 1 else _capitalised(instead)
    return instead


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def filled(message: str, said: str, instead: str) -> str:
    """A message with what was found and what to say instead."""
    values = {"match": said, "replacement": instead}
    return FIELD.sub(lambda field: shortened(values[field[1]], LONGEST_QUOTE), message)
