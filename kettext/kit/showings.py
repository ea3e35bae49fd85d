"""Phrases that say that something has been shown, and not by what research."""

from functools import cache

from kettext.kit.wording import ANY, Adverbs, Cue, Gap, Grammar, Maybe, Phrase, Unless

SEEN_BY = "users user people visitors readers viewers customers clients everyone us them him her"


@cache
def showings() -> Grammar:
    have_been = ("has have", Gap(3), Unless("not never long"), Cue("been"), Maybe(Adverbs()))
    found, that = "found estimated observed reported", "that"
    return Grammar(
        (
            Phrase(*have_been, "shown demonstrated", "that"),
            Phrase(*have_been, "shown demonstrated", "to", Unless(SEEN_BY)),
            Phrase(*have_been, "linked", "to with"),
            Phrase(*have_been, "associated", "with"),
            Phrase("it", "has", Maybe(ANY), Cue("been"), found, that),
            Phrase(Cue("clinically scientifically"), "proven tested shown"),
        )
    )
