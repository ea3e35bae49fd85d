"""Whether fixing loses a sentence: `python -m benchmarks.nothing_lost --data DIR [--show]`.

Fixes the labelled articles in DIR/repetition/articles.jsonl, in some of which headings, paragraphs
and sentences were copied, with and without --unsafe. A sentence is lost if it stands nowhere in the
result, however often it stood in the article: that must never happen. With --unsafe a near copy may
go; then what it says must be left in other words: in one block of the result that has most of the
words of the sentence, and each of its numbers. All this knows nothing of the ledger.

Lists the articles in which nothing was copied and that change nevertheless (with --show, what
changes), and what was refused. Exit code 1 if a sentence is lost, or fewer articles change than the
floors say.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

from benchmarks.fixing import shown_difference
from kettext import fix
from kettext.api import Fixed, Objection

FLOORS = {False: 40, True: 80}  # articles with copies in them that change, safe and unsafe
SENTENCE_END = re.compile(r"(?<=[.?!])[\"”'’)*]*\s+")
DOUBLED = re.compile(r"\b(the|of|and|an) \1\b")  # a slip that a safe fix mends
WORD = re.compile(r"\d+|[^\W\d_]{3,}")
MOST = 0.6
SIGNS = "\u00ad\u200b-\u200f\u2060\ufeff"


class Block(TypedDict):
    type: str
    level: int
    text: str


class Article(NamedTuple):
    name: str
    blocks: Sequence[Block]
    has_copies: bool


class Outcome(NamedTuple):
    """`reworded`: how many sentences are left in other words only."""

    changed: bool
    lost: Sequence[str]
    reworded: int
    fixed: Fixed | None
    refused: str = ""


def main() -> int:
    parser = argparse.ArgumentParser(description="Look for sentences that fixing loses.")
    parser.add_argument("--data", metavar="DIR", required=True, type=Path)
    parser.add_argument("--show", action="store_true", help="show what changes")
    options = parser.parse_args()
    articles = list(read(options.data / "repetition" / "articles.jsonl"))
    held = [try_all(articles, unsafe=unsafe, show=options.show) for unsafe in (False, True)]
    return int(not all(held))


def read(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield Article(record["id"], record["blocks"], bool(record["repeats"]))


def try_all(articles: Sequence[Article], *, unsafe: bool, show: bool) -> bool:
    """Fix all articles and print what came of it; whether nothing is lost."""
    print("fix --unsafe" if unsafe else "fix")
    counts: Counter[str] = Counter()
    for article in articles:
        text = markdown(article.blocks)
        outcome = fixed(article, text, unsafe)
        kind = "with copies" if article.has_copies else "untouched"
        counts.update({kind: 1, f"{kind}, changed": outcome.changed})
        counts.update({"left in other words": outcome.reworded})
        counts.update(lost=len(outcome.lost), refused=bool(outcome.refused))
        for line in outcome.lost:
            print(f"  {article.name}: lost: {line}")
        if outcome.refused:
            print(f"  {article.name}: refused: {outcome.refused}")
        if outcome.changed and outcome.fixed and not article.has_copies:
            print(f"  {article.name}: nothing was copied, but: {made(outcome.fixed)}")
        if outcome.changed and outcome.fixed and show:
            print("\n".join(shown_difference(text, outcome.fixed.text)))
    print("  " + ", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    enough = counts["with copies, changed"] >= FLOORS[unsafe]
    return enough and not counts["lost"]


def made(fixed: Fixed) -> str:
    """Which fixes were applied."""
    counted = Counter(one.check for one in fixed.applied)
    return ", ".join(f"{count} {name}" for name, count in sorted(counted.items()))


def fixed(article: Article, text: str, unsafe: bool) -> Outcome:
    try:
        result = fix(text, unsafe=unsafe)
    except Objection as objection:
        return Outcome(changed=False, lost=(), reworded=0, fixed=None, refused=str(objection))
    there = readable(result.text)
    missing = [sentence for sentence in sorted(sentences(article)) if sentence not in there]
    blocks = [{*WORD.findall(block.casefold())} for block in result.text.split("\n\n")]
    lost = [one for one in missing if not unsafe or not any(says(block, one) for block in blocks)]
    reasons = "; ".join(f"{one.fix.check}: {one.reason}" for one in result.refused)
    return Outcome(result.text != text, lost, len(missing) - len(lost), result, reasons)


def says(block: set[str], sentence: str) -> bool:
    """Whether a block has most words of a sentence, and all of its numbers."""
    words = {*WORD.findall(sentence.casefold())}
    numbers = {word for word in words if word[0].isdecimal()}
    return numbers <= block and len(words & block) >= MOST * len(words)


def sentences(article: Article) -> set[str]:
    """What a reader would miss: each sentence, heading and list item, as it stands in the text."""
    parts = (part for block in article.blocks for part in SENTENCE_END.split(escaped(block)))
    return {text for text in map(readable, parts) if any(map(str.isalnum, text))}


def readable(text: str) -> str:
    """The text with single blanks, without what a safe fix of a word may take away."""
    return DOUBLED.sub(r"\1", " ".join(re.sub(f"[{SIGNS}]", "", text).split()))


def markdown(blocks: Sequence[Block]) -> str:
    """The blocks as a Markdown file."""
    parts: list[str] = []
    depth = 0
    for block in blocks:
        in_list = block["type"] == "list_item" and depth > 0
        depth = min(block["level"], depth + 1) if block["type"] == "list_item" else 0
        marks = {"heading": "#" * block["level"] + " ", "list_item": "  " * (depth - 1) + "- "}
        gap = "" if not parts else "\n" if in_list else "\n\n"
        parts.append(gap + marks.get(block["type"], "") + escaped(block))
    return "".join(parts) + "\n"


def escaped(block: Block) -> str:
    """The text of a block, so that Markdown reads all of it as words."""
    text = re.sub(r"(?P<sign>[\\`*_\[\]<>|~&])", r"\\\g<sign>", " ".join(block["text"].split()))
    text = re.sub(r"\A(?P<sign>[-#+=:])", r"\\\g<sign>", text)
    return re.sub(r"\A(?P<number>\d{1,9})(?P<sign>[.)])", r"\g<number>\\\g<sign>", text)


if __name__ == "__main__":
    sys.exit(main())
