"""The page of this check, with its examples, is several_titles.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.opening import opens
from kettext.article.titles import title_key
from kettext.kit.check import check
from kettext.kit.finding import Finding, Related, Severity, quoted

TITLES = 2  # where there are more, level 1 is simply the level of sections


@check(severity=Severity.WARNING, on=True)
def several_titles(document: Document) -> Iterator[Finding]:
    titles = [heading for heading in document.headings if heading.level == 1]
    if len(titles) != TITLES or titles[0].inferred or not opens(document, titles[0]):
        return
    first, second = titles
    if title_key(first) != title_key(second):
        yield Finding(
            second.span,
            f"Heading {quoted(second.text)} is a second title",
            related=(Related(first.span, "the first one"),),
        )
