"""What an article says to kettext: comments and front matter that silence checks."""

from pathlib import Path

import pytest

from kettext import checks, formats, lint
from kettext.kit.page import read_page
from kettext.linter.linter import run_checks
from kettext.linter.settings import Settings
from kettext.text.source import source_of
from tests.command import run

BAD = "Put the the kettle on.\n"
SILENT = [
    f"<!-- kettext-disable repeated-word -->\n\n{BAD}",
    f"<!-- kettext-disable repetition -->\n\n{BAD}",
    f"<!-- kettext-disable tone, repeated-word -- a slip -->\n\n{BAD}\nTrust me, it is.\n",
    f"<!--kettext-disable repeated-word-->\n\n{BAD}",
    f"<!--\n  kettext-disable\n  repeated-word\n-->\n\n{BAD}",
    f"<!-- kettext-disable repeated-word -->\n\n{BAD}\n<!-- kettext-enable repeated-word -->\n",
    f"<!-- kettext-disable-next repeated-word -->\n\n{BAD}",
    f"<!-- kettext-disable-next repeated-word -->\n{BAD}",
    "<!-- kettext-disable-next repeated-word -->\n<!-- kettext-disable-next tone -->\n\n"
    "Trust me, I put the the kettle on.\n",
    f"<!-- kettext-disable-next repeated-word -->\n\n- One.\n- {BAD}",
    f"> <!-- kettext-disable-next repeated-word -->\n>\n> {BAD}",
    f"{BAD}\n<!-- kettext-disable-file repeated-word -->\n",
    "Put <!-- kettext-disable repeated-word --> the the kettle on.\n",
    "Put *it <!-- kettext-disable repeated-word --> the the* kettle on.\n",
    f"---\nkettext: {{disable: [repeated-word]}}\n---\n\n{BAD}",
    f"---\ntitle: Tea\nkettext:\n  disable: [tone, 'repeated-word']\n---\n\nTrust me, {BAD}",
    f"---\nkettext:\n  disable:\n    - repeated-word # a slip\n---\n\n{BAD}",
    f"---\nkettext:\n  disable:\n  - repeated-word\ntitle: Tea\n---\n\n{BAD}",
    f"---\nkettext:\n  disable: repeated-word\n---\n\n{BAD}",
]


FEW = Settings(select=("repeated-word", "tone"))


def found(text: str, settings: Settings = FEW) -> list[str]:
    """Check and words of each finding."""
    return [
        f"{report.check}: {text[slice(*report.finding.span)]}"
        for report in lint(text, settings=settings)
    ]


@pytest.mark.parametrize("text", SILENT)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_is_silenced_is_not_found(text: str, newline: str) -> None:
    assert found(text.replace("\n", newline)) == []


@pytest.mark.parametrize("text", SILENT)
def test_without_the_word_the_same_text_has_findings(text: str) -> None:
    assert any(one.startswith("repeated-word") for one in found(text.replace("kettext", "kitten")))


@pytest.mark.parametrize(
    "text",
    [
        f"```\n<!-- kettext-disable repeated-word -->\n```\n\n{BAD}",
        f"    <!-- kettext-disable repeated-word -->\n\n{BAD}",
        f"`<!-- kettext-disable repeated-word -->`\n\n{BAD}",
        f"kettext-disable repeated-word\n\n{BAD}",
        f"# Tea\n\n---\nkettext: {{disable: [repeated-word]}}\n---\n\n{BAD}",
    ],
)
def test_what_is_no_comment_silences_nothing(text: str) -> None:
    assert found(text) == ["repeated-word: the"]


def test_a_stretch_ends_where_it_is_enabled_and_a_next_one_with_its_block() -> None:
    text = (
        f"<!-- kettext-disable repeated-word -->\n\n{BAD}\n"
        f"<!-- kettext-enable repeated-word -->\n\nHe said that of of it.\n\n"
        f"<!-- kettext-disable-next repeated-word -->\n\n{BAD}\nHe said and and went.\n"
    )
    assert found(text) == ["repeated-word: of", "repeated-word: and"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("<!-- kettext-disable aside -->\n\nTea.\n", "aside", "“aside” silences nothing here"),
        ("<!-- kettext-disable tone -->\n\nTea.\n", "tone", "“tone” silences nothing here"),
        ("Tea.\n\n<!-- kettext-disable-next aside -->\n", "aside", "“aside” silences nothing here"),
        (
            f"<!-- kettext-disable aside, repeated-word -->\n\n{BAD}",
            "aside",
            "“aside” silences nothing here",
        ),
        (
            "<!-- kettext-disable repeated-words -->\n\nTea.\n",
            "repeated-words",
            "There is no check or group “repeated-words”; did you mean “repeated-word”?",
        ),
        (
            "<!-- kettext-disable check-crashed -->\n\nTea.\n",
            "check-crashed",
            "“check-crashed” can't be silenced",
        ),
        (
            "<!-- kettext-enable aside -->\n\nTea.\n",
            "aside",
            "“aside” is not disabled here",
        ),
        (
            "<!-- kettext-disable repeated-word -->\n" * 2 + f"\n{BAD}",
            "repeated-word",
            "“repeated-word” is disabled here already",
        ),
        (
            "<!-- kettext-disabel aside -->\n\nTea.\n",
            "<!-- kettext-disabel aside -->",
            "“kettext-disabel” means nothing; did you mean “kettext-disable”?",
        ),
        (
            "<!-- kettext-disable -->\n\nTea.\n",
            "<!-- kettext-disable -->",
            "“kettext-disable” names no check or group",
        ),
        (
            "---\nkettext: {ignore: [aside]}\n---\n\nTea.\n",
            "kettext",
            "“kettext” disables nothing in this front matter",
        ),
        (
            "---\nkettext: {disable: [aside]}\n---\n\nTea.\n",
            "aside",
            "“aside” silences nothing here",
        ),
    ],
)
def test_a_suppression_that_is_of_no_use_is_a_finding(text: str, place: str, message: str) -> None:
    (report,) = lint(text, settings=FEW)
    assert (report.check, report.group, report.severity.label) == (
        "unused-suppression",
        "document",
        "warning",
    )
    assert (text[slice(*report.finding.span)], report.finding.message) == (place, message)


def test_nobody_complains_of_what_has_not_run() -> None:
    text = "<!-- kettext-disable aside, tone, repetition -->\n\nTea.\n"
    assert found(text, Settings(select=("fused-heading",))) == []
    assert found(text, FEW._replace(ignore=("aside", "repeated-word"))) == []
    sentence = "Der Tee wird mit dem Wasser aus der Kanne und nicht mit dem aus dem Topf gemacht. "
    german = "<!-- kettext-disable aside -->\n\n" + sentence * 20
    assert found(german) == []


def test_the_complaint_itself_can_be_switched_off() -> None:
    comment = "<!-- kettext-disable aside -->\n\nTea.\n"
    assert found(f"<!-- kettext-disable-file unused-suppression -->\n\n{comment}") == []
    assert found(comment, FEW._replace(ignore=("unused-suppression",))) == []
    assert found("<!-- kettext-disable unused-suppression -->\n\nTea.\n") == [
        "unused-suppression: unused-suppression"
    ]


@pytest.mark.parametrize("name", checks.names())
def test_every_example_can_be_silenced(name: str) -> None:
    settings = Settings(ignore=("unused-suppression",))
    for example in read_page(checks.page_path(name)).examples:
        if example.format == "markdown" and not example.whole:
            text = f"<!-- kettext-disable {name} -->\n\n{example.text}"
            document = formats.parse(source_of(text), "markdown")
            assert run_checks(document, (checks.load(name),), settings) == ()


def test_what_is_silenced_is_not_mended(tmp_path: Path) -> None:
    text = f"# Tea\n\n<!-- kettext-disable-next repeated-word -->\n\n{BAD}\n{BAD}\n"
    (tmp_path / "tea.md").write_text(text, encoding="utf-8", newline="")
    done = run("fix", "tea.md", "--isolated", folder=tmp_path)
    assert done.returncode == 0
    mended = (tmp_path / "tea.md").read_text(encoding="utf-8")
    assert mended.count("the the") == 1
    assert mended.index("the the") < mended.index("Put the kettle")


def test_thousands_of_suppressions_take_linear_time() -> None:
    many = 3_000
    for text in (
        f"<!-- kettext-disable-next repeated-word -->\n\n{BAD}\n" * many,
        "<!-- kettext-disable x" * many + "-->\n",
        "<!-- kettext-disable repeated-word -->\n\n" * many,
        "---\nkettext: {disable: [" + "a, " * many + "\n---\n",
        "---\nkettext:\n  disable:\n" + "   -\n" * many + "---\n",
    ):
        assert len(lint(text, settings=Settings(select=("repeated-word",)))) <= many
