"""The laws of Markdown on real articles: `python -m benchmarks.positions --data DIR`.

It reads all *.md below DIR as they are, and each eighth of them with every disturbance. It fails
where a law does not hold, or has seen less than it should have.
"""

import argparse
import sys
from pathlib import Path

from kettext.text.source import InputError, decode
from tests.laws import DISTURBANCES, Tally

PLAIN = "as it is"
EVERY = 8  # so many files are as good as all of them, where something is done to each line
FLOORS = {
    "documents": 1_583,
    "blocks_nest": 139_000,
    "nothing_is_left_out": 174_000,
    "blocks_stand_alone": 80_400,
    "marks_are_covered": 171_000,
    "inlines_tile": 453_000,
    "prose_leads_back": 381_000,
    "leaves_are_exact": 88_200,
    "tree_is_that_of_mistune": 465_000,
}
DISTURBED_FLOORS = {
    "documents": 198,
    "blocks_nest": 17_300,
    "nothing_is_left_out": 21_700,
    "marks_are_covered": 21_600,
    "inlines_tile": 57_000,
    "prose_leads_back": 48_400,
    "leaves_are_exact": 10_900,
    "tree_is_that_of_mistune": 58_500,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the laws of Markdown on real articles.")
    parser.add_argument("--data", type=Path, required=True, help="a folder with *.md in it")
    files = sorted(parser.parse_args().data.rglob("*.md"))
    failed = False
    for name in DISTURBANCES:
        tally = tally_of(files if name == PLAIN else files[::EVERY], name)
        failures = [*tally.wrong, *tally.below(FLOORS if name == PLAIN else DISTURBED_FLOORS)]
        if tally.seen["suspect documents"]:
            failures.append("there are suspect documents")
        counts = ", ".join(f"{law} {count:,}" for law, count in tally.seen.items())
        sys.stdout.write(f"{name}: {len(failures)} failures ({counts})\n")
        sys.stdout.writelines(f"    {failure}\n" for failure in failures[:20])
        failed = failed or bool(failures)
    return int(failed)


def tally_of(files: list[Path], disturbance: str) -> Tally:
    tally = Tally()
    for path in files:
        try:
            source = decode(path.read_bytes())
        except InputError:
            continue
        tally.look_at(DISTURBANCES[disturbance](source.text))
    return tally


if __name__ == "__main__":
    sys.exit(main())
