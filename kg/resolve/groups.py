"""Things that were found to be one: disjoint sets whose partition does not depend on the order of the joins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, Self, TypeVar

__all__ = ["Groups"]


class _Ordered(Protocol):
    def __lt__(self, other: Self, /) -> bool: ...

    def __hash__(self) -> int: ...


T = TypeVar("T", bound=_Ordered)


class Groups(Generic[T]):
    """Disjoint sets; a set is called by its least member, and what was never joined is a set of its own.

    >>> groups = Groups[str]()
    >>> groups.join("b", "c"), groups.join("a", "c"), groups.join("a", "b")
    (True, True, False)
    >>> groups.find("c"), groups.find("z"), sorted(groups.members("b"))
    ('a', 'z', ['a', 'b', 'c'])
    """

    def __init__(self) -> None:
        self._parents: dict[T, T] = {}
        self._members: dict[T, list[T]] = {}

    def find(self, one: T) -> T:
        """The least member of its set."""
        parents = self._parents
        root = one
        while (parent := parents.get(root)) is not None:
            root = parent
        while one != root:
            parents[one], one = root, parents[one]
        return root

    def join(self, one: T, other: T) -> bool:
        """Make one set of two; False where they were one already."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return False
        least, rest = (a, b) if a < b else (b, a)
        self._parents[rest] = least
        self._members.setdefault(least, [least]).extend(self._members.pop(rest, [rest]))
        return True

    def members(self, one: T) -> list[T]:
        """All of its set, in no order."""
        root = self.find(one)
        return self._members.get(root, [root])

    def roots(self, some: Iterable[T]) -> set[T]:
        """The sets that these lie in."""
        return {self.find(one) for one in some}
