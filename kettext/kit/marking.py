"""Marks at statements that want a source: what `fix --mark-citations` puts in."""

import re
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.kit.finding import Applicability, Edit, Finding, Fix, Phase
from kettext.text.source import Span

INLINE, FOOTNOTE = "inline", "footnote"
MARK = "[citation needed]"
STUB = "Source needed."
LABEL = r"\[\^source-(?P<number>\d{1,6})\]"
INLINE_TITLE = "Mark that a source is needed"
FOOTNOTES_TITLE = "Put a footnote where a source is needed"
JOINING = "([:"  # behind a mark they would make a link of it; "[" may begin another mark


def with_marks(document: Document, findings: Sequence[Finding], style: str) -> list[Finding]:
    """The findings, each about a statement that wants a source, with the fixes that mark them.

    A footnote needs a definition, so all footnotes are one fix, that of the first finding. Where a
    mark can't be put in cleanly, a finding keeps having no fix.
    """
    places = [_behind_sentence(document, finding.span) for finding in findings]
    if style == INLINE:
        return [
            finding._replace(fix=_inline(place)) if place else finding
            for finding, place in zip(findings, places, strict=True)
        ]
    fix = _footnotes(document, sorted({place for place in places if place}))
    return [findings[0]._replace(fix=fix), *findings[1:]] if findings else []


def _inline(place: Span) -> Fix:
    return Fix(INLINE_TITLE, (Edit(place, MARK),), Applicability.SAFE, Phase.WORDS, adds=(MARK,))


def _footnotes(document: Document, places: Sequence[Span]) -> Fix | None:
    if not places or document.format != "markdown" or document.inferred:
        return None
    first = max(_numbers(document), default=0) + 1
    labels = [f"[^source-{number}]" for number in range(first, first + len(places))]
    edits = [Edit(place, label) for place, label in zip(places, labels, strict=True)]
    definitions = [f"{label}: {STUB}" for label in labels]
    end = len(document.source.text.rstrip())
    newline = document.source.newline()
    edits.append(Edit(Span(end, end), newline * 2 + newline.join(definitions)))
    adds = (*labels, *definitions)
    return Fix(FOOTNOTES_TITLE, tuple(edits), Applicability.SAFE, Phase.WORDS, adds=adds)


def _numbers(document: Document) -> Iterator[int]:
    """The numbers of the footnotes that have been put in before."""
    for match in re.finditer(LABEL, document.source.text):
        yield int(match["number"])


def _behind_sentence(document: Document, span: Span) -> Span | None:
    """The place behind the sentence that a finding is about, and behind the markup that ends with
    it; None where no mark can stand."""
    block = document.leaf_block_at(span.start)
    if block is None or not document.leaf_of(block).exact:
        return None
    end = document.sentence_at(block, span.start).end
    rest = document.prose(block).parts(Span(end, len(document.source.text)))
    goes_on = next((piece.source.start for piece in rest), block.span.end)
    markup, *_ = re.split(r"\s", document.source.slice(Span(end, max(end, goes_on))), maxsplit=1)
    place = end + len(markup)
    follows = document.source.text[place : place + 1]
    return None if follows and follows in JOINING else Span(place, place)
