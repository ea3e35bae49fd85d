"""Whether the proof of the fixer bites: `python -m benchmarks.mutants [--number N] [--show]`.

Makes small faults, one at a time, in a copy of the files that make fixes and that prove them right,
fixes a set of documents with it, and compares with what comes out without the fault:

  same      nothing differs: for these documents the fault is none
  caught    something objected or crashed, so that no article was harmed
  tested    the result differs and nothing objected, but the tests fail
  survivor  the result differs, and neither proof nor tests have noticed

Only documents are fixed again in whose making the faulty function has a hand. A fault in a guard
can't be noticed by the guard, and what it lets through need not occur in any document: such a fault
must be seen by the tests of the guards. Exit code 1 if there are survivors that EQUIVALENT in
mutations.py does not explain.
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
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from random import Random
from types import FrameType
from typing import NamedTuple

from benchmarks.mutations import EQUIVALENT, Mutant, mutants_of
from benchmarks.surgery import Case, cases

ROOT = Path(__file__).parent.parent
COPIED = ("kettext", "tests", "benchmarks", "samples", "docs")
MAKERS = ("kit/rewrite.py", "kit/headings.py", "fixer/draft.py", "fixer/ledger.py")
GUARDS = ("fixer/licence.py", "fixer/verifier.py")
STRUCTURAL = "heading or section or conclusion or paragraph or level or title or faq"
STAGES: tuple[tuple[str, ...], ...] = (  # tests; the fast ones first, a failure ends it
    ("mutants", "proof"),
    ("moves", "samples"),
    ("examples", "-k", STRUCTURAL),
    ("fixing", "laws"),
)
VERDICTS = ("same", "caught", "tested", "survivor")
SEED, SECONDS, MEMORY = 7, 120, 4_000_000_000
NO_FAULT = "none"
ALWAYS = 1_000_000  # objections: more than there are fixes
DRAWS = {  # how often the tests try: less than usual, since the documents are many
    "test_examples.py": (r"JOINED_TO = \d+", "JOINED_TO = 1"),
    "test_fixing.py": (r"max_examples=\d+", "max_examples=30"),
}


class Judged(NamedTuple):
    mutant: Mutant
    verdict: str
    example: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(description="Plant faults in the fixer and its proof.")
    parser.add_argument("--number", type=int, default=60, help="how many faults (0: all)")
    parser.add_argument("--show", action="store_true", help="list each fault with its verdict")
    parser.add_argument("--only", default="", help="only in files whose name holds this")
    parser.add_argument("--workers", type=int, default=2, help="how many at a time")
    parser.add_argument("--outcomes", metavar="FUNCTION", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.outcomes:
        return print_outcomes(options.outcomes)
    chosen = draw(options.only, options.number)
    with tempfile.TemporaryDirectory() as folder:
        judged = judge_all(chosen, Path(folder), options.workers)
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


def judge_all(mutants: Sequence[Mutant], folder: Path, workers: int) -> list[Judged]:
    """Each worker has a copy of its own, made now: what changes here meanwhile has no influence."""
    benches: SimpleQueue[Bench] = SimpleQueue()
    made = [Bench(copied(folder / str(number))) for number in range(workers)]
    needs_all = any(mutant.file in MAKERS for mutant in mutants)
    known = made[0].run_cases(NO_FAULT) if needs_all else ""
    failing = made[0].failing_tests(STAGES if needs_all else STAGES[:1])
    print(f"{len(known.splitlines())} documents; failing already: {failing}", flush=True)
    for bench in made:
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

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(judge, mutants))


def copied(copy: Path) -> Path:
    for name in COPIED:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for name, (pattern, text) in DRAWS.items():
        path = copy / "tests" / name
        path.write_text(re.sub(pattern, text, path.read_text(encoding="utf-8")), "utf-8")
    (copy / "cases.json").write_text(json.dumps(list(cases())), encoding="utf-8")
    return copy


class Bench:
    """A copy of the package, in which one file at a time is faulty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._skipped: list[str] = []

    def prepare(self, known: str, failing: Sequence[str]) -> None:
        (self._folder / "known.txt").write_text(known, encoding="utf-8")
        self._skipped = [f"--deselect={name}" for name in failing]

    def run_cases(self, function: str) -> str:
        return self._python("benchmarks.mutants", "--outcomes", function).stdout

    def failing_tests(self, stages: Sequence[Sequence[str]]) -> list[str]:
        found = (self._tests(stage, "-rfE").stdout for stage in stages)
        lines = "\n".join(found).splitlines()
        marks = ("FAILED ", "ERROR ")
        return [line.split(" ", 1)[1].split(" - ")[0] for line in lines if line.startswith(marks)]

    def judge(self, mutant: Mutant) -> Judged:
        path = self._folder / "kettext" / mutant.file
        original = path.read_bytes()
        path.write_bytes(mutant.applied_to(original))
        try:
            return Judged(mutant, *self._verdict(mutant))
        finally:
            path.write_bytes(original)

    def _verdict(self, mutant: Mutant) -> tuple[str, str]:
        if mutant.file in GUARDS:
            return ("tested" if self._fails(STAGES[:1]) else "survivor"), ""
        try:
            verdict, _, example = self.run_cases(mutant.place).strip().partition(" ")
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            return "caught", str(error)[-60:]
        if verdict in ("same", "caught"):
            return verdict, example
        return ("tested" if self._fails(STAGES) else "survivor"), example

    def _fails(self, stages: Sequence[Sequence[str]]) -> bool:
        try:
            return any(self._tests(stage, "-x").returncode in (1, 2, 3, 4) for stage in stages)
        except subprocess.TimeoutExpired:
            return True

    def _tests(self, stage: Sequence[str], *words: str) -> subprocess.CompletedProcess[str]:
        files = [f"tests/test_{name}.py" for name in stage]
        there = [file for file in files if (self._folder / file).exists()]
        chosen = [*there, *stage[len(there) :], *words, *self._skipped]
        more = ("-q", "--tb=no", "-p", "no:cacheprovider", "--hypothesis-seed=0")
        return self._python("pytest", *chosen, *more, check=False)

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


def print_outcomes(function: str) -> int:
    """In a copy: what becomes of each document, one a line, and which functions have a hand in it;
    where that is known, how the documents differ that have to do with one function."""
    listed = [Case(*case) for case in json.loads(Path("cases.json").read_text(encoding="utf-8"))]
    if function == NO_FAULT:
        for case in listed:
            with calls() as called:
                told = outcome(case)
            print(*told, *sorted(called))
        return 0
    verdict, example = "same", ""
    expected = Path("known.txt").read_text(encoding="utf-8").splitlines()
    for case, line in zip(listed, expected, strict=True):
        was, had_objected, *concerned = line.split(" ")
        if function not in concerned and not function.endswith(":module"):
            continue
        digest, objected = outcome(case)
        if digest == was:
            continue
        example = json.dumps(case)
        if objected < ALWAYS and objected <= int(had_objected):
            print("changed", example)
            return 0
        verdict = "caught"
    print(verdict, example)
    return 0


@contextmanager
def calls() -> Iterator[set[str]]:
    """The functions of the files concerned that are called meanwhile, by file and name."""
    files = {str(Path("kettext", name).resolve()): name for name in (*MAKERS, *GUARDS)}
    called: set[str] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename in files:
            called.add(f"{files[frame.f_code.co_filename]}:{frame.f_code.co_name}")

    sys.setprofile(note)
    try:
        yield called
    finally:
        sys.setprofile(None)


def outcome(case: Case) -> tuple[str, int]:
    """A digest of the result with its ledger, and how often something objected."""
    from kettext import formats
    from kettext.fixer.ledger import State
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
    counts = [fixed.ledger.count(state) for state in State]
    told = repr((fixed.text, fixed.ledger, [*fixed.ledger.moves], counts, fixed.applied))
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
