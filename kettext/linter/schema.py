"""What may stand in a config file: one table, by which files are checked and from which the JSON
Schema is made."""

from collections.abc import Callable, Iterable, Mapping

from kettext import checks
from kettext.kit.finding import Applicability, Severity, quoted
from kettext.linter.settings import CUSTOM, NUMBERING, PROFILES, SHARED, nearest
from kettext.text.source import InputError
from kettext.text.value import NamedTuple

SEVERITIES = tuple(severity.label for severity in Severity)
LEVELS = tuple(level.label for level in Applicability)
CHOOSING = ("select", "ignore", "extend-select", "extend-ignore")  # also the keys of [per-path]
ITEM, ITEMS = "text", "a list of texts"
SHOWN = {"string": ITEM, "boolean": "true or false", "integer": "a whole number",
         "number": "a number", "array": ITEMS, "object": "a table"}  # fmt: skip


class Kind(NamedTuple):
    """What may stand at a key. `type` is one of JSON Schema's; `keys` and `at` give the keys of a
    table and what stands there; a table without `keys` has any key, all of them like `at("")`."""

    type: str
    about: str = ""
    choices: tuple[str, ...] = ()
    item: "Kind | None" = None
    keys: Callable[[], Iterable[str]] | None = None
    at: "Callable[[str], Kind] | None" = None
    required: tuple[str, ...] = ()


def fixed_table(kinds: Mapping[str, Kind], about: str, required: tuple[str, ...] = ()) -> Kind:
    return Kind("object", about, (), None, lambda: kinds, kinds.__getitem__, required)


def listed(about: str) -> Kind:
    return Kind("array", about, item=Kind("string"))


def option_names(check: str) -> list[str]:
    """The options of a check that can be set in a file, as they are written there."""
    options = checks.load(check).options
    return [name.replace("_", "-") for name in options if option_kind(options[name])]


def option_kind(default: object) -> Kind | None:
    """What an option can be set to, by its default; None if it can't be set in a file."""
    if isinstance(default, tuple):
        return Kind("array", item=option_kind(default[0] if default else ""))
    types = {bool: "boolean", int: "integer", float: "number", str: "string"}
    return Kind(types[type(default)]) if type(default) in types else None


def _checks_with_options() -> list[str]:
    return [name for name in checks.names() if option_names(name)]


def _options_of(check: str) -> Kind:
    options = checks.load(check).options

    def at(name: str) -> Kind:
        if name in SHARED:
            return SHARED_KINDS[name]
        return option_kind(options[name.replace("-", "_")]) or Kind("string")

    return Kind("object", "", (), None, lambda: option_names(check), at)


FIX = {
    "never": listed("checks and groups whose fixes are only shown"),
    "protect": listed("text that no fix may remove, besides what is protected anyway"),
    "numbering": Kind("string", "what becomes of the numbers of headings", NUMBERING),
}
SOURCES = fixed_table(
    {
        "accept": listed("domains to which a link is always a source"),
        "reject": listed("domains to which a link is never a source"),
    },
    "which links are sources",
)
SHARED_KINDS = {"numbering": FIX["numbering"], "sources": SOURCES}
CHOICES = {
    "select": listed("run only these checks and groups"),
    "ignore": listed("leave out these checks and groups"),
    "extend-select": listed("run these as well, also if they are off by default"),
    "extend-ignore": listed("leave out these as well"),
}
CUSTOM_CHECK = fixed_table(
    {
        "name": Kind("string", "what the check is called: small letters, digits, hyphens"),
        "phrases": listed("phrases to find, each with “ => ” and what to say instead, or without"),
        "pattern": Kind("string", "a regular expression to find"),
        "message": Kind("string", "what to say; {match} and {replacement} are filled in"),
        "severity": Kind("string", "how much it matters", SEVERITIES),
        "fix": Kind("string", "whether `fix` may put in the replacement", LEVELS),
        "bad": listed("texts in which it must find something"),
        "good": listed("texts in which it must find nothing"),
    },
    "a check without code",
    ("name", "message"),
)
ROOT = fixed_table(
    {
        "extend": Kind("string", "a config file whose keys hold unless they stand here"),
        "profile": Kind("string", "the kind of article", tuple(PROFILES)),
        **CHOICES,
        "severity": Kind(
            "object",
            "how much a check's findings matter",
            keys=checks.names,
            at=lambda name: Kind("string", "", SEVERITIES),  # noqa: ARG005  # the same for all
        ),
        "checks": Kind(
            "object", "the options of checks", keys=_checks_with_options, at=_options_of
        ),
        "per-path": Kind(
            "object",
            "what holds for the files that match a pattern such as docs/**",
            at=lambda glob: fixed_table(CHOICES, ""),  # noqa: ARG005  # the same for all
        ),
        CUSTOM: Kind("array", "checks without code", item=CUSTOM_CHECK),
        "fix": fixed_table(FIX, "what `fix` may do"),
        "sources": SOURCES,
    },
    "the settings of kettext",
)


def validate(value: object, kind: Kind, place: tuple[str, ...] = ()) -> None:
    """Raises InputError, naming the place, where a value is not what may stand there."""
    if not _has_type(value, kind.type):
        raise InputError(f"{shown(place)} must be {_expected(kind)}, not {_given(value)}")
    if isinstance(value, str) and kind.choices and value not in kind.choices:
        hint = nearest(value, kind.choices) or f"; it can be {', '.join(kind.choices)}"
        raise InputError(f"{shown(place)} can't be {quoted(value)}{hint}")
    if isinstance(value, list) and kind.item:
        for number, item in enumerate(value, 1):
            validate(item, kind.item, (*place[:-1], f"{place[-1]} (number {number})"))
    if isinstance(value, dict):
        _validate_table(value, kind, place)


def _validate_table(table: Mapping[str, object], kind: Kind, place: tuple[str, ...]) -> None:
    for key, value in table.items():
        known = list(kind.keys()) if kind.keys else [key]
        if key not in known:
            where = f" in [{shown(place)[1:-1]}]" if place else ""
            raise InputError(f"unknown key {quoted(key)}{where}{nearest(key, known)}")
        if kind.at:
            validate(value, kind.at(key), (*place, key))
    missing = next((key for key in kind.required if key not in table), None)
    if missing:
        raise InputError(f"{shown(place)} lacks “{missing}”")


def shown(place: tuple[str, ...]) -> str:
    """A place as people are told it: the keys on the way there."""
    return quoted(".".join(place), 80)


def _has_type(value: object, name: str) -> bool:
    match name:
        case "number":
            return type(value) in (int, float)
        case "integer":
            return type(value) is int
    types = {"string": str, "boolean": bool, "array": list, "object": dict}
    return isinstance(value, types[name])


def _expected(kind: Kind) -> str:
    if kind.item and kind.item.type == "object":
        return "tables in [[double brackets]]"
    return SHOWN[kind.type] if not kind.item or kind.item.type == "string" else "a list of numbers"


def _given(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return ITEM
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "a table"
    return "a date or a time"


def json_schema() -> dict[str, object]:
    """The table as a JSON Schema, draft-07."""
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "kettext.toml"}
    return {**head, **_schema(ROOT)}


def _schema(kind: Kind) -> dict[str, object]:
    made: dict[str, object] = {"type": kind.type}
    if kind.about:
        made["description"] = kind.about
    if kind.choices:
        made["enum"] = list(kind.choices)
    if kind.item:
        made["items"] = _schema(kind.item)
    if kind.keys and kind.at:
        keys = tuple(kind.keys())
        made["properties"] = {key: _schema(kind.at(key)) for key in keys}
        made["additionalProperties"] = False
    elif kind.at:
        made["additionalProperties"] = _schema(kind.at(""))
    if kind.required:
        made["required"] = list(kind.required)
    return made
