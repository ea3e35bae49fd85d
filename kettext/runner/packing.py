"""A result as plain data, and back: what crosses from one process to another, and what is kept for
the next run. It is JSON, so that reading it runs nothing."""

import json

from kettext.kit.finding import Applicability, Edit, Finding, Fix, Phase, Related, Severity
from kettext.linter.linter import Report
from kettext.runner.files import Input
from kettext.runner.reading import Result
from kettext.text.source import InputError, Span, decode


class Unreadable(Exception):
    """A record that pack() has not made of these bytes."""


def pack(result: Result) -> str:
    """What linting made of an input, without the input, its bytes and its document."""
    return json.dumps((result.error, result.skipped, result.inferred, result.reports))


def unpack(record: str, item: Input, data: bytes) -> Result:
    """The result that was packed, given its input and its bytes. Raises Unreadable."""
    try:
        error, skipped, inferred, reports = _values(json.loads(record))
        result = Result(
            item.name,
            item.format,
            item.path,
            error=_text(error) if error is not None else None,
            skipped=_text(skipped) if skipped is not None else None,
            inferred=bool(inferred),
        )
        if not reports:
            return result
        source = decode(data)
        listed = tuple(_report(one, len(source.text)) for one in _values(reports))
        return result._replace(source=source, reports=listed)
    except (TypeError, ValueError, RecursionError, InputError) as broken:
        raise Unreadable from broken


def _report(value: object, size: int) -> Report:
    check, group, severity, section, identity, finding = _values(value)
    name, words, earlier = _values(identity)
    return Report(
        _text(check),
        _text(group),
        Severity(_number(severity)),
        tuple(_text(title) for title in _values(section)),
        (_text(name), _text(words), _number(earlier)),
        _finding(finding, size),
    )


def _finding(value: object, size: int) -> Finding:
    span, message, related, fix = _values(value)
    places = (_values(one) for one in _values(related))
    return Finding(
        _span(span, size),
        _text(message),
        tuple(Related(_span(place, size), _text(words)) for place, words in places),
        _fix(fix, size) if fix is not None else None,
    )


def _fix(value: object, size: int) -> Fix:
    title, edits, applicability, phase, survivor, adds, isolation = _values(value)
    places = (_values(one) for one in _values(edits))
    return Fix(
        _text(title),
        tuple(
            Edit(_span(place, size), _text(text), _span(moved, size) if moved is not None else None)
            for place, text, moved in places
        ),
        Applicability(_number(applicability)),
        Phase(_number(phase)),
        _span(survivor, size) if survivor is not None else None,
        tuple(_text(words) for words in _values(adds)),
        _text(isolation) if isolation is not None else None,
    )


def _span(value: object, size: int) -> Span:
    start, end = (_number(one) for one in _values(value))
    if not 0 <= start <= end <= size:
        raise ValueError(value)
    return Span(start, end)


def _values(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value
