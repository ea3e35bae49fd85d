"""What a shell is offered when somebody presses Tab."""

from pathlib import Path

import pytest

from kettext import checks
from kettext.cli import COMMANDS
from tests.command import run


def offered(typed: str, folder: Path) -> list[str]:
    """What is offered for the last word of a line, as click tells it to bash: a kind, a word."""
    words = typed.split(" ")
    asked = {
        "_KETTEXT_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = run(folder=folder, environment=asked)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kettext und", ["plain,undo"]),
        ("kettext lint --exit", ["plain,--exit-zero"]),
        ("kettext lint --select repeated-w", ["plain,repeated-word"]),
        ("kettext fix --ignore repeated-word,boilerpl", ["plain,repeated-word,boilerplate"]),
        ("kettext lint --ignore tone,tone", []),
        ("kettext lint --profile med", ["plain,medical"]),
        ("kettext explain repeated-w", ["plain,repeated-word"]),
        ("kettext explain repetiti", []),
        ("kettext new-check repetiti", ["plain,repetition/"]),
        ("kettext lint arti", ["file,arti"]),
        ("kettext lint --config ket", ["file,ket"]),
        ("kettext lint --cache-dir ca", ["dir,ca"]),
    ],
)
def test_shell_is_offered_what_can_stand_there(
    typed: str, expected: list[str], tmp_path: Path
) -> None:
    assert offered(typed, tmp_path) == expected


def test_all_commands_and_all_checks_are_offered(tmp_path: Path) -> None:
    assert offered("kettext ", tmp_path) == [f"plain,{name}" for name in COMMANDS]
    names = [f"plain,{name}" for name in sorted(checks.names())]
    assert offered("kettext explain ", tmp_path) == names


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shell_is_told_how_to_ask(shell: str, tmp_path: Path) -> None:
    done = run(folder=tmp_path, environment={"_KETTEXT_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert f"_KETTEXT_COMPLETE={shell}_complete" in done.stdout
