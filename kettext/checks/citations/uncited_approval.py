"""The page of this check, with its examples, is uncited_approval.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit.check import check
from kettext.kit.claims import without_source
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.rulings import RULING_WORDS, rulings
from kettext.kit.wording import Wording, claims_in

LEFT_ALONE = Wording(
    "if whether suppose imagine said says told we our charge charged charges arrested convicted "
    "possession dealing provided turns",
    "according to|will provide|will publish|will issue|will be publishing|will be issuing",
)
NAMED_LAW = (
    r"\bthe (?:[\w'-]+ ){0,5}(?:act|directive|statute|ordinance)\b|\b(?:section|article) \d|§"
)


@check(
    severity=Severity.NOTE,
    on=True,
    language="en",
    claim=True,
    profiles={
        "medical": {"severity": Severity.ERROR, "any_link": False},
        "news": Severity.WARNING,
    },
)
def uncited_approval(
    document: Document, *, sources: SourceRules = NO_RULES, any_link: bool = True
) -> Iterator[Finding]:
    claims = claims_in(document, document.leaves_with(RULING_WORDS), rulings())
    for claim in without_source(
        document, claims, unless=_is_left_alone, sources=sources, any_link=any_link
    ):
        yield Finding(claim.span(), f"{quoted(claim.text)}: no source found for this legal claim")


def _is_left_alone(sentence: str) -> bool:
    """Whether a folded sentence names the law, or speaks of what is no decision."""
    return LEFT_ALONE.is_in(sentence) or re.search(NAMED_LAW, sentence) is not None
