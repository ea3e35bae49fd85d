"""The page of this check, with its examples, is uncited_study.md."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit import claim_words as kinds
from kettext.kit.check import check
from kettext.kit.claims import Claim, Cue, Word, claims, first_of, without_source
from kettext.kit.finding import Finding, Severity, quoted

CUE = (
    r"\b(?:(?P<work>stud(?:y|ies)|research|(?:(?:clinical|controlled|randomi[sz]ed)\s)?trials"
    r"|(?:clinical|controlled|randomi[sz]ed)\strial|meta-?analys[ei]s|surveys?|polls?|experiments"
    r"|systematic\sreviews?|literature)"
    r"|(?P<record>data|findings|papers?|reports?|analys[ei]s|figures)|(?P<proof>evidence|estimates)"
    r"|(?P<people>researchers|(?:neuro)?scientists|(?:neuro)?biologists|analysts|economists"
    r"|psychologists|epidemiologists|sociologists|pollsters|forecasters)"
    r"|(?P<whole>(?:has|have)\s(?:(?!not\sbeen|never)\w+\s){0,3}?been\s(?:\w+ly\s)?"
    r"(?:(?:shown|demonstrated)\s(?:to|that)|linked\s(?:to|with)|associated\swith)"
    r"|it\shas\s(?:\w+\s)?been\s(?:found|estimated|observed|reported)\sthat"
    r"|(?:clinically|scientifically)\s(?:proven|tested|shown)))\b"
)
FIELDS = ("research", "literature")
LEFT_ALONE = (
    r"\b(?:we|i)\s(?:\w+\s)?(?:found|conducted|ran|did|surveyed|asked|interviewed|studied"
    r"|have\s(?:studies|research|data))\b"
)


@check(
    severity=Severity.WARNING,
    on=True,
    language="en",
    claim=True,
    profiles={"medical": {"severity": Severity.ERROR, "any_link": False, "ongoing": True}},
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
        _claims(document, verbs),
        unless=LEFT_ALONE,
        sources=sources,
        any_link=any_link,
    ):
        yield Finding(claim.span(), f"{quoted(claim.text)}: no source found for this research")


def _claims(document: Document, verbs: AbstractSet[str]) -> Iterator[Claim]:
    def judge(cue: Cue) -> Claim | None:
        if cue.match["whole"]:
            return cue.claim()
        before, after = cue.before, cue.after
        verb = _verb(after, verbs)
        if not _is_claim(cue.match, before, after, verb):
            return None
        first = first_of(before, ("according",)) or first_of(before[-3:], kinds.HEDGES)
        return cue.claim(first, verb)

    words = kinds.RESEARCH
    return claims(
        document, CUE, judge, words=words, written=kinds.SHOWN, holding=kinds.RESEARCH_SIGNS
    )


def _is_claim(match: Match, before: list[Word], after: list[Word], verb: Word | None) -> bool:
    """Whether research is called on without telling which."""
    near, hedge = {word.text for word in before}, first_of(before[-3:], kinds.HEDGES)
    is_strong = first_of(before, kinds.STRENGTHS) is not None
    if is_strong and {"body", "of"} <= near and (match["work"] or match["proof"]):
        return True
    if first_of(before[-2:], kinds.TOLD) or {"if", "whether"} & near or _is_named(match, before):
        return False
    if {"according", "to"} <= near:
        return not first_of(after[:1], kinds.NAMING)
    if match["proof"]:
        is_open = first_of(after[:1], ("that", "for", "of")) is not None
        is_sure = is_strong or {"there", "is"} <= near
        return (is_open and is_sure) or (verb is not None and (bool(hedge) or not before))
    if match["work"] and hedge and "in" in near and match["work"].lower() not in FIELDS:
        return True
    return verb is not None and (bool(hedge) or not match["record"])


def _verb(after: list[Word], verbs: AbstractSet[str]) -> Word | None:
    """What the research did: its verb, after adverbs or after "of …", "by …", "at …"."""
    is_open = bool(first_of(after[:1], kinds.PREPOSITIONS))
    for index, word in enumerate(after):
        if word.text in verbs:
            return word
        is_skipped = word.text in kinds.SKIPPED and (not index or word.text not in kinds.STOPS)
        if not is_skipped and (not is_open or word.text in kinds.STOPS):
            return None
    return None


def _is_named(match: Match, before: list[Word]) -> bool:
    """Whether the word before a study is its name: "a Gallup poll"."""
    name = match.prose.text[before[-1].start : before[-1].end] if before else ""
    return name[:1].isupper() and (len(before) > 1 or name[1:].isupper())
