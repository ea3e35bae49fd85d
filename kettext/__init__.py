"""kettext reads an article, finds what an editor would mend, and writes out a clean version.

Programs import three functions: lint(), fix() and parse().
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kettext.api import fix, lint, parse

__version__ = "0.1.0"
__all__ = ["fix", "lint", "parse"]


def __getattr__(name: str) -> object:
    """Load a function when it is asked for, so that the command line starts without it."""
    if name not in __all__:
        raise AttributeError(f"module 'kettext' has no attribute {name!r}")
    from kettext import api

    return getattr(api, name)
