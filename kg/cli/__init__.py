"""The command ``kg``: each subcommand opens what it needs, makes one library call and prints."""

from __future__ import annotations

import sys
from typing import Any

import click

from kg import __version__
from kg.cli import ask, build, conflicts, coverage, decisions, export, find, identity, score, show
from kg.cli.command import Group
from kg.cli.language import told
from kg.errors import KgError

__all__ = ["cli", "main"]

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


class _Command(Group):
    """A group that tells a KgError in one line on stderr and leaves with 1; usage errors leave with 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            click.echo(f"kg: {told(str(error))}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


@click.group(cls=_Command, context_settings=_SETTINGS)
@click.version_option(__version__, prog_name="kg")
def cli() -> None:
    """影图 Yingtu: read Chinese documents on biomedical imaging into a knowledge graph, ask it, draw it.

    \b
    Start here:
      kg build examples                          read documents into yingtu-home/
      kg questions                               what can be asked
      kg ask people_technology -p technology=CMR
      kg find wenrenlang                        by name, part of one, pinyin
      kg view landscape.html                     a page that works offline

    Every answer can be traced: kg show NAME, then kg explain ID, down to the words of a document.
    """


for _command in (
    *build.COMMANDS,
    *ask.COMMANDS,
    *find.COMMANDS,
    *show.COMMANDS,
    *identity.COMMANDS,
    *decisions.COMMANDS,
    *conflicts.COMMANDS,
    *export.COMMANDS,
    *score.COMMANDS,
    *coverage.COMMANDS,
):
    cli.add_command(_command)


@cli.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Example:
      kg completion bash >> ~/.bashrc
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(cli, {}, "kg", "_KG_COMPLETE").source())


def main() -> None:
    """The console script."""
    cli(prog_name="kg")
