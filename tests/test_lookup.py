"""Words are looked up in the text as it is written; none that readers see may be missed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kettext.article.document import Document
from kettext.formats.markdown import parse
from kettext.text.prose import PART, fold, parts_of_words
from kettext.text.source import source_of
from tests.test_positions import ATOMS, EXAMPLES

WORDS = (
    "tea",
    "Kettle",
    "é",
    "naïve",
    "don’t",
    "well-known",
    "x_y",
    "“so”",
    "1,000",
    "«ja»",
    "¿no?",
)
FEWEST_WORDS = 2000


def missed(document: Document) -> list[str]:
    """The words of prose that are not found in the block that holds them."""
    return [
        word
        for place, (block, _) in enumerate(document.leaves)
        for word in parts_of_words(document.prose(block).text)
        if place not in document.lookup.texts_with([word])
        or place not in document.lookup.texts_with_all([word], word)
    ]


def test_no_word_of_the_examples_is_missed() -> None:
    for text in EXAMPLES:
        assert not missed(parse(source_of(text))), text


def test_no_word_of_generated_texts_is_missed() -> None:
    seen = 0

    @settings(max_examples=1000, deadline=None, derandomize=True, database=None)
    @given(st.lists(st.sampled_from((*ATOMS, *WORDS)), min_size=2, max_size=25).map("".join))
    def look_up(text: str) -> None:
        nonlocal seen
        document = parse(source_of(text))
        assert not missed(document)
        seen += sum(len(PART.findall(document.prose(block).text)) for block, _ in document.leaves)

    look_up()
    assert seen > FEWEST_WORDS


def test_no_word_is_missed_that_a_tag_parts() -> None:
    for text in ("te<b>a</b>", "~~tea~~<b>cup</b>", "`a`<i>b</i>", "_tea_<br>cup", "x<!-- -->y"):
        assert not missed(parse(source_of(text))), text


def test_markup_need_not_be_read_to_find_words() -> None:
    document = parse(source_of("Tea is **good**.\n\n[Milk](/u) is <b>not</b>.\n\nA ke*tt*le.\n"))
    read = []
    leaf = document.leaf

    def counting(block: object) -> object:
        read.append(block)
        return leaf(block)  # type: ignore[arg-type]  # passed on as it is

    document.leaf = counting  # type: ignore[assignment,misc]  # to see what is read
    assert [match[0] for match in document.find("(?i)milk", words=["milk"])] == ["Milk"]
    assert len(read) == 2  # the one with the word, and the one whose markup could hide it
    assert [match[0] for match in document.find("kettle", words=["kettle"])] == ["kettle"]
    assert [match[0] for match in document.find("is", written="is")] == ["is", "is"]
    assert not list(document.find("sugar", words=["sugar"]))
    assert len(read) == 3


def test_folding_keeps_every_place() -> None:
    for text in ("İstanbul’s\r\n\tTea", "ẞ\u00a0‘ſ’"):
        assert len(fold(text)) == len(text)
