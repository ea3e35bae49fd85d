"""What a title says of its section: that it concludes, sums up, asks, or lists the sources."""

import re

from kettext.article.nodes import Heading
from kettext.text.prose import collapsed, normalised, parts_of_words, word_set

OPENING, CLOSING = "\"'“‘(*[ ", " .:;,!?…\"'”’)*]"
FAQ_WORDS = r"\bfaqs?\b|\bquestions\b|\bq a\b"  # a title with one of these announces questions
CONCLUSION = frozenset(
    (
        "bottom line", "closing", "conclusion", "conclusions", "in closing", "in conclusion",
        "in conclusions", "in summary", "summary", "the bottom line", "to conclude",
    )
)  # fmt: skip
CONCLUDING = word_set("concluding final closing parting")
LAST_WORDS = word_set("thought thoughts word words remark remarks note notes")
WRAPPING = word_set("wrap wrapping sum summing")
WRAPPED = frozenset(("", "it", "this", "things"))
SUMMARIES = word_set("summary conclusion conclusions")
WITH_SUMMARIES = SUMMARIES | {"outlook", "next steps"}
ABSTRACT = (
    r"tl dr|tldr|abstract|(?:executive |brief |quick )?summary|synopsis|at a glance|in short"
    r"|in brief|(?:key )?(?:takeaways|points|facts)|highlights"
)
SOURCES = frozenset(
    (
        "bibliography", "citation", "citations", "endnote", "endnotes", "footnote", "footnotes",
        "literature", "literature cited", "reference", "references", "source", "sources",
        "works cited",
    )
)  # fmt: skip
NOTES = frozenset(("note", "notes", "end note", "end notes", "endnote", "endnotes"))
SORTS_OF_SOURCES = ("list of ", "selected ", "scientific ", "medical ", "cited ")
WITH_NOTES = frozenset(("", "reference", "references", "source", "sources"))
WITH_SOURCES = WITH_NOTES | {"note", "notes", "further reading"}
BACK_MATTER = frozenset(
    (
        "about us", "acknowledgement", "acknowledgements", "acknowledgment", "acknowledgments",
        "afterword", "assignment", "assignments", "author", "authors", "change log", "changelog",
        "comment", "comments", "contact", "contact us", "contributors", "credit", "credits",
        "disclaimer", "disclosure", "epilogue", "errata", "exercise", "exercises", "get involved",
        "glossary", "helpful links", "helpful resources", "knowledge check", "learn more",
        "leave a comment", "leave a reply", "licence", "license", "links", "next steps", "quiz",
        "resources", "see also", "thank you", "thanks", "update", "updates", "what's next",
        "whats next",
    )
)  # fmt: skip
BACK_OPENINGS = word_set(
    "additional annex appendices appendix further more other recommended related useful"
)
ABOUT = ("about the ", "about this ", "about our ", "meet the ", "meet this ", "meet our ")
WHO_WROTE = word_set("author authors writer writers company team series")
SUBTITLE = r" ?: | [–—-] "  # parts "Conclusion" from what it concludes
DIVIDERS = frozenset(":–—-")
LABELS = ("part ", "chapter ", "section ", "step ")
LABEL = r"(?:part|chapter|section|step) [0-9ivx]+ ?[:.–—-] ?"


def title_key(heading: Heading) -> str:
    """What a title says, whatever its number, case and the punctuation around it; "C" and "C#" are
    two titles."""
    return collapsed(heading.title).lstrip(OPENING).rstrip(CLOSING)


def is_abstract(heading: Heading) -> bool:
    """Whether a title says that its section sums up what follows: "TL;DR"."""
    return re.fullmatch(ABSTRACT, normalised(heading.title)) is not None


def is_conclusion(heading: Heading) -> bool:
    """Whether a title says that its section concludes: "8. Conclusion: What Is Left"."""
    said = _main_title(heading)
    first, _, last = said.partition(" ")
    one, _, other = said.partition(" and ")
    return (
        said in CONCLUSION
        or (first in CONCLUDING and last in LAST_WORDS)
        or (one in SUMMARIES and other in WITH_SUMMARIES)
        or _wraps_up(said)
    )


def is_faq(heading: Heading) -> bool:
    """Whether a title announces questions."""
    return re.search(FAQ_WORDS, normalised(heading.title)) is not None


def is_back_matter(heading: Heading) -> bool:
    """Whether a title names what may stand behind the end of an article: sources, questions, the
    author, further reading."""
    said = _main_title(heading)
    return (
        is_faq(heading)
        or said in BACK_MATTER
        or _names_sources(said)
        or _names_notes(said)
        or not BACK_OPENINGS.isdisjoint(parts_of_words(said)[:1])
        or _without(ABOUT, said) in WHO_WROTE
    )


def is_list_of_sources(title: str, *, with_notes: bool = False) -> bool:
    """Whether a title, without its number, says that what follows is a list of the sources;
    `with_notes`: or of the notes."""
    said = normalised(title)
    return _names_sources(said) or (with_notes and _names_notes(said))


def _wraps_up(said: str) -> bool:
    """Whether words are "to sum it up" or the like."""
    first, _, rest = said.removeprefix("to ").removesuffix("up").strip().partition(" ")
    return said.endswith(" up") and first in WRAPPING and rest in WRAPPED


def _names_sources(said: str) -> bool:
    """Of words, whether they are "selected references and notes" or the like."""
    first, _, second = said.partition(" and ")
    is_named = first in SOURCES or _without(SORTS_OF_SOURCES, first) in SOURCES
    return is_named and second in WITH_SOURCES


def _names_notes(said: str) -> bool:
    first, _, second = said.partition(" and ")
    return first in NOTES and second in WITH_NOTES


def _without(beginnings: tuple[str, ...], text: str) -> str:
    """The text behind one of these beginnings; "" if it has none of them."""
    return next((text.removeprefix(one) for one in beginnings if text.startswith(one)), "")


def _main_title(heading: Heading) -> str:
    title = collapsed(heading.title)
    label = re.match(LABEL, title) if title.startswith(LABELS) else None
    main = title[label.end() :] if label else title
    if not DIVIDERS.isdisjoint(main):
        main, *_ = re.split(SUBTITLE, main, maxsplit=1)
    return normalised(main)
