"""What documents say that cannot all be true: everything is kept with its words, and listed here."""

from __future__ import annotations

from collections.abc import Iterable

from kg.conflicts.beside import contested_edges, contested_figures, contested_properties
from kg.conflicts.report import Conflict, Saying
from kg.conflicts.tables import against_tables
from kg.model import Assertion, Graph

__all__ = ["Conflict", "Saying", "conflicts"]


def conflicts(graph: Graph, assertions: Iterable[Assertion]) -> tuple[Conflict, ...]:
    """All contradictions of a graph, sorted; the assertions are those that it was made of, read once."""
    found = [
        *contested_edges(graph),
        *contested_figures(graph),
        *contested_properties(graph, assertions),
        *against_tables(graph),
    ]
    return tuple(sorted(found, key=lambda one: (one.kind, one.what, one.name, repr(one.said))))
