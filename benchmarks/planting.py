"""Faults to put into real articles, each with the place that it stands at: what is left of an
article when they are gone again is known to the byte.

One fault of each kind goes into an article that has a place for it, each into blocks of its own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile
from random import Random
from typing import NamedTuple

from kettext.article.document import Document
from kettext.article.nodes import (
    Block,
    Code,
    Heading,
    Html,
    Image,
    InlineHtml,
    Link,
    List,
    Paragraph,
    walk_inlines,
)
from kettext.article.sections import Section
from kettext.article.titles import is_abstract
from kettext.checks.structure.fused_heading import OPENERS
from kettext.kit.finding import Applicability
from kettext.kit.leaning import leans
from kettext.kit.repeats import is_meant
from kettext.text.prose import collapsed, word_count, words
from kettext.text.source import NEWLINE

FORMS = {
    "comment form": (
        ("Leave a Reply", "Your email address will not be published. Required fields are marked *"),
        ("Leave a Comment", "Name", "Email", "Website"),
    ),
    "shop lines": (("Shopping Cart", "Add to cart"), ("Your cart is empty.", "Continue shopping")),
}
SIGNS = "\u200b\u00ad\u2060\ufeff"
DOUBLED = r"(?<=[a-z] )(?:the|of|and|an)(?= [a-z])"
LONG_WORD = r"\b[a-z]{6,}\b"
NOT_ENGLISH = "the article is not English"
FEWEST_WORDS = {"paragraph": 20, "sentence": 10, "title": 4}


class Fault(NamedTuple):
    """What is put in at an offset. `level`: the lowest at which a fix may take it away again;
    `obstacle`: why none may, "" where one must."""

    kind: str
    offset: int
    text: str
    obstacle: str = ""
    level: Applicability = Applicability.SAFE


class Site:
    """An article to plant in, and which of its blocks hold a fault already."""

    def __init__(self, document: Document, drawn: Random) -> None:
        self.document = document
        self.drawn = drawn
        self.used: set[Block] = set()

    def gap_before(self, index: int) -> str | None:
        """What stands in front of a top-level block, from the end of the one before it to the start
        of its line; None where there is no blank line."""
        if not 0 < index < len(self.document.blocks):
            return None
        before, block = self.document.blocks[index - 1 : index + 1]
        gap = self.document.source.text[before.span.end : self.line_start(block)]
        return gap if len(NEWLINE.findall(gap)) > 1 and not gap.strip() else None

    def line_start(self, block: Block) -> int:
        source = self.document.source
        return source.line_starts[source.line_index(block.span.start)]

    def choose(self, places: Sequence[tuple[Block, ...]]) -> tuple[Block, ...]:
        """One of several places that are still free, which is then taken; () if there is none."""
        free = [place for place in places if not self.used & {*place}]
        chosen = self.drawn.choice(free) if free else ()
        self.used |= {*chosen}
        return chosen

    def paragraphs(self) -> list[tuple[Block, ...]]:
        return [(block,) for block in self.document.blocks if isinstance(block, Paragraph)]

    def bodies(self) -> Iterator[tuple[Section, Sequence[Block]]]:
        """Each section with the blocks between its heading and the next one."""
        blocks, headings = self.document.blocks, {*self.document.headings}
        for section in self.document.sections:
            first = (self.document.index_of(section.heading) or 0) + 1
            yield section, [*takewhile(lambda block: block not in headings, blocks[first:])]


def faults_for(document: Document, drawn: Random) -> list[Fault]:
    """At most one fault of each kind, in the order of their places."""
    site = Site(document, drawn)
    found = [fault for plant in KINDS for fault in plant(site)]
    return sorted(found, key=lambda fault: fault.offset)


def repeated_heading(site: Site) -> Iterator[Fault]:
    """A heading again within the text of its section, so that two neighbouring siblings arise."""
    document = site.document
    places = [
        (section.heading, before, behind)
        for section, body in site.bodies()
        for before, behind in pairwise(body)
    ]
    if chosen := site.choose(places):
        heading, before, behind = chosen
        gap = site.gap_before(document.index_of(behind) or 0)
        if isinstance(heading, Heading) and gap:
            text = document.source.text[site.line_start(heading) : heading.span.end]
            obstacle = _no_heading(document, heading, before, behind)
            yield Fault("repeated heading", site.line_start(behind), text + gap, obstacle)


def _no_heading(document: Document, heading: Heading, before: Block, behind: Block) -> str:
    titles = [collapsed(one.title) for one in document.headings]
    if document.inferred:
        return "the article has no markup"
    if titles.count(collapsed(heading.title)) > 1:
        return "the title stands twice already"
    if "#" + "-".join(words(heading.text)) in collapsed(document.source.text):
        return "a link leads to the heading"
    return _no_gap(before, behind)


def _no_gap(before: Block, behind: Block) -> str:
    alike = any(isinstance(before, kind) and isinstance(behind, kind) for kind in (List, Html))
    return "two lists or pieces of HTML would run together" if alike else ""


def fused_title(site: Site) -> Iterator[Fault]:
    """The words of a heading again at the start of the paragraph under it."""
    document = site.document
    places = [
        (heading, paragraph)
        for heading, paragraph in pairwise(document.blocks)
        if isinstance(heading, Heading)
        and isinstance(paragraph, Paragraph)
        and len(words(heading.text)) >= FEWEST_WORDS["title"]
    ]
    for heading, paragraph in filter(None, [site.choose(places)]):
        assert isinstance(heading, Heading)
        obstacle = _no_title(site, heading, paragraph)
        yield Fault("fused title", paragraph.span.start, heading.text + " ", obstacle)


def _no_title(site: Site, heading: Heading, paragraph: Block) -> str:
    text = site.document.source.slice(paragraph.span)
    first = next(iter(words(text[:80])), "")
    if f" {heading.text}" not in f" {site.document.source.slice(heading.span)}":
        return "the heading holds markup"
    if re.search(r"[*_`<>\[\]\\|&~!]|://|@|\A\W*\d+[.)]", heading.text):
        return "the title reads as markup or as an item in a paragraph"
    if not heading.text[-1].isalnum():
        return "the title ends with a sign"
    if not text[0].isupper() or first not in {*OPENERS, *words(heading.text)}:
        return "the paragraph begins with what may go on the title"
    return ""


def form_at_the_end(site: Site) -> Iterator[Fault]:
    """The lines of a comment form or of a shop behind the last block."""
    document = site.document
    kind = site.drawn.choice(sorted(FORMS))
    newline = document.source.newline() * 2
    lines = site.drawn.choice(FORMS[kind])
    if last := site.choose([tuple(document.blocks[-1:])] if document.blocks else []):
        obstacle = "the article ends with code or HTML" if isinstance(last[0], Code | Html) else ""
        obstacle = obstacle if document.is_english else NOT_ENGLISH
        end = len(document.source.text.rstrip("\r\n"))
        yield Fault(kind, end, "".join(newline + line for line in lines), obstacle)


def paragraph_directly_after(site: Site) -> Iterator[Fault]:
    chosen = site.choose(_long_paragraphs(site))
    if chosen and (gap := site.gap_before((site.document.index_of(chosen[0]) or 0) + 1)):
        text = gap + site.document.source.slice(chosen[0].span)
        obstacle = _no_copy(site.document, *chosen * 2)
        yield Fault("paragraph directly after", chosen[0].span.end, text, obstacle)


def paragraph_in_section(site: Site) -> Iterator[Fault]:
    """A paragraph again further down in its section."""
    longs = {*_long_paragraphs(site)}
    places = [
        (block, body[index], body[index - 1], section.heading)
        for section, body in site.bodies()
        for number, block in enumerate(body)
        for index in range(number + 2, len(body))
        if (block,) in longs
    ]
    if chosen := site.choose(places):
        block, behind, before, _ = chosen
        document = site.document
        if gap := site.gap_before(document.index_of(behind) or 0):
            following = document.blocks[(document.index_of(block) or 0) + 1]
            obstacle = _no_copy(document, block, behind) or _no_gap(before, behind)
            if {type(following), type(behind)} in ({Code}, {List}):
                obstacle = obstacle or "both copies lead to code or to a list"
            text = document.source.slice(block.span) + gap
            yield Fault("paragraph in section", site.line_start(behind), text, obstacle)


def _long_paragraphs(site: Site) -> list[tuple[Block, ...]]:
    return [
        (block,)
        for block in site.document.blocks
        if isinstance(block, Paragraph)
        and word_count(site.document.prose(block).text) >= FEWEST_WORDS["paragraph"]
    ]


def _no_copy(document: Document, block: Block, behind: Block) -> str:
    text = document.source.slice(block.span)
    assert isinstance(block, Paragraph)
    inlines = walk_inlines(document.inlines(block))
    if any(isinstance(inline, Link | Image | InlineHtml) for inline in inlines):
        return "the paragraph holds a link, an image or HTML"
    if is_meant(text):
        return "the paragraph is a warning, a quotation or verse"
    if document.is_in_quote(block) or document.is_in_quote(behind):
        return "the paragraph stands in what HTML sets apart"
    section = document.section_at(block.span.start)
    if section and is_abstract(section.heading):
        return "the section is a summary, which may repeat"
    copies = [collapsed(document.source.slice(one.span)) for one in document.blocks]
    return "the paragraph stands twice already" if copies.count(collapsed(text)) > 1 else ""


def copied_sentence(site: Site) -> Iterator[Fault]:
    """A sentence again at the end of another paragraph; no safe fix takes that away."""
    places = [(one, other) for (one,), (other,) in pairwise(site.paragraphs())]
    if chosen := site.choose(places):
        document, (one, other) = site.document, chosen
        assert isinstance(one, Paragraph)
        texts = [document.source.slice(span) for span in document.sentences(one)]
        longs = [text for text in texts if word_count(text) >= FEWEST_WORDS["sentence"]]
        if longs and document.leaf_of(one).exact:
            sentence = site.drawn.choice(longs)
            obstacle = _no_sentence(document, sentence, other.span.end)
            fault = Fault("copied sentence", other.span.end, " " + sentence, obstacle)
            yield fault._replace(level=Applicability.UNSAFE)


def _no_sentence(document: Document, sentence: str, end: int) -> str:
    if re.search(r"[*_`<>\[\]\\|&~]|://", sentence):
        return "the sentence holds markup"
    if is_meant(sentence) or not re.search(r"[.?!][)\"”]?\Z", sentence):
        return "the sentence is a warning or quoted, or has no end"
    if not document.is_english:
        return NOT_ENGLISH
    return "what follows may lean on it" if leans(document, end) else ""


def invisible_character(site: Site) -> Iterator[Fault]:
    for offset, _ in _word(site, LONG_WORD):
        yield Fault("invisible character", offset - 2, site.drawn.choice(SIGNS))


def repeated_word(site: Site) -> Iterator[Fault]:
    for offset, word in _word(site, DOUBLED):
        obstacle = "" if site.document.is_english else NOT_ENGLISH
        yield Fault("repeated word", offset, " " + word, obstacle)


def _word(site: Site, pattern: str) -> Iterator[tuple[int, str]]:
    """Where a word ends that a pattern finds in a paragraph, and the word."""
    places = [
        (block,)
        for (block,) in site.paragraphs()
        if isinstance(block, Paragraph)
        and not re.search('["“”_]', site.document.source.slice(block.span))
        and not site.document.is_in_quote(block)
        and re.search(pattern, site.document.prose(block).text)
    ]
    for block in site.choose(places):
        assert isinstance(block, Paragraph)
        prose = site.document.prose(block)
        found = site.drawn.choice([*re.finditer(pattern, prose.text)])
        yield prose.source_span(*found.span()).end, found[0]


KINDS: tuple[Callable[[Site], Iterator[Fault]], ...] = (
    repeated_heading,
    fused_title,
    form_at_the_end,
    paragraph_in_section,
    paragraph_directly_after,
    copied_sentence,
    invisible_character,
    repeated_word,
)
