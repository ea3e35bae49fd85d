"""For programs that follow a long run: one line for each file, as soon as it is done."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from kettext.reports.json import VERSION, document
from kettext.reports.terminal import Look
from kettext.runner.reading import Result


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write for each result the object that JSON output has of it, on a line of its own."""
    del look  # machines read it
    for result in results:
        record = {"version": VERSION, **document(result, Counter())}
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        stream.flush()  # somebody may be reading along
