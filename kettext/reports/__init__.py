"""The output formats, one module each with render(results, stream, look); loaded when asked for."""

from collections.abc import Iterable
from importlib import import_module
from typing import TextIO

from kettext.reports.terminal import Look
from kettext.runner.reading import Result

FORMATS = ("full", "concise", "json", "jsonl")


def render(name: str, results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write results to a stream as the module of that name does; of findings, one of FORMATS."""
    import_module(f"kettext.reports.{name}").render(results, stream, look)
