"""Articles in figures: what is counted, and how it is shown."""

import json
from pathlib import Path

import pytest

from kettext import formats
from kettext.article.figures import Figures, figures, total
from kettext.text.source import source_of
from kettext.text.syllables import syllable_count
from tests.command import BINARY, run

SENTENCE = "The cat sat on the mat and looked at the old dog. "
ARTICLE = f"""\
---
title: Not counted
---
# Cats and mats

{SENTENCE * 10}

{SENTENCE * 2}See [the source](https://journal.example/cat).

* One item. It counts as one sentence.

| A | table |
|---|-------|
| of | cells |

```sh
not counted
```

## References

1. Smith, J. Cats.
"""


def counted(text: str) -> Figures:
    return figures(formats.parse(source_of(text), "markdown"))


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("cat", 1), ("rule", 1), ("rules", 1), ("table", 2), ("tables", 2), ("liked", 1),
        ("wanted", 2), ("houses", 2), ("clothes", 1), ("agree", 2), ("the", 1), ("rhythm", 1),
        ("responsibility", 6), ("2024", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_runs_of_vowels(word: str, number: int) -> None:
    assert syllable_count(word) == number


def test_only_the_article_itself_is_counted() -> None:
    found = counted(ARTICLE)
    assert found.headings == 1
    assert found.words == 3 + 12 * 12 + 3 + 7 + 4
    assert found.sentences == 12 + 1 + 1
    assert found.sourced == 3
    assert found.running_words == 12 * 12 + 3
    assert found.minutes == pytest.approx(161 / 238)


def test_reading_ease_is_that_of_the_formula() -> None:
    found = counted(SENTENCE * 10)
    assert found.syllables == 10 * 12
    assert found.reading_ease == pytest.approx(206.835 - 1.015 * 12 - 84.6)


def test_there_is_no_reading_ease_for_little_text_nor_for_other_languages() -> None:
    assert counted(SENTENCE).reading_ease is None
    german = "Die Katze liegt auf der Matte und sieht den alten Hund nicht an. " * 12
    assert counted(german).words > 100
    assert counted(german).reading_ease is None


def test_nothing_is_divided_by_nothing() -> None:
    nothing = total([])
    assert nothing == Figures()
    assert nothing.sourced_share is nothing.headings_per_1000_words is nothing.reading_ease is None


def test_table_has_a_line_for_each_article_and_one_for_all(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    done = run("stats", folder=tmp_path)
    lines = done.stdout.splitlines()
    assert lines[1].split() == ["a.md", "161", "14", "0.7", "111", "21%", "6.2"]
    assert lines[3].split() == ["2", "articles", "322", "28", "1.4", "111", "21%", "6.2"]
    assert lines[5].startswith("minutes: ")
    assert len(run("stats", "a.md", "--quiet", folder=tmp_path).stdout.splitlines()) == 2


def test_json_lists_every_file_and_the_total(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.md").write_bytes(BINARY)
    done = run("stats", "--output-format", "json", folder=tmp_path)
    answer = json.loads(done.stdout)
    first, second = answer["documents"]
    assert done.returncode == 2
    assert second["error"] and second["figures"] is None
    assert answer["total"] == {"documents": 1, **first["figures"]}
    assert first["figures"] == {
        "words": 161, "sentences": 14, "minutes": 0.68, "reading_ease": 110.8,
        "sourced_sentences": 3, "sourced_share": 0.214,
        "headings": 1, "headings_per_1000_words": 6.2,
    }  # fmt: skip
