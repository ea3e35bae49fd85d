"""The page of this check, with its examples, is uncited_approval.md."""

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
    "possession dealing",
    "according to",
)


@check(
    severity=Severity.WARNING,
    on=True,
    language="en",
    claim=True,
    profiles={"medical": {"severity": Severity.ERROR, "any_link": False}},
)
def uncited_approval(
    document: Document, *, sources: SourceRules = NO_RULES, any_link: bool = True
) -> Iterator[Finding]:
    claims = claims_in(document, document.leaves_with(RULING_WORDS), rulings())
    for claim in without_source(
        document, claims, unless=LEFT_ALONE.is_in, sources=sources, any_link=any_link
    ):
        yield Finding(claim.span(), f"{quoted(claim.text)}: no source found for this legal claim")
