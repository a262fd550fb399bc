"""How assertions and documents become rows and come back, unchanged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kg.codec import dumps, plain
from kg.model import (
    Alias,
    Assertion,
    Attribute,
    Cell,
    Document,
    EntityRef,
    Evidence,
    Fact,
    Passage,
    Span,
    Table,
    Value,
)

__all__ = ["ASSERTION_COLUMNS", "DOCUMENT_COLUMNS", "assertion_of", "assertion_row", "document_of", "document_row"]

ASSERTION_COLUMNS = {
    "document": "VARCHAR",
    "start_at": "INTEGER",
    "end_at": "INTEGER",
    "rule": "VARCHAR",
    "ingester": "VARCHAR",
    "kind": "VARCHAR",
    "label": "VARCHAR",
    "name": "VARCHAR",
    "context": "VARCHAR",
    "term": "VARCHAR",
    "object_label": "VARCHAR",
    "object_name": "VARCHAR",
    "object_context": "VARCHAR",
    "body": "VARCHAR",
    "confidence": "DOUBLE",
    "quote": "VARCHAR",
}
"""Columns in the order in which assertions are told; ``term`` is the predicate, the property or the alias, ``body`` JSON."""

DOCUMENT_COLUMNS = {
    "id": "VARCHAR",
    "sha256": "VARCHAR",
    "media_type": "VARCHAR",
    "reader": "VARCHAR",
    "publisher": "VARCHAR",
    "text": "VARCHAR",
    "passages": "VARCHAR",
    "tables": "VARCHAR",
}
"""Columns of what the bytes of a file say, wherever it lies; ``passages`` and ``tables`` are JSON."""

Row = tuple[Any, ...]
_NONE = EntityRef(label="", name="")


def assertion_row(assertion: Assertion) -> Row:
    """The row of an assertion, in the order of ``ASSERTION_COLUMNS``."""
    match assertion:
        case Fact(subject=subject, predicate=term, object=target):
            kind, body = "fact", dumps(plain(assertion.qualifiers))
        case Attribute(subject=subject, name=term, value=value):
            kind, target, body = "attribute", _NONE, dumps(value)
        case Alias(of=subject, name=term):
            kind, target, body = "alias", _NONE, ""
    words = assertion.evidence
    place = (words.document, words.span.start, words.span.end, words.rule, words.ingester)
    ends = (subject.label, subject.name, subject.context, term, target.label, target.name, target.context)
    return (*place, kind, *ends, body, words.confidence, words.quote)


def assertion_of(row: Row) -> Assertion:
    """The assertion that a row holds."""
    (
        document,
        start,
        end,
        rule,
        ingester,
        kind,
        label,
        name,
        context,
        term,
        o_label,
        o_name,
        o_context,
        body,
        confidence,
        quote,
    ) = row
    evidence = Evidence(
        document=document,
        span=Span(start=start, end=end),
        quote=quote,
        ingester=ingester,
        rule=rule,
        confidence=confidence,
    )
    subject = EntityRef(label=label, name=name, context=context)
    if kind == "alias":
        return Alias(of=subject, name=term, evidence=evidence)
    if kind == "attribute":
        return Attribute(subject=subject, name=term, value=_value(json.loads(body)), evidence=evidence)
    target = EntityRef(label=o_label, name=o_name, context=o_context)
    qualifiers = {key: _value(value) for key, value in json.loads(body).items()}
    return Fact(subject=subject, predicate=term, object=target, qualifiers=qualifiers, evidence=evidence)


def document_row(document: Document) -> Row:
    """The row of a document, in the order of ``DOCUMENT_COLUMNS``."""
    passages = [[one.kind, one.span.start, one.span.end, one.page, list(one.headings)] for one in document.passages]
    tables = [
        [_ends(one.span), one.page, one.caption and _ends(one.caption), [_cell_row(cell) for cell in one.cells]]
        for one in document.tables
    ]
    return (
        document.id,
        document.sha256,
        document.media_type,
        document.reader,
        document.publisher,
        document.text,
        dumps(passages),
        dumps(tables),
    )


def document_of(row: Row, *, source: str, title: str) -> Document:
    """The document that a row holds, under the name and title of one of the places it lies at."""
    ident, sha256, media_type, reader, publisher, text, passages, tables = row
    return Document(
        id=ident,
        source=source,
        sha256=sha256,
        media_type=media_type,
        title=title,
        text=text,
        reader=reader,
        publisher=publisher,
        passages=tuple(
            Passage(index=index, kind=kind, span=Span(start=start, end=end), page=page, headings=tuple(headings))
            for index, (kind, start, end, page, headings) in enumerate(json.loads(passages))
        ),
        tables=tuple(_table(index, *table) for index, table in enumerate(json.loads(tables))),
    )


def _table(index: int, span: Sequence[int], page: int | None, caption: Sequence[int] | None, cells: Sequence[Any]) -> Table:
    return Table(
        index=index,
        span=_span(span),
        page=page,
        caption=_span(caption) if caption is not None else None,
        cells=tuple(
            Cell(span=Span(start=start, end=end), row=row, column=column, rowspan=rowspan, colspan=colspan)
            for start, end, row, column, rowspan, colspan in cells
        ),
    )


def _cell_row(cell: Cell) -> list[int]:
    return [cell.span.start, cell.span.end, cell.row, cell.column, cell.rowspan, cell.colspan]


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _span(ends: Sequence[int]) -> Span:
    return Span(start=ends[0], end=ends[1])


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
