"""Reading and writing: nothing is lost on the way back."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kettext.text.source import InputError, Span, decode, read_bytes, source_of
from kettext.text.writing import write_bytes

FILES = [
    b"",
    b"one line",
    b"a\nb\n",
    b"a\r\nb\r\n\r\nc",
    b"a\rb\r",
    b"mixed\r\nends\nhere\r",
    b"\xef\xbb\xbfwith a mark\n",
    "\ufeffwide\r\n😀".encode("utf-16-le"),
    "\ufeffwide\r\n😀".encode("utf-16-be"),
    "vt\x0b ff\x0c nel\x85 ls\u2028 ps\u2029".encode(),
]


@pytest.mark.parametrize("data", FILES)
def test_the_bytes_come_back_as_they_were(data: bytes) -> None:
    assert decode(data).encode() == data


def test_the_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfTea").text == "Tea"


def test_only_the_three_line_ends_end_a_line() -> None:
    source = source_of("a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h")
    assert source.line_starts == (0, 2, 5, 7)


@given(st.text(st.sampled_from("ab😀\r\n\x0b\u2028"), max_size=40))
def test_positions_and_offsets_agree(text: str) -> None:
    source = source_of(text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
    lines = [source.slice(source.line_span(index)) for index in range(len(source.line_starts))]
    assert "".join(lines) == text


def test_columns_are_counted_in_the_units_of_other_programs() -> None:
    source = source_of("é😀茶\r\nab")
    assert [source.columns(offset) for offset in range(4)] == [
        (1, 1, 1),
        (2, 2, 3),
        (3, 4, 7),
        (4, 5, 10),
    ]
    assert source.columns(6) == (2, 2, 2)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"caf\xe9 latte", "is not UTF-8 text (byte 4"),
        (b"a\0b", "NUL"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "NUL"),
        (b"\xc0\xaf", "is not UTF-8"),
        (b"\xed\xa0\x80", "is not UTF-8"),
        (b"\xff\xfea", "is not UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as error:
        decode(data)
    assert words in str(error.value)
    assert "\n" not in str(error.value)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(InputError, match="surrogate"):
        source_of("a\ud800")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, words in (("", "regular"), ("pipe", "regular"), ("nothing", "does not exist")):
        with pytest.raises(InputError, match=words):
            read_bytes(tmp_path / name)


def test_writing_keeps_the_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_bytes(path, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["article.md"]


def test_writing_follows_a_link_and_keeps_hard_links_together(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(path)
    os.link(path, tmp_path / "twin.md")
    write_bytes(tmp_path / "link.md", b"new", b"old")
    assert (tmp_path / "link.md").is_symlink()
    assert path.read_bytes() == (tmp_path / "twin.md").read_bytes() == b"new"


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"edited")
    with pytest.raises(InputError, match="meanwhile"):
        write_bytes(path, b"new", b"old")
    assert path.read_bytes() == b"edited"


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "article.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="no space left"):
        write_bytes(path, b"new", b"old")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["article.md"]


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_bytes(tmp_path / "new.md", b"new")
    assert (tmp_path / "new.md").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_spans_know_where_they_meet() -> None:
    assert Span(1, 3).overlaps(Span(2, 5))
    assert not Span(1, 3).overlaps(Span(3, 5))
    assert Span(1, 3).touches(Span(3, 5))
    assert Span(1, 5).contains(Span(1, 5))
