"""The page of this check, with its examples, is uncited_statistic.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit import claim_words as kinds
from kettext.kit.check import check
from kettext.kit.claims import Claim, Cue, Word, claims, first_of, without_source
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.prose import fold

NAMED = (  # whose figure it is
    r"\b(?:according\sto|said|says?|told|announced|reported|testified|testimony|claims|claimed|finds"
    r"|expects|sees|forecasts?|projects|predicts|surveyed"
    r"|(?:the|this|that|these)\s(?:survey|poll|study|report|data|figures|results)"
    r"|(?<!been\s)(?<!is\s)(?<!was\s)(?:estimates|estimated|found|suggests?)\s(?:\w+\s){0,3}?that)\b"
)
LEFT_ALONE = (
    r"\b(?:we|our|us|my|i|i'm|i've|we've|we're|if|whether|suppose|imagine|assume|assuming|let's"
    rf"|example|would|respondents|responded|these|those|in\sboth)\b|{NAMED}"
)


@check(
    severity=Severity.WARNING,
    on=True,
    language="en",
    claim=True,
    profiles={
        "medical": {"severity": Severity.ERROR, "any_link": False, "uncounted": True},
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
        unless=LEFT_ALONE,
        unless_after=NAMED,
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
    words, written, signs = kinds.FIGURES, kinds.FIGURE_PARTS, kinds.FIGURE_SIGNS
    yield from claims(document, kinds.FIGURE, _claim, words=words, written=written, holding=signs)


def _claim(cue: Cue) -> Claim | None:
    start = cue.match.match.start()
    sign = Word("", start - 1, start) if _is_money(cue.match) else None
    partner = next(filter(None, _partners(cue, sign is not None)), None)
    return cue.claim(partner, sign) if partner else None


def _is_money(match: Match) -> bool:
    start = match.match.start()
    return start > 0 and match.prose.text[start - 1] in "$€£"


def _guesses(document: Document) -> Iterator[Claim]:
    """Amounts that nobody has put a figure to."""
    words = kinds.GUESSED
    return claims(document, kinds.UNCOUNTED, Cue.claim, words=words, holding=words)


def _partners(cue: Cue, is_money: bool) -> Iterator[Word | None]:
    """What may make a number a statistic: the words beside it, where they are of the right kind."""
    match, before, after = cue.match, cue.before, cue.after
    if match["known"]:
        yield first_of(before[-3:], ("an", "is", "are", "was", "were", "been"))
    elif match["harm"]:
        yield first_of(after[:3], kinds.PEOPLE)
    is_money = is_money or first_of(after[:1], ("dollars", "euros", "pounds")) is not None
    is_large = match["large"] not in ("", "m", "bn")
    if match["times"]:
        yield first_of(after[:3], kinds.LIKELIHOOD)
    elif match["share"] or match["spelt"]:
        yield from _of_share("cent" in match[0].lower() or "%" in match[0], before, after)
    elif is_money:
        yield first_of(before, kinds.SPENT if match["large"] else ())
        yield first_of(after[:5], kinds.YEARLY if match["large"] else ())
    elif not first_of(before[-1:], ("per", "every", "each")):
        yield first_of(after[:4], kinds.COUNTED if is_large else kinds.HARM)
        yield first_of(before[-6:], ("population",) if is_large else ())


def _of_share(is_percent: bool, before: list[Word], after: list[Word]) -> Iterator[Word | None]:
    verb = after[0].text if after else ""
    if verb in ("of", "are", "were", "is"):
        yield first_of(after[1:5], kinds.SHARED if is_percent and verb == "of" else kinds.ASKED)
    elif not is_percent:
        yield first_of(after[:3], kinds.ASKED)
    if is_percent:
        yield first_of(before[-6:], kinds.RATES)
        yield first_of(before[-4:], kinds.ACCOUNTS if verb == "of" else ())
        yield first_of(before[-5:], kinds.CHANGED if first_of(before, kinds.NUMBERS) else ())
        yield first_of(after[:3], kinds.LIKELIHOOD)
        yield first_of(before, kinds.LIKELIHOOD if first_of(before[-3:], ("by",)) else ())
