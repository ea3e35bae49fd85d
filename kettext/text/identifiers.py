"""Identifiers of books, journals, papers, authors and trials that can't be right: their check digit
is wrong, or their length or shape is."""

import re
from collections.abc import Callable, Iterator

from kettext.text.value import NamedTuple

DASHES = "‐‑‒–-"  # all that people put between the digits
BLANK = r"[ \t\u00a0\u2009\u202f]"
# ": ", "** (print): ", " is "; what may stand between the name of an identifier and its digits
BETWEEN = r"(?:\sis\s|[^\w\n]{0,6}(?:\([a-z][\w-]{2,11}\)[^\w\n]{0,4})?)"
ADDRESS = r"[^\s<>\"”|]"


class Fault(NamedTuple):
    """An identifier that can't be right, as offsets into the text, and why: "ISBN “…” has …"."""

    start: int
    end: int
    kind: str
    why: str


class Kind(NamedTuple):
    """One kind of identifier: `signs`, one of which each text has that names one; where it stands;
    what is wrong with it, "" if nothing is."""

    name: str
    signs: tuple[str, ...]
    pattern: str
    judge: Callable[[str], str]


def faults_in(text: str) -> Iterator[Fault]:
    """The identifiers of a text that can't be right, kind by kind. Only those count of which the
    text says what they are, "ISBN …"."""
    for kind in KINDS:
        if any(sign in text for sign in kind.signs):
            for match in re.finditer(kind.pattern, text):
                why = kind.judge(match["id"])
                if why:
                    yield Fault(*match.span("id"), kind.name, why)


def is_isbn(digits: str) -> bool:
    """Whether the check digit of an ISBN is right; `digits` are nothing but those, and "X"."""
    if len(digits) == len("0306406152"):
        weighted = sum((10 - place) * _value(digit) for place, digit in enumerate(digits))
        return weighted % 11 == 0 and "X" not in digits[:-1]
    if len(digits) == len("9780306406157") and digits.isdecimal():
        weighted = sum((1, 3)[place % 2] * int(digit) for place, digit in enumerate(digits))
        return weighted % 10 == 0 and digits.startswith(("978", "979"))
    return False


def is_issn(digits: str) -> bool:
    """Whether the check digit of an ISSN is right."""
    weighted = sum((8 - place) * _value(digit) for place, digit in enumerate(digits))
    return len(digits) == len("03784371") and weighted % 11 == 0


def is_orcid(digits: str) -> bool:
    """Whether the check digit of an ORCID iD is right."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11 == _value(digits[-1])


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


def _digits(written: str) -> str:
    return re.sub(r"[^\dX]", "", written.upper())


def _judge_isbn(written: str) -> str:
    groups = re.split(BLANK, written)
    if any(is_isbn(_digits("".join(groups[:end]))) for end in range(1, len(groups) + 1)):
        return ""  # what stands behind it is a number of its own
    digits = _digits(written)
    if len(digits) not in (10, 13):
        return f"has {len(digits)} digits, not 10 or 13"
    if len(digits) > 10 and not digits.startswith(("978", "979")):
        return "does not begin with 978 or 979"
    return "has a wrong check digit"


def _judge_issn(written: str) -> str:
    digits = _digits(written)
    if len(digits) != 8:
        return f"has {len(digits)} digits, not 8"
    return "" if is_issn(digits) else "has a wrong check digit"


def _judge_doi(written: str) -> str:
    written = re.sub("(?i)%2f", "/", written)
    if re.match(r"(?:https?://)?(?:dx\.)?doi\.org/", written):
        return "has the address of the resolver twice"
    if not re.match(r"10\.\d{4,9}(?:\.\d+)*/", written):
        return "does not begin with “10.”, four digits or more, and a slash"
    return ""


def _judge_pmid(written: str) -> str:
    if not written.isdecimal():
        return "is not a number"
    return f"has {len(written)} digits, more than any" if len(written) > 8 else ""


def _judge_pmcid(written: str) -> str:
    return f"has {len(written)} digits, more than any" if len(written) > 8 else ""


def _judge_arxiv(written: str) -> str:
    match = re.fullmatch(
        r"(?P<month>\d\d(?P<m>\d\d))\.(?P<number>\d{1,9})(?:v\d{1,2})?(?:\.pdf)?", written
    )
    if not match:
        return "does not have the shape of one, “1501.00001”"
    if not 1 <= int(match["m"]) <= 12:
        return f"names the month {match['m']}"
    digits = 4 if match["month"] < "1501" else 5  # it was four up to 2014
    if len(match["number"]) != digits:
        return f"has {len(match['number'])} digits behind the full stop, not {digits}"
    return ""


def _judge_orcid(written: str) -> str:
    digits = _digits(written)
    if len(digits) != 16 or "X" in digits[:-1]:
        return f"has {len(digits)} digits, not 16"
    return "" if is_orcid(digits) else "has a wrong check digit"


def _judge_trial(written: str) -> str:
    digits = len(written) - len("NCT")
    return f"has {digits} digits, not 8" if digits != 8 else ""


# What begins with letters, and not with "\b", is found far faster.
KINDS = (
    Kind(
        "ISBN",
        ("ISBN", "isbn"),
        rf"\b(?:ISBN|isbn)(?:[ {DASHES}]?1[03]\b(?![{DASHES}]\d))?{BETWEEN}"
        rf"(?P<id>\d(?:(?:{BLANK}|[{DASHES}])?+\d){{7,24}}+(?:[ {DASHES}]?[Xx]\b)?+)(?![\w/])",
        _judge_isbn,
    ),
    Kind(
        "ISSN",
        ("ISSN", "issn"),
        rf"\b(?:ISSN|issn)(?:-L)?{BETWEEN}(?P<id>\d{{3,6}}[{DASHES}]\d{{2,6}}[Xx]?)(?![\w{DASHES}])",
        _judge_issn,
    ),
    Kind(
        "DOI",
        ("doi.org/", "doi:", "DOI:", "DOI "),
        rf"\b(?:doi\.org/(?=https?://|10\.)|(?:doi|DOI)(?::\s?|\s)(?=1\d?[.,]))(?P<id>{ADDRESS}*[^\s<>\"”|.,;:)\]])",
        _judge_doi,
    ),
    Kind("PMID", ("PMID",), rf"\bPMID{BETWEEN}(?P<id>(?:PMC)?\d\w*+)(?![.-]\w)", _judge_pmid),
    Kind("PMCID", ("PMC",), r"PMC(?<=\bPMC)(?P<id>\d{3,20}+)(?!\w)", _judge_pmcid),
    Kind(
        "arXiv id",
        ("arXiv:", "arxiv:", "ArXiv:", "arxiv.org/"),
        r"\b(?:ar[Xx]iv:\s?|ArXiv:\s?|arxiv\.org/(?:abs|pdf)/)(?P<id>\d(?:\.?\w)*+)(?!/)",
        _judge_arxiv,
    ),
    Kind(
        "ORCID iD",
        ("ORCID", "orcid.org/"),
        rf"\b(?:ORCID(?:\siDs?)?{BETWEEN}(?:https?://orcid\.org/)?|orcid\.org/)"
        rf"(?P<id>\d{{3,5}}(?:[{DASHES}][\dXx]{{3,5}}){{3}})(?![\w{DASHES}])",
        _judge_orcid,
    ),
    Kind("NCT number", ("NCT",), r"(?P<id>NCT(?<=\bNCT)\d{5,15}+)(?!\w)", _judge_trial),
)
