"""Tables of learned societies and their branches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.lexicon import organization_kind
from ingest.table.recognise import is_branch, is_society
from ingest.table.speaker import Speaker
from ingest.tables import FARTHEST, Row, Sheet, sheets
from kg.model import Assertion, Document, EntityRef, Span

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["SocietyIngester"]

BRANCH_ROW = "society.branch-row"
"""A branch stands in the row of its society."""

_SEPARATOR = re.compile(r"[、；;，,]")


class SocietyIngester:
    """Reads which branch belongs to which society; a branch bears its society's name before its own."""

    name = "society"
    version = "1"
    emits = frozenset({"PART_OF"})

    def accepts(self, document: Document) -> bool:
        """Whether a table of the document has a column of societies and one of branches."""
        return any(_is_of_societies(sheet) for sheet in sheets(document))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """Branches PART_OF societies, with the kind of both and the category of the society."""
        for sheet in filter(_is_of_societies, sheets(document)):
            for row in sheet.rows:
                speaker = Speaker(document=document, ingester=self.name, rule=BRANCH_ROW, span=_words(row))
                yield from _row(speaker, row)


def _is_of_societies(sheet: Sheet) -> bool:
    return {"society", "branch"} <= sheet.roles


def _words(row: Row) -> Span:
    """From the society to the branch, with what a merged cell has between them."""
    ends = [cell.span for role in ("society", "branch") if (cell := row.get(role))]
    if len(ends) < 2 or max(span.end for span in ends) - min(span.start for span in ends) > FARTHEST:
        return row.span
    return Span(start=min(span.start for span in ends), end=max(span.end for span in ends))


def _row(speaker: Speaker, row: Row) -> Iterator[Assertion]:
    name = row.text("society")
    if not is_society(name):
        return
    society = EntityRef(label="Organization", name=name)
    yield from speaker.attributes(society, kind="society", category=row.text("category"))
    for part in filter(is_branch, _branches(row.text("branch"))):
        branch = EntityRef(label="Organization", name=part if part.startswith(name) else name + part)
        yield from speaker.attributes(branch, kind=organization_kind(branch.name) and "society_branch")
        yield speaker.fact(branch, "PART_OF", society)


def _branches(cell: str) -> list[str]:
    """The branches that a cell lists; a mark inside a name ("神经、精神影像分会") parts nothing."""
    parts = [part.strip() for part in _SEPARATOR.split(cell)]
    return parts if all(map(is_branch, parts)) else [cell]
