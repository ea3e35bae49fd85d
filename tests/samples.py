"""The whole articles in samples/, and what kettext makes of them: used by the tests and by
accept.py."""

import io
from pathlib import Path

from kettext.kit.finding import Applicability
from kettext.linter.settings import Settings
from kettext.reports import full
from kettext.reports.terminal import Look
from kettext.runner.files import Input
from kettext.runner.fixing import Manner, fix_all
from kettext.runner.linting import lint_all
from kettext.runner.reading import Result

FOLDER = Path(__file__).parent.parent / "samples"
NAMES = sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir())


def article(name: str) -> Path:
    return next((FOLDER / name).glob("article.*"))


def source_of(name: str) -> Input:
    path = article(name)
    return Input(path.name, "text" if path.suffix == ".txt" else "markdown", path)


def linted(name: str) -> str:
    """What lint prints of a sample."""
    text = io.StringIO()
    full.render(lint_all([source_of(name)], Settings()), text, Look())
    return text.getvalue()


def fixed(name: str, *, unsafe: bool = False) -> Result:
    """What fix makes of a sample, as Markdown."""
    level = Applicability.UNSAFE if unsafe else Applicability.SAFE
    results = fix_all([source_of(name)], Settings(), level, Manner(to_markdown=True))
    return next(iter(results))
