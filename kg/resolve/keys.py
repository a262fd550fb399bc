"""What a person's id is made of: the name, and the home or the work by which this person is told from any namesake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.resolve.people import Atom
from kg.resolve.things import Key

__all__ = ["person_keys"]


def person_keys(name: str, people: Iterable[Sequence[Atom]]) -> list[tuple[str, ...]]:
    """A key for each of the people of a name, made of what is said of that one alone, so that others leave it as it is.

    Only where two come out the same (both at one institution, kept apart by a list) the later one's says where it stands first.
    """
    keys: list[tuple[str, ...]] = []
    for atoms in people:
        key = (name, *(_home(atoms) or _work(atoms) or ("Document", atoms[0].document)))
        keys.append(key if key not in keys else (*key, atoms[0].name, atoms[0].document, atoms[0].context))
    return keys


def _home(atoms: Iterable[Atom]) -> Key | None:
    """The institution that most documents call the employer; then, the one that stands beside the name in most."""
    employed: dict[Key, set[str]] = {}
    named: dict[Key, set[str]] = {}
    for atom in atoms:
        for key in atom.institutions:
            named.setdefault(key, set()).add(atom.document)
            if atom.employers.get(key):
                employed.setdefault(key, set()).add(atom.document)
    return min(named, key=lambda key: (-len(employed.get(key, ())), -len(named[key]), key), default=None)


def _work(atoms: Iterable[Atom]) -> Key | None:
    """The first by name of the achievements, grants, papers and meetings: it stays when a document is read anew."""
    return min((key for atom in atoms for key in atom.anchors), default=None)
