"""From assertions to a graph: which names and mentions are one, told with reasons; the order of the assertions is no matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.decisions import Decision
from kg.model import Assertion, Document, Edge, Graph, Node, Span, sureness
from kg.resolve.edges import Claim, make_edges
from kg.resolve.intake import Intake, Mention, take_in
from kg.resolve.naming import join_names
from kg.resolve.nodes import make_nodes, thing_drafts, thing_merges
from kg.resolve.passages import Citations, passage_id, source_nodes
from kg.resolve.persons import find_people
from kg.resolve.report import Dropped, Merge, Namesakes, Resolution, Verdict, merges_told
from kg.resolve.tables import Tables

__all__ = ["Citations", "Dropped", "Merge", "Namesakes", "Resolution", "Verdict", "passage_id", "resolve"]


def resolve(
    assertions: Iterable[Assertion],
    documents: Iterable[Document],
    *,
    least: float = 0.0,
    decisions: Sequence[Decision] = (),
) -> Resolution:
    """The graph that these assertions make, and why; both are read once, the assertions first.

    Edges and nodes that no evidence makes as sure as ``least`` (a probability) are left out at the end, so that what stays is
    the same as in the whole graph, its ids and qualifiers included.

    The documents are those that the assertions speak of: each becomes a node, as do its passages that support something.
    Raises ResolveError where one is missing. What people decided (``decisions``, bound to the documents) goes before all rules.
    """
    intake = take_in(assertions)
    things, dropped, verdicts = join_names(intake, decisions)
    drafts = thing_drafts(intake, things)
    people = find_people(intake, things, decisions)
    everything = [*drafts.values(), *people.drafts]
    ids = {mention: draft.id for draft in everything for mention in draft.mentions}
    claims = list(_claims(intake, ids))
    made = list(make_nodes(everything, intake, people.properties()))
    nodes = [node for node in made if sureness(node.evidence) >= least]
    related = list(make_edges(one for one in claims if one.source != one.target))
    tables = Tables(made, related)
    dropped += _circular(claims, {node.id: node.name for node in made})
    sources: list[Edge] = []
    for more_nodes, more_edges in source_nodes(map(tables.hold, documents), _cited(nodes)):
        nodes += more_nodes
        sources += more_edges
    edges = [tables.marked(edge) for edge in related if sureness(edge.evidence) >= least]
    return Resolution(
        graph=_graph(nodes, [*edges, *sources]),
        merges=merges_told([*thing_merges(drafts, things, intake), *people.merges]),
        namesakes=tuple(sorted(people.namesakes, key=lambda one: (one.name, one.ids))),
        dropped=tuple(sorted(set(dropped), key=lambda one: (one.document, one.assertion, one.reason, one.rule))),
        verdicts=tuple(sorted([*verdicts, *people.verdicts], key=lambda one: one.decision.line)),
    )


def _claims(intake: Intake, ids: Mapping[Mention, str]) -> Iterable[Claim]:
    for subject, predicate, target, qualifiers, words in intake.statements:
        yield Claim(predicate, ids[subject], ids[target], qualifiers, words)


def _circular(claims: Iterable[Claim], names: Mapping[str, str]) -> list[Dropped]:
    return [
        Dropped(
            document=claim.evidence.document,
            assertion=f"{names[claim.source]} -{claim.predicate}-> {names[claim.target]}",
            reason="both ends are one thing",
            rule=claim.evidence.rule,
        )
        for claim in claims
        if claim.source == claim.target
    ]


def _cited(nodes: Iterable[Node]) -> dict[str, set[Span]]:
    """The words behind these nodes, by document; those behind their edges are among them."""
    cited: dict[str, set[Span]] = {}
    for node in nodes:
        for words in node.evidence:
            cited.setdefault(words.document, set()).add(words.span)
    return cited


def _graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> Graph:
    return Graph(
        nodes=tuple(sorted(nodes, key=lambda node: node.id)),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
    )
