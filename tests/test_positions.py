"""Positions: what holds for the places of all nodes, on examples and on generated documents."""

import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kettext.article.document import Document
from kettext.formats.markdown import parse
from kettext.text.source import InputError, Source, source_of
from tests.laws import DISTURBANCES, Tally
from tests.trees import tree_of_document

DATA = Path(__file__).parent / "data" / "commonmark"
EXAMPLES: list[str] = [
    example["md"]
    for name in ("commonmark.json", "gfm.json")
    for example in json.loads((DATA / name).read_text(encoding="utf-8"))
]
EXAMPLE_FLOORS = {
    "documents": 1326,
    "blocks_nest": 2668,
    "nothing_is_left_out": 4615,
    "blocks_stand_alone": 1326,
    "marks_are_covered": 1679,
    "inlines_tile": 4861,
    "prose_leads_back": 3937,
    "leaves_are_exact": 1503,
    "tree_is_that_of_mistune": 5386,
}
ATOMS = (
    *("# ", "## ", "#", "> ", ">", "- ", "* ", "1. ", "3) ", "- [ ] ", "- [x] ", "[ ] "),
    *(" ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\r\n", "\r"),
    *("a", "word", "foo bar", ".", "2019. ", "key: v\n", "é", "😀", "\u00a0", "\u2028", "\v"),
    *("*", "**", "***", "_", "__", "~~", "`", "``", "\n```\n", "\n~~~\n", "---", "==="),
    *("\n---\n", "\n===\n", "[", "]", "(", ")", "![", "](u)", "](/u 't')", "][a]", "[a]"),
    *("\n[a]: /u\n", "\n[b]: <u v> 'x'\n", "[^1]", "\n[^1]: note\n", "\n[^2]: b\n\n    c\n"),
    "\n[^3]: \n\n    d\n",
    *("<", "<b>", "<br>", "\n<div>\n", "</div>", "</pre ", "<!-- c -->", "<x@y.z>"),
    *("http://x.y/z ", "https://e.g", "<http://a.b>", "&amp;", "&#35;", "&", "\\", "\\*"),
    *("|", "\\|", "\n| a | b |\n|---|---|\n| c | d |\n", "\na | b\n--|--\nc | d\n"),
)
TEXTS = st.lists(st.sampled_from(ATOMS), min_size=8, max_size=40).map("".join)
TEXT_FLOORS = {
    "documents": 600,
    "blocks_nest": 2000,
    "nothing_is_left_out": 3000,
    "blocks_stand_alone": 500,
    "marks_are_covered": 1200,
    "inlines_tile": 4000,
    "prose_leads_back": 4000,
    "leaves_are_exact": 1200,
    "tree_is_that_of_mistune": 4000,
}


def proses(document: Document) -> list[str]:
    return [document.prose(leaf).text for leaf, _ in document.leaves]


@pytest.mark.parametrize("disturbance", DISTURBANCES)
def test_laws_hold_on_the_examples_of_the_specifications(disturbance: str) -> None:
    tally = Tally()
    for text in EXAMPLES:
        tally.look_at(DISTURBANCES[disturbance](text))
    assert not tally.wrong
    assert not tally.seen["suspect documents"]
    assert not tally.below(EXAMPLE_FLOORS)


@pytest.mark.parametrize("disturbance", DISTURBANCES)
def test_laws_hold_on_generated_documents(disturbance: str) -> None:
    tally = Tally()

    @settings(max_examples=600, deadline=None, derandomize=True, database=None)
    @given(TEXTS)
    def look_at(text: str) -> None:
        tally.look_at(DISTURBANCES[disturbance](text))
        assert not tally.wrong

    look_at()
    assert not tally.below(TEXT_FLOORS)


@pytest.mark.parametrize("disturbance", ["CRLF everywhere", "CR and a byte-order mark"])
def test_line_ends_change_nothing_but_offsets(disturbance: str) -> None:
    for text in EXAMPLES:
        document, disturbed = parse(source_of(text)), parse(DISTURBANCES[disturbance](text))
        assert tree_of_document(disturbed) == tree_of_document(document)
        assert proses(disturbed) == proses(document)


def test_no_text_is_too_odd_to_be_read() -> None:
    seen = 0

    @settings(max_examples=300, deadline=None, derandomize=True, database=None)
    @given(st.one_of(st.text(), st.text(alphabet="\f\v\x1c\x85\u2028\u00a0\r\n\t >-*#|[]:^1a")))
    def read(text: str) -> None:
        nonlocal seen
        try:
            document = parse(source_of(text))
        except InputError:
            return
        seen += len([document.leaf_of(leaf) for leaf, _ in document.leaves])

    read()
    assert seen > 200


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "# a" + " " * size + "#b\n",
        lambda size: "a `b` " * size,
        lambda size: "| a " * size + "|\n" + "|---" * size + "|\n" + "| b " * size + "|\n",
        lambda size: "> a\n- b\n" * size,
        lambda size: "a  " * size + "\n" + " " * size,
        lambda size: "[^1]: a\n" * size,
        lambda size: "a\\_&amp;" * size,
    ],
)
def test_reading_four_times_as_much_takes_about_four_times_as_long(
    make: Callable[[int], str],
) -> None:
    def cost(size: int) -> float:
        source = source_of(make(size))
        return min(_seconds(source) for _ in range(3))

    assert cost(4000) < 12 * cost(1000) + 0.01


def _seconds(source: Source) -> float:
    start = process_time()
    document = parse(source)
    for leaf, _ in document.leaves:
        document.leaf_of(leaf)
    return process_time() - start
