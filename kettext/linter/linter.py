"""From a document to reports: scan for phrases, run each check, isolate crashes, sort."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from kettext.article.document import Document
from kettext.formats.density import is_too_dense
from kettext.kit.check import Check, Hit
from kettext.kit.finding import Applicability, Finding, Severity
from kettext.linter.settings import (
    CRASHED,
    DOCUMENT,
    SUSPECT,
    TOO_DENSE,
    Settings,
    chosen_checks,
)
from kettext.text.phrases import (
    Listed,
    Phrase,
    PhraseIndex,
    occurrences,
    phrase_index,
    read_phrases,
)
from kettext.text.source import Span
from kettext.text.value import NamedTuple

SUPPRESSING = "kettext"  # without this word in it, an article silences nothing


class Report(NamedTuple):
    """A finding with all that is decided outside its check.

    `identity` is what the fingerprint is made of: the check, the words that the finding points at,
    and how many equal ones stand before it.
    """

    check: str
    group: str
    severity: Severity
    section: tuple[str, ...]
    identity: tuple[str, str, int]
    finding: Finding

    @property
    def is_crash(self) -> bool:
        """Whether this tells of a check that crashed, not of the article."""
        return self.check == CRASHED

    @property
    def fingerprint(self) -> str:
        """The same for the same fault, whatever is edited elsewhere in the article."""
        from kettext.linter.fingerprint import fingerprint  # hashing is slow to load

        return fingerprint(self.identity)


Judged = tuple[str, str, Severity, Finding]  # name and group of the check, and what it found


def lint(document: Document, settings: Settings) -> tuple[Report, ...]:
    """What the chosen checks find, in order of place. Raises InputError if a check is not known."""
    return run_checks(document, chosen_checks(settings), settings)


def run_checks(
    document: Document, checks: Sequence[Check], settings: Settings
) -> tuple[Report, ...]:
    """What these checks find, in order of place; one that crashes is itself a finding."""
    checks = [check for check in checks if check.language is None or document.is_english]
    hits = scan(document, checks)
    judged = list(_document_findings(document))
    for check in checks:
        judged.extend(_run(check, document, hits.get(check.name, ()), settings))
    claims = {check.name for check in checks if check.claim}
    judged = _one_a_sentence(document, judged, claims)
    if SUPPRESSING in document.source.text:
        from kettext.linter.suppression import unsilenced  # few articles silence anything

        judged = unsilenced(document, judged, {check.name for check in checks}, settings)
    if settings.mark_citations:
        judged = _marked(document, judged, claims, settings)
    judged = _protected(document, judged, settings)
    judged.sort(key=lambda item: (item[3].span, item[0], item[3].message))
    return tuple(_reports(document, judged))


def scan(document: Document, checks: Iterable[Check]) -> dict[str, tuple[Hit, ...]]:
    """The places of all phrases of these checks, by check, found in one scan of the document."""
    listed = tuple((check.name, check.phrases) for check in checks if check.phrases)
    if not listed:
        return {}
    listed_at: dict[int, list[Listed]] = defaultdict(list)
    lookup = document.lookup
    for entry in _phrase_index(listed).possible(lookup.words):
        for place in lookup.texts_with_all(entry.words, entry.rarest, entry.phrase.text):
            listed_at[place].append(entry)
    found: dict[str, list[Hit]] = defaultdict(list)
    for place in sorted(listed_at):
        prose = document.prose(document.leaves[place][0])
        for start, end, owner, phrase in occurrences(prose.text, listed_at[place]):
            span = prose.source_span(start, end)
            found[owner].append(Hit(span, phrase.text, phrase.replacement))
    return {name: tuple(hits) for name, hits in found.items()}


@lru_cache(maxsize=8)
def _phrase_index(lists: tuple[tuple[str, Path | tuple[Phrase, ...]], ...]) -> PhraseIndex:
    return phrase_index(
        (name, read_phrases(listed) if isinstance(listed, Path) else listed)
        for name, listed in lists
    )


def _run(
    check: Check, document: Document, hits: tuple[Hit, ...], settings: Settings
) -> Iterator[Judged]:
    only_shows = check.name in settings.never or check.group in settings.never
    try:
        for finding in check.findings(document, hits, settings.options_of(check)):
            shown = _only_shown(finding) if only_shows else finding
            yield check.name, check.group, check.severity, shown
    except Exception as error:  # noqa: BLE001  # a crash of one check must not silence the others
        message = f"The check “{check.name}” crashed: {type(error).__name__}: {error}"
        yield CRASHED, DOCUMENT, Severity.ERROR, Finding(Span(0, 0), message)


def _one_a_sentence(
    document: Document, judged: list[Judged], claims: Container[str]
) -> list[Judged]:
    """The findings; of those that want a source for the same sentence only the gravest, of these
    the first."""
    first: dict[Span, Judged] = {}
    others = []
    for one in judged:
        name, _, severity, finding = one
        block = document.leaf_block_at(finding.span.start) if name in claims else None
        if block is None:
            others.append(one)
            continue
        sentence = document.sentence_at(block, finding.span.start)
        held = first.get(sentence)
        if held is None or (-severity, finding.span) < (-held[2], held[3].span):
            first[sentence] = one
    return [*others, *first.values()]


def _marked(
    document: Document, judged: Sequence[Judged], claims: Container[str], settings: Settings
) -> list[Judged]:
    """The findings, those that want a source with a fix that marks the place."""
    from kettext.kit.marking import with_marks  # few ask for it

    wanting = [one for one in judged if one[0] in claims]
    others = [one for one in judged if one[0] not in claims]
    found = with_marks(document, [one[3] for one in wanting], settings.mark_citations)
    return others + [(*one[:3], finding) for one, finding in zip(wanting, found, strict=True)]


def _only_shown(finding: Finding) -> Finding:
    """The finding with its fix, if any, as one that nobody applies."""
    fix = finding.fix
    manual = fix._replace(applicability=Applicability.MANUAL) if fix else None
    return finding._replace(fix=manual)


def _protected(document: Document, judged: list[Judged], settings: Settings) -> list[Judged]:
    """The findings, with each fix that would take away a protected passage as one that nobody
    applies."""
    if all(finding.fix is None for *_, finding in judged):
        return judged
    from kettext.linter.protection import Protection  # many articles have nothing to fix

    protection = Protection(document, settings.protect)
    return [
        (name, group, severity, finding._replace(fix=protection.judged(finding.fix)))
        if finding.fix
        else (name, group, severity, finding)
        for name, group, severity, finding in judged
    ]


def _document_findings(document: Document) -> Iterator[Judged]:
    if document.suspect:
        message = f"This article can't be read for certain: {document.suspect}"
        yield SUSPECT, DOCUMENT, Severity.WARNING, Finding(Span(0, 0), message)
    if not is_too_dense(document.source.text):
        return  # then no part of it is
    for block, _ in document.leaves:
        if is_too_dense(document.source.slice(block.span)):
            message = "The markup here is too dense to be followed, so nothing in it is mended"
            yield TOO_DENSE, DOCUMENT, Severity.WARNING, Finding(block.span, message)


def _reports(document: Document, judged: Iterable[Judged]) -> Iterator[Report]:
    seen: Counter[tuple[str, str]] = Counter()
    for check, group, severity, finding in judged:
        text = _words(document.source.slice(finding.span))
        section = document.section_at(finding.span.start)
        path = section.path if section else ()
        identity = (check, text, seen[check, text])
        yield Report(check, group, severity, path, identity, finding)
        seen[check, text] += 1


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
