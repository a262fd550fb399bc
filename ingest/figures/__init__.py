"""Figures in running text: a value, its unit, what it counts or measures, and what it is set against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.figures.compared import NUMBER, compared, grouped, respective
from ingest.figures.figure import Figure, qualifiers
from ingest.figures.names import described, left_clause, named
from ingest.figures.written import Written, written
from ingest.layout import View
from ingest.numerals import to_wan
from kg.model import Span
from kg.text import heal_name

__all__ = ["NUMBER", "Figure", "figures", "qualifiers", "to_wan"]

_YEARLY = r"检查|门诊|手术|诊疗|接诊|收治|服务|产|发文|出具|报告|完成|开放|就诊|住院|出院|培训|治疗|处理"
_EACH = (
    (
        re.compile(
            rf"(?:每年|平均每年|年均|(?<![\d来近去今半多十两几当本同])(?<!\d )年(?:{_YEARLY})"
            r"|(?<![\d来近去今半多十几])年\s*$)"
        ),
        "/年",
    ),
    (re.compile(r"(?:每日|每天|日均|日门诊)"), "/日"),
    (re.compile(r"(?:每月|月均)"), "/月"),
    (re.compile(r"每秒$"), "/秒"),
)
"""What a clause says before a count that is told again and again."""
_EACH_PIECE = re.compile(r"每(?P<piece>[台例项次人套])\D{0,6}$|单(?P<one>[台例次])(?:价格|成本|费用)\D{0,4}$")
_BARE_CHANGE = re.compile(
    "(?P<more>[高多低少快慢长短][出了]?)|(?P<ratio>与[^与]*之比)"
    "|相?[较比][^较比]*?(?P<change>降低|减少|缩短|提高|增加|下降|上升|提升|增长|[高多低少快慢长短][出了])"
)
"""A name that only tells how far a value is from another's."""
_SECOND_SIDE = re.compile(r"[×xX*]\s*$")
"""24 mm×|20 mm: the second of two sides has no name."""
_LABEL = re.compile("[^，。；：:]{2,12}(?=[:：]$)")
"""年门诊量|：40万人次."""
_GAP, _SOON = 40, 24
_NOT_EACH = frozenset({"%", "‰", "个百分点", "倍", "年", "岁", "", "T"})


def figures(view: View) -> Iterator[Figure]:
    """The figures of a view, in the order of the text.

    Dates, citations, numbers of sections, tables and attachments, nuclides, models, codes and ordinals are not figures.
    """
    text = view.text
    last: Figure | None = None
    for group in grouped(text, [_figure(view, one) for one in written(text)]):
        for figure in compared(text, respective(text, group)):
            told = _of_the_last(figure, last)
            last = last if _SECOND_SIDE.search(told.name) else told
            yield replace(told, name="") if _SECOND_SIDE.search(told.name) else told


def _of_the_last(figure: Figure, last: Figure | None) -> Figure:
    """By how much the value told right before differs (符合率为93%，比甲高6%): a change of that."""
    near = last is not None and figure.start - last.end <= _SOON
    bare = _BARE_CHANGE.fullmatch(figure.name) if near else None
    return replace(figure, name=last.name + bare[bare.lastgroup or 0]) if bare and last is not None and last.name else figure


def _figure(view: View, one: Written) -> Figure:
    text, clause = view.text, left_clause(view.text, one.begin)
    if not clause.strip() and (label := _LABEL.search(text, 0, one.begin)) is not None:
        clause = label.group()
    name, comparator, year = described(named(text, one), clause)
    figure = Figure(
        name=name,
        value=one.value,
        unit=one.unit,
        value_text=heal_name(text[one.start : one.end]),
        start=one.start,
        end=one.end,
        span=_words(view, one),
        bound=one.bound,
        high=one.high,
        comparator=comparator,
        year=year,
    )
    return replace(figure, unit=one.unit + _each(one, clause))


def _words(view: View, one: Written) -> Span:
    """Where the words stand, as far as they stand together: a table between a number and its unit is no part of them."""
    end = next((at for at in range(one.start + 1, one.end) if view.offsets[at] - view.offsets[at - 1] > _GAP), one.end)
    return view.span(one.start, end)


def _each(one: Written, clause: str) -> str:
    """/年, /日, /台 where the clause says that the figure is told for each."""
    if one.measure in _NOT_EACH or "/" in one.unit:
        return ""
    if "元" in one.unit and (piece := _EACH_PIECE.search(clause)):
        return "/" + (piece["piece"] or piece["one"])
    return next((unit for words, unit in _EACH if words.search(clause)), "")
