"""The page of this check, with its examples, is aside.md."""

from bisect import bisect_left
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import Hit, check
from kettext.kit.finding import Applicability, Finding, Phase, Severity
from kettext.kit.jokes import is_joke
from kettext.kit.leaning import leans
from kettext.kit.phrasing import (
    Cut,
    Place,
    before_blanks,
    continues,
    cut,
    joins,
    own_places,
    running_paragraphs,
)
from kettext.kit.rewrite import remove_words
from kettext.text.prose import PART, fold
from kettext.text.source import Span

BEFORE, BEHIND = ".!?,;:…(–—-", ",;:!?.…)–—"  # no quotation mark
QUESTIONS = ("am i right", "guess what")
LABELS = ("spoiler", "plot twist")  # a colon follows
KEPT = ("just kidding", "only kidding")  # without them a joke would be a claim
FEW, LONGEST = 20, 400  # characters
TITLE, WHOLE = "Cut the aside", "Remove the sentence"


@check(severity=Severity.WARNING, on=True, language="en", phrases="aside.txt")
def aside(document: Document, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    for hit, place in own_places(document, hits):
        if _is_aside(hit.phrase, place):
            found, said = _cut(document, hit.phrase, place), " ".join(place.said.split())
            message = f"“{said}” speaks to the reader in the middle of the text"
            yield Finding(found.span, message, fix=found.fix)


def _is_aside(phrase: str, place: Place) -> bool:
    before, behind = place.before.rstrip(), place.behind.lstrip()
    if before and before[-1] not in BEFORE and not joins(before):
        return False
    if behind and behind[0] not in BEHIND and not behind.startswith("- "):
        return False
    if phrase in QUESTIONS:
        return behind[:1] in ("?", "!") or (phrase == "guess what" and behind[:1] == ",")
    return behind[:1] == ":" if phrase in LABELS else True


def _cut(document: Document, phrase: str, place: Place) -> Cut:
    """What goes, and how. Headings and items are left to the author, who has written them so that
    they fit each other."""
    none = Cut(place.span, None)
    if phrase in KEPT or place.block not in document.derived(running_paragraphs):
        return none
    text = place.prose.text
    if text[place.start - 1 : place.start] == "(" and text.startswith(")", place.end):
        return _parenthesis(document, place)
    sentence = document.sentence_at(place.block, place.span.start)
    return _sentence(document, place, sentence) or _phrase(document, place) or none


def _parenthesis(document: Document, place: Place) -> Cut:
    """The aside with the brackets around it, and with the full stop of its own behind them."""
    text, first, end = place.prose.text, place.start - 1, place.end + 1
    start = before_blanks(text, first)
    if not start:
        return Cut(place.span, None)
    end += text[start - 1] in ".!?" and text[end : end + 1] in (".", "!")
    gone, named = (place.prose.source_span(where, end) for where in (start, first))
    fix = remove_words(document, gone, TITLE, Applicability.UNSAFE)
    return Cut(named if fix else place.span, fix)


def _sentence(document: Document, place: Place, sentence: Span) -> Cut | None:
    """The whole sentence, where it is nothing but the aside, or a joke that states nothing."""
    prose = place.prose
    start, end = prose.offset_of(sentence.start), prose.offset_of(sentence.end - 1) + 1
    spans = document.sentences(place.block)
    index = bisect_left(spans, sentence)
    following = spans[index + 1 : index + 2]
    if spans[index : index + 1] != (sentence,) or len(spans) == 1 or end - start > LONGEST:
        return None
    opening = PART.findall(fold(prose.text[start : place.start]))
    if len(opening) > 1 or not all(word == "oh" or joins(word) for word in opening):
        return None
    if following and leans(document, sentence.end):
        return None
    rest = prose.text[place.end : end]
    if PART.search(rest) and not is_joke(document.source.slice(sentence), rest):
        return None
    if following:
        gone = Span(sentence.start, following[0].start)
    else:
        gone = Span(spans[index - 1].end, sentence.end)
    fix = remove_words(document, gone, WHOLE, Applicability.UNSAFE, Phase.REMOVE)
    return Cut(sentence, fix) if fix else None


def _phrase(document: Document, place: Place) -> Cut | None:
    """The words with their comma, where what is left is a sentence."""
    text, start, end = place.prose.text, place.start, place.end
    sign, blank = text[end : end + 1], text[end + 1 : end + 2]
    if sign not in (",", ":") or blank != " ":
        return None
    end, stop = end + 2, before_blanks(text, start)
    before = text[max(0, stop - FEW) : stop]
    if place.opens and before[-1:] != ":":
        return cut(document, place, start, end, TITLE)
    is_joined = joins(fold(before).removesuffix(",")) or (
        before.endswith(",") and continues(fold(text[end : end + 40]))
    )
    if sign == ":" or not is_joined:
        return None
    if before.endswith(","):
        start, end = stop - 1, end - 1  # with the comma before it, and one blank
    return cut(document, place, start, end, TITLE)
