"""Only what is sure: facts under a confidence are left out alike of answers, exports, pages and stores."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.model import EntityRef, Evidence, Fact, Graph, Span, sureness
from kg.resolve import resolve
from tests.test_cli import NOMINATION, kg, records
from tests.test_prose import document

TEXT = "甲乙丙丁戊己庚辛壬癸"
COUNTED = "MATCH (:Person)-[r]->() RETURN count(r) AS n, min(r.confidence) AS least"


def fact(subject: str, target: str, confidence: float, *, at: int = 0, **qualifiers: str) -> Fact:
    words = Evidence(
        document="doc_1",
        span=Span(start=at, end=at + 2),
        quote=TEXT[at : at + 2],
        ingester="t",
        rule="R",
        confidence=confidence,
    )
    return Fact(
        subject=EntityRef(label="Person", name=subject),
        predicate="AFFILIATED_WITH",
        object=EntityRef(label="Organization", name=target),
        qualifiers=qualifiers,
        evidence=words,
    )


FACTS = (
    fact("韩若川", "云岭大学", 0.99),
    fact("韩若川", "云岭大学", 0.7, at=2, title="教授"),
    fact("韩若川", "岚江医院", 0.8, at=4),
    fact("孔令舟", "岚江医院", 0.6, at=6),
)


def sure(least: float) -> Graph:
    return resolve(FACTS, [document(TEXT)], least=least).graph


def test_an_edge_is_as_sure_as_its_surest_words() -> None:
    assert {edge.source[:3]: sureness(edge.evidence) for edge in sure(0.95).edges if edge.type != "IN_DOCUMENT"} == {
        "per": 0.99
    }


@pytest.mark.parametrize(("least", "edges", "people"), [(0.0, 3, 2), (0.6, 3, 2), (0.75, 2, 1), (0.95, 1, 1), (1.0, 0, 0)])
def test_what_is_less_sure_is_left_out(least: float, edges: int, people: int) -> None:
    graph = sure(least)
    assert sum(edge.type == "AFFILIATED_WITH" for edge in graph.edges) == edges
    assert sum(node.label == "Person" for node in graph.nodes) == people
    assert sum(node.label == "Document" for node in graph.nodes) == 1


@pytest.mark.parametrize("least", [0.65, 0.75, 0.95])
def test_what_stays_is_part_of_the_whole_graph(least: float) -> None:
    """Same ids, same qualifiers, both ends of every edge; no passage that supports nothing."""
    whole, part = sure(0.0), sure(least)
    nodes, edges = {node.id: node for node in whole.nodes}, {edge.id: edge for edge in whole.edges}
    assert all(nodes[node.id] == node for node in part.nodes)
    assert all(edges[edge.id] == edge for edge in part.edges)
    ids = {node.id for node in part.nodes}
    assert all(edge.source in ids and edge.target in ids for edge in part.edges)
    assert {edge.source for edge in part.edges if edge.type == "IN_DOCUMENT"} == {
        node.id for node in part.nodes if node.label == "Passage"
    }


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sure")
    (place / "nomination.txt").write_text(NOMINATION, "utf-8")
    assert kg("build", place / "nomination.txt", home=place / "home").exit_code == 0
    return place / "home"


@pytest.fixture(scope="module")
def bar(home: Path) -> float:
    """A confidence that some edges of the home reach and others do not."""
    told = records("cypher", "MATCH (:Person)-[r]->() RETURN DISTINCT r.confidence AS c ORDER BY c", home=home)
    levels = [float(str(row["c"])) for row in told]
    assert len(levels) > 1
    return levels[-1]


def told(home: Path, *options: object) -> list[dict[str, Any]]:
    return records("ask", "people_dossier", "-p", "person=顾云帆", *options, home=home)


def test_answers_are_those_of_a_store_of_sure_facts(home: Path, bar: float, tmp_path: Path) -> None:
    done = kg("load", "--min-confidence", bar, "--store", tmp_path / "sure", home=home)
    assert done.exit_code == 0, done.output
    (row,) = records("cypher", COUNTED, "--store", tmp_path / "sure", home=home)
    assert row["least"] == bar
    answer = told(home, "--min-confidence", bar)
    assert answer == told(home, "--store", tmp_path / "sure")
    assert 0 < len(answer) < len(told(home))


def test_exports_and_pages_hold_sure_facts_alone(home: Path, bar: float, tmp_path: Path) -> None:
    assert kg("export", "--min-confidence", bar, tmp_path / "sure", home=home).exit_code == 0
    assert kg("export", tmp_path / "all", home=home).exit_code == 0
    lines = {name: (tmp_path / name / "edges.jsonl").read_text("utf-8").splitlines() for name in ("sure", "all")}
    assert set(lines["sure"]) < set(lines["all"])
    for edge in map(json.loads, lines["sure"]):
        assert max(one["confidence"] for one in edge["evidence"]) >= bar
    for name, options in (("sure.html", ["--min-confidence", bar]), ("all.html", [])):
        assert kg("view", tmp_path / name, *options, home=home).exit_code == 0
    assert (tmp_path / "sure.html").stat().st_size < (tmp_path / "all.html").stat().st_size


def test_a_store_that_is_named_is_asked_as_it_is(home: Path, tmp_path: Path) -> None:
    done = kg("ask", "people_dossier", "-p", "person=顾云帆", "--min-confidence", 0.9, "--store", tmp_path, home=home)
    assert done.exit_code == 2
    assert "kg load --min-confidence 0.9" in done.stderr
    assert kg("export", "--min-confidence", 2, tmp_path / "out", home=home).exit_code == 2
