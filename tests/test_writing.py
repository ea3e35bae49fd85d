"""Writing: a file is the old or the new one, it stays what it was but for its text, and there is a
way back."""

import errno
import os
import random
import resource
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kettext.fixer.undo import undo
from kettext.kit.finding import Applicability
from kettext.linter.settings import Settings
from kettext.runner.files import inputs
from kettext.runner.fixing import Manner, fix_all
from kettext.runner.reading import Result
from kettext.runner.target import Target, write_all
from kettext.text.source import InputError
from kettext.text.writing import TornError, write_bytes
from tests.command import ARTICLE, FIXED, run

KILLS = 40
OLD, NEW = b"old tea\n" * 400_000, b"the new tea\n" * 270_000
WRITER = """\
import sys
from pathlib import Path
from kettext.text.writing import write_bytes
path = Path(sys.argv[1])
old, new = b"old tea\\n" * 400_000, b"the new tea\\n" * 270_000
present = path.read_bytes()
print("ready", flush=True)
while True:
    wanted = new if present == old else old
    write_bytes(path, wanted, present)
    present = wanted
"""
SLIP = "# Tea\n\nPut the the kettle on.\nIt boils.\n\nPour it slowly.\n"
FEW = Settings(select=("repeated-word",))
is_root = os.geteuid() == 0
needs_root = pytest.mark.skipif(not is_root, reason="only root may give files away")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / ".state"))
    (tmp_path / "tea.md").write_text(ARTICLE, encoding="utf-8", newline="")
    return tmp_path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may reach and write to."""
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o777)
        yield Path(name)


def fixed(path: Path) -> list[Result]:
    return list(fix_all(inputs([str(path)]), FEW, Applicability.SAFE, Manner()))


def fix(path: Path, target: Target = Target()) -> str | None:  # noqa: B008  # a value
    """Fix a file and write it; gives what went wrong."""
    (result,) = write_all(fixed(path), target)
    return result.error


def names(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name != ".state")


def complaint_of(act: Callable[[], object], *, uid: int = 0, most_bytes: int = 0) -> str:
    """What an act complains of in a process that is another user's, or that can't write more."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        said = ""
        try:
            if uid:
                os.setgroups([])
                os.setgid(uid)
                os.setuid(uid)
            if most_bytes:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
            act()
        except InputError as error:
            said = str(error)
        except BaseException as error:  # noqa: BLE001  # the parent must not go on twice
            said = repr(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as stream:
        return stream.read()


def test_a_kill_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    chance = random.Random(10)
    path = tmp_path / "tea.md"
    path.write_bytes(OLD)
    found = set()
    for _ in range(KILLS):
        words = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(chance.random() / 20)
            process.kill()
        found.add(path.read_bytes())
    assert found <= {OLD, NEW}
    assert len(found) == 2
    assert len(names(tmp_path)) > KILLS // 4  # so many were killed in the middle of a write


def test_what_a_kill_has_left_is_removed_by_a_later_write(tmp_path: Path) -> None:
    path = tmp_path / "tea.md"
    path.write_bytes(b"old")
    for name in (".kettext-abcd1234.tmp", ".kettext-of_today.tmp", ".kettext-mine.tmp", "my.tmp"):
        (tmp_path / name).write_bytes(b"half of it")
        if "today" not in name:
            os.utime(tmp_path / name, (0, 0))
    write_bytes(path, b"new", b"old")
    assert names(tmp_path) == [".kettext-mine.tmp", ".kettext-of_today.tmp", "my.tmp", "tea.md"]


def limited(*words: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "kettext", *words, "--select", "repeated-word"],
        cwd=folder,
        capture_output=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
    )


def test_a_full_disk_leaves_the_old_file_and_the_exit_code_is_2(folder: Path) -> None:
    data = (SLIP + "\nTea is drunk in many lands.\n" * 2000).encode()
    (folder / "tea.md").write_bytes(data)
    done = limited("fix", "tea.md", folder=folder)
    assert done.returncode == 2
    assert b"kettext: tea.md: the copy for undo can't be kept (File too large)\n" in done.stderr
    done = limited("fix", "tea.md", "-o", "new.md", folder=folder)
    assert done.returncode == 2
    assert b"new.md can't be written (file too large)\n" in done.stderr
    assert (folder / "tea.md").read_bytes() == data
    assert names(folder) == ["tea.md"]


def test_a_full_disk_leaves_the_old_file_where_it_is_written_in_place(tmp_path: Path) -> None:
    path = tmp_path / "tea.md"
    path.write_bytes(OLD)
    os.link(path, tmp_path / "twin.md")
    said = complaint_of(lambda: write_bytes(path, NEW, OLD), most_bytes=100_000)
    assert said == "can't be written (file too large)"
    assert path.read_bytes() == OLD


def test_a_file_that_is_torn_all_the_same_says_where_its_bytes_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(path: Path, data: bytes, expected: bytes) -> None:
        path.write_bytes(data[:10])
        raise TornError("was torn while it was written (no space left on device)")

    monkeypatch.setattr("kettext.runner.target.write_bytes", torn)
    said = fix(folder / "tea.md")
    assert said is not None
    assert said.startswith("was torn while it was written")
    assert Path(said.rpartition(" is in ")[2]).read_text(encoding="utf-8") == ARTICLE


def test_a_read_only_file_is_refused(open_folder: Path) -> None:
    path = open_folder / "tea.md"
    path.write_bytes(b"old")
    path.chmod(0o444)
    said = complaint_of(lambda: write_bytes(path, b"new", b"old"), uid=65534 if is_root else 0)
    assert said == "can't be written (it is read-only)"
    assert path.read_bytes() == b"old"


def test_a_file_in_a_folder_that_is_read_only_is_written_in_place(open_folder: Path) -> None:
    path = open_folder / "tea.md"
    path.write_bytes(b"old")
    path.chmod(0o666)
    open_folder.chmod(0o555)
    said = complaint_of(lambda: write_bytes(path, b"new", b"old"), uid=65534 if is_root else 0)
    open_folder.chmod(0o777)
    assert said == ""
    assert path.read_bytes() == b"new"


@needs_root
def test_somebody_elses_file_in_a_sticky_folder_is_written_in_place(open_folder: Path) -> None:
    open_folder.chmod(0o1777)
    path = open_folder / "tea.md"
    path.write_bytes(b"old")
    path.chmod(0o666)
    assert complaint_of(lambda: write_bytes(path, b"new", b"old"), uid=65534) == ""
    assert (path.read_bytes(), path.stat().st_uid) == (b"new", 0)


def test_fix_leaves_alone_what_has_changed_since_it_was_read(folder: Path) -> None:
    path = folder / "tea.md"
    results = fixed(path)
    path.write_bytes(b"Edited.\n")
    (result,) = write_all(results, Target(backup=True))
    assert result.error == "was changed by another program meanwhile, so it was left alone"
    assert path.read_bytes() == b"Edited.\n"
    assert names(folder) == ["tea.md"]
    with pytest.raises(InputError, match="has no fix to undo"):
        undo(path)


@pytest.mark.parametrize("expected", [b"old", None])
def test_a_change_in_the_very_last_moment_is_seen(
    tmp_path: Path, expected: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tea.md"
    if expected:
        path.write_bytes(expected)

    def edit(descriptor: int) -> None:
        path.write_bytes(b"Edited.\n")

    monkeypatch.setattr(os, "fsync", edit)
    with pytest.raises(InputError, match="meanwhile"):
        write_bytes(path, b"new", expected)
    assert path.read_bytes() == b"Edited.\n"
    assert names(tmp_path) == ["tea.md"]


def test_undo_leaves_alone_what_has_changed_since_the_fix(folder: Path) -> None:
    path = folder / "tea.md"
    assert fix(path) is None
    path.write_bytes(b"Edited.\n")
    with pytest.raises(InputError, match="has changed since its last fix"):
        undo(path)
    assert path.read_bytes() == b"Edited.\n"


@pytest.mark.parametrize("record", [b"[]", b"{}", b"null", b"\xff", b'{"before": 1, "written": 2}'])
def test_undo_believes_no_broken_record(folder: Path, record: bytes) -> None:
    path = folder / "tea.md"
    fix(path)
    present = path.read_bytes()
    (kept,) = (folder / ".state").rglob("*.json")
    kept.write_bytes(record)
    with pytest.raises(InputError, match="has no fix to undo"):
        undo(path)
    assert path.read_bytes() == present


def test_the_oldest_copies_for_undo_make_room(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kettext.fixer.undo.MOST_BYTES", 3 * len(ARTICLE))
    for number in range(6):
        path = folder / f"tea{number}.md"
        path.write_text(ARTICLE, encoding="utf-8", newline="")
        fix(path)
    assert len([*(folder / ".state").rglob("*.orig")]) == 3
    undo(folder / "tea5.md")
    with pytest.raises(InputError, match="has no fix to undo"):
        undo(folder / "tea0.md")


def test_a_symbolic_link_stays_one(folder: Path) -> None:
    (folder / "link.md").symlink_to("tea.md")
    assert fix(folder / "link.md") is None
    assert os.readlink(folder / "link.md") == "tea.md"
    assert b"the the" not in (folder / "tea.md").read_bytes()
    undo(folder / "tea.md")
    assert (folder / "link.md").read_bytes() == ARTICLE.encode()


def test_a_hard_link_keeps_its_inode(folder: Path) -> None:
    path = folder / "tea.md"
    os.link(path, folder / "twin.md")
    before = path.stat()
    assert fix(path) is None
    after = path.stat()
    assert (after.st_ino, after.st_nlink) == (before.st_ino, 2)
    assert path.read_bytes() == (folder / "twin.md").read_bytes() != ARTICLE.encode()


def test_a_bind_mount_is_written_in_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "tea.md"
    replace = os.replace

    def refuse(source: str | Path, target: str | Path) -> None:
        if Path(target) == path.resolve():
            raise OSError(errno.EBUSY, "Device or resource busy")
        replace(source, target)

    before = path.stat().st_ino
    monkeypatch.setattr(os, "replace", refuse)
    assert fix(path) is None
    assert path.stat().st_ino == before
    assert path.read_bytes() != ARTICLE.encode()
    undo(path)
    assert path.read_bytes() == ARTICLE.encode()
    assert names(folder) == ["tea.md"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_is_kept(folder: Path, mode: int) -> None:
    (folder / "tea.md").chmod(mode)
    assert fix(folder / "tea.md", Target(backup=True)) is None
    for name in ("tea.md", "tea.md.orig"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == mode


@needs_root
def test_the_owner_is_kept(folder: Path) -> None:
    os.chown(folder / "tea.md", 12, 34)
    assert fix(folder / "tea.md", Target(backup=True)) is None
    for name in ("tea.md", "tea.md.orig"):
        status = (folder / name).stat()
        assert (status.st_uid, status.st_gid) == (12, 34)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    "text",
    [
        SLIP,
        SLIP.replace("\n", "\r\n"),
        SLIP.replace("\n", "\r"),
        SLIP.replace("\n\n", "\r\n\n").replace("on.\n", "on.\r"),
        SLIP.rstrip(),
        SLIP.replace("It boils", "It\v boils\f and\x85 boils\u2028"),
    ],
)
def test_marks_and_line_ends_are_kept_and_undo_gives_back_the_very_bytes(
    folder: Path, text: str, encoding: str
) -> None:
    path = folder / "tea.md"
    path.write_bytes(text.encode(encoding))
    assert fix(path) is None
    assert path.read_bytes() == text.replace("the the", "the").encode(encoding)
    undo(path)
    assert path.read_bytes() == text.encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        b"the the\0",
        SLIP.encode("utf-16-le"),
        "Café the the".encode("latin-1"),
        b"the the \xed\xa0\x80",
        b"the the \xc0\xaf",
    ],
)
def test_what_is_no_text_stays_as_it_is(folder: Path, data: bytes) -> None:
    path = folder / "tea.md"
    path.write_bytes(data)
    before = path.stat()
    assert (fix(path) or "").startswith("is not ")
    assert path.read_bytes() == data
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_what_is_no_file_is_neither_read_nor_written(folder: Path) -> None:
    site = folder / "site"
    site.mkdir()
    os.mkfifo(site / "pipe.md")
    (site / "device.md").symlink_to("/dev/zero")
    (site / "loop.md").symlink_to("loop.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(site / "socket.md"))
        named = sorted(f"site/{name}" for name in os.listdir(site))
        assert len(named) == 4
        for command in ("lint", "fix", "undo", "outline"):
            done = run(command, *named, folder=folder)
            assert (done.returncode, done.stderr.count("\n")) == (2, 4)
            assert "Traceback" not in done.stderr
        for name in named:
            done = run("fix", "tea.md", "-o", name, folder=folder)
            assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        done = run("fix", "site", folder=folder)
    assert (done.returncode, done.stderr) == (
        2,
        "kettext: site: the folder holds no articles (.md, .markdown, .mdx, .txt)\n",
    )
    assert (folder / "tea.md").read_bytes() == ARTICLE.encode()


def test_a_folder_leads_to_nothing_outside_of_it(folder: Path) -> None:
    site = folder / "site"
    site.mkdir()
    (site / "link.md").symlink_to(folder / "tea.md")
    (site / "up").symlink_to(folder)
    (site / "own.txt").write_text(SLIP, encoding="utf-8")
    (site / "own.md").symlink_to(folder / "outside.md")
    done = run("fix", "site", "--to", "markdown", folder=folder)
    assert done.returncode == 2
    assert "own.md exists already and was left alone" in done.stderr
    assert names(folder) == ["site", "tea.md"]
    assert (folder / "tea.md").read_bytes() == ARTICLE.encode()


def test_a_name_that_no_file_can_have_is_refused_in_one_line(folder: Path) -> None:
    for words in (["fix", "tea.md", "-o", "t" * 300], ["undo", "t" * 300]):
        done = run(*words, folder=folder)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "Traceback" not in done.stderr


def test_backup_keeps_what_is_overwritten(folder: Path) -> None:
    (folder / "clean.md").write_text("Clean.\n", encoding="utf-8")
    done = run("fix", "tea.md", "clean.md", "--backup", folder=folder)
    assert done.returncode == 0
    assert (folder / "tea.md.orig").read_bytes() == ARTICLE.encode()
    assert (folder / "tea.md").read_text(encoding="utf-8") == FIXED
    assert [name for name in names(folder) if name[0] != "."] == [
        "clean.md",
        "tea.md",
        "tea.md.orig",
    ]
    listed = run("lint", "--verbose", folder=folder)
    assert "orig" not in listed.stdout + listed.stderr


def test_backup_never_overwrites_another_one(folder: Path) -> None:
    path, backup = folder / "tea.md", folder / "tea.md.orig"
    backup.write_bytes(b"Mine.\n")
    said = fix(path, Target(backup=True))
    assert said == (
        "was left alone, since tea.md.orig exists and holds something else; move that away"
    )
    assert (path.read_bytes(), backup.read_bytes()) == (ARTICLE.encode(), b"Mine.\n")
    backup.write_bytes(ARTICLE.encode())
    assert fix(path, Target(backup=True)) is None
    assert backup.read_bytes() == ARTICLE.encode() != path.read_bytes()


def test_backup_follows_no_link(folder: Path) -> None:
    path = folder / "tea.md"
    (folder / "tea.md.orig").symlink_to(folder / "elsewhere")
    assert fix(path, Target(backup=True)) is not None
    assert names(folder) == ["tea.md", "tea.md.orig"]
    assert path.read_bytes() == ARTICLE.encode()


def test_backup_keeps_nothing_where_nothing_is_overwritten(folder: Path) -> None:
    for words in (["-o", "new.md"], ["--check"], ["--diff"]):
        run("fix", "tea.md", "--backup", *words, folder=folder)
    assert names(folder) == ["new.md", "tea.md"]
    run("fix", "tea.md", "-o", "new.md", "--backup", "--ignore", "repetition", folder=folder)
    assert (folder / "new.md.orig").read_text(encoding="utf-8") == FIXED
