"""Markers at which somebody meant to put a source or an explanation: "[citation needed]"."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from kettext.article.bibliography import may_have_notes
from kettext.article.document import Document
from kettext.article.nodes import Footnote, LeafBlock
from kettext.text.prose import WORD, fold
from kettext.text.source import Span

SOURCE = r"(?:citations?|cites?|sources?|references?|refs?|footnotes?)"
WANTED = (
    r"(?:needed|required|missing|wanted|to\s(?:come|follow|be\sadded)|tbd|tba|tbc|tk|todo|here)"
)
NEEDED = (
    r"(?:(?:better|full|non-primary|secondary|third-party|additional|more|reliable|medical)\s)?"
    rf"{SOURCE}\s?(?:(?:is|are)\s|:\s?)?{WANTED}\b[.!?]?"
    rf"|(?:needs?|add|insert|find|missing|todo:?|fixme:?|tk:?)\s(?:an?\s|the\s)?{SOURCE}(?:\shere)?"
)
COMPLAINT = (  # as encyclopaedias word them
    r"(?:clarification|verification|page|year|date|time\sframe|author|example|quotation|attribution"
    r"|(?:further\s)?explanation|update|context|edition)s?\sneeded|needs\supdate"
    r"|failed\sverification|not\sin\s(?:the\s)?citation(?:\sgiven)?|weasel\swords"
    r"|unreliable\s(?:medical\s)?source\??|self-published\ssource\??|original\sresearch\??"
    r"|(?:permanent\s)?dead\slink|(?:dubious|disputed)(?:\s[–—-]\sdiscuss)?"
)
ASKED = (
    r"(?:(?:by|according\sto|to|for|of)\s)?"
    r"(?:whom?|which|when|where|why|how(?:\s(?:many|much|often))?|whose|what)"
)
MARKER = (
    rf"(?:(?<![“\"‘'!\]])\[\s?(?:{NEEDED}|{COMPLAINT}|{SOURCE}\s?\?+|{ASKED}\s?\?+|ref|cite)\s?\](?![(\[:])"
    rf"|\(\s?(?:{NEEDED}|{SOURCE}\s?\?+)\s?\)"
    r"|\{\{\s?(?:citation\sneeded|cn|fact|clarify|who|when|by\swhom|better\ssource(?:\sneeded)?"
    r"|verify\ssource|page\sneeded|dead\slink)\s?(?:\|[^{}]{0,80})?\}\})"
)
# What a marker in brackets ends with; to look for it is cheaper than to compile the pattern.
ENDS = frozenset(
    WORD.findall("""
    needed required missing tbd tba tbc tk todo citation citations cite reference references ref
    refs source sources wanted come follow added here research link discuss words given update
    verification dubious disputed
    """)
)
FREE = r"\[([^\[\]\n]{1,80})\](?![(\[:])"  # no link
# What a marker in parentheses names, and what it says of that if it asks no question.
SOURCE_WORDS = (
    "citation", "citations", "source", "sources", "reference", "references", "ref", "refs",
)  # fmt: skip
WANTED_WORDS = ("needed", "required", "tbd", "tba", "tbc", "tk", "come", "follow", "added")
OPENING = (
    r"\((?:[a-z-]{2,14}\s){0,2}?(?:citation|source|ref)[a-z]{0,8}\s?"
    r"(?:\?|(?:is\s|are\s|:\s?)?(?:needed|required|tb|tk|to\s))"
)
CURLY = ("citation", "cn", "fact", "clarify", "who", "when", "whom", "source")
STUB = (
    rf"{SOURCE}(?:\sis)?(?P<colon>:)?\s(?:needed|required|missing|to\s(?:follow|come|be\sadded)|tbd|tba"
    rf"|tk|todo)[.!…]?|(?:todo|tbd|tk|add|find):?\s(?:an?\s)?{SOURCE}[.!…]?"
)
TO_COME = ("tbd", "tba", "tk", "added", "come", "follow")
STUB_LINE = r"source: (?:to|tbd|tba|tk)\b"
LABEL = r"\[\^(?P<label>[^\[\]\s]{1,60})\]"
DEFINED = rf"{LABEL}:\s"
LONGEST_STUB = 100  # characters, with its label
BEHIND = r"[\s*_)\]\"”’]{0,3}"
NOTES = rf"(?:[*_)\"”’]{{0,3}}{LABEL})"


def markers(document: Document) -> tuple[Span, ...]:
    """The markers in an article, in order, among them footnotes that say no more than "Source
    needed."."""
    return document.derived(_markers)


def is_stub(document: Document, label: str) -> bool:
    """Whether a footnote of this label says no more than that a source is needed."""
    return label in document.derived(_stub_labels)


def is_marked(document: Document, sentence: Span) -> bool:
    """Whether a marker stands in a sentence or right behind it, also one that is a footnote. One
    that a sentence begins with belongs to the sentence before."""
    known = document.derived(_markers)
    index = bisect_right(known, sentence.start, key=lambda span: span.start)
    if index < len(known):
        between = document.source.slice(Span(sentence.end, known[index].start))
        if known[index].start < sentence.end or re.fullmatch(BEHIND, between):
            return True
    if not document.derived(_stub_labels):
        return False
    return any(is_stub(document, label) for label in _notes(document, sentence))


def _notes(document: Document, sentence: Span) -> Iterator[str]:
    """The labels of the footnotes that are pointed to in a sentence, or right behind it."""
    text = document.source.text
    yield from (match["label"] for match in re.finditer(LABEL, document.source.slice(sentence)))
    behind = re.compile(NOTES).match(text, sentence.end)
    while behind:
        yield behind["label"]
        behind = re.compile(NOTES).match(text, behind.end())


def _markers(document: Document) -> tuple[Span, ...]:
    stubs = (span for span, _ in document.derived(_stubs))
    return tuple(sorted({*_in_prose(document), *stubs}))


def _in_prose(document: Document) -> Iterator[Span]:
    written = "|".join(_signs(document))
    for match in document.find(MARKER, written=written, folded=True) if written else ():
        yield match.span()


def _signs(document: Document) -> Iterator[str]:
    """Patterns for how the markers are written that the article may have."""
    text, words = document.lookup.text, document.lookup.words
    inside = re.findall(FREE, text) if "]" in text else ()
    if any(f"[{found}]:" not in text for found in filter(_may_mark, inside)):
        yield FREE
    if _may_ask_in_parentheses(text, words) and re.search(OPENING, text):
        yield OPENING
    is_curly = "{" in text and "{{" in text  # a single sign is found far faster
    named = words.intersection(CURLY) if is_curly else ()
    if any(re.search(rf"\{{\{{\s?(?:\w+\s)?{word}", text) for word in named):
        yield r"\{\{"


def _may_ask_in_parentheses(text: str, words: frozenset[str]) -> bool:
    if words.isdisjoint(SOURCE_WORDS):
        return False
    return not words.isdisjoint(WANTED_WORDS) or "?)" in text or "? )" in text


def _may_mark(inside: str) -> bool:
    last = inside.rstrip(".! ").rsplit(" ", 1)[-1]
    return last in ENDS or last.endswith("?")


def _stub_labels(document: Document) -> frozenset[str]:
    return frozenset(label for _, label in document.derived(_stubs) if label)


def _stubs(document: Document) -> tuple[tuple[Span, str], ...]:
    """Footnotes that say no more than that a source is needed, and lines "Source: to come", each
    with the label of the footnote."""
    return tuple(_find_stubs(document))


def _find_stubs(document: Document) -> Iterator[tuple[Span, str]]:
    in_footnotes = document.derived(_in_footnotes)
    for block in (*in_footnotes, *_lines(document)):
        if block.span.end - block.span.start > LONGEST_STUB:
            continue
        said = document.source.slice(block.span).strip()
        label = in_footnotes.get(block, "")
        defined = re.match(DEFINED, said)
        if defined:
            label, said = defined["label"], said[defined.end() :]
        stub = re.fullmatch(STUB, fold(said))
        if stub and (label or stub["colon"]):
            yield block.span, label


def _lines(document: Document) -> Iterator[LeafBlock]:
    """The blocks that may be a line "Source: to come"."""
    words, text = document.lookup.words, document.lookup.text
    if "source" in words and not words.isdisjoint(TO_COME) and "source: t" in text:
        yield from document.leaves_with(written=STUB_LINE)


def _in_footnotes(document: Document) -> dict[LeafBlock, str]:
    """The blocks that are footnotes, each with its label; in pasted text those that look so."""
    if not may_have_notes(document):
        return {}
    noted = {
        block: parent.label for block, parent in document.leaves if isinstance(parent, Footnote)
    }
    pasted = document.leaves_with(written=DEFINED) if not noted else ()
    return noted | dict.fromkeys(pasted, "")
