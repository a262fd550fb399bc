"""JSON Lines: what is written can be read back, is the same for the same graph, and is never half there."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from kg.errors import ExportError
from kg.export.jsonl import EDGES, NODES, read_jsonl, write_jsonl
from kg.model import Edge, Graph, Node
from tests.stories import Story, org, person, resolved, work
from tests.worlds import worlds


@settings(deadline=None)
@given(worlds)
def test_round_trip(stories: list[Story]) -> None:
    graph = resolved(*stories).graph
    with TemporaryDirectory() as name:
        write_jsonl(graph, Path(name))
        assert read_jsonl(Path(name)) == graph
        before = [(Path(name) / file).read_bytes() for file in (NODES, EDGES)]
        write_jsonl(read_jsonl(Path(name)), Path(name))
        assert [(Path(name) / file).read_bytes() for file in (NODES, EDGES)] == before
        assert sorted(path.name for path in Path(name).iterdir()) == sorted((NODES, EDGES))


def test_properties_named_like_fields_come_back(tmp_path: Path) -> None:
    node = Node(id="a", label="Organization", name="望湖学会", properties={"category": "一级", "category_": 2, "list": ("x",)})
    edge = Edge(id="b", type="MEMBER_OF", source="a", target="a", qualifiers={"role": ("委员",), "subject": "影像"})
    graph = Graph(nodes=(node,), edges=(edge,))
    write_jsonl(graph, tmp_path)
    assert read_jsonl(tmp_path) == graph
    assert json.loads((tmp_path / NODES).read_text("utf-8"))["category"] == "Organization"


def test_a_line_tells_all_that_others_need(tmp_path: Path) -> None:
    story = Story("一").fact(person("顾云帆", "望湖医院"), "PARTICIPATED_IN", work("造影"), rank=2)
    write_jsonl(resolved(story).graph, tmp_path)
    rows = [json.loads(line) for line in (tmp_path / EDGES).read_text("utf-8").splitlines()]
    row = next(row for row in rows if row["predicate"] == "PARTICIPATED_IN")
    nodes = {node["id"]: node for node in map(json.loads, (tmp_path / NODES).read_text("utf-8").splitlines())}
    assert (nodes[row["subject"]]["name"], row["rank"], nodes[row["object"]]["category"]) == ("顾云帆", 2, "Achievement")
    words = row["evidence"][0]
    assert nodes[words["doc"]]["source"] == "一.txt"
    assert words["quote"] == story.document.text[words["start"] : words["end"]]
    assert (words["page"], words["rule"], words["ingester"], words["confidence"]) == (1, "STORY", "story", 0.9)


def test_a_damaged_line_is_told_with_its_place(tmp_path: Path) -> None:
    write_jsonl(resolved(Story("一").fact(org("甲"), "COMPLETED", work("造影"))).graph, tmp_path)
    with (tmp_path / EDGES).open("a", encoding="utf-8") as file:
        file.write('{"id": "x"\n')
    with pytest.raises(ExportError, match=r"edges\.jsonl:3: not a line of this format"):
        read_jsonl(tmp_path)
    (tmp_path / NODES).unlink()
    with pytest.raises(ExportError, match="cannot be read"):
        read_jsonl(tmp_path)


def test_a_folder_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(ExportError, match="name another folder"):
        write_jsonl(Graph(), tmp_path / "taken")
