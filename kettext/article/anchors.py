"""Anchors: what a link inside an article leads to, and what becomes of it when headings change."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kettext.article.document import Document
from kettext.article.nodes import Definition, Heading, Link, walk_inlines
from kettext.text.prose import fold
from kettext.text.source import Span
from kettext.text.value import NamedTuple, Value

INSIDE = r"#(?!top\Z|[/!:]|fn|\Z)"  # a browser or a site knows the others
WRITTEN, NAMED = r"\(\s*<?#", r"\]:\s*<?#"  # the target of a link, or of a name
IN_HTML = r"(?i)\bhref\s*=\s*[\"'{]*#([^\"'\s>}]+)"
MOST_ALIKE = 50  # headings of one title; with more, each change would make many links follow
NO_ANCHOR_SIGN = r"[^\w\- ]"
SIGNS = r"[\W_]"
ESCAPED = r"(?:%[0-9A-Fa-f]{2})+"


class Following(NamedTuple):
    """A link whose heading gets another anchor: its span, where its target stands, and the new
    target."""

    link: Span
    target: Span
    text: str


def links_inside(document: Document) -> Iterator[Link]:
    """The links to a place in the article itself."""
    text = document.source.text
    is_named = "]:" in text and re.search(NAMED, text)
    for block in document.leaves_with(written="" if is_named else WRITTEN):
        for inline in walk_inlines(document.inlines(block)):
            if isinstance(inline, Link) and re.match(INSIDE, inline.target):
                yield inline


def anchor_key(text: str) -> str:
    """What anchors are compared by: sites spell them in different ways, so only letters and digits
    count."""
    return re.sub(SIGNS, "", fold(re.sub(ESCAPED, _decoded, text)))


def _decoded(match: re.Match[str]) -> str:
    return bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")


def anchor_of(title: str) -> str:
    """The anchor of a heading as most sites make it: small letters, hyphens for blanks. Those that
    return get a number behind it."""
    return re.sub(NO_ANCHOR_SIGN, "", title.strip().lower()).replace(" ", "-")


class Target(Value):
    """Where a link leads, where that is written, and the span of the link or definition."""

    anchor: str
    place: Span
    node: Span


class Index(Value):
    """The targets inside an article by what they are compared by, and the headings by anchor, in
    reading order. `unsure`: what links in HTML lead to, and those that are spelled in a way that
    can't be changed."""

    targets: Mapping[str, Sequence[Target]]
    headings: Mapping[str, Sequence[Heading]]
    unsure: frozenset[str]


def following(
    document: Document, titles: Mapping[Heading, str], joined: Mapping[Heading, Heading]
) -> tuple[Following, ...] | None:
    """The links that have to change when headings get new `titles`, or go where another one stays
    (`joined`: heading that goes -> heading that stays). None where a link can't follow for sure."""
    index = document.derived(_index)
    if not index.targets and not index.unsure:
        return ()
    changed = {*titles, *joined, *joined.values()}
    texts = [*(heading.text for heading in changed), *titles.values()]
    groups = [index.headings.get(anchor, ()) for anchor in {anchor_of(text) for text in texts}]
    if sum(map(len, groups)) > MOST_ALIKE:
        return None
    affected = sorted({one for group in groups for one in group}, key=lambda one: one.span)
    old = _numbered({heading: heading.text for heading in affected})
    new = _numbered({one: titles.get(one, one.text) for one in affected if one not in joined})
    found = []
    for heading, anchor in old.items():
        became = new[joined.get(heading, heading)]
        if became != anchor and anchor_key(anchor) in index.unsure:
            return None
        for target in index.targets.get(anchor_key(anchor), ()) if became != anchor else ():
            if target.anchor != anchor:
                return None
            found.append(Following(target.node, target.place, f"#{became}"))
    return tuple(sorted(found))


def _numbered(titles: Mapping[Heading, str]) -> dict[Heading, str]:
    """The anchors of headings in reading order."""
    counts: Counter[str] = Counter()
    anchors = {}
    for heading, title in titles.items():
        anchor = anchor_of(title)
        anchors[heading] = f"{anchor}-{counts[anchor]}" if counts[anchor] else anchor
        counts[anchor] += 1
    return anchors


def _index(document: Document) -> Index:
    targets: dict[str, list[Target]] = {}
    unsure = {anchor_key(match[1]) for match in re.finditer(IN_HTML, document.source.text)}
    for target in _targets(document):
        if isinstance(target, str):
            unsure.add(anchor_key(target))
        else:
            targets.setdefault(anchor_key(target.anchor), []).append(target)
    headings: dict[str, list[Heading]] = {}
    for block, _ in document.tree if targets or unsure else ():
        if isinstance(block, Heading):
            headings.setdefault(anchor_of(block.text), []).append(block)
    return Index(targets, headings, frozenset(unsure))


def _targets(document: Document) -> Iterator[Target | str]:
    """The targets; the bare anchor of one that is not written as it is read."""
    definitions = [block for block, _ in document.tree if isinstance(block, Definition)]
    inside = [block for block in definitions if block.target.startswith("#")]
    named = {block.target for block in inside}
    nodes: tuple[Link | Definition, ...] = (*links_inside(document), *inside)
    for node in nodes:
        start = document.source.text.rfind(node.target, node.span.start, node.span.end)
        if start >= 0:
            place = Span(start, start + len(node.target))
            yield Target(node.target.removeprefix("#"), place, node.span)
        elif node.target not in named:  # else it is written where the name is defined
            yield node.target
