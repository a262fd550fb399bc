"""A defect of ours, in an ingester or in a reader, loses what that part would have read, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ingest.grant import GrantIngester
from ingest.readers.text import TextReader
from kg.cli import cli
from kg.workspace import Workspace

PAGE = "王清和教授任临江医科大学附属医院放射科主任。\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def _breaks(*_: Any) -> Iterator[Any]:
    raise ZeroDivisionError("no rows")
    yield


def _built(page: Path, home: Path) -> tuple[int, str]:
    ran = CliRunner().invoke(cli, ["build", str(page), "--home", str(home)])
    return ran.exit_code, ran.stderr


def test_what_other_ingesters_read_is_kept(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GrantIngester, "accepts", lambda *_: True)
    monkeypatch.setattr(GrantIngester, "ingest", _breaks)
    code, told = _built(page, tmp_path / "home")
    assert code == 1
    assert "test_stumbles.py" in told
    assert "no rows" in told
    assert "grant" in told
    with Workspace.open(tmp_path / "home") as workspace:
        rules = {one.rule for one in workspace.rejected()}
        (record,) = workspace.documents()
    assert "pipeline.stumbled" in rules
    assert record.assertions > 0


def test_a_reader_that_breaks_ends_no_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "page.html"
    other.write_text(f"<html><body><p>{PAGE}</p></body></html>", "utf-8")
    monkeypatch.setattr(TextReader, "read", _breaks_at_once)
    ran = CliRunner().invoke(cli, ["build", str(page), str(other), "--home", str(tmp_path / "home")])
    assert ran.exit_code == 1
    assert "page.txt: reading it stumbled at test_stumbles.py" in ran.stderr
    with Workspace.open(tmp_path / "home") as workspace:
        assert [Path(one.source).name for one in workspace.documents()] == ["page.html"]


def _breaks_at_once(*_: Any) -> Any:
    raise ZeroDivisionError("no rows")
