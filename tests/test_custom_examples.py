"""`kettext checks --test`: whether checks without code do what their examples say."""

from pathlib import Path

import pytest

from tests.command import run

CONFIG = """\
select = ["structure"]

[[custom]]
name = "house-words"
phrases = ["leverage => use"]
message = "Say “{replacement}”"
bad = ["We leverage it", 'They “leverage” it']
good = [
  "It is of use",
]

[[custom]]
bad = ["x1"]
name = "numbered-x"
pattern = 'x\\d'
message = "“{match}” is a number"
"""


def outcome(config: str, folder: Path, *words: str) -> tuple[int, str]:
    (folder / "kettext.toml").write_text(config, encoding="utf-8")
    done = run("checks", "--test", *words, folder=folder)
    return done.returncode, done.stdout + done.stderr


def test_examples_that_hold_are_counted(tmp_path: Path) -> None:
    assert outcome(CONFIG, tmp_path) == (0, "4 examples of your checks passed.\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "We leverage it", "We use it",
            "kettext.toml:7: house-words: nothing is found in the bad example “We use it”",
        ),
        (
            "It is of use", "a leverage",
            "kettext.toml:9: house-words: “leverage” is found in the good example “a leverage”",
        ),
        ('["x1"]', '["""\ny1"""]',
         "kettext.toml:14: numbered-x: nothing is found in the bad example “y1”"),
    ],
)  # fmt: skip
def test_example_that_fails_is_told_with_its_line(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    expected = f"{told}\n\n1 of 4 examples failed.\n"
    assert outcome(CONFIG.replace(old, new), tmp_path) == (1, expected)


def test_config_of_the_path_is_tested(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "kettext.toml").write_text(CONFIG.replace("leverage it", "use it"), encoding="utf-8")
    (inner / "tea.md").write_text("# Tea\n", encoding="utf-8")
    assert outcome(CONFIG, tmp_path)[0] == 0
    for path in ("inner", "inner/tea.md"):
        code, said = outcome(CONFIG, tmp_path, path)
        assert code == 1
        assert "inner/kettext.toml:7:" in said.replace("\\", "/")


def test_what_can_not_be_tested_is_said(tmp_path: Path) -> None:
    assert outcome("", tmp_path) == (
        0, "No [[custom]] checks hold for ., so there is nothing to test.\n",
    )  # fmt: skip
    without = CONFIG.replace('bad = ["x1"]\n', "")
    assert "numbered-x has no examples" in outcome(without, tmp_path)[1]
    code, said = outcome(CONFIG.replace("pattern", "patern"), tmp_path)
    assert code == 2
    assert "patern" in said
    assert outcome(CONFIG, tmp_path, "nowhere")[0] == 2


def test_a_path_without_test_is_a_mistake(tmp_path: Path) -> None:
    assert run("checks", ".", folder=tmp_path).returncode == 2
