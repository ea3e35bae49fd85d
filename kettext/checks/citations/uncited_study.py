"""The page of this check, with its examples, is uncited_study.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.references import is_sourced
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted

WORK = r"(?:stud(?:y|ies)|research|(?:clinical\s)?trials?|meta-analys[ei]s|surveys?)"
PEOPLE = r"(?:researchers|scientists)"
BETWEEN = r"(?:\s(?:has|have|had|also|now|clearly|consistently|recently|repeatedly))?+"
RESULT = (
    r"(?:show(?:s|n|ed)?|suggest(?:s|ed)?|found|finds?|indicate[sd]?|demonstrate[sd]?|prove[sdn]?"
    r"|reveal(?:s|ed)?|confirm(?:s|ed)?|discover(?:s|ed)?|conclude[sd]?|linked)"
)
CUE = (
    rf"\b(?i:(?:{WORK}|{PEOPLE}){BETWEEN}{BETWEEN}\s{RESULT}"
    rf"|according\sto\s(?:(?:an?|one|some|many|several|recent|new)\s){{0,3}}{WORK})\b"
)


@check(severity=Severity.WARNING, on=True, language="en")
def uncited_study(document: Document) -> Iterator[Finding]:
    reported = set()
    for match in document.find(CUE):
        span = match.span()
        sentence = next(
            (one for one in document.sentences(match.block) if one.contains(span)), match.block.span
        )
        if sentence not in reported and not is_sourced(document, match.block):
            reported.add(sentence)
            yield Finding(span, f"{quoted(match[0])}: no source found in this paragraph")
