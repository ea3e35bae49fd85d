"""Positions against those of another parser: `python -m benchmarks.judge --data DIR [--number N]
[--seed N]`.

Reads the examples of the specifications, and N Markdown files drawn below DIR, with kettext and
with mdast (from npm, put into a temporary folder; node 18 or later), and compares all nodes by
type, start and end. Each difference must be one of the kinds that are known and explained below;
the first of every kind is printed. Exit code 1 if one is not, or if too little was equal.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category

from benchmarks.mdast import Node, common_nodes, kettext_nodes
from kettext.formats.front_matter import front_matter
from kettext.text.source import InputError, decode
from tests.test_positions import EXAMPLES

PACKAGES = ("mdast-util-from-markdown@2", "mdast-util-gfm@3", "micromark-extension-gfm@3")
SCRIPT = Path(__file__).with_name("judge.mjs")
EQUAL_AT_LEAST = 0.98  # of all nodes, on the examples and on the files


@dataclass(frozen=True, slots=True)
class Dispute:
    """A stretch of whole lines in which the parsers disagree, with the nodes that only one has."""

    words: str
    ours: tuple[Node, ...]
    theirs: tuple[Node, ...]

    def ours_of(self, kind: str) -> Iterator[Node]:
        return (node for node in self.ours if node.kind == kind)

    def theirs_of(self, kind: str) -> Iterator[Node]:
        return (node for node in self.theirs if node.kind == kind)

    def kinds(self) -> set[str]:
        return {node.kind for node in (*self.ours, *self.theirs)}


def _addresses(dispute: Dispute) -> bool:
    links = dispute.theirs_of("link")
    return any(not node.words.startswith(("http", "[", "<")) for node in links)


def _long_addresses(dispute: Dispute) -> bool:
    starts = {node.start for node in dispute.ours_of("link") if node.words.startswith("http")}
    return any(node.start in starts for node in dispute.theirs_of("link"))


def _tables(dispute: Dispute) -> bool:
    starts = {node.start for node in (*dispute.ours_of("paragraph"), *dispute.ours_of("table"))}
    return any(node.start in starts for node in dispute.theirs_of("table"))


def _half_framed(dispute: Dispute) -> bool:
    extra = [node for node in dispute.ours if not node.words]
    return not dispute.theirs and dispute.kinds() == {"tableCell"} and len(extra) > 0


def _tags(dispute: Dispute) -> bool:
    blocks = [node for node in dispute.theirs_of("html") if node.words.startswith("<")]
    paragraphs = {(node.start, node.end) for node in dispute.ours_of("paragraph")}
    return any((node.start, node.end) in paragraphs for node in blocks) or (
        dispute.kinds() == {"paragraph"} and bool(re.fullmatch(r"<\w[^<>]*>", dispute.words))
    )


def _boxes(dispute: Dispute) -> bool:
    starts = {node.start + len("[x] "): node for node in dispute.theirs_of("paragraph")}
    return dispute.kinds() == {"paragraph"} and all(
        node.start in starts and re.match(r"\[[ xX]\] ", starts[node.start].words)
        for node in dispute.ours
    )


def _headings(dispute: Dispute) -> bool:
    ends = {node.end for node in dispute.ours_of("heading")}
    return dispute.kinds() == {"heading"} and all(
        node.end in ends and node.words.startswith("[") for node in dispute.theirs
    )


def _broken_emphasis(dispute: Dispute) -> bool:
    return any(re.match(r"[*_]+\\\n", node.words) for node in dispute.theirs)


def _swallowed_tags(dispute: Dispute) -> bool:
    ends = {node.end for node in dispute.theirs_of("listItem")}
    swallowing = [node for node in dispute.ours_of("listItem") if re.search(r"\n *<", node.words)]
    return any(node.start < end < node.end for node in swallowing for end in ends)


def _wide_blanks(dispute: Dispute) -> bool:
    kinds = {"tableCell", "text"}
    return dispute.kinds() == kinds and not any(node.words.strip() for node in dispute.theirs)


def _left_over_marks(dispute: Dispute) -> bool:
    runs = [node for node in dispute.theirs if re.match(r"\*{3}|_{3}", node.words)]
    starts = {node.start for node in dispute.ours if node.kind in ("strong", "emphasis")}
    return any(node.start in starts for node in runs)


def _lazy_footnotes(dispute: Dispute) -> bool:
    starts = {node.start for node in dispute.ours_of("footnoteDefinition")}
    return any(node.start in starts for node in dispute.theirs_of("footnoteDefinition"))


def _rare_signs(dispute: Dispute) -> bool:
    return any(sign > "\uffff" and category(sign)[0] in "PS" for sign in dispute.words)


EXPLAINED: dict[str, Callable[[Dispute], bool]] = {
    "mistune finds bare addresses with http only: no www, no mail": _addresses,
    "mistune ends bare addresses elsewhere where marks or brackets follow": _long_addresses,
    "mistune has rules of its own for the rows of tables": _tables,
    "mistune sees an empty cell before a row whose bar only opens": _half_framed,
    "mistune takes one tag alone on its line for a paragraph": _tags,
    "mistune has no emphasis that starts with a backslash break": _broken_emphasis,
    "mistune ends a footnote at a line that is indented far": _lazy_footnotes,
    "mistune leaves a tag right behind an item to the item": _swallowed_tags,
    "mistune cuts wide blanks off a cell": _wide_blanks,
    "mdast leaves a task box in the paragraph if markup follows it": _boxes,
    "mdast starts a heading at the definitions above it": _headings,
    "mdast counts what is left of a run of marks, not the run, by the rule of three": (
        _left_over_marks
    ),
    "mdast does not know that signs of two code units are no letters": _rare_signs,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare positions with those of mdast.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--number", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = {"examples": EXAMPLES, "files": list(drawn(options.data, options.number, options.seed))}
    found = judged([text for group in texts.values() for text in group])
    verdicts = []
    for name, group in texts.items():
        verdicts.append(compare(name, group, found[: len(group)]))
        found = found[len(group) :]
    return int(not all(verdicts))


def drawn(folder: Path, number: int, seed: int) -> Iterator[str]:
    """The texts of files, without front matter, which mdast has no standard for."""
    paths = sorted(folder.rglob("*.md"))
    for path in random.Random(seed).sample(paths, min(number, len(paths))):
        try:
            source = decode(path.read_bytes())
        except InputError:
            continue
        front = front_matter(source)
        yield source.text[front.end :].lstrip("\r\n") if front else source.text


def judged(texts: list[str]) -> list[list[tuple[str, int, int]]]:
    """What mdast finds in each text."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(SCRIPT, folder)
        (folder / "texts.json").write_text(json.dumps(texts), encoding="utf-8")
        for command in (
            ("npm", "install", "--no-audit", "--no-fund", "--silent", *PACKAGES),
            ("node", SCRIPT.name, "texts.json", "nodes.json"),
        ):
            subprocess.run(command, cwd=folder, check=True)
        nodes: list[list[tuple[str, int, int]]] = json.loads((folder / "nodes.json").read_text())
        return nodes


def compare(name: str, texts: list[str], found: list[list[tuple[str, int, int]]]) -> bool:
    """Print how two parsers compare on these texts; whether all differences are explained."""
    equal, different = 0, 0
    kinds: Counter[str] = Counter()
    firsts: dict[str, Dispute] = {}
    for text, nodes in zip(texts, found, strict=True):
        ours, theirs = Counter(kettext_nodes(text)), Counter(common_nodes(text, nodes))
        equal += (ours & theirs).total()
        different += max((ours - theirs).total(), (theirs - ours).total())
        for dispute in disputes(text, [*(ours - theirs)], [*(theirs - ours)]):
            kind = explanation(dispute)
            kinds[kind] += 1
            firsts.setdefault(kind, dispute)
            if not kind:
                print(f"NOT EXPLAINED\n{example(dispute)}")
    share = equal / (equal + different)
    counts = f"{equal:,} nodes equal, {different:,} not ({share:.2%} equal)"
    print(f"{name}: {len(texts)} texts, {counts}")
    for kind, count in kinds.most_common():
        print(f"  {count:4} × {kind or 'NOT EXPLAINED'}\n{example(firsts[kind])}")
    return not kinds[""] and share >= EQUAL_AT_LEAST


def explanation(dispute: Dispute) -> str:
    return next((name for name, holds in EXPLAINED.items() if holds(dispute)), "")


def disputes(text: str, ours: list[Node], theirs: list[Node]) -> Iterator[Dispute]:
    """The differences, those in the same lines together."""
    nodes = sorted((*ours, *theirs), key=lambda node: node.start)
    while nodes:
        start, end = _lines(text, nodes[0])
        count = 0
        while count < len(nodes) and nodes[count].start <= end:
            end = max(end, _lines(text, nodes[count])[1])
            count += 1
        inside, nodes = nodes[:count], nodes[count:]
        yield Dispute(
            text[start:end],
            tuple(node for node in inside if node in ours),
            tuple(node for node in inside if node in theirs),
        )


def _lines(text: str, node: Node) -> tuple[int, int]:
    start = text.rfind("\n", 0, max(0, node.start)) + 1
    end = text.find("\n", max(node.start, node.end))
    return start, len(text) if end < 0 else end


def example(dispute: Dispute) -> str:
    lines = [f"         {dispute.words[:90]!r}"]
    for side, nodes in (("kettext", dispute.ours), ("mdast", dispute.theirs)):
        shown = [f"{node.kind} {node.words[:40]!r}" for node in nodes[:3]]
        lines.append(f"         {side}: {', '.join(shown) or 'nothing'}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
