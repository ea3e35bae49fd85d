"""Start-up as ratios of processor time within one run: `python -m benchmarks.speed [--runs N]
[--data DIR]`.

Each command runs in turn with what it is compared to; the median of the ratios is printed beside
its floor. With --data, every article below DIR is linted in one process and compared to parsing it.
Exit code 1 if a ratio is above its floor.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "ketamine" / "article.txt"
PYTHON = [sys.executable, "-c"]
KETTEXT = [*PYTHON, "from kettext.cli import main; main()"]
BOTH = [*PYTHON, "import click, mistune"]
PARSE = """
import sys, mistune
from pathlib import Path
plugins = ["table", "strikethrough", "footnotes", "task_lists", "url"]
parse = mistune.create_markdown(renderer=None, plugins=plugins)
for path in Path(sys.argv[1]).rglob("*.md"):
    parse(path.read_text(encoding="utf-8"))
"""
RATIOS = (
    ("kettext --version", [*KETTEXT, "--version"], [*PYTHON, "import click"], 1.25),
    ("kettext lint (sample)", [*KETTEXT, "lint", str(SAMPLE)], BOTH, 2.5),
    ("kettext fix --check (sample)", [*KETTEXT, "fix", "--check", str(SAMPLE)], BOTH, 5.0),
)  # fmt: skip
LINT_TO_PARSE = 3.0


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure start-up and throughput of kettext.")
    parser.add_argument("--runs", type=int, default=21, help="how often each pair is run")
    parser.add_argument("--data", metavar="DIR", help="a folder of Markdown articles")
    options = parser.parse_args()
    rows = [(*ratio, options.runs) for ratio in RATIOS]
    if options.data:
        lint = [*KETTEXT, "lint", "--fail-on", "never", options.data]
        parse = [*PYTHON, PARSE, options.data]
        rows.append(("kettext lint (data) to parsing it", lint, parse, LINT_TO_PARSE, 3))
    return int(any([not measure(*row) for row in rows]))  # noqa: C419  # all of them are printed


def measure(
    name: str, command: Sequence[str], base: Sequence[str], floor: float, runs: int
) -> bool:
    """Print one ratio; whether it is within its floor."""
    for words in (command, base):
        seconds(words)  # fills the caches
    ratios = [seconds(command) / seconds(base) for _ in range(runs)]
    ratio = statistics.median(ratios)
    spread = f"{min(ratios):.2f}–{max(ratios):.2f}"
    verdict = "ok" if ratio <= floor else "above the floor"
    print(f"{name:34} {ratio:5.2f} ({spread}), at most {floor:.2f}: {verdict}")
    return ratio <= floor


def seconds(words: Sequence[str]) -> float:
    """The processor time of a process, by the system's own account."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        words, stdout=subprocess.DEVNULL, check=False, env={**os.environ, "NO_COLOR": "1"}
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
