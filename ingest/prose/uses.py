"""Where technologies are used: hospitals and places that the text says took them up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef, Value

__all__ = ["read"]

USED_AT = Rule("used_at")
"""系统已应用于甲医院和乙医院, 设备安装在某国."""
INSTALLED = Rule("installed")
"""在某地多家医院安装了…设备."""

_NO_USERS = ("government", "funder", "society")
_USED = re.compile(
    r"(?:已|先后|率先|成功|陆续|目前|并|被)*(?:应用于|应用至|应用到|安装在|安装于|安装到|装机于|落户(?:于|在)?|推广至|推广到|推广应用于|部署于|部署在|投用于|销往|出口到|出口至|装备于|配备于)"
)
_USED_IN = re.compile(
    r"(?:已|先后|率先|成功|陆续|目前|均)*在(?P<places>[^，。；,;]{2,100}?)(?:等)?(?:[^，。；,;]{0,10}?)(?:推广应用|临床应用|投入使用|投入临床|得到应用|应用(?!于)|装机|推广使用|使用)"
)
_INSTALLED = re.compile(
    r"在(?P<place>[^，。；,;]{2,16}?)(?:多家|[\d一二三四五六七八九十]+余?家)?(?:医院|医疗机构|单位)?(?:安装|部署|装备|配备)了(?P<things>[^。；;]{2,60})"
)
_IN_USE = re.compile(
    r"(?:使用|采用|操作|借助|名为|推出)(?:了|的|着)?(?P<thing>[^，。；“”的]{4,20}?(?:系统|平台|软件|成像仪|机器人))(?=[，。；]|$)"
)
_LEAD_IN = re.compile(r"(?:目前|此前|据悉|据介绍|如今|现在|截至[^，]{2,12}|近年来)[，,]?")
_TAKEN_UP = re.compile(
    r"(?:等(?:[^，。；]{0,10}?))?(?:还|均|已|也|都|率先|先后|陆续|目前)*(?:将(?:该|这一|这项|此|这套)(?P<noun>技术|系统|设备|方法|软件|算法|仪器|平台)(?:用于|应用于|用作|纳入)"
    r"|(?:引进|引入|采用|使用|装备|配备|开展)了?(?:该|这一|这项|此|这套)(?P<taken>技术|系统|设备|方法|软件|算法|仪器|平台))"
)
_COUNTRIES = re.compile(r"(?:等)?(?:的)?(?P<count>\d+)(?P<bound>余|多)?个?(?:国家|国)(?![家内产际])?")
_HOSPITALS = re.compile(
    r"(?:等)?(?:地|省市?)?的?(?P<count>\d+)(?P<bound>余|多)?(?:家|所)(?:[^，。；、\d]{0,6})(?:医院|医疗机构)"
)
_USERS_THERE = re.compile(r"(?:等[^，。；]{0,4})?的(?P<user>[^，。；、的]{0,8}(?:医院|机构|实验室|高校|大学|研究所|诊所|企业))")
_USE = re.compile(
    r"(?:等[^，。；]{0,10}?)?的(?P<use>[^，。；、的]{2,16}?)(?:工作|任务|实践)?(?:之中|中|当中|上)(?=$|[，。；,.;])"
)
_OPENING_YEAR = re.compile(r"(?:在|自|至)?((?:19|20)\d{2})年")
_AND = re.compile(r"\s*(?:[、,，]|和|与|及|以及)\s*")
_PLACES_END = re.compile(r"[，。；;](?!\s*(?:以及|和|及))|的(?!科学)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of a sentence; the technology is the one that the sentence or the one before it made."""
    for match in _INSTALLED.finditer(scene.text):
        for place in scene.within(match.start("place"), match.end("place"), "Place", "Organization"):
            for thing in scene.within(match.start("things"), match.end("things"), "Technology"):
                yield _used(scene, reading, thing.ref, place, match, INSTALLED, year=_opening_year(scene))
    _introduced(scene, reading)
    product = _product(scene, reading)
    if product is None:
        return
    for match in _USED.finditer(scene.text):
        stop = _PLACES_END.search(scene.text, match.end())
        end = stop.start() if stop else len(scene.text)
        yield from _users(scene, reading, product, match, (match.end(), end))
    for user in scene.of("Organization"):
        taken = _TAKEN_UP.match(scene.text, user.end)
        for one in row(scene, user) if taken else ():
            if taken is not None and one.kind not in _NO_USERS:
                yield _used(scene, reading, product, one, taken, USED_AT)
    for match in _USED_IN.finditer(scene.text):
        yield from _users(scene, reading, product, match, (match.start("places"), match.end()))


def _introduced(scene: Scene, reading: Reading) -> None:
    """正在使用…系统: a system that is used is spoken of from then on."""
    match = _IN_USE.search(scene.text)
    name = technology(match["thing"]) if match else None
    if name is not None and reading.product is None:
        reading.made(EntityRef(label="Technology", name=name))


def _users(
    scene: Scene, reading: Reading, product: EntityRef, match: re.Match[str], extent: tuple[int, int]
) -> Iterator[Assertion]:
    for user in scene.within(*extent, "Organization", "Place"):
        if user.kind not in _NO_USERS:
            yield _used(scene, reading, product, user, match, USED_AT)


def _opening_year(scene: Scene) -> Value:
    """The year that a sentence opens with, which is that of what it tells."""
    year = _OPENING_YEAR.match(scene.text)
    return int(year[1]) if year else ""


def _used(
    scene: Scene, reading: Reading, product: EntityRef, user: Mention, match: re.Match[str], rule: Rule, year: Value = ""
) -> Assertion:
    object_ = reading.organization(user) if user.label == "Organization" else user.ref
    start = min(match.start(), user.start)
    where = scene.sentence.view.span(start, max(match.end(), user.end))
    return reading.fact(rule, product, "ADOPTED_BY", object_, where, year=year, **_reach(scene, user))


def _reach(scene: Scene, user: Mention) -> dict[str, Value]:
    """How far a use goes that is told of places or users in a row: how many countries or hospitals, by whom, in what."""
    end = _end_of_row(scene, user)
    told: dict[str, Value] = {}
    for name, pattern in (("countries", _COUNTRIES), ("hospitals", _HOSPITALS)):
        if user.label == "Place" and (count := pattern.match(scene.text, end)) is not None:
            told |= {name: int(count["count"])} | ({"approx": count["bound"]} if count["bound"] else {})
    if user.label == "Place" and (there := _USERS_THERE.match(scene.text, end)) is not None:
        told["user"] = (there["user"],)
    if user.label == "Organization" and (use := _USE.match(scene.text, end)) is not None:
        told["use"] = (use["use"],)
    return told


def _end_of_row(scene: Scene, user: Mention) -> int:
    end = user.end
    for one in scene.of("Organization", "Place"):
        if one.start >= end and _AND.fullmatch(scene.text[end : one.start]):
            end = one.end
    return end


def _product(scene: Scene, reading: Reading) -> EntityRef | None:
    """The technology that the sentence opens with, else the product that is still spoken of."""
    lead = _LEAD_IN.match(scene.text)
    opening = next((one for one in scene.of("Technology") if one.start <= (lead.end() if lead else 0) + 2), None)
    return reading.product or (opening.ref if opening else None)
