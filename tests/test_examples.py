"""The examples on the pages of the checks are their tests."""

import random

import pytest

from kettext import checks
from kettext.fixer.examples import problems
from kettext.kit.page import Example, read_page

PAGES = {name: read_page(checks.page_path(name)) for name in checks.names()}
EXAMPLES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, page in PAGES.items()
    for number, example in enumerate(page.examples, 1)
]
JOINED_TO = 12  # examples of other checks, drawn by seed; the first ones always


def partners(name: str, example: Example) -> list[Example]:
    others = [
        other
        for page_name, page in PAGES.items()
        if page_name != name
        for other in page.examples
        if other.format == example.format and not other.whole
    ]
    return random.Random(f"{name} {example.text}").sample(others, min(JOINED_TO, len(others)))


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_example_gives_what_its_page_says(name: str, example: Example) -> None:
    check = checks.load(name)
    found = [
        problem
        for partner in (None, *partners(name, example))
        for problem in problems(check, example, partner)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", PAGES)
def test_page_has_a_bad_example_and_a_near_miss(name: str) -> None:
    page = PAGES[name]
    assert any(example.is_bad for example in page.examples)
    assert any(not example.is_bad for example in page.examples)
    assert all(example.text.count("\n") <= 16 for example in page.examples)


@pytest.mark.parametrize("name", PAGES)
def test_page_says_how_it_is_fixed_and_when_to_switch_it_off(name: str) -> None:
    text = PAGES[name].text
    assert text.index("\n## Fix\n") < text.index("\n## When to switch it off\n")
    assert PAGES[name].summary.endswith(".")


@pytest.mark.parametrize("name", PAGES)
def test_every_check_has_an_example_that_can_be_disturbed_or_says_why_not(name: str) -> None:
    page = PAGES[name]
    assert any(example.is_bad and not example.whole for example in page.examples) or (
        "each stands alone" in page.text
    )
