"""Phrases that say that somebody holds something, and not who."""

from functools import cache

from kettext.kit.wording import ANY, Adverbs, Cue, Grammar, Maybe, Phrase, Unless, kind

# Who holds it
SOME = kind("some many most several numerous other certain")
FEW = kind("some many most")
PEOPLE = kind("people individuals others observers patients parents users")
AUTHORITIES = kind(
    "experts critics scientists specialists analysts observers commentators historians scholars "
    "academics economists doctors physicians researchers skeptics sceptics proponents opponents "
    "supporters detractors advocates insiders pundits philosophers linguists archaeologists "
    "psychologists biologists nutritionists clinicians activists"
)
UNNAMED_WORDS = ("some", "many", "critics", "experts", "insiders", "observers", "legend")
THINK = kind("argue believe claim contend fear suspect assert speculate think say report consider")
# How it is held
WIDELY = kind("widely generally universally commonly popularly")
HOW = WIDELY | kind("often sometimes usually still now long also traditionally increasingly")
BELIEVED = kind("believed thought rumored rumoured alleged speculated")
HELD = kind(
    "considered regarded seen viewed hailed acknowledged recognized recognised credited perceived "
    "believed thought praised criticized criticised"
)
DISPUTE = kind("argue claim contend assert speculate")
ARGUE = DISPUTE | kind("believe fear suspect")
SAY = ARGUE | kind("say think suggest predict agree warn consider regard estimate recommend")
ARGUED = kind("argued claimed suggested contended speculated warned criticized")
DEBATES = "debate debates controversy concern concerns interest research"
AGREED = "accepted known agreed acknowledged recognized recognised held"
ADVERBS = Adverbs(("also", "still", "now"))
NEW = kind("ongoing growing rising increasing considerable continuing heated much some")
# Small words
A, BEEN, BY, IS, IT, THAT, THERE, TO = "a", "been", "by", "is", "it", "that", "there", "to"
ARE, BE, HAVE = "is are", "is are was were been", "has have"

IT_IS = ((IT, IS), ("it's",), (IT, "has", Maybe(ANY), BEEN), (HAVE, BEEN), (ARE,))
SUPPOSED = (
    (Maybe(HOW), Cue(BELIEVED), "to that"),
    (Maybe(HOW), Cue("reputed"), TO),
    (Maybe(HOW), Cue("said"), TO, "have"),
    (Maybe(HOW), Cue("claimed argued said"), THAT),
)
SOMEBODY = ((), (SOME, Maybe(ANY)), (A, "lot number", "of", Maybe(ANY)))
SAYING = (
    (Maybe(ADVERBS), SAY),
    (Maybe(ADVERBS), "point", "out"),
    (Maybe(ADVERBS), "have had", Maybe(ANY), ARGUED),
)
RESPECT = "attention popularity recognition"


@cache
def attributions() -> Grammar:
    """That somebody holds something."""
    return Grammar(_phrases())


@cache
def broader() -> Grammar:
    """The same, and what "some people" hold, debates and interest that are said to grow, and
    research that is said to go on."""
    return Grammar((*_phrases(), *_broader_phrases()))


def _phrases() -> tuple[Phrase, ...]:
    return (
        *(Phrase(*it_is, *held) for it_is in IT_IS for held in SUPPOSED),
        *(Phrase(*it_is, Cue("suggested"), THAT) for it_is in IT_IS if it_is[-1] is BEEN),
        *(Phrase(*it_is, Cue(WIDELY), AGREED, THAT) for it_is in IT_IS[:2]),
        Phrase(BE, Cue("widely generally universally"), HELD, Unless("by of in")),
        Phrase(Cue("considered regarded viewed hailed"), BY, "some many experts critics"),
        *(Phrase(*some, Cue(AUTHORITIES), *say) for some in SOMEBODY for say in SAYING),
        Phrase(FEW, Cue(DISPUTE), THAT),
        Phrase(Cue("according"), TO, " ".join(UNNAMED_WORDS), Unless("of")),
        Phrase("conventional", Cue("wisdom"), "has", IT),
        Phrase("conventional", Cue("wisdom"), "holds says"),
        Phrase(Cue("legend rumor rumour"), "has", IT),
        Phrase(Cue("legend rumor rumour"), "holds says"),
        Phrase(
            THERE, IS, Maybe(A), "general broad growing widespread scientific", Cue("consensus")
        ),
        Phrase(BY, "some many most all", Cue("accounts")),
    )


def _broader_phrases() -> tuple[Phrase, ...]:
    return (
        *(
            Phrase(*some, Maybe("would"), Cue(THINK))
            for some in ((SOME, PEOPLE), (A, "lot number", "of", PEOPLE), (FEW | kind("others"),))
        ),
        Phrase("is are been", HOW, Cue(HELD)),
        Phrase(HAVE, Maybe(ANY), BEEN, Cue("called hailed dubbed touted heralded described")),
        *(
            Phrase(*there_is, Maybe("still"), NEW, Cue(DEBATES))
            for there_is in ((THERE, ARE), ("there's",))
        ),
        Phrase(Cue("research studies trials"), ARE, "being", "conducted"),
        Phrase(Cue("research studies trials"), ARE, "under", "way"),
        Phrase(Cue("research studies trials"), ARE, "ongoing underway"),
        Phrase(Cue("growing rising increasing"), "popularity interest"),
        Phrase(Cue("growing rising increasing"), "number", "of"),
        Phrase(HAVE, "gained attracted drawn", Maybe(ANY), Cue(RESPECT)),
    )
