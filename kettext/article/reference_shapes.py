"""What a reference looks like: its number or label, its author and year, and what only references
have."""

import re

from kettext.text.value import NamedTuple

YEAR = r"(?:1[5-9]|20)\d\d[a-z]?\b"
NUMBER = (
    r"[ \t>]*(?:[-*+•] )?[*_]{0,2}(?:(?:\\?\[|<sup>\[?)(?P<bracket>\d{1,4})(?:\\?\]:?|\]?</sup>)"
    r"|(?P<raised>[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})|(?P<plain>\d{1,4})[.)](?=\s)|\((?P<round>\d{1,3})\))"
    r"[*_]{0,2}\s*(?=\S)"
)
LABEL = r"[ \t>]*(?:[-*+•] )?[*_]{0,2}\\?\[(?P<label>[A-Z][\w+.-]{1,20})\\?\]:?[*_]{0,2}\s+(?=\S)"
FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
INITIALS = r"(?:[A-Z]\.?[ -]?){1,3}"
NAME = r"[A-Z][\w’'-]*[a-z][\w’'-]*(?:[ -][A-Z][\w’'-]+)?"
AUTHOR = (
    r"[*_“\"]{0,3}(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]u|[Ll]a|[Ll]e) ){0,2}"
    rf"(?P<surname>{NAME})(?:,\s{INITIALS}(?=[\s,;&(.:]|$)|\s[A-Z]{{1,3}}(?=[,.;:(]|\s(?:and|&|et)\s)"
    rf"|,\s[A-Z][a-z]+(?:\s[A-Z]\.)?(?=[,.]|\sand\s)|\s(?:et\sal|and|&)\b)"
)
LINK = r"https?://|\bwww\.|\]\["  # a link within the site is no source
CERTAIN = (  # only a reference has it
    r"\b(?:doi:?\s?|doi\.org/)10\.|\b10\.\d{4,9}/|\b(?:PMID|PMCID|arXiv|ISBN|ISSN)\b"
    rf"|\b{YEAR}[^.\n]{{0,12}};\s?\d|\b\d{{1,4}}\s?\(\d{{1,3}}(?:[–-]\d{{1,3}})?\)\s?[:,]\s?(?:pp?\.\s?)?e?\d"
    r"|\b(?:[Vv]ol\.|pp\.|[Ee]ds?\.\)|(?:Retrieved|Accessed|Available)\s(?:\w+\s\d|\d|at|from|online)|Cited\s\d)"
)
EVIDENCE = rf"{LINK}|{CERTAIN}|\b{YEAR}"
LINE_SEEN, LONGEST_UNCERTAIN = 400, 300  # characters


class Shape(NamedTuple):
    """What is plain of a reference. `number` or `label` is what the text may point to it by;
    `surname` is the first author's and `year` the first one named, "" where they are not plain."""

    number: int | None
    label: str
    surname: str
    year: str


def shape_of(written: str) -> Shape:
    """What can be read off a reference."""
    marked, labelled = re.match(NUMBER, written), re.match(LABEL, written)
    sign = next(filter(None, marked.groups()), "") if marked else ""
    body = _body(written)
    author, year = re.match(AUTHOR, body), re.search(rf"\b{YEAR}", body)
    return Shape(
        int(sign.translate(FROM_RAISED)) if sign else None,
        labelled["label"] if labelled else "",
        author["surname"] if author else "",
        year[0] if year else "",
    )


def looks_like_reference(written: str) -> bool:
    """Whether a line has the shape of a reference: author and year, a DOI, volume and pages."""
    body = _body(written)
    if re.search(CERTAIN, body):
        return True
    return re.match(AUTHOR, body) is not None and re.search(rf"\b{YEAR}", body) is not None


def may_be_reference(written: str, *, only_certain: bool) -> bool:
    """Whether it has that shape, or could be one where references are expected: a number in
    brackets, an address, a year. `only_certain`: the number or the shape is wanted."""
    is_enough = len(written) <= LONGEST_UNCERTAIN and (
        not only_certain or re.match(r"\s*\\?\[\d", written) is not None
    )
    if is_enough and ("http://" in written or "https://" in written):
        return True  # what is the commonest, is seen at once
    if looks_like_reference(written):
        return True
    return is_enough and re.search(EVIDENCE, written) is not None


def may_end_with_reference(written: str) -> bool:
    """Whether the last line could be a reference; says so at once of most that are none."""
    line = written[written.rfind("\n") + 1 :][:LINE_SEEN]
    if re.match(r"\W{0,4}\d", line):
        return True
    return re.search(r"\d{4}|PMID|doi", line) is not None and looks_like_reference(line)


def lines_with_marks(written: str) -> list[int]:
    """Where the lines begin that have a number or a label in front."""
    return [match.start() for match in re.finditer(rf"(?m)^(?={NUMBER}|{LABEL})", written)]


def _body(written: str) -> str:
    """A reference without the number or label in front."""
    mark = re.match(NUMBER, written) or re.match(LABEL, written)
    return written[mark.end() :] if mark else written.lstrip()
