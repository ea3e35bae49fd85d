"""What makes a sentence informal: `python -m benchmarks.informal --data DIR [--write]`.

Reads sentences that people rated, DIR/tone/pavlick_sentences.jsonl (-3 informal, 3 formal),
and fits what each feature of kettext/kit/make_up.py is worth, by logistic regression on the mean
rating. Prints precision and recall on blogs and news by the number of points that are asked for:
with the weights that all sentences give, and with weights fitted on four fifths of the documents
and tried on the rest (so no document judges itself); of all sentences, and of those that the check
looks at. --write writes the weights that all sentences give to kettext/kit/informality.txt.
Exit code 1 if the cross-validated figures are under their floors.
"""

import argparse
import json
import math
import random
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kettext.kit.informality import BY_HAND, points
from kettext.kit.make_up import make_up

WEIGHTS = Path(__file__).parent.parent / "kettext/kit/informality.txt"
HEADER = "# What one of each feature is worth, in points; written by benchmarks/informal.py.\n"
PUBLISHED = ("blog", "news")
WORTH_OF_OTHERS = 0.2  # answers and e-mails are many, and more informal than what is published
SCALE = 1.2  # chosen so that from 1 point on an editor agrees (see informal.md)
LEAST = 0.05  # points; what is worth less is left out
FOLDS, ROUNDS, RATE, DECAY, SEED = 5, 25, 0.3, 12.0, 0
STEEPNESS, MIDDLE = 1.5, -1.0  # of the curve from a rating to the chance of being informal
LEAST_PRECISION, LEAST_RECALL = (
    0.65,
    0.1,
)  # cross-validated, of what the check finds from 1 point on
ASKED_FOR = (0.4, 0.6, 0.8, 1.0, 1.2, 1.5, 2.0, 2.5)
# Things that say how a sentence was cut out, not how it is made: they explain ratings here, and are
# worth nothing in an article.
CUT = {
    "~quoted": r"[\"“'‘]",
    "~small": r"[a-z]",
    "~bracket": r"\(",
    "~colon": r"(?s:.*):\Z",
    "~no end": r"(?s:.*)[^.!?:…\"'”’)]\Z",
}

Weights = Mapping[str, float]


class Rated(NamedTuple):
    """A sentence; `chance` is that of being informal, `features` include some of CUT, and where it
    comes from."""

    text: str
    fold: int
    is_published: bool
    is_informal: bool
    chance: float
    features: Weights


def main() -> int:
    parser = argparse.ArgumentParser(description="Fit what makes a sentence informal.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights")
    options = parser.parse_args()
    sentences = list(read(options.data / "tone/pavlick_sentences.jsonl"))
    weights = fit(sentences)
    if options.write:
        WEIGHTS.write_text(as_text(weights), encoding="utf-8")
    fitted = [worth(one, weights) for one in sentences]
    tried = cross_validated(sentences)
    looked_at = [bool(points(one.text)) for one in sentences]
    print_curve("all sentences, fitted", sentences, fitted)
    print_curve("all sentences, cross-validated", sentences, tried)
    print_curve("what the check looks at, fitted", sentences, only(fitted, looked_at))
    checked = only(tried, looked_at)
    print_curve("what the check looks at, cross-validated", sentences, checked)
    found, right, informal = counts(sentences, checked, 1.0)
    return int(right < LEAST_PRECISION * found or right < LEAST_RECALL * informal)


def read(path: Path) -> Iterator[Rated]:
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = untokenised(record["text"].strip())
        cut = {name: 1.0 for name, pattern in CUT.items() if re.match(pattern, text)}
        yield Rated(
            text,
            zlib.crc32(record["doc"].encode()) % FOLDS,
            record["domain"] in PUBLISHED,
            record["label"] == "informal",
            1 / (1 + math.exp(STEEPNESS * (record["score"] - MIDDLE))),
            {**make_up(text), **cut, "~" + record["domain"]: 1.0, "~": 1.0},
        )


def untokenised(text: str) -> str:
    """Answers and e-mails have blanks before signs: "I do n't ."."""
    text = re.sub(
        r" (n't|'(?:s|re|ve|ll|d|m))\b", r"\1", text.replace("``", '"').replace("''", '"')
    )
    return re.sub(r"([(\[$]) ", r"\1", re.sub(r" ([.,!?;:%)\]])", r"\1", text))


def fit(sentences: Sequence[Rated]) -> Weights:
    """What each feature is worth that is not set by hand: logistic regression by descent, one
    sentence at a time."""
    weights, squares = defaultdict[str, float](float), defaultdict[str, float](lambda: 1e-6)
    generator = random.Random(SEED)
    order = [(one, without(one.features, BY_HAND)) for one in sentences]
    for _ in range(ROUNDS):
        generator.shuffle(order)
        for one, features in order:
            total = sum(weights[name] * value for name, value in features.items())
            miss = 1 / (1 + math.exp(-total)) - one.chance
            miss *= 1.0 if one.is_published else WORTH_OF_OTHERS
            for name, value in features.items():
                slope = miss * value + DECAY / len(order) * weights[name]
                squares[name] += slope * slope
                weights[name] -= RATE * slope / math.sqrt(squares[name])
    return {**{name: SCALE * weight for name, weight in weights.items()}, **BY_HAND}


def without(features: Weights, names: Container[str]) -> Weights:
    return {name: value for name, value in features.items() if name not in names}


def worth(one: Rated, weights: Weights) -> float:
    """The points of a sentence, as the check counts them."""
    return sum(
        value * weights.get(name, 0)
        for name, value in one.features.items()
        if not name.startswith("~")
    )


def cross_validated(sentences: Sequence[Rated]) -> list[float]:
    """The points of each sentence by weights that know nothing of its document."""
    weights = [fit([one for one in sentences if one.fold != fold]) for fold in range(FOLDS)]
    return [worth(one, weights[one.fold]) for one in sentences]


def only(values: Sequence[float], kept: Sequence[bool]) -> list[float]:
    return [value if keep else -math.inf for value, keep in zip(values, kept, strict=True)]


def counts(
    sentences: Sequence[Rated], values: Sequence[float], least: float
) -> tuple[int, int, int]:
    """How many published sentences are found from so many points on, how many of these are
    informal, and how many there are that are."""
    published = [pair for pair in zip(sentences, values, strict=True) if pair[0].is_published]
    found = [one.is_informal for one, value in published if value >= least]
    return len(found), sum(found), sum(one.is_informal for one, _ in published)


def print_curve(title: str, sentences: Sequence[Rated], values: Sequence[float]) -> None:
    print(title)
    for least in ASKED_FOR:
        found, right, informal = counts(sentences, values, least)
        print(
            f"  from {least:.1f} points: {found:4} found, precision {right / max(1, found):.3f},"
            f" recall {right / informal:.3f}"
        )


def as_text(weights: Weights) -> str:
    lines = sorted(
        (-round(weight, 2), name)
        for name, weight in without(weights, BY_HAND).items()
        if abs(weight) >= LEAST and not name.startswith("~")
    )
    return HEADER + "".join(f"{name} {-weight:.2f}\n" for weight, name in lines)


if __name__ == "__main__":
    sys.exit(main())
