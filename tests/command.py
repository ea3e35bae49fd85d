"""Runs the command as a user does, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

ARTICLE = """\
# All about tea

## Brewing

Put the the kettle on.

## Brewing

Then wait for four minutes.
"""
FIXED = ARTICLE.replace("the the", "the").replace("## Brewing\n\nThen", "Then")
BINARY = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def run(
    *words: str | Path,
    folder: Path,
    given: bytes = b"",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[str]:
    """Run kettext in a folder that has its own cache and copies for undo; output is decoded as
    UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "kettext", *map(str, words)],
        cwd=folder,
        input=given,
        capture_output=True,
        env={
            **os.environ,
            "XDG_STATE_HOME": str(folder / ".state"),
            "XDG_CACHE_HOME": str(folder / ".cache"),
            **environment,
        },
        check=False,
        timeout=60,
    )
    out, err = (stream.decode("utf-8") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
