"""Sources that a text names in its own words, such as "a 2021 report by the World Health
Organization": somebody by name, a kind of work, and a year, with which a reader can find it.

A university alone ("a 2014 Harvard study") or a country ("a Danish study of 2019") names none: each
publishes thousands a year. Nor does a name without a year.
"""

import re
from collections.abc import Iterator

from kettext.text.prose import WORD

YEAR = r"(?:1[5-9]|20)\d\d"
AROUND = 100  # characters on each side of a year, in which the rest must stand
WORK = (
    r"(?i:stud(?:y|ies)|reviews?|meta-?analys[ei]s|trials?|papers?|reports?|surveys?|polls?"
    r"|analys[ei]s|articles?|books?|thesis|dissertation|preprint|investigation|guidelines?"
    r"|fact ?sheet|census|data|estimates?|figures|statement|editorial|handbook|textbook"
    r"|interview|memo|index|outlook|yearbook|barometer)\b(?!\s[A-Z])"
)
BOOK = r"(?:book|paper|essay|memoir|article|report|novel|documentary|textbook|thesis)"
DONE = r"(?:(?:[a-z]+ed|done|taken|made|written|dating|out|back)\s)"
LOWER = r"(?:[a-z][\w’'-]*+,?\s)"
NAMES = r"(?P<names>[A-Z][\w’'&.-]*+(?:\s(?:[A-Z][\w’'&-]*+|of|for|and|on|the|et|al\.?)){0,8}?)"
MONTH = r"(?:(?:early|late|mid|[A-Z][a-z]{2,8}\.?(?:\s\d{1,2},?)?)\s)?"
BY = r"(?P<by>by|from|in)\s(?:the\s)?(?:journal\s)?"
AFTER = (  # what follows the year
    rf"\s{LOWER}{{0,4}}?(?:[A-Z]\w+\s)?{WORK}\s{LOWER}{{0,3}}?{BY}{NAMES}(?![\w’'-]|\s[A-Z])",
    rf"\s{NAMES}\s{LOWER}{{0,2}}?{WORK}",
    rf"\s{LOWER}{{0,2}}?{BOOK}[,:]?\s[“\"‘'*_]{{0,2}}{NAMES}(?![\w’'-])",
)
STATING = rf",?\s(?:the\s)?{NAMES}\s(?:estimated|reported|surveyed|found\s(?:that|an?|no|\d))"
BEFORE = (  # what stands before it
    rf"{NAMES}\s{LOWER}{{0,2}}?{WORK}(?:,|\s{DONE}{{0,3}}?(?:from|in|of|for))?\s\(?{MONTH}$",
    rf"{WORK}\s{LOWER}{{0,4}}?{BY}{NAMES},?\s(?:(?:in|on|from|of)\s)?\(?{MONTH}$",
)
# "the CDC's", of a 2020 report
OWNER = r"(?P<names>[A-Z][\w&.-]*+(?:\s(?:[A-Z][\w&-]*+|of|for|and)){0,8})['’]s?\s$"
OWNED = rf"\s{LOWER}{{0,3}}?{WORK}"
JOURNAL = (
    r"\b(?:published|appear(?:ed|ing)|printed|journal)\b|\b(?:Journal|Annals|Archives|Proceedings|Lancet"
    r"|Nature|Science|JAMA|BMJ|PLOS|Cell|Times|Post|Guardian|Magazine|Review|Letters)\b"
)
UNIVERSITIES = frozenset(
    WORD.findall("""
    University Universities College Harvard Stanford Yale Oxford Cambridge Princeton MIT
    Cornell UCLA Berkeley Hopkins Columbia Duke Caltech Dartmouth Emory Brown
    """)
)
PLACES = frozenset(
    WORD.findall("""
    China India Japan Korea Germany France Italy Spain Portugal Sweden Denmark Norway Finland
    Iceland Netherlands Switzerland Austria Belgium Poland Russia Ukraine Turkey Israel Iran
    Iraq Egypt Nigeria Kenya Brazil Mexico Chile Argentina Canada Australia Zealand England
    Scotland Wales Ireland Britain Kingdom States America Europe Africa Asia US USA UK London
    York California Texas Florida French Dutch Greek Swiss Welsh Czech Thai Iraqi Israeli
    """)
)
NATIONALITY = r"[A-Z][a-z]+(?:ish|ese|ian|ean|ican|rman|alian)s?"
OPENINGS = frozenset(
    WORD.findall("""
    A An The One Two Some Many Several Most Few Other Another This That These Those Our My
    Their His Her Its In On At By For From Since Early Late Recent New Old First Last Clinical
    January February March April May June July August September October November December
    """)
)


def named_works(prose: str) -> Iterator[tuple[int, int]]:
    """The stretches at which a text names a work by somebody's name and a year."""
    for year in re.finditer(rf"(?<![\w/-])(?<!–){YEAR}(?![\w/-])(?!–)", prose):
        start, end = year.span()
        before = _last_sentence(prose[max(0, start - AROUND) : start])
        after = re.split(r"[.!?;](?:\s|\Z)", prose[end : end + AROUND], maxsplit=1)[0]
        if _is_named(before, after):
            yield start, end


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[a-z0-9)\]”\"][.!?])\s+(?=[A-Z“\"])", text)[-1]


def _is_named(before: str, after: str) -> bool:
    if any(_is_findable(re.match(pattern, after)) for pattern in AFTER):
        return True
    if re.search(r"\b[Ii]n\s$", before) and _is_findable(re.match(STATING, after)):
        return True
    if re.match(OWNED, after) and _is_findable(re.search(OWNER, before)):
        return True
    return any(_is_findable(re.search(pattern, before)) for pattern in BEFORE)


def _is_findable(match: re.Match[str] | None) -> bool:
    """Whether the names that a pattern has found are those of somebody who publishes."""
    if match is None:
        return False
    names = [name for name in match["names"].split() if name[0].isupper()]
    if match.start("names") == 0 and names[0] in OPENINGS:
        del names[0]  # the capital of a sentence
    if match.re.groupindex.get("by") and match["by"] == "in" and not re.search(JOURNAL, match[0]):
        return False  # a study in China
    last = names[-1].strip(".") if names else ""
    if not last or last in PLACES or last in OPENINGS or re.fullmatch(NATIONALITY, last):
        return False
    return UNIVERSITIES.isdisjoint(names)
