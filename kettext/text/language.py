"""Whether a text is English: a cheap guess, by its letters and its commonest words."""

import re

from kettext.text.prose import WORD, fold

# The commonest words of English that are not also among the commonest of another language.
COMMON = frozenset(
    WORD.findall("""
    the of and to that is for it with as was on are by this be from or have not at which you but
    we they their can if has more when there all will would been one what so who your about other
    our these into than its how only some could them up out then do any may such
    """)
)
SAMPLE = 6000  # characters from the beginning; more of them change nothing
FEWEST_WORDS = 40  # of a shorter text nobody can tell
LEAST_SHARE = 0.1  # of common words: English prose has 0.3, lists of terms 0.12, others 0.06
LEAST_LATIN = 0.7  # of the letters
ASCII = r"[\x00-\x7f]++"
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


def is_english(text: str) -> bool:
    """Whether a text is English; what is too short to tell is."""
    sample = text[:SAMPLE]
    if not sample.isascii():
        latin = len(sample.encode("ascii", "ignore").translate(None, NO_LETTERS))
        letters = latin + sum(map(str.isalpha, re.sub(ASCII, "", sample)))
        if letters >= FEWEST_WORDS and latin < LEAST_LATIN * letters:
            return False
    words = fold(sample).split()
    if len(words) < FEWEST_WORDS:
        return True
    return sum(map(COMMON.__contains__, words)) >= LEAST_SHARE * len(words)
