"""Fields that sentences tell instead of labels: 由甲大学、乙医院共同完成, 该项目由丙学会提名, 创新点一：… below no heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.forms.grammar import LABELS, Group
from ingest.award.forms.headline import REST
from ingest.award.forms.mark import Mark
from ingest.lexicon import organization_kind
from kg.text import HAN

__all__ = ["done_by", "in_words"]

_LABEL = {
    name: next(label for label in LABELS if label.field == name and label.group is not Group.RECORD)
    for name in ("units", "units_more", "nominator", "innovations", "uptake")
}
_NAMES = rf"[{HAN}A-Za-z（）()、 ]{{4,160}}?"
_FROM = r"(?:^|(?<=[。；;\n]))[ ]*(?P<of>(?:(?:该|本)?(?:项目|成果|课题)(?:系|是)?)?"
_DONE = re.compile(
    rf"(?m){_FROM}由)(?P<units>{_NAMES})(?:(?P<led>(?:牵头|主持|负责)(?:完成)?)[，,]?(?:与|和|并)?(?:联合|会同|携手)?(?P<more>{_NAMES})?)?"
    r"(?P<rest>(?:等单位|等)?(?:共同|合作|联合|协作|协同|参与|独立)?(?:研究|攻关|承担)?完成)(?=[。；;，,\n]|$)"
)
_FIRST = re.compile(
    rf"(?m)(?:^|(?<=[。；;]))[ ]*(?P<of>)(?P<units>{_NAMES})(?P<rest>(?:为|是|作为)第一完成单位)[，,](?P<more>{_NAMES})"
    r"(?:为|是|作为)(?:合作|参与|协作|主要|其他)?(?:完成)?单位"
)
_PROPOSED = re.compile(
    rf"(?m){_FROM}(?:由|经))(?P<nominator>{_NAMES})"
    r"(?P<rest>(?:认真|组织|专家|进行|评审|审[查核阅定]|研究|讨论|，|,){0,6}(?:一致)?(?:同意|决定)?(?:联合|共同)?(?:推荐|提名))"
)
_POINT = r"(?m)(?:^|(?<=[。；;]))[ ]*(?P<point>(?:主要)?(?:科技|技术)?(?:创新|发明|发现)点[ ]*[（(]?(?:{n})[)）]?[ ]*[：:])"
_ONE, _TWO = (re.compile(_POINT.format(n=n)) for n in ("1|一", "2|二"))
_USED = re.compile(
    r"(?m)(?:^|(?<=[。；;]))[ ]*(?P<used>(?:目前[，,]?|现|迄今)?(?:[该本]?项目|[该本]?研究|该|本|上述|相关)?(?:成果|技术|项目)?"
    r"(?:现已|已经?|先后|目前)*(?:在|被|推广|应用|辐射)[^。；\n]{4,120}?(?:应用|使用|推广|采用|引进|开展|医院|单位)[。；，])"
)
"""该技术已被甲医院、乙医院等采用."""
_HOUSE = re.compile(r"[^、,和及与\s]+")
_LISTS = frozenset({"people", "people_more", "units", "units_more", "nominator", "award"})
_BARE = frozenset({"achievement", REST.field})


def in_words(text: str, marks: list[Mark]) -> list[Mark]:
    """Marks for what sentences tell of a form whose labels tell a work, and no units, no nominator or no points of it."""
    told = {label.field for mark in marks for label in mark.labels}
    if "achievement" not in told or sum(label.field == "achievement" for mark in marks for label in mark.labels) > 1:
        return []
    found = [
        *(_done(text) if "units" not in told else ()),
        *(_proposed(text) if not told & {"nominator", "nomination"} else ()),
    ]
    used = _uptake(text, [*marks, *found]) if "uptake" not in told else []
    return [*found, *used, *_points(text, [*marks, *found, *used])]


def _done(text: str) -> list[Mark]:
    for pattern in (_DONE, _FIRST):
        for match in pattern.finditer(text):
            listed = [match["units"], *filter(None, [match["more"]])]
            if all(map(_are_houses, listed)):
                return list(_marked(match))
    return []


def done_by(text: str) -> list[tuple[int, int]]:
    """Where the houses stand that a sentence says completed the work together, the leading one first; none where it says
    of nobody.

    >>> text = "本项目由甲市医院牵头，联合乙大学、丙大学共同完成。"
    >>> [text[start:end] for start, end in done_by(text)]
    ['甲市医院', '乙大学', '丙大学']
    """
    for match in _DONE.finditer(text):
        groups = [group for group in ("units", "more") if match[group]]
        if all(_are_houses(match[group]) for group in groups):
            return [
                (match.start(group) + name.start(), match.start(group) + name.end())
                for group in groups
                for name in _HOUSE.finditer(match[group])
            ]
    return []


def _marked(match: re.Match[str]) -> Iterator[Mark]:
    yield Mark((_LABEL["units"],), match.start("of"), match.start("units"), True)
    if match["more"]:
        yield Mark((REST,), match.end("units"), match.end("units"), True)
        yield Mark((_LABEL["units_more"],), match.start("more"), match.start("more"), True)
    last = match.end("more") if match["more"] else match.end("units")
    yield Mark((REST,), last, last, True)


def _proposed(text: str) -> list[Mark]:
    for match in _PROPOSED.finditer(text):
        if _are_houses(match["nominator"]):
            return [
                Mark((_LABEL["nominator"],), match.start("of"), match.start("nominator"), True),
                Mark((REST,), match.start("rest"), match.start("rest"), True),
            ]
    return []


def _are_houses(names: str) -> bool:
    """Whether each of a list of names is an organisation's."""
    return all(organization_kind(name.strip()) for name in re.split("[、，,和及与]", names))


def _uptake(text: str, marks: list[Mark]) -> list[Mark]:
    """A sentence on use that stands behind a list of who did or proposed the work."""
    for match in _USED.finditer(text):
        above = max((mark for mark in marks if mark.end <= match.start("used")), key=lambda mark: mark.end, default=None)
        if above is not None and any(label.field in _LISTS or label is REST for label in above.labels):
            return [Mark((_LABEL["uptake"],), match.start("used"), match.start("used"), True)]
    return []


def _points(text: str, marks: list[Mark]) -> list[Mark]:
    """The first of the points where the label above it is of another field."""
    one = _ONE.search(text)
    if one is None or _TWO.search(text, one.end()) is None:
        return []
    above = sorted((mark.start, label.field) for mark in marks if mark.start <= one.start("point") for label in mark.labels)
    if not above or any(field == "innovations" for _, field in above) or above[-1][1] not in _LISTS | _BARE:
        return []
    return [Mark((_LABEL["innovations"],), one.start("point"), one.start("point"), True)]
