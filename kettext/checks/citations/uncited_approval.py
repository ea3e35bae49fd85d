"""The page of this check, with its examples, is uncited_approval.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit import claim_words as kinds
from kettext.kit.check import check
from kettext.kit.claims import Claim, Cue, claims, without_source
from kettext.kit.finding import Finding, Severity, quoted

OFFICE = (
    r"(?:fda|ema|mhra|dea|epa|usda|tga|efsa|nhtsa|osha|faa|cpsc|echa|health\scanada"
    r"|food\sand\sdrug\sadministration|drug\senforcement\sadministration"
    r"|european\smedicines\sagency|(?:food|drug|health|safety|medicines)\sregulators?|regulators)"
)
RULING = (
    r"(?:(?:approv|licen[sc]|authori[sz]|prohibit|classif|regulat|requir|recall|recommend|warn"
    r"|restrict)\w++|clear(?:ed|ance)|ban(?:s|ned|ning)|guid(?:elines?|ance))"
)
DONE = (
    r"(?:approv|licen[sc]|authori[sz]|clear|bann|prohibit|classifi|regulat|endors|recommend|requir"
    r"|recall|restrict|schedul)ed"
)
PLACE = (
    r"(?:(?:the\s)?(?:us|u\.s\.|uk|u\.k\.|eu|united\s\w++|european\sunion|europe|america|canada"
    r"|australia|germany|france|britain|japan|china|india|california|texas)"
    r"|(?:most|many|some|several|all|certain|other|both|\d\d?|european|us)\s(?:\w++\s)?"
    r"(?:countries|states|jurisdictions|nations|provinces|places))"
)
LAW = r"(?:(?:federal|state|national|eu|european|english|international|criminal)\slaws?)"
CUE = (
    rf"\b(?:{OFFICE}(?:'s)?[\s-](?:\w++\s){{0,3}}?{RULING}"
    rf"|{DONE}\s(?:\w++\s){{0,4}}?by\s(?:the\s)?(?:[\w.]++\s){{0,2}}?{OFFICE}"
    rf"|(?:approval|clearance|authori[sz]ation)\s(?:from|by|of)\s(?:the\s)?(?:[\w.]++\s)?{OFFICE}"
    r"|(?:is|are|not|only|been|was|were)\s(?:\w++\s)?(?:approved|licensed|authori[sz]ed)\sfor\s"
    r"(?:the\streatment|treating|treatment|medical|human|adults|children|patients|people|infants)"
    r"|boxed\swarning|prescription[\s-](?:only\s)?(?:drug|medicine|medication)s?"
    r"|(?:a|as|under|in)\sschedule\s(?:i{1,3}|iv|v|[1-5])\b(?:\s(?:\w++\s)?(?:drug|substance))?"
    r"|(?:is|are|as)\s(?:an?\s)?(?:\w++\s)?controlled\ssubstances?|off-label"
    rf"|(?:(?:il)?legal|unlawful|banned|outlawed|prohibited|(?:de)?criminali[sz]ed|legali[sz]ed"
    rf"|(?:un)?regulated|against\sthe\slaw)\s(?:\w++\s){{0,3}}?(?:in|throughout|across)\s{PLACE}"
    r"|(?:il)?legal\s(?:for\s(?:\w++\s){1,3})?to\s(?:sell|buy|possess|own|drive|prescribe|import"
    r"|export|grow|carry|smoke|hunt|hire|fire|discriminate)|legal\sgr[ae]y\s(?:area|zone)"
    rf"|(?:required|prohibited|forbidden|banned|protected|regulated|permitted)\s(?:by|under)\s"
    rf"(?:{LAW}|law)|under\s{LAW}"
    rf"|(?:{LAW}|the\slaw)\s(?:requires?|prohibits?|forbids?|allows?|permits?|bans?|mandates?)"
    r"|(?:laws|regulations|legality|legal\sstatus)\s(?:\w++\s){0,5}?(?:var(?:y|ies)|differs?)\b"
    r"|(?:under\sthe\s)?(?:gdpr|hipaa|ccpa)\s(?:requires|prohibits|forbids|allows|mandates)"
    r"|under\s(?:the\s)?(?:gdpr|hipaa|ccpa))\b"
)
LEFT_ALONE = (
    r"\b(?:if|whether|suppose|imagine|said|says|told|according\sto|we|our|charged?|arrested)\b"
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
    for claim in without_source(
        document, _claims(document), unless=LEFT_ALONE, sources=sources, any_link=any_link
    ):
        yield Finding(claim.span(), f"{quoted(claim.text)}: no source found for this rule")


def _claims(document: Document) -> Iterator[Claim]:
    """Decisions of offices, and what the law says."""
    return claims(
        document,
        CUE,
        Cue.claim,
        words=kinds.RULES,
        written=kinds.RULED,
        holding=kinds.RULE_SIGNS,
    )
