"""Pages about a person, and lists of people: whatever their parts tell is the person's whom they present."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award import AwardIngester
from ingest.fellows import as_fellows
from ingest.named_for import named_for
from ingest.portraits.house import department_of, house_of
from ingest.portraits.labels import MIXED
from ingest.portraits.lines import list_items
from ingest.portraits.page import Part, portraits
from ingest.profile import books, card, career, department, fields, honours, papers, posts, projects
from ingest.profile.sitter import INGESTER, Sitter
from kg.model import Assertion, Document, EntityRef

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["ProfileIngester"]


class ProfileIngester:
    """Reads the parts of a portrait by what their labels announce; its sentences are left to the reading of prose."""

    name = INGESTER
    version = "1"
    emits = frozenset(
        {
            *("AFFILIATED_WITH", "MEMBER_OF", "LEADS", "FUNDED_BY", "RECEIVED", "PARTICIPATED_IN", "AUTHORED", "PUBLISHED_IN"),
            *("WORKS_ON", "PART_OF", "CONCERNS", "TARGETS"),
        }
    )

    def accepts(self, document: Document) -> bool:
        """Whether a document that is no award form presents a person or a department."""
        return bool(portraits(document) or department_of(document)) and not AwardIngester().accepts(document)

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What each portrait tells, in order, and what the names of its projects and works tell."""
        yield from named_for(as_fellows(_told(document, nlp)), nlp)


def _told(document: Document, nlp: Language) -> Iterator[Assertion]:
    yield from department.read(document, nlp)
    house = house_of(document)
    for portrait in portraits(document):
        person = EntityRef(label="Person", name=portrait.name)
        sitter = Sitter(document=document, nlp=nlp, who=person, house=house)
        yield from card.read(sitter, portrait)
        yield from posts.stated_after(sitter, portrait.opening, portrait.named[1])
        for part in portrait.parts:
            yield from _part(sitter, part)


def _part(sitter: Sitter, part: Part) -> Iterator[Assertion]:
    """What one part tells, by its kind."""
    if part.kind == "projects":
        yield from projects.read(sitter, part)
    elif part.kind == "papers":
        yield from papers.read(sitter, part.lines)
    else:
        for line in list_items(part.lines) if part.kind in ("honours", MIXED) else part.lines:
            if part.kind == "posts":
                yield from posts.listed(sitter, line)
            elif part.kind == "career":
                yield from career.read(sitter, line)
            elif part.kind == "honours":
                yield from honours.read(sitter, line)
            elif part.kind == "books":
                yield from books.read(sitter, line, part.label)
            elif part.kind in ("fields", "skills"):
                yield from fields.read(sitter, line)
            elif part.kind == MIXED and papers.is_reference(line):
                yield from papers.read(sitter, (line,))
            elif part.kind in ("", "bio", MIXED):
                yield from honours.borne(sitter, line)
                for words in sitter.sentences(line):
                    yield from posts.stated(sitter, words)
                    yield from career.told(sitter, words)
