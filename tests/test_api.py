"""What other programs import."""

import subprocess
import sys

import pytest

import kettext
from kettext import fix, lint, parse
from kettext.api import InputError
from kettext.kit.finding import Severity
from kettext.linter.settings import Settings


def test_the_three_functions_do_what_the_commands_do() -> None:
    text = "# Tea\n\nPut the the kettle on.\n"
    (report,) = lint(text)
    assert (report.check, report.group, report.severity) == (
        "repeated-word",
        "repetition",
        Severity.WARNING,
    )
    assert report.section == ("Tea",)
    fixed = fix(text)
    assert fixed.text == "# Tea\n\nPut the kettle on.\n"
    assert [entry.state for entry in fixed.ledger.entries] == ["kept", "changed"]
    assert [applied.check for applied in fixed.applied] == ["repeated-word"]
    assert (fixed.refused, fixed.remaining) == ((), ())
    assert [heading.text for heading in parse(text).headings] == ["Tea"]


def test_settings_choose_checks() -> None:
    text = "Put the the kettle on.\n"
    assert lint(text, settings=Settings(ignore=("repetition",))) == ()
    with pytest.raises(InputError, match="repeated-word"):
        lint(text, settings=Settings(select=("repeated-words",)))


def test_bad_text_and_formats_are_refused() -> None:
    with pytest.raises(InputError, match="NUL"):
        lint("Tea\0")
    with pytest.raises(ValueError, match="format is 'docx'"):
        parse("Tea", format="docx")
    with pytest.raises(AttributeError, match="brew"):
        _ = kettext.brew


def loaded(statement: str) -> set[str]:
    """The modules that are loaded after a statement in a new process."""
    script = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_nothing_is_loaded_before_it_is_needed() -> None:
    assert not {"click", "mistune", "kettext.api"} & loaded("import kettext")
    started = loaded("import kettext.cli")
    assert not {"mistune", "kettext.runner.reading", "importlib.metadata"} & started
    text = loaded("from kettext import lint\nlint('Tea.', format='text')\nimport kettext.cli.lint")
    late = {"mistune", "pathspec", "rapidfuzz", "platformdirs", "language_tool_python", "requests"}
    assert not late & text
    assert "kettext.kit.page" not in text
    assert "mistune" in loaded("from kettext import lint\nlint('Tea.')")
