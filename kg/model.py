"""The types that flow through the system: documents, assertions with evidence, and the graph made of them.

Offsets are half-open and count code points of ``Document.text``. Everything is frozen; nothing here knows a file, a
store or the ontology.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

__all__ = [
    "Alias",
    "Assertion",
    "Attribute",
    "Cell",
    "Document",
    "Edge",
    "EntityRef",
    "Evidence",
    "Fact",
    "Graph",
    "Node",
    "Passage",
    "Span",
    "Table",
    "Value",
    "sureness",
]

Value = str | int | float | bool | tuple[str, ...] | tuple[int, ...] | tuple[float, ...]
"""What a qualifier or a property can hold: what both engines, JSON and RDF can hold."""

_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch of ``Document.text``, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}-{self.end}: a span starts at 0 or later and ends no earlier than it starts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document that is read as one: kind is heading, paragraph, item or row; pages count from 1."""

    index: int
    kind: str
    span: Span
    page: int | None = None
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table. Rows and columns count from 0; a merged cell spans several."""

    span: Span
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose cells the file itself tells (HTML, Word, ruled PDF, tab-separated text); caption is its own line's span."""

    index: int
    span: Span
    cells: tuple[Cell, ...]
    page: int | None = None
    caption: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as it was read: one string, with passages and tables as spans over it.

    ``source`` is the file's name; ``sha256`` is of the file's bytes and ``id`` is made of it.
    """

    id: str
    source: str
    sha256: str
    media_type: str
    title: str
    text: str
    passages: tuple[Passage, ...]
    tables: tuple[Table, ...] = ()
    reader: str = ""
    publisher: str = ""
    """The organisation on whose site it stood, for whom 我院 speaks; "" where the file does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that say so: ``document.text[span] == quote``. Confidence is a probability, 0 to 1."""

    document: str
    span: Span
    quote: str
    ingester: str
    rule: str
    confidence: float = 1.0


def sureness(evidence: Iterable[Evidence]) -> float:
    """The confidence of what these pieces (at least one) state: that of the surest, since errors are not independent."""
    return max(float(one.confidence) for one in evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRef:
    """A thing as a document names it, before resolution, line-break spaces healed.

    ``context`` tells namesakes apart where the document does: for a Person, the institution stated at that mention.
    """

    label: str
    name: str
    context: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Subject, predicate, object, as stated by the evidence."""

    subject: EntityRef
    predicate: str
    object: EntityRef
    evidence: Evidence
    qualifiers: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A property of a thing, as stated by the evidence."""

    subject: EntityRef
    name: str
    value: Value
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """Another name of a thing that holds outside its document too ("河北医大四院"; never "我院")."""

    of: EntityRef
    name: str
    evidence: Evidence


Assertion = Fact | Attribute | Alias


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A resolved thing. Its id is a content hash of its label and key; aliases are sorted and exclude the name."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A resolved relation. Its id is a content hash of its type, ends and identifying qualifiers."""

    id: str
    type: str
    source: str
    target: str
    qualifiers: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """Nodes and edges, each sorted by id. Documents and the passages that support something are nodes too."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
