"""What people say in turn: their names and what they say are no headings."""

import re
from collections import Counter
from collections.abc import Sequence

from kettext.formats.lines import Line
from kettext.formats.patterns import FEWEST_ALIKE, opening_of
from kettext.text.prose import normalised

FEWEST_SPEAKERS, MOST_SPEAKERS = 2, 3
SHARE_SPOKEN = 0.5  # of all lines
ASKER = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}:(?= )"
SHARE_ASKED = 0.5  # of the lines in bold
LONG_QUESTION = 9  # words, on average
SHARE_NAMES = 0.75  # "Pros, Cons, Verdict" below each product are no more than that


def spoken_lines(lines: Sequence[Line]) -> set[int]:
    """The lines of a talk that begin with who speaks ("Ann: …")."""
    openings = [opening_of(line) for line in lines]
    counts = Counter(opening for opening in openings if opening.endswith(":"))
    speakers = {opening for opening, count in counts.items() if count >= FEWEST_ALIKE}
    found = {index for index, opening in enumerate(openings) if opening in speakers}
    is_talk = len(speakers) >= FEWEST_SPEAKERS and len(found) >= SHARE_SPOKEN * len(lines)
    return (found if is_talk else set()) | asked_lines(lines)


def asked_lines(lines: Sequence[Line]) -> set[int]:
    """The lines in bold, where these are what is asked in an interview: most begin with who asks,
    or they are questions, and longer than headings are."""
    bold = [index for index, line in enumerate(lines) if line.bold]
    asking = Counter(match[0] for index in bold if (match := re.match(ASKER, lines[index].text)))
    named = sum(count for count in asking.values() if count > 1)
    questions = sum(lines[index].text[-1] == "?" for index in bold)
    words = sum(lines[index].word_count for index in bold)
    is_long = questions >= SHARE_ASKED * len(bold) and words > LONG_QUESTION * len(bold)
    is_asked = len(bold) >= FEWEST_ALIKE and (named > SHARE_ASKED * len(bold) or is_long)
    return set(bold) if is_asked else set()


def are_speakers(headings: Sequence[Line]) -> bool:
    """Whether what looks like headings is, over and over, the names of who speaks below."""
    counts = Counter(normalised(line.text) for line in headings)
    names = [count for count in counts.values() if count >= FEWEST_ALIKE]
    return FEWEST_SPEAKERS <= len(names) <= MOST_SPEAKERS and sum(names) > SHARE_NAMES * len(
        headings
    )
