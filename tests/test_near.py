"""Near copies: what is alike, what contradicts itself, and how long it takes to find them."""

import gc
import random
import time

import pytest

from kettext import formats
from kettext.article.document import Document
from kettext.kit.conflicts import conflicts
from kettext.kit.near import near_paragraphs, near_sentences
from kettext.text.similarity import NEAR, likeness
from kettext.text.source import source_of

DOSE = "Most grown patients should take {} of the medicine every morning, together with breakfast."
BETWEEN = "Nobody knows.\n\nNobody asks.\n\nNobody minds."


def article(text: str) -> Document:
    return formats.parse(source_of(text), "markdown")


def conflicting(text: str) -> list[tuple[str, str]]:
    return [(one.first, one.again) for one in conflicts(article(text))]


def test_a_text_is_wholly_like_itself_and_not_like_another_one() -> None:
    text = "The kettle boils and the cat sleeps."
    assert likeness(text, text.upper()) == 1
    assert likeness(text, "Nobody minds.") == 0
    assert likeness(text, "") == likeness("", "") == 0


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("The cat sleeps while the kettle boils.", "While the kettle boils the cat sleeps.", True),
        ("Green tea has many good friends here.", "Green tea has good friends here.", True),
        ("Green tea has many friends in the north.", "Black coffee is drunk in the south.", False),
    ],
)
def test_order_counts_for_little_and_longer_words_for_much(
    one: str, other: str, is_near: bool
) -> None:
    assert (likeness(one, other) >= NEAR) == is_near
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        (DOSE.format("5 mg"), DOSE.format("10 mg"), [("5 mg", "10 mg")]),
        (DOSE.format("5 mg"), DOSE.format("5 g"), [("5 mg", "5 g")]),
        (DOSE.format("5 mg"), DOSE.format("5 mg"), []),
        (DOSE.format("5 mg"), DOSE.format("10 mg").replace("morning", "evening"), []),
        (DOSE.format("5 mg"), DOSE.format("5 mg").replace("should", "should not"), [("", "not")]),
        (DOSE.format("Alpha"), DOSE.format("Beta"), [("Alpha", "Beta")]),
    ],
)
def test_copies_that_differ_in_one_fact_contradict_each_other(
    one: str, other: str, differing: list[tuple[str, str]]
) -> None:
    assert conflicting(f"{one}\n\n{BETWEEN}\n\n# Summary\n\n{other}\n") == differing


@pytest.mark.parametrize(
    "between",
    ["", BETWEEN + "\n\n## Adults\n\nNobody", "| a |\n| - |\n"],
)
def test_what_stands_side_by_side_or_under_sections_of_one_level_tells_of_two_things(
    between: str,
) -> None:
    one, other = DOSE.format("5 mg"), DOSE.format("10 mg")
    assert not conflicting(f"# Doses\n\n## Children\n\nYes.\n\n{one}\n\n{between}\n\n{other}\n")


def test_paragraphs_are_found_in_another_order_and_without_some_words() -> None:
    one = "Careful bakers weigh every ingredient before kneading. Tender crusts need steady warmth."
    other = "Tender crusts need warmth. Careful bakers weigh each ingredient before kneading."
    found = near_paragraphs(article(f"{one}\n\n{BETWEEN}\n\n{other}\n"))
    assert [(near.first.written, near.again.written) for near in found] == [(one, other)]


@pytest.mark.parametrize("words_in_a_paragraph", [12, 120, 4000])
@pytest.mark.parametrize("vocabulary", [12, 300, 20_000])
def test_near_copies_are_found_in_linear_time(words_in_a_paragraph: int, vocabulary: int) -> None:
    def seconds(length: int) -> float:
        draw = random.Random(length)
        words = [f"unusual{draw.randrange(vocabulary)}" for _ in range(length)]
        starts = range(0, length, words_in_a_paragraph)
        parts = [" ".join(words[start : start + words_in_a_paragraph]) for start in starts]
        document = article(".\n\n".join(parts))
        gc.disable()  # or it would look through all that other tests have left
        start = time.process_time()
        near_paragraphs(document)
        near_sentences(document)
        taken = time.process_time() - start
        gc.enable()
        return taken

    assert seconds(16_000) < 10 * seconds(4000) + 0.2


@pytest.mark.parametrize("length", [400, 1600])
def test_an_article_of_copies_takes_no_longer_for_each(length: int) -> None:
    line = "Careful bakers weigh every ingredient before kneading tender doughs with patience."
    document = article("\n\n".join([line] * length))
    start = time.process_time()
    assert not near_paragraphs(document)
    assert time.process_time() - start < 1
