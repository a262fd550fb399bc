"""The RDF export: what is written parses back the same, and simple questions have simple answers."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as some
from rdflib.compare import isomorphic

from kg.errors import ExportError
from kg.export.rdf import PREFIXES, to_rdf, to_turtle, write_rdf
from kg.model import Edge, Evidence, Graph, Node, Span
from kg.rdf import element_id, iri, statements
from kg.shapes import validate

WORDS = "钱若水，某省第九医院，影像科主任，获某省科学技术奖二等奖"


def words(start: int, end: int) -> Evidence:
    quote = WORDS[start:end]
    span = Span(start=start, end=end)
    return Evidence(document="doc_1", span=span, quote=quote, ingester="test", rule="LINE", confidence=0.9)


NODES = (
    Node(
        id="doc_1",
        label="Document",
        name="一份名单",
        properties={"source": "名单.txt", "sha256": "ab" * 32, "title": "一份名单", "media_type": "text/plain"},
    ),
    Node(id="per_1", label="Person", name="钱若水", aliases=("Qian Ruoshui",), evidence=(words(0, 3),)),
    Node(id="org_1", label="Organization", name="某省第九医院", properties={"kind": "hospital", "founded": "1958-09"}),
    Node(id="awa_1", label="Award", name="某省科学技术奖"),
    Node(
        id="pub_1", label="Publication", name='A "quoted" title \\ with 中文', properties={"impact_factor": 4.0, "year": 2021}
    ),
    Node(id="met_1", label="Metric", name="检查例数"),
)
EDGES = (
    Edge(
        id="aff_1",
        type="AFFILIATED_WITH",
        source="per_1",
        target="org_1",
        qualifiers={"position": "影像科主任", "years": (2019, 2021)},
        evidence=(words(0, 16), words(0, 10)),
    ),
    Edge(id="aut_1", type="AUTHORED", source="per_1", target="pub_1", qualifiers={"order": 1, "corresponding": True}),
    Edge(id="rec_1", type="RECEIVED", source="per_1", target="awa_1", qualifiers={"grade": "二等奖", "year": 2021}),
    Edge(id="has_1", type="HAS_METRIC", source="org_1", target="met_1", qualifiers={"value": 120000, "unit": "例"}),
)
GRAPH = Graph(nodes=NODES, edges=EDGES)


def ask(question: str) -> list[tuple[object, ...]]:
    """The rows of a SPARQL question over the export as another tool would read it."""
    read = rdflib.Graph().parse(data=to_turtle(GRAPH), format="turtle")
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
    names = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
    rows = read.query(prefixes + names + question)
    return sorted(tuple(rdflib.Literal(value).toPython() for value in row) for row in rows if isinstance(row, tuple))


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning:rdflib")
@pytest.mark.parametrize(("suffix", "form"), [(".ttl", "turtle"), (".nt", "nt"), (".jsonld", "json-ld"), (".rdf", "xml")])
def test_what_is_written_parses_back_the_same(tmp_path: Path, suffix: str, form: str) -> None:
    path = write_rdf(GRAPH, tmp_path / f"graph{suffix}")
    assert isomorphic(rdflib.Graph().parse(path, format=form), to_rdf(GRAPH))


def test_an_affiliation_is_one_plain_triple() -> None:
    assert ask('SELECT ?name WHERE { ?p rdfs:label "钱若水" ; :AFFILIATED_WITH ?o . ?o rdfs:label ?name }') == [
        ("某省第九医院",)
    ]


def test_and_one_plain_triple_in_the_field_s_own_words() -> None:
    assert ask(
        "SELECT ?name WHERE { ?p a foaf:Person ; schema:affiliation ?o . ?o a org:Organization ; rdfs:label ?name }"
    ) == [("某省第九医院",)]
    assert ask("SELECT ?who WHERE { ?paper dcterms:creator ?p . ?p rdfs:label ?who }") == [("钱若水",)]


def test_qualifiers_stand_on_the_statement() -> None:
    question = """SELECT ?position ?year WHERE {
        ?m a org:Membership, :AFFILIATED_WITH_Statement ; org:member ?p ; org:organization ?o .
        ?m :position ?position ; :years ?year }"""
    assert ask(question) == [("影像科主任", 2019), ("影像科主任", 2021)]
    assert ask("SELECT ?g ?y WHERE { ?r a vivo:AwardReceipt ; rdf:subject ?p ; :grade ?g ; :year ?y }") == [("二等奖", 2021)]


def test_a_sum_is_a_decimal_and_a_date_as_precise_as_stated() -> None:
    out = to_rdf(GRAPH)
    value = out.value(iri("has_1"), rdflib.URIRef(PREFIXES[""] + "value"))
    founded = out.value(iri("org_1"), rdflib.URIRef(PREFIXES[""] + "founded"))
    assert value == rdflib.Literal("120000.0", datatype=rdflib.XSD.decimal)
    assert founded == rdflib.Literal("1958-09", datatype=rdflib.XSD.gYearMonth)


def test_every_edge_leads_to_the_words_that_say_so() -> None:
    question = """SELECT ?quote ?start ?file ?rule WHERE {
        ?s a :AFFILIATED_WITH_Statement ; prov:wasDerivedFrom ?e . ?e prov:value ?quote ; :passageStart ?start ;
        prov:wasQuotedFrom ?d ; prov:wasGeneratedBy ?g . ?d :source ?file . ?g dcterms:identifier ?rule }"""
    assert ask(question) == [
        ("钱若水，某省第九医院", 0, "名单.txt", "test/LINE"),
        ("钱若水，某省第九医院，影像科主任"[:16], 0, "名单.txt", "test/LINE"),
    ]


def test_the_same_graph_gives_the_same_text() -> None:
    assert to_turtle(Graph(nodes=NODES[::-1], edges=EDGES[::-1])) == to_turtle(GRAPH)


def test_the_export_has_no_blank_nodes() -> None:
    terms = {term for triple in to_rdf(GRAPH) for term in triple}
    assert not [term for term in terms if isinstance(term, rdflib.BNode)]


def test_the_export_holds_what_the_shapes_look_at() -> None:
    assert set(statements(GRAPH)) <= set(to_rdf(GRAPH))


def test_the_export_keeps_the_shapes_too() -> None:
    """Someone else's validator, over the whole export, finds what ours finds: nothing."""
    import pyshacl

    from kg.ontology import shape_files

    shapes = rdflib.Graph()
    for path in shape_files():
        shapes.parse(path)
    conforms, _, text = pyshacl.validate(to_rdf(GRAPH), shacl_graph=shapes, inference="none")
    assert validate(GRAPH) == ()
    assert conforms, text


def test_an_unknown_format_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r'no RDF format is named "\.owl"; there are \.ttl, \.nt, \.jsonld, \.rdf'):
        write_rdf(GRAPH, tmp_path / "graph.owl")
    assert list(tmp_path.iterdir()) == []


@given(some.text(min_size=1))
def test_ids_come_back_from_their_iris(element: str) -> None:
    assert element_id(iri(element)) == element


@given(some.text(some.characters(exclude_categories=("Cs", "Cc")), min_size=1), some.floats(-1e15, 1e15))
def test_any_name_and_number_comes_back(name: str, value: float) -> None:
    nodes = (Node(id="met_1", label="Metric", name=name), Node(id="org_1", label="Organization", name="甲"))
    edges = (Edge(id="e", type="HAS_METRIC", source="org_1", target="met_1", qualifiers={"value": value, "comparator": name}),)
    graph = Graph(nodes=nodes, edges=edges)
    assert isomorphic(rdflib.Graph().parse(data=to_turtle(graph), format="turtle"), to_rdf(graph))
