"""The page of this check, with its examples, is emoji.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Heading
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Severity
from kettext.kit.own import one_per_sentence, own_matches, without_small
from kettext.kit.rewrite import remove_words
from kettext.text.prose import fold
from kettext.text.source import Span

# Pictures; not the signs that say yes, no and take care: ✓ ✔ ✗ ✘ ✅ ❌ ❎ ⚠ ℹ.
PICTURE = (
    r"[\U0001F300-\U0001F5FF\U0001F600-\U0001F6FF\U0001F900-\U0001FAFF\U0001F1E6-\U0001F1FF"
    r"☀-☄☕☘☝☠☹☺♥⚡⚽⛄✈✊-✍✨❄❗❤⭐]"
)
JOINED = rf"(?<![/.@]){PICTURE}(?:[\uFE0F\u200D]|{PICTURE})*+(?!\.\w)"  # not in an address
LEADS = (  # how a picture begins in UTF-8
    b"\xf0\x9f",
    *(b"\xe2" + bytes((code,)) for code in b"\x98\x99\x9a\x9b\x9c\x9d\xad"),
)
EYES = rb":-?[)(DP]", rb";-?[)(DP]"  # two patterns: what begins with one sign is found soonest
SMILEY = r"(?<!\S)[:;]-?[)(DP](?![\w:/-])|(?<=[.!?,\w])[:;]-?[)](?=\s|$)(?<=[.!?,\w]\W\))"
SIGN = r"(?:emojis?|emoticons?|icons?|buttons?|symbols?|reactions?|smileys?)"
ABOUT = rf"\b(?:{SIGN}|the|an?|click|tap|press|with)\W*$"
NAMED = rf"\W*{SIGN}\b"
LOOK = 30  # characters


@check(
    severity=Severity.WARNING,
    on=False,
    profiles={"medical": Severity.WARNING, "news": Severity.WARNING},
)
def emoji(document: Document) -> Iterator[Finding]:
    patterns, signs = [], document.derived(without_small)
    if not signs.isascii() and any(lead in signs for lead in LEADS):
        patterns.append((JOINED, PICTURE))
    if any(re.search(eyes, signs) for eyes in EYES):
        patterns.append((SMILEY, r"[:;]-?[)(dp]"))
    found = (
        match
        for pattern, written in patterns
        for match in one_per_sentence(
            document, own_matches(document, document.find(pattern, written=written))
        )
        if not _is_named(match)
    )
    for match in sorted(found, key=Match.span):
        kind = "smiley" if match[0].isascii() else "picture"
        span = _with_blank(match)
        fix = _fix(document, match, span)
        yield Finding(
            span if fix else match.span(), f"“{match[0]}” is a {kind}, not a word", fix=fix
        )


def _with_blank(match: Match) -> Span:
    """The picture with the blank before it; at the beginning, with the one behind it."""
    text, (start, end) = match.prose.text, match.match.span()
    if text[:start].endswith(" "):
        start -= 1
    elif not start and text[end : end + 1] == " ":
        end += 1
    return match.prose.source_span(start, end)


def _fix(document: Document, match: Match, span: Span) -> Fix | None:
    """A heading would change its anchor; and something has to be left."""
    if isinstance(match.block, Heading) or not re.search(r"\w", match.prose.text):
        return None
    return remove_words(document, span, f"Remove “{match[0]}”", Applicability.UNSAFE)


def _is_named(match: Match) -> bool:
    """Whether the text is about the picture: “the 👍 button”."""
    text, (start, end) = match.prose.text, match.match.span()
    before, behind = fold(text[max(0, start - LOOK) : start]), fold(text[end : end + LOOK])
    return bool(re.search(ABOUT, before) or re.match(NAMED, behind))
