"""What other programs import from kettext: lint(), fix() and parse()."""

from kettext import formats
from kettext.article.document import Document
from kettext.fixer.passes import Fixed, fix_document
from kettext.fixer.trial import Objection
from kettext.kit.finding import Applicability
from kettext.linter.linter import Report
from kettext.linter.linter import lint as lint_document
from kettext.linter.settings import Settings
from kettext.runner.fixing import fixing_tools
from kettext.text.source import InputError, source_of

__all__ = ["Fixed", "InputError", "Objection", "fix", "lint", "parse"]


def parse(text: str, *, format: str = "markdown") -> Document:  # noqa: A002  # the name users expect
    """The document that a text is read as; `format` is "markdown" or "text". Offsets are code
    points.

    Raises InputError for a text with NUL characters or lone surrogates, ValueError for an unknown
    format.
    """
    if format not in formats.MODULES:
        raise ValueError(f"the format is {format!r}, not one of {', '.join(formats.MODULES)}")
    return formats.parse(source_of(text), format)


def lint(
    text: str,
    *,
    format: str = "markdown",  # noqa: A002  # the name users expect
    settings: Settings | None = None,
) -> tuple[Report, ...]:
    """What is found in a text, in order of place. Raises what parse() raises, InputError for
    unknown checks."""
    return lint_document(parse(text, format=format), settings or Settings())


def fix(
    text: str,
    *,
    format: str = "markdown",  # noqa: A002  # the name users expect
    unsafe: bool = False,
    settings: Settings | None = None,
) -> Fixed:
    """What the fixes make of a text, with the account of every sentence.

    Raises what lint() raises, and Objection where the result can't be proved to have lost nothing.
    """
    level = Applicability.UNSAFE if unsafe else Applicability.SAFE
    tools = fixing_tools(settings or Settings(), level)
    return fix_document(parse(text, format=format), tools)
