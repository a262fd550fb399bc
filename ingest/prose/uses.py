"""Where technologies are used: hospitals and places that the text says took them up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene, row
from kg.model import Assertion, EntityRef

__all__ = ["read"]

USED_AT = Rule("used_at", 0.8)
"""系统已应用于甲医院和乙医院, 设备安装在某国."""
INSTALLED = Rule("installed", 0.8)
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
_PLACES_END = re.compile(r"[，。；;](?!\s*(?:以及|和|及))|的(?!科学)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """ADOPTED_BY of a sentence; the technology is the one that the sentence or the one before it made."""
    for match in _INSTALLED.finditer(scene.text):
        for place in scene.within(match.start("place"), match.end("place"), "Place", "Organization"):
            for thing in scene.within(match.start("things"), match.end("things"), "Technology"):
                yield _used(scene, reading, thing.ref, place, match, INSTALLED)
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


def _used(scene: Scene, reading: Reading, product: EntityRef, user: Mention, match: re.Match[str], rule: Rule) -> Assertion:
    object_ = reading.organization(user) if user.label == "Organization" else user.ref
    start = min(match.start(), user.start)
    return reading.fact(rule, product, "ADOPTED_BY", object_, scene.sentence.view.span(start, max(match.end(), user.end)))


def _product(scene: Scene, reading: Reading) -> EntityRef | None:
    """The technology that the sentence opens with, else the product that is still spoken of."""
    lead = _LEAD_IN.match(scene.text)
    opening = next((one for one in scene.of("Technology") if one.start <= (lead.end() if lead else 0) + 2), None)
    return reading.product or (opening.ref if opening else None)
