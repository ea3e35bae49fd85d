"""The checks, found by listing the folders: a pair GROUP/NAME.py and GROUP/NAME.md is a check."""

from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from kettext.kit.check import Check

FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """The name of every check -> its group, in order; nothing is loaded for it."""
    found = sorted(path for path in FOLDER.glob("*/*.py") if path.name != "__init__.py")
    return {path.stem.replace("_", "-"): path.parent.name for path in found}


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
