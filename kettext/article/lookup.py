"""Which blocks hold a word, found in the text as it is written: most checks look for words that
most blocks do not hold, and markup need not be read to see that."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain

from kettext.text.prose import OBJECT, PART, fold

# Markup between two letters of a word, and what stands for letters: only prose shows such words.
HIDING = re.compile(
    r"[*~`\\\[\]<>&:](?:"
    r"(?<=\w[*~`\\])[*~`\\]*+\w"  # ke*tt*le
    r"|(?<=\w\[)|(?<=[)\]]\]\[)"  # ke[ttle](/u), [ke](/u)][ttle](/u)
    r"|(?:(?<=[\w*~\\_)\]]<)|(?<=[\w`]`<))[A-Za-z/!?][^<>]*+>?+(?![\s.,;:!?)\"']|\Z)"  # ke<b>ttle
    r"|(?<=\])(?:\w|(?:\([^()\s]*+\)|\[[^\[\]]*+\])[\w\[])"  # [ke](/u)ttle, [ke][u]ttle
    r"|(?<=&)#?\w{1,31};"  # na&iuml;ve
    r"|(?:(?<=\whttp:)|(?<=\whttps:))//"  # teahttp://x.example
    r"|(?<=\])(?:\([^()\n]*+[(\n]|\[[^\[\]\n]*+\n))"  # addresses with brackets or line ends
)
SIGNS = "“”–—…"  # the commonest that are not in ASCII
MARKUP = (*"*_`[]<>\\&~|{}=^#", "  ")  # what may stand unseen between two words
# For text in UTF-8: of ASCII only letters and digits stay.
BLANKED = bytes(code if code >= 128 or chr(code).isalnum() else 32 for code in range(256))


class Lookup:
    """The words of some texts. A text may hold more than the words that count, never less. `text`
    is all of them, folded."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = fold("\n".join(texts)).replace(OBJECT, " ")
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, those with hyphens and apostrophes in parts ("well", "known")."""
        return frozenset(self._parts)

    @cached_property
    def _parts(self) -> list[str]:
        return _parts(self.text)

    def share(self, words: Collection[str]) -> float:
        """The share that these have in all words, in parts."""
        parts = self._parts
        return sum(map(words.__contains__, parts)) / len(parts) if parts else 0.0

    def texts_with(self, words: Iterable[str]) -> list[int]:
        """The texts that may hold one of these words, by their places in order."""
        wanted = (word for word in words if word in self.words)
        return self._texts_at(
            start for word in wanted for start in self._places(word) if self._is_whole(word, start)
        )

    def texts_with_all(
        self, words: Collection[str], rarest: str, phrase: str = ""
    ) -> Iterator[int]:
        """The texts that may hold all of these words, or the phrase, folded, that they are the
        words of, by their places in order; `rarest` is the word that is looked for first."""
        for place in self.texts_with([rarest]):
            start, end = self._starts[place], self._starts[place + 1]
            is_there = bool(phrase) and self.text.find(phrase, start, end) >= 0
            if is_there or (
                all(self.text.find(word, start, end) >= 0 for word in words)
                and not (phrase and self._is_plain(start, end))
            ):
                yield place

    def texts_where(self, pattern: str) -> list[int]:
        """The texts in which a pattern matches, folded as they are written."""
        return self._texts_at(match.start() for match in re.finditer(pattern, self.text))

    def texts_with_sign(self, sign: str, before: str = "") -> list[int]:
        """The texts that hold a sign, at their end or before one of these characters, if any."""
        ends = (start + len(sign) for start in self._places(sign))
        return self._texts_at(
            end - 1 for end in ends if not before or self.text[end : end + 1] in before
        )

    def _is_whole(self, word: str, start: int) -> bool:
        end = start + len(word)
        return not (self.text[start - 1 : start].isalnum() or self.text[end : end + 1].isalnum())

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether a text has no markup that could stand between the words of a phrase."""
        text = self.text[start : end - 1]
        return not any(sign in text for sign in MARKUP)

    def _places(self, word: str) -> Iterator[int]:
        start = self.text.find(word)
        while start >= 0:
            yield start
            start = self.text.find(word, start + len(word))

    def _texts_at(self, places: Iterable[int]) -> list[int]:
        return sorted({bisect_right(self._starts, place) - 1 for place in places})


def _parts(text: str) -> list[str]:
    """The parts of words; what PART.findall() finds, at a fifth of the cost."""
    if not text.isascii():
        for sign in SIGNS:
            text = text.replace(sign, " ")
    parts = text.encode("utf-8").translate(BLANKED).decode("utf-8").split()
    if text.isascii():
        return parts
    own = ([word] if word.isascii() else PART.findall(word) for word in parts)
    return [*chain.from_iterable(own)]
