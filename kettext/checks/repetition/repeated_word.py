"""The page of this check, with its examples, is repeated_word.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Related, Severity
from kettext.kit.rewrite import replace_words

PAIR = r"\b(?P<word>[A-Za-z][a-z]*+)(?P<rest>\s++(?P<again>(?i:(?P=word))))\b"
NEVER_TWICE = ("an", "and", "of", "the")  # not "that", "had", "her": they can follow themselves
TITLE = "Remove the second word"


@check(severity=Severity.WARNING, on=True, language="en")
def repeated_word(document: Document, *, words: tuple[str, ...] = NEVER_TWICE) -> Iterator[Finding]:
    """`words`: the words that never stand twice in a row."""
    for match in document.find(PAIR):
        if match["again"] in words:
            rest = match.span("rest")
            yield Finding(
                match.span("again"),
                f"Word “{match['again']}” is repeated",
                fix=replace_words(document, rest, "", TITLE, Applicability.SAFE),
                related=(Related(match.span("word"), "first here"),),
            )
