"""`kettext config`: the settings in force for a path, and where each of them comes from."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping

import click

from kettext import checks
from kettext.cli.choosing import COMMAND_LINE, Choice, choosing
from kettext.kit.check import Check
from kettext.linter.settings import CUSTOM, SHARED, Said, Settings, Verdict, chosen_checks, decide
from kettext.reports.terminal import columns, safe
from kettext.runner.files import STANDARD_INPUT, Input
from kettext.text.source import reason_of

DEFAULT = "default"
NUMBERING_KEY = "fix.numbering"
WIDEST = 60  # columns for what is set, before where it comes from
OPTIONS = {"select": "--select", "ignore": "--ignore"}


@click.command("config", short_help="Show the settings for a path, and where they come from.")
@click.argument("path", default=".")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of config files instead.")
@click.option("--isolated", is_flag=True, help="Use no config file.")
@choosing
def command(path: str, schema: bool, isolated: bool, choice: Choice) -> int:
    """Show the settings in force for PATH (default: this folder), each with the file or the option
    that it comes from, and which checks run because of them."""
    if schema:
        from kettext.linter.schema import json_schema  # loads every check

        click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
        return 0
    name = _inside(path)
    settings = choice.settings([Input(name, "")], isolated=isolated).of(name)
    running = chosen_checks(settings)
    click.echo(f"Settings for {safe(path)}\n")
    for line in _set_lines(_said(settings, choice, running)):
        click.echo(line)
    click.echo("\nChecks\n")
    for line in _check_lines(settings, running):
        click.echo(line)
    return 0


def _inside(path: str) -> str:
    """The path, or for a folder that of a file in it. Raises ClickException if there is none."""
    try:
        is_folder = os.path.isdir(path)
        if not is_folder and path != STANDARD_INPUT:
            os.stat(path)
    except OSError as error:
        raise click.ClickException(f"{safe(path)}: {reason_of(error)}") from error
    return os.path.join(path, STANDARD_INPUT) if is_folder else path


def _said(settings: Settings, choice: Choice, running: Iterable[Check]) -> Iterator[Said]:
    """Every setting: of the command line, of the files, and what nobody has said anything about."""
    for layer in settings.above:
        if layer.origin == COMMAND_LINE:
            for key in OPTIONS:
                yield Said(key, getattr(layer, key), OPTIONS[key])
    files = {said.key: said for said in settings.said}
    profile = files.pop("profile", Said("profile", settings.profile, DEFAULT))
    yield Said("profile", choice.profile, "--profile") if choice.profile else profile
    yield from (said for said in files.values() if _applies(said, settings))
    if NUMBERING_KEY not in files:
        yield Said(NUMBERING_KEY, settings.numbering, DEFAULT)
    for check in running:
        yield from (said for said in _options(check, settings) if said.key not in files)


def _applies(said: Said, settings: Settings) -> bool:
    """Whether a setting holds for the file, which a rule for other paths does not."""
    rule, _, _ = said.key.rpartition(".")
    is_rule = rule.startswith("per-path.")
    return not is_rule or any(layer.origin.endswith(f"[{rule}]") for layer in settings.above)


def _options(check: Check, settings: Settings) -> Iterator[Said]:
    told = settings.options_of(check)
    for option, default in check.options.items():
        if option in SHARED:
            continue  # shown once, for all checks
        key = f"checks.{check.name}.{option.replace('_', '-')}"
        value = told.get(option, default)
        yield Said(key, value, DEFAULT if value == default else f"profile {settings.profile}")


def _set_lines(settings: Iterable[Said]) -> Iterator[str]:
    rows = [
        (safe(f"{said.key} = {_value(said.value)}"), safe(said.origin))
        for said in settings
        if said.value != ()
    ]
    width = min(WIDEST, max(columns(left) for left, _ in rows))
    for left, origin in rows:
        yield f"{left}{' ' * max(0, width - columns(left))}  {origin}"


def _value(value: object) -> str:
    """A value as it would stand in a config file."""
    if isinstance(value, Mapping):
        inner = (f"{key} = {_value(value[key])}" for key in value if key != "name")
        return f"{{ {', '.join(inner)} }}"
    return json.dumps(value, ensure_ascii=False)


def _check_lines(settings: Settings, running: Iterable[Check]) -> Iterator[str]:
    """Each check with its severity, or "off", and what has decided that."""
    severities = {check.name: check.severity.label for check in running}
    files = {said.key: said.origin for said in settings.said}
    names = settings.names
    width = max(map(len, names))
    for name, group in names.items():
        reasons = [_reason(decide(name, group, settings.layers))]
        if not any(reasons) and group != CUSTOM and settings.profile in checks.load(name).profiles:
            reasons.append(f"profile {settings.profile}")
        if name in severities and f"severity.{name}" in files:
            reasons.append(f"severity in {files[f'severity.{name}']}")
        because = ", ".join(reason for reason in reasons if reason) or DEFAULT
        yield f"{name:{width}}  {severities.get(name, 'off'):7}  {safe(because)}"


def _reason(verdict: Verdict) -> str:
    if verdict.layer is None:
        return ""
    is_option = verdict.layer.origin == COMMAND_LINE
    return OPTIONS[verdict.key] if is_option else f"{verdict.key} in {verdict.layer.origin}"
