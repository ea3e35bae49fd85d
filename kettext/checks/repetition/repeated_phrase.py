"""The page of this check, with its examples, is repeated_phrase.md."""

import re
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted
from kettext.kit.near import Near, Passage, related_sentences
from kettext.kit.parallels import vary_a_pattern
from kettext.kit.repeats import is_meant
from kettext.text.prose import fold, parts_of_words, words
from kettext.text.similarity import CONTENT, likeness_of
from kettext.text.source import Span
from kettext.text.value import NamedTuple

MOST_SHORT = 1  # words of a phrase of the least length that may carry no meaning
MOST_ALIKE = 0.6  # sentences that are more alike vary a pattern, or are near copies
LONGEST = 40  # words shown
MOST_QUOTED = 45  # characters
NAMING = ("name", "link")


class Run(NamedTuple):
    """Words in a row of one sentence that stand in an earlier one, too."""

    earlier: Passage
    begins: int  # in the words of the earlier one
    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> list[str]:
        return self.passage.words[self.start : self.end]


@check(severity=Severity.NOTE, on=True)
def repeated_phrase(document: Document, *, minimum: int = 6, fewest: int = 2) -> Iterator[Finding]:
    """`minimum`: how many words must return, all but one of them longer ones. `fewest`: how many
    phrases must do so before one of them is worth a word."""
    titles = f" {' | '.join(' '.join(words(heading.text)) for heading in document.headings)} "
    groups: dict[tuple[Span, int], list[Run]] = {}
    for run in _runs(related_sentences(document), minimum):
        if _says_something(run, minimum) and f" {' '.join(run.words)} " not in titles:
            groups.setdefault((run.earlier.span, run.begins), []).append(run)
    found = [
        finding
        for runs in groups.values()
        for finding in _findings(document, [run for run in runs if not _is_meant(document, run)])
    ]
    yield from sorted(found, key=lambda finding: finding.span) if len(found) >= fewest else ()


def _runs(sentences: Sequence[Passage], minimum: int) -> Iterator[Run]:
    """The longest stretches of at least `minimum` words that stand in an earlier sentence."""
    seen: dict[tuple[str, ...], tuple[Passage, int]] = {}
    for passage in sentences:
        own, run = passage.words, None
        for start in range(len(own) - minimum + 1):
            earlier, begins = seen.setdefault(tuple(own[start : start + minimum]), (passage, start))
            if run and _goes_on(run, earlier, begins, start, minimum):
                run = run._replace(end=start + minimum)
                continue
            if run:
                yield run
            run = None
            if earlier is not passage:
                run = Run(earlier, begins, passage, start, start + minimum)
        if run:
            yield run


def _goes_on(run: Run, earlier: Passage, begins: int, start: int, minimum: int) -> bool:
    is_next = run.end == start + minimum - 1
    return is_next and run.earlier is earlier and begins - run.begins == start - run.start


def _says_something(run: Run, minimum: int) -> bool:
    return sum(len(word) >= CONTENT for word in run.words) >= minimum - MOST_SHORT


def _is_meant(document: Document, run: Run) -> bool:
    one, other = run.earlier, run.passage
    alike = likeness_of(one.profile, other.profile)
    if one.place is other.place or alike >= MOST_ALIKE:
        return True
    if is_meant(one.written) or is_meant(other.written):
        return True
    names = [fact.text for fact, _ in one.facts if fact.kind in NAMING]
    named = parts_of_words(" ".join(names))
    return not set(named).isdisjoint(parts_of_words(" ".join(run.words))) or vary_a_pattern(
        document, Near(one, other, alike)
    )


def _findings(document: Document, runs: Sequence[Run]) -> Iterator[Finding]:
    if not runs:
        return
    shared = min((run.words for run in runs), key=len)[:LONGEST]
    first, *others = (
        _span(passage, shared) for passage in (runs[0].earlier, *(run.passage for run in runs))
    )
    spans = [span for span in others if span]
    if first and spans:
        text = quoted(document.source.slice(spans[0]), MOST_QUOTED)
        yield Finding(
            spans[0],
            f"The words {text} stand in {len(spans) + 1} sentences",
            related=tuple(Related(span, "the same words") for span in (first, *spans[1:])),
        )


def _span(passage: Passage, phrase: Sequence[str]) -> Span | None:
    """Where a phrase stands in a sentence; None where code or a link stands in it."""
    pattern = r"(?<!\w)" + r"\W+".join(map(re.escape, phrase)) + r"(?!\w)"
    match = re.search(pattern, fold(passage.written))
    start = passage.span.start
    return Span(start + match.start(), start + match.end()) if match else None
