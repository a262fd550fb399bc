"""Where a text writes a figure: a number with its unit and what bounds it, told from dates, codes, ordinals and citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.numerals import CHINESE_NUMERAL, fraction, number
from kg.text import HAN, heal_name

__all__ = ["PIECES", "UNIT", "Written", "written"]

PIECES = r"任务|方向|层次|课题|专题|板块|模块|产品|委员会|学部|领域|学组|分会|专委会|小组|工程|行动|专项|计划|中心|平台"
"""What a programme or a body is divided into."""
UNIT = (
    r"%|％|‰|(?:[kMGT]?eV|℃|°C|摄氏度|毫安|特斯拉|[kmMμ]?J|[mM]?W|mV|V|[mnpμ]A|t(?![检值])|[fnμm]T(?!/)|MHU|rpm|转/分|r/min|T/m/s|[mck]?m/s|[np]m·rad)(?![A-Za-z0-9/])|个百分点|个月|人次|例次|台次|例|名|位|家|所|篇次|篇|部|项次|项|个国家(?!重[大点]|级|实验|自然|科技|工程|医学|临床|标准|专利|发明|基金|项目|综合)|国家(?!重[大点]|级|实验|自然|社会|社科|科技|工程|医学|临床|标准|专利|发明|基金|项目|综合|卫生|药品)|个|次|期|份|件|台套|台[/／]套|台|套|种|张床位|张|幅|条|株|场次|场|门|册|届|处"
    rf"|批次|批|支|枚|片(?![段区子状层])|款|倍|步|层|间|座|辆|只|学时|课时|类(?=(?:主要|重点|研究)?(?:{PIECES}))"
    r"|万平方米|平方公里|平方米|平米|㎡|亩|公里|千米|厘米|毫米|微米|纳米|米|cm|mm|μm|nm|km|升|毫升|mL|ml|μL|L|kg|mg|g|MBq|mSv|mGy|Gy|kV|keV"
    r"|T(?![\w/])|Hz|kHz|MHz|GHz|兆赫|千赫|赫兹|[兆千]?电子伏特?|兆伏|千伏|[兆千]瓦(?!时)|公斤|千克|克|吨|毫克|微克|TB|GB|PB|dB|fps|瓦|kW(?![a-z])|mT/m|帧"
    r"|亿美元|美元|欧元|英镑|亿?元人民币|亿?人民币|元|分钟|小时|毫秒|微秒|纳秒|皮秒|秒|天|周岁|周(?!期)|年|min(?!\w)|h(?!\w)|ms(?!\w)|ps(?!\w)|ns(?!\w)|ppm|ppb|s(?!\w)|人|床|国(?!家)"
)
"""Units and measure words, as an alternation."""

_BEFORE = (
    r"≥|≤|>|<|＞|＜|⩾|⩽|>=|<=|大于等于|大于|小于|不少于|不低于|不小于|不大于|不超过|不高于|不足|不到|不及|高于|低于|优于|超过|超出|(?<![彩B])超|逾|突破"
    r"|将近|接近|近|大约为|约为|约等于|(?<![节签制公预])约|大约|至少|最多|上(?=[万千百亿])|数(?=[万千百十亿])|多达|高达|达到|达"
)
_AFTER = r"(?:及以上|以上|以下|以内|左右|余|多)"
_FIGURE = re.compile(
    rf"(?P<bound>(?:{_BEFORE}))?\s*"
    r"(?P<number>(?<![A-Za-z0-9_.\-/])"
    rf"(?:\d{{1,3}}(?:,\d{{3}})+"
    rf"|(?:(?<=[{HAN}])|(?<=[{HAN}] )(?<![图表第节章件点项版期] ))"
    rf"\d{{1,3}}(?: \d{{3}})+(?=(?:\.\d+)?\s?(?:[{HAN}]|[nμcm]m(?![A-Za-z])))"
    r"|(?<=(?:CT|MR|DR|RI|ET|SA|US) )\d{1,3}(?: \d{3})+(?=(?:\.\d+)?\s?万?(?:台|套|例|人次|件|次))"
    r"|(?<!\d )\d+)(?:\.\d+)?"
    rf"|(?<![第{HAN}])(?:{CHINESE_NUMERAL})|(?<=[{HAN}])(?:{CHINESE_NUMERAL})|(?<=[上近超逾数])[万亿千百])"
    rf"(?:\s*[%％]?\s*[~～\-–—至]\s*(?P<high>\d+(?:\.\d+)?))?"
    rf"\s*(?P<more>余|多|几)?\s*(?P<scale>万亿|百万|千万|亿|万|千)?\s*(?P<more2>余|多)?"
    rf"\s*(?P<unit>{UNIT})?(?P<per>/(?:年|月|天|日|台|例|次|项|人|秒|min|h|s))?\s*(?P<after>{_AFTER})?"
)
_SHARE = re.compile(
    rf"(?P<bound>(?:{_BEFORE}))?\s*(?P<number>(?<![\d/.\-A-Za-z])\d{{1,2}}/\d{{1,3}}(?![\d/A-Za-z])|百分之[〇零一二三四五六七八九十百]+|[一二三四五六七八九十]+分之[一二三四五六七八九十]+"
    r"|[一二两三四五六七八九]成(?:半)?(?![像为立功果员本长熟都效人分绩就片品型套])|一半|半数)\s*(?P<after>以上|以下|左右|多)?"
)
_SHARE_LEFT = re.compile(
    r"(?:的|占比?|约|[为是达至近]|超|过|不足|不到|不及|低于|高于|降低|减少|提高|增加|缩短|下降|减轻|节省|节约|了|有|[一-龥]比例)\s*$"
)
_BOUNDS = {
    **dict.fromkeys(("≥", ">=", "⩾", "大于等于", "不少于", "不低于", "不小于", "至少", "以上", "及以上"), ">="),
    **dict.fromkeys(("≤", "<=", "⩽", "不超过", "不高于", "不大于", "最多", "以内", "以下"), "<="),
    **dict.fromkeys((">", "＞", "大于", "高于", "超过", "超出", "超", "逾", "突破"), ">"),
    **dict.fromkeys(("<", "＜", "小于", "低于", "不足", "不到", "不及"), "<"),
    **dict.fromkeys(("将近", "接近", "近"), "近"),
    **dict.fromkeys(("大约为", "约为", "约等于", "约", "大约", "左右"), "约"),
    **dict.fromkeys(("余", "多", "几"), "余"),
    "上": "上",
    "数": ">",
}
_BETTER = "优于"
_SMALL_IS_BETTER = re.compile(r"(?:[pnμm微纳皮毫]?[sm秒米]|厘米|cm|分钟|小时|min|h|ppm|ppb|°|mrad|pg|mGy|mSv)(?:/\w+)?$")
"""Units of which less is better: 分辨率优于2毫米."""
_LESS_IS_BETTER = re.compile(r"(?:误差|偏差|噪声|不均匀性|漂移|伪影|误报|漏诊|分辨率)[^，。；]{0,6}$")
_NOT_LEFT = re.compile(
    r"(?:第|(?<!代)表|(?<!版)图|附件|附表|附图|章|(?<![环结关季细])节|编号|代码|编码|No\.?|GB/?T?|〔|\[|国发|“|“[^”]{0,3}|电话|邮编|传真|手机|热线|转|每|±\s?|[A-Za-z]|[A-Za-z]-|[Pp]\s?[<>=＜＞＝]\s?|DOI:?)\s*$"
)
_NOT_RIGHT = re.compile(
    r"(?:年代|世纪|月|日|号|届|维|型|级|类|期临床|号文|等奖|、\d{4}年|[~～\-–—]\d{4}年|号令|\]|〕|\s?±|[A-Za-z]{2,}|[A-Z]|-[A-Za-z\d]|\.\d|/[A-Za-z\d])"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_FROM = r"(?:由|从)(?:\s*0?\.?\d[\d.]*\s*(?:提高|提升|升高?|上升|增加|改善|降低?|下降|减)(?:到|至))?"
_SAID = rf"(?:值|分别|均|各|可|为|达|达到|是|约|高达|提高|至|提升|[<>≥≤=＞＜＝：:)）]|{_FROM}|\s)*$"
_BARE_NAMES = re.compile(
    rf"(?:影响因子|风险比|优势比|总分|评分|指数|系数|AUC|HR|OR|RR|信噪比|增强|得分|面积|κ|IF|[Kk]appa|Dice|DSC|F1|ICC|C-index|SSIM|mAP|IoU|临界值|截断值|阈值|SUV(?:max|mean|peak)?){_SAID}"
)
_RATE_NAMES = re.compile(
    rf"(?:灵敏度|敏感度|敏感性|特异度|特异性|准确率|准确度|准确性|精确率|精确度|召回率|一致率|预测值){_SAID}"
)
"""What is told as a part of one too: 灵敏度为0.92."""
_IN_TURN = re.compile(
    r"(?:度|性|率|值|面积|系数|指数|AUC|Dice|DSC|F1|ICC|IoU)[)）]?\s*(?:分别|依次)[^，。；\d]{0,8}?\s*(?:(?:[01]\.\d+|\d+(?:\.\d+)?\s*[%％])\s*[、,，和与及]\s*)+$"
)
"""AUC、灵敏度和特异度分别为0.91、|0.88: the next of values that are told one by one."""
_MONEY_WORDS = re.compile(r"经费|资金|投资|产值|金额|总额|预算|规模|收入|采购|价|费用|融资|投入|资助|拨款")
_COUNT_WORDS = re.compile(
    r"(?:(?P<unit>人次|例次|台次)|[^重质剂]量|[人次例件]数|总数|数量|用户|会员)(?:首次|首|已|均|累计|共|达到?|为|是|约|近)*$"
)
_SPANS = frozenset({"天", "周", "个月", "年", "小时", "分钟", "h", "min", "秒", "s"})
_CLOCK = frozenset({"小时", "分钟", "秒"})
_PART_BEFORE, _PART_AFTER = re.compile(r"\d\s*(?:小?时|分钟?)$"), re.compile(r"\d+\s*(?:分|秒)")
"""1小时30分钟, 3分30秒: one value in two units."""
_INTERVAL = re.compile(r"\s*(?:CI|置信|可信)")
"""95%CI: how sure a value is."""
_TORN = re.compile(r"[%％]$")
"""12%|15%: the ends of a range whose sign is lost."""
_DEGREES = ("℃", "°C", "摄氏度")
_BELOW_ZERO = re.compile(r"(?:零下|[-−－–—~～至])\s?$")
"""零下40℃, and the second end of a range whose first was no figure."""
_POINT_IN_TIME = re.compile(r"(?:术后|治疗后|注射后|出院后|发病后?|随访|术前|前|内|入院|以及|给药后)\s*$")
_IN_BUILDING = ("楼", "座", "栋")
_ROOM = re.compile("[^，。；、,;]{0,8}?(?:会议室|会议厅|报告厅|多功能厅|学术厅|礼堂|会堂|大厅|教室)")
"""What lies on the floor that is told: where something was held."""
_NOT_A_COUNT = frozenset("年天周人个处国层位步期") | {"个月"}
_STAFF = re.compile(r"(?:人员|医师|医生|护士|护师|职称|技师|学历|博士|硕士|教授|导师|职工|员工|主任)\s*$")
"""What people are counted behind, however few: 副高职称二人."""
_SMALL_TALK = re.compile(r"^(?:[一两]|[零〇].*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A figure's words. ``begin`` is where its bound begins, ``start`` and ``end`` hold the number with its unit.

    ``measure`` is the unit's word alone ("" for none), ``unit`` is the unit with its scale.
    """

    value: float
    unit: str
    measure: str
    bound: str
    begin: int
    start: int
    end: int
    high: float | None = None


_ISSUE = re.compile(r"(?:(?:19|20)\d\d\s*年|卷\s*[，,]?)\s*[（(]?第?\s*$")
"""2031年5期, 第12卷 05期: an issue of a journal."""


def written(text: str) -> Iterator[Written]:
    """The figures that a text writes, in order; they do not overlap."""
    shares = [one for match in _SHARE.finditer(text) if (one := _share(text, match)) is not None]
    plain = [_plain(text, match) for match in _FIGURE.finditer(text) if _is_figure(text, match)]
    kept = [one for one in plain if not any(one.start < share.end and share.start < one.end for share in shares)]
    yield from sorted((*kept, *shares), key=lambda one: one.start)


def _share(text: str, match: re.Match[str]) -> Written | None:
    """三成, 一半, 1/3 and 百分之五 as what they are of something; not 1/2 of a date or a page."""
    left = text[: match.start("number")]
    if not _SHARE_LEFT.search(left[-20:]) or re.search(r"\d\s*$", left):
        return None
    value, unit = fraction(match["number"])
    bound = _BOUNDS.get(match["after"] or "") or _BOUNDS.get(match["bound"] or "", "")
    start, end = match.start("number"), match.end()
    return Written(value=value, unit=unit, measure=unit or "/", bound=bound, begin=match.start(), start=start, end=end)


def _plain(text: str, match: re.Match[str]) -> Written:
    start = match.start("number")
    bound = _better(text, match) if match["bound"] == _BETTER else _bound(match)
    if match["bound"] and re.match(r"[≥≤><＞＜⩾⩽]", match["bound"]):
        start = match.start("bound")
    return Written(
        value=number(match["number"]) or 0.0,
        unit=_unit(text, match),
        measure=(match["unit"] or "").replace("％", "%"),
        bound=bound,
        begin=match.start("bound") if match["bound"] else match.start("number"),
        start=start,
        end=_end(match),
        high=float(match["high"]) if match["high"] else None,
    )


def _is_figure(text: str, match: re.Match[str]) -> bool:
    start, end, digits = match.start("number"), match.end(), match["number"][0].isdigit()
    left, right = text[max(0, start - 8) : start], text[end : end + 6]
    if number(match["number"]) is None or _in_web_address(text, start) or re.search(r"\d[亿万]$", left):
        return False
    if _NOT_LEFT.search(left) and not re.search(r"[A-Za-z]\s$|T$", left) and match["bound"] is None:
        return False
    if match["unit"] is None:
        return digits and not _NOT_RIGHT.match(right) and _needs_no_unit(text, match)
    if match["unit"] in _CLOCK and (_PART_BEFORE.search(left) or _PART_AFTER.match(right)):
        return False
    if match["unit"] == "%" and (_INTERVAL.match(right) or _TORN.search(left) or re.match(r"\d+(?:\.\d+)?[%％]", right)):
        return False
    if match["unit"] in _DEGREES and _BELOW_ZERO.search(left):
        return False
    if _is_date(match, right) or _is_code(text, match) or (match["unit"] in _SPANS and _POINT_IN_TIME.search(left)):
        return False
    if match["unit"] == "期" and _ISSUE.search(left):
        return False
    if match["unit"] == "层" and (left.endswith(_IN_BUILDING) or _ROOM.match(text, end)):
        return False
    if not digits:
        return _counts(text, match)
    return not (match["unit"] in ("个", "次", "项", "期", "部", "处", "届", "位", "条") and right[:1] in ("月", "性")) and not (
        match["unit"] == "期" and match["number"] in "1234"
    )


def _needs_no_unit(text: str, match: re.Match[str]) -> bool:
    """A sum whose 元 is left out, or an index, a score or a ratio."""
    begin = match.start("bound") if match["bound"] else match.start("number")
    if text[match.end() : match.end() + 1].isdigit():  # 1亿3000万元
        return False
    if match["scale"] in ("万", "亿") and _COUNT_WORDS.search(text[max(0, begin - 14) : begin]):
        return True
    if match["scale"] is not None and _MONEY_WORDS.search(text[max(0, begin - 14) : match.end()]):
        return True
    left = text[max(0, begin - 24) : begin]
    if text.startswith(("0.", "1.0"), match.start("number")) and _IN_TURN.search(text[max(0, begin - 60) : begin]):
        return True
    return bool(_BARE_NAMES.search(left)) or (text.startswith("0.", match.start("number")) and bool(_RATE_NAMES.search(left)))


def _is_date(match: re.Match[str], right: str) -> bool:
    if match["unit"] != "年" or match["more"]:
        return False
    return bool(_YEAR.fullmatch(match["number"])) or bool(
        re.match(r"[\d一二]|代|第|间|来(?!共)|底|初|期间|以来|后|前|起|末|度|生存|存活|无进展", right)
    )


def _is_code(text: str, match: re.Match[str]) -> bool:
    """177Lu, 3T, 5G: letters that go on after a unit of letters, or a field strength that is a model's name."""
    unit = match["unit"]
    if unit.isascii() and unit.isalpha() and not match["per"]:
        if (
            text[match.end("unit") : match.end("unit") + 1].isascii()
            and text[match.end("unit") : match.end("unit") + 1].isalnum()
        ):
            return True
        if unit == "T":
            return not re.search(r"场强|磁场|强度", text[max(0, match.start() - 8) : match.start()])
        return not match["number"][0].isdigit()
    return unit == "类" and match["number"] in ("1", "一", "I")


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a number in Chinese characters counts something: 二十余家 does, 一种, 三维 and 十年间 do not."""
    digits, unit, start = match["number"], match["unit"], match.start("number")
    if text[max(0, start - 1) : start] == "唯":  # 唯一一家
        return False
    if digits == "一" and not re.search(r"[共有仅各]$", text[:start]):  # 又一家, 同一家
        return False
    if text[max(0, start - 1) : start] in ("第", "十", "“", "每"):
        return False
    if unit in ("人", "名", "位") and _STAFF.search(text[max(0, start - 8) : start]):
        return True
    if _SMALL_TALK.match(digits) and unit not in ("家", "例"):
        return False
    if digits in ("万", "千", "百", "亿"):
        return text[max(0, start - 1) : start] in ("上", "超", "近", "数", "逾") or match["more"] == "余"
    if unit in _NOT_A_COUNT:
        large = bool(re.search("[百千万]", digits + (match["scale"] or ""))) or bool(match["more"] and "十" in digits)
        pieces = re.match(rf"[{HAN}]{{0,6}}?(?:{PIECES})", text[match.end() :]) and unit == "个"
        return (large and unit not in ("年", "天", "周", "期")) or bool(pieces and number(digits) and (number(digits) or 0) > 2)
    if unit == "次" and len(digits) == 1 and not match["more"]:  # 二次手术 is a kind of surgery
        return bool(re.search(r"[获共后累办开行得]了?$", text[:start]))
    return not re.match(r"率|存活", text[match.end() : match.end() + 2])


def _in_web_address(text: str, start: int) -> bool:
    word = re.search(r"\S*$", text[max(0, start - 200) : start])
    return word is not None and bool(re.search(r"https?:|www\.|//|@", word.group()))


def _unit(text: str, match: re.Match[str]) -> str:
    unit, scale = (match["unit"] or "").replace("％", "%"), match["scale"] or ""
    if scale and not unit:
        counted = _COUNT_WORDS.search(text[max(0, match.start() - 14) : match.start()])
        unit = (counted["unit"] or "") if counted else "元"
    unit = {"个国家": "个", "国家": "个", "国": "个", "张床位": "张"}.get(unit, unit)
    return heal_name(scale + unit + (match["per"] or ""))


def _better(text: str, match: re.Match[str]) -> str:
    """Whether 优于 a value is below it or above: less is better of errors, lengths and times, more of the rest."""
    if not match["unit"]:
        return ""
    less = _SMALL_IS_BETTER.fullmatch(match["unit"] or "") or _LESS_IS_BETTER.search(text[: match.start()])
    return "<" if less else ">"


def _end(match: re.Match[str]) -> int:
    for group in ("after", "per", "unit", "more2", "scale", "more", "high", "number"):
        if match[group]:
            return match.end(group)
    return match.end()


def _bound(match: re.Match[str]) -> str:
    for group in ("after", "bound", "more2", "more"):
        word = _BOUNDS.get(match[group] or "")
        if word:
            return word
    return ""
