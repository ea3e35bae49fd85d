"""Contractions in full, and where nobody can tell what they stand for."""

import pytest

from kettext import fix, parse
from kettext.checks.tone.contraction import contraction
from kettext.linter.settings import Settings

FIXED = [
    ("I don't know.", "I do not know."),
    ("I don’t know.", "I do not know."),
    ("Don't drink it.", "Do not drink it."),
    ("Don't you dare.", "Don't you dare."),
    ("DON'T drink it.", "DO NOT drink it."),
    ("Cats can't swim.", "Cats cannot swim."),
    ("Can't is short.", "Cannot is short."),
    ("It won't boil.", "It will not boil."),
    ("We shan't go.", "We shall not go."),
    ("It doesn't boil.", "It does not boil."),
    ("It didn't boil.", "It did not boil."),
    ("The tea isn't hot.", "The tea is not hot."),
    ("The cups aren't hot.", "The cups are not hot."),
    ("It wasn't hot, and they weren't.", "It was not hot, and they were not."),
    ("If it weren't for tea, we would sleep.", "If it were not for tea, we would sleep."),
    ("It hasn't boiled.", "It has not boiled."),
    ("They haven't met.", "They have not met."),
    ("They hadn't met.", "They had not met."),
    ("It wouldn't, couldn't, shouldn't.", "It would not, could not, should not."),
    ("You mustn't and needn't.", "You must not and need not."),
    ("Which of them doesn't count is open.", "Which of them does not count is open."),
    ("I'm here.", "I am here."),
    ("Here, I’m sure, tea is hot.", "Here, I am sure, tea is hot."),
    ("We're late and you're early.", "We are late and you are early."),
    ("They're late.", "They are late."),
    ("THEY'RE late.", "THEY ARE late."),
    ("We've met, and I've gone.", "We have met, and I have gone."),
    ("You could've told us.", "You could have told us."),
    ("Those who've met are few.", "Those who have met are few."),
    ("I'll go, and she'll stay.", "I will go, and she will stay."),
    ("That'll do.", "That will do."),
    ("Let's pour it.", "Let us pour it."),
    ("Now let’s not pour it.", "Now let us not pour it."),
    ("It's a tea.", "It is a tea."),
    ("It’s the tea, so it's not a coffee.", "It is the tea, so it is not a coffee."),
    ("It's raining.", "It is raining."),
    ("It's important to stir.", "It is important to stir."),
    ("It's also very hot.", "It is also very hot."),
    ("It's about time.", "It is about time."),
    ("It's because of the tea.", "It is because of the tea."),
    ("She's a doctor, and he's in town.", "She is a doctor, and he is in town."),
    ("That's the point.", "That is the point."),
    ("That's why it boils.", "That is why it boils."),
    ("And that's it.", "And that is it."),
    ("There's a cup.", "There is a cup."),
    ("There's no tea.", "There is no tea."),
    ("Here's how it works.", "Here is how it works."),
    ("What's the time?", "What is the time?"),
    ("Who's the man in the hall?", "Who is the man in the hall?"),
    ("I'd like a cup.", "I would like a cup."),
    ("We'd rather go.", "We would rather go."),
    ("You'd better go.", "You had better go."),
    ("It'd be good.", "It would be good."),
    ("They'd been there.", "They had been there."),
    ("Is that what you're saying?", "Is that what you are saying?"),
    ("* It's a tea.", "* It is a tea."),
    ("You **don't** know.", "You **do not** know."),
]
KEPT = [
    "Don't you think so?",
    "Why don't we go?",
    "Why don’t cats swim?",
    "Isn't the tea hot?",
    "It is hot, isn't it?",
    "Isn't that nice!",
    "Hadn't they met, nobody would know.",
    "Nor don't they.",
    "It's been hot.",
    "It's got a lid.",
    "It's not been hot.",
    "It's had its day.",
    "It's changed.",
    "It's become late.",
    "It's never been hot.",
    "It's color is red.",
    "It's important features are known.",
    "It's more than doubled.",
    "She's gone, and he's finished.",
    "That's happened before.",
    "There's been tea.",
    "There's a lot of cups.",
    "There's lots of tea.",
    "Here's two cups.",
    "What's happened?",
    "Who's got the tea?",
    "How's it going?",
    "I'd known her.",
    "They'd set the table.",
    "How'd they do it?",
    "Where'd he go?",
    "“It's a tea,” he said.",
    "> It's a tea.",
    "He saw *Don't Look Up* twice.",
    "He saw Don't Look Up twice.",
    "## It's a Tea",
    "The word *don't* is short.",
    "It **is**n't hot.",
    "Type `don't` here.",
    "The cat's bowl is Ann's, and O'Brien's tea is at five o'clock.",
    "The '90s, rock 'n' roll and the dos and don'ts.",
    "John's going, y'all, and ain't that so, ma'am.",
    "He wouldn't've gone.",
]


def spelled_out(text: str) -> str:
    settings = Settings(select=("contraction",))
    return fix(f"{text}\n", unsafe=True, settings=settings).text.rstrip("\n")


@pytest.mark.parametrize(("text", "full"), FIXED)
def test_a_contraction_is_spelled_out(text: str, full: str) -> None:
    assert spelled_out(text) == full


@pytest.mark.parametrize("text", KEPT)
def test_nothing_is_spelled_out_where_it_is_not_sure(text: str) -> None:
    assert spelled_out(text) == text


@pytest.mark.parametrize("text", ["It's been hot.", "Why don't we?", "## It's a Tea", "I'd known."])
def test_a_contraction_is_found_where_it_can_not_be_spelled_out(text: str) -> None:
    (finding,) = contraction.findings(parse(text))
    assert finding.fix is None
