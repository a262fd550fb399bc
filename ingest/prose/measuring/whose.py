"""Whose a figure of a sentence is: the one place where its subject is decided."""

from __future__ import annotations

import re

from ingest.figures import Figure
from ingest.lexicon import PLACES
from ingest.prose.clauses import Opening, Owner, clause_end, clause_starts, subject_start
from ingest.prose.funding.guides import is_of_a_part
from ingest.prose.measuring.counted import OF_SOMEBODY, own_count, programme_of, programme_of_row
from ingest.prose.measuring.fitting import fits
from ingest.prose.measuring.subjects import CHINA, opening
from ingest.prose.measuring.surveyed import ANY_DEPARTMENT, COUNTED_AT_HOME, OF_SURVEY, PART_OF_HOME, held, of_the_country
from ingest.prose.reading import Reading, Scene
from ingest.prose.sites.erected import erected
from ingest.prose.sites.facilities import FACILITY_END, facility_of
from ingest.prose.things import device_at
from kg.model import EntityRef
from kg.text import HAN

__all__ = ["COMPOSES", "owner"]

COMPOSES = re.compile(r"设置|部署|设立|下设|设有|布局|分为|分成|划分|包括|包含|围绕|列为|由|以|涵盖|共设")
"""What a programme or a body does with the parts that it has."""

_OF_FACILITY = re.compile(r"^总?面积$|总投资|投资|造价|概算|用地|建设规模|建筑面积|占地|建设周期|工期|床位|样本|病例|数据|出资")
_SIZE = re.compile("面积|占地|用地|规模|床位")
_PROJECT = re.compile(
    "(?:据悉|据介绍|其中|目前|[，,])*(?:该|本)?(?:项目|工程|设施|装置)(?!组|[^，。；]{0,6}(?:获奖|结题|申报))"
)
_OF_IT = re.compile(
    r"(?:^|[，。；：:“])(?:该|这款|这套|这台|这项)(?:系统|设备|技术|产品|仪器|装置|算法|软件|平台|内镜|显微镜|探针)[^，。；]{0,14}$|(?:^|[，。；：:])(?:最新|新)版本?[^，。；]{2,20}$"
)
_OF_PRODUCT = re.compile(
    r"例|率|性|时间|分辨|病|深度|视场|视野|重量|精度|速度|体积|直径|信噪|场强|误差|能耗|成本|通量|装机|销往|出口|指南|增强"
)
_OF_A_HOUSE = re.compile(r"收治|接诊|门诊|住院|就诊|床位|治疗室|诊室|病房")
_WAITED = re.compile(r"预约|等候|候[检诊]|排队|报告(?:阳性|合格|优良|符合|及时)|出报告|周转")
"""What a house is quick and right in, whichever device it is with."""
_REACHES = re.compile(
    r"\s*(?:已|目前|现已?|可|共|累计|首批|[一首]期|先后)*(?:接入|覆盖|连接|联通|汇聚|汇集|存储|收录|纳入|入库|辐射|总投资|占地|建筑面积)"
)
_RESULTS = re.compile(
    r"(?:^|[，。；：])\s*(?:该|本|此|这)?(?:项)?(?:研究|结果|试验|研究结果|数据|论文|团队|研究者|研究人员|研究团队|多中心)[^，。：；]{0,30}?"
    r"(?:显示|表明|发现|证实|提示|揭示|纳入|入组|招募|前瞻性|回顾性)"
)
_TYPICAL = re.compile(r"(?:典型|代表|例子)(?:就)?(?:是|为)$")
_FOUNDED = re.compile(
    r"(?:批准|同意|获批|计划|开工|启动)?(?:建设|创建|成立|新建|组建|设立|打造)(?!周期|工期|地点|规模|内容|单位|面积)[^，。；]{3,40}?(?:设施|装置|平台|研究院|研究所|中心|基地|实验室|数据库)"
)
_SAID_OF_HOME = re.compile(r"^[\d.\s一二三四五六七八九十、（）()]*(?:我国|中国|全国|国内)")
_WON = re.compile(
    r"(?:先后)?(?:共)?有?[\d一二三四五六七八九十]+余?项[^，。；]{2,24}?(?:成果|项目|工作)(?:先后)?(?:荣获|获|入选)"
)
_FOUNDS = re.compile(r"组建|成立|创办|发布|推出|设立|编写|召开|举行")
_MADE_OF = re.compile(r"(?:下?设|由|包括|共有|共设|分为)")
_INSIDE = re.compile(r"[^（()）。；]{0,16}[，,]\s*")
_STANDS_AT = re.compile(r"(?:就|已|共|总数|数量|保有量|装机量|为|达到?|约|近|超过?|逾|\s)*")
_INSTALLED = re.compile(
    r"(?:我国|国内|全国)[^。；]{0,40}?(?:安装|采购|在用|投入使用|装机|运行)[^，。；]{0,12}?的[^，。；的]{0,8}$"
)
_HAS = re.compile("[有占达为]")
_COUNTED = re.compile(r"(?:人次|例|台|项|种|名|个|家|篇|套|人)(?:/[年日月])?$")
_BESIDE = re.compile(r"(?:约|近|共|达|逾|超过?|有|治疗|检查|显像|\s)*")
"""What stands between a technology and a count of what somebody did with it."""
_A_YEAR = re.compile(
    r"\s*(?:年|每年|年均|日|日均|每[日天])(?:完成|开展)?(?:检查|显像|扫描|成像|诊断|治疗|诊疗|手术|消融)[量数]?(?:约|近|共|达|为|逾|超过?|\s)*"
)
"""PET/CT|年检查5000余人次: what a house does with a device in a year."""
_OTHER_SUBJECT = re.compile(
    rf"[，,\s]*(?!其|这|该|此|均|都|也|不|而|且|并|同|主要|目前|现|已|仍|又|可|能|成|作|被|称|将|总|共|占|建|用|认|以|分|视|设)[{HAN}]{{2,10}}(?<![作成称认称设定视列评])[为是](?!主|[了着])"
)
"""A clause with a subject of its own that no rule knows: what follows is told of that, not of the body before."""
_ITEM = 8
_ITEMS_BEFORE = re.compile(
    rf"(?:[{HAN}]{{0,6}}\s*\d[\d.,]*\s*[余多]?万?[余多]?(?:人次|例|台|项|种|名|个|家|篇|套|人)(?:[（(][^（）()]*[)）])?(?:、|和|及|以及)"
    r"(?P<last>[^、，。；（）()]{1,16}?))+\s*"
)
"""What stands between the first name of a row and the count of a later one: PET/CT| 28台、PET/MR |3台."""
_IS_THAT_OF = re.compile(
    r"(?:以上|余)?(?:[、，,](?:总|占地|建筑|用地)[^，。；、的]{2,16}){0,3}的(?P<name>[^，。；、的]{4,40}?" + FACILITY_END + ")"
    r"(?=竣工|建成|开工|动工|奠基|封顶|[在于]|正式|通过|投入|投用|落成|落户|揭牌|启[用动]|项目|\d{1,2}月|日前|近日|[今昨][日天]|[，。；]|$)"
)
_EACH = re.compile(r"都|均|各|分别")
_SEVERAL = re.compile(r"[两二三四五六七八九十\d]+\s*(?:个国家|国(?!家)|个地区|省|家(?:单位|医院|机构|企业)?|者)")
_OF_ALL = re.compile(r"生存率|存活率|发病|患病|死亡|病死|发生率|人群|晚期|男性|女性")
"""What is told of people at large, not of the body that a paragraph speaks of."""
_PRODUCT_GOES_ON = re.compile(
    r"(?:目前|截[至止][^，。；]{0,14}[，,]|迄今|至今|如今|其中|[，,\s])*(?:已|累计|先后|现已|获|继而|随后|进而|此后|可|在(?:国内|全国|国外|临床)|销往|出口|装机|特异|灵敏|敏感|准确)"
)
_OF_ANOTHER = re.compile(r"(?:发现|证实|显示|表明)其(?!中)")
_OF_THE_ILL = re.compile(
    r"(?:新增|新发|确诊|现有|现患|罹患|患有|死于|因)[^，。；]{0,10}(?:癌|瘤|病(?![床房区历])|炎|卒中|心衰|骨折)[^，。；]{0,6}(?:患者|病例|病人|约|超|近|\d)|死于|患者人数|患病人数|死亡人数"
    r"|(?<!诊断)(?:发病|患病|死亡|病死|生存|存活)率"
)
"""How many fall ill or die is told of a disease, not of the country or the hospital that a sentence opens with."""
_PROTOCOL = re.compile("每公斤|体重|注射速[度率]|流率|流速|静脉注射|静脉推注|用量按|每\\d+[秒分]")
"""How something is to be done, and how often it befalls somebody."""
_STAFFED_BY = re.compile(r"每\s?\d+[^，。；]{0,8}?(?:至少|应|需|宜|须)*(?:配备|配置|设置)")
"""How many are to be had for so many: 每100张床位配备1名医师."""
_CASE = re.compile(
    r"[为给对](?:1|一)[例名位][^，。；]{0,40}(?:患者|病人|老人|女性|男性|婴儿|儿童)|\d+\s?岁(?!以[上下]|及)|患者[，,]?[男女]|(?:该|这名|这位)患者"
)
"""What tells that one patient's story is told."""
_TREATED, _FEW = re.compile("(?<![因作])[为给]$"), 10
"""为3位患者(实施手术): those of the one day that is told of."""
_OF_A_CASE = frozenset(
    ["h", "小时", "分钟", "min", "枚", "支", "根", "毫升", "ml", "mL", "厘米", "cm", "毫米", "mm", "天", "层"]
)
"""What is counted and measured of one patient."""
_A_QUALITY = re.compile(
    "(?:分辨率|灵敏度|视野|视场|孔径|场强|磁场强度|帧[率频]|成像深度|深度|通道数?|重量|厚度|外径|直径|频率|功率|扫描速度|层厚|像素|能量|电压|温度|波长|周长|剂量)$"
)
_THEN_IT = re.compile(
    r"\s*的(?:(?:国产|全新|新型|新一代|高端|首[台款])的?)*(?![^，。；]{0,4}(?:患者|病灶|结节|图像|样品|肿瘤|血管))"
)
_BEARS = re.compile(
    rf"(?:年|月|日|总|累计|单日|全年)?[{HAN}]{{0,4}}(?:量|数|人次|面积)(?:目前|已|累计|均|约|近|达到?|超过?|突破|为|是|共)*"
)
"""What stands between a house and a figure that its own noun tells: 率先开展此手术的甲医院|手术量已超过."""
_ACTS_FOR = re.compile(
    r"(?:牵头|联合|共同|具体|负责|组织|承担)*(?:实施|建设|承建|建造|管理|运营|研制|研发|开发|设计|承办|组织|指导|支持|主办|立项|投资|协办)[，,]?"
)
"""What is said of those who do what a sentence is about: …由甲立项，乙|牵头实施，…."""
_ASKED = re.compile("问卷|应答率|受访者")
_OF_A_MARKET = re.compile("(?:国内|全球|全国|世界|国际|海外)(?:[^，。；]{0,12}?)(?:市场份额|市场占有率|市占率|占有率)")
"""国内市场份额: of whoever sells there, not of the country."""
_THAT_BODY = re.compile(r"\s*(?:(?:19|20)\d{2}年\s*)?该院\s*\d")
_LABELLED = re.compile(
    rf"[{HAN}]{{2,10}}(?:[（(][^（）()]{{1,8}}[)）])?[:：]\s*(?:约|近|超过?|逾)?[\d.,]+[^，。；\d]{{1,8}}(?:[，。；]|$)"
)
"""建筑面积：|1.8万平方米: a line that is a figure and its name."""
_SELF = re.compile(
    r"(?:[一-龥]{2,6}[:：])?(?:[，,\s]|(?:(?:19|20)\d{2}\s*|近[一二两三四五六七八九十\d]+|近|全|本|去)年(?:度|来|间)?(?:\s*\d{1,2}\s*月)?|目前|现在|截[至止][^，。；]{0,14}[，,]|“?[一二三四五六七八九十]{1,2}五”?(?:期间|以来)|此外|同时|自(?:19|20)\d{2}年(?:以来|起)|在[^，。；]{2,8}(?:方面|上|中|期间)[，,])*"
    r"(?:其中|现有?|拥有|具有|有|共|设|下设|开设|开放|配[备置]|引进|装备|承担|主持|参与|获|荣获|发表|出版|主编|授权|申请|培养|培训|招收|举办|主办|承办|开展|完成|接诊|收治|服务|覆盖|汇聚|累计|先后|每年|年|日[均门]|门诊|住院|手术|接待|检查|职工|员工|医务|医护|人员|高级|床位|总|建筑|占地|[一-龥]{0,4}用房|仪器|设备总|新建|面积|使用|科研|教学|注册|研发|专业|全[科院所]|编写|制定|实现|投入|建[成有]|形成|收到|存储|存量|新增|为|已)"
)
"""How a sentence begins that leaves out the body that it is about."""


def owner(scene: Scene, reading: Reading, figure: Figure, before: tuple[Owner, int] | None) -> Owner | None:
    """Whose the figure is; ``before`` is whose the sentence's last figure was, and where that ended."""
    reported = _reported(scene, reading, figure)
    found, surveyed = _owner(scene, reading, figure, before), _surveyed(scene, reading, figure)
    if found is not None and surveyed is not None and found.refs[0].label == "Technology":
        return surveyed
    if found is not None and found.refs[0].label == "Technology" and is_of_a_part(scene, reading):
        return None  # what a direction of a guide is to reach, nothing has reached
    return found or reported or surveyed


def _owner(scene: Scene, reading: Reading, figure: Figure, before: tuple[Owner, int] | None) -> Owner | None:
    said = scene.text[: figure.start]
    words = _words(scene.text, figure)
    if (
        _OF_ANOTHER.search(said)
        or _THAT_BODY.match(words)
        or _OF_THE_ILL.search(words)
        or _PROTOCOL.search(words)
        or _STAFFED_BY.search(words)
        or _of_a_case(scene.text, figure)
        or _ASKED.search(words)
        or _noted(scene, figure)
    ):
        return None
    if (bearer := _bearer(scene, reading, figure)) is not None:
        return Owner((bearer,))
    if (device := _told_before_it(scene, figure)) is not None:
        return Owner((device,))
    if before is not None and (item := own_count(scene, figure, before[0])) is not None:
        return programme_of_row(scene, item, before[0])
    if (programme := programme_of(scene, reading, figure, said)) is not None:
        return Owner((programme,))
    if (site := erected(scene, reading, figure)) is not None:
        return Owner((site,))
    sized = _OF_FACILITY.search(figure.name) is not None and not _of_another(scene, reading, figure)
    sized = sized and not _goes_on_of_another(reading, figure, before)
    if sized and (next_told := _of_what_follows(scene, figure)) is not None:
        return Owner((next_told,))
    if reading.facility is not None and sized and _is_its(scene, reading.facility):
        return Owner((reading.facility,))
    if sized and (only := _of_project(reading, scene.text)) is not None:
        return Owner((only,))
    if (built := _just_built(scene, reading, figure, words)) is not None:
        return Owner((built,))
    if (series := held(scene, reading, figure)) is not None:
        return Owner((series,))
    if (counted := _counted_itself(scene, figure)) is not None:
        return Owner((counted,))
    found, foreign = _named(scene, reading, figure, before)
    if found is not None:
        return found
    if reading.product is not None and (_OF_IT.search(said) or _OF_PRODUCT.search(_not_a_house(figure))):
        return Owner((reading.product,))
    if foreign:
        return None
    typical = next((one for one in scene.of("Technology") if _TYPICAL.search(said[: one.start])), None)
    if typical is not None and typical.end <= figure.start and fits("Technology", words):
        return Owner((typical.ref,))
    if _goes_on_of(scene, reading, words) and reading.counted is not None:
        return Owner((reading.counted,))
    if _SAID_OF_HOME.match(reading.heading) and _WON.search(scene.text) and not scene.of("Organization"):
        return Owner((CHINA,))
    return None


def _not_a_house(figure: Figure) -> str:
    """The figure's name and unit, "" where only a house has such: 收治患者412例."""
    return "" if _OF_A_HOUSE.search(figure.name) else figure.name + figure.unit


def _of_a_case(text: str, figure: Figure) -> bool:
    """Whether the figure is of the one patient whose story the sentence tells."""
    single = figure.value == 1 and figure.unit in ("例", "名", "位")
    if figure.value <= _FEW and _TREATED.search(text[: figure.start]) and figure.unit in ("例", "名", "位"):
        return True
    return (single or figure.unit in _OF_A_CASE) and _CASE.search(text) is not None


def _bearer(scene: Scene, reading: Reading, figure: Figure) -> EntityRef | None:
    """The house behind a relative clause whose own noun the figure tells: 率先开展此手术的|甲医院手术量已超过3万例."""
    for one in scene.of("Organization"):
        behind = one.end <= figure.start and scene.text[one.start - 1 : one.start] == "的"
        if behind and _BEARS.fullmatch(scene.text, one.end, figure.start):
            return reading.organization(one)
    return None


def _told_before_it(scene: Scene, figure: Figure) -> EntityRef | None:
    """The device that a clause with its quality stands before: 轴向视野达194厘米的|全身PET/CT."""
    relative = _THEN_IT.match(scene.text, figure.end) if _A_QUALITY.search(figure.name) else None
    found = device_at(scene, relative.end(), bounded=False) if relative is not None else None
    return found.ref if found is not None else None


def _reported(scene: Scene, reading: Reading, figure: Figure) -> Owner | None:
    """The one paper that the text tells of, for what its study counted and found and nothing else is the subject of."""
    if reading.paper is None or reading.papers_told != 1 or not fits("Publication", _words(scene.text, figure)):
        return None
    if _RESULTS.search(scene.text[: figure.start]):
        reading.reported = reading.said
    goes_on = reading.reported == reading.said - 1 and _after_semicolon(scene, reading)
    if goes_on:
        reading.reported = reading.said
    return Owner((reading.paper,)) if reading.reported == reading.said else None


def _surveyed(scene: Scene, reading: Reading, figure: Figure) -> Owner | None:
    """China, for what a page counts that calls itself a survey of the whole country, where the clause names nobody."""
    if not of_the_country(reading.document):
        return None
    words = _words(scene.text, figure) + figure.name
    if PART_OF_HOME.search(scene.text[: figure.start]) or not (COUNTED_AT_HOME.search(words) or fits("Place", words)):
        return None
    named = scene.within(0, figure.start, "Person", "Place", "Organization")
    bodies = [one for one in named if one.label != "Organization" or not ANY_DEPARTMENT.fullmatch(one.surface)]
    if any(one.label != "Organization" or one.kind not in ("society", "society_branch") for one in bodies):
        return None
    of_others = _OF_THE_ILL.search(words) or _OF_ALL.search(words) or OF_SURVEY.search(words) or _OF_ANOTHER.search(words)
    return None if of_others else Owner((CHINA,))


def _goes_on_of(scene: Scene, reading: Reading, words: str) -> bool:
    """Whether a sentence that names nobody goes on about what the paragraph, or the page, speaks of."""
    topic = reading.counted
    if topic is None or not fits(topic.label, words) or _OF_ALL.search(words):
        return False
    if topic.label == "Place" and topic != CHINA and PLACES.get(topic.name) == "country" and not _SELF.match(scene.text):
        return False
    if topic == CHINA and PART_OF_HOME.search(scene.text.split(words)[0] + words):
        return False
    if topic.label in ("Organization", "Facility", "Technology") and _LABELLED.match(scene.text):
        return True
    if topic.label == "Technology":
        return bool(_PRODUCT_GOES_ON.match(scene.text)) and not _OF_A_HOUSE.search(words)
    return topic.label not in ("Organization", "Facility") or _after_semicolon(scene, reading) or bool(_SELF.match(scene.text))


def _after_semicolon(scene: Scene, reading: Reading) -> bool:
    """Whether the sentence only goes on from what a semicolon closed."""
    start = scene.sentence.view.offsets[0]
    return reading.document.text[max(0, start - 3) : start].rstrip().endswith(("；", ";"))


def _words(text: str, figure: Figure) -> str:
    """The figure's clause, with what it measures where a clause before told that."""
    start = clause_starts(text, figure.start)[0]
    end = re.compile(r"[，。；,;（(]|$").search(text, figure.end)
    clause = text[start : end.start() if end else len(text)]
    return clause if figure.name[:2] in clause else f"{clause} {figure.name}"


def _noted(scene: Scene, figure: Figure) -> bool:
    """Whether the figure stands behind a place in parentheses: 法国(1300台), which only a ranking explains."""
    before = re.search(r"\s*[（(]\s*(?:约|近|超过?|逾)?\s*$", scene.text[: figure.start])
    return before is not None and scene.ending_at(before.start(), "Place") is not None


def _just_built(scene: Scene, reading: Reading, figure: Figure, words: str) -> EntityRef | None:
    """The facility that the sentence told to be built before a clause on its reach: 建成某某平台，接入医院30家."""
    built = reading.facility
    told = built is not None and built.name in scene.text[: clause_starts(scene.text, figure.start)[0]]
    return built if told and _REACHES.match(words) else None


def _of_what_follows(scene: Scene, figure: Figure) -> EntityRef | None:
    """The facility that a figure stands before: 总投资3.6亿元、占地120亩的|某某中心|竣工."""
    behind = _IS_THAT_OF.match(scene.text, figure.end)
    return facility_of(behind["name"]) if behind is not None else None


def _of_project(reading: Reading, text: str) -> EntityRef | None:
    """The one facility that the text tells of, where a later paragraph goes on about the project: 项目总投资….."""
    told = dict.fromkeys(reading.facilities)
    opens = _PROJECT.match(text) if len(told) == 1 else None
    return next(iter(told)) if opens is not None else None


def _of_another(scene: Scene, reading: Reading, figure: Figure) -> bool:
    """Whether the clause of a sum or a size opens with a body that the facility told of is not named for."""
    start = subject_start(scene.text, clause_starts(scene.text, figure.start)[0])
    body = scene.starting_at(start, "Organization")
    told = reading.facility.name if reading.facility is not None else ""
    sized = _SIZE.search(figure.name) is not None or figure.name.startswith("总投资")
    return sized and body is not None and body.end <= figure.start and body.name not in told


def _goes_on_of_another(reading: Reading, figure: Figure, before: tuple[Owner, int] | None) -> bool:
    """Whether the last figure of the sentence was of a body that it told the size of, and this is another size."""
    body = before[0].refs[0] if before is not None else None
    return body is not None and body.label == "Organization" and body != reading.facility and bool(_SIZE.search(figure.name))


def _is_its(scene: Scene, facility: EntityRef) -> bool:
    """Whether a sentence about sums and sizes is about the facility told of last: it names it, or founds nothing else."""
    return facility.name in scene.text or not (_FOUNDED.search(scene.text) or scene.text.startswith("该公司"))


def _named(scene: Scene, reading: Reading, figure: Figure, before: tuple[Owner, int] | None) -> tuple[Owner | None, bool]:
    """Whose the figure is by what a clause up to it opens with; whether a stranger opens one."""
    text = scene.text
    words = _words(text, figure)
    composed = bool(COMPOSES.search(text[: figure.start]))
    other = False
    for at, start in enumerate(clause_starts(text, figure.start)):
        if at and before is not None and before[1] >= start and _goes_on(text, before, figure, words):
            return before[0], False
        found = opening(scene, reading, start)
        if found is not None and found.refs[:1] and found.refs[0].label == "Place" and _shares_market(text, start):
            continue
        if found is None or found.end > figure.start:
            other = other or bool(at and _OTHER_SUBJECT.match(text, start, figure.start))
            continue
        if start and found.refs and found.refs[0].label == "Organization" and _only_acts(text, start, found.end):
            continue
        if other and found.refs and found.refs[0].label == "Organization":
            return None, True
        if not found.refs or (at and _FOUNDS.search(text[found.end : figure.start]) and _MADE_OF.match(words)):
            return None, True
        together = _together(text[found.end : figure.start], found.refs)
        label = found.refs[0].label
        if label == "FundingProgram" and OF_SOMEBODY.search(text[: figure.start]):
            return None, True
        if at == 0 and label == "Technology" and _is_of_next(scene, found, figure):
            body = before is not None and before[0].refs[0].label in ("Organization", "Facility", "Place")
            return (before[0], False) if before is not None and body else (None, True)
        if at == 0 and before is not None and _listed(text, found, figure, before[0]):
            return before[0], False
        if at == 0 and label == "Technology" and _A_YEAR.fullmatch(text, found.end, figure.start):
            return _house_told(reading, before), True
        if (
            at == 0
            and label == "Technology"
            and _BESIDE.fullmatch(text, found.end, figure.start)
            and _COUNTED.search(figure.unit)
        ):
            return None, True
        waited = at == 0 and label == "Technology" and _WAITED.search(figure.name) is not None
        if waited and (house := _house_told(reading, before)) is not None:
            return house, False
        if at == 0 and label == "Technology" and _lies_there(scene, reading, figure):
            return None, False
        if together is None:
            return None, True
        if (at == 0 and label != "Technology") or fits(label, words):
            return together, False
        if not composed:
            return None, True
    return None, False


def _shares_market(text: str, start: int) -> bool:
    """Whether a clause opens with the market that somebody has a share of: 国内市场份额约30%."""
    return _OF_A_MARKET.match(text, subject_start(text, start)) is not None


def _house_told(reading: Reading, before: tuple[Owner, int] | None) -> Owner | None:
    """The house that the figure before is of, or that the paragraph speaks of."""
    if before is not None and before[0].refs[0].label == "Organization":
        return before[0]
    house = reading.counted is not None and reading.counted.label == "Organization"
    return Owner((reading.counted,)) if house and reading.counted is not None else None


def _only_acts(text: str, start: int, end: int) -> bool:
    """Whether a clause only tells who does what the one before is about: …由甲立项，乙牵头实施."""
    return "由" in text[:start] and _ACTS_FOR.fullmatch(text, end, clause_end(text, end)) is not None


def _counted_itself(scene: Scene, figure: Figure) -> EntityRef | None:
    """The technology that is the subject of its own count: 国内已安装的某某设备就超过40台."""
    if not figure.unit.endswith(("台", "套")):
        return None
    for one in scene.of("Technology"):
        between = scene.text[one.end : figure.start] if one.end <= figure.start else None
        if between is not None and _STANDS_AT.fullmatch(between) and _INSTALLED.search(scene.text[: one.start]):
            return one.ref
    return None


def _goes_on(text: str, before: tuple[Owner, int], figure: Figure, words: str) -> bool:
    """Whether a clause that names nobody goes on from the figure before: in the same parentheses, or in what it speaks of."""
    between = text[before[1] : clause_starts(text, figure.start)[0]]
    return bool(_INSIDE.fullmatch(between)) or all(fits(ref.label, words) for ref in before[0].refs)


def _listed(text: str, opened: Opening, figure: Figure, before: Owner) -> bool:
    """Whether a name only says which item a body counts next: PET/CT检查2万例, 骨显像3000例; 江苏省特聘教授1人."""
    between = text[opened.end : figure.start]
    if (
        before.refs[0].label not in ("Organization", "Facility", "Place")
        or len(between) > _ITEM
        or re.search("[率性]", between)
    ):
        return False
    label = opened.refs[0].label
    return label == "Technology" or (
        label in ("Place", "FundingProgram") and before.refs[0].label == "Organization" and not _HAS.search(between)
    )


def _is_of_next(scene: Scene, opened: Opening, figure: Figure) -> bool:
    """Whether a figure counts a later technology of the row that a clause opens with: PET/CT 28台、PET/MR |3台."""
    row = _ITEMS_BEFORE.fullmatch(scene.text, opened.end, figure.start)
    return row is not None and bool(scene.within(row.start("last"), figure.start, "Technology"))


def _lies_there(scene: Scene, reading: Reading, figure: Figure) -> bool:
    """Whether the paragraph's body counts what it has of a technology: 7T磁共振1台."""
    return (
        reading.counted is not None
        and reading.counted.label in ("Organization", "Facility")
        and figure.unit.endswith(("台", "套"))
    )


def _together(between: str, refs: tuple[EntityRef, ...]) -> Owner | None:
    """Several that are told of each (都, 均, 各) or of all together (三个国家…); None where it is not said which."""
    if len(refs) == 1 or _EACH.search(between):
        return Owner(refs)
    return Owner(refs, joint=True) if _SEVERAL.search(between) else None
