"""The page of this check, with its examples, is contraction.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Heading
from kettext.kit.check import check
from kettext.kit.contractions import CONTRACTION, WRITTEN, spelled_out
from kettext.kit.finding import Applicability, Finding, Fix, Severity, quoted
from kettext.kit.own import FAR, LOOK, opens_sentence, own_matches, sign_of_sentence
from kettext.kit.rewrite import replace_words
from kettext.text.prose import fold


@check(
    severity=Severity.NOTE,
    on=False,
    language="en",
    profiles={"medical": Severity.NOTE},
)
def contraction(document: Document) -> Iterator[Finding]:
    found = document.find(CONTRACTION, written=WRITTEN, folded=True)
    for match in own_matches(document, found, cells=True):
        instead = _instead(match)
        say = f": say “{instead}”" if instead else ""
        yield Finding(
            match.span(),
            f"{quoted(match[0])} is a contraction{say}",
            fix=_fix(document, match, instead) if instead else None,
        )


def _instead(match: Match) -> str | None:
    """The words in full, None where it is not sure which ones they are."""
    text, (start, end) = match.prose.text, match.match.span()
    before, behind = text[max(0, start - LOOK) : start], text[end : end + FAR]
    opens = opens_sentence(match)
    if (
        match[0][0].isupper()
        and not opens
        and match.match["head"] != "i"
        and not match[0].isupper()
    ):
        return None  # part of a name
    return spelled_out(
        match[0], fold(before), fold(behind), opens=opens, is_asked=sign_of_sentence(match) == "?"
    )


def _fix(document: Document, match: Match, instead: str) -> Fix | None:
    """A heading would change its anchor."""
    if isinstance(match.block, Heading):
        return None
    title = f"Say “{instead}”"
    return replace_words(document, match.span(), instead, title, Applicability.UNSAFE)
