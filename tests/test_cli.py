"""The command line: what goes in, what comes out, and with which exit code."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import kettext
from kettext.article.nodes import Block, Inline
from kettext.reports.tree import NAMES
from tests.command import ARTICLE, BINARY, FIXED, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tea.md").write_text(ARTICLE, encoding="utf-8", newline="")
    return tmp_path


def test_version_and_help(folder: Path) -> None:
    assert run("--version", folder=folder).stdout == f"kettext {kettext.__version__}\n"
    for words in ([], ["lint"], ["fix"], ["undo"], ["outline"], ["explain"], ["checks"]):
        done = run(*words, "--help", folder=folder)
        assert done.returncode == 0
        assert "Usage: kettext" in done.stdout


def test_lint_shows_the_place_and_changes_nothing(folder: Path) -> None:
    done = run("lint", "tea.md", folder=folder)
    assert done.returncode == 0  # warnings do not count by default
    assert "tea.md:5:9: warning: Word “the” is repeated [repeated-word]" in done.stdout
    assert "  5 | Put the the kettle on.\n    |         ^^^" in done.stdout
    assert "2 findings in 1 article: 2 warnings." in done.stdout
    assert (folder / "tea.md").read_text(encoding="utf-8") == ARTICLE
    assert done.stderr == ""


def test_concise_gives_a_line_for_each_finding(folder: Path) -> None:
    done = run("lint", "tea.md", "--output-format", "concise", folder=folder)
    assert done.stdout.splitlines() == [
        "tea.md:5:9: warning: Word “the” is repeated [repeated-word]",
        "tea.md:7:1: warning: Heading “Brewing” is repeated [duplicate-heading]",
    ]


def test_json_is_what_it_is_promised_to_be(folder: Path) -> None:
    done = run("lint", "tea.md", "--output-format", "json", folder=folder)
    answer = json.loads(done.stdout)
    assert answer["version"] == 1
    (document,) = answer["documents"]
    repeated, heading = document.pop("findings")
    assert document == {
        "path": "tea.md", "format": "markdown", "inferred": False, "skipped": None, "error": None,
    }  # fmt: skip
    assert repeated == {
        "check": "repeated-word",
        "group": "repetition",
        "severity": "warning",
        "message": "Word “the” is repeated",
        "span": [37, 40],
        "start": {"line": 5, "column": 9},
        "end": {"line": 5, "column": 12},
        "section": ["All about tea", "Brewing"],
        "related": [
            {
                "message": "first here",
                "span": [33, 36],
                "start": {"line": 5, "column": 5},
                "end": {"line": 5, "column": 8},
            }
        ],
        "fix": {
            "title": "Remove the second word",
            "applicability": "safe",
            "edits": [{"span": [36, 40], "text": ""}],
        },
        "rule": None,
        "fingerprint": repeated["fingerprint"],
    }
    assert len(repeated["fingerprint"]) == 16
    assert heading["fix"]["edits"] == [{"span": [53, 65], "text": ""}]
    assert answer["summary"] == {
        "documents": 1, "findings": 2, "error": 0, "warning": 2, "note": 0,
        "fixable": 2, "fixable_unsafe": 0,
    }  # fmt: skip


def test_the_fingerprint_is_the_one_that_is_documented(folder: Path) -> None:
    done = run("lint", "tea.md", "--output-format", "json", folder=folder)
    found = json.loads(done.stdout)["documents"][0]["findings"]
    expected = [
        hashlib.sha256("\0".join(key).encode()).hexdigest()[:16]
        for key in (("repeated-word", "the", "0"), ("duplicate-heading", "brewing", "0"))
    ]
    assert [finding["fingerprint"] for finding in found] == expected


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "warning", "--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "warning", "--select", "tone"], 0),
        (["--fail-on", "warning", "--ignore", "repetition,duplicate-heading"], 0),
        (["--fail-on", "warning", "--select", "repetition", "--ignore", "structure"], 1),
        (["--fail-on", "warning", "--select", "repeated-word", "--ignore", "repetition"], 1),
        (["--isolated", "--no-cache", "--quiet"], 0),
    ],
)
def test_exit_codes_and_choices_of_checks(folder: Path, options: list[str], code: int) -> None:
    assert run("lint", "tea.md", *options, folder=folder).returncode == code


def test_an_error_makes_the_exit_code_1(folder: Path) -> None:
    text = "Tea is ready, and it will be for all who come in time.\n\nLeave a Comment\n"
    done = run("lint", "-", "--from", "text", "--quiet", folder=folder, given=text.encode() * 3)
    assert done.returncode == 1


def test_fix_in_place_and_undo(folder: Path) -> None:
    done = run("fix", "tea.md", folder=folder)
    assert done.returncode == 0
    assert (folder / "tea.md").read_text(encoding="utf-8") == FIXED
    assert "tea.md: mended" in done.stdout
    assert "“## Brewing”" in done.stdout
    assert "kettext undo tea.md" in done.stdout
    stamp = (folder / "tea.md").stat().st_mtime_ns
    again = run("fix", "tea.md", folder=folder)
    assert "nothing that could be mended" in again.stdout
    assert (folder / "tea.md").stat().st_mtime_ns == stamp
    assert run("undo", "tea.md", folder=folder).returncode == 0
    assert (folder / "tea.md").read_text(encoding="utf-8") == ARTICLE
    once_more = run("undo", "tea.md", folder=folder)
    assert (once_more.returncode, once_more.stdout) == (2, "")
    assert once_more.stderr == "kettext: tea.md: has no fix to undo\n"


def test_undo_leaves_an_edited_file_alone(folder: Path) -> None:
    run("fix", "tea.md", folder=folder)
    (folder / "tea.md").write_text("Edited by hand.\n", encoding="utf-8")
    done = run("undo", "tea.md", folder=folder)
    assert done.returncode == 2
    assert "has changed since its last fix" in done.stderr
    assert (folder / "tea.md").read_text(encoding="utf-8") == "Edited by hand.\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + ARTICLE.encode(),
        ARTICLE.replace("\n", "\r\n").encode(),
        ARTICLE.rstrip().encode(),
        ARTICLE.encode("utf-16"),
    ],
)
def test_undo_gives_back_the_very_bytes(folder: Path, data: bytes) -> None:
    path = folder / "tea.md"
    path.write_bytes(data)
    assert run("fix", "tea.md", folder=folder).returncode == 0
    assert path.read_bytes() != data
    assert run("undo", "tea.md", folder=folder).returncode == 0
    assert path.read_bytes() == data


def test_fix_into_another_file_leaves_the_article_alone(folder: Path) -> None:
    done = run("fix", "tea.md", "-o", "new.md", folder=folder)
    assert done.returncode == 0
    assert (folder / "new.md").read_text(encoding="utf-8") == FIXED
    assert (folder / "tea.md").read_text(encoding="utf-8") == ARTICLE
    assert "tea.md -> new.md" in done.stdout


def test_a_file_that_is_overwritten_by_o_can_be_put_back(folder: Path) -> None:
    (folder / "new.md").write_text("Mine.\n", encoding="utf-8")
    assert run("fix", "tea.md", "-o", "new.md", folder=folder).returncode == 0
    assert run("undo", "new.md", folder=folder).returncode == 0
    assert (folder / "new.md").read_text(encoding="utf-8") == "Mine.\n"


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_check_and_diff_write_nothing(folder: Path, option: str) -> None:
    done = run("fix", "tea.md", option, folder=folder)
    assert done.returncode == 1
    assert (folder / "tea.md").read_text(encoding="utf-8") == ARTICLE
    if option == "--diff":
        assert "-Put the the kettle on.\n-\n-## Brewing\n+Put the kettle on.\n" in done.stdout
    (folder / "tea.md").write_text(FIXED, encoding="utf-8", newline="")
    assert run("fix", "tea.md", option, folder=folder).returncode == 0


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    done = run("fix", "-", folder=folder, given=ARTICLE.encode())
    assert (done.returncode, done.stdout) == (0, FIXED)
    assert "## Brewing" in done.stderr
    quiet = run("fix", "-", "--quiet", folder=folder, given=ARTICLE.encode())
    assert (quiet.stdout, quiet.stderr) == (FIXED, "")


def test_what_is_passed_over_still_comes_out(folder: Path) -> None:
    done = run("fix", "-", "--from", "text", folder=folder, given=b"click>=8\n")
    assert (done.returncode, done.stdout) == (0, "click>=8\n")
    assert run("fix", "-", folder=folder).stdout == ""


def test_mdx_is_linted_but_never_fixed(folder: Path) -> None:
    (folder / "tea.mdx").write_text(ARTICLE, encoding="utf-8", newline="")
    assert "repeated-word" in run("lint", "tea.mdx", folder=folder).stdout
    done = run("fix", "tea.mdx", "-v", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "files of this kind are never fixed" in done.stdout
    run("fix", "tea.mdx", "-o", "copy.md", folder=folder)
    assert (folder / "copy.md").read_text(encoding="utf-8") == ARTICLE


def test_to_markdown_writes_beside_and_never_overwrites(folder: Path) -> None:
    text = "\n\n".join(
        f"{number}. A heading about tea\n\nA paragraph of prose that is long enough to be one, "
        "with a second half that says nothing new but makes it longer."
        for number in range(1, 5)
    )
    (folder / "pasted.txt").write_text(text, encoding="utf-8", newline="")
    assert run("fix", "pasted.txt", "--to", "markdown", folder=folder).returncode == 0
    made = (folder / "pasted.md").read_text(encoding="utf-8")
    assert made.count("## ") == 4
    assert (folder / "pasted.txt").read_text(encoding="utf-8") == text
    again = run("fix", "pasted.txt", "--to", "markdown", folder=folder)
    assert again.returncode == 2
    assert "pasted.md exists already" in again.stderr
    assert "-o" in again.stderr


def test_report_accounts_for_every_unit(folder: Path) -> None:
    run("fix", "tea.md", "--report", "report.json", folder=folder)
    (document,) = json.loads((folder / "report.json").read_bytes())["documents"]
    assert document["balance"] is True
    assert document["counts"] == {"kept": 3, "changed": 1, "moved": 0, "removed": 1}
    removed = next(entry for entry in document["ledger"] if entry["state"] == "removed")
    assert removed == {
        "unit": "heading",
        "state": "removed",
        "from": [53, 63],
        "to": None,
        "old": "## Brewing",
        "new": None,
        "reason": "Remove the repeated heading",
        "survivor": [17, 27],
    }
    assert [fix["check"] for fix in document["applied"]] == ["duplicate-heading", "repeated-word"]


def test_outline_for_people_and_programs(folder: Path) -> None:
    assert (
        "    1  All about tea\n    3    Brewing\n" in run("outline", "tea.md", folder=folder).stdout
    )
    done = run("outline", "--output-format", "json", folder=folder)
    (document,) = json.loads(done.stdout)["documents"]
    assert document["title"] == "All about tea"
    assert document["headings"][1] == {
        "text": "Brewing",
        "level": 2,
        "number": None,
        "span": [17, 27],
        "line": 3,
        "inferred": False,
        "confidence": 1.0,
        "level_certain": True,
    }


def test_outline_says_on_demand_why_a_line_counts_as_a_heading(folder: Path) -> None:
    sample = (Path(__file__).parent.parent / "samples/library/article.txt").read_bytes()
    words = ["outline", "-", "--from", "text"]
    assert "because" not in run(*words, folder=folder, given=sample).stdout
    explained = run(*words, "--verbose", folder=folder, given=sample).stdout
    assert explained.count("because") == 5


def test_explain_and_checks_tell_about_checks(folder: Path) -> None:
    listed = run("checks", folder=folder).stdout
    assert "duplicate-heading" in listed
    explained = run("explain", "repeated-word", folder=folder).stdout
    assert "stands twice in a row." in explained
    assert "⟦the⟧" in explained


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["lint", "nowhere.md"], "nowhere.md: does not exist"),
        (["lint", "empty"], "empty: the folder holds no articles"),
        (["lint", "latin.md"], "latin.md: is not UTF-8 text"),
        (["lint", "nul.txt"], "nul.txt: is not text"),
        (["lint", "picture.png"], "picture.png: its format is unknown"),
        (["lint", "picture.md"], "picture.md: is not"),
        (["lint", "page.html"], "page.html: HTML can't be read yet"),
        (["lint", "pipe.md"], "pipe.md: is not a regular file"),
        (["lint", "--nonsense"], "--nonsense"),
        (["lint", "tea.md", "--select", "duplicate-headings"], "did you mean “duplicate-heading”?"),
        (["lint", "-", "tea.md"], "can't be combined"),
        (["fix"], "PATHS"),
        (["fix", "tea.md", "more.md", "-o", "new.md"], "-o takes one article"),
        (["fix", "tea.md", "-o", "no/such/folder.md"], "no/such/folder.md can't be written"),
        (["undo", "nowhere.md"], "nowhere.md: does not exist"),
        (["explain", "duplicate-headings"], "did you mean “duplicate-heading”?"),
        (["nonsense"], "nonsense"),
    ],
)
def test_bad_input_gets_one_clear_line_and_exit_code_2(
    folder: Path, words: list[str], complaint: str
) -> None:
    (folder / "empty").mkdir()
    (folder / "latin.md").write_bytes("Café au lait".encode("latin-1"))
    (folder / "nul.txt").write_bytes(b"Tea\0")
    (folder / "picture.png").write_bytes(BINARY)
    (folder / "picture.md").write_bytes(BINARY)
    (folder / "page.html").write_text("<p>Tea", encoding="utf-8")
    (folder / "more.md").write_text("Tea.\n", encoding="utf-8")
    os.mkfifo(folder / "pipe.md")
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    done = run(*words, folder=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("kettext: ")
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in before} == before


def test_a_file_that_fails_does_not_stop_the_others(folder: Path) -> None:
    (folder / "broken.md").write_bytes(b"\xff")
    done = run("fix", ".", folder=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("kettext: broken.md: ")
    assert (folder / "tea.md").read_text(encoding="utf-8") == FIXED
    listed = json.loads(run("lint", "--output-format", "json", folder=folder).stdout)["documents"]
    assert [document["path"] for document in listed] == ["broken.md", "tea.md"]
    assert listed[0]["error"].startswith("is not UTF-8 text")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read and write anything")
def test_a_file_without_permission_is_named(folder: Path) -> None:
    (folder / "tea.md").chmod(0o000)
    done = run("lint", "tea.md", folder=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "kettext: tea.md: can't be accessed (permission denied)\n",
    )


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\ufeff"])
@pytest.mark.parametrize("command", ["lint", "fix", "outline"])
def test_an_empty_file_is_passed_over(folder: Path, text: str, command: str) -> None:
    (folder / "tea.md").write_text(text, encoding="utf-8", newline="")
    done = run(command, "tea.md", folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "passed over: empty" in run(command, "tea.md", "-v", folder=folder).stdout


def test_what_git_ignores_is_not_read(folder: Path) -> None:
    (folder / ".gitignore").write_text("drafts/\n*.txt\n!keep.txt\n", encoding="utf-8")
    (folder / "drafts").mkdir()
    for name in ("drafts/a.md", "notes.txt", "keep.txt", ".hidden.md"):
        (folder / name).write_text("Tea.\n", encoding="utf-8")
    done = run("lint", "--output-format", "json", folder=folder)
    names = [document["path"] for document in json.loads(done.stdout)["documents"]]
    assert names == [".hidden.md", "keep.txt", "tea.md"]


def test_no_control_character_reaches_the_terminal(folder: Path) -> None:
    text = (
        "# Tea\x1b]0;owned\x07\n\nPut the\x1b[31m the the\u202e \u0085kettle on.\n\n"
        "## \x9b2J\n\n## \x9b2J\n"
    )
    name = "te\x1ba.md"
    (folder / name).write_text(text, encoding="utf-8", newline="")
    for words in (
        ["lint", name],
        ["lint", name, "--output-format", "concise"],
        ["outline", name],
        ["fix", name, "--diff"],
        ["fix", name, "--check"],
        ["fix", name],
        ["undo", name],
        ["lint", name + "x"],
    ):
        done = run(*words, folder=folder)
        for sign in done.stdout + done.stderr:
            assert sign.isprintable() or sign == "\n", (words, sign)


def test_color_goes_by_option_and_environment(folder: Path) -> None:
    def is_coloured(option: str, **environment: str) -> bool:
        done = run("lint", "tea.md", "--color", option, folder=folder, environment=environment)
        return "\x1b[" in done.stdout

    assert not is_coloured("auto")
    assert is_coloured("always")
    assert is_coloured("auto", FORCE_COLOR="1")
    assert not is_coloured("auto", FORCE_COLOR="1", NO_COLOR="1")
    assert not is_coloured("never", FORCE_COLOR="1")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_device_gives_a_message_and_exit_code_2(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kettext", "lint", "tea.md"],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.decode() == "kettext: can't write: No space left on device\n"


def test_a_report_never_takes_the_place_of_an_article(folder: Path) -> None:
    for words in (["--report", "tea.md"], ["-o", "new.md", "--report", "new.md"], ["-o", ""]):
        done = run("fix", "tea.md", *words, folder=folder)
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
    assert (folder / "tea.md").read_text(encoding="utf-8") == ARTICLE
    assert run("fix", "", folder=folder).returncode == 2


def test_what_was_never_read_empties_no_file(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "page.html").write_text("<p>Tea", encoding="utf-8")
    (folder / "mine.md").write_text("Mine.\n", encoding="utf-8")
    run("fix", "site", "-o", "mine.md", folder=folder)
    assert (folder / "mine.md").read_text(encoding="utf-8") == "Mine.\n"


def test_a_reader_that_goes_away_is_no_failure(folder: Path) -> None:
    words = [sys.executable, "-m", "kettext", "explain", "duplicate-heading"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait() == 0


def test_parse_gives_the_whole_tree(folder: Path) -> None:
    text = "# Tea\n\nPut **the** [kettle](a.md) on.\n\n- one\n\n| a |\n|---|\n| b |\n"
    done = run("parse", "-", folder=folder, given=text.encode())
    (document,) = json.loads(done.stdout)["documents"]
    assert (document["format"], document["suspect"], document["title"]) == ("markdown", None, "Tea")
    heading, paragraph, list_, table = document["blocks"]
    assert (heading["type"], heading["level"], heading["span"]) == ("heading", 1, [0, 5])
    assert [inline["type"] for inline in paragraph["inlines"]] == [
        "text", "emphasis", "text", "link", "text",
    ]  # fmt: skip
    emphasis = paragraph["inlines"][1]
    assert (emphasis["mark"], text[slice(*emphasis["inlines"][0]["span"])]) == ("**", "the")
    assert list_["children"][0]["children"][0]["type"] == "paragraph"
    assert [text[slice(*row[0]["span"])] for row in table["rows"]] == ["a", "b"]


def test_every_type_of_node_has_a_name() -> None:
    for union in (Block, Inline):
        assert {kind.__name__ for kind in get_args(union)} <= set(NAMES)


@pytest.mark.parametrize("words", [["tea.md"], ["-"]])
def test_a_file_that_is_too_large_is_refused(folder: Path, words: list[str]) -> None:
    done = run("lint", *words, "--max-size", "50", folder=folder, given=ARTICLE.encode())
    assert done.returncode == 2
    assert "is larger than 0.05 kB, the most that is read" in done.stderr
    done = run("lint", *words, "--max-size", "1kB", folder=folder, given=ARTICLE.encode())
    assert done.returncode == 0
    assert run("lint", "tea.md", "--max-size", "huge", folder=folder).returncode == 2


def test_links_are_followed_only_where_they_are_named(folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "inside.md").symlink_to(folder / "tea.md")
    (folder / "site" / "loop.md").symlink_to(folder / "site" / "loop.md")
    (folder / "site" / "up").symlink_to(folder)
    (folder / "site" / "own.md").write_text("Own.\n", encoding="utf-8")
    listed = json.loads(run("lint", "site", "--output-format", "json", folder=folder).stdout)
    assert [document["path"] for document in listed["documents"]] == ["site/own.md"]
    loop = run("lint", "site/loop.md", folder=folder)
    assert (loop.returncode, loop.stderr.count("\n")) == (2, 1)
    assert run("fix", "site/inside.md", folder=folder).returncode == 0
    assert (folder / "site" / "inside.md").is_symlink()
    assert (folder / "tea.md").read_text(encoding="utf-8") == FIXED
