"""Figures in running text: a value, its unit, what it counts or measures, and what it is set against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.layout import View
from ingest.numerals import CHINESE_NUMERAL, number, to_wan
from kg.model import Span
from kg.text import HAN, heal_name

__all__ = ["Figure", "figures", "to_wan"]

_UNITS = (
    r"%|％|‰|个百分点|人次|例次|例|名|位|家|所|篇次|篇|部|项|个国家|个国际|国家|个|次|期|份|件|台|套|种|张床位|张|幅|条|株|场|门|册|届|处|批|支|枚|款|岁|倍|步|层"
    r"|万平方米|平方米|平米|亩|公里|千米|厘米|毫米|微米|纳米|米|cm|mm|μm|nm|km|mL|ml|μL|L|kg|mg|g|MBq|mSv|mGy|Gy|kV|keV"
    r"|T(?![\w/])|Hz|kHz|MHz|GHz|公斤|千克|克|吨|毫克|微克|TB|GB|PB|dB|fps"
    r"|亿美元|美元|欧元|英镑|亿?元人民币|亿?人民币|元|分钟|小时|毫秒|秒|天|周|个月|年|min(?!\w)|h(?!\w)|ms(?!\w)|s(?!\w)|人|床|国"
)
_BEFORE = (
    r"≥|≤|>|<|＞|＜|⩾|⩽|>=|<=|大于等于|大于|小于|不少于|不低于|不超过|不高于|不足|高于|低于|超过|超出|超|逾|突破"
    r"|将近|接近|近|约为|约|大约|至少|最多|上|多达|高达|达到|达"
)
_AFTER = r"(?:以上|及以上|以下|以内|左右|余|多)"
_FIGURE = re.compile(
    rf"(?P<bound>(?:{_BEFORE}))?\s*"
    rf"(?P<number>(?<![A-Za-z0-9_.\-/])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?"
    rf"|(?<![第{HAN}])(?:{CHINESE_NUMERAL})|(?<=[{HAN}])(?:{CHINESE_NUMERAL})|(?<=[上近超数])[万亿千百])"
    rf"(?:\s*[~～\-–—至]\s*(?P<high>\d+(?:\.\d+)?))?"
    rf"\s*(?P<more>余|多|几)?\s*(?P<scale>万亿|百万|千万|亿|万|千)?\s*(?P<more2>余|多)?"
    rf"\s*(?P<unit>{_UNITS})?(?P<per>/(?:年|月|天|日|台|例|次|min|h|s))?\s*(?P<after>{_AFTER})?"
)
_BOUNDS = {
    **dict.fromkeys(("≥", ">=", "⩾", "大于等于", "不少于", "不低于", "至少", "以上", "及以上"), ">="),
    **dict.fromkeys(("≤", "<=", "⩽", "不超过", "不高于", "最多", "以内", "以下"), "<="),
    **dict.fromkeys((">", "＞", "大于", "高于", "超过", "超出", "超", "逾", "突破"), ">"),
    **dict.fromkeys(("<", "＜", "小于", "低于", "不足"), "<"),
    **dict.fromkeys(("将近", "接近", "近"), "近"),
    **dict.fromkeys(("约为", "约", "大约", "左右"), "约"),
    **dict.fromkeys(("余", "多", "几"), "余"),
    "上": "上",
}
_NOT_FIGURE_LEFT = re.compile(
    r"(?:第|表|图|附件|附表|附图|章|节|编号|代码|编码|No\.?|GB/?T?|〔|\[|国发|“|“[^”]{0,3}|电话|邮编|[A-Za-z]|[A-Za-z]-|[Pp]\s?[<>=＜＞＝]\s?|DOI:?)\s*$"
)
_NOT_FIGURE_RIGHT = re.compile(
    r"(?:年代|世纪|月|日|号|届|维|型|级|类(?!任务)|期临床|号文|等奖|、\d{4}年|[~～\-–—]\d{4}年|号令|\]|〕|[A-Za-z]{2,}|[A-Z]|-[A-Za-z\d]|\.\d|/[A-Za-z\d])"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BARE_NAMES = re.compile(
    r"(?:影响因子|风险比|优势比|总分|评分|指数|系数|AUC|HR|OR|RR|信噪比|增强|得分|面积|κ|IF)(?:值|为|达|达到|是|约|高达|提高|至|提升|(?:[<>≥≤=＞＜＝：:])|\s)*$"
)
_CLAUSE = re.compile(r"[，。；：！？、,;:!?（(）)“”《》]|\.\s|\s{2,}")
_TO = re.compile(
    r"(?:提高|提升|缩短|降低|减少|增加|下降|上升|简化|优化|升高|升|降|缩|增|减|改善|压缩|延长|扩大)(?:了|至|到|为|成)*$"
)
_LINK = re.compile(
    r"(?:[\s\[\]]|分别|高?达到?|均?为|约|是|共计|合计|累计|总计|仅为?|共有?|有|至|到|了|就|即|可|能|已|均|都|只|[:：=＝]|从|由|在|等|的|超|过|且|最高"
    r"|平均为?|提高|提升|缩短|降低|减少|增加|下降|上升|升高|简化)+$"
)
_LEAD = re.compile(
    r"^(?:(?:且|并|而|但|使|令|将|已|已经|共同|共计|共|现有|拥有|有(?!效|机|限)|累计|目前|其中|现|先后|仍有|仍|均|约|可|能|也|还|又|从而|同时|此外|另|另外|另有|包括|含|为|其|该|本项目|本成果"
    r"|项目|我们|我院|本院|在|对|以|及|和|与|了|的|截至|年来|每|国内|发现|证实|显示|表明|结果))+"
)
_TAIL_NOUN = re.compile(
    rf"\s*(?P<noun>[{HAN}A-Za-z/]{{1,14}}?)(?=[，。；：、,;:！!（()）\s]|的|在|与|和|及|以|并|获|被|得到|进行|参加|参与|覆盖|完成|$|\.)"
)
_SHORT_NOUNS = frozenset("县国省市区校院")
_SHARE = re.compile(rf"\s*(?P<what>(?:的)?[{HAN}A-Za-z0-9/]{{3,16}})")
_VERB_LEFT = re.compile(
    r"(覆盖|辐射|服务|完成|开展|培养|培训|发表|获批|获得|获|授权|申请|举办|召开|承担|主持|制定|牵头制定|主编|参编|出版|支持|资助|建立|建成|建设|设立|设置|布局|惠及|救治"
    r"|接诊|收治|随访|纳入|入组|投入|安装|应用于|应用|推广至|推广|推广到|装机|销往|出口|录用|引用|转化|研制|开发|采集|积累|收集|检查|诊断|筛查|成立|召集|拥有|出席|参会|吸引"
    r"|汇聚|分布于|联合|涉及|遍布)(?:了|到|至|全国|过|全区|全省|全市|国内|国内外|共|超过|逾|近|约|共计|累计|\s)*$"
)
_RESPECTIVE = re.compile(
    rf"(?P<names>[{HAN}A-Za-z0-9\-()（）/·]+(?:[、,和与及][{HAN}A-Za-z0-9\-()（）/· ]+)+?)\s*(?:分别|依次)(?:高?达到?|均?为"
    rf"|约|是|有|提高到?|提升至?|降低至?|至|下降|增加|:|：)*\s*$"
)
_COMPARE_AFTER = re.compile(
    r"^[)）]?[，,]?\s*(?:显著|明显|均|远|大幅|大大|也)*(?:优于|高于|低于|多于|少于|好于|领先于?|短于|较|比|相比|相较于?|vs\.?"
    r"|对比)(?P<other>[^，。；,;]{2,20}?)(?=[（(]?\s*[\d一二三四五六七八九十]|提高|降低|增加|减少|下降|显著|[，。；,;])"
)
_OPENING_YEAR = re.compile(r"\s*(?:截至|至|在)?\s*((?:19|20)\d{2})\s*年")
_AGAINST = re.compile(r"(?:较|比(?!例)|与|同(?=期|类))(?P<other>[^，。；]{2,12}?)(?:相比)?$")
_CHANGE = re.compile(r"(提高|提升|缩短|降低|减少|增加|下降|上升|升高)(?:了|约|近|超过|\s)*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure. ``start`` and ``end`` bound the value with its unit in the view; ``span`` is the same in the document.

    A scale written with digits stays in the unit (14, 万篇; 4.5, 亿元), a number in Chinese characters is worked out.
    ``bound`` is one of >=, >, <=, <, 约, 近, 余, 上 or nothing; a range has its low end in ``value`` and ``high`` besides.
    ``name`` is a short noun phrase, "" where the text offers none. ``comparator`` is what the value is set against, in
    the text's words; ``year`` is set where the figure's own clause opens with one.
    """

    name: str
    value: float
    unit: str
    value_text: str
    start: int
    end: int
    span: Span
    bound: str = ""
    high: float | None = None
    comparator: str = ""
    comparator_value: float | None = None
    year: int | None = None


def figures(view: View) -> Iterator[Figure]:
    """The figures of a view, in the order of the text.

    Dates, citations, numbers of sections, tables and attachments, codes and ordinals are not figures.
    """
    text = view.text
    found = [figure for match in _FIGURE.finditer(text) if (figure := _figure(view, match)) is not None]
    for group in _clauses(text, found):
        yield from _compared(text, _respective(text, group))


def _figure(view: View, match: re.Match[str]) -> Figure | None:
    text = view.text
    if not _is_figure(text, match):
        return None
    written = match["number"]
    value = number(written)
    if value is None:
        return None
    unit = _unit(match, text)
    start, end = match.start("number"), _end(match)
    bound = _bound(match)
    name, comparator, year = _described(_name(text, match, unit), _left_clause(text, match.start()))
    if match["bound"] and _BOUNDS.get(match["bound"]) and re.match(r"[≥≤><＞＜⩾⩽]", match["bound"]):
        start = match.start("bound")
    return Figure(
        name=name,
        value=value,
        unit=unit,
        value_text=heal_name(text[start:end]),
        start=start,
        end=end,
        span=view.span(start, end),
        bound=bound,
        high=float(match["high"]) if match["high"] else None,
        comparator=comparator,
        year=year,
    )


def _described(name: str, clause: str) -> tuple[str, str, int | None]:
    """The name without its year and without what the value is set against, and these two."""
    opening = _OPENING_YEAR.match(clause)
    against = _AGAINST.search(name)
    change = _CHANGE.search(clause)
    if against and against.start():
        name = name[: against.start()]
    name = re.sub(r"^(?:\d{4})?年(?=[^均度])", "", name)
    if change and name and not name.endswith(change[1]):
        name += change[1]
    return name, heal_name(against["other"]) if against and against.start() else "", int(opening[1]) if opening else None


def _is_figure(text: str, match: re.Match[str]) -> bool:
    start, end, written = match.start("number"), match.end(), match["number"]
    left, right = text[max(0, start - 8) : start], text[end : end + 6]
    chinese = not written[0].isdigit()
    if _NOT_FIGURE_LEFT.search(left) and not re.search(r"[A-Za-z]\s$|T$", left) and match["bound"] is None:
        return False
    if _in_web_address(text, start):
        return False
    if match["unit"] is None:
        scaled = match["scale"] is not None and not chinese and not _NOT_FIGURE_RIGHT.match(right)
        named = (
            bool(_BARE_NAMES.search(text[max(0, start - 12) : start])) and not _NOT_FIGURE_RIGHT.match(right) and not chinese
        )
        return (
            scaled
            and bool(re.search(r"经费|资金|投资|产值|金额|总额|预算|规模|收入|采购|价|万|亿", text[max(0, start - 14) : end]))
        ) or named
    if (
        match["unit"] == "年"
        and (_YEAR.fullmatch(written) or re.match(r"[\d一二]|代|第|间|来(?!共)|底|初|期间|以来|后|前|起|末|度", right))
        and not match["more"]
    ):
        return False
    if match["unit"] in ("T", "g", "L", "h", "s") and not written[0].isdigit():
        return False
    if chinese:
        return _chinese_counts(written, match, text)
    return not (
        (match["unit"] in ("个", "次", "项", "期", "部", "处", "届", "位", "条") and right[:1] in ("月", "性"))
        or (match["unit"] == "期" and written in "1234")
    )


def _chinese_counts(written: str, match: re.Match[str], text: str) -> bool:
    """Whether a number in Chinese characters counts something: 二十余家 does, 一种, 三维 and 十年间 do not."""
    start = match.start("number")
    if text[max(0, start - 1) : start] in ("第", "十", "“") or match["unit"] in (
        "年",
        "天",
        "周",
        "个月",
        "人",
        "个",
        "处",
        "T",
        "国",
        "层",
        "位",
        "步",
        "期",
    ):
        return False
    if written[0] in "零〇" or (written in ("一", "两") and match["unit"] not in ("家", "例")):
        return False
    if written in ("万", "千", "百", "亿"):
        return text[max(0, start - 1) : start] in ("上", "超", "近", "数")
    return not re.match(r"率|存活", text[match.end() : match.end() + 2])


def _in_web_address(text: str, start: int) -> bool:
    word = re.search(r"\S*$", text[:start])
    return word is not None and bool(re.search(r"https?:|www\.|//|@", word.group()))


def _unit(match: re.Match[str], text: str) -> str:
    unit = (match["unit"] or "").replace("％", "%")
    scale = match["scale"] or ""
    if scale and not unit:
        unit = "元"
    if unit in ("个国家", "国家", "国"):
        unit = "个"
    return heal_name(scale + unit + (match["per"] or ""))


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


def _name(text: str, match: re.Match[str], unit: str) -> str:
    """What the figure counts or measures: a noun after the unit with the verb before the number, or the words before it."""
    begin = match.start("bound") if match["bound"] else match.start("number")
    left = _left_clause(text, begin)
    if not left.strip() and re.search(r"[（(]\s*$", text[:begin]):
        left = _left_clause(text, len(text[:begin].rstrip()) - 1)
        return heal_name(_short(_LINK.sub("", left)))
    share = _SHARE.match(text, match.end()) if match["unit"] in ("%", "％") else None
    if share and not _LINK.sub("", _LEAD.sub("", left)).strip():
        return heal_name(share["what"].lstrip("的")) + "比例"
    tail = _TAIL_NOUN.match(text, match.end()) if match["unit"] not in ("%", "％", "元") else None
    noun = tail["noun"] if tail and not re.match(r"[、和与及等]", tail["noun"]) else ""
    verb = _VERB_LEFT.search(left)
    if len(noun) >= 2 or noun in _SHORT_NOUNS:
        return heal_name((verb[1] if verb else "") + noun + _counter(unit, noun))
    words = heal_name(_short(_LINK.sub("", left)))
    if not words:
        return heal_name(noun)
    return words + _counter(unit, words)


def _counter(unit: str, noun: str) -> str:
    """数 after what is counted, unless the noun already measures."""
    if re.search(
        r"(?:率|量|数|费|额|度|性|面积|周期|时间|总投资|投资|产值|经费|资金|因子|比例|规模|占比|比|值|年|期|分|收入|预算|患者的?.{0,6}评估)$",
        noun,
    ):
        return ""
    bare = re.sub(r"^[万亿千百]+", "", unit)
    return {"例": "例数", "次": "次数", "人": "人数", "名": "人数", "人次": "人次", "期": "期数"}.get(
        bare, "数" if re.match(r"[家所篇部项个份件台套种张幅条场门册届]", bare) else ""
    )


def _left_clause(text: str, end: int) -> str:
    start = 0
    for boundary in _CLAUSE.finditer(text, max(0, end - 60), end):
        start = boundary.end()
    return text[max(start, end - 60) : end]


def _short(words: str) -> str:
    """The last noun phrase: what follows the last 的, 中 or verb, without leading adverbs."""
    words = _LEAD.sub("", words.strip())
    if len(words) > 14:
        cut = max(
            (
                match.end()
                for match in re.finditer(r"的|中(?=[^心央国])|使得?|将|对|由|在|了|其", words)
                if len(words) - match.end() >= 2
            ),
            default=0,
        )
        words = _LEAD.sub("", words[cut:])
    return words[-20:].strip(" ”“")


def _clauses(text: str, found: list[Figure]) -> Iterator[list[Figure]]:
    """Figures that follow each other with nothing but 、, 和, 及 and the like between them, as one group."""
    group: list[Figure] = []
    for figure in found:
        if group and not re.fullmatch(r"\s*(?:[、,，和与及/;；]|以及)?\s*", text[group[-1].end : figure.start]):
            yield group
            group = []
        group.append(figure)
    if group:
        yield group


def _respective(text: str, group: list[Figure]) -> list[Figure]:
    """甲和乙分别为 x 和 y: each value with its own name."""
    left = text[max(0, group[0].start - 80) : group[0].start]
    listed = _RESPECTIVE.search(re.split(r"[，。；;]", left)[-1]) if len(group) > 1 else None
    if listed is None:
        return group
    names = _items(listed["names"])
    return (
        [replace(figure, name=name) for figure, name in zip(group, names, strict=True)] if len(names) == len(group) else group
    )


def _items(listed: str) -> list[str]:
    """The names of a list, each whole: what only the first or the last spells out is shared.

    >>> _items("左室应变的敏感性和特异性"), _items("一年、五年存活率")
    (['左室应变的敏感性', '左室应变的特异性'], ['一年存活率', '五年存活率'])
    """
    items = [
        _LEAD.sub("", heal_name(item))
        for item in re.split(r"[、,]|(?<=[性率度量数值年月])[和与及]|[和与及]", listed)
        if item.strip()
    ]
    if len(items) < 2:
        return items
    first, last = items[0], items[-1]
    if len(last) > len(first) and last[: len(first)][-1:] == first[-1:]:
        return [item if item is last else item + last[len(first) :] for item in items]
    prefix = first[: -len(last)] if len(first) > len(last) and first[-1] == last[-1] else ""
    return [first, *(item if item.startswith(prefix) else prefix + item for item in items[1:])]


def _compared(text: str, group: list[Figure]) -> Iterator[Figure]:
    """The group with what each value is set against; a value that is itself what another is set against is left out."""
    for figure in group:
        if _is_comparator(text, figure):
            continue
        before = _before_it(text, figure)
        after = _COMPARE_AFTER.match(text, figure.end)
        if before is not None:
            yield before
        elif after is not None:
            against = re.match(r"[（(]?\s*(\d+(?:\.\d+)?)", text[after.end() :])
            value = float(against[1]) if against and not _TO.search(text[after.start() : after.end()]) else None
            yield replace(figure, comparator=heal_name(after["other"].strip("的 （(")), comparator_value=value)
        else:
            yield figure


def _is_comparator(text: str, figure: Figure) -> bool:
    """Whether the value is what another one is set against: 由25分钟缩短至…, 优于国际报道(59.8%)."""
    left = text[max(0, figure.start - 24) : figure.start]
    clause = re.split(r"[，。；;]", left)[-1]
    right = text[figure.end : figure.end + 14]
    if re.search(r"(?:由|从)[^，。；至到]{0,16}$", clause) and re.match(r"[^，。；]{0,8}(?:至|到|为|成)", right):
        return True
    return bool(
        re.search(r"(?:优于|高于|低于|多于|少于|较|比|对比)[^，。；\d]{2,14}[（(]?(?:[\d.%～~及和、\s]*)$", clause)
    ) and not re.search(r"提高|降低|增加|减少|下降|提升|缩短", clause)


def _before_it(text: str, figure: Figure) -> Figure | None:
    """由 x 缩短至 y: y, set against x, named by what stands before 由."""
    left = text[max(0, figure.start - 48) : figure.start]
    clause = re.split(r"[，。；;]", left)[-1]
    match = re.search(
        rf"^(?P<name>.*?)(?:由|从)(?P<other>[^由从]*?(?P<value>\d+(?:\.\d+)?)\s*(?:{_UNITS})?[^\d]{{0,10}}?)(?:提高"
        rf"|提升|缩短|降低|减少|增加|下降|上升|简化|优化|升|降|缩|增|减)(?:了|至|到|为|成)*\s*$",
        clause,
    )
    if match is None:
        return None
    name = heal_name(_short(match["name"])) or figure.name
    return replace(figure, name=name, comparator=heal_name(match["other"].strip()), comparator_value=float(match["value"]))
