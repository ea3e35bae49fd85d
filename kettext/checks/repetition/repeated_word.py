"""The page of this check, with its examples, is repeated_word.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.voice import is_quoted
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Related, Severity
from kettext.kit.rewrite import replace_words

PAIR = r"\b(?P<word>[A-Za-z][a-z]*+)(?P<rest>\s++(?P<again>(?i:(?P=word))))\b"
NEVER_TWICE = ("an", "and", "of", "the")  # not "that", "had", "her": they can follow themselves
TAGS = r"(?:(?<=[</])[a-z][^<>]*+>\W*+)*"
TITLE = "Remove the second word"


@check(severity=Severity.WARNING, on=True, language="en")
def repeated_word(document: Document, *, words: tuple[str, ...] = NEVER_TWICE) -> Iterator[Finding]:
    """`words`: the words that never stand twice in a row."""
    for word in dict.fromkeys(words):
        for match in document.find(PAIR, written=_written(word)):
            if match["again"] == word:
                yield _finding(document, match)


def _written(word: str) -> str:
    """How a pair can be written, with a link or other markup on either word. What stands before a
    word is looked at last: a pattern that begins with letters is found much sooner."""
    word = re.escape(word)
    return rf"{word}(?<![^\W_]{word})(?:\]\(\S*\))?\W+{TAGS}{word}\b"


def _finding(document: Document, match: Match) -> Finding:
    is_words_of_others = is_quoted(document, match.block, match.span())
    return Finding(
        match.span("again"),
        f"Word “{match['again']}” is repeated",
        fix=None if is_words_of_others else _fix(document, match),
        related=(Related(match.span("word"), "first here"),),
    )


def _fix(document: Document, match: Match) -> Fix | None:
    return replace_words(document, match.span("rest"), "", TITLE, Applicability.SAFE)
