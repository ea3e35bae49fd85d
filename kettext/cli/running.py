"""The options of a run over many files: in how many processes, and where results are kept."""

import os
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kettext.cli.options import FEW, Reading, View, gathered
from kettext.linter.folders import Governing
from kettext.reports.terminal import safe
from kettext.runner.files import Input
from kettext.runner.linting import lint_all
from kettext.runner.reading import Result
from kettext.text.value import Value

if TYPE_CHECKING:
    from kettext.runner.cache import Cache

HANDFUL = 5  # files; for no more of them the cache would cost about what it saves


class Running(Value):
    """In how many processes files are linted (None: that depends), and where results are kept."""

    jobs: int | None
    cache_dir: str | None

    def lint(
        self, found: Sequence[Input], settings: Governing, reading: Reading, view: View
    ) -> Generator[Result, None, None]:
        """Each input with what the checks find in it."""
        jobs = self.jobs or (_cores() if len(found) > FEW else 1)
        wants_cache = len(found) > HANDFUL and not reading.no_cache
        if jobs == 1 and not wants_cache:
            yield from lint_all(found, settings)
            return
        from kettext.runner.many import lint_many  # a single file needs none of it

        cache = self._cache(view) if wants_cache else None
        yield from lint_many(found, settings, jobs, cache)

    def _cache(self, view: View) -> "Cache | None":
        from kettext.runner.cache import Cache  # hashing and a database are slow to load

        folder = Path(self.cache_dir) if self.cache_dir else _user_folder()
        cache = Cache(folder) if folder else None
        if view.verbose and (cache is None or cache.trouble):
            place, reason = (folder, cache.trouble) if cache else ("", "there is no home folder")
            message = f"kettext: no results are kept in {safe(str(place))}: {safe(reason)}"
            click.echo(message, err=True)
        return cache


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _user_folder() -> Path | None:
    """The folder for what can be made again, None if the user has none; platformdirs would take
    longer to load than all else here."""
    said = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    if os.path.isabs(said):
        return Path(said) / "kettext"
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        return None
    below = {"darwin": "Library/Caches", "win32": "AppData/Local"}.get(sys.platform, ".cache")
    return Path(home) / below / "kettext"


running = gathered(
    "running",
    Running,
    Running.__annotations__,
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        help="Lint in N processes; by default in one for each core if there are many files.",
    ),
    click.option(
        "--cache-dir",
        metavar="DIR",
        help="Keep results there for the next run, not in your folder for caches.",
    ),
)
