"""Whose a figure is: what its clause opens with, an earlier clause of the sentence, or what the paragraph speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.prose.clauses import MARK, Opening, row_from, subject_start
from ingest.prose.phrases import technology
from ingest.prose.pointing import is_bare, own_department, pointing
from ingest.prose.reading import Reading, Scene
from ingest.prose.sites.facilities import only_facility
from ingest.prose.things import owned, thing_at
from kg.model import EntityRef
from kg.ontology import concepts
from kg.text import HAN, heal_name

__all__ = ["CHINA", "is_any_body", "opening", "remember", "types_of"]

CHINA = EntityRef(label="Place", name="中国")
_WORLD = EntityRef(label="Place", name="全球")

_HOME = re.compile(
    r"(?:我国|全国|国内)(?!各|自主|[^，。；]{0,8}(?:研制|研发|开发|设计|生产|制造)的|学者|科学家|研究者|[^，。；]{0,8}?(?:团队|课题组|研究组)|专家|重点|首|第|[^，。；]{0,4}公司|[^，。；]{0,8}(?:会议|大会|年会|论坛)"
    r"|[\d,]+余?多?[家所位名个][^，。；]{0,16}?(?:专家|学者|代表|参与|参加|共同|联合|参会))"
)
"""我国, 全国 where the country is what is told of; 全国26家医院的专家 are people who came."""
_WORLDWIDE = re.compile(r"(?:全球|全世界|世界)(?:范围内)?(?!首|第|最|卫生|各)")
_EXAMPLE = re.compile(r"以(?:价格昂贵的|[^，。；]{0,6}的)?(?P<what>[^，。；]{2,30}?)为例")
_TYPICAL = re.compile(r"(?:典型|代表|例子)(?:就)?(?:是|为)$")
_OTHER = re.compile(
    r"[^，。；]{4,30}?(?:专业|系|学院|大学)毕业|本文|本研究|国产品牌|品牌|本组|笔者|作者|文献|结果|研究(?:发现|显示|结果|表明)|患者(?!平均|满意|等候|等待|就诊)|病人|受试者|受检者|对照组|试验组|实验组|观察组|[A-Z甲乙]组|有学者|学者|国外|国际上|进口|传统|同类|其他|其余|该病|某|有[^，。；]{0,6}报道|家长|图\s?\d|表\s?\d|会上|活动|美联|一项|他|她|我(?![国省市县区院校科所]|中心|实验室)"
)
_FOUNDED_BY = re.compile(r"(?:他|她|其)?(?:牵头|发起|领衔)?(?:成立|建立|创办|组建|创建|发起|创立)的")
_WORK = re.compile(r"(?:该|本|这一|这项|此)?(?:项目|成果)(?=[已在自先累共推应覆惠使实经通获的，由])")
"""The work honoured that the text tells of."""
_REPORTS = re.compile(
    r"[^，。；]{0,12}?(?:公布|发布|印发|报道|数据显示|统计|认为|指出|表示|预计|预测|介绍|透露|通报|调查|通知|下发|批准(?!了?[^，。；]{0,24}?\d+\s*[个件款])|批复|同意|要求|强调)"
)
_GOES_ON = re.compile(
    r"(?:副|常务|党委|名誉)*(?:院长|所长|校长|主任委员|主委|组长|秘书长|主任|会长|理事长|书记|总经理|董事长|创始人|创办人|负责人|发言人|总监|首席|总工程师|教授|主席|总裁|院士|医师|研究员|讲师|工程师|博士生?导师|博导|技师|学者)(?!\s*\d|人|总?数|共)|[与和、及同][^，。；]{1,16}?(?:合作|联合|共同|签|携手)|的?[^，。；]{0,8}团队|课题组|等"
)
_DEED_ALONE = re.compile(
    r"(?:具体|共同|联合|牵头|负责|协助|分别|全额)*(?:[共承援]建|建设|批[复准]立项|立项|出资|投资|筹建|主管|监理|设计|施工|运营|管理|牵头|主导|支持|资助)(?:建设|建造|兴建)?(?=[，；。])"
)
"""What a house does to the thing that the sentence is about, whose the figures behind are: 某某省政府|共建，总投资…."""
_RELATIVE = re.compile(
    r"(?:(?:牵头|联合|参与|主导|自主|共同|合作|独立|负责)*(?:建设|承建|研制|研发|开发|创办|设立|主办|承办|发起|建立|打造|申报|完成|承担|主持|组建|生产|提出|开展|组织|实施)|牵头|主导|领衔|负责)的(?P<what>[^，。；]{2,30})"
)
_SERIES = re.compile(
    rf"(?!本|该|此|首届|第|上届|每|各|的)(?P<name>[{HAN}]{{2,22}}?(?:年会|学术会议|大会|论坛|研讨会|学术周))(?=自|由|始|创|每|共|至今|已|于|是|收|吸引|[（(])"
)
_QUOTED_PROGRAMME = re.compile(
    r"(?:设立|启动|实施|组织实施)?了?“(?P<name>[^“”]{2,40})”(?P<kind>重点专项|重大专项|专项|计划|重大项目)"
)
_HOLDER = re.compile(r"[^，。；\d]{0,4}(?:获得者|入选者|得主|负责人|资助者|获资助)")
_NOTE = re.compile(r"[（(][^（）()]{1,60}[)）]")
_COUNTED_NOTE = re.compile(r"\d\s*[^）)A-Za-z]{0,6}[)）]$")
_TEAM_MADE = re.compile(
    r"(?:[^，。；]{0,10}?团队)?(?:自主|联合|共同|成功)*(?:研制|研发|开发|生产|推出)的(?P<what>[^，。；]{3,30}?)(?=日前|近日|已|获|将|是|在|于|正式|通过|实现|顺利|成功|[，。；])"
)
_PROVINCE = re.compile(
    rf"(?![^省区]{{0,2}}[全我各本该外邻两跨占覆盖向至在据])(?P<name>[{HAN}]{{2,3}}(?:省|自治区))(?=[现共有已拥的在\d一二影医二三])(?!医学|医院)"
)
_PARK = re.compile(
    rf"(?P<name>[{HAN}]{{2,8}}(?:高新区|经开区|开发区|产业园|科技园|科学城|新区|自贸区))(?=[现共有已拥集聚汇形建年去今规占签总引入\d])"
)
_SAME_PLACE = re.compile(r"(?:全|我|本|该)(?:省|市|区)(?![级委厅内外局直])")
_PRIZE = re.compile(
    rf"(?![这是该此])的?(?P<name>(?!的)[{HAN}“”·]{{2,22}}?(?:奖|大奖))(?=自|由|每|共|设|是|授|至今|已|始|于|旨)"
)
_ANY_BODY = re.compile(
    r"(?:份|各?大(?=[一二三]级|型|医)|各|个别|多数|少数|不少|许多|[一二三]级(?:甲等|以上)?|三甲|基层|大型|各级?|县级|市级|地市级|省级|民营|公立|综合|专科|教学|部分|多家|重点|社区|乡镇|委属|下级|上级|合作|成员|相关|专业){1,3}"
    r"(?:医院|医疗机构|单位|高校|大学|中心|卫生院|企业|公司|科室|研究所|机构)"
)
"""What is no one body: 二级医院, 基层医疗机构."""
_EVERYWHERE = re.compile(r"(?:全球|全国|国内|世界).{3,}")
_GOES_INTO_NAME = re.compile(
    rf"(?:(?![的现共有]|开展|拥有|各级)[{HAN}]){{0,12}}?(?:大学|学院|医院|研究院|研究所|中心|公司|集团|学会|协会|[厅局委])(?!数|的?[数总]|已|共|达|超|约|\s?\d)"
)
_EXAMINED = re.compile(
    r"的?用量|注射剂?量|类(?!似)|科(?!学技术)|学科|专业|[一-龥]{0,4}组(?![织学件合成])|预约|等候|排队|候检|平均报告|报告|团队|小组|课题组|相关|医师|医生|技术?人员|行业|领域(?!都|均|各)|企业|产业|学会|分会|协会|药物|中心|专家|医院|组|检查?后|显像示|显示|表现|扫描参数|引导下|阳性|阴性"
    r"|(?:检查|显像|扫描)?(?:的)?(?:患者|病例|病灶)|前后|图像"
)
_PEOPLE_OF = re.compile(
    r"的?(?:学者|科学家|研究者|团队|专家|企业|品牌|厂商|特聘|级|优秀|杰出|有突出|[^，。；]{0,6}公司|政府|人(?=[^口均]))"
)
_AIDED = re.compile(
    rf"(?:辅助|联合)[{HAN}]{{0,6}}?(?:系统|软件|超声|内镜|内窥镜|平台|模型)(?![{HAN}]?(?:医师|医生|科|室|中心))"
)
"""What goes on to a name of its own: AI|辅助超声."""
_GOES_ON_IN_LETTERS = re.compile("[-/][A-Za-z]")
"""Half of a name: PET|-CT引导下穿刺."""
_RANK_OF_PLACE = re.compile(
    "[省市区县级]?(?:临床|医学|特色|优势)?(?:重点|特色|优势|品牌)(?:专科|学科|实验室|单位)"
    r"|[省市区县]?(?:医学|医药)?(?:科技|科学|自然科学|技术发明)(?:进步|技术|发明|成果|创新)*(?:[特一二三]等)?奖"
)
"""科室是溪山市|重点专科, 溪山市|科技进步奖: what a unit is to a place, and whose an award is, counts nothing of the place."""
_UNIT_GOES_ON = re.compile(rf"(?P<unit>[{HAN}]{{2,12}}?(?:系|教研室|研究室))(?=[现共有设拥承近目累])")
_FIRM_OF_NATION = re.compile("电信|移动(?!医|CT|设备|端)|联通|铁塔|银行|石油|石化|人寿|人保|平安|标准|方案|声音|制造|科技城")
"""What goes on to the name of a firm or a slogan: 中国|电信."""
_SEVERAL = re.compile(r"[两二三四五六七八九十\d]+\s*(?:个国家|国|个地区|省|家(?:单位|医院|机构|企业)?|者)")
_LIST_MARK = re.compile(r"\s*(?:[、,]|和|与|及|以及)\s*")
_CODE = re.compile(r"[^，。；]{0,24}?(?P<code>[A-H]\d{2,4})\s*(?:学科)?代码?(?:下|项下)?")
_FIRM = re.compile(rf"(?![省市区])[{HAN}]{{2,4}}、")
_BUILDING = re.compile(
    rf"的?(?:[新老][大门病综]|[{HAN}]{{0,4}}?(?:门诊|急诊|病房|综合|科研|教学|医技|住院|外科|内科|感染))[{HAN}]{{0,6}}?楼|(?:正?在)?建设?中?的[{HAN}]{{1,8}}(?:院区|楼)|[东西南北新老][{HAN}]{{0,2}}院区|[{HAN}]{{0,6}}?工程"
)
"""A house's building, whose size and cost are no figures of the house."""
_ITS = re.compile(
    rf"其(?=(?:诊断|检查|总体|合并|平均)?[{HAN}]{{0,4}}(?:敏感|灵敏|特异|准确|阳性预测|阴性预测|预测值|符合率|检出率|一致性|AUC|曲线下面积))"
)
"""其阴性预测值为…: of the technique that the paragraph speaks of."""
_NEAR, _FIRST = 20, 4
_PRESENTED = re.compile(
    r"(?:[（(][^（）()]*[)）])?(?:于(?:19|20)\d\d年|始建|始创|创建|创立|成立|组建|设立|隶属|位于|由[^，。；]{2,30}?组成|是(?:一[所家个]|集|我国|国家|全国|[^，。；]{1,8}[省市]|医院|中国))"
)
"""How a page presents the body that it is about."""
_LABELS = ("Organization", "FundingProgram", "Award", "Place", "Technology")


def opening(scene: Scene, reading: Reading, start: int) -> Opening | None:
    """What the clause that starts here opens with, None where it opens with nothing that is known."""
    text = scene.text
    at = subject_start(text, start)
    if (example := _EXAMPLE.match(text, at)) is not None:
        return _example(scene, reading, example)
    coded = _CODE.match(text, at)
    if coded is not None and coded["code"] in reading.coded:
        return Opening((reading.coded[coded["code"]],), coded.end())
    inside = scene.starting_at(at + 1, "Organization") if text.startswith("在", at) else None
    if inside is not None and text.startswith(("，", ","), inside.end):
        return Opening((_ref(reading, inside),), inside.end)
    if (person := scene.starting_at(at, "Person")) is not None:
        return _made_thing(reading, _TEAM_MADE.match(text, person.end)) or _thing(scene, at) or Opening((), at)
    founded = _FOUNDED_BY.match(text, at)
    if founded is not None and (body := scene.starting_at(founded.end(), "Organization")) is not None:
        return Opening((_ref(reading, body),), body.end)
    if _WORK.match(text, at) and reading.work is not None:
        return Opening((reading.work,), at, back=True)
    its = _ITS.match(text, at)
    if its is not None and reading.counted is not None and reading.counted.label == "Technology":
        return Opening((reading.counted,), its.end(), back=True)
    if _OTHER.match(text, at):
        return Opening((), at)
    if (thing := _thing(scene, at)) is not None:
        return thing
    if (own := own_department(text, reading, at)) is not None:
        return own
    named = _named(scene, at) or _of_disease(scene, at)
    if named is not None:
        return _of_mention(scene, reading, named)
    told = _known(text, reading, at) or _nation(text, at) or _same_place(scene, reading, at)
    return told or _kind(text, reading, start) or pointing(scene, reading, at)


def _thing(scene: Scene, at: int) -> Opening | None:
    """The device, program or facility that no lexicon has."""
    thing = thing_at(scene, at)
    return Opening((thing.ref,), thing.end) if thing is not None else None


_GIVES = re.compile(r"(?:投资|投入|出资|拨款|拨付|资助|支持|安排)[^，。；]{0,12}\d[\d.,]*\s*[万亿]?元")
_OF_SOMEBODY = re.compile("[\u4e00-\u9fff]{0,8}?(?:博士|硕士|学士|博士后)(?=[，,。；、]|$)")
"""某某大学|物理学博士，…: tells where somebody learnt, and counts nothing of the house."""


def remember(scene: Scene, reading: Reading) -> None:
    """Keep what the sentence opens with as what the paragraph's figures are of; a stranger ends that."""
    first = opening(scene, reading, 0)
    typical = next((one for one in scene.of("Technology") if _TYPICAL.search(scene.text[: one.start])), None)
    if typical is not None:
        reading.counted = typical.ref
    elif first is not None and _OF_SOMEBODY.match(scene.text, first.end):
        reading.counted = None
    elif first is not None and not first.back:
        if reading.said <= _FIRST and len(first.refs) == 1 and _PRESENTED.match(scene.text, first.end):
            reading.presented = first.refs[0]
        reading.counted = _built_by(scene, reading, first.refs[0]) or first.refs[0] if len(first.refs) == 1 else None
        for ref in first.refs:
            reading.counted_last[ref.label] = ref
    elif first is not None and reading.counted is None and [ref.label for ref in first.refs] == ["Organization"]:
        reading.counted = first.refs[0]


def _built_by(scene: Scene, reading: Reading, body: EntityRef) -> EntityRef | None:
    """The one facility of a text, where a sentence opens with an office that pays for it: its floors and devices follow."""
    gives = organization_kind(body.name) == "government" and _GIVES.search(scene.text) is not None
    return only_facility(reading) if gives else None


def _example(scene: Scene, reading: Reading, example: re.Match[str]) -> Opening | None:
    named = scene.within(example.start("what"), example.end("what"), *_LABELS)
    return Opening((_ref(reading, named[0]),), example.end()) if named else None


def _ref(reading: Reading, mention: Mention) -> EntityRef:
    return reading.organization(mention) if mention.label == "Organization" else mention.ref


def _named(scene: Scene, at: int) -> Mention | None:
    found = (one for one in scene.of(*_LABELS) if one.start == at and not _EVERYWHERE.match(one.surface))
    named = max(found, key=lambda one: one.end, default=None)
    if named is not None and named.label == "Place":
        named = scene.starting_at(named.end, "Organization") or named
    while named is not None and named.label == "FundingProgram":
        narrower = scene.starting_at(named.end, "FundingProgram")
        if narrower is None:
            break
        named = narrower
    return named


def _of_mention(scene: Scene, reading: Reading, named: Mention) -> Opening | None:
    text = scene.text
    row = row_from(scene, named, _LIST_MARK)
    end = row[-1].end
    note = _NOTE.match(text, end)
    if note is not None and not _COUNTED_NOTE.search(note.group()):
        end = note.end()
    relative = _RELATIVE.match(text, end)
    if relative is not None:
        known = _known(text, reading, relative.start("what"))
        return known or _made_thing(reading, _TEAM_MADE.match(text, end)) or Opening((), end)
    if named.label == "FundingProgram" and text[end : end + 1] == "“":  # one grant of it, by its title
        return Opening((), end)
    if named.label == "FundingProgram" and _HOLDER.match(text, end):
        return None
    if named.label == "Technology" and (aided := _AIDED.match(text, end)) is not None and len(row) == 1:
        name = heal_name(text[named.start : aided.end()])
        return Opening((EntityRef(label="Technology", name=name),), aided.end())
    if named.label == "Technology":
        return (
            None
            if _GOES_ON_IN_LETTERS.match(text, end) or _EXAMINED.match(text, end)
            else Opening(tuple(one.ref for one in row), end)
        )
    if named.label == "Place" and _RANK_OF_PLACE.match(text, end):
        return None
    if named.label == "Place":
        if (
            _FIRM_OF_NATION.match(text, end)
            or _PEOPLE_OF.match(text, end)
            or (len(row) == 1 and _GOES_INTO_NAME.match(text, end))
            or _names_firms(scene, end)
        ):
            return Opening((), end)
        return Opening(tuple(one.ref for one in row), end)
    if is_any_body(named.name):
        return Opening((), end)
    if named.label == "Organization" and (thing := owned(scene, end)) is not None:
        return Opening((thing.ref,), thing.end)
    unit = _UNIT_GOES_ON.match(text, end) if named.label == "Organization" else None
    if unit is not None:
        return Opening((EntityRef(label="Organization", name=_ref(reading, named).name + unit["unit"]),), unit.end())
    if named.label == "Organization" and _BUILDING.match(text, end):
        return Opening((), end)
    after = end + (text[end : end + 1] == "的")
    if _GOES_ON.match(text, end) or scene.starting_at(after, "Person") is not None:
        return Opening((), end)
    if named.label == "Organization" and (_REPORTS.match(text, end) or _DEED_ALONE.match(text, end)):
        return Opening((), end)
    return Opening(tuple(_ref(reading, one) for one in row), end)


def _names_firms(scene: Scene, end: int) -> bool:
    """Whether a place opens the first of several short names of firms: 上海甲乙、宁波丙丁."""
    name = _FIRM.match(scene.text, end)
    return name is not None and scene.starting_at(name.end(), "Place") is not None


def _made_thing(reading: Reading, made: re.Match[str] | None) -> Opening | None:
    """The product that a clause opens with after its maker: 甲公司研发的某某系统, 某某团队研制的…."""
    name = technology(made["what"]) if made is not None else None
    if made is None or name is None or not made["what"].endswith(name):
        return None
    return Opening((EntityRef(label="Technology", name=name),), made.end("what"))


def is_any_body(name: str) -> bool:
    """Whether a name is that of a kind of body rather than of one."""
    return bool(_ANY_BODY.fullmatch(name) or _EVERYWHERE.match(name))


def _of_disease(scene: Scene, at: int) -> Mention | None:
    """The technology that is named behind the disease that it is used for: 前列腺癌|PSMA PET."""
    disease = scene.starting_at(at, "Disease")
    return scene.starting_at(disease.end, "Technology") if disease is not None else None


def _known(text: str, reading: Reading, at: int) -> Opening | None:
    """A facility or a product that was named before, or is named in this sentence."""
    told = [one for one in (reading.counted_last.get("Technology"),) if one is not None]
    if text.startswith("“", at):
        quoted = next((one for one in reading.products if text.startswith(f"“{one.name}”", at)), None)
        return Opening((quoted,), at + len(quoted.name) + 2) if quoted is not None else None
    known = [one for one in (*reading.facilities, *reading.products, *told) if not re.search(r"有\d|[，。]", one.name)]
    found = [one for one in known if text.startswith(one.name, at)]
    best = max(found, key=lambda one: len(one.name), default=None)
    return Opening((best,), at + len(best.name)) if best is not None else None


def _nation(text: str, at: int) -> Opening | None:
    for pattern, place in ((_HOME, CHINA), (_WORLDWIDE, _WORLD)):
        if (match := pattern.match(text, at)) is not None:
            return Opening((place,), match.end())
    return None


def _same_place(scene: Scene, reading: Reading, at: int) -> Opening | None:
    """全省, 全市: the place of that rank that the sentence named before, else that of the page; never the country."""
    if not _SAME_PLACE.match(scene.text, at):
        return None
    rank = scene.text[at + 1]
    named = [one.ref for one in scene.of("Place") if one.end <= at and one.name.endswith(rank)]
    home = EntityRef(label="Place", name=reading.home(rank)) if reading.home(rank) else reading.counted_last.get("Place")
    told = named[-1] if named else home
    return Opening((told,), at + 2, back=True) if told is not None and told != CHINA else Opening((), at)


def _kind(text: str, reading: Reading, start: int) -> Opening | None:
    """A province, a series of meetings, a prize, or one type of the programme that is spoken of (自由申请类, 重点项目)."""
    at = subject_start(text, start)
    if (province := _PROVINCE.match(text, at)) is not None:
        return Opening((EntityRef(label="Place", name=province["name"]),), province.end())
    if (park := _PARK.match(text, at)) is not None:
        return Opening((EntityRef(label="Place", name=park["name"]),), park.end())
    for pattern, label in ((_SERIES, "ConferenceSeries"), (_PRIZE, "Award")):
        match = pattern.match(text, at)
        if match is not None and len(match["name"]) > 3 and not is_bare(text, at):
            return Opening((EntityRef(label=label, name=heal_name(match["name"])),), match.end())
    if (quoted := _QUOTED_PROGRAMME.match(text, at)) is not None:
        return Opening((EntityRef(label="FundingProgram", name=quoted["name"] + quoted["kind"]),), quoted.end())
    end = MARK.search(text, at + 1)
    return _typed(text[at : end.start() if end else len(text)], reading, at)


def _typed(clause: str, reading: Reading, at: int) -> Opening | None:
    base = reading.programme or (reading.counted if reading.counted and reading.counted.label == "FundingProgram" else None)
    if base is None:
        return None
    for kind, name in types_of(base.name):
        found = clause.find(kind + "类")
        counted = re.match(re.escape(kind) + r"\s*(?:共计?|约|近)?\s*\d", clause)
        if 0 <= found < _NEAR or clause.endswith(kind) or counted:
            return Opening((EntityRef(label="FundingProgram", name=name),), at + clause.find(kind) + len(kind))
    return None


@lru_cache(maxsize=1 << 12)
def types_of(programme: str) -> tuple[tuple[str, str], ...]:
    """The types of a programme that the ontology tells, each with its concept's name: 自由申请, 重点项目."""
    known = concepts("programmes")
    base = next((one.zh for one in known if programme in (one.zh, *one.alt)), programme)
    base = re.sub(r"[（(].*$", "", base)
    fund = re.sub(r"(?<=基金).+项目$", "", base)
    typed = [(match[1], one.zh) for one in known if (match := re.fullmatch(re.escape(base) + r"[（(](.+?)类?[)）]", one.zh))]
    return (
        *typed,
        *(
            (one.zh.removeprefix(fund), one.zh)
            for one in known
            if fund.endswith("基金") and one.zh.startswith(fund) and one.zh.endswith("项目")
        ),
    )
