"""Runs the examples of pages, as they stand and disturbed in ways that must not matter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kettext import formats
from kettext.article.document import Document
from kettext.fixer.passes import fix_document
from kettext.fixer.trial import Objection, Tools
from kettext.kit.check import Check
from kettext.kit.finding import Applicability
from kettext.kit.page import Example, PageError
from kettext.linter.linter import Report, run_checks
from kettext.linter.settings import Settings
from kettext.text.source import NEWLINE, Span, source_of

EMOJI = "🙂🎈 and one more 🙂 before the rest begins.\n\n"
TAIL = "\nThe tail, which has nothing to do with what stands before it.\n"


@dataclass(frozen=True, slots=True)
class Case:
    """A text with the findings it must give, and what the fixes must make of it."""

    text: str
    spans: tuple[Span, ...]
    related: tuple[Span, ...]
    fixed: str
    unsafe: str


def problems(check: Check, example: Example, partner: Example | None = None) -> Iterator[str]:
    """Where the check does not do what the example says, in whatever surroundings.

    `partner` is another check's example of the same format, which the example is joined to.
    """
    run = _Run(check, example)
    plain = case_of(example)
    for name, case in _disturbed(plain, whole=example.whole):
        yield from (f"{name}: {problem}" for problem in run.problems(case))
    if partner and not example.whole:
        joined = _joined(plain, run.observed(partner.text))
        yield from (f"joined: {problem}" for problem in run.problems(joined))


def case_of(example: Example) -> Case:
    """What an example says, with the results that it leaves out filled in."""
    fixed = example.text if example.fixed is None else example.fixed
    unsafe = fixed if example.unsafe is None else example.unsafe
    return Case(example.text, example.spans, example.related, fixed, unsafe)


def _disturbed(case: Case, *, whole: bool) -> Iterator[tuple[str, Case]]:
    yield "as it stands", case
    yield "with CRLF", _with_crlf(case)
    yield "without the last newline", _without_last_newline(case)
    if not whole:
        yield "after emoji", _joined(_unchanging(EMOJI), case)
        yield "with a tail", _joined(case, _unchanging(TAIL), separator="")


def _unchanging(text: str) -> Case:
    return Case(text, (), (), text, text)


def _joined(first: Case, second: Case, separator: str = "\n") -> Case:
    shift = len(first.text) + len(separator)
    return Case(
        first.text + separator + second.text,
        first.spans + _shifted(second.spans, shift),
        first.related + _shifted(second.related, shift),
        first.fixed + separator + second.fixed,
        first.unsafe + separator + second.unsafe,
    )


def _shifted(spans: Sequence[Span], shift: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + shift, span.end + shift) for span in spans)


def _with_crlf(case: Case) -> Case:
    def moved(span: Span) -> Span:
        start, end = (offset + case.text.count("\n", 0, offset) for offset in span)
        return Span(start, end)

    return Case(
        _crlf(case.text),
        tuple(moved(span) for span in case.spans),
        tuple(moved(span) for span in case.related),
        _crlf(case.fixed),
        _crlf(case.unsafe),
    )


def _crlf(text: str) -> str:
    return NEWLINE.sub("\r\n", text)


def _without_last_newline(case: Case) -> Case:
    fixed, unsafe = case.fixed.removesuffix("\n"), case.unsafe.removesuffix("\n")
    return replace(case, text=case.text.removesuffix("\n"), fixed=fixed, unsafe=unsafe)


class _Run:
    """One check alone, with the options of one example."""

    def __init__(self, check: Check, example: Example) -> None:
        self._check = check
        self._format = example.format
        self._message = example.message
        self._settings = Settings(options={check.name: _options(check, example)})

    def problems(self, case: Case) -> Iterator[str]:
        document = formats.parse(source_of(case.text), self._format)
        reports = self._lint(document)
        yield from self._wrong_places(case, reports)
        for level, expected in (
            (Applicability.SAFE, case.fixed),
            (Applicability.UNSAFE, case.unsafe),
        ):
            yield from self._wrong_fix(document, level, expected)

    def observed(self, text: str) -> Case:
        """What the check by itself makes of a text that is not about it."""
        document = formats.parse(source_of(text), self._format)
        reports = self._lint(document)
        fixed, unsafe = (
            self._fixed(document, level) for level in (Applicability.SAFE, Applicability.UNSAFE)
        )
        return Case(text, _places(reports), _related(reports), fixed, unsafe)

    def _lint(self, document: Document) -> tuple[Report, ...]:
        return run_checks(document, (self._check,), self._settings)

    def _wrong_places(self, case: Case, reports: Sequence[Report]) -> Iterator[str]:
        odd = [report.finding.message for report in reports if report.check != self._check.name]
        yield from odd
        for name, expected, found in (
            ("finding", case.spans, _places(reports)),
            ("related place", case.related, _related(reports)),
        ):
            if expected != found:
                wanted, got = _shown(case, expected), _shown(case, found)
                yield f"{name}s expected at {wanted}, found at {got}"
        messages = {report.finding.message for report in reports}
        if self._message and self._message not in messages:
            yield f"message expected: {self._message}, found: {messages}"

    def _wrong_fix(self, document: Document, level: Applicability, expected: str) -> Iterator[str]:
        try:
            fixed = self._fixed(document, level)
            again = self._fixed(formats.parse(source_of(fixed), self._format), level)
        except Objection as objection:
            yield f"{level.label} fix: {objection}"
            return
        if fixed != expected:
            yield f"{level.label} fix gives {fixed!r}, expected {expected!r}"
        if again != fixed:
            yield f"a second {level.label} fix gives {again!r}"

    def _fixed(self, document: Document, level: Applicability) -> str:
        fixed = fix_document(document, Tools(formats.parse, self._lint, level))
        if fixed.refused:
            raise Objection(fixed.refused[0].reason)
        return fixed.text


def _places(reports: Sequence[Report]) -> tuple[Span, ...]:
    return tuple(sorted(report.finding.span for report in reports))


def _related(reports: Sequence[Report]) -> tuple[Span, ...]:
    return tuple(sorted(place.span for report in reports for place in report.finding.related))


def _shown(case: Case, spans: Sequence[Span]) -> list[str]:
    return [f"{span.start}–{span.end} {case.text[span.start : span.end]!r}" for span in spans]


def _options(check: Check, example: Example) -> dict[str, object]:
    """The options that an example sets, as values of the type that their defaults have. Raises
    PageError for one that the check does not have, or that can't be such a value."""
    return {
        name.replace("-", "_"): _option(check, name, text) for name, text in example.options.items()
    }


def _option(check: Check, name: str, text: str) -> object:
    try:
        return _value(check.options[name.replace("-", "_")], text)
    except KeyError:
        known = ", ".join(check.options) or "none"
        raise PageError(f"{check.name} has no option “{name}” (it has: {known})") from None
    except ValueError as error:
        raise PageError(f"“{name}={text}” in an example of {check.name}: {error}") from error


def _value(default: object, text: str) -> object:
    if isinstance(default, tuple):
        return tuple(text.split(","))
    if isinstance(default, bool):
        return text == "true"
    return int(text) if isinstance(default, int) else text
