"""The page of this check, with its examples, is shouting.md."""

import re
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Heading, LeafBlock
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Severity, quoted
from kettext.kit.own import (
    capitals,
    near_in_sentence,
    opens_sentence,
    own_matches,
    sign_of_sentence,
    words_behind,
)
from kettext.kit.rewrite import replace_words
from kettext.text.language import COMMON
from kettext.text.prose import WORD

# Words that are no acronyms and, alone, hardly anybody's keywords.
STRESSED = frozenset(
    WORD.findall("""
    always never not very really only every everything everyone nothing nobody anything anyone
    must cannot can't don't won't doesn't isn't aren't didn't shouldn't wouldn't absolutely
    definitely seriously extremely totally completely more most much many same exactly
    actually before after again now still even both best worst huge big without because
    please careful forever ever immediately too another own entire very all any
    """)
)
BESIDE = COMMON | frozenset(WORD.findall("do does did i am me my no yes don was she he own us too"))
CAPITALS = (
    r"(?<![\w'’.$%@#/\\<{(\[&*-])(?:I\s+)?[A-Z]{2,}+(?:['’][A-Z]{1,2}+)?+(?:\s+[A-Z]++(?:['’][A-Z]{1,2}+)?+)*+"
    r"(?![\w(/\\=>}\])]|[.'’:-]\w|:(?!\s[a-z]))"
)
STRESSED_CAPITALS = frozenset(word.partition("'")[0].upper() for word in STRESSED)
QUERY = r"\b(?:AND|OR|NULL|SELECT|FROM|WHERE|JOIN|IF|THEN|ELSE|XOR|TRUE|FALSE|EXISTS|IN|LIKE)\b"
KEYWORD = (
    r"(?:gate|operator|keyword|clause|constraint)s?|query|statement|command|key|button|mode|option"
    r"|flag|instruction|trigger"
)
REQUIRED = frozenset(("must", "should", "shall", "may", "required", "recommended", "not", "only"))
SPECIFYING = frozenset(("SHOULD", "SHALL", "MAY", "RECOMMENDED", "REQUIRED", "OPTIONAL", "BCP"))
LEGAL = r"\b(?:WARRANT|LIABL|LIABILIT|SOFTWARE|LICEN[SC]E|COPYRIGHT)"
NAMED = r"[^.!?:;…\s]\s+[A-Z][a-z]+\s+$"  # “Plan & Grow BIG” is a name
LOOK = 30  # characters
FEWEST = 4  # words in capitals that are shouted whatever they are
SHARE_COMMON = 0.3  # of them; names of laws and titles have fewer


@check(
    severity=Severity.WARNING,
    on=False,
    language="en",
    profiles={"medical": Severity.WARNING, "news": Severity.WARNING},
)
def shouting(document: Document, *, left_alone: tuple[str, ...] = ()) -> Iterator[Finding]:
    """`left_alone`: words that may stand in capitals."""
    quiet = {word.lower() for word in left_alone}
    found = capitals(document)
    stressed = STRESSED_CAPITALS.intersection(found)
    if not stressed:
        return
    text = document.source.text
    if _specifies(found, text):
        quiet |= REQUIRED
    places = sorted(one.start() for word in stressed for one in re.finditer(word, text))
    blocks = dict.fromkeys(map(document.leaf_block_at, places))
    for match in own_matches(document, _matches(document, filter(None, blocks))):
        if _is_shouted(match, quiet):
            said = quoted(" ".join(match[0].split()))
            message = f"{said} is written in capitals for stress"
            yield Finding(match.span(), message, fix=_fix(document, match))


def _specifies(found: AbstractSet[str], text: str) -> bool:
    """Whether words in capitals say how binding something is."""
    return not SPECIFYING.isdisjoint(found) or ("MUST" in found and text.count("MUST") > 1)


def _matches(document: Document, blocks: Iterable[LeafBlock]) -> Iterator[Match]:
    for block in blocks:
        prose = document.prose(block)
        found = () if prose.text.isupper() else re.finditer(CAPITALS, prose.text)
        yield from (Match(block, prose, match) for match in found)


def _is_stressed(word: str, quiet: Collection[str]) -> bool:
    said = word.lower()
    return said in STRESSED and said not in quiet


def _is_shouted(match: Match, quiet: Collection[str]) -> bool:
    words = [word.lower().replace("’", "'") for word in match[0].split()]
    common = sum(word in BESIDE or word in STRESSED for word in words)
    sentence = near_in_sentence(match)
    if len(words) >= FEWEST:
        is_text = common >= SHARE_COMMON * len(words)
        return is_text and not re.search(LEGAL, sentence)
    if common < len(words) or not any(_is_stressed(word, quiet) for word in words):
        return False
    if words == ["not"] and sign_of_sentence(match) == "?":
        return False  # “Which of these is NOT a tea?” is how a quiz asks
    if re.search(NAMED, match.prose.text[max(0, match.match.start() - LOOK) : match.match.start()]):
        return False
    following = "".join(words_behind(match, 1))
    return not (re.search(QUERY, sentence) or re.fullmatch(KEYWORD, following))


def _fix(document: Document, match: Match) -> Fix | None:
    """A few words can be written small, since none of them is a name; a heading would change its
    anchor."""
    words = match[0].lower().split(" ")
    if len(words) >= FEWEST or isinstance(match.block, Heading) or opens_sentence(match):
        return None
    small = " ".join("I" if word == "i" else word for word in words)
    return replace_words(document, match.span(), small, f"Write “{small}”", Applicability.UNSAFE)
