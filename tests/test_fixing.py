"""The laws of fixing, on generated articles: at rest, the same by either way, nothing lost."""

import textwrap
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kettext import fix, parse
from kettext.api import Objection
from kettext.fixer.draft import Draft, Stretch
from kettext.kit.headings import heading_before
from tests.samples import article as sample

PIECES = (
    "# Tea",
    "## Brewing",
    "## Brewing",
    "## 1. Brewing",
    "### Cups",
    "1. Cups",
    "2. Pots",
    "Put the the kettle on.",
    "An an egg, **the** the cup, `the` the pot.",
    "Brewing tea with hot water Tea is a drink.",
    "## Brewing tea with hot water",
    "Drink it while it is hot, and do not wait for longer than five minutes, or it will be "
    "as cold as the pot.",
    "- one\n- two",
    "* one\n\n* two",
    "> the the quote",
    "Leave a Comment",
    "Your email address will not be published.",
    "Shopping Cart",
    "Website",
    "    the the code",
    "<div>\n\nthe the html\n\n</div>",
    "| a | b |\n|---|---|\n| the the | c |",
    "[^1]: The the note.",
    "Studies have shown it.[^1]",
    "🙂 the the smile",
    "---",
)  # fmt: skip
ENDS = ("\n\n", "\n\n\n", "\n", "\r\n\r\n", "\n \n")

articles = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(ENDS)), min_size=1, max_size=12
).map(lambda pairs: "".join(piece + end for piece, end in pairs))
formats = st.sampled_from(("markdown", "text"))


@settings(max_examples=300, deadline=None)
@given(articles, formats, st.booleans())
def test_a_fixed_article_is_at_rest(text: str, name: str, unsafe: bool) -> None:
    try:
        once = fix(text, format=name, unsafe=unsafe)
    except Objection as objection:
        assert str(objection)
        return
    assert fix(once.text, format=name, unsafe=unsafe).text == once.text


@settings(max_examples=150, deadline=None)
@given(articles, formats)
def test_unsafe_after_safe_is_unsafe(text: str, name: str) -> None:
    try:
        both = fix(fix(text, format=name).text, format=name, unsafe=True)
        assert both.text == fix(text, format=name, unsafe=True).text
    except Objection as objection:
        assert str(objection)


@settings(max_examples=200, deadline=None)
@given(articles, formats)
def test_what_is_not_changed_is_the_same_to_the_character(text: str, name: str) -> None:
    try:
        fixed = fix(text, format=name)
    except Objection:
        return
    spans = sorted(span for applied in fixed.applied for span in applied.spans)
    for span in reversed(spans):
        text = text[: span.start] + text[span.end :]
    assert fixed.text == text  # the safe fixes of today put nothing in


def test_most_generated_articles_are_fixed() -> None:
    """The laws above would hold for a fixer that refuses everything."""
    drawn = Random(7)
    refused = changed = 0
    for _ in range(200):
        pairs = [(drawn.choice(PIECES), drawn.choice(ENDS)) for _ in range(10)]
        text = "".join(piece + end for piece, end in pairs)
        try:
            changed += fix(text).text != text
        except Objection:
            refused += 1
    assert changed > 100
    assert refused < 20


def test_headings_that_were_wrapped_are_marked_up_on_one_line() -> None:
    text = sample("ketamine").read_text(encoding="utf-8")
    wrapped = "\n".join(textwrap.fill(line, 40) for line in text.split("\n"))
    fixed = fix(wrapped, unsafe=True).text
    assert "\n## 2. The Science Behind Ketamine: How Does it Work?\n" in fixed
    assert len(parse(fixed).headings) == 31
    assert fix(fixed, unsafe=True).text == fixed


def test_a_heading_is_put_in_with_a_blank_line_and_the_line_ends_of_the_file() -> None:
    for name, expected in (("markdown", "Tea.\r\n\r\n## Cups\r\n\r\nBlue."), ("text", None)):
        document = parse("Tea.\r\n\r\nBlue.", format=name)
        made = heading_before(document, document.blocks[-1], 2, "Cups")
        spliced = made and Draft((Stretch(document.source.text, 0),)).splice([made]).text
        assert spliced == expected
