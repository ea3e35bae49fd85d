"""Linting many files: in several processes where that pays, and not again what an earlier run has
done. The results are the same as those of linting.py, and come in the same order."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from kettext.linter.folders import Governing
from kettext.linter.settings import Settings
from kettext.runner.files import Input
from kettext.runner.linting import lint_bytes, lost
from kettext.runner.packing import Unreadable, pack, unpack
from kettext.runner.reading import Result, fetch
from kettext.text.source import InputError
from kettext.text.value import NamedTuple

if TYPE_CHECKING:
    from kettext.runner.cache import Cache


class Task(NamedTuple):
    """An input that is to be linted, with its bytes; `key`: what its result is kept under."""

    item: Input
    data: bytes
    settings: Settings
    key: bytes | None = None


Slot = Task | Result  # what is to be done, or is done already


def lint_many(
    found: Sequence[Input],
    settings: Governing,
    jobs: int = 1,
    cache: "Cache | None" = None,
) -> Iterator[Result]:
    """Each input with what the checks find in it, in order. The cache is closed at the end."""
    slots = (_slot(item, settings, cache) for item in found)
    try:
        with closing(_linted(slots, jobs, len(found))) as linted:
            for slot, result in linted:
                if cache and isinstance(slot, Task) and slot.key and not result.failed:
                    cache.keep(slot.key, pack(result))
                yield result
    finally:
        if cache:
            cache.close()


def _slot(item: Input, governing: Governing, cache: "Cache | None") -> Slot:
    data = fetch(item)
    if isinstance(data, Result):
        return data
    try:
        settings = governing.of(item.name)
    except InputError as error:
        return lost(item, str(error))
    key = cache.key(data, item.format, settings) if cache else None
    record = cache.find(key) if cache and key else None
    if record is not None:
        with suppress(Unreadable):  # what was spoilt is made anew
            return unpack(record, item, data)
    return Task(item, data, settings, key)


def _linted(
    slots: Iterable[Slot], jobs: int, total: int
) -> Generator[tuple[Slot, Result], None, None]:
    if jobs > 1:
        from kettext.runner.jobs import in_processes  # a pool is slow to load

        yield from in_processes(slots, jobs, total)
    else:
        for slot in slots:
            yield slot, lint_slot(slot)


def lint_slot(slot: Slot) -> Result:
    """The result of a slot, made in this process if there is none yet."""
    return slot if isinstance(slot, Result) else lint_bytes(slot.item, slot.data, slot.settings)
