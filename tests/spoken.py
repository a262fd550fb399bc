"""What the command says in words, gathered from the code: what its help, its messages and the library's errors are made of."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

import kg.errors
from kg.cli import cli

__all__ = ["help_texts", "messages"]

ROOT = Path(__file__).parents[1]
TOLD = {"told", "say"}
RAISED = {name for name in kg.errors.__all__ if name != "OntologyError"} | {"UsageError", "error"}
"""Errors of the ontology's files are for those who change them; ``error`` makes the readers' own."""

IN_TWO_PARTS = ROOT / "ingest" / "readers"


def messages() -> dict[str, str]:
    """Each text or shape of a message, and where it stands."""
    found: dict[str, str] = {}
    for path in sorted([*(ROOT / "kg").rglob("*.py"), *(ROOT / "ingest").rglob("*.py")]):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and _name(call) in TOLD | RAISED:
                if _name(call) == "error" and not path.is_relative_to(IN_TWO_PARTS):
                    continue
                for text in filter(None, map(shape, call.args)):
                    found.setdefault(text, f"{path.relative_to(ROOT)}:{call.lineno}")
    return {text: where for text, where in found.items() if _has_words(text)}


def help_texts() -> dict[str, str]:
    """Each paragraph and option of the help, and the command that it is of."""
    found: dict[str, str] = {}
    for name, command in {"": cli, **cli.commands}.items():
        context = click.Context(command)
        for text in _paragraphs(command.help or ""):
            found.setdefault(text, f"kg {name}")
        for parameter in command.get_params(context):
            if isinstance(parameter, click.Option) and parameter.help:
                found.setdefault(parameter.help, f"kg {name}")
    return found


def shape(node: ast.expr) -> str | None:
    """A text as the catalogue has it: what is put in is a gap."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return None


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _has_words(text: str) -> bool:
    return any(char.isalpha() for char in text.replace("{}", ""))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in cleandoc(text).split("\n\n"):
        if not paragraph.startswith("\b"):
            yield " ".join(paragraph.split())
            continue
        for line in paragraph.splitlines()[1:]:
            bare = line.strip()
            left, _, right = bare.partition("  ")
            if right.strip():
                yield right.strip()
            elif not bare.startswith(("kg ", "{", "(")):
                yield left
