"""The document: sections, sets that return, questions, chrome, sources, prose with its way back."""

import pytest

from kettext import parse
from kettext.article.chrome import chrome_kind, chrome_kinds, lexicon, may_be_chrome
from kettext.article.document import Syntax
from kettext.article.nodes import Heading
from kettext.article.questions import faq_group
from kettext.article.sections import repeated_siblings
from kettext.article.titles import title_key
from kettext.text.source import Span


def repeated(text: str) -> list[list[str]]:
    return [
        [section.heading.text for section in group]
        for group in repeated_siblings(parse(text).sections)
    ]


def headings(*lines: str) -> str:
    return "".join(f"{line}\n\nText.\n\n" for line in lines)


def test_sections_nest_by_level_and_end_where_the_next_one_begins() -> None:
    text = headings("# A", "## B", "### C", "## D")
    document = parse(text)
    assert [section.path for section in document.sections] == [
        ("A",),
        ("A", "B"),
        ("A", "B", "C"),
        ("A", "D"),
    ]
    ends = [section.span.end for section in document.sections]
    assert ends == [len(text), text.index("## D"), text.index("## D"), len(text)]
    inside = document.section_at(text.index("Text", text.index("### C")))
    assert inside is not None
    assert inside.heading.text == "C"
    assert document.section_at(len(text)) is document.sections[-1]


def test_siblings_repeat_whatever_their_number_case_and_punctuation() -> None:
    assert repeated(headings("## 1. Tea time", "## Cups", "## 2) TEA TIME!")) == [
        ["1. Tea time", "2) TEA TIME!"]
    ]
    assert repeated(headings("## A", "### Tea", "## B", "### Tea")) == []


def test_headings_that_return_as_a_set_are_a_template() -> None:
    products = ("## Pot A", "## Pros", "## Cons", "## Pot B", "## Pros", "## Cons")
    assert repeated(headings(*products)) == []


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("1. Tea", "1", "Tea"),
        ("4.2 Tea", "4.2", "Tea"),
        ("3) Tea", "3", "Tea"),
        ("7 kinds of tea", None, "7 kinds of tea"),
        ("2024: a year", None, "2024: a year"),
        ("Tea", None, "Tea"),
    ],
)
def test_a_heading_knows_its_number(text: str, number: str | None, title: str) -> None:
    heading = Heading(Span(0, len(text)), text, 2)
    assert (heading.number, heading.title) == (number, title)
    assert title_key(heading) == title.lower()


def numbered(*texts: str) -> list[Heading]:
    return [Heading(Span(at, at + 1), text, 2) for at, text in enumerate(texts)]


def test_questions_that_count_anew_at_the_end_are_a_group() -> None:
    sections = ["1. A", "2. B", "Below B", "3. C", "4. D"]
    questions = ["1. Is it?", "2. Was it?", "3. Will it be?"]
    found = faq_group(numbered(*sections, *questions))
    assert [heading.text for heading in found] == questions
    assert not faq_group(numbered(*sections, "Frequently Asked Questions", *questions))
    assert not faq_group(numbered(*sections, *questions[:2]))
    assert not faq_group(numbered(*sections[:2], *questions))


def test_chrome_is_a_whole_line_for_certain_or_beside_one() -> None:
    assert chrome_kind("LEAVE A COMMENT:") == "comment-form"
    assert chrome_kind("Leave a comment if you like tea") is None
    assert chrome_kind("Website") is None
    lines = ["Website", "Email *", "Post Comment", "Name", None, "Quantity", "Tea is ready."]
    assert chrome_kinds(lines) == [*["comment-form"] * 4, None, None, None]


def test_no_line_of_the_list_is_passed_over_however_it_is_marked_up() -> None:
    frames = ("{}", "**{}**", "# {}", "[{}](/u)", "[{}](/u) 2024", "<b>{}</b>", "“{}", "[](/u){}")
    passed = [
        frame.format(text)
        for text in (*lexicon().whole, *lexicon().openings)
        for frame in frames
        if not may_be_chrome(frame.format(text))
    ]
    assert not passed
    assert not may_be_chrome("Skipping school is no way to [content](/u), `Share` or not.")


def chrome(text: str, kind: str) -> list[str]:
    document = parse(text)
    return [
        document.source.slice(Span(run[0].span.start, run[-1].span.end))
        for run in document.chrome(kind)
    ]


def test_runs_of_chrome_are_found_in_markdown() -> None:
    text = "Tea.\n\nAdd to cart\n\nQuantity\n\nMore tea.\n\n## Shopping cart\n"
    assert chrome(text, "shop-element") == ["Add to cart\n\nQuantity", "## Shopping cart"]
    assert chrome("## Shopping cart\n\nHow carts work.\n", "shop-element") == []


def test_patterns_see_prose_and_give_places_in_the_source() -> None:
    document = parse("> Studies **have\n> shown** `have shown` that it’s so.\n")
    (match,) = document.find(r"Studies\s(?P<verb>have\sshown)")
    assert document.source.slice(match.span("verb")) == "have\n> shown"
    assert match["verb"] == "have shown"


def test_the_title_is_in_the_front_matter_or_the_first_heading() -> None:
    assert parse("---\ntitle: 'All about tea'\n---\n\n# Tea\n").title == "All about tea"
    assert parse('+++\ntitle = "All about tea"\n+++\n').title == "All about tea"
    assert parse("# Tea\n\n# Cups\n").title == "Tea"
    assert parse("## Tea\n").title == ""


def test_a_format_spells_what_it_can() -> None:
    markdown = parse("").syntax
    assert markdown.heading(3, "Tea") == "### Tea"
    assert markdown.comment("kettext") == "<!-- kettext -->"
    assert Syntax().heading(2, "Tea") is None
    assert Syntax().comment("kettext") is None


def test_list_items_and_headings_are_one_sentence_each() -> None:
    document = parse("# 1. Is it tea? Yes.\n\n- One. Two.\n\nOne. Two.\n")
    counts = [len(document.sentences(block)) for block, _ in document.leaves]
    assert counts == [1, 1, 2]
