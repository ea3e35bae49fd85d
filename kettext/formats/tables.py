"""Where the cells of a table stand; mistune keeps their texts only."""

from collections.abc import Iterator

from kettext.formats.states import BlockToken, PlacedState, Stamp


def stamp_cells(table: BlockToken, state: PlacedState, framed: bool) -> None:
    """Stamp the cells of a table; each row of a framed one starts and ends with a bar."""
    head, body = table["children"]
    first = state.line_index(table["stamp"].start)
    for number, row in enumerate((head, *body["children"])):
        line = first + number + (number > 0)  # the second line is the one of dashes
        start = state.line_starts[line]
        places = _cells(state.line(line), framed)
        for cell, (begin, end) in zip(row["children"], places, strict=True):
            cell["stamp"] = Stamp(state, start + begin, start + end, start + begin)


def _cells(line: str, framed: bool) -> Iterator[tuple[int, int]]:
    """The cells of a row, without the blanks around them."""
    start = len(line) - len(line.lstrip(" ")) + framed
    end = len(line.rstrip("\n").rstrip(" \t")) - framed
    for begin, stop in _parts(line, start, end):
        cell = line[begin:stop]
        text = cell.strip()
        begin += cell.index(text)
        yield begin, begin + len(text)


def _parts(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the bars that are not escaped."""
    escaped = False
    for offset in range(start, end):
        if line[offset] == "|" and not escaped:
            yield start, offset
            start = offset + 1
        escaped = line[offset] == "\\" and not escaped
    yield start, end
