"""Golden facts of documents, held against a graph that was exported: which facts were found, which edges are right.

A golden file is JSON Lines. Its first line says which predicates it states exhaustively ("closed") and what is neither
asked nor wrong ("not_scored_facts"); then a fact a line (s, p, o, q, ev), and names that mean the same ("alias", "of").
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kg.cli import cli

__all__ = ["Exported", "Golden", "Held", "held", "table"]

Row = dict[str, Any]
_BASIS = "basis"
"""The qualifier that says which field told; two readers may call it differently."""


@dataclass(frozen=True)
class Golden:
    """The golden facts of one document."""

    document: str
    closed: frozenset[str]
    facts: tuple[Row, ...]
    allowed: tuple[Row, ...]
    names: dict[tuple[str, str], frozenset[str]]

    @classmethod
    def read(cls, path: Path) -> Golden:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        names: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in rows:
            if "alias" in row:
                names[row["of"][0], fold(row["of"][1])].add(fold(row["alias"][1]))
        return cls(
            document=rows[0]["doc"],
            closed=frozenset(rows[0]["closed"]),
            facts=tuple(row for row in rows if "p" in row),
            allowed=tuple(rows[0].get("not_scored_facts", ())),
            names={key: frozenset(forms) for key, forms in names.items()},
        )

    def forms(self, end: list[str]) -> set[str]:
        """The names that mean an end of a fact, folded."""
        label, name = end
        return {fold(name)} | self.names.get((label, fold(name)), frozenset())


@dataclass(frozen=True)
class Exported:
    """The nodes of an exported graph by id, and its edges by the document that says them."""

    nodes: dict[str, Row]
    edges: dict[str, list[Row]]

    @classmethod
    def built(cls, documents: Path, home: Path) -> Exported:
        """The graph of a folder's documents, built and exported by the command."""
        for arguments in (["build", str(documents), "--store", str(home / "graph")], ["export", str(home / "export")]):
            done = CliRunner().invoke(cli, [*arguments, "--home", str(home)])
            assert done.exit_code == 0, done.output
        return cls.read(home / "export")

    @classmethod
    def read(cls, folder: Path) -> Exported:
        nodes = {row["id"]: row for row in map(json.loads, (folder / "nodes.jsonl").read_text("utf-8").splitlines())}
        edges: dict[str, list[Row]] = defaultdict(list)
        for edge in map(json.loads, (folder / "edges.jsonl").read_text("utf-8").splitlines()):
            for document in sorted({Path(nodes[one["doc"]]["source"]).stem for one in edge.get("evidence", ())}):
                edges[document].append(edge)
        return cls(nodes, dict(edges))

    def is_one_of(self, node: str, label: str, forms: set[str]) -> bool:
        """Whether a node has the label and one of the folded names."""
        row = self.nodes[node]
        return label in row["category"] and bool(forms & {fold(name) for name in [row["name"], *row.get("aliases", ())]})


@dataclass
class Held:
    """What came of one document: counts, and what to read where they fall short."""

    document: str
    asked: int = 0
    found: int = 0
    edges: int = 0
    right: int = 0
    qualifiers: int = 0
    qualifiers_right: int = 0
    complaints: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.edges if self.edges else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.asked if self.asked else 1.0

    def __add__(self, other: Held) -> Held:
        return Held(
            document="all",
            asked=self.asked + other.asked,
            found=self.found + other.found,
            edges=self.edges + other.edges,
            right=self.right + other.right,
            qualifiers=self.qualifiers + other.qualifiers,
            qualifiers_right=self.qualifiers_right + other.qualifiers_right,
            complaints=self.complaints + other.complaints,
        )


def fold(text: str) -> str:
    """A name without what typesetting varies: width, case, blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


def held(golden: Golden, exported: Exported) -> Held:
    """The closed facts of a golden file against the edges that its document says."""
    told = Held(golden.document)
    edges = [edge for edge in exported.edges.get(golden.document, ()) if edge["predicate"] in golden.closed]
    right: set[int] = set()
    for (s, p, o, _), stated in _by_fact(golden).items():
        matching = [i for i, edge in enumerate(edges) if _is(golden, exported, edge, (json.loads(s), p, json.loads(o)))]
        told.asked += 1
        told.found += bool(matching)
        right |= set(matching)
        if not matching:
            told.complaints.append(f"missed   {golden.document}  {s} {p} {o}")
        elif lacking := list(_lacking(stated, [edges[i] for i in matching], told)):
            told.complaints.append(f"differs  {golden.document}  {s} {p} {o}: {lacking}")
    for fact in golden.allowed:
        right |= {i for i, edge in enumerate(edges) if _is(golden, exported, edge, (fact["s"], fact["p"], fact["o"]))}
    told.edges, told.right = len(edges), len(right)
    for i, edge in enumerate(edges):
        if i not in right:
            ends = [exported.nodes[edge[end]]["name"] for end in ("subject", "object")]
            told.complaints.append(f"wrong    {golden.document}  {ends[0]} {edge['predicate']} {ends[1]}")
    return told


def table(rows: list[Held]) -> str:
    """The counts as a table, all documents together last, and every complaint below."""
    lines = [f"{'document':24}{'facts':>7}{'found':>7}{'recall':>8}{'edges':>7}{'right':>7}{'prec.':>8}{'qual.':>8}"]
    for one in [*rows, sum(rows[1:], rows[0])]:
        share = one.qualifiers_right / one.qualifiers if one.qualifiers else 1.0
        counts = f"{one.asked:7}{one.found:7}{one.recall:8.3f}{one.edges:7}{one.right:7}{one.precision:8.3f}{share:8.3f}"
        lines.append(f"{one.document:24}{counts}")
    return "\n".join([*lines, *(complaint for one in rows for complaint in one.complaints)])


def _by_fact(golden: Golden) -> dict[tuple[str, str, str, str], list[Row]]:
    """The closed facts, those that differ in qualifiers only together, except honours: each honour is one."""
    found: dict[tuple[str, str, str, str], list[Row]] = defaultdict(list)
    for fact in golden.facts:
        if fact["p"] in golden.closed:
            apart = json.dumps(fact["q"], sort_keys=True) if fact["p"] == "RECEIVED" else ""
            key = (json.dumps(fact["s"], ensure_ascii=False), fact["p"], json.dumps(fact["o"], ensure_ascii=False), apart)
            found[key].append(fact["q"])
    return dict(found)


def _is(golden: Golden, exported: Exported, edge: Row, fact: tuple[list[str], str, list[str]]) -> bool:
    s, p, o = fact
    return (
        edge["predicate"] == p
        and exported.is_one_of(edge["subject"], s[0], golden.forms(s))
        and exported.is_one_of(edge["object"], o[0], golden.forms(o))
    )


def _lacking(stated: list[Row], edges: list[Row], told: Held) -> Iterator[str]:
    for name, value in ((name, value) for row in stated for name, value in row.items() if name != _BASIS):
        said = [edge[name] for edge in edges if edge.get(name) is not None]
        same = any(_plain(value) == _plain(one) for one in said)
        told.qualifiers += 1
        told.qualifiers_right += same
        if not same:
            yield f"{name} is {said or 'missing'}, not {value}"


def _plain(value: object) -> str:
    return fold(str(value[0] if isinstance(value, list) and len(value) == 1 else value)).replace("、", ",")
