"""The laws of fixing on real articles: `python -m benchmarks.fixing --data DIR [--plant] [--number
N] [--seed N] [--unsafe] [--show]`.

Fixes the articles below DIR, lists those that change (with --show, what changes in them), and
checks the laws of tests/test_laws.py on each. With --plant, faults of planting.py are put into each
article first; then the result must also be, to the byte, the article without those faults that a
fix of this level claims. Exit code 1 if a law does not hold, if a fault is not claimed that should
be, or if too few of a kind are claimed or too few articles changed.
"""

import argparse
import difflib
import re
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.planting import Fault, faults_for
from kettext import fix, lint, parse
from kettext.api import Fixed, Objection
from kettext.article.document import Document
from kettext.kit.finding import Applicability
from kettext.linter.linter import Report
from kettext.text.source import InputError, Span, decode
from tests.test_laws import broken_laws

WORKERS = 2
CHANGED_AT_LEAST = 0.9  # of the articles in which something was planted
CLAIMED_AT_LEAST = {  # the share of the faults planted; why others are left is printed
    "comment form": 0.98,
    "shop lines": 0.98,
    "invisible character": 0.98,
    "repeated word": 0.98,
    "repeated heading": 0.85,
    "paragraph directly after": 0.65,
    "paragraph in section": 0.65,
    "fused title": 0.5,
}
FEWEST = 100  # faults of a kind; of fewer the share says little
COLUMNS = ("planted", "found", "claimed", "gone", "not to be claimed", "missed")
SWAPPED = "swapped sections"
OBJECTION = "claimed, but a proof objected"
ONLY_SHOWN = "found, with a fix that is not made at this level"
NOT_CLAIMED = "an unsafe fix may take it, but none has to"
BLANK_LINE_AT_END = r"[\r\n][ \t]*[\r\n]\Z"


class Task(NamedTuple):
    path: Path
    seed: str
    level: Applicability
    plant: bool
    show: bool


class Trial(NamedTuple):
    """What came of one article. `counts`: of each column for each kind of fault, of the reasons why
    a fault is not to be claimed, and of the fixes that were left out."""

    path: Path
    outcome: str
    changed: bool = False
    wrong: tuple[str, ...] = ()
    counts: Counter[tuple[str, str]] = Counter()  # noqa: RUF012  # never written to
    notes: tuple[str, ...] = ()


class Planting(NamedTuple):
    """An article with faults in it. `clean` is the article before, with its sections swapped where
    `is_swapped`; the spans are those of the faults in `text`."""

    clean: str
    text: str
    faults: Sequence[Fault] = ()
    spans: Sequence[Span] = ()
    is_swapped: bool = False


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the laws of fixing on real articles.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--number", type=int, help="draw so many of the articles")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--plant", action="store_true", help="put faults in first")
    parser.add_argument("--show", action="store_true", help="show what changes")
    options = parser.parse_args()
    paths = sorted(options.data.rglob("*.md"))
    if options.number is not None:
        paths = Random(options.seed).sample(paths, min(options.number, len(paths)))
    level = Applicability.UNSAFE if options.unsafe else Applicability.SAFE
    tasks = [
        Task(path, f"{options.seed} {path.name}", level, options.plant, options.show)
        for path in paths
    ]
    trials = []
    with Pool(WORKERS) as pool:
        for trial in pool.imap(try_one, tasks, chunksize=4):
            trials.append(trial)
            if sys.stderr.isatty():
                print(f"\r{len(trials)} of {len(tasks)}", end="", file=sys.stderr)
            tell(trial, options.data, options.plant)
    return int(not summary(trials, options.plant))


def tell(trial: Trial, folder: Path, plant: bool) -> None:
    name = trial.path.relative_to(folder)
    if trial.outcome not in ("changed", "as it was"):
        print(f"{name}: {trial.outcome}")
    elif trial.changed and not plant:
        print(f"{name}: changed")
    for line in (*trial.wrong, *trial.notes):
        print(f"{name}: {line}")


def summary(trials: Sequence[Trial], plant: bool) -> bool:
    """Print the figures; whether all is well."""
    outcomes = Counter(trial.outcome.partition(":")[0] for trial in trials)
    listed = ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items()))
    print(f"{len(trials)} articles: {listed}; {sum(bool(trial.wrong) for trial in trials)} wrong")
    counts = sum((trial.counts for trial in trials), Counter[tuple[str, str]]())
    kinds = sorted({kind for kind, column in counts if column in COLUMNS})
    if kinds:
        print(f"{'':27}" + "".join(f"{column:>19}" for column in COLUMNS))
    for kind in kinds:
        print(f"{kind:27}" + "".join(f"{counts[kind, column]:>19}" for column in COLUMNS))
    for (kind, column), count in sorted(counts.items()):
        if column not in COLUMNS:
            print(f"{kind}: {count} × {column}")
    failures = [f"{kind}: some were missed" for kind in kinds if counts[kind, "missed"]]
    failures += [
        f"{kind}: fewer than {floor:.0%} are claimed"
        for kind, floor in CLAIMED_AT_LEAST.items()
        if counts[kind, "planted"] >= FEWEST
        and counts[kind, "claimed"] < floor * counts[kind, "planted"]
    ]
    if plant and sum(trial.changed for trial in trials) < CHANGED_AT_LEAST * len(trials):
        failures.append(f"fewer than {CHANGED_AT_LEAST:.0%} of the articles have changed")
    print(*failures, sep="\n")
    return not failures and not any(trial.wrong for trial in trials)


def try_one(task: Task) -> Trial:
    try:
        text = decode(task.path.read_bytes()).text
        planting = planted(text, Random(task.seed)) if task.plant else Planting(text, text)
        fixed = fix(planting.text, unsafe=task.level < Applicability.SAFE)
    except (InputError, Objection) as error:
        return Trial(task.path, f"left alone: {error}")
    except Exception:  # noqa: BLE001  # any crash is what this looks for
        return Trial(task.path, "crash", wrong=(traceback.format_exc(),))
    try:
        return judged(task, planting, fixed)
    except Objection as error:
        return Trial(task.path, "changed", wrong=(f"refused the second time: {error}",))
    except Exception:  # noqa: BLE001  # as above
        return Trial(task.path, "crash", wrong=(traceback.format_exc(),))


def judged(task: Task, planting: Planting, fixed: Fixed) -> Trial:
    counts: Counter[tuple[str, str]] = Counter()
    notes: list[str] = []
    unsafe = task.level < Applicability.SAFE
    wrong = list(broken_laws(planting.text, fixed, unsafe=unsafe))
    if task.plant:
        claimed = list(claims(planting, task.level, fixed, counts, notes))
        wrong += differences(planting, claimed, fixed, unsafe=unsafe)
    if task.show:
        notes += shown_difference(planting.text, fixed.text)
    counts.update(("left out", refusal.fix.check) for refusal in fixed.refused)
    notes += [f"left out: {refusal.fix.check}: {refusal.reason}" for refusal in fixed.refused]
    changed = fixed.text != planting.text
    outcome = "changed" if changed else "as it was"
    return Trial(task.path, outcome, changed, tuple(wrong), counts, tuple(notes))


def claims(
    planting: Planting,
    level: Applicability,
    fixed: Fixed,
    counts: Counter[tuple[str, str]],
    notes: list[str],
) -> Iterator[bool]:
    """Whether a fix of this level claims each of the faults; what is not claimed is counted."""
    reports = lint(planting.text)
    taken = [span for one in fixed.applied for span in one.spans]
    left = [span for one in fixed.refused for span in one.fix.spans]
    counts[SWAPPED, "planted"] += planting.is_swapped
    counts[SWAPPED, "not to be claimed"] += planting.is_swapped
    for fault, span in zip(planting.faults, planting.spans, strict=True):
        ink = inked(planting.text, span)
        claimed = any(_is_claimed(report, ink, level) for report in reports)
        is_refused = claimed and any(span.overlaps(ink) for span in left)
        claimed = claimed and not is_refused
        counts[fault.kind, "planted"] += 1
        counts[fault.kind, "found"] += any(_is_about(report, ink) for report in reports)
        counts[fault.kind, "claimed"] += claimed
        counts[fault.kind, "gone"] += any(one.overlaps(ink) for one in taken)
        if not claimed:
            is_shown = any(_is_claimed(report, ink, Applicability.MANUAL) for report in reports)
            obstacle = fault.obstacle or (ONLY_SHOWN if is_shown else "")
            if fault.level < Applicability.SAFE:
                obstacle = "no safe fix for it" if fault.level < level else obstacle or NOT_CLAIMED
            obstacle = OBJECTION if is_refused else obstacle
            counts[fault.kind, "not to be claimed" if obstacle else "missed"] += 1
            counts[fault.kind, obstacle or "missed"] += bool(obstacle)
            if not obstacle:
                notes.append(f"missed: {fault.kind}: {planting.text[span.start : span.end]!r}")
        yield claimed


def inked(text: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, start + len(part.strip()))


def _is_about(report: Report, ink: Span) -> bool:
    spans = (report.finding.span, *(place.span for place in report.finding.related))
    is_of_structure = report.check not in ("uncited-study", "aside")
    return is_of_structure and any(span.overlaps(ink) for span in spans)


def _is_claimed(report: Report, ink: Span, level: Applicability) -> bool:
    made = report.finding.fix
    return (
        made is not None
        and made.applicability >= level
        and any(edit.span.overlaps(ink) for edit in made.edits)
    )


def differences(
    planting: Planting, claimed: Sequence[bool], fixed: Fixed, *, unsafe: bool
) -> Iterator[str]:
    """Where the result is not the article with nothing but the faults that no fix claims."""
    pairs = zip(planting.faults, claimed, strict=True)
    expected, _ = with_faults(planting.clean, [fault for fault, gone in pairs if not gone])
    of_itself = fix(planting.clean, unsafe=unsafe).text
    if of_itself != planting.clean:  # the article has faults of its own
        expected = fix(expected, unsafe=unsafe).text
    if fixed.text != expected:
        lines = list(shown_difference(expected, fixed.text))
        yield "not the same to the byte:\n" + "\n".join(lines[:12])


def shown_difference(old: str, new: str) -> Iterator[str]:
    for line in difflib.unified_diff(old.splitlines(), new.splitlines(), n=1, lineterm=""):
        if not re.match(r"---|\+\+\+", line):
            yield f"    {line[:200]!r}" if "\r" in line else f"    {line[:200]}"


def planted(text: str, drawn: Random) -> Planting:
    clean = swapped(parse(text), drawn) if drawn.random() < 0.3 else None
    base = text if clean is None else clean
    faults = faults_for(parse(base), drawn)
    made, spans = with_faults(base, faults)
    return Planting(base, made, faults, spans, clean is not None)


def with_faults(text: str, faults: Sequence[Fault]) -> tuple[str, list[Span]]:
    """The text with the faults in it, which are sorted, and where each of them stands."""
    parts, spans = [], []
    place = length = 0
    for fault in faults:
        parts += [text[place : fault.offset], fault.text]
        start = length + fault.offset - place
        length, place = start + len(fault.text), fault.offset
        spans.append(Span(start, length))
    return "".join([*parts, text[place:]]), spans


def swapped(document: Document, drawn: Random) -> str | None:
    """The text with two neighbouring sections of one parent exchanged; None if it has no such."""
    by_start = {section.span.start: section for section in document.sections}
    pairs = [
        (one, other)
        for one in document.sections
        if (other := by_start.get(one.span.end)) and one.parent is other.parent
        if all(re.search(BLANK_LINE_AT_END, document.source.slice(s.span)) for s in (one, other))
    ]
    if not pairs:
        return None
    one, other = drawn.choice(pairs)
    text = document.source.text
    exchanged = (document.source.slice(section.span) for section in (other, one))
    return "".join([text[: one.span.start], *exchanged, text[other.span.end :]])


if __name__ == "__main__":
    sys.exit(main())
