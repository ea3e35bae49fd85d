"""The page of this check, with its examples, is uncited_health_claim.md."""

import re
from collections.abc import Iterable, Iterator

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit.check import check
from kettext.kit.claims import Claim, without_source
from kettext.kit.definitions import is_apposition, is_definition
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.health_claims import BROADER, CLAIMS
from kettext.kit.wording import Wording
from kettext.text.health import tagged, telling_words
from kettext.text.prose import fold

RISK = "R"
MANY = 25  # telling words, of which an article on health has more
LEFT_ALONE = Wording(  # somebody is named, or it is about one person, or still to come
    "said says say told tweeted wrote report reports reported reporting argue argues testified i "
    "me my he she his her him consult whether anything would suppose imagine",
    "according to|talk to|talk with|speak to|speak with|ask a|ask your|ask the|is needed|are needed"
    "|trial will|trials will|will test|will study|will examine",
)
ADVICE = r"(?:take|avoid|use|try|keep|choose|check|drink|tell|see|call)\b"


@check(
    severity=Severity.NOTE,
    on=True,
    language="en",
    profiles={"medical": {"severity": Severity.WARNING, "any_link": False, "broad": True}},
    claim=True,
)
def uncited_health_claim(
    document: Document,
    *,
    broad: bool = False,
    sources: SourceRules = NO_RULES,
    any_link: bool = True,
) -> Iterator[Finding]:
    """`broad`: look for claims in words that other texts have as well, as an article on health
    may have many of them."""
    blocks = (block for block, _ in document.leaves) if broad else _telling_blocks(document)
    pattern = "|".join(CLAIMS + BROADER if broad else CLAIMS)
    for claim in without_source(
        document,
        _places(document, blocks, pattern),
        unless=_is_left_alone,
        sources=sources,
        any_link=any_link,
    ):
        yield Finding(
            claim.span(), f"{quoted(claim.text, 48)}: no source found for this health claim"
        )


def _is_left_alone(sentence: str) -> bool:
    is_advice = re.match(ADVICE, sentence) is not None
    return is_advice or LEFT_ALONE.is_in(sentence) or is_definition(sentence)


def _places(document: Document, blocks: Iterable[LeafBlock], pattern: str) -> Iterator[Claim]:
    for block in blocks:
        prose = document.prose(block)
        words = tagged(fold(prose.text))
        matches = [*re.finditer(pattern, words.letters)]
        spans = words.spans() if matches else []
        for match in matches:
            start, end = match.span()
            start -= words.letters[start - 1 : start] == "+"  # "side" of "side effects"
            claim = Claim(block, prose, spans[start][0], spans[end - 1][1])
            if words.letters[start] != RISK or not is_apposition(prose.text, claim.start):
                yield claim


def _telling_blocks(document: Document) -> Iterator[LeafBlock]:
    words = telling_words(document.lookup.words, MANY)
    if len(words) > MANY:  # then most blocks have some, and to look for each costs more
        return (block for block, _ in document.leaves)
    return document.leaves_with(words) if words else iter(())
