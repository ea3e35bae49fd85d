"""Where an article concludes: in sections that say so by their title, in paragraphs that say so in
their first words."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kettext.article.document import Document
from kettext.article.nodes import Paragraph
from kettext.article.questions import unmarked_questions
from kettext.article.sections import Section
from kettext.article.titles import is_back_matter, is_conclusion, title_key
from kettext.text.source import Span
from kettext.text.value import NamedTuple

OPENING = r"\W*+(?P<words>(?i:in conclusion|in closing))[*_]*,"
OPENING_WORDS = ("conclusion", "closing")  # one of which it holds
FEW_CHAPTERS = 2  # what concludes fewer than these is an abstract


class Conclusion(NamedTuple):
    """`span` is that of its heading, if its title says so, `opening` that of the words that say it;
    either stands in for the other. `follower` is the next chapter that treats the matter. `section`
    is the chapter it stands in, or is, `passage` the paragraph that begins with the words."""

    span: Span
    opening: Span
    text: str
    follower: Section | None
    section: Section
    passage: Paragraph | None

    @property
    def is_titled(self) -> bool:
        return self.span == self.section.heading.span


class Chapter(NamedTuple):
    """A section of the highest rank: whether it treats the matter, and how many before it do."""

    section: Section
    treats_it: bool
    before: int
    follower: Section | None


class Opening(NamedTuple):
    """The words that a paragraph begins with as conclusions do."""

    chapter: Chapter
    words: Span
    passage: Paragraph


def conclusions(document: Document) -> tuple[Conclusion, ...]:
    """The places where the article as a whole concludes, in reading order; of sections that repeat
    a title, the last one.

    A paragraph counts if it is the only one: of several, each concludes its part.
    """
    return document.derived(_conclusions)


def _conclusions(document: Document) -> tuple[Conclusion, ...]:
    is_said = not document.lookup.words.isdisjoint(OPENING_WORDS)
    if not is_said and not any(map(is_conclusion, document.headings)):
        return ()  # what is the commonest, is seen at once
    chapters = document.derived(_all_chapters)
    openings = tuple(_openings(document, chapters))
    spoken = [opening for opening in openings if opening.chapter.treats_it]
    counted = [_spoken(document, *opening) for opening in spoken] if len(spoken) == 1 else []
    inside = {opening.chapter.section: opening for opening in reversed(openings)}
    titled = {
        title_key(chapter.section.heading): _titled(chapter, inside.get(chapter.section))
        for chapter in chapters
        if chapter.before >= FEW_CHAPTERS and _concludes(document, chapter.section)
    }
    return tuple(sorted((*titled.values(), *counted), key=attrgetter("span")))


def after_the_matter(document: Document) -> Section | None:
    """The chapter behind the last one that treats the matter, None if there is none."""
    behind = None
    for chapter in reversed(document.derived(_all_chapters)):
        if chapter.treats_it:
            return behind
        behind = chapter.section
    return behind


def _all_chapters(document: Document) -> tuple[Chapter, ...]:
    return tuple(_chapters(document))


def _chapters(document: Document) -> Iterator[Chapter]:
    sections = document.sections
    titles = [section for section in sections if section.heading.level == 1]
    above = titles[0] if len(titles) == 1 else None
    chapters = [one for one in sections if one.parent is above and one is not above]
    questions = {*unmarked_questions(document)}
    treat_it = [one.heading not in questions and _treats_the_matter(one) for one in chapters]
    followers: list[Section | None] = [None]
    for section, treats_it in zip(reversed(chapters), reversed(treat_it), strict=True):
        followers.append(section if treats_it else followers[-1])
    before = 0
    for section, treats_it, follower in zip(chapters, treat_it, followers[-2::-1], strict=True):
        yield Chapter(section, treats_it, before, follower)
        before += treats_it


def _treats_the_matter(section: Section) -> bool:
    return not is_conclusion(section.heading) and not is_back_matter(section.heading)


def _openings(document: Document, chapters: Sequence[Chapter]) -> Iterator[Opening]:
    """The words of paragraphs that begin as conclusions do."""
    starts = [chapter.section.span.start for chapter in chapters]
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        match = re.match(OPENING, document.source.slice(block.span))
        place = bisect_right(starts, block.span.start) - 1
        if match and place >= 0:
            start, end = match.span("words")
            words = Span(block.span.start + start, block.span.start + end)
            yield Opening(chapters[place], words, block)


def _concludes(document: Document, section: Section) -> bool:
    text = document.source.slice(Span(section.heading.span.end, section.span.end))
    return is_conclusion(section.heading) and text.strip() != ""


def _titled(chapter: Chapter, opening: Opening | None) -> Conclusion:
    heading = chapter.section.heading
    words, passage = (opening.words, opening.passage) if opening else (heading.span, None)
    follower, section = chapter.follower, chapter.section
    return Conclusion(heading.span, words, heading.text, follower, section, passage)


def _spoken(document: Document, chapter: Chapter, words: Span, passage: Paragraph) -> Conclusion:
    text = document.source.slice(words)
    return Conclusion(words, words, text, chapter.follower, chapter.section, passage)
