"""The page of this check, with its examples, is first_person.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.own import LOOK, one_per_sentence, opens_sentence, own_matches, sentence_of
from kettext.text.prose import fold

SINGULAR = (
    r"I(?:['’](?:m|ve|ll|d))?+(?!['’./\w-]|\)|\s[IVX]+\b)|(?:[Mm]y|[Mm]yself|[Mm]ine|me)(?![\w'’-])"
)
PLURAL = r"(?:[Ww]e(?:['’](?:re|ve|ll|d))?+|[Oo]ur|[Oo]urs|[Oo]urselves|us)(?![\w'’-])"
WRITTEN = r"\b(?:i|my|myself|mine|me|we|our|ours|ourselves|us)\b"
NUMBERED = (  # a numeral, a letter
    r"\b(?:type|phase|part|chapter|volume|book|war|act|section|class|level|grade|stage|group"
    r"|appendix|figure|table|factor|king|queen|pope|emperor|tsar|kaiser"
    r"|charles|elizabeth|james|henry|edward|george|william"
    r"|louis|napoleon|francis|frederick|nicholas|peter|philip|alexander|leopold|john|paul"
    r"|mark|schedule|title|division|[a-z]+ [1-9])\s$"
)
OURS = (  # who reports on research of their own says so
    r"\b(?:we|i)(?:'ve| have)? (?:\w+ly |also |then |first |next )?(?:test|measur|found"
    r"|find\b|report|conduct|analy[sz]|survey|interview|ask|recruit|enrol|collect|compar|observ|estimat|calculat|record"
    r"|examin|investigat|evaluat|assess|includ|exclud|assum|defin|propos|show\b|showed"
    r"|present|conclud|hypothesi[sz]|used|note\b|searched|reviewed|obtained|sought)"
    r"|\bour (?:\w+ )?(?:study|studies|results?|findings|data|sample|trial|analys[ei]s|survey"
    r"|experiments?|research|method|model|tests?|reporters?|correspondent)\b"
)
LET_US = r"\b(?:lets?|between|contact|about|with all of)\s$"


@check(
    severity=Severity.NOTE,
    on=False,
    language="en",
    profiles={"medical": Severity.NOTE, "news": Severity.NOTE},
)
def first_person(
    document: Document, *, plural: bool = True, research: bool = False
) -> Iterator[Finding]:
    """`plural`: whether “we” counts. `research`: whether “we tested” and “our study” count, too."""
    pattern = rf"(?<![\w'’./-])(?:{SINGULAR}{f'|{PLURAL}' if plural else ''})"
    found = own_matches(document, document.find(pattern, written=WRITTEN))
    for match in one_per_sentence(document, (one for one in found if not _is_other(one))):
        if research or not re.search(OURS, fold(sentence_of(document, match))):
            yield Finding(match.span(), f"{quoted(match[0])} brings the author into the text")


def _is_other(match: Match) -> bool:
    """Whether it is a numeral, part of a name, or “us” in “let us”."""
    start = match.match.start()
    before = fold(match.prose.text[max(0, start - LOOK) : start])
    if match[0] == "I":
        end = match.match.end()
        behind = match.prose.text[end : end + 1]
        return re.search(NUMBERED, before) is not None or behind in (":", ")")
    if match[0][0] in "WOM" and not opens_sentence(match):
        return True
    return match[0] == "us" and re.search(LET_US, before) is not None
