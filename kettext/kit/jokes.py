"""Sentences that are there for fun, told from claims and warnings by strict signs."""

import re

from kettext.text.prose import fold

TO_THE_READER = r"you(?:'(?:ll|re|ve|d))?\b"
JOKE = r"[“\"]\w++(?: \w++){0,3}[.,!?]?[”\"]|!\s*$|[;:]-?\)\s*$"  # mocks a name, or exclaims
ADVICE = r"\bdon't want to\b|\bwant to (?:avoid|check)\b|\b(?:you'd|had) better\b"
WEIGHTY = (  # what a claim or a warning is made of
    r"[\d%$€£`\[\]<>\ufffc]|https?:|\b(?:not|never|no|nor|without|cannot|can't|won't|shouldn't"
    r"|mustn't|should|must|need|needs|have to|because|since|unless|if|avoid|stop|ask|call|consult"
    r"|doctor|physician|pharmacist|nurse|lawyer|police|warn\w*|risk\w*|danger\w*|harm\w*|hurt\w*"
    r"|die|dies|dead|death|kill\w*|fatal\w*|toxic|poison\w*|overdos\w*|allerg\w*|pregnan\w*"
    r"|side effects?|dos(?:e|es|age)|illegal\w*|fine[ds]?|jail\w*|lose|loses|lost|one|two|three"
    r"|cures?|heals?|safe|safely|better|works?|free|half|twice|hundred|thousand|million|percent|always|proven?)\b"
)
PARTS = r"[.!…;:]\s|[–—()]"  # more than one statement
NAME = r"(?<=[\w,;] )[A-Z]\w"
MOST_WORDS = 25


def is_joke(sentence: str, rest: str) -> bool:
    """Whether a sentence that an aside opens states nothing: it speaks to the reader, mocks or
    exclaims, and has nothing that a claim or a warning is made of. `rest`: what follows the aside.
    """
    said = fold(rest).lstrip(" ,:;–—-")
    if len(rest.split()) > MOST_WORDS or "?" in sentence or re.search(PARTS, said):
        return False
    if not re.match(TO_THE_READER, said) or not re.search(JOKE, said):
        return False
    is_weighty = re.search(ADVICE, said) or re.search(WEIGHTY, fold(sentence))
    return not is_weighty and not re.search(NAME, rest)
