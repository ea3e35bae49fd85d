"""The page of this check, with its examples, is filler.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.kit.check import Hit, check
from kettext.kit.finding import Applicability, Finding, Severity
from kettext.kit.phrasing import Cut, Place, cut, denies, own_places, replace

NOTHING = "(nothing)"
COMMON = frozenset(  # which many editors let stand
    ("in order to", "on a regular basis", "in the realm of", "has the ability to")
)
WITH_COMMA = frozenset(  # a clause follows only behind a comma
    (
        "needless to say", "as we all know", "as everyone knows", "as a matter of fact",
        "without further ado", "when all is said and done",
    )
)  # fmt: skip
BEFORE_COMMA = frozenset(
    (
        "that being said", "with that being said", "having said that",
        "at the end of the day", "all things considered", "look no further",
    )
)  # fmt: skip
WORN = frozenset(  # images
    (
        "into the spotlight", "stand the test of time", "the tip of the iceberg", "pave the way",
        "paves the way", "paved the way",
    )
)  # fmt: skip
HOWEVER = r"\b(?:however|still|of course), $"
JOINED = r"(?:^|[.!?:;,(–—]|\b(?:and|but|so|because|while|although|though),?)\s*$"
ORDERED = r"\b(?:put|puts|keep|keeps|kept|back|working|are|is|be|arranged?|get|getting) $"
CLAUSE = r" \w"
OF = r" (?:of|possibilit)"  # “in this day and age of …”
TITLE = "Cut the filler"


@check(
    severity=Severity.WARNING,
    on=False,
    language="en",
    phrases="filler.txt",
    profiles={"medical": Severity.WARNING, "news": Severity.WARNING},
)
def filler(document: Document, hits: tuple[Hit, ...], *, wide: bool = True) -> Iterator[Finding]:
    """`wide`: whether phrases count that many editors let stand, or that need more than a cut."""
    for hit, place in own_places(document, hits):
        if not wide and (hit.replacement is None or hit.phrase in COMMON):
            continue
        if _is_meant_otherwise(hit.phrase, place):
            continue
        found = _mended(document, hit, place)
        said = " ".join(place.said.split())
        instead = f": say “{hit.replacement}”" if hit.replacement not in (None, NOTHING) else ""
        what = "is a worn image" if hit.phrase in WORN else "says nothing"
        yield Finding(found.span, f"“{said}” {what}{instead}", fix=found.fix)


def _is_meant_otherwise(phrase: str, place: Place) -> bool:
    if phrase in BEFORE_COMMA:  # “a study that said”, “the end of the day shift”
        return not (place.opens and place.behind.startswith(","))
    return phrase.endswith(" that") and not re.match(r"[ ,]", place.behind)


def _mended(document: Document, hit: Hit, place: Place) -> Cut:
    """What goes or is replaced, and how; without a fix where the rest might not be a sentence, or
    where something is denied."""
    none = Cut(place.span, None)
    if hit.replacement is None or isinstance(place.block, Heading) or place.is_denied:
        return none
    if hit.replacement == NOTHING:
        return _cut(document, hit.phrase, place) or none
    is_ordered = hit.phrase == "in order to" and re.search(ORDERED, place.before)
    if is_ordered or re.match(OF, place.behind) or not re.match(r"[ ,.;:)]", place.behind):
        return none
    return Cut(place.span, replace(document, place, hit.replacement, Applicability.UNSAFE))


def _cut(document: Document, phrase: str, place: Place) -> Cut | None:
    """The phrase goes where a clause follows it that denies nothing: a warning needs the words
    before it."""
    end = place.end
    if phrase in WITH_COMMA:
        joined = JOINED if place.opens else HOWEVER
        if not place.behind.startswith(","):
            return None
        end += 1
    else:
        joined = JOINED
    if not re.search(joined, place.before) or denies(place.rest):
        return None
    follows = re.match(CLAUSE, place.prose.text[end : end + 2])
    return cut(document, place, place.start, end + 1, TITLE) if follows else None
