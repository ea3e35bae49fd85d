"""Talk: who speaks in an interview, and in questions with their answers ("Q: …", "A: …")."""

import re
from collections import Counter

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock, Paragraph
from kettext.article.titles import is_faq

# “Jan Nose: Yes”, “**Jan Nose:** Yes”, “**Jan Nose**: Yes”, once the marks of emphasis are out
ROLE = r"(?P<role>(?:[A-Z][\w.'’-]*+ ?){1,4}):\s"
SHORT_ROLE = r"(?P<role>[QA])[.)] [A-Z]"
NO_ROLES = (
    r"(?i)(?:note|tip|hint|warning|caution|example|summary|update|correction|result|conclusion"
    r"|bonus|fact|myth|pro|con|step|important|source|ingredient|method|price|cost|size|image|photo"
    r"|figure|table|best for|read more|see also|problem|solution|fix|verdict)s?\b"
)
ASKERS = ("Q", "Question", "Interviewer", "Host", "Moderator", "Reporter")
ANSWERERS = ("A", "Answer")
FEWEST_SPEAKERS, FEWEST_TURNS = 2, 2
LOOK = 60  # characters
INTERVIEW = r"(?i)\binterview|\bconversation with\b|\bq ?& ?a with\b"


def is_turn(document: Document, block: LeafBlock) -> bool:
    """Whether a block is what somebody else says or asks, with the name before it. The answers of
    an FAQ are the author's own."""
    role = _role(document, block)
    if role is None:
        return False
    if role in ASKERS:
        return True
    if role in ANSWERERS:
        return not document.derived(_is_faq) and "Q" in document.derived(_turns)
    return document.derived(_is_talk)


def _is_talk(document: Document) -> bool:
    """Whether several speak, and more than once: a name with a colon that stands alone says
    little."""
    turns = document.derived(_turns)
    often = sum(count >= FEWEST_TURNS for count in turns.values())
    return often >= FEWEST_SPEAKERS or (bool(often) and any(role in ASKERS for role in turns))


def _is_faq(document: Document) -> bool:
    """Whether the article itself asks and answers, rather than somebody in an interview."""
    if re.search(INTERVIEW, document.title):
        return False
    return any(map(is_faq, document.headings))


def _turns(document: Document) -> Counter[str]:
    roles = (_role(document, block) for block, _ in document.leaves)
    return Counter(role for role in roles if role)


def _role(document: Document, block: LeafBlock) -> str | None:
    if not isinstance(block, Paragraph):
        return None
    start = document.source.text[block.span.start : block.span.start + LOOK].lstrip("*_")
    if ":" not in start and start[1:2] not in ("", ".", ")"):
        return None
    start = start.replace("*", "").replace("__", "")
    match = re.match(ROLE, start) or re.match(SHORT_ROLE, start)
    return match["role"] if match and not re.match(NO_ROLES, start) else None
