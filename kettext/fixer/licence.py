"""The licence: what the edits of a fix do, held against what its finding allows.

The finding comes from the check, the edits from rewrite.py: a slip of either shows in the other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.fixer.units import Unit
from kettext.kit.finding import Edit, Finding, Fix, Phase
from kettext.text.prose import collapsed, words
from kettext.text.source import Span

COPIES = (Phase.DEDUPLICATE, Phase.MOVE)  # where a related place may lose what another one keeps


def objections(
    document: Document, units: Sequence[Unit], finding: Finding, fix: Fix, marks: str = ""
) -> Iterator[str]:
    """What this fix does that its finding does not allow; nothing if all is well.

    `marks`: the characters of markup that it may put in besides the words it declares.
    """
    yield from _lost_elsewhere(document, finding, fix)
    yield from _put_in_undeclared(fix, marks + (document.syntax.heading_mark or ""))
    if fix.phase == Phase.DEDUPLICATE:
        yield from _lost_for_good(document, units, fix)


def _lost_elsewhere(document: Document, finding: Finding, fix: Fix) -> Iterator[str]:
    related = [place.span for place in finding.related] if fix.phase in COPIES else []
    allowed = [finding.span, *related]
    for edit in fix.edits:
        for span in _ink(document, edit):
            is_allowed = any(place.contains(span) for place in allowed)
            if not is_allowed or (fix.survivor and fix.survivor.overlaps(span)):
                yield f"“{document.source.slice(span)}” would go, which the finding does not name"
                return


def _ink(document: Document, edit: Edit) -> Iterator[Span]:
    """The runs of characters that an edit takes away, blanks apart."""
    start = edit.span.start
    for part in document.source.slice(edit.span).split():
        start = document.source.text.index(part, start)
        yield Span(start, start + len(part))
        start += len(part)


def _put_in_undeclared(fix: Fix, marks: str) -> Iterator[str]:
    put_in = Counter(word for edit in fix.edits for word in words(edit.text))
    declared = Counter(word for text in fix.adds for word in words(text))
    if put_in != declared:
        odd = next(iter((put_in - declared) or (declared - put_in)))
        yield f"“{odd}” would be put in, or left out, against what the fix declares"
    signs = "".join("".join(edit.text.split()) for edit in fix.edits)
    for text in fix.adds:
        signs = signs.replace("".join(text.split()), "", 1)
    odd = signs.strip(marks)
    if any(sign not in marks for sign in odd):
        yield f"“{odd}” would be put in, which the fix does not declare"


def _lost_for_good(document: Document, units: Sequence[Unit], fix: Fix) -> Iterator[str]:
    """In a removal of copies, what goes must stand in the copy that stays."""
    if fix.survivor is None:
        yield "a copy would go, but the fix does not say which one stays"
        return
    survivor = fix.survivor
    staying = [
        collapsed(document.source.slice(unit.span))
        for unit in units
        if survivor.contains(unit.span)
    ]
    for span, is_whole in _lost_units(units, fix.edits):
        text = collapsed(document.source.slice(span))
        stays = text in staying if is_whole else any(_is_part(text, one) for one in staying)
        if text and not stays:
            yield f"“{document.source.slice(span)}” would go, but is not in the copy that stays"
            return


def _lost_units(units: Sequence[Unit], edits: Sequence[Edit]) -> Iterator[tuple[Span, bool]]:
    """The stretches of units that edits take away, each with whether it is a whole unit."""
    for unit in units:
        for edit in edits:
            if edit.span.overlaps(unit.span):
                is_whole = edit.span.contains(unit.span)
                start = max(unit.span.start, edit.span.start)
                yield Span(start, min(unit.span.end, edit.span.end)), is_whole


def _is_part(part: str, whole: str) -> bool:
    """Whether some words stand in a text, in whole words and with every sign between them."""
    return f" {part} " in f" {whole} "
