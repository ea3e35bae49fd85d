"""Front matter: lines at the top of a Markdown file that are not for the reader but the site."""

import re

from kettext.text.source import Source, Span

CLOSINGS = {"---": ("---", "..."), "+++": ("+++",)}  # YAML, TOML
YAML_KEY = re.compile(r"""(?:[\w.-]++(?:[ ][\w.-]++){0,3}+|"[^"]++"|'[^']++')[ \t]*+:(?:[ \t]|$)""")


def front_matter(source: Source) -> Span | None:
    """The front matter with its marks, None if there is none.

    Dashes alone do not make it, for they may be a thematic break, or underline a heading.
    """
    opening = source.line_text(0).rstrip(" \t")
    closing = _closing_line(source, CLOSINGS.get(opening, ()))
    if closing is None or (opening == "---" and not _starts_with_key(source, closing)):
        return None
    return Span(0, source.line_starts[closing] + len(opening))


def _closing_line(source: Source, closings: tuple[str, ...]) -> int | None:
    lines = range(1, len(source.line_starts) if closings else 1)
    return next((line for line in lines if source.line_text(line).rstrip(" \t") in closings), None)


def _starts_with_key(source: Source, closing: int) -> bool:
    lines = (source.line_text(line) for line in range(1, closing))
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return bool(YAML_KEY.match(first))
