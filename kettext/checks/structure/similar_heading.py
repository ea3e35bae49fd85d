"""The page of this check, with its examples, is similar_heading.md."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.article.sections import Section, pairs_by
from kettext.article.titles import title_key
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted
from kettext.text.prose import words

SMALL_WORDS = frozenset(words("a an the my your our its their this these some is are"))
HOW_TO = r"how (?:to|(?:do|can) (?:i|you|we)) "
PARTS = (
    r"\s*(?:,|&|/|\band\b|\bor\b)\s*"  # "Risks and benefits" says what "Benefits and risks" says
)
OF = " of "  # "Types of tea" says what "Tea types" says
JOINED = ("and", "or", ",", "&", "/")  # where none of them stands, there is one part
FORMS = ("ation", "ing", "e")  # of four letters or more
SHORTEST, SHORTEST_PLURAL = 4, 5  # letters: of what is left of a form; of a plural in -es or -ies
CODE = r"[()\[\]{}<>$@_\\]|\w[.:]\w"  # where a title names code, every sign counts
FEWEST_WORDS = 2


@check(severity=Severity.NOTE, on=True, language="en")
def similar_heading(document: Document) -> Iterator[Finding]:
    for first, second in pairs_by(document.sections, _gist):
        if _differ(first, second):
            yield Finding(
                second.heading.span,
                f"Heading {quoted(second.heading.text)} says nearly the same as an earlier one",
                related=(Related(first.heading.span, "the earlier one"),),
            )


def _differ(first: Section, second: Section) -> bool:
    """Equal titles are repeated headings."""
    return title_key(first.heading) != title_key(second.heading)


def _gist(heading: Heading) -> tuple[str, ...] | None:
    """What a title says whatever its small words, the forms of its words, and the order of what it
    adds up; None for one that is too short, or names code."""
    title = title_key(heading)
    if re.search(CODE, title) or len(words(title)) < FEWEST_WORDS:
        return None
    how_to = re.match(HOW_TO, title) if title.startswith("how ") else None
    subject = title[how_to.end() :] if how_to else title
    parts = re.split(PARTS, subject) if any(map(subject.__contains__, JOINED)) else [subject]
    return tuple(sorted(" ".join(_stems(part)) for part in parts))


def _stems(part: str) -> Iterator[str]:
    for piece in reversed(part.split(OF)):
        for word in words(piece):
            if word not in SMALL_WORDS:
                yield _stem(word)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    word = _singular(word.removesuffix("'").removesuffix("'s"))
    form = next((form for form in FORMS if word.endswith(form)), "")
    if len(word) - len(form) >= SHORTEST:
        word = word.removesuffix(form)
    is_doubled = len(word) > 1 and word[-1] == word[-2] and word[-1] not in "aeiou"
    return word[:-1] if is_doubled else word  # "planning"


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) >= SHORTEST_PLURAL:
        return f"{word[:-3]}y"
    if (
        word.endswith("es")
        and len(word) >= SHORTEST_PLURAL
        and (word[-3] in "sxz" or word[-4:-2] in ("ch", "sh"))
    ):
        return word[:-2]
    is_plural = word.endswith("s") and len(word) >= SHORTEST and word[-2] not in "su"
    return word[:-1] if is_plural else word
