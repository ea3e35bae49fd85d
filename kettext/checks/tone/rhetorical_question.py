"""The page of this check, with its examples, is rhetorical_question.md."""

import re
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.match import Match
from kettext.article.nodes import Heading, LeafBlock
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted
from kettext.kit.own import opens_sentence, own_matches
from kettext.kit.phrasing import running_paragraphs
from kettext.text.prose import OBJECT, fold

# What asks for no answer: the sentence is one of these, or begins with it.
COAXING = (
    r"(?:(?:and|so|but|well|now|oh|hey),? )?(?:"
    r"who (?:doesn't|does not|wouldn't|would not|hasn't|has not) |who (?:knew|knows|cares)\b"
    r"|what's not to (?:love|like)|what(?:'s| is) the (?:catch|big deal|point)\b"
    r"|what could go wrong"
    r"|(?:does (?:this|that|it|any of this) )?sounds? (?:familiar|good|great|fun|like you|too good)"
    r"|(?:are you |you )?ready (?:to|for)\b"
    r"|(?:are you |ever |have you ever |still )?wonder(?:ed|ing)\b"
    r"|(?:are you )?curious\b|(?:have you )?ever (?:\w+ed|been|had|felt|seen|thought|tried|found)\b"
    r"|have you (?:ever|always|noticed)\b|did you know\b|(?:are you )?looking (?:for|to)\b"
    r"|(?:do you )?(?:want|wanna|need|prefer) (?:to|a|an|more|some|help)\b"
    r"|(?:are you )?(?:tired|sick) of\b"
    r"|(?:are you )?(?:thinking|worried|confused|interested|new to|struggling|stuck|feeling)\b"
    r"|(?:what|how) if i told\b|guess what\b|(?:pretty|how) (?:cool|neat|easy|simple|great|nice)\b"
    r"|isn't (?:it|that|this) |(?:don't|wouldn't|can't) you (?:think|agree|love|wish|just)\b"
    r"|need i say|am i right|got (?:it|that|questions|a question)\b|makes? sense\b"
    r"|see the (?:problem|difference|pattern)\b"
    r"|why not\b|so what\b|then what\b|what now\b|why bother\b|right\b|easy\b|simple\b"
    r"|(?:the|my|our) (?:\w+ ){1,4}?(?=\?)|the \w+\?)"
)
ANSWER = (
    r"(?:yes|no|nope|yep|yeah|not|because|simple|well|absolutely|of course|probably|perhaps|maybe"
    r"|sure|certainly|exactly|definitely|it depends|that depends|(?:it )?turns out|none|never"
    r"|nothing|nobody|everything|both|neither|sadly|unfortunately|fortunately|luckily|quite"
    r"|in short|to (?:find|answer|get)"
    r"|the (?:short |simple |long )?(?:answer|reason|solution|trick|key)\b"
    r"|that's (?:right|because|where|what)|this is (?:because|where)|here's|here is)\b"
)
QUESTION = (
    r"(?P<question>(?<![^\s\"“(—–])[^\s.!?…:;][^.!?…\n]{0,200}+\?)(?=[\"”’)*_]*+(?:\s|$))"
    rf"(?P<answer>\s{ANSWER})?"
)
TASKS = (
    r"\b(?:exercises?|quiz|discuss\w*|questions?|challenge|review|homework|assignments?|activity"
    r"|interview|check)\b"
)


@check(
    severity=Severity.NOTE,
    on=False,
    language="en",
    profiles={"medical": Severity.NOTE, "news": Severity.NOTE},
)
def rhetorical_question(document: Document, *, answered: bool = True) -> Iterator[Finding]:
    """`answered`: whether questions that the text answers at once are found as well."""
    paragraphs = document.derived(running_paragraphs)
    found = document.find(QUESTION, written=r"\?(?=[\s\"”’)*_]|$)", folded=True)
    for match in own_matches(document, found):
        is_found = _is_coaxing(match) or (answered and match.match["answer"])
        if is_found and match.block in paragraphs and _is_said(document, match):
            said = quoted(match["question"].replace(OBJECT, "…"))
            yield Finding(match.span("question"), f"{said} asks for no answer")


def _is_coaxing(match: Match) -> bool:
    return re.match(COAXING, match.match["question"].lstrip('"“(—– ')) is not None


def _is_said(document: Document, match: Match) -> bool:
    return opens_sentence(match) and not _is_task(document, match.block)


def _is_task(document: Document, block: LeafBlock) -> bool:
    """Whether readers are asked in earnest, as in an exercise."""
    section = document.section_at(block.span.start)
    heading: Heading | None = section.heading if section else None
    return heading is not None and re.search(TASKS, fold(heading.text)) is not None
