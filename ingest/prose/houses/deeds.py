"""What the department that a page presents has built and been honoured with, where the sentence leaves its name out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.prose.clauses import clause_start, subject_start
from ingest.prose.honours.prizes import named_at, received
from ingest.prose.honours.received import rest_of_row
from ingest.prose.phrases import listed
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.facilities import facility_of
from kg.model import Assertion, EntityRef, Value
from kg.text import heal_name

__all__ = ["read"]

OWN_BUILT = Rule("department_built")
"""科室建有某某平台, 2019年建成某某网络平台: on the page of a department."""
OWN_TITLE = Rule("department_honoured")
"""科室被评为“某某集体”, 2018年获“某某号”称号: on the page of a department."""

_BUILDS = re.compile(
    r"(?:牵头|独立|自主|率先|联合[^，。；]{2,12}?|先后|已|还|正式|获批|并)*(?P<verb>建成|建有|建立|成立|组建|设立|搭建|创建|共建|筹建|牵头建设)(?:了|起|有)?"
    r"(?P<what>[^。；“”]{4,60}?(?:平台|中心|基地|实验室|数据库|样本库|影像库|联盟|网络|研究所|研究院|质控中心))(?=[，。；、（(]|$|并)"
)
_HONOURED = re.compile(
    r"(?:被(?:[^，。；“]{2,14}?)?(?:评选?为|授予|评定为|命名为|认定为)|荣?获评?|获得|荣获|获授|荣膺)(?:全国|省级?|市级?)?“(?P<name>[^“”]{4,24})”(?:荣誉)?(?:称号|荣誉)?"
)
_OF_OURS = re.compile("牵头|自主|联合|联盟$")
"""What tells that the department founds it; else a city or a ministry may."""
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年")
_TITLE_END = re.compile(r"(?:集体|号|单位|先锋|标兵|岗|团队|科室|示范(?:岗|点|基地|单位)|班组|支部|奖|状|奖章|称号|红旗)$")
_ELIDED = re.compile(
    r"(?:[，,]|牵头|独立|先后|已|还|曾|并|多次|连续[^，。；]{1,5}年|[，,]|获|荣|被|建|成立|组建|设立|搭建|创建|自主|率先|联合|正式|共建|筹建)"
)
_OURS = re.compile(r"(?:(?:目前|现|近年来)[，,]?)?(?:公司|全科|我科|本科室|科室|科内|该科|学科|本中心)")
_ALSO = re.compile(
    rf"(?:{_OURS.pattern})?(?:近年来|先后|已|还|曾|又|并|也|多次|连续[^，。；]{{1,5}}年|[于在]?(?:19|20)\d\d年度?(?:\d{{1,2}}月)?|荣|喜|[，,])*"
)
"""What may stand between a house and the verb that says that it won."""
_WARD = re.compile(r"(?:[我本]院)?(?P<ward>[\u4e00-\u9fff]{2,8}?(?:科|室|中心))(?!室)")
_OF_HONOURS = re.compile(r"(?:公司|科室|学科|团队|所获|获得)*(?:荣誉|奖励|获奖)(?:情况|称号)?(?:[:：]|包括|主要有)\s*")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6}[:：]\s*")
_HOUSES = ("department", "laboratory", "company")
_LEAST = 5


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BUILT and RECEIVED of the department that the page presents."""
    own = reading.own
    if own is None or organization_kind(own.name) not in _HOUSES or reading.sitter is not None:
        return
    for match in _BUILDS.finditer(scene.text):
        if _is_own(scene, match.start()):
            yield from _built(scene, reading, own, match)
    for match in _HONOURED.finditer(scene.text) if "“" in scene.text else ():
        if _is_own(scene, match.start()) and _TITLE_END.search(match["name"]):
            award = EntityRef(label="Award", name=heal_name(match["name"]))
            where = scene.sentence.view.span(*match.span())
            yield reading.fact(OWN_TITLE, own, "RECEIVED", award, where, **_when(scene.text, match.start()))
    yield from _awarded(scene, reading, own)


def _awarded(scene: Scene, reading: Reading, own: EntityRef) -> Iterator[Assertion]:
    """科室曾获某工人先锋号、某科技进步奖一等奖（2014年）: awards with a grade, and titles that bodies have."""
    label = _OF_HONOURS.match(scene.text)
    told = [named_at(scene.text, label.end())] if label is not None else received(scene.text)
    for first in told:
        if first is None or (label is None and not _is_own(scene, first.start, own)):
            continue
        for one in (first, *rest_of_row(scene, first.end)):
            if one.grade or _TITLE_END.search(one.name):
                award, where = EntityRef(label="Award", name=one.name), scene.sentence.view.span(one.start, one.end)
                year = {"year": one.year} if one.year else _when(scene.text, one.start) if one is first else {}
                yield reading.fact(OWN_TITLE, own, "RECEIVED", award, where, grade=one.grade, **year)


def _built(scene: Scene, reading: Reading, own: EntityRef, match: re.Match[str]) -> Iterator[Assertion]:
    founded = match["verb"] in ("成立", "设立") and not _OF_OURS.search(match.group())
    for words in listed(match["what"]) if not founded else ():
        facility = facility_of(words) or _alliance(words)
        if facility is not None and "的" not in facility.name:
            where = scene.sentence.view.span(*match.span())
            role = "牵头" if "牵头" in match.group() else match["verb"]
            yield reading.fact(OWN_BUILT, own, "BUILT", facility, where, role=(role,), **_when(scene.text, match.start()))
            reading.builds(facility)


def _alliance(words: str) -> EntityRef | None:
    """An alliance or a network of hospitals, which is built as a platform is."""
    name = heal_name(words).strip("“”")
    return EntityRef(label="Facility", name=name) if re.search("(?:联盟|网络)$", name) and len(name) >= _LEAST else None


def _is_own(scene: Scene, at: int, own: EntityRef | None = None) -> bool:
    """Whether the sentence begins with the house's noun or name, or with no subject, and names nobody else up to the verb."""
    named = scene.within(0, at, "Person", "Organization")
    start = clause_start(scene.text, at, "，。；")
    if own is not None and len(named) == 1 and named[0].start == 0 and own.name.endswith(named[0].name):
        return _ALSO.fullmatch(scene.text, max(start, named[0].end), at) is not None
    if named:
        return False
    if own is not None:
        ward = _WARD.match(scene.text)
        ours = own.name.endswith(ward["ward"]) if ward is not None else _OURS.match(scene.text) or _ELIDED.match(scene.text)
        return bool(ours) and _ALSO.fullmatch(scene.text, max(start, ward.end() if ward is not None else 0), at) is not None
    label = _LABEL.match(scene.text)
    opening = subject_start(scene.text, label.end() if label else 0)
    return opening >= at or bool(_OURS.match(scene.text, opening) or _ELIDED.match(scene.text, opening))


def _when(text: str, at: int) -> dict[str, Value]:
    """The year that the verb's clause, or the sentence, told last before it."""
    told = list(_YEAR.finditer(text, 0, at))
    return {"year": int(told[-1]["year"])} if told else {}
