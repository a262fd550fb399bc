"""Figures of facilities, programmes, organisations, technologies and places that running text states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.figures import NUMBER, Figure, figures, qualifiers
from ingest.layout import View
from ingest.lexicon import COMPANIES, PLACES, organization_kind
from ingest.numerals import to_wan
from ingest.prose.clauses import Owner
from ingest.prose.funding import applied
from ingest.prose.funding.grant_notes import in_note, sum_of_project
from ingest.prose.funding.grants_won import is_bare
from ingest.prose.honours import given
from ingest.prose.houses.designated import counts_designated
from ingest.prose.measuring import ranks, shares, tabled
from ingest.prose.measuring.counted import won_by_house
from ingest.prose.measuring.crossed import CROSSED, crossed
from ingest.prose.measuring.performers import performer
from ingest.prose.measuring.subjects import CHINA, is_any_body, remember
from ingest.prose.measuring.surveyed import survey_name
from ingest.prose.measuring.times import when
from ingest.prose.measuring.trades import of_its_trade
from ingest.prose.measuring.whose import COMPOSES, owner
from ingest.prose.meetings import attended
from ingest.prose.people import seats
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.sites.erected import note_erected, of_its_stage
from ingest.prose.technology.nicknamed import note_nicknames
from ingest.prose.things import things
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

MEASURE = Rule("measure")
"""A figure with a name, of what its clause opens with or the sentence before spoke of."""
SHARE = Rule("share")
"""Of a total that was told: 其中甲学部4项, 乙学部2项; “十二五”8项."""

_OWN = re.compile(
    r"^(?:尤其是|特别是|再次|再度|斩(?=获)|[去今当]年|上半年|[我该全](?:院|科(?!医)|校|所)|本[院校所]|[我本]中心|汇聚|(?<=.)有(?=[医技护主副高中正教职博硕员])|拥有|(?:荣|喜|斩)?获得?(?=.{2,}奖数$)|我国的?|全国的?|国内(?!市场(?:份额|占有率)|市占率|占有率)的?|拟安排|拟启动|现有|(?:[该这此]|本(?!科))[台套个款种项]?|[一两三][台套款](?:国产)?|每年|年均|平均每年|近年来|累计|先后|已经?|共(?![同识享振聚济])有?|(?:[到至]|截[至止])(?:19|20)\d\d年(?:\d{1,2}月)?[底末]?|设(?=[^备立计置定]{2,8}数$)"
    "|(?:系统|设备|仪器|装置|显微镜|装备|软件|平台|实验室|中心|医院|公司|科室|学科(?=发表|承担|现|共|拥有)|目前(?=拥有|共有|开展|有)|分会(?!场)|学会)(?:的|现有)?(?![/／]))+(?=..)"
)
_LASTS = re.compile(
    "时间|周期|寿命|历史|年限|期|时长|年龄|生存|经验|跨度|间隔|历时|随访|学制|保修|质保|用时|随诊|住院日|周转|历程|试运行期"
)
"""What is measured in days and years; others tell how long somebody did something."""
_DEED = re.compile(
    r"了|它|(?:平台|装置|设施|中心|数据库|实验室)(?:投入|拨付|提供|安排)[^，]{0,8}$|^(?:安排|配套|自筹|拨付|划拨|匹配)$|担任|^[以之]?内(?:即|就|便|完成|可)|^(?:平台|系统|装置|设施|软件|产品|设备|模型)$|下列|如下|^每[台例项套次人个]数?$|^(?:借助|利用|把)|及?各数?$|^(?:落实|推进|实施|加强|贯彻|获科学)数?(?:人数)?$|^(?:计划|拟)(?:表彰|奖励|招|资助|评选|邀请)|仅此|推荐|产生|诚聘|招聘|拟聘|拟招|急聘|(?:立项开展|分辨|识别|显示|观察|看见|看清|发现|检出)$|(?:举行|召开|举办|开幕|闭幕|揭牌|启动|启用|落成|签约|投入使用|发起|选出|提出|受聘|当选|主持|参与|大"
    r"|顶尖|知名|著名|望重|优秀|先进|领先|高端|权威|资深|杰出|都|均|也|还|脱颖而出|胜出|次[^，。]{2,4}会)(?:人?数)?$"
)
_ATTENDS = re.compile("参加|出席|参会|与会|到场|到会|列席|莅临|齐聚|见证|参训|代表人数|参与")
"""Who came to a meeting is no figure of the body that held it, or that is named beside."""
_GIVES_OUT = re.compile("评|遴选|授奖|授予|产生|表彰|提名|申报|推荐|受理|奖励|颁发|颁授|设立?|每[年届次两]|获奖|收到|[届批]")
"""What is said of an award that is given; 某奖3项 without it counts what somebody got."""
_OF_DEVICE = re.compile("性能|分辨率|灵敏度|信噪比|扫描速度|孔径|场强|辐射剂量|注射剂量|视野")
_SIZES = frozenset({"mm", "cm", "μm", "nm", "毫米", "厘米", "微米", "纳米", "T", "排"})
"""Sizes of things, which no place has."""
_TIMES = ("×", "✕", "╳")
"""What makes one size of two figures: 1厘米×1.2厘米."""
_SIZES_OF_THINGS = frozenset({*_SIZES, "米"})
_BRANCH_OF_PARTY = re.compile(rf"[{HAN}]{{0,10}}?(?:党总?支部|团支部|工会|党委|团委)(?!书记|副书记|委员|主席)")
"""What stands behind a house whose party branch is told of, of which the figures are."""
_OF_FIRM = re.compile("持股|股权|股份|市值|股价")
_DEVICES = ("台", "套")
_SOLD = re.compile("销|售|装机|生产|交付|出货|安装|下线|产能|市场")
_EQUIPS = re.compile("配[备有置]|拥有|购置|引进|装备|添置")
_MADE_THERE = re.compile(rf"\s?(?:[A-Z]|{'|'.join(sorted(COMPANIES, key=len, reverse=True))})")
"""美国|GE…: whose maker stands behind a country."""
_ITS_BODY = re.compile(
    rf"(?:(?![有的约共达在已设])[{HAN}]){{1,10}}?(?:部(?!分|署)|委员会|实验室|大学|公司|研究院|研究所|医院|协会|学会|基金会|总署|中心)(?!数|总数|[已共超约近达有仅]|\s?\d)"
)
"""美国|某某部: a body of a country, whose figures are not the country's."""
_OF_PHYSICS = re.compile(
    "[kMGT]?eV|[mnpμ]A|[mk]?V|[mMk]?W|[kMG]?Hz|[mμkM]?J|[fnμm]?T|℃|°C|mT/m|T/m/s|rpm|r/min|MHU|[np]m·rad|dB|fps|ppm"
)
"""What is measured of devices, which no house or place has."""
_ITS_PROJECT = re.compile(
    rf"(?:(?![有的约共达在已设各])[{HAN}A-Za-z/]){{2,12}}?(?:项目|工程|装置|设施)(?!数|总数|[已共超约近达有仅]|\s?\d)"
)
"""合肥|某某项目: what is built there, whose size and cost are not the town's."""
_LIES = re.compile("有|达|共|约|超|装机|安装|为|保有")
_A_FEW = 10
_HOUSE = re.compile("^(?:学院|学校|医院|科室|公司|全校|全院|我校|我院)|占全[校院]|筛查|检出|接诊|收治")
_HOUSE_BEFORE = re.compile("(?:其中)?(?:[我本该全]?(?:院|科|校|公司|中心|省|市|区)|患者)")
_GENERIC = re.compile("(?:重点|重大|试点|国家)?(?:专项|计划|项目|工程)")
_PEOPLE = re.compile("人才|专家|学者|青年|获得者")
_PLANNED = re.compile("拟(?:资助|支持|立项|表彰|招收?|聘)[^，。；]{0,4}$")
_IN_ALL = re.compile(r"(?:总?共|合计|总计)[^，。；\d]{0,4}$")
_PARTNERS = re.compile("(?:联合|携手|会同|协同|组织|邀请)(?:全国|国内外?|省内外?|全省|全市|了|近|约|超过?|逾|其他|另外)*$")
_CLAUSE_END = re.compile("[，。；,;]")
_HELD = re.compile("(?:举办|召开|举行|主办|承办)(?:了|过|至今|到)*(?:第)?$")
_OF_LIST = re.compile("[”》）)]等(?:共|共计|近|约|余)*$|[“《][^”》]{2,40}[”》][、，和与及]{1,2}[“《][^”》]{2,40}[”》]$")
"""“甲”等7项, “甲”、“乙”2个专项: what a list of titles comes to."""
_ONLY = re.compile("(?:只有|仅有?|不到|不足)$")
"""国内|只有八家单位获得…: what those few have, and no count of the country's."""
_HEADS_OF = re.compile(rf"[{HAN}]{{2,12}}?的?(?:负责人|代表|主任|院长|所长|校长|专家|领导|嘉宾|同道|同仁)")
"""甲中心、乙中心等6个|研究中心负责人: whose people came."""
_COUNTS_NAMED = re.compile("[家所位名个人]$")
_DID = re.compile(rf"[{HAN}]{{2,10}}[了过](?:共|约|近)?$")
_COUNTS_A_LIST = re.compile(
    r"^项(?=.)|(?:市场|领域|范围)[上中内]$|^工作占|(?:中|方面|之一|占|主要|研究所|团队|现有|时间段|雄踞榜首|紧随其后|位[列居].*|名称|相结合|相关)数?$|^(?:其中|分别|共|占(?!地|.*比例?$)|为|中有|有)|^(?:支持|获得|完成|达到|预计|使用|增长)$|^会数$|^(?:全球|全国|我国|中国|院|科|该院)?(?:人数|数)$"
)
_FRAGMENT = re.compile(
    r"^够|^[较比](?:19|20)\d\d年|^.{0,6}把|和[一二两三]台|^[就才便]可?[能以需要]?(?:人数|数)?$|\d\s*(?:项|个|家|例|人|名|篇|步)$|由[^，]*\d|[^，]\d+[^，]*[^人]为单人$|(?:使|作了评估|通常指[^，]*)$|万元和$|^\d+人增至"
    r"|^(?:时间|细胞数|运行数|组建数|承担数|研究数|病灶|人员中人数|(?:全[国省])?同期(?:平均)?)$"
    r"|罚款|罚没|处罚|处以|被[^，]{2,12}处$|^(?:含税)?(?:售|报|中标|成交|采购|挂网|招标)(?:价格?|金额|额)$"
)
"""A name that a verb or another number cuts off, or that says nothing of what it is of; fines, and what a thing is sold at."""
_ONE_OF_THEM = re.compile(r"\s*(?:曾|为|被|入选|获|当选|担任|任|是)")
_SHARE_OF_FUNDS = re.compile(
    r"^(?:安排|配套|拨付|划拨|给予|自筹|匹配|出资)[^，]*$|^[^，]{0,6}(?:安排|配套)(?:资金|经费|投入)?$"
)
_COSTS = re.compile("^(?:建设|项目|工程|[一二三]期)*(?:总|投资|造价|概算|预算)")
_GRANT_TO_IT = re.compile("^获[^，]*(?:专项|计划|基金|工程)$")
"""平台获某专项300万元支持: what it is paid, and no figure of its own."""
_TOTAL_TOLD = re.compile(r"总投资|总经费|总概算|总预算|投资总额")
_IN_NAME_OF_DEVICE = re.compile(r"\s*(?:[A-Z]{2,}|螺旋|能谱|光谱|宽体|双源|探测器)")
_CHANGE = re.compile(
    r"(?:同比|环比|较[^，。；]{1,6})?(?:年?均?复合|年)?(?:[增降涨]幅|增速|(?:增长|提高|下降|增加|减少|降低|上升|提升|缩短)(?:幅度|率|比例)?|[高多低少快慢长短][出了])"
)
_CHANGED = re.compile("(?:增长|增加|上升|提高|提升|下降|减少|降低)$")
_ONLY_CHANGED = re.compile(
    r"[，,]\s*(?:(?:同比|环比|累计|共|又|则|也)*)(?P<change>增长|增加|上升|提高|提升|下降|减少|降低)(?:了|约|近|超过?|达)*$"
)
"""…至307台，|增长了122.46%: how much what was told last has changed."""
_AT_PEAK = re.compile("(?:高峰|旺季|最多|繁忙)(?:时期|时段|期|日|时|阶段)?")
"""接诊量日均400人次，|高峰时期可达560人次: what was counted before, at its highest."""
_EACH_PIECE = re.compile(r"(?<=价)每[台例项套]$|却$")
_ONE_OF = re.compile(r"[^，。；、]{0,12}之一")
_IS_ONE = re.compile("(?:列为|作为|成为|属于|[是为系])[^，。；]*$")
"""被列为|首批6个专项之一: what is one of so many has not so many."""
_LABEL = re.compile(rf"^(?P<name>[{HAN}]{{2,10}})[:：]\s*(?:约|近|超过?|逾)?$")
"""建筑面积：|1.8万平方米."""
_BEGINS = re.compile(r"(?:^|[，。；,;])\s*$")
_FORECAST = re.compile(r"(?:预计|预测|力争|有望|将|到(?:19|20)\d{2}年)[^，。；]{0,20}$")
_NOW = re.compile(
    r"(?:如今|目前|现在|现|至今|今年)(?:已|就|则|也)*(?:是|为|达到?|有|增[至加]到?|升[至到])?(?:约|近|超过?|突破|逾)?$"
)
_IN_A_YEAR = re.compile(
    r"(?:^|[，。；,;（(])\s*(?:到|至)?(?:19|20)\d{2}\s*年(?:底|末|度)?(?:则|已|就|又|也)*(?:是|为|有|达到?|增[至加]到?|升[至到]|降[至到]|减[至到])?(?:约|近|超过?)?$"
)
"""甲2012年为46家，2018年为107家: another year's count of what was counted last."""
_ROW_OF_DEPARTMENTS = re.compile(
    rf"(?:[、和与及][{HAN}]{{1,8}}(?:科|室|中心))+(?:等[^，。；、]{{0,8}}?(?:科室|部门|学科))?(?![{HAN}]{{0,6}}(?:各|分别|均))"
)
_HOUSE_OF = re.compile(rf"(?P<house>.{{4,}}?(?:医院|医学院))[{HAN}]{{2,8}}(?:科|室|中心)")
_ITS_DEPARTMENTS = re.compile("^.*(?:科室|学科|部门)(?:共|累计|合计)*(?:获得?)?(?:各级(?:各类)?)?(?=.{2})")
_NO_NAME = frozenset({"", "数", "人数", "如今数", "现数"})
_PARTS = re.compile(r"(?:任务|方向|层次|领域)(?:之一)?数?$")
_LONG = frozenset({"年", "个月", "天", "周"})
_WITHOUT_UNIT = re.compile(
    "(?:因子|指数|系数|评分|增强|比例|占比|比|AUC|κ|值|敏度|敏感[度性]|特异[度性]|准确[率度性]|精确[率度]|召回率|一致[率性]|面积|Dice|DSC|ICC|F1"
    "|mAP|IoU|SSIM)$"
)
_DOES = re.compile("(?:的|共|均|已|检出|识别|发现|诊断|报告|漏诊|误诊).")
_SHORTEST, _LONGEST = 2, 24
_NEAR = 8


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """HAS_METRIC of a sentence."""
    note_erected(scene, reading)
    note_nicknames(scene, reading)
    found = list(figures(_veiled(scene)))
    ranked = list(ranks.read(scene, reading, found))
    claimed = {start for one in ranked for start in one.figures}
    for one in ranked:
        yield one.fact(scene, reading)
    for reader, figure in crossed(scene.text, found):
        claimed.add(figure.start)
        yield from _stated(scene, reading, figure, Owner((reader,)), CROSSED)
    before: tuple[Owner, int] | None = None
    told: set[EntityRef] = set()
    named = unit = ""
    names: dict[str, str] = {}
    table = tabled.listing(scene, reading.document)
    if table is None:
        for figure, programme in tabled.noticed(scene, reading.document, found):
            claimed.add(figure.start)
            yield from _stated(scene, reading, figure, Owner((programme,)), tabled.NOTICED)
    for figure in (shares.in_turn(scene, found, _plainly(one)) for one in found):
        if figure.start in claimed or _counted_elsewhere(scene, reading, figure.start):
            continue
        if table is not None and (of_table := tabled.told(scene, table, figure)):
            yield from _stated(scene, reading, of_table, Owner((table.owner,)), tabled.TABLED)
            continue
        if (session := attended.counted_at(scene, reading, figure)) is not None:
            meeting, name = session
            yield from _stated(scene, reading, replace(figure, name=name), Owner((meeting,)), attended.SESSION_COUNT)
            continue
        part = shares.part_of(scene, reading, figure, found)
        if part is not None:
            yield from part.facts(reading, SHARE)
            continue
        if figure.name in _NO_NAME and (
            _FORECAST.search(scene.text[: figure.start])
            or _NOW.search(scene.text[: figure.start])
            or (figure.unit == unit and _in_another_year(scene, figure, before))
        ):
            figure = replace(figure, name=_last_of(names, figure))
        if not figure.name and (label := _LABEL.search(scene.text, 0, figure.start)) is not None:
            figure = replace(figure, name=label["name"])
        changed = _only_changed(scene, figure)
        if named and changed:
            figure = replace(figure, name=named + changed)
        if figure.name in ("", NUMBER) and figure.year is not None and (dated := survey_name(scene, reading, figure)):
            figure = replace(figure, name=dated if _counted(scene, figure) is None else NUMBER)
        whose = owner(scene, reading, figure, before) if _says_something(scene, figure) else None
        if whose is not None and whose.refs[0] in (reading.erected, reading.facility):
            figure = of_its_stage(scene, figure)
        figure, whose = _of_house(scene, reading, figure, performer(scene, figure, whose))
        whose = shares.won_by(scene, reading, figure, _his(scene, found, figure, whose))
        if figure.name == NUMBER:
            whose = _counted(scene, figure)
        if whose is not None and (
            _is_given(scene, reading, figure)
            or _is_of_another_kind(scene, figure, whose, fund=reading.fund)
            or _of_those_counted(scene, found, figure)
        ):
            whose = None
        if len(told) > 1 and _IN_ALL.search(scene.text[: figure.start]):  # 甲5项，乙4项，共9项
            whose = None
        if _AT_PEAK.fullmatch(figure.name):
            figure = replace(figure, name=figure.name + named if _kind(unit) == _kind(figure.unit) else "")
        if "倍及" in figure.name:
            figure = replace(figure, name=named)
        if whose is not None:
            before, figure = (whose, figure.end), of_its_trade(scene, figure, whose)
            told.update(ref for ref in whose.refs if ref.label == "Organization")
            if _CHANGE.fullmatch(figure.name):
                figure = replace(figure, name=named + figure.name)
            elif not changed and not _CHANGED.search(figure.name):
                named, unit = figure.name, figure.unit
                names[_kind(unit)] = named
            _note(scene, reading, whose)
            shares.remember(reading, figure, whose.refs)
            yield from _stated(scene, reading, figure, whose)
    remember(scene, reading)


def _in_another_year(scene: Scene, figure: Figure, before: tuple[Owner, int] | None) -> bool:
    """Whether the clause tells another year's count of what was counted last; in brackets, right behind that."""
    told = _IN_A_YEAR.search(scene.text[: figure.start])
    if told is None or scene.text[told.start()] not in "（(":
        return told is not None
    return before is not None and before[1] == told.start()


def _only_changed(scene: Scene, figure: Figure) -> str:
    """The word of change that is all a clause says of a share: …，增长了122%."""
    told = _ONLY_CHANGED.search(scene.text[: figure.start]) if not figure.name and figure.unit in ("%", "倍") else None
    return told["change"] if told is not None else ""


def _kind(unit: str) -> str:
    """The unit without its scale: what may go on of the same thing."""
    return re.sub("^[万亿千百]+|人民币$|/[年月日]$", "", unit)


def _last_of(names: dict[str, str], figure: Figure) -> str:
    """What the sentence counted last in the figure's unit."""
    return names.get(_kind(figure.unit), "")


def _counted_elsewhere(scene: Scene, reading: Reading, at: int) -> bool:
    """Whether a rule of its own tells whose the number is that stands here."""
    text = scene.text
    counted = counts_designated(text, at) or seats.counts_seats(scene, reading, at) or given.counts_given(text, at)
    return counted or in_note(text, at) or applied.counts_applications(scene, reading, at)


def _of_house(scene: Scene, reading: Reading, figure: Figure, whose: Owner | None) -> tuple[Figure, Owner | None]:
    """What several departments told in a row have together is the house's: 我院放射科、核医学科等科室共获…10项."""
    if whose is None or len(whose.refs) > 1 or whose.refs[0].label != "Organization":
        return figure, whose
    for one in scene.of("Organization"):
        row = _ROW_OF_DEPARTMENTS.match(scene.text, one.end)
        if row is None or row.end() > figure.start or reading.organization(one) != whose.refs[0]:
            continue
        house = _HOUSE_OF.match(whose.refs[0].name)
        named = replace(figure, name=_ITS_DEPARTMENTS.sub("", figure.name))
        return named, Owner((EntityRef(label="Organization", name=house["house"]),)) if house is not None else None
    return figure, whose


def _counted(scene: Scene, figure: Figure) -> Owner | None:
    """The device that the clause opens with, whose number is told by year."""
    start = figure.start - len(re.split("[。；]", scene.text[: figure.start])[-1])
    named = [one for one in things(scene) if start <= one.start and one.end <= figure.start]
    return Owner((named[-1].ref,)) if named and named[-1].ref.label == "Technology" else None


def _his(scene: Scene, found: list[Figure], figure: Figure, whose: Owner | None) -> Owner | None:
    """Of several to whom figures are told 分别, the one whose turn it is; nobody where the numbers do not agree."""
    if whose is None or len(whose.refs) == 1 or "分别" not in scene.text[: figure.start]:
        return whose
    start = scene.text.rindex("分别", 0, figure.start)
    run = [one.start for one in found if start < one.start and not re.search("[，。；,;]", scene.text[start : one.start])]
    return Owner((whose.refs[run.index(figure.start)],)) if len(run) == len(whose.refs) and figure.start in run else None


def _is_given(scene: Scene, reading: Reading, figure: Figure) -> bool:
    """Whether a sum is what a sentence tells as given towards something; what something costs in all is its own."""
    if not figure.unit.endswith("元") or _COSTS.search(figure.name):
        return False
    return (reading.said, to_wan(scene.text[figure.start : figure.end]) or 0.0) in reading.spent


def _is_of_another_kind(scene: Scene, figure: Figure, whose: Owner, *, fund: bool) -> bool:
    """Whether the figure is none that such an owner has: a body's resolution, a town's shares in a firm, who came."""
    label = whose.refs[0].label
    if label == "Award" and re.match("[项个人名位]", figure.unit) and not _GIVES_OUT.search(scene.text):
        return True
    if figure.name == NUMBER and _of_somebody(scene, figure, whose.refs[0]):
        return True
    if seats.are_of_a_house(scene.text, figure.name, figure.value, whose.refs[0]):
        return True
    if _is_what_they_bought(scene, figure, whose.refs[0]) or (
        label in ("Place", "Organization") and figure.name.removesuffix("数") == whose.refs[0].name
    ):
        return True
    said = figure.name + _CLAUSE_END.split(scene.text[figure.end :])[0]
    if label in ("Organization", "Facility", "Place") and re.search("[人名位]", figure.unit) and _ATTENDS.search(said):
        return True
    if label == "Organization" and (_PLANNED.search(scene.text[: figure.start]) or scene.text.startswith("口", figure.end)):
        return True
    if label == "Organization" and any(_BRANCH_OF_PARTY.match(scene.text, one.end) for one in scene.of("Organization")):
        return True
    if figure.unit in _SIZES_OF_THINGS and _IN_NAME_OF_DEVICE.match(scene.text, figure.end):
        return True
    if label == "FundingProgram" and any(one.ref == whose.refs[0] and is_bare(one) for one in scene.of(label)) and not fund:
        return True
    if _GENERIC.fullmatch(whose.refs[0].name) or (label == "Organization" and _of_a_house(figure.name, whose.refs[0])):
        return True
    of_more = figure.name.startswith("占全") and figure.name[2:3] != whose.refs[0].name[-1:]  # 甲省的, 占全省…
    if label == "Place" and (figure.unit in _SIZES or figure.name in ("省数", "国家数") or of_more):
        return True
    if label == "Place" and _COUNTS_NAMED.search(figure.unit) and _ONLY.search(scene.text[: figure.start]):
        return True
    if label == "FundingProgram" and figure.unit.endswith("元") and sum_of_project(scene.text, figure.start):
        return True
    if label == "Facility" and _GRANT_TO_IT.search(figure.name):
        return True
    if (
        label in ("Organization", "Facility")
        and _SHARE_OF_FUNDS.search(figure.name)
        and _TOTAL_TOLD.search(scene.text[: figure.start])
    ):
        return True
    if label in ("Organization", "Place") and _OF_PHYSICS.fullmatch(figure.unit):
        return True
    if label == "Place" and _ITS_PROJECT.match(scene.text, _end_of(scene, whose.refs[0])):
        return True
    if label == "Place" and _ITS_BODY.match(scene.text, _end_of(scene, whose.refs[0])) and whose.refs[0] != CHINA:
        return PLACES.get(whose.refs[0].name) == "country"
    return (label in ("Organization", "Place") and bool(_OF_DEVICE.search(figure.name))) or (
        label == "Place" and bool(_OF_FIRM.search(figure.name))
    )


def _of_somebody(scene: Scene, figure: Figure, owner: EntityRef) -> bool:
    """Whether the number of a device is that of a house or place that its clause names before it (甲医院|PET/CT由…)."""
    clause = re.split("[，。；：]", scene.text[: figure.start])[-1]
    start = figure.start - len(clause)
    named = scene.within(start, figure.start, "Organization", "Place")
    return owner.label == "Technology" and (bool(named) or bool(_HOUSE_BEFORE.match(clause)))


def _of_a_house(name: str, owner: EntityRef) -> bool:
    """Whether a figure's name tells of a house (学院共获得…, 占全校比例) and the owner is an authority or a funder."""
    return organization_kind(owner.name) in ("government", "funder") and bool(_HOUSE.search(name))


def _is_what_they_bought(scene: Scene, figure: Figure, owner: EntityRef) -> bool:
    """Whether the figure counts or describes devices that the owner made, or is one of, and another has: 配备西门子CT 2台."""
    device = figure.unit in _DEVICES or bool(re.match("[层排T]", figure.unit))
    if not device:
        return owner.label == "FundingProgram" and figure.unit in "人名位" and bool(_PEOPLE.search(figure.name))
    if owner.label == "Place":
        abroad = PLACES.get(owner.name) == "country"
        made = _came_from(scene, figure, owner) or _MADE_THERE.match(scene.text, _end_of(scene, owner)) is not None
        return figure.unit not in _DEVICES or (abroad and made)
    sold = _SOLD.search(scene.text)
    return (owner.name in COMPANIES and not sold) or (
        owner.label == "Technology" and bool(_EQUIPS.search(scene.text)) and not sold
    )


def _came_from(scene: Scene, figure: Figure, country: EntityRef) -> bool:
    """Whether a country only tells where a house's few devices came from: 日本电脑验光仪2台."""
    named = [one.end for one in scene.of("Place") if one.name == country.name and one.end <= figure.start]
    between = scene.text[max(named, default=0) : figure.start]
    return country != CHINA and figure.value <= _A_FEW and bool(between.strip()) and not _LIES.search(between)


def _end_of(scene: Scene, owner: EntityRef) -> int:
    return next((one.end for one in scene.of(owner.label) if one.name == owner.name), 0)


def _of_those_counted(scene: Scene, found: list[Figure], figure: Figure) -> bool:
    """Whether those counted right before did it: 共有40家单位申报了90项成果 counts what those did."""
    before = max((one.end for one in found if one.end <= figure.start), default=None)
    return before is not None and bool(_DID.fullmatch(scene.text, before, figure.start))


def _plainly(figure: Figure) -> Figure:
    """The figure without what its name says of whose it is."""
    return replace(figure, name=_EACH_PIECE.sub("", _OWN.sub("", figure.name)).lstrip("的了"))


def _note(scene: Scene, reading: Reading, whose: Owner) -> None:
    """Keep a programme whose figures are told without its name."""
    if whose.refs[0].label == "FundingProgram" and len(whose.refs) == 1:
        reading.counted = whose.refs[0]


def _stated(scene: Scene, reading: Reading, figure: Figure, whose: Owner, rule: Rule = MEASURE) -> Iterator[Assertion]:
    metric = EntityRef(label="Metric", name=_without_owner(scene, figure.name, whose.refs[0]))
    said = {**when(scene.text, figure), **qualifiers(figure)}
    for ref in whose.refs:
        joint = {"joint": True} if whose.joint else {}
        yield reading.fact(rule, ref, "HAS_METRIC", metric, figure.span, **said, **joint)


def _without_owner(scene: Scene, name: str, owner: EntityRef) -> str:
    """The name of a figure without the place or technology that it is of: 中国|医学影像市场规模, AI共|检出结节数."""
    for one in scene.of("Technology") if owner.label == "Technology" else ():
        rest = name.removeprefix(one.surface)
        if one.ref == owner and rest != name and _DOES.match(rest):
            name = re.sub("^(?:的|共|均|已)+", "", rest)
    if owner.label == "Organization":
        name = _without_noun(name, owner.name)
    place = re.escape(re.sub("(?:省|市|自治区)$", "", owner.name)) if owner.label == "Place" else ""
    bare = re.sub(rf"^(?:{place})(?:省|市)?的?(?=..)", "", name) if place else name
    return re.sub("^(?:现?有|拥有)(?=..)", "", bare) if bare != name else name


def _without_noun(name: str, house: str) -> str:
    """The name of a figure without the last word of the house's own name: 内镜中心|累计接诊患者人次."""
    for length in range(len(name) - 2, 2, -1):
        if house.endswith(name[:length]) and name[length - 1] in "科室心院所":
            return _OWN.sub("", name[length:])
    return name


def _veiled(scene: Scene) -> View:
    """The sentence with names and what clauses speak of blanked out, so that no figure's name reaches over one."""
    text = scene.text
    names = [(one.start, one.end) for one in scene.of("Organization", "Person") if not is_any_body(one.name)]
    for start, end in names + [(one.start, one.end) for one in things(scene)]:
        text = text[:start] + "，" * (end - start) + text[end:]
    return View(text, scene.sentence.view.offsets)


def _says_something(scene: Scene, figure: Figure) -> bool:
    """Whether the name is a noun phrase that measures something, rather than the count of an enumeration."""
    before = scene.text[: figure.start]
    if figure.name == "国家数" and _BEGINS.search(before):  # 三个国家: those that were named
        return False
    if _DEED.search(figure.name) or (figure.unit in _LONG and not _LASTS.search(figure.name)):
        return False
    if _FRAGMENT.search(figure.name) or _is_one_of_them(scene, figure) or _ends_a_row_of_places(scene, figure):
        return False
    if scene.text.startswith(_TIMES, figure.end) or before.endswith(_TIMES):
        return False
    if figure.unit in ("层", "排") and _IN_NAME_OF_DEVICE.match(scene.text, figure.end):
        return False
    listed = bool(_OF_LIST.search(before) and re.fullmatch("[项家个种名位类所款]", figure.unit))
    listed = listed or (figure.unit in ("个", "家", "所") and _HEADS_OF.match(scene.text, figure.end) is not None)
    if listed or (figure.unit == "届" and not _HELD.search(before)):
        return False
    counts = _COUNTS_NAMED.search(figure.unit)
    if counts and (_PARTNERS.search(before) or scene.ending_at(figure.start, "Organization") is not None):
        return False
    if _ONE_OF.match(scene.text, figure.end) and (_IS_ONE.search(before) or not COMPOSES.search(before)):
        return False
    won = figure.name == "项目数" and won_by_house(scene, figure)
    if not _SHORTEST <= len(figure.name) <= _LONGEST or (_COUNTS_A_LIST.search(figure.name) and not won):
        return False
    if any(figure.name.removesuffix("数") == one.surface for one in scene.of("Place")):
        return False
    if _PARTS.search(figure.name) and not COMPOSES.search(scene.text[: figure.end + _NEAR]):
        return False
    return bool(figure.unit) or _WITHOUT_UNIT.search(figure.name) is not None


def _is_one_of_them(scene: Scene, figure: Figure) -> bool:
    """Whether one person is told of: 1人入选某计划."""
    return figure.value == 1 and figure.unit in ("人", "名", "位") and _ONE_OF_THEM.match(scene.text, figure.end) is not None


def _ends_a_row_of_places(scene: Scene, figure: Figure) -> bool:
    """Whether the count only sums up the places named right before: 甲省、乙市|2个城市."""
    last = scene.ending_at(figure.start, "Place")
    return last is not None and re.search("[、和及与]$", scene.text[: last.start]) is not None
