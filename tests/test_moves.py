"""Sections that are joined and moved: nothing is rewritten on the way, and the account tells where
everything went."""

from pathlib import Path

import pytest

from kettext import fix, lint
from kettext.fixer.ledger import State
from kettext.kit.finding import Applicability
from tests.command import run

STRANDED = """\
# Tea

## Leaves

Green ones are best.

## Water

Hot, not boiling.

## Conclusion

Drink tea. It is good for you.

## Cups

White ones show the colour.
"""
AT_THE_END = """\
# Tea

## Leaves

Green ones are best.

## Water

Hot, not boiling.

## Cups

White ones show the colour.

## Conclusion

Drink tea. It is good for you.
"""
TWICE = """\
# Tea

## Tea cups{link}

White.

## Prices

They rise, see [the other cups](#tea-cups-1).

## Tea cups

Blue.

## Shops
"""


def unsafe(text: str) -> str:
    fixed = fix(text, unsafe=True)
    assert fixed.refused == ()
    assert fix(fixed.text, unsafe=True).text == fixed.text
    return fixed.text


def test_what_moves_is_moved_in_the_ledger_with_both_places() -> None:
    fixed = fix(STRANDED, unsafe=True)
    assert fixed.text == AT_THE_END
    moved = [entry for entry in fixed.ledger.entries if entry.state is State.MOVED]
    assert [entry.old for entry in moved] == [
        "## Conclusion",
        "Drink tea.",
        "It is good for you.",
    ]
    for entry in moved:
        assert entry.after is not None
        assert STRANDED[slice(*entry.before)] == fixed.text[slice(*entry.after)] == entry.old
        assert entry.reason == "Move the conclusion to the end"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("\n", "\r"),
        ("\n## ", "\n\n\n## "),
    ],
)
def test_the_line_ends_of_the_file_are_kept(old: str, new: str) -> None:
    assert unsafe(STRANDED.replace(old, new)).split() == AT_THE_END.split()
    if "\r" in new:
        assert unsafe(STRANDED.replace(old, new)) == AT_THE_END.replace(old, new)


def test_the_last_section_needs_no_last_newline() -> None:
    assert unsafe(STRANDED.removesuffix("\n")) == AT_THE_END.removesuffix("\n")


def test_headings_need_no_blank_lines_around_them() -> None:
    close = STRANDED.replace("\n\n## ", "\n## ")
    assert [block.split() for block in unsafe(close).split("\n## ")] == [
        block.split() for block in AT_THE_END.split("\n## ")
    ]


def test_notes_stay_at_the_end_of_the_article() -> None:
    note = "\n[^1]: A note.\n"
    assert unsafe(STRANDED + note) == AT_THE_END + note


def test_links_follow_a_heading_that_is_joined() -> None:
    text = unsafe(TWICE.format(link=""))
    assert "see [the other cups](#tea-cups)" in text
    assert text.count("## Tea cups") == 1
    assert text.index("Blue.") < text.index("## Prices")


def test_where_a_link_could_lead_to_another_place_nothing_is_joined() -> None:
    spelled_otherwise = TWICE.format(link="").replace("#tea-cups-1", "#teacups1")
    (report,) = [one for one in lint(spelled_otherwise) if one.check == "duplicate-heading"]
    assert report.finding.fix is None
    assert fix(spelled_otherwise, unsafe=True).text == spelled_otherwise


def test_where_levels_are_only_inferred_joining_is_left_to_people() -> None:
    text = "\n\n".join(
        (
            "All about tea", "Tea is drunk everywhere, and this is its story in a few words.",
            "Cups and their colours", "White ones show the colour of the tea that is in them.",
            "What it costs", "The prices rise each year, which is not good for anybody at all.",
            "Cups and their colours", "Blue ones do not show it, which some people like better.",
        )
    )  # fmt: skip
    fixes = [
        one.finding.fix.applicability
        for one in lint(text, format="text")
        if one.check == "duplicate-heading" and one.finding.fix
    ]
    assert fixes == [Applicability.MANUAL]
    assert fix(text, format="text", unsafe=True).text == text


@pytest.mark.parametrize("lead", ["If you open them often:", "For example:", "Thanks,"])
def test_words_that_only_the_copy_has_are_not_lost(lead: str) -> None:
    sentence = "old tins lose their scent within a month or two, whatever the seller of it says"
    text = f"Tea. {sentence.capitalize()}.\n\n{lead} {sentence}.\n\n- A lid.\n"
    assert fix(text, unsafe=True).text == text


def test_the_account_and_the_diff_tell_where_a_passage_went(tmp_path: Path) -> None:
    path = tmp_path / "tea.md"
    path.write_text(STRANDED, encoding="utf-8")
    shown = run("fix", path, "--unsafe", "--diff", folder=tmp_path)
    assert "Moved: lines 11-13 -> lines 15-17: “## Conclusion”" in shown.stdout
    assert path.read_text(encoding="utf-8") == STRANDED
    done = run("fix", path, "--unsafe", folder=tmp_path)
    assert "now on line 15" in done.stdout
    assert "3 moved" in done.stdout
    assert path.read_text(encoding="utf-8") == AT_THE_END


def test_what_stands_above_the_subsections_of_a_joined_section_stays_above_them() -> None:
    text = (
        "# Tea\n\n## Notes on tea\n\nFirst.\n\n## Prices\n\nHigh.\n\n"
        "## Notes on tea\n\nOpening.\n\n### Sub\n\nSub text.\n\n## Shops\n"
    )
    joined = unsafe(text)
    places = [joined.index(words) for words in ("First.", "Opening.", "### Sub", "Sub text.")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("one", "other"),
    [("aspirin", "ibuprofen"), ("accept", "refuse"), ("Aspirin", "Ibuprofen")],
)
def test_a_copy_with_another_word_in_the_same_place_says_something_else(
    one: str, other: str
) -> None:
    sentence = "{} should be taken with a full glass of water after a good and heavy breakfast."
    text = f"{sentence.format(one.title())} It works.\n\n{sentence.format(other.title())} Good.\n"
    assert fix(text, unsafe=True).text == text


@pytest.mark.parametrize("link", ['<a href="#tea-cups-1">cups</a>', "[cups](#tea\\-cups-1)"])
def test_where_a_link_can_not_follow_nothing_is_joined(link: str) -> None:
    text = TWICE.format(link="").replace("[the other cups](#tea-cups-1)", link)
    assert fix(text, unsafe=True).text == text


def test_an_article_of_nothing_but_titles_is_no_trouble() -> None:
    text = "# A\n\n# B\n\n# C\n\n# D\n\n# Is it?\n\n# Was it?\n\n# Will it?\n"
    assert not [one for one in lint(text) if one.check == "check-crashed"]
