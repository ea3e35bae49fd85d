"""The page of this check, with its examples, is uncited_statistic.md."""

import re
from collections.abc import Iterator
from functools import partial

from kettext.article.document import Document
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit import claim_words as kinds
from kettext.kit.check import check
from kettext.kit.claims import Claim, Cue, blocks_with, claims, holds, without_source
from kettext.kit.figures import counted
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.tellers import Reach
from kettext.text.prose import fold


@check(
    severity=Severity.NOTE,
    on=True,
    language="en",
    claim=True,
    profiles={
        "medical": {"severity": Severity.ERROR, "any_link": False, "uncounted": True},
        "news": Severity.WARNING,
        "marketing": Severity.WARNING,
        "docs": None,
    },
)
def uncited_statistic(
    document: Document,
    *,
    uncounted: bool = False,
    sources: SourceRules = NO_RULES,
    any_link: bool = True,
) -> Iterator[Finding]:
    """`uncounted`: whether "most patients" and "growing demand" want a source, too."""
    found = sorted(
        (*_figures(document), *(_guesses(document) if uncounted else ())), key=Claim.span
    )
    for claim in without_source(
        document,
        found,
        unless=partial(holds, kinds.NO_FIGURE),
        unless_after=partial(holds, kinds.FIGURE_OF),
        reach=Reach.OPENING,
        sources=sources,
        any_link=any_link,
    ):
        what = "how many" if re.match(kinds.UNCOUNTED, fold(claim.text)) else "this figure"
        yield Finding(claim.span(), f"{quoted(claim.text)}: no source found for {what}")


def _figures(document: Document) -> Iterator[Claim]:
    """Figures of something that somebody must have counted; an article on a survey is the source
    of its own."""
    if re.search(r"\b(?:survey|poll|census)\b", fold(document.title)):
        return
    blocks = blocks_with(document, kinds.FIGURES, kinds.FIGURE_PARTS, kinds.FIGURE_SIGNS)
    yield from claims(document, blocks, kinds.FIGURE, counted)


def _guesses(document: Document) -> Iterator[Claim]:
    """Amounts that nobody has put a figure to."""
    blocks = blocks_with(document, kinds.GUESSED, (), kinds.GUESSED)
    return claims(document, blocks, kinds.UNCOUNTED, Cue.claim)
