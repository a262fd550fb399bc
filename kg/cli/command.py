"""Commands that speak the user's language: ``--lang``, help and errors."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from kg.cli.language import LANGUAGES, choose, language, say, told, use
from kg.cli.output import display_width

__all__ = ["Command", "Group"]

_EXTRA = re.compile(r"  \[(.*)\]$", re.DOTALL)
_COLUMNS = re.compile(r"(\S.*?)(\s{2,})(\S.*)")
_WORD = re.compile(r"\s*(?:[\x21-\x7e]+|[^\s])[，。；：、！？）》」”…]*")
_SENTENCE = re.compile(r"[。；：]")
_FIRST_COLUMN, _BETWEEN = 30, 2


class _Formatter(click.HelpFormatter):
    """Help in the language spoken now. Chinese lines break between any two characters, each two columns wide."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{told('Usage:')} " if prefix is None and language() != "en" else prefix)

    def write_heading(self, heading: str) -> None:
        if language() == "en":
            super().write_heading(heading)
        else:
            self._write_lines([f"{told(heading)}："])

    def write_text(self, text: str) -> None:
        if language() == "en":
            super().write_text(text)
            return
        for number, paragraph in enumerate(text.split("\n\n")):
            lines = paragraph.splitlines()
            if number:
                self.write_paragraph()
            if lines[0].strip() == "\b":
                self.write("".join(f"{' ' * self.current_indent}{_line(line)}\n" for line in lines[1:]))
            else:
                self._write_lines(_wrapped(told(" ".join(paragraph.split())), self.width - self.current_indent))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _FIRST_COLUMN, col_spacing: int = _BETWEEN) -> None:
        rows = list(rows)
        if language() == "en":
            super().write_dl(rows, col_max, col_spacing)
            return
        first = min(max(display_width(name) for name, _ in rows), col_max) + col_spacing
        for name, text in rows:
            head, *rest = _wrapped(_option(text), self.width - self.current_indent - first) or [""]
            if display_width(name) > first - col_spacing:
                self._write_lines([name, " " * first + head])
            else:
                self._write_lines([name + " " * (first - display_width(name)) + head])
            self._write_lines([" " * first + line for line in rest])

    def _write_lines(self, lines: Sequence[str]) -> None:
        self.write("".join(f"{' ' * self.current_indent}{line}".rstrip() + "\n" for line in lines))


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command that takes ``--lang`` and tells its help in that language."""

    context_class = _Context

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own, ``--lang`` (unless it has one that means more), and ``--help``."""
        *own, last = super().get_params(ctx)
        return [*own, last] if any(one.name == "lang" for one in own) else [*own, _LANG, last]

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence."""
        if language() == "en":
            return super().get_short_help_str(limit)
        return _SENTENCE.split(told(" ".join((self.help or "").partition("\n\n")[0].split())))[0]


class Group(Command, click.Group):
    """The command as a whole: it chooses the language, tells errors in a line on stderr, and leaves with 1, or 2 for misuse."""

    command_class = Command

    def main(  # type: ignore[override]  # click declares it twice, by what it returns
        self, args: Sequence[str] | None = None, prog_name: str | None = None, *, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        """Run it; where it stands alone the process ends with its exit code."""
        given = list(sys.argv[1:] if args is None else args)
        use(choose(given, os.environ))
        if not standalone_mode:
            return super().main(given, prog_name, standalone_mode=False, **extra)
        try:
            code = super().main(given, prog_name, standalone_mode=False, **extra)
        except click.ClickException as error:
            _show(error)
            code = error.exit_code
        except click.Abort:
            say("Aborted!")
            code = 1
        sys.exit(code if isinstance(code, int) else 0)


def _show(error: click.ClickException) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):  # its message is the help
        click.echo(error.format_message(), err=True)
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        click.echo(context.get_usage(), err=True)
        say(f"Try '{context.command_path} -h' for help.\n")
    say(f"Error: {error.format_message()}")


_LANG = click.Option(
    ["--lang"],
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help="The language of help and messages (or YINGTU_LANG; else the locale's).",
)


def _line(line: str) -> str:
    """A line that is kept as it is, but for the words behind a command or a heading."""
    bare = line.strip()
    columns = _COLUMNS.fullmatch(bare)
    spoken = columns[1] + columns[2] + told(columns[3]) if columns else told(bare)
    return line[: len(line) - len(line.lstrip())] + spoken


def _option(text: str) -> str:
    """The help of an option or a command, with the default or range that stands in brackets behind it."""
    extra = _EXTRA.search(text)
    bare = told(text[: extra.start()] if extra else text)
    return f"{bare}  [{'；'.join(told(one) for one in extra[1].split('; '))}]" if extra else bare


def _wrapped(text: str, width: int) -> list[str]:
    return list(_lines(text, width))


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in _WORD.findall(text):
        if line and display_width(line + word) > width:
            yield line
            line = word.lstrip()
        else:
            line += word
    if line:
        yield line
