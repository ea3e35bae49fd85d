"""What no fix may remove stays, whatever a check says, and small repairs are still made in it."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kettext import checks, fix, formats
from kettext.article.chrome import lexicon
from kettext.article.document import Document
from kettext.article.protected import is_protected, protected_passages
from kettext.fixer.passes import fix_document
from kettext.kit.check import Check, check
from kettext.kit.finding import Applicability, Edit, Finding, Fix, Phase, Severity
from kettext.linter.linter import run_checks
from kettext.linter.settings import Settings
from kettext.runner.fixing import fixing_tools
from kettext.text.source import Span, source_of
from tests.command import run

PROTECTED = [
    "Disclosure: the kettle was a gift.",
    "Affiliate disclosure: the maker pays us.",
    "This post contains affiliate links.",
    "As an Amazon Associate I earn from qualifying purchases.",
    "We may earn a small commission if you buy through our links.",
    "Sponsored by the tea board",
    "Sponsored",
    "This story was written in partnership with the tea board.",
    "The authors declare no conflict of interest.",
    "Disclaimer",
    "3. Medical disclaimer",
    "**Disclaimer:** we are no doctors.",
    "This page is no substitute for professional medical advice.",
    "It is for informational purposes only.",
    "Medically reviewed by Ann Smith, MD",
    "Reviewed by Ann Smith",
    "Fact-checked by Ann Smith",
    "Correction: the kettle is made of steel.",
    "Correction (May 3): the kettle is made of steel.",
    "Editor’s note: the kettle was sold out.",
    "An earlier version of this article named another tea.",
    "Last updated: May 3, 2024",
    "Updated on 3 May 2024",
    "Updated May 3",
    "This article was updated on Monday.",
    "Photo: Ann Smith",
    "Photo by Ann Smith",
    "Image credit: Ann Smith",
    "Credit: Ann Smith",
    "(Photograph courtesy of the tea board)",
    "Recall: the kettle may leak.",
    "The maker announced a voluntary recall of the kettle.",
    "The kettles were recalled in May.",
    "The helpline is open day and night.",
    "In an emergency, call 911.",
    "Call or text 988 if you think of harming yourself.",
    "Call poison control if a child drank it.",
    "Warning: the kettle is hot.",
    "⚠️ Caution: the kettle is hot.",
    "WARNING – hot surface",
    "Danger! High voltage.",
    "Important: keep it away from children.",
    "Important safety information",
    "Boxed warning",
    "Seek immediate medical help if it does not pass.",
]
FREE = [
    "Your email address will not be published. Required fields are marked *",
    "The tea is warm and strong.",
    "Warning signs of a leak are easy to see.",
    "It is important to warm the pot.",
    "Image size matters for print.",
    "She could not recall the name of the tea.",
    "The news was updated again and again.",
    "The kettle was reviewed in May.",
    "A good photo needs light.",
    "Important teas come from three countries.",
    "The company corrected its figures.",
]
HEAD = "# Tea\n\nTea is drunk in many lands and at all times of the day.\n\n"


@check(severity=Severity.WARNING, on=True)
def eraser(document: Document) -> Iterator[Finding]:
    """Wants every block but the first two away, and each of them twice as often as it needs."""
    for block in document.blocks[2:]:
        edits = (Edit(block.span),)
        fix = Fix("Remove it", edits, Applicability.SAFE, Phase.REMOVE, isolation="structure")
        yield Finding(block.span, "This is too much", fix=fix)


@check(severity=Severity.WARNING, on=True)
def numbers(document: Document, *, numbering: str = "keep") -> Iterator[Finding]:
    yield Finding(Span(0, 0), numbering)


def parsed(text: str) -> Document:
    return formats.parse(source_of(text), "markdown")


def levels(text: str, one: Check = eraser, settings: Settings = Settings()) -> list[str]:  # noqa: B008  # a value
    reports = run_checks(parsed(text), (one,), settings)
    return [report.finding.fix.applicability.label for report in reports if report.finding.fix]


def twice(sentence: str) -> str:
    """An article in which a long passage with this sentence stands twice, the safest thing to fix
    if it were not for the sentence."""
    passage = (
        f"{sentence} The kettle stands on the stove and the water in it boils, while the pot waits "
        "on the table and the cups are set out for all who may come.\n\n"
    )
    return HEAD + passage + passage


@pytest.mark.parametrize("text", PROTECTED)
def test_what_is_protected_in_any_article(text: str) -> None:
    assert is_protected(text)
    assert levels(HEAD + text + "\n") == ["manual"]
    inside = HEAD + f"Pour it slowly. {text}\n"
    assert protected_passages(parsed(inside))


@pytest.mark.parametrize("text", FREE)
def test_what_only_sounds_like_it_is_not(text: str) -> None:
    assert not is_protected(text)
    assert levels(HEAD + text + "\n") == ["safe"]


def test_no_chrome_is_protected() -> None:
    entries = [*lexicon().whole, *(start for start, _ in lexicon().starts)]
    assert len(entries) > 100
    assert [entry for entry in entries if is_protected(entry)] == []


def test_chrome_goes_even_below_a_disclaimer() -> None:
    form = "Leave a Reply\n\nYour email address will not be published.\n\nPost Comment\n"
    text = HEAD + "## Disclaimer\n\n"
    fixed = fix(text + "We are no doctors.\n\n" + form).text
    assert fixed == text + "We are no doctors.\n"
    (passage, *_) = protected_passages(parsed(text + form))
    assert passage.marks
    assert len(protected_passages(parsed(text + form))) == 1


@pytest.mark.parametrize("text", ["Disclaimer: we are no doctors.", "Photo: Ann Smith."])
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_copy_of_what_is_protected_is_never_merged(text: str, unsafe: bool) -> None:
    assert fix(twice("It is late."), unsafe=unsafe).text != twice("It is late.")
    assert fix(twice(text), unsafe=unsafe).text == twice(text)


@pytest.mark.parametrize("unsafe", [False, True])
def test_an_article_full_of_what_is_protected_keeps_every_line(unsafe: bool) -> None:
    lines = [text.lstrip("*").replace("**", "") for text in PROTECTED]
    fixed = fix(HEAD + "\n\n".join([*lines, "It ends here.", *lines]) + "\n", unsafe=unsafe).text
    assert [line.lstrip("# ") for line in fixed.split("\n\n")[2:]] == [
        *lines,
        "It ends here.",
        *lines[:-1],
        lines[-1] + "\n",
    ]


@pytest.mark.parametrize("unsafe", [False, True])
def test_advice_that_returns_under_each_heading_stays(unsafe: bool) -> None:
    drugs = ("Alpha", "Beta", "Gamma", "Delta")
    advice = "Ask your pharmacist before you take this with any other medicine or with food.\n\n"
    warning = (
        "Warning: do not take more than one of these tablets within a day, whatever it says.\n\n"
    )
    parts = (f"## {drug}\n\n{drug} eases pain.\n\n{advice}{warning}" for drug in drugs)
    text = (HEAD + "".join(parts)).rstrip() + "\n"
    assert fix(text, unsafe=unsafe).text == text


def test_the_block_under_a_protected_heading_is_protected() -> None:
    text = HEAD + "## Medical disclaimer\n\nWe are no doctors. Ask one.\n\nTea is tea.\n"
    assert levels(text) == ["manual", "manual", "safe"]


def test_html_is_protected_as_well() -> None:
    assert levels(HEAD + "<p><b>Disclaimer</b>: none.</p>\n") == ["manual"]
    assert levels(HEAD + "<p>Tea</p>\n") == ["safe"]


def test_the_settings_name_what_is_protected() -> None:
    settings = Settings(protect=("made with  support of", "© tea board"))
    for text in (
        "Made with\nSupport of the tea board.",
        "It is *made with* support of us.",
        "© Tea Board",
    ):
        assert levels(HEAD + text + "\n") == ["safe"]
        assert levels(HEAD + text + "\n", settings=settings) == ["manual"]
    assert levels(HEAD + "Homemade with support of us.\n", settings=settings) == ["safe"]
    assert levels(HEAD + "Homemade.\n", settings=Settings(protect=("", " "))) == ["safe"]


def test_the_config_reaches_the_fixes_and_the_cache(tmp_path: Path) -> None:
    (tmp_path / "tea.md").write_text(twice("Made with support of us."), encoding="utf-8")

    def applicability() -> str:
        words = ("--output-format", "json", "--select", "duplicate-paragraph")
        names = [f"tea{number}.md" for number in range(20)]
        for name in names:
            (tmp_path / name).write_text(twice("Made with support of us."), encoding="utf-8")
        done = run("lint", *names, *words, folder=tmp_path)
        (found,) = json.loads(done.stdout)["documents"][0]["findings"]
        level: str = found["fix"]["applicability"]
        return level

    assert applicability() == "safe"
    (tmp_path / "kettext.toml").write_text('[fix]\nprotect = ["with support of"]', encoding="utf-8")
    assert applicability() == "manual"
    before = (tmp_path / "tea.md").read_bytes()
    run("fix", "tea.md", "--unsafe", folder=tmp_path)
    assert (tmp_path / "tea.md").read_bytes() == before


def test_small_repairs_are_made_inside() -> None:
    text = HEAD + "## Disclaimer\n\nDisclaimer: the the kettle\u200b is hot.\n"
    assert fix(text).text == HEAD + "## Disclaimer\n\nDisclaimer: the kettle is hot.\n"


def one_edit(text: str, gone: str, put: str = "", **more: object) -> str:
    """The level of a fix that takes a part of a text away, or puts another in its place."""
    document = parsed(HEAD + text + "\n")
    start = document.source.text.index(gone, len(HEAD))
    span = Span(start, start + len(gone))

    @check(severity=Severity.WARNING, on=True)
    def editor(document: Document) -> Iterator[Finding]:
        change = Fix("Mend it", (Edit(span, put),), Applicability.SAFE, Phase.WORDS, **more)  # type: ignore[arg-type]  # a survivor
        yield Finding(span, "It is wrong", fix=change)

    (report,) = run_checks(document, (editor,), Settings())
    assert report.finding.fix
    return report.finding.fix.applicability.label


def test_what_counts_is_how_much_of_the_words_goes() -> None:
    text = "Warning: the kettle is hot, so keep your children away from it. Pour it slowly."
    for gone, put, expected in (
        ("hot", "", "safe"),
        ("the kettle is hot, so keep your children away from it", "", "manual"),
        (" Pour it slowly.", "", "manual"),
        ("Warning: ", "", "manual"),
        ("Warning", "Warning", "safe"),
        ("Warning", "Hint", "manual"),
        ("W", "w", "safe"),
        (text, text.replace("hot", "warm"), "manual"),
        (text, "Beware! " + text, "safe"),
    ):
        assert one_edit(text, gone, put) == expected, gone
    assert one_edit(f"It is late. {text} So it ends.", " So it ends.") == "safe"


def test_the_label_may_go_where_a_heading_holds_it() -> None:
    heading, gone = "## Warning: hot kettles ahead\n\n", "Warning: hot kettles ahead "
    stays = Span(len(HEAD), len(HEAD + heading) - 2)
    text = f"{heading}{gone}They burn whoever touches them with bare hands."
    assert one_edit(text, f"\n{gone}") == "manual"
    assert one_edit(text, f"\n{gone}", survivor=stays) == "safe"


def test_what_moves_is_not_removed() -> None:
    document = parsed(HEAD + "Warning: hot.\n\nTea is tea.\n")
    start, end = document.blocks[2].span
    size = len(document.source.text)
    there = Edit(Span(size, size), "\nWarning: hot.\n", Span(start, end + 2))

    @check(severity=Severity.WARNING, on=True)
    def mover(document: Document) -> Iterator[Finding]:
        edits = (Edit(Span(start, end + 2)), there)
        yield Finding(
            Span(start, end), "Move", fix=Fix("Move it", edits, Applicability.UNSAFE, Phase.MOVE)
        )

    (report,) = run_checks(document, (mover,), Settings())
    assert report.finding.fix
    assert report.finding.fix.applicability is Applicability.UNSAFE


def test_the_finding_says_why_its_fix_is_left_to_people() -> None:
    (report,) = run_checks(parsed(HEAD + "Warning: hot.\n"), (eraser,), Settings())
    assert report.finding.fix
    assert report.finding.fix.title == "Remove it, but only by hand: it is protected"


def test_numbering_reaches_each_check_that_asks_for_it() -> None:
    for settings, expected in (
        (Settings(), "keep"),
        (Settings(numbering="drop"), "drop"),
        (Settings(numbering="drop", options={"numbers": {"numbering": "renumber"}}), "renumber"),
    ):
        (report,) = run_checks(parsed(HEAD), (numbers,), settings)
        assert report.finding.message == expected
    assert Settings(numbering="drop").options_of(checks.load("repeated-word")) == {}


def test_much_that_is_protected_takes_linear_time() -> None:
    def seconds(number: int) -> float:
        text = HEAD + "Warning: the the hotline " + "the the hotline of it " * number + "\n"
        document = parsed(text)
        began = time.process_time()
        run_checks(document, (checks.load("repeated-word"),), Settings())
        return time.process_time() - began

    seconds(100)
    assert seconds(8000) < 4 * 2.5 * max(seconds(2000), 0.01)


def test_what_is_never_fixed_is_fixed_by_nobody() -> None:
    tools = fixing_tools(Settings(select=("repetition",)), Applicability.UNSAFE)
    document = parsed(twice("Warning: hot."))
    assert fix_document(document, tools).text == document.source.text
