"""Who stands behind a technology, told by other words than a verb of making with its object: 某系统源自甲团队的研究."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.clauses import subject_start
from ingest.prose.phrases import listed, technology
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.models import ungraded
from kg.model import Assertion, EntityRef

__all__ = ["read"]

COMES_FROM = Rule("comes_from")
"""甲系统源自张三团队的研究; 乙仪出自甲大学."""
YIELDED = Rule("yielded")
"""甲实验室取得了乙系统、丙技术等多项成果."""
TOLD_BY_MAKER = Rule("told_by_maker")
"""张三介绍，团队自主研制的甲系统已…."""

_COMES = re.compile(
    r"(?P<thing>[^，。；：]{3,36}?)(?:，)?(?:的核心技术|最初|最早|便|就|正|即|主要|均|都|是)*"
    r"(?:源自|源于|来源于|脱胎于|诞生于|诞生在|发源于|孵化自|孵化于|出自|来自于?|起源于)(?=[^，。；\d])"
)
_TEAM = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|、|及其|等|领衔|带领|领导|率领|牵头|的)*"
    r"(?:(?<=[领衔导头的授士员长师任])[^，。；、的]{0,8}?)?(?:团队|课题组|研究组|项目组|小组|实验室)"
)
_WORK = re.compile(
    r"(?:[^，。；、]{0,6}?)的?[^，。；、]{0,10}?(?:研究|研发|成果|之手|原创|发明|技术|专利|工作|积累|探索|实验室|团队|课题组|孵化|转化)"
)
_MAKERS = ("company", "university", "institute", "hospital", "laboratory", "department")
_YIELDS = re.compile(
    r"(?:取得|获得|产出|形成|孕育出?|催生|涌现出?|诞生|突破)(?:了|出)?(?:以)?(?P<things>[^，。；]{4,90}?)"
    r"(?:等|为代表的)(?:[一二三四五六七八九十\d]+余?|多|若干|系列|一批|一系列|标志|国际|国内|领先|原创|重大|重要|关键|核心|性|的|项|个|具有[^，。；]{2,16})*(?:成果|突破|产品|进展|装备|技术)"
)
_OWNER = re.compile(r"^(?:该|这|本|其|上述)[^，的]{0,4}的(?=.{4})|^(?:他|她|他们|我们)的")
_SAYS = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|[，,])*(?:在[^，。；]{{2,16}}(?:上|中|时))?"
    r"(?:介绍|表示|告诉[^，。；：]{1,10}|说|透露|指出|坦言|回忆)(?:道|称|说|到)?[，,：:]“?"
    r"|[^，。；]{0,12}?(?:介绍|展示|公布|报告|汇报|回顾)了?(?=[他她其])"
)
_OWN = (
    r"(?P<who>(?:他|她|我|其)(?:们|的)?(?:所在的?|领衔的?|带领的?)?(?:科研|研究|研发)?(?:团队|课题组|实验室|公司)?"
    r"|(?:该|本|由?其)?(?:科研|研究|研发)?(?:团队|课题组|项目组|公司|企业|实验室))"
    r"(?:近期|近年来?|最新|历时[^，。；]{1,8}|自主|联合[^，。；]{2,16}?|合作|成功|首次|率先|共同)*(?:研制|研发|开发|设计|发明|构建|提出|搭建|打造)(?:出|成功)*"
)
"""A speaker's own team, and that it made something."""
_OWN_MADE = re.compile(
    rf"{_OWN}的(?P<thing>[^，。；的]{{3,30}}?)"
    r"(?=[，。；]|已|可|将|正|在|能|获|实现|只|仅|重|采用|具有|有|不|就|是|也|目前|的|通过|完成|突破|达)"
)
_OWN_DONE = re.compile(rf"{_OWN}了(?P<thing>[^，。；]{{3,36}}?)(?=[，。；]|$)")
"""她带领的团队研制了甲软件."""
_FIRM = re.compile("公司|企业")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON of those whom a sentence tells as the source of a technology, or who speak of what is theirs."""
    if re.search("[源来]|脱胎|诞生|孵化|出自", scene.text):
        yield from _comes(scene, reading)
    if "等" in scene.text or "代表的" in scene.text:
        yield from _yielded(scene, reading)
    if "的" in scene.text or "了" in scene.text:
        yield from _told(scene, reading)


def _named(scene: Scene, words: str) -> EntityRef | None:
    name = technology(_OWNER.sub("", words))
    if name is None:
        return None
    known = {one.surface: one.name for one in scene.of("Technology")}
    return EntityRef(label="Technology", name=known.get(name) or known.get(ungraded(name), name))


def _comes(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for match in _COMES.finditer(scene.text):
        ref = _named(scene, match["thing"][subject_start(match["thing"], 0) :])
        for who, end in _sources(scene, reading, match.end()) if ref is not None else ():
            if ref is not None:
                yield reading.fact(COMES_FROM, who, "WORKS_ON", ref, scene.sentence.view.span(match.start("thing"), end))


def _sources(scene: Scene, reading: Reading, at: int) -> Iterator[tuple[EntityRef, int]]:
    """The house that follows, whose work is told of, or the person whose team is; the person before the house."""
    house = scene.starting_at(at, "Organization")
    person = _next_person(scene, house, at)
    team = _TEAM.match(scene.text, person.end) if person is not None else None
    if person is not None and (team is not None or scene.text.startswith("之手", person.end)):
        yield reading.person(person.name), team.end() if team is not None else person.end
    work = _WORK.match(scene.text, house.end) if house is not None and person is None else None
    if work is not None and house is not None and house.kind in _MAKERS:
        yield reading.organization(house), work.end()


def _next_person(scene: Scene, house: Mention | None, at: int) -> Mention | None:
    start = house.end if house is not None else at
    found = next((one for one in scene.of("Person") if start <= one.start <= start + 14), None)
    between = scene.text[start : found.start] if found is not None else "，"
    return None if re.search("[，。；、和与]", between) else found


def _yielded(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for match in _YIELDS.finditer(scene.text):
        refs = [ref for part in listed(match["things"]) if (ref := _named(scene, part)) is not None]
        who = _opener(scene, reading, match.start()) if refs else None
        for ref in refs if who is not None else ():
            if who is not None:
                yield reading.fact(YIELDED, who, "WORKS_ON", ref, scene.sentence.view.span(*match.span()))


def _opener(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The team or house that the sentence opens with; nobody where others are named before the verb."""
    begin = subject_start(scene.text, 0)
    house = scene.starting_at(begin, "Organization")
    start = house.end if house is not None else begin
    person = scene.starting_at(start, "Person")
    if person is not None and (_TEAM.match(scene.text, person.end)):
        only = len(scene.within(0, at, "Person")) == 1
        return reading.person(person.name) if only else None
    others = scene.within(start, at, "Organization", "Person")
    return reading.organization(house) if house is not None and house.kind in _MAKERS and not others else None


def _told(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """What a speaker's own team or firm made, in the speaker's words; of the team told before where a pronoun opens."""
    for match in (*_OWN_MADE.finditer(scene.text), *_OWN_DONE.finditer(scene.text)):
        ref = _named(scene, match["thing"])
        who = _speaker(scene, reading, match) if ref is not None else None
        if ref is not None and who is not None:
            reading.made(ref)
            yield reading.fact(TOLD_BY_MAKER, who, "WORKS_ON", ref, scene.sentence.view.span(*match.span()))


def _speaker(scene: Scene, reading: Reading, match: re.Match[str]) -> EntityRef | None:
    before = [one for one in scene.of("Person") if one.end <= match.start()]
    if _FIRM.search(match["who"]):
        firm = reading.meant("公司")
        return firm if match["who"].startswith("该") else None
    if before:
        says = _SAYS.match(scene.text, before[-1].end)
        return reading.person(before[-1].name) if says is not None and says.end() == match.start() else None
    return reading.topic if match.start() == 0 and match["who"][0] in "他她" and len(match["who"]) > 1 else None
