"""CSV, GraphML and GEXF: other programs read back every node and edge, under the same ids, with the same words."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx
import pytest
from click.shell_completion import ShellComplete
from hypothesis import given, settings
from hypothesis import strategies as some

from kg.cli import cli
from kg.export.gexf import write_gexf
from kg.export.graphml import write_graphml
from kg.export.jsonl import EDGES, NODES, write_jsonl
from kg.export.tables import ARGUMENTS, write_tables
from kg.model import Edge, Evidence, Graph, Node, Span
from kg.vocab import LABELS
from tests.stories import Story, resolved
from tests.test_cli import ROOT, kg, refused
from tests.worlds import worlds

Row = dict[str, Any]
Rows = dict[str, Row]

HOSTILE = "望湖 \"影像\" & <分子>\n研究所；Ａ１，\t'甲' \\ 😀"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("one") / "home"
    assert kg("build", ROOT / "examples" / "3-ecmo.txt", home=place).exit_code == 0
    return place


def words(quote: str, *, confidence: float = 0.9, rule: str = "LINE") -> Evidence:
    span = Span(start=0, end=len(quote))
    return Evidence(document="doc_1", span=span, quote=quote, ingester="test", rule=rule, confidence=confidence)


def graph_of(name: str) -> Graph:
    nodes = (
        Node(id="doc_1", label="Document", name="名单", properties={"source": f"{name}.txt"}),
        Node(id="inn_1", label="Innovation", name="创新", properties={"number": 3}),
        Node(id="gra_1", label="Grant", name="课题", properties={"number": "82799001", "years": (2019, 2020), "label": "甲类"}),
        Node(id="org_1", label="Organization", name=name, aliases=(name, "甲;乙"), evidence=(words(name),)),
        Node(id="per_1", label="Person", name="顾云帆", evidence=(words("顾"), words(name, confidence=0.95, rule="SURE"))),
    )
    edges = (
        Edge(
            id="aff_1", type="AFFILIATED_WITH", source="per_1", target="org_1", qualifiers={"year": 2019, "basis": ("甲", name)}
        ),
        Edge(
            id="has_1", type="HAS_METRIC", source="org_1", target="gra_1", qualifiers={"value": 3, "approx": True, "unit": name}
        ),
        Edge(
            id="mem_1", type="MEMBER_OF", source="per_1", target="org_1", evidence=(words("顾"), words(name, confidence=0.95))
        ),
    )
    return Graph(nodes=nodes, edges=edges)


def by_id(rows: list[Row], ident: str = "id") -> Rows:
    found = {row[ident]: row for row in rows}
    assert len(found) == len(rows), "an id stands twice"
    return found


def read_tables(folder: Path) -> tuple[Rows, Rows]:
    tables: dict[str, list[Row]] = {"nodes": [], "edges": []}
    for path in sorted(folder.glob("*/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.parent.name] += list(csv.DictReader(file, strict=True))
    nodes = [{"id": row["id:ID"], "type": row[":LABEL"], **row} for row in tables["nodes"]]
    edges = [{"source": row[":START_ID"], "target": row[":END_ID"], "label": row[":TYPE"], **row} for row in tables["edges"]]
    return by_id(nodes), by_id(edges)


def read_network(graph: networkx.MultiDiGraph[str]) -> tuple[Rows, Rows]:
    assert graph.is_directed()
    nodes = [{"name": data["label"], **data, "id": node} for node, data in graph.nodes(data=True)]
    edges = [
        {**data, "id": data.get("id", key), "source": source, "target": target}
        for source, target, key, data in networkx.MultiDiGraph(graph).edges(keys=True, data=True)
    ]
    return by_id(nodes), by_id(edges)


def tables(graph: Graph, place: Path) -> tuple[Rows, Rows]:
    write_tables(graph, place)
    return read_tables(place)


def graphml(graph: Graph, place: Path) -> tuple[Rows, Rows]:
    write_graphml(graph, place / "graph.graphml")
    return read_network(networkx.read_graphml(place / "graph.graphml", force_multigraph=True))


def gexf(graph: Graph, place: Path) -> tuple[Rows, Rows]:
    write_gexf(graph, place / "graph.gexf")
    return read_network(networkx.read_gexf(place / "graph.gexf", version="1.3"))


Through = Callable[[Graph, Path], tuple[Rows, Rows]]
every_format = pytest.mark.parametrize("through", [tables, graphml, gexf])


@every_format
@settings(deadline=None, max_examples=25)
@given(stories=worlds)
def test_the_same_nodes_and_edges_as_json_lines(through: Through, stories: list[Story]) -> None:
    graph = resolved(*stories).graph
    with TemporaryDirectory() as name:
        nodes, edges = through(graph, Path(name))
        write_jsonl(graph, Path(name))
        told = [json.loads(line) for line in (Path(name) / NODES).read_text("utf-8").splitlines()]
        said = [json.loads(line) for line in (Path(name) / EDGES).read_text("utf-8").splitlines()]
    assert {key: (row["type"], row["name"]) for key, row in nodes.items()} == {
        row["id"]: (row["category"], row["name"]) for row in told
    }
    assert {key: (row["source"], row["label"], row["target"]) for key, row in edges.items()} == {
        row["id"]: (row["subject"], row["predicate"], row["object"]) for row in said
    }
    for kept, rows in ((nodes, told), (edges, said)):
        for row in rows:
            evidence = next((value for name, value in kept[row["id"]].items() if name in ("evidence", "evidence:string")), None)
            assert json.loads(evidence or "[]") == row["evidence"]


@every_format
def test_any_character_of_a_name_survives(through: Through, tmp_path: Path) -> None:
    nodes, edges = through(graph_of(HOSTILE), tmp_path)
    assert nodes["org_1"]["name"] == HOSTILE
    assert HOSTILE in edges["has_1"].values()
    assert HOSTILE in edges["mem_1"].values()


@every_format
@settings(deadline=None, max_examples=30)
@given(name=some.text(some.characters(exclude_categories=("Cs", "Cc")) | some.sampled_from("\n\t\"'<>&;；,]]>"), min_size=1))
def test_any_text_survives(through: Through, name: str) -> None:
    name = name.translate({0xFFFE: None, 0xFFFF: None}) or "甲"
    with TemporaryDirectory() as folder:
        nodes, edges = through(graph_of(name), Path(folder))
    assert nodes["org_1"]["name"] == name
    assert name in edges["has_1"].values()


@pytest.mark.parametrize("through", [graphml, gexf])
def test_what_xml_cannot_hold_is_marked(through: Through, tmp_path: Path) -> None:
    nodes, _ = through(graph_of("甲\x0c乙"), tmp_path)
    assert nodes["org_1"]["name"] == "甲\ufffd乙"


@pytest.mark.parametrize("through", [graphml, gexf])
def test_attributes_are_typed(through: Through, tmp_path: Path) -> None:
    nodes, edges = through(graph_of("甲院"), tmp_path)
    assert (edges["has_1"]["value"], edges["has_1"]["approx"], edges["aff_1"]["year"]) == (3.0, True, 2019)
    assert isinstance(edges["has_1"]["value"], float)
    assert (nodes["gra_1"]["number"], nodes["inn_1"]["number"]) == ("82799001", "3"), "one type for both: text"
    assert (nodes["gra_1"]["years"], nodes["gra_1"]["label_"]) == ("2019;2020", "甲类")
    assert edges["aff_1"]["basis"] == "甲;甲院"


@pytest.mark.parametrize("through", [graphml, gexf])
def test_the_surest_words_stand_in_plain_columns(through: Through, tmp_path: Path) -> None:
    nodes, edges = through(graph_of("甲院"), tmp_path)
    told = nodes["per_1"]
    assert (told["evidence_count"], told["quote"], told["quoted_from"], told["rule"]) == (2, "甲院", "甲院.txt", "SURE")
    assert (edges["mem_1"]["evidence_count"], edges["mem_1"]["confidence"], edges["mem_1"]["quote"]) == (2, 0.95, "甲院")
    assert "quote" not in nodes["doc_1"]


def test_headers_are_what_neo4j_reads(tmp_path: Path) -> None:
    nodes, edges = tables(graph_of("甲院"), tmp_path)
    grant, edge = nodes["gra_1"], edges["aff_1"]
    assert [name for name in grant if ":" in name][:4] == ["id:ID", ":LABEL", "aliases:string[]", "number:string"]
    assert (grant["number:string"], grant["years:long[]"], grant["start:string"]) == ("82799001", "2019;2020", "")
    assert nodes["inn_1"]["number:long"] == "3"
    assert nodes["org_1"]["aliases:string[]"] == "甲院;甲；乙", "a semicolon within a value is the full-width one"
    assert (edge[":START_ID"], edge[":END_ID"], edge[":TYPE"], edge["year:long"]) == (
        "per_1",
        "org_1",
        "AFFILIATED_WITH",
        "2019",
    )
    assert edge["basis:string[]"] == "甲;甲院"
    assert (edges["has_1"]["value:double"], edges["has_1"]["approx:boolean"]) == ("3.0", "true")
    assert (edges["mem_1"]["confidence:double"], edges["mem_1"]["evidence_count:long"]) == ("0.95", "2")


def test_every_table_is_among_the_arguments_of_the_import(tmp_path: Path) -> None:
    write_tables(graph_of("甲院"), tmp_path)
    named = [line.partition("=") for line in (tmp_path / ARGUMENTS).read_text("utf-8").splitlines()]
    listed = {path: option for option, _, path in named if path.endswith(".csv")}
    assert set(listed) == {path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/*.csv")}
    assert (listed["nodes/Grant.csv"], listed["edges/MEMBER_OF.csv"]) == ("--nodes", "--relationships")
    assert ("--multiline-fields", "=", "true") in named


def test_tables_of_an_earlier_export_go_and_files_of_others_stay(tmp_path: Path) -> None:
    write_tables(graph_of("甲院"), tmp_path)
    (tmp_path / "nodes" / "mine.csv").write_text("own", "utf-8")
    write_tables(Graph(nodes=graph_of("甲院").nodes[:1]), tmp_path)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*"))
    assert left == [ARGUMENTS, "nodes/Document.csv", "nodes/mine.csv"]


def test_gephi_has_the_colours_of_the_pages(tmp_path: Path) -> None:
    nodes, _ = gexf(graph_of("甲院"), tmp_path)
    color = nodes["per_1"]["viz"]["color"]
    assert "#{r:02x}{g:02x}{b:02x}".format(**color) == LABELS["Person"].color.lower()


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_the_same_graph_gives_the_same_bytes(tmp_path: Path, write: Callable[[Graph, Path], None]) -> None:
    graph = graph_of(HOSTILE)
    write(graph, tmp_path / "one")
    write(Graph(nodes=graph.nodes[::-1], edges=graph.edges[::-1]), tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.parametrize("form", ["jsonl", "csv", "graphml", "gexf", "ttl"])
def test_an_out_that_cannot_be_written_is_told(form: str, home: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", "utf-8")
    refused(
        kg("export", "-f", form, tmp_path / "taken" / "graph.ttl", home=home), 1, "taken", "cannot be written", "name another"
    )
    assert (tmp_path / "taken").read_text("utf-8") == "mine"


@pytest.mark.parametrize("form", ["graphml", "gexf", "ttl"])
def test_a_file_does_not_replace_a_folder(form: str, home: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    refused(kg("export", "-f", form, tmp_path / "graph.ttl", home=home), 1, "it is a folder", "name another")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("write", [write_graphml, write_gexf, write_tables])
def test_what_was_there_stays_where_writing_fails(tmp_path: Path, write: Callable[[Graph, Path], None]) -> None:
    out = tmp_path / "out"
    write(graph_of("甲院"), out)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    broken = Node(id="zzz", label="Grant", name="乙", properties={"year": {"not": "a value"}})  # type: ignore[dict-item]
    with pytest.raises(KeyError):
        write(Graph(nodes=(*graph_of("乙院").nodes, broken)), out)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(("form", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_only_what_is_sure(form: str, read: Callable[[Path], networkx.DiGraph[str]], home: Path, tmp_path: Path) -> None:
    assert kg("export", "-f", form, tmp_path / "all", home=home).exit_code == 0
    assert kg("export", "-f", form, "--min-confidence", "0.95", tmp_path / "sure", home=home).exit_code == 0
    everything, sure = read(tmp_path / "all"), read(tmp_path / "sure")
    told = [data["confidence"] for _, _, data in sure.edges(data=True) if "confidence" in data]
    assert told
    assert min(told) >= 0.95
    assert sure.number_of_edges() < everything.number_of_edges()


def test_only_sure_tables(home: Path, tmp_path: Path) -> None:
    assert kg("export", "-f", "csv", tmp_path, home=home).exit_code == 0
    everything = read_tables(tmp_path)
    assert kg("export", "-f", "csv", "--min-confidence", "0.95", tmp_path, home=home).exit_code == 0
    nodes, edges = read_tables(tmp_path)
    told = [float(row["confidence:double"]) for row in edges.values() if row["confidence:double"]]
    assert min(told) >= 0.95
    assert 0 < len(edges) < len(everything[1])
    assert {end for row in edges.values() for end in (row[":START_ID"], row[":END_ID"])} <= set(nodes)


def test_the_shell_completes_the_formats() -> None:
    completed = ShellComplete(cli, {}, "kg", "_KG_COMPLETE").get_completions(["export", "--format"], "g")
    assert [one.value for one in completed] == ["graphml", "gexf"]
