"""What the guards of fixing must object to, asked one by one: planted in a whole run, most of these
faults would be seen by several guards at once, and the loss of one would go unnoticed."""

from kettext import parse
from kettext.article.document import Document
from kettext.fixer import licence, verifier
from kettext.fixer.draft import Draft, OffsetMap, Stretch
from kettext.fixer.units import units_of
from kettext.kit.finding import Applicability, Edit, Finding, Fix, Phase, Related, Severity
from kettext.linter.linter import Report
from kettext.text.source import Span

TEXT = """\
# Tea

## Cups

Cups are blue. They hold tea.

### Saucers

Saucers are white.

## Pots

Pots are brown. They hold tea.
"""
DOCUMENT = parse(TEXT)
END = len(TEXT)


def place(text: str) -> Span:
    start = TEXT.index(text)
    return Span(start, start + len(text))


SAUCERS = Span(place("### Saucers").start, place("\n\n## Pots").start)
CUPS = Span(place("## Cups").start, SAUCERS.end)


def said(
    fix: Fix, named: Span, related: tuple[Span, ...] = (), document: Document = DOCUMENT
) -> list[str]:
    finding = Finding(named, "Planted", tuple(Related(span) for span in related))
    return list(licence.objections(document, units_of(document), finding, fix))


def fix_of(*edits: Edit, phase: Phase = Phase.MOVE, **more: object) -> Fix:
    return Fix("Mend", tuple(sorted(edits)), Applicability.SAFE, phase, **more)  # type: ignore[arg-type]  # as declared


def moving(span: Span, text: str | None = None, taken: Span | None = None) -> tuple[Edit, Edit]:
    put_in = "\n\n" + TEXT[slice(*span)] if text is None else text
    return Edit(taken or Span(span.start, span.end + 2)), Edit(Span(END, END), put_in, span)


def test_what_the_finding_names_may_move_and_so_may_what_stands_below_a_heading_it_names() -> None:
    assert said(fix_of(*moving(SAUCERS)), place("### Saucers")) == []
    assert said(fix_of(*moving(SAUCERS)), place("# Tea"), (place("### Saucers"),)) == []
    assert said(fix_of(*moving(SAUCERS)), SAUCERS) == []


def test_nothing_moves_that_the_finding_does_not_name() -> None:
    (objection,) = said(fix_of(*moving(CUPS)), place("### Saucers"))
    assert "which the finding does not name" in objection
    inside = place("They hold tea.\n\n### Saucers")  # named is a sentence, not its section
    assert said(fix_of(*moving(inside)), place("They hold tea."))


def test_nothing_moves_but_in_the_phase_of_moves() -> None:
    for phase in Phase:
        objections = said(fix_of(*moving(SAUCERS), phase=phase, survivor=CUPS), SAUCERS)
        assert bool(objections) == (phase != Phase.MOVE)


def test_what_moves_is_the_same_at_its_new_place() -> None:
    words = fix_of(*moving(SAUCERS, "\n\n### Saucers\n\nSaucers are green."))
    assert any("not be the same" in one for one in said(words, SAUCERS))
    blank = Span(SAUCERS.end, SAUCERS.end + 2)
    assert said(fix_of(*moving(blank, "\n\n", blank)), blank)


def test_what_moves_is_taken_from_its_old_place() -> None:
    twice = fix_of(*moving(SAUCERS, taken=place("\n\n## Pots")))
    assert any("stand twice" in one for one in said(twice, SAUCERS, (place("\n\n## Pots"),)))
    replaced = fix_of(Edit(SAUCERS, "tea"), moving(SAUCERS)[1], adds=("tea",))
    assert any("stand twice" in one for one in said(replaced, SAUCERS))


def test_a_related_place_is_changed_by_some_phases_only() -> None:
    sentence = place("Saucers are white.")
    for phase in Phase:
        fix = fix_of(Edit(sentence), phase=phase, survivor=sentence._replace(end=sentence.start))
        named = [one for one in said(fix, place("# Tea"), (sentence,)) if "does not name" in one]
        assert bool(named) == (phase in (Phase.REMOVE, Phase.WORDS))


def test_the_copy_that_stays_is_not_touched() -> None:
    stays, goes = place("They hold tea."), Span(END - len("They hold tea.\n"), END - 1)
    one = fix_of(Edit(goes), phase=Phase.DEDUPLICATE, survivor=stays)
    both = fix_of(Edit(stays), Edit(goes), phase=Phase.DEDUPLICATE, survivor=stays)
    assert said(one, goes, (stays,)) == []
    assert any("does not name" in objection for objection in said(both, goes, (stays,)))


def test_no_ink_goes_beside_the_place_that_is_named() -> None:
    word = place("blue")
    assert said(fix_of(Edit(Span(word.start - 1, word.end)), phase=Phase.WORDS), word) == []
    for more in (Span(word.start - 2, word.end), Span(word.start, word.end + 1)):
        assert said(fix_of(Edit(more), phase=Phase.WORDS), word)


def test_words_and_signs_are_put_in_as_declared_and_as_often() -> None:
    word = place("blue")

    def put_in(text: str, *adds: str) -> list[str]:
        return said(fix_of(Edit(word, text), phase=Phase.WORDS, adds=adds), word)

    assert put_in("red and, red", "red", "and, red") == []
    assert put_in("red red", "red")
    assert put_in("red", "red", "red")
    assert put_in("red!", "red")
    assert put_in("re-d", "re-d") == []
    assert put_in("“red”", "red")
    assert put_in("# red", "red") == []  # the mark of a heading


def test_a_part_of_a_sentence_goes_only_where_its_words_stand_in_one_sentence() -> None:
    survivor = place("Pots are brown. They hold tea.")
    part, whole = place("They hold"), place("They hold tea.")
    odd = place("are blue")
    for gone, allowed in ((part, True), (whole, True), (odd, False), (place("ey hold"), False)):
        fix = fix_of(Edit(gone), phase=Phase.DEDUPLICATE, survivor=survivor)
        assert (said(fix, gone) == []) == allowed
    first_half = fix_of(Edit(whole), phase=Phase.DEDUPLICATE, survivor=place("They hold tea"))
    assert said(first_half, whole)


def verified(old: str, *edits: Edit, name: str = "markdown", may_flip: bool = False) -> list[str]:
    document = parse(old, format=name)
    new = Draft((Stretch(old, 0),)).splice(edits).text
    return list(verifier.objections(document, parse(new, format=name), edits, may_flip=may_flip))


def test_a_text_that_is_not_the_one_the_edits_make_is_refused() -> None:
    for new in ("One.\n\nTwo.\n\n", "one.\n\nTwo.\n", "One.\n\ntwo.\n"):
        assert list(verifier.objections(parse("One.\n\nTwo.\n"), parse(new), (), may_flip=True))


def test_links_and_notes_lead_where_they_led() -> None:
    for definition in ("[a]: https://tea.example/1\n", "[^a]: Said by many.\n"):
        text = f"See [it][a].[^a]\n\n{definition}"
        gone = Span(text.index(definition), len(text))
        assert "links or footnotes would lead elsewhere" in verified(text, Edit(gone))
        first = Edit(Span(0, 0), definition.replace("1", "2").replace("many", "few") + "\n")
        if "https" in definition:  # of two the first one holds
            assert "links or footnotes would lead elsewhere" in verified(text, first)


def test_what_no_edit_touches_keeps_its_kind_and_its_attributes() -> None:
    def without(old: str, gone: str) -> list[str]:
        start = old.index(gone)
        return verified(old, Edit(Span(start, start + len(gone))))

    assert without("One.\n\nTwo.\n", "\n")  # two paragraphs become one
    assert without("- a\n\nX.\n\n- b\n", "X.\n\n")  # two tight lists become a loose one
    assert without("- a\n- b\n\nX.\n", "\nX.\n") == []
    assert without("One.\n\nTwo.\n\nThree.\n", "Two.\n\n") == []
    assert without("A.\n\n===\n", "\n")  # a paragraph becomes a heading


def test_a_block_that_nobody_wrote_may_not_appear() -> None:
    text = "<!-- a\n\n# Tea\n\n-->\n\nEnd.\n"
    assert verified(text, Edit(Span(4, 6), "-->"))


def test_an_error_is_new_unless_it_stood_there_before() -> None:
    def report(start: int, message: str, severity: Severity = Severity.ERROR) -> Report:
        finding = Finding(Span(start, start + 1), message)
        return Report("toy", "toy", severity, (), ("toy", "", 0), finding)

    offsets = OffsetMap((Edit(Span(0, 2)),), "..One. Two.")
    old = (report(7, "Seven"),)
    assert not list(verifier.new_errors(old, (report(5, "Other words"),), offsets))
    assert not list(verifier.new_errors(old, (report(9, "Seven"),), offsets))
    assert not list(verifier.new_errors(old, (report(9, "Nine", Severity.WARNING),), offsets))
    assert list(verifier.new_errors(old, (report(7, "Nine"),), offsets))
    assert list(verifier.new_errors(old, (report(9, "Nine"),), offsets))


def test_what_stands_beside_an_edit_is_read_as_before() -> None:
    for line_end in ("\n", "\r"):
        gap = line_end * 2
        text = f"One.{gap}Two.{line_end}"
        second = text.index("Two")
        for edit in (
            Edit(Span(4, 4), f"{gap}New."),
            Edit(Span(4, 4), " More."),
            Edit(Span(second, second), f"New.{gap}"),
            Edit(Span(second, second), "And two. "),
            Edit(Span(second + 1, second + 1), "h"),
        ):
            assert verified(text, edit) == []
        assert verified(text, Edit(Span(second, second), f"==={line_end}"))


def test_an_untouched_block_may_not_become_another_one_at_the_same_place() -> None:
    for block, line in (
        ("A.", "===\n"),
        ("- a", "\n- c\n"),
        ("| a | b |\n|---|---|", "| c | d |\n"),
        ("```\na\n```", "\n"),
    ):
        after = len(block) + 1
        objections = verified(f"{block}\n\nEnd.\n", Edit(Span(after, after), line))
        assert bool(objections) == (line != "\n")


def test_the_same_text_must_be_read_in_the_same_way() -> None:
    text = "All about tea\n\nTea is a drink that many people like to have in the morning.\n"
    pasted, marked = parse(text, format="text"), parse(text)
    assert [bool(one.headings) for one in (pasted, marked)] == [True, False]
    assert list(verifier.objections(pasted, pasted, (), may_flip=False)) == []
    assert list(verifier.objections(pasted, marked, (), may_flip=False))
    assert list(verifier.objections(pasted, marked, (), may_flip=True)) == []
    assert list(verifier.objections(marked, pasted, (), may_flip=True))
