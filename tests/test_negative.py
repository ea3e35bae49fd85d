"""What fixing must leave alone, and what other fixers have done to articles: each line of the table
of negative examples in the design is a test here."""

import codecs
from pathlib import Path

import pytest

from kettext import fix, lint
from kettext.text.source import decode
from tests.command import run

ROUNDUP = """\
Five Kettles for a Small Kitchen

We tried each kettle for a month and wrote down what we liked.

Product A

This kettle boils a litre of water in four minutes and looks good on the table.

Pros

It is quick and quiet, and the lid opens with one hand.

Cons

The cord is short.

Verdict

A good kettle for those who are in a hurry every morning.

Product B

This one is made of glass, so that the water can be seen while it boils.

Pros

It is pretty, and it is easy to clean with a little vinegar.

Cons

The glass gets hot.

Verdict

A kettle for those who like to watch.

Product C

The cheapest of the three is made of plastic and weighs next to nothing.

Pros

It costs less than a bag of good tea.

Cons

It smells of plastic for a week.

Verdict

Fine for a student.
"""
TITLES = {
    "Five Kettles for a Small Kitchen": "#",
    "Product A": "##",
    "Product B": "##",
    "Product C": "##",
    "Pros": "###",
    "Cons": "###",
    "Verdict": "###",
}
MARKED_UP = "".join(
    f"{TITLES[line.strip()]} {line}" if line.strip() in TITLES else line
    for line in ROUNDUP.splitlines(keepends=True)
)
ON_ONE_LEVEL = MARKED_UP.replace("###", "##")
NUMBERED = """\
Ketamine at Home

An overview for patients and for those who care for them.

1. What It Is

Ketamine is an anaesthetic that has been in use since the sixties.

2. The Science Behind It

It acts on the receptors of glutamate in the brain.

3. Who It Is For

People for whom other medicines have not worked.

8. Conclusion

It is no cure, but for some people it is a help.
"""
WARNING = (
    "**Warning:** Do not drive a car or use machines for 24 hours after you have taken this "
    "medicine, and do not drink alcohol on the same day."
)
DISCLOSURE = (
    "Disclosure: this article contains affiliate links, which means that we may earn a small "
    "commission if you buy something, at no cost to you."
)
SPONSORED = (
    "Sponsored: the maker of this kettle has paid for this article, but has not read it before "
    "it was published, and had no say in what stands in it."
)
ASK = "Ask your pharmacist before you take this medicine together with any other one."
LONG_ASK = (
    "Ask your pharmacist before you take this medicine together with any other one, with alcohol, "
    "or while you are pregnant or breastfeeding a child."
)
HOWEVER = """\
# Tea and sleep

Tea is good for many people. However, it keeps some of them awake.

It is not known why. However, nobody should drink it at night.

The risks are small. However, side effects such as a racing heart have been reported, and in some
countries the sale of strong extracts is not legal.

Don't give it to children. It does not help against fever, and it never did.
"""
LEFT_ALONE = {
    "a roundup in Markdown": MARKED_UP,
    "a roundup with all titles on one level": ON_ONE_LEVEL,
    "a warning that returns in its section": (
        f"# Drops\n\n{WARNING}\n\nTake two a day.\n\n{WARNING}\n"
    ),
    "a warning that stands twice in a row": f"# Drops\n\n{WARNING}\n\n{WARNING}\n",
    "a warning under each drug": f"# Drugs\n\n## Ann\n\n{WARNING}\n\n## Ben\n\n{WARNING}\n",
    "a callout that returns": (
        "# Pot\n\n> [!WARNING]\n> It is hot.\n\nPour.\n\n> [!WARNING]\n> It is hot.\n"
    ),
    "a disclosure above and below": f"# Pots\n\n{DISCLOSURE}\n\nBuy a pot.\n\n{DISCLOSURE}\n",
    "a disclosure twice in a row": f"# Pots\n\n{DISCLOSURE}\n\n{DISCLOSURE}\n",
    "a sponsor named twice": f"# Pots\n\n{SPONSORED}\n\n{SPONSORED}\n",
    "advice under each drug": (
        f"# Drugs\n\n## Ann\n\nA drug.\n\n{ASK}\n\n## Ben\n\nB drug.\n\n{ASK}\n"
    ),
    "long advice under each drug": (
        f"# Drugs\n\n## Ann\n\nFor the heart.\n\n{LONG_ASK}\n\n"
        f"## Ben\n\nFor the head.\n\n{LONG_ASK}\n"
    ),
    "advice as the only text under each drug": (
        f"# Drugs\n\n## Ann\n\n{LONG_ASK}\n\n## Ben\n\n{LONG_ASK}\n"
    ),
    "code": (
        "# Code\n\n```\nthe the\n\nLeave a Comment\n\n## A\n\n## A\n```\n\n"
        "    and and\n\nUse `the the`.\n"
    ),
    "a table": (
        "# Cups\n\n| the cup | the cup |\n|---|---|\n| Add to cart | Add to cart |\n"
        "| Pros | Pros |\n"
    ),
    "front matter": "---\ntitle: The the tea\ntags: [tea, tea]\n---\n\n# Tea\n\nLeave it.\n",
    "numbers of sections": NUMBERED,
    "contrast, negation and risk": HOWEVER,
    "doses that differ": (
        "# Dose\n\n"
        "Take 5 mg of it in the morning with a glass of water, and wait for an hour before you "
        "have your breakfast.\n\n"
        "Take 10 mg of it in the morning with a glass of water, and wait for an hour before you "
        "have your breakfast.\n"
    ),
    "a negation that differs": (
        "# Dose\n\n"
        "You can take it in the morning together with a glass of milk, and then have your "
        "breakfast at once as on any other day.\n\n"
        "You can not take it in the morning together with a glass of milk, and then have your "
        "breakfast at once as on any other day.\n"
    ),
    "a promise of a privacy policy": (
        "# Our promise\n\nYour email address will not be published or sold to others.\n\n"
        "We keep it.\n"
    ),
    "a sentence behind one that forms use": (
        "# Our promise\n\nYour email address will not be published. See note 4.\n\nWe keep it.\n"
    ),
    "a sentence that begins as forms do": (
        "# Our promise\n\nRequired fields are marked in red below.\n\nThe others may stay empty.\n"
    ),
    "a title that is a word of forms": (
        "# Privacy\n\nYour name, and what you have told us, stays in the house.\n\nWe keep it.\n"
    ),
    "words of a shop that a text is about": (
        "# How to sell tea\n\nThe button should say:\n\n> Add to cart\n\n"
        "Nobody clicks on “Buy it now”.\n"
    ),
    "a line that a colon announces": (
        "# How to sell tea\n\nThe button should say:\n\nAdd to cart\n\nIt should be green.\n"
    ),
    "a list of doubled words": "# Slips\n\n- “the the” is a slip\n- `and and` is one\n",
    "titles that return under others": (
        "# Tea\n\n## Green\n\n### Taste\n\nMild.\n\n## Black\n\n### Taste\n\nStrong.\n"
    ),
}


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_what_is_meant_is_left_alone(text: str, unsafe: bool) -> None:
    fixed = fix(text, unsafe=unsafe)
    if any(one.check == "unmarked-heading" for one in fixed.applied):
        assert unsafe
        assert [line.lstrip("# ") for line in fixed.text.split("\n")] == text.split("\n")
    else:
        assert fixed.text == text


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("text", [ROUNDUP, NUMBERED], ids=["roundup", "numbered"])
def test_pasted_text_is_left_alone(text: str, unsafe: bool) -> None:
    assert fix(text, format="text", unsafe=unsafe).text == text


def test_a_pasted_roundup_in_a_markdown_file_is_left_alone_unless_asked() -> None:
    assert fix(ROUNDUP).text == ROUNDUP
    marked = fix(ROUNDUP, unsafe=True).text
    assert [line.lstrip("# ") for line in marked.split("\n")] == ROUNDUP.split("\n")


def test_pasted_section_numbers_stay_as_they_are() -> None:
    for name in ("text", "markdown"):
        for unsafe in (False, True):
            text = fix(NUMBERED, format=name, unsafe=unsafe).text
            lines = [line.lstrip("# ").replace("\\", "") for line in text.split("\n")]
            assert [line for line in lines if line[:1].isdigit()] == [
                "1. What It Is",
                "2. The Science Behind It",
                "3. Who It Is For",
                "8. Conclusion",
            ]


COPY = (
    "The pot is warmed with hot water first, so that the tea does not cool down in it at once, "
    "which it would."
)
FAULTY = {
    "repeated-word": ("{} the the cup {}\n", "{} the cup {}\n"),
    "invisible-character": ("{} ket\u200btle {}\n", "{} kettle {}\n"),
    "duplicate-heading": (
        "## Brewing {}\n\nWarm.\n\n## Brewing {}\n\nPour {}.\n",
        "## Brewing {}\n\nWarm.\n\nPour {}.\n",
    ),
    "duplicate-paragraph": (f"{{}} {COPY}\n\n{{}} {COPY}\n", f"{{}} {COPY}\n"),
    "fused-heading": (
        "## {} How to warm the pot\n\nHow to warm the pot The pot {} is warm.\n",
        "## {} How to warm the pot\n\nThe pot {} is warm.\n",
    ),
    "comment-form": ("Pour {}.\n\nLeave a Reply\n\nPost Comment\n", "Pour {}.\n"),
    "shop-element": ("Pour {}.\n\nShopping Cart\n\nAdd to cart\n", "Pour {}.\n"),
    "duplicate-sentence": (
        f"Tea. {COPY} Then {{}}.\n\nMilk. {COPY}\n",
        f"Tea. {COPY} Then {{}}.\n\nMilk.\n",
    ),
}
SIGNS = {"emoji": "🙂👩‍👩‍👧", "astral": "𝔗𝔢𝔞", "CJK": "茶を飲む", "accents": "e\u0301te\u0301"}
FORMS = {
    "LF": (b"", "\n"),
    "CRLF": (b"", "\r\n"),
    "CR": (b"", "\r"),
    "BOM": (codecs.BOM_UTF8, "\r\n"),
    "UTF-16": (codecs.BOM_UTF16_LE, "\n"),
}


def written(pattern: str, sign: str, form: str) -> bytes:
    """An article with signs on every side of the fault, as the bytes of a file."""
    mark, newline = FORMS[form]
    opening = (
        f"# Tea {sign}\n\nThe {sign} tea of the house is {sign} green and not black, and it is "
        "what the guests ask for when they come in from the cold.\n\n"
    )
    text = opening + pattern.replace("{}", sign)
    encoding = "utf-16-le" if form == "UTF-16" else "utf-8"
    return mark + text.replace("\n", newline).encode(encoding)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("check", FAULTY)
def test_a_fix_takes_the_right_characters(check: str, form: str) -> None:
    for sign in SIGNS.values():
        before, after = (written(pattern, sign, form) for pattern in FAULTY[check])
        source = decode(before)
        unsafe = check == "duplicate-sentence"
        fixed = fix(source.text, unsafe=unsafe)
        assert [one.check for one in fixed.applied] == [check]
        assert source.with_text(fixed.text).encode() == after


def test_each_check_with_a_fix_of_words_or_blocks_is_tried_here() -> None:
    tried = {
        report.check
        for pattern, _ in FAULTY.values()
        for report in lint(decode(written(pattern, "🙂", "LF")).text)
        if report.finding.fix
    }
    assert tried == FAULTY.keys()


@pytest.mark.parametrize("form", FORMS)
def test_the_command_takes_the_right_bytes(form: str, tmp_path: Path) -> None:
    expected: dict[Path, bytes] = {}
    for check in FAULTY:
        before, after = (written(pattern, "🙂茶", form) for pattern in FAULTY[check])
        path = tmp_path / f"{check}.md"
        path.write_bytes(before)
        expected[path] = after
    run("fix", "--unsafe", ".", folder=tmp_path)
    for path, after in expected.items():
        assert path.read_bytes() == after, path.name


def test_no_state_is_left_between_documents() -> None:
    texts = [decode(written(pattern, "🙂", "LF")).text for pattern, _ in FAULTY.values()]
    texts += [ROUNDUP, MARKED_UP, HOWEVER]
    first = [fix(text).text for text in texts]
    for _ in range(3):
        for text in reversed(texts):
            fix(text, unsafe=True)
        assert [fix(text).text for text in texts] == first
