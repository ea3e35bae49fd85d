"""Statements that call on research without telling which."""

from collections.abc import Set as AbstractSet

from kettext.article.match import Match
from kettext.kit import claim_words as kinds
from kettext.kit.claims import Claim, Cue, Word, first_of, is_named

FIELDS = ("research", "literature")
WHERE = ("at", "by", "from")
NAME_WITHIN = 5  # words


def called_on(cue: Cue, *, verbs: AbstractSet[str], named_too: bool) -> Claim | None:
    """The stretch from a word of research to what it did, one of some verbs; `named_too`: also
    where it is said at which institution."""
    word, before, after = cue.match[0].lower(), cue.before, cue.after
    prefix = first_of(before[-1:], kinds.RESEARCH_PREFIXES.get(word, ()))
    if prefix:
        before.pop()
    elif word in ("trial", "review", "reviews"):
        return None
    verb = _verb(after, verbs)
    if not _is_claim(cue.match, word, before, after, verb):
        return None
    if first_of(before[-1:], ("how",)) or (not named_too and _names_who(cue.match, after)):
        return None
    first = first_of(before, ("according",)) or first_of(before[-3:], kinds.HEDGES)
    return cue.claim(first or prefix, verb)


def _names_who(match: Match, after: list[Word]) -> bool:
    """Whether it is said at which institution the research was done: "at the Max Planck …"."""
    if not first_of(after[:1], WHERE):
        return False
    said = (match.prose.text[word.start : word.end] for word in after[1:NAME_WITHIN])
    return any(word[:1].isupper() for word in said)


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
    if first_of(after[:1], kinds.METHODS):
        return False
    singled_out = first_of(before[-3:], kinds.SINGLED_OUT)
    if kind == "work" and singled_out and "in" in near and word not in FIELDS:
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
