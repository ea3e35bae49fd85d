"""Whether an article is English, and what follows from it."""

import pytest

from kettext import lint
from kettext.text.language import is_english

ENGLISH = """\
Tea is one of the oldest drinks that people have made for themselves, and it is still the one
that most of them reach for in the morning. It grows on slopes where the nights are cool, and
what is picked by hand in the spring can be on a table at the other end of the world in a week.
"""
GERMAN = """\
Tee ist eines der ältesten Getränke, die Menschen für sich gemacht haben, und noch immer das,
nach dem die meisten von ihnen am Morgen greifen. Er wächst an Hängen, an denen die Nächte kühl
sind, und was im Frühling von Hand gepflückt wird, steht eine Woche später auf einem Tisch.
"""
FRENCH = """\
Le thé est une des plus anciennes boissons que les hommes aient faites, et c’est encore celle
que la plupart prennent le matin. Il pousse sur des pentes où les nuits sont fraîches, et ce qui
est cueilli à la main au printemps peut se trouver sur une table à l’autre bout du monde.
"""
SPANISH = """\
El té es una de las bebidas más antiguas que la gente ha hecho, y sigue siendo la que la mayoría
toma por la mañana. Crece en laderas donde las noches son frescas, y lo que se recoge a mano en
primavera puede estar en una mesa al otro lado del mundo en una semana.
"""
DUTCH = """\
Thee is een van de oudste dranken die mensen voor zichzelf hebben gemaakt, en nog altijd die
waar de meesten van hen in de ochtend naar grijpen. Hij groeit op hellingen waar de nachten koel
zijn, en wat in het voorjaar met de hand wordt geplukt, staat een week later op een tafel.
"""
CHINESE = (
    "茶是人们自己制作的最古老的饮料之一,至今仍是大多数人早晨的首选。"
    "它生长在夜晚凉爽的山坡上,春天采摘的茶叶一周后就能摆上桌子。"
)
RUSSIAN = (
    "Чай — один из самых древних напитков, и до сих пор именно его большинство людей пьёт утром."
)
TERMS = "kettle, pot, cup, saucer, spoon, strainer, tin, sugar, milk, lemon, honey"


@pytest.mark.parametrize("text", [ENGLISH, TERMS, "", "Tea.", "1 2 3", "Tee trinken."])
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, DUTCH, CHINESE, RUSSIAN])
def test_other_languages(text: str) -> None:
    assert not is_english(text)


def test_words_are_not_looked_for_in_other_languages_but_copies_are() -> None:
    heading = "\n\n# Alles\n\n## Tee\n\nGut.\n\n## Tee\n\nSchön.\n\n"
    slip = "Zwei an an einem Tisch.\n"
    assert [report.check for report in lint(GERMAN + heading + slip)] == ["duplicate-heading"]
    assert [report.check for report in lint(ENGLISH + heading + slip)] == [
        "duplicate-heading",
        "repeated-word",
    ]
