"""What a figure counts or measures, as a short noun phrase made of the words around it."""

from __future__ import annotations

import re

from ingest.figures.written import PIECES, Written
from ingest.lexicon import PLACES
from kg.text import HAN, heal_name

__all__ = ["LEAD", "counter", "described", "left_clause", "named", "short"]

_CLAUSE = re.compile(r"(?<![有名的、，,：:\s][医技护药工管教研])、|[，。；：！？,;:!?（(）)“”《》\u3000]|\.\s|\s{2,}")
"""What ends a clause; not the mark in a row of single words: 现有医、技、护|人员."""
_LINK = re.compile(
    r"(?:[\s\[\]]|分别|依次|大约|已经高?|高?达到?|均?为|约|是|共计|合计|累计|总计|仅为?|共有?|拥有|有|至|到|了|就|即|可|(?<![性功智动机效产])能|已|均|都|只|[:：=＝]|从|由|在|等|的|(?<![彩B])超|过|且|最高"
    r"|目前|日均|年均|月均|甚至|可达|平均为?|提高|提升|缩短|压缩|降低|减少|增加|下降|上升|升高|简化|占|达|以|增长|紧随其后|介于|除上述|(?<=将)(?:增|升|攀升|扩大|上升|突破)|将|稳步|持续|快速|预计|估计|预期|有望|分别|首次|首|控制|推进|维持|保持|只|如今|现在|停留?|仍|往往|仅需|只需|每秒)+$"
)
LEAD = re.compile(
    r"^(?:(?:且|并(?!发症)|而|但|使(?!用)|令|将|把|当时|那时|如今|现在|已经|已|共同|共计|共(?![同识享振聚济])|现有|拥有|有(?!效|机|限)|累计|目前|其中|现|先后|仍有|仍|均|约|可|能(?![量谱区级力耗])|也|还|又|从而|同时|此外|另|另外|另有|包括|含|为|其|该|本项目|本成果"
    r"|项目(?=[^数经组])|我们|我院|本院|在(?![读职编岗研院校册建用线体位招任聘站培])|对(?![比照称流接])|[一二三四五]是|以|及|和|与(?!会)|了|的|截至|年来|近年来|每[日天月](?!均)|每(?![例个台次人]|\d*\s*[百千万十]*(?:人口|居民|儿童|女性|男性|妇女|老年人|新生儿|患者|住院))|国内(?!市场(?:份额|占有率)|市占率|占有率)|发现|证实|显示|表明|结果|年均|平均每年|每年|至今|具有(?=博|硕|学|高|正|副|中|留|研)))+"
)
_RELATED = (
    r"(?:(?:与|以|用于|面向|针对|关于|涉及|围绕|来自)[^，。；、,;]{2,24}?的"
    r"|(?:真实|完整|不同|全新|高质量|成熟|典型|经典|连续)的|[^，。；、,;的\d]{1,10}(?:先进|完备|完善|齐全|优雅|舒适|宽敞|独立|一流|领先|标准|丰富|资深|优秀|高端|精良|雄厚)的"
    r"|(?![^的]{0,12}(?:支持|资助|获|围绕))[^，。；、,;的]{2,12}(?:领域|方向|方面|相关|类)的)?"
)
_TAIL_NOUN = re.compile(
    rf"\s*{_RELATED}(?P<noun>[{HAN}A-Za-z/]{{1,14}}?)(?=[，。；：,;:！!（()）—\s]|(?=\d+(?:余|多)?[{HAN}])|、(?=\s*[^、，。；]{{0,12}}?\d)|的|在|与|和|及|以|并|(?<!俘)获|斩|摘|喜|被|得到|开始|进行|参加|参与|覆盖|完成|之一|成立了?|入选|荣|从|由|支持|先后|来|提供|为(?=重点|主)|推广|应用(?!软件|获|产品|程序)|使用|装机|共有|共计|拥有|现有|配备|配置|上线|部署|落地|投入|运行|接入|开展|开放|共享|“|$|\.)"
)
_ROUND = re.compile(r"\s*(?:人民币|美元|港元)?的?(?P<round>(?:天使|种子|战略|Pre-?[A-H]|[A-H]\d?)\+*轮?融资)")
"""数亿元|B轮融资."""
_PART_OF = re.compile(r"(?P<what>[^占]*?)(?:约|共|已|均|仅|各)*占(?!比|位|率|有率)(?:到|了|据)?(?P<whole>[^占]{0,20}?)的?$")
"""甲占乙的: what, of which whole."""
_PIECE = re.compile(rf"(?:{PIECES})$")
_AT_TIME = re.compile(r"(?<![较比与同前])(?:在|于|到)?(?:19|20)\d{2}年(?:底|末|时)?(?:将|预计|有望|就)*$")
_SOLD = re.compile(rf"(销往|出口至?|推广至|推广到|进入|覆盖)(?:了)?[{HAN}、]{{0,12}}的?$")
_SHORT_NOUNS = frozenset("县国省市区校院")
_SHARE = re.compile(
    rf"\s*(?P<what>(?:的)?(?:[{HAN}A-Za-z0-9/]{{3,16}}?(?=是由|由(?!于)|来自|属于|归因|源于|伴有|合并|需要?|接受)|[{HAN}A-Za-z0-9/]{{3,16}}))"
)
_VERB_LEFT = re.compile(
    r"(覆盖|辐射|服务|完成|开展|培养|培训|发表|获批|获得|获|授权|申请|举办|召开|承担|主持|制定|牵头制定|主编|参编|出版|支持|资助|建立|建成|建设|设立|设置|布局|惠及|救治"
    r"|接诊|收治|诊治|随访|纳入|入组|投入|安装|应用于|应用|推广至|推广|推广到|装机|销往|出口至?|录用|引用|转化|研制|开发|采集|积累|收集|检查|诊断|筛查|检出|查出|成立|召集|拥有|出席|参会|吸引"
    r"|汇聚|分布于|联合|涉及|遍布|配备|配置|引进|入选|受理|出具|治疗|接收|接到|批准|审批)(?:了|到|至|全国|过|全区|全省|全市|国内|国内外|共|超过|逾|近|约|共计|累计|\s)*$"
)
_VERB_RIGHT = re.compile("(推广应用|推广|开展|应用(?!获|产品|程序)|使用|装机|部署|上线|投入使用|接入)")
_DEED_RIGHT = re.compile("((?:完成|实现|参与|加入|通过|获得|建成|设立|入选)[^，。；、]{2,10})(?=[，。；]|$)")
_BODIES = re.compile("(?:医院|单位|机构|企业|公司|高校|中心|卫生院|科室)$")
_LENGTHS = "厘米|毫米|微米|纳米|米|公里|千米|cm|mm|μm|nm|km"
_SIZES = re.compile(
    rf"{_LENGTHS}|[毫微千]?克|公斤|吨|[mμk]?g|[kMG]?eV|[kMG]?Hz|赫兹|[mkM]?W|[mk]?V|mA|[mk]?J|m?T|℃|特斯拉|m?Gy|mSv|MBq"
)
"""What measures the thing behind 的 rather than counts it."""
_OPENING_YEAR = re.compile(r"\s*(?:截至|至|在)?\s*((?:19|20)\d{2})\s*年(?!\s*[至到~～\-–—]+\s*(?:19|20)\d{2})")
_YEARS = re.compile(
    r"^\s*(?:在|截至)?(?:(?:19|20)\d{2}\s*年?\s*[至到~～\-–—]+\s*)?(?:19|20)\d{2}\s*年(?:期间|间|度|底|末)?(?![^，。；]{0,6}[该本])(?=..)"
)
"""2031年至2035年|设备进口量: the years that a name opens with."""
_AGAINST = re.compile(
    r"(?:相?较|(?<![同环占百噪对价险势])比(?![例重率])|(?<!参)与(?=.*相比$)|(?<!占)同(?=期|类))(?P<other>[^，。；]{2,12}?)(?:相比)?$"
)
_ONLY_AGAINST = re.compile(
    "(?:相?较|比)(?P<other>[^，。；]{2,12}?)(?P<change>[高多低少快慢长短][出了]?|提高|提升|缩短|降低|减少|增加|下降|上升|增长)"
)
"""比同类产品|高出: set against another, of what the figure before measures."""
_CHANGE = re.compile(r"(提高|提升|缩短|压缩|降低|减少|增加|下降|上升|升高|增长)(?:了|约|近|超过|\s)*$")
_CHANGED_OF = re.compile(rf"(?:以上|左右)?的(?P<what>[{HAN}]{{2,10}}?)(?=[，。；,;、]|和|并|$)")
"""降低80%的|辐射剂量: what a share of is saved or won."""
_MEASURES = re.compile(
    r"(?:率|量|数|费|额|度|性|面积|周期|时间|总投资|投资|产值|经费|资金|因子|比例|规模|占比|比|值|年|期|分|收入|预算|资本|单价|价格|容量|机时|人口|患者的?.{0,6}评估)$"
)
_BRINGS_ABOUT = re.compile(
    r"^.*(?:使得?(?![用者命])|令|让|(?:研制|研发|开发|推)出)(?=.)|^.*(?:发展|扩大|扩展|壮大|扩充|增加|增长)[到至为成]了?(?:目前|现在|如今|今天)?的?(?=.)|^[由从].*\d.*(?:发展|壮大|扩充|扩大)$"
)
"""What brings a change about stands before these: 低剂量扫描可使|死亡率…."""
_NOW_HAS = re.compile(
    f"^[{HAN}]{{0,10}}(?<![体发出实呈表涌再重兑])现(?:有(?!效)|设[置有]|设(?![备计施立置])|(?=开放|编制))(?=..)"
)
"""肿瘤科病房现|开放病床: whose it is, and that it is so now."""
_COUNTED_BEFORE = re.compile(
    rf"^.*\d(?:余|多)?(?:万|亿)?(?:家|所|个|名|例|台|项|人|次|种|位)[{HAN}]{{0,4}}?(?=提供|完成|开展|出具|实现|获|共)"
)
"""What was counted right before is no part of the next name: 为26家单位|提供机时."""
_ONE_BEFORE = re.compile(r"^.*\d\s*(?:余|多)?[名人例台套项位个张](?:和|与|以及|及)(?=.)")
"""副主任医师2名和|主管护师: what is counted before in the same clause."""
_RANKED = re.compile(r"(?<=..)(?:稳?居|位[居列]|排名?)[全世亚国省内界球洲]{0,4}第[一二三四五六七八九十\d]+位?$")
"""论文数量|居世界第二(14万篇)."""
_BY_YEARS = re.compile(
    r"(?:^|[，。；：,;])\s*(?P<name>[^，。；：,;]{3,24}?)(?:(?:呈|保持|持续|稳步|快速|逐年|不断|出现|大幅|显著)[^，。；：,;]{1,14})?[，,：:]\s*(?:(?:19|20)\d{2}\s*年(?:底|末)?(?:分别|仅|共|约)?(?:为|达到?|有|是|增至)?[^，。；,;]{1,12}[，,、]\s*)*"
    r"(?:到|至)?(?:19|20)\d{2}\s*年(?:底|末)?(?:分别|仅|共|约|已)*(?:为|达到?|有|是|增至|增加到|约)*\s*$"
)
_BY_BODIES = re.compile(
    rf"(?:^|[，。；：,;])\s*(?P<name>[^，。；：,;]{{3,24}}?)[，,：:]\s*(?:[{HAN}]{{2,10}}?(?:则|为|是|达到?|有|仅|约|近|超过?)*\d[\d.,]*[^，。；,;\d]{{0,6}}[，,、；;]\s*)*"
    rf"[{HAN}]{{2,10}}?(?:则|为|是|达到?|有|仅|只有|约|近|超过?)*$"
)
"""每百万人口磁共振台数，甲国为57台，乙国|40台: what is told of each of several, before them all."""
_NOTED = re.compile(r"(?P<name>[^（）()]*)[（(][^（）()\d]{1,14}[)）]\s*(?:值|分别|均|可|约|高?达到?|为|是|[:：=＝]|\s)*$")
_BARE = re.compile(
    rf"(?P<what>[{HAN}A-Za-z0-9/\-]{{2,24}})[（(][^（）()]{{1,30}}[)）]的?(?P<bare>总?[数例]?量|总数|数量|例数|规模|市场规模|产量|销量|保有量|装机量|手术量|检查量)[^，。；（）()]{{0,8}}$"
)
"""左心耳封堵术（LAAO）|总量: what a noun says nothing without, before a note."""
_PER_HEAD = re.compile(r"每\d*\s*[百千万十]*(?:人口?|居民|儿童|女性|男性|妇女|老年人|新生儿)$")
_COUNTED_LANDS = re.compile(r"^(?:全球|全国|世界|国内)?\d+(?:余|多)?个?(?:国家|省份?|地区|城市)(?:和地区|和城市)?(?=..)")
_PIECES_NOTED = frozenset({"台", "套", "架"})
"""What a note behind a device counts: PET/CT(1台)."""
_SHORT_TIMES = frozenset({"秒", "分钟", "小时", "s", "min", "h", "ms", "毫秒"})
_WITHIN = re.compile("(?:之|以)?内(?P<what>[^，。；]{3,})")
"""CT检查后30分钟|内出具报告: how long something is to take."""
_OF_PATIENTS = frozenset({"例", "名", "人", "人次", "位"})
_AND_PATIENTS = re.compile(f"(?:、|和|与|及|以及)[{HAN}]{{1,8}}?(?:患者|病人|患儿)(?=[，。；、,;]|$)")
"""4000例肿瘤|和良性病患者: the second of those counted together."""
_TAKES_TIME = re.compile("(?:扫描|成像|检查|诊断|处理|重建|勾画|分析|合成|计算|采集|阅片|评估)$")
"""What is done in so many seconds: 一次扫描仅需30秒."""
_WHOLE_WORD = {"重": "重量", "长": "长度", "宽": "宽度", "高": "高度", "厚": "厚度"}
_MODEL = re.compile(f"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9./+\\- ]{{9,40}}[A-Za-z0-9][{HAN}]{{0,10}}$")
"""A maker and the name of its model in letters, however long: Siemens Biograph mCT PET/CT."""
_HERE = frozenset({"我国", "全球", "世界", "国内", "全国"})
_WINDOW, _LONGEST = 60, 20


def named(text: str, one: Written) -> str:
    """What the figure counts or measures: a noun after the unit with the verb before the number, or the words before it."""
    left = left_clause(text, one.begin)
    if not left.strip() and re.search(r"[（(]\s*$", text[: one.begin]):
        left = left_clause(text, len(text[: one.begin].rstrip()) - 1)
        words = heal_name(short(_LINK.sub("", left)))
        return words + counter(one.unit, words) * (one.measure in _PIECES_NOTED)
    if one.measure in ("%", "/") and (part := _PART_OF.search(left)) is not None:
        return heal_name(
            f"{short(LEAD.sub('', part['what']))}占{part['whole']}比例" if part["whole"] else short(part["what"]) + "占比"
        )
    if one.measure == "%" and (changed := _CHANGED_OF.match(text, one.end)) and (change := _CHANGE.search(left)):
        return heal_name(changed["what"] + change[1])
    share = _SHARE.match(text, one.end) if one.measure == "%" else None
    if share and not _LINK.sub("", LEAD.sub("", left)).strip():
        return heal_name(share["what"].lstrip("的是为")) + "比例"
    if "元" in one.measure and (raised := _ROUND.match(text, one.end)) is not None:
        return raised["round"]
    if one.measure == "张床位":
        verb = _VERB_LEFT.search(left)
        return (verb[1] if verb is not None and verb[1] != "拥有" else "") + "床位数"
    tail = _TAIL_NOUN.match(text, one.end) if one.measure not in ("%", "元", "/") else None
    noun = _counted(one, tail["noun"]) if tail else ""
    if one.measure in _SHORT_TIMES and (done := _WITHIN.fullmatch(noun)):
        return heal_name(done["what"]) + "时间"
    if one.measure in _OF_PATIENTS and tail and noun and (also := _AND_PATIENTS.match(text, tail.end("noun"))):
        noun += also.group()
    verb = _VERB_LEFT.search(left) or (_does(text, tail.end(), noun) if tail and noun else None)
    if one.measure in ("个国家", "国家", "国") and len(noun) < 2:
        sold = _SOLD.search(left)
        return (verb[1] if verb else sold[1] if sold else "") + "国家数"
    if len(noun) >= 2 or noun in _SHORT_NOUNS:
        return heal_name((verb[1] if verb and not _PIECE.search(noun) else "") + noun + counter(one.unit, noun))
    words = heal_name(short(_LINK.sub("", _AT_TIME.sub("", _LINK.sub("", left)))))
    words = _WHOLE_WORD.get(words, _COUNTED_LANDS.sub("", words))
    if (noted := _BARE.search(text[max(0, one.begin - _WINDOW) : one.begin])) is not None and words == noted["bare"]:
        words = heal_name(short(noted["what"])) + words
    words += "拥有量" * bool(_PER_HEAD.search(words))
    words = re.sub(r"\s*\d+\s*项$", "经费", words) if one.measure.endswith("元") else words
    words += "时间" * bool(one.measure in _SHORT_TIMES and _TAKES_TIME.search(words))
    if words in PLACES or words in _HERE:
        return _told_ahead(text, one.begin) or words + counter(one.unit, words)
    words = words or _before_note(text, one.begin)
    if not words:
        return _told_ahead(text, one.begin) or heal_name(noun)
    return words + counter(one.unit, words)


def _before_note(text: str, begin: int) -> str:
    """What stands before a note that closes right before the figure: 曲线下面积(AUC)为0.89."""
    noted = _NOTED.search(text[max(0, begin - _WINDOW) : begin])
    return heal_name(short(_LINK.sub("", left_clause(noted["name"], len(noted["name"]))))) if noted is not None else ""


def _told_ahead(text: str, begin: int) -> str:
    """What a clause before names whose values follow, by year or by place: 床位的数量，2011年为…，2019年为…."""
    said = text[max(0, begin - 90) : begin]
    ahead = _BY_YEARS.search(said) or _BY_BODIES.search(said)
    return heal_name(short(ahead["name"])) if ahead is not None and _MEASURES.search(ahead["name"]) else ""


def _counted(one: Written, noun: str) -> str:
    """The noun after a figure where it is what is counted: 20项|专利, 3次的|物理学奖, not 0.3毫米的细微结构."""
    if re.match("[、和与及等]|已|均|都|全部|也", noun) or (noun.startswith("的") and _SIZES.fullmatch(one.measure)):
        return ""
    return re.sub("(?<=..)共$", "", noun.removeprefix("的"))


def _does(text: str, end: int, noun: str) -> re.Match[str] | None:
    """What those counted do, told behind them: 46家医院|推广应用, 80家医院|完成数据上传."""
    return _VERB_RIGHT.match(text, end) or (_DEED_RIGHT.match(text, end) if _BODIES.search(noun) else None)


def described(name: str, clause: str) -> tuple[str, str, int | None]:
    """The name without its year and without what the value is set against, and these two."""
    opening = _OPENING_YEAR.match(clause) if "目前" not in clause else None
    against = None if _is_row(found := _AGAINST.search(name), name) else found
    change = _CHANGE.search(clause)
    if (bare := _ONLY_AGAINST.fullmatch(name)) is not None:
        return bare["change"], heal_name(bare["other"]), int(opening[1]) if opening else None
    if against and against.start():
        name = name[: against.start()]
    name = re.sub(r"^(?:(?:19|20)\d{2}财年的?|预计(?:我国)?)", "", name)
    name = re.sub(r"^(?:\d{4})?年(?=[^均度检门诊手发产])", "", name)
    if change and name and not name.endswith(change[1]):
        name += change[1]
    return name, heal_name(against["other"]) if against and against.start() else "", int(opening[1]) if opening else None


def _is_row(against: re.Match[str] | None, name: str) -> bool:
    """Whether 与 joins two things of one measure: 核医学与放射药学行业|市场规模."""
    if against is None or not against.group().startswith("与") or against.group().endswith("相比"):
        return False
    return _MEASURES.search(against["other"]) is not None and _MEASURES.search(name[: against.start()]) is None


def counter(unit: str, noun: str) -> str:
    """数 after what is counted, unless the noun already measures."""
    if _MEASURES.search(noun) or unit == "个百分点":
        return ""
    bare = re.sub(r"^[万亿千百]+|/.*$", "", unit)
    return {"例": "例数", "次": "次数", "人": "人数", "名": "人数", "人次": "人次", "期": "期数", "场次": "场次"}.get(
        bare, "数" if re.match(r"[家所篇部项个份件台套种张幅条场门册届间座类款处]", bare) else ""
    )


def left_clause(text: str, end: int) -> str:
    """What stands before a place in its own clause."""
    start = 0
    for boundary in _CLAUSE.finditer(text, max(0, end - _WINDOW), end):
        start = boundary.end()
    return text[max(start, end - _WINDOW) : end]


def short(words: str) -> str:
    """The last noun phrase: what follows the last 的, 中 or verb, without leading adverbs."""
    words = _NOW_HAS.sub("", re.sub(r"^[A-Za-z0-9.\-]{1,10}等(?=[高先大精进国各多])", "", _YEARS.sub("", words)))
    words = _ONE_BEFORE.sub("", _RANKED.sub("", words))
    words = LEAD.sub("", _BRINGS_ABOUT.sub("", _COUNTED_BEFORE.sub("", words.strip())))
    words = re.sub(r"(?<=[率量数额度模入值])(?:预计|估计|预测|预期|有望|将|或|跃升|攀升)+$", "", words)
    if len(words) > 14:
        cut = max(
            (
                match.end()
                for match in re.finditer(
                    r"的|中(?=[^心央国标位期药医西年介度危重晚等小型老青高低])|使得?|将|对|由|在|了|其", words
                )
                if len(words) - match.end() >= 2
            ),
            default=0,
        )
        words = LEAD.sub("", words[cut:])
    return re.sub(
        r"^(?:\d+(?:[)）、]|\.(?!\d))|的)+|(?<=[率量数度值例间差])[升降减增推]$",
        "",
        re.sub(
            r"^(?:\d+年度?|年(?!度))?(?:实现(?=[^，。]{0,6}(?:营业?收|收入|销售|净?利润|产值)))?", "", _tail_of(words)
        ).strip(" ”“"),
    )


def _tail_of(words: str) -> str:
    """The last words, no Latin one cut in two."""
    if (model := _MODEL.search(words)) is not None:
        return model.group()
    cut = words[-_LONGEST:]
    inside = len(words) > _LONGEST and words[-_LONGEST - 1].isascii() and words[-_LONGEST - 1].isalnum()
    return re.sub(r"^[A-Za-z0-9./+\-]+\s*", "", cut) if inside else cut
