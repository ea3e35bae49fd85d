"""What makes a number a figure that somebody must have counted: the words beside it."""

from collections.abc import Iterator

from kettext.article.match import Match
from kettext.kit import claim_words as kinds
from kettext.kit.claims import Claim, Cue, Word, first_of

FAR = 200  # characters


def counted(cue: Cue) -> Claim | None:
    """The figure at a number, with the word that makes it one."""
    start = cue.match.match.start()
    sign = Word("", start - 1, start) if _is_money(cue.match) else None
    if first_of(cue.before[-3:], kinds.SERVES) and _is_publisher(cue.match):
        return None
    partner = next(filter(None, _partners(cue, sign is not None)), None)
    return cue.claim(partner, sign) if partner else None


def _is_publisher(match: Match) -> bool:
    """Whether who writes goes on in the first person: of one's own service one knows the users."""
    end = match.match.end()
    return not kinds.OURSELVES.isdisjoint(match.match.string[end : end + FAR].split())


def _is_money(match: Match) -> bool:
    start = match.match.start()
    return start > 0 and match.prose.text[start - 1] in "$€£"


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
