"""Markdown: what is made of it, and how its prose leads back to the source."""

from collections.abc import Iterable

import pytest

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Definition,
    Footnote,
    FrontMatter,
    Heading,
    Html,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
)
from kettext.formats.markdown import parse
from kettext.text.prose import OBJECT
from kettext.text.source import source_of


def document_of(text: str) -> Document:
    return parse(source_of(text))


def kinds(blocks: Iterable[Block]) -> list[type[Block]]:
    return [type(block) for block in blocks]


def slices(document: Document, nodes: Iterable[Block | Inline]) -> list[str]:
    return [document.source.slice(node.span) for node in nodes]


def prose_of(document: Document) -> list[str]:
    return [document.prose(leaf).text for leaf, _ in document.leaves]


def found(text: str, pattern: str) -> list[str]:
    """What a pattern covers in the source when it is searched for in the prose."""
    document = document_of(text)
    return [document.source.slice(match.span()) for match in document.find(pattern)]


def test_prose_leads_through_emphasis_to_the_source() -> None:
    text = "Studies **have\nshown** it, *as _ever_* and ~~never~~ before.\n"
    assert prose_of(document_of(text)) == ["Studies have shown it, as ever and never before."]
    assert found(text, "Studies have shown it") == ["Studies **have\nshown** it"]
    assert found(text, "have shown") == ["have\nshown"]
    assert found(text, "ever|never") == ["ever", "never"]


def test_prose_has_no_backslashes_of_escapes() -> None:
    text = r"a\_b \*c\* d\e"
    assert prose_of(document_of(text)) == [r"a_b *c* d\e"]
    assert found(text, r"a_b|\*c\*|d\\e") == [r"a\_b", r"*c\*", r"d\e"]


def test_prose_has_entities_decoded() -> None:
    text = r"R&amp;D, A&B, &#8217;, &nosuch; and \&amp;"
    assert prose_of(document_of(text)) == ["R&D, A&B, ’, &nosuch; and &amp;"]
    assert found(text, "R&D|’|&amp;") == ["R&amp;D", "&#8217;", "&amp;"]


def test_prose_has_one_sign_for_what_is_no_prose() -> None:
    text = "See `a  b`, ![alt *x*](u), http://a.b/c and <x@y.z>.\n"
    assert prose_of(document_of(text)) == [f"See {OBJECT}, {OBJECT}, {OBJECT} and {OBJECT}."]
    assert found(text, OBJECT) == ["`a  b`", "![alt *x*](u)", "http://a.b/c", "<x@y.z>"]


def test_prose_keeps_the_text_of_links_and_leaves_out_notes_and_tags() -> None:
    text = "[The *docs*](http://a.b 't')[^1] say H<sub>2</sub>O.<br>\nSo.\n\n[^1]: Note.\n"
    assert prose_of(document_of(text)) == ["The docs say H2O. So.", "Note."]
    assert found(text, "The docs say") == ["The *docs*](http://a.b 't')[^1] say"]
    assert found(text, "H2O|2O. So") == ["H<sub>2</sub>O"]
    assert found(text, "2O. So") == ["2</sub>O.<br>\nSo"]


def test_break_in_a_quote_covers_the_mark_of_the_next_line() -> None:
    text = "> one  \r\n>two\\\r\n  > three\r\n"
    document = document_of(text)
    assert prose_of(document) == ["one two three"]
    assert found(text, r"\s") == ["  \r\n>", "\\\r\n  > "]
    assert slices(document, document.blocks) == ["> one  \r\n>two\\\r\n  > three"]


def test_blank_for_a_newline_is_no_copy_of_it() -> None:
    document = document_of("one\ntwo\n")
    [(leaf, _)] = document.leaves
    pieces = document.prose(leaf).pieces
    assert [(piece.length, piece.is_verbatim()) for piece in pieces] == [
        (3, True),
        (1, False),
        (3, True),
    ]


def test_links_and_images_know_their_targets() -> None:
    document = document_of(
        "[a](/x\\_y '!') [b][R] ![c *d*](/i.png) http://a.b <x@y.z>\n\n[r]: </u v>\n"
    )
    inlines = [inline for leaf, _ in document.leaves for inline in document.inlines(leaf)]
    links = [inline for inline in inlines if isinstance(inline, Link)]
    images = [inline for inline in inlines if isinstance(inline, Image)]
    assert [link.target for link in links] == ["/x_y", "/u%20v", "http://a.b", "mailto:x@y.z"]
    assert [link.bare for link in links] == [False, False, True, True]
    assert [image.target for image in images] == ["/i.png"]
    assert [document.source.slice(image.alt) for image in images] == ["c *d*"]


def test_headings_know_their_level_their_text_and_all_of_their_lines() -> None:
    text = "Two *lines*\nof text\n===\n\n  ## 4.2 The `fix` [b] & more ##\n\n# \n\n[b]: /u\n"
    document = document_of(text)
    assert [(heading.level, heading.text) for heading in document.headings] == [
        (1, "Two lines of text"),
        (2, "4.2 The fix b & more"),
        (1, ""),
    ]
    assert slices(document, document.headings) == [
        "Two *lines*\nof text\n===",
        "## 4.2 The `fix` [b] & more ##",
        "#",
    ]
    assert document.headings[1].number == "4.2"


@pytest.mark.parametrize(("gap", "tight"), [("\n", True), ("\n\n", False)])
def test_items_hold_paragraphs_whether_tight_or_loose(gap: str, tight: bool) -> None:
    document = document_of(f"1. one{gap}2. two\n   more\n\n\nend\n")
    numbered, paragraph = document.blocks
    assert isinstance(numbered, List)
    assert (numbered.ordered, numbered.tight) == (True, tight)
    assert slices(document, numbered.children) == ["1. one", "2. two\n   more"]
    assert [kinds(item.children) for item in numbered.children] == [[Paragraph], [Paragraph]]
    assert prose_of(document) == ["one", "two more", "end"]
    assert slices(document, [paragraph]) == ["end"]


def test_tasks_know_whether_they_are_done_and_the_box_is_no_prose() -> None:
    document = document_of("- [ ] to *do*\n- [x]\n\n  done\n- [link] no\n- [ ]\n")
    items = [block for block, _ in document.tree if isinstance(block, ListItem)]
    assert [item.checked for item in items] == [False, True, None, False]
    assert prose_of(document) == ["to do", "done", "[link] no"]
    assert slices(document, (leaf for leaf, _ in document.leaves)) == [
        "to *do*",
        "done",
        "[link] no",
    ]


@pytest.mark.parametrize("mark", ["", "> ", "   ", "- \t"])
@pytest.mark.parametrize(
    "rows", ["| a \\| b | `c` |\n|---|---|\n|   | [d](u) |", "a \\| b | `c`\n--|--\n | [d](u)"]
)
def test_cells_are_where_their_text_is(rows: str, mark: str) -> None:
    indentation = "\t" if mark.startswith("-") else mark
    document = document_of(mark + rows.replace("\n", "\n" + indentation))
    [table] = [block for block, _ in document.tree if isinstance(block, Table)]
    assert [slices(document, row) for row in table.rows] == [["a \\| b", "`c`"], ["", "[d](u)"]]
    assert prose_of(document) == ["a | b", OBJECT, "", "d"]


def test_footnotes_and_definitions_stand_where_they_are_defined() -> None:
    text = "One[^N].\n[^n]: Note.\n\n    - deep\n\n[a]: /x\nTwo [a].\n[^n]: Again.\n\n[A]: /y\n"
    document = document_of(text)
    assert kinds(document.blocks) == [
        Paragraph,
        Footnote,
        Definition,
        Paragraph,
        Footnote,
        Definition,
    ]
    footnotes = [block for block in document.blocks if isinstance(block, Footnote)]
    definitions = [block for block in document.blocks if isinstance(block, Definition)]
    assert [footnote.label for footnote in footnotes] == ["n", "n"]
    assert [kinds(footnote.children) for footnote in footnotes] == [[Paragraph, List], [Paragraph]]
    assert slices(document, footnotes) == ["[^n]: Note.\n\n    - deep", "[^n]: Again."]
    assert [(each.label, each.target) for each in definitions] == [("a", "/x"), ("A", "/y")]
    assert prose_of(document) == ["One.", "Note.", "deep", "Two a.", "Again."]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: A\ntags:\n  - b\n---",
        "--- \r\n# comment\r\nexternal file: x\r\n... ",
        '+++\ntitle = "A"\n+++',
    ],
)
def test_front_matter_is_cut_off(front: str) -> None:
    document = document_of(front + "\n# Title\n")
    assert kinds(document.blocks) == [FrontMatter, Heading]
    assert slices(document, document.blocks) == [front.rstrip(), "# Title"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nFoo\n---\n", [ThematicBreak, Heading]),
        ("---\n\nSome: what? No. A sentence with words: more.\n", [ThematicBreak, Paragraph]),
        ("---\nkey: value\n", [ThematicBreak, Paragraph]),
        ("\n---\nkey: value\n---\n", [ThematicBreak, Heading]),
        ("+++\nkey\n", [Paragraph]),
    ],
)
def test_dashes_alone_are_no_front_matter(text: str, expected: list[type[Block]]) -> None:
    assert kinds(document_of(text).blocks) == expected


def test_code_of_nothing_but_blanks_is_no_block() -> None:
    assert kinds(document_of("<div>\n\n \t \nx\n").blocks) == [Html, Paragraph]


def test_quotes_and_lists_in_a_row_keep_their_order() -> None:
    document = document_of("p\n> a\n- b\n> c\n2. d\n# e\n")
    assert kinds(document.blocks) == [Paragraph, Quote, List, Quote, List, Heading]
    assert prose_of(document) == ["p", "a", "b", "c", "d", "e"]
    assert not document.suspect


def test_hundreds_of_quotes_and_lists_in_a_row_are_read() -> None:
    document = document_of("> a\n- b\n" * 2000)
    assert kinds(document.blocks) == [Quote, List] * 2000


def test_document_with_blocks_out_of_order_is_suspect_and_the_block_not_exact() -> None:
    document = document_of("p\n> q\n</pre \n")
    assert document.suspect == "line 1 is read out of order"
    leaf = document.leaf_of(document.leaves[-1][0])
    assert not leaf.exact
    assert document.source.slice(leaf.prose.source_span(0, 1)) == "p\n> q\n</pre"


@pytest.mark.parametrize("text", ["*a **a " * 1000, "[a] " * 6000])
def test_block_with_too_many_marks_is_not_exact(text: str) -> None:
    document = document_of(text)
    [(block, _)] = document.leaves
    leaf = document.leaf_of(block)
    assert not leaf.exact
    assert not leaf.inlines
    assert leaf.prose.text == text.strip()
    assert leaf.prose.source_span(3, 4) == block.span
    assert not any(piece.is_verbatim() for piece in leaf.prose.pieces)
