"""Products that the authority of the United States cleared, in the words of Chinese news: FDA 批准…上市, 获 FDA 许可."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.measuring.times import year_of
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.naming import known_name
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

CLEARED = Rule("product_cleared_abroad")
"""美国食品药品监督管理局批准甲公司名为乙的软件上市, 乙获FDA许可."""

_AUTHORITY = "美国食品药品监督管理局"
_WRITTEN = re.compile("美国食品(?:与|和|及)?药[品物](?:监督)?管理局")
_NAMED = rf"(?P<by>{_WRITTEN.pattern}|(?:美国)?FDA)(?:[（(][^（）()]*[)）])?"
_LATIN = r"[A-Z][A-Za-z0-9]*(?:[.\- ][A-Z0-9][A-Za-z0-9]*){0,4}"
_SORT = r"(?:系统|软件|平台|设备|注射[剂液])"
_QUOTED = r"“(?P<quoted>[^“”]{3,40})”"
_AS_NAMED = rf"(?P<latin>{_LATIN})(?:[（(][^（）()]{{2,40}}[)）])?(?=\s?(?:{_SORT}|上市|[，。；]|是|的|用于|授予|颁发|获|已|$))"
_OBJECT = rf"(?:{_QUOTED}|{_AS_NAMED}|(?P<plain>[^，。；“”的]{{4,24}}?)(?=上市|注册|用于|授予|颁发|[，。；]|$))"
_GOT = r"(?:荣?获得?|取得|通过|拿[到下]|斩获|喜获)"
_SUBJECT = rf"(?:{_QUOTED}|{_AS_NAMED}|(?P<plain>[^，。；“”的]{{4,24}}?)(?=日前|近日|已|也|又|再|正式|成功|先后|于|{_GOT}))"
_FIRM = r"[^，。；“”]{2,24}?(?:公司|Inc\.)(?:[（(][^（）()]*[)）])?(?:的|研发的|开发的|生产的|名为)*"
_MAKER = rf"(?:{_FIRM}|名为|[^，。；“”]{{2,30}}?的)?(?:[^，。；“”的A-Za-z]{{2,18}}?{_SORT}(?=[A-Z“]))?\s?"
_CLEARS = re.compile(
    rf"{_NAMED}[^。；“”批准]{{0,40}}?批准了?\s?{_MAKER}{_OBJECT}(?:[（(][^（）()]{{2,40}}[)）])?(?:的?新型)?(?:系统|软件|注射[剂液])?(?P<kind>上市|注册|用于)?"
)
_GRANTS = re.compile(
    rf"{_NAMED}[^。；“”]{{0,40}}?[为向]\s?{_MAKER}{_OBJECT}\s?{_SORT}?\s?(?:授予|颁发)了?"
    r"(?P<kind>[^，。；]{0,14}?(?:许可|批准|认证|认定|证书))"
)
_GETS = re.compile(
    rf"(?:^|[，。；：]|的){_SUBJECT}\s?{_SORT}?(?:日前|近日|已|也|又|再次?|正式|成功|先后|于[^，。；]{{2,12}}?)*{_GOT}了?{_NAMED}"
    r"(?:的)?(?P<kind>[^，。；]{0,20}?(?:批准|许可|认证|认可|准入|注册))"
)
_NOT_YET = re.compile(
    "尚未|未获|未经|临床试验|申请(?!人)|受理|拟|有望|预计|计划|将|没有|争取|首次批准的|突破性(?:医疗)?(?:器械|设备)认定"
)
_PRODUCT = re.compile(rf"[{HAN}A-Za-z0-9/+\-·™®. ]{{3,40}}")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """APPROVED_BY of products that a sentence says to be cleared in the United States."""
    if "FDA" not in scene.text and "美国食品" not in scene.text:
        return
    told: set[str] = set()
    for pattern in (_CLEARS, _GRANTS, _GETS):
        for match in pattern.finditer(scene.text):
            ref = None if _NOT_YET.search(match.group()) else _product(match)
            if ref is not None and ref.name not in told:
                told.add(ref.name)
                where = scene.sentence.view.span(*match.span())
                year = year_of(scene.text, match.end(), framed=True) or ""
                kind = (match["kind"] or "批准").replace("用于", "批准").removeprefix("的").strip()
                yield reading.fact(CLEARED, ref, "APPROVED_BY", _authority(match["by"], reading), where, kind=kind, year=year)
                reading.made(ref)


def _authority(said: str, reading: Reading) -> EntityRef:
    """The authority by the full name that the document writes, where it writes one."""
    written = _WRITTEN.search(reading.document.text) if "FDA" in said else None
    return EntityRef(label="Organization", name=written.group() if written else _AUTHORITY if "FDA" in said else said)


def _product(match: re.Match[str]) -> EntityRef | None:
    """The product, where a name in letters, quotation marks or a technology's head says that it is one."""
    name = heal_name(match["quoted"] or match["latin"] or match["plain"] or "").strip()
    if not _PRODUCT.fullmatch(name) or name in ("FDA", "AI", "De Novo"):
        return None
    if match["plain"] and technology(name) != name and known_name(name) == name:
        return None
    return EntityRef(label="Technology", name=known_name(name))
