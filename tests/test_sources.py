"""The forms of sources, each in a sentence, at the end of a paragraph, in a list, in a table and in
pasted text; what is no source; the rules for links; how an article cites."""

import gc
from collections.abc import Callable
from time import process_time
from typing import NamedTuple

import pytest

from kettext import parse
from kettext.article.citing import cites_by_sentence
from kettext.article.document import Document
from kettext.article.links import Site, is_source
from kettext.article.sources import NO_RULES, SourceRules, is_sourced, names_source

CLAIM = "Studies show that it works"
PAPER = "https://journal.example/articles/1"
SMITH = f"[smith]: {PAPER}\n"
NOTE = "[^1]: Smith J. Kettles and sleep. Journal of Kettles, 2019.\n"


class Form(NamedTuple):
    """One form of a source. `written` stands before the full stop, `below` where the article ends;
    `pasted` is what is left of it in pasted text, None for what cannot stand there."""

    written: str
    below: str = ""
    pasted: str | None = "same"


FORMS = [
    # links: what is left of them in pasted text is their address, if anything
    Form(f"([a journal]({PAPER}))", pasted=f"({PAPER})"),
    Form(f"according to [Smith]({PAPER})", pasted=f"according to Smith, {PAPER}"),
    Form(f'[a journal](<{PAPER}> "Journal")', pasted=None),
    Form("[a journal][smith]", SMITH, pasted=None),
    Form("[smith][]", SMITH, pasted=None),
    Form("[smith]", SMITH, pasted=None),
    Form(f"<{PAPER}>"),
    Form(PAPER),
    Form("www.journal.example/articles/1"),
    Form("journal.example.org/articles/1"),
    Form(f"([source]({PAPER}))", pasted="(source)"),
    Form("[1](#fn1)", pasted=None),
    Form("[Smith 2019](#ref-smith)", pasted="[Smith 2019]"),
    Form(f'<a href="{PAPER}">a journal</a>'),
    # notes: in pasted text nobody knows where a footnote is defined, so it counts as it stands
    Form("[^1]", NOTE),
    Form("[^smith]", "[^smith]: A journal.\n"),
    Form("[^1]"),
    Form("^[Smith J. Kettles and sleep.]"),
    Form("[1]"),
    Form("[1]", f"[1]: {PAPER}\n", pasted="[1]"),
    Form("[1,3-5]"),
    Form("[1, 3–5]"),
    Form("[1][2]"),
    Form("[12, p. 7]"),
    Form("\\[1\\]", pasted="[1]"),
    Form("really¹"),
    Form("really¹²"),
    Form("really¹,³"),
    Form("really^1"),
    Form("really<sup>1</sup>"),
    Form("really<sup>[1]</sup>"),
    Form('really<sup id="fnref:1"><a href="#fn:1">1</a></sup>'),
    Form("really<ref>Smith 2019</ref>"),
    Form('really<ref name="smith" />'),
    Form("<cite>Journal of Kettles</cite>"),
    # author and year
    Form("(Smith, 2019)"),
    Form("(Smith 2019)"),
    Form("(Smith, 2019, p. 3)"),
    Form("(Smith 2019: 33)"),
    Form("(Smith & Jones, 2019, p. 3)"),
    Form("(Smith and Jones, 2019)"),
    Form("(Smith et al., 2019)"),
    Form("(Smith *et al.*, 2019)", pasted="(Smith et al., 2019)"),
    Form("(Smith et al., 2019; Jones 2020)"),
    Form("(Smith, J., 2019a)"),
    Form("(see Smith 2019)"),
    Form("(e.g., Smith, 2019)"),
    Form("(as cited in Smith, 2019)"),
    Form("(van der Berg, 2018)"),
    Form("(Smith, n.d.)"),
    Form("(Smith, in press)"),
    Form("(NHS, 2021)"),
    Form("(FDA 2019)"),
    Form("(World Health Organization, 2021)"),
    Form("(*The Kettle Times*, 12 May 2019)", pasted="(The Kettle Times, 12 May 2019)"),
    Form("[Smith 2019]"),
    Form("[Smi19]"),
    Form("as Smith et al. (2019) found"),
    Form("as Smith and Jones (2019) say"),
    Form("according to Smith (2019)"),
    Form("as in Smith's (2019) work"),
    Form("— Smith et al., 2019"),
    # systems that set references
    Form("[@smith2019]"),
    Form("[see @smith2019, p. 3; @jones]"),
    Form("\\cite{smith2019}"),
    Form("\\citep[p. 3]{smith2019}"),
    Form("{cite}`smith2019`"),
    Form("{{sfn|Smith|2019|p=3}}"),
    # identifiers
    Form("doi:10.1000/182"),
    Form("DOI 10.1000/182"),
    Form("https://doi.org/10.1000/182"),
    Form("doi.org/10.1000/182"),
    Form("(10.1000/182)"),
    Form("PMID: 12345678"),
    Form("PMCID: PMC1234567"),
    Form("arXiv:2101.12345"),
    Form("ISBN 978-3-16-148410-0"),
    Form("NCT01234567"),
    Form("(21 CFR 1308.13)"),
    Form("under Regulation (EU) 2016/679"),
    # in words
    Form("(source: WHO)"),
    Form("[Source: WHO]"),
    Form("Retrieved from the archive of the city"),
    Form("according to the 2019 Cochrane review by Jones"),
    Form("says a 2021 report by the World Health Organization"),
    Form("says a Pew survey from 2019"),
    Form("says a study published in The Lancet in 2018"),
    Form("as the CDC's 2020 report says"),
    Form("says the World Happiness Report 2020"),
    Form("as she writes in her 2012 book *Boil*", pasted="as she writes in her 2012 book Boil"),
]

IDS = [form.written for form in FORMS]
forms = pytest.mark.parametrize("form", FORMS, ids=IDS)


def sourced(document: Document, words: str, rules: SourceRules = NO_RULES, **links: bool) -> bool:
    """Whether the first sentence with these words has a source."""
    offset = document.source.text.index(words)
    block = document.leaf_block_at(offset)
    assert block is not None
    return is_sourced(document, block, document.sentence_at(block, offset), rules, **links)


def markdown(text: str, words: str = CLAIM) -> bool:
    return sourced(parse(text), words)


@forms
def test_a_source_counts_in_its_sentence(form: Form) -> None:
    text = f"{CLAIM} {form.written}. Nothing else is said here.\n\n{form.below}"
    assert markdown(text)
    assert not markdown(f"{CLAIM}. Nothing else is said here.\n\n{text.replace(CLAIM, 'It boils')}")


@forms
def test_a_source_counts_at_the_end_of_its_paragraph(form: Form) -> None:
    assert markdown(f"{CLAIM}. Nothing else is. Kettles boil {form.written}.\n\n{form.below}")


@forms
def test_a_source_counts_in_an_item_of_a_list(form: Form) -> None:
    text = f"- Kettles boil.\n- {CLAIM} {form.written}\n- Water is wet.\n\n{form.below}"
    assert markdown(text)
    assert not markdown(text, "Water is wet")


@forms
def test_a_source_counts_in_a_cell_of_a_table(form: Form) -> None:
    written = form.written.replace("|", "\\|")
    text = f"| What | How |\n|---|---|\n| {CLAIM} {written} | a lot |\n| Water | boils |\n\n"
    assert markdown(text + form.below)
    assert not markdown(text + form.below, "Water")


@pytest.mark.parametrize("form", [form for form in FORMS if form.pasted], ids=str)
def test_a_source_counts_in_pasted_text(form: Form) -> None:
    written = form.written if form.pasted == "same" else form.pasted
    text = (
        f"All About Kettles\n\n{CLAIM} {written}. Nothing else is said.\n\nWater is wet. It is.\n"
    )
    document = parse(text, format="text")
    assert sourced(document, CLAIM)
    assert not sourced(document, "Water is wet")


@pytest.mark.parametrize(
    "written",
    [
        f"{CLAIM}.[1]",
        f"{CLAIM}. [1]",
        f"{CLAIM}.¹",
        f"{CLAIM}. (Smith, 2019)",
        f"{CLAIM}. Smith, 2019.",
        f"{CLAIM}. Retrieved from the archive.",
        f"{CLAIM}.\nSource: WHO",
        f"{CLAIM}.\n\nSource: WHO",
        f"{CLAIM}.\n\nSource: {PAPER}",
    ],
)
def test_a_source_counts_behind_the_full_stop_in_pasted_text(written: str) -> None:
    text = f"All About Kettles\n\nKettles boil water.\n\n{written}\n\nWater is wet. It is.\n"
    document = parse(text, format="text")
    assert sourced(document, CLAIM)
    assert not sourced(document, "Kettles boil")
    assert not sourced(document, "Water is wet")


NO_SOURCES = [
    "[the next chapter](chapter-2.md)",
    "[the next chapter](/guides/sleep/)",
    "[below](#how-it-works)",
    "[a kettle](https://kettles.example/products/red)",
    "[a kettle](https://kettles.example/shop/kettles?sort=price)",
    "[a kettle](https://shop.kettles.example/red)",
    "[a kettle](https://www.amazon.co.uk/dp/B000000000)",
    "[a kettle](https://kettles.example/?affid=12)",
    "[a kettle](https://kettles.example/?add-to-cart=7)",
    "[Smith](https://twitter.com/smith)",
    "[Smith](https://www.linkedin.com/in/smith/)",
    "[our app](https://apps.apple.com/app/id1)",
    "[more](https://www.google.com/search?q=kettles)",
    "[the map](https://www.google.com/maps/place/London)",
    "[a chart](https://charts.example/kettles.png)",
    "![a chart](https://charts.example/kettles)",
    "[![a badge](https://badges.example/1)](https://badges.example/status)",
    "[mail us](mailto:info@kettles.example)",
    "[call us](tel:5552019)",
    "<info@kettles.example>",
    "`https://journal.example/1`",
    "`[1]`",
    "`(Smith, 2019)`",
    "`<sup>1</sup>`",
    "with list[1] = 5",
    "[sic]",
    "[x]",
    "[ ]",
    "[a]",
    "[citation needed]",
    "(May 2019)",
    "(12 May 2019)",
    "(in 2019)",
    "(since May 2019)",
    "(Updated January 2019)",
    "(n = 2019)",
    "(2019)",
    "(2015–2019)",
    "(Smith, 1950–2019)",
    "on Windows (2019)",
    "(Windows Server 2019)",
    "(World Cup 2018)",
    "(Figure 3, 2019)",
    "in version 10.2019",
    "at 555-2019",
    "for 10^6 and x^2",
    "for 5 m² and 10⁶",
    "for 5 m<sup>2</sup>",
    "according to a study",
    "according to a study from 2019",
    "according to several studies from 2019",
    "according to a 2019 study",
    "according to a 2014 Harvard study",
    "according to a 2019 Danish study",
    "according to a 2019 study in China",
    "according to a 2017 study by researchers at a university",
    "says the open source: community",
    "(see below)",
    "(from London, July 2019)",
    "(Bought in 2000 from Smith)",
    "(the Kettles in 1966 and the Cups in 1968)",
    "(May–November 2014)",
    "at offset [4]",
    "as in the 2010 Smith Book Awards",
    "as the manager of the Kettle data product in early 2018 knew",
    "at the University of Tea and Cups (1870)",
    "— on August 16, 2013",
    "in 10.5 cups",
    "<!-- source -->",
]


@pytest.mark.parametrize("written", NO_SOURCES)
def test_it_is_no_source(written: str) -> None:
    assert not markdown(f"{CLAIM} {written}. Nothing else is said here.\n")
    assert not markdown(f"Kettles boil.\n\n- {CLAIM} {written}\n")


def test_a_task_box_and_a_number_of_an_item_are_no_sources() -> None:
    assert not markdown(f"- [ ] {CLAIM}\n- [x] It boils\n")
    assert not markdown(f"1. {CLAIM}\n2. It boils\n")


def test_a_link_to_the_same_site_is_no_source() -> None:
    linked = f"{CLAIM} [here](https://www.kettles.example/sleep).\n"
    assert markdown(linked)
    for key in ("url", "canonical", "canonical_url", "permalink", "base"):
        assert not markdown(f"---\n{key}: https://kettles.example/a\n---\n\n{linked}")
    assert not markdown(f"---\nurl: 'https://blog.kettles.example'\n---\n\n{linked}")
    assert markdown(f"---\nurl: https://cups.example/a\n---\n\n{linked}")
    assert markdown(f"---\nurl: /a\n---\n\n{linked}")


def test_rules_reject_and_accept_domains_the_longer_one_first() -> None:
    def by(rules: SourceRules, address: str) -> bool:
        return sourced(parse(f"{CLAIM} [here]({address}).\n"), CLAIM, rules)

    blog, shop = "https://blog.kettles.example/a", "https://kettles.example/products/a"
    assert not by(SourceRules(reject=("kettles.example",)), blog)
    assert by(SourceRules(reject=("tles.example", "cups.example")), blog)
    assert by(SourceRules(accept=("kettles.example",)), shop)
    assert by(SourceRules(accept=("blog.kettles.example",), reject=("kettles.example",)), blog)
    assert not by(SourceRules(accept=("kettles.example",), reject=("blog.kettles.example",)), blog)
    assert not by(SourceRules(accept=("kettles.example",), reject=("kettles.example",)), blog)
    assert not by(SourceRules(reject=("doi.org",)), "https://doi.org/10.1000/182")


def test_where_any_link_will_not_do_only_research_law_and_authorities_count() -> None:
    def strict(written: str, rules: SourceRules = NO_RULES) -> bool:
        return sourced(parse(f"{CLAIM} {written}.\n"), CLAIM, rules, any_link=False)

    for host in (
        "www.fda.gov", "www.gov.uk", "www.legislation.gov.uk", "health.gov.au", "psych.ox.ac.uk",
        "www.nhs.uk", "www.ema.europa.eu", "who.int", "pubmed.ncbi.nlm.nih.gov", "doi.org",
        "www.thelancet.com", "link.springer.com", "clinicaltrials.gov", "www.isrctn.com",
        "psychiatryonline.org", "medicine.yale.edu", "onlinelibrary.wiley.com",
    ):  # fmt: skip
        assert strict(f"[here](https://{host}/a)"), host
    for host in ("blog.example", "kettles.example", "fda.gov.example", "en.wikipedia.org"):
        assert not strict(f"[here](https://{host}/a)"), host
    assert strict("[here](https://blog.example/a)", SourceRules(accept=("blog.example",)))
    assert strict("[here](https://journal.example/doi/10.1000/182)")
    assert all(map(strict, ("[1]", "(Smith, 2019)", "doi:10.1000/182", "really¹", "[^1]")))


def test_what_an_archive_or_a_redirect_holds_is_what_counts() -> None:
    strict = Site(any_link=False)
    assert is_source("https://web.archive.org/web/2019/https://www.fda.gov/a", strict)
    assert not is_source("https://web.archive.org/web/2019/https://blog.example/a", strict)
    assert is_source("https://www.google.com/url?sa=D&q=https%3A%2F%2Fwww.fda.gov%2Fa", strict)


def test_a_footnote_counts_by_what_it_says() -> None:
    def footnote(definition: str, rules: SourceRules = NO_RULES, **links: bool) -> bool:
        document = parse(f"{CLAIM}.[^1]\n\n[^1]: {definition}\n")
        return sourced(document, CLAIM, rules, **links)

    blog = SourceRules(reject=("blog.example",))
    assert footnote("https://blog.example/a")
    assert not footnote("https://blog.example/a", blog)
    assert not footnote("[Kettles and sleep](https://blog.example/a), page 3.", blog)
    assert footnote("Smith J. Kettles and sleep. <https://blog.example/a>", blog)
    assert footnote("Smith 2019.", blog)
    assert footnote("[A](https://blog.example/a), [B](https://journal.example/b)", blog)
    assert not footnote("https://blog.example/a", any_link=False)
    assert footnote("https://doi.org/10.1000/182", any_link=False)


CITED = "Kettles boil.[1] Water is wet.[2] Tea is hot.[3]\n\n"


def test_where_an_article_cites_each_sentence_a_source_covers_what_stands_before_it() -> None:
    document = parse(f"{CITED * 3}Cups are round. {CLAIM}. Milk is white.[4] Honey is sweet.\n")
    assert document.derived(cites_by_sentence)
    assert sourced(document, CLAIM)
    assert sourced(document, "Cups")
    assert sourced(document, "Milk")
    assert not sourced(document, "Honey")


@pytest.mark.parametrize("note", ["[4]", " [4]", "[^4]", "¹", " (Smith, 2019)"])
def test_a_note_behind_a_full_stop_belongs_to_the_sentence_before_it(note: str) -> None:
    document = parse(f"{CITED * 3}Milk is white.{note} Honey is sweet.\n\n[^4]: Smith 2019.\n")
    assert sourced(document, "Milk")
    assert not sourced(document, "Honey")


def test_notes_in_a_row_belong_to_the_same_sentence() -> None:
    document = parse(f"{CITED * 3}Milk is white.[4][5], [6] Honey is sweet.\n")
    assert sourced(document, "Milk")
    assert not sourced(document, "Honey")


def test_a_number_that_a_sentence_begins_with_is_its_own() -> None:
    document = parse(f"{CITED * 3}Milk is white. [4] and [5] show that honey is sweet.\n")
    assert sourced(document, "honey")


@pytest.mark.parametrize(
    "written",
    [
        "Kettles boil. Water is wet. Tea is hot.[1]\n\n" * 4,
        "Kettles boil. Water is wet (Smith, 2019). Tea is hot.\n\n" * 4,
        CITED + "Kettles boil. Water is wet. Tea is hot.[1]\n\n" * 4,
        CITED,
        "",
    ],
)
def test_elsewhere_a_source_counts_for_all_of_its_paragraph(written: str) -> None:
    document = parse(f"{written}Milk is white ([Smith]({PAPER})). Honey is sweet.\n\nCups.\n")
    assert not document.derived(cites_by_sentence)
    assert sourced(document, "Honey")
    assert not sourced(document, "Cups")


def test_a_list_is_sourced_by_the_sentence_that_announces_it() -> None:
    items = f"- {CLAIM}\n  - Milk is white\n- Water is wet\n"
    assert markdown(f"As Smith et al. (2019) say:\n\n{items}")
    assert markdown(f"As Smith et al. (2019) say:\n\n{items}", "Milk")
    assert not markdown(f"As Smith et al. (2019) say.\n\n{items}")
    assert not markdown(f"As some say:\n\n{items}")
    document = parse(f"{CITED * 3}Tea is hot.[4] It is so:\n\n{items}")
    assert not sourced(document, CLAIM)


def test_an_item_is_sourced_by_the_one_it_stands_under() -> None:
    text = f"- Smith (2019) found two things\n  - {CLAIM}\n- Water is wet\n"
    assert markdown(text)
    assert not markdown(text, "Water")
    assert markdown(f"- {CLAIM}.\n\n  Source: WHO\n")


def test_a_sentence_is_sourced_by_what_it_announces() -> None:
    assert markdown(f"{CLAIM}:\n\n- Water is wet [1]\n- Milk is white\n")
    assert markdown(f"Well. {CLAIM}:\n\n> Water is wet. ([Smith]({PAPER}))\n")
    assert not markdown(f"{CLAIM}:\n\n- Water is wet\n- Milk is white\n")
    assert not markdown(f"{CLAIM}. It is so:\n\n- Water is wet [1]\n")


TABLE = f"| What | How |\n|---|---|\n| {CLAIM} | a lot |\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}\nSource: WHO\n",
        f"{TABLE}\n*Source: [WHO](https://who.int/a)*\n",
        f"{TABLE}\n[Source]({PAPER})\n",
        f"Table 1. Kettles (Smith, 2019)\n\n{TABLE}",
        f"This is what Smith et al. (2019) found:\n\n{TABLE}",
        TABLE.replace("a lot", "Smith, 2019 [1]"),
        TABLE.replace("What", "What [1]"),
    ],
)
def test_a_table_is_sourced_by_its_row_its_title_and_the_line_below(text: str) -> None:
    assert markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        f"{TABLE}\nSource: own work\n",
        f"{TABLE}\n[Source](https://kettles.example/products/1)\n",
        f"{TABLE}\nSources:\n",
        f"Tea is hot (Smith, 2019).\n\n{TABLE}",
        TABLE.replace("How", "How [1]"),
    ],
)
def test_a_table_is_not_sourced_by_anything_else(text: str) -> None:
    assert not markdown(text)


def test_a_block_that_was_not_read_exactly_is_sourced_as_a_whole() -> None:
    assert markdown(f"{CLAIM} {'*_' * 3000} [1].\n")


def test_whether_a_block_names_a_source_does_not_depend_on_the_sentence() -> None:
    document = parse(f"{CITED * 3}Milk is white.[4] Honey is sweet.\n\nCups.\n")
    *_, milk, cups = (block for block, _ in document.leaves)
    assert names_source(document, milk)
    assert not names_source(document, cups)


HOSTILE: dict[str, Callable[[int], str]] = {
    "claims in one paragraph": lambda many: f"{CLAIM}. " * many,
    "claims behind the last source": lambda many: f"{CITED * 4}Tea.[1] " + f"{CLAIM}. " * many,
    "links in one paragraph": lambda many: f"{CLAIM} [1]({PAPER}). " * many,
    "footnotes": lambda many: (
        "".join(f"{CLAIM}.[^{one}] " for one in range(many))
        + "\n\n"
        + "".join(f"[^{one}]: {PAPER}\n" for one in range(many))
    ),
    "one footnote again and again": lambda many: f"{CLAIM}.[^1] " * many + f"\n\n{NOTE}",
    "items of one list": lambda many: "So:\n\n" + f"- {CLAIM}\n" * many,
    "paragraphs of one item": lambda many: "- So:\n\n" + f"  {CLAIM}\n\n" * many,
    "cells of one row": lambda many: "".join(
        f"|{cell * many}\n" for cell in ("a|", "-|", f"{CLAIM}|")
    ),
    "sentences with a colon": lambda many: f"{CLAIM}:\n\n- It\n\n" * many,
    "years": lambda many: "In 2019 Smith (2019 Smith and " * many,
    "open brackets": lambda many: "[1, [@ (Smith " * many,
    "tags": lambda many: "so<sup><a " * many,
}


@pytest.mark.parametrize("shape", HOSTILE.values(), ids=HOSTILE)
def test_twice_as_many_claims_take_about_twice_as_long(shape: Callable[[int], str]) -> None:
    def seconds(many: int) -> float:
        document = parse(shape(many))
        sentences = [
            (leaf, span) for leaf, _ in document.leaves for span in document.sentences(leaf)
        ]
        gc.disable()  # or it would look through all that other tests have left
        start = process_time()
        try:
            for leaf, span in sentences:
                is_sourced(document, leaf, span)
            return process_time() - start
        finally:
            gc.enable()

    ratios = []
    for _ in range(3):
        fast, slow = seconds(500), seconds(2000)
        ratios.append(1.0 if slow <= 0.03 else slow / fast)
        if ratios[-1] <= 8:
            return
    assert not ratios
