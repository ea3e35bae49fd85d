"""The words and signs by which a line is told to be a heading or not."""

import re

from kettext.text.prose import word_set

SMALL_WORDS = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from",
        "how", "if", "in", "into", "is", "it", "its", "no", "nor", "not", "of", "off", "on", "or",
        "our", "out", "over", "than", "that", "the", "their", "this", "to", "up", "via", "vs", "we",
        "what", "why", "with", "you", "your",
    )
)  # fmt: skip
ASKING = frozenset(("how", "what", "when", "where", "which", "who", "why"))
USUAL_TITLES = frozenset(
    (
        "about the author", "background", "benefits", "causes", "closing thoughts", "conclusion",
        "conclusions", "diagnosis", "discussion", "faq", "faqs", "final thoughts",
        "frequently asked questions", "further reading", "getting started", "history",
        "how it works", "introduction", "key takeaways", "lessons learned", "methods", "next steps",
        "notes", "overview", "prevention", "references", "resources", "results", "risks",
        "see also", "side effects", "sources", "summary", "symptoms", "takeaways",
        "the bottom line", "treatment", "what's next",
    )
)  # fmt: skip

ADDRESS = re.compile(r"https?://|www\.|\w@\w[\w.-]*\.\w")
MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
DATE = re.compile(
    rf"\b{MONTH} \d{{1,2}}(?i:st|nd|rd|th)?,? \d{{4}}\b|\b\d{{1,2}} {MONTH} \d{{4}}\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
YEAR = re.compile(r"\b\d{4}\b")
CODE = re.compile(r"[\t|{}<>=_\\$~^]|::|\(\)|//")
DASH = re.compile(r" [–—-] ")
INNER_END = re.compile(r"[^\W\d_]{2}[.!?][”\")]?\s+[A-Z“\"]|;\s")
VERBS = word_set(
    "is are was were has have had will would can could should do does did may must isn don won"
)
SHORT_VERB = r"[’'](?:s|re|ve|ll) (?=[a-z])"
LABELS = word_set(
    "chapter part section step tip lesson phase day week module unit appendix reason myth rule "
    "question method option stage mistake fact"
)
CAPTIONS = word_set(
    "figure fig table listing image photo photograph source credit filename note example video "
    "screenshot caption illustration by"
)
POSTED = ("posted ", "Posted ", "written ", "Written ")
STARTERS = word_set(
    "I We You He She They It This That These Those There But And So If In As For Here When Our My "
    "Please See Read"
)


def is_labelled(text: str) -> bool:
    """Whether a line opens with "Step 3", "Part B" or the like."""
    return (
        _first_word(text).lower() in LABELS
        and re.match(r"\w+\s+#?(?:\d{1,3}|[IVXivx]{1,5}|[A-Za-z])\b", text) is not None
    )


def is_caption(text: str) -> bool:
    """Whether a line opens like a caption or a credit: "Figure 3", "Source: ", "Posted by "."""
    said = text.partition(" ")[2] if text.startswith(POSTED) else text
    first = _first_word(said).lower()
    return first in CAPTIONS and re.match(r"\w+\b.{0,4}[:\d ]", said) is not None


def starts_like_a_sentence(text: str) -> bool:
    """Whether a line opens with a word that opens sentences, and hardly a title."""
    return _first_word(text) in STARTERS


def has_verb(text: str) -> bool:
    """Whether a line holds a word that is always a verb."""
    return not VERBS.isdisjoint(re.findall(r"\w+", text)) or (
        re.search(SHORT_VERB, text) is not None
    )


def _first_word(text: str) -> str:
    first = re.match(r"\w+", text)
    return first[0] if first else ""
