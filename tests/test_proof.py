"""The proof that nothing was lost: planted faults of rewrite.py and of the accounts are caught
before anything is written."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kettext import fix, formats, lint
from kettext.api import Objection
from kettext.article.document import Document
from kettext.checks.repetition import duplicate_paragraph
from kettext.checks.structure import duplicate_heading
from kettext.fixer import ledger, passes, second_account
from kettext.fixer.passes import Fixed, fix_document
from kettext.fixer.trial import Tools
from kettext.kit import rewrite
from kettext.kit.finding import Applicability, Edit, Finding, Fix, Phase, Related, Severity
from kettext.linter.linter import Report
from kettext.linter.settings import Settings
from kettext.reports import ledger as ledger_report
from kettext.runner.files import Input
from kettext.runner.fixing import Manner, fix_all
from kettext.runner.target import Target, write_all
from kettext.text.source import Span, source_of

ARTICLE = """\
# All about tea

## Brewing

Warm the pot for 3 minutes. Then pour.

## Brewing

Never boil green tea. It turns bitter.

Drink it while it is hot, and do not wait for longer than five minutes, or it
will be as cold as the pot.

Drink it while it is hot, and do not wait for longer than five minutes, or it
will be as cold as the pot.
"""
FIXED = ARTICLE.replace("## Brewing\n\nNever", "Never").removesuffix(ARTICLE.split("\n\n")[-1])[:-1]

WITH_BOTH_HEADINGS = FIXED.replace("Never", "## Brewing\n\nNever")


def with_more_edits(fix: Fix | None, *edits: Edit) -> Fix | None:
    return fix._replace(edits=tuple(sorted((*fix.edits, *edits)))) if fix else None


def place(text: str) -> Span:
    start = ARTICLE.index(text)
    return Span(start, start + len(text))


def drops_a_sentence(made: Fix | None) -> Fix | None:
    """The removal takes the sentence after the block with it."""
    if made is None:
        return None
    first = made.edits[0].span
    longer = Span(first.start, ARTICLE.index(".", first.end) + 1) if first.end < 200 else first
    return made._replace(edits=(Edit(longer), *made.edits[1:]))


def flips_a_number(made: Fix | None) -> Fix | None:
    return with_more_edits(made, Edit(place("3"), "8"))


def moves_a_paragraph(made: Fix | None) -> Fix | None:
    moved = place("Warm the pot for 3 minutes. Then pour.\n\n")
    end = len(ARTICLE)
    return with_more_edits(made, Edit(moved), Edit(Span(end, end), ARTICLE[slice(*moved)]))


def test_the_article_is_mended_without_a_fault() -> None:
    assert fix(ARTICLE).text == FIXED
    assert FIXED.count("Brewing") == FIXED.count("Drink it") == 1


@pytest.mark.parametrize("mutant", [drops_a_sentence, flips_a_number, moves_a_paragraph])
def test_a_fault_in_rewrite_is_caught(mutant: object, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(mutant)
    original = rewrite.remove_block

    def faulty(*arguments: object, **options: object) -> object:
        return mutant(original(*arguments, **options))  # type: ignore[arg-type]  # passed on as they are

    for module in (duplicate_heading, duplicate_paragraph):
        monkeypatch.setattr(module, "remove_block", faulty, raising=True)
    assert any(report.finding.fix for report in lint(ARTICLE))
    fixed = fix(ARTICLE)
    assert fixed.text in (ARTICLE, WITH_BOTH_HEADINGS)
    assert "duplicate-heading" in [refusal.fix.check for refusal in fixed.refused]


def test_the_guilty_fix_is_left_out_and_the_others_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    original = rewrite.remove_block

    def faulty(*arguments: object, **options: object) -> object:
        return drops_a_sentence(original(*arguments, **options))  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(duplicate_heading, "remove_block", faulty)
    fixed = fix(ARTICLE)
    assert fixed.text == WITH_BOTH_HEADINGS
    assert [refusal.fix.check for refusal in fixed.refused] == ["duplicate-heading"]
    assert [one.check for one in fixed.applied] == ["duplicate-paragraph"]


def test_a_fix_that_is_left_out_is_reported_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tea.md"
    path.write_bytes(ARTICLE.encode())
    original = rewrite.remove_block

    def faulty(*arguments: object, **options: object) -> object:
        return flips_a_number(original(*arguments, **options))  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(duplicate_heading, "remove_block", faulty)
    level = Applicability.SAFE
    fixed = fix_all([Input(str(path), "markdown", path)], Settings(), level, Manner())
    (result,) = write_all(fixed, Target())
    assert not result.failed
    assert path.read_text() == WITH_BOTH_HEADINGS
    (refused,) = json.loads(json.dumps(ledger_report.document(result)))["refused"]
    assert refused["check"] == "duplicate-heading"
    assert "“3”" in refused["reason"]


def test_a_ledger_that_forgets_an_entry_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    original = ledger.make_ledger

    def forgetful(*arguments: object) -> ledger.Ledger:
        made = original(*arguments)  # type: ignore[arg-type]  # passed on as they are
        kept = tuple(entry for entry in made.entries if entry.state != ledger.State.REMOVED)
        return replace(made, entries=kept)

    monkeypatch.setattr(passes, "make_ledger", forgetful)
    with pytest.raises(Objection, match="accounts disagree"):
        fix(ARTICLE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Never boil it.", "Boil it."),
        ("Take 5 mg a day.", "Take 5 g a day."),
        ("Take 10 drops.", "Take 100 drops."),
        ("He said “no” twice.", "He said no twice."),
        ("See https://tea.example/a now.", "See https://tea.example/b now."),
        ("One. Two.", "One. Two. Two."),
    ],
)
def test_the_second_account_sees_what_no_entry_tells(old: str, new: str) -> None:
    nothing = ledger.Ledger((), ())
    assert list(second_account.objections(old, old, nothing)) == []
    assert list(second_account.objections(old, new, nothing))


def run_with(fix_of_finding: Fix, finding: Finding | None = None) -> Fixed:
    """What fixing the article with this one fix gives."""
    base = finding or Finding(Span(0, 0), "Planted")
    report = Report(
        "toy", "toy", Severity.NOTE, (), ("toy", "", 0), base._replace(fix=fix_of_finding)
    )
    document = formats.parse(source_of(ARTICLE), "markdown")
    reports = {ARTICLE: (report,)}
    tools = Tools(formats.parse, lambda one: reports.get(one.source.text, ()), Applicability.SAFE)
    return fix_document(document, tools)


def reason(fix_of_finding: Fix, finding: Finding) -> str:
    """Why a fix is left out; the article must be as it was."""
    fixed = run_with(fix_of_finding, finding)
    assert fixed.text == ARTICLE
    (refusal,) = fixed.refused
    return refusal.reason


def planted(edit: Edit, phase: Phase, **more: object) -> Fix:
    return Fix("Mend", (edit,), Applicability.SAFE, phase, **more)  # type: ignore[arg-type]  # as declared


def test_a_copy_goes_only_where_another_one_stays() -> None:
    sentence = place("It turns bitter.")
    finding = Finding(sentence, "Planted", related=(Related(place("Then pour.")),))
    assert "which one stays" in reason(planted(Edit(sentence), Phase.DEDUPLICATE), finding)
    with_survivor = planted(Edit(sentence), Phase.DEDUPLICATE, survivor=place("Then pour."))
    assert "is not in the copy that stays" in reason(with_survivor, finding)


def test_words_that_are_not_declared_are_not_put_in() -> None:
    word = place("bitter")
    finding = Finding(word, "Planted")
    assert "“sweet”" in reason(planted(Edit(word, "sweet"), Phase.WORDS), finding)
    text = run_with(planted(Edit(word, "sweet"), Phase.WORDS, adds=("sweet",)), finding).text
    assert text == ARTICLE.replace("bitter", "sweet")


def test_an_untouched_block_may_not_be_read_anew() -> None:
    after = place("bitter.").end
    blank_line = Span(after, after + 2)
    fix_that_joins = planted(Edit(blank_line, "\n"), Phase.WORDS)
    assert "read in another way" in reason(fix_that_joins, Finding(blank_line, "Planted"))


def test_fixes_that_never_come_to_rest_are_named() -> None:
    def swaps(document: Document) -> tuple[Report, ...]:
        text = document.source.text
        word, other = ("cup", "pot") if "cup" in text else ("pot", "cup")
        span = Span(text.index(word), text.index(word) + 3)
        made = planted(Edit(span, other), Phase.WORDS, adds=(other,))
        return (
            Report(
                "swap", "toy", Severity.NOTE, (), ("swap", "", 0), Finding(span, "Swap", fix=made)
            ),
        )

    document = formats.parse(source_of("A cup of tea.\n"), "markdown")
    fixed = fix_document(document, Tools(formats.parse, swaps, Applicability.SAFE))
    assert fixed.text == "A cup of tea.\n"
    assert "swap never come to rest" in fixed.refused[0].reason


def test_a_fix_that_was_left_out_is_tried_again_when_others_are_made() -> None:
    """In pasted text the removal of one word can make another one safe."""
    same = "An an egg, **the** the cup, `the` the pot."
    text = (
        f"# Tea\n\n> the the quote\n\n# Tea\n\n1. Cups\n\n{same}\n\n# Tea\n\n"
        f"## Brewing tea with hot water\n\n# Tea\n\n## Brewing\n\n{same}\n\n"
        "## Brewing tea with hot water\n\n"
    )
    fixed = fix(text, format="text")
    assert fixed.applied
    assert fix(fixed.text, format="text").text == fixed.text
