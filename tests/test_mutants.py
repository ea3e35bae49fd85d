"""What the guards of fixing must object to, and what its makers make, asked one by one: planted in
a whole run, most of these faults would be seen by several guards at once, and the loss of one would
go unnoticed."""

from collections.abc import Sequence

import pytest

from kettext import parse
from kettext.article.anchors import Following
from kettext.article.document import Document
from kettext.article.nodes import Block, Heading, Table
from kettext.fixer import licence, verifier
from kettext.fixer.draft import Draft, OffsetMap, Stretch
from kettext.fixer.ledger import Applied, Ledger, State, make_ledger, same_text
from kettext.fixer.units import units_of
from kettext.kit.finding import Applicability, Edit, Finding, Fix, Phase, Related, Severity
from kettext.kit.rewrite import (
    blocks_below,
    join_sections,
    move_run,
    remove_block,
    remove_run,
    remove_words,
    replace_words,
)
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
    sentence = place("Saucers are white.")
    assert said(fix_of(*moving(sentence)), sentence) == []
    with_gap = SAUCERS._replace(end=SAUCERS.end + 2)
    assert said(fix_of(*moving(with_gap, taken=with_gap)), with_gap) == []
    plain, first = parse("One.\n\nTwo.\n"), Span(0, 4)
    fix = fix_of(Edit(Span(0, 6)), Edit(Span(11, 11), "\nOne.", first))
    assert said(fix, first, (), plain) == []


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
    for text in (f"\n\nNew.\n\n{TEXT[slice(*SAUCERS)]}", f"\n\n{TEXT[slice(*SAUCERS)]}\n\nNew."):
        assert any(
            "not be the same" in one for one in said(fix_of(*moving(SAUCERS, text)), SAUCERS)
        )
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
    assert put_in("(a) a", "a", "(a)") == []  # the short one stands in the long one
    assert any("“red” would be put in" in one for one in put_in("red red blue", "red blue"))
    assert any("“red” would be put in" in one for one in put_in("blue", "blue", "red"))
    assert any("against what" in one for one in put_in("red red", "redred"))
    assert any("“!” would be put in" in one for one in put_in("red!", "red"))
    assert any("“!” would be put in" in one for one in put_in("!!", "!"))
    assert any("“!” would be put in" in one for one in put_in("# red!", "red"))
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
    again = Span(END - len("They hold tea.\n"), END - 1)
    stays = Span(whole.start, whole.end)
    for start, end, allowed in ((0, 0, True), (0, 1, False), (1, 0, False), (0, 5, False)):
        half = Span(stays.start + start, stays.end - end)
        fix = fix_of(Edit(again), phase=Phase.DEDUPLICATE, survivor=half)
        assert (said(fix, again) == []) == allowed


def test_markup_around_the_copy_that_stays_makes_no_difference_and_blanks_may_go() -> None:
    text = "**They hold  tea.**\n\nThey hold tea.\n"
    document, gone, stays = parse(text), Span(21, 35), Span(2, 17)
    fix = fix_of(Edit(gone), phase=Phase.DEDUPLICATE, survivor=stays)
    assert said(fix, gone, (), document) == []
    blank = Span(25, 26)
    fix = fix_of(Edit(blank), phase=Phase.DEDUPLICATE, survivor=stays)
    assert said(fix, gone, (), document) == []


def test_a_copy_that_stays_is_a_whole_sentence_and_no_part_of_one() -> None:
    for before, behind, allowed in (
        ("", "", True),
        ("**", "**", True),
        ("We say: ", "", False),
        ("", ", we say", False),
    ):
        text = f"{before}Hot tea{behind}\n\nHot tea\n"
        gone = Span(len(text) - len("Hot tea\n"), len(text) - 1)
        stays = Span(len(before), len(before) + len("Hot tea"))
        fix = fix_of(Edit(gone), phase=Phase.DEDUPLICATE, survivor=stays)
        assert (said(fix, gone, (), parse(text)) == []) == allowed


def test_signs_are_put_in_where_the_caller_or_the_format_has_them_as_marks() -> None:
    finding = Finding(Span(0, 4), "Planted")
    for name, text, allowed in (
        ("markdown", "# Tea", True),
        ("markdown", "!Tea", True),
        ("markdown", "?Tea", False),
        ("text", "# Tea", False),
        ("text", "!Tea", True),
    ):
        document = parse("Milk is white.\n", format=name)
        fix = fix_of(Edit(Span(0, 4), text), phase=Phase.WORDS, adds=("Tea",))
        found = list(licence.objections(document, units_of(document), finding, fix, "!"))
        assert (found == []) == allowed


STAYING = "Ada poured 5 cups of hot tea for the guests this morning, and never without milk."


def in_copies(gone: str, level: Applicability, staying: str = STAYING) -> list[str]:
    """What is said of a fix that removes a paragraph since another one stays."""
    text = f"{staying}\n\n{gone}\n"
    document, span = parse(text), Span(len(staying) + 2, len(text) - 1)
    edit, stays = Edit(span), Span(0, len(staying))
    fix = Fix("Mend", (edit,), level, Phase.DEDUPLICATE, survivor=stays)
    return said(fix, span, (), document)


def test_a_near_copy_goes_only_from_an_unsafe_fix_and_with_all_that_it_tells() -> None:
    near = STAYING.replace("hot tea", "tea")
    assert in_copies(STAYING, Applicability.SAFE) == []
    assert in_copies(near, Applicability.SAFE)
    assert in_copies(near, Applicability.UNSAFE) == []
    for old, new in (("5", "6"), ("this", "Monday"), ("hot", "Assam"), ("poured", "not poured")):
        assert in_copies(STAYING.replace(old, new), Applicability.UNSAFE)
    assert in_copies(f"{STAYING[:-1]}, since they had asked for it kindly.", Applicability.UNSAFE)
    assert in_copies("Ada never poured 5 cups without milk.", Applicability.UNSAFE)
    assert in_copies("Hot tea for the guests", Applicability.SAFE, "See: Hot tea for the guests")
    long = "cup " * 400 + "of tea."
    assert in_copies(long, Applicability.UNSAFE, long) == []


def test_a_part_of_a_sentence_never_goes_as_a_near_copy() -> None:
    near = STAYING.replace("hot tea", "tea")[:-1]
    text = f"{STAYING}\n\n{near}, they say.\n"
    gone, stays = Span(text.index(near), text.index(", they say")), Span(0, len(STAYING))
    fix = Fix("Mend", (Edit(gone),), Applicability.UNSAFE, Phase.DEDUPLICATE, survivor=stays)
    assert said(fix, gone, (), parse(text))


def test_each_sentence_of_a_near_copy_has_one_that_stays() -> None:
    other = "The pot stands on the table."
    two = f"{STAYING} {other}"
    for gone in (two, f"{other} {STAYING.replace('hot tea', 'tea')}"):
        assert in_copies(gone, Applicability.UNSAFE, two) == []
        assert in_copies(gone, Applicability.UNSAFE)
        assert in_copies(f"{gone} It is blue.", Applicability.UNSAFE, two)
        assert in_copies(f"It is blue. {gone}", Applicability.UNSAFE, two)


def verified(old: str, *edits: Edit, name: str = "markdown", may_flip: bool = False) -> list[str]:
    document = parse(old, format=name)
    new = Draft((Stretch(old, 0),)).splice(edits).text
    return list(verifier.objections(document, parse(new, format=name), edits, may_flip=may_flip))


def test_a_text_that_is_not_the_one_the_edits_make_is_refused() -> None:
    for new in ("One.\n\nTwo.\n\n", "one.\n\nTwo.\n", "One.\n\ntwo.\n"):
        assert list(verifier.objections(parse("One.\n\nTwo.\n"), parse(new), (), may_flip=True))
    old, result, edits = "One two three.\n", "One 2 three.\n", (Edit(Span(4, 7), "2"),)
    for place, sign in enumerate(result):
        other = f"{result[:place]}?{result[place + 1 :]}"
        found = list(verifier.objections(parse(old), parse(other), edits, may_flip=True))
        assert ("the text outside of the edits has changed" in found) == (sign != "2")


def test_links_and_notes_lead_where_they_led() -> None:
    for definition in ("[a]: https://tea.example/1\n", "[^a]: Said by many.\n"):
        text = f"See [it][a].[^a]\n\n{definition}"
        gone = Span(text.index(definition), len(text))
        assert "links or footnotes would lead elsewhere" in verified(text, Edit(gone))
        first = Edit(Span(0, 0), definition.replace("1", "2").replace("many", "few") + "\n")
        if "https" in definition:  # of two the first one holds
            assert "links or footnotes would lead elsewhere" in verified(text, first)


def test_of_two_definitions_the_first_one_holds_and_a_note_is_no_definition() -> None:
    link, note = "[a]: https://tea.example/1\n", "[^a]: Said by many.\n"
    other, more = "[b]: https://tea.example/3\n", "[^b]: Said by few.\n"
    text = f"See [it][a], [it][b].[^a] [^b]\n\n{link}\n{note}\n{other}\n{more}"
    end = Span(len(text), len(text))
    assert verified(text, Edit(end, f"\n{link.replace('1', '2')}")) == []
    for gone in (link, note, other, more):
        start = text.index(gone)
        objections = verified(text, Edit(Span(start, start + len(gone))))
        assert "links or footnotes would lead elsewhere" in objections


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
        assert verified(text, Edit(Span(4, 4), f"{line_end}==="))


def test_what_moves_is_read_as_before_at_its_new_place() -> None:
    def moving_to(new: str) -> list[str]:
        edits = (Edit(Span(0, 4)), Edit(Span(6, 6), f"\n\n{new}", Span(0, 2)))
        document = parse(f"B.\n\n{new}\n")
        return list(verifier.objections(parse("A.\n\nB.\n"), document, edits, may_flip=False))

    assert moving_to("A.") == []
    assert moving_to("a.")
    assert moving_to("A.\n===")


def test_an_untouched_block_may_not_become_another_one_at_the_same_place() -> None:
    for block, line in (
        ("A.", "===\n"),
        ("A.", "b\n"),
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


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("# Tea\n", "level", 2),
        ("# Tea\n", "inferred", True),
        ("- tea\n", "tight", False),
        ("- tea\n", "ordered", True),
        ("- [ ] tea\n", "checked", True),
        ("| a | b |\n|---|---|\n", "rows", ((),)),
        ("[^a]: Tea.\n", "label", "b"),
        ("[a]: https://tea.example\n", "label", "b"),
        ("[a]: https://tea.example\n", "target", "https://tea.example/b"),
    ],
)
def test_a_block_keeps_all_that_it_is_read_as(text: str, name: str, other: object) -> None:
    old, new = parse(text), parse(text)
    assert list(verifier.objections(old, new, (), may_flip=False)) == []
    setattr(next(block for block, _ in new.tree if hasattr(block, name)), name, other)
    (first, *_) = reversed(list(verifier.objections(old, new, (), may_flip=False)))
    assert "would be read in another way" in first


def test_the_cells_of_a_table_keep_their_rows() -> None:
    old, new = (parse("| a | b |\n|---|---|\n| c | d |\n") for _ in range(2))
    (table,) = new.blocks
    assert isinstance(table, Table)
    setattr(table, "rows", tuple((cell,) for row in table.rows for cell in row))  # noqa: B010  # what is final for others
    assert list(verifier.objections(old, new, (), may_flip=False))


def test_a_line_of_pasted_text_keeps_its_level_and_only_chrome_may_become_a_paragraph() -> None:
    text = "All about tea\n\nTea is a drink that many people like to have in the morning.\n"
    old, new = parse(text, format="text"), parse(text, format="text")
    setattr(new.headings[0], "level", 4)  # noqa: B010  # what is final for others
    assert list(verifier.objections(old, new, (), may_flip=False))
    blank = Span(text.index("\n"), text.index("Tea is"))
    assert verified(text, Edit(blank, " "), name="text")
    shorter = parse(text, format="text")
    setattr(shorter.blocks[0], "span", Span(0, 3))  # noqa: B010  # what is final for others
    assert list(verifier.objections(old, shorter, (), may_flip=False))
    assert verified(text, Edit(blank._replace(end=blank.start), " and more"), name="text") == []
    form = "Shopping Cart\n\nAdd to cart\n"
    chrome, plain = parse(form, format="text"), parse(form)
    assert list(verifier.objections(chrome, plain, (), may_flip=False)) == []
    assert list(verifier.objections(plain, chrome, (), may_flip=False))


def test_a_text_that_cannot_be_read_for_certain_is_refused() -> None:
    new = parse("One.\n")
    setattr(new, "suspect", "a line is lost")  # noqa: B010  # what is final for others
    (objection,) = verifier.objections(parse("One.\n"), new, (), may_flip=True)
    assert "a line is lost" in objection


UNSAFE = Applicability.UNSAFE
LINE_ENDS = ("\n", "\r\n", "\r")
TWO_PARTS = """\
# Tea

## Cups

One.

Two.

### Blue cups

Three.

## Pots

Four.

## Cups again

Five.

Six.

### White cups

Seven.

## End

Eight.
"""


def read(text: str, line_end: str = "\n", name: str = "markdown") -> Document:
    return parse(text.replace("\n", line_end), format=name)


def mended(document: Document, fix: Fix | None) -> str | None:
    """The text after a fix, with plain line ends."""
    if fix is None:
        return None
    for edit in fix.edits:
        assert edit.moved is None or document.source.slice(edit.moved) in edit.text
    text = Draft((Stretch(document.source.text, 0),)).splice(fix.edits).text
    newline = document.source.newline()
    assert "\n" not in text.replace(newline, "")
    return text.replace(newline, "\n")


def block(document: Document, text: str) -> Block:
    start = document.source.text.index(text)
    return next(one for one in document.blocks if one.span.start == start)


def after_removal(text: str, gone: str, line_end: str = "\n", name: str = "markdown") -> str | None:
    document = read(text, line_end, name)
    return mended(document, remove_block(document, block(document, gone), "Go", UNSAFE))


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_a_block_goes_with_the_smaller_gap_beside_it(line_end: str) -> None:
    for text, result in (
        ("A.\n\nGo.\n\nB.\n", "A.\n\nB.\n"),
        ("A.\n \nGo.\n\nB.\n", "A.\n \nB.\n"),
        ("A.\n\n\n\nGo.\n\nB.\n", "A.\n\n\n\nB.\n"),
        ("A.\n\nGo.\n\n\n\nB.\n", "A.\n\n\n\nB.\n"),
        ("Go.\n\n\nB.\n", "B.\n"),
        ("A.\n\n\nGo.\n", "A.\n"),
        ("A.\n\nGo.", "A."),
        ("A.\n\nGo.\n\n\n", "A.\n\n\n"),
        ("Go.\n", ""),
        ("A.\n\n# B\nGo.\n\nC.\n", "A.\n\n# B\n\nC.\n"),
        ("# A\n\nGo.\n# B\n", "# A\n\n# B\n"),
        ("A.\n\n  Go.  \n\nB.\n", "A.\n\nB.\n"),
    ):
        assert after_removal(text, "Go.", line_end) == result


def test_a_block_goes_unless_two_of_a_kind_would_run_together() -> None:
    kinds = {"list": "- a", "html": "<div>\na\n</div>", "paragraph": "A."}
    for before, above in kinds.items():
        for after, below in kinds.items():
            left = after_removal(f"{above}\n\nGo.\n\n{below}\n", "Go.")
            assert (left is None) == (before == after != "paragraph")


def test_nothing_goes_that_is_no_whole_block_or_from_a_text_of_no_sure_structure() -> None:
    document = parse("- Item.\n\nGo.\n\n> Quote.\n")
    inner, parent = next((one, above) for one, above in document.tree if above)
    assert parent is document.blocks[0]
    assert remove_block(document, inner, "Go", UNSAFE) is None
    for run in ((document.blocks[1], inner), (inner, document.blocks[1])):
        assert remove_run(document, run, "Go", UNSAFE) is None
    assert move_run(document, [inner], None, "Move", UNSAFE) is None
    assert move_run(document, [document.blocks[2]], inner, "Move", UNSAFE) is None
    setattr(document, "unsure", True)  # noqa: B010  # what is final for others
    assert remove_block(document, document.blocks[1], "Go", UNSAFE) is None


def test_a_run_of_blocks_goes_as_one_and_says_what_it_was_told() -> None:
    document = read("A.\n\nB.\n\nC.\n\nD.\n")
    stays = document.blocks[0].span
    fix = remove_run(document, document.blocks[1:3], "Go", UNSAFE, Phase.DEDUPLICATE, stays)
    assert mended(document, fix) == "A.\n\nD.\n"
    edits = (Edit(Span(2, 10)),)
    expected = Fix("Go", edits, UNSAFE, Phase.DEDUPLICATE, stays, (), "structure")
    assert fix is not None
    assert fix._replace(edits=edits) == expected


def after_move(
    text: str, run: Sequence[str], before: str | None, line_end: str = "\n", name: str = "markdown"
) -> str | None:
    document = read(text, line_end, name)
    place = block(document, before) if before else None
    blocks = [block(document, one) for one in run]
    return mended(document, move_run(document, blocks, place, "Move", UNSAFE))


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_what_moves_stands_between_blank_lines(line_end: str) -> None:
    for text, run, before, result in (
        ("A.\n\nB.\n\nC.\n", ["A."], "C.", "B.\n\nA.\n\nC.\n"),
        ("A.\n\nB.\n\nC.\n", ["C."], "A.", "C.\n\nA.\n\nB.\n"),
        ("A.\n\nB.\n\nC.\n", ["A."], None, "B.\n\nC.\n\nA.\n"),
        ("A.\n\nB.\n\nC.", ["A.", "B."], None, "C.\n\nA.\n\nB."),
        ("A.\n\n# B\nC.\n\nD.\n", ["A."], "C.", "# B\n\nA.\n\nC.\n\nD.\n"),
        ("A.\n\n\n\nB.\n\n\n\nC.\n", ["C."], "B.", "A.\n\n\n\nC.\n\nB.\n"),
        ("A.\n\n  B. \n\nC.\n", ["B."], None, "A.\n\nC.\n\n  B. \n"),
        ("A.\n\nB.\n", ["A."], "B.", None),
        ("A.\n\nB.\n", ["A."], "A.", None),
        ("A.\n\nB.\n", ["B."], None, None),
        ("- A\n\nB.\n\n- C\n\nD.\n", ["- A"], "D.", None),
        ("- A\n\nB.\n\n- C\n\nD.\n", ["- A"], "- C", None),
        ("- A\n\nB.\n\n- C\n\nD.\n", ["B."], None, None),
        ("A.\n\n- B\n\nC.\n\n- D\n", ["A.", "- B"], "- D", None),
        ("- A\n\nB.\n\nC.\n\nD.\n", ["- A"], "D.", "B.\n\nC.\n\n- A\n\nD.\n"),
    ):
        assert after_move(text, run, before, line_end) == result


def test_in_pasted_text_what_moves_is_parted_as_its_new_neighbours_are() -> None:
    line = "{} is what many people drink in the morning, and some of them in the evening, too."
    tea, milk, ale, rum = (line.format(name) for name in ("Tea", "Milk", "Ale", "Rum"))
    close, wide = "\n".join((tea, milk, ale, rum)), "\n\n".join((tea, milk, ale, rum))
    for text, gap in ((close, "\n"), (wide, "\n\n")):
        assert after_move(text, [tea], ale, name="text") == gap.join((milk, tea, ale, rum))
        assert after_move(text, [milk], None, name="text") == gap.join((tea, ale, rum, milk))


def after_joining(text: str, kept: str, other: str, line_end: str = "\n") -> str | None:
    document = read(text, line_end)
    one, two = (document.section_at(document.source.text.index(name)) for name in (kept, other))
    assert one and two
    return mended(document, join_sections(document, one, two, "Join", UNSAFE))


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_two_sections_become_one_in_reading_order_with_the_subsections_below(line_end: str) -> None:
    first = (
        "# Tea\n\n## Cups\n\nOne.\n\nTwo.\n\nFive.\n\nSix.\n\n### Blue cups\n\nThree.\n\n"
        "### White cups\n\nSeven.\n\n## Pots\n\nFour.\n\n## End\n\nEight.\n"
    )
    second = (
        "# Tea\n\n## Pots\n\nFour.\n\n## Cups again\n\nOne.\n\nTwo.\n\nFive.\n\nSix.\n\n"
        "### Blue cups\n\nThree.\n\n### White cups\n\nSeven.\n\n## End\n\nEight.\n"
    )
    assert (
        after_joining(TWO_PARTS, "## Cups\n".replace("\n", line_end), "## Cups again", line_end)
        == first
    )
    assert after_joining(TWO_PARTS, "## Cups again", "## Cups", line_end) == second


def test_sections_without_subsections_are_joined_too() -> None:
    text = "## A\n\nOne.\n\nTwo.\n\n## B\n\nThree.\n\n## C\n\nFour.\n\nFive.\n"
    assert after_joining(text, "## A", "## C") == (
        "## A\n\nOne.\n\nTwo.\n\nFour.\n\nFive.\n\n## B\n\nThree.\n"
    )
    assert after_joining(text, "## C", "## A") == (
        "## B\n\nThree.\n\n## C\n\nOne.\n\nTwo.\n\nFour.\n\nFive.\n"
    )
    assert (
        after_joining(text, "## B", "## C")
        == "## A\n\nOne.\n\nTwo.\n\n## B\n\nThree.\n\nFour.\n\nFive.\n"
    )
    assert after_joining("## A\n\n## B\n\nOne.\n\n## C\n\nTwo.\n", "## A", "## C") == (
        "## A\n\nTwo.\n\n## B\n\nOne.\n"
    )


def test_subsections_come_along_below_a_section_that_has_none() -> None:
    text = "## A\n\nOne.\n\n### A1\n\nTwo.\n\n## B\n\n{}## C\n\nFour.\n"
    joined = "## B\n\nOne.\n\n{}### A1\n\nTwo.\n\n## C\n\nFour.\n"
    for body in ("Three.\n\n", ""):
        assert after_joining(text.format(body), "## B", "## A") == joined.format(body)
    later = "## B\n\nThree.\n\n## C\n\nFour.\n\n## A\n\nOne.\n\n### A1\n\nTwo.\n"
    assert after_joining(later, "## B", "## A") == (
        "## B\n\nThree.\n\nOne.\n\n### A1\n\nTwo.\n\n## C\n\nFour.\n"
    )


def test_links_lead_to_the_section_that_stays_unless_they_move_themselves() -> None:
    text = "## A\n\nOne [b](#b).\n\n## C\n\nFour.\n\n## B\n\nTwo [b](#b).\n"
    document = parse(text)
    kept, _, joined = document.sections
    for start in (text.index("#b)"), text.rindex("#b)")):
        span = Span(start, start + 2)
        link = Following(span, span, "#a")
        fix = join_sections(document, kept, joined, "Join", UNSAFE, [link])
        assert (fix is None) == (start > joined.span.start)
        if fix:
            assert Edit(span, "#a") in fix.edits
            assert (fix.adds, fix.survivor) == (("#a",), kept.heading.span)
            assert (fix.phase, fix.isolation) == (Phase.MOVE, "structure")


def test_sections_are_not_joined_where_subsections_would_change_their_level() -> None:
    text = "## A\n\nOne.\n\n# B\n\nTwo.\n\n## C\n\nThree.\n"
    assert after_joining(text, "## A", "# B") is None
    assert after_joining("## A\n\n- One\n\n## B\n\n- Two\n", "## A", "## B") is None
    flat = "### A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n"
    assert after_joining(flat, "### A", "## B") == "### A\n\nOne.\n\nTwo.\n\n## C\n\nThree.\n"


def test_the_blocks_below_a_heading_end_with_its_section() -> None:
    document = read(TWO_PARTS)
    below = {
        section.heading.text: list(blocks_below(document, section)) for section in document.sections
    }
    assert [len(below[name]) for name in ("Cups", "Blue cups", "End")] == [4, 1, 1]
    assert not any(isinstance(one, Heading) for one in below["End"])


def test_words_are_changed_where_no_markup_stands_between_them() -> None:
    document = parse("A *blue* cup &amp; a pot\n  of tea.\n\n    code\n")
    text = document.source.text

    def made(words: str, new: str) -> Fix | None:
        span = Span(text.index(words), text.index(words) + len(words))
        return replace_words(document, span, new, "Mend", UNSAFE)

    for words in ("blue", "cup", "a pot", "A ", " a", "pot\n  of tea"):
        fix = made(words, "red")
        assert fix is not None
        assert (fix.edits[0].text, fix.adds, fix.phase) == ("red", ("red",), Phase.WORDS)
    for words in ("*blue", "blue*", "A *blue* cup", "&amp;", "cup &amp; a", "code", "tea.\n"):
        assert made(words, "red") is None
    emptied = made("blue", "")
    assert emptied is not None
    assert emptied.adds == ()
    gone = remove_words(document, Span(2 + 1, 2 + 5), "Go", UNSAFE, Phase.REMOVE, Span(0, 1))
    assert gone == Fix("Go", (Edit(Span(3, 7)),), UNSAFE, Phase.REMOVE, Span(0, 1))
    assert remove_words(document, Span(0, 1), "Go", UNSAFE) is not None
    assert remove_words(document, Span(0, 3), "Go", UNSAFE) is None


def test_what_moves_keeps_its_origin_and_its_place_is_known() -> None:
    text = "One. Two. Three. Four."
    edits = (
        Edit(Span(0, 4), "1."),
        Edit(Span(5, 10)),
        Edit(Span(17, 17), "\n Two. \n", Span(5, 10)),
        Edit(Span(17, 22), "4"),
    )
    draft = Draft((Stretch(text, 0),)).splice(edits)
    assert draft.text == "1. Three. \n Two. \n4"
    assert [(one.text, one.origin, one.moved) for one in draft.stretches] == [
        ("1.", None, False),
        (" ", 4, False),
        ("Three. ", 10, False),
        ("\n ", None, False),
        ("Two. ", 5, True),
        ("\n", None, False),
        ("4", None, False),
    ]
    assert list(draft.origins(Span(1, 15))) == [Span(4, 5), Span(10, 17), Span(5, 8)]
    assert list(draft.origins(Span(0, 2))) == list(draft.origins(Span(4, 4))) == []
    offsets = OffsetMap(edits, text)
    assert [draft.text[slice(*span)] for span in offsets.written] == ["1.", "", edits[2].text, "4"]
    for offset in (4, *range(5, 17)):
        assert draft.text[offsets.after(offset)] == text[offset]


ACCOUNTED = """\
# Tea

One is here. Two is here. Three is here.

Four is here.

Five is here.

Six is here.

# Milk
"""


def accounted(*edits: Edit, fixes: Sequence[Applied] = (), text: str = ACCOUNTED) -> Ledger:
    document = parse(text)
    draft = Draft((Stretch(text, 0),)).splice(sorted(edits))
    return make_ledger(document.source, units_of(document), draft, fixes)


def at(text: str) -> Span:
    start = ACCOUNTED.index(text)
    return Span(start, start + len(text))


def cause(
    title: str, *spans: Span, moved: Sequence[Span] = (), stays: Span | None = None
) -> Applied:
    return Applied("toy", title, Applicability.SAFE, spans, tuple(moved), stays, ())


def test_every_unit_has_an_entry_that_says_what_became_of_it_and_why() -> None:
    gone, changed, moves = at(" Two is here."), at("is here.\n\nFour"), at("Four is here.\n\n")
    changed, end = changed._replace(end=changed.start + 2), len(ACCOUNTED)
    edits = (
        Edit(gone),
        Edit(changed, "was"),
        Edit(moves),
        Edit(Span(end, end), ACCOUNTED[slice(*moves)], moves),
    )
    fixes = (
        cause("Move", moved=(moves,)),
        cause("Remove", gone, stays=at("Five is here.")),
        cause("Change", changed),
    )
    ledger = accounted(*edits, fixes=fixes)
    result = Draft((Stretch(ACCOUNTED, 0),)).splice(edits).text
    told = [(one.unit, one.state, one.old, one.new, one.reason) for one in ledger.entries]
    assert told == [
        ("heading", State.KEPT, "# Tea", "# Tea", None),
        ("sentence", State.KEPT, "One is here.", "One is here.", None),
        ("sentence", State.REMOVED, "Two is here.", None, "Remove"),
        ("sentence", State.CHANGED, "Three is here.", "Three was here.", "Change"),
        ("sentence", State.MOVED, "Four is here.", "Four is here.", "Move"),
        ("sentence", State.KEPT, "Five is here.", "Five is here.", None),
        ("sentence", State.KEPT, "Six is here.", "Six is here.", None),
        ("heading", State.KEPT, "# Milk", "# Milk", None),
    ]  # fmt: skip
    for entry in ledger.entries:
        assert entry.old == ACCOUNTED[slice(*entry.before)]
        assert entry.after is None or result[slice(*entry.after)] == entry.new
    survivor = ledger.entries[2].survivor
    assert survivor
    assert result[slice(*survivor)] == "Five is here."
    assert [ledger.count(state) for state in State] == [5, 1, 1, 1]
    assert [state.value for state in State] == ["kept", "changed", "moved", "removed"]
    assert ledger.put_in == ()


def test_a_reason_is_that_of_the_fix_that_took_something_away_before_one_that_moved_it() -> None:
    unit = at("Four is here.")
    beside = (at("Three is here.\n\n"), at("\n\nFive is here."))
    loses, moves = cause("Lose", Span(unit.start, unit.start + 4)), cause("Move", moved=(unit,))
    edit = Edit(Span(unit.start, unit.start + 4), "4")
    for fixes, reason in (
        ((moves, loses), "Lose"),
        ((moves,), "Move"),
        ((cause("Beside", *beside), moves), "Move"),
        ((cause("Beside", *beside),), None),
        ((loses, cause("Later", Span(unit.start + 1, unit.start + 2))), "Lose"),
    ):
        (entry,) = (one for one in accounted(edit, fixes=fixes).entries if one.before == unit)
        assert (entry.state, entry.reason) == (State.CHANGED, reason)


def test_a_copy_that_stays_is_shown_where_it_stands_now_or_not_at_all() -> None:
    gone, stays = at("Two is here."), at("Four is here.\n\nFive is here.")
    fixes = (cause("Remove", gone, stays=stays),)
    word = at("Five")
    (entry,) = (
        one for one in accounted(Edit(gone), Edit(word, "5"), fixes=fixes).entries if not one.new
    )
    assert entry.survivor == Span(
        stays.start - len("Two is here."), stays.end - len("Two is here.") - 3
    )
    left = accounted(Edit(gone), Edit(stays), fixes=fixes).entries
    assert [one.survivor for one in left if not one.new] == [None] * 3


def test_words_that_stand_in_no_unit_are_put_in_and_signs_are_not() -> None:
    start, inside, end = at("Four").start, at("is here. Three").start, len(ACCOUNTED)
    ledger = accounted(
        Edit(Span(0, 0), "## New\n\n---\n\n- Also \\# new\n"),
        Edit(Span(inside, inside), "really "),
        Edit(Span(start, start), "\n"),
        Edit(Span(end, end), "Last."),
    )
    assert ledger.put_in == ("New", "Also \\# new", "Last.")
    assert [one.state for one in ledger.entries].count(State.CHANGED) == 1


def test_what_moved_side_by_side_is_one_move() -> None:
    four, five, six = (at(f"{name} is here.\n\n") for name in ("Four", "Five", "Six"))
    start, end = at("# Milk").end + 1, len(ACCOUNTED)
    assert start == end

    def moves(*runs: tuple[Span, int]) -> list[list[str]]:
        taken = [Edit(span) for span, _ in runs]
        put = [Edit(Span(to, to), ACCOUNTED[slice(*span)], span) for span, to in runs]
        return [[one.old for one in run] for run in accounted(*taken, *put).moves]

    names = ["Four is here.", "Five is here.", "Six is here."]
    assert moves((Span(four.start, six.end), end)) == [names]
    assert moves((Span(four.start, five.end), end)) == [names[:2]]
    assert moves((four, end), (six, 0)) == [names[:1], names[2:]]
    assert moves((four, end), (five, 0)) == [names[:1], names[1:2]]
    assert moves() == []


def test_blanks_marks_and_escapes_make_no_change() -> None:
    for old, new in (
        ("Tea time", "# Tea time"),
        ("## Tea\n time", "Tea time"),
        ("1. Tea", "1\\. Tea"),
        ("a\\b", "a\\b"),
        ("a\\*b", "a\\\\\\*b"),
        ("a\\*b", "a*b"),
    ):
        assert same_text(old, new)
    for old, new in (("Tea", "tea"), ("Tea", "Tea!"), ("Tea", "Te"), ("# Tea", "####### Tea")):
        assert not same_text(old, new)
