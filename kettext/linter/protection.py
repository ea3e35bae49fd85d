"""Fixes that would take away what no fix may remove become ones that nobody applies. Loaded only
where something can be fixed."""

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from kettext.article.document import Document
from kettext.article.protected import protected_passages
from kettext.kit.finding import Applicability, Fix
from kettext.text.prose import collapsed
from kettext.text.sequences import overlapping
from kettext.text.source import Span

LONGEST_SURVIVOR = 1000  # characters; a heading is shorter


class Protection:
    """What is protected in one document."""

    def __init__(self, document: Document, named: Sequence[str]) -> None:
        """`named`: phrases whose sentences are protected besides what always is."""
        self._source = document.source
        self._passages = protected_passages(document, named)

    def judged(self, fix: Fix) -> Fix:
        """The fix, as one to be made by hand if it takes away a protected passage."""
        if fix.applicability is Applicability.MANUAL or not self._is_lost(fix):
            return fix
        title = f"{fix.title}, but only by hand: it is protected"
        return fix._replace(title=title, applicability=Applicability.MANUAL)

    def _is_lost(self, fix: Fix) -> bool:
        """Whether half of a protected sentence goes, or half of the words by which it is known. A
        word that is doubled, an invisible character or a line break is less than that."""
        gone: Counter[Span] = Counter()
        for loss in fix.losses:
            for passage in overlapping(self._passages, loss, attrgetter("span")):
                gone[passage.span] += _shared(loss, passage.span)
                if _is_half(gone[passage.span], passage.span) and not self._is_kept(
                    passage.span, fix
                ):
                    return True
                marks = overlapping(passage.marks, loss, lambda mark: mark)
                if any(self._takes(loss, mark, fix) for mark in marks):
                    return True
        return False

    def _takes(self, loss: Span, mark: Span, fix: Fix) -> bool:
        if not _is_half(_shared(loss, mark), mark) or self._is_kept(mark, fix):
            return False
        stays = fix.survivor
        if stays is None or stays.end - stays.start > LONGEST_SURVIVOR:
            return True
        return collapsed(self._source.slice(mark)) not in collapsed(self._source.slice(stays))

    def _is_kept(self, span: Span, fix: Fix) -> bool:
        """Whether the fix puts these words in again."""
        put_in = " ".join(edit.text for edit in fix.edits)
        return collapsed(self._source.slice(span)) in collapsed(put_in) if put_in.strip() else False


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _is_half(number: int, span: Span) -> bool:
    return 2 * number >= span.end - span.start
