"""What declares a check: `@check(...)` on a generator from a document to its findings."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from kettext.article.document import Document
from kettext.kit.finding import Finding, Severity
from kettext.text.phrases import Phrase
from kettext.text.source import Span
from kettext.text.value import NamedTuple


class Hit(NamedTuple):
    """A phrase of the check's list that stands in the document; `replacement` is what the list says
    instead."""

    span: Span
    phrase: str
    replacement: str | None = None


Search = Callable[..., Iterator[Finding]]  # Document, hits if declared, options as keywords
Difference = Severity | Mapping[str, object] | None  # what is otherwise in one profile
NO_DIFFERENCES: Mapping[str, Difference] = {}


class Check(NamedTuple):
    """One check with what its decorator declares; name and group follow from the function and its
    folder. `phrases` is its list, or the file that holds it. `claim`: it finds statements that
    want a source."""

    name: str
    group: str
    severity: Severity
    on: bool
    language: str | None
    phrases: Path | tuple[Phrase, ...] | None
    search: Search
    profiles: Mapping[str, Difference] = NO_DIFFERENCES
    claim: bool = False

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
    profiles: Mapping[str, Difference] = NO_DIFFERENCES,
    claim: bool = False,
) -> Callable[[Search], Check]:
    """Declare a check.

    `on`: whether it runs unless it is switched off. `language`: the only language whose words it
    knows. `phrases`: the list of phrases beside it, whose places the function then gets as `hits`.
    `profiles`: by the name of a profile, what is otherwise there: a severity (the check runs, and
    is that severe), None (it does not run), or options; with a `severity` among them it runs.
    `claim`: it finds statements that want a source; of all that such checks find in a sentence one
    finding stays, and `fix --mark-citations` marks the place.
    """

    def declare(search: Search) -> Check:
        group = search.__module__.split(".")[-2]
        name = search.__name__.replace("_", "-")
        listed = _beside(search, phrases) if phrases else None
        return Check(name, group, severity, on, language, listed, search, profiles, claim)

    return declare


def _beside(search: Search, name: str) -> Path:
    return Path(search.__code__.co_filename).with_name(name)
