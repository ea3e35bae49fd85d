"""`kettext undo`: puts back what files were before their last fix."""

from pathlib import Path

import click

from kettext.cli.options import FAILED
from kettext.fixer.undo import undo
from kettext.reports.terminal import safe
from kettext.text.source import InputError


@click.command("undo", short_help="Put back what files were before their last fix.")
@click.argument("paths", nargs=-1, required=True)
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def command(paths: tuple[str, ...], quiet: bool) -> int:
    """Put back what the files at PATHS were before their last fix, to the byte.

    A file that was edited since then is left alone.
    """
    code = 0
    for path in paths:
        try:
            undo(Path(path))
        except InputError as error:
            click.echo(f"kettext: {safe(path)}: {error}", err=True)
            code = FAILED
        else:
            if not quiet:
                click.echo(f"{safe(path)}: as it was before the last fix")
    return code
