"""The command line: options in, exit code out; a command is loaded when it is called."""

import errno
import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

import kettext

COMMANDS = (
    "lint",
    "fix",
    "undo",
    "diff",
    "outline",
    "parse",
    "explain",
    "checks",
    "config",
    "stats",
    "new-check",
)
FAILED, STOPPED = 2, 130


class Commands(click.Group):
    """A group whose commands are loaded one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"kettext.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        if ctx.resilient_parsing:  # a shell asks what could be typed here
            from kettext.cli.completion import teach

            teach(command)
        return command


@click.group(
    "kettext",
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: kettext lint ARTICLE. `kettext COMMAND --help` tells more.",
)
@click.version_option(kettext.__version__, message="kettext %(version)s")
def group() -> None:
    """Find what an editor would mend, mend what is safe, and account for every sentence.

    \b
    kettext lint article.md                 tells what is wrong with it
    kettext fix article.txt -o clean.md     writes a clean version
    kettext fix article.md                  mends the file itself
    kettext undo article.md                 puts back what it was
    kettext explain duplicate-heading       what a check looks for, and why
    """


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    gc.disable()  # collecting frees nothing in a short run; a long one switches it on again
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a TextIOWrapper
    code = _run()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)  # taking apart first what is in memory is a thirtieth of a short run


def _run() -> int:
    try:
        code = group.main(prog_name="kettext", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return FAILED
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "kettext"
        return _fail(f"{error.format_message().rstrip('.')} (see {command} --help)")
    except click.ClickException as error:
        return _fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped")
        return STOPPED
    except SystemExit:  # click ends so when nobody reads the output any more
        return 0
    except OSError as error:
        _discard_output()
        return 0 if error.errno == errno.EPIPE else _fail(f"can't write: {error.strerror}")


def _fail(message: str) -> int:
    click.echo(f"kettext: {message}", err=True)
    return FAILED


def _discard_output() -> None:
    """What is still waiting can't be written; without this the interpreter would try again and
    complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
