"""What stands around a table's rows: captions, notes, page furniture, and what they say of the rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.text import HAN, heal_name

__all__ = [
    "AmountBasis",
    "amount_basis",
    "caption_text",
    "is_caption",
    "is_continued",
    "is_furniture",
    "is_group",
    "is_note",
    "is_unit",
    "series_of",
    "unit_of",
]

_CAPTION_NUMBER = re.compile(
    r"^[\s（(【\[]*(?:续\s*)?附?表\s*(?:\d+(?:[-.．—–]\d+)*|[一二三四五六七八九十]+(?![一-鿿])|[A-Z]\d*)\s*[:：.、．）)】\]]*\s*"
)
_APPENDIX = re.compile(
    r"^附表\s*[:：]\s*|^(?:附录|附件|附)\s*(?:[一二三四五六七八九十]+|\d{1,2}(?!\d|\s*年)|[A-Z](?![a-z]))?\s*[:：.、．]?\s*(?!表)"
    r"|^(?:第?[一二三四五六七八九十]+[、.．章节]|\d+(?:\.\d+)*[.、\s]|[（(][一二三四五六七八九十\d]+[)）])\s*"
)
_CONTINUED = re.compile(r"^[\s（(]*续\s*(?:上\s*)?表|[（(]\s*(?:续|接上表|续表)\s*[)）]\s*$")
_NUMBERED = re.compile(r"^[\s（(【\[]*(?:续\s*)?附?表\s*[\dA-Z一二三四五六七八九十]")
_NUMERAL_IN_WORD = re.compile(r"^表\s*[一二三四五六七八九十](?=[一-鿿])")
_GOES_ON = re.compile(r"^[\s（(]*续\s*(?:上\s*)?表")
_TOLD = re.compile(rf"[{HAN}\d]")
_LATIN_CAPTION = re.compile(r"^(?:Supplementary\s+)?(?:Table|Tab\.?)\s*S?\d", re.I)
_NOTE = re.compile(
    r"^(?:[a-z]\s*[)）]|[*＊#†‡①②③]|\d\s*[)）]\s*(?=[^\d]{4})|[（(]?\s*(?:注|备注|说明|资料来源|数据来源|来源)\s*[:：\d])"
)
_PAGE = re.compile(r"^(?:[-—–·]*\s*\d{1,4}\s*[-—–·]*|第\s*\d+\s*页(?:\s*[/共]?\s*\d*\s*页?)?|\d+\s*/\s*\d+)$")
_MARK = re.compile(r"^[a-z*]\s*[)）]$|^\^")
_GROUP_END = re.compile(r"(?:项目|课题|专项|计划|基金|工程|群体|人才|类|学者|中心)(?:\s*[（(][^（）()]*[)）])?\s*[:：]?$")
_GROUP_TERMS = re.compile(r"\s*[（(](?=[^（）()]*(?:\d+\s*[项个]|每项|元))[^（）()]{2,40}[)）](?=\s*[:：]?$)")
"""How many projects a group has and what each is given: 重点项目（2项，每项资助30万元）."""
_GROUP_START = re.compile(r"^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|【)")
_GROUP_ALONE = re.compile(
    r"(?:(?:特等|[一二三四]等|金|银|铜|优秀|优胜|提名)奖|(?:名誉|荣誉|候任|前任|常务|执行|青年|副)*"
    r"(?:主任委员|主委|委员|会长|理事长|理事|秘书长|秘书|组长|组员|监事长|监事|顾问))(?:\s*[（(]?\s*(?:共|各)?\s*[\d一二三四五六七八九十]+\s*[项个名人位]\s*[)）]?)?\s*[:：]?"
)
"""A grade or an office that stands alone above the rows that have it."""
_SENTENCE = re.compile(r"[，。；！？]|\.\s*$|, ")

_UNIT = re.compile(
    r"(?:金额|经费)?\s*单位\s*[:：为]?\s*(?:人民币)?\s*(?P<unit>亿元|万元|千元|元)|[（(]\s*(?P<bare>亿元|万元|千元)\s*[)）]"
)
_UNIT_LINE = re.compile(
    rf"[（(]?(?:[{HAN}]{{0,6}}(?:金额|经费|费用|资金|货币|计量|计价))?\s*单\s*位\s*[:：为]\s*(?:人民币)?\s*(?:[亿万千]|百万)?元\s*(?:人民币)?[)）]?"
)
_BASIS = r"(?P<basis>直接经费|直接费用|间接费用|间接经费|总经费|总费用)"
_BASIS_SINCE = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}})\s*年?度?\s*(?:[（(]\s*不?含[^（）()]*[)）])?\s*"
    rf"(?P<side>及?以后|之后|后|起|及?以前|之前|前)[^，。;；]{{0,8}}?{_BASIS}"
)
_EXCLUSIVE = re.compile(r"[（(]\s*不含")
_BASIS_ALONE = re.compile(rf"(?:经费|金额|均)为\s*{_BASIS}")

_SERIES_END = (
    r"(?:科学会议|学术会议|学术年会|学术大会|研讨会|讨论会|交流会(?!议)|报告会(?!议)|学习班|培训班"
    r"|高峰论坛|会议|论坛|年会|大会|沙龙|讲坛|峰会)"
)
_SERIES = re.compile(rf"(?P<name>[{HAN}A-Za-z0-9“”·（）()\-/ ]*?{_SERIES_END})(?!主席|日期|主题|名称|时间|地点|议题|室)")
_LEAD_IN = re.compile(
    r"^(?:.*的|.*?(?:关于(?:公布|发布|印发|公示|举办|召开)?|近[一二两三四五六七八九十\d]+年来?|参加|出席|依托|根据|按照|通过|此前|随后|[这该那]?并非|[并也]不是|[也又还正]?是|作为|[恰适]逢|侧记|综述|纪要|简报|历次|历届|近年来?|历年|部分|主要|有关|相关|以下|下列|如下|各届|各次|举办的?|召开的?|组织的?|召集的?|主办的?|承办的?|参加的?)"
    r"|.*?\d{4}\s*[-—–~～至]*\s*(?:\d{4})?\s*年?(?:度|来|间)?|第?[A-Z]{0,2}[\d一二三四五六七八九十百]+[次届期]|[，。；:：、\s])+"
)
_RUN_BY = re.compile(r"^.*(?:委员会|学会|协会|大学|研究院|研究所|科学院)(?=[^学协]{2,}(?:论坛|沙龙|讲坛|峰会|科学会议)$)")
_GENERIC = re.compile(
    r"(?:国际|国内|全国|学术|专题|重要|大型|系列|科学|高峰|的|相关|有关|交流|主题|会员|代表|会员代表|换届|该|本|此|这|次|届|历|各|研讨|讨论|年度|线上|线下|闭门|专家|工作|"
    r"生物|医学|影像|成像|领域|学科|规范化|培训|新?技术|临床|应用|基层|骨干|医师|能力|提升|高级|员工|岗前|干部)*"
)
_NATIONAL = re.compile("(?:全国|中国|中华|亚洲|国际)(?!学术|交流|科学)[\u4e00-\u9fff]{4,}(?:学术|高峰)?(?:大会|年会|论坛|会议)")
"""The meeting of a field by its name: 全国医学影像技术|学术大会."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountBasis:
    """What the amounts of the years from ``first`` to ``last``, both included, are (直接经费)."""

    basis: str
    first: int = 0
    last: int = 9999


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table, in Chinese or English.

    >>> [is_caption(line) for line in ("表 3 项目列表", "续表2", "Table 1 Sessions", "表现为", "表面活性剂")]
    [True, True, True, False, False]
    """
    return bool(_NUMBERED.match(text) and not _NUMERAL_IN_WORD.match(text)) or bool(
        _GOES_ON.match(text) or _LATIN_CAPTION.match(text)
    )


def is_continued(text: str) -> bool:
    """Whether a caption continues the table before it.

    >>> is_continued("续表 2"), is_continued("表2 会议列表(续)"), is_continued("表2 会议列表")
    (True, True, False)
    """
    return bool(_CONTINUED.search(text))


def caption_text(text: str) -> str:
    """The words of a caption or a heading, without its number.

    >>> caption_text("表 3 某基金资助项目列表a)"), caption_text("历次会议")
    ('某基金资助项目列表', '历次会议')
    """
    bare = _CAPTION_NUMBER.sub("", _APPENDIX.sub("", heal_name(text)))
    return re.sub(r"(?<=[^\sA-Za-z(（])[a-c*][)）]?$", "", bare).strip()


def is_note(text: str) -> bool:
    """Whether a line is a note under a table."""
    return bool(_NOTE.match(text)) and len(text) > 3


def is_furniture(text: str) -> bool:
    """Whether a line is a page number, a lone footnote mark, or Latin alone, as an English caption's second line."""
    return bool(_PAGE.match(text) or _MARK.match(text) or is_caption(text) or not _TOLD.search(text))


def is_group(text: str, *, caption: str = "") -> bool:
    """Whether a line heads a group of rows: it ends as a programme's name, is numbered as a heading, or stands in the caption.

    >>> is_group("重大项目"), is_group("（二）面上项目"), is_group("与数学研究所")
    (True, True, False)
    """
    bare = _GROUP_TERMS.sub("", heal_name(text))
    if len(bare) > 60 or _SENTENCE.search(bare):
        return False
    named = len(bare) >= 4 and bare in heal_name(caption)
    return bool(
        named or _GROUP_ALONE.fullmatch(bare) or _GROUP_START.match(bare) or (_GROUP_END.search(bare) and len(bare) >= 4)
    )


def unit_of(text: str) -> str:
    """The unit of money that a caption or a note gives for a whole table, empty where it gives none.

    >>> unit_of("表2 立项项目(单位:万元)"), unit_of("注: 金额单位为亿元"), unit_of("项目列表")
    ('万元', '亿元', '')
    """
    match = _UNIT.search(text)
    return (match["unit"] or match["bare"]) if match else ""


def is_unit(text: str) -> bool:
    """Whether a line says nothing but the unit of a table's sums, as one does above the table's head.

    >>> is_unit("资助经费单位：元"), is_unit("（单位:万元）"), is_unit("资助经费（万元）"), is_unit("承担单位")
    (True, True, False, False)
    """
    return bool(_UNIT_LINE.fullmatch(text.strip()))


def amount_basis(text: str) -> AmountBasis | None:
    """What a note says that the amounts of some years, or of all, are.

    >>> amount_basis("a) 2015年(含)以后为直接经费")
    AmountBasis(basis='直接经费', first=2015, last=9999)
    """
    match = _BASIS_SINCE.search(text)
    if match:
        year, excluded = int(match["year"]), bool(_EXCLUSIVE.search(match.group()))
        if match["side"].endswith("前"):
            return AmountBasis(basis=match["basis"], last=year - (excluded or "含" not in match.group()))
        return AmountBasis(basis=match["basis"], first=year + excluded)
    alone = _BASIS_ALONE.search(text)
    return AmountBasis(basis=alone["basis"]) if alone else None


def series_of(text: str) -> str:
    """The series of conferences that a caption, heading or title names; empty where it names none.

    >>> series_of("东山科学会议多次组织影像相关主题研讨"), series_of("2018—2022年西岭影像论坛历次会议一览")
    ('东山科学会议', '西岭影像论坛')
    >>> series_of("学术会议情况")
    ''
    """
    for match in _SERIES.finditer(heal_name(text)):
        name = _LEAD_IN.sub("", match["name"]).strip(" “”（）()")
        name = _RUN_BY.sub("", name)
        stem = re.sub(rf"{_SERIES_END}$", "", name)
        if len(name) >= 4 and (not _GENERIC.fullmatch(stem) or _NATIONAL.fullmatch(name)) and len(name) <= 30:
            return name
    return ""
