"""What is never a heading, whatever stands around it: captions, bylines, dates, addresses, rows."""

import re

from kettext.formats.lines import Line, section_number
from kettext.formats.wording import ADDRESS, DATE

FEW_WORDS = 3  # besides a date
NEVER = "|".join(
    (
        r"(?:figure|fig\.?|table|chart|exhibit|listing|image|photo|screenshot|video) ?\d",
        r"(?:(?:photo|image|picture|video|cover)s? ?)?(?:credit|source|courtesy|caption)s?"
        r"(?: of| to)? ?:",
        r"(?:photo|image|picture|illustration|graphic|video)(?:graph)?s? ?"
        r"(?::|by |courtesy |via |from )",
        r"(?:filed under|(?:posted|published) (?:in|on|by)|(?:written|reviewed|edited) by)\b",
        r"(?:tags?|categories|category|keywords|topics) ?:",
        r"(?:last |first )?(?:updated|modified|published|reviewed)(?: on| at|:)",
        r"(?:tel|phone|fax|mobile|e-?mail|isbn|doi|address) ?[.:]",
        r"(?:copyright|©|\(c\)) ?(?:©|\(c\)|\d{4})",
        r"\d{1,3}[ -]min(?:ute)?s?(?: of)? read(?:ing)?\b",
        r"\d{1,5} (?:[\w.]+ ){1,4}"
        r"(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive)\b[.,]?",
        r"[$%>] \S",
        r"\[?(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d\b",
        r"(?:advertisement|advertising|sponsored|share|read more|continue reading|read next)$",
    )
)
IN_ANY_CASE = re.compile(f"(?i:{NEVER})")  # the flag would take twice as long to compile
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
        or bool(IN_ANY_CASE.match(text))
        or _is_signature(text)
        or bool(ADDRESS.search(text))
        or _is_date(text)
    )


def _is_signature(text: str) -> bool:
    """Whether a line says who wrote the article: by whom it is, or a name and what they do."""
    if text.startswith("By ") and re.match(BYLINE, text):
        return True
    return ", " in text and re.match(ROLE, text) is not None


def _is_date(text: str) -> bool:
    date = DATE.search(text)
    return bool(date) and len(DATE.sub("", text, count=1).split()) <= FEW_WORDS
