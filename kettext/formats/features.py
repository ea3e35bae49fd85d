"""What a line of pasted text looks like, itself and among its neighbours, as names of features.

The names are words because they explain a heading; what each is worth stands in weights.py.
"""

from collections.abc import Iterator, Sequence

from kettext.formats.layout import EDGE, Layout
from kettext.formats.lines import MANY_WORDS, Line, section_number
from kettext.formats.wording import (
    ADDRESS,
    ASKING,
    CODE,
    DASH,
    DATE,
    INNER_END,
    SMALL_WORDS,
    USUAL_TITLES,
    YEAR,
    has_verb,
    is_caption,
    is_labelled,
    starts_like_a_sentence,
)
from kettext.text.prose import normalised

STARTS = (
    ("caption", is_caption),
    ("starts like a sentence", starts_like_a_sentence),
    ("labelled", is_labelled),
)
INSIDE = (
    ("a sentence ends inside", INNER_END),
    ("address", ADDRESS),
    ("date", DATE),
    ("year", YEAR),
    ("code", CODE),
    ("dash inside", DASH),
)
LONG = 44  # words of a paragraph
LENGTHS = (
    (0, "no"), (1, "1"), (2, "2"), (3, "3"), (6, "4 to 6"), (9, "7 to 9"), (12, "10 to 12"),
    (16, "13 to 16"), (24, "17 to 24"),
)  # fmt: skip


def features(layout: Layout, index: int) -> Iterator[str]:
    """The features of a line."""
    line, words = layout.lines[index], layout.words[index]
    numbered = bool(section_number(line.text))
    body = line.text.split(None, 1)[1] if numbered else line.text
    content = [word for word in words if word.lower() not in SMALL_WORDS]
    yield "any line"
    yield from _shape(line, numbered)
    yield from _wording(body, words)
    yield from _case(body, content)
    yield from _place(layout, index)
    yield from _blanks(layout, index)
    yield from _run(layout, index)
    yield from _likeness(layout, index, content)


def _shape(line: Line, numbered: bool) -> Iterator[str]:
    text = line.text
    length = next((name for most, name in LENGTHS if line.word_count <= most), "25 or more")
    yield f"{length} words"
    yield f"ends in {_sign(text[-1])}"
    if numbered:
        yield "numbered"
    elif line.marker:
        yield "marker"
    elif text[0].isdigit():
        yield "starts with a digit"
    elif not text[0].isalnum():
        yield "starts with a sign"
    if line.bold and text[-1] not in ".;,:":  # else it is stressed
        yield "bold as a whole"
    if text[0].islower():
        yield "starts in lower case"
    if ": " in text[:-1]:
        yield "colon inside"
    if "(" in text:
        yield "bracket inside"
    commas = text.count(",")
    if commas:
        yield "a comma" if commas == 1 else "commas"


def _sign(end: str) -> str:
    if end.isalpha():
        return "a letter"
    if end.isdigit():
        return "a digit"
    return end if end in ".:?!;,…)" else "a quote" if end in '”"' else "a sign"


def _wording(body: str, words: Sequence[str]) -> Iterator[str]:
    yield from (name for name, is_so in STARTS if is_so(body))
    yield from (name for name, pattern in INSIDE if pattern.search(body))
    first = words[0].lower() if words else ""
    if first.endswith("ing"):
        yield "starts in -ing"
    if first in ASKING:
        yield "starts with a question word"
    if first in ("a", "an", "the"):
        yield "starts with an article"
    if normalised(body) in USUAL_TITLES:
        yield "a usual title"


def _case(body: str, content: Sequence[str]) -> Iterator[str]:
    share = sum(word[0].isupper() for word in content) / max(1, len(content))
    if len(content) < 2:
        yield "one word of content" if content else "no word of content"
    elif share >= 0.7:
        yield "title case" if share == 1 else "mostly title case"
    else:
        yield "half title case" if share >= 0.4 else "sentence case"
    if len(content) > 1 and body.isupper():
        yield "all capitals"
    if share < 0.6 and has_verb(body):
        yield "verb"


def _place(layout: Layout, index: int) -> Iterator[str]:
    above, here, below = layout.above(index), layout.kinds[index], layout.below(index)
    if index in (0, 1):
        yield "second line" if index else "first line"
    elif below == EDGE:
        yield "last line"
    yield f"{here} below {above}"
    yield f"{here} above {below}"
    yield f"above {below}, then {layout.below(index + 1)}"
    if above == "prose" and index - 1 not in layout.headings:
        yield f"below {_paragraph(layout.lines[index - 1])}"
    if below == "prose":
        yield f"above {_paragraph(layout.lines[index + 1])}"


def _paragraph(line: Line) -> str:
    size = (
        "short" if line.word_count < MANY_WORDS else "long" if line.word_count > LONG else "usual"
    )
    return f"a {size} paragraph"


def _blanks(layout: Layout, index: int) -> Iterator[str]:
    """Blank lines tell nothing where they do not separate blocks."""
    if not layout.spaced:
        return
    start, end = layout.blocks[index]
    if end - start > 1:
        yield f"joined, {'first' if index == start else 'last' if index == end - 1 else 'inside'}"
        return
    if index:
        yield f"alone, below a block of {_length(layout.blocks[index - 1])}"
    if index + 1 < len(layout.lines):
        yield f"alone, above a block of {_length(layout.blocks[index + 1])}"


def _length(stretch: tuple[int, int]) -> str:
    return _count(stretch[1] - stretch[0], 3)


def _count(count: int, most: int) -> str:
    return f"{most} or more" if count >= most else str(count)


def _run(layout: Layout, index: int) -> Iterator[str]:
    start, end = layout.runs[index]
    style = "spaced" if layout.spaced else "dense"
    yield f"{style} run, {_count(index - start, 2)} above, {_count(end - 1 - index, 3)} below"
    for above in range(index - 1, max(start - 2, index - 32, -1), -1):
        if layout.lines[above].text[-1] == ":":
            yield "right below a colon" if above == index - 1 else "below a colon"
            break
        if layout.kinds[above] == "prose":
            break


def _likeness(layout: Layout, index: int, content: Sequence[str]) -> Iterator[str]:
    for other, name in ((index - 1, "line above"), (index + 1, "line below")):
        if not 0 <= other < len(layout.lines):
            continue
        if _alike(layout, index, other):
            yield f"like the {name}"
        if _same_start(layout, index, other):
            yield f"starts like the {name}"
        if content:
            yield f"{_shared(content, layout.lines[other].text[:600].lower())} in the {name}"


def _alike(layout: Layout, index: int, other: int) -> bool:
    one, two = layout.lines[index], layout.lines[other]
    return (
        layout.kinds[other] != "prose"
        and abs(one.word_count - two.word_count) <= 2
        and (one.text[-1] in ".!?") == (two.text[-1] in ".!?")
        and one.text[0].isupper() == two.text[0].isupper()
    )


def _same_start(layout: Layout, index: int, other: int) -> bool:
    one, two = layout.lines[index].text, layout.lines[other].text
    words, more = layout.words[index], layout.words[other]
    both_digits = one[0].isdigit() and two[0].isdigit() and other not in layout.headings
    return both_digits or bool(words and more and words[0].lower() == more[0].lower())


def _shared(content: Sequence[str], text: str) -> str:
    share = sum(word[:5].lower() in text for word in content) / len(content)
    return "no word" if not share else "some words" if share < 0.6 else "its words"
