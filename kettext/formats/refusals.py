"""What is never a heading, whatever stands around it: captions, bylines, dates, addresses, rows."""

import re

from kettext.formats.lines import Line, section_number
from kettext.formats.wording import ADDRESS, DATE
from kettext.text.prose import fold, word_set, words

FEW_WORDS = 3  # besides a date
KINDS = (  # with what words it begins, and how it goes on
    (
        word_set("figure fig table chart exhibit listing image photo screenshot video"),
        r"(?:fig\.|[a-z]+) ?\d",
    ),
    (
        word_set(
            "photo photos image images picture pictures video videos cover covers credit credits"
            " source sources courtesy courtesys caption captions"
        ),
        r"(?:(?:photo|image|picture|video|cover)s? ?)?(?:credit|source|courtesy|caption)s?"
        r"(?: of| to)? ?:",
    ),
    (
        word_set(
            "photo photos photograph photographs image images picture pictures illustration"
            " illustrations graphic graphics video videos"
        ),
        r"[a-z]+ ?(?::|by |courtesy |via |from )",
    ),
    (
        word_set("filed posted published written reviewed edited"),
        r"(?:filed under|(?:posted|published) (?:in|on|by)|(?:written|reviewed|edited) by)\b",
    ),
    (word_set("tag tags category categories keywords topics"), r"[a-z]+ ?:"),
    (
        word_set("last first updated modified published reviewed"),
        r"(?:last |first )?(?:updated|modified|published|reviewed)(?: on| at|:)",
    ),
    (
        word_set("tel phone fax mobile e email isbn doi address"),
        r"(?:tel|phone|fax|mobile|e-?mail|isbn|doi|address) ?[.:]",
    ),
    (word_set("copyright c"), r"(?:copyright|\(c\)) ?(?:©|\(c\)|\d{4})"),
    (
        word_set("advertisement advertising sponsored share read continue"),
        r"(?:advertisement|advertising|sponsored|share|read more|continue reading|read next)$",
    ),
)
READING_TIME = r"\d{1,3}[ -]min(?:ute)?s?(?: of)? read(?:ing)?\b"
STREETS = word_set("street st avenue ave road rd boulevard blvd lane drive")
STREET = rf"\d{{1,5}} (?:[\w.]+ ){{1,4}}(?:{'|'.join(sorted(STREETS))})\b"
CLOCK = r"\[?(?:\d{4}-\d\d-\d\d[ t])?\d\d:\d\d:\d\d\b"
BYLINE = r"By (?:Dr\.? )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}(?:,.*|(?: and .*))?$"
ROLE = (
    r"[A-Z][\w.'’-]+ (?:[A-Z][\w.'’-]* ){0,2}[A-Z][\w.'’-]+, (?:[\w&-]+ ){0,4}"
    r"(?i:analyst|architect|author|ceo|cfo|consultant|coordinator|correspondent|cto|designer"
    r"|developer|director|editor|engineer|engineering|founder|manager|m\.?d\.?|officer|ph\.?d\.?"
    r"|president|product|professor|reporter|researcher|specialist|strategist|strategy|writer)\b"
)
YEARS = r"\d{4}s?(?: ?[–—-] ?(?:\d{4}s?|\d\d))?$"


def is_no_heading(line: Line) -> bool:
    """Whether a line is of a kind that no heading belongs to."""
    text = line.text
    return (
        "\t" in text
        or bool(line.marker and not section_number(text))
        or text.count("|") > 1
        or (not line.word_count and not re.match(YEARS, text))
        or _is_of_a_kind(fold(text))
        or _is_signature(text)
        or bool(ADDRESS.search(text))
        or _is_date(text)
    )


def _is_of_a_kind(folded: str) -> bool:
    """Whether a line begins as captions, bylines, lists of tags, prompts or addresses do. Most
    lines begin with none of their words, so that no pattern is compiled for them."""
    if folded[0].isdigit() or folded[0] == "[":
        return _is_time_or_street(folded)
    if folded[0] in "$%>©":
        return re.match(r"[$%>] \S|© ?(?:©|\(c\)|\d{4})", folded) is not None
    first = re.match(r"\(?([^\W\d_]+)", folded)
    return first is not None and any(
        first[1] in openings and re.match(pattern, folded) for openings, pattern in KINDS
    )


def _is_time_or_street(folded: str) -> bool:
    return (
        ("read" in folded and re.match(READING_TIME, folded) is not None)
        or (not STREETS.isdisjoint(words(folded)) and re.match(STREET, folded) is not None)
        or (folded.count(":") > 1 and re.match(CLOCK, folded) is not None)
    )


def _is_signature(text: str) -> bool:
    """Whether a line says who wrote the article: by whom it is, or a name and what they do."""
    if text.startswith("By ") and re.match(BYLINE, text):
        return True
    return ", " in text and re.match(ROLE, text) is not None


def _is_date(text: str) -> bool:
    date = DATE.search(text)
    return bool(date) and len(DATE.sub("", text, count=1).split()) <= FEW_WORDS
