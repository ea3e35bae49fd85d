"""Folding, sentences, words, phrases: strings and offset maps."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kettext.text.phrases import Phrase, occurrences, phrase_index, read_phrases
from kettext.text.prose import (
    Piece,
    Prose,
    fold,
    normalised,
    parts_of_words,
    plain_prose,
    sentence_spans,
)
from kettext.text.source import Span


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_sentences_end_where_readers_end_them() -> None:
    assert sentences("Dr. Smith left. “Why? Because.” he said! Tea, e.g. green, is cheap…") == [
        "Dr. Smith left.",
        "“Why? Because.” he said!",
        "Tea, e.g. green, is cheap…",
    ]


def test_a_number_alone_is_no_sentence() -> None:
    assert sentences("1. Is tea safe? Yes. 2.") == ["1. Is tea safe?", "Yes. 2."]


@given(st.text(st.sampled_from("aB.?! \n“”1…😀"), max_size=200))
def test_sentences_hold_everything_but_blanks(text: str) -> None:
    spans = list(sentence_spans(text))
    inside = "".join(text[start:end] for start, end in spans)
    assert "".join(inside.split()) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_long_text_without_blanks_is_cut_somewhere() -> None:
    text = "“" * 20_000
    assert "".join(sentences(text)) == text


@given(st.text(max_size=50))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_makes_equal_what_readers_take_for_equal() -> None:
    assert fold("It’s\u00a0İZMIR") == "it's İzmir"
    assert normalised("“Tea – and cake”, it’s 5 o’clock!") == "tea and cake it's 5 o'clock"


def test_prose_leads_back_to_the_source() -> None:
    prose = Prose("Have shown & more", (
        Piece(0, 5, Span(10, 15)),
        Piece(5, 6, Span(17, 23)),
        Piece(11, 1, Span(25, 30)),
        Piece(12, 5, Span(30, 35)),
    ))  # fmt: skip
    assert prose.source_span(0, 10) == Span(10, 22)
    assert prose.source_span(11, 12) == Span(25, 30)
    assert prose.source_span(5, 5) == Span(17, 17)
    assert [piece.start for piece in prose.parts(Span(12, 18))] == [0, 5]
    assert plain_prose("Tea", 7).source_span(1, 3) == Span(8, 10)


def test_phrases_are_whole_words_and_the_longest_of_each_list_wins() -> None:
    index = phrase_index([
        ("one", (Phrase("add to", None), Phrase("add to cart", "buy"))),
        ("other", (Phrase("to cart", None), Phrase("trust me,", None))),
    ])  # fmt: skip
    text = "Add to cart, add to carts. Trust me, it’s so."
    found = [
        (start, end, owner, phrase.replacement)
        for start, end, owner, phrase in occurrences(
            text, index.possible(frozenset(parts_of_words(text)))
        )
    ]
    assert found == [
        (0, 11, "one", "buy"),
        (4, 11, "other", None),
        (13, 19, "one", None),
        (27, 36, "other", None),
    ]


def test_a_list_has_comments_and_replacements(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("# comment\nIt’s => it is\n\nplain\n", encoding="utf-8")
    assert read_phrases(path) == (Phrase("it's", "it is"), Phrase("plain", None))
