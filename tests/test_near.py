"""Who is who told from a name's own documents is what all documents tell, or all are asked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.cli import near
from kg.model import Assertion
from kg.resolve import resolve
from kg.resolve.who import Who
from kg.store import open_store
from kg.workspace import Workspace
from tests.scale import Field

PEOPLE = 60


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Workspace.open(tmp_path) as workspace:
        for number, story in enumerate(Field(8_000).stories()):
            workspace.record(story.document, story.assertions, path=f"{number}.txt", versions="1")
        graph = resolve(workspace.assertions(), workspace.sources()).graph
    with open_store(tmp_path / "graph") as store:
        store.write(graph)
    return tmp_path


def test_what_is_near_tells_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    class Counting(Who):
        def __init__(self, assertions: Iterable[Assertion], decisions: object = ()) -> None:
            facts = list(assertions)
            read.append(len(facts))
            super().__init__(facts)

    with Workspace.open(home) as workspace:
        everything = Who(workspace.assertions())
        monkeypatch.setattr("kg.resolve.who.Who", Counting)
        monkeypatch.setattr(near, "MANY", 0)
        names = sorted({name for name, _ in Field(8_000).people})[:PEOPLE]
        for name in names:
            assert near.told(workspace, home, name) == everything.tell(name)
        found = [name for name in names if everything.named(name)]
        less = [count for count in read if count < workspace.count()]
        assert len(less) >= len(found) * 0.9 > 0
        one = everything.named(found[0])[0].id
        assert near.told(workspace, home, one) == everything.tell(one)


def test_a_graph_that_is_behind_is_not_trusted(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "MANY", 0)
    with Workspace.open(home) as workspace:
        name = next(name for name, _ in Field(8_000).people if Who(workspace.assertions()).named(name))
        told = Who(workspace.assertions()).named(name)
        workspace.retract(told[0].mentions[0].document)
        assert near.told(workspace, home, name) == Who(workspace.assertions()).tell(name)
