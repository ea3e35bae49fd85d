"""The page of this check, with its examples, is hype.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import Hit, check
from kettext.kit.finding import Finding, Severity
from kettext.kit.phrasing import LOOK, own_places
from kettext.kit.praise import PRAISE, is_meant_otherwise, may_promise, promised_behind
from kettext.text.prose import PART, fold


@check(
    severity=Severity.WARNING,
    on=True,
    language="en",
    phrases="hype.txt",
    profiles={
        "medical": {"praise": True},
        "news": {"praise": True},
        "marketing": Severity.NOTE,
    },
)
def hype(document: Document, hits: tuple[Hit, ...], *, praise: bool = False) -> Iterator[Finding]:
    """`praise`: whether words such as “remarkable” count that praise without a promise."""
    found = [*((hit, True) for hit in hits), *_praises(document, praise=praise)]
    promises = {hit.span: is_promise for hit, is_promise in found}
    for hit, place in own_places(document, sorted(hit for hit, _ in found)):
        if not (
            place.is_denied
            or place.is_asked
            or is_meant_otherwise(hit.phrase, place.before, place.behind)
        ):
            said = " ".join(place.said.split())
            does = "promises" if promises[hit.span] else "praises"
            yield Finding(hit.span, f"“{said}” {does} instead of telling")


def _praises(document: Document, *, praise: bool) -> Iterator[tuple[Hit, bool]]:
    """Where something is praised, each with whether that is a promise; only promises unless
    `praise`. Blocks that hold none as they are written need not be read."""
    for block in document.leaves_with(PRAISE):
        if not praise and not may_promise(document.source.slice(block.span)):
            continue
        prose = document.prose(block)
        folded = fold(prose.text)
        for match in PART.finditer(folded):
            if match[0] in PRAISE:
                promised = promised_behind(folded[match.end() : match.end() + LOOK])
                if praise or promised:
                    span = prose.source_span(match.start(), match.end() + len(promised))
                    yield Hit(span, match[0] + promised), bool(promised)
