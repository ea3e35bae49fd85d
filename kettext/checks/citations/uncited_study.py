"""The page of this check, with its examples, is uncited_study.md."""

from collections.abc import Iterator

from kettext.article.document import Document, Match
from kettext.article.references import is_sourced
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.source import Span

WORK = r"(?:stud(?:y|ies)|research|(?:clinical\s)?trials?|meta-analys[ei]s|surveys?)"
PEOPLE = r"(?:researchers|scientists)"
BETWEEN = r"(?:\s(?:has|have|had|also|now|clearly|consistently|recently|repeatedly))?+"
RESULT = (
    r"(?:show(?:s|n|ed)?|suggest(?:s|ed)?|found|finds?|indicate[sd]?|demonstrate[sd]?|prove[sdn]?"
    r"|reveal(?:s|ed)?|confirm(?:s|ed)?|discover(?:s|ed)?|conclude[sd]?|linked)"
)
CUE = (
    r"(?<![“\"‘])(?P<before>\b(?i:no|if|whether|unless|my|our|your|market|user)\s)?+"
    rf"\b(?i:(?:{WORK}|{PEOPLE}){BETWEEN}{BETWEEN}\s{RESULT}"
    rf"|according\sto\s(?:(?:an?|one|some|many|several|recent|new)\s){{0,3}}{WORK})\b"
)


@check(severity=Severity.WARNING, on=True, language="en")
def uncited_study(document: Document) -> Iterator[Finding]:
    reported = set()
    for match in document.find(CUE):
        sentence = _sentence(document, match)
        if match["before"] or document.source.slice(sentence).rstrip().endswith("?"):
            continue  # nobody is told that something was shown
        if sentence not in reported and not is_sourced(document, match.block):
            reported.add(sentence)
            yield Finding(match.span(), f"{quoted(match[0])}: no source found in this paragraph")


def _sentence(document: Document, match: Match) -> Span:
    sentences = document.sentences(match.block)
    return next((one for one in sentences if one.contains(match.span())), match.block.span)
