"""Who took up a product after whom: 继甲医院、乙医院之后，丙医院成为第三家装机该产品的医院."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.clauses import clause_starts
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.things import device_at, thing_at
from kg.model import Assertion, EntityRef

__all__ = ["read"]

FURTHER_USER = Rule("further_user")
"""继甲、乙之后，丙成为第三家装机某设备的医院; 继甲、乙之后，某设备装机丙; 丙是继甲、乙之后第三家引进该产品的医疗机构."""

_AFTER = re.compile(
    r"继(?P<row>[^。；]{4,80}?)(?:等(?:多家)?(?:[\d一二三四五六七八九十]+家)?(?:医院|单位|医疗机构)?)?(?:之后|后)(?=[，,]|又|第|全国|国内|我国|[^，。；]{0,10}第)"
)
_TAKES = (
    r"(?:引进|引入|装机|安装|使用|应用|开展|配备|装备|启用|采购|购置|购入|上线|采用|投用|部署|拥有)(?:了|使用|并使用|完成)?"
)
_NTH = re.compile(rf"第[一二三四五六七八九十百\d]+[家个所](?:{_TAKES}|完成|成功|正式|同时)*")
_TOO = re.compile(
    rf"[，,]?(?:于?(?:19|20)\d\d年(?:\d{{1,2}}月)?|也|亦|又|便|随即|相继|陆续|先后|常规|正式|率先|成功)*(?={_TAKES})"
)
"""继甲之后，乙|于2012年常规|开展该检查."""
_TAKEN = re.compile(
    rf"{_TAKES}(?P<what>[^，。；]{{2,40}}?)(?:的(?:[^，。；的]{{0,6}})(?:医院|单位|医疗机构|机构|用户|中心|科室)|(?=[，。；]|$))"
)
_LANDS = re.compile(
    r"(?P<what>[^，。；]{1,40}?)(?:近日|日前|又|再次|成功|正式|顺利|也|已|在)*(?:装机|落户|入驻|进驻|落地|安装于|安装在|装机于|投用于|交付)(?:于|至|到)?$"
)
_POINTS = re.compile("(?:该|本|这[款台套种个一]|此)(?:产品|系统|设备|装备|技术|仪器|装置|软件|平台|机器)")
_USERS = ("hospital", "university", "institute", "department", "laboratory")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of the product by those before and by the one that the sentence tells of."""
    for after in _AFTER.finditer(scene.text) if "继" in scene.text else ():
        before = [one for one in scene.within(*after.span("row"), "Organization") if one.kind in _USERS]
        rest = [one for one in scene.of("Organization") if one.kind in _USERS and one not in before]
        found = _lands(scene, reading, after, rest) or _takes(scene, reading, after, rest)
        if found is None or not before:
            continue
        what, newest = found
        for user in (*before, newest):
            where = scene.sentence.view.span(min(user.start, after.start()), max(user.end, after.end()))
            yield reading.fact(FURTHER_USER, what, "ADOPTED_BY", reading.organization(user), where)


def _lands(scene: Scene, reading: Reading, after: re.Match[str], rest: list[Mention]) -> tuple[EntityRef, Mention] | None:
    """继甲、乙之后，|某设备近日装机|丙."""
    following = [one for one in rest if one.start >= after.end()]
    if len(following) != 1:
        return None
    lands = _LANDS.fullmatch(scene.text, _past_mark(scene.text, after.end()), following[0].start)
    what = _product(scene, reading, lands.span("what")) if lands is not None else None
    return (what, following[0]) if what is not None else None


def _takes(scene: Scene, reading: Reading, after: re.Match[str], rest: list[Mention]) -> tuple[EntityRef, Mention] | None:
    """继甲、乙之后，|丙|成为第三家装机某设备的医院; the one that comes next may stand in front."""
    nth = _NTH.search(scene.text, after.end())
    following = [one for one in rest if one.start >= after.end()]
    nth = nth or (_TOO.match(scene.text, following[0].end) if len(following) == 1 else None)
    taken = _TAKEN.search(scene.text, nth.start() if nth is not None else after.end())
    beside = following or [
        one for one in rest if one.start >= clause_starts(scene.text, after.start())[0] and one.end <= after.start()
    ]
    if nth is None or taken is None or len(beside) != 1:
        return None
    what = _product(scene, reading, taken.span("what"))
    return (what, beside[0]) if what is not None else None


def _past_mark(text: str, at: int) -> int:
    return at + (text[at : at + 1] in "，,")


def _product(scene: Scene, reading: Reading, extent: tuple[int, int]) -> EntityRef | None:
    """The product that words name, or point to where the text told of one."""
    words = scene.text[extent[0] : extent[1]]
    if _POINTS.match(words):
        return reading.product
    told = next((one for one in reversed(reading.products) if one.name in words), None)
    known = scene.starting_at(extent[0], "Technology")
    thing = device_at(scene, extent[0]) or thing_at(scene, extent[0])
    if told is not None or thing is None:
        return told or (known.ref if known is not None else None)
    return thing.ref if thing.ref.label == "Technology" else None
