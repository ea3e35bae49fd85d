"""Passages that no fix may remove: what a reader is owed, such as a disclosure, a warning, the
number of a helpline, and what the settings name."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from kettext.article.document import Document
from kettext.article.nodes import Block, Heading, Html, LeafBlock
from kettext.text.prose import fold, parts_of_words
from kettext.text.sequences import overlapping
from kettext.text.source import Span
from kettext.text.value import NamedTuple, Value


class Kind(Value):
    """One kind of protected text, in patterns for folded text. `opening` stands at the start of a
    block or sentence, `anywhere` says the rest; each match holds one of the `words`, "" where
    nobody knows them."""

    words: str
    opening: str
    anywhere: str

    def may_match(self, words: Collection[str]) -> bool:
        """Whether a text of these words, and their singulars, may be of this kind."""
        return not self.words or any(word in words for word in self.words.split())


# Behind a word that stands there as a label. The dashes stand apart because a set of characters
# takes ten times as long to compile if some of them are beyond Latin-1.
SIGN = r"(?= *+(?:[:!.,(-]|[—–]|\Z))"
BEFORE = r"(?:[\w'/-]{1,20}+ {1,3}+)"  # one word; bounded, for a search begins everywhere
KINDS = (
    Kind(  # whom the author is paid by
        "disclosure disclosures affiliate associate commission commissions sponsored advertorial "
        "paid partnership conflict conflicts competing",
        rf"disclosures?\b|full disclosure\b|sponsored\b|advertorial\b"
        rf"|{BEFORE}{{1,3}}disclosures?\b{SIGN}",
        r"\baffiliate (?:link|commission|partner|program|programme|disclosure|relationship|fee)s?\b"
        r"|\bamazon associate\b|\b(?:earn|receive|get|paid|make) (?:[\w-]++ ){0,3}commissions?\b"
        r"|\bpaid (?:partnership|promotion|advertisement|post)\b|\bin partnership with\b"
        r"|\bsponsored (?:by|post|content|article|links?)\b"
        r"|\bconflicts? of interest\b|\bcompeting (?:financial )?interests?\b",
    ),
    Kind(  # what the article does not promise
        "disclaimer disclaimers substitute informational advice",
        rf"disclaimers?\b|{BEFORE}{{1,3}}disclaimers?\b{SIGN}",
        r"\bsubstitute for (?:the )?(?:professional |medical |legal )*+(?:advice|care|diagnosis)\b"
        r"|\bfor (?:general )?informational purposes only\b"
        r"|\b(?:is|are|as|constitute|provide) (?:not )?(?:intended as )?(?:professional )?"
        r"(?:medical|legal|financial|investment) advice\b",
    ),
    Kind(  # who has looked at it
        "reviewed checked",
        r"(?:[a-z]{1,20}?ly )?reviewed by\b|fact[ -]?checked by\b",
        r"\b(?:medically|clinically|scientifically) reviewed\b|\bfact[ -]checked by\b",
    ),
    Kind(  # what was wrong
        "correction corrections clarification retraction erratum editor editors update updates "
        "version",
        rf"(?:corrections?|clarification|retraction|erratum|editor(?:'?s|s')? note|updates?){SIGN}",
        r"\ban? (?:earlier|previous) version of this (?:article|story|post|piece|page)\b",
    ),
    Kind(  # how old it is
        "updated modified revised reviewed published",
        r"(?:this [a-z]++ (?:was|has been) )?(?:updated|modified|revised)"
        r"(?: on\b| ?[:(—–]| \d| [a-z]{3,9}\.? \d)|(?:first |originally )?published(?: on\b| ?:)",
        r"\b(?:last|most recently) (?:updated|modified|revised|reviewed)\b|\bupdated ?:",
    ),
    Kind(  # whose picture it is
        "photo photos photograph photographs image images picture pictures illustration credit "
        "credits",
        r"(?:(?:featured|header|cover|hero|lead) )?"
        r"(?:photo(?:graph)?|image|picture|illustration)s?(?: (?:source|by|via)\b| ?[:©])"
        rf"|(?!extra ){BEFORE}?credits?\b{SIGN}",
        r"\b(?:photo(?:graph)?|image|picture|illustration)s? (?:credit|courtesy)s?\b"
        r"|\bphoto(?:graph)?s? by\b",
    ),
    Kind(
        "recall recalls recalled",
        rf"recalls?{SIGN}|recall (?:notice|alert|information)\b",
        r"\b(?:product|food|drug|safety|voluntary|nationwide|class i{1,3}) recalls?\b"
        r"|\brecall notice\b|\b(?:is|are|was|were|been|being) (?:[a-z]{1,20}?ly )?recalled\b",
    ),
    Kind(  # whom to call
        "hotline hotlines helpline helplines lifeline lifelines crisis poison emergency "
        "911 988 999 112 111 000 116",
        rf"emergency (?:number|contact|line)s?\b|(?:in an )?emergency{SIGN}",
        r"\b(?:hotline|helpline|lifeline)s?\b|\bcrisis (?:text )?line\b"
        r"|\bpoison (?:control|cent(?:er|re))\b"
        r"|\b(?:call|dial|text|phone|ring|contact)(?: [\w-]++){0,3}?"
        r" (?:911|988|999|112|111|000|116)\b"
        r"|\b(?:call|dial|phone|contact) (?:[\w-]++ ){0,2}?emergency (?:services|number|line)s?\b"
        r"|\bemergency (?:telephone |phone )?numbers?\b",
    ),
    Kind(
        "warning warnings caution cautions danger attention alert beware important seek",
        rf"(?:warnings?|cautions?|dangers?)\b(?! (?:sign|label|light|system)s?\b)|beware\b"
        rf"|(?:attention|alert){SIGN}|{BEFORE}{{1,2}}(?:warning|caution|danger|alert)s?{SIGN}"
        rf"|important{SIGN}"
        r"|important (?:note|notice|information|reminder|(?:safety |health )?warning|safety\b)s?",
        r"\bbox(?:ed)? warnings?\b|\bseek (?:immediate |emergency |urgent |medical )++"
        r"(?:help|care|attention|advice)\b",
    ),
)
START = r"[\W\d_]*+"  # a number, a sign or an emoji in front
INSIDE = r"(?<!\w)(?<![\w,;] )"  # where a sentence inside a block may begin
NOWHERE = r"(?!)"
TAG = r"<[^<>]*+>"


class Passage(NamedTuple):
    """A sentence that is to stay; `marks` are the words in it by which it is known."""

    span: Span
    marks: tuple[Span, ...] = ()


def is_protected(text: str, named: Sequence[str] = ()) -> bool:
    """Whether a text is of a kind that no fix may remove; `named` are phrases that make it so."""
    folded = fold(text)
    return _patterns(_kinds(tuple(named), folded)).match(folded) is not None


def protected_passages(document: Document, named: Sequence[str] = ()) -> tuple[Passage, ...]:
    """The sentences that no fix may remove, in reading order; `named` as for is_protected().

    Where a block opens with such words ("Disclaimer: …"), all of it is protected, and so is the
    block right under a heading that does, unless a site has put it there.
    """
    phrases = tuple(named)
    found = dict(_in_leaves(document, phrases))
    opening = {block for block in found if isinstance(block, Heading)}
    for block in _below(document, opening) if opening else ():
        found.setdefault(block, tuple(map(Passage, document.sentences(block))))
    return tuple(sorted((*chain.from_iterable(found.values()), *_in_html(document, phrases))))


class _Patterns(Value):
    opening: re.Pattern[str]  # at the start of a text, or of a sentence inside it
    anywhere: re.Pattern[str]

    def may_match(self, folded: str) -> bool:
        return bool(self.opening.search(folded) or self.anywhere.search(folded))

    def match(self, folded: str) -> re.Match[str] | None:
        return self.opening.match(folded) or self.anywhere.search(folded)


def _kinds(named: tuple[str, ...], folded: str) -> tuple[Kind, ...]:
    """The kinds that a text may be of. Hardly a block holds words of more than two, and to compile
    the patterns of all of them takes as long as to check a short article."""
    words = set(parts_of_words(folded))
    words.update([word.removesuffix("s") for word in words])
    return tuple(kind for kind in _all_kinds(named) if kind.may_match(words))


@lru_cache(maxsize=8)
def _all_kinds(named: tuple[str, ...]) -> tuple[Kind, ...]:
    phrases = [phrase for phrase in named if phrase.strip()]
    if not phrases:
        return KINDS
    first_words = [parts_of_words(phrase)[:1] for phrase in phrases]
    words = " ".join(chain.from_iterable(first_words)) if all(first_words) else ""
    return (*KINDS, Kind(words, NOWHERE, "|".join(map(_phrase, phrases))))


@lru_cache(maxsize=100)
def _patterns(kinds: tuple[Kind, ...]) -> _Patterns:
    openings = "|".join(kind.opening for kind in kinds) or NOWHERE
    anywhere = "|".join(kind.anywhere for kind in kinds) or NOWHERE
    return _Patterns(
        re.compile(rf"(?>\A{START}|{INSIDE})(?P<mark>{openings})"), re.compile(anywhere)
    )


def _phrase(phrase: str) -> str:
    """A pattern for a phrase, whatever its case and blanks, that begins and ends with a word if the
    phrase does."""
    folded = fold(phrase).strip()
    before = r"\b" if folded[0].isalnum() else ""
    after = r"\b" if folded[-1].isalnum() else ""
    return before + r"\s++".join(map(re.escape, folded.split())) + after


def _in_leaves(
    document: Document, named: tuple[str, ...]
) -> Iterator[tuple[LeafBlock, tuple[Passage, ...]]]:
    words = [kind.words.split() for kind in _all_kinds(named)]
    for block in document.leaves_with(chain.from_iterable(words) if all(words) else ()):
        folded = fold(document.prose(block).text)
        texts = {folded, fold(document.source.slice(block.span))}
        patterns = _patterns(_kinds(named, " ".join(texts)))
        if patterns.may_match(folded):
            passages = tuple(_of_block(document, block, patterns))
            if passages:
                yield block, passages


def _of_block(document: Document, block: LeafBlock, patterns: _Patterns) -> Iterator[Passage]:
    """The protected sentences of a block: all of them if it opens with protecting words."""
    prose = document.prose(block)
    folded = fold(prose.text)
    marks = [prose.source_span(*match.span()) for match in patterns.anywhere.finditer(folded)]
    is_open = patterns.opening.match(folded) is not None
    for sentence in document.sentences(block):
        own = [*overlapping(marks, sentence, lambda mark: mark)]
        opened = patterns.opening.match(fold(document.source.slice(sentence)))
        if opened:
            mark = Span(*(sentence.start + offset for offset in opened.span("mark")))
            own = own if own and own[0].start < mark.end else [mark, *own]
        if own or is_open:
            yield Passage(sentence, tuple(own))


def _below(document: Document, headings: Collection[Block]) -> Iterator[LeafBlock]:
    """What stands right below these headings."""
    kinds = dict(zip(document.blocks, document.chrome_kinds, strict=True))
    for (heading, _), (block, _) in pairwise(document.leaves):
        if heading in headings and not isinstance(block, Heading) and not kinds.get(block):
            yield block


def _in_html(document: Document, named: tuple[str, ...]) -> Iterator[Passage]:
    for block, _ in document.tree:
        if isinstance(block, Html):
            text = re.sub(TAG, " ", document.source.slice(block.span))
            if is_protected(text, named):
                yield Passage(block.span)
