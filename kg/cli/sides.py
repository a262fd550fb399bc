"""What a name on the command line means for a decision: a thing, and what documents say that calls it for good."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.decisions import Side
from kg.errors import DecisionError
from kg.text import fold

if TYPE_CHECKING:
    from kg.resolve.who import Identity, Who
    from kg.workspace import DocumentRecord

__all__ = ["Meant", "apart_in", "called", "meant"]

_HOW = "NAME@INSTITUTION, NAME@DOCUMENT or the id (kg identity NAME)"


@dataclass(frozen=True, slots=True)
class Meant:
    """A thing, the name that it was called by, and the institution or document behind an @, as the documents have it."""

    identity: Identity
    name: str
    institution: str = ""
    document: str = ""


def meant(who: Who, text: str, records: Sequence[DocumentRecord], labels: Sequence[str] = ()) -> Meant:
    """The one thing that a text means; DecisionError, listing the candidates, where it is none or several."""
    found = [Meant(one, _spelt(one, text)) for one in who.named(text) if not labels or one.label in labels]
    if not found and "@" in text:
        name, _, where = text.rpartition("@")
        among = [one for one in who.named(name) if not labels or one.label in labels]
        found = [one for identity in among if (one := _at(identity, name, where, records))]
    if not found:
        raise DecisionError(f'nothing is called "{text}"; write a whole name or alias, {_HOW}')
    if len(found) > 1:
        told = ", ".join(f"{called(one.identity)} ({one.identity.label} {one.identity.id})" for one in found)
        raise DecisionError(f'"{text}" is {len(found)} things: {told}; say which by {_HOW}')
    return found[0]


def apart_in(one: Meant, others: Iterable[Identity], records: Sequence[DocumentRecord]) -> Side:
    """What calls a thing and none of the others of its name: its institution, a document, or both."""
    identity = one.identity
    rivals = [other for other in others if other.id != identity.id and other.label == identity.label]
    institution = identity.institutions[0] if identity.institutions else ""
    if institution and not any(institution in other.institutions for other in rivals):
        return Side(name=one.name, institution=institution)
    if not institution and not rivals and identity.label != "Person":
        return Side(name=one.name)
    taken = {mention.document for other in rivals for mention in other.mentions}
    own = [mention.document for mention in identity.mentions if mention.document not in taken]
    if not own:
        raise DecisionError(
            f"neither institution nor document tells {called(identity)} ({identity.id}) from others of the name"
        )
    return Side(name=one.name, institution=institution, document=_source(own[0], records))


def called(identity: Identity) -> str:
    """A thing as it can be named again: with its institution where it has one."""
    return f"{identity.name}@{identity.institutions[0]}" if identity.institutions else identity.name


def _spelt(identity: Identity, text: str) -> str:
    """The name as documents write it, so that it is found in them again."""
    names = [mention.name for mention in identity.mentions]
    return next((name for name in names if fold(name) == fold(text)), identity.name if identity.name in names else names[0])


def _at(identity: Identity, name: str, where: str, records: Sequence[DocumentRecord]) -> Meant | None:
    wanted, spelt = fold(where), _spelt(identity, name)
    for institution in (*identity.institutions, *(mention.context for mention in identity.mentions)):
        if institution and fold(institution) == wanted:
            return Meant(identity, spelt, institution=institution)
    documents = {mention.document for mention in identity.mentions}
    for record in records:
        if record.id in documents and where in (record.id, record.source, record.title):
            return Meant(identity, spelt, document=_source(record.id, records))
    return None


def _source(document: str, records: Sequence[DocumentRecord]) -> str:
    """The file's name, which outlives changes of the file; the id where two files have the name."""
    source = next(record.source for record in records if record.id == document)
    return source if sum(record.source == source for record in records) == 1 else document
