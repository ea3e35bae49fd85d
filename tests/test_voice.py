"""Whose voice it is: the author's, or somebody else's."""

import time

import pytest

from kettext import parse
from kettext.article.document import Document
from kettext.article.voice import is_own, is_quoted
from kettext.text.source import Span

TURNS = ("Ann Bell:** Why tea?", "Ben Cole:** It is ⟦warm⟧.", "Ann Bell:** And?", "Ben Cole:** No.")
TALK = "\n\n".join(f"**{turn}" for turn in TURNS)
FAQ = "# Tea\n\nText.\n\n## FAQ\n\n"


def judged(text: str, form: str = "markdown") -> tuple[Document, bool]:
    start, end = text.index("⟦"), text.index("⟧") - 1
    document = parse(text.replace("⟦", "").replace("⟧", ""), format=form)
    block = document.leaf_block_at(start)
    assert block is not None
    return document, is_own(document, block, Span(start, end))


@pytest.mark.parametrize(
    "text",
    [
        "Tea is ⟦warm⟧.",
        "“No,” he said, and it is ⟦warm⟧.",
        '"No," he said, and it is ⟦warm⟧.',
        'A 5" pot is ⟦warm⟧, and a 6" pot is cold.',
        "In the ’90s tea was ⟦warm⟧, and ‘em too.",
        "It's ⟦warm⟧, isn't it, the cats' tea.",
        "The dogs' bowl is ⟦warm⟧ and the cats' bowl isn't.",
        "Rock 'n' roll is ⟦warm⟧, as in the '90s, and so's tea.",
        "Tea is **⟦warm⟧**.",
        "Tea is *very ⟦warm⟧*.",
        "*⟦Never⟧* drink it.",
        "Drink it *⟦NEVER⟧*.",
        "Read [⟦more⟧ about tea](https://tea.example).",
        "# Why Is Tea So ⟦Warm⟧?",
        "Note: tea is ⟦warm⟧.\n\nNote: coffee is cold.",
        "Rule: tea is ⟦warm⟧.\n\nText.",
        FAQ + "### Is it good?\n\nIt is ⟦warm⟧.",
        FAQ + "Q: Is it good?\n\nA: It is ⟦warm⟧.",
        "The first line  \nis ⟦warm⟧.",
        "Tea: ⟦warm⟧  \nMilk: cold  \nWater: hot  \nCups: two",
        "The word order is ⟦warm⟧.",
        "<cite>The Tea</cite> is ⟦warm⟧.",
    ],
)
def test_what_the_author_says_is_the_authors_own(text: str) -> None:
    assert judged(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "“Tea is ⟦warm⟧,” he said.",
        '"Tea is ⟦warm⟧," he said.',
        "“Tea is ⟦warm⟧ and has no end.",
        "‘Tea isn’t ⟦warm⟧,’ he said.",
        "'Tea isn't ⟦warm⟧,' he said.",
        "« Le thé est ⟦chaud⟧ », he said.",
        "„Tee ist ⟦warm⟧“, he said.",
        "> Tea is ⟦warm⟧.",
        "> * Tea is ⟦warm⟧.",
        "<blockquote>\n\nTea is ⟦warm⟧.\n\n</blockquote>",
        "He said <q>tea is ⟦warm⟧</q>.",
        "In <cite>tea is ⟦warm⟧</cite> it is said.",
        "Type <code>tea ⟦warm⟧</code> there.",
        "He wrote *The Great ⟦Tea⟧* in 1920.",
        "He wrote _Don't Drink the ⟦Tea⟧!_ in 1920.",
        "He wrote <i>The Great ⟦Tea⟧</i> in 1920.",
        "It ran in *⟦Nature⟧* once.",
        "Read [Ten Teas You'll ⟦Love⟧](https://tea.example).",
        "The word *⟦don't⟧* is short.",
        "The word ⟦don't⟧ is short.",
        "The contraction ⟦it's⟧ is short.",
        "Click **Don't ⟦Save⟧** at last.",
        "Press the **⟦Go!⟧** button.",
        "My tea is ⟦warm⟧,  \nmy cup is blue,  \nmy heart is cold,  \nand so are you.",
        "My tea is ⟦warm⟧,<br>\nmy cup is blue,<br>\nmy heart is cold.",
        TALK,
        TALK.replace("**", ""),
        "Q: What is ⟦warm⟧?\n\nA: Tea.",
        "Q: What now?\n\nA: Tea is ⟦warm⟧.",
        "Interviewer: What is ⟦warm⟧?\n\nMs Bell: Tea.\n\nText.",
        FAQ + "### Is it ⟦warm⟧?\n\nYes.",
        FAQ + "Is it ⟦warm⟧?\n\nYes.",
        "**Is it ⟦warm⟧?**\n\nYes.",
    ],
)
def test_what_others_say_is_not_the_authors_own(text: str) -> None:
    assert not judged(text)[1]


def test_pasted_text_has_voices_too() -> None:
    assert not judged("Tea\n\nHe said “tea is ⟦warm⟧” to them.\n\nThe end of it.", "text")[1]
    assert judged("Tea\n\nHe said “tea” and it is ⟦warm⟧.\n\nThe end of it.", "text")[1]


def test_a_title_is_not_the_authors_own_but_no_quotation() -> None:
    document = parse("He wrote *The Great Tea* and “Tea”.")
    block = document.leaves[0][0]
    assert not is_quoted(document, block, Span(20, 23))
    assert is_quoted(document, block, Span(30, 33))


def test_a_sentence_that_begins_with_a_title_is_the_authors_own() -> None:
    document = parse("*The Great Tea* is warm.")
    assert is_own(document, document.leaves[0][0], Span(0, 24))
    assert not is_own(document, document.leaves[0][0], Span(1, 14))


@pytest.mark.parametrize(
    "unit",
    ["“a” b ", '"a" b ', "“a ", '"', "‘a ", "'a ", "« a ", "*A B* c ", "the word a ", "<i>A "],
)
def test_time_grows_with_the_length_of_a_paragraph(unit: str) -> None:
    def cost(times: int) -> float:
        document = parse(unit * times)
        block = document.leaves[0][0]
        document.prose(block)
        start = time.process_time()
        for place in range(0, block.span.end - 1, max(1, block.span.end // 500)):
            is_own(document, block, Span(place, place + 1))
        return time.process_time() - start

    assert min(cost(8000), cost(8000)) < 6 * max(0.004, min(cost(2000), cost(2000)))
