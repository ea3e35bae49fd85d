"""The page of this check, with its examples, is conflicting_copies.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted
from kettext.kit.near import Near, near_sentences
from kettext.kit.parallels import conflict
from kettext.kit.repeats import is_meant

MOST_QUOTED = 20  # characters


@check(severity=Severity.ERROR, on=True)
def conflicting_copies(document: Document) -> Iterator[Finding]:
    said = set()
    for near in near_sentences(document):
        pair = None if near.again.span in said else conflict(document, near)
        if pair and not is_meant(near.again.written):
            said.add(near.again.span)
            yield _finding(document, near, *pair)


def _finding(document: Document, near: Near, one: str, other: str) -> Finding:
    position = document.source.position
    lines = [position(passage.span.start).line for passage in (near.first, near.again)]
    texts = [quoted(text.strip("]()"), MOST_QUOTED) for text in (one, other) if text]
    how = (
        f"say the same but differ: {texts[0]} and {texts[1]}"
        if len(texts) > 1
        else f"say the same, but only one of them has {texts[0]}"
    )
    return Finding(
        near.again.span,
        f"Lines {lines[0]} and {lines[1]} {how}",
        related=(Related(near.first.span, "the other one"),),
    )
