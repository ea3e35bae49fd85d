"""The page of this check, with its examples, is similar_sentence.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.protected import is_protected
from kettext.kit.check import check
from kettext.kit.conflicts import is_contradicted
from kettext.kit.finding import Finding, Fix, Related, Severity
from kettext.kit.leaning import leans, remove_sentences
from kettext.kit.near import Near, Passage, near_paragraphs, near_sentences
from kettext.kit.parallels import alone, vary_a_pattern
from kettext.kit.repeats import is_meant
from kettext.text.similarity import says_all

IN_ONE_PARAGRAPH = 0.85  # how much sentences side by side must be alike: contrasts are alike too
PARAGRAPH = 20  # words; shorter ones are compared sentence by sentence
SUBJECT = 3  # words that the sentences begin with
TITLE = "Remove the sentence that says nearly the same"


@check(severity=Severity.NOTE, on=True)
def similar_sentence(document: Document, *, minimum: int = 10) -> Iterator[Finding]:
    """`minimum`: how many words a sentence must have; shorter ones often return on purpose."""
    paragraphs = {
        (near.first.place, near.again.place)
        for near in near_paragraphs(document)
        if min(near.first.length, near.again.length) >= PARAGRAPH
    }
    said = set()
    for near in near_sentences(document):
        is_part = (near.first.place, near.again.place) in paragraphs
        if near.again.span not in said and not is_part and _is_similar(document, near, minimum):
            said.add(near.again.span)
            yield _finding(document, near)


def _is_similar(document: Document, near: Near, minimum: int) -> bool:
    one, other = near.first, near.again
    is_long = min(one.length, other.length) >= minimum
    if not is_long or one.words == other.words or any(map(is_meant, (one.written, other.written))):
        return False
    if one.place is other.place and near.likeness < IN_ONE_PARAGRAPH:
        return False
    has_own_facts = alone(one, other) or alone(other, one)
    return not has_own_facts and not vary_a_pattern(document, near)


def _finding(document: Document, near: Near) -> Finding:
    line = document.source.position(near.first.span.start).line
    return Finding(
        near.again.span,
        f"This sentence says nearly the same as one on line {line} ({near.likeness:.0%} alike)",
        related=(Related(near.first.span, "nearly the same"),),
        fix=_fix(document, near.first, near.again),
    )


def _fix(document: Document, first: Passage, again: Passage) -> Fix | None:
    """Only where the other one stands shortly before, and nothing that follows leans on this
    one."""
    if not _may_go(first, again) or is_contradicted(document, again.span):
        return None
    is_same = first.place is again.place
    is_next = _follows(document, first, again)
    opens = is_next and not again.number and first.words[:SUBJECT] == again.words[:SUBJECT]
    if not (is_same or is_next) or leans(document, again.span.end, on_subject=opens):
        return None
    block = again.place.block
    if document.sentences(block)[again.number] != again.span:
        return None
    behind = len(document.sentences(block)) - 1 - again.number
    around = (again.number, behind)
    return remove_sentences(document, block, around, TITLE, first.span)


def _may_go(first: Passage, again: Passage) -> bool:
    return says_all(first.written, again.written) and not is_protected(again.written)


def _follows(document: Document, first: Passage, again: Passage) -> bool:
    before = document.index_of(first.place.block)
    return before is not None and before + 1 == document.index_of(again.place.block)
