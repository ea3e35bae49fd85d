"""The formats an article can be read from; each is a module with SUFFIXES and parse()."""

from importlib import import_module

from kettext.article.document import Document
from kettext.text.source import Source

MODULES = {"markdown": "markdown", "text": "pasted"}  # format -> module, loaded when asked for
SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".mdx": "markdown", ".txt": "text"}


def parse(source: Source, name: str) -> Document:
    """The document of a source read in the format of that name (a key of MODULES).

    A Markdown file without headings, or with none but its title, that is really pasted text is read
    as such.
    """
    document: Document = import_module(f"kettext.formats.{MODULES[name]}").parse(source)
    if name == "markdown" and len(document.headings) <= 1:
        from kettext.formats.headless import as_pasted

        return as_pasted(document) or document
    return document


def is_article(document: Document) -> bool:
    """Whether a text holds enough prose to be an article; Markdown always does."""
    if document.format == "markdown":
        return True
    from kettext.formats import pasted

    return pasted.is_article(document)
