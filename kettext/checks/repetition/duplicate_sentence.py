"""The page of this check, with its examples, is duplicate_sentence.md."""

from collections.abc import Collection, Iterator
from functools import cache

from kettext.article.document import Document
from kettext.article.nodes import Paragraph
from kettext.kit.check import check
from kettext.kit.finding import Finding, Fix, Related, Severity
from kettext.kit.leaning import leans, remove_sentences
from kettext.kit.repeats import Repeat, Sentence, are_parallel, repeated_sentences
from kettext.text.prose import collapsed, words
from kettext.text.source import Span

AKIN, ALIKE = 0.15, 0.55  # the share of words at which two texts vary a pattern, or are copies
FEWEST_SHARED = 5  # words; of very short texts nobody can tell
TITLE = "Remove the repeated sentence"


@check(severity=Severity.WARNING, on=True)
def duplicate_sentence(document: Document, *, minimum: int = 10) -> Iterator[Finding]:
    """`minimum`: how many words a sentence must have; shorter ones often return on purpose."""
    repeats = repeated_sentences(document, minimum)
    keys = {sentence.key for repeat in repeats for sentence in repeat.again}
    rest = cache(lambda block: _rest(document, block, keys))
    vary = cache(lambda one, other: _vary(rest(one), rest(other)))
    for repeat in repeats:
        one, other = repeat.first[0].place, repeat.again[0].place
        names_code = "`" in repeat.again[0].key and one.heading is not other.heading
        if not (names_code or are_parallel(one, other) or vary(one.block, other.block)):
            yield _finding(document, repeat)


def _rest(document: Document, block: Paragraph, keys: Collection[str]) -> set[str]:
    """The words of the sentences of a paragraph that stand only once."""
    texts = map(document.source.slice, document.sentences(block))
    alone = (text for text in texts if collapsed(text) not in keys)
    return {word for text in alone for word in words(text) if len(word) > 3}


def _vary(one: set[str], other: set[str]) -> bool:
    """Whether two paragraphs vary a pattern: they have much in common besides, but not most."""
    shared = len(one & other)
    return shared >= FEWEST_SHARED and AKIN <= shared / len(one | other) < ALIKE


def _finding(document: Document, repeat: Repeat) -> Finding:
    first, again = repeat.spans
    number = len(repeat.again)
    what = (
        "This sentence already stands" if number == 1 else f"These {number} sentences already stand"
    )
    return Finding(
        again,
        f"{what} on line {document.source.position(first.start).line}",
        related=(Related(first, "same words"),),
        fix=_fix(document, repeat.again, again, first),
    )


def _fix(document: Document, run: list[Sentence], span: Span, survivor: Span) -> Fix | None:
    """None where what stands behind it may lean on it."""
    if leans(document, span.end):
        return None
    block, before, behind = run[0].place.block, run[0].before, run[-1].behind
    return remove_sentences(document, block, (before, behind), TITLE, survivor)
