"""The firms of a cell below a head of makers, which vouches for short names that no lexicon has."""

from __future__ import annotations

import re

from ingest.table.lines import Value
from ingest.table.recognise import organizations
from kg.text import HAN, heal_name

__all__ = ["firms_in"]

_SHORT = re.compile(
    rf"[{HAN}]{{2,6}}(?:科技|医疗|医药|药业|制药|生物|智能|智影|医学|影像|集团|股份|仪器|器械|光电|电子|健康|信息|精密|半导体|光学|机器人)"
    r"|[A-Z][a-z]{3,}(?: (?:[A-Z][a-z]+|AI|Inc\.?))?"
)
"""What a firm is called for short: its own word with its trade (云岭智影科技), or a name in letters (Lanying Medical)."""


def firms_in(cell: Value) -> tuple[str, ...]:
    """The makers that a cell names: by their whole names, or one by its short name."""
    short = heal_name(cell.raw)
    return organizations(cell.raw) or ((short,) if _SHORT.fullmatch(short) else ())
