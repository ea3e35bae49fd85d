"""The page of this check, with its examples, is similar_paragraph.md."""

from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.protected import is_protected
from kettext.kit.check import check
from kettext.kit.conflicts import is_contradicted
from kettext.kit.finding import Applicability, Finding, Fix, Phase, Related, Severity, quoted
from kettext.kit.near import Near, Passage, near_paragraphs, sentences_of
from kettext.kit.parallels import contradict, vary_a_pattern
from kettext.kit.repeats import are_due, is_meant
from kettext.kit.rewrite import remove_block
from kettext.text.prose import collapsed
from kettext.text.similarity import likeness_of, says_all

AKIN = 0.5  # how much a sentence is like one that says the same
MOST_PAIRS = 2500  # of sentences: longer paragraphs are shown without what each has alone
MOST_QUOTED = 60  # characters
TITLE = "Remove the paragraph that says nearly the same"
NEARLY = "nearly the same"


@check(severity=Severity.NOTE, on=True)
def similar_paragraph(document: Document, *, minimum: int = 20) -> Iterator[Finding]:
    """`minimum`: how many words a paragraph must have; shorter ones often return on purpose."""
    clusters: dict[int, list[Near]] = {}
    head_of: dict[int, int] = {}
    for near in near_paragraphs(document):
        first, again = near.first.span.start, near.again.span.start
        if again not in head_of and _is_similar(document, near, minimum):
            head_of[again] = head_of.setdefault(first, first)
            clusters.setdefault(head_of[again], []).append(near)
    for members in clusters.values():
        yield _finding(document, members)


def _is_similar(document: Document, near: Near, minimum: int) -> bool:
    one, other = near.first, near.again
    texts = one.written, other.written
    is_long = min(one.length, other.length) >= minimum
    if not is_long or collapsed(texts[0]) == collapsed(texts[1]) or any(map(is_meant, texts)):
        return False
    is_due = are_due(document, one.place, other.place)
    return not (is_due or contradict(near) or vary_a_pattern(document, near))


def _finding(document: Document, members: list[Near]) -> Finding:
    near, *others = members
    line = document.source.position(near.first.span.start).line
    where = f"on line {line} ({near.likeness:.0%} alike)"
    own = _sentences_alone(document, near)
    what = NEARLY if own is None else _description(*own)
    related = (
        Related(near.first.span, what),
        *(Related(other.again.span, NEARLY) for other in others),
    )
    fix = None if others or own is None or own[1] else _fix(document, near)
    return Finding(
        near.again.span, f"This paragraph says nearly the same as that {where}", related, fix
    )


def _sentences_alone(document: Document, near: Near) -> tuple[list[Passage], list[Passage]] | None:
    """The sentences that each of two paragraphs has alone; None where they are too many to tell."""
    one, other = (sentences_of(document, passage.place) for passage in near[:2])
    if len(one) * len(other) > MOST_PAIRS:
        return None
    return _without(one, other), _without(other, one)


def _without(mine: Sequence[Passage], theirs: Sequence[Passage]) -> list[Passage]:
    return [
        passage
        for passage in mine
        if all(likeness_of(passage.profile, other.profile) < AKIN for other in theirs)
    ]


def _description(first: Sequence[Passage], again: Sequence[Passage]) -> str:
    parts = [
        f"{where}: {quoted(passages[0].written, MOST_QUOTED)}"
        for where, passages in (("only here", first), ("only in the later one", again))
        if passages
    ]
    return "; ".join(parts) or NEARLY


def _fix(document: Document, near: Near) -> Fix | None:
    """Only where each sentence of the later one has its like in the other, with all its facts."""
    one, other = (sentences_of(document, passage.place) for passage in near[:2])
    if is_protected(near.again.written) or is_contradicted(document, near.again.span):
        return None
    if not all(any(says_all(first.written, again.written) for first in one) for again in other):
        return None
    how = (TITLE, Applicability.UNSAFE, Phase.DEDUPLICATE, near.first.span)
    return remove_block(document, near.again.place.block, *how)
