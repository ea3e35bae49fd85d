"""The forms in which a text names its sources, other than links: numbers of notes, author and year,
identifiers. What is known by its words alone ("a 2019 report by …") is in named_works.py."""

import re
from collections.abc import Iterator

from kettext.article.named_works import YEAR, named_works
from kettext.text.prose import WORD
from kettext.text.value import NamedTuple

NUMBERS = r"[1-9]\d{0,2}(?:\s?[,;–-]\s?\d{1,3}|,?\s(?:pp?\.|§|ch\.|chap\.|sec\.)[^\[\]]{1,30})*+"
BRACKETS = (
    r"(?<!\boffset\s)(?<!\bindex\s)\[(?:"
    rf"{NUMBERS}"  # [1], [1, 3-5], [2, p. 7]
    r"|\^[^\[\]\s]{1,80}"  # [^1], a footnote that is nowhere defined, or not in this format
    r"|[^\[\]@]{0,60}(?<![\w.])@\w[^\[\]]{0,80}"  # [@smith2019, p. 3]
    r"|[A-Z][A-Za-z+]{1,12}[:-]?\d{2,4}[a-z]?"  # [Knu84], [RFC2119]
    r"|[Ss]ources?(?::\s[^\[\]]{2,80})?"
    r")\](?![(=:\w]|\s?=|\.\w)"  # not what an array or a definition looks like
    r"|\^\[[^\[\]]{3,}"  # a footnote within the line
)
# A raised number is a power behind a letter, a unit or a figure, and a note behind a word or stop.
BEHIND_WORD = (
    r"(?:(?<=[A-Za-z]{2})(?<!\b[cdkmnµ]m)(?<!\b(?:ft|in|yd|mi|kg|mg|ha|ms))(?<!\b(?:log|sin|cos|tan))"
    r"|(?<=[.,;:!?%”\"’'»\]*])|(?<=[A-Za-z]{2}\))|(?<=\b(?:19|20)\d\d))"
)
RAISED = rf"{BEHIND_WORD}[¹²³⁴-⁹][⁰¹²³⁴-⁹]{{0,2}}(?:[,⁻–˒ʼ’]\s?[¹²³⁴-⁹][⁰¹²³⁴-⁹]{{0,2}})*+(?!\w)"
CARET = rf"{BEHIND_WORD}\^\(?[1-9]\d{{0,2}}(?:[,–-]\d{{1,3}})*+(?![\w(]|\.\d)"
TAGS = (
    rf"{BEHIND_WORD}\s?<sup\b[^<>]*+>(?:\s|<[^<>]*+>|\\?\[)*+\d"
    r"|<(?:ref|cite)\b[^<>]*+>|<ref\s[^<>]*+/>"
)
ANCHOR = r"(?i)<a\s(?:[^<>]*?\s)?href=[\"']?(?P<address>[^\"'\s<>]++)"
IDENTIFIERS = (
    r"(?<![\w.])10\.\d{4,9}/[^\s<>]"  # a DOI, with "doi:", "https://doi.org/" or nothing in front
    r"|\b(?:PMID|pmid|Pmid|PubMed\sID)\s?[:#]?\s?\d{4,9}\b|\bPMC(?:ID)?:?\s?(?:PMC)?\d{4,8}\b"
    r"|\b(?:arXiv|arxiv|ArXiv):\s?(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})"
    r"|\bISBN(?:-1[03])?:?\s?[\d][\d\s–-]{8,16}[\dXx]|\bISSN:?\s?\d{4}-\d{3}[\dXx]"
    r"|\b(?:NCT\d{8}|ISRCTN\d{6,8}|EudraCT|RFC\s?\d{3,5})\b"
    r"|\b\d{1,2}\s(?:CFR|C\.F\.R\.|USC|U\.S\.C\.)\s(?:§+\s?|Part\s)?\d"
    r"|\b(?:Regulation|Directive)\s(?:\((?:EU|EC|EEC)\)\s)?(?:No\.?\s)?\d{1,4}/\d{2,4}\b"
)
NAMES_OF_NUMBERS = (
    "10.", "PM", "pmid", "Pmid", "PubMed", "Xiv", "xiv", "ISBN", "ISSN", "NCT", "ISRCTN", "EudraCT",
    "RFC", "CFR", "C.F.R.", "USC", "U.S.C.", "Regulation", "Directive",
)  # fmt: skip
MARKUP = (
    r"\\[a-z]{0,10}cite[a-z]{0,10}\*?(?:\[[^\[\]]{0,60}\]){0,2}\{|\\footnote\{"
    r"|\{cite(?::\w{1,8})?\}|\{[{%]<?\s?(?:cite|sfn|harv|efn|ref)(?!\w*\s+needed)"
)
LABELLED = (
    r"(?:(?<![^\n])|(?<=[.!?)\]”\"—–|] )|(?<=[(\[—–|]))[*_]{0,2}(?:[Dd]ata )?[Ss]ources?[*_]{0,2}"
    r"\s?:[*_\s]{1,4}(?![*_\s]|[Oo]wn\b|[Mm]e\b|[Mm]y\b|[Tt]rust\b|[Aa]uthor)"
    r"|\([Ss]ources?\)|\b[Rr]etrieved\s(?:\w+\s\d{1,2},\s\d{4},?\s|\w+\s\d{4},?\s)?from\s\S"
    r"|\b(?:Adapted|Reprinted)\sfrom\s[A-Z]|\b[Aa]vailable\s(?:at|from):\s?\S"
)
ENCLOSED = r"[(\[](?P<inside>[^()\[\]]{4,200})[)\]]"
DATED = (
    rf"(?P<before>.*?)(?<![\w–/-])(?:{YEAR}[a-z]?|n\.\s?d\.|in press)"
    r"(?=\s*(?:\Z|[,:]|pp?\.|(?:and|&)\s[A-Z]))"
)
AUTHORS = r"[A-Z][\w’'-]++(?:(?:,|\sand|\s&)?\s[A-Z][\w’'-]*+\.?|\set\sal\.?){0,8}?"
BARE = rf"[.!?”\"—–]\s(?P<inside>{AUTHORS},\s{YEAR}[a-z]?)(?=\.?(?:\s|\Z))"
NARRATIVE = rf"[(\[]{YEAR}[a-z]?(?=[)\],;:])"
NAME = r"(?:[A-Z][\w’'&-]*+)"
SEVERAL = (
    rf"\bet\sal\.?,?$|(?<!\bof\s)(?<!\bfor\s)(?<!\bthe\s){NAME},?\s(?:and|&)\s(?:{NAME}|colleagues|others|co-?workers)$"
    r"|[A-Z][\w&-]*(?:['’]s|s['’])$"
)
ET_AL = rf"{NAME}\set al\.?,?\s(?:in\s)?{YEAR}\b"
CREDITED = (
    rf"\b(?:[Aa]ccording to|[Bb]y|[Ss]ee|[Cc]f\.?|[Pp]er|[Ff]ollowing|[Aa]s in)\s(?:the\s)?"
    rf"(?:{NAME}\s(?:of\s|for\s)?){{0,6}}(?P<name>{NAME})$"
)
SINGLE = rf"(?:^|[\s(])(?P<name>{NAME})$"
SAYING = (
    r"[^()\[\]]{0,20}[)\]],?\s(?:\w+ly\s|also\s|has\s|have\s|had\s|first\s){0,2}(?:found|finds?|show\w*"
    r"|report\w*|argu\w+|suggest\w*|observ\w+|note[sd]?|conclud\w+|demonstrat\w+|estimat\w+"
    r"|describ\w+|propos\w+|review\w*|examin\w+|compar\w+|stud(?:y|ied|ies)|states?|stated|writes?"
    r"|wrote|claim\w*|discuss\w*|investigat\w+|explain\w*|defin\w+|identif\w+|assess\w*|analy[sz]\w+"
    r"|says?|said|asked|surveyed|measured|tested|reveal\w*|confirm\w*|highlight\w*|indicat\w+"
    r"|recommend\w*|warn\w*|points?|pointed)\b"
)
LEADS = frozenset(
    WORD.findall("""
    see also eg cf for example instance in by from as cited quoted reviewed reported described
    adapted based on source per following according to the a compare and
    """)
)
LINKS = frozenset(
    WORD.findall("""
    and et al of the for on in de del della der den van von di da du la le el bin ibn ten ter
    y e und colleagues others co-workers
    """)
)
NO_NAMES = frozenset(
    WORD.findall("""
    January February March April May June July August September October November December Jan
    Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday Spring Summer Autumn Fall Winter Christmas Easter Since In Until Till From
    Around Circa Ca Before After As About By Between During On At To Early Late Mid Est
    Established Founded Updated Published Released Launched Created Retrieved Accessed Posted
    Last Copyright Photo Photograph Image Picture Credit Illustration Screenshot Born Died
    Version Edition Season Series Episode Volume Vol Issue No Number Chapter Part Page Figure
    Fig Table Class Model Build Release Year FY Q1 Q2 Q3 Q4 H1 H2 Windows Office Server Excel
    Word SharePoint Exchange SQL Visual Studio AutoCAD Photoshop Expo Olympics Euro Agenda
    Vision Election
    """)
)
MOST_NAMES = 14  # words before the year
CENTURIES = ("15", "16", "17", "18", "19", "20")  # what a year begins with
UNDATED = ("n.d.", "n. d.", "in press")
EVENTS = frozenset(
    WORD.findall("""
    Cup Championship Championships Games Olympics Festival Conference Tour
    """)
)


class Form(NamedTuple):
    """A stretch that names a source. `behind`: it may stand behind the full stop of its sentence,
    as a number of a note does."""

    start: int
    end: int
    behind: bool


# What each match holds one of, so that most patterns need not be compiled for most articles; the
# pattern; whether the form may stand behind the full stop of its sentence.
PATTERNS = (
    (("[",), BRACKETS, True),
    (tuple("¹²³⁴⁵⁶⁷⁸⁹"), RAISED, True),
    (("^",), CARET, True),
    (NAMES_OF_NUMBERS, IDENTIFIERS, False),
    (("{",), MARKUP, True),
    (("ource", "etrieved", "vailable", "Adapted", "Reprinted"), LABELLED, True),
)


def forms_in(prose: str) -> Iterator[Form]:
    """The places at which a text names a source, other than by a link, in no order."""
    for signs, pattern, behind in PATTERNS:
        if any(sign in prose for sign in signs):
            yield from _matches(pattern, prose, behind)
    has_year = any(sign in prose for sign in CENTURIES) and re.search(YEAR, prose)
    if has_year or any(sign in prose for sign in UNDATED):
        yield from _with_years(prose)


def tags_in(written: str) -> Iterator[Form]:
    """The forms that are HTML tags, in text as it is written."""
    return _matches(TAGS, written, True) if "<" in written else iter(())


def anchors_in(written: str) -> Iterator[tuple[int, int]]:
    """Where the addresses stand to which tags lead, in text as it is written."""
    if "<" in written:
        yield from (match.span("address") for match in re.finditer(ANCHOR, written))


def _matches(pattern: str, text: str, behind: bool) -> Iterator[Form]:
    return (Form(*match.span(), behind) for match in re.finditer(pattern, text))


def _with_years(prose: str) -> Iterator[Form]:
    is_enclosed = "(" in prose or "[" in prose
    patterns = ((is_enclosed, ENCLOSED), (re.search(rf",\s{YEAR}", prose), BARE))
    for match in (match for may, found in patterns if may for match in re.finditer(found, prose)):
        if any(map(_names_work, match["inside"].split(";"))):
            yield Form(*match.span(), True)
    for match in re.finditer(NARRATIVE, prose) if is_enclosed else ():
        if _names_author(prose[max(0, match.start() - 80) : match.start()], prose, match.end()):
            yield Form(*match.span(), False)
    if "et al" in prose:
        yield from _matches(ET_AL, prose, False)
    yield from (Form(start, end, False) for start, end in named_works(prose))


def _names_work(part: str) -> bool:
    """Whether a part of what stands in parentheses is author and year: "see Smith et al., 2019"."""
    dated = re.match(DATED, part)
    if not dated:
        return False
    names = dated["before"].replace(",", " ").split()
    if names and names[0].lower() in ("from", "in", "on", "to"):
        return False  # (from London, 2019)
    while names and names[0].lower().replace(".", "").rstrip(":") in LEADS:
        del names[0]
    if not 0 < len(names) <= MOST_NAMES or not EVENTS.isdisjoint(names):
        return False
    is_name = _may_be_name(names[0]) or names[0] in LINKS
    return is_name and any(map(_may_be_name, names)) and all(map(_is_part, names))


def _is_part(word: str) -> bool:
    is_day = word.isdecimal() and len(word) <= 2
    return is_day or word[0].isupper() or word.rstrip(".") in LINKS or word[0] in "“\"'‘&"


def _may_be_name(word: str) -> bool:
    bare = re.split("[–/-]", word.strip("“”\"'‘’.:*_"))[0]
    return bare[:1].isupper() and bare not in NO_NAMES


def _names_author(before: str, prose: str, end: int) -> bool:
    """Whether a year in parentheses is that of the author before it: "Smith (2019) found"."""
    before = before.rstrip()
    if re.search(SEVERAL, before):
        return True
    match = re.search(CREDITED, before)
    if not match and re.compile(SAYING).match(prose, end):
        match = re.search(SINGLE, before)
    return match is not None and match["name"] not in NO_NAMES
