"""The settings of a run: which checks, how severe they are, and what each of them is told."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from kettext import checks
from kettext.article.sources import NO_RULES, SourceRules
from kettext.kit.check import Check
from kettext.kit.finding import Severity
from kettext.text.source import InputError
from kettext.text.value import NamedTuple, Value

DOCUMENT = "document"  # the group of what kettext says of a file as a whole
CRASHED, SUSPECT, TOO_DENSE = "check-crashed", "parse-suspect", "too-dense-inline"
FINAL = (CRASHED, SUSPECT, TOO_DENSE, "fix-refused")  # what nobody can switch off
UNUSED = "unused-suppression"  # the only one of them that can be
NUMBERING = ("keep", "renumber", "drop")  # what becomes of the numbers of headings; first: default
SHARED = (
    "numbering",
    "sources",
)  # settings that are told to each check with an option of that name
CUSTOM = "custom"  # the group of checks without code
PROFILES = {
    "general": "articles of any kind",
    "medical": "articles about health: a claim wants a source that is more than any link",
    "news": "news and reports: people are quoted, sources are named in the text",
    "marketing": "pages that sell: praise and talking to the reader are their trade",
    "docs": "manuals and technical documentation: the reader is told what to do",
}
NOTHING: Mapping[str, object] = {}
GENERAL = next(iter(PROFILES))
LONGEST_WORD = 100  # characters; of what is longer nobody is told what it resembles


class Layer(NamedTuple):
    """What one place says about which checks run, by names and groups; `origin` says which place.

    `select` switches off whatever it does not name; empty, it says nothing.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    origin: str = ""

    def verdict(self, name: str, group: str) -> "Verdict | None":
        """What it says about a check: a name beats its group, `ignore` beats `select`."""
        for word in (name, group):
            for key, words in (("ignore", self.ignore), ("extend-ignore", self.extend_ignore)):
                if word in words:
                    return Verdict(False, word == name, key, self)
            for key, words in (("select", self.select), ("extend-select", self.extend_select)):
                if word in words:
                    return Verdict(True, word == name, key, self)
        return Verdict(False, False, "select", self) if self.select else None


class Verdict(Value):
    """Whether a check is wanted, because of which key of which layer (None: nobody has said
    anything). What is off by default runs only if it is wanted `by_name`."""

    wanted: bool
    by_name: bool
    key: str = ""
    layer: Layer | None = None


UNDECIDED = Verdict(True, False)


class PathRule(Value):
    """What holds for the files below `folder` ("": the working directory) that match `glob`."""

    glob: str
    layer: Layer
    folder: str = ""


class Said(Value):
    """One setting as people are shown it, and the file or option it came from."""

    key: str
    value: object
    origin: str


class Settings(NamedTuple):
    """`select` empty: all checks that are on by default. `options` and `severity`: by the name of
    the check. `never`: checks whose fixes are only shown. `protect`: phrases whose sentences no fix
    removes. `above`: what beats the lists of these
    settings, the strongest first. Of rules for paths, later ones beat earlier ones.
    `mark_citations`: how claims without a source are marked, "" for not at all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, object]] = {}
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    profile: str = GENERAL
    per_path: tuple[PathRule, ...] = ()
    custom: tuple[Check, ...] = ()
    never: tuple[str, ...] = ()
    protect: tuple[str, ...] = ()
    numbering: str = NUMBERING[0]
    sources: SourceRules = NO_RULES
    mark_citations: str = ""
    above: tuple[Layer, ...] = ()
    origin: str = ""
    said: tuple[Said, ...] = ()

    def of(self, path: Path | str) -> "Settings":
        """The settings for one file, with the rules for its path applied."""
        if not self.per_path:
            return self
        from kettext.linter.globs import matches  # few have rules for paths

        full = os.path.abspath(path)
        rules = reversed(self.per_path)
        found = tuple(rule.layer for rule in rules if matches(rule.glob, full, rule.folder))
        return self._replace(above=self.above + found, per_path=())

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Who has a say about which checks run, the strongest first."""
        own = Layer(self.select, self.ignore, self.extend_select, self.extend_ignore, self.origin)
        return tuple(layer for layer in (*self.above, own) if any(layer[:4]))

    @property
    def names(self) -> dict[str, str]:
        """The name of every check -> its group, those without code last."""
        known = checks.names()
        return {**known, **{one.name: one.group for one in self.custom}} if self.custom else known

    def options_of(self, check: Check) -> Mapping[str, object]:
        """What a check is told: the options set for it, else those of the profile, else what is
        set for all checks that have such an option."""
        own = self.options.get(check.name, {})
        difference = check.profiles.get(self.profile)
        if difference is not None and isinstance(difference, Mapping):
            own = {**{key: difference[key] for key in difference if key != "severity"}, **own}
        options = check.options
        shared = [name for name in SHARED if name in options] if options else ()
        return {**{name: getattr(self, name) for name in shared}, **own} if shared else own


def chosen_checks(settings: Settings) -> tuple[Check, ...]:
    """The checks that run, each as severe as the settings say.

    Raises InputError for a name that is neither a check nor a group, and for an unknown profile.
    """
    _check_words(settings)
    has_own = settings.layers or settings.custom or settings.severity
    return _chosen(settings) if has_own else _by_default(settings.profile)


@cache
def _by_default(profile: str) -> tuple[Check, ...]:
    return _chosen(Settings(profile=profile))


def _chosen(settings: Settings) -> tuple[Check, ...]:
    layers = settings.layers
    custom = {check.name: check for check in settings.custom}
    found = []
    for name, group in settings.names.items():
        verdict = decide(name, group, layers) if layers else UNDECIDED
        is_off = name in checks.OFF and settings.profile == GENERAL
        if verdict.wanted and (verdict.by_name or not is_off):
            check = custom.get(name) or checks.load(name)
            is_chosen = verdict.by_name or (
                is_on(check, settings.profile) if check.profiles else check.on
            )
            if is_chosen:
                found.append(_configured(check, settings))
    return tuple(found)


def decide(name: str, group: str, layers: Sequence[Layer]) -> Verdict:
    """What the strongest layer says that says anything about a check. Where it wants its group, a
    weaker layer may still want it by name, which matters for what is off by default."""
    grouped = None
    for layer in layers:
        verdict = layer.verdict(name, group)
        if verdict is None:
            continue
        if verdict.wanted and not verdict.by_name:
            grouped = grouped or verdict
        else:
            return verdict if grouped is None or verdict.wanted else grouped
    return grouped or UNDECIDED


def is_on(check: Check, profile: str) -> bool:
    """Whether a check runs in this profile if nobody says anything about it."""
    difference = check.profiles.get(profile, NOTHING)
    if isinstance(difference, Mapping):
        return check.on or "severity" in difference
    return difference is not None


def _configured(check: Check, settings: Settings) -> Check:
    if not check.profiles and check.name not in settings.severity:
        return check
    difference = check.profiles.get(settings.profile)
    if isinstance(difference, Mapping):
        difference = difference.get("severity")  # type: ignore[assignment]  # a severity, if there
    severity = settings.severity.get(check.name, difference)
    return check._replace(severity=severity) if isinstance(severity, Severity) else check


def _check_words(settings: Settings) -> None:
    if settings.profile not in PROFILES:
        hint = nearest(settings.profile, PROFILES)
        raise InputError(f"there is no profile “{settings.profile}”{hint}")
    words = (*settings.select, *settings.ignore, *settings.extend_select, *settings.extend_ignore)
    if words or settings.never:
        known = known_words(settings.names)
        for word in (*words, *settings.never):
            check_known(word, known)


def known_words(groups_by_name: Mapping[str, str]) -> frozenset[str]:
    """What may be selected and ignored: the names of checks and groups."""
    return frozenset((*groups_by_name, *groups_by_name.values(), UNUSED))


def check_known(word: str, known: Iterable[str]) -> None:
    """Raises InputError for a word that is neither a check nor a group."""
    if word not in known:
        raise InputError(f"there is no check or group “{word}”{nearest(word, known)}")


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word nearest to a mistyped one, "" if none is near."""
    from difflib import get_close_matches  # loaded only to help with a mistake

    found = get_close_matches(word, sorted(known), 1) if len(word) <= LONGEST_WORD else []
    return f"; did you mean “{found[0]}”?" if found else ""
