"""What is told of two versions of an article, whoever made them."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from kettext import formats
from kettext.article.document import Document
from kettext.fixer.comparison import Comparison, State, compare
from kettext.fixer.units import units_of
from kettext.text.source import Span, decode, source_of
from tests.command import ARTICLE, FIXED, run

SAMPLES = Path(__file__).parent.parent / "samples"
VOCABULARY = (
    "kettle water morning garden letter window doctor paper winter stone river market answer "
    "little often never quickly blue warm seven 12 in of the and with"
)
WORDS = VOCABULARY.split()
DOSE = """\
# The drug

Take 5 mg of it every morning, with [milk](https://a.example/milk). It is not safe for children.

Adults should take 10 mg in the evening. Talk to a doctor first.
"""


def read(text: str, format_name: str = "markdown") -> Document:
    return formats.parse(source_of(text), format_name)


def compared(old: str, new: str) -> Comparison:
    return compare(read(old), read(new))


def counts(comparison: Comparison) -> dict[str, int]:
    return {state.value: len(comparison.of(state)) for state in State if comparison.of(state)}


def told(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.went, one.came) for one in comparison.differences]


def sentence(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(3, 14))).capitalize() + "."


def paragraph(random: Random) -> str:
    match random.randint(0, 9):
        case 0 | 1:
            return f"## {sentence(random)[:-1]}"
        case 2:
            return "\n".join(f"- {sentence(random)}" for _ in range(3))
        case 3:
            return random.choice(("The same text again and again.", "Yes.", "* * *", "    code 5"))
        case _:
            return " ".join(sentence(random) for _ in range(random.randint(1, 4)))


def edited(random: Random, paragraphs: list[str]) -> list[str]:
    """The same article with some paragraphs moved, removed, changed, joined and added."""
    new = [*paragraphs]
    for _ in range(random.randint(1, 8)):
        index = random.randrange(len(new))
        match random.randint(0, 4):
            case 0:
                new.insert(random.randint(0, len(new) - 1), new.pop(index))
            case 1 if len(new) > 2:
                del new[index]
            case 2:
                new[index] = new[index].replace(random.choice(WORDS), random.choice(WORDS))
            case 3:
                new[index] = new[index].replace(". ", " ", 1)
            case _:
                new.insert(index, paragraph(random))
    return new


def units_in(document: Document, spans: Sequence[Span | None]) -> Counter[Span]:
    """How often each unit lies in one of these spans."""
    return Counter(
        unit.span
        for unit in units_of(document)
        for span in spans
        if span is not None and span.contains(unit.span)
    )


@pytest.mark.parametrize("seed", range(150))
def test_every_unit_of_both_versions_has_one_entry(seed: int) -> None:
    random = Random(seed)
    paragraphs = [paragraph(random) for _ in range(random.randint(2, 20))]
    old = read("\n\n".join(paragraphs))
    new = read("\n\n".join(edited(random, paragraphs)))
    there, back = compare(old, new), compare(new, old)
    once = [Counter(unit.span for unit in units_of(document)) for document in (old, new)]
    assert units_in(old, [entry.before for entry in there.entries]) == once[0]
    assert units_in(new, [entry.after for entry in there.entries]) == once[1]
    for one, other in (there, back), (back, there):
        gone = [(entry.before, entry.old) for entry in one.of(State.REMOVED)]
        assert gone == [(entry.after, entry.new) for entry in other.of(State.ADDED)]
    for state in (State.KEPT, State.MOVED, State.CHANGED):
        pairs = {(entry.before, entry.after) for entry in there.of(state)}
        assert pairs == {(entry.after, entry.before) for entry in back.of(state)}
    assert {(one.kind, one.went, one.came) for one in there.differences} == {
        (one.kind, one.came, one.went) for one in back.differences
    }


@pytest.mark.parametrize("seed", range(20))
def test_nothing_differs_between_a_text_and_itself(seed: int) -> None:
    random = Random(seed)
    document = read("\n\n".join(paragraph(random) for _ in range(20)))
    comparison = compare(document, document)
    assert {entry.state for entry in comparison.entries} == {State.KEPT}
    assert all(entry.before == entry.after for entry in comparison.entries)
    assert comparison.is_safe


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Take 5 mg", "Take 50 mg", [("number", "5 mg", "50 mg")]),
        ("is not safe", "is safe", [("negation", "not", None)]),
        ("is not safe", "isn't safe", []),
        ("a.example/milk", "b.example/milk", [("link", "https://a.example/milk",
                                               "https://b.example/milk")]),
        ("children.", "children under 12 years.", [("number", None, "12 years")]),
        ("Take 5 mg", "Please take 5 mg", []),
        ("5 mg", "**5** mg", []),
        ("Take 5 mg", "In 2024, take 5 mg", [("number", None, "2024")]),
    ],
)  # fmt: skip
def test_numbers_negations_and_links_that_differ_are_told(
    old: str, new: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert old in DOSE
    comparison = compared(DOSE, DOSE.replace(old, new))
    assert told(comparison) == expected
    assert comparison.is_safe == (not expected)
    assert {"changed", "kept"} == counts(comparison).keys()


def test_number_that_moved_into_another_sentence_is_no_difference() -> None:
    new = DOSE.replace("Take 5 mg of it", "Take it").replace("evening", "evening after 5 mg")
    assert counts(compared(DOSE, new)) == {"kept": 3, "changed": 2}
    assert told(compared(DOSE, new)) == []


def test_numbers_that_changed_places_are_a_difference() -> None:
    new = DOSE.replace("5 mg", "X mg").replace("10 mg", "5 mg").replace("X mg", "10 mg")
    assert told(compared(DOSE, new)) == [("number", "5 mg", "10 mg"), ("number", "10 mg", "5 mg")]


def test_cell_that_is_only_a_number_is_changed() -> None:
    table = "# T\n\n| age | dose |\n|---|---|\n| 3 | 12 |\n| 4 | 20 |\n"
    comparison = compared(table, table.replace("12", "15"))
    assert counts(comparison) == {"kept": 6, "changed": 1}
    assert told(comparison) == [("number", "12", "15")]


def test_section_that_moved_is_moved_and_what_it_passed_is_kept() -> None:
    sections = [f"## Part {name}\n\nText of {name}. More of {name}.\n\n" for name in "ABCD"]
    comparison = compared("".join(sections), "".join([*sections[1:], sections[0]]))
    assert counts(comparison) == {"kept": 9, "moved": 3}
    assert {entry.old for entry in comparison.of(State.MOVED)} == {
        "Part A", "Text of A.", "More of A.",
    }  # fmt: skip
    assert comparison.is_safe


def test_of_two_copies_the_one_goes_whose_neighbours_went() -> None:
    parts = [f"## Tea {name}\n\nTea {name} is mild.\n\n### Pros\n\nCheap.\n\n" for name in "ABC"]
    comparison = compared("".join(parts), parts[0] + parts[2])
    assert counts(comparison) == {"kept": 8, "removed": 4}
    first = len(parts[0])
    assert all(
        Span(first, first + len(parts[1])).contains(entry.before)
        for entry in comparison.of(State.REMOVED)
        if entry.before
    )


def test_removed_copy_has_the_place_of_the_other_and_loses_no_fact() -> None:
    line = "Take 5 mg of it every morning."
    comparison = compared(
        f"# T\n\n{line}\n\nThen wait.\n\n{line}\n", f"# T\n\n{line}\n\nThen wait.\n"
    )
    (removed,) = comparison.of(State.REMOVED)
    assert removed.copy == Span(5, 5 + len(line))
    assert told(comparison) == []
    assert not comparison.is_safe


def test_sentence_that_was_split_in_two_is_changed() -> None:
    old = "# T\n\nThe kettle boils fast, and the tea is ready within four short minutes.\n"
    new = "# T\n\nThe kettle boils fast. The tea is ready within four short minutes.\n"
    assert counts(compared(old, new)) == {"kept": 1, "changed": 1}
    assert counts(compared(new, old)) == {"kept": 1, "changed": 1}


def test_indented_code_is_another_code() -> None:
    old = "# T\n\n```python\nif tea:\n    pour()\nwait()\n```\n"
    assert counts(compared(old, old.replace("wait", "    wait"))) == {"kept": 1, "changed": 1}


def test_marks_escapes_and_line_ends_make_no_difference() -> None:
    old = "# Tea\n\n* One *good* item\n* Two\n\nA line\nand 2 \\* 3.\n\n> Quoted\n> words here.\n"
    new = "Tea\n===\n\n1. One *good* item\n2. Two\n\nA line and 2 * 3.\n\n> Quoted words here.\n"
    assert counts(compared(old, new.replace("\n", "\r\n"))) == {"kept": 5}


def test_empty_version_has_lost_everything() -> None:
    document = read(DOSE)
    assert counts(compare(document, read(""))) == {"removed": 5}
    assert counts(compare(read(""), document)) == {"added": 5}


@pytest.mark.parametrize("name", ["ketamine", "library"])
def test_sample_and_its_markdown_say_the_same(name: str, tmp_path: Path) -> None:
    source = decode((SAMPLES / name / "fixed.md").read_bytes())
    plain = source.text.replace("## Frequently asked questions\n\n", "")
    plain = "".join(line.lstrip("#").lstrip() for line in plain.splitlines(keepends=True))
    (tmp_path / "plain.txt").write_text(plain, encoding="utf-8", newline="")
    done = run("fix", "plain.txt", "-o", "plain.md", folder=tmp_path)
    assert done.returncode < 2
    new = formats.parse(decode((tmp_path / "plain.md").read_bytes()), "markdown")
    comparison = compare(read(plain, "text"), new)
    added = comparison.of(State.ADDED)
    assert {entry.unit for entry in added} <= {"heading"}
    assert counts(comparison).get("kept", 0) + len(added) == len(comparison.entries)
    assert comparison.is_safe


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("tea.md", ARTICLE), ("fixed.md", FIXED), ("dose.md", DOSE)):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return tmp_path


def test_account_for_people_tells_what_went_and_where(folder: Path) -> None:
    done = run("diff", "tea.md", "fixed.md", folder=folder)
    assert done.returncode == 1
    assert done.stderr == ""
    assert done.stdout == (
        "tea.md -> fixed.md\n\n"
        "Removed from tea.md\n"
        "line 7    “Brewing”\n"
        "          (the same still stands on line 3 of the new text)\n\n"
        "Changed\n"
        "line 5 -> line 5  “the” was taken out\n"
        "                  (Put the kettle on.)\n\n"
        "Of 5 sentences, headings and list items: 3 kept, 1 changed, 1 removed.\n"
    )


def test_numbers_come_first_and_moved_text_has_both_lines(folder: Path) -> None:
    paragraphs = DOSE.replace("5 mg", "50 mg").strip().split("\n\n")
    new = "\n\n".join((paragraphs[0], paragraphs[2], paragraphs[1], "More was added here."))
    done = run("diff", "dose.md", "-", folder=folder, given=new.encode())
    assert done.returncode == 1
    assert done.stdout.startswith(
        "dose.md -> standard input\n\n"
        "Numbers, negations and links that differ\n"
        "line 3 -> line 5  “5 mg” is now “50 mg”\n\n"
        "Changed\n"
    )
    assert "\nMoved\nline 3 -> line 5  “It is not safe for children.”\n" in done.stdout
    assert "Added in standard input\nline 7    “More was added here.”\n" in done.stdout


def test_same_text_is_said_in_one_line_and_quietly_in_none(folder: Path) -> None:
    done = run("diff", "tea.md", "tea.md", folder=folder)
    assert done.returncode == 0
    assert done.stdout == (
        "tea.md -> tea.md\n\nNo word differs: 5 sentences, headings and list items kept.\n"
    )
    assert run("diff", "-q", "tea.md", "tea.md", folder=folder).stdout == ""


def test_rewording_and_moving_alone_are_exit_code_0(folder: Path) -> None:
    new = DOSE.replace("Talk to a doctor first.", "Always talk to a doctor first.")
    done = run("diff", "dose.md", "-", folder=folder, given=new.encode())
    assert done.returncode == 0
    assert "“Talk” is now “Always talk”" in done.stdout


def test_blanks_in_code_are_said_to_differ(folder: Path) -> None:
    code = "# T\n\n```\ntea:\n  pour\n```\n"
    (folder / "code.md").write_text(code, encoding="utf-8")
    done = run("diff", "code.md", "-", folder=folder, given=code.replace("  ", "").encode())
    assert "line 3 -> line 3  only the blanks differ in “``` tea: pour ```”\n" in done.stdout
    assert done.returncode == 0


def test_comparison_as_json(folder: Path) -> None:
    given = FIXED.replace("four", "five").encode()
    words = ["diff", "tea.md", "-", "--stdin-filename", "new.md", "--output-format", "json"]
    done = run(*words, folder=folder, given=given)
    assert done.returncode == 1
    record = json.loads(done.stdout)
    assert record["version"] == 1
    assert record["old"] == {"path": "tea.md", "format": "markdown", "inferred": False}
    assert record["new"]["path"] == "new.md"
    assert record["counts"] == {"kept": 2, "changed": 2, "moved": 0, "removed": 1, "added": 0}
    assert record["entries"][3] == {
        "unit": "heading", "state": "removed", "from": [53, 63], "from_line": 7, "to": None,
        "to_line": None, "old": "## Brewing", "new": None, "copy": [17, 27],
    }  # fmt: skip
    assert record["facts"] == [
        {
            "kind": "number", "old": "four minutes", "new": "five minutes", "state": "changed",
            "from": [65, 92], "from_line": 9, "to": [49, 76], "to_line": 7,
        }
    ]  # fmt: skip


def test_what_cannot_be_read_is_exit_code_2(folder: Path) -> None:
    for words in (["tea.md", "none.md"], [".", "tea.md"], ["tea.md", "tea.bin"], ["-", "-"], ["a"]):
        done = run("diff", *words, folder=folder)
        assert done.returncode == 2, words
        assert done.stderr.startswith("kettext: ")
        assert done.stdout == ""


def test_signs_that_steer_a_terminal_are_shown_not_sent(folder: Path) -> None:
    evil = "# T\n\nTake \x1b[31m5 mg\x1b[0m of it.\n\nGone \x1b]0;title\x07 text.\n"
    (folder / "evil.md").write_text(evil, encoding="utf-8")
    for pair in (["evil.md", "dose.md"], ["dose.md", "evil.md"]):
        assert "\x1b" not in run("diff", *pair, folder=folder).stdout
    assert "\x1b[1m" in run("diff", *pair, "--color", "always", folder=folder).stdout


@pytest.mark.parametrize("text", ["```\ntake {} mg now\n```\n", "![Take {} mg](x.png)\n"])
def test_a_number_in_code_or_in_the_text_of_a_picture_is_a_difference(text: str) -> None:
    old, new = (formats.parse(source_of(text.format(dose)), "markdown") for dose in (5, 50))
    assert not compare(old, new).is_safe
