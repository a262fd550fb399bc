"""Figures of department pages, plans, reviews, news and reports against what a careful reader finds in each.

The documents were written in two rounds, each before the rules had been run on it; what a round showed was then put right
by general rules. Recall and precision when first read: 0.292 and 0.700 (seven documents, k), 0.618 and 0.829 (four, l).
A page of a new kind is to be expected near the second round, not where the table that this test prints now stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.golden_facts import Exported, Golden, Row, fold

TEXTS = Path(__file__).parent / "data" / "unseen" / "figures"
GOLDEN = sorted(TEXTS.glob("*.facts.jsonl"))
RECALL, PRECISION = 0.92, 0.96
"""The least over all documents."""
_SAID = ("bound", "rank")
"""Qualifiers that change what a value means, so that one that differs is a fact missed."""


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    return Exported.built(TEXTS, tmp_path_factory.mktemp("figures"))


def test_figures_are_found_and_are_whose_they_are(exported: Exported) -> None:
    asked = missed = edges = wrong = 0
    complaints: list[str] = []
    for path in GOLDEN:
        golden = Golden.read(path)
        told = [edge for edge in exported.edges.get(golden.document, ()) if edge["predicate"] == "HAS_METRIC"]
        lacking = [fact for fact in golden.facts if not any(_states(exported, edge, fact) for edge in told)]
        stray = [edge for edge in told if not any(_states(exported, edge, fact) for fact in golden.facts)]
        asked, missed = asked + len(golden.facts), missed + len(lacking)
        edges, wrong = edges + len(told), wrong + len(stray)
        complaints += [f"missed {golden.document} {fact['s'][1]} {fact['o'][1]} {fact['q']}" for fact in lacking]
        complaints += list(_strays(exported, golden.document, stray))
    print("\n".join([f"\nfound {asked - missed} of {asked}, right {edges - wrong} of {edges}", *complaints]))
    assert asked > 170
    assert missed <= (1 - RECALL) * asked, "\n".join(complaints)
    assert wrong <= (1 - PRECISION) * edges, "\n".join(complaints)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name.split(".")[0])
def test_golden_figures_quote_their_document(path: Path) -> None:
    words = "".join(path.with_name(path.name.split(".")[0] + ".txt").read_text("utf-8").split())
    quoted = [row["ev"] for row in map(json.loads, path.read_text("utf-8").splitlines()) if "ev" in row]
    assert len(quoted) > 10
    assert [quote for quote in quoted if "".join(quote.split()) not in words] == []


def _states(exported: Exported, edge: Row, fact: dict[str, Any]) -> bool:
    """Whether an edge states a figure: of the same thing, with the same value, unit, bound and rank."""
    said = fact["q"]
    return (
        exported.is_one_of(edge["subject"], fact["s"][0], {fold(fact["s"][1])})
        and abs(edge["value"] - said["value"]) < 1e-6
        and fold(edge.get("unit", "")) == fold(said["unit"])
        and all(edge.get(name) == said[name] for name in _SAID if name in said)
    )


def _strays(exported: Exported, document: str, edges: list[Row]) -> Iterator[str]:
    for edge in edges:
        ends = [exported.nodes[edge[end]]["name"] for end in ("subject", "object")]
        yield f"wrong  {document} {ends[0]} {ends[1]} {edge['value']} {edge.get('unit', '')}"
