"""On whose premises a facility stands, who runs it there, and in which place, as a clause about it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.lexicon import PLACES
from ingest.prose.houses.parents import off_campus
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.things import thing_at
from kg.model import Assertion, EntityRef

__all__ = ["RUN", "SITE_HEAD", "STANDS_ON", "Here", "located_before", "stands"]

STANDS_ON = Rule("stands_on_premises")
"""…中心挂靠甲, …平台依托甲建设, …中心在甲医院揭牌."""
RUNS = Rule("runs_facility")
"""…中心由甲公司投资建设、乙医院运营管理: on the premises of the house that runs it."""
STANDS_IN = Rule("stands_in_place")
"""…装置落户某市, …平台在某市开工."""
_NOTE = r"(?:\s*[（(][^（）()]*[)）])?"
RUN = (
    r"(?:负责|统一|日常|具体|全面|整体|受托|承担|[的其])*(?:运营|运行|托管|管理)(?:和|与|及)?(?:运营|运行|管理|维护)?"
    r"(?=[，。；、）)]|$)"
)
_RUNS = re.compile(rf"{_NOTE}{RUN}")
_TO_RUN = re.compile(r"(?:[由、]|委托(?:给)?|交给)$")
_ON = re.compile(r"(?:依托(?:于|在)?|隶属于?|挂靠(?:于|在)?|设[立置]?(?:在|于)|落户(?:于|在)?|建(?:在|于)|坐落(?:于|在)|落地)$")
_RESTS = re.compile(
    rf"{_NOTE}(?:共同|联合)?(?:(?:建设|运行(?:管理)?|组建|管理|运营|建立|成立|设立|筹建)(?=[，。；）)]|$|并)|(?=[。；]|$|[，,](?:由|总投资|占地|建筑面积|(?:19|20)\d\d年)))"
)
"""What may follow 依托甲 of something that stands on 甲's premises; what acts, leaning on 甲, stands elsewhere."""
_IN = re.compile(
    r"(?:落户(?:于|在)?|坐落(?:于|在)|(?<!其)位于|地处|选址(?:于|在|为)?|落地(?:于|在)?|落子|设(?:立)?在|建在|布局在)(?P<place>[^，。；、（(]{2,28}?)(?=[，。；、（(]|$|，|并|的(?!确))"
)
_IN_BEFORE = re.compile(
    r"(?:坐落(?:于|在)|(?<!其)位于|地处|落户(?:于|在)?|建在|设在)(?P<place>[^，。；、的（(]{2,24}?)的(?=[^，。；]{4})"
)
"""位于某地的|某设施投入运行."""
_OPENS_IN = re.compile(
    r"(?:于[^，。；在]{2,12})?在(?P<place>[^，。；在]{2,24}?)(?:正式|隆重|顺利|成功|建成|同步|率先)*"
    r"(?:揭牌|开工|动工|奠基|破土|启用|落成|投入(?:试)?(?:运行|使用|运营)|投用|竣工|挂牌|成立|开建|上线|建成|通过[^，。；]{0,8}验收)"
)
_CEREMONY = re.compile(
    r"(?:开工|奠基|揭牌|启动|封顶|竣工|落成|启用)(?:仪式|典礼)?(?:日前|近日|今[日天])?在(?![^，。；]{0,30}?(?:会议室|报告厅|会堂|礼堂|学术厅|多功能厅|教学楼|酒店|宾馆|饭店))(?P<place>[^，。；在]{2,24}?)(?:隆重|顺利)?(?:举行|举办)"
)
"""…基地开工仪式在某区举行: where it is going to stand; in a hall it is where they met."""
SITE_HEAD = re.compile(
    r".{2,}(?:园区|新城|开发区|工业区|经济区|保税区|高新区|新区|示范区|科学城|生物城|科技城|医学城|大学城|产业园|科技园|街道|片区|[市县区镇乡岛])"
)
"""What the name of a site ends in that begins with no place known."""
_HOUSES = ("hospital", "university", "institute", "company", "department", "laboratory")
_RUNNER = "hospital"
"""The house on whose premises a facility is that it runs; a firm or a university runs what stands elsewhere too."""
_LONGEST_SITE = 10
"""How much may stand behind a town in the name of a site: 岚江|高新区生命科学园."""


@dataclass(frozen=True, slots=True)
class Here:
    """The facility that a clause speaks of, where the clause starts and ends, and where its name ends."""

    ref: EntityRef
    start: int
    end: int
    named: int


def stands(scene: Scene, reading: Reading, here: Here) -> Iterator[Assertion]:
    """On whose premises it is, and in which place."""
    for one in scene.within(here.named, here.end, "Organization"):
        on = _ON.search(scene.text[here.named : one.start])
        if on is not None and on.group()[0] == "隶" and here.ref.name in reading.bodies:
            continue
        if on is not None and one.kind in _HOUSES and (on.group()[0] != "依" or _RESTS.match(scene.text, one.end)):
            where = scene.sentence.view.span(here.named + on.start(), one.end)
            yield reading.fact(STANDS_ON, here.ref, "HOSTED_BY", reading.organization(one), where)
        runs = _RUNS.match(scene.text, one.end)
        if runs is not None and one.kind == _RUNNER and _TO_RUN.search(scene.text[here.named : one.start]):
            where = scene.sentence.view.span(one.start, runs.end())
            reading.hosts[here.ref] = reading.organization(one)
            if reading.facility is None:
                reading.builds(here.ref)
            yield reading.fact(RUNS, here.ref, "HOSTED_BY", reading.organization(one), where)
    place = _IN.search(scene.text, here.named, here.end)
    opens = _OPENS_IN.search(scene.text, here.named, here.end) or _CEREMONY.search(scene.text, here.named, here.end)
    if place is not None:
        yield from _located(scene, reading, here, place)
    if opens is not None:
        house = scene.starting_at(opens.start("place"), "Organization")
        if house is not None and house.kind == "hospital" and house.end == opens.end("place"):
            host = reading.organization(house)
            host = replace(host, name=off_campus(host.name))
            yield reading.fact(STANDS_ON, here.ref, "HOSTED_BY", host, scene.sentence.view.span(*opens.span()))
        elif house is None:
            yield from _located(scene, reading, here, opens)


def located_before(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """位于某地的某设施: where a facility is, told before its name."""
    for place in _IN_BEFORE.finditer(scene.text) if "的" in scene.text else ():
        thing = thing_at(scene, place.end())
        named = next((one for one in reading.facilities if scene.text.startswith(one.name, place.end())), None)
        ref = named or (thing.ref if thing is not None and thing.ref.label == "Facility" else None)
        if ref is not None:
            end = place.end() + len(ref.name)
            yield from _located(scene, reading, Here(ref, place.start(), end, place.start()), place)


def _located(scene: Scene, reading: Reading, here: Here, match: re.Match[str]) -> Iterator[Assertion]:
    town = next((one for one in scene.of("Place") if one.start == match.start("place")), None)
    site = SITE_HEAD.match(match["place"])
    where = site.group() if site is not None else match["place"]
    if scene.within(*match.span("place"), "Organization") or (town is None and site is None):
        return
    if site is None and not any(where.startswith(known) for known in PLACES):
        return
    short = site is not None or town is None or len(where) <= len(town.surface) + _LONGEST_SITE
    place = EntityRef(label="Place", name=where if short or town is None else town.surface)
    yield reading.fact(STANDS_IN, here.ref, "LOCATED_IN", place, scene.sentence.view.span(*match.span()))
