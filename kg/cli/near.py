"""Who is who in a big home folder, told of one person's name without looking through all facts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.vocab import LABELS

if TYPE_CHECKING:
    from kg.resolve.who import Told
    from kg.store import Store
    from kg.workspace import Workspace

__all__ = ["MANY", "told"]

MANY = 50_000
"""So many assertions are looked through within a second or two."""

_PEOPLE = """
MATCH (p:Person) WHERE p.name = $name OR p.id = $name
RETURN p.id AS id, p.documents AS documents, p.namesakes AS namesakes ORDER BY id
"""
_BY_ID = "MATCH (p:Person) WHERE p.id IN $ids RETURN p.id AS id, p.documents AS documents ORDER BY id"


def told(workspace: Workspace, home: Path, name: str) -> Told:
    """All that is known of a name: of a person, from the documents that the graph has for all of the name.

    What those documents tell counts only where it makes the same people, by their ids and documents, as the graph of all has;
    otherwise all facts are looked through.
    """
    from kg.resolve.who import Who

    known = _people(home / "graph", name) if workspace.count() > MANY else {}
    if known:
        documents = sorted({document for told in known.values() for document in told})
        near = Who(workspace.assertions(documents), workspace.decisions()).tell(name)
        found = {one.id: {mention.document for mention in one.mentions} for one in near.identities}
        if found == known:
            return near
    return Who(workspace.assertions(), workspace.decisions()).tell(name)


def _people(graph: Path, name: str) -> dict[str, set[str]]:
    """The people of the name (or id, with its namesakes) and their documents; none where something else goes by it, too."""
    from kg.errors import StoreError
    from kg.store import open_store

    if not graph.is_dir():
        return {}
    try:
        with open_store(graph, reading=True) as store:
            rows = store.run(_PEOPLE, {"name": name}).records()
            others = {one for row in rows for one in row["namesakes"] or ()}
            rows += store.run(_BY_ID, {"ids": tuple(sorted(others))}).records() if others else []
            return {} if _elsewhere(store, name) else {row["id"]: set(row["documents"]) for row in rows}
    except StoreError:  # another process has it
        return {}


def _elsewhere(store: Store, name: str) -> bool:
    given: dict[str, Any] = {"name": name}
    labels = [label for label in LABELS if label not in ("Person", "Passage", "Document")]
    return any(store.run(f"MATCH (n:{label}) WHERE n.name = $name RETURN n.id AS id", given).rows for label in labels)
