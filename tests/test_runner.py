"""Many files: the same bytes from any number of processes and from results that were kept, and a
run that is stopped leaves nothing behind."""

import io
import json
import os
import pty
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from kettext.linter.config import read_config
from kettext.linter.settings import Settings
from kettext.reports.terminal import Look
from kettext.runner import jobs
from kettext.runner.cache import Cache, canonical
from kettext.runner.files import Input, inputs
from kettext.runner.linting import lint_all, lint_bytes
from kettext.runner.many import lint_many
from kettext.runner.packing import Unreadable, pack, unpack
from kettext.runner.reading import Result
from tests.command import ARTICLE, BINARY, FIXED, run

SAMPLES = Path(__file__).parent.parent / "samples"
FORMATS = ("full", "concise", "json", "jsonl")
NUMBER = 45  # files; more than so many as a terminal shows progress for
LONG = "".join(
    f"Paragraph {n} about tea tells tea tea drinkers what tea is.\n\n" for n in range(999)
)
CONFIG = """
ignore = ["aside"]
[per-path."drafts/*"]
ignore = ["slang"]
[sources]
accept = ["agency.example"]
[[custom]]
name = "house-words"
phrases = ["leverage => use"]
message = "no"
[[custom]]
name = "blank-before-percent"
pattern = '\\d+ %'
message = "“{match}” has a blank"
"""
needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="a process is made by fork there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles, files that are none, one that can't be read, one that git ignores, and samples."""
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    for number in range(NUMBER):
        text = ARTICLE.replace("four", str(number)) * (1 + number % 3)
        (site / f"tea{number:02}.md").write_text(text, encoding="utf-8")
    for path in sorted(SAMPLES.glob("*/article.*")):
        name = f"{path.parent.name}{path.suffix}"
        (site / "deep" / name).write_bytes(path.read_bytes())
    (site / "empty.md").write_bytes(b"")
    (site / "list.txt").write_text("click>=8\n", encoding="utf-8")
    (site / "picture.md").write_bytes(BINARY)
    (site / ".gitignore").write_text("ignored.md\n", encoding="utf-8")
    (site / "ignored.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def lint(folder: Path, *words: str) -> tuple[str, str, int]:
    done = run("lint", "site", "--verbose", *words, folder=folder)
    return done.stdout, done.stderr, done.returncode


def database(folder: Path) -> Path:
    return folder / ".cache" / "kettext" / "results.sqlite"


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_from_any_number_of_processes_and_from_the_cache(
    folder: Path, name: str
) -> None:
    words = ("--output-format", name)
    expected = lint(folder, *words, "--no-cache", "--jobs", "1")
    assert not database(folder).exists()
    assert expected[2] == 2
    assert "picture.md: is not" in expected[1]
    assert "repeated-word" in expected[0]
    assert "ignored.md" not in expected[0]
    for number in ("2", "3"):
        assert lint(folder, *words, "--no-cache", "--jobs", number) == expected
    cold = lint(folder, *words, "--jobs", "2")
    assert database(folder).exists()
    assert cold == expected
    for number in ("1", "2"):
        assert lint(folder, *words, "--jobs", number) == expected


def test_every_report_survives_being_packed() -> None:
    packed = 0
    for item in inputs([str(SAMPLES)]):
        data = item.read()
        result = lint_bytes(item, data, Settings())
        again = unpack(pack(result), item, data)
        assert again.reports == result.reports
        assert [type(one) for one in again.reports] == [type(one) for one in result.reports]
        assert (again.inferred, again.skipped) == (result.inferred, result.skipped)
        packed += len(again.reports)
    assert packed > 10


def test_what_was_not_packed_is_refused() -> None:
    item, data = Input("tea.md", "markdown"), ARTICLE.encode()
    record = pack(lint_bytes(item, data, Settings()))
    assert len(unpack(record, item, data).reports) == 2
    broken = [record[:end] for end in range(len(record))]
    broken += [
        "[" * 100_000,
        "null",
        "{}",
        '"tea"',
        "[null, null, false, 7]",
        "[1, null, false, []]",
    ]
    broken += [record.replace("37, 40", "37, 4000"), record.replace("37, 40", "40, 37")]
    broken += [record.replace('"repeated-word"', "7"), record.replace("[[[", "[[[7, ")]
    for text in broken:
        with pytest.raises(Unreadable):
            unpack(text, item, data)


def test_a_changed_file_and_changed_settings_are_seen(folder: Path) -> None:
    before = lint(folder)
    path = folder / "site" / "tea07.md"
    status = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("the the", "the tea"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # its size is the same, too
    after = lint(folder)
    assert after[0].count("tea07.md:5:") < before[0].count("tea07.md:5:")
    assert after == lint(folder, "--no-cache")
    for words in (["--ignore", "repeated-word"], ["--select", "repetition"], ["--from", "text"]):
        assert lint(folder, *words) == lint(folder, *words, "--no-cache")
        assert lint(folder, *words) != after
    assert lint(folder) == after


def test_a_config_file_that_changes_is_seen(folder: Path) -> None:
    before = lint(folder)
    config = folder / "site" / "kettext.toml"
    config.write_text('[severity]\nrepeated-word = "error"\n', encoding="utf-8")
    assert lint(folder) == lint(folder, "--no-cache", "--jobs", "2")
    assert "error: Word “the” is repeated" in lint(folder)[0]
    config.write_text(
        '[[custom]]\nname = "kettles"\nphrases = ["kettle => pot"]\nmessage = "Say pot"\n'
        '[per-path."tea0*"]\nignore = ["kettles"]\n',
        encoding="utf-8",
    )
    assert lint(folder) == lint(folder, "--no-cache", "--jobs", "1")
    assert lint(folder) == lint(folder, "--no-cache", "--jobs", "2")
    assert "tea11.md:5:13: warning: Say pot" in lint(folder)[0]
    assert "tea01.md:5:13: warning: Say pot" not in lint(folder)[0]
    config.unlink()
    assert lint(folder) == before


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE results SET record = 'tea'",
        "UPDATE results SET record = x'00ff'",
        "UPDATE results SET record = '[null, null, false, [[1, 2]]]'",
        "UPDATE results SET record = replace(record, '[37, 40]', '[37, 99999]')",
        "DELETE FROM results",
        "DROP TABLE results",
        "",
        "not a database",
    ],
)
def test_broken_and_foreign_entries_are_made_anew(folder: Path, spoil: str) -> None:
    expected = lint(folder)
    path = database(folder)
    if spoil.isupper() or " results" in spoil:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(spoil)
    else:
        path.write_bytes(spoil.encode() * 1000)
    assert lint(folder) == expected
    assert lint(folder) == expected
    with closing(sqlite3.connect(path)) as connection:
        records = [record for (record,) in connection.execute("SELECT record FROM results")]
    assert len(records) > NUMBER
    assert all(len(json.loads(record)) == 4 for record in records)


def test_a_cache_folder_that_can_not_be_used_is_no_error(folder: Path) -> None:
    expected = lint(folder, "--no-cache")
    (folder / "file").write_text("", encoding="utf-8")
    found = lint(folder, "--cache-dir", "file")
    assert (found[0], found[2]) == (expected[0], expected[2])
    assert found[1].startswith("kettext: no results are kept in file: ")
    quiet = run("lint", "site", "--cache-dir", "file", folder=folder)
    assert "no results" not in quiet.stderr
    assert lint(folder, "--cache-dir", "own") == expected
    assert (folder / "own" / "results.sqlite").exists()


def test_a_few_files_are_not_kept(folder: Path) -> None:
    run("lint", "site/tea01.md", "site/tea02.md", folder=folder)
    assert not database(folder).exists()


def test_the_cache_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kettext.runner.cache.MOST_BYTES", 200_000)
    for run_number in range(4):
        cache = Cache(tmp_path)
        for number in range(100):
            cache.keep(b"%d/%d" % (run_number, number), "x" * 1000)
        cache.close()
    assert cache.trouble == ""
    assert (tmp_path / "results.sqlite").stat().st_size <= 200_000
    kept = Cache(tmp_path)
    assert kept.find(b"3/99") is not None
    kept.close()


def test_two_runs_share_a_cache(tmp_path: Path) -> None:
    one, other = Cache(tmp_path), Cache(tmp_path)
    one.keep(b"one", "1")
    other.keep(b"other", "2")
    one.close()
    other.close()
    third = Cache(tmp_path)
    assert (third.find(b"one"), third.find(b"other")) == ("1", "2")
    third.close()


def test_equal_settings_are_equal_as_text() -> None:
    one = Settings(options={"a": {"x": frozenset("abc"), "y": (1, 2)}, "b": {}})
    other = Settings(options={"b": {}, "a": {"y": (1, 2), "x": frozenset("cba")}})
    assert canonical(one) == canonical(other)
    assert canonical(("ab", "c")) != canonical(("a", "bc"))
    assert canonical((1,)) != canonical((True,))
    with pytest.raises(TypeError):
        canonical(Settings(options={"a": {"x": object()}}))


def test_settings_of_a_config_file_are_known_again(tmp_path: Path) -> None:
    file = tmp_path / "kettext.toml"
    file.write_text(CONFIG, encoding="utf-8")
    settings = read_config(str(file))
    assert (settings.per_path, settings.custom, settings.said) != ((), (), ())
    assert canonical(settings) == canonical(read_config(str(file)))
    file.write_text(CONFIG.replace("aside", "hype"), encoding="utf-8")
    assert canonical(settings) != canonical(read_config(str(file)))


def test_settings_that_are_no_plain_values_still_hold(folder: Path, tmp_path: Path) -> None:
    found = tuple(inputs([str(folder / "site")]))
    settings = Settings(options={"tea": {"x": lambda: None}})  # can't be sent, nor known again
    cache = Cache(tmp_path / "own")
    expected = list(lint_all(found, settings))
    for number in (1, 2):
        assert same(list(lint_many(found, settings, number, cache)), expected)
    with closing(sqlite3.connect(tmp_path / "own" / "results.sqlite")) as connection:
        assert connection.execute("SELECT count(*) FROM results").fetchone() == (0,)


def same(results: list[Result], expected: list[Result]) -> bool:
    return [(one.name, one.error, one.reports) for one in results] == [
        (one.name, one.error, one.reports) for one in expected
    ]


@needs_fork
@pytest.mark.parametrize("fault", ["dies", "raises"])
def test_a_process_that_fails_costs_one_file(
    folder: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def faulty(item: Input, data: bytes, settings: Settings) -> Result:
        if item.name.endswith(("tea13.md", "tea31.md")) and os.getpid() != here:
            if fault == "raises":
                raise MemoryError
            os.kill(os.getpid(), signal.SIGKILL)
        return lint_bytes(item, data, settings)

    found = tuple(inputs([str(folder / "site")]))
    expected = list(lint_all(found, Settings()))
    monkeypatch.setattr(jobs, "lint_bytes", faulty)
    results = list(lint_many(found, Settings(), 2))
    lost = [index for index, result in enumerate(results) if result.error == jobs.ENDED]
    assert [Path(results[index].name).name for index in lost] == (
        ["tea13.md", "tea31.md"] if fault == "dies" else []
    )
    for index in reversed(lost):
        del results[index], expected[index]
    assert same(results, expected)


@needs_fork
@pytest.mark.parametrize("fault", ["none is started", "none comes to life"])
def test_where_there_can_be_no_processes_all_is_done_in_one(
    folder: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*words: object) -> NoReturn:
        raise OSError("no semaphores")

    if fault == "none is started":
        monkeypatch.setattr(jobs, "ProcessPoolExecutor", refuse)
    else:
        monkeypatch.setattr(jobs, "_settle_in", lambda: os._exit(1))
    found = tuple(inputs([str(folder / "site")]))
    assert same(list(lint_many(found, Settings(), 2)), list(lint_all(found, Settings())))


def long_run(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """A run that has begun: a first line of its output is there, and many are to come."""
    (folder / "long").mkdir()
    for number in range(60):
        (folder / "long" / f"{number}.md").write_text(f"# {number}\n\n{LONG}", encoding="utf-8")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background
    process = subprocess.Popen(
        [sys.executable, "-m", "kettext", "lint", "long", "--output-format", "jsonl", *words],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / ".cache")},
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b'{"version": 1, "path": ')
    return process


@needs_fork
@pytest.mark.parametrize("number", ["1", "2"])
def test_a_run_that_is_stopped_ends_clean(folder: Path, number: str) -> None:
    with long_run(folder, "--jobs", number) as process:
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)  # to the end of everyone who could write there
    assert (process.returncode, err.strip()) == (130, b"kettext: stopped")
    assert out.count(b"\n") < 59
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    first = ("lint", *(f"long/{number}.md" for number in range(10, 17)))  # they may be kept
    assert run(*first, folder=folder).stdout == run(*first, "--no-cache", folder=folder).stdout


@needs_fork
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_the_one_that_started_it(folder: Path, sign: signal.Signals) -> None:
    with long_run(folder, "--jobs", "2") as process:
        process.send_signal(sign)
        process.communicate(timeout=30)  # to the end of everyone who could write there
    assert process.returncode == -sign


def test_a_reader_that_goes_away_ends_the_run(folder: Path) -> None:
    with long_run(folder, "--jobs", "2") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0


@needs_fork
def test_a_terminal_shows_how_far_things_are(folder: Path) -> None:
    words = ["lint", "site", "--no-cache", "--output-format", "concise"]
    expected = run(*words, folder=folder).stdout
    for number in ("1", "2"):
        leader, follower = pty.openpty()
        done = subprocess.run(
            [sys.executable, "-m", "kettext", *words, "--jobs", number],
            cwd=folder, stdout=subprocess.PIPE, stderr=follower, check=False,
        )  # fmt: skip
        os.close(follower)
        shown = b"".join(everything(leader)).decode("utf-8")
        assert done.stdout.decode("utf-8") == expected
        assert "Reading" in shown
        assert "100%" in shown
        assert "picture.md: is not" in shown


def everything(handle: int) -> Iterator[bytes]:
    with open(handle, "rb", buffering=0) as stream:
        while True:
            try:
                data = stream.read(4096)
            except OSError:  # the other end of a terminal is closed
                return
            yield data or b""


def test_a_report_goes_to_a_file(folder: Path) -> None:
    printed = run("lint", "site/tea01.md", folder=folder)
    for _ in range(2):  # an earlier report may be overwritten
        done = run("lint", "site/tea01.md", "--output-file", "report.out", folder=folder)
        assert (done.stdout, done.stderr, done.returncode) == ("", "", printed.returncode)
        assert (folder / "report.out").read_text(encoding="utf-8") == printed.stdout
    dash = run("lint", "site/tea01.md", "--output-file", "-", folder=folder)
    assert dash.stdout == printed.stdout


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("tea.md", "would overwrite the article"),
        ("./site/../tea.md", "would overwrite the article"),
        ("link.md", "would overwrite the article"),
        ("", "the name of a file to write is empty"),
        ("no/such/report", "can't be written"),
        ("site", "is not a regular file"),
    ],
)
def test_a_report_takes_nobody_elses_place(folder: Path, name: str, complaint: str) -> None:
    (folder / "tea.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "link.md").symlink_to("tea.md")
    done = run("lint", "tea.md", "--output-file", name, folder=folder)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert complaint in done.stderr
    assert (folder / "tea.md").read_text(encoding="utf-8") == ARTICLE


def test_json_comes_as_it_always_did(folder: Path) -> None:
    for paths in (["site"], ["site/tea01.md"], ["site/empty.md"]):
        out = run("lint", *paths, "--output-format", "json", folder=folder).stdout
        assert out == json.dumps(json.loads(out), ensure_ascii=False, indent=1) + "\n"
    from kettext.reports import json as report

    stream = io.StringIO()
    report.render((), stream, Look())
    assert json.loads(stream.getvalue())["documents"] == []


def test_jsonl_is_json_a_line_for_each_file(folder: Path) -> None:
    whole = json.loads(run("lint", "site", "--output-format", "json", folder=folder).stdout)
    lines = run("lint", "site", "--output-format", "jsonl", folder=folder).stdout.split("\n")
    assert lines.pop() == ""
    records = [json.loads(line) for line in lines]
    assert [record.pop("version") for record in records] == [1] * len(records)
    assert records == whole["documents"]


def test_statistics_count_the_findings_of_each_check(folder: Path) -> None:
    (folder / "tea.md").write_text(ARTICLE * 2, encoding="utf-8")
    (folder / "clean.md").write_text(FIXED, encoding="utf-8")
    words = ["lint", "tea.md", "--select", "repeated-word,duplicate-heading", "--statistics"]
    done = run(*words, "--fail-on", "warning", folder=folder)
    assert done.returncode == 1
    header, *rows, total = done.stdout.splitlines()
    assert header.split("  ")[0] == "check"
    counts = {name: [int(number) for number in numbers] for name, *numbers in map(str.split, rows)}
    assert counts["repeated-word"] == [2, 2, 0]
    assert list(counts) == ["duplicate-heading", "repeated-word"]  # the most frequent first
    columns = [sum(column) for column in zip(*counts.values(), strict=True)]
    assert total.split() == ["total", *map(str, columns)]
    record = json.loads(run(*words, "--output-format", "json", folder=folder).stdout)
    assert list(record["statistics"]) == list(counts)
    for name, numbers in record["statistics"].items():
        assert list(numbers) == ["findings", "fixable", "fixable_unsafe"]
        assert list(numbers.values()) == counts[name]
    assert record["summary"]["findings"] == columns[0]
    assert run("lint", "clean.md", "--statistics", folder=folder).stdout == (
        "Nothing to mend in 1 article.\n"
    )
    refused = run(*words, "--output-format", "jsonl", folder=folder)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_a_list_of_ignored_files_that_is_a_pipe_or_a_link_is_not_read(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("*.md\n", encoding="utf-8")
    for name in ("pipe", "link"):
        site = tmp_path / name
        site.mkdir()
        (site / "tea.md").write_text(ARTICLE, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe" / ".gitignore")
    (tmp_path / "link" / ".gitignore").symlink_to(elsewhere)
    for name in ("pipe", "link"):
        assert [Path(one.name).name for one in inputs([str(tmp_path / name)])] == ["tea.md"]
