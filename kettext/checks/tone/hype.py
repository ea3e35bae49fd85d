"""The page of this check, with its examples, is hype.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import Hit, check
from kettext.kit.finding import Finding, Severity
from kettext.kit.phrasing import Place, own_places
from kettext.text.prose import fold

PRAISE = (
    "remarkable", "remarkably", "exciting", "amazing", "amazingly", "incredible", "incredibly",
    "extraordinary", "extraordinarily", "phenomenal", "spectacular", "stunning", "stunningly",
    "breathtaking", "astonishing", "astounding", "unbelievable", "unbelievably", "miraculous",
    "magical", "exceptional", "exceptionally", "unprecedented", "transformative", "invaluable",
    "fantastic", "wonderful", "terrific", "superb", "magnificent", "marvelous", "marvellous",
    "tremendous", "limitless", "endless", "boundless", "breakthrough", "breakthroughs",
    "seamless", "seamlessly", "effortless", "effortlessly", "undoubtedly", "undeniably",
    "unquestionably", "indisputably",
)  # fmt: skip
PROMISED = (  # what praise makes a promise of
    r"possibilit(?:y|ies)|opportunit(?:y|ies)|promise|benefits?|results?|outcomes?"
    r"|efficacy|effectiveness|discover(?:y|ies)|propert(?:y|ies)|powers?|success(?:es)?"
    r"|breakthroughs?|advances?|improvements?|gains?|features?|savings|value|returns?|growth"
)
POTENTIAL = (  # a noun, as no other one follows
    r"potential(?! (?!(?:is|was|has|will|can|to|for|in|of|as|and|or|but|that|when|with|at|by)\b)"
    r"[a-z])"
)
PRAISED = rf"(?:{'|'.join(PRAISE)})"
BETWEEN = "(?: new| health| healing| medical| potential)?"
PATTERN = rf"{PRAISED}\b(?P<promise>{BETWEEN} (?:{PROMISED}|{POTENTIAL})\b)?+"
WRITTEN = PRAISED + rf"{BETWEEN} (?:{PROMISED}|potential)".replace(
    " ", r"[\W_]{1,9}"
)  # with markup
TECHNICAL = (  # behind a word that is meant otherwise
    r"[ -](?:wars?|guards?|army|armies|forces|council|court|tribunal|government|regime|movements?"
    r"|part(?:y|ies)|front|leaders?|communis\w+|socialis\w+|marxis\w+|left|struggles?|violence"
    r"|uprising|era|period|calendar|france|russia|cuba|iran|ceremon\w+|rendition|session|meeting"
    r"|circumstances|items?|costs?|case|children|infections?|bleeding|seizures?|pain|fever"
    r"|voltage|current|realism|thinking|loops?|chain|cycle|knot|support)\b"
)
OTHERS_SAY = (  # what is reported, and not promised
    r"\b(?:claim|tout|hail|dub|bill|advertis|market|promis|pitch|label|call|describ|so-call)\w*+"
    r"(?: \w++){0,4} ?$|\bless $"
)
BEHIND = {  # what must follow
    "cutting edge": r" (?!(?:of|and|or|in|on|for|with|to|at)\b)[a-z]",  # before a noun only
    "revolutionary": (  # an overthrow is meant else
        r"(?:,? (?:and |but )?[a-z-]++){0,2} (?:approach|method|technique|treatment|therap|medicine"
        r"|drug|cure|remed|technolog|product|device|tool|app|platform|software|system|solution|service"
        r"|design|concept|discover|invention|innovation|breakthrough|potential|way|diet|model"
        r"|feature|effect|impact|results?|benefits?|material|machine|engine|formula|process)"
    ),
    **dict.fromkeys(
        ("harness the power", "harnessing the power"),
        r"(?! of (?:the )?(?:wind|sun|sunlight|water|tides?|waves?|rivers?|ocean|steam|atom))",
    ),
}


@check(
    severity=Severity.WARNING,
    on=True,
    language="en",
    phrases="hype.txt",
    profiles={
        "medical": {"praise": True},
        "news": {"praise": True},
        "marketing": Severity.NOTE,
    },
)
def hype(document: Document, hits: tuple[Hit, ...], *, praise: bool = False) -> Iterator[Finding]:
    """`praise`: whether words such as “remarkable” count that praise without a promise."""
    found = [*((hit, True) for hit in hits), *_praises(document, praise=praise)]
    promises = {hit.span: promise for hit, promise in found}
    for hit, place in own_places(document, sorted(hit for hit, _ in found)):
        if not _is_meant_otherwise(hit.phrase, place):
            yield Finding(hit.span, _message(place, promises[hit.span]))


def _praises(document: Document, *, praise: bool) -> Iterator[tuple[Hit, bool]]:
    """Where something is praised, each with whether that is a promise; only promises unless
    `praise`. Blocks that hold none as they are written need not be read."""
    for block in document.leaves_with(PRAISE):
        if not praise and not re.search(WRITTEN, fold(document.source.slice(block.span))):
            continue
        prose = document.prose(block)
        for match in re.finditer(PATTERN, fold(prose.text)):
            begins = not prose.text[
                max(0, match.start() - 1) : match.start()
            ].isalnum()  # a pattern with \b is slow
            if begins and (praise or match["promise"]):
                yield Hit(prose.source_span(*match.span()), match[0]), bool(match["promise"])


def _message(place: Place, promises: bool) -> str:
    said = " ".join(place.said.split())
    return f"“{said}” {'promises' if promises else 'praises'} instead of telling"


def _is_meant_otherwise(phrase: str, place: Place) -> bool:
    if place.is_denied or place.is_asked or re.match(TECHNICAL, place.behind):
        return True
    if not re.match(BEHIND.get(phrase, ""), place.behind):
        return True
    return re.search(OTHERS_SAY, place.before) is not None
