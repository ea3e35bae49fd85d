"""The page of this check, with its examples, is broken_anchor.md."""

import re
from collections import Counter
from collections.abc import Iterator

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
    if not links or not document.headings or re.search(INCLUDED, document.source.text):
        return
    anchors = set(_anchors(document))
    for link in links:
        key = anchor_key(link.target)
        if key and key not in anchors:
            yield Finding(link.span, f"No heading or anchor answers to {quoted(link.target)}")


def _anchors(document: Document) -> Iterator[str]:
    """What a link may lead to; the title of a heading with or without a number in front."""
    text = document.source.text
    titles = [block.text for block, _ in document.tree if isinstance(block, Heading)]
    titles += [re.sub(TAG, "", match[1]) for match in re.finditer(HTML_HEADING, text)]
    counted: Counter[str] = Counter()
    for title in titles:
        key = anchor_key(title)
        ascii_only = key.encode("ascii", "ignore").decode("ascii")
        for variant in {key, key.lstrip("0123456789"), ascii_only}:
            yield variant if not counted[variant] else f"{variant}{counted[variant]}"
            counted[variant] += 1
    for match in re.finditer(IDS, text):
        yield anchor_key(match[1] or match[2])
