"""The page of this check, with its examples, is uncited_quotation.md."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kettext.article.document import Document
from kettext.article.nodes import LeafBlock
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit import claim_words as kinds
from kettext.kit.check import check
from kettext.kit.claims import Claim, without_source
from kettext.kit.finding import Finding, Severity, quoted
from kettext.text.prose import QUOTATION, fold, word_set
from kettext.text.source import Span

LONG = (  # six words or more
    r"(?<![^\s(\[—–-])(?:“(?=\S)(?:[^\s“”]++\s++){5,}+[^\s“”]++”"
    r"|\"(?=\S)(?:[^\s\"]++\s++){5,}+[^\s\"]++\")(?!\w)"
)
FRAGMENTS = (r"\"(?=[a-z\[])(?:[^\s\"]++\s++){5}", r"“(?=[a-z\[])(?:[^\s“”]++\s++){5}")
TITLE = r"^.(?:(?:[A-Z]|a|an|and|for|in|of|on|or|the|to)\S*+\s?+)++$"
WHO = (
    r"(?:critics|observers|scholars|experts|reviewers|historians|commentators|opponents|analysts"
    r"|(?:one|another)\s(?:critic|observer|scholar|expert|reviewer|historian|commentator|analyst))"
)
ANONYMOUS = (  # the quotation stands for "…" in it
    rf"\b{WHO}\s(?:\w+\s){{0,3}}?(?:call|describe?|dub|hail|prais|critici[sz]e|label|sa(?:y|id)\b"
    r"|wrote|quipped|argue|warn|claim|noted?)"
    r"|\baccording\sto\san?\s[^….]{0,60}+…"
    r"|\b(?:described|hailed|praised|critici[sz]ed|characteri[sz]ed|summed\sup|summari[sz]ed)\sas"
    r"\s(?:an?\s|the\s)?…"
)
BY_NAME = r"\b(?:by|in|from|to)\s(?:the\s)?(?:[a-z]+\s){0,3}?[A-Z]|\bby\s(?:him|her|them)\b"
OPENING = (  # a first word that is no name
    r"\s*(?!According)(?:…|(?:The|An?|In|This|These|Those|Its?|One|Another|Such|For|As|At|By|With|To"
    r"|From|Under|During|While|Although|However|But|And|Thus|There|After|Before|Since|Most|Some"
    r"|Many|Both|[A-Z]\w+(?:ly|ing|al|ic|ive|ous))\b)"
)
NAMED = r"(?<!^)\b[A-Z][A-Za-z’']|\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Yy]ou|[Yy]our|[Oo]ur|[Mm]y)\b"
SPOKEN = (
    r"\b(?:said|says|told|wrote|writes|asked|replie[sd]|add(?:s|ed)|explain(?:s|ed)|according)\b"
)
NO_SOURCE = r"\b(?:to|of)\s…"  # an example of what somebody may say
TALKING = word_set("i me my we us our you your t re ll ve m")  # "don't" in parts has a "t"
MOST_TALK = 0.006  # of the words


@check(
    severity=Severity.NOTE,
    on=True,
    language="en",
    claim=True,
    profiles={"medical": {"any_link": False}},
)
def uncited_quotation(
    document: Document, *, sources: SourceRules = NO_RULES, any_link: bool = True
) -> Iterator[Finding]:
    for claim in without_source(
        document,
        _claims(document),
        voice=_is_in_text,
        sources=sources,
        any_link=any_link,
    ):
        said = quoted(claim.text.strip('“”"'))
        yield Finding(claim.span(), f"{said}: no source found for this quotation")


def _is_in_text(document: Document, block: LeafBlock, _: Span) -> bool:
    return not document.is_in_quote(block)


def _claims(document: Document) -> Iterator[Claim]:
    blocks = {*document.leaves_with(kinds.JUDGES)}
    for pattern in FRAGMENTS:
        for fragment in re.finditer(pattern, document.source.text):
            block = document.leaf_block_at(fragment.start())
            blocks.update((block,) if block and not document.derived(_talks) else ())
    for block in sorted(blocks, key=lambda block: block.span.start):
        written = document.source.slice(block.span)
        if '"' in written or "“" in written:
            prose = document.prose(block)
            for match in re.finditer(LONG, prose.text):
                claim = Claim(block, prose, *match.span())
                if _is_anonymous(document, claim):
                    yield claim


def _talks(document: Document) -> bool:
    """Whether an article talks to its readers, as blogs do: there, quotation marks mostly set a
    label, an irony or a thought apart, and nobody has said it."""
    return document.lookup.share(TALKING) > MOST_TALK


def _is_anonymous(document: Document, claim: Claim) -> bool:
    """Whether neither the sentence nor its neighbours tell whose words these are."""
    sentences = document.sentences(claim.block)
    own = document.sentence_at(claim.block, claim.span().start)
    place = bisect_left(sentences, own.start, key=lambda sentence: sentence.start)
    before, here, after = (
        QUOTATION.sub("…", "".join(claim.prose.read(span) for span in spans))
        for spans in (sentences[max(0, place - 1) : place], (own,), sentences[place + 1 :][:1])
    )
    folded = fold(here)
    if re.search(ANONYMOUS, folded):
        return not re.search(BY_NAME, here) and not re.search(TITLE, claim.text)
    return (
        not document.derived(_talks)
        and (claim.text[1].islower() or claim.text[1] == "[")
        and bool(re.match(OPENING, here))
        and not re.search(NAMED, here)
        and not re.search(NO_SOURCE, folded)
        and kinds.SPEECH.isdisjoint(folded.split())
        and not re.search(SPOKEN, fold(before + after))
    )
