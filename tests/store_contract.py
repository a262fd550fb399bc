"""What every store keeps: each engine's test class inherits these tests, so that both give the same rows."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from kg.codec import content_id
from kg.errors import BadParameter, QueryError, StoreError, StoreUnavailable
from kg.model import Edge, Evidence, Graph, Node, Span, Value
from kg.store import Rows, Store, Written, cypher, sync

__all__ = ["StoreContract", "edge", "graph_of", "node", "sample"]

TEXT = "项目由临江影像医院牵头。\n方若兰任主任医师，研究超极化成像。"
QUOTE = "方若兰任主任医师"
_WORDS = """
MATCH (p:Passage {id: $id})-[:IN_DOCUMENT]->(d:Document)
RETURN p.text AS text, p.start AS start, d.source AS source
"""
_TOLD = """
MATCH (p:Person)-[e:WORKS_ON]->(t:Technology) UNWIND [t.abbreviation, e.role[0]] AS word
RETURN collect(DISTINCT word) AS words, count(DISTINCT e.id) AS edges
"""
HARD = "《引号“双”‘单’》 \"double\" 'single' back\\slash $name {id: 1} `tick`\nnew line\ttab 𠮷 é \u00a0"


def node(label: str, name: str, *, evidence: tuple[Evidence, ...] = (), aliases: tuple[str, ...] = (), **told: Value) -> Node:
    return Node(id=content_id(label, name), label=label, name=name, aliases=aliases, properties=told, evidence=evidence)


def edge(source: Node, kind: str, target: Node, *, evidence: tuple[Evidence, ...] = (), **told: Value) -> Edge:
    ident = content_id(kind, source.id, target.id)
    return Edge(id=ident, type=kind, source=source.id, target=target.id, qualifiers=told, evidence=evidence)


def graph_of(*things: Node | Edge) -> Graph:
    nodes = sorted((thing for thing in things if isinstance(thing, Node)), key=lambda one: one.id)
    edges = sorted((thing for thing in things if isinstance(thing, Edge)), key=lambda one: one.id)
    return Graph(nodes=tuple(nodes), edges=tuple(edges))


def _evidence(document: Node, quote: str, *, rule: str = "TITLE_LINE", confidence: float = 0.9) -> Evidence:
    start = TEXT.index(quote)
    span = Span(start=start, end=start + len(quote))
    return Evidence(document=document.id, span=span, quote=quote, ingester="prose", rule=rule, confidence=confidence)


def _passages(document: Node) -> list[Node]:
    made, start = [], 0
    for line in TEXT.split("\n"):
        end = start + len(line)
        made.append(node("Passage", line[:8], document=document.id, page=1, start=start, end=end, text=line))
        start = end + 1
    return made


DOCUMENT = node(
    "Document", "临江影像医院申报书", source="form.txt", sha256="00ff", title="临江影像医院申报书", media_type="text/plain"
)
PASSAGES = _passages(DOCUMENT)
WORDS = _evidence(DOCUMENT, QUOTE)
PERSON = node("Person", "方若兰", evidence=(WORDS,), name_en="Fang Ruolan")
OTHER = node("Person", "尚知秋", evidence=(WORDS,))
HOSPITAL = node(
    "Organization", "临江影像医院", evidence=(_evidence(DOCUMENT, "临江影像医院"),), aliases=("临影医院",), kind="hospital"
)
IMAGING = node("Technology", "超极化成像", evidence=(_evidence(DOCUMENT, "超极化成像"),))
METRIC = node("Metric", "扫描时间", evidence=(WORDS,))
AFFILIATED = edge(
    PERSON, "AFFILIATED_WITH", HOSPITAL, evidence=(WORDS,), title="主任医师", basis=("完成单位", "职称行"), year=2019
)
WORKS = edge(
    PERSON, "WORKS_ON", IMAGING, evidence=(WORDS, _evidence(DOCUMENT, "研究超极化成像", rule="STUDIES", confidence=0.7))
)
MEASURED = edge(IMAGING, "HAS_METRIC", METRIC, evidence=(WORDS,), value=3, unit="min")


def sample() -> Graph:
    """Two people, a hospital, a technology and a metric, with the document that says so."""
    found_in = [edge(passage, "IN_DOCUMENT", DOCUMENT) for passage in PASSAGES]
    things = (PERSON, OTHER, HOSPITAL, IMAGING, METRIC, DOCUMENT, *PASSAGES)
    return graph_of(*things, AFFILIATED, WORKS, MEASURED, *found_in)


def without(graph: Graph, *gone: Node | Edge) -> Graph:
    ids = {thing.id for thing in gone}
    nodes = tuple(one for one in graph.nodes if one.id not in ids)
    return Graph(nodes=nodes, edges=tuple(one for one in graph.edges if not ids & {one.id, one.source, one.target}))


def with_node(graph: Graph, changed: Node) -> Graph:
    return replace(graph, nodes=tuple(changed if one.id == changed.id else one for one in graph.nodes))


def with_edge(graph: Graph, changed: Edge) -> Graph:
    return replace(graph, edges=tuple(changed if one.id == changed.id else one for one in graph.edges))


def tellings(word: str) -> Graph:
    """A person and 120 topics, of which every edge and every topic says the same word."""
    topics = [node("Technology", f"{word}{number}", abbreviation=word) for number in range(120)]
    return graph_of(PERSON, *topics, *(edge(PERSON, "WORKS_ON", topic, role=(word,)) for topic in topics))


class StoreContract:
    """Inherit, and give a fixture ``store`` that yields an empty store."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        raise NotImplementedError

    @pytest.fixture
    def full(self, store: Store) -> Store:
        store.write(sample())
        return store

    # writing

    def test_an_empty_store_has_no_rows_of_any_label_or_type(self, store: Store) -> None:
        store.prepare()
        store.prepare()
        assert store.run("MATCH (n:Award) RETURN n.name AS name, n AS award") == Rows(("name", "award"), ())
        assert store.run("MATCH (a)-[e:CHAIRED]->(b:Conference) RETURN a.name AS name, e.order AS n ORDER BY n").rows == ()
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((0,),)

    def test_what_is_written_is_there_and_again_changes_nothing(self, store: Store) -> None:
        graph = sample()
        assert store.write(graph) == Written(nodes=8, edges=5)
        before = store.run("MATCH (n) RETURN n ORDER BY n.id"), store.run("MATCH ()-[e]->() RETURN e ORDER BY e.id")
        again = store.write(graph)
        assert again == Written(unchanged_nodes=8, unchanged_edges=5)
        assert not again.changed
        assert before == (store.run("MATCH (n) RETURN n ORDER BY n.id"), store.run("MATCH ()-[e]->() RETURN e ORDER BY e.id"))

    def test_progress_counts_every_node_and_edge(self, store: Store) -> None:
        told: list[int] = []
        store.write(sample(), told.append)
        store.write(sample(), told.append)
        assert sum(told) == 2 * 13

    def test_a_changed_property_is_the_only_thing_written(self, full: Store) -> None:
        changed = replace(HOSPITAL, properties={"kind": "university"}, aliases=())
        written = full.write(with_node(sample(), changed))
        assert written == Written(nodes=1, unchanged_nodes=7, unchanged_edges=5)
        rows = full.run("MATCH (n:Organization) RETURN n.kind AS kind, n.aliases AS aliases")
        assert rows.records() == [{"kind": "university", "aliases": []}]

    def test_a_property_that_is_gone_is_gone(self, full: Store) -> None:
        full.write(with_node(sample(), replace(PERSON, properties={})))
        assert full.run("MATCH (n:Person {name: '方若兰'}) RETURN n.name_en AS name").rows == ((None,),)

    def test_a_changed_edge_is_replaced(self, full: Store) -> None:
        changed = replace(AFFILIATED, qualifiers={"position": "院长"})
        assert full.write(with_edge(sample(), changed)) == Written(edges=1, unchanged_nodes=8, unchanged_edges=4)
        rows = full.run("MATCH ()-[e:AFFILIATED_WITH]->() RETURN e.position AS position, e.title AS title")
        assert rows.rows == (("院长", None),)

    def test_an_edge_that_has_moved_is_in_its_new_place_alone(self, full: Store) -> None:
        assert full.write(with_edge(sample(), replace(AFFILIATED, source=OTHER.id))).edges == 1
        assert full.run("MATCH (p)-[:AFFILIATED_WITH]->() RETURN p.name AS name").rows == (("尚知秋",),)

    def test_what_is_not_in_the_graph_any_more_is_removed(self, full: Store) -> None:
        written = full.write(without(sample(), IMAGING))
        assert written == Written(removed_nodes=1, removed_edges=2, unchanged_nodes=7, unchanged_edges=3)
        assert full.run("MATCH (n:Technology) RETURN count(n) AS n").rows == ((0,),)
        assert full.write(Graph()) == Written(removed_nodes=7, removed_edges=3)
        assert full.run("MATCH (n) WHERE n.yingtu IS NOT NULL RETURN count(n) AS n").rows == ((0,),)

    def test_a_graph_that_does_not_hold_together_is_refused_whole(self, full: Store) -> None:
        with pytest.raises(StoreError, match="holds both ends"):
            full.write(replace(sample(), nodes=()))
        with pytest.raises(StoreError, match='"Robot`" is no label'):
            full.write(graph_of(node("Robot`", "甲")))
        with pytest.raises(StoreError, match="may not be called quotes"):
            full.write(graph_of(node("Person", "甲", quotes="x")))
        with pytest.raises(StoreError, match="stands twice"):
            full.write(Graph(nodes=(PERSON, PERSON)))
        with pytest.raises(StoreError, match="is no name"):
            full.write(graph_of(node("Guideline", "指南" * 2000)))
        with pytest.raises(StoreError, match="no store can hold"):
            full.write(graph_of(node("Metric", "率", value=float("nan"))))
        assert not full.write(sample()).changed

    def test_a_big_write_is_seen_when_it_is_whole(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sync, "AT_ONCE", 12)
        seen: list[object] = []

        def look(count: int) -> None:
            with ThreadPoolExecutor(1) as pool:
                seen.append(pool.submit(store.run, "MATCH (n) RETURN count(n) AS n").result().rows)

        assert store.write(sample(), look) == Written(nodes=8, edges=5)
        assert set(seen) == {((0,),)}
        assert store.run("MATCH (n) RETURN count(n) AS n").rows == ((8,),)
        assert not store.write(sample()).changed

    def test_a_big_write_keeps_what_is_as_it_was(self, full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sync, "AT_ONCE", 0)
        changed = with_node(sample(), replace(HOSPITAL, properties={}))
        assert full.write(changed) == Written(nodes=1, unchanged_nodes=7, unchanged_edges=5)
        assert full.run("MATCH (n) RETURN count(n) AS n").rows == ((8,),)
        assert full.write(sample()) == Written(nodes=1, unchanged_nodes=7, unchanged_edges=5)
        assert full.run("MATCH ()-[e]->() RETURN count(e) AS n").rows == ((5,),)

    def test_a_big_write_that_was_stopped_leaves_what_was_there(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(count: int) -> None:
            if count:
                raise KeyboardInterrupt

        monkeypatch.setattr(sync, "AT_ONCE", 12)
        for before in (graph_of(), graph_of(OTHER)):
            store.write(before)
            with pytest.raises(KeyboardInterrupt):
                store.write(sample(), stop)
            assert not store.write(before).changed
        store.write(graph_of())
        assert store.write(sample()) == Written(nodes=8, edges=5)
        assert not store.write(sample()).changed

    def test_a_little_write_that_fails_leaves_what_was_there(self, full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cypher, "create_edges", lambda *_: "UNWIND $rows AS row RETURN 0 AS n")
        moved = with_edge(without(sample(), METRIC), replace(AFFILIATED, source=OTHER.id))
        with pytest.raises(StoreError, match=r"0 of 1 rows from AFFILIATED_WITH .* were written"):
            full.write(with_node(moved, replace(HOSPITAL, properties={})))
        assert not full.write(sample()).changed

    def test_a_reader_sees_a_document_as_it_was_or_as_it_is(self, store: Store) -> None:
        old, new = tellings("old"), tellings("new")
        store.write(old)
        done = threading.Event()
        seen: list[tuple[tuple[str, ...], int]] = []

        def read() -> None:
            while not done.is_set():
                seen.extend((tuple(words), edges) for words, edges in store.run(_TOLD).rows)

        with ThreadPoolExecutor(1) as pool:
            reading = pool.submit(read)
            try:
                for graph in (new, old, new, old, new):
                    store.write(graph)
            finally:
                done.set()
            reading.result()
        assert set(seen) <= {(("old",), 120), (("new",), 120)}
        assert seen

    def test_thousands_of_edges(self, store: Store) -> None:
        people = [node("Person", f"人{number}") for number in range(1200)]
        topics = [node("Technology", f"技术{number}") for number in range(1100)]
        edges = [edge(one, "WORKS_ON", topics[(i * 7 + k) % 1100]) for i, one in enumerate(people) for k in range(0, 20, 4)]
        graph = graph_of(*people, *topics, *edges[:5000])
        assert store.write(graph) == Written(nodes=2300, edges=5000)
        assert store.run("MATCH (:Person)-[e:WORKS_ON]->(:Technology) RETURN count(e) AS n").rows == ((5000,),)
        assert store.write(replace(graph, edges=graph.edges[1500:])) == Written(
            removed_edges=1500, unchanged_nodes=2300, unchanged_edges=3500
        )

    # values

    @pytest.mark.parametrize(
        "text", [HARD, "", " ", "null", "3", "\\", "'; MATCH (n) DETACH DELETE n //", "(#1:0)", "x" * 40_000]
    )
    def test_any_text_comes_back_as_it_was(self, store: Store, text: str) -> None:
        thing = node("Technology", text[:7000] or "空", aliases=(text,), abbreviation=text)
        store.write(graph_of(thing, edge(thing, "BROADER", thing, by=(text, text))))
        rows = store.run("MATCH (n:Technology)-[e:BROADER]->(n) RETURN n.abbreviation AS text, n.aliases AS many, e.by AS by")
        assert rows.rows == ((text, [text], [text, text]),)
        found = store.run("MATCH (n:Technology) WHERE n.abbreviation = $text RETURN $text AS text", {"text": text})
        assert found.rows == ((text,),)

    def test_numbers_truths_and_lists_keep_their_kind(self, store: Store) -> None:
        values: dict[str, Value] = {"i": 3, "big": 2**53 + 1, "f": 0.1, "whole": 2.0, "yes": True, "no": False}
        values |= {"ints": (1, 2), "floats": (1.0, 2.5), "texts": ("一", "二"), "none": ()}
        store.write(graph_of(replace(node("Facility", "平台"), properties=values)))
        given = store.run("MATCH (n:Facility) RETURN n AS n").records()[0]["n"]["properties"]
        for name, value in values.items():
            wanted = list(value) if isinstance(value, tuple) else value
            assert given[name] == wanted
            assert type(given[name]) is type(wanted)

    def test_a_decimal_is_a_float_however_it_was_written(self, full: Store) -> None:
        value = full.run("MATCH ()-[e:HAS_METRIC]->() RETURN e.value AS value").rows[0][0]
        assert isinstance(value, float)
        assert value == 3.0

    def test_nodes_edges_and_paths_are_plain(self, full: Store) -> None:
        row = full.run("MATCH p = (a:Person)-[e:AFFILIATED_WITH]->(b) RETURN a, e, p, [b] AS many, {one: b} AS map").records()[
            0
        ]
        assert row["a"]["id"] == PERSON.id
        assert row["a"]["label"] == "Person"
        assert row["a"]["properties"]["name_en"] == "Fang Ruolan"
        assert row["e"]["id"] == AFFILIATED.id
        assert row["e"]["type"] == "AFFILIATED_WITH"
        assert row["e"]["properties"]["basis"] == ["完成单位", "职称行"]
        assert row["many"] == [row["map"]["one"]]
        assert row["p"] == {"nodes": [row["a"], row["many"][0]], "relationships": [row["e"]]}
        assert row["many"][0] == {
            "id": HOSPITAL.id,
            "label": "Organization",
            "properties": {
                "id": HOSPITAL.id,
                "name": "临江影像医院",
                "aliases": ["临影医院"],
                "kind": "hospital",
                "documents": [DOCUMENT.id],
                "evidence": [f"{PASSAGES[0].id}@3-9"],
                "quotes": ["临江影像医院"],
                "rules": ["TITLE_LINE"],
                "confidence": 0.9,
            },
        }

    def test_from_an_edge_to_the_words_in_one_hop(self, full: Store) -> None:
        told = full.run("MATCH ()-[e:WORKS_ON]->() RETURN e AS e").records()[0]["e"]["properties"]
        assert told["rules"] == ["TITLE_LINE", "STUDIES"]
        assert told["confidence"] == 0.9
        assert told["documents"] == [DOCUMENT.id]
        for place, quote in zip(told["evidence"], told["quotes"], strict=True):
            passage, _, span = place.partition("@")
            start, end = map(int, span.split("-"))
            found = full.run(_WORDS, {"id": passage}).records()
            assert len(found) == 1
            assert found[0]["text"][start - found[0]["start"] : end - found[0]["start"]] == quote
            assert found[0]["source"] == "form.txt"

    def test_sources_carry_no_evidence_of_their_own(self, full: Store) -> None:
        told = full.run("MATCH (d:Document) RETURN d AS d").records()[0]["d"]["properties"]
        assert told == {"id": DOCUMENT.id, "name": DOCUMENT.name, **DOCUMENT.properties}

    # asking

    @pytest.mark.parametrize(
        ("query", "parameters", "rows"),
        [
            ("MATCH (n:Person) RETURN n.name AS name ORDER BY name", {}, [["尚知秋"], ["方若兰"]]),
            ("MATCH (n:Person) RETURN n.name_en AS x ORDER BY x", {}, [["Fang Ruolan"], [None]]),
            ("MATCH (n:Person) RETURN n.name_en AS x ORDER BY x DESC", {}, [[None], ["Fang Ruolan"]]),
            ("MATCH (n) WHERE n.name IN $names RETURN count(n) AS n", {"names": ("方若兰", "超极化成像")}, [[2]]),
            ("MATCH (n:Person) WHERE $name IS NULL OR n.name = $name RETURN count(*) AS n", {"name": None}, [[2]]),
            ("MATCH (p:Person) OPTIONAL MATCH (p)-[:AFFILIATED_WITH]->(o) RETURN p.name AS p, o.name AS o ORDER BY p",
             {}, [["尚知秋", None], ["方若兰", "临江影像医院"]]),
            ("MATCH (p:Person) OPTIONAL MATCH (p)-[:AFFILIATED_WITH]->(o) WITH p, count(o) AS n, collect(o.name) AS names "
             "RETURN p.name AS p, n, names ORDER BY n DESC, p", {}, [["方若兰", 1, ["临江影像医院"]], ["尚知秋", 0, []]]),
            ("MATCH ()-[e]->() WHERE type(e) <> 'IN_DOCUMENT' RETURN type(e) AS t, count(*) AS n, sum(e.value) AS s, "
             "max(e.confidence) AS c ORDER BY t", {},
             [["AFFILIATED_WITH", 1, 0, 0.9], ["HAS_METRIC", 1, 3.0, 0.9], ["WORKS_ON", 1, 0, 0.9]]),
            ("MATCH (n) WHERE NOT n:Passage AND NOT n:Document RETURN DISTINCT labels(n) AS l ORDER BY l[0]", {},
             [[["Metric"]], [["Organization"]], [["Person"]], [["Technology"]]]),
            ("MATCH (p:Person) WHERE EXISTS { (p)-[:WORKS_ON]->(:Technology) } RETURN p.name AS p", {}, [["方若兰"]]),
            ("MATCH (p:Person) WHERE NOT EXISTS { MATCH (p)-[e]->(t) WHERE t.name = $t } RETURN p.name AS p",
             {"t": "超极化成像"}, [["尚知秋"]]),
            ("MATCH (p:Person) RETURN p.name AS p, COUNT { (p)-[:WORKS_ON]->() } AS n ORDER BY n", {},
             [["尚知秋", 0], ["方若兰", 1]]),
            ("MATCH (a:Organization {name: '临江影像医院'}), (b:Metric), p = shortestPath((a)-[*..5]-(b)) "
             "RETURN length(p) AS l, [n IN nodes(p) | n.name] AS names, [e IN relationships(p) | type(e)] AS types", {},
             [[3, ["临江影像医院", "方若兰", "超极化成像", "扫描时间"], ["AFFILIATED_WITH", "WORKS_ON", "HAS_METRIC"]]]),
            ("MATCH (o:Organization) WHERE any(x IN o.aliases WHERE x CONTAINS $part) RETURN [x IN o.aliases | x + '!'] AS a",
             {"part": "临影"}, [[["临影医院!"]]]),
            ("MATCH (o:Organization) RETURN [o.name] + o.aliases AS names", {}, [[["临江影像医院", "临影医院"]]]),
            ("MATCH (p:Person) CALL (p) { MATCH (p)--(x) RETURN count(x) AS n } RETURN p.name AS p, n ORDER BY n", {},
             [["尚知秋", 0], ["方若兰", 2]]),
            ("MATCH (p:Person {name: $name}) RETURN p {.name, .kind, it: size(p.quotes)} AS p", {"name": "方若兰"},
             [[{"name": "方若兰", "kind": None, "it": 1}]]),
            ("MATCH (n {id: $id})-[r]-(m) RETURN n.id = startNode(r).id AS out, endNode(r).name AS t, m.name AS m ORDER BY m",
             {"id": IMAGING.id}, [[True, "扫描时间", "扫描时间"], [False, "超极化成像", "方若兰"]]),
            ("UNWIND ['b', 'a', null] AS x WITH x ORDER BY x RETURN collect(x) AS xs, coalesce(null, 1) AS one", {},
             [[["a", "b"], 1]]),
            ("MATCH (p:Person) RETURN p.name AS n UNION MATCH (o:Organization) RETURN o.name AS n", {}, 3),
            ("MATCH (n:Person) WHERE toLower(n.name_en) STARTS WITH 'fang' RETURN CASE WHEN n.kind IS NULL THEN 1 END AS c", {},
             [[1]]),
            ("RETURN date('2021-03-01') AS d, 7 / 2 AS i, 7 / 2.0 AS f, toInteger('12') AS n, '年' + toString(3) AS s", {},
             [["2021-03-01", 3, 3.5, 12, "年3"]]),
        ],
    )  # fmt: skip
    def test_the_same_statement_gives_the_same_rows(
        self, full: Store, query: str, parameters: Mapping[str, Value], rows: list[list[Any]] | int
    ) -> None:
        found = [list(row) for row in full.run(query, parameters).rows]
        assert len(found) == rows if isinstance(rows, int) else found == rows

    @pytest.mark.parametrize(
        ("query", "columns"),
        [
            ("MATCH (n:Journal) RETURN n.name AS name, count(*) AS n ORDER BY n DESC LIMIT 3", ("name", "n")),
            ("MATCH (n:Journal) RETURN n AS journal, coalesce(n.a, n.b) AS x", ("journal", "x")),
            ("MATCH (n:Journal) RETURN n.name", ("n.name",)),
            ("MATCH (n:Journal) RETURN coalesce(n.name,n.id), n", ("coalesce(n.name,n.id)", "n")),
            ("MATCH (n:Journal) RETURN n.name AS x UNION MATCH (n:Place) RETURN n.name AS x", ("x",)),
            (
                "MATCH (n:Journal) WITH DISTINCT n CALL (n) { MATCH (n)--(m) RETURN count(m) AS k } RETURN n.id AS i, k",
                ("i", "k"),
            ),
            ("MATCH p = shortestPath((a:Journal)-[*..3]-(b:Place)) RETURN p, length(p) AS l", ("p", "l")),
        ],
    )
    def test_no_rows_still_have_columns(self, full: Store, query: str, columns: tuple[str, ...]) -> None:
        assert full.run(query) == Rows(columns, ())

    @pytest.mark.parametrize(
        "query",
        [
            "CREATE (n:Person {id: 'x'})",
            "CREATE (n:Person {id: 'x'}) RETURN n",
            "MERGE (n:Person {id: 'x'}) RETURN n",
            "MATCH (n:Person) SET n.name = 'x' RETURN n",
            "MATCH (n:Person) REMOVE n.name",
            "MATCH (n) DETACH DELETE n",
            "MATCH ()-[e]->() DELETE e",
            "MATCH (n:Person) FOREACH (x IN [1] | SET n.y = x)",
            "MATCH (n:Person) CALL (n) { SET n.y = 1 } RETURN n",
            "CREATE INDEX foo FOR (n:Person) ON (n.foo)",
            "DROP INDEX yingtu_person_name",
            "DROP CONSTRAINT yingtu_person_id",
        ],
    )
    def test_a_statement_that_writes_is_refused(self, full: Store, query: str) -> None:
        with pytest.raises(QueryError, match="this statement writes"):
            full.run(query)
        assert not full.write(sample()).changed

    @pytest.mark.parametrize(
        "query",
        [
            "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
            "MATCH (n) WITH n load /* a comment */ csv WITH HEADERS FROM $where AS row RETURN n, row",
            "CALL () { LOAD\n CSV FROM 'http://localhost/x.csv' AS row RETURN row } RETURN row",
        ],
    )
    def test_a_statement_that_reads_files_is_refused(self, full: Store, query: str) -> None:
        with pytest.raises(QueryError, match="LOAD CSV"):
            full.run(query, {"where": "file:///etc/hostname"})

    def test_words_and_comments_load_nothing(self, full: Store) -> None:
        assert full.run("RETURN 'LOAD CSV' AS words // LOAD CSV").rows == (("LOAD CSV",),)

    @pytest.mark.parametrize(
        ("query", "said"),
        [
            ("MATCH (n RETURN n", r"(?i)RETURN"),
            ("MATCH (n) RETURN m", r"m"),
            ("RETURN nope(1)", r"nope"),
            ("RETURN $missing", r"missing"),
            ("", r"."),
        ],
    )
    def test_a_statement_that_cannot_be_understood_is_told_in_one_line(self, store: Store, query: str, said: str) -> None:
        with pytest.raises(QueryError, match=said) as caught:
            store.run(query)
        assert "\n" not in str(caught.value)
        assert "com.arcadedb" not in str(caught.value)

    def test_a_number_that_no_engine_holds_is_refused(self, store: Store) -> None:
        with pytest.raises(BadParameter, match="64 bits"):
            store.run("RETURN $n AS n", {"n": 2**63})

    def test_a_closed_store_says_so(self, full: Store) -> None:
        full.close()
        full.close()
        with pytest.raises(StoreUnavailable, match="closed"):
            full.run("RETURN 1")
