"""The licence: what the edits of a fix do, held against what its finding allows.

The finding comes from the check, the edits from rewrite.py: a slip of either shows in the other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.fixer.spans import Spans
from kettext.fixer.units import Unit, units_in
from kettext.kit.finding import Applicability, Finding, Fix, Phase, quoted
from kettext.text.prose import collapsed, words
from kettext.text.similarity import says_all
from kettext.text.source import Span

WIDE = (Phase.DEDUPLICATE, Phase.MOVE, Phase.HEADINGS)  # related places may be changed as well


def objections(
    document: Document, units: Sequence[Unit], finding: Finding, fix: Fix, marks: str = ""
) -> Iterator[str]:
    """What this fix does that its finding does not allow; nothing if all is well.

    `marks`: the characters of markup that it may put in besides the words it declares.
    """
    yield from _moved_elsewhere(document, finding, fix)
    yield from _lost_elsewhere(document, finding, fix)
    yield from _put_in_undeclared(fix, marks + (document.syntax.heading_mark or ""))
    if fix.phase == Phase.DEDUPLICATE:
        yield from _lost_for_good(document, units, fix)


def _moved_elsewhere(document: Document, finding: Finding, fix: Fix) -> Iterator[str]:
    """What moves must be what the finding names, or stand below a heading that it names; all of it
    must be put in again, and be taken from its old place."""
    if not fix.moved:
        return
    named = [finding.span, *(place.span for place in finding.related)]
    sections = [document.section_at(span.start) for span in named]
    headings = Spans(named)
    below = [one.span for one in sections if one and headings.overlaps(one.heading.span)]
    allowed = Spans((*named, *below))
    taken = Spans(edit.span for edit in fix.edits if not edit.text)
    for edit in fix.edits:
        if edit.moved is None:
            continue
        text = document.source.slice(edit.moved)
        if fix.phase != Phase.MOVE or not allowed.contains(edit.moved):
            yield f"{quoted(text)} would move, which the finding does not name"
        before, _, behind = edit.text.partition(text) if text.strip() else ("x", "", "")
        if (before + behind).strip() or not taken.contains(edit.moved):
            yield f"{quoted(text)} would not be the same at its new place, or stand twice"


def _lost_elsewhere(document: Document, finding: Finding, fix: Fix) -> Iterator[str]:
    related = [place.span for place in finding.related] if fix.phase in WIDE else []
    allowed = Spans((finding.span, *related))
    for loss in fix.losses:
        for span in _ink(document, loss):
            if not allowed.contains(span) or (fix.survivor and fix.survivor.overlaps(span)):
                yield f"“{document.source.slice(span)}” would go, which the finding does not name"
                return


def _ink(document: Document, loss: Span) -> Iterator[Span]:
    """The runs of characters in a stretch, blanks apart."""
    start = loss.start
    for part in document.source.slice(loss).split():
        start = document.source.text.index(part, start)
        yield Span(start, start + len(part))
        start += len(part)


def _put_in_undeclared(fix: Fix, marks: str) -> Iterator[str]:
    texts = [edit.text for edit in fix.edits if not edit.moved]
    put_in = Counter(word for text in texts for word in words(text))
    declared = Counter(word for text in fix.adds for word in words(text))
    if put_in != declared:
        odd = next(iter((put_in - declared) or (declared - put_in)))
        yield f"“{odd}” would be put in, or left out, against what the fix declares"
    signs = "".join("".join(text.split()) for text in texts)
    for text in sorted(fix.adds, key=len, reverse=True):  # a short one may stand in a long one
        signs = signs.replace("".join(text.split()), "", 1)
    odd = signs.strip(marks)
    if any(sign not in marks for sign in odd):
        yield f"“{odd}” would be put in, which the fix does not declare"


def _lost_for_good(document: Document, units: Sequence[Unit], fix: Fix) -> Iterator[str]:
    """In a removal of copies, what goes must stand in the copy that stays; with an unsafe fix,
    nearly so, and without another number, name or negation."""
    if fix.survivor is None:
        yield "a copy would go, but the fix does not say which one stays"
        return
    written = [*_whole_units(document, units, fix.survivor)]
    staying = [collapsed(text) for text in written]
    for span, is_whole in _lost_units(units, fix):
        text = collapsed(document.source.slice(span))
        stays = text in staying if is_whole else any(_is_part(text, one) for one in staying)
        if not stays and is_whole and fix.applicability == Applicability.UNSAFE:
            gone = document.source.slice(span)
            stays = any(says_all(one, gone) for one in written)
        if text and not stays:
            yield f"“{document.source.slice(span)}” would go, but is not in the copy that stays"
            return


def _whole_units(document: Document, units: Sequence[Unit], span: Span) -> Iterator[str]:
    """The units of which all words stand in a stretch, without the markup around them."""
    for unit in units_in(units, span):
        inside = Span(max(unit.span.start, span.start), min(unit.span.end, span.end))
        outside = Span(unit.span.start, inside.start), Span(inside.end, unit.span.end)
        if not any(map(str.isalnum, "".join(map(document.source.slice, outside)))):
            yield document.source.slice(inside)


def _lost_units(units: Sequence[Unit], fix: Fix) -> Iterator[tuple[Span, bool]]:
    """The stretches of units that a fix takes away, each with whether it is a whole unit."""
    for loss in fix.losses:
        for unit in units_in(units, loss):
            start, end = max(unit.span.start, loss.start), min(unit.span.end, loss.end)
            yield Span(start, end), loss.contains(unit.span)


def _is_part(part: str, whole: str) -> bool:
    """Whether some words stand in a text, in whole words and with every sign between them."""
    return f" {part} " in f" {whole} "
