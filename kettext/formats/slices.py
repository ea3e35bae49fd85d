"""Parts of a leaf: what a line of a paragraph holds, what an item holds with its marker."""

from collections.abc import Iterator, Sequence

from kettext.article.nodes import Inline, Leaf, Text
from kettext.text.prose import OBJECT, Piece, Prose, plain_prose
from kettext.text.source import Source, Span


def parts_of(leaf: Leaf, spans: Sequence[Span], source: Source) -> Iterator[Leaf]:
    """What a leaf holds in several spans in order; a part that markup leaves is not exact."""
    pieces = _shared_out(spans, [piece.source for piece in leaf.prose.pieces])
    inlines = _shared_out(spans, [inline.span for inline in leaf.inlines])
    for span, (first, last), (start, end) in zip(spans, pieces, inlines, strict=True):
        found = leaf.inlines[start:end]
        inside = [piece.source for piece in leaf.prose.pieces[first:last]]
        inside += [inline.span for inline in found]
        if leaf.exact and first < last and all(span.contains(one) for one in inside):
            yield Leaf(found, _part(leaf.prose, first, last))
        else:
            yield _approximate(source.slice(span), span)


def _shared_out(spans: Sequence[Span], parts: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """For each span the first and last + 1 of the parts that overlap it; both are in order."""
    first = 0
    for span in spans:
        while first < len(parts) and parts[first].end <= span.start:
            first += 1
        last = first
        while last < len(parts) and parts[last].start < span.end:
            last += 1
        yield first, last


def _part(prose: Prose, first: int, last: int) -> Prose:
    pieces = prose.pieces[first:last]
    start, end = pieces[0].start, pieces[-1].start + pieces[-1].length
    return Prose(
        prose.text[start:end],
        tuple(piece._replace(start=piece.start - start) for piece in pieces),
    )


def _approximate(text: str, span: Span) -> Leaf:
    return Leaf((), Prose(text, (Piece(0, len(text), span, copied=False),)), exact=False)


def with_marker(leaf: Leaf, marker: Span, source: Source) -> Leaf:
    """What a leaf holds with the marker of its list item in front."""
    text = source.slice(marker)
    if not leaf.exact:
        end = leaf.prose.pieces[-1].source.end
        return _approximate(text + leaf.prose.text, Span(marker.start, end))
    moved = (piece._replace(start=piece.start + len(text)) for piece in leaf.prose.pieces)
    pieces = (*plain_prose(text, marker.start).pieces, *moved)
    inlines: tuple[Inline, ...] = (Text(marker), *leaf.inlines)
    return Leaf(inlines, Prose(text + leaf.prose.text, pieces))


def visible_text(leaf: Leaf, source: Source) -> str:
    """The prose of a leaf, with what is no prose (code, an address) as it stands in the source."""
    if OBJECT not in leaf.prose.text:
        return leaf.prose.text
    parts = []
    for piece in leaf.prose.pieces:
        text = leaf.prose.text[piece.start : piece.start + piece.length]
        parts.append(source.slice(piece.source).strip("`") if text == OBJECT else text)
    return "".join(parts)
