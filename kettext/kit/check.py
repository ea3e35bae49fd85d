"""What declares a check: `@check(...)` on a generator from a document to its findings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kettext.article.document import Document
from kettext.kit.finding import Finding, Severity
from kettext.text.source import Span

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of the check's list that stands in the document; `replacement` is what the list says
    instead."""

    span: Span
    phrase: str
    replacement: str | None = None


class Search(Protocol):
    """A check's function, from a document to findings; options are keyword-only parameters."""

    __module__: str
    __name__: str
    __kwdefaults__: dict[str, object] | None

    def __call__(self, *arguments: object, **options: object) -> Iterator[Finding]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Check:
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
        return self.search.__kwdefaults__ or {}

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
) -> Callable[[Callable[..., Iterator[Finding]]], Check]:
    """Declare a check.

    `on`: whether it runs unless it is switched off. `language`: the only language whose words it
    knows. `phrases`: the list of phrases beside it, whose places the function then gets as `hits`.
    """

    def declare(search: Callable[..., Iterator[Finding]]) -> Check:
        group = search.__module__.split(".")[-2]
        name = search.__name__.replace("_", "-")
        listed = _beside(search, phrases) if phrases else None
        return Check(name, group, severity, on, language, listed, search)

    return declare


def _beside(search: Callable[..., Iterator[Finding]], name: str) -> Path:
    return Path(search.__code__.co_filename).with_name(name)
