"""What a check says: a finding, perhaps with a fix, which is applied whole or not at all."""

from enum import IntEnum

from kettext.text.prose import shortened
from kettext.text.source import Span
from kettext.text.value import NamedTuple


class Severity(IntEnum):
    """How much a finding matters, in rising order."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


class Applicability(IntEnum):
    """Whether a fix may be applied unasked, in rising order."""

    MANUAL = 1
    UNSAFE = 2
    SAFE = 3

    @property
    def label(self) -> str:
        return self.name.lower()


class Phase(IntEnum):
    """What a fix does, in the order in which fixes that collide are made."""

    REMOVE = 1
    DEDUPLICATE = 2
    MOVE = 3
    HEADINGS = 4
    WORDS = 5


class Edit(NamedTuple):
    """Put `text` in place of `span`.

    `moved`: the stretch whose words stand in `text`, with nothing but blanks around them; another
    edit of the same fix takes it from its old place.
    """

    span: Span
    text: str = ""
    moved: Span | None = None


class Fix(NamedTuple):
    """Edits applied together or not at all, sorted and not overlapping.

    `survivor` is the copy that stays where another one goes, `adds` holds the words that the fix
    puts in. Fixes of one `isolation` do not share a stretch in one pass.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability
    phase: Phase
    survivor: Span | None = None
    adds: tuple[str, ...] = ()
    isolation: str | None = None

    @property
    def stretch(self) -> Span:
        """From the first edit's start to the last one's end."""
        return Span(self.edits[0].span.start, max(edit.span.end for edit in self.edits))

    @property
    def moved(self) -> tuple[Span, ...]:
        """The stretches that it takes to another place, in the order of the source."""
        return tuple(sorted(edit.moved for edit in self.edits if edit.moved))

    @property
    def losses(self) -> tuple[Span, ...]:
        """The stretches that its edits take away or replace, but for what they move."""
        moved = iter((*self.moved, None))
        found = []
        stretch = next(moved)
        for start, end in (edit.span for edit in self.edits):
            while stretch and stretch.end <= end:
                if start < stretch.start:
                    found.append(Span(start, stretch.start))
                start, stretch = max(start, stretch.end), next(moved)
            if start < end:
                found.append(Span(start, end))
        return tuple(found)


class Related(NamedTuple):
    """Another place that a finding is about."""

    span: Span
    message: str = ""


class Finding(NamedTuple):
    """One report of a check. Without a fix the finding can only be shown."""

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def quoted(text: str, most: int = 50) -> str:
    """The text in quotation marks for a message, in one line of at most `most` characters."""
    return f"“{shortened(text, most)}”"
