"""What a workspace tells of a document, and of a statement that did not fit."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DocumentRecord", "Rejection"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class DocumentRecord:
    """A document of a workspace. ``paths`` are all the places it was read from, sorted; source and title are the first's."""

    source: str
    id: str
    title: str
    sha256: str
    media_type: str
    reader: str
    versions: str
    paths: tuple[str, ...]
    assertions: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Rejection:
    """A statement that did not fit the ontology or its document: in words, with the reason and the rule that made it."""

    document: str
    assertion: str
    reason: str
    rule: str
