"""What declares a check: `@check(...)` on a generator from a document to its findings."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kettext.article.document import Document
from kettext.kit.finding import Finding, Severity
from kettext.text.source import Span


class Hit(NamedTuple):
    """A phrase of the check's list that stands in the document; `replacement` is what the list says
    instead."""

    span: Span
    phrase: str
    replacement: str | None = None


Search = Callable[..., Iterator[Finding]]  # Document, hits if declared, options as keywords


class Check(NamedTuple):
    """One check with what its decorator declares; name and group follow from the function and its
    folder."""

    name: str
    group: str
    severity: Severity
    on: bool
    language: str | None
    phrases: Path | None
    search: Search

    @property
    def options(self) -> Mapping[str, object]:
        """The options with their defaults."""
        return getattr(self.search, "__kwdefaults__", None) or {}

    def findings(
        self,
        document: Document,
        hits: tuple[Hit, ...] = (),
        options: Mapping[str, object] | None = None,
    ) -> Iterator[Finding]:
        """What the check finds. `hits` are the places of its phrases; a check without a list gets
        none."""
        arguments = (document, hits) if self.phrases else (document,)
        return self.search(*arguments, **(options or {}))


def check(
    *,
    severity: Severity,
    on: bool,
    language: str | None = None,
    phrases: str | None = None,
) -> Callable[[Search], Check]:
    """Declare a check.

    `on`: whether it runs unless it is switched off. `language`: the only language whose words it
    knows. `phrases`: the list of phrases beside it, whose places the function then gets as `hits`.
    """

    def declare(search: Search) -> Check:
        group = search.__module__.split(".")[-2]
        name = search.__name__.replace("_", "-")
        listed = _beside(search, phrases) if phrases else None
        return Check(name, group, severity, on, language, listed, search)

    return declare


def _beside(search: Search, name: str) -> Path:
    return Path(search.__code__.co_filename).with_name(name)
