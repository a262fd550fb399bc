"""A figure as it was read: a value, its unit, what it counts or measures, and what it is set against."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span, Value

__all__ = ["Figure", "qualifiers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure. ``start`` and ``end`` bound the value with its unit in the view; ``span`` is the same in the document.

    A scale written with digits stays in the unit (14, 万篇; 4.5, 亿元), a number in Chinese characters is worked out. What
    is told for each year, day or piece has it in the unit (项/年, 万元/台); 三成 and 一半 are per cent, 1/3 is a decimal.
    ``bound`` is one of >=, >, <=, <, 约, 近, 余, 上 or nothing; a range has its low end in ``value`` and ``high`` besides.
    ``name`` is a short noun phrase, "" where the text offers none. ``comparator`` is what the value is set against, in
    the text's words; ``year`` is set where the figure's own clause opens with one.
    """

    name: str
    value: float
    unit: str
    value_text: str
    start: int
    end: int
    span: Span
    bound: str = ""
    high: float | None = None
    comparator: str = ""
    comparator_value: float | None = None
    year: int | None = None


def qualifiers(figure: Figure) -> dict[str, Value]:
    """A figure as the qualifiers of HAS_METRIC."""
    stated: dict[str, Value | None] = {
        "value": figure.value,
        "unit": figure.unit,
        "bound": figure.bound,
        "comparator": figure.comparator,
        "comparator_value": figure.comparator_value,
        "year": figure.year,
        "value_text": figure.value_text,
        "value_low": figure.value if figure.high is not None else None,
        "value_high": figure.high,
    }
    return {name: value for name, value in stated.items() if value not in (None, "")}
