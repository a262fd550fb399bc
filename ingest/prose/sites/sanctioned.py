"""Which authority approved a facility: 甲装置获国家发展和改革委员会批复立项, 某委批准建设甲装置."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.prose.clauses import clause_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.facilities import FACILITY_END, about_facility, facility_of
from kg.model import Assertion, EntityRef, Value

__all__ = ["sanctioned", "sanctioned_by"]

SANCTIONED = Rule("facility_sanctioned")
"""甲装置获某委批复立项; 某委批准建设甲装置, of whom only authorities approve."""

_WHEN = (
    r"(?:日前|近日|已|正式|成功|顺利|先后|[，,]|(?:于|在)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?)*"
)
_UNDOES = "撤销|取消|终止|关闭|注销|更名|变更|调整|暂停|停止"
_ACT = rf"(?P<act>批复|批准|核准|审批|立项)(?!了?(?:同意)?(?:{_UNDOES}))(?:同意|通过|立项|建设|设立|成立|组建|新建|实施|启动)*"
_NOTE = r"(?:[（(][^（）()]{2,20}[)）])?"
_GETS = re.compile(rf"(?:项目|工程)?{_WHEN}(?:获得?|经过?|由|得到|取得|通过)了?$")
_GIVES = re.compile(rf"{_NOTE}(?:正式|联合|发文|审核|审议|同意|的|，)*{_ACT}")
_ORDERS = re.compile(
    rf"{_NOTE}{_WHEN}(?:发文|印发文件|同意)*{_ACT}了?(?:[^，。；：“”的]{{4,40}}?(?:建设|组建|成立|设立|筹建|新建|承建))?(?P<name>(?![依由在以])[^，。；：“”的]{{4,40}}?{FACILITY_END})(?:项目|工程)?"
    r"(?:的?(?:立项|建设|可行性研究报告|初步设计|项目建议书))*(?=[，。；]|$)"
)
_NOT_YET = re.compile("拟|有望|申请|申报|等待|尚未|未[能获经]|争取|力争|计划|将|建议|希望")
_CLAUSE = re.compile("建设|组建|成立|设立|筹建|[为将把]")
"""What no name holds: 某部批准|甲中心为示范基地."""
_AUTHORITY = "government"
_YEAR = re.compile(r"((?:19|20)\d\d)年")


def sanctioned(scene: Scene, reading: Reading, facility: EntityRef, extent: tuple[int, int]) -> Iterator[Assertion]:
    """APPROVED_BY of the facility that a clause speaks of: …，2030年获某委批复立项."""
    for body in scene.within(*extent, "Organization"):
        gives = _GIVES.match(scene.text, body.end)
        if gives is not None and _GETS.fullmatch(scene.text[extent[0] : body.start].lstrip("，,")):
            yield from _told(scene, reading, facility, body, gives)


def sanctioned_by(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """APPROVED_BY of the facility that an authority is said to approve: 某委批准建设甲装置."""
    for body in scene.of("Organization"):
        orders = _ORDERS.match(scene.text, body.end)
        named = orders is not None and _CLAUSE.search(orders["name"]) is None
        facility = facility_of(orders["name"]) if orders is not None and named else None
        if orders is not None and facility is not None:
            told = list(_told(scene, reading, facility, body, orders))
            yield from told
            if told and facility not in reading.facilities:
                yield from about_facility(scene, reading, facility, None, (body.start, orders.end()))


def _told(scene: Scene, reading: Reading, facility: EntityRef, body: Mention, said: re.Match[str]) -> Iterator[Assertion]:
    start = clause_start(scene.text, body.start, "。；")
    if body.kind != _AUTHORITY or _NOT_YET.search(scene.text, clause_start(scene.text, body.start), said.end()):
        return
    years = _YEAR.findall(scene.text[start : said.end()])
    year: Value = int(years[0]) if len(years) == 1 else ""
    where = scene.sentence.view.span(min(body.start, said.start()), said.end())
    kind = "立项" if "立项" in said.group() else "批准"
    yield reading.fact(SANCTIONED, facility, "APPROVED_BY", reading.organization(body), where, kind=kind, year=year)
