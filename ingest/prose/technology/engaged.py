"""Who does something with a technology, by the words between: teams that use one, speakers on one, firms' products."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import is_person
from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.clauses import subject_start
from ingest.prose.phrases import technology
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from
from ingest.prose.technology.inventory import devices
from ingest.table.titles import title_heads
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

TEAM_USES = Rule("team_uses")
"""张三团队[3]利用甲显像…, 李四课题组将乙成像用于…."""
WORKS_AT = Rule("works_at")
"""张三优化了甲成像, 李四团队引进乙显像: what somebody studies, betters, spreads or brings in."""
PRESENTED = Rule("presented_by")
"""张三汇报了甲显像的进展; 李四展示的乙显微镜."""
SPOKE_ON = Rule("spoke_on")
"""张三作《甲成像的临床应用》报告; 张三、李四分别作“甲”“乙”的报告."""
PRODUCT_OF = Rule("product_of")
"""甲公司的乙系统已在…; 乙软件由甲公司取得注册证; 甲公司…，产品涵盖乙、丙."""
WON_WITH = Rule("won_with")
"""张三、李四等的《甲》获…奖."""

_TEAM = re.compile(
    rf"(?:\s|[（(][^（）()]{{2,24}}[)）]|等(?:人|学者)?|及其|{ROLES}|、|领衔的?|带领的?|领导的?|的)*?"
    r"(?:(?:科研|研究|创新|课题)?(?:团队|课题组|研究组|项目组|小组)\s*(?:\[[\d,，\-–]+\])?|(?:等(?:人|学者)?)?\s*\[[\d,，\-–]+\])"
)
_USES = re.compile(
    r"[，,]?\s*(?:(?:于|在)?(?:19|20)\d\d年|近期|近年来?|最近|此后|随后|进一步|首次|率先|创新性?地?|成功|前期|曾|也|还|则|又|并|已|先后|长期|一直|多年来?|在国(?:内|际上?))*"
    r"(?:基于|利用|采用|使用|运用|应用|借助|通过|结合|联合|以|将|把|用|长期(?:从事|做|开展|研究)|致力于|专注于?|深耕(?:于)?|开展(?:了)?|聚焦(?:于)?)"
)
_OTHERS_USE = re.compile(
    rf"(?:{ROLES})*等(?:人|学者|研究者)?(?=(?:首次|率先|首先|则|又|还|也|进一步|随后)*(?:利用|采用|使用|运用|应用|基于|将(?![在于会来继要进])|把))"
)
"""张三等|将甲成像用于…, no number of a reference behind the name."""
_FIRST_TO = re.compile(
    rf"(?:{ROLES}|等人?)*(?:就|则|也|便|已|又|曾|(?:于|在)?(?:19|20)\d\d年(?:\d{{1,2}}月)?)*(?:在(?:国内外?|国际|世界|我国|全国|全省|省内)上?)?"
    r"(?:首先|率先|首次|最早)(?:在(?:国内外?|国际|世界|我国|全国|全省|省内)上?)?(?:报道|提出|采用|应用|使用|证实|验证|将|把)了?"
)
"""张三就|在国内首先报道了甲成像."""
_FIRST_BY = re.compile(r"(?:技术|方法|概念|显像|成像)*(?:的概念)?(?:最早|最先|最初|首先)(?:是)?(?:于?(?:19|20)\d\d年)?由")
_PROPOSED = re.compile(
    rf"(?:{ROLES}|等(?:人|学者)?|团队|课题组|\s)*(?:于?(?:19|20)\d\d年)?(?:首先|率先)?(?:提出|报道|发明|发现|建立|引入|研制|开发|开展|应用)"
)
"""甲成像最早由乙大学的|张三|提出."""
_PRESENTS = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|[，,、\s])*(?:在(?:会上|[^，。；]{{2,12}}(?:报告|发言|会议|论坛|讲座)(?:中|上|时)?))?"
    r"(?:重点|详细|系统|深入|还|也|则|首先|全面|主要|生动|向[^，。；]{2,10}?|结合[^，。；]{2,8}?|[以从]自身[^，。；]{2,8}[，,])*"
    r"(?:介绍|汇报|报告|分享|回顾|讲解|展示|演示|阐述|讲授|讲述|解读|综述|总结|讨论|探讨|梳理|剖析|解析|详解|论述|概述|交流)(?P<of>了|的|)"
    r"(?:其|自己|他们|该|本|团队|课题组|所在|最新|近年来?|国内外?|国际上?|国产|我国|目前|当前|在|的|前沿|关于|有关|把|将|应用|利用|采用|新型|一种|一款)*"
)
_PRESENTED_OF = re.compile(
    r"(?P<what>[^，。；：《》]{3,44}?)的(?:最新|相关|有关|若干|初步|主要|临床|技术|研究|应用|学术|宝贵|实践|成功|典型|关键|基本|独特|潜在|现状与|原理与|[^，。；的]{2,6}(?:与|和|及))*"
    r"(?:进展|经验|应用|适应证|适应症|禁忌证|现状|原理|工作|研究|优势|价值|方法|体会|要点|策略|前景|意义|机制|潜力|作用|成果|探索|实践|技巧|思路|案例|思考|尝试|测量|可行性|(?:初步|最新)?结果|瓶颈|挑战|趋势)(?=[，。；]|$|[，与和及、])"
)
_SAYS_WHICH = re.compile(rf"[{HAN}]\d{{1,3}}$")
"""Half of a name: 超极化碳13|磁共振."""
"""甲对乙的|应用经验: what somebody presents, whatever stands between the technologies in it."""
_USED_FOR = re.compile("(?:应用|运用|使用)?于(?!此)|用于|对(?!比)")
"""What a technique is used for stands behind these: 甲显微|用于乙成像的尝试."""
_NO_FIELD = re.compile("医院|科室|中心|公司|学会|分会|建设|管理|培训|人才|质控|合作|国外|企业|市场|产业|政策")
_PRESENTED_AS = re.compile(
    r"(?:技术|显像|成像|检查|设备|方法|系统|探针|药物|示踪剂|装置|仪)*"
    r"(?:的|在|与|用于|及其?|引导|诊断|联合|研究|应用|进展|临床|中|定量|相结合|、|和|[，。；]|$)"
)
_WORKS_AT = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|等(?:人|学者)?|的?(?:科研|研究|创新|课题)?(?:团队|课题组|研究组|项目组|小组))*"
    r"(?:(?:于|在)?(?:19|20)\d\d年|近年来?|近期|随后|率先|首先|首次|最早|较早|积极|不断|持续|成功|系统|深入|大力|主要|长期|曾|还|并|又|也|在国(?:内|际上?)|结合病例)*"
    r"(?:研究|推广|改进|改良|优化|完善|探索|尝试|突破|攻克|实施|负责|验证|评估|评价|比较|对比|引进|引入|设计并研[制发]|(?:牵头|主导|主持|参与)(?:研[发制究]|开发|开展|建立))(?:了|过|着)?(?:一种|一款|一套|基于|术中|国产|新型|多模态)*"
)
"""张三优化了甲成像, 李四团队引进乙显像."""
_SPEAKS = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|[，,、\s])*(?:[^，。；《》“”]{{0,14}}?)"
    r"(?:分别)?(?:作|做|带来|以|围绕|就|讲授|分享|进行|发表|呈现|授课|讲解|题为)(?:了|的)?[^，。；《》“”]{0,10}$"
)
_SPOKEN = re.compile(
    r"(?:\s*[、和与及]?\s*[《“][^《》“”]{2,60}[》”])*\s*(?:等)?(?:为题|为主题|的|主题|专题)?[^，。；《》“”]{0,12}?(?:报告|讲座|演讲|发言|授课|讲课|分享|讲授|汇报|讲题|课程|讲解)"
)
_TALK = r"(?:报告|讲座|演讲|发言|授课|讲课|讲授|汇报)"
_LATER_SPOKEN = re.compile(
    rf"\s*为题(?=[，,])|\s*(?:的[^，。；《》“”]{{1,10}})?为(?:主题|题)[，,][^。；《》“”]{{0,40}}?[做作]了?[^，。；]{{0,8}}{_TALK}"
)
_UNTITLED = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|[，,、\s])*(?:[做作]了?|带来了?)(?:关于|有关|以)?(?P<title>[^，。；：《》]{{4,44}}?)的(?:专题|主题|主旨|学术|大会|特邀|精彩|线上)*{_TALK}"
)
"""张三教授作了甲成像研究进展的报告, its title without marks."""
_ON_TOPIC = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|[，,、\s])*(?:就|围绕|针对)(?P<title>(?![^，。；]{{0,30}}(?:我[院科校所国]|情况|工作|计划|意见|建设))[^，。；：《》]{{3,40}}?)(?:[作做]了?|进行了?|发表了?)(?:专题|主题|主旨|学术|大会|特邀|精彩|评述|中心|议题)*(?:的)?{_TALK}"
)
"""张三教授就甲成像探针作了报告."""
_BEHIND_TITLE = re.compile(rf"\s*(?:为题)?的?[^，。；《》“”]{{0,10}}?{_TALK}(?:分别)?(?:由|[中里上][，,])")
"""题为“甲成像”的报告由|张三教授主讲; 在“甲成像”的报告中，|张三指出."""
_OF_REPORT = re.compile(
    rf"(?:{ROLES}|[（(][^（）()]{{2,24}}[)）])*的(?:专题|主题|主旨|学术|大会|特邀|精彩|评述|中心|议题)*{_TALK}的?(?:题目|主题|题|名称)?(?:为|是|[:：])?\s*"
)
"""张三教授的主题报告题为|“甲成像”."""
_ROW = re.compile(rf"\s*(?:{ROLES}|[（(][^（）()]{{2,24}}[)）]|等)*\s*[、,，和与及]\s*")
_TITLE = re.compile(r"[《“](?P<title>[^《》“”]{4,60})[》”]")
_TALK_OF = re.compile(r"指南|共识|规范(?!化)|标准(?!化)|解读|写作|投稿|基金申请|管理|教学|培训|文化|党")
"""Titles of talks that tell of no technology that the speaker works on."""
_SOLD = re.compile(
    r"(?:自主)?的(?P<thing>[^，。；、的]{4,30}?)(?=已(?:在|获|于|销|投|有|被|成功)|在[^，。；]{2,30}(?:试用|装机|上市|投入使用|落地)|获(?:批|得|国家)|取得[^，。；]{0,8}(?:注册|认证)|通过[^，。；]{0,10}(?:审批|注册|审查))"
)
_RANGE = re.compile(
    r"(?:^|[，。；])(?:其|公司|目前|现有?|旗下|已上市|自主|的)*(?:主要|核心|主营|代表性?|拳头|自研|主打)*产品(?:线|体系|管线|系列|范围)?(?:已|主要|目前)*(?:涵盖|包括|包含|覆盖|涉及|有|为)了?[:：]?(?![^，。；]{0,8}(?:个国家|地区|医院|省))"
)
"""，主要产品有|乙、丙."""
_FIRM_MEANT = re.compile("(?:该|本)?公司")
_REGISTERED = re.compile(r"(?:取得|获得|拿到|申请|持有)[^，。；]{0,8}(?:注册证|认证|上市许可)")
_REGISTERED_THING = re.compile(r"(?:^|[，。；,;])(?P<thing>[^，。；,;“”]{3,30}?)(?:产品|样机)?(?:已|则|目前)*由$")
_NAME = rf"[{HAN}·]{{2,8}}?"
_WON = re.compile(
    rf"(?:^|[，,。；;年])\s*(?!由)(?P<names>{_NAME}(?:、{_NAME})*)(?:等人?)?(?:共同)?(?:完成|主持|研制|申报|牵头|负责|领衔)?的\s*[《“](?P<title>[^《》“”]{{4,60}})[》”]"
    r"(?=[^，。；]{0,8}?(?:荣获|获得|获|摘得|斩获)[^，。；]{2,30}奖)"
)
_WON_BY = re.compile(
    rf"(?:{ROLES}|[，,则]|[（(][^（）()]{{2,24}}[)）])*(?:凭借?|以)(?:其|自己的?|参赛)?(?:(?:作品|课题|论文|案例|题为|项目|参赛作品|讲题))?\s*[《“](?P<title>[^《》]{{4,60}}?)[》”]"
    r"(?=[^。；]{0,40}?(?:荣获|获得|获|摘得|斩获|夺得|拿下|捧得|赢得|问鼎)[^。；]{0,30}(?:奖|名|冠军|亚军|季军))|的(?P<own>[《“][^《》]{4,60}?[》”](?:[、和与]?《[^《》]{4,60}》)*)[^，。；《》]{0,8}?(?:荣获|获得|获|摘得|斩获)[^。；]{2,30}奖"
)
"""张三凭借《甲》获一等奖, 张三的《甲》《乙》分别获…奖."""
_LIST = re.compile(r"(?:显像|成像|技术|检查)?\s*(?:、|和|与|及|以及|/)\s*")
_TITLES = re.compile(r"(?:\s*[、和与及]?\s*[《“][^《》“”]{2,60}[》”])*\s*[、和与及]?\s*")
_FAR = re.compile(r"[。；]|.{40}")
_BARE = re.compile(r"(?:剂|药物|探针|类|的|\s)?")
"""What may stand between a kind of agents and the one that is meant: 显像剂|18F-甲."""
_NEAR = 10
_BROKEN = re.compile(r"[，。；：、《》“”]|医院|科室|患者|病人|大学|公司")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON, and PARTICIPATED_IN of works that won, of a sentence."""
    for person in scene.of("Person"):
        team = _TEAM.match(scene.text, person.end) or _OTHERS_USE.match(scene.text, person.end)
        if team is not None and (uses := _USES.match(scene.text, team.end())):
            yield from _on(scene, reading, person, uses.end(), TEAM_USES)
        elif (first := _FIRST_TO.match(scene.text, person.end)) is not None:
            yield from _on(scene, reading, person, first.end(), TEAM_USES)
        elif (shown := _PRESENTS.match(scene.text, person.end)) is not None:
            yield from _presented(scene, reading, person, shown)
        elif (works := _WORKS_AT.match(scene.text, person.end)) is not None:
            found = list(_listed(scene, works.end()))
            if found and _PRESENTED_AS.match(scene.text, found[-1].end):
                yield from _on(scene, reading, person, works.end(), WORKS_AT)
        elif (won := _WON_BY.match(scene.text, person.end)) is not None:
            span = scene.sentence.view.span(person.start, won.end())
            for ref in _topics(scene, *won.span("title" if won["title"] else "own")):
                yield reading.fact(WON_WITH, reading.person(person.name), "WORKS_ON", ref, span)
        elif (talk := _UNTITLED.match(scene.text, person.end) or _ON_TOPIC.match(scene.text, person.end)) is not None:
            yield from _of_title(scene, reading, person, talk)
    yield from _first_by(scene, reading)
    yield from _spoke(scene, reading)
    for firm in scene.of("Organization"):
        if firm.kind == "company":
            yield from _product(scene, reading, firm)
    if "产品" in scene.text:
        yield from _range(scene, reading)
    if "奖" in scene.text and "的" in scene.text:
        yield from _won(scene, reading)


def _on(scene: Scene, reading: Reading, person: Mention, at: int, rule: Rule) -> Iterator[Assertion]:
    """WORKS_ON of the technologies that stand where the words before them end, with those listed behind."""
    for one in _listed(scene, at):
        span = scene.sentence.view.span(person.start, one.end)
        yield reading.fact(rule, reading.person(person.name), "WORKS_ON", one.ref, span)


def _first_by(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲成像技术最早由乙大学的张三提出."""
    for topic in scene.of("Technology") if "由" in scene.text else ():
        by = _FIRST_BY.match(scene.text, topic.end)
        for person in people_from(scene, by.end()) if by is not None else ():
            if _PROPOSED.match(scene.text, person.end):
                span = scene.sentence.view.span(topic.start, person.end)
                yield reading.fact(TEAM_USES, reading.person(person.name), "WORKS_ON", topic.ref, span)


def _listed(scene: Scene, at: int) -> Iterator[Mention]:
    near = [one for one in scene.of("Technology") if one.start >= at]
    if not near or near[0].start - at > _NEAR or _BROKEN.search(scene.text, at, near[0].start):
        return
    if _SAYS_WHICH.search(scene.text, at, near[0].start):
        return
    while len(near) > 1 and _BARE.fullmatch(scene.text, near[0].end, near[1].start):
        near = near[1:]
    last = near[0]
    yield last
    for one in near[1:]:
        if not _LIST.fullmatch(scene.text, last.end, one.start):
            return
        yield (last := one)


def _presented(scene: Scene, reading: Reading, person: Mention, shown: re.Match[str]) -> Iterator[Assertion]:
    found = list(_listed(scene, shown.end()))
    if not (found and (shown["of"] == "的" or _PRESENTED_AS.match(scene.text, found[-1].end))):
        found = []
    if found:
        yield from _on(scene, reading, person, shown.end(), PRESENTED)
    told = _PRESENTED_OF.match(scene.text, shown.end())
    if told is not None and not _NO_FIELD.search(told["what"]):
        span = scene.sentence.view.span(person.start, told.end())
        used = _USED_FOR.search(scene.text, told.start("what"), told.end("what"))
        for ref in _topics(scene, told.start("what"), used.start() if used is not None else told.end("what")):
            if ref in {one.ref for one in found}:
                continue
            yield reading.fact(PRESENTED, reading.person(person.name), "WORKS_ON", ref, span)


def _topics(scene: Scene, start: int, end: int) -> list[EntityRef]:
    """The technologies that a title names, those of the lexicon and what it is a title of by the grammar of names."""
    known = scene.within(start, end, "Technology")
    heads = {one.start for one in known}
    whole = [one for one in known if not _SAYS_WHICH.search(scene.text, 0, one.start)]
    refs = [one.ref for one in whole if one.end not in heads]  # 近红外二区|光声探针: the last is what is meant
    for first, last in title_heads(scene.text[start:end]):
        inside = [one for one in known if start + first <= one.start and one.end <= start + last]
        if not any(len(one.surface) * 2 > last - first for one in inside):
            refs.append(EntityRef(label="Technology", name=heal_name(scene.text[start + first : start + last])))
    return list(dict.fromkeys(refs))


def _spoke(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON of what the titles of talks name; of several speakers, each with the title whose turn it is."""
    titles = list(_TITLE.finditer(scene.text)) if re.search("[报讲演发授分课汇]", scene.text) else []
    for first in titles:
        behind_it = _BEHIND_TITLE.match(scene.text, first.end())
        told = people_from(scene, behind_it.end()) if behind_it is not None else []
        told = told or [one for one in scene.of("Person") if _OF_REPORT.fullmatch(scene.text, one.end, first.start())]
        if len(told) == 1:
            yield from _of_title(scene, reading, told[0], first)
            continue
        speakers = _speakers(scene, first.start())
        said = _SPOKEN.match(scene.text, first.end()) or _LATER_SPOKEN.match(scene.text, first.end())
        if not speakers or said is None:
            continue
        behind = [first, *(one for one in titles if one.start() >= first.end() and _joined(scene, first, one))]
        if len(speakers) > 1 and len(speakers) != len(behind):
            continue
        pairs = zip(speakers, behind, strict=True) if len(speakers) > 1 else ((speakers[0], one) for one in behind)
        for person, title in pairs:
            yield from _of_title(scene, reading, person, title)


def _joined(scene: Scene, first: re.Match[str], one: re.Match[str]) -> bool:
    return _TITLES.fullmatch(scene.text, first.end(), one.start()) is not None


def _speakers(scene: Scene, at: int) -> list[Mention]:
    """Who is told right before a title to speak: one, or a whole row of whom it is said 分别."""
    before = [one for one in scene.of("Person") if one.end <= at]
    if not before or not _SPEAKS.fullmatch(scene.text, before[-1].end, at):
        return []
    found = [before[-1]]
    for one in reversed(before[:-1]):
        if not _ROW.match(scene.text, one.end) or _FAR.search(scene.text, one.end, found[0].start):
            break
        found.insert(0, one)
    return found if len(found) == 1 or "分别" in scene.text[found[-1].end : at] else []


def _of_title(scene: Scene, reading: Reading, person: Mention, title: re.Match[str]) -> Iterator[Assertion]:
    if _TALK_OF.search(title["title"]):
        return
    span = scene.sentence.view.span(min(person.start, title.start()), max(person.end, title.end()))
    for ref in _topics(scene, *title.span("title")):
        yield reading.fact(SPOKE_ON, reading.person(person.name), "WORKS_ON", ref, span)


def _product(scene: Scene, reading: Reading, firm: Mention) -> Iterator[Assertion]:
    sold = _SOLD.match(scene.text, firm.end)
    owned = _REGISTERED_THING.search(scene.text, 0, firm.start) if _REGISTERED.match(scene.text, firm.end) else None
    for found in (one for one in (sold, owned) if one is not None):
        name = technology(found["thing"])
        if name is not None:
            known = {one.surface: one.name for one in scene.of("Technology")}
            ref = EntityRef(label="Technology", name=known.get(name, name))
            span = scene.sentence.view.span(min(firm.start, found.start("thing")), max(firm.end, found.end("thing")))
            reading.made(ref)
            yield reading.fact(PRODUCT_OF, reading.organization(firm), "WORKS_ON", ref, span)


def _range(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """甲公司成立于…，主要产品有乙、丙: of the firm that the sentence opens with, or that 公司 points to."""
    begin = subject_start(scene.text, 0)
    firm = scene.starting_at(begin, "Organization")
    meant = reading.meant("公司") if firm is None and _FIRM_MEANT.match(scene.text, begin) else None
    who = reading.organization(firm) if firm is not None and firm.kind == "company" else meant
    ranged = _RANGE.search(scene.text)
    if who is None or ranged is None or len([one for one in scene.of("Organization") if one.end <= ranged.start()]) > 1:
        return
    for thing in devices(scene, ranged.end(), told=True):
        yield reading.fact(PRODUCT_OF, who, "WORKS_ON", thing.ref, scene.sentence.view.span(ranged.start(), thing.end))


def _won(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for match in _WON.finditer(scene.text):
        names = match["names"].split("、")
        if not all(map(is_person, names)):
            continue
        work = EntityRef(label="Achievement", name=match["title"])
        span = scene.sentence.view.span(match.start("names"), match.end())
        topics = _topics(scene, *match.span("title"))
        for name in names:
            yield reading.fact(WON_WITH, reading.person(name), "PARTICIPATED_IN", work, span)
            for topic in topics:
                yield reading.fact(WON_WITH, reading.person(name), "WORKS_ON", topic, span)
