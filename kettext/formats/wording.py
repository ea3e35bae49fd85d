"""The words and signs by which a line is told to be a heading or not."""

import re

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

LABEL = re.compile(
    r"(?i:chapter|part|section|step|tip|lesson|phase|day|week|module|unit|appendix|reason|myth|rule"
    r"|question|method|option|stage|mistake|fact)\s+#?(?:\d{1,3}|[IVXivx]{1,5}|[A-Za-z])\b"
)
ADDRESS = re.compile(r"https?://|www\.|\w@\w[\w.-]*\.\w")
MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?"
DATE = re.compile(
    rf"\b{MONTH} \d{{1,2}}(?i:st|nd|rd|th)?,? \d{{4}}\b|\b\d{{1,2}} {MONTH} \d{{4}}\b"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
)
YEAR = re.compile(r"\b\d{4}\b")
CODE = re.compile(r"[\t|{}<>=_\\$~^]|::|\(\)|//")
DASH = re.compile(r" [–—-] ")
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|do|does|did|may|must|isn|don"
    r"|won)\b|[’'](?:s|re|ve|ll) (?=[a-z])"
)
INNER_END = re.compile(r"[^\W\d_]{2}[.!?][”\")]?\s+[A-Z“\"]|;\s")
CAPTION = re.compile(
    r"(?i:figure|fig\.?|table|listing|image|photo|photograph|source|credit|filename|note|example"
    r"|video|screenshot|caption|illustration|(?:posted |written )?by)\b.{0,4}[:\d ]"
)
STARTER = re.compile(
    r"(?:I|We|You|He|She|They|It|This|That|These|Those|There|But|And|So|If|In|As|For|Here|When|Our"
    r"|My|Please|See|Read)\b"
)
