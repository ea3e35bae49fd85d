"""The page of this check, with its examples, is vague_attribution.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit.attributions import AUTHORITIES, UNNAMED_WORDS, attributions, broader
from kettext.kit.check import check
from kettext.kit.claims import without_source
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.tellers import Reach
from kettext.kit.wording import claims_in, kind
from kettext.text.prose import parts_of_words

OWN = kind("my our your his her the these those")  # the author's circle, or known
DEFINED = r"\bwhat\s(?:is|are)\s\w+ly\s(?:considered|regarded|seen|viewed)\b"
SUPPOSED = r"\bif\b[^,]{0,80}?\b(?:thought|believed|said)\b"


@check(
    severity=Severity.NOTE,
    on=True,
    language="en",
    profiles={
        "medical": {"severity": Severity.WARNING, "any_link": False, "broad": True},
        "news": {"severity": Severity.WARNING, "broad": True},
    },
    claim=True,
)
def vague_attribution(
    document: Document,
    *,
    broad: bool = False,
    sources: SourceRules = NO_RULES,
    any_link: bool = True,
) -> Iterator[Finding]:
    """`broad`: look also for what "some people" hold, for debates and interest that are said to
    grow, and for research that is said to go on."""
    grammar = broader() if broad else attributions()
    found = claims_in(document, document.leaves_with(grammar.cues), grammar)
    for claim in without_source(
        document,
        found,
        unless=_is_left_alone,
        reach=Reach.NOTHING,
        or_after=True,
        sources=sources,
        any_link=any_link,
    ):
        yield Finding(
            claim.span(), f"{quoted(claim.text, 48)}: not said by whom, and no source found"
        )


def _is_left_alone(sentence: str) -> bool:
    """Whether somebody is named, or the author's own circle is meant, or a word is explained."""
    words = parts_of_words(sentence)
    if "what" in words and re.search(DEFINED, sentence):
        return True
    for place, word in enumerate(words[1:], 1):
        before, after = words[place - 1], words[place + 1 : place + 2]
        if word in AUTHORITIES and before in OWN:
            return True
        if (
            word == "to"
            and before == "according"
            and after
            and not after[0].startswith(UNNAMED_WORDS)
        ):
            return True
    return "if" in words and re.search(SUPPOSED, sentence) is not None
