"""The verifier: after a pass, what no edit touched must still be read as it was."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Boilerplate,
    Definition,
    Footnote,
    Heading,
    List,
    ListItem,
    Table,
    children_of,
)
from kettext.fixer.draft import OffsetMap
from kettext.fixer.spans import Spans
from kettext.kit.finding import Edit, Severity, quoted
from kettext.linter.linter import Report
from kettext.text.sequences import tail
from kettext.text.source import Span

Fingerprint = tuple[object, ...]


def objections(
    old: Document, new: Document, edits: Sequence[Edit], *, may_flip: bool
) -> Iterator[str]:
    """What has changed besides the edits. `may_flip`: in inferred text an untouched line may be
    read anew."""
    offsets = OffsetMap(edits, old.source.text)
    replaced = [edit.span for edit in edits]
    if _outside(old.source.text, replaced) != _outside(new.source.text, offsets.written):
        yield "the text outside of the edits has changed"
    if new.suspect:
        yield f"the new text can't be read for certain: {new.suspect}"
    yield from _unresolved(old, new, Spans(offsets.written))
    if not (old.inferred and may_flip):
        yield from _read_anew(old, new, Changes(edits), offsets)


def _read_anew(
    old: Document, new: Document, changes: "Changes", offsets: OffsetMap
) -> Iterator[str]:
    written = Spans(offsets.written)
    by_start = {block.span.start: block for block in new.blocks}
    matched: set[Block] = set()
    for block in old.blocks:
        if not changes.touch(block.span):
            found = by_start.get(offsets.after(block.span.start))
            if found is None or not _is_same(old, block, new, found):
                yield f"{_quoted(old, block)} would be read in another way"
                return
            matched.add(found)
    for block in new.blocks:
        if block not in matched and not written.touches(block.span):
            yield f"{_quoted(new, block)} would appear"
            return


def new_errors(old: Sequence[Report], new: Sequence[Report], offsets: OffsetMap) -> Iterator[str]:
    """The errors that the edits have brought about."""
    known = {(report.check, offsets.after(report.finding.span.start)) for report in old}
    messages = {(report.check, report.finding.message) for report in old}
    for report in new:
        key = (report.check, report.finding.span.start)
        is_known = key in known or (report.check, report.finding.message) in messages
        if report.severity == Severity.ERROR and not is_known:
            yield f"a new error would appear: {report.finding.message}"


def _outside(text: str, spans: Sequence[Span]) -> list[str]:
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


class Changes:
    """The edits of a pass, asked which blocks they change; moving is no change."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._ends = [edit.span.end for edit in edits]
        self._moved = Spans(edit.moved for edit in edits if edit.moved)

    def touch(self, block: Span) -> bool:
        is_moved = self._moved.contains(block)
        for edit in tail(self._edits, bisect_left(self._ends, block.start)):
            if edit.span.start > block.end:
                break
            if _touches(edit, block) and not (is_moved and edit.span.contains(block)):
                return True
        return False


def _touches(edit: Edit, block: Span) -> bool:
    """Whether an edit changes a block; whole lines put in or taken away beside it do not."""
    if edit.span.start < edit.span.end:
        return edit.span.overlaps(block)
    if edit.span.start == block.start:
        return not edit.text.endswith(("\n", "\r"))
    if edit.span.start == block.end:
        return not edit.text.startswith(("\n", "\r"))
    return block.start < edit.span.start < block.end


def _is_same(old: Document, block: Block, new: Document, found: Block) -> bool:
    if not old.inferred:
        return _fingerprint(old, block) == _fingerprint(new, found)
    if old.source.slice(block.span) != new.source.slice(found.span):
        return False
    return _role(block) == _role(found) or isinstance(block, Boilerplate)


def _role(block: Block) -> str:
    """What a line of inferred text is read as."""
    return f"heading {block.level}" if isinstance(block, Heading) else type(block).__name__


def _fingerprint(document: Document, block: Block) -> Fingerprint:
    """Type, attributes, raw text and children of a block, without positions; a loop, since blocks
    may nest deeply."""
    found: list[object] = []
    waiting: list[Block] = [block]
    while waiting:
        here = waiting.pop()
        children = children_of(here)
        found.append((type(here), _attributes(here), len(children)))
        if not children:
            found.append(document.source.slice(here.span))
        waiting.extend(children)
    return tuple(found)


def _attributes(block: Block) -> tuple[object, ...]:
    match block:
        case Heading():
            return (block.level, block.inferred)
        case List():
            return (block.ordered, block.tight)
        case ListItem():
            return (block.checked,)
        case Table():
            return tuple(len(row) for row in block.rows)
        case Footnote():
            return (block.label,)
        case Definition():
            return (block.label, block.target)
        case _:
            return ()


def _unresolved(old: Document, new: Document, written: Spans) -> Iterator[str]:
    """Links and footnotes must lead where they led; new ones may only be what was put in."""
    before, after = _targets(old), _targets(new)
    if any(
        label not in after or _attributes(after[label]) != _attributes(block)
        for label, block in before.items()
    ) or any(
        label not in before and not written.contains(block.span) for label, block in after.items()
    ):
        yield "links or footnotes would lead elsewhere"


def _targets(document: Document) -> dict[object, Block]:
    """What each label leads to; where there are several, the first one holds."""
    targets: dict[object, Block] = {}
    for block, _ in document.tree:
        if isinstance(block, Definition | Footnote):
            targets.setdefault((type(block), block.label), block)
    return targets


def _quoted(document: Document, block: Block) -> str:
    return quoted(document.source.slice(block.span), 60)
