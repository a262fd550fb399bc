"""Members of academies: 中国工程院院士 is an honour among peers, not where somebody works."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.lexicon import PLACES
from kg.model import Assertion, Fact, Value
from kg.text import HAN

__all__ = ["as_fellows"]

_COUNTRIES = "|".join(
    sorted((name for name, kind in PLACES.items() if kind == "country" and name != "中国"), key=len, reverse=True)
)
_ACADEMY = re.compile(
    rf"中国(?:科学院|工程院)|中科院|(?:{_COUNTRIES}|欧洲|国际|世界|亚太|亚洲|非洲|发展中国家|第三世界)"
    rf"[{HAN}]{{0,12}}?(?:科学院|工程院|医学院|国家学院|皇家学会)"
)
"""Academies whose members work elsewhere; a place's or a trade's own academy employs its people."""
_FELLOW = re.compile("(?:外籍|资深|荣誉|通讯|当选)?院士")
_SEAT = re.compile(
    rf"(?:首届|第[一二三四五六七八九十]+届)?(?P<seat>[{HAN}]{{0,10}}(?:(?<!科)学部(?:委员|常委|副?主任)|主席团(?:成员|委员)))"
)
"""A seat among the members of an academy, its employees' own one included: 中国医学科学院|学部委员."""


def as_fellows(assertions: Iterable[Assertion]) -> Iterator[Assertion]:
    """The assertions, an employment at an academy as its 院士 told as what it is: membership."""
    for one in assertions:
        roles = _roles(one) if isinstance(one, Fact) else ()
        if isinstance(one, Fact) and roles:
            told: dict[str, Value] = {name: value for name, value in one.qualifiers.items() if name == "year"}
            yield replace(
                one, subject=replace(one.subject, context=""), predicate="MEMBER_OF", qualifiers={"role": roles, **told}
            )
        else:
            yield one


def _roles(fact: Fact) -> tuple[str, ...]:
    """As what somebody belongs to an academy; empty for any other fact, and for who has a post there."""
    if fact.predicate != "AFFILIATED_WITH" or not fact.object.name.endswith("院"):
        return ()
    seats = [_SEAT.fullmatch(post) for post in re.split("[,，、]", str(fact.qualifiers.get("position", ""))) if post]
    if seats and all(seats):
        return tuple(seat["seat"] for seat in seats if seat is not None)
    if seats or not _ACADEMY.fullmatch(fact.object.name):
        return ()
    titles = re.split("[,，、]", str(fact.qualifiers.get("title", "")))
    return tuple(title for title in titles if _FELLOW.fullmatch(title))
