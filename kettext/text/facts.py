"""What must not differ between two copies of a text: numbers, amounts, dates, names, negations,
links."""

import re
from collections import Counter
from collections.abc import Iterator

from kettext.text.prose import parts_of_words
from kettext.text.value import NamedTuple

UNIT = (  # of an amount
    r"(?i:[mµμnk]?g|mcg|[mcdµμ]?l|[cmµμnk]?m|mmol|i\.?u\.?|k?cal|k?j|[kmgt]i?b|[kmg]?hz|k?wh?|mph"
    r"|%|per\ ?cent|°\s?[CF]|°|€|£|dollars?|euros?|pounds?|cents?|usd|eur|gbp"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|sec|min"
    r"|inch(?:es)?|f[oe]{2}t|ft|miles?|met(?:er|re)s?|lit(?:er|re)s?|gallons?|cups?|ounces?|oz|lbs?"
    r"|(?:table|tea)spoons?|tablets?|doses?|times|thousand|million|billion|trillion)"
)
_TWO_TO_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
NUMBERS = {
    **{word: str(number) for number, word in enumerate(_TWO_TO_TWENTY.split(), 2)},
    **{word: f"{number}0" for number, word in enumerate(_TENS.split(), 3)},
    **{word: f"{number}." for number, word in enumerate(_ORDINALS.split(), 1)},
    "once": "1 time",
    "twice": "2 times",
    "double": "2 times",
    "half": "1/2",
    "dozen": "12",
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
}
_NEGATIONS = "not no never without unless neither nor none nothing nobody nowhere hardly"
_DIRECTIONS = (  # a copy that has the opposite says something else, too
    "more less fewer increase increases increased increasing decrease decreases decreased "
    "decreasing higher lower highest lowest before after above below maximum minimum always only "
    "except rise rises rose risen rising fall falls fell fallen falling grow grows grew grown "
    "growing shrink shrinks shrank shrinking better worse best worst ahead behind gain gains "
    "gained lose loses lost win wins won larger smaller longer shorter faster slower older "
    "younger earlier later safe unsafe legal illegal allowed forbidden effective ineffective"
)
_MONTHS = "january february march april may june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
DATES = {
    **{name: name for name in f"{_MONTHS} {_DAYS}".split()},
    **{name[:3]: name for name in _MONTHS.split()},
    **{name[:3]: name for name in _DAYS.split()[:5]},  # not "sat" and "sun"
    "sept": "september",
}
AMBIGUOUS = ("may", "march", "mar")  # words that can begin a sentence
_NO_NAMES = (  # capitalised in a title or at the start of a quotation, but no names
    "a an and are as at be but by can do for from has have he her his how i if in is it its me my "
    "of on or our she so that the their then there these they this those to we what when where "
    "which who why will with you your yes"
)
_ABBREVIATIONS = "dr mr mrs ms st prof sr jr vs no fig inc e.g i.e"
NEGATIONS, DIRECTIONS = frozenset(_NEGATIONS.split()), frozenset(_DIRECTIONS.split())
NO_NAMES, ABBREVIATIONS = frozenset(_NO_NAMES.split()), frozenset(_ABBREVIATIONS.split())
SPELLINGS = {"percent": "%", "mcg": "µg", "feet": "ft", "foot": "ft", "ounces": "oz", "ounce": "oz"}
LONGEST_SHORT_FORM = 3  # characters: “e.g”
SHORT = 2  # characters: “ms” is no plural
YEAR = range(1500, 2100)
COUNTING = ("one", *_TWO_TO_TWENTY.split(), *_TENS.split())
WRITTEN_WORD = r"(?P<word>[^\W_]++(?:['’.&][^\W_]++)*+(?:[#+]++)?)"
TOKEN = (
    r"\]\(\s*+<?(?P<target>[^\s()<>]++)"
    r"|(?P<address>(?:https?://|www\.)[^\s<>()\[\]\"”]++)"
    r"|\]\[(?P<label>[^\]\n]{1,99})\]"
    r"|`(?P<code>[^`]++)`"
    r"|(?P<date>(?<![\w-])\d{4}-\d\d?-\d\d?(?![\w-])|(?<![\w/])\d\d?/\d\d?/\d{2,4}(?![\w/]))"
    rf"|(?P<amount>(?P<currency>[$€£¥₹]\s?)?(?P<sign>(?<![\w)\]])[-−])?"
    rf"(?<![^\W_])(?P<number>\d++(?:[.,:/]\d++)*+|[½¼¾⅓⅔]|(?i:{'|'.join(COUNTING)})(?=[\s-]))"
    rf"(?:[\s-]?(?P<unit>{UNIT})(?![^\W_]))?+(?![^\W_]))"
    rf"|{WRITTEN_WORD}"
)
MARKED = r"[\d\]`½¼¾⅓⅔]|://|www\."  # in each token but words, and numbers that are words
ENDS = r"(?m)[.!?:|]|…|\n\s*\n|^\s*[-*#>]"


class Fact(NamedTuple):
    """`kind`: number, amount, date, negation, direction, name or link; `text`: in one spelling."""

    kind: str
    text: str


def facts(text: str) -> Counter[Fact]:
    """The facts of a text, each as often as it stands there. Words that begin a sentence are no
    names, unless their form says so."""
    return Counter(fact for fact, _ in places_of_facts(text))


def places_of_facts(text: str) -> Iterator[tuple[Fact, str]]:
    """The facts of a text in reading order, each with its words as they are written."""
    end, last, begins = 0, "", True
    is_plain = _has_only_words(text)
    for match in re.finditer(WRITTEN_WORD if is_plain else TOKEN, text):
        gap = text[end : match.start()]
        begins = (begins and not last) or _ends(gap, last)
        fact = _word(match["word"], begins=begins) if is_plain else _fact(match, begins=begins)
        if fact is not None:
            yield fact, match.group()
        last, end = match["word"] or match.group(), match.end()


def _has_only_words(text: str) -> bool:
    """Whether a text holds no numbers, links or code: then the long pattern is not needed, which
    takes longer to compile than a short article takes to read."""
    return not re.search(MARKED, text) and not {*COUNTING}.intersection(parts_of_words(text))


def _ends(gap: str, last: str) -> bool:
    """Whether a sentence ends between two words."""
    is_short = last.lower() in ABBREVIATIONS or len(last) == 1
    return bool(re.search(ENDS, gap)) and not (is_short and gap.startswith("."))


def _fact(match: re.Match[str], *, begins: bool) -> Fact | None:
    link = match["target"] or match["address"] or match["label"]
    if link:
        return Fact("link", link.rstrip(".,;:!?"))
    if match["code"]:
        return Fact("name", match["code"].strip())
    if match["date"]:
        return Fact("date", match["date"])
    if match["amount"]:
        return _amount(match)
    return _word(match["word"], begins=begins)


def _amount(match: re.Match[str]) -> Fact | None:
    written = match["number"].lower()
    unit, currency = match["unit"], (match["currency"] or "").strip()
    if written == "one" and not unit:
        return None
    number = "1" if written == "one" else NUMBERS.get(written, written)
    number = re.sub(r",(?=\d{3}(?!\d))", "", number)
    number = ("-" if match["sign"] and not match["currency"] else "") + number
    if currency or unit:
        return Fact("amount", f"{currency}{number} {_plain_unit(unit or '')}".strip())
    is_year = len(number) == len("2000") and number.isdecimal() and int(number) in YEAR
    return Fact("date" if is_year else "number", number)


def _plain_unit(unit: str) -> str:
    """One spelling for a unit: “percent” is “%”, “hours” is “hour”."""
    plain = "".join(unit.lower().split()).replace("μ", "µ")
    plain = SPELLINGS.get(plain, plain)
    return plain[:-1] if len(plain) > SHORT and plain.endswith("s") else plain


def _word(word: str, *, begins: bool) -> Fact | None:
    folded = word.lower().replace("’", "'")
    if folded.endswith("n't") or folded == "cannot":
        return Fact("negation", "not")
    if folded in NEGATIONS:
        return Fact("negation", folded)
    if folded in DIRECTIONS:
        return Fact("direction", folded)
    if folded in NUMBERS:
        return Fact("number", NUMBERS[folded])
    stem = folded.removesuffix("'s")
    capital = word[0].isupper()
    if capital and stem in DATES and not (begins and stem in AMBIGUOUS):
        return Fact("date", DATES[stem])
    return _name(word.replace("’", "'").removesuffix("'s"), stem, begins=begins)


def _name(word: str, folded: str, *, begins: bool) -> Fact | None:
    """A name, if the form of the word says so, or its capital where no sentence begins."""
    if word[0].isdecimal() and word[-2:].lower() in ("st", "nd", "rd", "th"):
        return Fact("number", f"{word[:-2]}.")
    inner = any(sign.isupper() or sign.isdecimal() for sign in word[1:]) or word[-1] in "#+"
    has_dot = "." in word and len(word) > LONGEST_SHORT_FORM  # "node.js"
    if inner or has_dot or word[0].isdecimal():
        return Fact("name", word)
    if word[0].isupper() and not begins and folded.split("'")[0] not in NO_NAMES:
        return Fact("name", word)
    return None
