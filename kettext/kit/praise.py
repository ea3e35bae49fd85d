"""Words that praise: what they promise, and in which surroundings they are meant otherwise.

The words are in sets: a pattern that has as many takes long to compile."""

import re
from collections.abc import Sequence

from kettext.text.prose import PART, fold

PRAISE = frozenset(
    (
        "remarkable", "remarkably", "exciting", "amazing", "amazingly", "incredible",
        "incredibly", "extraordinary", "extraordinarily", "phenomenal", "spectacular",
        "stunning", "stunningly", "breathtaking", "astonishing", "astounding", "unbelievable",
        "unbelievably", "miraculous", "magical", "exceptional", "exceptionally",
        "unprecedented", "transformative", "invaluable", "fantastic", "wonderful", "terrific",
        "superb", "magnificent", "marvelous", "marvellous", "tremendous", "limitless",
        "endless", "boundless", "breakthrough", "breakthroughs", "seamless", "seamlessly",
        "effortless", "effortlessly", "undoubtedly", "undeniably", "unquestionably",
        "indisputably",
    )
)  # fmt: skip
PROMISED = frozenset(  # what praise makes a promise of
    (
        "possibility", "possibilities", "opportunity", "opportunities", "promise", "benefit",
        "benefits", "result", "results", "outcome", "outcomes", "efficacy", "effectiveness",
        "discovery", "discoveries", "property", "properties", "power", "powers", "success",
        "successes", "breakthrough", "breakthroughs", "advance", "advances", "improvement",
        "improvements", "gain", "gains", "feature", "features", "savings", "value", "return",
        "returns", "growth",
    )
)  # fmt: skip
POTENTIAL = "potential"  # a promise where it is a noun: no other noun follows
AFTER_NOUN = frozenset(
    (
        "is", "was", "has", "will", "can", "to", "for", "in", "of", "as", "and", "or", "but",
        "that", "when", "with", "at", "by",
    )
)  # fmt: skip
NOUNS = PROMISED | {POTENTIAL}
BETWEEN = frozenset(("new", "health", "healing", "medical", POTENTIAL))
TECHNICAL = frozenset(  # behind a word that is meant otherwise
    (
        "war", "wars", "guard", "guards", "army", "armies", "forces", "council", "court",
        "tribunal", "government", "regime", "movement", "movements", "party", "parties",
        "front", "leader", "leaders", "left", "struggle", "struggles", "violence", "uprising",
        "era", "period", "calendar", "france", "russia", "cuba", "iran", "rendition", "session",
        "meeting", "circumstances", "item", "items", "cost", "costs", "case", "children",
        "infection", "infections", "bleeding", "seizure", "seizures", "pain", "fever",
        "voltage", "current", "realism", "thinking", "loop", "loops", "chain", "cycle", "knot",
        "support",
    )
)  # fmt: skip
TECHNICAL_STARTS = ("communis", "socialis", "marxis", "ceremon")
SAYING = (  # how a verb begins by which others say it
    "claim", "tout", "hail", "dub", "bill", "advertis", "market", "promis", "pitch", "label",
    "call", "describ",
)  # fmt: skip
MOST_SAID = 5  # words, from such a verb on
THINGS = (  # how what is revolutionary begins; else an overthrow is meant
    "approach", "method", "technique", "treatment", "therap", "medicine", "drug", "cure",
    "remed", "technolog", "product", "device", "tool", "app", "platform", "software", "system",
    "solution", "service", "design", "concept", "discover", "invention", "innovation",
    "breakthrough", "potential", "way", "diet", "model", "feature", "effect", "impact",
    "result", "benefit", "material", "machine", "engine", "formula", "process",
)  # fmt: skip
EDGED = frozenset(("of", "and", "or", "in", "on", "for", "with", "to", "at"))
HARNESSED = ("harness the power", "harnessing the power")
OF_NATURE = r" of (?:the )?(?:wind|sun|water|tide|wave|river|ocean|steam|atom)"


def may_promise(text: str) -> bool:
    """Whether a text, as it is written, may hold praise that promises something."""
    words = PART.findall(fold(text))
    places = (place for place, word in enumerate(words, 1) if word in PRAISE)
    return any(not NOUNS.isdisjoint(words[place : place + 2]) for place in places)


def promised_behind(behind: str) -> str:
    """What praise promises, as in “ new results”; "" where it promises nothing."""
    following = re.match(r"(?: \w++){0,3}", behind)
    words = following[0].split() if following else []
    if words and words[0] in BETWEEN and _is_promised(words[1:]):
        return f" {words[0]} {words[1]}"
    return f" {words[0]}" if _is_promised(words) else ""


def _is_promised(words: Sequence[str]) -> bool:
    if words[:1] == [POTENTIAL]:
        return len(words) == 1 or words[1] in AFTER_NOUN or not "a" <= words[1][0] <= "z"
    return bool(words) and words[0] in PROMISED


def is_meant_otherwise(phrase: str, before: str, behind: str) -> bool:
    """Whether what is around a word of praise, folded, shows that it is none: “a revolutionary
    war”, or that others say it."""
    following = re.match(r"[ -](\w+)", behind)
    word = following[1] if following else ""
    if word in TECHNICAL or word.startswith(TECHNICAL_STARTS) or _is_said(before):
        return True
    if phrase == "cutting edge":  # before a noun only
        return behind[:1] != " " or not "a" <= word[:1] <= "z" or word in EDGED
    if phrase == "revolutionary":
        return not _names_thing(behind)
    return phrase.startswith(HARNESSED) and re.match(OF_NATURE, behind) is not None


def _is_said(before: str) -> bool:
    """Whether others say what follows, or it is said of something that it is less so."""
    clause = re.split(r"[^\w ]|  ", before)[-1]
    words = clause.split()[-MOST_SAID:]
    is_less = words[-1:] == ["less"] and clause.endswith(" ")
    return is_less or any(word.startswith(SAYING) for word in words)


def _names_thing(behind: str) -> bool:
    """Whether one of the next three words names a thing, not counting “and”."""
    head = re.match(r"[a-z, -]*+", behind)
    words = head[0].replace(",", " ").split() if head and behind[:1] in (" ", ",") else []
    named = [word for word in words if word not in ("and", "but")]
    return any(word.startswith(THINGS) for word in named[:3])
