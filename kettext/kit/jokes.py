"""Sentences that are there for fun, told from claims and warnings by strict signs."""

import re

from kettext.text.prose import OBJECT, PART, fold

MOCKED = r"\"\w++(?: \w++){0,3}[.,!?]?\""  # a name in quotation marks
EXCLAIMED = ("!", ":)", ";)", ":-)", ";-)")
# What a claim, a warning or advice is made of: words, how words begin, and what else stands in one.
WEIGHTY = frozenset(
    (
        "not", "never", "no", "nor", "without", "cannot", "should", "must", "need", "needs",
        "because", "since", "unless", "if", "avoid", "stop", "ask", "call", "consult", "doctor",
        "physician", "pharmacist", "nurse", "lawyer", "police", "die", "dies", "dead", "death",
        "toxic", "dose", "doses", "dosage", "fine", "fined", "fines", "lose", "loses", "lost",
        "one", "two", "three", "cure", "cures", "heal", "heals", "safe", "safely", "better",
        "work", "works", "free", "half", "twice", "hundred", "thousand", "million", "percent",
        "always", "prove", "proven",
    )
)  # fmt: skip
WEIGHTY_STARTS = (
    "warn", "risk", "danger", "harm", "hurt", "kill", "fatal", "poison", "overdos", "allerg",
    "pregnan", "illegal", "jail",
)  # fmt: skip
WEIGHTY_PARTS = (
    "%", "$", "€", "£", "`", "[", "]", "<", ">", OBJECT, "http:", "https:", "can't", "won't",
    "shouldn't", "mustn't", "have to", "side effect", "don't want to", "want to avoid",
    "want to check",
)  # fmt: skip
ENDS_OF_PARTS = (". ", "! ", "… ", "; ", ": ", "–", "—", "(", ")")  # more than one statement
NAME = r"(?<=[\w,;] )[A-Z]\w"
MOST_WORDS = 25


def is_joke(sentence: str, rest: str) -> bool:
    """Whether a sentence that an aside opens states nothing: it speaks to the reader, mocks or
    exclaims, and has nothing that a claim or a warning is made of. `rest`: what follows the aside.
    """
    said = fold(rest).lstrip(" ,:;–—-")
    is_to_reader = said.startswith("you") and not said[3:4].isalnum()
    if not is_to_reader or len(rest.split()) > MOST_WORDS or "?" in sentence:
        return False
    if any(end in said for end in ENDS_OF_PARTS) or not _is_fun(said):
        return False
    return not _is_weighty(fold(sentence)) and not re.search(NAME, rest)


def _is_fun(said: str) -> bool:
    quoted = said.replace("“", '"').replace("”", '"')
    is_mocked = '"' in quoted and re.search(MOCKED, quoted) is not None
    return is_mocked or said.rstrip().endswith(EXCLAIMED)


def _is_weighty(folded: str) -> bool:
    words = PART.findall(folded)
    return (
        not WEIGHTY.isdisjoint(words)
        or any(word.startswith(WEIGHTY_STARTS) for word in words)
        or any(part in folded for part in WEIGHTY_PARTS)
        or any(sign.isdigit() for sign in folded)
    )
