"""The page of this check, with its examples, is repeated_conclusion.md."""

from collections.abc import Iterator

from kettext.article.anchors import following
from kettext.article.conclusions import Conclusion, conclusions
from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Applicability, Finding, Fix, Related, Severity, quoted
from kettext.kit.rewrite import join_sections

TITLE = "Join the two conclusions"


@check(severity=Severity.WARNING, on=True, language="en")
def repeated_conclusion(document: Document) -> Iterator[Finding]:
    found = conclusions(document)
    if len(found) > 1:
        *others, last = found
        fix = _fix(document, others[0], last) if len(others) == 1 else None
        heading = (Related(last.span, "its heading"),) if fix and last.span != last.opening else ()
        yield Finding(
            last.opening,
            f"The article has concluded before {quoted(last.text)}",
            related=(*(Related(one.opening, "concludes here, too") for one in others), *heading),
            fix=fix,
        )


def _fix(document: Document, first: Conclusion, last: Conclusion) -> Fix | None:
    """Only where both stand at the end: else the first one has to move."""
    if first.follower or last.follower or not (first.is_titled and last.is_titled):
        return None
    if following(document, {}, {last.section.heading: first.section.heading}) != ():
        return None
    return join_sections(document, first.section, last.section, TITLE, Applicability.UNSAFE)
