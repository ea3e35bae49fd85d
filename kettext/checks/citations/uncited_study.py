"""The page of this check, with its examples, is uncited_study.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import LeafBlock
from kettext.article.references import is_sourced
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.source import Span

WORK = r"(?:stud(?:y|ies)|research|(?:clinical\s)?trials?|meta-analys[ei]s|surveys?)"
PEOPLE = r"(?:researchers|scientists)"
WORDS_OF_WORKS = frozenset(  # one of which each cue holds
    (
        "study", "studies", "research", "trial", "trials", "analysis", "analyses", "survey",
        "surveys", "researchers", "scientists",
    )
)  # fmt: skip
BETWEEN = r"(?:\s(?:has|have|had|also|now|clearly|consistently|recently|repeatedly))?+"
RESULT = (
    r"(?:show(?:s|n|ed)?|suggest(?:s|ed)?|found|finds?|indicate[sd]?|demonstrate[sd]?|prove[sdn]?"
    r"|reveal(?:s|ed)?|confirm(?:s|ed)?|discover(?:s|ed)?|conclude[sd]?|linked)"
)
CUE = (
    r"(?<![“\"‘])(?P<before>\b(?i:no|if|whether|unless|my|our|your|market|user|case|the|this|these"
    r"|those)\s)?+"
    rf"\b(?i:(?:{WORK}|{PEOPLE}){BETWEEN}{BETWEEN}\s{RESULT}"
    rf"|according\sto\s(?:(?:an?|one|some|many|several|recent|new)\s){{1,3}}{WORK}"
    r"|according\sto\s(?:research|studies|trials|meta-analyses))\b"
)


@check(severity=Severity.WARNING, on=True, language="en")
def uncited_study(document: Document) -> Iterator[Finding]:
    reported = set()
    for match in document.find(CUE, words=WORDS_OF_WORKS):
        sentence = _sentence(document, match)
        if match["before"] or document.source.slice(sentence).rstrip().endswith("?"):
            continue  # nobody is told that something was shown, or not for the first time
        if sentence not in reported and not _is_sourced(document, match.block):
            reported.add(sentence)
            yield Finding(match.span(), f"{quoted(match[0])}: no source found in this paragraph")


def _is_sourced(document: Document, block: LeafBlock) -> bool:
    """Whether a source stands in the paragraph, or further up in its section."""
    if is_sourced(document, block):
        return True
    section = document.section_at(block.span.start)
    start = section.heading.span.end if section else block.span.start
    return any(
        is_sourced(document, leaf)
        for leaf, _ in document.leaves
        if start <= leaf.span.start < block.span.start
    )


def _sentence(document: Document, match: Match) -> Span:
    sentences = document.sentences(match.block)
    return next((one for one in sentences if one.contains(match.span())), match.block.span)
