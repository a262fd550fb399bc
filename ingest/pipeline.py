"""The way of a file into the workspace: read it, let every ingester that accepts it speak, keep what fits the ontology."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from ingest import INGESTERS, READERS
from ingest.base import Ingester, Reader
from ingest.confidence import confidence
from ingest.former import settled
from ingest.glossary import glossed
from ingest.misread import misread
from ingest.ownerless import REASON as OWNERLESS
from ingest.ownerless import owned
from ingest.table.unread import unread
from ingest.traditional import written
from ingest.unreal import REASON as UNREAL
from ingest.unreal import unreal
from ingest.wholes import with_wholes
from kg.codec import dumps
from kg.errors import KgError, ReadError
from kg.model import Alias, Assertion, Attribute, Document, Evidence, Fact
from kg.ontology import check, check_attribute
from kg.paths import ontology_dir
from kg.workspace import Rejection

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.workspace import Workspace

__all__ = ["Outcome", "documents_in", "ingest_file", "read_assertions", "read_document", "versions"]

_CHUNK = 1 << 20
_UNREAD_CELL = "table.unread-cell"
"""The name under which a cell that could not be read stands among what was refused."""
_STUMBLED = "pipeline.stumbled"
"""The name under which an ingester that failed on a document stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file: unchanged, read (with counts), or failed; ``error`` tells what failed, of a read one in part."""

    path: Path
    state: str
    assertions: int = 0
    rejected: int = 0
    ingesters: tuple[str, ...] = ()
    error: str = ""


def documents_in(places: Iterable[Path]) -> tuple[Path, ...]:
    """The files to read: a file as it is named, there or not; a folder's files of known kinds, sorted, hidden ones left out."""
    found: dict[Path, None] = {}
    for place in places:
        if place.is_dir() and not any(_known_files(place)):
            raise ReadError(f"{place}: no document in this folder; known kinds: {_kinds()}")
        found.update(dict.fromkeys(_known_files(place) if place.is_dir() else [place]))
    return tuple(found)


def read_document(path: Path) -> Document:
    """The document of a file; ReadError where its kind is unknown or it cannot be read."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadError(f'{path}: no reader for "{path.suffix}"; known kinds: {_kinds()}; convert the file, or leave it out')
    return cast("Reader", _made(reader)).read(path)


def read_assertions(document: Document, nlp: Language) -> tuple[list[Assertion], list[Rejection], tuple[str, ...]]:
    """What the ingesters state of a document, what of it does not fit, and who spoke."""
    writing = written(document)
    if writing is None:
        return _read_assertions(document, nlp)
    kept, rejected, speakers = _read_assertions(writing.read, nlp)
    return [_weighed(one) for one in writing.own_words(kept)], rejected, speakers


def _read_assertions(document: Document, nlp: Language) -> tuple[list[Assertion], list[Rejection], tuple[str, ...]]:
    kept: list[Assertion] = []
    rejected: list[Rejection] = []
    speakers: list[str] = []
    with glossed(document, nlp):
        spoken = [one for ingester in _ingesters() for one in _spoken(ingester, document, nlp, speakers, rejected)]
    whose = list(owned(spoken, document))
    rejected.extend(_rejected(document, one, OWNERLESS) for one, has_owner in whose if not has_owner)
    for assertion in with_wholes(one for one, has_owner in whose if has_owner):
        reason = _misfit(document, assertion) or (UNREAL if unreal(assertion, document) else None)
        if reason is None:
            kept.append(_weighed(assertion))
        else:
            rejected.append(_rejected(document, assertion, reason))
    rejected.extend(_unread(document))
    return kept, rejected, tuple(speakers)


def _rejected(document: Document, one: Assertion, reason: str) -> Rejection:
    return Rejection(document=document.id, assertion=_words(one), reason=reason, rule=one.evidence.rule)


def _unread(document: Document) -> Iterator[Rejection]:
    """The cells of tables that could not be read, as what they would have said, and why."""
    for one in unread(document):
        words = f"“{one.title}”: {one.head} “{one.cell}”"
        yield Rejection(document=document.id, assertion=words, reason=one.reason, rule=_UNREAD_CELL)


def ingest_file(path: Path, workspace: Workspace, nlp: Callable[[], Language]) -> Outcome:
    """Read one file into the workspace, in one transaction; a file that cannot be read is told, and harms no other.

    ``nlp`` makes the pipeline; it is not called for an unchanged file.
    """
    try:
        where, release = str(path.resolve()), versions()
        if workspace.known(where, _sha256(path), release):
            return Outcome(path=path, state="unchanged")
        document = read_document(path)
        kept, rejected, speakers = read_assertions(document, nlp())
        workspace.record(document, kept, path=where, versions=release, rejected=rejected)
    except KgError as error:
        return Outcome(path=path, state="failed", error=str(error))
    except OSError as error:
        return Outcome(
            path=path,
            state="failed",
            error=f"{path}: {error.strerror or error}; give the documents to read, or folders that hold them",
        )
    except Exception as error:  # a defect of ours, which ends no run
        told = f"{path}: reading it stumbled at {_place(error)}; nothing of it is kept; please report it with the document"
        return Outcome(path=path, state="failed", error=told)
    lost = "; ".join(f"{path}: {one.assertion}: {one.reason}" for one in rejected if one.rule == _STUMBLED)
    return Outcome(path=path, state="read", assertions=len(kept), rejected=len(rejected), ingesters=speakers, error=lost)


@cache
def versions() -> str:
    """What a document's facts depend on besides its bytes: readers, ingesters and the ontology, each with its version.

    The digest of our own files stands beside the versions, so that a changed rule is never answered with stale facts.
    """
    made = [_made(name) for name in dict.fromkeys((*READERS.values(), *INGESTERS))]
    own = Path(__file__).parent.rglob("*")
    return dumps(
        {
            "ontology": _digest(ontology_dir().glob("*.ttl")),
            "ingest": _digest(path for path in own if path.suffix in {".py", ".txt", ".tsv"}),
            **{part.name: part.version for part in made},
        }
    )


def _kinds() -> str:
    return " ".join(sorted(READERS))


def _known_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.suffix.lower() in READERS and not hidden and path.stem.upper() != "README":
            yield path


@cache
def _made(name: str) -> Any:
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)()


def _ingesters() -> tuple[Ingester, ...]:
    return tuple(cast("Ingester", _made(name)) for name in INGESTERS)


def _spoken(
    ingester: Ingester, document: Document, nlp: Language, speakers: list[str], rejected: list[Rejection]
) -> list[Assertion]:
    """What an ingester that accepts the document states; of one that stumbles nothing is kept, and what others state stays."""
    try:
        if not ingester.accepts(document):
            return []
        stated = list(settled(ingester.ingest(document, nlp)))
    except Exception as error:  # a defect of ours, which no document may make us lose the rest for
        rejected.append(_stumble(ingester, document, error))
        return []
    speakers.append(ingester.name)
    return stated


def _stumble(ingester: Ingester, document: Document, error: Exception) -> Rejection:
    return Rejection(
        document=document.id,
        assertion=f"all that the {ingester.name} ingester reads",
        reason=f"it stumbled at {_place(error)}; please report it with the document",
        rule=_STUMBLED,
    )


def _place(error: Exception) -> str:
    """The line of code that raised an error, and the error."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno} ({type(error).__name__}: {error})"


def _weighed(assertion: Assertion) -> Assertion:
    """The assertion, as sure as its rule was measured to be."""
    said = assertion.evidence
    words = Evidence(
        document=said.document,
        span=said.span,
        quote=said.quote,
        ingester=said.ingester,
        rule=said.rule,
        confidence=confidence(said.rule),
    )
    match assertion:  # as dataclasses.replace would, at a fifth of its price
        case Fact(subject=subject, predicate=predicate, object=target, qualifiers=qualifiers):
            return Fact(subject=subject, predicate=predicate, object=target, evidence=words, qualifiers=qualifiers)
        case Attribute(subject=subject, name=name, value=value):
            return Attribute(subject=subject, name=name, value=value, evidence=words)
        case Alias(of=of, name=name):
            return Alias(of=of, name=name, evidence=words)


def _misfit(document: Document, assertion: Assertion) -> str | None:
    span, quote = assertion.evidence.span, assertion.evidence.quote
    if document.text[span.start : span.end] != quote:
        return f"the quote is not what the document says at {span.start}-{span.end}"
    if (words := _misread(assertion)) is not None:
        return words
    match assertion:
        case Fact():
            return check(assertion)
        case Attribute():
            return check_attribute(assertion)
        case Alias():
            return None if assertion.name.strip() else "an alias is a name, not blank"


def _misread(assertion: Assertion) -> str | None:
    match assertion:
        case Fact(subject=subject, object=target):
            ends = [subject, target]
        case Attribute(subject=subject):
            ends = [subject]
        case Alias(of=of):
            ends = [of]
    for end in ends:
        if (words := misread(end.label, end.name)) is not None:
            return f'"{words}" in "{end.name}" is of the sentence and of no name'
    return None


def _words(assertion: Assertion) -> str:
    match assertion:
        case Fact(subject=subject, predicate=predicate, object=target):
            return f"{subject.name} -{predicate}-> {target.name}"
        case Attribute(subject=subject, name=name, value=value):
            return f"{subject.name}.{name} = {value}"
        case Alias(of=of, name=name):
            return f"{of.name} = {name}"


def _digest(paths: Iterable[Path]) -> str:
    return hashlib.sha256("".join(_sha256(path) for path in sorted(paths)).encode()).hexdigest()


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
