"""What a clause opens with that no lexicon names: a device, a program or a facility, told by the grammar of its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon import PLACES
from ingest.prose.clauses import clause_starts, subject_start
from ingest.prose.reading import Scene
from ingest.prose.sites.facilities import GREAT_END, LIBRARY_END, facility_of
from ingest.prose.technology.naming import concept_name, is_unbroken, known_name
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["Thing", "device_at", "is_any", "made_before", "owned", "thing_at", "things"]

_DEVICE = (
    r"系统|一体机|解决方案|精灵|仪|仪器|设备|装备|显微镜|内镜|内窥镜|机器人|(?<!放)装置|软件|模型|算法|探针|显像剂|造影剂|对比剂|示踪剂|注射[液剂]|线圈|探测器|加速器|(?:伽[马玛]|射波|质子|重离子|磁波|海扶|赛博|托姆|速锋|氩氦|[γX])刀"
    r"|(?:造影|超声|磁共振|X线|X光|CT|血管|乳腺|放疗|一体|加速)机|CT|MRI|MR|PET|SPECT|DR(?![A-Z])|DSA|磁共振|技术|疗法|序列|芯片|支架|导管|球囊|胶片|(?<=[声学波光磁式])探头(?!频率|长度|直径|表面|[移转放置压])|(?<=便携|掌上|手持|车载|移动)超声"
)
_PLACE_OF_WORK = rf"设施|装置|{GREAT_END}|平台|{LIBRARY_END}|中心|基地|实验室|研究院|研究所|协作网|网络|线站"
_QUALITY = (
    r"(?:系统|整机|平均|最[大小高低快]|单[次例台]|诊断|检出|识别|总体?|体模|横向|轴向|纵向|全身|颅脑|头部|胸部|辐射|有效|注射|临床|读片|分析|图像|成像|扫描)*"
    r"(?:[空时能]\S间?分辨|分辨率|灵敏|敏感|特异|准确|精[度确]|误差|检出率|信噪|对比度|帧[率频速]|深度|速度|时间|耗时|用时|时长|范围|视野|孔径|场强|梯度|剂量|重[量约达仅]|造价|数据通量|直径|外径|内径|频率|探头|长度"
    r"|厚度|层厚|体积|功耗|能耗|成本|售价|单价|价格|AUC|召回率|一致性|通量|病例|Dice|F1|系数|能量|亮度|发射度|流强|电压|电流|功率|波长|带宽|温度|周长|转速|容量|切换率|采样率|磁场强度|通道数?|成功率|合格率|符合率|阳性率|覆盖率|使用率)"
)
_ADVERB = (
    r"(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}日)?|本[月周]|[今昨][年日天]|就是|宣告|宣布|已|一年|目前|现[^场代]|日前|近日|自[2二今去上投正\d]|至今|累计|先后|陆续|率先|均|日均|每|年[均度检]"
    r"|仅|约|可|能[^谱量级]|也|还|又|正式|成功|顺利|首次|正在|将|有效|精准|自动|[突高特][破效异]性?地"
)
_PREPOSITION = r"于|在|由|是|把|将|为[^核中主]|经|对[^比]|较|比[^例]|使|被|获|按|以|从|得到|受到"
_VERB = (
    r"荣[获膺登]|[斩喜]获|摘[得取]|夺得|上线|投入|投用|启用|始建|选址|创建于|成立于|组建于|建[于在]|建成|落成|落户|花落|落地|走[进入]|走向|坐落|位于|地处|覆盖|接入|连接|联通|服务[^器业]|惠及|汇聚|汇集|收录|纳入|入库|整合|存储|保存|拥有|有[^限源机]|设[有置立在于\d]|配[备置有]|开放|运行|支[持撑]|完成|实现|采[用集]"
    r"|达|问世|诞生|研制成功|试制|亮相|装机|销往|出口|进驻|入驻|应用[于在到]|推广|走进|面世|通过|依托|挂靠|占地|总[投建面]|一期|投资|建筑面积|库容|容量|包[括含]|涵盖|提供|开展|揭牌|开工|动工|奠基|破土|封顶|竣工|入选|进入|上市|建设[周地]|预测|诊断|识别|检出|鉴别|区分|发现|评估|处理|判读|适用|适合|面向|针对|用于|收集|采集|招募|归集|汇总|集成|交付|发布|出具|承载|单[次例人]|一次|辐射[周全带至\d]"
)
_OF_PART = rf"(?:(?!{_DEVICE}|[仪机器]|成像|显像|影像|报告|预约|等候|检查|医院)[{HAN}]){{0,5}}?"
_SAID_OF_IT = rf"(?={_ADVERB}|{_PREPOSITION}|{_VERB}|的?{_OF_PART}{_QUALITY}|，{_QUALITY})"
_SAID_OF_KNOWN = re.compile(rf"{_ADVERB}|{_PREPOSITION}|{_VERB}|的?{_QUALITY}")
_OBJECT_ENDS = re.compile(
    r"(?:设备|系统|机|检查系统|扫描仪)?(?=$|[，。；、,;（(]|和|与|及|等|各|[\d一两二三四五]+[台套]|并|后)"
)
_ITS_QUALITY = re.compile(rf"的?{_QUALITY}")
_AT_WORK = re.compile("已|正式|投入|投用|启用|上线|运行|装机")
_FIRST_OF = rf"(?:(?![引购装配启添建研发推是为在由])[{HAN}]){{1,7}}?(?:首|第一)[台套款部](?:套)?的?"
"""Whose first it is, before what it is: 我市首台, 滇西地区首套."""
_NICKNAME = (
    r"“[^“”]{1,8}(?:神器|利器|神探|侦探|侦察兵|哨兵|尖兵|卫士|杀手|克星|王者|之王|法宝|重器"
    r"|透视眼|火眼金睛|千里眼|慧眼|天眼|航母|战斗机|天花板|明珠|新星|黑科技|金标准)”(?=[^，。；“”]{2})"
)
"""What a device is praised as, before its name: “查癌神器”|PET-CT."""
_LEAD = re.compile(
    rf"(?:{_FIRST_OF}|{_NICKNAME}|素?有“[^“”]{{2,12}}”之称的|被?(?:称为|誉为)“[^“”]{{2,12}}”的|(?:我国|国内|全国|亚洲|世界|全球|国际|[{HAN}]{{2,4}}[省市]内?|[省市]内|华[东南北中]|西[南北]|东北)?(?:地区)?(?:首[台套个款项批]|第[一二三四五六七八九十\d]{{1,2}}[台套个款]|最大的?|唯一的?)|(?:核心|关键|主要)(?:设备|装备|仪器)(?:——|是)?|在?(?:(?:训练|验证|测试|内部|外部|独立|全)+(?:集|组|队列)(?:上|中)?)|[这该][款台套种项]|该(?![院校所科系室局]|公司|中心|团队|项目|课题|[省市区县国][内级]|平台|企业|学[院会科]|[{HAN}]{{0,3}}(?:医院|大学))(?=[^，。；]{{4}})|针对于?[^，。；的]{{2,12}}的|具有[^，。；]{{2,20}}?知识产权的|(?:占地|总?投资|(?:总?建筑)?面积|耗资|历时|总造价)[^，。；的]{{2,16}}的|(?:全球|国际|国内|世界|目前)*最?(?:领先|先进|尖端|顶级)的?(?:设备|仪器|装备|机型)?|新一代|国产|新型|(?:大型|全新|进口|高端)(?=[^，。；]{{0,12}}(?:CT|MR|PET|磁共振|加速器|DSA|彩超))|[一两三][台套款]|名为|(?:去年|今年|前年|新近?|刚刚?|(?:19|20)\d\d年)?(?:引进|引入|购置|装上|装备|配备|启用|添置)的|[{HAN}]{{2,4}}后的|经过?(?:优化|改进|升级|改造|迭代)的|(?:于|在)?(?:[今昨]日|近日|日前|[去今]年|(?:19|20)\d\d年)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:正式|刚刚?|新近?)?(?:启动|奠基|开工|建成|投用|竣工|落成|启用|揭牌|投产|亮相|上线|获批|下线)(?:奠基|上市|投用|运行|建设)?的|(?:“[一二三四五六十]{{2,3}}”)?(?:国家|[省市])(?:重大)?(?:科技|科学)?基础设施(?:项目)?(?:——|—|–|[:：]))*"
)
_MADE_BY = re.compile(
    rf"由?(?!患者|本文)[^，。；：“”由]{{2,40}}?(?:研制|研发|开发|设计|构建|提出|推出|生产|制造|建设|承建|共建|打造|搭建|建立|建成|兴建|创建|组建|筹建|发布|发起|引进|引入|购置|提供)(?:成功)?的|(?:搭载|集成|融合)(?:了|有)?[^，。；]{{2,24}}?的"
    rf"|[{HAN}A-Za-z]{{2,14}}(?:医疗|科技|影像|公司|集团|大学|学院|研究院|研究所|医院|团队)的"
)
_PROVINCE = re.compile(rf"[{HAN}]{{2,3}}(?:省|自治区)")
_LETTER = rf"[{HAN}0-9/+\-.·®™]|\[\d{{1,3}}m?[A-Z][a-z]?\]|[A-Za-z]|(?<=[A-Za-z0-9]) (?=[A-Za-z0-9])|(?<=.)[“”]"
_NAME = (
    rf"(?P<name>“?(?:{_LETTER}){{2,28}}?(?:%s)”?)(?!成像(?:系统|仪|设备|装置)|扫描仪)"
    rf"(?:[（(][^（）()]{{1,90}}[)）])?(?:(?:建设)?(?:项目|工程)|(?:(?<=CT)|(?<=M[RI])|(?<=ET)|(?<=DR)|(?<=SA)|(?<=共振)|(?<=速器)|(?<=彩超))设备)?{_SAID_OF_IT}"
)
_DEVICE_NAME = re.compile(_NAME % _DEVICE)
_APPOSED = (
    r"，(?:项目)?(?:(?:法人|依托|建设|牵头|主体|承建)单位|占地|总投资|坐落|位于|总建筑面积)|[:：](?=由[^，。；]{4,60}建|依托)"
)
"""What is said of a facility behind a comma, as of nothing else."""
_OF_SITE = r"聚焦|挂靠|隶属|旨在|致力|围绕|主要(?=[面开从围聚用服])|(?:总|占地|建筑|使用|用地)*面积|设备总值"
_FACILITY_NAME = re.compile(
    (_NAME % _PLACE_OF_WORK).removesuffix(")") + f"|{_APPOSED}|系(?=[^，。；统列]{{4,60}}[建创])|{_OF_SITE})"
)
_OBJECT_NAME = re.compile(
    rf"(?P<name>“?(?:{_LETTER}){{2,28}}?(?:{_DEVICE})”?)(?:[（(][^（）()]{{1,24}}[)）])?(?:设备|系统)?(?=$|[，。；、,;“]|和|与|及|等|各|共|[\d一两二三四五]+[台套]|并|用于|的(?:医院|单位)|后|以来|完成|开展|是|已|正|在|可|[接引纳嵌]入|应用|运用|[本昨今][周日月]|近日|日前|于|的?(?:{_QUALITY}))"
)
_COUNTED = re.compile(
    r"(?:第[一二三四五六七八九\d]代的?|[\d一二两三四五六七八九十多]+(?:台|套|个|款)(?:套)?|(?:全新|最新|最先进|先进|高端|大型|超高端|进口|国产|新一代)的?(?:产品|设备|机型)?|一批|我国|[^，。；、的]{2,12}?的)?"
)
_OF_MAKER = re.compile(
    r"(?:公司)?(?:自主)?(?:(?:研制|研发|开发|生产|制造|出产|推出)?的|产|牌)?(?:最新|最先进的?|新一代|全新|高端)*"
)
_SETS = re.compile(r"(?:[\d一二两三四五六七八九十]+[台套])?")
_ANY = re.compile(rf"{_DEVICE}|{_PLACE_OF_WORK}")
_VAGUE = re.compile(
    rf"(?:该|本|此|其|各|这些|有关|相关|新|高端|大型|小型|先进|精密|医疗|医用|医学|临床|影像学?|检查|检测|诊断|诊疗|治疗|康复|护理|健康|急救|手术|介入|智能|智慧|数字|信息|自动|辅助|配套|综合|公共|服务|管理|技术|研究|研发|科研|创新|教学|培训|国家|省级|市级|区域|重点|开放|共享|大数据|数据|网络|生物|生命|科学|仪器|设备|系统|产品|核心|关键|成像|计算机|云|人工|机器|深度|学习|预测|分析|识别|多|全|国际|国内|城市|全市|全省|质控|检验|合作|交流|示范|产业|物流|活动|体检|会议|展览|运营|客服|招商|大|种|学科|专科|专家)*"
    rf"(?:{_DEVICE}|{_PLACE_OF_WORK})"
)
_EXAMINATION = re.compile(
    "(?:急诊|门诊|住院|胸|头|颈|脑|颅|心|肺|肝|腹|盆|乳|腰|髋|膝|骨|血管|冠状?动?脉|前列|关节|脊|全身|平扫|增强|强化|普通|常规|床旁)[^0-9]{0,4}(?:CT|MRI|MR|PET|SPECT|磁共振)"
)
"""What is done with a device to a part of the body: its figures are those of the house that does it."""
_NOT_INSIDE = re.compile(
    r"^(?:赴|的|各|其|等|和|与|及|或|患者|我国|全国|国内|全球|国外|进口|传统|常规|有|每|单台|多种|一种|新建|建设|经过|调试|运行|安装|推[进广动]|加[快强大]|进一步|逐步|不断|继续|积极|大力|深入|努力|提[高升]|强化|完善|规范(?!化)|普及|促进)|患者|病人|公司|，|使(?!用|者)|每[例台次人]|携手|会同|联手"
)
_FOUNDED = re.compile("建设|获批|承建|建立|成立|组建|建成|打造|启动|批准|牵头|启用|共建|创建|搭建|引进")
"""What tells that words before a comma are a clause, and no name alone."""
_ERECTED = re.compile("(?:建设|承建|共建|打造|搭建|建立|建成|创建|兴建|组建|筹建|发起)(?:成功)?的$")
_GREAT = re.compile("大科学|国家|光源|设施|“")
_PROJECT = re.compile(
    "[^，。；]{0,14}?(?:项目|工程|总投资|开工|动工|奠基|破土|落户|选址|坐落|位于|建设|通过[^，。]{0,8}验收|占地|依托|启用|[获经][^，。]{2,24}(?:批复|批准|核准|立项)|由[^，。；]{2,60}(?:建设|承建|共建))"
)
_QUOTED_LAST = re.compile("“(?P<name>[^“”]{5,})”$")
_SUFFIX = re.compile(r"(?:序列|新?技术|检查|扫描|方法|设备|系统|成像|显像)")
_NEW = re.compile("(?<=[像影图声检术疗融])新(?:技术|疗法)$")
_GENERATION = re.compile(r"^第[一二三四五六七八九\d]{1,2}代")
_SHORTEST = 4
_FAR = 70


@dataclass(frozen=True, slots=True)
class Thing:
    """A device or facility that a clause opens with, and where its name starts and ends.

    ``maker`` is where the relative clause before it starts that says who made it, -1 for none.
    """

    ref: EntityRef
    start: int
    end: int
    maker: int = -1


_RESTS_ON = ("依托", "挂靠", "位于", "坐落", "设在")
"""Verbs of what was told before: 现|依托甲中心|运行."""


def thing_at(scene: Scene, at: int) -> Thing | None:
    """The device, program or facility that is named here, praise and its maker left out, and of which something is said."""
    if scene.text.startswith(_RESTS_ON, at) or not _ANY.search(scene.text, at, at + _FAR):
        return None
    start = _after_lead(scene.text, at)
    back = scene.text.startswith(("这", "该"), at)
    found = _named(scene, start) or (_known(scene, start) if start > at and not back else None)
    if found is not None:
        project = scene.text[: found.end].endswith(("项目", "工程")) or _PROJECT.match(scene.text, found.end)
        return found if project else Thing(_as_device(found.ref), found.start, found.end)
    made = _MADE_BY.match(scene.text, at)
    if made is None:
        return None
    start = _after_lead(scene.text, made.end())
    inner = _named(scene, start) or _known(scene, start) or _before_comma(scene, start)
    if inner is None:
        return None
    return Thing(inner.ref if _ERECTED.search(made.group()) else _as_device(inner.ref), inner.start, inner.end, at)


def made_before(scene: Scene, at: int) -> int:
    """Where the words end that say here who built what they stand before (由甲建设的|某中心), -1 where none do."""
    made = _MADE_BY.match(scene.text, at) if "的" in scene.text[at : at + _FAR] else None
    return made.end() if made is not None and _ERECTED.search(made.group()) else -1


def _as_device(ref: EntityRef) -> EntityRef:
    """An apparatus (装置) as the device that it is where nothing says that it is a site that is built."""
    device = ref.label == "Facility" and ref.name.endswith("装置") and not _GREAT.search(ref.name)
    return EntityRef(label="Technology", name=ref.name) if device else ref


def _before_comma(scene: Scene, start: int) -> Thing | None:
    """What was made, where a comma parts it from what is said of it: 团队研制的某某仪，分辨率达…."""
    found = device_at(scene, start)
    return found if found is not None and scene.text.startswith("，", found.end) else None


def _known(scene: Scene, start: int) -> Thing | None:
    """What the lexicon names here and of which something is said."""
    known = scene.starting_at(start, "Technology")
    said = known is not None and _SAID_OF_KNOWN.match(scene.text, known.end)
    return Thing(known.ref, start, known.end) if known is not None and said else None


def things(scene: Scene) -> list[Thing]:
    """What the clauses of a sentence open with, in order; what the lexicon names where a quality of it is told."""
    starts = [subject_start(scene.text, start) for start in reversed(clause_starts(scene.text, len(scene.text)))]
    found = [thing_at(scene, start) or _qualified(scene, start) for start in starts]
    return list(dict.fromkeys(one for one in found if one is not None))


def _qualified(scene: Scene, start: int) -> Thing | None:
    """What the lexicon names here and whose quality is told: 光子计数CT|辐射剂量, not PET/CT|检查."""
    known = scene.starting_at(start, "Technology")
    quality = _ITS_QUALITY.match(scene.text, known.end) if known is not None else None
    return Thing(known.ref, start, known.end) if known is not None and quality is not None else None


def owned(scene: Scene, at: int) -> Thing | None:
    """The device that is named behind its house or maker, and of which something is said: 甲医院|一体化PET/MR已…."""
    found = thing_at(scene, at)
    if found is not None:
        return found if found.ref.label == "Technology" else None
    known = _known(scene, at)
    return known if known is not None and _AT_WORK.match(scene.text, known.end) else None


def device_at(scene: Scene, at: int, *, bounded: bool = True) -> Thing | None:
    """The device that a verb takes here (引进了|两台双源CT), counts and praise left out.

    ``bounded`` asks that what the lexicon names ends where objects end; behind a relative clause (引进的|双源CT) it need not.
    """
    counted = _COUNTED.match(scene.text, at)
    start = _after_maker(scene, _after_lead(scene.text, counted.end() if counted else at))
    match = _OBJECT_NAME.match(scene.text, start)
    known = scene.starting_at(start, "Technology")
    if match is not None and (known is None or match.end() > known.end):
        name = _NEW.sub("", re.sub("[“”]", "", match["name"]))
        suffix = known is not None and _SUFFIX.fullmatch(scene.text, known.end, match.end("name"))
        if known is not None and suffix:
            return Thing(known.ref, start, match.end())
        if _is_quoted_whole(match["name"]) and _is_own_name(name) and scene.starting_at(start, "Organization") is None:
            return Thing(EntityRef(label="Technology", name=known_name(heal_name(name))), start, match.end())
    ends = known is not None and (not bounded or _OBJECT_ENDS.match(scene.text, known.end))
    return Thing(known.ref, start, known.end) if known is not None and ends else None


def _after_maker(scene: Scene, at: int) -> int:
    """Where a device begins behind the company that made it: 德国西门子|直线加速器, 某某公司生产的|双源CT."""
    land = scene.starting_at(at, "Place")
    abroad = land is not None and PLACES.get(land.name) == "country"
    maker = scene.starting_at(land.end if land is not None and abroad else at, "Organization")
    if maker is None or maker.kind != "company":
        return at
    made = _OF_MAKER.match(scene.text, maker.end)
    counted = _SETS.match(scene.text, made.end() if made is not None else maker.end)
    return counted.end() if counted is not None else maker.end


def _after_lead(text: str, at: int) -> int:
    lead = _LEAD.match(text, at)
    return lead.end() if lead else at


def _named(scene: Scene, start: int) -> Thing | None:
    spelled = _spelled(scene.text, start)
    if spelled is None or any(one.start < spelled.end and start < one.end for one in scene.of("Person")):
        return None
    known = scene.starting_at(start, "Technology")
    place = scene.starting_at(start, "Place")
    if place is not None and spelled.ref.label == "Technology" and _VAGUE.fullmatch(scene.text, place.end, spelled.end):
        return None
    province = _PROVINCE.match(scene.text, start) if place is None else None
    behind = place.end if place is not None else province.end() if province is not None else -1
    inside = scene.starting_at(behind, "Technology")
    if inside is not None and spelled.ref.label == "Technology" and inside.end >= spelled.end:
        return None  # 甲省|磁共振: what the place has
    if known is not None and spelled.ref.label == "Technology":
        if spelled.end <= known.end:
            return None
        if _SUFFIX.fullmatch(scene.text, known.end, spelled.start + len(spelled.ref.name)):
            return Thing(known.ref, start, spelled.end)
    body = scene.starting_at(start, "Organization")
    noted = body is not None and spelled.ref.name == body.name and scene.text.startswith(("（", "("), body.end)
    if body is not None and (spelled.end <= body.end or noted or spelled.ref.label == "Technology"):
        return None
    return spelled


@lru_cache(maxsize=1 << 12)
def _spelled(text: str, start: int) -> Thing | None:
    """What is named here by the words alone."""
    facility = _FACILITY_NAME.match(text, start)
    if facility is not None and _is_quoted_whole(facility["name"]) and _is_own_name(re.sub("[“”与和]", "", facility["name"])):
        if text.startswith("，", facility.end()) and _FOUNDED.search(facility["name"]):
            return None
        quoted = _QUOTED_LAST.search(facility["name"])
        ref = facility_of(quoted["name"] if quoted is not None else facility["name"])
        return Thing(ref, start, facility.end()) if ref is not None else None
    device = _DEVICE_NAME.match(text, start)
    name = re.sub("[“”]", "", device["name"]) if device is not None else ""
    if device is None or not _is_quoted_whole(device["name"]) or not _is_own_name(name):
        return None
    return Thing(EntityRef(label="Technology", name=known_name(heal_name(name))), start, device.end())


def is_any(name: str) -> bool:
    """Whether words name any device or facility, and none of its own: 高端医学装备."""
    return concept_name(name) is None and _VAGUE.fullmatch(name) is not None


def _is_quoted_whole(name: str) -> bool:
    return name.count("“") == name.count("”")


def _is_own_name(name: str) -> bool:
    """Whether words name one thing: long enough, more than praise before a head noun, and without what no name holds."""
    if concept_name(name) is not None:
        return True
    if _EXAMINATION.fullmatch(name):
        return False
    return (
        len(name) >= _SHORTEST
        and not _VAGUE.fullmatch(name)
        and not _NOT_INSIDE.search(name)
        and is_unbroken(_GENERATION.sub("", name))
    )
