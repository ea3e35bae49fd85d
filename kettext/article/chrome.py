"""Which lines are chrome: what a site puts around an article. The list is chrome.txt, beside this
file."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from kettext.article.lookup import HIDING
from kettext.text.prose import PART, fold
from kettext.text.value import NamedTuple, Value

LONGEST_WRITTEN = 1000  # characters with all markup
LOOK = 80  # characters; enough to see the first word
LONGEST = 200  # characters; no form or menu has longer lines
MORE, MOST_MORE = "…", 4  # words that may follow an entry with this sign
COVERING = re.compile(r"[`\[&]|://|www\.")  # may stand around words that nobody sees
UNSEEN = ("[^", "[]")  # footnotes, and links without a text
COPYRIGHT = "©"  # the only entry without a word
MOST_MARKS = 3  # characters behind a word that are looked at
SENTENCE_END = re.compile(r"(?<=[.!?*])\s+")
END_MARKS = " .!:*→›»…"


class Entry(NamedTuple):
    kind: str
    certain: bool


class Lexicon(Value):
    whole: dict[str, Entry]
    starts: tuple[tuple[str, Entry], ...]
    openings: tuple[str, ...]  # the texts of the starts, to pass over other lines at once
    beginnings: Mapping[str, frozenset[str]]  # first words, with the second ones; "" where any may

    def entry(self, line: str) -> Entry | None:
        """What the list says of a line, whose blanks, case and final punctuation do not count.

        A line of several sentences is chrome if each of them is: "Your email address will not be
        published. Required fields are marked *".
        """
        if len(line) > LONGEST:
            return None
        whole = self._entry(line)
        if whole or not SENTENCE_END.search(line.strip()):
            return whole
        parts = [self._entry(part) for part in SENTENCE_END.split(line.strip()) if _plain(part)]
        return parts[0] if parts and all(parts) else None

    def _entry(self, sentence: str) -> Entry | None:
        folded = _plain(sentence)
        found = self.whole.get(folded)
        if found or not folded.startswith(self.openings):
            return found
        return next((entry for start, entry in self.starts if _begins(folded, start)), None)


def may_be_chrome(written: str) -> bool:
    """Whether a line can be chrome, by length and first words, before its markup is read."""
    if len(written) > LONGEST_WRITTEN:
        return False
    start = written[:LOOK]
    opening = start.partition(" ")[0]
    if opening.isalpha() and fold(opening) not in lexicon().beginnings:
        return False  # what is the commonest, is seen at once
    first = PART.search(start)
    if first is None or start.startswith(UNSEEN) or COPYRIGHT in start[: first.start()]:
        return True
    second = PART.search(start, first.end())
    end = second.end() + MOST_MARKS if second else len(start)
    hiding = HIDING.search(start)
    if start.find("<", 0, end) >= 0 or (hiding and hiding.start() < end):
        return True
    following = lexicon().beginnings.get(fold(first[0]))
    if following is None or "" in following or second is None:
        return following is not None
    is_cut = second.end() == LOOK
    return is_cut or fold(second[0]) in following or bool(COVERING.search(start, 0, end))


def chrome_kind(line: str) -> str | None:
    """The kind of chrome that a line is for certain, whatever stands around it."""
    entry = lexicon().entry(line)
    return entry.kind if entry and entry.certain else None


def chrome_kinds(lines: Sequence[str | None]) -> list[str | None]:
    """The kind of each line, None for a line of the article; `lines` are neighbours, None what is
    no line of prose.

    What may be chrome ("Website", "Quantity") is chrome beside a line that is, and of its kind.
    """
    entries = [lexicon().entry(line) if line is not None else None for line in lines]
    kinds = [entry.kind if entry and entry.certain else None for entry in entries]
    if not any(kinds):
        return kinds
    for step in (1, -1):
        indices = range(len(lines))[::step]
        for before, here in pairwise(indices):
            if entries[here] and not kinds[here]:
                kinds[here] = kinds[before]
    return kinds


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The list, read once."""
    kind, whole, starts = "", dict[str, Entry](), list[tuple[str, Entry]]()
    text = Path(__file__).with_name("chrome.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("# "):
            phrase = line.removeprefix("? ")
            entry = Entry(kind, certain=phrase == line)
            if phrase.endswith(MORE):
                starts.append((_plain(phrase), entry))
            else:
                whole[_plain(phrase)] = entry
    openings = tuple(start for start, _ in starts)
    return Lexicon(whole, tuple(starts), openings, _beginnings(whole, openings))


def _beginnings(whole: Iterable[str], openings: Iterable[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for text in whole:
        first, second, *_ = (*PART.findall(text), "", "")
        found.setdefault(first, set()).add(second)
    for text in openings:  # its last word may be the start of a longer one
        first, second, third, *_ = (*PART.findall(text), "", "", "")
        found.setdefault(first, set()).add(second if third else "")
    return {first: frozenset(seconds) for first, seconds in found.items()}


def _begins(line: str, start: str) -> bool:
    """Whether a line is this entry and some more words, but no further sentence."""
    more = line.removeprefix(start)
    is_same = line.startswith(start) and not SENTENCE_END.search(more.strip())
    return is_same and len(more.split()) <= MOST_MORE


def _plain(line: str) -> str:
    return " ".join(fold(line).strip(END_MARKS).split())
