"""The checks, found by listing the folders: a pair GROUP/NAME.py and GROUP/NAME.md is a check."""

import os
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from kettext.kit.check import Check

FOLDER = Path(__file__).parent
# The checks that say `on=False`: most runs want none of them, and need not load them to see that.
OFF = frozenset(
    (
        "contraction", "direct-address", "emoji", "exclamation", "filler", "first-person",
        "rhetorical-question", "shouting",
    )
)  # fmt: skip


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """The name of every check -> its group, in order; nothing is loaded for it."""
    groups = (name for name in sorted(os.listdir(FOLDER)) if name.isalpha())
    return {
        file.removesuffix(".py").replace("_", "-"): group
        for group in groups
        for file in sorted(os.listdir(FOLDER / group))
        if file.endswith(".py") and file != "__init__.py"
    }


def groups() -> tuple[str, ...]:
    """The groups that have checks."""
    return tuple(dict.fromkeys(names().values()))


@cache
def load(name: str) -> Check:
    """The check of that name, which must be among `names()`."""
    module_name = name.replace("-", "_")
    module = import_module(f"kettext.checks.{names()[name]}.{module_name}")
    found: Check = getattr(module, module_name)
    return found


def page_path(name: str) -> Path:
    """Where the page of a check is."""
    return FOLDER / names()[name] / f"{name.replace('-', '_')}.md"
