"""`kettext new-check`, in a copy of kettext: what it writes works at once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kettext
from tests.command import run

PACKAGE = Path(kettext.__file__).parent
TESTS = Path(__file__).parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of kettext, whose folder is where Python looks first."""
    unwanted = shutil.ignore_patterns("__pycache__", ".*")
    shutil.copytree(PACKAGE, tmp_path / "kettext", ignore=unwanted)
    (tmp_path / "tests").mkdir()
    for name in ("__init__.py", "test_examples.py", "test_layers.py"):
        shutil.copy(TESTS / name, tmp_path / "tests" / name)
    shutil.copy(TESTS.parent / "pyproject.toml", tmp_path)
    return tmp_path


def pytest_in(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=120,
    )


def test_new_checks_pass_the_tests_at_once(checkout: Path) -> None:
    plain = run("new-check", "tone/shouted-word", folder=checkout)
    listed = run("new-check", "fashion/worn-phrase", "--phrases", "--new-group", folder=checkout)
    assert (plain.returncode, listed.returncode) == (0, 0), plain.stderr + listed.stderr
    assert "-k shouted-word" in plain.stdout
    tone, fashion = checkout / "kettext/checks/tone", checkout / "kettext/checks/fashion"
    assert {path.name for path in tone.glob("shouted*")} == {"shouted_word.py", "shouted_word.md"}
    assert len(list(fashion.iterdir())) == 3
    assert "# To change" in (tone / "shouted_word.py").read_text(encoding="utf-8")
    examples = pytest_in(checkout, "tests/test_examples.py", "-k", "shouted-word or worn-phrase")
    assert examples.returncode == 0, examples.stdout
    pairs = pytest_in(checkout, "tests/test_layers.py", "-k", "pair or small")
    assert pairs.returncode == 0, pairs.stdout
    names = run("checks", folder=checkout).stdout
    assert "shouted-word" in names and "worn-phrase" in names


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("shouted-word", "with its group"),
        ("tone/Shouted", "small letters"),
        ("tone/../shouted", "small letters"),
        ("../tone/shouted", "small letters"),
        ("tone/much-shouted-word-of-a-headline", "too long"),
        ("tone/while", "meaning in Python"),
        ("tone/aside", "there is a check “aside” already"),
        ("structure/aside", "there is a check “aside” already"),
        ("structure/tone", "something else"),
        ("structure/check", "something else"),
        ("document/shouted", "can't be a group"),
        ("tune/shouted", "did you mean “tone”?"),
    ],
)
def test_names_that_can_not_be_are_refused(name: str, reason: str, checkout: Path) -> None:
    before = sorted(checkout.rglob("*"))
    done = run("new-check", name, folder=checkout)
    assert done.returncode == 2
    assert reason in done.stderr
    assert sorted(path for path in checkout.rglob("*") if "__pycache__" not in path.parts) == before


def test_nothing_is_overwritten(checkout: Path) -> None:
    page = checkout / "kettext/checks/tone/shouted_word.md"
    page.write_text("mine", encoding="utf-8")
    done = run("new-check", "tone/shouted-word", folder=checkout)
    assert done.returncode == 2
    assert "exists; nothing was written" in done.stderr
    assert page.read_text(encoding="utf-8") == "mine"
    assert not page.with_suffix(".py").exists()


def test_only_a_checkout_gets_new_checks(checkout: Path) -> None:
    (checkout / "pyproject.toml").unlink()
    done = run("new-check", "tone/shouted-word", folder=checkout)
    assert done.returncode == 2
    assert "is no checkout" in done.stderr
