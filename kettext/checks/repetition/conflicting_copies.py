"""The page of this check, with its examples, is conflicting_copies.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.conflicts import Conflict, conflicts
from kettext.kit.finding import Finding, Related, Severity, quoted

MOST_QUOTED = 20  # characters


@check(severity=Severity.ERROR, on=True)
def conflicting_copies(document: Document) -> Iterator[Finding]:
    said = set()
    for conflict in conflicts(document):
        if conflict.near.again.span not in said:
            said.add(conflict.near.again.span)
            yield _finding(document, conflict)


def _finding(document: Document, conflict: Conflict) -> Finding:
    first, again, _ = conflict.near
    lines = [document.source.position(passage.span.start).line for passage in (first, again)]
    stated = [quoted(text.strip("]()"), MOST_QUOTED) for text in conflict[1:] if text]
    how = (
        f"say the same but differ: {stated[0]} and {stated[1]}"
        if len(stated) > 1
        else f"say the same, but only one of them has {stated[0]}"
    )
    return Finding(
        again.span,
        f"Lines {lines[0]} and {lines[1]} {how}",
        related=(Related(first.span, "the other one"),),
    )
