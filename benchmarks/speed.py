"""What kettext costs, as ratios within one run: `python -m benchmarks.speed [--runs N]
[--data DIR]`.

Each command runs in turn with what it is compared to; the ratio of their median processor times is
printed beside its floor. With --data, all articles below DIR are read, and linted, in one process
and compared to mistune's plain parsing of them; the memory that all of them take is compared to
that of a quarter of them, two processes to one by the clock, and a run that finds all results kept
to one that finds none; fixing every fourth of them, with faults planted, is compared to linting
them. Exit code 1 if a ratio is above its floor.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.fixing import planted
from kettext.text.source import decode

SAMPLE = Path(__file__).parent.parent / "samples" / "ketamine" / "article.txt"
PYTHON = [sys.executable, "-c"]
KETTEXT = [*PYTHON, "from kettext.cli import main; main()"]
BOTH = [*PYTHON, "import click, mistune"]
ENVIRONMENT = {**os.environ, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": ""}  # as installed
PARSE = """
import sys, mistune
from pathlib import Path
plugins = ["table", "strikethrough", "footnotes", "task_lists", "url"]
parse = mistune.create_markdown(renderer=None, plugins=plugins)
for path in Path(sys.argv[1]).rglob("*.md"):
    parse(path.read_text(encoding="utf-8"))
"""
OUTLINE = [*KETTEXT, "outline"]
LINT = [*KETTEXT, "lint", "--fail-on", "never"]
ALONE = [*LINT, "--no-cache", "--jobs", "1"]
FIX = [*KETTEXT, "fix", "--check"]
RATIOS = (
    ("kettext --version", [*KETTEXT, "--version"], [*PYTHON, "import click"], 1.25),
    ("kettext outline (sample)", [*OUTLINE, str(SAMPLE)], BOTH, 1.5),
    ("kettext lint (sample)", [*KETTEXT, "lint", str(SAMPLE)], BOTH, 2.0),
    ("kettext fix --check (sample) to lint", [*FIX, str(SAMPLE)], [*ALONE, str(SAMPLE)], 3.0),
)  # fmt: skip
DATA_RATIOS = (
    ("kettext outline (data)", OUTLINE, 1.2),
    ("kettext lint (data)", ALONE, 2.2),
)
DATA_RUNS = 5
MOST_GROWTH = 1.25  # of memory, from a quarter of the files to all of them
MOST_MEGABYTES = 60  # of memory, of the largest process
MOST_BY_TWO = 1 / 1.6  # of the time by the clock that one process takes
MOST_FIXING = 4.0  # of the processor time that linting takes
MOST_WARM = 0.25  # of the processor time that a run takes that finds nothing kept


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure start-up and throughput of kettext.")
    parser.add_argument("--runs", type=int, default=21, help="how often each pair is run")
    parser.add_argument("--data", metavar="DIR", help="a folder of Markdown articles")
    options = parser.parse_args()
    rows = [(*ratio, options.runs) for ratio in RATIOS]
    if options.data:
        parse = [*PYTHON, PARSE, options.data]
        rows += [
            (name, [*command, options.data], parse, floor, DATA_RUNS)
            for name, command, floor in DATA_RATIOS
        ]
    good = [measure(*row) for row in rows]
    if options.data:
        good.append(memory_stays(Path(options.data)))
        good.append(memory_is_little(options.data))
        good.append(two_are_faster(options.data))
        good.append(cache_is_faster(options.data))
        good.append(fixing_is_bounded(Path(options.data)))
    return int(not all(good))


def memory_stays(folder: Path) -> bool:
    """Print how much more memory all files take than a quarter of them."""
    paths = [str(path) for path in sorted(folder.rglob("*.md"))]
    largest = max(paths, key=lambda path: Path(path).stat().st_size)  # it alone sets the least
    parts = ([largest, *paths[:: 1 if whole else 4]] for whole in (False, True))
    quarter, whole = (usage([*OUTLINE, *part]).ru_maxrss for part in parts)
    name = f"memory for {len(paths)} files to a quarter of them"
    return verdict(name, whole / quarter, f"{whole / 1024:.0f} MB", MOST_GROWTH)


def memory_is_little(folder: str) -> bool:
    """Print what the largest process of a run takes."""
    largest = usage([*LINT, "--no-cache", "--jobs", "2", folder]).ru_maxrss / 1024
    return verdict("MB of memory, the largest of two processes", largest, "", MOST_MEGABYTES)


def two_are_faster(folder: str) -> bool:
    """Print how long two processes take by the clock, compared to one."""
    pairs = [(clock(2, folder), clock(1, folder)) for _ in range(DATA_RUNS)]
    two, one = (statistics.median(times) for times in zip(*pairs, strict=True))
    return verdict("kettext lint --jobs 2 to --jobs 1", two / one, f"{two:.1f} s", MOST_BY_TWO)


def clock(jobs: int, folder: str) -> float:
    start = time.perf_counter()
    usage([*LINT, "--no-cache", "--jobs", str(jobs), folder])
    return time.perf_counter() - start


def cache_is_faster(folder: str) -> bool:
    """Print what a run takes that finds all results kept, compared to one that finds none."""
    with tempfile.TemporaryDirectory() as cache:
        command = [*LINT, "--jobs", "1", "--cache-dir", cache, folder]
        cold = seconds(command)
        warm = statistics.median(seconds(command) for _ in range(DATA_RUNS))
    return verdict("kettext lint, warm cache to cold", warm / cold, f"{warm:.2f} s", MOST_WARM)


def fixing_is_bounded(folder: Path) -> bool:
    """Print what mending planted faults takes, compared to finding them."""
    with tempfile.TemporaryDirectory() as name:
        for number, path in enumerate(sorted(folder.rglob("*.md"))[::4]):
            text = planted(decode(path.read_bytes()).text, Random(number)).text
            Path(name, f"{number}.md").write_text(text, encoding="utf-8", newline="")
        return measure(
            "kettext fix --check (planted) to lint", [*FIX, name], [*ALONE, name], MOST_FIXING, 3
        )


def measure(
    name: str, command: Sequence[str], base: Sequence[str], floor: float, runs: int
) -> bool:
    """Print one ratio; whether it is within its floor."""
    for words in (command, base):
        seconds(words)  # fills the caches
    pairs = [(seconds(command), seconds(base)) for _ in range(runs)]
    median, of_base = (statistics.median(times) for times in zip(*pairs, strict=True))
    return verdict(name, median / of_base, f"{median * 1000:.0f} ms", floor)


def verdict(name: str, ratio: float, shown: str, floor: float) -> bool:
    """Print a ratio beside its floor; whether it is within it."""
    words = "ok" if ratio <= floor else "above the floor"
    detail = f" ({shown})" if shown else ""
    print(f"{name:44} {ratio:5.2f}{detail}, at most {floor:.2f}: {words}", flush=True)
    return ratio <= floor


def seconds(words: Sequence[str]) -> float:
    used = usage(words)
    return used.ru_utime + used.ru_stime


def usage(words: Sequence[str]) -> resource.struct_rusage:
    """What a process takes, by the system's own account."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return os.wait4(process.pid, 0)[2]


if __name__ == "__main__":
    sys.exit(main())
