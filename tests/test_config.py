"""Config files: which one holds, what it may say, what wins, and what is refused."""

import json
import os
import pickle
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kettext import checks, lint
from kettext.article.sources import SourceRules
from kettext.kit.check import check
from kettext.kit.finding import Severity
from kettext.linter.config import read_config
from kettext.linter.custom import custom_check
from kettext.linter.folders import Folders
from kettext.linter.globs import matches
from kettext.linter.patterns import check_pattern
from kettext.linter.schema import json_schema
from kettext.linter.settings import (
    PROFILES,
    SHARED,
    Layer,
    PathRule,
    Settings,
    chosen_checks,
    decide,
    is_on,
)
from kettext.text.source import InputError
from tests.command import ARTICLE, run

GOOD = """\
profile = "medical"
ignore = ["tone"]
extend-select = ["aside"]
[severity]
duplicate-heading = "error"
[checks.repeated-word]
words = ["the", "of"]
[per-path."docs/**"]
ignore = ["citations"]
[[custom]]
name = "house-words"
phrases = ["leverage => use", "paradigm"]
message = "“{match}” is jargon"
severity = "note"
fix = "unsafe"
bad = ["We leverage it"]
good = ["a lever"]
[[custom]]
name = "blank-before-percent"
pattern = '\\d+ %'
message = "“{match}” has a blank"
[fix]
never = ["duplicate-heading"]
protect = ["Made with support of"]
numbering = "drop"
[sources]
accept = ["agency.example"]
reject = ["shop.example", "blog.agency.example"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with an article."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "tea.md").write_text(ARTICLE, encoding="utf-8", newline="")
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def settings_of(folder: Path, text: str) -> Settings:
    return read_config(str(write(folder / "kettext.toml", text)))


def names(settings: Settings) -> set[str]:
    return {one.name for one in chosen_checks(settings)}


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        settings_of(folder, text)
    said = str(caught.value)
    assert said.startswith(f"{folder / 'kettext.toml'}")
    assert "\n" not in said
    return said.removeprefix(f"{folder / 'kettext.toml'}").removeprefix(":").strip()


def test_a_whole_config_becomes_settings(folder: Path) -> None:
    settings = settings_of(folder, GOOD)
    assert settings.profile == "medical"
    assert settings.ignore == ("tone",)
    assert settings.extend_select == ("aside",)
    assert settings.severity == {"duplicate-heading": Severity.ERROR}
    assert settings.options == {"repeated-word": {"words": ("the", "of")}}
    assert settings.never == ("duplicate-heading",)
    assert settings.protect == ("Made with support of",)
    assert settings.numbering == "drop"
    assert settings.sources == (("agency.example",), ("shop.example", "blog.agency.example"))
    assert [rule.glob for rule in settings.per_path] == ["docs/**"]
    assert {"aside", "house-words", "blank-before-percent"} <= names(settings)
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_a_check_can_be_told_of_other_sources(folder: Path) -> None:
    settings = settings_of(
        folder,
        '[sources]\naccept = ["a.example"]\n'
        '[checks.uncited-study.sources]\naccept = ["b.example"]\nreject = ["c.example"]\n',
    )
    told = settings.options_of(checks.load("uncited-study"))
    assert told["sources"] == SourceRules(("b.example",), ("c.example",))
    other = settings.options_of(checks.load("uncited-statistic"))
    assert other["sources"] == SourceRules(("a.example",))


def test_the_closest_file_holds_and_nothing_is_merged(folder: Path) -> None:
    write(folder / "kettext.toml", 'ignore = ["tone"]')
    write(folder / "a/pyproject.toml", '[project]\nname = "kettext-fan"')
    write(folder / "a/b/pyproject.toml", '[tool.kettext]\nignore = ["structure"]')
    write(folder / "a/b/c/kettext.toml", "")
    write(folder / "a/b/c/.kettext.toml", 'select = ["tone"]')
    folders = Folders()
    assert folders.of(folder / "x.md").ignore == ("tone",)
    assert folders.of(folder / "a/x.md").ignore == ("tone",)
    assert folders.of(folder / "a/b/x.md").ignore == ("structure",)
    deepest = folders.of(folder / "a/b/c/d/x.md")
    assert (deepest.select, deepest.ignore) == (("tone",), ())
    assert folders.of(folder / "a/b/c/x.md") is deepest


def test_the_search_ends_at_the_repository_and_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "kettext.toml", 'ignore = ["tone"]')
    (tmp_path / "repository/.git").mkdir(parents=True)
    (tmp_path / "home/sub").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert Folders().of(tmp_path / "repository/x.md") == Settings()
    assert Folders().of(tmp_path / "home/sub/x.md") == Settings()
    assert Folders().of(tmp_path / "x.md").ignore == ("tone",)


def test_what_is_extended_holds_unless_it_is_said_anew(folder: Path) -> None:
    write(
        folder / "kettext.toml",
        'ignore = ["tone", "citations"]\nextend-ignore = ["missing-title"]\n'
        '[severity]\nrepeated-word = "note"\naside = "note"\n'
        '[[custom]]\nname = "house-words"\nphrases = ["paradigm"]\nmessage = "no"\n'
        '[per-path."drafts/**"]\nselect = ["structure"]\n',
    )
    near = write(
        folder / "news/kettext.toml",
        'extend = "../kettext.toml"\nextend-select = ["aside"]\nextend-ignore = ["house-words"]\n'
        '[severity]\nrepeated-word = "error"\n',
    )
    settings = read_config(str(near))
    assert settings.ignore == ("tone", "citations")
    assert settings.extend_ignore == ("missing-title", "house-words")
    assert settings.severity == {"repeated-word": Severity.ERROR, "aside": Severity.NOTE}
    assert "aside" in names(settings)
    assert not {"house-words", "missing-title", "uncited-study"} & names(settings)
    assert names(settings.of(folder / "drafts/x.md")) <= {
        name for name, group in checks.names().items() if group == "structure"
    }
    assert names(settings.of(folder / "news/drafts/x.md")) == names(settings)


def test_what_is_selected_nearby_is_no_longer_ignored_from_afar(folder: Path) -> None:
    write(folder / "kettext.toml", 'ignore = ["aside"]')
    near = write(folder / "a/kettext.toml", 'extend = "../kettext.toml"\nextend-select=["aside"]')
    assert "aside" in names(read_config(str(near)))


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], True),
        ([Layer(ignore=("tone",))], False),
        ([Layer(ignore=("aside",), select=("aside",))], False),
        ([Layer(ignore=("tone",), extend_select=("aside",))], True),
        ([Layer(select=("tone",), extend_ignore=("aside",))], False),
        ([Layer(select=("structure",))], False),
        ([Layer(select=("structure",), extend_select=("tone",))], True),
        ([Layer(select=("aside",)), Layer(ignore=("aside",))], True),
        ([Layer(ignore=("aside",)), Layer(select=("aside",))], False),
        ([Layer(select=("structure",)), Layer(extend_select=("aside",))], False),
        ([Layer(ignore=("structure",)), Layer(select=("aside",))], True),
        ([Layer(select=("tone",)), Layer(ignore=("aside",))], True),
    ],
)
def test_what_wins(layers: list[Layer], expected: bool) -> None:
    assert decide("aside", "tone", layers).wanted is expected


def test_a_group_never_switches_on_what_is_off_by_default_but_a_name_does() -> None:
    assert not decide("aside", "tone", [Layer(select=("tone",))]).by_name
    assert decide("aside", "tone", [Layer(select=("aside",))]).by_name
    both = [Layer(select=("tone",)), Layer(extend_select=("aside",))]
    assert decide("aside", "tone", both).by_name


def test_what_is_off_by_default_is_known_without_loading_it() -> None:
    assert {name for name in checks.names() if not checks.load(name).on} == checks.OFF


def test_the_command_line_beats_paths_and_they_beat_the_file(folder: Path) -> None:
    write(
        folder / "kettext.toml",
        'ignore = ["repeated-word"]\n[per-path."docs/*"]\nextend-select = ["repeated-word"]\n',
    )
    for name in ("docs/a.md", "b.md"):
        write(folder / name, "# Tea\n\nPut the the kettle on.\n")

    def found(*words: str) -> list[str]:
        done = run("lint", ".", "--output-format", "concise", *words, folder=folder)
        return [line.split(":")[0] for line in done.stdout.splitlines() if "repeated-w" in line]

    assert found() == ["docs/a.md"]
    assert found("--select", "repeated-word") == ["b.md", "docs/a.md", "tea.md"]
    assert found("--ignore", "repeated-word") == []
    assert found("--isolated") == ["b.md", "docs/a.md", "tea.md"]


def test_profiles_say_what_a_check_says_of_them() -> None:
    @check(
        severity=Severity.WARNING,
        on=True,
        profiles={"medical": {"severity": Severity.ERROR, "many": 3}, "general": None},
    )
    def toy(document: object, *, many: int = 2) -> Any:
        return iter(())

    assert not is_on(toy, "general")
    assert is_on(toy, "medical")
    assert Settings(profile="medical").options_of(toy) == {"many": 3}
    told = Settings(profile="medical", options={"toy": {"many": 4}})
    assert told.options_of(toy) == {"many": 4}
    with pytest.raises(InputError, match="did you mean “medical”"):
        chosen_checks(Settings(profile="medicall"))


def test_settings_of_programs_choose_as_files_do() -> None:
    text = "# Tea\n\nPut the the kettle on.\n"
    (report,) = lint(text, settings=Settings(severity={"repeated-word": Severity.NOTE}))
    assert report.severity == Severity.NOTE
    rule = PathRule("docs/**", Layer(ignore=("repetition",)), "/site")
    settings = Settings(per_path=(rule,))
    assert lint(text, settings=settings.of("/site/docs/tea.md")) == ()
    assert len(lint(text, settings=settings.of("/site/tea.md"))) == 1


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("docs/**", "docs/a/b.md", True),
        ("docs/**", "docs.md", False),
        ("docs/*", "docs/a.md", True),
        ("docs/*", "docs/a/b.md", False),
        ("**/b.md", "docs/a/b.md", True),
        ("**/b.md", "b.md", True),
        ("docs/**/b.md", "docs/b.md", True),
        ("*.txt", "docs/a.txt", True),
        ("./docs/?.md", "docs/a.md", True),
        ("DOCS/*", "docs/a.md", False),
        ("/".join(["**/*a*"] * 20), "/".join(["a" * 40] * 30), True),
        ("/".join(["**/*a*"] * 20) + "/x", "/".join(["a" * 40] * 30), False),
    ],
)
def test_globs(glob: str, path: str, expected: bool) -> None:
    assert matches(glob, f"/site/{path}", "/site") is expected
    assert not matches(glob, f"/other/{path}", "/site")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('ignroe = ["tone"]', "unknown key “ignroe”; did you mean “ignore”?"),
        ('ignore = "tone"', "“ignore” must be a list of texts, not text"),
        ("ignore = [1]", "“ignore (number 1)” must be text, not a number"),
        ('ignore = ["tome"]', "there is no check or group “tome”; did you mean “tone”?"),
        ('profile = "medicine"', "“profile” can't be “medicine”; did you mean “medical”?"),
        ("profile = true", "“profile” must be text, not true or false"),
        ("profile = 2024-01-01", "“profile” must be text, not a date or a time"),
        ('severity = "error"', "“severity” must be a table, not text"),
        ('[severity]\nasdie = "error"', "unknown key “asdie” in [severity]; did you mean “aside”?"),
        ('[severity]\naside = "fatal"', "can't be “fatal”; it can be note, warning, error"),
        ("[checks.aside]\nwords = []", "unknown key “aside” in [checks]"),
        ("[checks.repeated-word]\nword = []", "in [checks.repeated-word]; did you mean “words”?"),
        ("[checks.repeated-word]\nwords = 3", "must be a list of texts, not a number"),
        ('[checks.fused-heading]\nminimum = "4"', "must be a whole number, not text"),
        ("[checks.fused-heading]\nminimum = true", "must be a whole number, not true or false"),
        ('[per-path."*"]\nseverity = 1', "unknown key “severity” in [per-path.*]"),
        ('[per-path."*"]\nignore = ["x"]', "there is no check or group “x”"),
        ('[fix]\nnever = ["x"]', "there is no check or group “x”"),
        ('[fix]\nnumber = "keep"', "unknown key “number” in [fix]; did you mean “numbering”?"),
        ('[fix]\nnumbering = "kept"', "“fix.numbering” can't be “kept”; did you mean “keep”?"),
        ("[fix]\nnumbering = 1", "“fix.numbering” must be text, not a number"),
        ('[fix]\nprotect = "x"', "“fix.protect” must be a list of texts, not text"),
        ('[fix]\nprotect = [" "]', "“fix.protect” holds an empty text"),
        ("[sources]\naccepts = []", "unknown key “accepts” in [sources]; did you mean “accept”?"),
        ('[sources]\naccept = "x.example"', "“sources.accept” must be a list of texts, not text"),
        ('[sources]\nreject = ["https://x.example/"]', "is no domain such as agency.example"),
        ('[sources]\naccept = [""]', "“” in “sources.accept” is no domain"),
        ('[checks.uncited-study.sources]\naccept = ["x"]', "is no domain such as agency.example"),
        ("[checks.uncited-study.sources]\nacept = []", "did you mean “accept”?"),
        ("custom = [1]", "must be a table, not a number"),
        ("custom = 1", "must be tables in [[double brackets]], not a number"),
        ("[[custom]]\nmessage = ''", "lacks “name”"),
        ("ignore = [", "is not valid TOML"),
        ("a = " + "[" * 100_000, "is nested too deeply"),
        ("a." * 400_000 + "a = 1", "is nested too deeply"),
        ("a = {" + "'a' . " * 100_000 + "a = 1}", "is nested too deeply"),
        ("a = " + "9" * 10_000, "is not valid TOML"),
        ("import = 'os'", "unknown key “import”"),
        ('extend = "https://example.org/kettext.toml"', "takes a file, not an address"),
        ('extend = "nowhere.toml"', "nowhere.toml does not exist"),
        ('extend = "../kettext.toml"', "leads out of the repository to “../kettext.toml”"),
        ('extend = "/etc/passwd"', "leads out of the repository"),
        ('extend = "link.toml"', "leads out of the repository"),
        ('extend = "kettext.toml"', "goes round in a circle"),
        ('extend = "a\\u0000b"', "NUL"),
        ("x" * 5000 + " = 1", "unknown key “xxx"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(folder: Path, text: str, expected: str) -> None:
    (folder / "link.toml").symlink_to("/etc/hostname")
    if "nowhere" in text:
        with pytest.raises(InputError, match=r"nowhere\.toml does not exist"):
            settings_of(folder, text)
        return
    said = complaint(folder, text)
    assert expected in said
    assert len(said) < 300


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"phrases": ["a"]}, "message"),
        ({"name": "House Words"}, "small letters"),
        ({"name": "aside"}, "there is a check or group of that name already"),
        ({"name": "custom"}, "there is a check or group of that name already"),
        ({"phrases": ["a"], "pattern": "b"}, "either “phrases” or “pattern”"),
        ({"phrases": []}, "“phrases” is empty"),
        ({"phrases": ["… so"]}, "does not begin with a letter or digit"),
        ({"phrases": ["a => "]}, "nothing behind the arrow"),
        ({"phrases": ["use => use more"]}, "holds the phrase itself"),
        ({"phrases": ["use => u\x1bse"]}, "one line of plain text"),
        ({"phrases": ["a"], "fix": "safe"}, "nothing to fix"),
        ({"phrases": ["a"], "message": "say {replacement}"}, "the message needs a replacement"),
        ({"phrases": ["a"], "message": "say {match.x} {instead}"}, "not {instead}"),
        ({"pattern": "(a"}, "can't be understood"),
        ({"pattern": "a*"}, "matches where there is nothing"),
        ({"pattern": "a" * 501}, "longer than 500 characters"),
        ({"pattern": "a", "fix": "safe"}, "a pattern has no replacement"),
    ],
)
def test_what_is_wrong_with_a_custom_check(
    folder: Path, table: Mapping[str, object], expected: str
) -> None:
    if "message" not in table and "phrases" in table and expected == "message":
        text = '[[custom]]\nname = "x"\nphrases = ["a"]'
        assert "lacks “message”" in complaint(folder, text)
        return
    whole = {"name": "mine", "message": "no", **table}
    if "name" in table:
        whole["phrases"] = ["a"]
    with pytest.raises(InputError) as caught:
        custom_check(whole)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "pattern",
    [
        r"^(\w+\s?)*$",
        r"(a+)+b",
        r"(?:a|aa)+b",
        r"(?:a|a?)*b",
        r"(a{1,20}){1,20}b",
        r"(aa?)*b",
        r"(.*)*x",
        r"((ab)*)*c",
        r"\s*\s*\s*\s*x",
        "a?" * 30 + "a" * 30,
        r"(?=(a+)+b)a",
        r"(?>(a+)+b)",
        r"(?:(?:a+)+b)++",
        r"(a|b|ab)*c",
        r"(?:(x)|a?)*(?(1)b+|c*)*d",
    ],
)
def test_slow_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(InputError, match="for ever"):
        check_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:very|really|quite)\s+unique\b",
        r"\d{1,3}(?:,\d{3})*+ ?%",
        r"(?:foo|bar)+ baz",
        r"(?:\w++ )+x",
        r"(?i)e-?mails?",
        r"(?<!\w)not \w+ but \w+",
        r"“[^”]*”",
        r"(?x) a  b+ # words",
    ],
)
def test_common_patterns_are_accepted(pattern: str) -> None:
    check_pattern(pattern)


def test_the_slowest_pattern_that_is_accepted_takes_linear_time() -> None:
    slow = custom_check({"name": "slow", "pattern": r"\w*\s*\w*!", "message": "no"})
    settings = Settings(select=("slow",), custom=(slow,))

    def seconds(size: int) -> float:
        text = "a" * size + "\n"
        start = time.process_time()
        lint(text, settings=settings)
        return time.process_time() - start

    assert seconds(8_000) < 4 * max(seconds(4_000), 0.01)


def test_custom_phrases_are_found_and_mended(folder: Path) -> None:
    write(
        folder / "kettext.toml",
        '[[custom]]\nname = "house-words"\nfix = "safe"\nmessage = "Say “{replacement}”"\n'
        'phrases = ["leverage => use", "javascript => JavaScript", "iphone => iPhone"]\n',
    )
    write(
        folder / "new.md", "# Tea\n\nLeverage it, LEVERAGE it, leveraged. JavaScript, Javascript.\n"
    )
    done = run("lint", "new.md", "--output-format", "json", folder=folder)
    found = json.loads(done.stdout)["documents"][0]["findings"]
    assert [(one["group"], one["severity"], one["message"]) for one in found] == [
        ("custom", "warning", "Say “Use”"),
        ("custom", "warning", "Say “USE”"),
        ("custom", "warning", "Say “JavaScript”"),
    ]
    assert run("fix", "new.md", folder=folder).returncode == 0
    mended = (folder / "new.md").read_text(encoding="utf-8")
    assert mended == "# Tea\n\nUse it, USE it, leveraged. JavaScript, JavaScript.\n"


def test_what_is_never_fixed_is_only_shown(folder: Path) -> None:
    write(folder / "kettext.toml", '[fix]\nnever = ["repetition"]')
    run("fix", "tea.md", "--unsafe", folder=folder)
    text = (folder / "tea.md").read_text(encoding="utf-8")
    assert "the the" in text
    assert text.count("## Brewing") == 1
    done = run("lint", "tea.md", "--output-format", "json", folder=folder)
    (found,) = json.loads(done.stdout)["documents"][0]["findings"]
    assert found["fix"]["applicability"] == "manual"


@pytest.mark.parametrize("command", ["lint", "fix", "config"])
@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("kettext.toml", b"x = 1\n", "kettext: kettext.toml: unknown key “x”"),
        ("kettext.toml", b"\xff\xfe", "kettext: kettext.toml is not UTF-8 text (byte 1)"),
        ("kettext.toml", b"\0", "kettext: kettext.toml is not valid TOML"),
        ("kettext.toml", b"#" * 1_000_001, "kettext: kettext.toml is larger than 1 MB"),
        ("kettext.toml", None, "kettext: kettext.toml is not a regular file"),
        ("pyproject.toml", b"[tool.kettext]\nx = 1", "kettext: pyproject.toml: unknown key “x”"),
        ("pyproject.toml", b"[tool]\nkettext = 1", "kettext: pyproject.toml: “tool.kettext” must"),
        ("pyproject.toml", b"[tool.kettext]\nx = [", "kettext: pyproject.toml is not valid TOML"),
    ],
)
def test_a_config_that_cannot_be_used_stops_the_run(
    folder: Path, command: str, name: str, data: bytes | None, expected: str
) -> None:
    if data is None:
        os.mkfifo(folder / name)
    else:
        (folder / name).write_bytes(data)
    done = run(command, "tea.md", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(expected)
    assert done.stderr.count("\n") == 1
    assert (folder / "tea.md").read_text(encoding="utf-8") == ARTICLE
    if command != "config":
        assert run(command, "tea.md", "--isolated", folder=folder).returncode == 0


def test_a_pyproject_of_others_is_none_of_our_business(folder: Path) -> None:
    for data in (b'[project]\nname = "x"', b"\xff", b"[", b'[tool.ruff]\nx = "kettext"'):
        (folder / "pyproject.toml").write_bytes(data)
        assert run("lint", "tea.md", folder=folder).returncode == 0


def test_config_and_profile_can_be_named(folder: Path) -> None:
    write(folder / "kettext.toml", 'ignore = ["structure"]')
    other = write(folder / "other/mine.toml", 'ignore = ["repetition"]')
    done = run("lint", "tea.md", "--config", other, "--profile", "medical", folder=folder)
    assert "duplicate-heading" in done.stdout
    assert "repeated-word" not in done.stdout
    for words, expected in (
        (["--config", "nowhere.toml"], "nowhere.toml does not exist"),
        (["--config", other, "--isolated"], "exclude each other"),
        (["--profile", "medicine"], "medicine"),
        (["--select", "house-words"], "there is no check or group “house-words”"),
    ):
        failed = run("lint", "tea.md", *words, folder=folder)
        assert failed.returncode == 2
        assert expected in failed.stderr
        assert failed.stderr.count("\n") == 1


def test_standard_input_has_the_settings_of_its_name(folder: Path) -> None:
    write(folder / "docs/kettext.toml", 'ignore = ["repetition"]')
    words = ["lint", "-", "--output-format", "concise"]
    given = ARTICLE.encode()
    assert "repeated-word" in run(*words, folder=folder, given=given).stdout
    named = run(*words, "--stdin-filename", "docs/x.md", folder=folder, given=given)
    assert "repeated-word" not in named.stdout
    assert "duplicate-heading" in named.stdout


def test_config_shows_every_setting_and_where_it_comes_from(folder: Path) -> None:
    write(folder / "kettext.toml", GOOD)
    write(folder / "docs/a.md", "Tea.\n")
    done = run("config", "docs/a.md", "--ignore", "boilerplate", folder=folder)
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    for line in (
        'ignore = ["boilerplate"] --ignore',
        'profile = "medical" kettext.toml',
        'checks.repeated-word.words = ["the", "of"] kettext.toml',
        "checks.fused-heading.minimum = 4 default",
        'per-path."docs/**".ignore = ["citations"] kettext.toml',
        'severity.duplicate-heading = "error" kettext.toml',
        'fix.protect = ["Made with support of"] kettext.toml',
        'fix.numbering = "drop" kettext.toml',
        'sources.accept = ["agency.example"] kettext.toml',
        "shop-element off --ignore",
        'uncited-study off ignore in kettext.toml [per-path."docs/**"]',
        "aside warning extend-select in kettext.toml",
        "duplicate-heading error severity in kettext.toml",
        "house-words note default",
        "repeated-word warning default",
    ):
        assert line in lines
    assert "per-path" not in run("config", "tea.md", folder=folder).stdout
    isolated = run("config", "--isolated", folder=folder).stdout
    assert 'profile = "general"' in isolated
    assert 'fix.numbering = "keep"' in isolated
    assert run("config", "nowhere.md", folder=folder).returncode == 2


def test_no_control_character_of_a_config_reaches_the_terminal(folder: Path) -> None:
    evil = "\\u001b]0;owned\\u0007\\u202e"
    write(
        folder / "kettext.toml",
        f'[[custom]]\nname = "evil"\nphrases = ["kettle"]\nmessage = "{evil}"\n'
        f'[per-path."{evil}"]\nignore = ["tone"]\n',
    )
    for words in (["lint"], ["lint", "--output-format", "concise"], ["config"], ["fix", "tea.md"]):
        done = run(*words, folder=folder)
        assert done.returncode == 0
        for sign in done.stdout + done.stderr:
            assert sign.isprintable() or sign == "\n"
    for text in (f'"{evil}" = 1', f'ignore = ["{evil}"]', f'extend = "{evil}"'):
        write(folder / "kettext.toml", text)
        done = run("lint", folder=folder)
        assert done.returncode == 2
        assert all(sign.isprintable() or sign == "\n" for sign in done.stderr)
        assert done.stderr.count("\n") == 1


def test_a_config_opens_nothing_but_config_files(folder: Path) -> None:
    opened: list[str] = []
    settings_of(folder, GOOD)  # loads what it needs

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and (event in ("import", "exec", "compile") or "socket" in event):
            opened.append(f"{event} {arguments}")
        if watching and event == "open":
            opened.append(str(arguments[0]))

    watching = False
    sys.addaudithook(watch)
    write(folder / "base.toml", GOOD)
    near = write(folder / "kettext.toml", 'extend = "base.toml"')
    watching = True
    read_config(str(near))
    watching = False
    assert opened == [str(near), str(folder / "base.toml")]


def test_many_files_are_looked_up_cheaply(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "kettext.toml", GOOD)
    folders = Folders()
    folders.of(folder / "docs/x.md")

    def forbidden(*_: object) -> bool:
        raise AssertionError("looked at the disk again")

    monkeypatch.setattr(os.path, "lexists", forbidden)
    seen = {id(folders.of(folder / f"docs/{number}.md")) for number in range(1_500)}
    assert len(seen) == 1


def test_nothing_of_toml_is_loaded_without_a_config_file(folder: Path) -> None:
    script = (
        "import sys\nfrom kettext.cli import group\n"
        "group.main(['lint', 'tea.md', '--quiet'], prog_name='kettext', standalone_mode=False)\n"
        "late = {'tomllib', 'kettext.linter.config', 'kettext.linter.suppression'}\n"
        "print(sorted(late & set(sys.modules)))\n"
    )
    write(folder / "script.py", script)
    import subprocess

    done = subprocess.run(
        [sys.executable, "script.py"],
        cwd=folder,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"


def accepts(schema: Mapping[str, Any], value: object) -> bool:
    """Whether a JSON Schema allows a value; as much of draft-07 as ours uses."""
    known = {"$schema", "title", "description", "type", "enum", "items", "properties",
             "additionalProperties", "required"}  # fmt: skip
    assert set(schema) <= known
    types: dict[str, tuple[type, ...]] = {
        "string": (str,), "boolean": (bool,), "integer": (int,), "number": (int, float),
        "array": (list,), "object": (dict,),
    }  # fmt: skip
    if type(value) not in types[schema["type"]]:
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if isinstance(value, list):
        return all(accepts(schema["items"], item) for item in value)
    if isinstance(value, dict):
        more = schema.get("additionalProperties", True)
        inner = {key: schema.get("properties", {}).get(key, more) for key in value}
        return set(schema.get("required", ())) <= set(value) and all(
            kind is not False and accepts(kind, value[key]) for key, kind in inner.items()
        )
    return True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, True),
        ("", True),
        ('extend = "base.toml"', True),
        ("ignroe = []", False),
        ('ignore = "tone"', False),
        ('profile = "medicine"', False),
        ("[checks.repeated-word]\nwords = 3", False),
        ("[checks.repeated-word]\nword = []", False),
        ("[checks.nothing]\nwords = []", False),
        ("[checks.fused-heading]\nminimum = true", False),
        ('[per-path."*"]\nseverity = 1', False),
        ('[per-path."*"]\nselect = ["tone"]', True),
        ('[[custom]]\nname = "x"', False),
        ("[fix]\nalways = []", False),
        ('[fix]\nnumbering = "renumber"\nprotect = ["x"]', True),
        ('[fix]\nnumbering = "count"', False),
        ("[fix]\nprotect = [1]", False),
        ('[sources]\naccept = ["agency.example"]', True),
        ('[sources]\nallow = ["agency.example"]', False),
        ('[checks.uncited-study.sources]\nreject = ["shop.example"]', True),
        ('[severity]\naside = "fatal"', False),
        ('[severity]\nasdie = "error"', False),
    ],
)
def test_the_schema_allows_what_is_accepted(folder: Path, text: str, expected: bool) -> None:
    import tomllib

    write(folder / "base.toml", "")
    assert accepts(json_schema(), tomllib.loads(text)) is expected
    if expected:
        settings_of(folder, text)
    else:
        assert complaint(folder, text)


def test_the_schema_is_printed(folder: Path) -> None:
    schema = json.loads(run("config", "--schema", folder=folder).stdout)
    assert schema == json_schema()
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]["severity"]["properties"]) == set(checks.names())


def test_the_table_of_profiles_is_true() -> None:
    text = (Path(__file__).parents[1] / "docs/configuration.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.count(" | ") == 5]
    head, *lines = rows
    assert head == ["check", *PROFILES]
    described = {name: dict(zip(PROFILES, cells, strict=True)) for name, *cells in lines}
    loaded = {name: checks.load(name) for name in checks.names()}
    assert set(described) == {name for name, one in loaded.items() if one.profiles}
    for name, cells in described.items():
        for profile, cell in cells.items():
            running = {one.name: one for one in chosen_checks(Settings(profile=profile))}
            severity = running[name].severity.label if name in running else "off"
            assert cell.partition(" ")[0] == severity, (name, profile)
            told = Settings(profile=profile).options_of(loaded[name])
            options = {key: value for key, value in told.items() if key not in SHARED}
            assert cell.count("`") == 2 * len(options), (name, profile)
            assert all(f"`{key.replace('_', '-')}`" in cell for key in options)
