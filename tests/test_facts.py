"""What must not differ between two copies of a text."""

import time

import pytest

from kettext.text.facts import facts


def listed(text: str) -> list[str]:
    return [f"{fact.kind} {fact.text}" for fact in facts(text).elements()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take 5 mg of it, or 10mg.", ["amount 5 mg", "amount 10 mg"]),
        ("It costs $5 or €5, or 5 dollars.", ["amount $5", "amount €5", "amount 5 dollar"]),
        ("About 1,000 of 20 000.5.", ["number 1000", "number 20", "number 000.5"]),
        ("Half of them, the first five.", ["number 1/2", "number 1.", "number 5"]),
        ("In May 2015, on a Monday.", ["date may", "date 2015", "date monday"]),
        ("May I? It may be 2014-03-19 by now.", ["date 2014-03-19"]),
        ("He can’t, cannot and does not.", ["negation not"] * 3),
        ("Never go without it.", ["negation never", "negation without"]),
        ("Take it before a meal.", ["direction before"]),
        ("The C of C#.", ["name C", "name C#"]),
        ("NASA told Google’s Dr. Smith.", ["name NASA", "name Google", "name Dr", "name Smith"]),
        ("We tea. They tea! “The tea,” you said, is what I Like.", ["name Like"]),
        ("Run `ls -l` with B12.", ["name ls -l", "name B12"]),
        ("See [this](http://a.b/c), [that][1] and https://d.e/f.",
         ["link http://a.b/c", "link 1", "link https://d.e/f"]),
    ],
)  # fmt: skip
def test_facts_of_a_text_are_found(text: str, expected: list[str]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ten minutes", "10 minutes"),
        ("a ten-minute walk", "a 10 minute walk"),
        ("50 percent", "50%"),
        ("5 μg", "5 µg"),
        ("it can't be", "it can’t be"),
        ("it cannot be", "it can not be"),
    ],
)
def test_spelling_makes_no_other_fact(one: str, other: str) -> None:
    assert facts(one) == facts(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5", "€5"),
        ("5 mg", "5 g"),
        ("5 mg", "5 ml"),
        ("a C compiler", "a C# compiler"),
        ("it is -5 °C", "it is 5 °C"),
        ("it does", "it doesn't"),
        ("[a](http://b.c)", "[a](http://b.d)"),
        ("twenty-two", "twenty-three"),
    ],
)
def test_what_differs_is_another_fact(one: str, other: str) -> None:
    assert facts(one) != facts(other)


@pytest.mark.parametrize(
    "part", ["1,", "`a", "](", "][", "A.", "5-", "$", "http://", "x'", "1:/", "\n "]
)
def test_facts_take_linear_time(part: str) -> None:
    def seconds(length: int) -> float:
        text = part * (length // len(part))
        start = time.process_time()
        facts(text)
        return time.process_time() - start

    assert seconds(200_000) < 10 * seconds(50_000) + 0.1
