"""The laws of fixing on real articles: `python -m benchmarks.fixing --data DIR [--number N] [--seed
N] [--unsafe]`.

Draws articles below DIR, fixes each, and checks that nothing crashes, that refusals give a reason,
that fixing the result changes nothing, that text outside of the edits is the same to the byte, and
that every letter of the source is in the ledger. With --plant, a paragraph, a heading and a word of
each article are doubled and a comment form is put at its end first, so that there is something to
fix.
"""

import argparse
import random
import sys
import traceback
from collections import Counter
from pathlib import Path

from kettext import fix, formats
from kettext.api import Fixed, Objection
from kettext.text.source import InputError, decode

FORM = "\n\nLeave a Reply\n\nYour email address will not be published.\n"
CHANGED_AT_LEAST = 0.9  # of the articles in which something was planted


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the laws of fixing on real articles.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unsafe", action="store_true")
    parser.add_argument("--plant", action="store_true", help="put faults in first")
    options = parser.parse_args()
    paths = sorted(options.data.rglob("*.md"))
    chosen = random.Random(options.seed).sample(paths, min(options.number, len(paths)))
    counts: Counter[str] = Counter()
    for path in chosen:
        for outcome in try_one(path, options.unsafe, options.plant):
            counts[outcome.partition(":")[0]] += 1
            if outcome not in ("changed", "as it was"):
                print(f"{path}: {outcome}")
    print(
        f"{len(chosen)} articles: " + ", ".join(f"{n} {name}" for name, n in sorted(counts.items()))
    )
    return int(bool(set(counts) - {"changed", "as it was", "left alone"}))


def try_one(path: Path, unsafe: bool, plant: bool) -> list[str]:
    """What came of one article: "changed", "as it was", "left alone: why", or a broken law."""
    try:
        text = decode(path.read_bytes()).text
        text = planted(text) if plant else text
        fixed = fix(text, unsafe=unsafe)
        return list(laws(text, fixed, unsafe))
    except (InputError, Objection) as error:
        return [f"left alone: {error}"]
    except Exception:  # noqa: BLE001  # any crash is what this looks for
        return [f"crash: {traceback.format_exc()}"]


def laws(text: str, fixed: Fixed, unsafe: bool) -> list[str]:
    broken = []
    if fix(fixed.text, unsafe=unsafe).text != fixed.text:
        broken.append("not at rest: fixing the result changes it")
    if unsafe and fix(fix(text).text, unsafe=True).text != fixed.text:
        broken.append("order: unsafe after safe gives another text")
    if not fixed.applied and fixed.text != text:
        broken.append("bytes: changed without a fix")
    if without(text, fixed) != fixed.text:
        broken.append("bytes: changed outside of the reported edits")
    covered = bytearray(len(text))
    for entry in fixed.ledger.entries:
        covered[slice(*entry.before)] = b"\1" * (entry.before.end - entry.before.start)
    lost = [at for at, sign in enumerate(text) if sign.isalnum() and not covered[at]]
    document = formats.parse(decode(text.encode()), "markdown")
    if lost:
        line = document.source.position(lost[0]).line
        broken.append(f"ledger: {len(lost)} letters are in no unit, the first on line {line}")
    return broken or ["changed" if fixed.applied else "as it was"]


def without(text: str, fixed: Fixed) -> str:
    """The text with the reported stretches cut out; in what only removes, that is the result."""
    if any(fix.put_in or fix.check == "unmarked-heading" for fix in fixed.applied):
        return fixed.text
    spans = sorted(span for fix in fixed.applied for span in fix.spans)
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    return text


def planted(text: str) -> str:
    document = formats.parse(decode(text.encode()), "markdown")
    longest = max(
        (block.span for block in document.blocks if type(block).__name__ == "Paragraph"),
        key=lambda span: span.end - span.start,
        default=None,
    )
    if longest:
        copy = "\n\n" + document.source.slice(longest).replace(" the ", " the the ", 1)
        text = (
            text[: longest.end]
            + "\n\n"
            + document.source.slice(longest)
            + copy
            + text[longest.end :]
        )
    return text.rstrip("\n") + FORM


if __name__ == "__main__":
    sys.exit(main())
