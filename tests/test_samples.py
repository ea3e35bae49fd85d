"""Whole articles: what lint says, what fix makes of them, and that the result is at rest."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kettext import fix
from tests.samples import FOLDER, NAMES, article, fixed, linted


@pytest.mark.parametrize("name", NAMES)
def test_lint_says_what_was_accepted(name: str) -> None:
    assert linted(name) == (FOLDER / name / "lint.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("unsafe", [False, True])
def test_fix_makes_what_was_accepted(name: str, unsafe: bool) -> None:
    result = fixed(name, unsafe=unsafe)
    assert result.error is None
    accepted = "fixed.unsafe.md" if unsafe else "fixed.md"
    assert result.new_bytes == (FOLDER / name / accepted).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_fixing_the_result_changes_nothing(name: str) -> None:
    safe, unsafe = (
        (FOLDER / name / file).read_bytes().decode("utf-8")
        for file in ("fixed.md", "fixed.unsafe.md")
    )
    assert fix(safe).text == safe
    assert fix(unsafe).text == fix(unsafe, unsafe=True).text == unsafe
    assert fix(safe, unsafe=True).text == unsafe


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixing_in_place_comes_to_rest(name: str, unsafe: bool) -> None:
    text = article(name).read_bytes().decode("utf-8")
    once = fix(text, format="text", unsafe=unsafe).text
    assert once != text
    assert fix(once, format="text", unsafe=unsafe).text == once
    safe_first = fix(fix(text, format="text").text, format="text", unsafe=True).text
    assert not unsafe or safe_first == once


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_is_accounted_for(name: str) -> None:
    result = fixed(name)
    assert result.fixed is not None
    assert result.document is not None
    entries = result.fixed.ledger.entries
    text = result.document.source.text
    covered = {offset for entry in entries for offset in range(*entry.before)}
    assert not [sign for at, sign in enumerate(text) if at not in covered and sign.isalnum()]
    assert sum(len(range(*entry.before)) for entry in entries) == len(covered)
    for entry in entries:
        assert entry.old == text[entry.before.start : entry.before.end]
        if entry.after:
            assert entry.new == result.fixed.text[entry.after.start : entry.after.end]


def test_the_same_bytes_come_out_under_any_locale_seed_and_folder(tmp_path: Path) -> None:
    def run(command: str, folder: Path, **environment: str) -> bytes:
        words = [sys.executable, "-m", "kettext", command, "-", "--stdin-filename", "article.txt"]
        more = ["--output-format", "json"] if command == "lint" else []
        done = subprocess.run(
            [*words, *more, "--fail-on", "never"],
            input=article("ketamine").read_bytes(),
            capture_output=True,
            cwd=folder,
            env={**os.environ, **environment},
            check=True,
        )
        return done.stdout

    for command in ("lint", "fix"):
        outputs = {
            run(command, FOLDER, PYTHONHASHSEED="1", LC_ALL="C"),
            run(command, tmp_path, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", PYTHONUTF8="0"),
            run(command, tmp_path, PYTHONHASHSEED="3", LC_ALL="tr_TR.UTF-8", TZ="Asia/Tokyo"),
        }
        assert len(outputs) == 1
        assert len(outputs.pop()) > 1000
