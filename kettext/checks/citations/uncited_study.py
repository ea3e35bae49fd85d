"""The page of this check, with its examples, is uncited_study.md."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import LeafBlock
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit import claim_words as kinds
from kettext.kit.check import check
from kettext.kit.claims import (
    Claim,
    Cue,
    Word,
    blocks_with,
    claims,
    first_of,
    holds,
    is_named,
    without_source,
)
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.showings import showings
from kettext.kit.tellers import Reach
from kettext.kit.wording import claims_in

WORD = r"meta-?analys[ei]s|\w+"
FIELDS = ("research", "literature")


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
        unless=partial(holds, kinds.OWN_RESEARCH),
        reach=Reach.WORKS,
        sources=sources,
        any_link=any_link,
    ):
        yield Finding(claim.span(), f"{quoted(claim.text)}: no source found for this research")


def _claims(document: Document, verbs: AbstractSet[str]) -> Iterator[Claim]:
    def judge(cue: Cue) -> Claim | None:
        word, before, after = cue.match[0].lower(), cue.before, cue.after
        prefix = first_of(before[-1:], kinds.RESEARCH_PREFIXES.get(word, ()))
        if prefix:
            before.pop()
        elif word in ("trial", "review", "reviews"):
            return None
        verb = _verb(after, verbs)
        if not _is_claim(cue.match, word, before, after, verb):
            return None
        first = first_of(before, ("according",)) or first_of(before[-3:], kinds.HEDGES)
        return cue.claim(first or prefix, verb)

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


def _is_claim(
    match: Match, word: str, before: list[Word], after: list[Word], verb: Word | None
) -> bool:
    """Whether research is called on without telling which."""
    near, hedge = {word.text for word in before}, first_of(before[-3:], kinds.HEDGES)
    is_strong, kind = first_of(before, kinds.STRENGTHS) is not None, kinds.OF_RESEARCH[word]
    if is_strong and {"body", "of"} <= near and kind in ("work", "proof"):
        return True
    if first_of(before[-2:], kinds.TOLD) or {"if", "whether"} & near or is_named(match, before):
        return False
    if {"according", "to"} <= near:
        return not first_of(after[:1], kinds.NAMING)
    if kind == "proof":
        is_open = first_of(after[:1], ("that", "for", "of")) is not None
        is_sure = is_strong or {"there", "is"} <= near
        return (is_open and is_sure) or (verb is not None and (bool(hedge) or not before))
    if kind == "work" and hedge and "in" in near and word not in FIELDS:
        return True
    return verb is not None and (bool(hedge) or kind != "record")


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
