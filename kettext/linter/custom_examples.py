"""Runs the examples of checks without code: the texts at `bad` and `good` of a [[custom]] table."""

import json
import re
from collections.abc import Iterator, Mapping

from kettext import formats
from kettext.kit.check import Check
from kettext.kit.finding import quoted
from kettext.linter.linter import run_checks
from kettext.linter.settings import CUSTOM, Said, Settings
from kettext.text.source import source_of
from kettext.text.value import NamedTuple

KINDS = ("bad", "good")
KEY = r"""(?:^|[{{,])\s*["']?{}["']?\s*=\s*"""


class Tried(NamedTuple):
    """One example that was run: its check, where it stands, and what is wrong with it, "" if
    nothing is."""

    check: str
    file: str
    line: int
    problem: str


def try_examples(settings: Settings) -> Iterator[Tried]:
    """Run every example of the custom checks in these settings, in the order of the file."""
    tables = {said.key: said for said in settings.said}
    for check in settings.custom:
        yield from _tried(check, tables[f"{CUSTOM}.{check.name}"], settings)


def _tried(check: Check, said: Said, settings: Settings) -> Iterator[Tried]:
    table = said.value
    assert isinstance(table, Mapping)
    lines = _lines(said.origin)
    for kind in KINDS:
        for text in table.get(kind, ()):
            line = _line_of(lines, check.name, kind, text)
            yield Tried(check.name, said.origin, line, _problem(check, kind, text, settings))


def _problem(check: Check, kind: str, text: str, settings: Settings) -> str:
    document = formats.parse(source_of(text), "markdown")
    reports = run_checks(document, (check,), settings)
    crash = next((report.finding.message for report in reports if report.is_crash), "")
    if crash:
        return crash
    spans = [report.finding.span for report in reports if report.check == check.name]
    if kind == "bad" and not spans:
        return f"nothing is found in the bad example {quoted(text)}"
    if kind == "good" and spans:
        found = quoted(document.source.slice(spans[0]))
        return f"{found} is found in the good example {quoted(text)}"
    return ""


def _lines(file: str) -> list[str]:
    """The lines of a config file, none if it is gone."""
    try:
        with open(file, encoding="utf-8-sig", errors="replace") as stream:
            return stream.read().split("\n")
    except OSError:
        return []


def _line_of(lines: list[str], name: str, kind: str, text: str) -> int:
    """The line, counted from 1, where an example of a check stands. What reads TOML does not tell,
    so it is searched for; what is written in an unusual way gets a line near it."""
    headers = [at for at, line in enumerate(lines) if line.lstrip().startswith("[[")]
    named = _first(lines, KEY.format("name") + rf"""["']{re.escape(name)}["']""", 0, None) or 0
    top = max((at for at in headers if at <= named), default=named)
    end = next((at for at in headers if at > named), None)
    key = _first(lines, KEY.format(kind), top, end)
    if key is None:
        return named + 1
    begun = next((line for line in text.split("\n") if line.strip()), text)
    spelled = "|".join(re.escape(one) for one in (begun, json.dumps(begun, ensure_ascii=False)))
    found = _first(lines, spelled, key, end)
    return (key if found is None else found) + 1


def _first(lines: list[str], pattern: str, start: int, end: int | None) -> int | None:
    """The place of the first of these lines that holds the pattern."""
    found = (at for at, line in enumerate(lines[:end]) if at >= start and re.search(pattern, line))
    return next(found, None)
