"""What an id on the command line means: typed whole, by its beginning, or by the name of the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.vocab import LABELS, PREDICATES

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["begun", "nodes_called", "one_id", "unknown_name"]

_ID = re.compile(r"([a-z]{3})_[0-9a-f]+")
_NAMED = """
MATCH (n) WHERE NOT n:Passage AND (n.id = $name OR toLower(n.name) = toLower($name)
  OR any(alias IN n.aliases WHERE toLower(alias) = toLower($name)) OR toLower(n.source) = toLower($name))
RETURN n ORDER BY n.id
"""
_NODES = "MATCH (n:{kind}) WHERE n.id STARTS WITH $begun RETURN n.id AS id, n.name AS name ORDER BY id LIMIT {limit}"
_EDGES = """
MATCH (s)-[r:{kind}]->(o) WHERE r.id STARTS WITH $begun
RETURN r.id AS id, s.name + ' —{kind}→ ' + o.name AS name ORDER BY id LIMIT {limit}
"""
_LISTED, _NEAR = 6, 5


def begun(text: str) -> str:
    """The beginning of an id that a text is, without the dots of a shortened one; empty where it is none.

    >>> begun("per_0f3c…"), begun("张三")
    ('per_0f3c', '')
    """
    bare = text.strip().rstrip("….")
    return bare if _ID.fullmatch(bare) else ""


def nodes_called(store: Store, text: str) -> list[dict[str, Any]]:
    """The nodes of a name, an alias, an id or a document's file name, or the one whose id begins so.

    QueryError where several ids begin so.
    """
    found = [record["n"] for record in store.run(_NAMED, {"name": text}).records()]
    if found or not begun(text):
        return found
    ident = _one(text, list(_beginning(store, begun(text), _NODES, tuple(LABELS))))
    return [record["n"] for record in store.run(_NAMED, {"name": ident}).records()] if ident else []


def one_id(store: Store, text: str) -> str:
    """The id of the one edge or node that a text means; QueryError, listing the candidates, where it is none or several."""
    found = [(node["id"], node["properties"]["name"]) for node in nodes_called(store, text)] if not begun(text) else []
    for kinds, statement in ((tuple(PREDICATES), _EDGES), (tuple(LABELS), _NODES)):
        found += _beginning(store, begun(text), statement, kinds)
    whole = [ident for ident, _ in found if ident == text]
    ident = whole[0] if whole else _one(text, found)
    if not ident:
        raise unknown_name(store, text)
    return ident


def unknown_name(store: Store, text: str) -> QueryError:
    """The error of a name that nothing goes by, with those near it."""
    from kg.search import search

    if begun(text):
        return QueryError(f'no id begins with "{begun(text)}"; kg find, kg show and kg ask … -f json tell ids')
    near = "、".join(dict.fromkeys(hit.name for hit in search(store, text, limit=_NEAR)))
    if near:
        return QueryError(f'nothing is called "{text}"; near it: {near}')
    return QueryError(f'nothing is called "{text}"; kg find looks for parts of names, pinyin and initials')


def _beginning(store: Store, text: str, statement: str, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Ids and names of what begins so, of the kinds whose ids can."""
    for kind in kinds:
        if text and kind[:3].lower() == text[:3]:
            query = statement.format(kind=kind, limit=_LISTED)
            yield from ((row["id"], row["name"]) for row in store.run(query, {"begun": text}).records())


def _one(text: str, found: Sequence[tuple[str, str]]) -> str:
    if len(found) > 1:
        told = ", ".join(f"{name} ({ident})" for ident, name in found[: _LISTED - 1])
        more = " …" if len(found) >= _LISTED else ""
        raise QueryError(f'"{text}" can be several: {told}{more}; write more of the id')
    return found[0][0] if found else ""
