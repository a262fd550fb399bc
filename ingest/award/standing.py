"""Where organisations stand, as their names tell: the city or province, and the district within it."""

from __future__ import annotations

import re

from ingest.prose.houses.parents import place
from kg.text import HAN

__all__ = ["district_of", "places_of"]

_DISTRICT = re.compile(rf"(?P<place>[{HAN}]{{2,4}}市(?!市)[{HAN}]{{1,3}}(?<!开发)(?<!高新)(?<!院)[区县])(?=[{HAN}]{{2,}})")


def district_of(name: str) -> str:
    """The district that a name opens with behind its city; "" where it tells none.

    >>> district_of("临江市东岭区中心医院"), district_of("临江市开发区医院"), district_of("临江市第一医院")
    ('临江市东岭区', '', '')
    """
    found = _DISTRICT.match(name)
    return found["place"] if found else ""


def places_of(name: str) -> list[str]:
    """The places that a name tells, the wider first."""
    return [where for where in (place(name), district_of(name) if place(name) else "") if where]
