"""What everybody knows of well-known bodies: the official name behind 北大, 中科院 or 科技部 (ontology/bodies.tsv)."""

from __future__ import annotations

import re
from functools import cache

from kg.paths import ontology_dir
from kg.text import HAN, fold

__all__ = ["full_name", "is_shared", "taken_over"]

_FILE = "bodies.tsv"
_LONGEST = 8
_IN_HAN = re.compile(rf"[{HAN}]+")
_ORDINAL = "一二三四五六七八九十"
_PART = re.compile(
    rf"(?:附属|医学[院部]|第?[{_ORDINAL}]+(?:附属|临床)?医?院|附属?[{_ORDINAL}]+院|.*(?:医院|研究所|研究院|学院|学部|实验室|中心|[系科所])$)"
)
"""What may stand behind a body's short name so that the whole is a part of the body: 北大三院, but not 北大荒集团."""


def full_name(name: str) -> str:
    """The official name for a (folded) name, or for the body that it opens with; any other name as it is.

    >>> full_name("北大"), full_name("北大望湖医院"), full_name("北大荒集团"), full_name("北京大学望湖医院")
    ('北京大学', '北京大学望湖医院', '北大荒集团', '北京大学望湖医院')
    """
    known = _known()
    if official := known.get(name):
        return official
    for length in range(min(_LONGEST, len(name) - 1), 1, -1):
        official = known.get(name[:length])
        if official and _IN_HAN.fullmatch(name[:length]):
            return official + name[length:] if _PART.match(name[length:]) else name
    return name


def is_shared(name: str) -> bool:
    """Whether several well-known bodies go by this (folded) short name.

    >>> is_shared("南大"), is_shared("北大")
    (True, False)
    """
    return len(_claims().get(name, ())) > 1


@cache
def taken_over() -> dict[str, str]:
    """Official names (folded) of bodies by whose place they took: 空军军医大学, 第四军医大学."""
    rows = (line.split("\t") for line in _lines())
    return {fold(row[0]): fold(row[2]) for row in rows if len(row) > 2 and row[2]}


def _lines() -> list[str]:
    lines = (ontology_dir() / _FILE).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _known() -> dict[str, str]:
    return {name: next(iter(officials)) for name, officials in _claims().items() if len(officials) == 1}


@cache
def _claims() -> dict[str, set[str]]:
    """Official names by every name, folded."""
    claims: dict[str, set[str]] = {}
    for line in _lines():
        official, others, *_ = line.split("\t")
        for name in (official, *others.split("|")):
            claims.setdefault(fold(name), set()).add(fold(official))
    return claims
