"""What users rely on without reading code: light imports, documented commands, a README whose commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli import cli

ROOT = Path(__file__).parents[1]
HEAVY = ("spacy", "rdflib", "neo4j", "arcadedb", "duckdb", "pyshacl", "pyvis", "lxml", "pypdfium2", "docx")


def commands() -> list[click.Command]:
    return [command for _, command in sorted(cli.commands.items())]


@pytest.mark.parametrize("module", ["kg", "kg.cli", "kg.store", "kg.workspace", "kg.ontology", "kg.queries", "ingest.pipeline"])
def test_import_is_light(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]", (
        f"import {module} brings in {done.stdout.strip()}: import them inside the functions that need them"
    )


def test_asking_is_light(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['kg', 'questions']\n"
        "from kg.cli import main\n"
        "try: main()\n"
        f"except SystemExit: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("command", commands(), ids=lambda command: str(command.name))
def test_every_command_has_help_with_an_example(command: click.Command) -> None:
    assert command.help, f"kg {command.name} has no help: write its docstring"
    assert re.search(rf"Examples?:\s+kg {command.name}\b", command.help), f"kg {command.name}: its help lacks an example"


@pytest.mark.parametrize("document", ["README.md", "README.zh.md"])
def test_documented_commands_exist(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    named = set(re.findall(r"^\s*(?:\$ )?kg ([a-z]+)", text, re.MULTILINE))
    assert named, f"{document} names no command"
    assert named <= set(cli.commands), f"{document} names commands that do not exist: {sorted(named - set(cli.commands))}"


def test_documented_questions_exist() -> None:
    from kg.queries import catalogue

    texts = [(ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md", "Makefile")]
    texts += [command.help or "" for command in commands()]
    named = {name for text in texts for name in re.findall(r"(?:kg ask|kg questions|-q) ([a-z]+_[a-z_]+)", text)}
    assert named, "no document names a question"
    assert named <= set(catalogue()), f"named in the documents, but not in queries/: {sorted(named - set(catalogue()))}"


def test_no_python_file_is_too_long() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for folder in ("kg", "ingest", "tests", "examples")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (count := len(path.read_text("utf-8").splitlines())) > 500
    }
    assert not long, f"over 500 lines, split them by concept: {long}"
