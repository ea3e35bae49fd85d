"""The second account, written without knowledge of the edits: it counts what stands in source and
result.

What differs must be what the ledger says was removed, changed or put in.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from kettext.fixer.ledger import ESCAPE, Ledger, State
from kettext.text.facts import UNIT

TOKEN = re.compile(
    rf"\d[\d.,]*[ \u00a0]?{UNIT}(?!\w)"  # an amount with its unit
    r"|https?://[^\s<>()\[\]\"”]+"
    r"|[`“”„«»]"
    r"|\w+"
)
SHOWN = 5


def objections(source: str, result: str, ledger: Ledger) -> Iterator[str]:
    """Where the texts differ in a way that the ledger does not tell; nothing if both agree."""
    expected = tally(source)
    for entry in ledger.entries:
        if entry.state in (State.CHANGED, State.REMOVED):
            expected.subtract(tally(entry.old))
            expected.update(tally(entry.new or ""))
    for text in ledger.put_in:
        expected.update(tally(text))
    actual = tally(result)
    for name, wrong in (("lost", Counter(expected)), ("too much", Counter(actual))):
        wrong.subtract(actual if name == "lost" else expected)
        odd = [token for token, count in wrong.items() if count > 0][:SHOWN]
        if odd:
            listed = ", ".join(f"“{token}”" for token in odd)
            yield f"the two accounts disagree: {name}: {listed}"


def tally(text: str) -> Counter[str]:
    """How often each word, amount, address, quotation mark and mark of code stands in a text."""
    plain = unicodedata.normalize("NFKC", ESCAPE.sub(r"\1", text)).casefold()
    return Counter("".join(token.split()) for token in TOKEN.findall(plain))
