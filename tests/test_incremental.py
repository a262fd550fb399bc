"""Built in steps, in any order, with documents taken back and changed on the way, a graph is the one that is built at once."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.nlp import pipeline
from ingest.pipeline import ingest_file
from kg.cli import cli
from kg.export.jsonl import write_jsonl
from kg.export.rdf import write_rdf
from kg.resolve import resolve
from kg.store import open_store
from kg.workspace import Workspace
from tests.invented import invented

UNSEEN = Path(__file__).parent / "data" / "unseen"
_LARGEST = 6_000
_TEAM = """超声造影研究进展

江岳大学附属望湖医院顾云帆教授团队承担国家自然科学基金重点项目“移植肾造影新方法”，资助经费{amount}万元。
望湖医院顾云帆、云泽医大四院沈望舒担任第{number}次望湖影像论坛执行主席。
"""
_Bytes = dict[str, bytes]

Texts = dict[str, bytes]
"""Documents by their file names."""


def _pool() -> Texts:
    texts = {f"report{number}.txt": invented(number).encode() for number in (1, 2, 3, 38)}
    texts |= {f"team{number}.txt": _TEAM.format(number=number, amount=50 + number).encode() for number in range(3)}
    texts["same.txt"] = texts["report1.txt"]
    found = [path for path in sorted(UNSEEN.rglob("*")) if path.suffix in {".txt", ".html"}]
    return texts | {path.name: path.read_bytes() for path in found if path.stat().st_size < _LARGEST}


POOL = _pool()

picked = st.lists(st.sampled_from(sorted(POOL)), min_size=1, max_size=6, unique=True)
"""Some documents in some order."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the documents lie: the place of a document is part of what a workspace knows."""
    return tmp_path_factory.mktemp("documents")


def laid(folder: Path, names: Iterable[str], texts: Texts = POOL) -> list[Path]:
    for name in names:
        (folder / name).write_bytes(texts[name])
    return [folder / name for name in names]


def exported(workspace: Workspace) -> _Bytes:
    """What ``kg export`` writes, in both forms."""
    graph = resolve(workspace.assertions(), workspace.sources()).graph
    with TemporaryDirectory() as out:
        write_jsonl(graph, Path(out) / "graph")
        write_rdf(graph, Path(out) / "graph.ttl")
        return {path.name: path.read_bytes() for path in sorted(Path(out).rglob("*.*"))}


def build(workspace: Workspace, paths: Iterable[Path]) -> None:
    for path in paths:
        assert ingest_file(path, workspace, pipeline).state != "failed"


@contextmanager
def workspace_of(*steps: Sequence[Path]) -> Iterator[Workspace]:
    """A workspace built step by step, thrown away afterwards."""
    with TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        for paths in steps:
            build(workspace, paths)
        yield workspace


def built(*steps: Sequence[Path]) -> _Bytes:
    with workspace_of(*steps) as workspace:
        return exported(workspace)


@settings(deadline=None, max_examples=8)
@given(names=picked, data=st.data())
def test_in_steps_and_in_any_order_it_is_the_graph_built_at_once(names: list[str], data: st.DataObject, folder: Path) -> None:
    paths = laid(folder, names)
    shuffled = data.draw(st.permutations(paths))
    cut = data.draw(st.integers(0, len(paths)))
    whole = built(paths)
    assert built(shuffled[:cut], shuffled[cut:]) == whole
    assert built(shuffled[cut:], shuffled[:cut], paths) == whole


@settings(deadline=None, max_examples=8)
@given(names=picked, data=st.data())
def test_a_document_taken_back_leaves_nothing(names: list[str], data: st.DataObject, folder: Path) -> None:
    paths = laid(folder, names)
    gone = data.draw(st.sampled_from(paths))
    with workspace_of(paths) as workspace:
        before = exported(workspace)
        (record,) = [one for one in workspace.documents() if str(gone.resolve()) in one.paths or str(gone) in one.paths]
        workspace.retract(record.id)
        rest = [path for path in paths if path.read_bytes() != gone.read_bytes()]
        assert exported(workspace) == built(rest)
        build(workspace, [path for path in paths if path not in rest])
        assert exported(workspace) == before


@settings(deadline=None, max_examples=8)
@given(names=picked, other=st.sampled_from(sorted(POOL)), data=st.data())
def test_a_document_whose_text_changed_is_read_anew(names: list[str], other: str, data: st.DataObject, folder: Path) -> None:
    name = data.draw(st.sampled_from(names))
    with workspace_of(laid(folder, names)) as workspace:
        laid(folder, [name], {name: POOL[other]})
        build(workspace, [folder / one for one in names])
        assert exported(workspace) == built([folder / one for one in names])


def kg(*arguments: object, home: Path) -> str:
    done = CliRunner().invoke(cli, [*map(str, arguments), "--home", str(home)], env={"NEO4J_URI": ""})
    assert done.exit_code == 0, done.output
    return done.stdout


def seen(home: Path) -> _Bytes:
    """What the commands answer: the export, and all that the store holds."""
    kg("export", home / "out", home=home)
    kg("export", "-f", "ttl", home / "out" / "graph.ttl", home=home)
    told = {path.name: path.read_bytes() for path in sorted((home / "out").iterdir())}
    with open_store(home / "graph") as store:
        for query in ("MATCH (n) RETURN n ORDER BY n.id", "MATCH (s)-[e]->(t) RETURN s.id, e, t.id ORDER BY e.id"):
            told[query] = repr(store.run(query).rows).encode()
    return told


@settings(deadline=None, max_examples=2)
@given(names=picked.filter(lambda names: len(names) > 1), data=st.data())
def test_the_commands_build_in_steps_retract_and_build_again(names: list[str], data: st.DataObject, folder: Path) -> None:
    paths = laid(folder, names)
    cut = data.draw(st.integers(1, len(paths) - 1))
    with TemporaryDirectory() as first, TemporaryDirectory() as second:
        one, other = Path(first), Path(second)
        kg("build", *paths[:cut], home=one)
        kg("build", *paths[cut:], home=one)
        kg("build", *paths, home=other)
        assert seen(one) == seen(other)
        again = json.loads(kg("build", *paths, "-f", "json", home=one))["written"]
        assert not {key: count for key, count in again.items() if count and not key.startswith("unchanged")}
        shutil.rmtree(second)
        same = [path for path in paths if path.read_bytes() == paths[0].read_bytes()]
        kg("retract", paths[0].resolve(), home=one)
        rest = [path for path in paths if path not in same]
        if rest:
            kg("build", *rest, home=other)
            assert seen(one) == seen(other)
