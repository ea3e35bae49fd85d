"""How a sentence is made, and how informal that makes it sound."""

import re
from pathlib import Path

import pytest

from kettext.kit import informality, make_up
from kettext.kit.informality import feature_weights, most_as_written, points, weighed_most
from kettext.kit.make_up import cue_words, lists, name_of


def worth(sentence: str) -> float:
    return sum(points(sentence).values())


@pytest.mark.parametrize(
    "sentence",
    [
        "Pretty cool, huh?",
        "Yep, that's it!",
        "Let's dive in!",
        "You're gonna love it.",
        "Wow!",
        "If you’re thinking of it, ask one of the many professionals in your neighbourhood first!",
    ],
)
def test_chat_has_a_point_or_more(sentence: str) -> None:
    assert worth(sentence) >= 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Click Save.",
        "You can run the tests with tox.",
        "It's late.",
        "Why?",
        "Thank you!",
        "What is the distribution of these values over the whole population?",
        "The committee approved the proposal in 2019, and the ministry published it.",
        "the end of something!",
        "A label without an end",
        "It prints Hello, world! on the screen.",
        "Our rule “Wow, that's so cool!” was abolished.",
        "",
    ],
)
def test_what_informs_or_is_no_whole_sentence_has_less_than_a_point(sentence: str) -> None:
    assert worth(sentence) < 1


def test_what_weighed_most_is_named_once_and_quotes_a_word_once() -> None:
    names = weighed_most("I've got cool stuff, so cool!", 5)
    assert names[0] == "the colloquial “cool”"
    assert "the contraction “I've”" in names
    assert sum("“cool”" in name for name in names) == 1


def test_every_feature_has_a_name() -> None:
    listed = lists()
    sentence = "So what's kind of, hey, awesome?!"
    found = make_up.make_up(sentence)
    assert found
    assert all(name_of(feature, sentence) for feature in found)
    assert all(listed.names[feature] for own in listed.anywhere.values() for feature in own)


def test_every_weight_is_that_of_a_feature() -> None:
    listed = lists()
    known = {*make_up.SHAPES, *listed.names}
    assert feature_weights().keys() <= known


def test_lists_and_weights_are_in_order_and_hold_nothing_twice() -> None:
    folder = Path(make_up.__file__).parent
    sections = re.split(r"(?m)^\[.*\]$", (folder / "make_up.txt").read_text("utf-8"))[1:]
    for words in map(str.split, sections):
        assert words == sorted(set(words))
    lines = (folder / "informality.txt").read_text("utf-8").splitlines()[1:]
    numbers = [float(line.rsplit(maxsplit=1)[1]) for line in lines]
    assert numbers == sorted(numbers, reverse=True)


def test_every_list_of_cues_has_words_to_look_up() -> None:
    for feature in informality.LISTS:
        assert cue_words((feature,))
    assert {"gonna", "worry", "wow"} <= cue_words(informality.LISTS)


def test_markup_hides_no_informal_sentence() -> None:
    text = "It is **done**. [Pretty cool](https://site.example/a_b), huh? See `x!` there."
    assert most_as_written(text, ["huh"]) >= 1
    assert most_as_written(text, ["wow"]) == 0
