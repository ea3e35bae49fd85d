"""The page of this check, with its examples, is duplicate_heading.md."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kettext.article.document import Document
from kettext.article.nodes import Heading, Link, walk_inlines
from kettext.article.sections import Section, repeated_siblings
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Phase, Related, Severity, quoted
from kettext.kit.rewrite import remove_block
from kettext.text.prose import collapsed, words

FEWEST_OF_A_TEMPLATE = 3
TITLE = "Remove the repeated heading"


@check(severity=Severity.WARNING, on=True)
def duplicate_heading(document: Document) -> Iterator[Finding]:
    following = dict(_neighbours(document.sections))
    for group in repeated_siblings(document.sections):
        if _is_meant(group, following):
            continue
        first, second, *more = group
        yield Finding(
            second.heading.span,
            f"Heading {quoted(second.heading.text)} is repeated",
            fix=None if more else _fix(document, first, second),
            related=tuple(
                Related(section.heading.span, "first here" if section is first else "again here")
                for section in (first, *more)
            ),
        )


def _neighbours(sections: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """Each section with the next one under the same parent."""
    last: dict[Section | None, Section] = {}
    for section in sections:
        if section.parent in last:
            yield last[section.parent], section
        last[section.parent] = section


def _is_meant(group: Sequence[Section], following: Mapping[Section, Section]) -> bool:
    """Whether only the numbers tell the titles apart (versions of one day), or one title returns
    under each of three or more others ("Verdict")."""
    titles = {collapsed(section.heading.text) for section in group}
    if len(titles) > 1 and not any(map(str.isalpha, group[0].heading.title)):
        return True
    are_apart = all(following.get(one) is not other for one, other in pairwise(group))
    return len(group) >= FEWEST_OF_A_TEMPLATE and are_apart


def _fix(document: Document, first: Section, second: Section) -> Fix | None:
    """The heading goes only where its text then stands under the same words as before."""
    if first.span.end != second.span.start:
        return None
    texts = [document.source.slice(section.heading.span) for section in (first, second)]
    if collapsed(texts[0]) != collapsed(texts[1]) or _is_linked_to(document, second.heading):
        return None
    if not (_levels_are_certain(first, second) or _follow_directly(document, first, second)):
        return None
    return remove_block(
        document,
        second.heading,
        TITLE,
        Applicability.SAFE,
        Phase.DEDUPLICATE,
        survivor=first.heading.span,
    )


def _levels_are_certain(first: Section, second: Section) -> bool:
    return first.heading.level_certain and second.heading.level_certain


def _follow_directly(document: Document, first: Section, second: Section) -> bool:
    return (document.index_of(first.heading) or 0) + 1 == document.index_of(second.heading)


def _is_linked_to(document: Document, heading: Heading) -> bool:
    """Whether a link in the article leads to a heading of this text: it could mean the second."""
    anchor = "#" + "-".join(words(heading.text))
    return any(
        isinstance(inline, Link) and inline.target.lower().startswith(anchor)
        for block, _ in document.leaves
        for inline in walk_inlines(document.inlines(block))
    )
