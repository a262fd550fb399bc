"""Whom a review credits with a technology: those who brought it in, bettered it, first used it, found something with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.about import about
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.phrases import HEAD, technology
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from
from ingest.prose.technology.naming import class_at, is_unbroken, is_vague
from ingest.prose.things import device_at
from kg.model import Assertion, EntityRef

__all__ = ["read"]

CREDITED = Rule("credited_with")
"""张三等[3]引入甲网络; 乙大学攻克了丙成像; 丁成像以李四团队最为人知."""

_TEAM = r"(?:科研|研究|创新|课题|研发)?(?:团队|课题组|研究组|项目组|小组|学者|科研人员|研究人员)"
_GLUE = (
    rf"(?:\s|{ROLES}|[（(][^（）()]{{2,24}}[)）]|\[[\d,，\-–~]+\]|等(?:人|学者|研究者)?"
    rf"|及其(?=团队|课题组)|、|领衔的?|带领的?|牵头的?|率领的?|领导的?|的(?={_TEAM})|{_TEAM})*"
)
_WHO = re.compile(_GLUE)
_TEAM_OF = re.compile(rf"的?{_TEAM}")
_FAR = 24
"""How far before a name its house may stand."""
_CITED = re.compile(rf"{_TEAM}|等|\[[\d,，\-–~]+\]")
"""What tells one who is cited for a study from one who speaks."""
_WHEN = (
    r"(?:(?:于|在|自|从)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:起|以来|开始)?|[，,]|近年来?|近期|近日|日前|最近|此后|随后|其后|后来|目前|率先|首先|首次|最早|较早|最先|正在|正|正着力|着力|着手|开始|积极|不断|持续|成功|系统|深入|大力|主要|长期|多年来?|一直|进一步|曾|还|则|也|又|并|已|先后|相继|自主|创新性?地?"
    r"|在(?:国(?:内外?|际上?)|省内|全国|世界上?|我国)|在(?:此|其|这一|上述)(?:基础|工作)上[，,]?)*"
)
_ENGAGES = re.compile(
    rf"{_WHEN}(?P<verb>引入|专攻|主攻|攻关|攻坚|攻克|突破|改进|改良|优化|深耕于?|首创|提出|设计|验证|报道|描述|尝试|掌握|复现|拓展|升级)(?:了|过|出|到)?(?:一种|一款|一套|一类|一项|多种)?(?:新的|全新的|改进的|改良的)?"
)
"""What is done with a technology by those who advance it."""
_USES = re.compile(
    rf"{_WHEN}(?:(?:利用|采用|应用|使用|运用|基于|比较|对比|探讨|分析|评估|评价|研究|总结|引进)了?|(?:结合|联合)(?=[^，。；]{{2,40}}[，,])|[将把](?=[^，。；]{{2,40}}?(?:用于|应用[于到]|引入|拓展|推广|结合|融合)))"
)
_FINDS = re.compile(
    rf"{_WHEN}(?:(?:的?(?:一项)?(?:前瞻性|回顾性|多中心|大样本|单中心|临床|随机对照|Meta|荟萃)*(?:研究|分析|报道|试验))?(?:结果)?(?:发现|证实|表明|显示|证明|提示|揭示|报道)(?:了|称)?|通过(?:研究|实验|临床试验)(?:发现|证实))[，,:：]?"
)
_TAKES_PART = re.compile(
    rf"{_WHEN}(?:因|凭借?)?(?:参与|牵头|主导|主持|负责|推动|承担|组织)了?(?P<what>[^，。；“”《》]{{2,36}}?)的?"
    r"(?:自主)?(?:研发|研制|开发|设计|研究|国产化|产业化|(?:剂量|临床|性能|技术|可行性)?验证|临床(?:应用|试验|转化|推广|研究)|推广应用|推广)(?=[，。；与和及、]|工作|$)"
)
_TOWARDS = re.compile(
    rf"{_WHEN}对(?P<what>[^，。；对]{{2,30}}?)(?:进行|[作做]|开展|展开|加以)了?(?:[^，。；的]{{0,10}}的?)?(?:改进|改良|优化|验证|研究|探索|评估|比较|对比|升级|改造|创新|攻关)"
)
_IN_FIELD = re.compile(
    rf"{_WHEN}在(?P<what>[^，。；在]{{2,30}}?)(?:的(?:研发|研究|应用|临床应用))?(?:方面|领域|研究(?:中|上)|研发(?:中|上))"
    r"[，,]?(?:[^，。；]{0,8}?)(?:开展|进行|取得|做[出了]|处于|走在|居|积累|领先|形成|有(?:较|深|丰富|长期|系统|独)|颇有|积淀)"
)
_FIELD_FIRST = re.compile(
    r"在?(?P<what>[^，。；在]{2,30}?)(?:的(?:研发|研究|应用|临床应用))?(?:方面|领域|研究(?:中|上)|研发(?:中|上))[，,](?:国内|我国|目前)?(?:的)?(?:以)?"
)
_DID_THERE = re.compile(
    rf"{_WHEN}(?:开展|进行|取得|做[出了]|处于|走在|积累|领先|形成|完成)(?:了)?[^，。；]{{0,14}}?(?:工作|研究|探索|成果|进展|突破|贡献|前列|水平|经验|优势|特色|地位)"
    r"|的?(?:研究|工作|成果)?(?:最为?|较为?|尤为)(?:突出|深入|系统|活跃|知名|人知|领先|成熟)"
)
_KNOWN_FOR = re.compile(
    r"(?:技术|研究|领域|方面|的?研究|的?应用)*(?:在?国内|我国|目前|当前|主要|[，,])*以(?=[^，。；]{2,40}?(?:最为?(?:人知|知名|著名|突出|活跃|人熟知|领先|成熟|典型|系统|深入)|(?:最具|最有)(?:代表性|影响力)|为代表(?!的)|为(?:先|首)|居(?:首|先)))"
)
_OF_STUDY = re.compile(
    r"对(?P<what>[^，。；]{2,30}?)的?(?:研究|应用|探索|工作)(?:最为?|较为?|尤为)(?:深入|系统|突出|活跃|成熟|全面|早)"
)
_REPRESENTED = re.compile(
    r"(?:技术|研究|领域|方面)*的(?:代表性?|主要|领军|知名|优势|核心|国内|研究|开发|研发|发明)*(?:团队|课题组|研究组|单位|机构|学者|人物|研发者|开发者)(?:主要)?(?:是|为|有|包括|当属|首推)"
)
_BY_FIRST = re.compile(
    r"(?:技术|方法|显像|成像|检查|算法|模型)?(?P<first>最早|最先|率先|首先|最初)?(?:是)?(?:于?(?:19|20)\d\d年)?(?:由|系)"
)
_DONE_FIRST = re.compile(
    r"(?:于?(?:19|20)\d\d年(?:\d{1,2}月)?)?(?:在[^，。；]{2,24}?)?(?P<first>率先|首先|首次|最早|最先)?(?:在(?:国内|国际上?|省内|临床))?"
    r"(?:提出|报道|引入|引进|应用[于到]|用于|开展|实施|描述|命名|推广)"
)
_NOT_OURS = re.compile("(?:患者|病人|受试者|志愿者|家属|市民|网友|记者)$")
_MAKERS = ("company", "university", "institute", "laboratory")
_ADOPTS = frozenset({"引入", "掌握", "尝试", "升级", "优化"})
"""Verbs by which a hospital takes up what others made."""
_NO_TECHNIQUE = re.compile("教学|管理|培训|考核|评审|竞赛|招生|服务|营销|商业|运营|护理|患者|病例")
_QUOTED = re.compile(r"[“「](?P<name>[^“”，。；]{2,24})[”」]")
_METHOD_END = "[像影场记量踪位建正准割测分析描造匀]法"
_METHOD = re.compile(f"{_METHOD_END}$")
_SUFFIX = r"(?:技术|方法|系统|检查|显像|成像|算法|模型|药物|探针|设备)*(?:的?(?:关键|核心)技术|的?难题|的?瓶颈)?"
_TAIL = re.compile(rf"{_SUFFIX}等?$")
_STANDS = re.compile("[，。；、（(]|$|等|在|用于|并(?!行)|及|和|与|的(?:关键|核心)")
"""What follows the object of a clause that goes on, and no noun that it says more of: 改进甲|的工作由…."""
_PRONOUN = re.compile("[他她](?!们)")
_NAMES_ONE = re.compile(f"{HEAD}|{_METHOD_END}")
"""What the name of a technology that no lexicon has ends in."""
_TELLS_WHOSE = re.compile("由|以|系|方面|领域|研究|研发|团队|课题组|单位|机构|学者|人物")
_PARTS = re.compile("[、和与及]")
_NAMES_JOINED = re.compile(rf"(?:{ROLES})*[、和与及]")
_NAME = re.compile("[^，。；：、的了]{3,24}(?=[，。；、的]|$)")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON of those whom a sentence credits with a technology that it names."""
    if not scene.of("Person", "Organization") or not (scene.of("Technology") or _NAMES_ONE.search(scene.text)):
        return
    told = [*_done(scene, reading), *_went_on(scene, reading), *_topics(scene, reading)]
    for who, thing, start, end in dict.fromkeys(told):
        yield reading.fact(CREDITED, who, "WORKS_ON", thing, scene.sentence.view.span(start, end))


_Told = tuple[EntityRef, EntityRef, int, int]


def _done(scene: Scene, reading: Reading) -> Iterator[_Told]:
    """What those do who stand before a verb."""
    for person in scene.of("Person"):
        glue = _WHO.match(scene.text, person.end)
        end = glue.end() if glue is not None else person.end
        if _NOT_OURS.search(scene.text, 0, person.start):
            continue
        housed = any(person.start - _FAR < one.end <= person.start for one in scene.of("Organization"))
        cited = housed or _CITED.search(scene.text, person.end, end) is not None
        for thing, stop in _object(scene, end, cited=cited, adopts=False):
            for one in _row_to(scene, person):
                yield reading.person(one.name), thing, one.start, stop
    for start in clause_starts(scene.text, len(scene.text)):
        house = scene.starting_at(subject_start(scene.text, start), "Organization")
        adopts = house is not None and house.kind in ("hospital", "department")
        if house is None or not (adopts or house.kind in _MAKERS) or scene.is_partner(house):
            continue
        end = _behind_team(scene, house)
        for thing, stop in _object(scene, end, cited=end - house.end > 1, adopts=adopts):
            yield reading.organization(house), thing, house.start, stop


def _went_on(scene: Scene, reading: Reading) -> Iterator[_Told]:
    """What a later clause says of the one whom it is about: 张三毕业于甲大学，…，提出“乙法”; 他正在攻关丙."""
    for start in clause_starts(scene.text, len(scene.text)):
        at = subject_start(scene.text, start)
        own = _PRONOUN.match(scene.text, at)
        at = own.end() if own is not None else at
        if (own is None and start == 0) or _ENGAGES.match(scene.text, at) is None:
            continue
        who = about(scene, reading, at)
        for thing, stop in _object(scene, at, cited=False, adopts=False) if who is not None else ():
            if who is not None and _STANDS.match(scene.text, stop):
                yield who, thing, start, stop


def _row_to(scene: Scene, person: Mention) -> list[Mention]:
    """Those named in a row with somebody who is the last of it."""
    row = [person]
    for one in reversed([one for one in scene.of("Person") if one.end < person.start]):
        if not _NAMES_JOINED.fullmatch(scene.text, one.end, row[0].start):
            break
        row.insert(0, one)
    return row


def _object(scene: Scene, at: int, *, cited: bool, adopts: bool) -> Iterator[tuple[EntityRef, int]]:
    """What the verb behind the subject takes, with where it ends."""
    engages = _ENGAGES.match(scene.text, at)
    if engages is not None:
        if not (adopts and engages["verb"] in _ADOPTS):
            yield from _taken(scene, engages.end(), coined=True)
        return
    for pattern in (_TAKES_PART, _TOWARDS, _IN_FIELD):
        told = pattern.match(scene.text, at)
        if told is not None:
            yield from _whole(scene, *told.span("what"))
            return
    found = (_FINDS.match(scene.text, at) or _USES.match(scene.text, at)) if cited and not adopts else None
    if found is not None:
        yield from _taken(scene, found.end(), coined=found.re is _FINDS)


def _taken(scene: Scene, at: int, *, coined: bool) -> Iterator[tuple[EntityRef, int]]:
    """The technology that is named here: one of the lexicon's, else by the grammar of its name."""
    quoted = _QUOTED.match(scene.text, at)
    start = at + 1 if quoted is not None else at
    known = scene.starting_at(start, "Technology")
    if quoted is not None and known is None:
        name = quoted["name"]
        if technology(name) == name or _METHOD.search(name):
            yield EntityRef(label="Technology", name=name), quoted.end()
        return
    whole = class_at(scene, scene.text, start) if coined else None
    if whole is not None and (known is None or whole.end > known.end) and not _NO_TECHNIQUE.search(whole.name):
        yield whole.ref, whole.end
    elif known is not None:
        which = scene.starting_at(known.end, "Technology")  # 显像剂|18F-甲: the last is what is meant
        yield (which or known).ref, (which or known).end
    elif coined and (thing := device_at(scene, start)) is not None and thing.ref.label == "Technology":
        yield thing.ref, thing.end
    elif coined and (words := _NAME.match(scene.text, start)) is not None and is_unbroken(words.group()):
        name = technology(words.group())
        if name is not None and not is_vague(name) and not _NO_TECHNIQUE.search(name):
            yield EntityRef(label="Technology", name=name), words.end()


def _whole(scene: Scene, start: int, end: int) -> Iterator[tuple[EntityRef, int]]:
    """The technologies that a stretch is the row of, each with no more before its name than what praises."""
    at = start
    for part in _PARTS.split(scene.text[start:end]):
        yield from ((ref, end) for ref in _all_of(scene, at, at + len(part)))
        at += len(part) + 1


def _all_of(scene: Scene, start: int, end: int) -> Iterator[EntityRef]:
    known = [one for one in scene.within(start, end, "Technology") if _TAIL.fullmatch(scene.text, one.end, end)]
    name = technology(_TAIL.sub("", scene.text[start:end]) if known else scene.text[start:end])
    if known and (name is None or known[-1].start == start):
        yield known[-1].ref
    elif name is not None and not is_vague(name) and not _NO_TECHNIQUE.search(name):
        yield EntityRef(label="Technology", name=name)


def _topics(scene: Scene, reading: Reading) -> Iterator[_Told]:
    """Those named behind what a clause opens with: 甲成像|由张三率先提出, 甲成像|以李四团队最为人知."""
    if not _TELLS_WHOSE.search(scene.text):
        return
    for clause in clause_starts(scene.text, len(scene.text)):
        start = subject_start(scene.text, clause)
        field = _FIELD_FIRST.match(scene.text, start)
        if field is not None:
            for who, begin, end in _named_from(scene, reading, field.end()):
                if _DID_THERE.match(scene.text, end):
                    for thing, _ in _whole(scene, *field.span("what")):
                        yield who, thing, start, max(begin, end)
        for thing, stop in _taken(scene, start, coined=True):
            known = _KNOWN_FOR.match(scene.text, stop) or _REPRESENTED.match(scene.text, stop)
            for who, _, end in _named_from(scene, reading, known.end()) if known is not None else ():
                yield who, thing, start, end
            by = _BY_FIRST.match(scene.text, stop)
            earliest = by is not None and by["first"] is not None
            for who, _, end in _named_from(scene, reading, by.end()) if by is not None else ():
                done = _DONE_FIRST.match(scene.text, end)
                if done is not None and (done["first"] or earliest):
                    yield who, thing, start, done.end()
    for study in _OF_STUDY.finditer(scene.text):
        opens = scene.text.rfind("以", 0, study.start())
        for who, begin, end in _named_from(scene, reading, opens + 1) if opens >= 0 else ():
            for thing, stop in _whole(scene, *study.span("what")) if end == study.start() else ():
                yield who, thing, begin, stop


def _named_from(scene: Scene, reading: Reading, at: int) -> list[tuple[EntityRef, int, int]]:
    """Those who are named here, with where each begins and where what is said of all of them goes on."""
    people = people_from(scene, at)
    if people:
        glue = _WHO.match(scene.text, people[-1].end)
        end = glue.end() if glue is not None else people[-1].end
        return [(reading.person(one.name), one.start, end) for one in people]
    house = scene.starting_at(at, "Organization")
    if house is None or not (house.kind in _MAKERS or house.kind in ("hospital", "department")):
        return []
    return [(reading.organization(house), house.start, _behind_team(scene, house))]


def _behind_team(scene: Scene, house: Mention) -> int:
    """Where what is said of a house goes on, its team told or not: 甲大学|, 甲大学的研究团队|."""
    team = _TEAM_OF.match(scene.text, house.end)
    return team.end() if team is not None else house.end
