"""Big loads into a server: as one transaction that stays open, or many behind a mark that readers are told of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

from kg.store.sync import Engine, Run

__all__ = ["HELD", "LIMITS", "LOAD", "LOADED", "LOADING", "Together", "room"]

_Result = TypeVar("_Result")

LOADING = "MATCH (n:YingtuLoad) RETURN count(n) AS n"
LOAD = "MERGE (:YingtuLoad {id: 'load'})"
LOADED = "MATCH (n:YingtuLoad) DELETE n"
LIMITS = (
    "SHOW SETTINGS 'dbms.memory.transaction.total.max', 'db.memory.transaction.max', 'db.memory.transaction.total.max' "
    "YIELD value RETURN value"
)
HELD = 16
"""Bytes of the server's memory for each character that a transaction writes: twice what was measured (docs/decisions/0034)."""

_SIZE = re.compile(r"([\d.]+)(B|KiB|MiB|GiB|TiB)")
_UNITS = {name: 1024.0**power for power, name in enumerate(("B", "KiB", "MiB", "GiB", "TiB"))}


class Together:
    """A transaction that is open (``runs`` its statements): whatever is done in it is seen when it is committed."""

    def __init__(self, runs: Run) -> None:
        self._runs = runs

    def fetch(self, statement: str) -> Iterator[Mapping[str, Any]]:
        """Nothing: what is there was read before the transaction began."""
        yield from ()

    def transact(self, work: Callable[[Run], _Result]) -> _Result:
        """Do the work as a part of the transaction."""
        return work(self._runs)

    def ways(self, size: int) -> Iterator[AbstractContextManager[Engine]]:
        """Itself."""
        yield nullcontext(self)


def room(limits: Iterable[str]) -> float:
    """The least of the limits (as the server writes sizes) that is one, in bytes; 0 where none is.

    >>> room(["346.5MiB", "0B", "2GiB"]), room(["0B"])
    (363331584.0, 0)
    """
    return min((one for one in map(_bytes, limits) if one), default=0)


def _bytes(setting: str) -> float:
    found = _SIZE.fullmatch(setting)
    return float(found[1]) * _UNITS[found[2]] if found else 0.0
