"""The page of this check, with its examples, is vague_attribution.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit.check import check
from kettext.kit.claims import without_source
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.prose import fold

WIDELY = r"(?:widely|generally|universally|commonly|popularly)"
HOW = rf"(?:{WIDELY}|often|sometimes|usually|still|now|long|also|traditionally|increasingly)"
BELIEVED = r"(?:believed|thought|rumou?red|alleged|speculated)"
HELD = (
    r"(?:considered|regarded|seen|viewed|hailed|acknowledged|recogni[sz]ed|credited|perceived"
    r"|believed|thought|praised|critici[sz]ed)"
)
SOME = r"(?:some|many|most|several|numerous|other|certain|a\s(?:lot|number)\sof)"
PEOPLE = r"(?:people|individuals|others|observers|patients|parents|users)"
AUTHORITIES = (
    "experts|critics|scientists|specialists|analysts|observers|commentators|historians|scholars"
    "|academics|economists|doctors|physicians|researchers|skeptics|sceptics|proponents|opponents"
    "|supporters|detractors|advocates|insiders|pundits|philosophers|linguists|archaeologists"
    "|psychologists|biologists|nutritionists|clinicians|activists"
)
ARGUE = r"(?:argue|believe|claim|contend|fear|suspect|assert|speculate)"
SAY = (
    rf"(?:{ARGUE}|say|think|suggest|predict|agree|warn|consider|regard|estimate|recommend|point\sout"
    r"|(?:have|had)\s(?:\w+\s)?(?:argued|claimed|suggested|contended|speculated|warned|criticized))"
)
NEW = r"(?:ongoing|growing|rising|increasing|considerable|continuing|heated|much|some)"
CUES = (
    rf"(?:it(?:\sis|'s|\shas\s(?:\w+\s)?been)|is|are|(?:has|have)\sbeen)\s(?:{HOW}\s)?"
    rf"(?:{BELIEVED}\s(?:to|that)|reputed\sto|said\sto\shave"
    r"|(?:claimed|argued|said|(?<=been\s)suggested)\sthat)",
    rf"it(?:\sis|'s)\s{WIDELY}\s(?:accepted|known|agreed|acknowledged|recogni[sz]ed|held)\sthat",
    rf"(?:is|are|was|were|been)\s(?:widely|generally|universally)\s{HELD}(?!\s(?:by|of|in))",
    r"(?:considered|regarded|viewed|hailed)\sby\s(?:some|many|experts|critics)",
    rf"(?:{SOME}\s(?:\w+\s)?)?(?:{AUTHORITIES})\s(?:\w+ly\s|also\s|still\s|now\s)?{SAY}",
    rf"(?:many|most)\s{PEOPLE}\s{ARGUE}\sthat",
    rf"(?:some|many|most)\s{ARGUE}\sthat",
    r"according\sto\s(?:some|many|critics|experts|insiders|observers|legend)(?!\sof\b)",
    r"(?:conventional\swisdom|legend|rumou?r)\s(?:has\sit|holds|says)",
    r"there\sis\s(?:a\s)?(?:general|broad|growing|widespread|scientific)\sconsensus",
    r"by\s(?:some|many|most|all)\saccounts",
)
BROADER = (
    rf"(?:{SOME}\s{PEOPLE}|some|many|most|others)\s(?:would\s)?(?:{ARGUE}|think|say|report|consider)",
    rf"(?:is|are|been)\s{HOW}\s{HELD}",
    r"(?:has|have)\s(?:\w+\s)?been\s(?:called|hailed|dubbed|touted|heralded|described)",
    rf"there(?:\sis|\sare|'s)\s(?:still\s)?{NEW}\s(?:debates?|controversy|concerns?|interest|research)",
    r"(?:research|studies|trials)\s(?:is|are)\s(?:being\sconducted|ongoing|under\s?way)",
    r"(?:growing|rising|increasing)\s(?:popularity|number\sof|interest)",
    r"(?:has|have)\s(?:gained|attracted|drawn)\s(?:\w+\s)?(?:attention|popularity|recognition)",
)
LISTED = (  # one of which each cue holds
    "believed thought rumored rumoured alleged speculated claimed argued said suggested reputed "
    "widely generally universally commonly popularly considered regarded viewed hailed argue "
    "believe claim contend fear suspect assert speculate legend wisdom rumor rumour consensus "
    "accounts"
)
LISTED_BROADER = (
    "say think report consider seen acknowledged recognized recognised credited perceived praised "
    "criticized criticised called dubbed touted heralded described debate debates controversy "
    "concern concerns interest research studies trials popularity growing rising increasing "
    "attention recognition"
)
WORDS = frozenset([*LISTED.split(), *AUTHORITIES.split("|")])
BROADER_WORDS = WORDS.union(LISTED_BROADER.split())
LEFT_ALONE = (  # somebody is named, or the author's own circle is meant, or a word is explained
    r"\baccording\sto\s(?!some|many|critics|experts|insiders|observers|legend)"
    rf"|\b(?:my|our|your|his|her|the|these|those)\s(?:{AUTHORITIES})\b"
    r"|\bif\b[^,]{0,80}?\b(?:thought|believed|said)\b"
)


@check(
    severity=Severity.WARNING,
    on=True,
    language="en",
    profiles={"medical": {"any_link": False, "broad": True}, "news": {"broad": True}},
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
    matches = (
        _matches(document, (*CUES, *BROADER), BROADER_WORDS)
        if broad
        else _matches(document, CUES, WORDS)
    )
    for match in without_source(
        document, matches, unless=LEFT_ALONE, sources=sources, any_link=any_link
    ):
        yield Finding(
            match.span(), f"{quoted(match[0], 48)}: not said by whom, and no source found"
        )


def _matches(document: Document, cues: tuple[str, ...], words: frozenset[str]) -> Iterator[Match]:
    """The cues in blocks where one stands as they are written, too: prose costs more to read."""
    pattern = re.compile(rf"(?<![\w'-])(?:{'|'.join(cues)})\b")
    for block in document.leaves_with(words):
        if pattern.search(fold(document.source.slice(block.span)).replace("*", "")):
            prose = document.prose(block)
            for match in pattern.finditer(fold(prose.text)):
                yield Match(block, prose, match)
