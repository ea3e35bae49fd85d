"""Phrases that say that something has been shown, and not by what research."""

from functools import cache

from kettext.kit.wording import ANY, Adverbs, Cue, Gap, Grammar, Maybe, Phrase, Unless


@cache
def showings() -> Grammar:
    have_been = ("has have", Gap(3), Unless("not never"), Cue("been"), Maybe(Adverbs()))
    found, that = "found estimated observed reported", "that"
    return Grammar(
        (
            Phrase(*have_been, "shown demonstrated", "to that"),
            Phrase(*have_been, "linked", "to with"),
            Phrase(*have_been, "associated", "with"),
            Phrase("it", "has", Maybe(ANY), Cue("been"), found, that),
            Phrase(Cue("clinically scientifically"), "proven tested shown"),
        )
    )
