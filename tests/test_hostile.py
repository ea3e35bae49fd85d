"""Input made to break a parser: no crash, and twice as much takes about twice as long."""

import codecs
import gc
from collections.abc import Callable
from time import process_time

import pytest

from kettext import fix, lint
from kettext.api import Objection
from kettext.formats.markdown import parse
from kettext.text.source import NEWLINE, decode, source_of
from tests.hostile import DEPTHS, FAULTS, SHAPES, Shape
from tests.test_positions import EXAMPLES

SMALL = 500
SIZE = 5_000
RATIO = 2.5  # for each doubling
TRIFLE = 0.03  # seconds that say nothing about growth
ODD = "a\vb\fc\x85d\u2028e\u00a0😀\n\n- f\n\n\ng"
FORMS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16, little end first": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16, big end first": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "CRLF": lambda text: NEWLINE.sub("\r\n", text).encode(),
    "CR": lambda text: NEWLINE.sub("\r", text).encode(),
    "CRLF in UTF-16": lambda text: (
        codecs.BOM_UTF16_LE + NEWLINE.sub("\r\n", text).encode("utf-16-le")
    ),
    "mixed line ends": lambda text: NEWLINE.sub("\r\n", text, count=2).encode() + b"\r\n\r",
    "VT, FF, NEL": lambda text: NEWLINE.sub("\v\n\f\n\x85\n", text).encode(),
    "no last newline": lambda text: text.rstrip("\r\n").encode(),
}


def read_all(text: str) -> None:
    """Parse a text with all that its leaves hold."""
    document = parse(source_of(text))
    for leaf, _ in document.leaves:
        document.leaf_of(leaf)


def lint_as(name: str) -> Callable[[str], None]:
    """Let all default checks run. Raises AssertionError if one crashes."""

    def work(text: str) -> None:
        crashed = [one for one in lint(text, format=name) if one.check == "check-crashed"]
        assert not crashed, crashed[0].finding.message

    return work


WORKS: dict[str, Callable[[str], None]] = {
    "parse": read_all,
    "lint Markdown": lint_as("markdown"),
    "lint text": lint_as("text"),
}


def seconds(work: Callable[[str], None], text: str) -> float:
    """Processor time, without what collecting the garbage of others takes."""
    gc.disable()
    try:
        start = process_time()
        work(text)
        return process_time() - start
    finally:
        gc.enable()


def growth(work: Callable[[str], None], shape: Shape, size: int) -> float:
    """By how much the time grows with each of two doublings."""
    fast, slow = seconds(work, shape(size)), seconds(work, shape(4 * size))
    return 1.0 if slow <= TRIFLE else float((slow / fast) ** 0.5)


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_shape_crashes(shape: Shape, work: Callable[[str], None]) -> None:
    for size in (1, 60, SMALL):
        work(shape(size))


@pytest.mark.parametrize("name", ["markdown", "text"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_shape_breaks_fixing(shape: Shape, name: str) -> None:
    try:
        fix(shape(SMALL), format=name, unsafe=True)
    except Objection as objection:
        assert str(objection)


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
@pytest.mark.parametrize("text", DEPTHS.values(), ids=DEPTHS)
def test_no_depth_is_too_deep(text: str, work: Callable[[str], None]) -> None:
    work(text)


@pytest.mark.parametrize("shape", FAULTS)
def test_twice_as_many_faults_take_about_twice_as_long_to_mend(shape: str) -> None:
    def mend(text: str) -> None:
        assert fix(text, unsafe=True).applied

    ratios = []
    for _ in range(3):
        ratios.append(growth(mend, FAULTS[shape], 4 * SIZE))
        if ratios[-1] <= RATIO:
            return
    assert not ratios


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("shape", SHAPES)
def test_twice_as_much_takes_about_twice_as_long(shape: str, work: str) -> None:
    ratios = []
    for size in (SIZE, SIZE, SIZE, 2 * SIZE, 2 * SIZE):  # a step is over at twice the size
        ratios.append(growth(WORKS[work], SHAPES[shape], size))
        if ratios[-1] <= RATIO:
            return
    assert not ratios


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_is_read_and_written_back_has_the_same_bytes(form: Callable[[str], bytes]) -> None:
    for text in (*EXAMPLES, ODD, *(shape(SMALL) for shape in SHAPES.values())):
        assert decode(form(text)).encode() == form(text)
