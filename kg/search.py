"""Things found by name: whole or in part, another name, pinyin or initials, ranked; the same in every store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import BadParameter
from kg.romanize import pinyin, squeeze
from kg.vocab import LABELS

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["LIMIT", "Hit", "search"]

LIMIT = 20
"""How many are told unless more are asked for."""

_HITS = """
MATCH (n:{label}) WHERE any(key IN n.search WHERE key CONTAINS $key)
RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.aliases AS aliases,
  [key IN n.search WHERE key CONTAINS $key] AS keys, COUNT {{ (n)--() }} AS edges
ORDER BY id
"""
_NAMED = tuple(label for label in LABELS if label not in ("Document", "Passage"))
"""Labels whose nodes are found by name; label by label, since most nodes of a store are passages."""

_RANKS = (
    *("name", "alias", "pinyin", "name begins", "alias begins", "pinyin begins"),
    *("name contains", "alias contains", "pinyin contains"),
)
_TELLING = 4
"""Letters of pinyin within a name that say anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A thing that was found; ``how`` says what of it fits the words, ``edges`` how many edges it has."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    how: str
    edges: int


def search(store: Store, text: str, *, labels: Sequence[str] = (), limit: int = LIMIT) -> tuple[Hit, ...]:
    """The things whose names fit the words, best first: whole before beginning before part, names before aliases before
    pinyin, then those with more edges. Where none does, those that sound the same.

    Raises BadParameter for words without a letter or a digit, or a label that the ontology has not.
    """
    key = squeeze(text)
    if not key:
        raise BadParameter(f'"{text}" holds nothing to look for; give a name, a part of one, its pinyin or initials')
    unknown = [label for label in labels if label not in LABELS]
    if unknown:
        raise BadParameter(f'there is no label "{unknown[0]}"; allowed are {", ".join(LABELS)}')
    hits = _hits(store, key, labels) or _sounding_so(store, text, labels)
    ranked = sorted(hits, key=lambda hit: (_RANKS.index(hit.how), -hit.edges, len(hit.name), hit.name, hit.id))
    return tuple(ranked[:limit])


def _hits(store: Store, key: str, labels: Sequence[str]) -> list[Hit]:
    rows = {str(row["id"]): row for label in labels or _NAMED for row in _rows(store, key, label)}.values()
    return [hit for row in rows if (hit := _hit(row, key)) is not None]


def _sounding_so(store: Store, text: str, labels: Sequence[str]) -> list[Hit]:
    """Whole names that sound as the words do: 祝青兰 is typed where 祝清岚 is meant."""
    key, sound = squeeze(text), squeeze(pinyin(text))
    return [hit for hit in _hits(store, sound, labels) if hit.how == "pinyin"] if sound not in ("", key) else []


def _rows(store: Store, key: str, label: str) -> list[dict[str, object]]:
    return store.run(_HITS.format(label=label), {"key": key}).records()


def _hit(row: dict[str, object], key: str) -> Hit | None:
    found = [label for label in _texts(row["labels"]) if label in LABELS]
    name, aliases = str(row["name"]), _texts(row["aliases"])
    how = _how(key, (name, *aliases), _texts(row["keys"]))
    if not found or how is None:
        return None
    return Hit(id=str(row["id"]), label=found[0], name=name, aliases=aliases, how=how, edges=int(str(row["edges"])))


def _how(key: str, names: Sequence[str], keys: Sequence[str]) -> str | None:
    """The best of the ranks, None where the letters are a part of a word by chance."""
    name, *aliases = map(squeeze, names)
    fits = {
        "name": name == key,
        "alias": key in aliases,
        "pinyin": key in keys,
        "name begins": name.startswith(key),
        "alias begins": any(one.startswith(key) for one in aliases),
        "pinyin begins": any(one.startswith(key) for one in keys),
        "name contains": key in name,
        "alias contains": any(key in one for one in aliases),
        "pinyin contains": len(key) >= _TELLING and any(_spells(key, one) for one in names),
    }
    return next((how for how in _RANKS if fits[how]), None)


def _spells(key: str, name: str) -> bool:
    """Whether the letters begin with a syllable of the name: yunhu in 'bei jing yun hu yi yuan', not unhu."""
    syllables = pinyin(name).lower().split()
    return any("".join(syllables[start:]).startswith(key) for start in range(len(syllables)))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, (list, tuple)) else ()
