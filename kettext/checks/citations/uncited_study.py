"""The page of this check, with its examples, is uncited_study.md."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from operator import attrgetter

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Block, LeafBlock
from kettext.article.references import is_sourced
from kettext.article.sections import Section
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.sequences import tail
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
    sourced = cache(lambda block: is_sourced(document, block))
    first_source = cache(lambda section: _first_source(document, section, sourced))
    for match in document.find(CUE, words=WORDS_OF_WORKS):
        sentence = _sentence(document, match)
        if match["before"] or document.source.slice(sentence).rstrip().endswith("?"):
            continue  # nobody is told that something was shown, or not for the first time
        start = match.block.span.start
        section = document.section_at(start)
        if (
            sentence in reported
            or sourced(match.block)
            or (section and first_source(section) < start)
        ):
            continue
        reported.add(sentence)
        yield Finding(match.span(), f"{quoted(match[0])}: no source found in this paragraph")


def _first_source(
    document: Document, section: Section, sourced: Callable[[LeafBlock], bool]
) -> int:
    """Where the first block below a heading starts that has a source; where the section ends if
    none has."""
    start = bisect_left(document.leaves, section.heading.span.end, key=_start_of)
    for block, _ in tail(document.leaves, start):
        if block.span.start >= section.span.end or sourced(block):
            return min(block.span.start, section.span.end)
    return section.span.end


def _start_of(leaf: tuple[LeafBlock, Block | None]) -> int:
    return leaf[0].span.start


def _sentence(document: Document, match: Match) -> Span:
    sentences, span = document.sentences(match.block), match.span()
    index = bisect_right(sentences, span.start, key=attrgetter("start")) - 1
    found = index >= 0 and sentences[index].contains(span)
    return sentences[index] if found else match.block.span
