"""Places in the text that point to references, footnotes and addresses that are not there. Only
where an article points to others of the kind that are: what looks like a pointer is often code."""

import re
from collections.abc import Iterator

from kettext.article.bibliography import may_have_notes, numbered_entries, reference_lists
from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Definition
from kettext.article.pointers import (
    NOTE,
    Pointer,
    footnotes,
    label_key,
    pointers,
    written_definitions,
    written_notes,
    written_numbers,
)
from kettext.article.reference_shapes import YEAR
from kettext.article.source_forms import NO_NAMES
from kettext.text.prose import parts_of_words
from kettext.text.source import Span

NUMBERED_NOTE = r"(?:fn|note|source|footnote|ref)?[:_-]?\d{1,3}"
NO_NOTE = r"(?:\\?\w-\w)+.*|.*[\\$*+|/].*|\W.*"  # what a set of characters in a regex looks like
FULL = r"(?<![\w\]\\!])\[(?P<text>[^\[\]]{1,200})\]\[(?P<label>[^\[\]]{0,100})\](?![\[(\w:])"
LABELLED, COLLAPSED = r"\]\[([^\[\]]{1,100})\]", r"\[([^\[\]]{1,200})\]\[\]"
INCLUDED = r"(?m)\{\{|\{%|^import\s.*\.mdx?[\"']|@include|--8<--|^:::"
WORDS = r"[^\W\d_]{2}"
NAME = r"[A-Z][\w’'-]*[a-z][\w’'-]*"
NAMED = (
    rf"\b(?P<said>(?P<first>{NAME})\set\sal\.?,?\s(?:{YEAR}|\({YEAR}\)|\[{YEAR}\]))"
    rf"|[(;]\s?(?:see\s|e\.g\.,?\s)?(?P<pair>(?P<one>{NAME})\s(?:and|&)\s{NAME},?\s{YEAR})(?=\s?[,;)])"
)
FEWEST_NAMED = 3  # references of which the author is plain
BEFORE_ARRAY = r"(?:[=∈_]|\b(?:array|list|vector|range|interval|index|return|returns))\s*\Z"
NEAR = 16  # characters


def notes_without_definition(document: Document) -> Iterator[Match]:
    """What points to footnotes that are nowhere defined."""
    if not may_have_notes(document):
        return
    text = document.source.text
    pointed = {label_key(match["label"]) for match in re.finditer(NOTE, text)}
    defined = written_notes(document) if pointed.difference(footnotes(document)) else pointed
    for match in document.find(NOTE, written=r"\[\^") if defined is not pointed else ():
        label = match["label"]
        if label_key(label) in defined or re.fullmatch(NO_NOTE, label):
            continue
        is_plain = document.source.slice(match.span()) == match[0]  # not escaped
        if is_plain and (defined or re.fullmatch(NUMBERED_NOTE, label)):
            yield match


def numbers_without_reference(document: Document) -> Iterator[tuple[Span, int]]:
    """What points to numbers that no reference has, each with the first of these."""
    known = {entry.number for entry in numbered_entries(document) if entry.number is not None}
    if not known and any(found.numbers for found in reference_lists(document)):
        return
    known.update(int(label) for label in _definitions(document) if label.isdecimal())
    if not known or all(numbers <= known for numbers in written_numbers(document)):
        return
    found = [one for one in pointers(document) if not one.is_link]
    right = {number for one in pointers(document) for number in one.numbers} & known
    wrong = [one for one in found if not one.numbers <= known]
    if len(right) < min(2, len(known)) or len(wrong) > len(found) - len(wrong) + len(right) // 2:
        return
    most = 2 * max(known) + 10
    for one in wrong:
        if max(one.numbers) <= most and not _may_be_code(document, one):
            yield one.span, min(one.numbers - known)


def _may_be_code(document: Document, pointer: Pointer) -> bool:
    """Whether a pointer may be an array, or the ends of an interval."""
    start = pointer.span.start
    before = document.source.text[max(pointer.block.span.start, start - NEAR) : start]
    if 0 in pointer.numbers or re.search(BEFORE_ARRAY, before):
        return True
    return 1 in pointer.numbers and len(pointer.numbers) > 1


def names_without_entry(document: Document) -> Iterator[Span]:
    """What points to authors, of several, whose names no list of references has."""
    entries = [entry for found in reference_lists(document) for entry in found.entries]
    named = sum(bool(entry.surname and entry.year) for entry in entries)
    if named < FEWEST_NAMED or named < 0.8 * len(entries):
        return
    known = {
        part for entry in entries for part in parts_of_words(document.source.slice(entry.span))
    }
    listed = {entry.block for entry in entries}
    found = [match for match in document.find(NAMED) if match.block not in listed]
    wrong = [match for match in found if known.isdisjoint(parts_of_words(_name(match)))]
    if 2 <= len(found) - len(wrong) >= len(wrong):
        for match in wrong:
            if _name(match) not in NO_NAMES:
                yield match.span("said" if match["said"] else "pair")


def _name(match: Match) -> str:
    return match["first"] or match["one"]


def links_without_target(document: Document) -> Iterator[Match]:
    """Links "[text][label]" whose label is nowhere defined, in an article that defines others."""
    text = document.source.text
    if document.inferred or not _definitions(document) or "][" not in text:
        return
    unknown = {*_labels_of_links(text)} - _definitions(document)
    if unknown:
        unknown -= written_definitions(document)
    if not unknown or re.search(INCLUDED, text):
        return
    for match in document.find(FULL, written=r"\]\["):
        is_unknown = label_key(match["label"] or match["text"]) in unknown
        if is_unknown and "\\" not in document.source.slice(match.span()) and _is_link(match):
            yield match


def _labels_of_links(text: str) -> Iterator[str]:
    yield from (label_key(label) for label in re.findall(LABELLED, text))
    if "][]" in text:
        yield from (label_key(label) for label in re.findall(COLLAPSED, text))


def _is_link(match: Match) -> bool:
    """Whether it can be nothing else, such as "[rows][0]" or two options of a command."""
    text, label = match["text"], match["label"]
    if not re.search(WORDS, text):
        return False
    return not label or " " in text.strip() or bool(re.search(WORDS, label) and text[0].isupper())


def _definitions(document: Document) -> frozenset[str]:
    return document.derived(_labels)


def _labels(document: Document) -> frozenset[str]:
    return frozenset(
        label_key(block.label) for block in document.blocks if isinstance(block, Definition)
    )
