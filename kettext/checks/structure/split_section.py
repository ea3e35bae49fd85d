"""The page of this check, with its examples, is split_section.md."""

from collections.abc import Iterator, Sequence

from kettext.article.anchors import following
from kettext.article.document import Document
from kettext.article.sections import Section, pairs_by
from kettext.article.titles import is_back_matter, title_key
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Related, Severity, quoted
from kettext.kit.headings import following_places
from kettext.kit.rewrite import join_sections
from kettext.text.prose import words

TITLE = "Join the two sections"
FEWEST_WORDS = 2  # "Examples", "Overview": one word is a pattern rather than a topic


@check(severity=Severity.WARNING, on=True)
def split_section(document: Document) -> Iterator[Finding]:
    for first, second in pairs_by(document.sections, title_key):
        if _is_split(first, second):
            links = following(document, {}, {second.heading: first.heading})
            yield Finding(
                second.heading.span,
                f"Section {quoted(second.heading.text)} stands in two places",
                related=(
                    Related(first.heading.span, "first here"),
                    *following_places(links or ()),
                ),
                fix=join_sections(document, first, second, TITLE, Applicability.UNSAFE, links)
                if links is not None
                else None,
            )


def _is_split(first: Section, second: Section) -> bool:
    """Whether one topic has two sections of different rank. On the same rank it is a repeated
    heading under one parent, and a pattern under two."""
    return (
        first.heading.level != second.heading.level
        and first.heading.level_certain
        and second.heading.level_certain
        and second.span.start >= first.span.end
        and len(words(first.heading.title)) >= FEWEST_WORDS
        and not any(is_back_matter(above.heading) for above in _above((first, second)))
    )


def _above(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        parent = section.parent
        while parent:
            yield parent
            parent = parent.parent
