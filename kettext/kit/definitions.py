"""What every textbook says of a disease, and what is said of it only by the way."""

from collections.abc import Sequence
from itertools import pairwise

from kettext.kit.wording import Wording
from kettext.text.health import tagged
from kettext.text.prose import parts_of_words

DISEASES = frozenset(("disease", "infection", "inflammation", "disorder", "illness"))
BEING = frozenset((one, a) for one in ("is", "are") for a in ("a", "an"))
OF = ("of", "in", "that", "which", "caused")
NEAR = 5  # words
DEFINED = Wording(
    "",
    "is called|are called|was called|s called|also called|otherwise called|sometimes called"
    "|often called|commonly called|is known as|are known as|also known as|otherwise known as"
    "|commonly known as|known for its effects|known for their effects|caused by a bacterium"
    "|caused by the bacterium|caused by bacteria|caused by the bacteria|caused by a virus"
    "|caused by the virus|caused by viruses|caused by a parasite|caused by parasites"
    "|caused by a fungus|caused by fungi|caused by a mutation|caused by mutations",
)
TREATMENTS = frozenset("TtK")
ARTICLES = ("a", "an", "the", "one")
MOST_BEFORE, FAR = 3, 40  # words, characters


def is_definition(sentence: str) -> bool:
    """Whether a folded sentence says what a disease is, or what it is called, and nothing of a
    treatment."""
    is_one = DEFINED.is_in(sentence) or _says_what_it_is(parts_of_words(sentence))
    return is_one and TREATMENTS.isdisjoint(tagged(sentence).letters)


def _says_what_it_is(words: Sequence[str]) -> bool:
    """ "Is an inflammation of", "is a rare disease in which"."""
    return any(
        one in DISEASES
        and then in OF
        and not BEING.isdisjoint(pairwise(words[max(0, at - NEAR) : at]))
        for at, (one, then) in enumerate(pairwise(words))
    )


def is_apposition(text: str, start: int) -> bool:
    """Whether what begins there stands behind a comma and an article, without a verb between: "…
    radiation, a major risk factor for …"."""
    _, comma, near = text[max(0, start - FAR) : start].rpartition(",")
    words = near.split()
    return comma == "," and len(words) <= MOST_BEFORE and words[:1] != [] and words[0] in ARTICLES
