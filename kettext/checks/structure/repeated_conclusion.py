"""The page of this check, with its examples, is repeated_conclusion.md."""

from collections.abc import Iterator

from kettext.article.conclusions import conclusions
from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted


@check(severity=Severity.WARNING, on=True, language="en")
def repeated_conclusion(document: Document) -> Iterator[Finding]:
    found = conclusions(document)
    if len(found) > 1:
        *others, last = found
        yield Finding(
            last.opening,
            f"The article has concluded before {quoted(last.text)}",
            related=tuple(Related(other.opening, "concludes here, too") for other in others),
        )
