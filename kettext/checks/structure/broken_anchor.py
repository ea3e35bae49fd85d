"""The page of this check, with its examples, is broken_anchor.md."""

import re
from collections import Counter
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import Heading, Link, walk_inlines
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.prose import fold

IDS = r"""(?i)\s(?:id|name)\s*=\s*["'{]*([^"'\s>}]+)|\{:?\s*#([^\s}]+)"""  # in HTML, in attributes
HTML_HEADING = r"(?is)<h[1-6](?:\s[^>]*)?>((?:(?!</h).){0,200})"
INSIDE = r"#(?!top\Z|[/!:]|fn|\Z)"  # a browser or a site knows the others
INCLUDED = r"(?m)\{\{#|\{%-?\s*(?:include|render)|^import\s.*\.mdx?[\"']|@include"
WRITTEN, NAMED = r"\(\s*<?#", r"(?m)^[ >]*\[[^\]\n]+\]:\s*<?#"  # the target of a link, or of a name
TAG = r"<[^>]*>"
SIGNS = r"[\W_]"
ESCAPED = r"(?:%[0-9A-Fa-f]{2})+"


@check(severity=Severity.WARNING, on=True)
def broken_anchor(document: Document) -> Iterator[Finding]:
    links = list(_links_inside(document))
    if not links or not document.headings or re.search(INCLUDED, document.source.text):
        return
    anchors = set(_anchors(document))
    for link in links:
        key = _key(re.sub(ESCAPED, _decoded, link.target))
        if key and key not in anchors:
            yield Finding(link.span, f"No heading or anchor answers to {quoted(link.target)}")


def _links_inside(document: Document) -> Iterator[Link]:
    text = document.source.text
    is_named = "]:" in text and re.search(NAMED, text)
    for block in document.leaves_with(written="" if is_named else WRITTEN):
        for inline in walk_inlines(document.inlines(block)):
            if isinstance(inline, Link) and re.match(INSIDE, inline.target):
                yield inline


def _anchors(document: Document) -> Iterator[str]:
    """What a link may lead to. Sites spell the anchor of a heading in different ways, so only its
    letters and digits count, with or without a number in front."""
    text = document.source.text
    titles = [block.text for block, _ in document.tree if isinstance(block, Heading)]
    titles += [re.sub(TAG, "", match[1]) for match in re.finditer(HTML_HEADING, text)]
    counted: Counter[str] = Counter()
    for title in titles:
        key = _key(title)
        ascii_only = key.encode("ascii", "ignore").decode("ascii")
        for variant in {key, key.lstrip("0123456789"), ascii_only}:
            yield variant if not counted[variant] else f"{variant}{counted[variant]}"
            counted[variant] += 1
    for match in re.finditer(IDS, text):
        yield _key(match[1] or match[2])


def _key(text: str) -> str:
    return re.sub(SIGNS, "", fold(text))


def _decoded(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")
