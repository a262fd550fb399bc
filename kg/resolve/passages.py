"""The way from a graph back to the words: documents, and the passages that support something, as nodes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kg.codec import content_id
from kg.errors import ResolveError
from kg.model import Document, Edge, Evidence, Graph, Node, Passage, Span, Value

__all__ = ["PASSAGE", "Citations", "passage_id", "source_nodes"]

PASSAGE = "PASSAGE"
"""The rule of the edge from a passage to its document."""

_NAME_LENGTH = 24


class Citations:
    """Which passages of a graph hold a piece of evidence.

    Raises ResolveError when asked for evidence that no passage of the graph holds.
    """

    def __init__(self, graph: Graph) -> None:
        self._starts: dict[str, list[int]] = {}
        self._passages: dict[str, list[tuple[int, int, Node]]] = {}
        for node in graph.nodes:
            if node.label == "Passage":
                place = _integer(node, "start"), _integer(node, "end"), node
                self._passages.setdefault(str(node.properties["document"]), []).append(place)
        for document, passages in self._passages.items():
            passages.sort(key=lambda passage: passage[:2])
            self._starts[document] = [passage[0] for passage in passages]

    def passage(self, evidence: Evidence) -> Node:
        """The passage in which the evidence begins."""
        passages = self._passages.get(evidence.document, [])
        at = bisect_right(self._starts.get(evidence.document, []), evidence.span.start) - 1
        for start, end, node in (*passages[at::-1], *passages[at + 1 :]) if at >= 0 else passages:
            if start < evidence.span.end and evidence.span.start < end:
                return node
        where = f"{evidence.document}, {evidence.span.start}-{evidence.span.end}"
        raise ResolveError(f"{where}: no passage of the graph holds this evidence; resolve the facts again")

    def reference(self, evidence: Evidence) -> str:
        """The evidence as the stores keep it: ``<passage id>@<start>-<end>``, offsets in the document."""
        return f"{self.passage(evidence).id}@{evidence.span.start}-{evidence.span.end}"


def passage_id(document: str, span: Span) -> str:
    """The id of the passage node of a stretch of a document."""
    return content_id("Passage", document, str(span.start), str(span.end))


def source_nodes(documents: Iterable[Document], cited: Mapping[str, set[Span]]) -> Iterator[tuple[list[Node], list[Edge]]]:
    """For each document its node, the nodes of the passages that the ``cited`` spans lie in, and the edges between them.

    Raises ResolveError where a cited document is not among the documents.
    """
    seen: set[str] = set()
    for document in documents:
        seen.add(document.id)
        passages = _supporting(document, cited.get(document.id, set()))
        nodes = [_document_node(document), *(_passage_node(document, passage) for passage in passages)]
        yield nodes, [_edge(document, passage) for passage in passages]
    if missing := sorted(cited.keys() - seen):
        raise ResolveError(f"facts speak of {len(missing)} documents that were not given, {missing[0]} first; give them all")


def _supporting(document: Document, spans: Iterable[Span]) -> list[Passage]:
    """The passages that these spans touch; words that lie in none are a passage of their own."""
    order = sorted(document.passages, key=lambda passage: passage.span)
    nested = any(after.span.start < before.span.end for before, after in pairwise(order))
    ends = [passage.span.end for passage in order]
    found: dict[Span, Passage] = {}
    for span in spans:
        first = 0 if nested else bisect_right(ends, span.start)
        touched = False
        for passage in order[first:]:
            if passage.span.start >= span.end:
                break
            if span.start < passage.span.end:
                found[passage.span] = passage
                touched = True
        if not touched:
            found[span] = Passage(index=-1, kind="words", span=span)
    return [found[span] for span in sorted(found)]


def _document_node(document: Document) -> Node:
    properties: dict[str, Value] = {
        "source": document.source,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "title": document.title,
    }
    if document.reader:
        properties["reader"] = document.reader
    return Node(id=document.id, label="Document", name=document.title or document.source, properties=properties)


def _passage_node(document: Document, passage: Passage) -> Node:
    start, end = passage.span.start, passage.span.end
    text = document.text[start:end]
    properties: dict[str, Value] = {"document": document.id, "start": start, "end": end, "text": text}
    if passage.page is not None:
        properties["page"] = passage.page
    line = " ".join(text.split())
    name = line if len(line) <= _NAME_LENGTH else line[:_NAME_LENGTH] + "…"
    return Node(id=passage_id(document.id, passage.span), label="Passage", name=name, properties=properties)


def _edge(document: Document, passage: Passage) -> Edge:
    source = passage_id(document.id, passage.span)
    quote = document.text[passage.span.start : passage.span.end]
    words = Evidence(document=document.id, span=passage.span, quote=quote, ingester=document.reader, rule=PASSAGE)
    return Edge(
        id=content_id("IN_DOCUMENT", source, document.id),
        type="IN_DOCUMENT",
        source=source,
        target=document.id,
        evidence=(words,),
    )


def _integer(node: Node, name: str) -> int:
    value = node.properties[name]
    if not isinstance(value, int):
        raise ResolveError(f"passage {node.id}: {name} is {value!r}, no whole number; resolve the facts again")
    return value
