"""Every rule of the shapes is broken once, alone, and found; a graph that keeps them all is left in peace."""

from __future__ import annotations

import dataclasses

import pytest

from kg.model import Edge, Graph, Node, Value
from kg.ontology import shape_files
from kg.ontology.files import load_file, local
from kg.rdf import element_id, statements
from kg.shapes import Violation, validate
from kg.vocab import LABELS, PREDICATES

WORDS: dict[str, Value] = {"string": "甲乙", "integer": 2019, "decimal": 12.5, "boolean": True}
PROPERTIES: dict[str, dict[str, Value]] = {
    "Organization": {"kind": "hospital", "founded": "1958-09"},
    "Conference": {"number": "S7", "start": "2019-03-18", "end": "2019-03-20"},
    "Publication": {"year": 2019, "doi": "10.1000/xyz", "cited_by": 0, "impact_factor": 3.5},
    "FundingProgram": {"start_year": 2016, "end_year": 2020},
    "Assessment": {"kind": "threat"},
    "Document": {"source": "甲.txt", "sha256": "0f" * 32, "title": "甲", "media_type": "text/plain"},
    "Passage": {"text": "甲乙丙", "start": 0, "end": 3, "document": "a_document"},
}


def node(label: str, which: str = "a", **properties: Value) -> Node:
    name = "王甲乙成果#1" if label == "Innovation" else f"{LABELS[label].zh}{'甲' if which == 'a' else '乙'}"
    return Node(id=f"{which}_{label.lower()}", label=label, name=name, properties={**PROPERTIES.get(label, {}), **properties})


def edge(predicate: str, source: Node, target: Node, **qualifiers: Value) -> Edge:
    return Edge(
        id=f"{predicate}:{source.id}:{target.id}", type=predicate, source=source.id, target=target.id, qualifiers=qualifiers
    )


def whole() -> Graph:
    """Two nodes of every label and one edge of every predicate, with every qualifier."""
    nodes = {(label, which): node(label, which) for label in LABELS for which in "ab" if which == "a" or label != "Innovation"}
    edges = []
    for name, spec in PREDICATES.items():
        source = min(spec.domain, key=lambda label: LABELS[label].order)
        target = source if spec.same_label else min(spec.range, key=lambda label: LABELS[label].order)
        given: dict[str, Value] = {one.name: WORDS[one.type] for one in spec.qualifiers.values()}
        edges.append(edge(name, nodes[source, "a"], nodes[target, "b" if (target, "b") in nodes else "a"], **given))
    edges.append(edge("IN_SERIES", nodes["Conference", "b"], nodes["ConferenceSeries", "b"]))
    edges.append(edge("IN_DOCUMENT", nodes["Passage", "b"], nodes["Document", "b"]))
    return Graph(nodes=tuple(nodes.values()), edges=tuple(edges))


def with_node(changed: Node) -> Graph:
    graph = whole()
    kept = tuple(one for one in graph.nodes if one.id != changed.id)
    return dataclasses.replace(graph, nodes=(*kept, changed))


def with_edge(added: Edge) -> Graph:
    graph = whole()
    return dataclasses.replace(graph, edges=(*graph.edges, added))


def without(predicate: str) -> Graph:
    graph = whole()
    return dataclasses.replace(graph, edges=tuple(one for one in graph.edges if one.type != predicate))


def messages(graph: Graph, severity: str = "violation") -> list[tuple[str, str]]:
    return [(one.path, one.message_en) for one in validate(graph) if one.severity == severity]


PERSON, PROJECT, PROGRAM = node("Person"), node("Grant"), node("FundingProgram")
WORK, PAPER, UNIT, OTHER = node("Achievement"), node("Publication"), node("Organization"), node("Organization", "b")
METRIC, TECHNOLOGY = node("Metric"), node("Technology")


def test_a_whole_graph_keeps_every_rule() -> None:
    assert validate(whole()) == ()


def test_an_empty_graph_keeps_every_rule() -> None:
    assert validate(Graph()) == ()


@pytest.mark.parametrize(
    ("changed", "path", "said"),
    [
        (dataclasses.replace(PERSON, name=" "), "label", "the name is not to be blank"),
        (dataclasses.replace(UNIT, name="甲\n乙"), "label", "on one line"),
        (dataclasses.replace(UNIT, aliases=(UNIT.name,)), "altLabel", "an alias is not to be"),
        (dataclasses.replace(PERSON, label="Planet"), "type", "one label of the ontology"),
        (dataclasses.replace(node("Innovation"), name="甲乙"), "label", "<achievement>#<number>"),
        (node("Conference", end="2019-03-17"), "start", "no later than it ends"),
        (node("Conference", start="2019-02-30"), "start", "Conference.start is to be an ISO date"),
        (node("Conference", start="春天"), "start", "Conference.start is to be an ISO date"),
        (node("Publication", cited_by=-1), "cited_by", "citations are not to be negative"),
        (node("Publication", impact_factor=-0.5), "impact_factor", "not to be negative"),
        (node("Publication", doi="doi:10.1000/xyz"), "doi", "10.1000/xyz"),
        (node("Publication", year="2019"), "year", "Publication.year is to be a whole number"),
        (node("FundingProgram", end_year=2015), "start_year", "no later than it ends"),
        (node("FundingProgram", start_year="2016"), "start_year", "FundingProgram.start_year is to be a whole number"),
        (node("Grant", start="2020", end="2019"), "start", "no later than it ends"),
        (node("Grant", start="2020-03-01", end="2020-02"), "start", "no later than it ends"),
        (node("Passage", start="甲"), "start", "Passage.start is to be a whole number"),
        (node("Organization", kind="clinic"), "kind", "hospital/university"),
        (dataclasses.replace(node("Assessment"), properties={}), "kind", "strength, weakness"),
        (node("Document", sha256="F" * 64), "sha256", "SHA-256"),
        (dataclasses.replace(node("Document"), properties={"sha256": "0f" * 32}), "source", "one file name"),
        (node("Passage", start=3), "start", "before it ends"),
        (dataclasses.replace(node("Passage"), properties={}), "text", "have its text"),
    ],
)
def test_a_node_that_breaks_a_rule(changed: Node, path: str, said: str) -> None:
    found = [one for one in validate(with_node(changed)) if said in one.message_en]
    assert [(one.id, one.name, one.path, one.severity) for one in found] == [(changed.id, changed.name, path, "violation")]


@pytest.mark.parametrize(
    ("added", "path", "said"),
    [
        (edge("LEADS", PROJECT, PERSON), "subject", "the subject of LEADS is to be Person"),
        (edge("LEADS", PERSON, WORK), "object", "the object of LEADS is to be Grant"),
        (edge("LEADS", PERSON, dataclasses.replace(PROJECT, id="nowhere")), "object", "the object of LEADS"),
        (edge("LIKES", PERSON, PROJECT), "predicate", "an edge is of a known predicate"),
        (edge("PART_OF", UNIT, PROGRAM), "", "both ends of PART_OF bear the same label"),
        (edge("PART_OF", UNIT, UNIT), "subject", "the two ends are not to be the same thing"),
        (edge("BROADER", TECHNOLOGY, TECHNOLOGY), "subject", "the two ends are not to be the same thing"),
        (edge("COMPLETED", OTHER, WORK, rank=0), "rank", "a rank counts from 1"),
        (edge("COMPLETED", OTHER, WORK, rank="1"), "rank", "COMPLETED.rank is to be a whole number, once"),
        (edge("COMPLETED", OTHER, WORK, rank=(1, 2)), "rank", "COMPLETED.rank is to be a whole number, once"),
        (edge("COMPLETED", OTHER, WORK, grade="一"), "grade", "an edge COMPLETED carries only rank"),
        (edge("RECEIVED", OTHER, node("Award"), rank=0), "rank", "among the receivers counts from 1"),
        (edge("AUTHORED", PERSON, node("Guideline"), order=0), "order", "the order of authors counts from 1"),
        (edge("CHAIRED", PERSON, node("Conference"), order=0), "order", "the order of chairs counts from 1"),
        (edge("OUTPUT_OF", PAPER, WORK, number=0), "number", "counts from 1"),
        (edge("FUNDED_BY", PROJECT, PROGRAM, amount_wan=0), "amount_wan", "greater than 0"),
        (edge("FUNDED_BY", PROJECT, PROGRAM, joint="是"), "joint", "true or false, once"),
        (edge("HAS_METRIC", OTHER, METRIC), "", "a metric is to have a value"),
        (edge("HAS_METRIC", OTHER, METRIC, value_low=3, value_high=2), "value_low", "not to exceed the upper"),
    ],
)
def test_an_edge_that_breaks_a_rule(added: Edge, path: str, said: str) -> None:
    found = [one for one in validate(with_edge(added)) if said in one.message_en]
    assert {(one.id, one.path, one.severity) for one in found} == {(added.id, path, "violation")}
    assert all("—" in one.name for one in found)


@pytest.mark.parametrize(
    ("start", "end"), [("2019", "2019-03"), ("2019-03-18", "2019"), ("2019-03", "2019-03-18"), ("2019", "2019")]
)
def test_dates_are_compared_as_far_as_the_coarser_tells(start: str, end: str) -> None:
    assert validate(with_node(node("Grant", start=start, end=end))) == ()


def test_an_innovation_belongs_to_one_achievement() -> None:
    point, second = node("Innovation"), node("Achievement", "b")
    wanted = ("HAS_INNOVATION", "an innovation point is to belong to one achievement, and one only")
    assert messages(with_edge(edge("HAS_INNOVATION", second, point, number=1))) == [wanted]
    assert messages(without("HAS_INNOVATION")) == [wanted]


def test_a_passage_stands_in_one_document() -> None:
    assert messages(without("IN_DOCUMENT")) == [("IN_DOCUMENT", "a passage is to stand in one document")] * 2


@pytest.mark.parametrize(
    ("graph", "path", "said"),
    [
        (with_node(dataclasses.replace(PERSON, name="王甲，教授")), "label", "no digit, punctuation or bracket"),
        (with_node(node("Publication", year=1900)), "year", "between 1949 and 2100"),
        (with_node(node("FundingProgram", start_year=1900)), "start_year", "between 1949 and 2100"),
        (with_edge(edge("AFFILIATED_WITH", PERSON, UNIT, years=(2019, 2101))), "years", "between 1949 and 2100"),
        (without("IN_SERIES"), "IN_SERIES", "one series"),
        (
            with_node(dataclasses.replace(node("Conference"), properties={})),
            "number",
            "usually has its number",
        ),
        (with_edge(edge("HOSTED_BY", PROJECT, UNIT)), "HOSTED_BY", "usually has one host"),
        (with_edge(edge("PUBLISHED_IN", PAPER, node("Journal"))), "PUBLISHED_IN", "one journal"),
    ],
)
def test_what_is_seldom_so_is_a_warning(graph: Graph, path: str, said: str) -> None:
    found = messages(graph, "warning")
    assert found
    assert all(one == path and said in message for one, message in found)
    assert messages(graph) == []


def test_violations_come_first_and_the_order_of_the_graph_does_not_matter() -> None:
    graph = with_edge(edge("COMPLETED", OTHER, WORK, rank=0, grade="一"))
    graph = dataclasses.replace(graph, edges=(*graph.edges, edge("HOSTED_BY", PROJECT, UNIT)))
    found = validate(graph)
    assert [one.severity for one in found] == ["violation", "violation", "warning"]
    assert validate(Graph(nodes=graph.nodes[::-1], edges=graph.edges[::-1])) == found
    assert found[1] == Violation(
        severity="violation",
        id=f"COMPLETED:{OTHER.id}:{WORK.id}",
        name="机构乙 —完成单位→ 成果甲",
        path="rank",
        value="0",
        message_zh="排名从1起",
        message_en="a rank counts from 1",
    )


def test_every_shape_speaks_both_languages() -> None:
    from rdflib import SH, Literal
    from rdflib import Graph as Rdf
    from rdflib.namespace import RDF

    shapes = Rdf()
    for path in shape_files():
        shapes += load_file(path)
    constraints = (SH.closed, SH["or"])
    speaking = [outer for _, _, outer in shapes.triples((None, SH.property, None)) if (outer, SH.message, None) in shapes]
    speaking += [subject for subject in shapes.subjects(RDF.type, SH.NodeShape) if (subject, SH.message, None) in shapes]
    for shape in speaking:
        languages = {text.language for text in shapes.objects(shape, SH.message) if isinstance(text, Literal)}
        assert languages == {"zh", "en"}, f"{shape} of shapes.ttl speaks {languages}; give its sh:message in zh and en"
    mute = [
        shape
        for shape in shapes.subjects(RDF.type, SH.NodeShape)
        if (shape, SH.message, None) not in shapes
        and (
            any((shape, constraint, None) in shapes for constraint in constraints)
            or any((inner, SH.message, None) not in shapes for inner in shapes.objects(shape, SH.property))
        )
    ]
    assert not mute, f"these shapes find something and say nothing: {mute}; give them sh:message in zh and en"


def as_written(graph: Graph) -> set[tuple[str, str, str]]:
    """What pyshacl finds where the shapes stand as in their files and every edge has its statement."""
    import pyshacl
    import rdflib
    from rdflib import SH

    shapes = rdflib.Graph()
    for path in shape_files():
        shapes += load_file(path)
    _, report, _ = pyshacl.validate(statements(graph), shacl_graph=shapes, inference="none")
    assert isinstance(report, rdflib.Graph)
    return {
        (element_id(report.value(one, SH.focusNode)), local(report.value(one, SH.resultSeverity)).lower(), str(message))
        for one in report.subjects(rdflib.RDF.type, SH.ValidationResult)
        for message in report.objects(one, SH.resultMessage)
        if isinstance(message, rdflib.Literal) and message.language == "en"
    }


def test_edges_that_are_alike_break_their_rules_each() -> None:
    people = [dataclasses.replace(PERSON, id=f"person_{number}", name=f"王甲{name}") for number, name in enumerate("乙丙丁")]
    graph = whole()
    wrong = [edge("COMPLETED", one, WORK, rank=0, grade="一") for one in people]
    right = [edge("AFFILIATED_WITH", one, UNIT, title="教授") for one in people]
    graph = Graph(nodes=(*graph.nodes, *people), edges=(*graph.edges, *wrong, *right))
    found = validate(graph)
    assert {one.id for one in found} == {one.id for one in wrong}
    assert {(one.id, one.severity, one.message_en) for one in found} == as_written(graph)


def test_what_is_found_is_what_the_shapes_as_written_find() -> None:
    nodes = (
        node("Person", "c", honour=3),
        dataclasses.replace(node("Grant", "c"), name=" "),
        node("Publication", "c", year=1900, doi="x"),
        dataclasses.replace(node("Place", "c"), label="Planet"),
    )
    edges = (
        edge("PART_OF", UNIT, UNIT),
        edge("PART_OF", UNIT, PROGRAM),
        edge("LIKES", PERSON, PROJECT),
        edge("HOSTED_BY", PROJECT, OTHER),
        edge("HAS_METRIC", OTHER, METRIC, value_low=3, value_high=2, colour="红"),
    )
    graph = whole()
    graph = Graph(nodes=(*graph.nodes, *nodes), edges=(*graph.edges, *edges))
    found = validate(graph)
    assert len({one.message_en for one in found}) > len(nodes) + len(edges)
    assert {(one.id, one.severity, one.message_en) for one in found} == as_written(graph)


def test_no_rule_of_edges_looks_further_than_their_ends() -> None:
    """Or edges that look alike would have to be judged one by one: ``kg.shapes`` judges one of them."""
    import rdflib
    from rdflib import SH

    shapes = rdflib.Graph()
    for file in shape_files():
        shapes += load_file(file)
    assert (None, SH.node, None) not in shapes
    for path in set(shapes.objects(None, SH.path)):
        assert isinstance(path, rdflib.URIRef) or shapes.value(path, SH.inversePath) is not None
