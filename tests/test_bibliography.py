"""Lists of references, what points to them, and markers where a source is missing."""

import pytest

from kettext.api import lint, parse
from kettext.article.bibliography import References, is_in_bibliography, reference_lists
from kettext.article.document import Document
from kettext.article.markers import is_marked
from kettext.article.pointers import numbers_in, pointed_numbers

STORY = (
    "Tea is a drink that many people like, and it was found long ago in the hills of the south. "
    "It was dear in the north, and few drank it there. That has changed since the ships came.\n"
)
NUMBERED = ("1. Smith J. Tea. J Tea. 2019;12(3):45-50.", "2. https://example.org/tea")
BRACKETED = ("[1] Smith J. Tea. Press; 2019.", "[2] https://example.org/tea")
DATED = (
    "Smith, J. (2019). Tea and sleep. Press.",
    "van der Berg, A. B., & Lee, C. (2018). Leaves. Journal of Tea, 11(1), 1–9.",
    "Brown AB, Lee C. Leaves. J Tea. 2017;11:1-9.",
)


def only_list(document: Document) -> References:
    lists = reference_lists(document)
    assert len(lists) == 1
    return lists[0]


def article(heading: str, entries: tuple[str, ...], *, markdown: bool) -> Document:
    title = f"## {heading}" if markdown else heading
    gap = "\n\n" if markdown and not entries[0].startswith("1.") else "\n"
    text = f"{STORY}\n{STORY}\n{title}\n\n{gap.join(entries)}\n"
    return parse(text, format="markdown" if markdown else "text")


@pytest.mark.parametrize("markdown", [True, False], ids=["Markdown", "text"])
@pytest.mark.parametrize(
    "heading",
    ["References", "Sources", "Bibliography", "Works Cited", "7. References", "Notes", "Endnotes"],
)
@pytest.mark.parametrize("entries", [NUMBERED, BRACKETED, DATED])
def test_a_list_is_found_by_its_heading(
    entries: tuple[str, ...], heading: str, markdown: bool
) -> None:
    if heading == "Notes" and entries == NUMBERED:
        entries = (entries[0], "2. Lee A. Leaves. J Tea. 2018;11:1-9.")
    found = only_list(article(heading, entries, markdown=markdown))
    assert found.heading is not None
    assert len(found.entries) == len(entries)


@pytest.mark.parametrize("markdown", [True, False], ids=["Markdown", "text"])
@pytest.mark.parametrize("entries", [BRACKETED, DATED])
def test_a_list_is_found_by_its_shape_at_the_end(entries: tuple[str, ...], markdown: bool) -> None:
    gap = "\n\n" if markdown else "\n"
    text = f"{STORY}\n{STORY}\n{gap.join(entries)}\n"
    found = only_list(parse(text, format="markdown" if markdown else "text"))
    assert found.heading is None
    assert len(found.entries) == len(entries)


@pytest.mark.parametrize("heading", ["**References**", "References:", "*Sources*", "REFERENCES"])
def test_a_line_may_announce_a_list(heading: str) -> None:
    found = only_list(
        parse(f"{STORY}\n{heading}\n\n- <https://a.example>\n- [b](https://b.example)\n")
    )
    assert len(found.entries) == 2


@pytest.mark.parametrize(
    "text",
    [
        "## Sources\n\n- Meat\n- Beans\n- Nuts\n",  # of iron
        "## Notes\n\n- It rained.\n- It was 2019.\n- See [this](https://a.example).\n",
        "## References and borrowing\n\n- [one](https://a.example)\n- [two](https://b.example)\n",
        "## Further reading\n\n- [one](https://a.example)\n- [two](https://b.example)\n",
        "The tea came in 1657. The ships came in 1660.\n\nThe shops came in 1706.\n",
        "- [Sources](#sources)\n- [References](#references)\n",
    ],
)
def test_what_is_no_list_of_references(text: str) -> None:
    assert not reference_lists(parse(f"{STORY}\n{text}"))


def test_what_is_plain_of_an_entry_is_read_off() -> None:
    first, second, third = only_list(article("References", DATED, markdown=True)).entries
    assert (first.surname, first.year) == ("Smith", "2019")
    assert (second.surname, second.year) == ("Berg", "2018")
    assert (third.surname, third.year) == ("Brown", "2017")


def test_items_are_counted_as_a_reader_sees_them() -> None:
    text = f"{STORY}\n## References\n\n3. <https://a.example>\n3. <https://b.example>\n"
    assert only_list(parse(text)).numbers == {3, 4}
    text = f"{STORY}\n{STORY}\nReferences\n\n3. Smith J. Tea. 2019;1:2.\n5. Lee B. Tea. 2018;1:2.\n"
    assert only_list(parse(text, format="text")).numbers == {3, 5}


def test_lines_of_a_paragraph_are_entries_of_their_own() -> None:
    text = f"{STORY}\n## References\n\n[1] Smith J. Tea. 2019.\nPress.\n[Lee18] Lee A. Tea. 2018.\n"
    document = parse(text)
    first, second = only_list(document).entries
    assert document.source.slice(first.span) == "[1] Smith J. Tea. 2019.\nPress."
    assert (first.number, second.label) == (1, "Lee18")


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("[1]", {1}),
        ("[1,3-5]", {1, 3, 4, 5}),
        ("[1][2]", {1, 2}),
        ("[1, p. 7]", {1}),
        ("[[1]](#r1)", {1}),
        ("[2](#r2)", {2}),
        ("<sup>1</sup>", {1}),
        ("<sup>[1](#r1)</sup>", {1}),
        ("<sup>[2–4]</sup>", {2, 3, 4}),
        ("¹", {1}),
        ("¹²", {12}),
        ("\\[5\\]", {5}),
        ("`[6]`", set()),
        ("[2019]", set()),
    ],
)
def test_forms_of_pointers(written: str, numbers: set[int]) -> None:
    text = f"Tea is old.{written} And so on.\n\n## References\n\n1. <https://a.example>\n"
    assert pointed_numbers(parse(text)) == numbers


def test_ranges_are_counted_out_up_to_a_limit() -> None:
    assert numbers_in("1, 3–5; 9") == {1, 3, 4, 5, 9}
    assert numbers_in("5-3") == {3, 5}
    assert numbers_in("1-999") == {1, 999}


def test_a_reference_wants_no_source() -> None:
    claim = "Smith J. Studies show that tea helps. J Tea. 2019;12(3):45-50."
    for text in (f"{STORY}\n## References\n\n1. {claim}\n", f"{STORY}[^1]\n\n[^1]: {claim}\n"):
        document = parse(text)
        blocks = [block for block, _ in document.leaves if is_in_bibliography(document, block)]
        assert len(blocks) == 1
        assert "uncited-study" not in {one.check for one in lint(text)}
    assert "uncited-study" in {one.check for one in lint("Studies show that tea helps.\n")}


@pytest.mark.parametrize(
    "behind",
    [
        "[citation needed]",
        " [citation needed]",
        " (source?)",
        " {{citation needed|date=May 2019}}",
        "[^source-1]\n\n[^source-1]: Source needed.",
    ],
)
def test_a_marker_speaks_for_its_sentence(behind: str) -> None:
    text = f"Studies show that tea helps.{behind}\n"
    document = parse(text)
    block, _ = document.leaves[0]
    assert is_marked(document, document.sentence_at(block, 0))
    found = {one.check for one in lint(text)}
    assert "citation-marker" in found
    assert "uncited-study" not in found


def test_a_marker_belongs_to_the_sentence_before_it() -> None:
    document = parse("It is hot.[citation needed] Studies show that tea helps.\n")
    block, _ = document.leaves[0]
    first, second = document.sentences(block)
    assert is_marked(document, first)
    assert not is_marked(document, second)
