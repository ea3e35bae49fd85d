"""The headings of articles as a tree, for people."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from kettext.article.document import Document
from kettext.article.nodes import Heading
from kettext.reports.terminal import Look, Paint, safe, shortened, wrapped
from kettext.runner.reading import Result

UNSURE = 0.95


def render(results: Iterable[Result], stream: TextIO, look: Look) -> None:
    """Write a tree of headings for each article."""
    for result in results:
        if result.document is None or result.skipped:
            if look.verbose and result.skipped:
                stream.write(f"{safe(result.name)}: passed over: {result.skipped}\n\n")
            continue
        stream.write(look.paint(safe(result.name), Paint.BOLD) + _how_read(result.document) + "\n")
        stream.write("".join(f"{line}\n" for line in _tree(result.document, look)) + "\n")


def _how_read(document: Document) -> str:
    if not document.headings:
        return "  (no headings)"
    return "  (inferred: nothing is marked up)" if document.inferred else ""


def _tree(document: Document, look: Look) -> Iterator[str]:
    why = _reasons(document) if look.verbose and document.inferred else {}
    for heading in document.headings:
        number = look.paint(f"{document.line_of(heading):>5}", Paint.DIM)
        indent = "  " * (heading.level - 1)
        doubt = _doubt(heading)
        text = shortened(heading.text, max(20, look.width - 8 - len(indent) - len(doubt)))
        yield f"{number}  {indent}{text}{look.paint(doubt, Paint.DIM)}"
        if heading in why:
            margin = " " * (9 + len(indent))
            yield look.paint(
                wrapped(f"because {why[heading]}", look.width, margin, margin), Paint.DIM
            )


def _reasons(document: Document) -> dict[Heading, str]:
    from kettext.formats.reasons import reasons  # works everything out anew, for those who ask

    return reasons(document)


def _doubt(heading: Heading) -> str:
    if heading.confidence < UNSURE:
        return f"  ({heading.confidence:.0%} sure)"
    return "" if heading.level_certain else "  (level unsure)"
