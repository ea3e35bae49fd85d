"""The page of this check, with its examples, is broken_anchor.md."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kettext.article.anchors import anchor_key, links_inside
from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted

IDS = r"""(?i)\s(?:id|name)\s*=\s*["'{]*([^"'\s>}]+)|\{:?\s*#([^\s}]+)"""  # in HTML, in attributes
HTML_HEADING = r"(?is)<h[1-6](?:\s[^>]*)?>((?:(?!</h).){0,200})"
INCLUDED = r"(?m)\{\{#|\{%-?\s*(?:include|render)|^import\s.*\.mdx?[\"']|@include"
TAG = r"<[^>]*>"


@check(severity=Severity.WARNING, on=True)
def broken_anchor(document: Document) -> Iterator[Finding]:
    links = list(links_inside(document))
    if not links or not document.headings:
        return
    titles = [block.text for block, _ in document.tree if isinstance(block, Heading)]
    anchors = {"", *_of_titles(titles)}
    unanswered = [link for link in links if anchor_key(link.target) not in anchors]
    if not unanswered or re.search(INCLUDED, document.source.text):
        return
    anchors.update(_in_html(document.source.text, titles))
    for link in unanswered:
        if anchor_key(link.target) not in anchors:
            yield Finding(link.span, f"No heading or anchor answers to {quoted(link.target)}")


def _in_html(text: str, titles: Sequence[str]) -> Iterator[str]:
    """What a link may lead to besides the headings with these titles, which are marked up."""
    headings = [re.sub(TAG, "", match[1]) for match in re.finditer(HTML_HEADING, text)]
    yield from _of_titles([*titles, *headings])
    for match in re.finditer(IDS, text):
        yield anchor_key(match[1] or match[2])


def _of_titles(titles: Sequence[str]) -> Iterator[str]:
    """The anchors of headings, whose titles may have a number in front."""
    counted: Counter[str] = Counter()
    for title in titles:
        key = anchor_key(title)
        ascii_only = key.encode("ascii", "ignore").decode("ascii")
        for variant in {key, key.lstrip("0123456789"), ascii_only}:
            yield variant if not counted[variant] else f"{variant}{counted[variant]}"
            counted[variant] += 1
