"""The ledger of a document: what was read, what it gave, and what it did not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.coverage.silent import Silent, Stretches, silent
from kg.coverage.stated import Contested, contested
from kg.model import Assertion, Document, Fact, Graph, Passage

__all__ = ["Coverage", "Section", "cover"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The passages under one heading (its headings from the outermost on), how many gave nothing, and what they gave."""

    headings: tuple[str, ...]
    passages: int
    silent: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What became of one document; ``read`` counts its passages by kind, ``facts`` by predicate, ``rules`` all statements.

    ``share`` is the part of its characters, headings aside, that lie in passages which gave a statement: 0 to 1.
    """

    document: str
    source: str
    title: str
    characters: int
    read: Mapping[str, int]
    tables: int
    share: float
    statements: int
    facts: Mapping[str, int]
    rules: Mapping[str, int]
    sections: tuple[Section, ...]
    silent: tuple[Silent, ...]
    contested: tuple[Contested, ...]


def cover(document: Document, assertions: Sequence[Assertion], graph: Graph) -> Coverage:
    """The ledger of a document, from the assertions that are its own and the graph that all documents make."""
    stated = Stretches(one.evidence.span for one in assertions)
    return Coverage(
        document=document.id,
        source=document.source,
        title=document.title,
        characters=len(document.text),
        read=_counted(passage.kind for passage in document.passages),
        tables=len(document.tables),
        share=_share(document, stated),
        statements=len(assertions),
        facts=_counted(one.predicate for one in assertions if isinstance(one, Fact)),
        rules=_counted(one.evidence.rule for one in assertions),
        sections=tuple(_sections(document, stated, assertions)),
        silent=tuple(silent(document, stated)),
        contested=contested(graph, document.id, assertions),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    """The most frequent first, equals by name."""
    return dict(sorted(Counter(names).items(), key=lambda one: (-one[1], one[0])))


def _share(document: Document, stated: Stretches) -> float:
    body = [passage.span for passage in document.passages if passage.kind != "heading"]
    characters = sum(span.end - span.start for span in body)
    return sum(span.end - span.start for span in body if stated.touch(span)) / characters if characters else 0.0


def _sections(document: Document, stated: Stretches, assertions: Iterable[Assertion]) -> Iterable[Section]:
    passages: dict[tuple[str, ...], list[Passage]] = {}
    for passage in document.passages:
        if passage.kind != "heading":
            passages.setdefault(passage.headings, []).append(passage)
    starts = sorted(one.evidence.span.start for one in assertions)
    for headings, within in passages.items():
        yield Section(
            headings=headings,
            passages=len(within),
            silent=sum(not stated.touch(passage.span) for passage in within),
            statements=sum(_between(starts, passage) for passage in within),
        )


def _between(starts: Sequence[int], passage: Passage) -> int:
    """How many statements begin within a passage."""
    return bisect_left(starts, passage.span.end) - bisect_left(starts, passage.span.start)
