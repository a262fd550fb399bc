"""How often each rule is right, counted over every document that a careful reader has judged.

``python -m tests.confidence`` writes ``ingest/confidence.tsv`` anew (about half a minute). Run it beside the folder ``shared/``
where there is one: without it the real documents are not counted. What is judged, fact by fact:

- documents with gold facts (a first line with "closed"): an edge is right where the gold has it, wrong where the gold lacks it
  and its predicate is closed, unjudged where it is open; each rule that an edge rests on is counted once;
- documents with golden facts (what an ingester says, read by a person before it was committed): a fact that stands there
  is right, and of others nothing is known;
- ``tests/data/read_by_hand.tsv``: facts that a person read on pages that are not ours to keep.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ingest.confidence import COLUMNS, TABLE, estimate
from ingest.nlp import pipeline
from ingest.pipeline import documents_in, read_assertions, read_document
from kg.model import Assertion, Document, Fact
from kg.resolve import resolve
from kg.score import hold, read_gold

__all__ = ["ROOT", "Counts", "average", "counted", "rules_on_test_documents", "table"]

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
BY_HAND = ROOT / "tests" / "data" / "read_by_hand.tsv"
_Read = tuple[Document, list[Assertion]]
_Stated = tuple[str, str, str, str, str]


@dataclass
class Counts:
    """Facts by rule: those that are right, those that were judged, those that could not be, and all rules that spoke."""

    right: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    unjudged: Counter[str] = field(default_factory=Counter)
    rules: set[str] = field(default_factory=set)

    def take(self, rules: Iterable[str], *, right: bool | None) -> None:
        """Count one fact for each rule that it rests on."""
        for rule in set(rules):
            self.unjudged[rule] += right is None
            self.judged[rule] += right is not None
            self.right[rule] += right is True


def counted() -> Counts:
    """The counts over all documents that are here."""
    counts = Counts()
    for folder in (*_folders(), ROOT / "examples", SHARED / "corpus"):
        if folder.is_dir():
            read = _read(folder)
            counts.rules |= {one.evidence.rule for _, assertions in read for one in assertions}
            _take_gold(read, _gold(folder), counts)
            _take_golden(read, folder, counts)
    _take_by_hand(counts)
    return counts


def rules_on_test_documents() -> frozenset[str]:
    """The rules that speak on the documents in ``tests/data``."""
    return frozenset(one.evidence.rule for folder in _folders() for _, assertions in _read(folder) for one in assertions)


def table(counts: Counts) -> str:
    """The lines of ``ingest/confidence.tsv``."""
    lines = ["\t".join(COLUMNS)]
    for rule in sorted(counts.rules):
        numbers = counts.right[rule], counts.judged[rule], counts.unjudged[rule]
        lines.append("\t".join([rule, *map(str, numbers), f"{estimate(*numbers):.3f}"]))
    return "\n".join(lines) + "\n"


def average(counts: Counts) -> float:
    """How sure the facts of these documents are on average; to be held against the precision of documents first read."""
    facts = {rule: counts.judged[rule] + counts.unjudged[rule] for rule in counts.rules}
    sure = sum(
        count * estimate(counts.right[rule], counts.judged[rule], counts.unjudged[rule]) for rule, count in facts.items()
    )
    return sure / max(sum(facts.values()), 1)


def _folders() -> tuple[Path, ...]:
    """The folders of ``tests/data`` that hold documents; the documents of a folder are resolved together."""
    return tuple(sorted({path.parent for path in documents_in([ROOT / "tests" / "data"])}))


@cache
def _read(folder: Path) -> tuple[_Read, ...]:
    documents = (read_document(path) for path in documents_in([folder]) if path.parent == folder)
    return tuple((document, read_assertions(document, pipeline())[0]) for document in documents)


def _gold(folder: Path) -> list[Path]:
    found = [path for path in sorted(folder.glob("*.jsonl")) if '"closed"' in path.read_text("utf-8").partition("\n")[0]]
    return sorted((SHARED / "gold").glob("*.jsonl")) if folder.parent == SHARED else found


def _take_gold(read: Iterable[_Read], gold: list[Path], counts: Counts) -> None:
    if gold:
        assertions = [one for _, said in read for one in said]
        graph = resolve(assertions, [document for document, _ in read]).graph
        for edge in hold(graph, read_gold(gold)).judged:
            counts.take((words.rule for words in edge.evidence), right=edge.right)


def _take_golden(read: Iterable[_Read], folder: Path, counts: Counts) -> None:
    for document, assertions in read:
        golden = frozenset(_golden(folder, Path(document.source).stem))
        for one in assertions:
            if isinstance(one, Fact) and _stated(one) in golden:
                counts.take([one.evidence.rule], right=True)


def _take_by_hand(counts: Counts) -> None:
    for line in BY_HAND.read_text("utf-8").splitlines()[1:]:
        rule, right, judged, _ = line.split("\t")
        counts.right[rule] += int(right)
        counts.judged[rule] += int(judged)


def _golden(folder: Path, stem: str) -> Iterator[_Stated]:
    """The facts of a golden file: objects with s, p, o, or lists of the same."""
    paths = [path for path in (folder / f"{stem}.jsonl", folder / f"{stem}.facts.jsonl") if path.is_file()]
    for path in set(paths) - set(_gold(folder)):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            match row:
                case {"s": [label, name], "p": predicate, "o": [kind, target]}:
                    yield label, name, predicate, kind, target
                case [[label, name, _], predicate, [kind, target], *_]:
                    yield label, name, predicate, kind, target


def _stated(fact: Fact) -> _Stated:
    return fact.subject.label, fact.subject.name, fact.predicate, fact.object.label, fact.object.name


if __name__ == "__main__":
    if not SHARED.is_dir():
        print(f"no folder {SHARED.name}/ beside the project: the real documents are not counted", file=sys.stderr)
    found = counted()
    TABLE.write_text(table(found), "utf-8")
    print(f"{len(found.rules)} rules; their facts are {average(found):.3f} sure on average")
