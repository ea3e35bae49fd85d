"""What people say in turn: their names and what they say are no headings."""

from collections import Counter
from collections.abc import Sequence

from kettext.formats.lines import Line
from kettext.formats.patterns import FEWEST_ALIKE, opening_of
from kettext.text.prose import normalised

FEWEST_SPEAKERS, MOST_SPEAKERS = 2, 3
SHARE_SPOKEN = 0.5  # of all lines
SHARE_NAMES = 0.75  # "Pros, Cons, Verdict" below each product are no more than that


def spoken_lines(lines: Sequence[Line]) -> set[int]:
    """The lines of a talk that begin with who speaks ("Ann: …")."""
    openings = [opening_of(line) for line in lines]
    counts = Counter(opening for opening in openings if opening.endswith(":"))
    speakers = {opening for opening, count in counts.items() if count >= FEWEST_ALIKE}
    found = {index for index, opening in enumerate(openings) if opening in speakers}
    is_talk = len(speakers) >= FEWEST_SPEAKERS and len(found) >= SHARE_SPOKEN * len(lines)
    return found if is_talk else set()


def are_speakers(headings: Sequence[Line]) -> bool:
    """Whether what looks like headings is, over and over, the names of who speaks below."""
    counts = Counter(normalised(line.text) for line in headings)
    names = [count for count in counts.values() if count >= FEWEST_ALIKE]
    return FEWEST_SPEAKERS <= len(names) <= MOST_SPEAKERS and sum(names) > SHARE_NAMES * len(
        headings
    )
