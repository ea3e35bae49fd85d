"""Leaves that are read without mistune hold just what they would hold with it."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kettext.article.document import Document
from kettext.article.nodes import Inline, Leaf, Node, walk_inlines
from kettext.formats import leaves
from kettext.formats.markdown import parse
from kettext.formats.simple import read_simple
from kettext.formats.walk import LeafText
from kettext.text.source import source_of
from tests.test_positions import EXAMPLES

ATOMS = (
    *("a", "b c", "x1", "é", "😀", "1", " ", "  ", "\n", " \n", "  \n", "> ", "\t", "\u00a0"),
    *("*", "**", "_", "__", "`", "``", "[", "]", "](u)", "](http://a.b/c_d)", "(", ")", "~", "~~"),
    *(".", "!", "<", "< ", "&", "&amp;", "“", "”", "-", "'", '"', "\\", "/", ":", "#", "^"),
    *("[a](u)", "*b*", "**b**", "`c`", "_d_", "*a", "a*", "**a", "a**", "_a", "a_", "[a", "x_y"),
)
TEXTS = st.lists(st.sampled_from(ATOMS), min_size=2, max_size=9).map("".join)
FEWEST_SIMPLE = 250


def held(document: Document) -> list[object]:
    """Everything that the leaves of a document hold."""
    return [
        (leaf.exact, leaf.prose, [described(inline) for inline in walk_inlines(leaf.inlines)])
        for leaf in (document.leaf_of(block) for block, _ in document.leaves)
    ]


def described(inline: Inline) -> tuple[object, ...]:
    values = [getattr(inline, name) for name in type(inline).__slots__]
    children = [len(value) for value in values if isinstance(value, tuple)]
    own = [value for value in values if not isinstance(value, tuple | Node)]
    return (type(inline), inline.span, *own, *children)


def both(text: str) -> tuple[list[object], list[object], int]:
    """What a text holds as it is read, and with mistune alone; how many leaves were simple."""
    simple = 0

    def counting(leaf: LeafText) -> Leaf | None:
        nonlocal simple
        found = read_simple(leaf)
        simple += found is not None
        return found

    with patch.object(leaves, "read_simple", counting):
        read = held(parse(source_of(text)))
    with patch.object(leaves, "read_simple", lambda _: None):
        return read, held(parse(source_of(text))), simple


def test_the_examples_of_the_specifications_hold_the_same() -> None:
    simple = 0
    for text in EXAMPLES:
        read, expected, count = both(text)
        assert read == expected, text
        simple += count
    assert simple > len(EXAMPLES) / 3


def test_generated_texts_hold_the_same() -> None:
    simple = 0

    @settings(max_examples=2000, deadline=None, derandomize=True, database=None)
    @given(TEXTS)
    def compare(text: str) -> None:
        nonlocal simple
        read, expected, count = both(text)
        assert read == expected
        simple += count

    compare()
    assert simple > FEWEST_SIMPLE


@pytest.mark.parametrize(
    "text",
    [
        *("a *b", "a* b*", "a _b_c", "**a*", "*a **b** c*", "[a]", "[a](<u>)", "![a](u)", "a\\*"),
        *("<b>a</b>", "http://a.b", "a &amp; b", "`a", "``a``", "[^1]", "[[a](u)](v)", "a~~b~~"),
        *("*`*`*", "[`]`](u)", "a**“b”**c"),
    ],
)
def test_what_leaves_doubt_is_left_to_mistune(text: str) -> None:
    assert both(text)[2] == 0


@pytest.mark.parametrize(
    "text",
    [
        *("a", "a\nb", "a  \nb", "> a\n> b", "- a\n  b", "*a* b", "a*b*c", "**a [b](u) `c`**"),
        *("[a *b*](http://a.b/c_d)", "`a*b`", "a_b_c", "_a_.", "5 * 3", "a < b", "a~b", "“*a*”b"),
    ],
)
def test_what_leaves_no_doubt_is_read_at_once(text: str) -> None:
    read, expected, simple = both(text)
    assert simple == 1
    assert read == expected
