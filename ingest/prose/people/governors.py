"""Governors and mayors, told without the government that they are of: 松江省人民政府…，副省长张三."""

from __future__ import annotations

import re

from ingest.prose.reading import Reading, Scene
from kg.model import EntityRef

__all__ = ["government_of", "is_governor"]

_GOVERNOR = re.compile("(?:常务)?副?(?P<level>[省市区县])长")


def is_governor(post: str) -> bool:
    """Whether a post is of a province, town, district or county.

    >>> is_governor("常务副市长"), is_governor("院长")
    (True, False)
    """
    return _GOVERNOR.fullmatch(post) is not None


def government_of(scene: Scene, reading: Reading, post: str, end: int) -> EntityRef | None:
    """The government of the post's level that the sentence named last before a place."""
    governor = _GOVERNOR.fullmatch(post)
    told = [reading.organization(one) for one in scene.of("Organization") if one.end <= end]
    level = governor["level"] if governor is not None else ""
    return next((one for one in reversed(told) if re.search(f"{level}(?:人民)?政府$", one.name)), None)
