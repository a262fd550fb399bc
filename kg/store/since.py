"""From which year on what an edge states can have held, as far as the documents tell."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Graph, Value

__all__ = ["since"]

_DATING = {("Publication", "PUBLISHED_IN"), ("Grant", "FUNDED_BY")}
"""A thing without a year of its own has the earliest that these edges from it tell."""

_YEARS = ("year", "year_stated", "years", "start", "date")


def since(graph: Graph) -> dict[str, int]:
    """By edge id, the latest of three: its own (earliest) year, and those of both its ends; edges without any are left out.

    A person works on a paper no earlier than the paper is there, whatever the edge itself says.
    """
    labels = {node.id: node.label for node in graph.nodes}
    own = {edge.id: year for edge in graph.edges if (year := _earliest(edge.qualifiers))}
    dated = (node for node in graph.nodes if node.label != "Passage")
    begins = {node.id: year for node in dated if (year := _earliest(node.properties))}
    told: dict[str, list[int]] = {}
    for edge in graph.edges:
        if edge.id in own and edge.source not in begins and (labels.get(edge.source), edge.type) in _DATING:
            told.setdefault(edge.source, []).append(own[edge.id])
    begins |= {thing: min(years) for thing, years in told.items()}
    years = {edge.id: max(own.get(edge.id, 0), begins.get(edge.source, 0), begins.get(edge.target, 0)) for edge in graph.edges}
    return {ident: year for ident, year in years.items() if year}


def _earliest(told: Mapping[str, Value]) -> int:
    """The least year among those of an edge or a node; 0 where it has none."""
    values = [told[name] for name in _YEARS if name in told]
    flat = [one for value in values for one in (value if isinstance(value, tuple) else (value,))]
    return min((year for one in flat if (year := _year(one))), default=0)


def _year(value: Value) -> int:
    """A year as a whole number or as the beginning of a date.

    >>> _year(2019), _year("2012-05-08"), _year(12345), _year("春")
    (2019, 2012, 0, 0)
    """
    if isinstance(value, str):
        value = int(value[:4]) if value[:4].isdecimal() else 0
    return value if isinstance(value, int) and 1000 <= value < 3000 else 0
