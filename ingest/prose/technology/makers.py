"""By whom a thing was made, told with 由: 某系统由甲医院骨科团队联合乙公司自主研发; 由张三团队研制的某仪在某地…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.models import kind_of, model_in, ungraded, with_kind
from ingest.prose.things import device_at, is_any, thing_at
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["MADE", "NICKNAMED", "Made", "by_whom", "object_at", "thing_of", "works_on"]

NICKNAMED = Rule("nicknamed")
"""光子计数CT“甲-1”: the one is a kind of the other."""

MADE = (
    r"自主研制|自主研发|研制|研发|创制|发明|开发|首创|创建|创立|建立|构建|提出|设计|搭建"
    r"|建成(?=[^，。；]{2,30}(?:样机|系统|原型))|绘制|攻克|合成|制备|推出|搭出|造出|做出|制成|试制|研究出"
)
"""The verbs of making, with 出 and 了 left out."""
_HOW = (
    r"(?:自主|联合|共同|合作|独立|牵头|完全|[于在](?:19|20)\d\d年(?:\d{1,2}月)?|历时[^，。；]{1,8}|历经[^，。；]{1,8}|携手|主导|负责|全程|成功|率先|首次|开始"
    r"|[投斥出耗]资[^，。；]{1,14}?元|[，,]|在[^，。；由]{2,40}?(?:支持|资助|指导|帮助)下)*"
)
_BY = re.compile(
    rf"由(?P<who>[^。；：由]{{3,90}}?){_HOW}(?P<verb>{MADE}|生产|制造|打造|承制|研究)出?(?:[、和并与]?(?:设计|研发|研制|生产|制造|开发|转化)){{0,2}}"
    r"(?P<end>的(?!是)|(?=[，。；,;]|成功|完成|而成|$))"
)
_GLUE = re.compile(
    rf"(?:[、，,\s]|[（(][^（）()]*[)）]|和|与|及|以及|联合|会同|携手|协同|牵头|主导|带领|领衔|领导|率领|的|等|共同|合作|旗下|下属|所属|[两三四五六七八九多]方|多家|单位|企业|机构|专家|自主|{ROLES}"
    rf"|(?:科研|研究|技术|医护|研发|医工|工程)?(?:团队|人员|课题组)|[{HAN}A-Za-z0-9]{{1,10}}(?:团队|课题组)|[{HAN}]{{1,8}}(?:科|室|中心|学院|系|所|部|实验室))*"
)
_THING_BY = re.compile(
    r"(?:^|[，。；,;：])(?P<thing>(?:[^，。；,;：“”]|“[^“”]{1,12}”){2,36}?)(?:[，,])?(?:是|均|全部|完全|就是|便)?(?=由$)"
)
_CHOSEN = re.compile(
    r"^[^，。；“”的]{2,20}?(?:遴选|推荐|引进|采购|推出|发布|支持|资助|批准|使用|采用|应用|启用|投用|用到|亮相|获批|展出|展示|搭载|配备|上市)的"
)
"""Whose choice a thing is, or where it was used, which is no part of its name."""
_CALLED = re.compile("“[^“”]{2,16}”")
_MEANT = re.compile(
    r"(?:该|这一|这套|这台|这款|这项|上述|此)?(?:系统|设备|技术|产品|仪器|装置|算法|软件|平台|方法|探针|机器人|装备|模型|成果)"
)
_LAUNCHES = re.compile(
    r"(?:(?:19|20)\d\d年|今年|随即|随后|就|便|又|率先|联合[^，。；]{2,20}?|正式|[，,])*(?:开启|启动|开始|着手|投[入身]|致力于|攻关|开展)了?对?"
    r"(?P<thing>[^，。；、“”的]{4,26}?)的?(?:样机|整机|国产化|自主)*的?(?:研究|研制|研发|攻关|开发)(?:工作|任务|之路)?(?=[，。；]|时|$)"
)
_APART = 30
"""How many characters may join two makers."""
_NO_NAME = re.compile("卡脖子|领域内?的?[^，]{0,4}技术$|(?:核心|关键|共性|前沿|先进|相关)技术$|^(?:全球|国际|国内)|产业链")
"""What is said of technologies, and names none."""
_SORTED = re.compile(r"^[^“”（(]*?、[^“”（(]*?[式型化高强好快低小大轻]的(?=.{4,})")
"""What praises a device in several words before its name: 产率高、可移动式的|某某装置."""
_PROGRAM = re.compile("AI|智能|算法|软件|系统|辅助|云平台")
_NO_MAKERS = ("government", "funder", "society", "society_branch")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a clause says was made: its words (those of what it means, for 该系统), by whom, how, and where that is told."""

    words: str
    makers: tuple[EntityRef, ...]
    verb: str
    start: int
    end: int


WITH_KIND = Rule("model_with_kind")
"""甲-200治疗系统: what a model is called with its kind behind it."""
_GOES_ON_TO = re.compile("(?:正式|成功|顺利)$")
"""研发的某某CT|正式 (获得…): how it was done, behind the name."""


def by_whom(scene: Scene, reading: Reading) -> Iterator[Made]:
    """What the sentence says was made by those behind 由, before them or behind the verb."""
    for told in _BY.finditer(scene.text) if "由" in scene.text else ():
        makers = tuple(_makers(scene, reading, *told.span("who")))
        if not makers:
            continue
        is_told = told["end"] and scene.text[told.start() - 1 : told.start()] != "是"
        for words, start, end in _behind(scene, told) if is_told else _before(scene, reading, told):
            yield Made(words=words, makers=makers, verb=told["verb"], start=start, end=end)


def _makers(scene: Scene, reading: Reading, start: int, end: int) -> Iterator[EntityRef]:
    """Those who stand between 由 and the verb, with nothing but what joins them; of a house and its team's head the head."""
    named = [one for one in scene.within(start, end, "Organization", "Person") if one.kind not in _NO_MAKERS]
    places = scene.within(start, end, "Technology", "Disease")
    at = start
    for one in [*named, None]:
        stop = one.start if one is not None else end
        if stop - at > _APART:
            return
        inside = any(at <= other.start < stop and not _is_unit(scene, other, stop) for other in places)
        if stop < at or inside or not _GLUE.fullmatch(scene.text, at, stop):
            return
        at = one.end if one is not None else end
    for one, behind in zip(named, [*named, None][1:], strict=True):
        if one.label == "Person":
            yield reading.person(one.name)
        elif behind is None or behind.label != "Person" or not _is_headed(scene, one, behind):
            yield reading.organization(one)


def _is_unit(scene: Scene, one: Mention, end: int) -> bool:
    """Whether what the lexicon names is a part of a unit's name: 超声|科团队."""
    return re.match(rf"[{HAN}]{{0,6}}?(?:科|室|中心|所|学院|实验室|团队|课题组)", scene.text[one.end : end]) is not None


def _is_headed(scene: Scene, house: Mention, person: Mention) -> bool:
    """Whether a house stands before the head of the team that is told as the maker: 甲大学|张三教授团队."""
    apart = re.search("[、，,和与]|联合|携手|会同", scene.text[house.end : person.start])
    return apart is None


def launched(scene: Scene, at: int) -> tuple[str, int] | None:
    """What those right before here set out to make, and where it ends: 带领团队|开启某某显微镜研究; 启动某仪的样机研制."""
    told = _LAUNCHES.match(scene.text, at)
    return (told["thing"], told.end()) if told is not None and technology(told["thing"]) == told["thing"] else None


def object_at(scene: Scene, at: int) -> list[tuple[str, int]]:
    """The device that a verb takes here with its nickname, what is said of it right behind: 研制的某某仪“甲”|在…."""
    thing = device_at(scene, at) or thing_at(scene, at)
    if thing is None or thing.ref.label != "Technology":
        return []
    called = _CALLED.match(scene.text, thing.end)
    return [(thing.ref.name + called.group(), called.end()) if called is not None else (thing.ref.name, thing.end)]


def _behind(scene: Scene, told: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """What follows the verb: 由甲研制的|某仪."""
    for words, end in object_at(scene, told.end()):
        yield words, told.start(), end


def _before(scene: Scene, reading: Reading, told: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """What stands before 由, or what it means."""
    thing = _THING_BY.search(scene.text[: told.start() + 1])
    if thing is None:
        yield from _clause_before(scene, told)
        return
    meant = _MEANT.fullmatch(thing["thing"])
    if meant is None and thing_of(scene, _CHOSEN.sub("", thing["thing"])) is None:
        yield from _clause_before(scene, told)
        return
    words = _CHOSEN.sub("", thing["thing"])
    if meant is None and _is_site(scene, thing.start("thing")):
        return
    if meant is not None:
        words = reading.product.name if reading.product is not None else ""
    if words:
        yield words, thing.start("thing"), told.end()


def _is_site(scene: Scene, at: int) -> bool:
    """Whether what a clause opens with is a platform or library of data, which is built; a program by its name is made."""
    thing = thing_at(scene, subject_start(scene.text, at))
    return thing is not None and thing.ref.label == "Facility" and not _PROGRAM.search(thing.ref.name)


def _clause_before(scene: Scene, told: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """What a clause before opens with, where 由 opens its own: 某某系统获批上市，|由甲公司研发."""
    if scene.text[told.start() - 1 : told.start()] not in ("，", ","):
        return
    starts = [subject_start(scene.text, start) for start in clause_starts(scene.text, told.start() - 1)]
    found = next((one for start in starts if (one := thing_at(scene, start)) is not None), None)
    if found is not None and found.ref.label == "Technology" and not scene.within(found.end, told.start(), "Organization"):
        yield found.ref.name, found.start, told.end()


def thing_of(scene: Scene, words: str) -> tuple[EntityRef, EntityRef | None] | None:
    """The technology that words name by the lexicon's name, and the kind that a model or a nickname is told to be of."""
    words = _GOES_ON_TO.sub("", words)
    named = next((one for one in scene.of("Technology") if one.surface == words), None)
    if named is not None:
        return named.ref, None
    model = model_in(words)
    name = model.name if model is not None else technology(words)
    if name is None:
        return None
    if model is None and (is_any(name) or _NO_NAME.search(name)):
        return None
    name = _SORTED.sub("", name)
    known = {one.surface: one.name for one in scene.of("Technology")}
    ref = EntityRef(label="Technology", name=known.get(name) or known.get(ungraded(name), name))
    whole = kind_of(scene, model.kind) if model is not None else None
    return ref, whole if whole != ref else None


def works_on(
    scene: Scene, reading: Reading, who: EntityRef, words: str, extent: tuple[int, int], rule: Rule, role: str
) -> Iterator[Assertion]:
    """WORKS_ON of a maker and what words name; of its kind too."""
    found = thing_of(scene, words)
    if found is None:
        return
    ref, whole = found
    reading.made(ref)
    where = scene.sentence.view.span(*extent)
    if (told := with_kind(words)) is not None and told.startswith(ref.name) and told in scene.text:
        yield reading.alias(WITH_KIND, ref, told, where)
    if whole is not None:
        yield reading.fact(NICKNAMED, ref, "BROADER", whole, where)
        yield reading.fact(rule, who, "WORKS_ON", whole, where, role=(role,))
    yield reading.fact(rule, who, "WORKS_ON", ref, where, role=(role,))
