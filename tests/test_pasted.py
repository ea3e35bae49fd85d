"""Pasted text is read as the article that its author meant."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kettext.article.document import Document
from kettext.article.nodes import Block, Boilerplate, Heading, List, ListItem, Paragraph, walk
from kettext.formats import markdown
from kettext.formats.headless import as_pasted
from kettext.formats.lines import read_lines
from kettext.formats.pasted import is_article, parse
from kettext.formats.patterns import answered_questions
from kettext.formats.series import numbered_series
from kettext.text.source import source_of

TEXT = (
    "The kettle has stood on the stove for an hour, and nobody in the house has noticed that all of"
    " its water is gone by now. Someone should look after it before the metal starts to glow."
)
MORE = (
    "A second kettle stands in the cupboard, but it has a leak, and the shop that could mend it has"
    " closed for the winter. So the first one has to do, whatever state it may be in."
)


def article(*blocks: str, between: str = "\n\n") -> Document:
    return parse(source_of(between.join(blocks)))


def outline(document: Document) -> list[tuple[str, int]]:
    return [(heading.text, heading.level) for heading in document.headings]


def titles(document: Document) -> list[str]:
    return [heading.text for heading in document.headings]


def slices(document: Document) -> list[tuple[str, str]]:
    return [(type(block).__name__, document.source.slice(block.span)) for block in document.blocks]


def numbered(*names: str) -> list[str]:
    """Sections that count from 1, each with a sub-heading and text."""
    parts = []
    for number, name in enumerate(names, 1):
        parts += [f"{number}. {name}", f"More on {name}", TEXT, MORE]
    return parts


SECTIONS = numbered("Choosing a Kettle", "Filling the Kettle", "Boiling Water", "Cleaning It Well")
QUESTIONS = ("1. Is tap water safe?", TEXT, "2. How long does it take?", TEXT,
             "3. Who pours the tea?", TEXT)  # fmt: skip


def test_headings_stand_out_from_paragraphs() -> None:
    document = article("Kettles of the World", TEXT, "Copper Kettles", TEXT, MORE)
    assert slices(document) == [
        ("Heading", "Kettles of the World"),
        ("Paragraph", TEXT),
        ("Heading", "Copper Kettles"),
        ("Paragraph", TEXT),
        ("Paragraph", MORE),
    ]
    assert document.format == "text"
    assert document.inferred and not document.unsure
    assert document.syntax.heading(2, "Copper") is None


def test_headings_are_found_without_blank_lines() -> None:
    blocks = (
        "Kettles of the World",
        TEXT,
        MORE,
        "Copper Kettles",
        TEXT,
        MORE,
        "Iron Kettles",
        MORE,
    )
    assert titles(article(*blocks, between="\n")) == [blocks[0], blocks[3], blocks[6]]


def test_what_is_inferred_says_how_sure_it_is() -> None:
    document = article(*SECTIONS)
    for block, _ in walk(document.blocks):
        if isinstance(block, Heading | Paragraph | List):
            assert block.inferred
            assert 0 < block.confidence <= 1
    sections = [heading for heading in document.headings if heading.number]
    assert len(sections) == 4
    assert all(heading.confidence >= 0.95 for heading in sections)


def test_numbers_carry_the_levels() -> None:
    document = article(*SECTIONS)
    assert [level for _, level in outline(document)] == [2, 3] * 4
    assert all(heading.level_certain for heading in document.headings)


def test_dotted_numbers_stand_below_whole_ones() -> None:
    blocks = ["1. Water", TEXT, "1.1 Hard Water", TEXT, "1.2 Soft Water", TEXT, "2. Tea",
              "2.1 Green",
              TEXT, "2.1.1 Of Spring", TEXT, "3. Milk", TEXT]  # fmt: skip
    assert [level for _, level in outline(article(*blocks))] == [2, 3, 3, 2, 3, 4, 2]


def test_a_series_needs_three_different_numbers() -> None:
    two = ("1. Warm the pot, then wait for a while until you hear it", TEXT, "2. Pour", TEXT)
    lines = read_lines(source_of("\n".join(("Tea", TEXT, *two))))
    assert not list(numbered_series(lines))


def test_a_repeated_member_of_a_series_is_a_heading_again() -> None:
    blocks = [*SECTIONS[:8], "2. Filling the Kettle", MORE, *SECTIONS[8:]]
    assert titles(article(*blocks)).count("2. Filling the Kettle") == 2


def test_numbered_steps_inside_of_a_section_are_a_list() -> None:
    steps = ("1. Open the lid", "2. Pour the water in", "3. Close the lid")
    document = article(*SECTIONS[:8], "\n".join(steps), MORE, *SECTIONS[8:])
    assert not set(steps) & set(titles(document))
    assert [heading.number for heading in document.headings if heading.number] == list("1234")
    steps_list = next(block for block in document.blocks if isinstance(block, List))
    assert steps_list.ordered and steps_list.tight and len(steps_list.children) == 3


def test_a_list_of_contents_has_no_headings() -> None:
    contents = "\n".join(block for block in SECTIONS if block[0].isdigit())
    document = article("How to Use a Kettle", TEXT, contents, *SECTIONS)
    assert titles(document).count("1. Choosing a Kettle") == 1


def test_questions_that_count_from_one_again_stand_below_a_section() -> None:
    document = article(*SECTIONS, *QUESTIONS)
    assert outline(document)[-3:] == [(QUESTIONS[0], 3), (QUESTIONS[2], 3), (QUESTIONS[4], 3)]
    titled = article(*SECTIONS, "Frequently Asked Questions", *QUESTIONS)
    assert [level for _, level in outline(titled)[-4:]] == [2, 3, 3, 3]


def test_what_follows_the_last_of_several_plain_numbers_is_not_below_it_for_certain() -> None:
    tips = [part for number in range(1, 6) for part in (f"{number}. Tip of the Day", TEXT)]
    last = article("Five Tips", TEXT, *tips, "Final Thoughts", MORE).headings[-1]
    assert (last.text, last.level, last.level_certain) == ("Final Thoughts", 2, False)


def test_a_line_that_says_the_same_as_a_heading_is_one() -> None:
    question = "Which of the many kettles that you can buy today is worth all of its money?"
    document = article("Kettles", TEXT, question, TEXT, *QUESTIONS[:2], question, TEXT)
    assert titles(document).count(question) in (0, 2)
    twice = article(*SECTIONS, "Cleaning It Well", "Cleaning It Well", TEXT, MORE)
    assert titles(twice)[-2:] == ["Cleaning It Well"] * 2
    assert outline(twice)[-1][1] == outline(twice)[-2][1]


def test_lines_that_open_alike_are_headings() -> None:
    myths = [f"Myth {n}: Tea is made of {what} in the end" for n, what in enumerate("abc", 1)]
    document = article(*(part for myth in myths for part in (myth, TEXT, MORE)))
    assert titles(document) == myths
    rockets = [
        f"🚀 Launch of the {name} kettle with partners from all of industry" for name in "abc"
    ]
    assert titles(article(*(part for line in rockets for part in (line, TEXT)))) == rockets


def test_questions_that_are_all_answered_are_headings() -> None:
    asked = [f"And what do you think of kettle {n}, which many people like?" for n in range(5)]
    assert titles(article(*(part for line in asked for part in (line, TEXT)))) == asked


def test_what_speakers_ask_each_other_is_no_heading_for_that() -> None:
    talk = [f"{who}: Well, what do you say to that?" for who in ("Ann", "Ben") for _ in "abc"]
    lines = read_lines(source_of("\n".join(part for line in talk for part in (line, TEXT))))
    assert not list(answered_questions(lines))


def test_the_first_line_is_the_title() -> None:
    document = article("Kettles of the World", TEXT, "Copper Kettles", TEXT, MORE)
    first, second = document.headings
    assert (first.level, first.level_certain) == (1, True)
    assert (second.level, second.level_certain) == (2, False)
    behind_menu = article("Skip to content", "Kettles of the World", TEXT, "Copper Kettles", TEXT)
    assert outline(behind_menu)[0] == ("Kettles of the World", 1)


def test_a_heading_right_below_another_is_its_part() -> None:
    below = ("Kinds of It", "From Japan", TEXT, "From India", TEXT, "Summary", MORE)
    document = article("On Tea", TEXT, *below)
    assert [level for _, level in outline(document)] == [1, 2, 3, 3, 2]
    assert not any(heading.level_certain for heading in document.headings[1:])


def test_a_heading_that_is_said_twice_in_a_row_has_no_part() -> None:
    document = article("On Tea", TEXT, "Kinds of It", "Kinds of It", TEXT, "From India", MORE)
    assert [level for _, level in outline(document)] == [1, 2, 2, 2]


def test_chrome_is_never_a_heading() -> None:
    tail = ("Leave a Comment", "Your email address will not be published.", "Shopping Cart")
    document = article(*SECTIONS, *tail)
    assert [block.kind for block in document.blocks if isinstance(block, Boilerplate)] == [
        "comment-form", "comment-form", "shop-element"]  # fmt: skip
    assert titles(document) == titles(article(*SECTIONS))


def test_after_the_article_nothing_is_content() -> None:
    document = article(*SECTIONS, "Related Posts", "How to Choose a Teapot", "Ten Cups to Love")
    kinds = [block.kind for block in document.blocks if isinstance(block, Boilerplate)]
    assert kinds == ["related", "", ""]


def test_chrome_between_paragraphs_does_not_end_the_article() -> None:
    document = article("On Tea", TEXT, "Share this article", "Green Tea", TEXT, MORE)
    assert "Green Tea" in titles(document)
    assert slices(document)[2] == ("Boilerplate", "Share this article")


def test_taking_chrome_away_changes_nothing_in_the_rest() -> None:
    chrome = ("Skip to content", "Share this article", "Leave a Comment", "Website")
    blocks = ("On Tea", TEXT, "Green Tea", "From the Hills", TEXT, "In a cup", "In a pot", MORE)
    mixed = article(chrome[0], *blocks[:3], chrome[1], *blocks[3:], *chrome[2:])
    clean = article(*blocks)
    assert outline(mixed) == outline(clean)
    assert [one for one in slices(mixed) if one[0] != "Boilerplate"] == slices(clean)


def test_questions_after_chrome_are_content() -> None:
    document = article(*SECTIONS, "Share this article", *QUESTIONS[:-1], "Anyone.")
    assert QUESTIONS[4] in titles(document)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "line",
    [
        "• Green tea from Japan", "- Green tea from Japan", "* Green tea", "b) From Japan",
        "Figure 3: A kettle on the stove", "Photo: Ann Archer", "Image credit: Ann Archer",
        "Source: Ministry of Tea", "By Ann Archer", "Ann Archer, Senior Editor", "March 3, 2021",
        "Updated 3 March 2021", "Posted by Ann on March 3, 2021", "555-123-4567", "Tel: 555 1234",
        "12 Main Street, Springfield, IL 62701", "ann@example.org", "https://example.org/tea",
        "Name | Price | Stock", "Name\tPrice\tStock", "boil(water);", "$ make tea", "Tags: tea",
        "“Tea is the answer to everything.”", "What you need for it:\n• a kettle\n• some water",
        "5 min read", "Advertisement",
        "Copyright 2021 Tea House", "Leave a Comment", "Shopping Cart", "Related Posts",
        "Share this",
    ],
)  # fmt: skip
def test_never_a_heading(line: str, between: str) -> None:
    blocks = ("Kettles of the World", TEXT, "Copper Kettles", TEXT, MORE, line, TEXT, MORE)
    found = titles(article(*blocks, "Iron Kettles", TEXT, MORE, between=between))
    assert found == ["Kettles of the World", "Copper Kettles", "Iron Kettles"]


def test_bullets_make_a_list_whose_paragraphs_have_no_marker() -> None:
    document = article("On Tea", TEXT, "You need:", "• a kettle\n•  water\n• tea", MORE)
    found = next(block for block in document.blocks if isinstance(block, List))
    assert not found.ordered and found.tight
    assert [document.source.slice(item.span) for item in found.children] == [
        "• a kettle", "•  water", "• tea"]  # fmt: skip
    assert [item_text(document, item) for item in found.children] == ["a kettle", "water", "tea"]


def item_text(document: Document, item: ListItem) -> str:
    (paragraph,) = item.children
    assert isinstance(paragraph, Paragraph)
    return document.prose(paragraph).text


def test_short_lines_in_a_row_are_a_list() -> None:
    lines = ("a copper kettle", "some fresh water", "a spoon of tea", "a cup of milk")
    document = article("On Tea", TEXT, *lines, MORE, between="\n")
    assert [kind for kind, _ in slices(document)].count("List") == 1
    few = article("On Tea", TEXT, "a copper kettle\nsome fresh water", MORE)
    assert [kind for kind, _ in slices(few)].count("List") == 1


WRAPPED = """\
1. Choosing a Kettle

The kettle has stood on the stove for an hour, and nobody in the house has
noticed that all of its water is gone by now. Someone should look after it
before the metal starts to glow.

Copper and Iron

A second kettle stands in the cupboard, but it has a leak, and the shop that
could mend it has closed for the winter. So the first one has to do, whatever
state it may be in.

2. Filling the Kettle With Water From the Well That Lies Behind the House of
the Miller

A second kettle stands in the cupboard, but it has a leak, and the shop that
could mend it has closed for the winter.

3. Boiling

The kettle has stood on the stove for an hour, and nobody in the house has
noticed that all of its water is gone by now.
"""


def test_wrapped_text_is_read_as_if_it_were_not() -> None:
    document = parse(source_of(WRAPPED))
    assert not document.unsure
    assert [heading.text for heading in document.headings] == [
        "1. Choosing a Kettle",
        "Copper and Iron",
        "2. Filling the Kettle With Water From the Well That Lies Behind the House of the Miller",
        "3. Boiling",
    ]
    assert [heading.level for heading in document.headings] == [2, 3, 2, 2]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_line_end_in_wrapped_text_is_a_blank_in_prose(newline: str) -> None:
    document = parse(source_of(WRAPPED.replace("\n", newline)))
    paragraph = next(block for block in document.blocks if isinstance(block, Paragraph))
    prose = document.prose(paragraph)
    assert "in the house has noticed that all" in prose.text
    assert prose.source_span(0, len(prose.text)) == paragraph.span
    start = prose.text.index("noticed")
    assert document.source.slice(prose.source_span(start, start + 7)) == "noticed"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_spans_are_exact_whatever_ends_the_lines(newline: str) -> None:
    blocks = [
        "  On Tea \t",
        TEXT + "  ",
        "• one",
        "•  two ",
        "Green Tea",
        f"\t{MORE}",
    ]
    document = parse(source_of(newline.join(blocks)))
    assert [text for _, text in slices(document) if text[0] != "•"] == [
        "On Tea", TEXT, "Green Tea", MORE]  # fmt: skip
    for block, _ in document.leaves:
        assert document.prose(block).text == document.source.slice(block.span)


def test_requirements_are_no_article() -> None:
    pins = "# what we need to run all of this on a machine that has nothing else on it\n" * 5
    assert not is_article(parse(source_of(pins + "click>=8.1\nmistune>=3.4\n")))
    assert not is_article(parse(source_of("")))
    assert is_article(article("On Tea", TEXT, MORE, TEXT))


def read(text: str) -> Document | None:
    return as_pasted(markdown.parse(source_of(text)))


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_flat_markdown_has_the_outline_of_the_same_text(between: str) -> None:
    blocks = (*SECTIONS, *QUESTIONS, "Leave a Comment")
    text = article(*blocks, between=between)
    document = read(between.join(blocks))
    assert document and document.format == "markdown" and document.inferred
    assert document.syntax.heading(2, "Tea") == "## Tea"
    assert outline(document) == outline(text)
    assert [heading.span for heading in document.headings] == [
        heading.span for heading in text.headings]  # fmt: skip
    assert isinstance(document.blocks[-1], Boilerplate)
    for block, _ in document.leaves:
        assert document.prose(block).text == document.source.slice(block.span)


def test_prose_of_a_heading_in_flat_markdown_has_no_markup() -> None:
    blocks = [*SECTIONS]
    blocks[0], blocks[1] = "1. Choosing a **Kettle**", "**More on [Choosing](https://example.org)**"
    document = read("\n\n".join(blocks))
    assert document
    first, second = document.headings[:2]
    assert document.prose(first).text == first.text == "1. Choosing a Kettle"
    assert document.source.slice(first.span) == "1. Choosing a **Kettle**"
    assert document.prose(second).text == second.text == "More on Choosing"
    start = first.text.index("Kettle")
    assert document.source.slice(document.prose(first).source_span(start, start + 6)) == "Kettle"


def test_code_in_a_heading_is_visible() -> None:
    blocks = [*SECTIONS]
    blocks[4] = "2. Filling `kettle` Again"
    document = read("\n\n".join(blocks))
    assert document and document.headings[2].text == "2. Filling kettle Again"


def test_what_markup_alone_can_make_stays() -> None:
    kept = "```\n1. Choosing\n```\n\n> 2. Filling\n\n| a | b |\n| - | - |\n\n<div>\n3.\n</div>"
    document = read("\n\n".join([*SECTIONS, kept, MORE]))
    assert document and outline(document) == outline(article(*SECTIONS, MORE))
    names = [type(block).__name__ for block in document.blocks]
    assert names[-5:] == ["Code", "Quote", "Table", "Html", "Paragraph"]


def test_a_list_that_holds_paragraphs_is_a_list() -> None:
    steps = "\n\n".join(f"{n}. Step of the Day\n\n   {TEXT}" for n in range(1, 5))
    assert read(steps) is None


def test_items_between_headings_stay_a_list() -> None:
    document = read("\n\n".join([*SECTIONS[:8], "1. Open it\n2. Close it", *SECTIONS[8:]]))
    assert document and outline(document) == outline(article(*SECTIONS))
    lists = [block for block in document.blocks if isinstance(block, List)]
    assert [len(block.children) for block in lists] == [2]


def test_a_body_without_headings_below_a_marked_title_is_pasted() -> None:
    document = read("# Tea\n\n" + "\n\n".join(SECTIONS))
    assert document and document.title == "Tea"
    assert [heading.inferred for heading in document.headings] == [False, *[True] * 8]
    assert outline(document)[1:] == outline(article(*SECTIONS))


def test_markdown_with_another_heading_or_without_any_structure_is_not_pasted() -> None:
    assert read("## Tea\n\n" + "\n\n".join(SECTIONS)) is None
    assert read(f"{MORE}\n\n# Tea\n\n" + "\n\n".join(SECTIONS)) is None
    assert read("# Tea\n\n## Kinds\n\n" + "\n\n".join(SECTIONS)) is None
    assert read(f"# Tea\n\n{TEXT}\n\n{MORE}\n\n- a\n- b\n\n{TEXT}") is None
    assert read(f"{TEXT}\n\n{MORE}\n\n- a\n- b\n\n{TEXT}") is None


def test_the_title_of_the_front_matter_is_the_title() -> None:
    document = read("---\ntitle: Tea\n---\nKettles\n\n" + "\n\n".join([MORE, *SECTIONS]))
    assert document and document.title == "Tea"
    assert 1 not in [level for _, level in outline(document)]


LINES = st.lists(
    st.one_of(
        st.sampled_from([*SECTIONS, *QUESTIONS, TEXT, MORE, "", "", "• item", "Leave a Comment",
                         "1.",
                         "Name", "2.1 Tea", "Step 1: go", "Myth: a", "🚀 x", "- a", "What is it:",
                         "![a](b)", "> q", "    code", "**bold**", "a\tb", "1. ", "\ufeff",
                         "\u2028",
                         "\x85"]),
        st.text(max_size=40),
    ),
    max_size=30,
)  # fmt: skip
NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


def text_of(lines: list[str], newline: str) -> str:
    return newline.join(lines).replace("\0", "").encode("utf-8", "ignore").decode()


def check_spans(document: Document, blocks: "tuple[Block, ...]") -> None:
    for block in blocks:
        text = document.source.slice(block.span)
        assert text and text == text.strip()
    for before, after in pairwise(blocks):
        assert before.span.end <= after.span.start


@given(LINES, NEWLINES)
def test_any_lines_give_spans_in_order(lines: list[str], newline: str) -> None:
    document = parse(source_of(text_of(lines, newline)))
    check_spans(document, document.blocks)
    for block, parent in document.tree:
        if isinstance(block, List):
            check_spans(document, block.children)
        assert parent is None or parent.span.contains(block.span)
    covered = sum(len(document.source.slice(block.span).split()) for block in document.blocks)
    assert covered == len(document.source.text.split())
    is_article(document)


@given(LINES, NEWLINES)
def test_any_markdown_gives_leaves_in_order(lines: list[str], newline: str) -> None:
    document = read(text_of(lines, newline))
    if document and not document.suspect:
        for before, after in pairwise(document.blocks):
            assert before.span.end <= after.span.start
        for leaf, _ in document.leaves:
            prose = document.prose(leaf)
            assert leaf.span.contains(prose.source_span(0, len(prose.text)))


GENERATORS: dict[str, Callable[[int], str]] = {
    "short lines": lambda size: "Green tea\n" * (size // 10),
    "one number": lambda size: "1. Tea\n" * (size // 7),
    "a count": lambda size: "".join(f"{n % 99}. Tea\n\n{TEXT}\n\n" for n in range(size // 190)),
    "dotted numbers": lambda size: "".join(f"{n % 90}.{n % 7} Tea\n" for n in range(size // 9)),
    "blanks": lambda size: "tea" + " " * size + "pot",
    "one word": lambda size: "x" * size,
    "signs at": lambda size: "a@" * (size // 2),
    "names": lambda size: "By A" + " A" * (size // 2),
    "bullets": lambda size: "• tea\n" * (size // 6),
    "chrome": lambda size: "Leave a comment\nName\n" * (size // 21),
    "questions": lambda size: f"Is it tea?\n\n{TEXT}\n\n" * (size // 195),
    "wrapped": lambda size: (
        "the kettle has stood on the stove for an hour and more\n" * (size // 55)
    ),
}


@pytest.mark.parametrize("name", GENERATORS)
def test_time_grows_with_the_text(name: str) -> None:
    ratios = []
    for _ in range(3):  # a busy machine may slow one of them down
        small, large = (least_time(GENERATORS[name](size * 1024)) for size in (4, 64))
        ratios.append(large / max(small, 0.05 / 2.5**4))
        if ratios[-1] <= 2.5**4:
            return
    assert not ratios


def least_time(text: str) -> float:
    source = source_of(text)
    times = []
    for _ in range(3):
        start = time.process_time()
        parse(source)
        times.append(time.process_time() - start)
    return min(times)
