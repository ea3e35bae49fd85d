"""The page of this check, with its examples, is exclamation.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Heading
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Related, Severity, quoted
from kettext.kit.own import own_matches
from kettext.kit.rewrite import replace_words
from kettext.text.prose import OBJECT, fold

MARKS = (
    rf"(?P<marks>!(?<=[^\W_]!|[)\]%”\"’'»*.{OBJECT}?]!)[!?]*+|\?!(?<=[^\W_]\?!)[!?]*+)"
    r"(?=[\"”’')\]»*_]*+(?:\s|$))"
)
WRITTEN = r"!(?<![\s!([{]!)(?![=\[\w])"
NAMES = r"\b(?:yahoo|jeopardy|joomla|oklahoma|mamma mia|wham|yum|westward ho|moulin rouge)$"
GREETING = r"\bhello,?(?: \w+){0,2}$"  # what programs print
THANKS = r"(?:^|[.!?…,]\W*|\b(?:and|a big|many) )(?:thanks|thank you|cheers)[^.!?…]{0,30}$"
SOLVED = r"(?:^|[\s(=*+/×·-])(?:[a-z]|\d{1,2})$"  # a factorial
LOOK, SHOWN = 60, 40  # characters


@check(
    severity=Severity.WARNING,
    on=False,
    language="en",
    profiles={
        "medical": {"severity": Severity.WARNING, "single": True},
        "news": {"severity": Severity.WARNING, "single": True},
    },
)
def exclamation(document: Document, *, single: bool = False) -> Iterator[Finding]:
    """`single`: whether the only exclamation mark of a paragraph is found, too."""
    first: Match | None = None
    for match in own_matches(document, _marks(document, single=single)):
        marks, before = match["marks"], first
        if len(marks) == 1 and _is_no_exclamation(match):
            continue
        if before is None or before.block is not match.block:
            before, first = None, match
        if len(marks) > 1:
            message = f"{quoted(marks)} is more than a sentence needs"
        elif before or single:
            message = f"{_quoted(match)} ends with an exclamation mark"
        else:
            continue
        yield Finding(
            match.span("marks"),
            message,
            fix=_fix(document, match),
            related=(Related(before.span("marks"), "one more here"),) if before else (),
        )


def _marks(document: Document, *, single: bool) -> Iterator[Match]:
    """The marks; of blocks with only one no prose is read unless that counts."""
    for block in document.leaves_with(written=WRITTEN):
        text = document.source.slice(block.span)
        if single or text.count("!") > 1 or "?!" in text or "!?" in text:
            prose = document.prose(block)
            for match in re.finditer(MARKS, prose.text):
                yield Match(block, prose, match)


def _is_no_exclamation(match: Match) -> bool:
    """Whether the mark belongs to a name, a greeting of a program or a formula, to thanks, or a
    sentence goes on behind it."""
    text, (start, end) = match.prose.text, match.match.span("marks")
    before, behind = fold(text[max(0, start - LOOK) : start]), text[end : end + 4]
    goes_on = behind.lstrip("\"”’')* ")[:1].islower()
    return goes_on or any(re.search(one, before) for one in (NAMES, GREETING, SOLVED, THANKS))


def _quoted(match: Match) -> str:
    """The last words of the sentence that the mark ends."""
    start, end = match.match.span("marks")
    before = match.prose.text[max(0, start - SHOWN) : start]
    said = re.split(r"[.!?…]\s", before)[-1]
    is_cut = said == before and start > SHOWN
    said = f"…{said.partition(' ')[2]}" if is_cut else said
    return quoted(said.replace(OBJECT, "…") + match.prose.text[start:end])


def _fix(document: Document, match: Match) -> Fix | None:
    """A question keeps its mark; a heading would change its anchor."""
    if isinstance(match.block, Heading):
        return None
    sign = "?" if "?" in match["marks"] else "."
    title = "End it with a question mark" if sign == "?" else "End it with a full stop"
    return replace_words(document, match.span("marks"), sign, title, Applicability.UNSAFE)
