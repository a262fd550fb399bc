"""The evidence of a node or an edge as files carry it: all of it as rows, and its surest piece in plain columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.codec import dumps
from kg.errors import ResolveError
from kg.model import Evidence, Graph, Value
from kg.resolve import Citations

__all__ = ["SUMMARY", "Cited"]

SUMMARY = {
    "evidence_count": "integer",
    "quote": "string",
    "quoted_from": "string",
    "rule": "string",
    "confidence": "decimal",
    "evidence": "string",
}
"""The columns of ``Cited.summary`` and their types; ``quoted_from`` is the document's file, ``evidence`` all of it as JSON."""


class Cited:
    """What the evidence of a graph cites."""

    def __init__(self, graph: Graph) -> None:
        self._citations = Citations(graph)
        self._files = {
            node.id: str(node.properties.get("source", node.name)) for node in graph.nodes if node.label == "Document"
        }

    def rows(self, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
        """``{doc, start, end, quote, page, ingester, rule, confidence}`` a piece; page is null where there are no pages."""
        return [
            {
                "doc": one.document,
                "start": one.span.start,
                "end": one.span.end,
                "quote": one.quote,
                "page": self._page(one),
                "ingester": one.ingester,
                "rule": one.rule,
                "confidence": one.confidence,
            }
            for one in evidence
        ]

    def summary(self, evidence: tuple[Evidence, ...]) -> dict[str, Value]:
        """How many pieces there are, the surest (of equals the first) and all; nothing where there is none."""
        if not evidence:
            return {}
        surest = max(evidence, key=lambda one: one.confidence)
        return {
            "evidence_count": len(evidence),
            "quote": surest.quote,
            "quoted_from": self._files.get(surest.document, surest.document),
            "rule": surest.rule,
            "confidence": float(surest.confidence),
            "evidence": dumps(self.rows(evidence)),
        }

    def _page(self, evidence: Evidence) -> Value | None:
        try:
            return self._citations.passage(evidence).properties.get("page")
        except ResolveError:
            return None
