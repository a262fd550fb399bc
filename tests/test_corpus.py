"""The five real documents beside the project, held against what a careful reader finds in them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli

ROOT = Path(__file__).parents[1]
CLOSED_F1 = 0.85


@pytest.fixture(scope="module")
def exported(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("corpus")
    runner = CliRunner()
    built = runner.invoke(cli, ["build", str(shared / "corpus"), "--home", str(home), "--store", str(home / "graph")])
    assert built.exit_code == 0, built.output
    told = runner.invoke(cli, ["export", str(home / "export"), "--home", str(home)])
    assert told.exit_code == 0, told.output
    return home / "export"


def test_score(shared: Path, exported: Path) -> None:
    gold = sorted(str(path) for path in (shared / "gold").glob("*.jsonl"))
    scorer = [sys.executable, str(shared / "score" / "score.py"), str(exported), *gold]
    table = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    print(table)
    totals = json.loads(subprocess.run([*scorer, "--json"], capture_output=True, text=True, check=True).stdout)
    assert totals["closed"]["f1"] >= CLOSED_F1, table
    assert totals["dangling"] == 0
    assert totals["without_evidence"] == 0


def test_nothing_is_known_by_heart(shared: Path) -> None:
    done = subprocess.run([sys.executable, str(shared / "score" / "leaks.py"), str(ROOT)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
