"""The page of a check, NAME.md: what `explain` shows of it, and the examples that are its tests."""

import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kettext.text.source import Span

FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)
MARK = re.compile(r"\\(?P<literal>[⟦⟧⟪⟫|])|⟦(?P<empty>\|)⟧|(?P<mark>[⟦⟧⟪⟫])")
EXAMPLES_HEADING = "## Examples"
KINDS = ("bad", "good", "fixed", "unsafe")
FORMATS = ("markdown", "text", "html")


class PageError(ValueError):
    """A page that can't be understood; the message says where."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the places where the check must find something, and what the fixes make of it."""

    text: str
    spans: tuple[Span, ...]
    related: tuple[Span, ...]
    format: str = "markdown"
    whole: bool = False
    message: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    fixed: str | None = None  # what `fix` makes of it; None: nothing changes
    unsafe: str | None = None  # what `fix --unsafe` makes of it; None: the same as `fix`

    @property
    def is_bad(self) -> bool:
        return bool(self.spans)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its first line, everything before the examples, and the examples."""

    summary: str
    text: str
    examples: tuple[Example, ...]


def read_page(path: Path) -> Page:
    """The page in a file. Raises PageError if an example can't be understood."""
    raw = path.read_text(encoding="utf-8")
    text, _, examples = raw.partition(EXAMPLES_HEADING)
    try:
        return Page(text.split("\n", 1)[0].strip(), text.strip(), tuple(_examples(examples)))
    except PageError as error:
        raise PageError(f"{path.name}: {error}") from error


def shown_examples(path: Path) -> Iterator[tuple[str, str]]:
    """The examples as people read them: kind and text, with the marks of findings left in."""
    _, _, examples = path.read_text(encoding="utf-8").partition(EXAMPLES_HEADING)
    for match in FENCE.finditer(examples):
        kind, *_ = shlex.split(match["info"])
        yield kind, MARK.sub(lambda mark: mark["literal"] or mark[0], match["text"]).rstrip("\n")


def _examples(text: str) -> Iterator[Example]:
    waiting: Example | None = None
    for match in FENCE.finditer(text):
        kind, words = _info(match["info"])
        if kind in ("fixed", "unsafe"):
            if waiting is None or not waiting.is_bad:
                raise PageError(f"a block “{kind}” must follow a block “bad”")
            waiting = _with_result(waiting, kind, match["text"])
            continue
        if waiting:
            yield waiting
        waiting = _example(kind, words, match["text"])
    if waiting:
        yield waiting


def _info(info: str) -> tuple[str, list[str]]:
    kind, *words = shlex.split(info) or [""]
    if kind not in KINDS:
        raise PageError(f"an example is {', '.join(KINDS)}, not “{kind}”")
    return kind, words


def _with_result(example: Example, kind: str, text: str) -> Example:
    fixed, unsafe = (text, example.unsafe) if kind == "fixed" else (example.fixed, text)
    return Example(
        example.text, example.spans, example.related, example.format, example.whole,
        example.message, example.options, fixed, unsafe,
    )  # fmt: skip


def _example(kind: str, words: list[str], marked: str) -> Example:
    text, spans, related = read_marks(marked)
    if (kind == "bad") != bool(spans):
        raise PageError(f"a “{kind}” example {'needs a' if kind == 'bad' else 'has no'} mark ⟦…⟧")
    options = dict(word.split("=", 1) for word in words if "=" in word)
    plain = [word for word in words if "=" not in word]
    unknown = [word for word in plain if word not in (*FORMATS, "whole")]
    if unknown:
        raise PageError(f"unknown word “{unknown[0]}” behind “{kind}”")
    message = options.pop("message", None)
    format_name = next((word for word in plain if word in FORMATS), FORMATS[0])
    return Example(text, spans, related, format_name, "whole" in plain, message, options)


def read_marks(marked: str) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """The text without its marks, the spans of the findings, and those of the related places."""
    chunks: list[str] = []
    length = last = 0
    opened: dict[str, int] = {}
    spans: list[Span] = []
    related: list[Span] = []
    for match in MARK.finditer(marked):
        chunks.append(marked[last : match.start()] + (match["literal"] or ""))
        length += len(chunks[-1])
        last = match.end()
        if match["empty"]:
            spans.append(Span(length, length))
        elif match["mark"] in ("⟦", "⟪"):
            opened[match["mark"]] = length
        elif match["mark"]:
            opening, found = ("⟦", spans) if match["mark"] == "⟧" else ("⟪", related)
            if opening not in opened:
                raise PageError(f"“{match['mark']}” without “{opening}”")
            found.append(Span(opened.pop(opening), length))
    if opened:
        raise PageError(f"“{next(iter(opened))}” is never closed")
    return "".join(chunks) + marked[last:], tuple(sorted(spans)), tuple(sorted(related))
