"""What fixing makes of each file of a run; nothing is written here."""

from collections.abc import Iterable, Iterator

from kettext import formats
from kettext.article.document import Document
from kettext.fixer.passes import fix_document
from kettext.fixer.trial import Objection, Tools
from kettext.kit.finding import Applicability
from kettext.linter.folders import Governing
from kettext.linter.linter import Report, lint
from kettext.linter.settings import Settings
from kettext.runner.files import Input
from kettext.runner.reading import Result, read

NEVER_FIXED = "files of this kind are never fixed"


def fix_all(
    found: Iterable[Input], settings: Governing, level: Applicability, *, to_markdown: bool
) -> Iterator[Result]:
    """Each input with what the fixes make of it; nothing is written."""
    for item in found:
        if item.is_never_fixed and not item.error:
            yield read(item)._replace(skipped=NEVER_FIXED)
        else:
            yield _fix(read(item), settings, level, to_markdown=to_markdown)


def _fix(result: Result, settings: Governing, level: Applicability, *, to_markdown: bool) -> Result:
    if result.document is None or result.skipped:
        return result
    tools = fixing_tools(settings.of(result.name), level)
    try:
        fixed = fix_document(result.document, tools, to_markdown=to_markdown)
    except Objection as objection:
        return result._replace(error=f"was left as it was: {objection}")
    return result._replace(fixed=fixed, reports=fixed.remaining)


def fixing_tools(settings: Settings, level: Applicability) -> Tools:
    """How fixing reads and checks with these settings."""

    def check_again(document: Document) -> tuple[Report, ...]:
        return lint(document, settings)

    return Tools(formats.parse, check_again, level)
