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

PRIOR = 0.85
"""The confidence of a rule that was never judged."""

_WEIGHT = 50
"""How many facts the prior counts for: so many that facts are as sure, on average, as those of documents read for the first
time were right (0.93)."""

_DIGITS = 3


def confidence(rule: str) -> float:
    """The measured confidence of a rule, a probability; the prior for one that the table does not have."""
    return measured().get(rule, PRIOR)


def estimate(right: int, judged: int, unjudged: int = 0) -> float:
    """The mean of a Beta distribution that starts at the prior; what nobody could judge counts as the prior says.

    >>> estimate(0, 0), estimate(50, 50), estimate(5, 50), estimate(50, 50, 100)
    (0.85, 0.925, 0.475, 0.887)
    """
    return round((right + PRIOR * (unjudged + _WEIGHT)) / (judged + unjudged + _WEIGHT), _DIGITS)


@cache
def measured() -> Mapping[str, float]:
    """The confidence of each rule of the table."""
    lines = TABLE.read_text("utf-8").splitlines()[1:]
    rows = (dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines)
    return MappingProxyType({row["rule"]: float(row["confidence"]) for row in rows})
