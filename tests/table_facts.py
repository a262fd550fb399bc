"""What the ingesters of tables say of a document, as sorted lines; run as a module, it writes the golden files anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ingest.conference import ConferenceIngester
from ingest.grant import GrantIngester
from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from ingest.society import SocietyIngester
from kg.codec import content_id, dumps, plain
from kg.model import Alias, Assertion, Attribute, Document, Fact, Passage, Span

__all__ = ["DATA", "assertions", "document_of", "facts", "golden_lines"]

DATA = Path(__file__).parent / "data" / "tables"
TOPICS = frozenset({"CONCERNS", "TARGETS"})
"""Predicates that depend on the ontology's terms, which grow: golden files leave them out."""


def document_of(text: str) -> Document:
    """A document made of text as it stands, a passage a line, so that a layout can be tried without a file."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    passages: list[Passage] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage(index=len(passages), kind="paragraph", span=Span(start=start, end=start + len(line))))
        start += len(line) + 1
    return Document(
        id=content_id("Document", sha256),
        source="made.txt",
        sha256=sha256,
        media_type="text/plain",
        title="",
        text=text,
        passages=tuple(passages),
    )


def assertions(document: Document) -> Iterator[Assertion]:
    """What the ingesters of tables say, each quote held against the document."""
    for ingester in (ConferenceIngester(), GrantIngester(), SocietyIngester(), ListingIngester()):
        if ingester.accepts(document):
            for assertion in ingester.ingest(document, pipeline()):
                span = assertion.evidence.span
                assert document.text[span.start : span.end] == assertion.evidence.quote
                yield assertion


def facts(document: Document, *, predicates: frozenset[str] | None = None) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of the facts, of all predicates but topics unless some are asked for."""
    return {
        (fact.subject.name, fact.predicate, fact.object.name)
        for fact in assertions(document)
        if isinstance(fact, Fact) and (fact.predicate in predicates if predicates is not None else fact.predicate not in TOPICS)
    }


def golden_lines(path: Path) -> list[str]:
    """The golden lines of a document: its facts without topics, its attributes and aliases."""
    return sorted({line for line in map(_line, assertions(read_document(path))) if line})


def _line(assertion: Assertion) -> str:
    match assertion:
        case Fact(subject=subject, predicate=predicate, object=target, qualifiers=qualifiers):
            ends = [[subject.label, subject.name, subject.context], predicate, [target.label, target.name]]
            return "" if predicate in TOPICS else dumps([*ends, plain(qualifiers), assertion.evidence.rule])
        case Attribute(subject=subject, name=name, value=value):
            return dumps([[subject.label, subject.name], name, plain({"value": value})["value"]])
        case Alias(of=of, name=name):
            return dumps([[of.label, of.name], "alias", name])


def _write() -> None:
    for path in sorted(DATA.glob("*.txt")) + sorted(DATA.glob("*.html")):
        path.with_suffix(".facts.jsonl").write_text("\n".join(golden_lines(path)) + "\n", "utf-8")


if __name__ == "__main__":
    _write()
