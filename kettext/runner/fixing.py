"""What fixing makes of each file of a run; nothing is written here."""

from collections.abc import Iterable, Iterator

from kettext import formats
from kettext.article.document import Document
from kettext.fixer.passes import fix_document
from kettext.fixer.trial import Objection, Tools
from kettext.kit.finding import Applicability
from kettext.kit.marking import FOOTNOTE
from kettext.linter.folders import Governing
from kettext.linter.linter import Report, lint
from kettext.linter.settings import Settings
from kettext.runner.files import Input
from kettext.runner.reading import Result, read
from kettext.text.value import NamedTuple

NEVER_FIXED = "files of this kind are never fixed"
NO_FOOTNOTES = "plain text has no footnotes; name a Markdown file with -o, or leave out “=footnote”"


class Manner(NamedTuple):
    """What else is done to each article: whether it becomes Markdown, and how claims without a
    source are marked ("": not at all)."""

    to_markdown: bool = False
    mark_citations: str = ""


def fix_all(
    found: Iterable[Input], settings: Governing, level: Applicability, how: Manner
) -> Iterator[Result]:
    """Each input with what the fixes make of it; nothing is written."""
    for item in found:
        if item.is_never_fixed and not item.error:
            yield read(item)._replace(skipped=NEVER_FIXED)
        else:
            yield _fix(read(item), settings, level, how)


def _fix(result: Result, settings: Governing, level: Applicability, how: Manner) -> Result:
    document = result.document
    if document is None or result.skipped:
        return result
    has_footnotes = how.to_markdown or (document.format == "markdown" and not document.inferred)
    if how.mark_citations == FOOTNOTE and not has_footnotes:
        return result._replace(error=NO_FOOTNOTES)
    own = settings.of(result.name)._replace(mark_citations=how.mark_citations)
    tools = fixing_tools(own, level)
    try:
        fixed = fix_document(document, tools, to_markdown=how.to_markdown)
    except Objection as objection:
        return result._replace(error=f"was left as it was: {objection}")
    return result._replace(fixed=fixed, reports=fixed.remaining)


def fixing_tools(settings: Settings, level: Applicability) -> Tools:
    """How fixing reads and checks with these settings."""

    def check_again(document: Document) -> tuple[Report, ...]:
        return lint(document, settings)

    return Tools(formats.parse, check_again, level)
