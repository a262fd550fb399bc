"""How sure a rule is: the share of what it stated that careful readers found right, measured on the documents of the tests.

``confidence.tsv`` holds the counts; ``python -m tests.confidence`` writes it anew. docs/decisions/0091 has the estimator.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

__all__ = ["COLUMNS", "PRIOR", "TABLE", "confidence", "estimate", "measured"]

TABLE = Path(__file__).with_suffix(".tsv")
COLUMNS = ("rule", "right", "judged", "unjudged", "confidence")

PRIOR = 0.9
"""The confidence of a rule that was never judged: what rules reached, about, on documents that they had not been made on."""

_WEIGHT = 10
"""How many facts the prior counts for."""

_DIGITS = 3


def confidence(rule: str) -> float:
    """The measured confidence of a rule, a probability; the prior for one that the table does not have."""
    return measured().get(rule, PRIOR)


def estimate(right: int, judged: int, unjudged: int = 0) -> float:
    """The mean of a Beta distribution that starts at the prior; what nobody could judge counts as the prior says.

    >>> estimate(0, 0), estimate(100, 100), estimate(3, 5), estimate(20, 20, 80)
    (0.9, 0.991, 0.8, 0.918)
    """
    return round((right + PRIOR * (unjudged + _WEIGHT)) / (judged + unjudged + _WEIGHT), _DIGITS)


@cache
def measured() -> Mapping[str, float]:
    """The confidence of each rule of the table."""
    lines = TABLE.read_text("utf-8").splitlines()[1:]
    rows = (dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines)
    return MappingProxyType({row["rule"]: float(row["confidence"]) for row in rows})
