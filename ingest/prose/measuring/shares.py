"""Shares of a total that was told: of each body (其中甲学部4项), of each five-year plan (“十二五”8项)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.figures import Figure
from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.clauses import Owner
from ingest.prose.measuring.subjects import is_any_body
from ingest.prose.reading import Reading, Rule, Scene, Total, row
from kg.model import EntityRef, Fact
from kg.text import HAN

__all__ = ["Part", "in_turn", "part_of", "remember", "won_by"]

_PERIOD = re.compile(
    r"[“\"](?P<plan>[一二三四五六七八九十]{1,2}五)[”\"]\s*(?:期间|时期)?(?:立项|支持了?|资助了?|有|为|共|计|占)?\s*$"
)
_HAS = re.compile(r"(?:均|各|也|则)?(?:占|支持了?|资助了?|立项|承担|获批?|有|为|共|[：:（(])?\s*(?:约|近)?\s*$")
_RESPECTIVE = re.compile(r"分别(?:占|支持了?|资助了?|立项|承担|获批?|有|为|是)?\s*")
_BEGINS = re.compile(r"(?:^|[，、；：:,;（(]|其中|和|及)\s*$")
_COORDINATED = re.compile(rf"(?:^|[，；：:,;（(\s])(?:其中)?(?P<items>(?:[{HAN}]{{2,5}}[、和与及])+)$")
_SHARED_HEAD = re.compile(r"(?:科学部|学部)$")
_COUNTS = ("项", "个", "名", "人", "位", "家", "篇", "台", "件", "种", "例", "人次")
_AMONG = re.compile(r"其中|[，,]包括|[（(]含")
_OF_GRANTS = re.compile(r"(?:项目|基金)数$|^(?:获?资助|直接)?(?:总?经费|总额|资助总额|直接费用)$")
_SINCE = 2
_HOUSES = frozenset({"hospital", "university", "institute", "company", "laboratory", "department"})
"""Who wins grants; funders and authorities give them."""
_COUNTED_ALIKE = frozenset({"项", "个"})


_BREAK = re.compile("[，。；,;]")


def in_turn(scene: Scene, found: list[Figure], figure: Figure) -> Figure:
    """甲公司、乙公司的份额分别为30%和|20%: each by the measure that only the first has in front of it."""
    at = scene.text.rfind("分别", 0, figure.start)
    run = [one for one in found if at >= 0 and at < one.start and not _BREAK.search(scene.text, at, one.start)]
    houses = [one for one in scene.of("Organization", "Place", "Facility") if one.end <= at]
    if len(run) < 2 or figure.start == run[0].start or figure.start not in {one.start for one in run} or not houses:
        return figure
    alike = run[0].name and len(row(scene, houses[-1])) == len(run) and figure.unit == run[0].unit
    return replace(figure, name=run[0].name) if alike else figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A share: whose it is, what is counted, and the five-year plan that it belongs to."""

    refs: tuple[EntityRef, ...]
    name: str
    figure: Figure
    period: str = ""

    def facts(self, reading: Reading, rule: Rule) -> Iterator[Fact]:
        """HAS_METRIC of each."""
        metric = EntityRef(label="Metric", name=self.name)
        figure = self.figure
        for ref in self.refs:
            yield reading.fact(
                rule,
                ref,
                "HAS_METRIC",
                metric,
                figure.span,
                value=figure.value,
                unit=figure.unit,
                bound=figure.bound,
                value_text=figure.value_text,
                period=self.period,
            )


def part_of(scene: Scene, reading: Reading, figure: Figure, found: list[Figure]) -> Part | None:
    """What share of the last total the figure is, None where it is none."""
    total = reading.total
    if total is None or reading.said - total.said > 1 or not _alike(total, figure) or figure.value > total.value:
        return None
    left = scene.text[: figure.start]
    period = _PERIOD.search(left)
    if period is not None:
        return Part(refs=total.refs, name=total.name, figure=figure, period=f"“{period['plan']}”")
    bodies = _respective(scene, figure, found) or _bodies(scene, left)
    if not bodies or any(is_any_body(body.name) for body in bodies):
        return None
    refs = tuple(reading.organization(body) if body.label == "Organization" else body.ref for body in bodies)
    return Part(refs=refs, name=total.name, figure=figure)


def remember(reading: Reading, figure: Figure, refs: tuple[EntityRef, ...]) -> None:
    """Keep a count as the total that shares may follow."""
    if not figure.unit.endswith(_COUNTS):
        return
    reading.total = Total(name=figure.name, unit=figure.unit, value=figure.value, refs=refs, said=reading.said)


def won_by(scene: Scene, reading: Reading, figure: Figure, whose: Owner | None) -> Owner | None:
    """Whose the figure is: the house's that the text just said has won so many, not the programmes' that its items name."""
    total = reading.total
    if total is None or reading.said - total.said > _SINCE or not _AMONG.search(scene.text[: figure.start]):
        return whose
    untold = whose is None and total.said == reading.said and _OF_GRANTS.search(figure.name)
    programmes = whose is not None and whose.refs[0].label == "FundingProgram"
    house = total.refs[0].label == "Organization" and organization_kind(total.refs[0].name) in _HOUSES
    return Owner(total.refs) if house and (untold or programmes) else whose


def _alike(total: Total, figure: Figure) -> bool:
    return total.unit == figure.unit or {total.unit, figure.unit} <= _COUNTED_ALIKE


def _bodies(scene: Scene, left: str) -> tuple[Mention, ...]:
    """The body that the count stands at, and those that share its last word with it (化学、数理和信息科学部各1项)."""
    verb = _HAS.search(left)
    end = len(left[: verb.start()].rstrip()) if verb else len(left)
    body = scene.ending_at(end, "Organization") or scene.ending_at(end, "Place")
    if body is None or not (_BEGINS.search(left[: body.start]) or _COORDINATED.search(left[: body.start])):
        return ()
    head, items = _SHARED_HEAD.search(body.surface), _COORDINATED.search(left[: body.start])
    others = re.split("[、和与及]", items["items"]) if head and items else []
    return (*(replace(body, name=other + head.group()) for other in others if other and head), body)


def _respective(scene: Scene, figure: Figure, found: list[Figure]) -> tuple[Mention, ...]:
    """甲和乙分别为3项和2项: the one whose turn it is."""
    for last in scene.of("Organization"):
        pairing = _RESPECTIVE.match(scene.text, last.end)
        bodies = row(scene, last) if pairing else []
        after = [one for one in found if pairing and one.start >= pairing.end()][: len(bodies)]
        if len(bodies) > 1 and len(after) == len(bodies) and pairing and after[0].start - pairing.end() < 2 and figure in after:
            return (bodies[after.index(figure)],)
    return ()
