"""The page of this check, with its examples, is uncited_study.md."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit import claim_words as kinds
from kettext.kit.check import check
from kettext.kit.claims import (
    Claim,
    blocks_with,
    claims,
    holds,
    without_source,
)
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.showings import showings
from kettext.kit.studies import called_on
from kettext.kit.tellers import Reach
from kettext.kit.wording import claims_in

WORD = r"meta-?analys[ei]s|\w+"


@check(
    severity=Severity.NOTE,
    on=True,
    language="en",
    claim=True,
    profiles={
        "medical": {"severity": Severity.ERROR, "any_link": False, "ongoing": True},
        "news": Severity.WARNING,
    },
)
def uncited_study(
    document: Document,
    *,
    ongoing: bool = False,
    sources: SourceRules = NO_RULES,
    any_link: bool = True,
) -> Iterator[Finding]:
    """`ongoing`: whether research that is still being done wants a source, too."""
    verbs = kinds.SHOW | kinds.UNDER_WAY if ongoing else kinds.SHOW
    for claim in without_source(
        document,
        _claims(document, verbs, named_too=not any_link),
        unless=partial(holds, kinds.OWN_RESEARCH),
        reach=Reach.WORKS,
        or_after=True,
        sources=sources,
        any_link=any_link,
    ):
        yield Finding(claim.span(), f"{quoted(claim.text)}: no source found for this research")


def _claims(document: Document, verbs: AbstractSet[str], *, named_too: bool) -> Iterator[Claim]:
    judge = partial(called_on, verbs=verbs, named_too=named_too)
    blocks = blocks_with(document, kinds.RESEARCH, kinds.SHOWN, kinds.RESEARCH_SIGNS)
    found = (
        *claims(document, blocks, WORD, judge, cues=kinds.OF_RESEARCH),
        *_shown(document, blocks),
    )
    return iter(sorted(found, key=Claim.span))


def _shown(document: Document, blocks: list[LeafBlock]) -> Iterator[Claim]:
    """ "It has been shown to", without a word of research."""
    words = document.lookup.words
    if "been" in words or "clinically" in words or "scientifically" in words:
        yield from claims_in(document, blocks, showings())
