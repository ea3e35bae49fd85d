"""The page of this check, with its examples, is informal.md."""

from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock, Paragraph
from kettext.article.titles import is_faq
from kettext.article.voice import is_own
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity
from kettext.kit.informality import (
    SIGNS,
    holds_any,
    most_as_written,
    points,
    weighed_most,
    words_of_cues,
)
from kettext.text.source import Span

MARGIN = 0.3  # points by which a sentence may gain when its markup is read
LONGEST_LABEL = 40
EMPHASIS = ("*", "_")
MOST_NAMED, LONGEST_MESSAGE = 3, 90


@check(
    severity=Severity.WARNING,
    on=True,
    language="en",
    profiles={
        "medical": {"threshold": 0.6},
        "news": {"threshold": 0.8},
        "marketing": None,
        "docs": {"threshold": 1.5},
    },
)
def informal(document: Document, *, threshold: float = 1.0) -> Iterator[Finding]:
    """`threshold`: how many points make a sentence informal; the fewer, the more is found."""
    lookup = document.lookup
    cues = [sign for sign in SIGNS if sign in lookup.text]
    cues += words_of_cues() & lookup.words
    for block in _blocks(document, cues):
        if most_as_written(document.source.slice(block.span), cues) < threshold - MARGIN:
            continue
        prose = document.prose(block)
        for span in document.sentences(block):
            sentence = prose.read(span)
            if (
                holds_any(sentence, cues)
                and sum(points(sentence).values()) >= threshold
                and _is_said(document, block, span, sentence)
            ):
                yield Finding(span, _message(sentence))


def _blocks(document: Document, cues: Sequence[str]) -> Iterator[LeafBlock]:
    """The paragraphs of the text itself that may hold a cue, in reading order."""
    lookup, found = document.lookup, set[int]()
    for sign in SIGNS.keys() & cues:
        found.update(lookup.texts_with_sign(sign, SIGNS[sign]))
    found.update(lookup.texts_with(cue for cue in cues if cue not in SIGNS))
    for place in sorted(found):
        block = document.leaves[place][0]
        if isinstance(block, Paragraph) and document.index_of(block) is not None:
            yield block


def _is_said(document: Document, block: LeafBlock, span: Span, sentence: str) -> bool:
    """Whether it is a sentence of the article, in the voice of its author."""
    index, written = document.index_of(block), document.source.slice(block.span)
    return (
        index is not None
        and not document.chrome_kinds[index]
        and not _names_speaker(written)
        and not (written.startswith(EMPHASIS) and written.endswith(EMPHASIS))
        and not _is_emphasised(document, span)
        and not ("?" in sentence and _is_in_faq(document, span))
        and is_own(document, block, span)
    )


def _names_speaker(written: str) -> bool:
    """Whether a block begins with who speaks, or whom a letter is to: “**Anna:**”, “Anna Bell:”,
    “Q:”, “DEAR BEA:”."""
    label, colon, text = written[:LONGEST_LABEL].partition(":")
    if label.startswith("**"):
        return bool(colon) and (label.endswith("**") or text.startswith("**"))
    words = label.split()
    is_name = 2 <= len(words) <= 3 and all(word[0].isupper() for word in words)
    return bool(colon) and (label.isupper() or is_name)


def _is_in_faq(document: Document, span: Span) -> bool:
    section = document.section_at(span.start)
    return section is not None and is_faq(section.heading)


def _is_emphasised(document: Document, span: Span) -> bool:
    """Whether it stands between marks of emphasis, as labels and headings in bold do."""
    text = document.source.text
    return text.endswith(EMPHASIS, 0, span.start) and text.startswith(EMPHASIS, span.end)


def _message(sentence: str) -> str:
    message = f"Sounds informal: {', '.join(weighed_most(sentence, MOST_NAMED))}"
    return message if len(message) <= LONGEST_MESSAGE else message.rpartition(", ")[0]
