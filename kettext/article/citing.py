"""Where the text of a block names sources, which sentence each belongs to, and whether an article
cites sentence by sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kettext.article.document import Document
from kettext.article.links import Site, addresses_in, is_source
from kettext.article.markers import is_stub
from kettext.article.nodes import (
    CodeSpan,
    Footnote,
    FootnoteReference,
    Image,
    LeafBlock,
    Link,
    ListItem,
    Paragraph,
    walk,
    walk_inlines,
)
from kettext.article.source_forms import Form, anchors_in, forms_in, tags_in
from kettext.text.prose import Prose, word_count
from kettext.text.source import Span
from kettext.text.value import Value

NOTE_TARGET = r"#(?:user-content-)?_?(?:fn|foot|note|cite|citation|ref|source|bib|end)"
NOTE_NUMBER = r"\W{0,3}\d{1,3}\W{0,3}"
FEWEST_WORDS = 4  # that make a reference of a note without a link that counts
STOP = r"[.!?…][\"'”’)\]*_]{0,4}\s{0,2}[(\[<*_\\]{0,4}\Z"
LOOK = 12  # characters; enough to see the full stop
GOING_ON = r"[)\]*_.,;:\s]*+[a-z]"
BETWEEN = r"[\s,;)\]([\\]*+"
# For text as it is written: markup need not be read to see how an article cites.
CITED = (
    r"\[\^|\]\((?:https?:)?//|\]\[|\[[1-9]\d{0,2}[\],–-]|<(?:sup|ref)\b|https?://|\bet al\b"
    r"|[¹²³⁴-⁹]|[(\[][^()\[\]]{0,80}\b(?:19|20)\d\d[a-z]?[)\];:]"
)
BREAK = (
    r"[.!?][\"”’)]{0,3}(?:\[[^\[\]]{1,20}\](?:\([^()\s]*+\))?|[¹²³⁴-⁹,]|<sup>[^\n]{1,80}?</sup>){0,9}+"
    r"\s++(?=[A-Z“\"])"
)
FEWEST_PARAGRAPHS = 3  # that cite in two or more of their sentences


class Notes(Value):
    """What is known of footnotes: where each is defined, and which name a source."""

    defined: Mapping[str, Footnote]
    judged: dict[str, bool]


def notes_of(document: Document) -> Notes:
    """The footnotes of an article, not yet judged."""
    footnotes = (block for block in document.blocks if isinstance(block, Footnote))
    return Notes({_key(note.label): note for note in footnotes}, {})


def last_source(document: Document, block: LeafBlock, site: Site, notes: Notes) -> int | None:
    """Where the last sentence of a block ends, or goes on, for which a source is named in it; None
    if none is.

    The number of a note behind a full stop belongs to the sentence before it.
    """
    text, last, above = document.source.text, None, None
    for form in sorted(_forms(document, block, site, notes)):
        place = form.start
        if form.behind and not re.compile(GOING_ON).match(text, form.end):
            place = _stop_before(text, form.start, block.span.start)
            if place == form.start and above and _are_together(text, above[0], place):
                place = above[1]
            above = (form.end, place)
        last = place if last is None else max(last, place)
    return last


def cites_by_sentence(document: Document) -> bool:
    """Whether an article names the sources of each sentence in it, as an encyclopaedia does, so
    that what stands behind the last source of a paragraph has none.

    At least half of the paragraphs of several sentences that name a source then do so in two or
    more of them. Where it is unclear, a source counts for all of its paragraph.
    """
    several = with_source = 0
    for block, parent in document.leaves:
        if not isinstance(block, Paragraph) or isinstance(parent, ListItem):
            continue
        written = document.source.slice(block.span)
        if not re.search(CITED, written):
            continue
        sentences = _split(written)
        cited = sum(re.search(CITED, sentence) is not None for sentence in sentences)
        with_source += cited > 0 and len(sentences) > 1
        several += cited > 1
    return several >= FEWEST_PARAGRAPHS and 2 * several >= with_source


def _split(written: str) -> list[str]:
    """Sentences, roughly, each with the notes behind it."""
    ends = [0, *(match.end() for match in re.finditer(BREAK, written)), len(written)]
    return [written[start:end] for start, end in pairwise(ends)]


def _are_together(text: str, end: int, start: int) -> bool:
    """Whether nothing but signs stands between two notes."""
    return re.compile(BETWEEN).fullmatch(text, end, start) is not None


def _stop_before(text: str, start: int, first: int) -> int:
    """The full stop that a note stands behind; its own place if it stands behind none."""
    begin = max(first, start - LOOK)
    stop = re.search(STOP, text[begin:start])
    return begin + stop.start() if stop else start


def _forms(document: Document, block: LeafBlock, site: Site, notes: Notes) -> Iterator[Form]:
    text, prose, code = document.source.text, document.prose(block), list[Span]()
    for inline in walk_inlines(document.inlines(block)):
        if isinstance(inline, CodeSpan):
            code.append(inline.span)
        elif isinstance(inline, Link) and _is_source_link(prose, inline, site):
            yield Form(*inline.span, behind=_is_enclosed(text, inline.span.start))
        elif isinstance(inline, FootnoteReference) and _is_source_note(
            document, inline, site, notes
        ):
            yield Form(*inline.span, behind=True)
    for form in forms_in(prose.text):
        yield Form(*prose.source_span(form.start, form.end), behind=form.behind)
    for start, end in addresses_in(prose.text):
        if is_source(prose.text[start:end], site):
            span = prose.source_span(start, end)
            yield Form(*span, behind=_is_enclosed(text, span.start))
    for form in _tags(document.source.slice(block.span), block.span.start, site):
        index = bisect_right(code, Span(form.start, form.end)) - 1
        if index < 0 or code[index].end <= form.start:
            yield form


def _tags(written: str, shift: int, site: Site) -> Iterator[Form]:
    for form in tags_in(written):
        yield Form(form.start + shift, form.end + shift, form.behind)
    for start, end in anchors_in(written):
        if is_source(written[start:end], site):
            yield Form(start + shift, end + shift, behind=False)


def _is_enclosed(text: str, start: int) -> bool:
    return text[start - 1 : start] in ("(", "[")


def _is_source_link(prose: Prose, link: Link, site: Site) -> bool:
    if link.children and all(isinstance(child, Image) for child in link.children):
        return False  # a badge, or a picture that grows
    if link.target.startswith("#"):
        is_note = re.match(NOTE_TARGET, link.target) is not None
        return is_note or re.fullmatch(NOTE_NUMBER, prose.read(link.span)) is not None
    return is_source(link.target, site)


def _is_source_note(
    document: Document, reference: FootnoteReference, site: Site, notes: Notes
) -> bool:
    """Whether a footnote names a source. One that is nowhere defined was meant to."""
    key = _key(reference.label)
    if key not in notes.judged:
        note = notes.defined.get(key)
        is_open = is_stub(document, reference.label)
        notes.judged[key] = not is_open and (note is None or _names_source(document, note, site))
    return notes.judged[key]


def _names_source(document: Document, note: Footnote, site: Site) -> bool:
    """Whether there is more in a footnote than links that are no sources."""
    has_link, words = False, 0
    for block, _ in walk(note.children):
        if not isinstance(block, Paragraph):
            continue
        prose = document.prose(block)
        words += word_count(prose.text)
        for inline in walk_inlines(document.inlines(block)):
            if isinstance(inline, Link):
                if _is_source_link(prose, inline, site):
                    return True
                has_link = True
                words -= word_count(prose.read(inline.span))
    return not has_link or words >= FEWEST_WORDS


def _key(label: str) -> str:
    return " ".join(label.split()).lower()
