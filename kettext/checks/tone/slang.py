"""The page of this check, with its examples, is slang.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import Hit, check
from kettext.kit.finding import Applicability, Finding, Fix, Severity
from kettext.kit.phrasing import Place, own_places, replace
from kettext.text.prose import PART

# Only spelled as it is spoken: the same words are put in, so that the sentence stands as it was.
SPOKEN = frozenset(
    (
        "gonna", "wanna", "kinda", "sorta", "gimme", "lemme", "cuz", "coz", "thx", "plz",
        "pls",
    )
)  # fmt: skip
VERBS = {  # what must stand before them: “haters going to hate” would be no sentence
    "gonna": r"(?:'re|'m|'s|\bare|\bam|\bis|\bwas|\bwere)(?: not| all| just)? $",
    "wanna": r"\b(?:i|you|we|they|to|don't|might|may|'ll|will)(?: all| just)? $",
}
SOUNDS = frozenset(  # which are slang where they stand by themselves
    (
        "yikes", "yay", "yeah", "yep", "yup", "nope", "nah", "oops", "whoops", "phew",
        "whew", "ugh", "meh", "wow", "woohoo", "woo-hoo", "hooray", "geez", "sheesh",
        "huh", "heck", "damn",
    )
)  # fmt: skip
ALSO_NAMES = ("nifty", "legit", "dude", "yummy")
BY_ITSELF = r"(?:^|[.!?,:;…(–—-]|\b(?:and|but|oh|well))\s*$", r"\s*(?:[.!?,:;…)–—]|$)"
WEIGHED = (
    r"\s(?:\w+ )?(?:steel|coal|iron|metals?|co2|co₂|carbon|waste|garbage|rubbish|trash|cargo"
    r"|freight|grain|rice|wheat|corn|sugar|ore|cement|concrete|oil|sand|soil|rocks?|ice|fuel"
    r"|plastic|food|water|supplies|fertili[sz]er|gold|copper|snow|salt|emissions|equipment|payload|fish|thrust|weight|mass)\b"
)
NUMBER = (
    r"(?:\d[\d.,]*|several|metric|short|long|many|more|few|dozen|dozens of|hundreds of|thousands of"
    r"|millions of|hundred|thousand|million|billion|one|two|three|four|five|six|ten|twenty|fifty"
    r"|couple of)"
)
MONEY = (
    r"(?:\d[\d.,]*|few|couple of|couple|hundred|thousand|million|billion|ten|twenty|fifty|some"
    r"|extra|big|quick|fast|easy|save|saves|save you)"
)
BUNDLED = (
    r"\s(?:\w+ )?(?:grapes|bananas|flowers|roses|keys|parsley|cilantro|herbs|radishes|carrots|kale"
    r"|asparagus|spinach|mint|basil|dill|thyme|chives|coriander|scallions|onions|celery|leeks|beets|chard"
    r"|watercress|greens|straw|hay|twigs)\b"
)
# words one of which must stand before a phrase, or behind it: a pattern takes long to compile
LED_BY = {
    "popping up": " been are were is was keep keeps kept start started ",
    "popped up": " have has had ",
    "created equal": " is are was were ",
}
PRICES = " price prices cost costs fee fees bill bills sum sums premium premiums markup markups "
OFF_SCREEN = r"(?! (?:in the|on the|a) (?:\w+ )?(?:window|screen|dialog|browser))"
# what else must stand before and behind, "" for anything
AROUND: dict[str, tuple[str, str]] = {
    "bucks": (rf"\b{MONEY} $", ""),
    "tons of": (rf"^(?!.*\b{NUMBER} $)", rf"(?!{WEIGHED})"),
    "a ton of": ("", rf"(?!{WEIGHED})"),
    "a bunch of": ("", rf"(?!{BUNDLED})"),
    "loads of": ("", r"(?! (?:up|the))"),
    "ain't": ("", r"(?! broke)"),
    "dude": ("", r"(?! ranch)"),
    "sucks": ("", r" (?:that|to|when|if|at|for|because)\b|\s*[.!,)…]|$"),
    "crap": ("", r"(?! shoot)"),
    "popping up": ("", OFF_SCREEN),
    "popped up": ("", OFF_SCREEN),
    "piece of cake": (r"\b(?:is|was|be|as|s|not) a $", r"(?! (?:with|and|from|on|or)\b)"),
    "walk in the park": (r"\b(?:is|was|be|s|not|no) (?:a )?$", ""),
    "rocket science": (r"(?:n't|\bnot|\bno) $", ""),
    "how cool": ("", r" (?:is|was) (?:that|this|it)\b"),
    "so cool": ("", r"\s*[.!,)]"),
    "the hell": (r"\b(?:what|how|why|who|where|scared|out|whatever|get) $", ""),
    "the heck": (r"\b(?:what|how|why|who|where|out|whatever) $", ""),
    "fyi": ("", r"\s*[,:;–—-]"),
    "created equal": (r"(?:\bnot|n't)\b[^.!?;]{0,45} $", ""),
    "nailed it": ("", r"\s*[.!]"),
    "oh boy": ("", r"\s*[,.!…]"),
    "shit": ("", ""),
    "bro": ("", r"\s*[,.!?]"),
}


@check(severity=Severity.WARNING, on=True, language="en", phrases="slang.txt")
def slang(document: Document, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    for hit, place in own_places(document, hits):
        if not _is_meant_so(hit.phrase, place):
            continue
        said = " ".join(place.said.split())
        instead = f": say “{hit.replacement}”" if hit.replacement else ""
        message = f"“{said}” is said rather than written{instead}"
        yield Finding(hit.span, message, fix=_fix(document, hit, place))


def _is_meant_so(phrase: str, place: Place) -> bool:
    before, behind = BY_ITSELF if phrase in SOUNDS else AROUND.get(phrase, ("", ""))
    if phrase in ALSO_NAMES and place.said[0].isupper() and not re.match("[,!]", place.behind):
        return False
    if phrase in LED_BY and _word(PART.findall(place.before)[-1:]) not in LED_BY[phrase]:
        return False
    if phrase == "hefty" and _word(PART.findall(place.behind)[:1]) not in PRICES:
        return False
    return bool(re.search(before, place.before) and re.match(behind, place.behind))


def _word(words: list[str]) -> str:
    return f" {''.join(words)} "


def _fix(document: Document, hit: Hit, place: Place) -> Fix | None:
    """To put in other words is for the author, who is shown them."""
    if hit.replacement is None:
        return None
    is_spelling = hit.phrase in SPOKEN and re.search(VERBS.get(hit.phrase, ""), place.before)
    level = Applicability.UNSAFE if is_spelling else Applicability.MANUAL
    return replace(document, place, hit.replacement, level)
