"""The page of this check, with its examples, is fused_heading.md."""

from collections.abc import Iterator
from itertools import pairwise

from kettext.article.document import Document
from kettext.article.nodes import Heading, Paragraph
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Phase, Related, Severity, quoted
from kettext.kit.rewrite import remove_words
from kettext.text.prose import PART, WORD, collapsed, fold, parts_of_words
from kettext.text.source import Span

OPENERS = frozenset(
    WORD.findall("""
    a an the this that these those it its he she they we you i his her their our your my there here
    in on at by for from with without of as after before during since until while when where if
    although though because but and so yet or not no nobody nothing every each all both some many
    most few several other another one two three what who why how which once today now then
    """)
)
MOST_WORDS = 60  # of a heading; a longer one is none
LONGEST_WORD = 40  # characters; the word after the heading's must be seen whole
TITLE = "Remove the words of the heading"


@check(severity=Severity.ERROR, on=True)
def fused_heading(document: Document, *, minimum: int = 4) -> Iterator[Finding]:
    """`minimum`: how many words of the heading must stand in front of the paragraph."""
    for heading, paragraph in pairwise(document.blocks):
        if isinstance(heading, Heading) and isinstance(paragraph, Paragraph):
            fused = _fused(document, heading, paragraph, minimum)
            if fused:
                words, with_blank = fused
                yield Finding(
                    words,
                    f"The heading’s words {quoted(document.source.slice(words))} run into the text",
                    fix=_fix(document, with_blank, heading),
                    related=(Related(heading.span, "the heading"),),
                )


def _fix(document: Document, span: Span, heading: Heading) -> Fix | None:
    """None where the heading spells the words in another way: with markup, say."""
    spelled = f" {collapsed(document.source.slice(heading.span))} "
    if f" {collapsed(document.source.slice(span))} " not in spelled:
        return None
    how = (TITLE, Applicability.SAFE, Phase.DEDUPLICATE, heading.span)
    return remove_words(document, span, *how)


def _fused(
    document: Document, heading: Heading, paragraph: Paragraph, minimum: int
) -> tuple[Span, Span] | None:
    """The heading's words at the start of the paragraph, without and with the blank after them."""
    if not _begins_alike(document.source.slice(paragraph.span), heading):
        return None  # which most are, and can be seen as it is written
    prose = document.prose(paragraph)
    matches = list(WORD.finditer(fold(prose.text[: 2 * len(heading.text) + LONGEST_WORD])))
    found = _words_in_common(fold(heading.text), [match[0] for match in matches])
    if found < minimum or found >= len(matches):
        return None
    end, following = matches[found - 1].end(), matches[found].start()
    if prose.text[end:following] != " " or not prose.text[following].isupper():
        return None
    if not _begins_anew(matches[found][0], heading):
        return None
    with_blank = prose.source_span(0, following)
    if document.source.slice(with_blank) != prose.text[:following]:
        return None  # a link or an emphasis is no accident of pasting
    return prose.source_span(0, end), with_blank


def _begins_alike(text: str, heading: Heading) -> bool:
    first = PART.search(fold(text[:LONGEST_WORD]))
    return first is not None and first[0] in parts_of_words(heading.text)


def _begins_anew(word: str, heading: Heading) -> bool:
    """Whether a sentence begins with this word rather than goes on with a name: "Old Town Hall"."""
    return word in OPENERS or word in WORD.findall(fold(heading.text))


def _words_in_common(title: str, words: list[str]) -> int:
    """How many of the first words stand together in the title."""
    in_title, words = WORD.findall(title)[:MOST_WORDS], words[:MOST_WORDS]
    longest = 0
    for start in range(len(in_title)):
        length = 0
        for one, other in zip(in_title[start:], words, strict=False):
            if one != other:
                break
            length += 1
        longest = max(longest, length)
    return longest
