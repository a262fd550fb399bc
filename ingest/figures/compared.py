"""Figures that belong together: values named one by one (甲和乙分别为…), and values that others are set against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.figures.figure import Figure
from ingest.figures.names import LEAD, counter, short
from ingest.figures.written import UNIT
from kg.text import HAN, heal_name

__all__ = ["NUMBER", "compared", "grouped", "respective"]

_PARTS = re.compile(r"[，。；;]|,(?!\d{3})")
_CHANGES = (
    r"提速|提高|提升|缩短|降低|降|减少|增加|增长|下降|上升|升高|简化|优化|压缩|减轻|节省|节约|改善|[高多低少快慢长短][出了]"
)
_RESPECTIVE = re.compile(
    rf"(?P<names>[{HAN}A-Za-z0-9\-()（）/·]+(?:[、,和与及][{HAN}A-Za-z0-9\-()（）/· ]+)+?)\s*(?:分别|依次)(?:高?达到?|均?为"
    rf"|约|是|有|提高到?|提升至?|降低至?|至|下降|增加|:|：)*\s*$"
)
_AS_MANY = re.compile(
    rf"(?P<names>[{HAN}A-Za-z0-9\-/]+(?:[、和与及][{HAN}A-Za-z0-9\-/]+?)+?)\s*(?:(?:可|能|均|都|高)*达到?|均?为)\s*$"
)
"""灵敏度、特异度可达 x、y: as many measures as values, without 分别."""
_ONE_BY_ONE = re.compile(r"(?:分别|依次)(?:高?达到?|均?为|是|约)?\s*$")
_SPAN_OF_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)\s*年?\s*(?:[~～\-–—]+|至|到)\s*(?P<last>(?:19|20)\d\d)\s*年")
_ROW_OF_YEARS = re.compile(r"(?:19|20)\d\d年?(?:(?:、|和|与|及)(?:19|20)\d\d年?)+")
_MADE = re.compile("^(?:建立|构建|提出|制定|形成|开展|研究|获得|采用|针对)了?(?=..)")
_RATES = re.compile(r"[率性度值量费]$|AUC$|面积$|时间$|系数$|剂量$")
_ROW = re.compile(
    rf"[{HAN}A-Za-z0-9/\-]{{2,10}}(?:、[{HAN}A-Za-z0-9/\-]{{2,10}})*[、和与及][{HAN}A-Za-z0-9/\-]{{2,10}}?(?=的|患者|组|等?[两三四五六]|[，,])"
)
_COMPARE_AFTER = re.compile(
    r"[)）]?[，,]?\s*(?:显著|明显|均|远|大幅|大大|也|略|稍)*(?:优于|高于|低于|多于|少于|好于|领先于?|短于|较|比|相比|相较于?|vs\.?"
    rf"|对比(?![剂度]))(?P<other>(?!\s*\d+(?:\.\d+)?\s*[%％])(?![上去前同]年|(?:19|20)\d{{2}}年(?:底|末|度)?(?:{_CHANGES}|上升|同期|的?\d)|同期|上[一半]?[期月])[^，。；,;]{{2,20}}?)(?:(?:显著|明显|大幅|均|又|约)*(?:{_CHANGES}|(?<![时中])[高多低少快慢长短](?=约?\s*\d)|上调|下调|扩大|翻)|(?=[（(]?\s*\d|[，。；,;]))"
)
_CHANGED = re.compile(rf"(?:{_CHANGES}|(?<!时)[高多低少快慢长短]|上调|下调|扩大|翻)$")
_ARM = re.compile(r"\s*(?:比|vs\.?|VS\.?)\s*(?P<value>\d+(?:\.\d+)?)\s*[%％]")
"""10.0%比8.2%: what the other arm of a trial has."""
_OF_OTHER_ARM = re.compile(r"\d\s*[%％]\s*(?:比|vs\.?|VS\.?)\s*$")
_ITS_VALUE = re.compile(r"[（(]?\s*(\d+(?:\.\d+)?)")
_FROM = re.compile(
    rf"^(?P<name>.*?)(?:由|从)(?P<other>[^由从]*?(?P<value>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)\s*(?:{UNIT})?[^\d]{{0,10}}?)(?:稳步|持续|快速|迅速|大幅|逐步|逐年|显著|明显|进一步)*(?:提高"
    rf"|提升|缩短|降低|减少|增加|增长|扩大|下降|上升|简化|优化|压缩|压|提前|推进|调整|发展|壮大|升|降|缩|增|减)(?:了|至|到|为|成)*(?:(?:19|20)\d{{2}}年的?)?\s*$"
)
_FROM_YEAR = re.compile(r"(?P<name>[^，。；：,;:]*?)(?:由|从)(?P<year>(?:19|20)\d{2})\s*年(?:底|末)?的?(?:约|近|不足)?\s*$")
_TO_YEAR = re.compile(
    rf"\s*[，,]?\s*(?:逐年|稳步|快速|大幅|显著)*(?:{_CHANGES}|扩大|上升|发展|攀升|升|降|增|减)(?:了|至|到|为)*\s*(?P<year>(?:19|20)\d{{2}})\s*年(?:底|末)?的?(?:约|近|超过?)?\s*"
)
"""由2011年的甲台，增长至2019年的乙台: two years' values of one thing."""
_VALUE_AT_END = re.compile(rf"\d[\d.,]*\s*[余多万亿千百]*\s*(?:{UNIT})?$")
_GROWN = re.compile(
    r"(?:^|[，。；：,;])\s*(?P<name>[^，。；：,;]{2,20}?)的?(?:增长|增加|减少|下降|变化|上升|提升)[^，。；,;]{0,8}[，,]\s*(?:由|从)[^，。；由从]{0,30}$"
)
NUMBER = "数量"
"""How many there are of a thing that has a name of its own."""
_OF_NAMED = re.compile(r"，，(?:的?数量)?(?:由|从)(?:19|20)\d{2}[^，。；由从]{0,30}$")
"""A name blanked out, and its number in one year."""
_SET_AGAINST = re.compile(
    r"(?:优于|高于|低于|多于|少于|较|(?<![占同环百分噪对价险势])比(?![例重率])|对比(?![剂度]))(?P<other>[^，。；\d]{2,14}?)[（(]?(?P<value>[\d.]*)[%～~及和、\s\d.]*$"
)
_CHANGED_BY = re.compile(
    rf"(?P<name>[^，。；]*?)(?:[（(][^（）()]*[)）])?(?:较|(?<![占同环百噪对价险势])比(?![例重率])|相比)(?P<other>[^，。；\d]{{2,14}}?|(?:19|20)\d{{2}}年(?:度|底|末)?(?:同期)?)(?:[（(](?P<value>\d+(?:\.\d+)?)[%％]?[)）])?(?P<change>{_CHANGES})了?\s*$"
)
_NOTE_LAST = re.compile(r"[（(][^（）()]*[)）]\s*$")
_COMPARED_WITH = re.compile(
    rf"(?:与|同|和)(?P<other>[^，。；,;\d]{{2,14}}?)相比[，,]?(?P<name>[^，。；,;\d]{{2,16}}?)(?P<change>{_CHANGES})了?\s*(?:约|近|超过?)?\s*$"
)
"""与甲相比，乙降低了 x: of 乙, set against 甲."""
_RATIO = re.compile(
    r"(?P<name>[^，。；]*?)(?:仅|几乎|还|均|分别)*(?P<bound>约|大约)?(?:为|是|等于|相当于|(?P<less>不及|不足|不到|低于)|(?P<more>超过|高于)|达到?)(?P<other>(?!前|以|最)(?:[^，。；\d]|[\d.]+(?=T|排|层)){2,20}?)的\s*$"
)


def grouped(text: str, found: list[Figure]) -> Iterator[list[Figure]]:
    """Figures that follow each other with nothing but 、, 和, 及 and the like between them, as one group."""
    group: list[Figure] = []
    for figure in found:
        if group and not re.fullmatch(r"\s*(?:[、,，和与及/;；]|以及)?\s*", text[group[-1].end : figure.start]):
            yield group
            group = []
        group.append(figure)
    if group:
        yield group


def respective(text: str, group: list[Figure]) -> list[Figure]:
    """甲和乙分别为 x 和 y: each value with its own name; 2019—2021年依次为 x、y 和 z: each with its year."""
    left = text[max(0, group[0].start - 80) : group[0].start]
    group = _each_year(left, group)
    listed = _RESPECTIVE.search(_PARTS.split(left)[-1]) if len(group) > 1 else None
    if listed is None:
        return _as_many(left, group) or _each_named(left, group)
    names = _items(listed["names"])
    if 1 < len(names) < len(group):  # several tell each of these: which is whose is not told
        return [replace(figure, name="") for figure in group]
    return (
        [replace(figure, name=name) for figure, name in zip(group, names, strict=True)] if len(names) == len(group) else group
    )


def _as_many(left: str, group: list[Figure]) -> list[Figure]:
    """The values by the measures of a row before them, where all of it are measures and they are as many; else none."""
    told = _AS_MANY.search(_PARTS.split(left)[-1]) if len(group) > 1 else None
    names = _items(told["names"]) if told is not None else []
    alike = len(names) == len(group) and all(map(_RATES.search, names))
    return [replace(one, name=name) for one, name in zip(group, names, strict=True)] if alike else []


def _each_year(left: str, group: list[Figure]) -> list[Figure]:
    """The values with the years of a span, or of a row, that tells as many."""
    said = re.split("[。；;]", left)[-1] if len(group) > 1 and _ONE_BY_ONE.search(left) else ""
    span, rows = _SPAN_OF_YEARS.search(said), _ROW_OF_YEARS.findall(said)
    years = list(range(int(span["first"]), int(span["last"]) + 1)) if span is not None else []
    years = [int(one) for one in re.findall(r"(?:19|20)\d\d", rows[-1])] if rows else years
    return (
        [replace(one, name=group[0].name, year=year) for one, year in zip(group, years, strict=True)]
        if len(years) == len(group)
        else group
    )


def _each_named(left: str, group: list[Figure]) -> list[Figure]:
    """甲、乙和丙的…，符合率分别为 x、y 和 z: each value of its own thing, where as many stand before in a row."""
    if len(group) < 2 or not _ONE_BY_ONE.search(left) or not _RATES.search(group[0].name):
        return group
    for row in reversed(list(_ROW.finditer(_ONE_BY_ONE.sub("", left)))):
        items = re.split("[、和与及]", row.group())
        if len(items) == len(group):
            items = [_MADE.sub("", LEAD.sub("", items[0])), *items[1:]]
            return [replace(one, name=item + group[0].name) for one, item in zip(group, items, strict=True)]
    return group


def compared(text: str, group: list[Figure]) -> Iterator[Figure]:
    """The group with what each value is set against; a value that is itself what another is set against is left out."""
    for figure in group:
        if (dated := _dated(text, figure)) is not None:
            yield dated
            continue
        if _is_comparator(text, figure):
            continue
        before = _before_it(text, figure)
        after = _COMPARE_AFTER.match(text, figure.end)
        arm = _ARM.match(text, figure.end) if figure.unit == "%" else None
        if arm is not None:
            yield replace(figure, comparator_value=float(arm["value"]))
        elif before is not None:
            yield before
        elif after is not None:
            yield _set_against(text, figure, after)
        else:
            yield _changed_by(text, figure)


def _dated(text: str, figure: Figure) -> Figure | None:
    """One of two values that years are told of, each a figure of its own."""
    first = _FROM_YEAR.search(text[max(0, figure.start - 60) : figure.start])
    if first is not None and _TO_YEAR.match(text, figure.end):
        name = _what(first["name"], text[: figure.start])
        return replace(figure, name=name and name + counter(figure.unit, name), year=int(first["year"]))
    for turn in _TO_YEAR.finditer(text, max(0, figure.start - 40), figure.start):
        before = _FROM_YEAR.search(_VALUE_AT_END.sub("", text[max(0, turn.start() - 70) : turn.start()]))
        if turn.end() == figure.start and before is not None:
            name = _what(before["name"], text[: turn.start()])
            return replace(figure, name=name and name + counter(figure.unit, name), year=int(turn["year"]))
    return None


def _what(name: str, said: str) -> str:
    """What the years are told of, "" where the words name nothing."""
    return heal_name(short(name)) or _grown(said) or _number_of(said)


def _grown(said: str) -> str:
    """What the clause before says to have grown: 床位增长最快，由2011年的…."""
    grown = _GROWN.search(said)
    return heal_name(short(grown["name"])) if grown is not None else ""


def _number_of(said: str) -> str:
    """数量, where what is counted is a thing by its own name, which stands blanked out before 由."""
    return NUMBER if _OF_NAMED.search(said) else ""


def _items(listed: str) -> list[str]:
    """The names of a list, each whole: what only the first or the last spells out is shared.

    >>> _items("左室应变的敏感性和特异性"), _items("一年、五年存活率")
    (['左室应变的敏感性', '左室应变的特异性'], ['一年存活率', '五年存活率'])
    """
    items = [
        LEAD.sub("", heal_name(item))
        for item in re.split(r"[、,]|(?<=[性率度量数值年月])[和与及]|[和与及]", listed)
        if item.strip()
    ]
    if len(items) < 2:
        return items
    first, last = items[0], items[-1]
    if len(last) > len(first) and last[: len(first)][-1:] == first[-1:]:
        return [item if item is last else item + last[len(first) :] for item in items]
    if "的" in last and not any("的" in item for item in items[:-1]):
        return [*(item + last[last.index("的") :] for item in items[:-1]), last]
    prefix = first[: -len(last)] if len(first) > len(last) and first[-1] == last[-1] else ""
    return [first, *(item if item.startswith(prefix) else prefix + item for item in items[1:])]


def _set_against(text: str, figure: Figure, after: re.Match[str]) -> Figure:
    """x，高于甲的 y: set against 甲 and y; after 较甲提高 a number tells the change, not what 甲 has."""
    value = None if _CHANGED.search(after.group()) else _ITS_VALUE.match(text, after.end())
    if value is not None and figure.unit and re.match(r"\s*[名例个位人台]", text[value.end() :]) and figure.unit == "%":
        value = None  # how many the other group has
    other = heal_name(after["other"].strip("的 （("))
    return replace(figure, comparator=other, comparator_value=float(value[1]) if value else None)


def _clause(text: str, end: int, reach: int) -> str:
    return _PARTS.split(text[max(0, end - reach) : end])[-1]


def _is_comparator(text: str, figure: Figure) -> bool:
    """Whether the value is what another one is set against: 由25分钟缩短至…, 优于国际报道(59.8%)."""
    clause = _clause(text, figure.start, 24)
    if _OF_OTHER_ARM.search(clause):
        return True
    if re.search(r"(?:由|从)[^，。；至到]{0,16}$", clause) and re.match(
        r"[^，。；]{0,8}(?:至|到|为|成)", text[figure.end :][:14]
    ):
        return True
    return bool(_SET_AGAINST.search(clause)) and not re.search(
        rf"{_CHANGES}|(?<!时)[高多低少快慢长短](?:检出|发现|查出|识别)?$", clause
    )


def _before_it(text: str, figure: Figure) -> Figure | None:
    """由 x 缩短至 y: y, set against x, named by what stands before 由."""
    match = _FROM.search(_clause(text, figure.start, 48))
    if match is None:
        return None
    noted = _NOTE_LAST.sub("", match["name"])
    name = heal_name(short(noted)) or figure.name
    return replace(
        figure, name=name, comparator=heal_name(match["other"].strip()), comparator_value=float(match["value"].replace(",", ""))
    )


def _changed_by(text: str, figure: Figure) -> Figure:
    """较甲（29%）提高了4.3%: set against 甲 and its value."""
    clause = _clause(text, figure.start, 40)
    beside = _COMPARED_WITH.search(text[max(0, figure.start - 50) : figure.start])
    if beside is not None:
        name = heal_name(short(beside["name"]) + beside["change"])
        return replace(figure, name=name, comparator=heal_name(beside["other"]))
    match = _CHANGED_BY.search(clause)
    if match is None:
        return _in_proportion(clause, figure)
    value = float(match["value"]) if match["value"] else figure.comparator_value
    name = figure.name or heal_name(short(match["name"]) + match["change"])
    return replace(figure, name=name, comparator=figure.comparator or heal_name(match["other"]), comparator_value=value)


def _in_proportion(clause: str, figure: Figure) -> Figure:
    """甲的产量约为乙的1/3: the ratio of the two."""
    match = _RATIO.search(re.sub(r"(?:约|近|超过?|不足|大约|将近)$", "", clause)) if figure.unit in ("", "%", "倍") else None
    if match is None or "占" in match["name"] or match["other"] in ("前者", "后者", "其"):
        return figure
    other = heal_name(match["other"])
    bound = figure.bound or ("约" if match["bound"] else "<" if match["less"] else ">" if match["more"] else "")
    return replace(figure, name=f"{heal_name(short(match['name']))}与{other}之比", comparator=other, bound=bound)
