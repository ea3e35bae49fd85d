"""The page of this check, with its examples, is duplicate_heading.md."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kettext.article.anchors import Following, following
from kettext.article.document import Document
from kettext.article.sections import Section, repeated_siblings
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Phase, Related, Severity, quoted
from kettext.kit.headings import following_places
from kettext.kit.rewrite import join_sections, remove_block
from kettext.text.prose import collapsed

FEWEST_OF_A_TEMPLATE = 3
TITLE, JOIN = "Remove the repeated heading", "Join the two sections"


@check(severity=Severity.WARNING, on=True)
def duplicate_heading(document: Document) -> Iterator[Finding]:
    next_ones = dict(_neighbours(document.sections))
    for group in repeated_siblings(document.sections):
        if _is_meant(group, next_ones):
            continue
        first, second, *more = group
        links = None if more else following(document, {}, {second.heading: first.heading})
        yield Finding(
            second.heading.span,
            f"Heading {quoted(second.heading.text)} is repeated",
            fix=_fix(document, first, second, links),
            related=(
                Related(first.heading.span, "first here"),
                *(Related(section.heading.span, "again here") for section in more),
                *following_places(links or ()),
            ),
        )


def _neighbours(sections: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """Each section with the next one under the same parent."""
    last: dict[Section | None, Section] = {}
    for section in sections:
        if section.parent in last:
            yield last[section.parent], section
        last[section.parent] = section


def _is_meant(group: Sequence[Section], next_ones: Mapping[Section, Section]) -> bool:
    """Whether only the numbers tell the titles apart (versions of one day), or one title returns
    under each of three or more others ("Verdict")."""
    titles = {collapsed(section.heading.text) for section in group}
    if len(titles) > 1 and not any(map(str.isalpha, group[0].heading.title)):
        return True
    are_apart = all(next_ones.get(one) is not other for one, other in pairwise(group))
    return len(group) >= FEWEST_OF_A_TEMPLATE and are_apart


def _fix(
    document: Document, first: Section, second: Section, links: Sequence[Following] | None
) -> Fix | None:
    """The heading goes where its text then stands under the same words as before; else the sections
    are joined, which someone has to look at."""
    if links is None:
        return None
    are_sure = first.heading.level_certain and second.heading.level_certain
    is_safe = not links and _says_the_same(document, first, second)
    if is_safe and (are_sure or _follow_directly(document, first, second)):
        how = (TITLE, Applicability.SAFE, Phase.DEDUPLICATE, first.heading.span)
        return remove_block(document, second.heading, *how)
    applicability = Applicability.UNSAFE if are_sure else Applicability.MANUAL
    return join_sections(document, first, second, JOIN, applicability, links)


def _says_the_same(document: Document, first: Section, second: Section) -> bool:
    """Whether nothing parts the sections, and their headings are the same to the sign."""
    texts = [document.source.slice(section.heading.span) for section in (first, second)]
    return first.span.end == second.span.start and collapsed(texts[0]) == collapsed(texts[1])


def _follow_directly(document: Document, first: Section, second: Section) -> bool:
    return (document.index_of(first.heading) or 0) + 1 == document.index_of(second.heading)
