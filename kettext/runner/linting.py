"""What the checks find in each file of a run."""

from collections.abc import Iterable, Iterator

from kettext.linter.linter import lint
from kettext.linter.settings import Settings
from kettext.runner.files import Input
from kettext.runner.reading import Result, read_all


def lint_all(found: Iterable[Input], settings: Settings) -> Iterator[Result]:
    """Each input with what the checks find in it."""
    for result in read_all(found):
        if result.document is None or result.skipped:
            yield result
        else:
            yield result._replace(reports=lint(result.document, settings))
