"""The page of this check, with its examples, is direct_address.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.own import LOOK, one_per_sentence, opens_sentence, own_matches

YOU = r"(?<![\w'-])(?P<you>you(?:'(?:re|ve|ll|d))?|your|yours|yourself|yourselves)(?![\w'-])"
ORDER = (
    r"(?<![\w'-])(?P<order>make sure|be sure|don't forget|do not forget|feel free to|keep in mind"
    r"|bear in mind|remember that|remember to|take a look at|have a look at|check out|try to"
    r"|consider \w+ing|imagine|note that|beware of|think of|think about|don't hesitate)(?![\w'-])"
)
WRITTEN = (
    r"\b(?:you|make sure|be sure|don['’]t|do not f|feel free|(?:keep|bear) in mind|remember t"
    r"|(?:take|have) a look|check out|try to|consider|imagine|note that|beware|think)"
)
NAMES = r"^\s(?:majesty|honou?r|excellency|highness|tube)\b"


@check(
    severity=Severity.NOTE,
    on=False,
    language="en",
    profiles={"news": Severity.NOTE, "medical": {"severity": Severity.NOTE, "you": False}},
)
def direct_address(
    document: Document, *, you: bool = True, orders: bool = True
) -> Iterator[Finding]:
    """`you`: whether “you” and “your” are found. `orders`: whether “make sure to” and the like
    are."""
    patterns = [pattern for pattern, wanted in ((YOU, you), (ORDER, orders)) if wanted]
    if not patterns:
        return
    found = document.find("|".join(patterns), written=WRITTEN, folded=True)
    said = (match for match in own_matches(document, found) if _is_address(match))
    for match in one_per_sentence(document, said):
        yield Finding(match.span(), f"{quoted(match[0])} speaks to the reader")


def _is_address(match: Match) -> bool:
    if match.match.groupdict().get("order"):
        return opens_sentence(match)
    end = match.match.end()
    behind = match.prose.text[end : end + LOOK].lower()
    is_name = match[0][0].isupper() and not opens_sentence(match)
    return not is_name and not re.match(NAMES, behind)
