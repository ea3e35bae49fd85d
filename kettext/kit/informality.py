"""How informal a sentence sounds, in points, by its make-up. What each feature is worth stands in
informality.txt, beside this file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from kettext.kit.make_up import cue_words, make_up, name_of
from kettext.text.prose import OBJECT

# What each feature is worth is fitted (benchmarks/informal.py). People rated sentences one by one:
# they called most questions informal, and few long sentences. Yet an article that informs may ask
# what it goes on to answer, and “you'll …!” is chat in it however long it is.
BY_HAND: Mapping[str, float] = {"asks": -0.85, "exclaimed to you": 0.9}
# The cues: features of which each sentence that counts has one.
LISTS = ("slang", "clipped", "interjection", "chat")
CUES = {*LISTS, "exclamation", "several marks", "question", "pause", "smiley", "tag"}
# The signs of the cues that are no words, and before which characters they count, "" for any: an
# image and an address have marks of their own.
BEFORE = " \"'”’)*_!"
SIGNS: Mapping[str, str] = {"!": BEFORE, "?": BEFORE, "...": "", "…": "", " :)": ""}
OPENING, CLOSING, ENDS = "( ", "\"'”’)]* ", (".", "!", "?", "…")
MOST_WORDS, MOST_OF_QUESTION = 12, 8  # without a contraction; longer ones hardly get to one point
LONG_QUESTION = 16  # words; with contractions, too, it only asks
TAGS = (", right?", ", huh?", ", eh?", ", okay?")
PART_END = r"""[.!?]["')*_]*+\s"""
CODE, TARGET = r"`[^`]*+`", r"\]\([^()\s]*+\)"
MARKS_BEFORE = " \t\r\n>*_["


def words_of_cues() -> frozenset[str]:
    """The words of which each sentence that counts has one, unless it has one of SIGNS."""
    return cue_words(LISTS)


@lru_cache(maxsize=32)  # those that count are read twice: as they are written, and as prose
def points(sentence: str) -> Mapping[str, float]:
    """What each feature of a sentence is worth; empty where none of them is a cue, where it is no
    whole sentence, too long to be informal, a bare “Why?”, or polite (“Thank you!”)."""
    text = sentence.strip()
    first = text.lstrip(OPENING)[:1]
    is_whole = (first.isupper() or first.isdigit()) and text.rstrip(CLOSING).endswith(ENDS)
    if not is_whole or _is_long(text):
        return {}
    found = make_up(text)
    if CUES.isdisjoint(found) or "thanks" in found or ("asks" in found and " " not in text):
        return {}
    weights = feature_weights()
    return {feature: count * weights.get(feature, 0) for feature, count in found.items()}


def most_as_written(text: str, cues: Sequence[str]) -> float:
    """About the points of the most informal sentence of a block that holds one of these cues, read
    without regard to most of its markup."""
    parts = (part for part in _parts(text) if not _is_long(part) and holds_any(part, cues))
    return max(map(_points_as_written, parts), default=0)


def holds_any(text: str, cues: Sequence[str]) -> bool:
    folded = text.lower()
    for cue in cues:  # noqa: SIM110  # any() is slower
        if cue in folded:
            return True
    return False


def weighed_most(sentence: str, number: int) -> list[str]:
    """The names of what speaks most for a sentence being informal. Several features may have one
    name, or quote one word."""
    named, quoted = dict[str, float](), dict[str, str]()
    for feature, worth in points(sentence).items():
        if worth > 0:
            name = name_of(feature, sentence)
            name = quoted.setdefault(name.partition("“")[2] or name, name)
            named[name] = named.get(name, 0) + worth
    return sorted(named, key=lambda name: -named[name])[:number]


@lru_cache(maxsize=1)
def feature_weights() -> Mapping[str, float]:
    """What one of each feature is worth."""
    text = Path(__file__).with_name("informality.txt").read_text(encoding="utf-8")
    pairs = (line.rsplit(maxsplit=1) for line in text.splitlines() if not line.startswith("#"))
    return {**{feature: float(worth) for feature, worth in pairs}, **BY_HAND}


def _parts(text: str) -> Iterator[str]:
    """Roughly the sentences of a block as it is written."""
    start = 0
    plain = text.replace("…", ".").replace("”", '"').replace("’", "'")
    for end in re.finditer(PART_END, plain):
        yield text[start : end.end()]
        start = end.end()
    yield text[start:]


def _points_as_written(text: str) -> float:
    if "`" in text:
        text = re.sub(CODE, OBJECT, text)
    text = text.lstrip(MARKS_BEFORE).rstrip().replace("\n", " ")
    if "](" in text:
        text = re.sub(TARGET, "", text)
    return sum(points(text.replace("*", "").replace("[", "").replace("]", "")).values())


def _is_long(text: str) -> bool:
    blanks, is_question = text.count(" "), "?" in text and not text.endswith(TAGS)
    if "'" in text or "’" in text:
        return is_question and blanks >= LONG_QUESTION and "!" not in text
    return blanks >= (MOST_OF_QUESTION if is_question else MOST_WORDS)
