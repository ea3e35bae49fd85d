"""A pool of processes that lint. Loaded only where there is work for more than one.

Texts go out and results come back in chunks, in order, and only a few chunks are under way at a
time, so memory does not grow with the number of files. A process that ends in the middle of its
work costs the one file that it was at: what was under way is done again, file by file.
"""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import active_children, get_context, parent_process
from threading import Thread

from kettext.runner.linting import lint_bytes, lost
from kettext.runner.many import Slot, Task, lint_slot
from kettext.runner.packing import pack, unpack
from kettext.runner.reading import Result

MOST_JOBS = 60  # Windows can't wait for more
CHUNK_BYTES, CHUNK_FILES = 128_000, 16  # about a tenth of a second of work
CHUNKS_A_JOB = 4  # at least, if there are files enough: so that no process is idle for long
REFUSALS = (OSError, ImportError, NotImplementedError)  # of a system that starts no processes
ENDED = "could not be checked (the process that was at it ended)"


def in_processes(slots: Iterable[Slot], jobs: int, total: int) -> Iterator[tuple[Slot, Result]]:
    """Each slot with its result, in order."""
    jobs = min(jobs, total, MOST_JOBS)
    most_files = max(1, min(CHUNK_FILES, total // (jobs * CHUNKS_A_JOB)))
    pending: deque[Chunk] = deque()
    crew = Crew(jobs)
    is_done = False
    try:
        for chunk in _chunks(slots, most_files):
            crew.begin(chunk)
            pending.append(chunk)
            if len(pending) > 2 * jobs + 1:
                yield from crew.finish(pending.popleft())
        while pending:
            yield from crew.finish(pending.popleft())
        is_done = True
    finally:
        crew.leave(at_once=not is_done)


class Chunk:
    """Slots in a row; `future` holds the records of those that are tasks, once they are made."""

    __slots__ = ("future", "slots", "tasks")

    def __init__(self, slots: Sequence[Slot]) -> None:
        self.slots = slots
        self.tasks = [slot for slot in slots if isinstance(slot, Task)]
        self.future: Future[list[str]] | None = None


def _chunks(slots: Iterable[Slot], most_files: int) -> Iterator[Chunk]:
    listed: list[Slot] = []
    size = 0
    for slot in slots:
        listed.append(slot)
        size += len(slot.data) if isinstance(slot, Task) else 0
        if size >= CHUNK_BYTES or len(listed) >= most_files:
            yield Chunk(listed)
            listed, size = [], 0
    if listed:
        yield Chunk(listed)


class Crew:
    """The processes. They are started for the second chunk that holds work: one alone is done
    here."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None
        self._held: Chunk | None = None
        self._is_useless = False  # no process comes to life here, so all is done in this one

    def leave(self, *, at_once: bool) -> None:
        """End the processes, in the middle of their work if it is not wanted any more."""
        if at_once:
            for child in active_children():
                child.terminate()
        self._dismiss()

    def begin(self, chunk: Chunk) -> None:
        """Let a chunk be worked at."""
        if not chunk.tasks or self._is_useless:
            return
        if self._executor is None and self._held is None:
            self._held = chunk
            return
        held, self._held = self._held, None
        with suppress(*REFUSALS):
            if held:
                held.future = self._submit(held.tasks)
            chunk.future = self._submit(chunk.tasks)

    def finish(self, chunk: Chunk) -> Iterator[tuple[Slot, Result]]:
        """The slots of a chunk with their results."""
        if chunk is self._held:
            self._held = None
        if chunk.future is None:
            yield from ((slot, lint_slot(slot)) for slot in chunk.slots)
            return
        try:
            results = iter(_unpacked(chunk.future.result(), chunk.tasks))
        except Exception:  # noqa: BLE001  # whatever it is, it has to do with one of the files
            results = self._one_by_one(chunk.tasks)
        for slot in chunk.slots:
            yield slot, slot if isinstance(slot, Result) else next(results)

    def _one_by_one(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """The results of tasks that nobody else is at, so that it is known which one fails."""
        self._dismiss()
        for task in tasks:
            if self._is_useless:
                yield lint_slot(task)
                continue
            try:
                records = self._submit([task], jobs=1).result()
                (result,) = _unpacked(records, [task])
            except BrokenExecutor:
                result = lost(task.item, ENDED) if self._can_work() else lint_slot(task)
            except Exception:  # noqa: BLE001  # what can't cross to a process is done here
                result = lint_slot(task)
            yield result
        self._dismiss()

    def _can_work(self) -> bool:
        """Whether a process with nothing to do comes to life, so that it was the file's doing."""
        self._dismiss()
        try:
            self._submit([], jobs=1).result()
        except (BrokenExecutor, *REFUSALS):
            self._dismiss()
            self._is_useless = True
        return not self._is_useless

    def _submit(self, tasks: list[Task], jobs: int | None = None) -> Future[list[str]]:
        with _uninterrupted():
            try:
                return self._started(tasks, jobs).submit(_work, tasks)
            except BrokenExecutor:
                self._dismiss()
                return self._started(tasks, jobs).submit(_work, tasks)
            except REFUSALS:
                self.leave(at_once=True)
                raise

    def _started(self, tasks: Iterable[Task], jobs: int | None) -> ProcessPoolExecutor:
        if self._executor is None:
            for task in {task.item.format: task for task in tasks}.values():
                lint_bytes(task.item, b"Tea.", task.settings)  # loads what all are going to need
            # elsewhere a fork is not safe, or there is none
            context = get_context("fork") if sys.platform == "linux" else None
            self._executor = ProcessPoolExecutor(jobs or self._jobs, context, _settle_in)
        return self._executor

    def _dismiss(self) -> None:
        """End the processes; those that are at work first come to the end of it."""
        if self._executor is not None:
            self._executor.shutdown()
            self._executor = None


def _unpacked(records: Sequence[str], tasks: Sequence[Task]) -> list[Result]:
    return [
        unpack(record, task.item, task.data) for record, task in zip(records, tasks, strict=True)
    ]


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits: a process that it met half started would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _settle_in() -> None:
    """What a process of the pool does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that started it
    gc.freeze()  # what is there already stays
    gc.enable()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End the process when the one that started it is gone, however that came about."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(tasks: Iterable[Task]) -> list[str]:
    """The records of tasks; runs in a process of the pool."""
    return [pack(lint_bytes(task.item, task.data, task.settings)) for task in tasks]
