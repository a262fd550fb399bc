"""Gold facts: what a careful reader finds in a document, one JSON object a line.

::

    {"doc": "report", "closed": ["LEADS"], "open": ["CONCERNS"]}                            what is complete, what is not
    {"doc": "report", "s": ["Person", "李四"], "p": "LEADS", "o": ["Grant", "…"], "q": {}}    a fact, its qualifiers in q
    {"doc": "report", "alias": ["Grant", "…"], "of": ["Grant", "…"]}                        another name of the same thing
    {"doc": "report", "n": ["Grant", "…"], "a": {"number": "…"}}                            properties, which are not scored

``doc`` is a file's name or the beginning of one. Further fields (``ev``, the words) are for those who read the file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import GoldError
from kg.score.likeness import folded
from kg.vocab import LABELS, PREDICATES

__all__ = ["End", "Gold", "GoldFact", "read_gold"]

End = tuple[str, str]
"""A label and a name."""

_KINDS = 'closed/open (a heading), "s", "p", "o" (a fact), "alias", "of" (another name), or "n", "a" (properties)'
_HEADING = ("closed", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFact:
    """A fact that a document states; ``document`` is the name of its file, or the beginning of it."""

    document: str
    subject: End
    predicate: str
    object: End
    qualifiers: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Gold facts of some documents.

    ``closed`` holds, by document, the predicates of which every fact is there; ``allowed`` are facts that are neither asked
    nor wrong; ``names`` are the other names of an end, folded, by its label and folded name.
    """

    facts: tuple[GoldFact, ...]
    closed: Mapping[str, frozenset[str]]
    allowed: tuple[GoldFact, ...] = ()
    names: Mapping[End, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def documents(self) -> tuple[str, ...]:
        """What the files call the documents they speak of, sorted."""
        return tuple(sorted({fact.document for fact in self.facts} | self.closed.keys()))

    def forms(self, end: End) -> frozenset[str]:
        """The names that mean an end, folded."""
        label, name = end[0], folded(end[1])
        return self.names.get((label, name), frozenset()) | {name}


def read_gold(paths: Iterable[Path]) -> Gold:
    """The gold facts of these files together; what one file of a document leaves open is open.

    Raises GoldError, with file and line, for a line that is none of the four kinds or names what the ontology does not have.
    """
    draft = _Draft()
    for path in paths:
        for where, row in _rows(path):
            draft.take(where, row)
    return draft.gold()


class _Draft:
    """Gold facts while they are read."""

    def __init__(self) -> None:
        self.facts: list[GoldFact] = []
        self.allowed: list[GoldFact] = []
        self.closed: defaultdict[str, set[str]] = defaultdict(set)
        self.open: defaultdict[str, set[str]] = defaultdict(set)
        self.names: defaultdict[End, set[str]] = defaultdict(set)

    def take(self, where: str, row: Mapping[str, Any]) -> None:
        document = _document(where, row)
        if any(name in row for name in _HEADING):
            self.closed[document].update(_predicates(where, row, "closed"))
            self.open[document].update(_predicates(where, row, "open"))
            self.allowed += [_fact(where, document, one) for one in row.get("not_scored_facts", ())]
        elif "alias" in row:
            label, name = _end(where, row, "of")
            self.names[label, folded(name)].add(folded(_end(where, row, "alias")[1]))
        elif "p" in row:
            self.facts.append(_fact(where, document, row))
        elif "n" in row:
            _end(where, row, "n")
        else:
            raise GoldError(f"{where}: fields {_listed(row)}; a line has {_KINDS}")

    def gold(self) -> Gold:
        return Gold(
            facts=tuple(self.facts),
            allowed=tuple(self.allowed),
            closed={document: frozenset(closed - self.open[document]) for document, closed in self.closed.items()},
            names={end: frozenset(forms) for end, forms in self.names.items()},
        )


def _rows(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as UTF-8 text ({error}); name a file of gold facts") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield f"{path}:{number}", _object(f"{path}:{number}", line)


def _object(where: str, line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: not JSON ({error.msg} at character {error.pos + 1}); one JSON object a line") from error
    if not isinstance(row, dict):
        raise GoldError(f'{where}: "{line.strip()[:40]}" is no JSON object; a line has {_KINDS}')
    return row


def _document(where: str, row: Mapping[str, Any]) -> str:
    document = row.get("doc")
    if not isinstance(document, str) or not document:
        raise GoldError(f'{where}: "doc" is {_told(document)}; it is the name of a document\'s file, or the beginning of it')
    return document


def _predicates(where: str, row: Mapping[str, Any], name: str) -> list[str]:
    given = row.get(name, [])
    if not isinstance(given, list):
        raise GoldError(f'{where}: "{name}" is {_told(given)}; it is a list of predicates, such as ["LEADS"]')
    return [_known(where, "predicate", one, PREDICATES) for one in given]


def _fact(where: str, document: str, row: Mapping[str, Any]) -> GoldFact:
    qualifiers = row.get("q") or {}
    if not isinstance(qualifiers, dict):
        raise GoldError(f'{where}: "q" is {_told(qualifiers)}; it is an object of qualifiers, such as {{"rank": 1}}, or {{}}')
    return GoldFact(
        document=document,
        subject=_end(where, row, "s"),
        predicate=_known(where, "predicate", row.get("p"), PREDICATES),
        object=_end(where, row, "o"),
        qualifiers=qualifiers,
    )


def _end(where: str, row: Mapping[str, Any], name: str) -> End:
    match row.get(name):
        case [str(label), str(called)] if called.strip():
            return _known(where, "label", label, LABELS), called
        case other:
            raise GoldError(f'{where}: "{name}" is {_told(other)}; it is a label and a name, such as ["Person", "李四"]')


def _known(where: str, kind: str, name: Any, names: Mapping[str, object]) -> str:
    if isinstance(name, str) and name in names:
        return name
    near = get_close_matches(str(name).upper() if kind == "predicate" else str(name), names, n=1)
    guess = f" did you mean {near[0]}?" if near else ""
    raise GoldError(f"{where}: {_told(name)} is no {kind};{guess} allowed are {_listed(names)}")


def _told(value: Any) -> str:
    return "missing" if value is None else json.dumps(value, ensure_ascii=False)[:80]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"
