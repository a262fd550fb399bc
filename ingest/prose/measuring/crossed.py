"""What studies tell of several readers by several measures: 敏感度、特异度，甲分别为 a、b，乙分别为 c、d."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.figures import Figure
from ingest.prose.phrases import technology
from ingest.prose.reading import Rule
from ingest.prose.technology.naming import concept_name
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["CROSSED", "crossed"]

CROSSED = Rule("crossed_measures")
"""敏感度、特异度和准确率，甲分别为…，乙分别为…; 甲、乙的敏感度、特异度分别为a、b，c、d."""

_OWN = r"(?<![A-Za-z0-9])(?<!良、)(?<!良、恶)"
"""Where a measure may begin: not inside a code, nor behind 良、, which 恶性 belongs to."""
_MEASURE = (
    rf"{_OWN}[{HAN}A-Za-z\-]{{0,14}}?"
    r"(?:敏感[性度]|灵敏[性度]|特异[性度]|准确[性率度]|精确[率度]|召回率|符合率|检出率|一致率|预测值|AUC值?|曲线下面积)"
)
_MEASURES = rf"(?P<measures>{_MEASURE}(?:(?:[、，,]|以及|[和与及]){_MEASURE})+)"
_EACH = r"\s*(?:分别|依次)(?:高?达到?|均?为|是|约)*\s*"
_AFTER = re.compile(rf"{_MEASURES}[，,：:]\s*")
_WITH = re.compile(
    rf"(?:^|[，。；：:,;])\s*(?P<who>[^，。；：:,;、]{{1,24}}?)的?(?:[^，。；：:,;、]{{0,16}}?的)?{_MEASURES}{_EACH}"
)
_NEXT = re.compile(rf"(?:[，,；;]\s*|^)?(?:而|与)?(?P<who>[^，。；,;、\d]{{1,20}}?){_EACH}")
_ALL = re.compile(
    rf"(?:^|[，。；：:,;])\s*(?P<who>[^，。；：:,;、]{{1,16}}(?:[、和与及][^，。；：:,;、]{{1,16}}?)+?)(?:[两三四]?组)?"
    rf"(?:[对在][^，。；：:,;]{{2,24}}?)?的?{_MEASURES}{_EACH}"
)
_PART = re.compile(r"[、，,和与及]|以及")
_INSIDE, _BETWEEN = re.compile(r"\s*(?:[、和与及]|以及)\s*"), re.compile(r"\s*[，,；;]\s*")
_LEAD = re.compile(r"^(?:结果|结论|研究|分析|其中|显示|表明|提示|发现|采用|应用|单独|对于|与)+[:：]?")
_TAIL = re.compile(r"(?:组|检查|诊断|方法|阅片方式)$")
_CODE = re.compile(r"(?=.*[A-Z])[A-Za-z0-9][A-Za-z0-9\-+/. ]{1,18}")
_AIM = re.compile(r"^(?:对于?|在)?(?P<aim>.*的)?(?P<name>[^的]+)$")
_SEVERAL = 2

_Told = tuple[EntityRef, Figure]


def crossed(text: str, found: Sequence[Figure]) -> Iterator[_Told]:
    """Each figure of such a statement, by its measure, with the technology that it is of; other readers are left out."""
    if len(found) < 2 * _SEVERAL or ("分别" not in text and "依次" not in text):
        return
    for pattern in (_AFTER, _WITH):
        for head in pattern.finditer(text):
            told = list(_one_by_one(text, found, head))
            if len({who for who, _ in told}) >= _SEVERAL:
                yield from _of_technologies(told)
                return
    for head in _ALL.finditer(text):
        told = list(_at_once(text, found, head))
        if told:
            yield from _of_technologies(told)
            return


def _one_by_one(text: str, found: Sequence[Figure], head: re.Match[str]) -> Iterator[tuple[str, Figure]]:
    """甲分别为 a、b，乙分别为 c、d, behind the measures, or the first in front of them."""
    measures, at = _names(head["measures"]), head.end()
    who = head["who"] if head.re is _WITH else ""
    while True:
        if not who:
            named = _NEXT.match(text, at)
            if named is None:
                return
            who, at = named["who"], named.end()
        run = _run(text, found, at, len(measures))
        if not run:
            return
        yield from ((who, replace(one, name=name)) for one, name in zip(run, measures, strict=True))
        who, at = "", run[-1].end


def _at_once(text: str, found: Sequence[Figure], head: re.Match[str]) -> Iterator[tuple[str, Figure]]:
    """甲、乙的敏感度、特异度分别为 a、b，c、d: a run for each."""
    measures, at = _names(head["measures"]), head.end()
    told = list[tuple[str, Figure]]()
    readers = re.split("[、和与及]", head["who"])
    for who in readers:
        gap = _BETWEEN.match(text, at) if told else None
        run = _run(text, found, gap.end() if gap is not None else at, len(measures))
        if not run or (told and gap is None):
            return
        told += [(who, replace(one, name=name)) for one, name in zip(run, measures, strict=True)]
        at = run[-1].end
    yield from told


def _run(text: str, found: Sequence[Figure], at: int, count: int) -> list[Figure]:
    """As many figures as there are measures, in a row from here; none where fewer or more stand there."""
    start = next((place for place, one in enumerate(found) if one.start >= at and not text[at : one.start].strip("约近")), None)
    run = list(found[start : start + count]) if start is not None else []
    joined = all(_INSIDE.fullmatch(text, one.end, other.start) for one, other in pairwise(run))
    following = found[start + count] if start is not None and len(found) > start + count else None
    more = following is not None and _INSIDE.fullmatch(text, run[-1].end, following.start) is not None
    return run if len(run) == count and joined and not more else []


def _names(listed: str) -> list[str]:
    """The measures, each with what the first says that they are of."""
    items = [item for item in _PART.split(_LEAD.sub("", listed)) if item]
    first = _AIM.match(items[0])
    aim = heal_name((first["aim"] or "").removesuffix("的")) if first is not None else ""
    return [aim + (first["name"] if first is not None and place == 0 else item) for place, item in enumerate(items)]


def _of_technologies(told: list[tuple[str, Figure]]) -> Iterator[_Told]:
    for who, figure in told:
        name = _TAIL.sub("", _LEAD.sub("", heal_name(who))).strip()
        known = concept_name(name)
        if known is not None or _CODE.fullmatch(name) or technology(name) == name or "+" in name:
            yield EntityRef(label="Technology", name=known or name), figure
