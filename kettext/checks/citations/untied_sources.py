"""The page of this check, with its examples, is untied_sources.md."""

import re
from collections.abc import Iterator
from itertools import islice

from kettext.article.anchors import anchor_key
from kettext.article.bibliography import (
    Entry,
    References,
    heading_after,
    headings_within,
    reference_lists,
)
from kettext.article.document import Document
from kettext.article.pointers import (
    Rest,
    footnote_keys,
    footnotes,
    pointed_numbers,
    rest_of,
)
from kettext.article.titles import is_back_matter
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.prose import fold, parts_of_words

TITLE = (  # of a link, of two words or more; of a standard, "RFC 5322"
    r"\b(?P<standard>[A-Z]{2,6}[\s-]\d[\w-]++)"
    r"|\[(?=[^\[\]]*+\](?:\(|\[))(?P<title>[^\[\]:]*\w\s\w[^\[\]:]*)"
)
MOST_TITLES = 100
FEWEST = 2  # references; a single one is the source of the whole article


@check(severity=Severity.NOTE, on=True)
def untied_sources(document: Document) -> Iterator[Finding]:
    for listed in reference_lists(document):
        number = len(listed.entries)
        if number < FEWEST or not (listed.heading or listed.numbers):
            continue
        if _is_last(document, listed) and not _is_tied(document, listed):
            place = listed.heading or listed.entries[0].block
            name = f" under {quoted(document.prose(place).text)}" if listed.heading else ""
            yield Finding(place.span, f"Nothing points to any of the {number} sources{name}")
    defined = footnotes(document)
    if len(defined) >= FEWEST and footnote_keys(document).isdisjoint(defined):
        first = next(iter(defined.values()))
        yield Finding(first, f"Nothing points to any of the {len(defined)} footnotes")


def _is_tied(document: Document, listed: References) -> bool:
    rest = rest_of(document)
    if not listed.numbers.isdisjoint(pointed_numbers(document)) or _has_target(document, listed):
        return True
    entries = {entry: document.source.slice(entry.span) for entry in listed.entries}
    if any(_is_named(entry, rest) or rest.may_mean(entry, entries[entry]) for entry in entries):
        return True
    found = (match for one in entries.values() for match in re.finditer(TITLE, one))
    names = (fold(match["title"] or match["standard"]) for match in islice(found, MOST_TITLES))
    return any(name in rest.text for name in names)


def _is_named(entry: Entry, rest: Rest) -> bool:
    """Whether the text has the name of the author."""
    name = parts_of_words(entry.surname)
    return bool(name) and rest.words.issuperset(name)


def _has_target(document: Document, listed: References) -> bool:
    """Whether a link leads to a heading in the list."""
    targets = rest_of(document).targets
    return any(anchor_key(one.title) in targets for one in headings_within(document, listed))


def _is_last(document: Document, listed: References) -> bool:
    """Whether nothing more is told behind a list; one in between is that of its section."""
    following = heading_after(document, listed)
    return following is None or is_back_matter(following)
