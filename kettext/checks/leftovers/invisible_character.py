"""The page of this check, with its examples, is invisible_character.md."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Severity, quoted
from kettext.kit.rewrite import remove_block, replace_words
from kettext.text.source import Span, is_printed

INVISIBLE = (
    r"[\x01-\x08\v\f\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064"
    r"\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ue000-\uf8ff\U000e0001\U000e0020-\U000e007f"
    r"\U000f0000-\U0010ffff]"
)
NAMES = {"\ufeff": "byte-order mark", "\ufffc": "placeholder of a lost object"}
KINDS = {"Cc": "control character", "Co": "private-use character"}  # these have no names
JOINERS = "\u180e\u200c\u200d"
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"  # not the overrides
HARMLESS = frozenset("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")  # nobody will miss them
RIGHT_TO_LEFT = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
JOINING = (  # the scripts from Hebrew to Mongolian and beyond, where joiners do their work
    r"[\u0590-\u109f\u1700-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00011fff]"
)
WITHOUT_BLANKS = r"[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua980-\uaadf]"  # Thai…
PICTURES = ("So", "Sk", "Mn")  # emoji, their shades of skin, the sign that asks for colours
FLAG = "🏴"
TAGS = range(0xE0020, 0xE0080)
PLAIN = r"""(?![\r\n][^a-zA-Z])[\w\s.,;:!?()'"’“”…–—/-]*\Z"""  # no markup, which it may keep apart
NEAR = 20  # characters
TITLE = "Remove the invisible character"


@check(severity=Severity.WARNING, on=True)
def invisible_character(document: Document) -> Iterator[Finding]:
    for span in _stretches(document.source.text, _strays(document)):
        yield _finding(document, span)


def _strays(document: Document) -> Iterator[int]:
    text = document.source.text
    is_mixed = cache(lambda: bool(re.search(RIGHT_TO_LEFT, text)))  # asked for rarely
    flag_ends = 0
    for match in () if is_printed(text) else re.finditer(INVISIBLE, text):
        sign, offset = match[0], match.start()
        before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
        if ord(sign) in TAGS and (before == FLAG or offset == flag_ends):
            flag_ends = offset + 1
        elif sign in DIRECTIONS:
            if not is_mixed():
                yield offset
        elif not _does_its_work(sign, before, after) and (
            unicodedata.category(sign) == "Cf" or _is_prose(document, offset)
        ):
            yield offset


def _does_its_work(sign: str, before: str, after: str) -> bool:
    """Whether it joins or parts letters of a script that needs it, or makes one picture of two."""
    if sign == "\u200b":
        return bool(re.match(WITHOUT_BLANKS, before) and re.match(WITHOUT_BLANKS, after))
    if sign in JOINERS and re.match(JOINING, before):
        return True
    return sign == "\u200d" and all(
        other and unicodedata.category(other) in PICTURES for other in (before, after)
    )


def _is_prose(document: Document, offset: int) -> bool:
    span = Span(offset, offset + 1)
    return replace_words(document, span, "", TITLE, Applicability.UNSAFE) is not None


def _stretches(text: str, offsets: Iterator[int]) -> Iterator[Span]:
    """One span for those that stand in the same few words."""
    start = end = -1
    for offset in offsets:
        between = text[end:offset] if 0 <= end >= offset - NEAR else "\n"
        if between and not between.replace(" ", "a").isalnum():
            if end >= 0:
                yield Span(start, end)
            start = offset
        end = offset + 1
    if end >= 0:
        yield Span(start, end)


def _finding(document: Document, span: Span) -> Finding:
    text = document.source.text
    inside = document.source.slice(span)
    rest = re.sub(INVISIBLE, "", inside)
    more = len(inside) - len(rest) - 1
    before, after = text[max(0, span.start - NEAR) : span.start], text[span.end : span.end + NEAR]
    words = re.split(r"\s", before)[-1] + rest + re.split(r"\s", after, maxsplit=1)[0]
    place = f"in {quoted(words)}" if words.strip() else "between words"
    number = f" and {more} more" if more else ""
    message = f"{_name(inside[0])} (U+{ord(inside[0]):04X}){number} {place}"
    return Finding(span, message, fix=_fix(document, span, rest))


def _name(sign: str) -> str:
    name = NAMES.get(sign) or KINDS.get(unicodedata.category(sign))
    return (name or unicodedata.name(sign, "invisible character").lower()).capitalize()


def _fix(document: Document, span: Span, rest: str) -> Fix | None:
    """None where a sign may be lost that was to be seen, or markup be made."""
    signs = set(document.source.slice(span)) - set(rest)
    if any(unicodedata.category(sign) != "Cf" for sign in signs):
        return None
    how = Applicability.SAFE if signs <= HARMLESS else Applicability.UNSAFE
    block = document.leaf_block_at(span.start)
    if block and block.span == span:
        return remove_block(document, block, TITLE, how)
    text = document.source.text
    around = text[max(0, span.start - 1) : span.start] + rest + text[span.end : span.end + 1]
    return replace_words(document, span, rest, TITLE, how) if re.match(PLAIN, around) else None
