"""What a new check begins as: a pair of files that works, to be changed piece by piece."""

from collections.abc import Mapping

CODE = '''\
"""The page of this check, with its examples, is NAME.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import check
from kettext.kit.finding import Finding, Severity, quoted

# To change: PATTERN, the message, the severity, and all of the page. This one searches the words
# as readers see them, without markup. What is wrong with the structure of an article is found by
# document.headings, .sections and .blocks; each of them brings its span. `language` says whose
# words the check knows; without it, articles in all languages are searched.
PATTERN = r"\\b(?i:replace me)\\b"


@check(severity=Severity.WARNING, on=True, language="en")
def NAME(document: Document) -> Iterator[Finding]:
    for match in document.find(PATTERN):
        yield Finding(match.span(), f"{quoted(match[0])} is still here")
'''
PHRASES_CODE = '''\
"""The page of this check, with its examples, is NAME.md."""

from collections.abc import Iterator

from kettext.article.document import Document
from kettext.kit.check import Hit, check
from kettext.kit.finding import Finding, Severity, quoted


# To change: the list of phrases, the message, the severity, and all of the page. `hits` are the
# places where a phrase stands; a hit also holds the `replacement` that the list gives for it.
# `language` says whose words the check knows; without it, articles in all languages are searched.
@check(severity=Severity.WARNING, on=True, language="en", phrases="NAME.txt")
def NAME(document: Document, hits: tuple[Hit, ...]) -> Iterator[Finding]:
    for hit in hits:
        yield Finding(hit.span, f"{quoted(document.source.slice(hit.span))} is still here")
'''
PAGE = """\
The words “replace me” are still in the text.

Why a reader is worse off with this flaw: two or three sentences. \
Then what exactly is found, and what looks like it but is left alone.

## Fix
None: say why. If the check has a fix, say what it does and why it is safe, or why it is not.

## When to switch it off
In articles about templates.

## Examples
```bad message="“replace me” is still here"
The label on the tin says ⟦replace me⟧, which nobody has done.
```
```good
The label on the tin says “replace the lid”, and “me” is written below it.
```
"""
PHRASES = """\
# One phrase a line, in small letters; “ => ” and what to say instead may follow.
replace me
"""


def pair(name: str, *, phrases: bool) -> Mapping[str, str]:
    """The files of a new check: their names and what stands in them.

    `name` is that of the function and the files: small letters, digits and underscores. With
    `phrases`, a list of phrases is one of the files.
    """
    code = PHRASES_CODE if phrases else CODE
    files = {f"{name}.py": code.replace("NAME", name), f"{name}.md": PAGE}
    return {**files, f"{name}.txt": PHRASES} if phrases else files
