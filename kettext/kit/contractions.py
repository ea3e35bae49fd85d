"""What contractions stand for. “’s” is “is” or “has”, “’d” is “had”, “would” or “did”: only what
follows can tell, and where it does not, nobody is told."""

import re

from kettext.text.prose import fold

SUBJECTS = "i|you|he|she|it|we|they"
ASKING = "what|who|where|when|why|how"
IRREGULAR = {"can't": "cannot", "won't": "will not", "shan't": "shall not"}
VERBS = {"re": "are", "ve": "have", "ll": "will", "m": "am"}
PEOPLE = rf"{SUBJECTS}|this|that|these|those|there|here"
# For folded text. What may stand before “'ve” is more than a pronoun: “would've”.
CONTRACTION = (
    r"(?<![\w'’-])(?:"
    r"(?P<negated>(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might"
    r"|may|dare|ought|ca|wo|sha)n't)"
    r"|(?P<let>let's)"
    rf"|(?P<head>i|(?:{PEOPLE}|{ASKING}|would|could|should|might|must))'(?P<tail>s|d|m|re|ve|ll)"
    r")(?![\w'-])"
)
WRITTEN = r"'(?:[dmst]|re|ve|ll)\b"  # in folded text
WITH_TAIL = {
    "s": frozenset(f"he|she|it|that|this|there|here|{ASKING}".split("|")),
    "d": frozenset(f"{SUBJECTS}|that|there|{ASKING}".split("|")),
    "m": frozenset(("i",)),
    "re": frozenset(("you", "we", "they", "there", "these", "those", *ASKING.split("|"))),
    "ve": frozenset(
        ("i", "you", "we", "they", "there", "these", "those", "who", "would", "could", "should",
         "might", "must")
    ),
    "ll": frozenset(f"{SUBJECTS}|this|that|there|these|those|{ASKING}".split("|")),
}  # fmt: skip
ADVERBS = (
    r"(?:\s(?:not|never|always|also|just|still|now|only|really|often|usually|probably|clearly"
    r"|actually|simply|therefore|almost|already|perhaps|certainly))"
)
ARTICLES = r"(?:a|an|the|this|that|my|your|his|her|our|their|its)"
JUDGEMENTS = (
    r"(?:important|possible|impossible|easy|hard|difficult|clear|true|likely|unlikely|good|bad"
    r"|better|best|worth|essential|necessary|useful|common|rare|safe|dangerous|time|too|very"
    r"|unclear|crucial|vital|wise|normal|natural|tempting|helpful|enough|fine|great|nice|cheap"
    r"|free|late|early|cold|hot|available|due|able|ready|sure|certain|wrong|right|different)"
)
AFTER_JUDGEMENT = (
    r"(?=\s(?:to|that|for|if|when|because|and|but|in|at|on|as|how|why|enough)\b|[,.;:!?)]|$)"
)
PREPOSITIONS = r"(?:about|in|on|at|for|from|with|without|of|by|under|between|like|as)"
SURELY_IS = (
    rf"{ADVERBS}{{0,2}}\s(?:{ARTICLES}\s(?=\w)|(?:no|to|because|what|how|why|where|when)\b|\w+ing\b"
    rf"|{PREPOSITIONS}\s|(?:very|too)\s\w|{JUDGEMENTS}{AFTER_JUDGEMENT})"
)
NO_PARTICIPLE = (
    r"(?!\s(?:\w+\s)?(?:thing|something|nothing|anything|everything|spring|string|king|ring)\b)"
)
# One thing is there: “there's lots” would be “there are lots”.
ONE_IS_THERE = (
    rf"{ADVERBS}?\s(?:a|an|no|nothing|something|one)\s(?!lots?\b|number\b|few\b|couple\b|bunch\b)"
)
ONE_IS_HERE = r"\s(?:a|an|the|how|what|why|where|when|my|our|your)\s"
ASKED_FOR = r"\s(?:the|a|an|my|your|our|their|his|her|this|that|more|wrong|new)\b"
IT = r"\s(?:it|all|right|fine|true|enough|correct)(?=[.,;:!?)]|$)"
HAD, WOULD = (
    r"\s(?:better|been)\b",
    (
        r"\s(?:not |never |also |always |probably |certainly |rather )?"
        r"(?:be|have|like|love|prefer|rather|expect|want|need|do|go|make|take|say|think|know|get|give|use)\b"
    ),
)
OF_SUBJECT = (
    r"\s(?:i|you|he|she|it|we|they|this|that|these|those|there|anyone|everyone|anybody|everybody"
    r"|people|someone|somebody|anything|everything|one)\b"
)
INVERTS = r"\b(?:why|how|when|where|what|who|nor|neither|so)\s$"


def spelled_out(
    said: str, before: str, behind: str, *, opens: bool = False, is_asked: bool = False
) -> str | None:
    """A contraction in full, written like it; None where it may stand for something else, or its
    words would have to be put in another order. `before` and `behind`: what stands beside it in its
    block, folded. `opens`: whether a sentence begins with it; `is_asked`: whether that is a
    question."""
    folded = fold(said)
    if folded.endswith("n't"):
        full = _negated(folded, before, behind, opens=opens, is_asked=is_asked)
    elif folded == "let's":
        full = "let us" if not re.match(r"\s(?:us|you|we)\b", behind) else None
    else:
        head, _, tail = folded.partition("'")
        full = _with_verb(head, tail, behind)
    return _cased_like(said, full) if full else None


def _negated(word: str, before: str, behind: str, *, opens: bool, is_asked: bool) -> str | None:
    """“Do not you think” is no English: in questions and what looks like them nothing is said."""
    is_inverted = re.match(OF_SUBJECT, behind) or re.search(INVERTS, before)
    if is_asked or is_inverted or (opens and word not in ("don't", "can't", "won't")):
        return None
    return IRREGULAR.get(word) or f"{word[:-3]} not"


def _with_verb(head: str, tail: str, behind: str) -> str | None:
    if head not in WITH_TAIL[tail]:
        return None
    if tail in VERBS:
        return f"{head} {VERBS[tail]}"
    if tail == "s":
        return f"{head} is" if _is_surely_is(head, behind) else None
    if head in ASKING.split("|"):
        return None
    if re.match(HAD, behind):
        return f"{head} had"
    return f"{head} would" if re.match(WOULD, behind) else None


def _is_surely_is(head: str, behind: str) -> bool:
    if head == "there":
        return re.match(ONE_IS_THERE, behind) is not None
    if head == "here":
        return re.match(ONE_IS_HERE, behind) is not None
    if head in ASKING.split("|"):
        return re.match(ASKED_FOR, behind) is not None
    if head == "that" and re.match(IT, behind):
        return True
    return re.match(NO_PARTICIPLE + SURELY_IS, behind) is not None


def _cased_like(said: str, full: str) -> str:
    if len(said) > 3 and said.isupper():
        return full.upper()
    if full.startswith("i "):
        return f"I{full[1:]}"
    return full[0].upper() + full[1:] if said[0].isupper() else full
