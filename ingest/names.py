"""Where names of organisations stand in running Chinese text; precise before complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.former import BRACKETED
from ingest.lexicon import COMPANIES, PLACES, is_person, is_place, lexicon_sections, organization_kind
from ingest.name_starts import IN_SOME_TOWN, NO_DIRECTION, and_in_name
from ingest.verbs import COMMON_VERBS, LIKE_NAMES, VERBS_BEFORE_HOUSES, VERBS_OF_PEOPLE, VERBS_OR_NOUNS
from kg.text import HAN

__all__ = ["DEPARTMENT", "FIRM_TRADES", "ORGANIZATION_END", "ORGANIZATION_LASTS", "Found", "organizations"]

_STOPS = lexicon_sections("stops.txt")
_RENAMES = r"原名为?|原称|曾用名|更名为?|改名为?|改称|易名为?|并入|划归|划入|归入|"
_LEFT_STOP = re.compile(
    rf"\d+(?:年度?|[月日])|(?:旗下|下属|所属)?的?(?:全资|控股|参股)+(?:[子孙]?公司|企业)|(?<=公司)[是系](?=..)|{_RENAMES}"
    r"(?<=[院学])(?:[两三四五六七八九十]|\d{1,2})[所家](?=非?直属|附属|三[级甲]|教学|医院)|"
    + "|".join(sorted(_STOPS["left of an organisation"].split(), key=len, reverse=True))
)
_NOT_ONE = re.compile(
    "|".join(_STOPS["not an organisation"].split())
    + r"|^届|^第[一二三四五六七八九十\d]+次|\d+余?[家所个]|[一二三四五六七八九十]+余?[家所个]"
    + rf"|^(?:{'|'.join(PLACES)})一(?:家|所)?(?:医院|大学|高校|公司|企业|机构)$"
)
_GENERIC_WORD = "|".join(sorted(_STOPS["generic words before an ending"].split(), key=len, reverse=True))
_NATIONS = tuple(name for name, kind in PLACES.items() if kind != "region" and name not in ("全国", "我国", "国内", "全球"))
_NATION = re.compile("|".join(sorted((name for name in _NATIONS if PLACES[name] == "country"), key=len, reverse=True)))
_ANCHOR_WORDS = (
    "中科院",
    "中华",
    "国家",
    "首都",
    "解放军",
    "中国人民解放军",
    "武警",
    "空军",
    "海军",
    "陆军",
    "火箭军",
    "联勤保障部队",
    *(f"{side}部战区" for side in "东西南北中"),
    *("海峡两岸", "粤港澳", "长三角", "京津冀", "发展中国家", "第三世界", "全国人大", "全国政协"),
)
_TOWNS = tuple(name for name, kind in PLACES.items() if kind in ("city", "province") and len(name) == 2)
"""What opens the short name of a hospital that a number tells: 溪山|三院."""
_PLACED = "|".join(sorted((*_NATIONS, *_ANCHOR_WORDS, "世界", "亚太", "欧洲", "亚洲"), key=len, reverse=True))
_ANCHOR = re.compile(rf"{NO_DIRECTION}(?:{_PLACED})|国际(?!医院|医疗|和平|医学中心)|(?<![其集])中科(?={'|'.join(_TOWNS)})")
"""What a name opens with; 中科 before a town, as houses of the academy are called: 中科|溪山仪器研究所."""
_OF_PROVINCE = re.compile(rf"[{HAN}]{{2}}[省市](?![级属内外直立委政])(?=[{HAN}]{{2,8}}$)")
"""A province or a town, known or not, and a field: 某某省分子影像|与核素诊疗重点实验室."""
_REGION = re.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁疆][东南西北中](?![大方])")
"""A part of a province by the province's one character: 苏南|放射医学与核技术研究院."""
_PROVINCES_OWN = re.compile(
    "[省市区](?:高校|高等学校)?(?:重点实验室|工程(?:技术)?研究中心|临床医学研究中心|协同创新中心|工程实验室)$"
)
"""What follows the province in the name of a laboratory that it designated, behind its field: 分子影像|某省重点实验室."""
_BODYS_OWN = re.compile(rf"[{HAN}]{{2,8}}(?:中心|科学院|委员会|总局)重点实验室$")
_OF_NATIONS_BODY = re.compile(rf"[{HAN}]{{2,8}}中国{_BODYS_OWN.pattern}")
"""What follows 中国 in the name of a laboratory that a body of the nation designated: 核应急|中国某病控制中心重点实验室."""
_PLACE_FIRM = re.compile(rf"(?:{_ANCHOR.pattern})[省市]?分?(?:公司|集团)")
"""The firm of a place, whose name stands before: 某某器械浙江公司."""
_NEXT_HOUSE = rf"{_ANCHOR.pattern}|[{HAN}]{{2,4}}?[省市]|(?<=[{HAN}]{{4}})[{HAN}]{{2,8}}(?:医院|大学|研究[院所]|公司|$)"
_NAMED_BESIDE = re.compile(rf"(?P<name>[{HAN}]{{2,3}}?)[和与及](?={_NEXT_HOUSE})")
"""Somebody behind the department of a house, and what joins the next house."""
ORGANIZATION_END = re.compile(
    r"(?<=中科院)[\u4e00-\u9fff]{2,12}?(?:所|院|中心|台)(?![\u4e00-\u9fff]{0,2}(?:有|属|长))|中科院(?!(?:SCI)?(?:大类|小类)?[一二三四1-4]区|(?:期刊)?分区)"
    r"|(?<=中国科学院)[\u4e00-\u9fff]{2,12}?所(?![\u4e00-\u9fff]{0,2}(?:有|属|长|得|用|示|需))"
    r"|国家自然科学基金委(?:员会)?|基金委(?:员会)?|基金会|计划与政策局"
    r"|(?<=[学会中国省市协联])(?![与和及])(?:(?:[A-Z]{2,5}(?:/[A-Z]{2,5})?)?[\u4e00-\u9fff]{1,14}?)(?:专业委员会|专委会|分会|学组)"
    r"|(?:产业|投资|引导|制造|转型升级)(?:投资|引导|发展)?基金(?![会项资支委])"
    r"|(?:专业|专家|工作|青年|管理|工业|技术|科学|健康|改革|学术)?(?<!全体)委员会(?!委员)"
    r"|专委会|分会(?!场)|学组|(?<=[\u4e00-\u9fff]{4})(?:协作组|协作网)|学会(?![了议])|协会|联合会|研究会|促进会|红十字会|(?<=[学协]会)联合体|联盟"
    r"|(?:会计|律|评估|设计)师?事务所|有限责任公司|有限公司|公司|集团(?!军)"
    r"|(?:人民)?政府(?!部门|官员|管理|采购|工作|投入|财政)|卫生健康委(?:员会)?|卫健委|卫生计生委(?:员会)?|卫计委|发改委|发展改革委(?!员会)|管委会|国务院|办公厅|(?<=奖励)工作办公室|(?<=奖励)办公室"
    r"|(?:光机|技物|物数|近代物理|高能物理|应用物理|化物|生物物理|声学|微系统|光电|电工|医工|半导体|自动化|(?:监察|检定|检验|检测|监测|药检))所(?=[原现副]|所长|研究员|[^有属长得用示需]|$)|医学科学院|科学院|工程院|研究(?:总|设计)?院|研究所(?![用得示需])"
    r"|(?<=[\u4e00-\u9fff]{2})天文台|(?<=染)病院|(?<=神)病院|(?<=核)病院|中心医院|医院(?!感|管理(?!学院|研究)|等级|信息|获得)|卫生院|保健院|妇保院|妇幼院|职防院|防治[院所]|疗养院|院区|分院"
    r"|卫生服务中心|医学部|医学院|药学院|研究生院|专科学校|国际原子能机构|大学(?!生(?!命|物(?!理|质)|殖)|教育(?!学院|学部)|英语|物理(?!系|学|与)|科研(?!处|部|院|管理))|学院(?!派)|(?<=[大学][\u4e00-\u9fff]{2})分校|(?<=[大学][\u4e00-\u9fff]{3})分校|(?<=[大学][\u4e00-\u9fff]{4})分校|(?<=[大学][\u4e00-\u9fff]{5})分校|学部(?!委员(?!会)|常委)"
    r"|重点实验室|实验室(?!检查|指标|数据|结果|阶段|条件|水平|诊断|中)|工程中心|研究中心|医学中心|中心(?!静脉|化|区|校区|城市|实验室|医院|思想|任务|型|组|频率|性|化)"
    rf"|(?<={'|'.join(_TOWNS)})[一二三四五六七八九十]院(?![校系子落内线士])|(?<=[省市区县])妇幼(?=[，。；、：的放超影检产新儿内外副党主]|$)"
    r"|[大医省市县](?:[一二三四五六七八九十]|附[一二三四五六]?|[一二三四五六]附)院|(?<=[\u4e00-\u9fff]{2})附[一二三四五六]院|(?<=大学[\u4e00-\u9fff]{2})[一二三四五六]院|总医院|先进院"
    r"|全国(?:人民代表大会|人大)(?:常务委员会|常委会)?(?=副?委员长|委员|常委会)|(?<=[省市区县州])人大(?:常务委员会|常委会)|全国政协"
    r"|(?<=[\u4e00-\u9fff]{2}[省市区县州])委(?=(?:常委|副?书记|副?秘书长|副$|组织部|宣传部|统战部|政法委|办公厅|$))|党工委(?=副?书记|委员|$)"
    r"|(?<=[省市区县])(?:科委|科协|科技委|政协|教委|经信委|侨联|文联|青联|妇联|工商联)|(?<=全国)(?:侨联|文联|青联|妇联|工商联)|(?:(?<=九三学社)|(?<=农工党)|(?<=民[盟进建革])|(?<=致公党)|(?<=台盟))[\u4e00-\u9fff]{2,8}?(?:[省市区县工]委|支社|总支|支部)(?:会|员会)?(?=副?主委|委员|常委|副?主任|社员|会员|成员|$)|(?<=中国)科协|国防科工局|(?<=国家)[\u4e00-\u9fff]{2,8}局|国家原子能机构"
    r"|监督管理总?局|管理总?局|科学技术局|卫生局|(?<=[省市])[\u4e00-\u9fff]{2,6}?(?:厅|局)|(?<=[县区])(?:卫健|卫生健康|卫生和?计生|科技(?:和信息化|创新)?|科学技术|医保|民政|教育|财政|发展和?改革|经济和?信息化|投资促进|市场监管)局"
    r"|(?:科学技术|教育|卫生|工业和信息化|财政|国防|科技|公安|民政|农业农村|人力资源和社会保障)部(?!门|分|署|位)"
)
"""What an organisation's name may end in."""
ORGANIZATION_LASTS = frozenset("幼体会区协厅台司团大委学室局府心所支构校盟社组网联部金院")
"""The last characters of those endings: where none of them stands no name ends, and half of the words hold none."""

DEPARTMENT = re.compile(
    r"(?:(?:内|外|妇|产|儿|影像|放射|超声|核医学|检验|病理|麻醉|急诊|介入|肿瘤|康复|神经|骨|眼|口腔|皮肤|感染|呼吸|消化|血液|肾|泌尿"
    r"|心|胸|血管|甲状腺|创伤|关节|脊柱|新生|生殖|胰|医学|重症|药|护理|信息|放疗|治疗|诊断|内镜|中医|磁共振|心电|乳腺|肝胆|胃肠|头颈|耳鼻喉|整形|老年|全|风湿|免疫|分泌|与|和|综合"
    r"|耳鼻咽喉|咽喉|[-－](?=头颈|颌面|免疫|危重|重症|整形)|颌面|肝病|肺病|脾胃病|脑病|心病|危重症|骨伤|肛肠|心脏|肝脏|脑血管|透析|疼痛|睡眠|微创|屈光|眼底|视光|种植|正畸|牙周"
    r"|修复|小儿|感染性疾病|结核|癫痫|变态反应|输血|心理|精神|手术|营养|内窥镜|腔镜|血液净化|电诊|电生理|[心脑肌]电图){1,6}"
    r"(?:一|二|三|四)?(?:病区|中心|(?<=心电)室|(?<=电图)室|(?<=电生理)室|(?<=内镜)室|(?<=超声)室|科)(?!学|室|技|研|普|目|教))"
)
"""A clinical department, by the words that it is made of."""
_HOUSE_BEFORE = re.compile("(?:医院|保健院|院区|[一二三]院|附院)(?=[\u4e00-\u9fff]{1,6}$)")
_OTHER = re.compile(BRACKETED)
_OTHER_NAME = r"(?:其?前身|原(?![子发位])|现(?!代)|曾|旧称|今)"
"""How a bracket opens that holds another name of what stands before it."""
_OFFICE = re.compile(r"(?:[一二三四五六七八九十]|[\u4e00-\u9fff]{2,8}?)处(?!于|理|在|置)")
_RUN = re.compile(
    rf"[{HAN}A-Za-z0-9·“”\-]+(?:{BRACKETED}|[（(](?!{_OTHER_NAME})[{HAN}]{{1,12}}[)）](?=[{HAN}]{{2,}}))?[{HAN}A-Za-z0-9·“”\-]*"
)
_CONJUNCTION = re.compile(
    r"(?<![提惠不涉普波顾])及|(?<!赠)与(?!政策局)|(?<![仁协颐祥谐泰永太呼])和(?![睦谐佑]|平(?!顶山|凉|潭|湖|罗|遥|邑|阴)|田(?!阳|东|林|家庵)|顺(?!义|德|昌|平|庆|城)|信息化|社会保障|改革委|改革局|计划生育|旅游[部厅局])|暨(?!南)"
)
_PARTS = re.compile(rf"{_CONJUNCTION.pattern}|-(?!.*联合)")
"""What parts two names; what two bodies have together keeps both of theirs: 甲大学-乙医疗联合实验室."""
_GENERIC = re.compile(rf"(?:{_GENERIC_WORD})*(?:{ORGANIZATION_END.pattern})")
_COMMITTEE_OF = re.compile("(?:(?<=实验室)|(?<=中心))(?:学术|技术|专家|管理)*委员会$")
_HOLDS_OFFICE = re.compile(
    rf"(?:(?:名誉|常务|副)*(?:理事长?|常委|委员|会员|会长|主任委员|秘书长)|院士|代表|[{HAN}]{{2,4}}(?:团队|课题组))[和与及兼暨]"
)
"""What parts the bodies of one who sits in two: 甲学会|常务理事和|乙分会主任委员."""
_COMPANY = re.compile("|".join(sorted(COMPANIES, key=len, reverse=True)))
_WHOLE = re.compile(
    "中科院(?!(?:SCI)?(?:大类|小类)?[一二三四1-4]区|(?:期刊)?分区)|(?:近代|高能|生物)物理所|全国(?:政协|人(?:大|民代表大会)(?:常务委员会|常委会)?)|国务院|国防科工局|国际原子能机构|国家原子能机构|国家(?:儿童|肿瘤|心血管|创伤)医学中心|国家天文台|国家[\u4e00-\u9fff]{2,8}局|国家(?:卫生健康委(?:员会)?|卫健委|卫生计生委(?:员会)?|卫计委|发改委|发展改革委(?!员会))|(?:科学技术|教育|卫生|工业和信息化|财政|国防|科技|公安|民政|农业农村|人力资源和社会保障)部|国家自然科学基金委(?:员会)?|计划与政策局"
)
_WHOLE_NATIONAL = re.compile(
    rf"(?:{_NATION.pattern})(?:国家)?(?:科学院|工程院|医学院)|"
    "中国(?:科学院|工程院|医学科学院|社会科学院|农业科学院|中医科学院|科学技术协会|红十字会)|中国.{2,}(?:学会|协会|研究会|联合会|促进会)(?:.{2,}(?:分会|委员会|专委会|学组))?|中国.{2,8}大学"
)
_SINGLE_LINKS = frozenset("任赴到抵回驻访设聘经借返来去入考读修同跟给往沿离经据即除及将在由向对为从于受让使令请随如按照因被把")
_KIND_ALONE = "(?:中医|中西医|民族|妇幼|儿童|肿瘤|综合|专科|公立|民营|三甲|基层|各|其他)[\u4e00-\u9fff]{0,3}(?:医院|机构)"
"""What 省内 and 市内 stand before where no one house is meant: 省内中医医院."""
_TERM = re.compile(
    r"(?:新一届|上一届|首届|本届|第?[一二三四五六七八九十百\d]+届|访(?!问)|0\d(?=[\u4e00-\u9fff])"
    rf"|[{HAN}]{{0,3}}(?<![全本该在我])[省市区县]内(?!蒙|科|{_KIND_ALONE})(?=[{HAN}]{{4}}))"
)
"""What stands before a name and is no part of it; 01 numbers an item whose mark the page drew apart."""
_NO_NUMBER_OF_ITS = re.compile(rf"(?!2011协同)\d{{4,}}(?=[{HAN}]{{4}})")
"""The end of a telephone number, or a year, that a line's end parts from a name: 0731-5555 0199⏎|甲大学."""
_ORGANS = frozenset("脑心肝肺肾骨眼耳声光血")
"""脑与认知科学国家重点实验室: fields of one character."""
_OF_NATION = re.compile("(?:国家|全国)(?:重点|工程|地方|临床|医学|技术)")
"""Laboratories and centres of the state bear their field before these words: 光学与电子国家重点实验室."""
_UNIT_END = re.compile(rf"^[{HAN}]{{1,8}}(?:学院|科学部|研究所|研究院|实验室|研究中心|工程中心)$")
_HOUSE_END = re.compile("(?:医院|保健院|科|中心)$")
_SOCIETY_OF_NATION = re.compile(rf"中[国华][{HAN}]{{2,10}}?(?:学会|协会|研究会|联合会|促进会)")
"""What is no part of a body named before: 甲学组|中国某协会, where a line's end parted the two."""
_CONTINENT = re.compile("亚洲|欧洲|非洲|大洋洲|[南北]?美洲|[东南]亚|太平洋")
_SCHOOL, _FIELD = re.compile(rf"[{HAN}]{{2,5}}学院"), re.compile(rf"[{HAN}]{{2,6}}(?<![院系所部处科室会局厅])")
"""人工智能与自动化学院: a school of two fields, of which neither half is a name."""
_UNIT = re.compile(rf"[{HAN}]{{2,8}}(?:研究院|研究所|研究中心|工程中心|实验室)")
_FIELD_END = re.compile(
    "(?:应急|安全|[医化理药力]学|科学|工程|技术|信息|材料|数理|计算机|电子|光电|自动化|影像|防护|转化|调控|探测|检测|诊断|治疗|传感|测量|制造|控制|通信|计算|生物|药物|智能|环境|能源|机械|生命|器械|装备|仪器|设备|器件|健康|康复|检验|肿瘤|神经|血管|免疫|遗传|分子|细胞|纳米|光学|声学|成像)$"
)
"""放射医学及交叉学科研究院, 工程与材料科学部: the unit of two fields."""
_BRANCH = re.compile(rf"[{HAN}]{{2,10}}(?:分会|专委会|专业委员会|医师委员会|学组)")
_NO_FIELD = "(?<![会议授员任长家师院科校所部处局等人导宾表方友志士们])(?<!企业)(?<!行业)"
_BRANCH_FIELD = re.compile(rf"(?:全国)?(?:[{HAN}]{{2,8}}{_NO_FIELD}|疝|脑|肝|肺|心|骨)")
"""心律与心电分会, 全国白内障及人工晶体学组, 疝和腹壁外科学组: a branch of two fields, of which neither half is a name."""
_SOCIETY_FIELD = re.compile(
    rf"(?:学会|协会|研究会|促进会|联合会|委员会|专委会|分会)(?:(?:首|第[一二三四五六七八九十\d]+)届)?[{HAN}]{{1,10}}{_NO_FIELD}$"
)
_BRANCH_END = re.compile("(?:分会|专委会|专业委员会|学组)$")
"""某协会疝|和|腹壁外科分会, 某专委会第一届临床应用|与|评价学组: the first field stands behind the society's name."""
_FOUNDED_BY_STATE = ("国立", "私立", "公立")
_BRACKET = re.compile("[（(][^（）()]*[)）]")
_BARE_CENTRE = re.compile(rf"[A-Za-z/\-]+(?:中心|实验室)|[{HAN}]{{2}}中心")
"""PET-CT中心, 风险中心: the centre of a house that the name leaves out."""
_FIRM_GOES_ON = re.compile(
    rf"医疗(?!设备|器械|影像|装备|产品|技术|机|服务|大模型|AI|人工|解决)(?:中国|科技)?"
    rf"|(?!亚太|全球|华[东南西北中]|东北|西[南北]|大中|销售|市场|研发|产品|技术|影像|常务|执行|高级|创始|联合|首席)[{HAN}]{{2}}(?=副?总(?:经理|裁)|董事长|首席)"
)
"""What goes on from a maker's short name to that of the firm: 甲|医疗, 甲|乙丙董事长."""
_FIRM_HEAD = re.compile(
    "董事长|总裁|总经理|创始人|C[EFMOST]O|首席[^，。]{2}官|总监|自研|研[发制]|推出|旗下|宣布|公告|开发的|生产的|制造的|出品的|三类证|注册证|融资|营业?收|净利润|成立|创立|”"
)
FIRM_TRADES = "医疗|影像|智影|科技|智能|生物|医药|医学|股份|光电|器械|智造|机器人"
_FIRM_HEADED = re.compile(
    rf"(?P<brand>(?![该本我其各此某一]|我国|国产|国内|[中全各]国|新一代|第.代|传统|现有|各类|其他|其它|相关|常规|工业|嵌入|边缘|云端|数字|智慧|智能|移动|互联|远程|精准|高端|基层|社区|公司|集团|行业|人工|先进|现代|新型|全球|国际|部分|多家|知名|著名|上市|民营|医学|生物|健康|分子|企业|时任|现任|原任"
    r"|临床|科学|医疗|超声|放射|核医|创新|前沿|高新|电子|信息|量子|未来|国家|手术|腔镜|骨科|介入|单孔|诊断|检测|体外|基因|细胞|合成|脑科|生命|光学|纳米|教育|卫生|大数|云计|计算|多模|三维|立体|心脏|眼科|口腔)"
    rf"[{HAN}]{{2,3}}(?<![院科室部所校系学]))"
    rf"(?:{FIRM_TRADES})(?:科技|智能|集团)?"
    r"(?=的?(?:联合|共同|首席|高级|常务|执行|副)*(?:创始人|董事长|总裁|总经理|C[EFMOST]O|首席(?:执行|技术|科学|运营|医学|财务)官|(?:技术|研发|市场|产品)总监)"
    r"|(?:今日|近日|日前|正式|自主|独立|全资|联合|最新|成功|重磅|历时[^，。；]{1,6})*(?:研发|研制|自研|推出|宣布|旗下|公告)(?!团队|中心|人员|实力|能力|投入|部|与|和|、)"
    r"|(?:自主|独立|最新)*(?:开发|生产|制造|出品)的|的?“[^“”]{3,40}(?:软件|系统|平台)(?:产品)?”|(?:获得?|拿到|取得|拿下|完成)[^，。；]{0,16}(?:三类证|注册证|融资)"
    r"|(?:(?:19|20)\d\d年)?(?:上半年|全年|年度)?(?:共?实现)?(?:总?营收|营业收入|净利润)|(?:自|于)?(?:(?:19|20)\d\d年)?(?:成立|创立)(?=于(?:19|20)\d\d年|以来|至今))"
)
"""A firm by its brand, before its head or what only a firm does: 甲乙医疗|总裁, 甲乙科技|自主研发的."""
_DATED = re.compile(rf"[年月日](?={_ANCHOR.pattern})")
"""The end of a date whose digits a blank parts from it: 11 月|南京某院."""
_CLOSES = re.compile("[^（()）]*[)）]")
_OPENS_NOTE = re.compile("[（(][^（()）]*$")
"""What opens a bracket behind a name that holds another: 甲医院（乙医院）放射科."""
_NOTED = re.compile("[（(](?P<other>[^（()）]+)[)）]")
"""What a name would open with that is another name of what stands before it: 甲医院|（乙医院）质子中心."""
_LETTERS = re.compile(r"(?<![A-Za-z])[A-Z]{2,8} $")
_LONGEST_LETTERS = 10
_OF_FIELD = 3
_LOCAL_HOUSE = re.compile(
    "[省市区县](?:政协|侨联|科协)|[省市](?:肿瘤|儿童|妇女儿童|妇幼|胸科|心血管病|精神卫生|传染病|口腔|眼科|职业病)?(?:中?心?医院|妇?保健?院|妇保院|妇幼院|职防院|防治院)"
)
"""A hospital of a province or town that its own page names without it: 省职防院, 市妇保院."""
_LOCAL_BRANCH = re.compile(rf"[省市区县][{HAN}]{{1,8}}(?:学会|协会|研究会)[{HAN}]{{2,16}}(?:分会|委员会|专委会|学组)")
"""A branch of a society that a page of the province names without it."""
_OWN_TOWN = re.compile(rf"[{HAN}]{{2,4}}[市县](?:第[一二三四五六七八九十]+|人民医|中心医|中医|妇幼|肿瘤医|儿童医)")
"""A house that opens with its town is none of what stands before a conjunction: 甲医院西区和|乙市人民医院."""
_OPEN, _CLOSED = re.compile("[（(][^（）()]*$"), re.compile("^[^（）()]*[）)]")
_MIN_NAME = 3
_MAX_BARE = 14
_SURELY_LONG = re.compile(
    rf"[{HAN}]{{2,8}}大学(?:[{HAN}]{{2,6}}(?:学院|医学部))?附属"
    rf"|(?:全国|[{HAN}]{{2}}[省市](?![级属内外直立委政]))[{HAN}]{{2,14}}(?:协会|学会|研究会)"
)
"""What a long name opens with that is sure to be one: 甲大学乙医学院附属|丙医院核医学科, 全国某某协会|甲乙分会."""
_MAX_NAME = 40
_VERB = re.compile(f"(?:{'|'.join(sorted(VERBS_BEFORE_HOUSES, key=len, reverse=True))})[了过]?")
_VERB_OR_NOUN = re.compile(f"(?:{'|'.join(sorted(VERBS_OR_NOUNS, key=len, reverse=True))})[了过]?")
"""Verbs that are part of names too (某省|检查中心): a name begins behind them only if a place does, or somebody acts."""
_ACTS = VERBS_OF_PEOPLE | VERBS_BEFORE_HOUSES | VERBS_OR_NOUNS
_NAMED_HOUSE = re.compile(
    rf"[{HAN}]{{2,}}(?:大学|学院|医院|保健院|科学院|研究[院所]|公司|集团|[学协]会|分会|研究会|基金会|委员会|卫健委|[厅局]|政府|实验室|中心)"
)
_DOER = re.compile(
    "(?:[他她它我们]|团队|课题组|项目组|小组|专家|教授|主任|院长|院士|博士|医[生师]|患者|病人|学[生者员]|代表|一行|双方|先生|女士|书记|记者"
    "|再|曾|已|并|后|即|均|也|又|还|便|才|正|刚|共同|一起|一同|先后)$"
)
"""Whom, or what adverb, a verb may stand behind."""
_OWN_SITE = re.compile("[新老旧东西南北总全各]?(?:院区|分院|校区)")
_BRANCH_NAMED = re.compile("(?:专业委员会|专委会|分会|学组|协作组|工作组)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A name: where it starts and ends in the text."""

    start: int
    end: int


def organizations(text: str) -> Iterator[Found]:
    """Organisations in the order of the text, the longest sensible name of each; they do not overlap.

    >>> line = "由临江医科大学附属第二医院和中国科学院临江物理研究所共同研制"
    >>> [line[found.start : found.end] for found in organizations(line)]
    ['临江医科大学附属第二医院', '中国科学院临江物理研究所']
    """
    for run in _RUN.finditer(text):
        words = run.group()
        headed = _FIRM_HEAD.search(words) is not None
        if ORGANIZATION_LASTS.isdisjoint(words) and not headed and not _COMPANY.search(words):
            continue
        for start, end in _stretches(words):
            firm = _FIRM_HEADED.match(text, run.start() + start) if headed else None
            if firm is not None and not _COMPANY.match(firm.group()) and not is_place(firm["brand"]):
                yield Found(*firm.span())
            else:
                yield from _organizations_in(text, run.start() + start, run.start() + end)


def _stretches(run: str) -> Iterator[tuple[int, int]]:
    """The run between its stop words."""
    start = 0
    for stop in _LEFT_STOP.finditer(run):
        if stop.start() > start:
            yield from _balanced(run, start, stop.start())
        start = stop.end()
    if start < len(run):
        yield from _balanced(run, start, len(run))


def _balanced(run: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch, parted behind a bracket that closes what was opened before it."""
    closed = _CLOSES.match(run, start, end)
    if closed is None:
        yield start, end
        return
    if closed.end() - 1 > start:
        yield start, closed.end() - 1
    if closed.end() < end:
        yield closed.end(), end


def _organizations_in(text: str, start: int, end: int) -> Iterator[Found]:
    stretch = text[start:end]
    for company in _COMPANY.finditer(stretch):
        inside = is_place(stretch[max(0, company.start() - 1) : company.start() + 1])  # 西安|科学城 is no 安科
        if not inside and not ORGANIZATION_END.search(stretch, company.start()):
            yield Found(start + company.start(), _end_of_firm(text, start + company.end()))
    position = 0
    for last in _chains(stretch):
        name = _trimmed(stretch, position, last)
        position = last
        if name is not None and (noted := _NOTED.match(stretch, *name)) is not None:
            name = noted.span("other") if organization_kind(noted["other"]) is not None else None
        if name is not None:
            opens = _unquoted(text, start + name[0], start + name[1])
            if opens == start + name[0] or not _GENERIC.fullmatch(text, opens, start + name[1]):
                yield Found(_with_letters(text, opens), start + name[1])


def _unquoted(text: str, start: int, end: int) -> int:
    """Where a name starts that would close a quotation which it does not open: “某主题”|甲集团."""
    words = text[start:end]
    return start + words.rfind("”") + 1 if words.count("”") > words.count("“") else start


def _with_letters(text: str, start: int) -> int:
    """Where a name starts whose letters a blank parts: IEEE |UFFC学会."""
    letters = _LETTERS.search(text, max(0, start - _LONGEST_LETTERS), start) if text[start : start + 1].isascii() else None
    return letters.start() if letters is not None else start


def _end_of_firm(text: str, end: int) -> int:
    """Where the name of a firm ends that opens with its short name; a place behind that is one of its regions."""
    more = _FIRM_GOES_ON.match(text, end)
    return more.end() if more is not None and not is_place(more.group()) else end


def _chains(stretch: str) -> list[int]:
    """Where names end: of endings that follow each other without a conjunction, the last."""
    ends: list[int] = []
    for match in ORGANIZATION_END.finditer(stretch):
        end = _with_department(stretch, match.end())
        between = stretch[ends[-1] : match.start()] if ends else ""
        joined = (
            bool(ends)
            and not (_PARTS.match(between) or _OPENS_NOTE.match(between) or _HOLDS_OFFICE.match(between))
            and len(_BRACKET.sub("", between)) <= _MAX_BARE
            and not _SOCIETY_OF_NATION.match(stretch, ends[-1])
        )
        if joined and _verb_opens(between, stretch[ends[-1] : end]):
            joined = False  # 甲医院捐赠乙医院
        if joined and (beside := _NAMED_BESIDE.match(between)) is not None and is_person(beside["name"]):
            joined = False  # 甲医院放射科张三和乙研究所
        if joined and between and match.group() == "大学" and _HOUSE_END.search(stretch, 0, ends[-1]):
            continue  # 甲医院放射科张三乙大学: a university is no part of a hospital
        if joined:
            ends[-1] = end
        elif not ends or end > ends[-1]:
            ends.append(end)
    return ends


def _with_department(stretch: str, end: int) -> int:
    if stretch[:end].endswith(("学部", "委员会")):
        office = _OFFICE.match(stretch, end)
        return office.end() if office else end
    if stretch[:end].endswith(
        ("医院", "学院", "大学", "保健院", "院区", *(f"{n}院" for n in "一二三四五六七八九十"), "附院", "妇幼")
    ):
        department = DEPARTMENT.match(stretch, end)
        return department.end() if department else end
    return end


def _trimmed(stretch: str, start: int, end: int) -> tuple[int, int] | None:
    """The name that ends here, its left end moved to where it begins; None where it is generic or unsure."""
    start = _after_bracket(stretch, _after_conjunctions(stretch, start, end), end)
    start = term.end() if (term := _TERM.match(stretch, start, end)) is not None else start
    start = digits.end() if (digits := _NO_NUMBER_OF_ITS.match(stretch, start, end)) is not None else start
    start += bool(not _ANCHOR.match(stretch, start, end) and _DATED.match(stretch, start, end))
    anchor = _ANCHOR.search(stretch, start, end)
    if anchor is not None and anchor.start() > start and stretch[anchor.start() - 1] in "(（":
        anchor = None  # 某某科技(杭州)有限公司
    anchored, named = anchor is not None and anchor.start() - start <= _MAX_NAME, False
    if (
        anchored
        and anchor is not None
        and not _is_name_part(stretch[start : anchor.start()], in_town=PLACES.get(anchor.group()) in ("city", "district"))
    ):
        field = anchor.start() - start
        plain = _COMMITTEE_OF.sub("", stretch[anchor.start() : end])
        of_state = anchor.group() == "国家" and _GENERIC.fullmatch(plain)
        granted = _PROVINCES_OWN if anchor.group() != "中国" else _BODYS_OWN
        of_province = granted.fullmatch(stretch, anchor.end(), end) and _FIELD_END.search(stretch[start : anchor.start()])
        named = field >= _OF_FIELD and bool(of_state or of_province)
        founded = 2 * stretch[start : anchor.start()].endswith(_FOUNDED_BY_STATE)
        start = start if named else anchor.start() - founded
    start = _behind_verb(stretch, start, end)
    name = stretch[start:end].strip("“”-·")
    if len(name) > _MAX_NAME or name not in stretch:
        return None
    start = stretch.index(name, start)
    if _WHOLE.fullmatch(name):
        return start, start + len(name)
    if (
        len(name) < _MIN_NAME
        or _NOT_ONE.search(name)
        or _BARE_CENTRE.fullmatch(name)
        or (_GENERIC.fullmatch(name) and not (named or _LOCAL_BRANCH.fullmatch(name) or _LOCAL_HOUSE.fullmatch(name)))
        or (not anchored and len(_OTHER.sub("", name)) > _MAX_BARE + 6 and not _SURELY_LONG.match(name))
    ):
        return None
    if organization_kind(name) is None or is_place(name) or _nations_own(name) or _PLACE_FIRM.fullmatch(name):
        return None
    return start, start + len(name)


def _verb_opens(between: str, words: str) -> re.Match[str] | None:
    """A verb that what stands between two endings opens with, before a house of its own; no field of a society's branch."""
    verb = _VERB.match(between) or ((one := _VERB_OR_NOUN.match(between)) and _ANCHOR.match(words, one.end()) and one) or None
    if verb is None or _BRANCH_NAMED.search(words):
        return None
    return verb if _opens_name(words, verb.end(), len(words)) else None


def _opens_name(words: str, start: int, end: int) -> bool:
    """Whether a house of a name of its own begins here."""
    return _NAMED_HOUSE.match(words, start, end) is not None and _GENERIC.fullmatch(words, start, end) is None


def _behind_verb(stretch: str, start: int, end: int) -> int:
    """Where a name begins before which somebody or nobody is told to do something to it: 裘宁|辞去|甲医院; |转往|甲医院."""
    for verb in _VERB.finditer(stretch, start, end):
        left = stretch[start : verb.start()]
        if (not left or _is_somebody(left) or _DOER.search(left)) and _opens_name(stretch, verb.end(), end):
            return verb.end()
    done = _VERB_OR_NOUN.match(stretch, start, end)
    if done is not None and IN_SOME_TOWN.match(stretch, done.end(), end):
        return done.end()
    for behind in (start + 2, start + 3, start + 4):
        verb_end = behind + 2
        act, somebody = stretch[behind:verb_end], _is_somebody(stretch[start:behind])
        if somebody and act in COMMON_VERBS and _OWN_SITE.fullmatch(stretch, verb_end, end):
            return end  # 裘宁川|勘察|新院区
        if act in _ACTS and somebody and _opens_name(stretch, verb_end, end):
            return verb_end
    return start


def _is_somebody(words: str) -> bool:
    return is_person(words) and words not in LIKE_NAMES and not is_place(words) and words[-1] not in "省市区县州"


def _nations_own(name: str) -> bool:
    """Whether nothing stands between a country and the ending: 美国医院 is any hospital there."""
    found = _NATION.match(name)
    nation = found.group() if found else ""
    bare = bool(nation) and bool(_GENERIC.fullmatch(name.removeprefix(nation)))
    return bare and not _WHOLE_NATIONAL.fullmatch(name)


def _is_name_part(left: str, *, in_town: bool = False) -> bool:
    """Whether what stands left of an anchor belongs to the name (首都医科大学附属|北京…), as an organisation does."""
    if len(left) == 1:  # 歌|乐山: a place inside a longer one
        return left not in _SINGLE_LINKS and in_town
    return bool(left) and (organization_kind(re.sub("(?:附属|直属)$", "", left)) is not None or left.endswith(("附属", "大学")))


def _after_bracket(stretch: str, start: int, end: int) -> int:
    """After a bracket that the name would leave open: 张三（甲医院."""
    opened = max(stretch.rfind(mark, start, end) for mark in "（(")
    closed = max(stretch.rfind(mark, start, end) for mark in "）)")
    return opened + 1 if opened > closed else start


def _is_branch_of_two(left: str, link: str, right: str) -> bool:
    named = _BRANCH.fullmatch(right) and _BRANCH_FIELD.fullmatch(left) and not _ANCHOR.match(right)
    return bool(named) and (link in "与及" or (link == "和" and not is_person(left)))


def _is_of_two_fields(left: str, link: str, right: str) -> bool:
    unit = _UNIT.fullmatch(right) or (link == "与" and right.endswith("科学部"))  # 数理和信息科学部 are two
    of_fields = _SCHOOL.fullmatch(right) or (unit and _FIELD_END.search(left) and not _ANCHOR.match(right))
    return bool(of_fields and _FIELD.fullmatch(left))


def _after_conjunctions(stretch: str, start: int, end: int) -> int:
    for conjunction in _CONJUNCTION.finditer(stretch, start, end):
        left, right = stretch[start : conjunction.start()], stretch[conjunction.end() : end]
        if _FIELD.fullmatch(left) and _FIELD_END.search(left) and _OF_NATIONS_BODY.fullmatch(right):
            continue
        if (_OPEN.search(left) and _CLOSED.search(right)) or (_CONTINENT.fullmatch(left) and _CONTINENT.match(right)):
            continue
        if (
            (house := _HOUSE_BEFORE.search(left))
            and (ward := DEPARTMENT.match(stretch, start + house.end()))
            and ward.end() == end
        ):
            continue  # 甲医院呼吸与危重症医学科
        if conjunction.group() == "和" and not _ANCHOR.match(right) and and_in_name(left, right):
            continue  # 某市和|美医疗科技有限公司
        opened = _ANCHOR.search(left) or _TERM.match(left) or (left.startswith("全国") and _BRANCH.fullmatch(right))
        opened = (
            opened
            or _REGION.match(left)
            or (_SOCIETY_FIELD.search(left) and _BRANCH_END.search(right))
            or _OF_PROVINCE.match(left)
        )
        field = (_OF_NATION.search(right, 2) if len(left) > 1 or left in _ORGANS else None) or (
            _UNIT_END.search(right) and ORGANIZATION_END.search(left)
        )
        own = _ANCHOR.match(right) or (opened and _OWN_TOWN.match(right))
        inside = bool(opened or field) and organization_kind(left) is None and not own
        link = conjunction.group()
        if not inside and (_is_of_two_fields(left, link, right) or _is_branch_of_two(left, link, right)):
            return end
        if not inside or is_place(left):
            start = conjunction.end()
    return start
