"""What the checks find in each file of a run."""

from collections.abc import Iterable, Iterator

from kettext.linter.folders import Governing
from kettext.linter.linter import lint
from kettext.runner.files import Input
from kettext.runner.reading import Result, fetch, understand
from kettext.text.source import InputError


def lint_all(found: Iterable[Input], settings: Governing) -> Iterator[Result]:
    """Each input with what the checks find in it."""
    for item in found:
        data = fetch(item)
        yield data if isinstance(data, Result) else lint_bytes(item, data, settings)


def lint_bytes(item: Input, data: bytes, settings: Governing) -> Result:
    """What the checks find in the bytes of an input; an error of kettext's own is that file's."""
    try:
        result = understand(item, data)
        if result.document is None or result.skipped:
            return result
        return result._replace(reports=lint(result.document, settings.of(item.name)))
    except InputError as error:
        return lost(item, str(error))
    except Exception as error:  # noqa: BLE001  # one file must not stop the others
        return lost(item, failure(error))


def failure(error: Exception) -> str:
    """What is said of a file that an error of kettext's own has met."""
    return f"could not be checked ({type(error).__name__}: {error})"


def lost(item: Input, error: str) -> Result:
    """The result of an input that could not be done."""
    return Result(item.name, item.format, item.path, error=error)
