"""Whether the proof of the fixer bites: `python -m benchmarks.mutants [--number N] [--show]`.

Makes small faults, one at a time, in a copy of the files that make fixes and that prove them right,
fixes a fixed set of documents with it, and compares with what comes out without the fault:

  same      nothing differs: for these documents the fault is none
  caught    something objected or crashed, so that no article was harmed
  tested    the result differs and nothing objected, but the tests fail
  survivor  the result differs, and neither proof nor tests have noticed

A fault in a guard can't be noticed by the guard: there, a fault is tested or a survivor. Exit
code 1 if there are survivors that EQUIVALENT does not explain.
"""

import argparse
import hashlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import NamedTuple

from benchmarks.mutations import Mutant, mutants_of
from benchmarks.surgery import Case, cases

ROOT = Path(__file__).parent.parent
COPIED = ("kettext", "tests", "benchmarks", "samples", "docs")
MAKERS = ("kit/rewrite.py", "kit/headings.py", "fixer/draft.py", "fixer/ledger.py")
GUARDS = ("fixer/licence.py", "fixer/verifier.py")
QUICK = ("mutants", "proof")  # tests; those that notice most come first
TESTS = (*QUICK, "examples", "samples", "fixing", "laws")
VERDICTS = ("same", "caught", "tested", "survivor")
WORKERS, SEED, SECONDS, MEMORY = 2, 7, 120, 4_000_000_000
ALWAYS = 1_000_000  # objections: more than there are fixes
DRAWS = {  # how often the tests try: less than usual, since the documents are many
    "test_examples.py": (r"JOINED_TO = \d+", "JOINED_TO = 1"),
    "test_fixing.py": (r"max_examples=\d+", "max_examples=30"),
}

# why it makes no difference that a fault survives: "file.function: old -> new"
EQUIVALENT: dict[str, str] = {}


class Judged(NamedTuple):
    mutant: Mutant
    verdict: str
    example: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(description="Plant faults in the fixer and its proof.")
    parser.add_argument("--number", type=int, default=60, help="how many faults (0: all)")
    parser.add_argument("--show", action="store_true", help="list each fault with its verdict")
    parser.add_argument("--only", default="", help="only in files whose name holds this")
    parser.add_argument("--outcomes", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.outcomes:
        return print_outcomes()
    chosen = draw(options.only, options.number)
    with tempfile.TemporaryDirectory() as folder:
        judged = judge_all(chosen, Path(folder))
    return report(judged, show=options.show)


def draw(only: str, number: int) -> list[Mutant]:
    found = [
        mutant
        for name in (*MAKERS, *GUARDS)
        if only in name
        for mutant in mutants_of(name, (ROOT / "kettext" / name).read_text(encoding="utf-8"))
    ]
    chosen = Random(SEED).sample(range(len(found)), min(number or len(found), len(found)))
    return [found[index] for index in sorted(chosen)]


def judge_all(mutants: Sequence[Mutant], folder: Path) -> list[Judged]:
    """Each worker has a copy of its own, made now: what changes here meanwhile has no influence."""
    benches: SimpleQueue[Bench] = SimpleQueue()
    for number in range(WORKERS):
        copy = folder / str(number)
        for name in COPIED:
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        for name, (pattern, text) in DRAWS.items():
            path = copy / "tests" / name
            path.write_text(re.sub(pattern, text, path.read_text(encoding="utf-8")), "utf-8")
        listed = json.dumps(list(cases()))
        (copy / "cases.json").write_text(listed, encoding="utf-8")
        benches.put(Bench(copy))
    with ThreadPoolExecutor(WORKERS) as pool:
        first, second = benches.get(), benches.get()
        outcomes = pool.submit(first.run_cases)
        failing = second.failing_tests()
        known = outcomes.result()
        print(f"{len(known.splitlines())} documents; failing already: {failing}", flush=True)
        for bench in (first, second):
            bench.prepare(known, failing)
            benches.put(bench)

        def judge(mutant: Mutant) -> Judged:
            bench = benches.get()
            try:
                judged = bench.judge(mutant)
                print(f"{judged.verdict:8} {mutant.shown}", file=sys.stderr, flush=True)
                return judged
            finally:
                benches.put(bench)

        return list(pool.map(judge, mutants))


class Bench:
    """A copy of the package, in which one file at a time is faulty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._skipped: list[str] = []

    def prepare(self, known: str, failing: Sequence[str]) -> None:
        (self._folder / "known.txt").write_text(known, encoding="utf-8")
        self._skipped = [f"--deselect={name}" for name in failing]

    def run_cases(self) -> str:
        return self._python("benchmarks.mutants", "--outcomes").stdout

    def failing_tests(self) -> list[str]:
        lines = self._tests(TESTS, "-rfE").stdout.splitlines()
        marks = ("FAILED ", "ERROR ")
        return [line.split(" ", 1)[1].split(" - ")[0] for line in lines if line.startswith(marks)]

    def judge(self, mutant: Mutant) -> Judged:
        path = self._folder / "kettext" / mutant.file
        original = path.read_bytes()
        path.write_bytes(mutant.applied_to(original))
        try:
            return Judged(mutant, *self._verdict(is_guard=mutant.file in GUARDS))
        finally:
            path.write_bytes(original)

    def _verdict(self, *, is_guard: bool) -> tuple[str, str]:
        if is_guard and self._fails(QUICK):
            return "tested", ""
        try:
            verdict, _, example = self.run_cases().strip().partition(" ")
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            return "caught", str(error)[-60:]
        if verdict == "same":
            return ("survivor" if is_guard else "same"), ""
        if verdict == "caught" and not is_guard:
            return "caught", example
        return ("tested" if self._fails(TESTS) else "survivor"), example

    def _fails(self, names: Sequence[str]) -> bool:
        try:
            return self._tests(names, "-x").returncode == 1
        except subprocess.TimeoutExpired:
            return True

    def _tests(self, names: Sequence[str], *words: str) -> subprocess.CompletedProcess[str]:
        files = [f"tests/test_{name}.py" for name in names]
        more = ["-q", "--tb=no", "-p", "no:cacheprovider", "--hypothesis-seed=0", *self._skipped]
        there = [file for file in files if (self._folder / file).exists()]
        return self._python("pytest", *there, *words, *more, check=False)

    def _python(
        self, module: str, *words: str, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=self._folder,
            capture_output=True,
            text=True,
            check=check,
            timeout=SECONDS,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
        )


def print_outcomes() -> int:
    """In a copy: what becomes of each document, one a line; where that is known, how it differs."""
    listed = [Case(*case) for case in json.loads(Path("cases.json").read_text(encoding="utf-8"))]
    known = Path("known.txt")
    if not known.exists():
        for case in listed:
            print(*outcome(case))
        return 0
    verdict, example = "same", ""
    expected = known.read_text(encoding="utf-8").splitlines()
    for case, line in zip(listed, expected, strict=True):
        digest, objected = outcome(case)
        was, had_objected = line.split(" ")
        if digest == was:
            continue
        example = json.dumps(case)
        if objected < ALWAYS and objected <= int(had_objected):
            print("changed", example)
            return 0
        verdict = "caught"
    print(verdict, example)
    return 0


def outcome(case: Case) -> tuple[str, int]:
    """A digest of the result with its ledger, and how often something objected."""
    from kettext import formats
    from kettext.fixer.passes import fix_document
    from kettext.kit.finding import Applicability
    from kettext.linter.settings import Settings
    from kettext.runner.fixing import fixing_tools
    from kettext.text.source import source_of

    level = Applicability.UNSAFE if case.unsafe else Applicability.SAFE
    options = {name: dict(pairs) for name, pairs in case.options.items()}
    tools = fixing_tools(Settings(options=options), level)
    document = formats.parse(source_of(case.text), case.format)
    try:
        fixed = fix_document(document, tools, to_markdown=case.to_markdown)
    except Exception as error:  # noqa: BLE001  # a crash leaves the article as it is
        return hashlib.sha256(str(error)[:20].encode()).hexdigest(), ALWAYS
    crashed = sum(report.is_crash for report in fixed.remaining)
    told = repr((fixed.text, fixed.ledger, fixed.applied))
    return hashlib.sha256(told.encode()).hexdigest(), len(fixed.refused) + crashed


def report(judged: Sequence[Judged], *, show: bool) -> int:
    width = max(len(one.mutant.file) for one in judged)
    print(f"{'':{width}}  {'faults':>8}", *(f"{name:>8}" for name in VERDICTS))
    for file in dict.fromkeys(one.mutant.file for one in judged):
        counts = Counter(one.verdict for one in judged if one.mutant.file == file)
        row = (f"{counts[name]:8}" for name in VERDICTS)
        print(f"{file:{width}}  {counts.total():8}", *row)
    unexplained = 0
    for one in judged:
        reason = EQUIVALENT.get(one.mutant.name, "") if one.verdict == "survivor" else ""
        unexplained += one.verdict == "survivor" and not reason
        if show or one.verdict == "survivor":
            print(f"{one.verdict:8} {one.mutant.shown}", *([f"({reason})"] if reason else []))
            if show and one.example and one.verdict == "survivor":
                print("        ", one.example)
    print(f"{unexplained} survivors without an explanation")
    return int(unexplained > 0)


if __name__ == "__main__":
    sys.exit(main())
