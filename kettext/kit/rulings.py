"""Phrases that say what an office has decided, or what the law is."""

from functools import cache

from kettext.kit.wording import ANY, Cue, Gap, Grammar, Maybe, Phrase, Stems, Step, kind

# One of which each phrase holds
RULING_WORDS = kind(
    "fda ema mhra dea epa usda tga efsa nhtsa osha faa cpsc echa regulator regulators illegal "
    "unlawful outlawed banned legal legalised legalized decriminalised decriminalized unregulated "
    "law laws gdpr hipaa ccpa prescription schedule controlled boxed label "
    "administration agency approved licensed"
)
OFFICES = "fda ema mhra dea epa usda tga efsa nhtsa osha faa cpsc echa regulators"
OFFICE: tuple[tuple[Step | Cue, ...], ...] = (
    (Cue(OFFICES),),
    (Cue(OFFICES.replace(" ", "'s ") + "'s"),),
    ("health", Cue("canada canada's")),
    ("food", "and", "drug", Cue("administration administration's")),
    ("drug", "enforcement", Cue("administration administration's")),
    ("european", "medicines", Cue("agency agency's")),
    ("food drug health safety medicines", Cue("regulator regulators")),
)
DECIDES = Stems(
    (
        *("approv", "licenc", "licens", "authoris", "authoriz", "prohibit", "classif", "regulate"),
        *("requir", "recall", "warn", "restrict", "cleared", "clearance"),
        *("bans", "banned", "banning", "guideline", "guidance"),
    )
)
DECIDED = kind(
    "approved licensed licenced authorised authorized cleared banned prohibited classified "
    "regulated endorsed recommended required recalled restricted scheduled"
)
APPROVED = "approved licensed authorised authorized"
USE = "treating treatment medical human adults children patients people infants"
MEDICINES = "drug drugs medicine medicines medication medications"
SCHEDULES = "i ii iii iv v 1 2 3 4 5"
# Law
LEGAL = (
    "legal illegal unlawful banned outlawed prohibited criminalised criminalized decriminalised "
    "decriminalized legalised legalized regulated unregulated"
)
DOING = (
    "sell buy possess own drive prescribe import export grow carry smoke hunt hire fire "
    "discriminate"
)
PLACES = (
    "us u.s. uk u.k. eu europe america canada australia germany france britain japan china india "
    "california texas"
)
SOME = kind("most many some several all certain other both european us").union(map(str, range(100)))
STATES = "countries states jurisdictions nations provinces places"
WHOSE = "federal state national eu european english international criminal"
BOUND = "required prohibited forbidden banned protected regulated permitted"
RULES = (
    "require requires prohibit prohibits forbid forbids allow allows permit permits ban bans "
    "mandate mandates"
)
ACTS = "gdpr hipaa ccpa"


@cache
def rulings() -> Grammar:
    return Grammar((*_decisions(), *_law()))


def _decisions() -> tuple[Phrase, ...]:
    the = Maybe("the")
    return (
        *(Phrase(*office, Maybe("-"), Gap(3), DECIDES) for office in OFFICE),
        *(Phrase(DECIDED, Gap(4), "by", the, Gap(2), *office) for office in OFFICE),
        *(
            Phrase(
                "approval clearance authorisation authorization", "from by of", the, Gap(1), *office
            )
            for office in OFFICE
        ),
        Phrase("is are not only been was were", Maybe(ANY), Cue(APPROVED), "for", USE),
        Phrase(
            "is are not only been was were", Maybe(ANY), Cue(APPROVED), "for", "the", "treatment"
        ),
        Phrase(Cue("boxed"), "warning"),
        Phrase("is are", Maybe("a"), Cue("prescription"), Maybe("-"), Maybe("only"), MEDICINES),
        Phrase("a as under in", Cue("schedule"), SCHEDULES),
        Phrase("a as under in", Cue("schedule"), SCHEDULES, Maybe(ANY), "drug substance"),
        Phrase("is are as", Maybe("a an"), Maybe(ANY), Cue("controlled"), "substance substances"),
        Phrase("off", "-", Cue("label")),
    )


def _law() -> tuple[Phrase, ...]:
    places: tuple[tuple[Step, ...], ...] = (
        (Maybe("the"), PLACES),
        (Maybe("the"), "united", ANY),
        (Maybe("the"), "european", "union"),
        (SOME, Maybe(ANY), STATES),
    )
    within = (Gap(3), "in throughout across")
    return (
        *(Phrase(Cue(LEGAL), *within, *place) for place in places),
        *(Phrase("against", "the", Cue("law"), *within, *place) for place in places),
        Phrase(Cue("legal illegal"), "to", DOING),
        Phrase(Cue("legal illegal"), "for", ANY, Gap(2), "to", DOING),
        Phrase(Cue("legal"), "gray grey", "area zone"),
        Phrase(BOUND, "by under", Cue("law")),
        Phrase(BOUND, "by under", WHOSE, Cue("law laws")),
        Phrase("under", WHOSE, Cue("law laws")),
        Phrase(WHOSE, Cue("law laws"), RULES),
        Phrase("the", Cue("law"), RULES),
        Phrase(Cue(ACTS), "requires prohibits forbids allows mandates"),
        Phrase("under", "the", Cue(ACTS), "requires prohibits forbids allows mandates"),
        Phrase("under", Maybe("the"), Cue(ACTS)),
    )
