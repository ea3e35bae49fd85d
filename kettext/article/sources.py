"""How an article names its sources, and whether one is named for a sentence."""

import re
from collections.abc import Hashable

from kettext.article.citing import cites_by_sentence, last_source, notes_of
from kettext.article.document import Document
from kettext.article.links import Site, host_of
from kettext.article.nodes import FrontMatter, LeafBlock
from kettext.article.surroundings import Surroundings
from kettext.text.source import Span
from kettext.text.value import NamedTuple

OWN_ADDRESS = (
    r"(?mi)^[\"']?(?:url|canonical|canonical_?url|permalink|base|base_?url|site|site_?url)[\"']?"
    r"[ \t]*[:=][ \t]*[\"']?(?P<address>(?:https?:)?//[^\s\"'#]+)"
)


class SourceRules(NamedTuple):
    """Which links are sources, by domain: those to `reject` never are, those to `accept` always.
    The longer of two domains that fit a link counts; of two that are equal, `reject`."""

    accept: tuple[str, ...] = ()
    reject: tuple[str, ...] = ()


NO_RULES = SourceRules()


def is_sourced(
    document: Document,
    block: LeafBlock,
    sentence: Span,
    rules: SourceRules = NO_RULES,
    *,
    any_link: bool = True,
) -> bool:
    """Whether a source is named for a sentence of a block: in it, behind it, or later in its
    paragraph; anywhere in its paragraph where the article does not cite sentence by sentence.

    A list is also sourced by the sentence that announces it, an item by the one it stands under, a
    cell by its row and by the head of its column, all of them by a line "Source: …" right below.
    `any_link`: a link to anywhere but a shop or the same site is a source; else only a link to
    where research and law are published. What is no link counts either way.
    """
    sources = _sources(document, rules, any_link)
    return (
        sources.cover(block, sentence.start)
        or sources.around.follow_with_source(block, sentence)
        or sources.around.name_source(block)
    )


def names_source(
    document: Document, block: LeafBlock, rules: SourceRules = NO_RULES, *, any_link: bool = True
) -> bool:
    """Whether a source is named anywhere in a block; `any_link` as for is_sourced()."""
    return _sources(document, rules, any_link).last(block) is not None


class _Sources:
    """The sources of one article by one set of rules, each block looked at once."""

    def __init__(self, document: Document, site: Site) -> None:
        self.document = document
        self.site = site
        self.notes = notes_of(document)
        self.around = Surroundings(document, self.cover)
        self._last: dict[LeafBlock, int | None] = {}

    def last(self, block: LeafBlock) -> int | None:
        if block not in self._last:
            self._last[block] = last_source(self.document, block, self.site, self.notes)
        return self._last[block]

    def cover(self, block: LeafBlock, offset: int) -> bool:
        """Whether a source is named in a block at an offset or later, or for all of it."""
        last = self.last(block)
        if last is None:
            return False
        return last >= offset or not self.document.derived(cites_by_sentence)


def _sources(document: Document, rules: SourceRules, any_link: bool) -> _Sources:
    known = document.derived(_known)
    key = (rules, any_link)
    if key not in known:
        site = Site(rules.accept, rules.reject, document.derived(_own_host), any_link)
        known[key] = _Sources(document, site)
    return known[key]


def _known(_: Document) -> dict[Hashable, _Sources]:
    return {}


def _own_host(document: Document) -> str:
    """The host of the article's own site, where its front matter tells."""
    first = document.blocks[0] if document.blocks else None
    if not isinstance(first, FrontMatter):
        return ""
    match = re.search(OWN_ADDRESS, document.source.slice(first.span))
    return host_of(match["address"]) if match else ""
