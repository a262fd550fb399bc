"""What people are good at and what houses perform: 擅长甲成像, 率先开展乙消融, 主攻丙的诊断."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.about import about
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.phrases import MASK
from ingest.prose.pointing import own_department
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.naming import PARENTHESIS, concept_name, known_name, masked
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["first_done_at", "performed", "read"]

SKILLED = Rule("skilled_in")
"""张三擅长甲成像、乙消融; 主攻丙的影像诊断; 甲医院超声科在乙造影等方面形成特色."""
FIRST_CASE = Rule("first_case")
"""甲医院完成全市首例乙术; 丙科首次应用丁."""
PERFORMS = Rule("performs")
"""科室常规开展甲造影, 率先开展乙成像; 甲医院成功开展丙植入术."""

INTRODUCED = Rule("introduced")
"""张三在国内率先将甲显像用于乙病; 张三建立了甲成像的定量方法."""

_SKILLED = re.compile(
    r"(?:尤其|特别|最为?|熟练|主要|临床|较为)*(?:擅长(?:于|用|运用|应用)?|尤擅|精通|专长(?:于|为|是)|善于|专攻|钻研|耕耘于|主攻|致力于|专注于?|潜心于?|聚焦(?!超声|离子|型|束|式|镜|探头|深度)于?|深耕(?:于)?|长于(?!\d)|(?:熟练)?掌握(?![^，。；]{0,50}(?:情况|现状|底数|动态))|熟练开展"
    r"|(?:主要|长期|一直|多年来?)(?:从事|研究(?!方向|领域|员|所|院|生|者|工作)|研发(?!团队|中心|人员|部|工作))|从事|(?:研究|临床|业务|主攻|专业)(?:方向|专长|特长|领域|重点|兴趣|工作)?(?:主要)?(?:[为是]|集中[在于]|聚焦[在于]?|涉及|围绕))[:：]?"
)
_SKILLED_IN = re.compile(
    r"(?:在|以|对(?:于)?|尤其(?:在|对)?)(?P<thing>[^。；]{3,60}?)(?:等?(?:方面|领域|技术|工作)?)(?:上|中)?(?:有|具有|具备|积累了?)?(?:较|很|非常|十分)?(?:为)?"
    r"(?:造诣|丰富的?(?:临床)?(?:诊断|诊疗)?经验|丰富经验|深入的?研究|独到的?(?:见解|之处|经验)|独特的?(?:见解|经验)|较深(?:的)?(?:造诣|研究)|深厚(?:的)?(?:造诣|功底)|专长|特长|建树|颇有研究|有研究|(?:的|做出|作出)+(?:了)?(?:突出|杰出|卓越|开创性|奠基性|重大|重要)的?贡献|见长|著称|闻名"
    r"|(?:已|逐步|逐渐|初步)*形成了?(?:鲜明|独特|自己|自身|明显|一定|专[科业]|学科)?的?特色|独具特色|(?:鲜明|明显|突出|独特|一定|较强)的?(?:专科|技术)?(?:特色|优势)|处于[^，。；]{0,12}(?:领先|先进|前列)|走在[^，。；]{0,10}前列|(?:达到?|居)[^，。；]{0,6}(?:领先|先进)水平)"
)
_PERFORM = re.compile(
    r"(?:常规|便|就|率先|独立|全面|广泛|陆续|先后|相继|成功|熟练|可以?|能够?|目前|已经?|较早|首家|首先|首批|最早|积极|大力|主要|重点|首次|新|系统|规范|联合|协同|同时|并|还|又|在(?:省|市|国|全|区|县|本|西|东|华)[^，。；]{0,6}?)*"
    r"(?:开展(?!比赛|竞赛|活动|培训|义诊|讲座|宣|[^，。；、]{0,14}?(?:调研|研讨会|座谈|专题会))|施行|实施(?!方案|细则|办法|单位|意见)|应用|引进)(?:了|的(?:特色|新)?(?:技术|项目|检查)?(?:有|包括|涵盖))?(?![，,。；;、）)])[:：]?"
)
_FIRST_CASE = re.compile(
    r"(?:成功|顺利|率先|圆满|独立|联合|又)*(?:完成|实施|开展|施行|进行|做)(?:了)?(?P<first>[^，。；、“”]{0,12}?(?:首|第一|第1)(?:[例台次]|个病例))(?:应用|采用|利用|使用|的)?"
    r"|(?<=为)[^，。；]{2,30}?(?:患者|病人|老人|女子|男子|女性|男性|患儿|孕妇)(?:成功|顺利)*(?:实施|施行|进行|完成|开展|行)了?(?:全?[省市国]内?首例)?"
    r"|(?:成功|率先)?首次(?:成功)?(?:开展|应用|采用|利用|使用|运用|借助|实施|完成)(?:了)?"
)
"""完成(全市)首例…, 首次应用…."""
_DONE_AT = re.compile(
    r"(?:首|第一|第1)[例台]的?(?P<what>[^，。；“”]{3,40}?)(?:[，,]?(?:于|在)?(?:近日|日前|今[日天]|昨[日天]|当天|\d{1,2}月\d{1,2}日(?:[上下]午)?))?(?:成功|顺利)*(?<![将拟望划备])[在由]"
)
_DONE = re.compile(
    rf"(?:[{HAN}A-Z]{{1,12}}?(?:科|中心|室|团队))?(?:[{HAN}]{{2,4}}(?:教授|主任|团队))*(?:成功|顺利|圆满|正式|独立)*(?:完成|实施|施行|开展|做成)(?=[，。；]|了|$)"
)
"""全省首例丙术|在甲医院|成功完成."""
_ONLY_WISHED = re.compile(
    r"(?:将|拟|计划|准备|希望|建议|鼓励|支持|要求?|应当?|未|不|没有?|推动|促进|推进|帮助|指导|规范|禁止|停止|适合|需要?|如何|是否|以便|便于|有利于|有助于|协助|批准|允许)"
    r"(?:明年|今后|下一步|未来|近期|尽快|逐步|继续|年内|进一步|积极|大力)*$"
)
_PERFORMS_ONLY = re.compile("开展|施行")
_STOPS = re.compile(
    r"[。；;：:]|[，,](?=(?:并|还|也|曾|先后|主持|承担|发表|获|荣|参与|现|任|担任|兼|为|是|在|于|对|以|从|能|年|共|累计|积累|具有|有|取得|受到|深受|达到|填补|处于|居|使|为[^，。]{2,8}提供|每|近|截至|率先|独立|已|完成|成功率|其中|\d|开展|掌握|从事|擅长|(?:尤其|特别)(?!是)|熟练|善于|精通|主攻|专攻|致力|专注|建立|拥有|配备))"
    r"|等(?:多|各)?(?:[项种类个]|[^、，。；]{0,8}?(?:技术|检查|项目|手术|治疗|疾病|工作|诊疗|方面|研究|领域|业务|新业务))|等(?=[，。；]|$)"
)
_COUNT = re.compile(
    r"\s*(?:近|约|逾|超过?|达|累计|共|已)?\s*(?:[\d.,]+|[一二三四五六七八九十百千数几]+)\s*[余多]?\s*[万千]?\s*[余多]?(?:例|台|人次|名|次|项|人|份|小时).*$"
)
_LINKS = re.compile(r"[、，,]|(?<=[\u4e00-\u9fff])(?:尤其|特别)是|以及|及其|及|(?<![饱亲中])和(?!谐)|(?<!参)与|或|并|\+")
_LEADS = re.compile(
    r"^(?:了|的|过|联合(?:应用|使用)|各种类型|各种|各类|多[种项类个]|常见|疑难|复杂|常规|全身|全身各(?:系统|部位)|各系统|各部位|以|对|用|运用|应用|利用|采用|基于|通过|行|进行|包括|如|尤其(?:是|擅长)?|特别(?:是|擅长)?|在[^，。；]{2,16}?(?:方面|领域)|[\u4e00-\u9fff]{0,6}?(?:首|第一)[例台次批款]的?|全省首例|国内首例|省内首例|国际首例|区域首例|全国首例|新技术|新型|先进的?|擅长|开展|掌握|从事|\s)+"
)
_TAIL = re.compile(
    r"(?:的?(?:临床|基础|诊断|诊疗|治疗|影像|综合|鉴别|术前|应用|相关|规范化|精准|定量|疗效|基础与临床|临床与基础|临床及基础|转化)*(?:[及与和](?:临床|基础|诊断|治疗|应用)+)*(?:诊断|研究|应用|工作|诊治|评估|评价|开发|操作|质控|图像质控|分析|技术))$"
)
_PROCEDURE = (
    r"(?:成像|显像|造影|影像组学|波谱|超声|彩超|B超|心动图|CT|MRI|MR|CTA|MRA|CTP|PET|SPECT|PET/CT|PET/MR|OCT|DSA|TAVI|TAVR|ECMO|内镜|摄影|断层(?:合成)?|骨密度|灌注|张量|mapping|MAPPING|Mapping"
    r"|组学|深度学习|人工智能|机器学习|分子影像|诊疗一体化|探针|示踪|测量|筛查|检测|融合|导航|重建|配准|分割|三维打印|3D打印"
    r"|(?:消融|(?<![肺脑栓气肪水])(?<!静脉)(?<!肺动脉)栓塞|灌注化疗|化疗栓塞|植入|穿刺|活检|再通|成形|引流|置入|置换|封堵|取栓|溶栓|旋磨|旋切|射频|抽吸|(?<![动脉样肝性索质])硬化|引导|起搏|碎石|减容|(?<!传导)(?<!束支)阻滞|(?<!向[左右])分流|(?<=球囊|导管|狭窄)扩张|扩张(?=术|治疗)|支架)(?:术|治疗)?"
    r"|放疗|放射治疗|近距离治疗|后装治疗|热疗|核素治疗|免疫治疗|介入治疗|质子治疗|重离子治疗|粒子治疗|海扶刀|伽马刀|射波刀|(?:标测|定位|评价|追踪|定量|弹性)(?:技术)?)"
)
_MEANS = (
    r"(?:内镜|超声(?!乳化|雾化|碎石|骨?刀|清洗|洁[牙治]|吸引)|导航|机器人|腹腔镜|胸腔镜|腔镜|宫腔镜|关节镜|支气管镜|胆道镜|膀胱镜|激光|介入|导管|经皮|显微|荧光|冷冻|射频|微波|立体定向|脑深部|磁刺激|电刺激|飞秒|玻璃体|角膜)"
    r"[\u4e00-\u9fffA-Za-z/]{0,14}?(?:术|手术|切除|剥离|治疗|取石|减压|镜检|电切|套扎|乳化)"
)
"""What is done under the guidance, or by the means, of imaging and its devices: 内镜下黏膜剥离术."""
_NAMED = re.compile(rf"(?:(?:{_PROCEDURE})(?:技术|检查|诊断|治疗|术|系统|方法)?|{_MEANS})$")
_SAYS_NO_MORE = re.compile("(?:技术|检查|手术|项目|治疗)+$")
"""What says no more of a technique that the lexicon has: 超声造影|检查."""
_CORE = re.compile(rf"(?:{_PROCEDURE})$")
_PURPOSE = re.compile(r"(?:在|用于|对|评估|评价|诊断|预测|鉴别|指导|筛查|治疗)(?=[^，。；、]{2,})")
"""What a technique is used for, behind its name: 血管壁成像|评估动脉粥样硬化."""
_BARE = re.compile(
    r"(?:常规|普通|相关|新|影像|临床|医学|介入|放射|诊断|检查|治疗|微创|综合|各类|多种|数字|高端|先进|特色|优质|专科|全身|急诊|床旁|术中|术前|术后)*"
    r"(?:技术|检查|诊断|治疗|影像|检测|测量|筛查|评价|定位|引导|介入治疗|介入|导航|追踪|重建|分割|示踪|融合|穿刺|活检|引流|定量|灌注|超声引导|植入|造影|超声|成像|显像)"
)
_INNER_STOP = re.compile(
    r"建立|创建|发展|[了着将把被为使并]|在(?![体线])|科室|[我全本]科|开展|率先|进行|引进|拥有|配备|完成|提供|的(?!$)|\d{2}年|患者|病人|医院|工作|团队|能力|水平|服务|研究|教学|方法|体系|流程|标准|规范|平台|项目|方案|需求|问题|课题|活动|培训|讲座|义诊|会议|论坛|合作|建设|管理"
)
_AT_DESK = re.compile("(?:检查)?(?:预约|登记|候诊|候检|挂号|收费|采购|维修|维保|机房)")
"""What is done around a technique and by nobody who is skilled in it: CT|预约."""
_AIMS = re.compile("(?:实现|推动|推进|促进|提升|提高|打造|解决|攻克|服务|探索|改善|普及)|[^“”]*[“”][^“”]*$")
"""What one strives for, and half of what stands in quotation marks."""
_APPLIED = re.compile(
    r"(?:率先|首次|较早|最早|首先|首创|创新性地?|成功)(?:地|在[^，。；将]{2,8})?将(?P<thing>[^，。；]{2,40}?)(?:应用|运用|用|推广|引入)[于到]?(?P<use>[^，。；]{0,30})"
)
_MADE = re.compile(
    r"(?P<verb>建立|创建|创立|构建|研发|研制|提出|发明|优化|改良|首创|探索|创新)(?:并[^，。；]{2,4})?(?:了|出|起)?(?P<thing>[^，。；]{4,44}?"
    r"(?:方法|技术|流程|体系|方案|模式|标准|模型|系统|策略|算法|成像|显像|造影|术|路径|序列|探针|分类|评分|规范))(?=[，。；、（(]|$|及其|并)"
)
_AND_OTHERS = re.compile(rf"(?:{ROLES})*(?:等人?)?(?:带领|率领)?(?:的?团队|课题组)?[，,]?(?:于?(?:19|20)\d\d年)?")
_FIRM = re.compile("公司|集团|企业|该厂")
"""Whose deed it is where the clause of the verb names it, and not the person's of whom the text tells."""
_HOUSES = ("department", "hospital", "university", "institute", "laboratory")
_SELF = re.compile(r"(?:目前|现)?(?:全科|我科|本科(?!生|学|教|毕)|科室|科内|该科|中心|本中心|学科)")
_WITH = re.compile("[与和同]")
_BESIDE = re.compile(
    "(?:[与和同跟及、在向由对经受按从为给到据]|联合|携手|依托|借助|获得?|作为|邀请|根据|通过|得到)[^，。；]{0,8}$"
)
"""What stands before a house that is with another, or the place where that acts."""
_TOGETHER = re.compile("[，,]?(?:联合|联手|携手|合作|共同|协作)")
_MOST = 12
_LONGEST = 22


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """WORKS_ON of whom a sentence calls good at something, and of the house that it says performs something."""
    for match in _SKILLED.finditer(scene.text):
        person = about(scene, reading, match.start())
        if person is not None:
            yield from _works(scene, reading, person, match, SKILLED)
    for match in _SKILLED_IN.finditer(scene.text):
        who = about(scene, reading, match.start()) or _told_house(scene, reading, match.start())
        for ref, start, end in performed(scene, match.start("thing"), match.end("thing")) if who is not None else ():
            if who is not None:
                yield reading.fact(SKILLED, who, "WORKS_ON", ref, scene.sentence.view.span(start, end), role=("擅长",))
    yield from _introduced(scene, reading)
    if re.search("首|第一例|为[^，。；]{2,30}(?:实施|施行|进行|完成)", scene.text):
        yield from _first(scene, reading)
    if _PERFORMS_ONLY.search(scene.text):
        for match in _PERFORM.finditer(scene.text):
            if _ONLY_WISHED.search(scene.text, 0, match.start()):
                continue
            who = about(scene, reading, match.start()) or _doer(scene, reading, match.start())
            who = who or _house(scene, reading, match.start())
            if who is not None and _PERFORMS_ONLY.search(match.group()):
                yield from _works(scene, reading, who, match, PERFORMS)


def _doer(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The one person right before the verb, behind the house: 甲医院张三等|率先在国内开展乙造影."""
    people = scene.of("Person")
    if len(people) != 1 or people[0].end > at:
        return None
    return reading.person(people[0].name) if _AND_OTHERS.fullmatch(scene.text, people[0].end, at) else None


def _first(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """完成首例某术, 首次应用某技术: of the person whom the clause is about and of the house that the sentence opens with."""
    for match in _FIRST_CASE.finditer(scene.text):
        if _ONLY_WISHED.search(scene.text, 0, match.start()):
            continue
        for who in dict.fromkeys((about(scene, reading, match.start()), *_opening_houses(scene, reading, match.start()))):
            for ref, start, end in performed(scene, match.end()) if who is not None else ():
                if who is not None:
                    where = scene.sentence.view.span(min(match.start(), start), end)
                    yield reading.fact(FIRST_CASE, who, "WORKS_ON", ref, where, role=("开展",))

    for house, ref, (start, end) in first_done_at(scene):
        yield reading.fact(
            FIRST_CASE, reading.organization(house), "WORKS_ON", ref, scene.sentence.view.span(start, end), role=("开展",)
        )


def first_done_at(scene: Scene) -> Iterator[tuple[Mention, EntityRef, tuple[int, int]]]:
    """The house where a first case was done, by the technique, and where that is said: 全省首例丙术在甲医院完成."""
    for match in _DONE_AT.finditer(scene.text):
        house = scene.starting_at(match.end(), "Organization")
        done = _DONE.match(scene.text, house.end) if house is not None and house.kind in _HOUSES else None
        if house is None or done is None or _ONLY_WISHED.search(scene.text, 0, match.start()):
            continue
        for ref, start, _ in performed(scene, match.start("what"), match.end("what")):
            yield house, ref, (min(match.start(), start), done.end())


def _opening_houses(scene: Scene, reading: Reading, at: int) -> Iterator[EntityRef]:
    """The house that the sentence opens with, or the clause of the verb, whoever of its people acts, and with whom it does."""
    for start in (subject_start(scene.text, 0), subject_start(scene.text, clause_starts(scene.text, at)[0])):
        named = scene.starting_at(start, "Organization")
        if named is None or named.end > at:
            continue
        link = _WITH.match(scene.text, named.end)
        partner = scene.starting_at(link.end(), "Organization") if link is not None else None
        together = partner is not None and _TOGETHER.match(scene.text, partner.end) is not None
        for house in (named, partner) if together else (named,):
            if house is not None and house.kind in _HOUSES:
                yield reading.organization(house)
        return


def _works(scene: Scene, reading: Reading, who: EntityRef, match: re.Match[str], rule: Rule) -> Iterator[Assertion]:
    role = "擅长" if rule is SKILLED else "开展"
    for ref, start, end in performed(scene, match.end()):
        where = scene.sentence.view.span(min(match.start(), start), end)
        yield reading.fact(rule, who, "WORKS_ON", ref, where, role=(role,))


def _introduced(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """Known technologies that somebody put to use, with the disease where one is told, or worked out something of."""
    for match in _APPLIED.finditer(scene.text) if "将" in scene.text else ():
        who = about(scene, reading, match.start()) or _house(scene, reading, match.start())
        for one in scene.within(*match.span("thing"), "Technology") if who is not None else ():
            if who is not None:
                where = scene.sentence.view.span(*match.span())
                yield reading.fact(INTRODUCED, who, "WORKS_ON", one.ref, where, role=("应用",))
                for disease in scene.within(*match.span("use"), "Disease"):
                    yield reading.fact(INTRODUCED, one.ref, "TARGETS", disease.ref, where)
    for match in _MADE.finditer(scene.text):
        firm = _FIRM.search(scene.text, clause_starts(scene.text, match.start())[0], match.start())
        who = about(scene, reading, match.start()) if firm is None else None
        for one in scene.within(*match.span("thing"), "Technology") if who is not None else ():
            if who is not None:
                where = scene.sentence.view.span(*match.span())
                yield reading.fact(INTRODUCED, who, "WORKS_ON", one.ref, where, role=(match["verb"],))


def _told_house(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The house that the sentence opens with, by name or noun; none where it opens with 甲显像|在乙方面具有优势, or with
    甲医院院长张三|因在乙领域的杰出贡献.
    """
    opening = subject_start(scene.text, 0)
    named = scene.starting_at(opening, "Organization")
    noun = _SELF.match(scene.text, opening) or own_department(scene.text, reading, opening)
    if scene.within(opening, at, "Person"):
        return None
    return _house(scene, reading, at) if noun or (named is not None and named.end <= at) else None


def _house(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The house that performs: what the clause or the sentence opens with, else the department that the page presents."""
    opening = subject_start(scene.text, 0)
    named = scene.starting_at(opening, "Organization")
    if named is not None and named.end <= at:
        return reading.organization(named) if named.kind in _HOUSES and not _another(scene, named.end, at) else None
    if scene.within(0, at, "Organization", "Person"):
        return None
    meant_by_noun = own_department(scene.text, reading, opening)
    if meant_by_noun is not None:
        return meant_by_noun.refs[0]
    own = reading.own or reading.counted
    if (
        own is None
        or own.label != "Organization"
        or organization_kind(own.name) not in ("department", "laboratory", "institute")
    ):
        return None
    meant = _SELF.match(scene.text, opening)
    counted = reading.counted
    return own if meant or counted is None or counted == own or counted.label == "Technology" else None


def _another(scene: Scene, since: int, at: int) -> bool:
    """Whether the clause of the verb is another house's: 甲医院主任说，隔壁的|乙医院早就开展了…."""
    start = scene.text.rfind("，", since, at)
    others = scene.within(start, at, "Organization") if start >= 0 else []
    return any(not _BESIDE.search(scene.text, start, one.start) for one in others)


def performed(scene: Scene, start: int, limit: int = 0) -> Iterator[tuple[EntityRef, int, int]]:
    """The technologies of an enumeration that starts here, each with where it stands; what is none is passed over.

    It ends where the words tell, else at ``limit`` (0 for none).
    """
    text = masked(scene.text)
    stop = next((one.start() for one in _STOPS.finditer(text, start)), len(text))
    stop = min(stop, limit) if limit else stop
    at, found = start, 0
    for link in [*_LINKS.finditer(text, start, stop), None]:
        end = link.start() if link is not None else stop
        if end <= at:
            continue
        for one in _named(scene, text, at, end):
            yield one
            found += 1
        at = link.end() if link is not None else stop
        if found >= _MOST or (link is not None and link.group() in "，," and not _goes_on(text, at, stop)):
            return


def _goes_on(text: str, at: int, stop: int) -> bool:
    """Whether what follows a comma is a technique and nothing else, so that the enumeration goes on."""
    link = _LINKS.search(text, at, stop)
    words = heal_name(text[at : link.start() if link else stop].replace(MASK, ""))
    return _is_technique(_trimmed(_LEADS.sub("", words)))


def _named(scene: Scene, text: str, start: int, end: int) -> Iterator[tuple[EntityRef, int, int]]:
    """What an item names: by its whole words where they end as a technique does, else the technologies known in it."""
    known = scene.within(start, end, "Technology")
    words = _COUNT.sub("", text[start:end])
    words = heal_name(PARENTHESIS.sub("", words).replace(MASK, "").strip(" “”\"'"))
    words = _LEADS.sub("", words)
    shorter = _trimmed(words.rpartition("的")[2] if _NAMED.search(words) else words)
    if _is_technique(shorter) and not any(len(one.surface) * 3 > len(shorter) * 2 for one in known):
        yield (
            EntityRef(label="Technology", name=concept_name(_SAYS_NO_MORE.sub("", shorter)) or _without_deed(shorter)),
            start,
            end,
        )
    else:
        yield from ((one.ref, one.start, one.end) for one in known if not _AT_DESK.match(scene.text, one.end))


def _without_deed(words: str) -> str:
    """The technique's name, without what is done by it where it already says that it makes images: 剪切波弹性成像|检查."""
    name = known_name(words)
    return re.sub("(成像|显像|造影|[A-Z]{2,})检查$", r"\1", name)


def _trimmed(words: str) -> str:
    """The technique without what is done with it, where what is left is one."""
    used = next((one for one in _PURPOSE.finditer(words) if _CORE.search(words[: one.start()])), None)
    if used is not None:
        return words[: used.start()]
    without = _TAIL.sub("", words)
    return without if _CORE.search(without) or not _NAMED.search(words) else words


def _is_technique(words: str) -> bool:
    if not 3 <= len(words) <= _LONGEST or _INNER_STOP.search(words) or _BARE.fullmatch(words) or _AIMS.match(words):
        return False
    return bool(_NAMED.search(words))
