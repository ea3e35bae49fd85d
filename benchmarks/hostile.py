"""Input made to break kettext: `python -m benchmarks.hostile [--data DIR] [--seed N] [--random N]`.

Each worst-case shape is parsed with all inlines, and linted as Markdown and as text, at 12, 50 and
200 KB; the slowest are printed, and those that grow the most. Then N random documents and N random
byte strings are read and linted, and with --data every file below DIR is read and written back in
all encodings. Exit code 1 if something takes too long, grows too fast, crashes or is not the same.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log2
from pathlib import Path

from kettext.text.source import InputError, decode
from tests.hostile import SHAPES
from tests.test_hostile import FORMS, WORKS, seconds
from tests.test_positions import ATOMS

SIZES = (12_000, 50_000, 200_000)
LARGER = 400_000  # tells a step, which comes once, from growth that goes on
LONGEST = 5.0  # seconds
RATIO = 2.5  # for each doubling
TRIFLE = 0.1  # seconds that say nothing about growth
SHOWN = 12
TRIES = 3  # the least of them counts
BYTES = (
    *(b"\n", b"\r\n", b"\r", b"\0", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xc2\x85", b"\xe2\x80\xa8", b"\xf0\x9f\x98\x80"),
)


@dataclass(frozen=True, slots=True)
class Measured:
    shape: str
    work: str
    times: tuple[float, ...]  # fewer than the sizes if one took too long, else perhaps one more

    def growth(self) -> float:
        """By how much the last doubling makes it slower."""
        sizes = (*SIZES, LARGER)[: len(self.times)]
        if len(sizes) == 1 or self.times[-1] <= TRIFLE:
            return 1.0
        growth = self.times[-1] / max(self.times[-2], 1e-4)
        return float(growth ** (1 / log2(sizes[-1] / sizes[-2])))

    def is_good(self) -> bool:
        return max(self.times[: len(SIZES)]) <= LONGEST and self.growth() <= RATIO


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure kettext on hostile input.")
    parser.add_argument("--data", metavar="DIR", type=Path, help="a folder of Markdown articles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--random", metavar="N", type=int, default=10_000)
    options = parser.parse_args()
    generator = random.Random(options.seed)
    good = [
        shapes_are_fast(),
        none_crashes("documents", (document(generator) for _ in range(options.random))),
        none_crashes("byte strings", (byte_string(generator) for _ in range(options.random))),
    ]
    if options.data:
        good.append(all_are_written_back(options.data))
    return int(not all(good))


def shapes_are_fast() -> bool:
    measured = [measure(shape, work) for shape in SHAPES for work in WORKS]
    bad = [one for one in measured if not one.is_good()]
    print(f"{len(SHAPES)} shapes: {len(measured)} measured, {len(bad)} not linear or too slow")
    slowest = sorted(measured, key=lambda one: -max(one.times))[:SHOWN]
    steepest = sorted(measured, key=Measured.growth, reverse=True)[:SHOWN]
    for title, rows in (("not good", bad), ("slowest", slowest), ("steepest", steepest)):
        print(f"  {title}:")
        for row in rows:
            times = " ".join(f"{time:7.2f}" for time in row.times)
            print(f"    {row.growth():5.2f} ×{times} s  {row.work}: {row.shape}")
    return not bad


def measure(shape: str, work: str) -> Measured:
    """The times at all sizes; what seems bad is measured again, for other programs disturb."""
    best: list[float] = []
    for _ in range(TRIES):
        times = list(_times(shape, work))
        best = [min(pair) for pair in zip(best or times, times, strict=False)]
        if Measured(shape, work, tuple(best)).is_good():
            break
    measured = Measured(shape, work, tuple(best))
    if measured.growth() > RATIO and max(best) <= LONGEST:
        best.append(seconds(WORKS[work], SHAPES[shape](LARGER)))
    return Measured(shape, work, tuple(best))


def _times(shape: str, work: str) -> Iterator[float]:
    for size in SIZES:
        time = seconds(WORKS[work], SHAPES[shape](size))
        yield time
        if time > 2 * LONGEST:
            return


def document(generator: random.Random) -> bytes:
    return "".join(generator.choices(ATOMS, k=generator.randint(1, 80))).encode()


def byte_string(generator: random.Random) -> bytes:
    """Bytes of all kinds, or a document into which some were put."""
    if generator.random() < 0.3:
        return generator.randbytes(generator.randint(0, 200))
    data = document(generator)
    for _ in range(generator.randint(0, 3)):
        place = generator.randint(0, len(data))
        piece = generator.choice((*BYTES, generator.randbytes(2)))
        data = data[:place] + piece + data[place + generator.randint(0, 2) :]
    return data


def none_crashes(name: str, inputs: Iterator[bytes]) -> bool:
    """Print how many could be read, and what crashed."""
    counts: Counter[str] = Counter()
    for data in inputs:
        try:
            text = decode(data).text
        except InputError:
            counts["refused"] += 1
            continue
        counts["read"] += 1
        for work, function in WORKS.items():
            if crash := _crash(function, text):
                counts["crashes"] += 1
                print(f"  {work}: {crash} on {text!r}")
    counted = ", ".join(f"{counts[key]:,} {key}" for key in ("read", "refused", "crashes"))
    print(f"random {name}: {counted}")
    return counts["read"] > 0 and not counts["crashes"]


def _crash(function: Callable[[str], None], text: str) -> str:
    try:
        function(text)
    except Exception as error:  # noqa: BLE001  # any crash is what this looks for
        return f"{type(error).__name__}: {error}"
    return ""


def all_are_written_back(folder: Path) -> bool:
    """Print how many files came back with the same bytes, as they are and in other encodings."""
    files = sorted(path for path in folder.rglob("*.md") if path.is_file())
    counts: Counter[str] = Counter()
    for path in files:
        data = path.read_bytes()
        try:
            source = decode(data)
        except InputError as error:
            counts["refused"] += 1
            print(f"  {path.name} {error}")
            continue
        for form in (data, *(form(source.text) for form in FORMS.values())):
            same = decode(form).encode() == form
            counts["the same" if same else "NOT THE SAME"] += 1
    counted = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    print(f"{len(files):,} files in {len(FORMS) + 1} forms: {counted}")
    return bool(files) and not counts["NOT THE SAME"]


if __name__ == "__main__":
    sys.exit(main())
