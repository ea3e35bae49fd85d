"""The laws of fixing, on documents that are put together at random and then get faults: a fixed one
is at rest, unsafe after safe is unsafe, every letter is accounted for, and no sentence is lost."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

import pytest

from kettext import fix
from kettext.api import Fixed, Objection
from kettext.fixer.ledger import State
from kettext.text.prose import collapsed
from kettext.text.source import Span

DOCUMENTS = 180
CHANGED, REFUSED = 125, 10  # of these: at least, at most
FLOORS = {  # how often each of the safe fixes is made
    "repeated-word": 70,
    "invisible-character": 50,
    "duplicate-heading": 30,
    "comment-form": 15,
    "shop-element": 18,
    "duplicate-paragraph": 14,
    "fused-heading": 6,
}
TITLES = (
    "How to warm pot {n} for a guest",
    "Cups of sort {n}",
    "{n}. The water of spring {n}",
    "What is said of 茶 {n}?",
)
SENTENCES = (
    "Pot {n} is warm.",
    "Never put the lid on can {n} before noon.",
    "However, tea {n} was not sold in the harbour of the old town after the war.",
    "A cup of tea {n} is drunk while it is hot, and the pot is kept warm until the guests leave.",
    "In shop {n} the price of the leaves is {n} cents, which 🍵 lovers find fair enough by now.",
    "They say that *leaf {n}* holds {n} mg of the best there is, and that nobody has measured it.",
    "The [list {n}](https://tea.example/{n}) names all of the gardens that sell it in spring.",
    "第{n}杯の茶は the harbour の茶である。",
    "Call `brew({n})` at the end of the day.",
)
BLOCKS = (
    "- item {n} of the list\n- item {n} again with milk",
    "* item {n} of a loose list\n\n* item {n} again with sugar",
    "- item {n}\n\n* item {n} of the list next to it",
    "{n}. step {n}\n{n}1. step {n} again",
    "- item {n}\n\n  A paragraph {n} in it.\n\n      code {n} in it",
    "> Quoted words {n}, and the the slip is his.\n>\n> Said {n}.",
    "| cup {n} | pot |\n|---|---|\n| the the {n} | full |",
    "```\nthe the code {n}\n\nLeave a Comment\n```",
    "    the the code {n}",
    "<!-- note {n} -->",
    "<div>\n\nBox {n} of the shop.\n\n</div>",
    "See note {n}.[^{n}]\n\n[^{n}]: The text of note {n}.",
    "Go to [place {n}][ref{n}].\n\n[ref{n}]: https://tea.example/ref{n}",
    "---",
    "Setext {n}\n--------",
)
FORMS = (
    "Leave a Reply\n\nYour email address will not be published.",
    "Shopping Cart\n\nAdd to cart",
    "## Leave a Comment\n\nWebsite",
    "Your cart is empty.",
)
GAPS = ("\n\n",) * 12 + ("\n\n\n", "\n \n", "\n")
LINE_ENDS = ("\n",) * 6 + ("\r\n", "\r\n", "\r")
FRONT_MATTER = "---\ntitle: The the tea\n---"
SIGNS = "\u200b\u00ad\u2060\ufeff"
SLIP = re.compile(r"\b(the|of|and|an) \1\b")
LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


class Made(NamedTuple):
    """A document in blocks and gaps, one after the other, and the texts in it that stand once
    before the faults come in."""

    parts: tuple[str, ...]
    known: tuple[str, ...]
    format: str
    line_end: str

    @property
    def text(self) -> str:
        return "".join(self.parts).replace("\n", self.line_end)


def documents(seed: int) -> Iterator[Made]:
    """Documents without end, always the same ones for a seed."""
    drawn = Random(seed)
    while True:
        yield _document(drawn)


def _document(drawn: Random) -> Made:
    blocks = [_block(drawn, number) for number in range(1, drawn.randint(4, 14))]
    known = tuple(line for block in blocks for line in _lines(block))
    for _ in range(drawn.randint(1, 4)):
        drawn.choice(FAULTS)(drawn, blocks)
    if drawn.random() < 0.15:
        blocks.insert(0, FRONT_MATTER)
    gaps = [drawn.choice(GAPS) for _ in blocks]
    parts = tuple(part for pair in zip(blocks, gaps, strict=True) for part in pair)
    name = "text" if drawn.random() < 0.2 else "markdown"
    return Made(parts, known, name, drawn.choice(LINE_ENDS))


def _block(drawn: Random, number: int) -> str:
    kind = drawn.random()
    if number == 1 or kind < 0.25:
        mark = "#" * (1 if number == 1 else drawn.choice((2, 2, 3)))
        return f"{mark} {drawn.choice(TITLES).format(n=number)}"
    if kind < 0.7:
        chosen = drawn.sample(SENTENCES, drawn.randint(1, 4))
        blank = "\n" if drawn.random() < 0.2 else " "
        return blank.join(sentence.format(n=number) for sentence in chosen)
    return drawn.choice(BLOCKS).format(n=number)


def _lines(block: str) -> Iterator[str]:
    """What a reader would miss: each sentence, or line of a block that is no paragraph."""
    for part in re.split(r"(?<=[.。])\s+|\n", block):
        text = readable(part).lstrip("# ")  # an unsafe fix may change the level of a heading
        if re.search(r"\w \d|\d\w", text):
            yield text


def readable(text: str) -> str:
    """The text with single blanks, without what a safe fix of a word may take away."""
    text = re.sub(f"[{SIGNS}]", "", text)
    return SLIP.sub(r"\1", " ".join(text.split()))


def _titles(blocks: Sequence[str]) -> list[int]:
    return [index for index, block in enumerate(blocks) if block.startswith("#")]


def _paragraphs(blocks: Sequence[str]) -> list[int]:
    return [index for index, block in enumerate(blocks) if re.match(r"[A-Z第]", block)]


def repeats_a_title(drawn: Random, blocks: list[str]) -> None:
    if titles := _titles(blocks):
        index = drawn.choice(titles)
        blocks.insert(min(index + drawn.randint(1, 3), len(blocks)), blocks[index])


def fuses_a_title(drawn: Random, blocks: list[str]) -> None:
    places = [index for index in _titles(blocks) if index + 1 < len(blocks)]
    if places:
        index = drawn.choice(places)
        blocks[index + 1] = f"{blocks[index].lstrip('# ')} {blocks[index + 1]}"


def copies_a_paragraph(drawn: Random, blocks: list[str]) -> None:
    if places := _paragraphs(blocks):
        index = drawn.choice(places)
        blocks.insert(min(index + drawn.choice((1, 1, 2, 5)), len(blocks)), blocks[index])


def copies_a_sentence(drawn: Random, blocks: list[str]) -> None:
    if places := _paragraphs(blocks):
        one, other = drawn.choice(places), drawn.choice(places)
        sentence = drawn.choice(re.split(r"(?<=\.)\s", blocks[one]))
        blocks[other] = drawn.choice((f"{blocks[other]} {sentence}", f"{sentence} {blocks[other]}"))


def copies_with_another_number(drawn: Random, blocks: list[str]) -> None:
    if places := _paragraphs(blocks):
        index = drawn.choice(places)
        blocks.insert(index + 1, re.sub(r"\d+", "7777", blocks[index]))


def adds_a_form(drawn: Random, blocks: list[str]) -> None:
    blocks.insert(drawn.choice((len(blocks), drawn.randint(1, len(blocks)))), drawn.choice(FORMS))


def doubles_a_word(drawn: Random, blocks: list[str]) -> None:
    index = drawn.randrange(len(blocks))
    blocks[index] = re.sub(r"\b(the|of|and)\b", r"\1 \1", blocks[index], count=1)


def hides_a_sign(drawn: Random, blocks: list[str]) -> None:
    index = drawn.randrange(len(blocks))
    place = drawn.randint(0, len(blocks[index]))
    blocks[index] = blocks[index][:place] + drawn.choice(SIGNS) + blocks[index][place:]


def swaps_two_blocks(drawn: Random, blocks: list[str]) -> None:
    index = drawn.randrange(1, len(blocks))
    blocks[index - 1], blocks[index] = blocks[index], blocks[index - 1]


FAULTS: tuple[Callable[[Random, list[str]], None], ...] = (
    repeats_a_title,
    fuses_a_title,
    copies_a_paragraph,
    copies_a_sentence,
    copies_with_another_number,
    adds_a_form,
    doubles_a_word,
    hides_a_sign,
    swaps_two_blocks,
)


def broken_laws(text: str, fixed: Fixed, *, unsafe: bool, name: str = "markdown") -> Iterator[str]:
    """What a fixed text does that fixing must never do; nothing if all laws hold."""
    if fix(fixed.text, format=name, unsafe=unsafe).text != fixed.text:
        yield "not at rest: fixing the result changes it"
    if unsafe:
        after_safe = fix(fix(text, format=name).text, format=name, unsafe=True)
        if after_safe.text != fixed.text:
            yield "order: unsafe after safe gives another text"
    yield from _changed_outside(text, fixed)
    yield from _not_accounted_for(text, fixed)
    if not unsafe:  # of two near copies, the one that stays may say it in other words
        yield from _without_survivor(fixed)


def _changed_outside(text: str, fixed: Fixed) -> Iterator[str]:
    """Where fixes only take away, what they leave must stand in the result, in the same order, with
    nothing between two pieces."""
    if not fixed.applied and fixed.text != text:
        yield "bytes: changed without a fix"
    only_takes = all(
        one.spans and not one.put_in and one.check != "unmarked-heading" for one in fixed.applied
    )
    if fixed.ledger.count(State.MOVED) or not only_takes:
        return  # where something was put in, the ledger and the two accounts have to tell
    pieces = list(_pieces(text, sorted(span for one in fixed.applied for span in one.spans)))
    place = 0
    for piece in pieces:
        found = fixed.text.find(piece, place)
        if found < 0:
            yield f"bytes: {piece[:60]!r} is not as it was"
            return
        place = found + len(piece)
    more = len(fixed.text) - sum(map(len, pieces))
    if more:
        yield f"bytes: {more} characters came in that no fix reports"


def _pieces(text: str, cut: Sequence[Span]) -> Iterator[str]:
    """The text without these stretches."""
    start = 0
    for span in cut:
        yield text[start : span.start]
        start = max(start, span.end)
    yield text[start:]


def _not_accounted_for(text: str, fixed: Fixed) -> Iterator[str]:
    """Every letter of the source is in an entry, every letter of the result in one or put in."""
    entries = fixed.ledger.entries
    if lost := _uncovered(text, [entry.before for entry in entries]):
        yield f"ledger: of the source, {lost[:40]!r} is in no entry"
    more = Counter(_uncovered(fixed.text, [entry.after for entry in entries if entry.after]))
    more.subtract(sign for words in fixed.ledger.put_in for sign in words)
    if odd := "".join(sign for sign, count in more.items() if count > 0):
        yield f"ledger: of the result, {odd[:40]!r} is in no entry"


def _uncovered(text: str, spans: Sequence[Span]) -> str:
    """The letters and digits that stand in none of the spans."""
    covered = bytearray(len(text))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return "".join(
        sign for sign, seen in zip(text, covered, strict=True) if sign.isalnum() and not seen
    )


def _without_survivor(fixed: Fixed) -> Iterator[str]:
    """What went because it stands elsewhere must stand there."""
    for entry in fixed.ledger.entries:
        if entry.state == State.REMOVED and entry.survivor:
            stays = fixed.text[entry.survivor.start : entry.survivor.end]
            if collapsed(readable(entry.old)) not in collapsed(readable(stays)):
                yield f"survivor: {entry.old[:60]!r} is not in {stays[:60]!r}"


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fixing_loses_nothing(unsafe: bool) -> None:
    seen: Counter[str] = Counter()
    wrong = []
    for number, made in enumerate(islice(documents(7), DOCUMENTS)):
        try:
            fixed = fix(made.text, format=made.format, unsafe=unsafe)
            broken = list(broken_laws(made.text, fixed, unsafe=unsafe, name=made.format))
        except Objection as objection:
            seen["refused"] += 1
            print(f"document {number} refused: {objection}")
            continue
        lost = [text for text in made.known if _is_lost(text, made.text, fixed.text)]
        broken += [f"lost: {text!r}" for text in lost]
        wrong += [f"document {number}: {law}" for law in broken]
        seen.update(one.check for one in fixed.applied)
        seen.update(changed=fixed.text != made.text, refused=bool(fixed.refused))
    print(dict(seen))
    assert wrong == []
    assert seen["changed"] >= CHANGED
    assert seen["refused"] <= REFUSED
    assert [name for name, floor in FLOORS.items() if seen[name] < floor] == []


def _is_lost(text: str, source: str, result: str) -> bool:
    return text in readable(source) and text not in readable(result)
