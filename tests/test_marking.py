"""`fix --mark-citations`: marks at statements that want a source."""

import json
import time
from pathlib import Path

import pytest

from kettext.api import fix, lint
from kettext.fixer.passes import Fixed
from kettext.kit.marking import FOOTNOTE, INLINE, MARK
from kettext.linter.settings import Settings
from tests.command import run

CLAIM = "Studies have shown that tea helps people to sleep."
TEA = f"# Tea\n\n{CLAIM} Many drink it at night.\n"


def marked(text: str, style: str = INLINE) -> Fixed:
    return fix(text, settings=Settings(select=("uncited-study",), mark_citations=style))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Studies have shown that it helps. So.", "Studies have shown that it helps.§ So."),
        ("**Studies have shown that it helps.** So.", "**Studies have shown that it helps.**§ So."),
        ("So. *Studies have shown it*", "So. *Studies have shown it*§"),
        ("Studies have shown that it helps.  \nSo.", "Studies have shown that it helps.§  \nSo."),
        ("* Studies have shown that it helps", "* Studies have shown that it helps§"),
        ("| a |\n|---|\n| Studies have shown it |", "| a |\n|---|\n| Studies have shown it§ |"),
        (
            "Studies have shown it, and surveys show it.",
            "Studies have shown it, and surveys show it.§",
        ),
        (
            "Studies have shown it. Surveys show more.",
            "Studies have shown it.§ Surveys show more.§",
        ),
    ],
)
def test_a_mark_stands_once_behind_each_claim(before: str, after: str) -> None:
    frame = "# Tea\n\n{}\n"
    fixed = marked(frame.format(before))
    assert fixed.text == frame.format(after.replace("§", MARK))
    assert set(fixed.ledger.put_in) == {MARK}


def test_a_mark_is_put_in_only_once() -> None:
    once = marked(TEA).text
    assert once.count(MARK) == 1
    assert marked(once).text == once
    assert marked(once, FOOTNOTE).text == once


def test_no_mark_is_put_in_unasked() -> None:
    assert fix(TEA, unsafe=True).text == TEA


def test_line_ends_stay_as_they_are() -> None:
    text = TEA.replace("\n", "\r\n")
    assert marked(text, FOOTNOTE).text.count("\n") == marked(text, FOOTNOTE).text.count("\r\n")


def test_footnotes_get_their_definitions_at_the_end_and_go_on_counting() -> None:
    fixed = marked(TEA, FOOTNOTE)
    assert fixed.text == (
        f"# Tea\n\n{CLAIM}[^source-1] Many drink it at night.\n\n[^source-1]: Source needed.\n"
    )
    more = marked(fixed.text.replace("night.", "night. Surveys show it."), FOOTNOTE).text
    assert "Surveys show it.[^source-2]\n" in more
    assert more.endswith("\n\n[^source-2]: Source needed.\n")
    assert marked(more, FOOTNOTE).text == more


def test_a_marked_claim_is_reported_as_a_marker_and_no_longer_as_a_claim() -> None:
    for style in (INLINE, FOOTNOTE):
        checks = [report.check for report in lint(marked(TEA, style).text)]
        assert checks == ["citation-marker"]


def test_many_claims_are_marked_in_linear_time() -> None:
    def seconds(number: int, style: str) -> float:
        text = "# Tea\n\n" + f"{CLAIM} Tea.\n\n" * number
        began = time.process_time()
        assert marked(text, style).text.count("[citation" if style == INLINE else "\n[^") == number
        return time.process_time() - began

    for style in (INLINE, FOOTNOTE):
        seconds(20, style)
        assert seconds(400, style) < 4 * 2.5 * max(seconds(100, style), 0.01)


def test_the_option_takes_no_path_for_its_value(tmp_path: Path) -> None:
    path = tmp_path / "tea.md"
    path.write_text(TEA)
    done = run("fix", "--mark-citations", path, "--fail-on", "never", folder=tmp_path)
    assert done.returncode == 0
    assert MARK in path.read_text()
    run("undo", path, folder=tmp_path)
    assert path.read_text() == TEA


def test_each_mark_stands_in_the_report(tmp_path: Path) -> None:
    path, report = tmp_path / "tea.md", tmp_path / "report.json"
    path.write_text(TEA)
    run("fix", path, "--mark-citations=footnote", "--report", report, folder=tmp_path)
    (document,) = json.loads(report.read_text())["documents"]
    assert [one["check"] for one in document["applied"]] == ["uncited-study"]
    assert document["balance"]


def test_plain_text_has_no_footnotes(tmp_path: Path) -> None:
    path, clean = tmp_path / "tea.txt", tmp_path / "clean.md"
    lines = ["Tea", CLAIM, *(f"It is brewed with {n} cups of water in a warm pot." for n in "234")]
    path.write_text("\n\n".join(lines) + "\n")
    done = run("fix", path, "--mark-citations=footnote", folder=tmp_path)
    assert done.returncode == 2
    assert "plain text has no footnotes" in done.stderr
    run("fix", path, "--mark-citations=footnote", "-o", clean, folder=tmp_path)
    assert "[^source-1]: Source needed." in clean.read_text()


def test_an_unknown_way_to_mark_is_refused(tmp_path: Path) -> None:
    done = run("fix", "--mark-citations=stars", "tea.md", folder=tmp_path)
    assert done.returncode == 2
    assert "stars" in done.stderr
