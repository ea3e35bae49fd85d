"""How a sentence is made: features that a reader could name, by which it sounds informal or not.

The words are those of make_up.txt, beside this file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from pathlib import Path

from kettext.text.language import COMMON
from kettext.text.prose import OBJECT, PART, QUOTATION, fold
from kettext.text.value import NamedTuple

TOKEN = rf"\w+(?:['.@/\\\-]\w+)*+|{OBJECT}"  # "hello.html" does not say hello
GREETING = "hello, world", "hello world"  # what programs print
MOST = 3  # more of the same adds nothing
LONG, OBJECT_LENGTH = 9, 8  # letters
AT_FIRST = ("opens", "asks", "begs")  # features of the first word
CLOSING, AROUND = "\"'”’)]* ", "\"'“”‘’()[].,;:!?…*—–-"
EXCLAMATION = r"""!(?=["')\]]*+(?:\Z| [^a-z]))"""
PAUSE = r"\.\.\. ?[a-z]"
# What else tells a feature: signs; and what a message calls each feature.
SIGNS: Mapping[str, Sequence[str]] = {
    "several marks": ("!!", "!?", "?!", "??"),
    "dots": ("...", "…", ". . ."),
    "dash": ("—", " – ", " - ", "--"),
    "smiley": (" :)", " :-)", " ;)", " ;-)"),
}
BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
PARTICIPLE_ENDS = ("ed", "en", "wn", "ught")
TAGS = ("right", "huh", "eh", "ok", "okay", "hm", "hmm", "yes", "no")
NOUN_ENDS = (
    "tion", "sion", "ment", "ity", "ness", "ance", "ence", "ism", "ship", "tions", "sions",
    "ments", "ities", "ances", "ences", "isms", "ships",
)  # fmt: skip
ADJECTIVE_ENDS = ("al", "ive", "ous", "ary", "ory", "ible")
LEAST_WITH_END = 6  # letters: "nation", "global", not "city", "also"
FEW, SHORT, LONG_ONES = "few words", "short words", "long words"
# Features of size: up to how many words, below or above which mean length of a word they hold.
AT_MOST = (
    (3, "at most 3"),
    (5, "at most 5"),
    (8, "at most 8"),
    (12, "at most 12"),
    (18, "at most 18"),
)
SHORT_ON_AVERAGE = (3.7, "very short words"), (4.2, "short words")
LONG_ON_AVERAGE = (5.0, "long words"), (5.7, "very long words")
SHAPES: Mapping[str, str] = {
    "exclamation": "an exclamation mark",
    "several marks": "several marks in a row",
    "dots": "dots",
    "pause": "dots",
    "dash": "a dash",
    "smiley": "a smiley",
    "number": "a number",
    "passive": "the passive",
    "question": "a question",
    "tag": "a question at its end",
    "shouting": "capitals",
    "contraction and you": "a contraction",
    "exclaimed to you": "an exclamation mark",
    "name": "a name",
    "abstract noun": "an abstract noun",
    "learned adjective": "a learned adjective",
    "long word": "a long word",
    **{name: FEW for _, name in AT_MOST},
    **{name: SHORT for _, name in SHORT_ON_AVERAGE},
    **{name: LONG_ONES for _, name in LONG_ON_AVERAGE},
}


class Lists(NamedTuple):
    """make_up.txt: the features that a word or a pair of words has, those that it has as the first
    one only, what a message calls each feature, and the first words of the pairs."""

    anywhere: Mapping[str, Sequence[str]]
    at_first: Mapping[str, Sequence[str]]
    names: Mapping[str, str]
    firsts: frozenset[str]


def make_up(sentence: str) -> dict[str, int]:
    """The features of a sentence, each with how often it is there, at most 3 times; what stands in
    quotation marks does not count."""
    folded = _said(sentence)
    words = re.findall(TOKEN, folded)
    if not words:
        return {}
    found = dict[str, int]()
    for feature in chain(_listed(words), _marks(folded), _shapes(sentence, words), _sizes(words)):
        count = found.get(feature, 0)
        if count < MOST:
            found[feature] = count + 1
    found.pop("begs" if "question" in found else "asks", None)
    if "you" in found and ("shortened verb" in found or "shortened negation" in found):
        found["contraction and you"] = 1
        if "exclamation" in found:
            found["exclaimed to you"] = 1
    return found


def name_of(feature: str, sentence: str) -> str:
    """What a message calls a feature that a sentence has."""
    if feature in SHAPES:
        return SHAPES[feature]
    words, listed = words_of(sentence), lists()
    if feature.startswith(AT_FIRST):
        return listed.names[feature].replace("…", words[0])
    texts = (*words, *map(" ".join, pairwise(words)))
    word = next(text for text in texts if feature in listed.anywhere.get(text, ()))
    said = f"I{word[1:]}" if word[:2] in ("i", "i'") else word
    return listed.names[feature].replace("…", said)


def words_of(sentence: str) -> list[str]:
    """The words of a sentence, folded, with what stands for code or a quotation as one word."""
    return re.findall(TOKEN, _said(sentence))


@lru_cache
def cue_words(features: tuple[str, ...]) -> frozenset[str]:
    """Words of which each sentence holds one that has one of these features; of a pair the word
    that is found less often. Words of two letters, which stand in too many others, are left out."""
    anywhere, at_first, _, _ = lists()
    wanted = frozenset(features)
    texts = (text for text, own in anywhere.items() if not wanted.isdisjoint(own))

    def rarity(word: str) -> tuple[bool, bool, int]:
        return word not in anywhere and word not in at_first, "'" not in word, len(word)

    words = [max(text.split(), key=rarity) if " " in text else text for text in texts]
    parts = (word if word.isalnum() else max(PART.findall(word), key=len) for word in words)
    return frozenset(part for part in parts if len(part) > 2)


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The lists, read once."""
    anywhere, at_first = dict[str, tuple[str, ...]](), dict[str, tuple[str, ...]]()
    names = dict[str, str]()
    text = Path(__file__).with_name("make_up.txt").read_text(encoding="utf-8")
    for section in text.split("\n[")[1:]:
        title, _, listed = section.partition("]")
        feature, _, names[feature] = title.partition(": ")
        places = at_first if feature.startswith(AT_FIRST) else anywhere
        words = listed.split()
        if "_" in listed:
            words = [word.replace("_", " ") for word in words]
        alone: tuple[str, ...] = (feature,)
        own = dict.fromkeys(words, alone)  # most words are in one list only
        for word in places.keys() & own.keys():
            own[word] = (*places[word], feature)
        places.update(own)
    firsts = frozenset(text.partition(" ")[0] for text in anywhere if " " in text)
    return Lists(anywhere, at_first, names, firsts)


def _said(sentence: str) -> str:
    """The sentence, folded, without what it only quotes."""
    folded = fold(sentence)
    if "“" in folded or '"' in folded:
        folded = QUOTATION.sub(OBJECT, folded)
    for greeting in GREETING:
        folded = folded.replace(f"{greeting}!", OBJECT).replace(greeting, OBJECT)
    return folded.strip()


def _marks(folded: str) -> Iterator[str]:
    plain = folded.replace("”", '"').replace("…", "...")
    if "!" in plain and (plain.endswith("!") or re.search(EXCLAMATION, plain)):
        yield "exclamation"
    if "..." in plain and re.search(PAUSE, plain):
        yield "pause"
    if re.search(r"\d", plain):
        yield "number"
    for name, signs in SIGNS.items():
        for sign in signs:
            if sign in folded:
                yield name
                break
    if folded.rstrip(CLOSING).endswith("?"):
        yield "question"


def _listed(words: Sequence[str]) -> Iterator[str]:
    anywhere, at_first, _, firsts = lists()
    for word in words:
        if word in anywhere:
            yield from anywhere[word]
    if not firsts.isdisjoint(words):
        for pair in map(" ".join, pairwise(words)):
            yield from anywhere.get(pair, ())
    opening, following = (at_first.get(word, ()) for word in (*words, "")[:2])
    yield from opening
    if opening and "asks" in following and "asks" not in opening:
        yield "asks"  # "So what is …"


def _shapes(sentence: str, words: Sequence[str]) -> Iterator[str]:
    """What can be seen without knowing many words."""
    if words[-1] in TAGS and sentence.rstrip(CLOSING).endswith("?"):
        yield "tag"
    if not BE.isdisjoint(words) and _is_passive(words):
        yield "passive"
    written = [word.strip(AROUND) for word in sentence.split()]
    yield from ["name" for word in written[1:] if word[:1].isupper()]
    if any(word.isupper() and len(word) > 2 and word.lower() in COMMON for word in written):
        yield "shouting"
    long = [word for word in words if len(word) >= LEAST_WITH_END]
    yield from ["abstract noun" for word in long if word.endswith(NOUN_ENDS)]
    yield from ["learned adjective" for word in long if word.endswith(ADJECTIVE_ENDS)]


def _is_passive(words: Sequence[str]) -> bool:
    return any(second.endswith(PARTICIPLE_ENDS) for first, second in pairwise(words) if first in BE)


def _sizes(words: Sequence[str]) -> Iterator[str]:
    lengths = [OBJECT_LENGTH if word == OBJECT else len(word) for word in words]
    average = sum(lengths) / len(words)
    for most, name in AT_MOST:
        if len(words) <= most:
            yield name
    for below, name in SHORT_ON_AVERAGE:
        if average < below:
            yield name
    for above, name in LONG_ON_AVERAGE:
        if average > above:
            yield name
    yield from ["long word" for length in lengths if length >= LONG]
