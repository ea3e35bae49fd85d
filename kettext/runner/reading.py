"""What happens to each file of a run: read and understood. What comes of it is a result."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kettext import formats
from kettext.article.document import Document
from kettext.runner.files import Input
from kettext.text.source import InputError, decode

if TYPE_CHECKING:
    from kettext.fixer.ledger import Applied  # reading loads nothing that only others need
    from kettext.fixer.passes import Fixed
    from kettext.linter.linter import Report

EMPTY = "empty"
NO_ARTICLE = "not an article (fewer than three lines of prose)"


class Result(NamedTuple):
    """What came of one file. `error`: why it could not be done; `skipped`: why it was passed over;
    `fixed`: what `fix` made of it; `written`: where that went, None if nowhere;
    `refused`: the fixes because of which the article was left alone."""

    name: str
    format: str
    path: Path | None = None
    data: bytes = b""
    document: Document | None = None
    reports: "tuple[Report, ...]" = ()
    fixed: "Fixed | None" = None
    error: str | None = None
    skipped: str | None = None
    written: str | None = None
    refused: "tuple[Applied, ...]" = ()

    @property
    def is_in_place(self) -> bool:
        """Whether the file itself was rewritten."""
        return self.path is not None and self.written is not None and self.written == str(self.path)

    @property
    def failed(self) -> bool:
        """Whether kettext could not do its work here."""
        return self.error is not None or any(report.is_crash for report in self.reports)

    @property
    def new_bytes(self) -> bytes:
        """What the fixed article is as a file."""
        if self.fixed is None:
            return self.data
        return self.fixed.document.source.encode()


def read_all(found: Iterable[Input]) -> Iterator[Result]:
    """Each input with its document, or with the reason why it has none."""
    for item in found:
        yield read(item)


def read(item: Input) -> Result:
    """One input with its document, or with the reason why it has none."""
    result = Result(item.name, item.format, item.path, error=item.error, skipped=item.skipped)
    if item.error or item.skipped:
        return result
    try:
        data = item.read()
        source = decode(data)
    except InputError as error:
        return result._replace(error=str(error))
    if not source.text.strip():
        return result._replace(data=data, skipped=EMPTY)
    document = formats.parse(source, item.format)
    skipped = None if formats.is_article(document) else NO_ARTICLE
    return result._replace(data=data, document=document, skipped=skipped)
