"""What happens to each file of a run: read and understood. What comes of it is a result."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kettext import formats
from kettext.article.document import Document
from kettext.runner.files import Input
from kettext.text.source import InputError, Source, decode
from kettext.text.value import NamedTuple

if TYPE_CHECKING:
    from kettext.fixer.passes import Fixed
    from kettext.linter.linter import Report

EMPTY = "empty"
NO_ARTICLE = "not an article (fewer than three lines of prose)"


class Result(NamedTuple):
    """What came of one file. `error`: why it could not be done; `skipped`: why it was passed over;
    `fixed`: what `fix` made of it; `written`: where that went, None if nowhere.

    `source` and `inferred` are those of the document; a result that was kept from another run, or
    that another process made, has them without one, and `source` only if it has reports.
    """

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
    source: Source | None = None
    inferred: bool = False

    @property
    def is_in_place(self) -> bool:
        """Whether the file itself was rewritten."""
        return self.path is not None and self.written is not None and self.written == str(self.path)

    @property
    def is_article(self) -> bool:
        """Whether it was read and not passed over."""
        return self.error is None and self.skipped is None

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
    data = fetch(item)
    return data if isinstance(data, Result) else understand(item, data)


def fetch(item: Input) -> bytes | Result:
    """The bytes of an input, or the result that says why there are none."""
    result = Result(item.name, item.format, item.path, error=item.error, skipped=item.skipped)
    if item.error or item.skipped:
        return result
    try:
        return item.read()
    except InputError as error:
        return result._replace(error=str(error))


def understand(item: Input, data: bytes) -> Result:
    """The document in the bytes of an input, or the reason why there is none."""
    result = Result(item.name, item.format, item.path, data)
    try:
        source = decode(data)
    except InputError as error:
        return result._replace(data=b"", error=str(error))
    if not source.text.strip():
        return result._replace(skipped=EMPTY)
    document = formats.parse(source, item.format)
    skipped = None if formats.is_article(document) else NO_ARTICLE
    return result._replace(
        document=document, source=source, inferred=document.inferred, skipped=skipped
    )
