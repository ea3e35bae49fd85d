"""Wrapped text, bold lines as headings, what is no article, and why a line is a heading."""

import textwrap
from collections.abc import Sequence

import pytest

from kettext.article.document import Document
from kettext.article.nodes import List, Paragraph
from kettext.fixer.convert import conversion
from kettext.formats import is_article, markdown
from kettext.formats import parse as parse_as
from kettext.formats.pasted import parse
from kettext.formats.reasons import reasons
from kettext.kit.finding import Edit
from kettext.text.source import source_of
from tests.test_pasted import MORE, SECTIONS, TEXT, article, outline, read, titles

SPEAKER = "Well, I have not yet had the time to look after the kettle, but I am going to do it now."


def wrapped(*blocks: str, width: int = 72, indent: str = "") -> str:
    return "\n\n".join(
        textwrap.fill(block, width, subsequent_indent=indent if block[0] == "•" else "")
        for block in blocks
    )


def apply(text: str, edits: Sequence[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("width", [50, 64, 72, 78, 100])
def test_wrapped_text_has_the_outline_of_the_same_text(width: int) -> None:
    blocks = (*SECTIONS, f"{TEXT} {MORE}", f"{MORE} {TEXT}")
    document = parse(source_of(wrapped(*blocks, width=width)))
    assert not document.unsure
    assert outline(document) == outline(article(*blocks))
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert document.prose(paragraphs[-1]).text == blocks[-1]


@pytest.mark.parametrize("indent", ["", "  "])
def test_wrapped_items_are_items(indent: str) -> None:
    items = [f"• {word} {TEXT.lower()}" for word in ("one", "two", "three")]
    text = "\n".join(wrapped(item, indent=indent) for item in items)
    document = parse(source_of("\n\n".join((wrapped(*SECTIONS, TEXT, MORE), text))))
    (found,) = [block for block in document.blocks if isinstance(block, List)]
    paragraphs = [item.children[0] for item in found.children]
    assert len(paragraphs) == 3
    assert isinstance(paragraphs[1], Paragraph)
    assert document.prose(paragraphs[1]).text == items[1].removeprefix("• ")


def test_lines_that_could_hold_more_are_not_wrapped() -> None:
    parts = (wrapped(*SECTIONS, TEXT), f"Green Tea\n{wrapped(TEXT)}\nBlack Tea\n{wrapped(MORE)}")
    document = parse(source_of("\n\n".join(parts)))
    texts = [document.prose(block).text for block, _ in document.leaves]
    assert texts[-4:] == ["Green Tea", TEXT, "Black Tea", MORE]


def test_a_line_that_words_were_taken_out_of_is_no_end_of_a_paragraph() -> None:
    text = wrapped(*SECTIONS, f"{TEXT} {MORE} {TEXT}")
    cut = text.replace(text.splitlines()[-5], "Words were taken out of this line here.")
    assert len(parse(source_of(cut)).blocks) == len(parse(source_of(text)).blocks)


def test_indented_first_lines_begin_paragraphs() -> None:
    lines = [textwrap.fill(text, 72, initial_indent="   ") for text in (TEXT, MORE, TEXT)]
    document = parse(source_of("\n".join(lines)))
    texts = [document.prose(block).text for block, _ in document.leaves]
    assert texts == [TEXT, MORE, TEXT]


def test_text_that_may_be_wrapped_is_unsure() -> None:
    verse = (
        "i have carried the kettle home through the whole of the rain\n"
        "and it was as if the house turned in its sleep\n"
        "in the small hours of a long and cold november\n"
        "to hear what its water had to say about the hills\n"
        "it came down from when nobody had been there for years\n"
        "because of the cold"
    )
    document = parse(source_of("\n\n".join(("1. Rain", verse, "2. Snow", verse, "3. Ice", verse))))
    assert document.unsure or len(document.blocks) > 6
    assert not any(heading.number is None for heading in document.headings)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_each_line_of_a_wrapped_paragraph_is_escaped(newline: str) -> None:
    odd = (
        "The price of the kettle that stands on the stove is about as high as\n"
        "# 12 was, which nobody in this house has ever been able to pay for\n"
        "- or so it seems to all of those who have looked at it in the past\n"
        "> and who have gone home without it, as one always does with such\n"
        "2. things that have no use at all, whatever may be said about them\n"
        "=== and so on, until the shop at the corner has closed for the day.\n"
    )
    text = "\n\n".join((wrapped(*SECTIONS, TEXT, MORE), odd)).replace("\n", newline)
    document = parse(source_of(text))
    fix, expected = conversion(document)
    new = markdown.parse(source_of(apply(text, fix.edits)))
    assert isinstance(document.blocks[-1], Paragraph)
    assert not list(expected.objections(new))


def test_a_wrapped_heading_stands_on_one_line_in_markdown() -> None:
    long = "3. Boiling the Water in a Kettle of Copper That Was Made by Hand in the Year of"
    text = wrapped(*SECTIONS[:8], f"{long} the Great Flood", TEXT, MORE)
    fix, expected = conversion(parse(source_of(text)))
    new = apply(text, fix.edits)
    assert f"## {long} the Great Flood" in new.splitlines()
    assert not list(expected.objections(markdown.parse(source_of(new))))


BOLD = ("**Kinds of Tea**", TEXT, "**From the Hills**", MORE, "**Who drinks it?**", TEXT)


@pytest.mark.parametrize("title", ["", "# Tea\n\n", "---\ntitle: Tea\n---\n"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_lines_in_bold_are_headings(title: str, gap: str) -> None:
    pairs = (f"{BOLD[index]}{gap}{BOLD[index + 1]}" for index in range(0, len(BOLD), 2))
    document = read(f"{title}{TEXT}\n\n" + "\n\n".join(pairs))
    assert document
    found = [heading for heading in document.headings if heading.inferred]
    assert [(heading.text, heading.level) for heading in found] == [
        ("Kinds of Tea", 2), ("From the Hills", 2), ("Who drinks it?", 2)]  # fmt: skip
    assert document.source.slice(found[0].span) == "**Kinds of Tea**"


def test_a_line_that_is_not_bold_is_no_heading_among_bold_ones() -> None:
    document = read("\n\n".join((TEXT, *BOLD, "Green Tea", MORE, TEXT)))
    assert document and "Green Tea" not in titles(document)


def test_bold_lines_above_wrapped_text_are_headings() -> None:
    parts = (f"{BOLD[index]}\n{wrapped(BOLD[index + 1])}" for index in range(0, len(BOLD), 2))
    document = read("\n\n".join((wrapped(TEXT, MORE), *parts)))
    assert document and titles(document) == ["Kinds of Tea", "From the Hills", "Who drinks it?"]


@pytest.mark.parametrize(
    "blocks",
    [
        (TEXT, "**Note**", TEXT),
        (TEXT, "**Read this now.**", TEXT, "**And this as well.**", MORE, "**And that.**", TEXT),
        (TEXT, "**Ann Archer**\n**Ben Baker**\n**Cleo Cook**"),
        (TEXT, "**You need:**", "- tea", TEXT, "**You also need:**", "- milk", TEXT),
        (TEXT, "**March 3, 2021**", TEXT, "**March 4, 2021**", TEXT, "**March 5, 2021**", TEXT),
    ],
)
def test_what_is_merely_stressed_is_no_heading(blocks: tuple[str, ...]) -> None:
    assert read("\n\n".join(blocks)) is None


NO_ARTICLES = {
    "shopping": "Tea\nMilk\nSugar\nTwo lemons\nBiscuits, if there are any\nA new kettle\n",
    "files": "README.md\nsetup.py\nkettle/__init__.py\nkettle/boil.py\ntests/test_boil.py\n",
    "requirements": "# what the kettle needs\nclick>=8.1\nmistune>=3.2\n# for tests\npytest>=8\n",
    "robots": "User-agent: *\nDisallow: /kettle\nAllow: /\n",
    "table": "Name Price Stock\nCopper kettle 49.90 12\nIron kettle 39.90 4\nTotal 89.80 16\n",
    "columns": "Name            Price  Stock\nCopper kettle   49.90     12\nIron    39.90   4\n",
    "tabs": "Name\tPrice\tStock\nCopper kettle\t49.90\t12\nIron kettle\t39.90\t4\n",
    "verse": (
        "The Kettle on the Hill\n\nWhen evening comes the kettle sings\nA song of rain and other"
        " things\nThe cat lies down beside the fire\nAnd dreams of birds upon a wire\n\nThe clock"
        " has nothing more to say\nThe light is going with the day\n"
    ),
    "log": (
        "2021-03-03 10:15:01 INFO kettle started\n2021-03-03 10:15:02 INFO heating water\n"
        "2021-03-03 10:16:40 ERROR lid is open, heating stopped\nkettle.LidError: lid is open\n"
    ),
    "stamps": (
        f"[10:15:01] Kettle started\n[10:15:02] Heating water\n[10:15:03] {SPEAKER}\n"
        "[10:16:40] Lid is open\n[10:17:02] Kettle stopped\n"
    ),
    "transcript": f"00:00:01\n{TEXT}\n\n00:00:15\n{MORE}\n\n00:01:02\n{SPEAKER}\n",
    "chat": (
        f"Ann: Have you filled it?\nBen: {SPEAKER}\nAnn: Where is it?\nBen: On the stove\n"
        f"Ann: And?\nBen: {SPEAKER} It has a leak, and all of the water has gone.\nAnn: Again\n"
    ),
    "play": "\n\n".join(f"{name}\n{SPEAKER}" for name in ("ANN", "BEN") * 4),
    "addresses": (
        "Ann Archer\n12 Main Street\nSpringfield\n\nBen Baker\n9 Hill Road\nShelbyville\n"
    ),
    "code": "def boil(water):\n    heat(water)\n\nclass Kettle:\n    lid = None\n",
}


@pytest.mark.parametrize("name", NO_ARTICLES)
def test_what_is_no_article_has_no_headings(name: str) -> None:
    assert not parse(source_of(NO_ARTICLES[name])).headings
    flat = parse_as(source_of(NO_ARTICLES[name]), "markdown")
    assert not [heading for heading in flat.headings if heading.inferred]


def test_what_is_longer_than_any_book_is_not_judged() -> None:
    pairs = (f"{BOLD[index]}\n\n{BOLD[index + 1]}" for index in range(0, len(BOLD), 2))
    text = "\n\n".join((TEXT, *pairs))
    assert read(text)
    assert read(text + "\n- tea" * 10_000) is None


def test_listings_are_no_articles() -> None:
    for name in ("shopping", "files", "requirements", "robots", "table", "verse", "log", "code"):
        assert not is_article(parse(source_of(NO_ARTICLES[name])))


def test_what_returns_below_each_product_is_no_speaker() -> None:
    products = [
        part
        for name in ("Copper Kettle", "Iron Kettle", "Glass Kettle", "Tin Kettle")
        for part in (name, "Pros", TEXT, "Cons", MORE)
    ]
    assert titles(article("Four Kettles Compared", TEXT, *products)).count("Pros") == 4


def why(document: Document) -> dict[str, str]:
    return {heading.text: reason for heading, reason in reasons(document).items()}


def test_reasons_are_told_in_words() -> None:
    found = why(article("On Tea", TEXT, *SECTIONS, "Leave a Comment"))
    assert found["1. Choosing a Kettle"] == "part of the numbered series 1 to 4"
    assert "a heading stands above it" in found["More on Choosing a Kettle"]
    assert "it is the first line" in found["On Tea"]
    document = read("\n\n".join((TEXT, *BOLD)))
    assert document and why(document)["From the Hills"] == "bold as a whole, one of 3 such lines"


def test_reasons_are_given_for_wrapped_and_repeated_headings_only_if_inferred() -> None:
    document = parse(source_of(wrapped(*SECTIONS, SECTIONS[1], SECTIONS[1], TEXT)))
    assert set(reasons(document)) == set(document.headings)
    assert all(reasons(document).values())
    flat = read("# Tea\n\n" + "\n\n".join(SECTIONS))
    assert flat and set(why(flat)) == set(titles(flat)[1:])
