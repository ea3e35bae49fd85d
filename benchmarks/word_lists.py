"""How right the checks of claims and tone are beside word lists: `python -m benchmarks.word_lists
--data DIR [--write-good CMD]`.

Two sets of labelled sentences: those in DIR/citation/wiki_sentences.jsonl, of which editors gave
some a reference (read here without any), and those of blogs and news in
DIR/tone/pavlick_sentences.jsonl, of which readers called some informal. Each tool says which
sentences it flags; right are those that had a reference, or were called informal. Beside kettext
stand two lists of words, a strict one of slang and a broad one of weasel words, and write-good if
its command is given. Prints precision and recall as a table. Exit code 1 if one of them is as
precise as kettext or more so at equal or better recall.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kettext import lint
from kettext.linter.settings import Settings

SLANG = """gonna wanna gotta kinda sorta dunno lemme gimme ain't y'all dude bro buddy guys folks kid
kids cop cops buck bucks booze crappy crap sucks suck lousy dumb stupid nuts crazy insane awesome
cool freaking frickin damn heck hell yeah yep nope nah hey wow oops ugh meh lol omg btw fyi legit
totally super stuff thingy whatever hang chill bummer rip-off screwed pissed freak weirdo geek nerd
cuz 'cause til gotcha betcha"""
WEASEL = """many various very fairly several extremely exceedingly quite remarkably few surprisingly
mostly largely huge tiny excellent interestingly significantly substantially clearly vast relatively
completely obviously often sometimes usually generally probably possibly perhaps likely apparently
supposedly allegedly reportedly arguably virtually almost nearly some most numerous countless
considered believed thought said known regarded seen described claimed reported suggested studies
research experts critics scientists researchers people"""
GENRES = ("blog", "news")
ESCAPED = re.compile(r"([\\`*_{}\[\]<>#|~&!+\-.:@])")


class Sentence(NamedTuple):
    """A labelled sentence; `place` is what it shares with those it is read together with."""

    article: str
    place: tuple[str, object]
    text: str
    is_right: bool
    counts: bool = True


class Task(NamedTuple):
    name: str
    group: str
    sentences: Sequence[Sentence]


class Score(NamedTuple):
    precision: float
    recall: float
    flagged: int


Tool = Callable[[Task], set[int]]  # the places in task.sentences of those that it flags


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write-good", metavar="CMD", help="the command that runs write-good")
    options = parser.parse_args()
    tools: dict[str, Tool] = {
        "kettext": kettext,
        "strict slang": word_list(SLANG.split()),
        "broad weasel words": word_list(WEASEL.split()),
    }
    if options.write_good:
        tools["write-good"] = write_good(shlex.split(options.write_good))
    short = False
    for task in (citations(options.data), tone(options.data)):
        right = sum(one.is_right for one in task.sentences if one.counts)
        total = sum(one.counts for one in task.sentences)
        print(f"\n{task.name}: {right:,} of {total:,} sentences")
        scores = {name: score(task, tool(task)) for name, tool in tools.items()}
        for name, found in scores.items():
            print(
                f"  {name:20} precision {found.precision:.3f}  recall {found.recall:.3f}"
                f"  flagged {found.flagged:,}"
            )
        own = scores.pop("kettext")
        short |= any(
            other.precision >= own.precision and other.recall >= own.recall
            for other in scores.values()
        )
    return int(short)


def score(task: Task, flagged: set[int]) -> Score:
    counted = [index for index in flagged if task.sentences[index].counts]
    right = sum(task.sentences[index].is_right for index in counted)
    wanted = sum(one.is_right for one in task.sentences if one.counts)
    return Score(right / max(1, len(counted)), right / max(1, wanted), len(counted))


def citations(data: Path) -> Task:
    sentences = [
        Sentence(
            str(one["doc"]),
            (str(one["section"]), one["para"]),
            str(one["text"]),
            bool(one["has_ref"] or one["citation_needed"] or one["covered_by_later_ref"]),
            one["section"] != "LEAD" and one["label"] != "skip",
        )
        for one in records(data / "citation" / "wiki_sentences.jsonl")
    ]
    return Task("given a reference by editors", "citations", sentences)


def tone(data: Path) -> Task:
    sentences = [
        Sentence(
            f"{one['domain']} {one['doc']}",
            ("", number),
            str(one["text"]),
            one["label"] == "informal",
        )
        for number, one in enumerate(records(data / "tone" / "pavlick_sentences.jsonl"))
        if one["domain"] in GENRES
    ]
    return Task("called informal by readers", "tone", sentences)


def records(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def kettext(task: Task) -> set[int]:
    """What the checks of the group flag that are on by default."""
    found: set[int] = set()
    settings = Settings(select=(task.group,))
    indexed = enumerate(task.sentences)
    for _, members in groupby(indexed, key=lambda pair: pair[1].article):
        text, starts = written(list(members))
        for report in lint(text, settings=settings):
            found.add(starts[bisect_right(starts, (report.finding.span.start, sys.maxsize)) - 1][1])
    return found


def written(members: Sequence[tuple[int, Sentence]]) -> tuple[str, list[tuple[int, int]]]:
    """The sentences as an article in Markdown, and where each of them starts."""
    text, section = f"# {escaped(members[0][1].article)}\n", ""
    starts = []
    for (title, _), sentences in groupby(members, key=lambda pair: pair[1].place):
        if title != section:
            section = title
            text += f"\n## {escaped(title)}\n"
        text += "\n"
        for index, sentence in sentences:
            starts.append((len(text), index))
            text += escaped(sentence.text.strip()) + " "
        text += "\n"
    return text, starts


def escaped(text: str) -> str:
    """The text as Markdown that reads the same."""
    return ESCAPED.sub(r"\\\1", text)


def word_list(words: Iterable[str]) -> Tool:
    pattern = re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, words))})(?![\w'-])")

    def flag(task: Task) -> set[int]:
        folded = (one.text.lower().replace("’", "'") for one in task.sentences)
        return {index for index, text in enumerate(folded) if pattern.search(text)}

    return flag


def write_good(command: Sequence[str]) -> Tool:
    """What write-good flags, each sentence on a line of its own."""

    def flag(task: Task) -> set[int]:
        with tempfile.TemporaryDirectory() as folder:
            article, said = Path(folder, "article.md"), Path(folder, "said.txt")
            text = "".join(f"{' '.join(one.text.split())}\n" for one in task.sentences)
            article.write_text(text, encoding="utf-8")
            with said.open("wb") as stream:  # into a pipe it does not write all before it ends
                subprocess.run([*command, "--parse", article], stdout=stream, check=False)
            found = said.read_text(encoding="utf-8")
        lines = re.findall(r"(?m)^.*?:(\d+):\d+:", found)
        return {int(line) - 1 for line in lines}

    return flag


if __name__ == "__main__":
    sys.exit(main())
