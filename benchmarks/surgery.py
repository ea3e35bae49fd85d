"""The documents that mutants.py fixes: the examples of the pages, the samples, and articles put
together at random, with faults in their words and in their sections."""

from collections.abc import Iterator, Mapping
from itertools import islice
from random import Random
from typing import NamedTuple

from kettext import checks, formats
from kettext.kit.check import Check
from kettext.kit.page import Example, PageError, read_page
from tests.samples import NAMES, article
from tests.test_laws import BLOCKS, SENTENCES, documents

SEED, WITH_FAULTS, WITH_SECTIONS = 11, 40, 90
TITLES = (
    "Brewing tea", "Cups and pots", "The water", "Storing leaves", "Tea and sleep", "What it costs",
    "Introduction: All about green tea", "Cups",
)  # fmt: skip
ENDS = ("Conclusion", "Final thoughts", "In conclusion", "Conclusion: All is well")
QUESTIONS = ("Does it keep?", "Is it dear?", "Who drinks it?", "Will it last?")
LONG = (
    "Drink it while it is hot, and do not wait for longer than five minutes, or it will be as cold "
    "as the pot in which it was made an hour ago."
)
NEARLY = LONG.replace("do not wait for longer", "do not wait longer").replace(
    "an hour", "an hour or so"
)
MORE = (LONG, NEARLY, f"{LONG} It turns bitter.", "Put the the kettle on.", "See [it](#cups).")
GAPS = ("\n\n",) * 9 + ("\n\n\n", "\n \n", "\n")


class Case(NamedTuple):
    text: str
    format: str
    unsafe: bool
    to_markdown: bool = False
    options: Mapping[str, Mapping[str, object]] = {}


def cases() -> Iterator[Case]:
    """Every document at both levels; pasted text is turned into Markdown, too."""
    for text, name, options in (*_with_sections(), *_examples(), *_samples(), *_with_faults()):
        yield Case(text, name, True, False, options)
        yield Case(text, name, False, name == "text", options)


Made = tuple[str, str, Mapping[str, Mapping[str, object]]]


def _examples() -> Iterator[Made]:
    for name in checks.names():
        try:
            examples = read_page(checks.page_path(name)).examples
            known = [(one, _options(checks.load(name), one)) for one in examples]
        except (OSError, ImportError, PageError, AttributeError):
            continue  # somebody is working on it
        for example, options in known:
            if example.is_bad and example.format in formats.MODULES:
                yield example.text, example.format, {name: options} if options else {}


def _options(check: Check, example: Example) -> dict[str, object]:
    """The options of an example, as values of the types that their defaults have."""
    written = {name.replace("-", "_"): text for name, text in example.options.items()}
    return {name: _value(check.options[name], text) for name, text in written.items()}


def _value(default: object, text: str) -> object:
    match default:
        case bool():
            return text == "true"
        case int():
            return int(text)
        case tuple():
            return text.split(",")
        case _:
            return text


def _samples() -> Iterator[Made]:
    for name in NAMES:
        path = article(name)
        text = path.read_bytes().decode("utf-8")
        yield text, "text" if path.suffix == ".txt" else "markdown", {}


def _with_faults() -> Iterator[Made]:
    for made in islice(documents(SEED), WITH_FAULTS):
        yield made.text, made.format, {}


def _with_sections() -> Iterator[Made]:
    drawn = Random(SEED)
    for number in range(WITH_SECTIONS):
        name = "text" if number % 5 == 4 else "markdown"
        text = "".join(_parts(drawn, marked=name == "markdown"))
        numbering = drawn.choice(("keep", "renumber", "drop"))
        line_end = drawn.choice(("\n", "\n", "\r\n"))
        yield text.replace("\n", line_end), name, {"heading-number": {"numbering": numbering}}


def _parts(drawn: Random, *, marked: bool) -> Iterator[str]:
    """An article whose sections stand twice, in two places, behind the end, or a level too low."""
    is_numbered = drawn.random() < 0.3
    if drawn.random() < 0.7:
        yield ("# " if marked else "") + "All about tea" + "\n\n"
    number = 0
    for level, words in _outline(drawn):
        number += level == 2
        count = f"{number + (number > 3)}. " if is_numbered and level == 2 else ""
        yield ("#" * level + " " if marked else "") + count + words + drawn.choice(GAPS)
        for _ in range(drawn.choice((0, 1, 1, 1, 2, 3))):
            yield _block(drawn) + drawn.choice(GAPS)
    if drawn.random() < 0.2:
        yield "The end."


def _outline(drawn: Random) -> list[tuple[int, str]]:
    titles = [(2, words) for words in drawn.sample(TITLES, drawn.randint(2, 5))]
    titles += [(2, words) for words in drawn.sample(ENDS, drawn.choice((0, 1, 1, 2)))]
    for _ in range(drawn.choice((0, 1, 2))):
        place = drawn.randint(1, len(titles))
        titles.insert(place, (drawn.choice((3, 3, 3, 4)), drawn.choice(TITLES)))
    if drawn.random() < 0.3:
        titles.insert(drawn.choice((len(titles), 1)), (2, "References"))
    for _ in range(drawn.choice((0, 1, 1, 2))):
        again = drawn.choice(titles)
        titles.insert(drawn.randint(0, len(titles)), again)
    if drawn.random() < 0.3:
        titles += [(2, words) for words in drawn.sample(QUESTIONS, 3)]
    elif drawn.random() < 0.5:  # the end stands in the middle
        titles.append((2, drawn.choice(TITLES)))
    return titles


def _block(drawn: Random) -> str:
    kind = drawn.random()
    number = drawn.randint(1, 30)
    if kind < 0.5:
        return " ".join(one.format(n=number) for one in drawn.sample(SENTENCES, 2))
    return drawn.choice(MORE) if kind < 0.75 else drawn.choice(BLOCKS).format(n=number)
