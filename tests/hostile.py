"""Worst cases of Markdown: for each rule of its blocks and inlines, shapes that tempt a parser into
searching the same stretch again and again. Each makes a text of about the size asked for.
"""

from collections.abc import Callable, Iterator
from itertools import count

from kettext.formats.density import MOST_EMPHASIS_MARKS

Shape = Callable[[int], str]


def repeated(unit: str, before: str = "", after: str = "") -> Shape:
    """The same again and again."""
    return lambda size: before + unit * (size // len(unit)) + after


def nested(opening: str, closing: str, inside: str = "a") -> Shape:
    """As many closings as openings."""

    def make(size: int) -> str:
        depth = size // (len(opening) + len(closing))
        return opening * depth + inside + closing * depth + "\n"

    return make


def dense(opening: str, closing: str) -> Shape:
    """Paragraphs with as many marks as are still read."""
    marks = sum(map((opening + closing).count, "*_"))

    def make(size: int) -> str:
        times = min(MOST_EMPHASIS_MARKS // marks, size // len(opening + closing))
        paragraph = opening * times + closing * times + "\n\n"
        return paragraph * max(1, size // len(paragraph))

    return make


def halves(first: str, second: str) -> Shape:
    """One thing for half of the text, another one for the rest."""
    return lambda size: first * (size // 2 // len(first)) + second * (size // 2 // len(second))


LETTERS = str.maketrans("0123456789", "abcdefghij")


def _words_of(number: int, length: int) -> str:
    """A sentence of its own, without full stop, so long that nobody repeats it on purpose."""
    numbers = (str(1000 + number * length + place) for place in range(length))
    return " of the ".join(one.translate(LETTERS) for one in numbers).capitalize()


def growing(part: Callable[[int], str]) -> Shape:
    """Part 1, part 2 and so on: another number each time, or each longer than the one before."""
    return lambda size: "".join(_until(size, map(part, count(1))))


def joined(*shapes: Shape) -> Shape:
    """One shape behind the other, each with its share of the size."""
    return lambda size: "\n".join(shape(size // len(shapes)) for shape in shapes)


def _until(size: int, parts: Iterator[str]) -> Iterator[str]:
    length = 0
    for part in parts:
        yield part
        length += len(part)
        if length >= size:
            return


def _square_table(size: int) -> str:
    """As many rows as columns."""
    side = max(2, int((size / 3) ** 0.5))
    row = "|a" * side + "|\n"
    return row + "|-" * side + "|\n" + row * side


def _wide_table(size: int) -> str:
    return "".join(cell * (size // 12) + "|\n" for cell in ("| a ", "|---", "| b "))


QUOTES: dict[str, Shape] = {
    "quotes in quotes": repeated(">", after=" a\n"),
    "quotes in quotes, with blanks": repeated("> ", after="a\n"),
    "quotes that deepen line by line": growing(lambda depth: ">" * depth + " a\n"),
    "lazy lines of a quote": repeated("a\n", before="> a\n"),
    "lazy lines behind deep quotes": repeated("b c d\n", before=">" * 60 + " a\n"),
    "quotes of one line": repeated("> a\n\n"),
    "quotes and lists in turn": repeated("> a\n- b\n"),
    "empty lines of a quote": repeated(">\n"),
}
LISTS: dict[str, Shape] = {
    "list markers in a row": repeated("- ", after="a\n"),
    "numbers in a row": repeated("1. ", after="a\n"),
    "markers without blanks": repeated("*", after="\n"),
    "items that deepen": growing(lambda depth: "  " * depth + "- a\n"),
    "items that deepen, loosely": growing(lambda depth: "  " * depth + "- a\n\n"),
    "items of one list": repeated("- a\n"),
    "empty items": repeated("-\n"),
    "empty items with blank lines": repeated("-\n\n"),
    "markers that change": repeated("- a\n+ b\n* c\n"),
    "numbers that change": growing(lambda number: f"{number % 1000}. a\n{number % 1000}) b\n"),
    "lists of quotes of lists": repeated("- > ", after="a\n"),
    "quotes of lists of numbers": repeated("> 1. ", after="a\n"),
    "lazy lines of an item": repeated("a\n", before="- a\n"),
    "code in an item": repeated("      a\n", before="- a\n\n"),
    "fences in items": repeated("- ```\n  a\n"),
    "task boxes": repeated("- [ ] a\n- [x] b\n"),
    "task boxes in a row": repeated("[ ] ", before="- "),
    "items indented by tabs": growing(lambda depth: "\t" * (depth % 40) + "- a\n"),
    "blank lines in an item": repeated("\n", before="- a\n", after="  b\n"),
}
LEAVES: dict[str, Shape] = {
    "open fences": repeated("```\na\n"),
    "fences of growing width": growing(lambda width: "`" * (width + 2) + "\n"),
    "fences that nothing closes": growing(lambda width: "~" * (width + 2) + " a\n\n"),
    "one long fence": repeated("~", after="\na\n"),
    "code by indentation": repeated("    a\n\n"),
    "code of blanks": repeated("    \n", before="    a\n"),
    "underlines": repeated("a\n===\n"),
    "underlines of growing width": growing(lambda width: "a\n" + "-" * width + "\n"),
    "a heading of many lines": repeated("a\n", after="===\n"),
    "one long underline, and more": repeated("=", before="a\n", after=" a\n"),
    "closing marks far away": lambda size: "# a" + " " * size + "#b\n",
    "closing marks only": repeated("#", before="# a "),
    "closing marks with blanks": repeated("# ", before="# a "),
    "headings": repeated("# a\n"),
    "headings of all levels": repeated("# a\n## b\n### c\n#### d\n##### e\n###### f\n"),
    "empty headings": repeated("#\n"),
    "headings that come back": joined(*[growing(lambda number: f"# {number} a\n\nb\n\n")] * 2),
    "breaks of dashes": repeated("---\n\n"),
    "a break of stars and blanks": repeated("* ", after="a\n"),
    "a break of underscores": repeated("_ ", after="a\n"),
    "paragraphs": repeated("a b\n\n"),
    "one long line": repeated("a "),
    "one long word": repeated("a"),
    "blank lines": repeated("\n"),
    "lines of blanks": repeated("    \n"),
    "blanks": repeated(" ", before="a", after="b"),
    "blanks and tabs": repeated(" \t", before="a", after="b\n"),
    "tabs": repeated("\t"),
    "tabs in front of lines": repeated("\ta\n\t\tb\n"),
    "no-break spaces": repeated("\u00a0", before="a", after="b\n"),
    "emoji": repeated("😀"),
    "emoji between stars": repeated("*😀* "),
    "combining marks": repeated("\u0301", before="e"),
    "other line ends": repeated("a\v\fb\x85c\u2028"),
    "carriage returns": repeated("a\r"),
    "mixed line ends": repeated("a\r\nb\rc\n"),
}
TABLES: dict[str, Shape] = {
    "a wide table": _wide_table,
    "a long table": repeated("| b | c |\n", before="| a | b |\n|---|---|\n"),
    "a square table": _square_table,
    "a ragged table": repeated("| b | c | d |\n| e |\n", before="| a | b |\n|---|---|\n"),
    "a table without frame": repeated("b | c\n", before="a | b\n--|--\n"),
    "heads of tables": repeated("| a | b |\n|---|---|\n"),
    "bars in a line": repeated("|", after="\n|-|\n"),
    "dashes under no table": repeated("|-", before="a\n", after="\n"),
    "escaped bars": repeated("\\|", before="| a |\n|---|\n| ", after=" |\n"),
    "blanks in cells": repeated(" ", before="| a |\n|---|\n|", after="a |\n"),
    "empty cells": repeated("| | |\n", before="| | |\n|---|---|\n"),
    "tables in quotes": repeated("> | a | b |\n> |---|---|\n> | c | d |\n\n"),
    "tables in items": repeated("- | a | b |\n  |---|---|\n  | c | d |\n"),
}
HTML: dict[str, Shape] = {
    "html: scripts": repeated("<script>\n"),
    "html: comments": repeated("<!-- "),
    "html: comments in lines": repeated("a <!-- b\n"),
    "html: comments of dashes": repeated("-", before="<!-", after="\n"),
    "html: instructions": repeated("a <? "),
    "html: declarations": repeated("a <!A "),
    "html: character data": repeated("<![CDATA[\n"),
    "html: character data in a line": repeated("a <![CDATA["),
    "html: sections": repeated("<div>\n\n</div>\n\n"),
    "html: nested sections": nested("<div>\n", "</div>\n"),
    "html: other tags": repeated("<a>\n\n"),
    "html: an open tag": repeated(" a", before="<b"),
    "html: attributes": repeated(' a="b"', before="<b", after=">\n"),
    "html: open attributes": repeated("<b a='"),
    "html: tags in a line": repeated("a <b> c </b>"),
    "html: opening brackets": repeated("<"),
}
DEFINITIONS: dict[str, Shape] = {
    "definitions": growing(lambda number: f"[{number}]: /u\n"),
    "the same definition": repeated("[a]: /u\n"),
    "definitions with titles": growing(lambda number: f"[{number}]: <u v> 'w x'\n"),
    "definitions with open titles": repeated("[a]: /u '\n"),
    "definitions without targets": repeated("[a]:\n"),
    "a long label": repeated("a", before="[", after="]: /u\n"),
    "labels of labels": repeated("[a]: [b]: "),
    "references": growing(lambda number: f"[{number}]: /u\n\n[{number}] [a][{number}] "),
    "references to nothing": growing(lambda number: f"[a][{number}] "),
    "footnotes": growing(lambda number: f"[^{number}]: a\n"),
    "footnotes with references": growing(lambda number: f"a[^{number}]\n\n[^{number}]: b\n\n"),
    "footnotes in footnotes": growing(lambda depth: "    " * (depth % 30) + f"[^{depth}]: a\n\n"),
    "the same footnote": repeated("[^1]: a\n", before="a[^1]\n\n"),
    "footnotes of one line": repeated("[^1]: ", after="a\n"),
    "lines of a footnote": repeated("    a\n\n", before="[^1]: b\n"),
    "references to footnotes": repeated("[^1]", after="\n\n[^1]: a\n"),
    "references to no footnote": repeated("[^1"),
    "yaml that nothing closes": repeated("a: b\n", before="---\n"),
    "yaml": repeated("a: b\n", before="---\n", after="---\n"),
    "toml": repeated("a = 1\n", before="+++\n", after="+++\n"),
    "a long key": repeated("a ", before="---\n", after=": b\n---\n"),
    "a key of quotes": repeated('"', before="---\n", after=": b\n---\n"),
    "marks of front matter": repeated("---\n"),
}
BRACKETS: dict[str, Shape] = {
    "opening brackets": repeated("["),
    "closing brackets": repeated("]"),
    "nested brackets": nested("[", "]"),
    "images that open": repeated("!["),
    "nested images": nested("![", "](u)"),
    "links": repeated("[a](u) "),
    "links that open": repeated("[a]("),
    "links with open targets": repeated("[a](<b"),
    "links with open titles": repeated("[a](b 'c "),
    "links of links": nested("[", "](u)"),
    "links with parentheses": nested("[a](" + "(" * 3, ")" * 4),
    "parentheses of a target": nested("(", ")", "[a](b"),
    "parentheses that open": repeated("(", before="[a]("),
    "backslashes of a target": repeated("\\(", before="[a](", after=")\n"),
    "blanks in a target": repeated(" ", before="[a](u", after="'b')\n"),
    "a long title": repeated("b ", before="[a](u '", after="')\n"),
    "links with code": repeated("[`a](u)` "),
    "empty links": repeated("[]() "),
    "images and links": repeated("[![a](b)](c) "),
    "brackets and stars": repeated("[*a](b*)"),
    "brackets of both kinds": halves("[a](", "]"),
}
EMPHASIS: dict[str, Shape] = {
    "stars that open": repeated("*a **a "),
    "stars that open, below the limit": repeated("*a **a ", after="b** b*\n\n"),
    "stars that open and close": halves("*a **a ", "a** a* "),
    "stars": repeated("*", after="a\n"),
    "stars within words": repeated("a*"),
    "stars in threes": repeated("***a** b* "),
    "nested emphasis": nested("*a ", " a*"),
    "nested strong emphasis": nested("**a ", " a**"),
    "dense paragraphs of emphasis": dense("*a ", "b* "),
    "dense paragraphs of strong emphasis": dense("*a **b ", "c** d* "),
    "dense paragraphs of open stars": dense("*a **b ", ""),
    "dense paragraphs of underscores": dense("_a *b ", "c_ d* "),
    "emphasis": repeated("*a* **b** "),
    "emphasis without blanks": dense("*a", "b*"),
    "underscores": repeated("_a __a "),
    "underscores within words": repeated("a_b"),
    "stars and underscores": repeated("*_a "),
    "stars between underscores": halves("*a_ ", "_a* "),
    "tildes": repeated("~~a "),
    "tildes that deepen": nested("~~a ", " a~~"),
    "tildes and stars": repeated("~~*a "),
    "runs of stars of growing width": growing(lambda width: "*" * width + "a "),
}
CODE: dict[str, Shape] = {
    "code": repeated("`a` "),
    "backticks": repeated("`", before="a "),
    "backticks in ones and twos": repeated("a ` b `` "),
    "runs of backticks of growing width": growing(lambda width: "a" + "`" * width),
    "runs of backticks that shrink": lambda size: "".join(
        "`" * width + " " for width in range(int((2 * size) ** 0.5), 0, -1)
    ),
    "code of many lines": repeated("a\n", before="a `", after="`\n"),
    "blanks in code": repeated(" ", before="`", after="a `"),
    "escaped backticks": repeated("\\`a`"),
}
WORDS: dict[str, Shape] = {
    "entities": repeated("&amp;"),
    "entities that are none": repeated("&a"),
    "entities that nothing ends": repeated("a", before="&"),
    "numbers of entities": repeated("&#x41;&#65;&#0;"),
    "digits of an entity": repeated("1", before="&#", after=";"),
    "escapes": repeated("\\*"),
    "backslashes": repeated("\\"),
    "escapes and entities": repeated("a\\_&amp;"),
    "escaped line ends": repeated("a\\\n"),
    "breaks": repeated("a  \n"),
    "blanks before breaks": lambda size: "a" + " " * size + "\n" + " " * size + "b\n",
    "addresses": repeated("http://a.b/c "),
    "an address without end": repeated("a", before="http://"),
    "addresses with parentheses": repeated("https://a.b/(c)(d "),
    "dots behind an address": repeated(".", before="http://a.b"),
    "addresses in brackets": repeated("<http://a.b>"),
    "brackets before addresses": repeated("<http://a"),
    "mail addresses": repeated("<a@b.c> "),
    "mail addresses without end": repeated("a.", before="<a@b"),
    "sentences": repeated("The cat sat on the mat. Is it so? No! "),
    "the same sentence again": repeated("The cat sat on the mat, as cats do all day long.\n\n"),
    "quotation marks": repeated("“a” ‘b’ \"c\" 'd' "),
    "numbers": repeated("1,000.5 2019 3rd 4/5 "),
    "the same word": repeated("the the "),
    "citations": repeated("(Smith, 2019) [1] "),
    "studies in a line": repeated("Studies show that tea helps. "),
    "studies in paragraphs": repeated("Studies show that tea helps.\n\n"),
    "studies in sections": growing(lambda number: f"# {number}\n\nStudies show it.\n\n"),
}
FAULTS: dict[str, Shape] = {
    "a word doubled": growing(lambda number: f"Cup {number} stands on the the table.\n\n"),
    "a heading doubled": growing(lambda number: f"## Cup {number}\n\nRed.\n\n" * 2),
    "a section in two places": growing(
        lambda number: f"## A{number}\n\n### Cup {number}\n\nRed.\n\n## Cup {number}\n\nBlue.\n\n"
    ),
    "a paragraph doubled": growing(
        lambda number: f"{_words_of(number, 12)}.\n\n" * 2,
    ),
    "levels skipped": growing(lambda number: f"## A{number}\n\n#### B{number}\n\nRed.\n\n"),
    "links to a heading doubled": growing(
        lambda number: f"## C {number}\n\nRed.\n\n## C {number}\n\n[b](#c-{number}-1)\n\n"
    ),
}
LISTED = "Smith J. Tea. J Tea. 2019;12(3):45-50."
REFERENCES: dict[str, Shape] = {
    "references in items": joined(
        growing(lambda number: f"Tea is old [{number % 1000}]. "),
        growing(lambda number: ("\n\n## References\n\n" * (number == 1)) + f"{number}. {LISTED}\n"),
    ),
    "references in one paragraph": joined(
        growing(lambda number: f"Tea is old [{number % 1000}].\n\n"),
        growing(lambda number: ("## Sources\n\n" * (number == 1)) + f"[{number}] {LISTED}\n"),
    ),
    "references by shape": joined(
        repeated("Tea is old (Smith, 2019).\n\n"), growing(lambda number: f"{LISTED} {number}\n\n")
    ),
    "names without references": joined(
        growing(lambda number: f"Brown{number} et al. (2019) and Smith et al. (2019). "),
        growing(lambda number: ("\n\n## Sources\n\n" * (number == 1)) + f"- {LISTED}\n"),
    ),
    "lists of references": repeated("References\n\n- [a](https://b.example)\n- c 2019\n\n"),
    "lists of references below each other": growing(
        lambda number: (
            f"{'#' * (number % 6 + 1)} Sources\n\n1. [a](#b{number})\n2. <https://c.example>\n\n"
        )
    ),
    "lines that announce references": repeated("**References**\n\n"),
    "a long reference": repeated("Smith J, ", before="## References\n\n1. ", after="Tea. 2019.\n"),
    "numbers of references in brackets": repeated("[1,", before="## References\n\n1. /u 2019\n\n"),
    "ranges of references": repeated("[1-3,5] ", before="## Sources\n\n1. a 2019\n\n# b\n\n"),
    "links to no definition": growing(lambda number: f"[a b][{number}c] [d][e]\n\n[e]: /u\n\n"),
    "footnotes that nothing points to": growing(
        lambda number: f"a[^{number + 1}]\n\n[^{number}]: b\n\n"
    ),
    "markers": repeated("Studies show that tea helps.[citation needed] "),
    "markers in paragraphs": repeated("Studies show that tea helps.[citation needed]\n\n"),
    "markers in footnotes": growing(
        lambda number: (
            f"Studies show it.[^source-{number}]\n\n[^source-{number}]: Source needed.\n\n"
        )
    ),
    "markers that open": repeated("[citation needed "),
    "markers in braces": repeated("{{citation needed|"),
    "identifiers": repeated("ISBN 978-0-306-40615-8, doi:1.1/2, arXiv:2413.1, PMID: 1234567890. "),
    "digits of an identifier": repeated("1 ", before="ISBN "),
    "an identifier without end": repeated("1.", before="doi:"),
}
SHAPES: dict[str, Shape] = {
    **QUOTES, **LISTS, **LEAVES, **TABLES, **HTML, **DEFINITIONS, **BRACKETS, **EMPHASIS, **CODE,
    **WORDS, **FAULTS, **REFERENCES,
    "everything in turn": joined(
        *(QUOTES | LISTS | TABLES | DEFINITIONS).values(), *(BRACKETS | EMPHASIS | CODE).values()
    ),
}  # fmt: skip
DEEP = 16_000
DEPTHS: dict[str, str] = {
    mark: mark * DEEP + "a\n"
    for mark in (">", "> ", "*", "* ", "_", "**a ", "~~a ", "[", "![", "[a](", "- ", "1. ", "+\t")
} | {mark: mark * DEEP for mark in ("> 1. ", "- > ", "[^1]: ", "<div>", "`", "&", "\\", "| ")}
