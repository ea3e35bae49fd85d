"""Sections: what stands under a heading; siblings, sets of headings that return; what a title says
of its section."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kettext.article.nodes import Heading
from kettext.text.prose import collapsed, normalised
from kettext.text.source import Span

OPENING, CLOSING = "\"'“‘(*[ ", " .:;,!?…\"'”’)*]"
FAQ_WORDS = r"\bfaqs?\b|\bquestions\b|\bq a\b"  # a title with one of these announces questions
CONCLUSION = (
    r"(?:in )?conclusions?|to conclude|(?:in )?closing|(?:the )?bottom line"
    r"|(?:concluding|final|closing|parting) (?:thoughts?|words?|remarks?|notes?)"
    r"|(?:to )?(?:wrap|wrapping|sum|summing)(?: it| this| things)? up|(?:in )?summary"
    r"|(?:summary|conclusions?) and (?:summary|conclusions?|outlook|next steps)"
)
ABSTRACT = (
    r"tl dr|tldr|abstract|(?:executive |brief |quick )?summary|synopsis|at a glance|in short"
    r"|in brief|(?:key )?(?:takeaways|points|facts)|highlights"
)
SOURCES = (
    r"(?:(?:list of|selected|scientific|medical|cited) )?"
    r"(?:references?|sources?|bibliography|citations?|works cited|literature(?: cited)?"
    r"|footnotes?|endnotes?)(?: and (?:references?|sources?|notes?|further reading))?"
)
NOTES = r"(?:end ?)?notes?(?: and (?:references?|sources?))?"
BACK_MATTER = (
    rf"{SOURCES}|{NOTES}|credits?"
    r"|acknowledge?ments?|thanks|thank you|contributors|licen[sc]e|disclaimer|disclosure|glossary"
    r"|see also|learn more|next steps|what'?s next|get involved|contact|contact us"
    r"|comments?|leave a (?:comment|reply)|assignments?|exercises?|quiz|knowledge check"
    r"|(?:about|meet) (?:the|this|our) (?:authors?|writers?|company|team|series)|about us|authors?"
    r"|(?:appendix|appendices|annex|further|related|recommended|additional|more|other|useful)\b.*"
    r"|epilogue|afterword|(?:helpful )?(?:links|resources)|updates?|errata|change ?log"
)
SUBTITLE = r" ?: | [–—-] "  # parts "Conclusion" from what it concludes
LABEL = r"(?:part|chapter|section|step) [0-9ivx]+ ?[:.–—-] ?"


class Section:
    """A heading with everything up to the next heading of equal or higher rank."""

    __slots__ = ("heading", "parent", "span")

    def __init__(self, heading: Heading, span: Span, parent: "Section | None") -> None:
        self.heading: Final = heading
        self.span: Final = span
        self.parent: Final = parent

    @property
    def path(self) -> tuple[str, ...]:
        """The texts of the headings from the outermost one down to this one."""
        return (*self.parent.path, self.heading.text) if self.parent else (self.heading.text,)


def make_sections(headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    """The sections of an article whose text ends at offset `end`, in reading order."""
    ends = _section_ends(headings, end)
    open_sections: list[Section] = []
    sections = []
    for heading, section_end in zip(headings, ends, strict=True):
        while open_sections and open_sections[-1].heading.level >= heading.level:
            open_sections.pop()
        parent = open_sections[-1] if open_sections else None
        section = Section(heading, Span(heading.span.start, section_end), parent)
        open_sections.append(section)
        sections.append(section)
    return tuple(sections)


def _section_ends(headings: Sequence[Heading], end: int) -> list[int]:
    ends = [end] * len(headings)
    waiting: list[int] = []
    for index, heading in enumerate(headings):
        while waiting and headings[waiting[-1]].level >= heading.level:
            ends[waiting.pop()] = heading.span.start
        waiting.append(index)
    return ends


def repeated_siblings(sections: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    """Groups of two or more sections under the same parent whose titles say the same, whatever
    their numbers.

    Sets that return ("Pros / Cons" under each product of a roundup) are a template, not a repeat.
    """
    families: dict[Section | None, list[Section]] = {}
    for section in sections:
        families.setdefault(section.parent, []).append(section)
    for family in families.values():
        groups: dict[tuple[int, str], list[Section]] = {}
        for section in family:
            groups.setdefault((section.heading.level, title_key(section.heading)), []).append(
                section
            )
        repeated = [group for (_, title), group in groups.items() if title and len(group) > 1]
        template = set_that_returns(repeated)
        yield from (tuple(group) for group in repeated if group[0] not in template)


def pairs_by(
    sections: Iterable[Section], key: Callable[[Heading], Hashable | None]
) -> Iterator[tuple[Section, Section]]:
    """Two sections whose headings have one key, in reading order; not where that is None, nor where
    it returns more often or in a template."""
    groups: dict[Hashable | None, list[Section]] = {}
    for section in sections:
        groups.setdefault(key(section.heading), []).append(section)
    groups.pop(None, None)
    repeated = [group for group in groups.values() if len(group) > 1]
    template = set_that_returns(repeated)
    for first, second, *more in repeated:
        if not more and first not in template:
            yield first, second


def title_key(heading: Heading) -> str:
    """What a title says, whatever its number, case and the punctuation around it; "C" and "C#" are
    two titles."""
    return collapsed(heading.title).lstrip(OPENING).rstrip(CLOSING)


def is_abstract(heading: Heading) -> bool:
    """Whether a title says that its section sums up what follows: "TL;DR"."""
    return re.fullmatch(ABSTRACT, normalised(heading.title)) is not None


def is_conclusion(heading: Heading) -> bool:
    """Whether a title says that its section concludes: "8. Conclusion: What Is Left"."""
    return re.fullmatch(CONCLUSION, _main_title(heading)) is not None


def is_faq(heading: Heading) -> bool:
    """Whether a title announces questions."""
    return re.search(FAQ_WORDS, normalised(heading.title)) is not None


def is_back_matter(heading: Heading) -> bool:
    """Whether a title names what may stand behind the end of an article: sources, questions, the
    author, further reading."""
    return is_faq(heading) or re.fullmatch(BACK_MATTER, _main_title(heading)) is not None


def is_list_of_sources(title: str, *, with_notes: bool = False) -> bool:
    """Whether a title, without its number, says that what follows is a list of the sources;
    `with_notes`: or of the notes."""
    said = normalised(title)
    return re.fullmatch(rf"{SOURCES}|{NOTES}" if with_notes else SOURCES, said) is not None


def _main_title(heading: Heading) -> str:
    title = collapsed(heading.title)
    label = re.match(LABEL, title)
    main, *_ = re.split(SUBTITLE, title[label.end() :] if label else title, maxsplit=1)
    return normalised(main)


def set_that_returns(repeated: Sequence[Sequence[Section]]) -> set[Section]:
    """The sections whose titles come back as a set: another repeated title stands between two
    copies of each."""
    members = [section for group in repeated for section in group]
    members.sort(key=lambda section: section.span.start)
    places = {section: place for place, section in enumerate(members)}
    returning: set[Section] = set()
    for group in repeated:
        if any(places[other] - places[one] > 1 for one, other in pairwise(group)):
            returning.update(group)
    return returning
