"""What linting made of a text, kept for the next run: one database in the user's cache folder.

Its keys are made of everything that a result depends on, so nothing in it can be out of date; what
is not asked for any more is dropped when room is needed. It holds data only, and nothing here ever
stops a run: without a database that can be used there is no cache.
"""

import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from enum import Enum
from importlib.util import find_spec
from pathlib import Path

import kettext
from kettext.text.value import Value

NAME = "results.sqlite"
MOST_BYTES = 100_000_000  # of the whole database; what was not used for longest goes first
DAY = 86_400  # seconds; how exactly it is known when a result was last used
BATCH = 64  # results are written together, but no more of them are lost by a kill
PATIENCE = 0.5  # seconds to wait for another run that is writing
READERS = ("mistune", "sentencex")  # what results depend on besides kettext itself
SETUP = (
    "PRAGMA trusted_schema=OFF",  # somebody else's database runs nothing of its own
    "PRAGMA auto_vacuum=FULL",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    "CREATE TABLE IF NOT EXISTS results"
    " (key BLOB PRIMARY KEY, record TEXT NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID",
)


class Cache:
    """The results of earlier runs. `trouble` says why there are none to be had, "" if all is
    well."""

    def __init__(self, folder: Path) -> None:
        self.trouble = ""
        self._path = folder / NAME
        self._today = int(time.time()) // DAY
        self._found: set[bytes] = set()
        self._new: dict[bytes, str] = {}
        self._program = program()
        self._settings: dict[int, tuple[object, bytes | None]] = {}
        self._database: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._database = self._opened()
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def key(self, data: bytes, format_name: str, settings: object) -> bytes | None:
        """What the result for a text is kept under; None if it can't be kept, because the settings
        are not plain values."""
        known = self._settings.get(id(settings))
        if known is None:
            if len(self._settings) >= BATCH:
                self._settings.clear()  # each file has its own, it seems
            known = settings, _as_bytes(settings)
            self._settings[id(settings)] = known  # held, so that nothing else gets its id
        if known[1] is None:
            return None
        digest = hashlib.blake2b(digest_size=20)
        for part in (self._program, format_name.encode("utf-8"), known[1], data):
            digest.update(b"%d:" % len(part))
            digest.update(part)
        return digest.digest()

    def find(self, key: bytes) -> str | None:
        """What was kept under a key."""
        if self._database is None:
            return None
        try:
            query = "SELECT record, used FROM results WHERE key = ?"
            row = self._database.execute(query, (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if row is None or not isinstance(row[0], str):
            return None
        if row[1] != self._today:
            self._found.add(key)
        record: str = row[0]
        return record

    def keep(self, key: bytes, record: str) -> None:
        """Keep a record for the next run."""
        self._new[key] = record
        if len(self._new) >= BATCH:
            self._write()

    def close(self) -> None:
        """Write what is still to be written, and make room."""
        self._write()
        if self._database is None:
            return
        with suppress(sqlite3.Error):
            self._make_room(self._database)
            self._database.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:  # it is no database, or a broken one
            self._remove()
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, timeout=PATIENCE)
        try:
            for statement in SETUP:
                database.execute(statement)
            database.execute("SELECT key, record, used FROM results LIMIT 1")
        except sqlite3.Error:
            database.close()
            raise
        return database

    def _write(self) -> None:
        new, self._new = self._new, {}
        found, self._found = self._found, set()
        if self._database is None or not (new or found):
            return
        rows = [(key, record, self._today) for key, record in new.items()]
        try:
            with self._database:
                self._database.executemany("REPLACE INTO results VALUES (?, ?, ?)", rows)
                self._database.executemany(
                    "UPDATE results SET used = ? WHERE key = ?",
                    [(self._today, key) for key in found],
                )
        except sqlite3.Error as error:
            self._give_up(error)

    def _make_room(self, database: sqlite3.Connection) -> None:
        """Drop what was not used for longest, until a quarter of the room is free."""
        (page_size,) = database.execute("PRAGMA page_size").fetchone()
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        if pages * page_size <= MOST_BYTES:
            return
        (total,) = database.execute("SELECT count(*) FROM results").fetchone()
        share = 1 - 0.75 * MOST_BYTES / (pages * page_size)
        oldest = "SELECT key FROM results ORDER BY used LIMIT ?"
        with database:
            database.execute(f"DELETE FROM results WHERE key IN ({oldest})", (int(total * share),))

    def _give_up(self, error: Exception) -> None:
        self.trouble = str(error).lower()
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            if not isinstance(error, sqlite3.OperationalError):
                self._remove()
        self._database = None

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(f"{self._path}{ending}")


def _as_bytes(settings: object) -> bytes | None:
    try:
        return canonical(settings).encode("utf-8", "surrogatepass")
    except TypeError:
        return None


def canonical(value: object) -> str:
    """A value as text, equal values as equal text. Raises TypeError for what is no plain value."""
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if value is None or isinstance(value, str | bytes | int | float | Path):
        return repr(value)
    if isinstance(value, Mapping):
        pairs = sorted((canonical(key), canonical(held)) for key, held in value.items())
        return "{" + ",".join(f"{key}:{held}" for key, held in pairs) + "}"
    if isinstance(value, AbstractSet):
        return "{" + ",".join(sorted(map(canonical, value))) + "}"
    if isinstance(value, Value):
        return f"{type(value).__name__}{canonical(value.in_order())}"
    if isinstance(value, tuple | list):
        return f"{type(value).__name__}(" + ",".join(map(canonical, value)) + ")"
    raise TypeError(f"{type(value).__name__} is no plain value")


def program() -> bytes:
    """What tells this kettext from any other: its version and files, those of the libraries that
    read texts for it, and the version of Python."""
    folder = Path(kettext.__file__).parent
    lines = [kettext.__version__, sys.version, str(folder)]
    lines += sorted(_files(str(folder)))
    lines += (line for name in READERS for line in _library(name))
    return hashlib.blake2b("\n".join(lines).encode("utf-8", "surrogateescape")).digest()


def _files(folder: str) -> Iterator[str]:
    """Each file below a folder with its size and the time of its last change."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if not entry.name.startswith((".", "_")):  # caches of Python and its tools
                    yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns}"


def _library(name: str) -> Iterable[str]:
    """Where a library is, and its version as the folder beside it tells; importlib.metadata would
    cost more than all else here."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return [name]
    origin = Path(spec.origin)
    status = origin.stat()
    infos = sorted(origin.parent.parent.glob(f"{name}-*.dist-info"))
    return [f"{origin} {status.st_size} {status.st_mtime_ns}", *map(str, infos)]
