"""What the columns of a table hold, told by their headers: synonyms as data, endings as a fallback."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ingest.lexicon import spelled_out
from kg.text import fold

__all__ = [
    "HOUSE_OF_LEAD",
    "Column",
    "column_of",
    "could_head",
    "groups_of",
    "is_known_header",
    "read_header",
    "settled",
    "split_glued",
]

UNITS = ("亿元", "万元", "千元", "万美元", "美元", "元")


def _sections() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    section = ("", "")
    for line in (Path(__file__).parent / "headers.txt").read_text("utf-8").splitlines():
        if line.startswith("% "):
            role, kind = line[2:].split()
            section = (role, kind)
        elif line and not line.startswith("#"):
            found[section] = (*found.get(section, ()), *(one for word in line.split() for one in spelled_out(word)))
    return found


_HEADERS = _sections()
_KINDS = dict(_HEADERS.keys())
_ROLES = {fold(word): role for (role, _), words in _HEADERS.items() for word in words}
_LENGTHS = sorted({len(word) for word in _ROLES if len(word) >= 2}, reverse=True)
_UNIT = re.compile(rf"[(/,:]?(?:单位[:])?(?P<unit>{'|'.join(UNITS)}|人民币万元|(?<=[(/])万(?=[)]?$))(?:/[项个])?[)]?$")
_BARE_UNIT = re.compile(rf"\((?:{'|'.join(UNITS)})\)")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_MARK = re.compile(r"(?:\^?\[?\d\]?|[*#†‡①②③]|(?<=[^a-z])[a-c]\)?)$")
_NOT_A_HEADER = re.compile(r"[。；！？%]|\d{2,}|^[,、:：;]")
_TEN_THOUSAND = re.compile(r"10[,， ]?000\s*(?:CNY|RMB|yuan)", re.I)
_MODIFIERS = re.compile(
    r"(?:群体|项目|课题|子课题|会议|论坛|年会|大会|所属|所在|第一|主要|牵头|拟|获|已|批准|资助|立项|申报|申请|实际|本次|历次|联合|建议|组织|"
    r"中央|财政|省拨|市拨|国拨|省级|市级|省|市|区|下达|安排|支持|核定|专项|学会|分会|研讨|专题|总|各|的|合同|到账|拟安排|本年|首批|本批|预算|补助|"
    r"计划|任务|平台|设施|医院|依托|建设|共建|其中|研究|科研)+"
)
_SUM = re.compile(r"(?:经费|资金|金额|拨款|补助|资助额?)$")
_WHOLE_SUM = re.compile(r"总[经投金预]|总计|合计|合同")
_PAID_SUM = re.compile(r"财政|国拨|省拨|市拨|专项|资助|补助|拨款|直接|批准|立项|下达|支持|奖补|[市省]级")
_LEAD_IN = re.compile(r"^其中[:：，,]?")
_OF_YEAR = re.compile(
    r"(?:其中[:：，,]?)?(?:19|20)\d{2}年度?(?=(?:首[期批次]|本[期批次]|已|拟|财政|专项|中央|省级?|市级?)*"
    r"(?:$|下达|拨[付款]|安排|补助|补贴|资助|经费|金额|支持|预算|资金|拨款))"
)
"""What opens the header of a sum that is of one year."""
_GIVEN_IN_YEAR = re.compile(r"(?:首[期批次]|本[期批次]|已|拟)?(?:下达|拨付|拨款|安排|补助|资助|支持)")
_AND = re.compile(r"[/、,及和与或]")
_OTHERS_ADD = re.compile(r"自筹|配套|其他|其它|匹配|企业|累计|到位|决算")
_NOUN, _NAMED = re.compile("子?课题|任务|专题|项目|方向"), frozenset({"名称", "题目", "标题"})
"""What counts the rows of a project's parts (课题: 1, 课题二), and what the head of their names goes on with."""
HOUSE_OF_LEAD = re.compile(
    "(?:[^人]{0,4}(?:负责|主持|申请|申报|牵头|联系)人|带头人|主任|首席(?:专家|科学家)?)的?(?:所在|工作|依托)?(?:单位|机构|医院|部门|科室)"
)
"""The head of a column that says where those of another work: 项目负责人所在单位."""
_OF_LIST = re.compile(r"(?:[^代]表|清单|名单|目录|一览|汇总)(?:单位.*)?$")
"""What a table is called, rather than a column of it: 项目及经费安排表."""
_LONGEST_HEADER = 14
_LONGEST_BROKEN = 20
_MOST_TOKENS = 40
_KNOWN, _UNKNOWN, _JOINED = 2.0, -1.5, -0.1
_FEWEST, _SHARE = 2, 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: what it holds, which recogniser reads its cells, its header as it is written and the unit it names."""

    role: str
    kind: str
    header: str
    unit: str = ""


def column_of(header: str) -> Column:
    """The column of a header; role ``other`` where the header is not known.

    >>> column_of("经费(万元)").role, column_of("经费(万元)").unit, column_of("群体项目名称").role, column_of("高度").role
    ('money', '万元', 'title', 'other')
    """
    return _read(header)[0]


def is_known_header(header: str) -> bool:
    """Whether the words are a column's header that the lexicon knows."""
    return _read(header)[1]


def could_head(tokens: Sequence[str]) -> bool:
    """Whether words may be a header, or its beginning: no sentence, no number, not too many."""
    return len(tokens) <= _MOST_TOKENS and all(map(_could_stand, tokens))


def read_header(tokens: Sequence[str]) -> tuple[Column, ...]:
    """The columns that a line's words name, where it is a header; broken header words are joined again.

    >>> [column.role for column in read_header(["立项", "年度", "项目名称", "经费", "(万元)"])]
    ['year', 'title', 'money']
    """
    if not could_head(tokens):
        return ()
    best: list[tuple[float, tuple[Column, ...]]] = [(0.0, ())]
    for end in range(1, len(tokens) + 1):
        best.append(
            max((_extended(best[start], tokens[start:end]) for start in range(max(0, end - 3), end)), key=lambda b: b[0])
        )
    score, columns = best[-1]
    known = sum(is_known_header(column.header) for column in columns)
    columns = tuple(_numbered(column) if place else column for place, column in enumerate(columns))
    return settled(columns) if score > 0 and known >= max(_FEWEST, _SHARE * len(columns)) else ()


def _numbered(column: Column) -> Column:
    """A column of numbers (编号) behind others numbers the things, not the rows."""
    return replace(column, role="code", kind="code") if column.role == "index" and column.header == "编号" else column


def settled(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with the roles that they have beside each other.

    >>> [column.role for column in settled((column_of("承担单位"), column_of("负责人"), column_of("负责人所在单位")))]
    ['host', 'lead', 'other']
    """
    return _of_products(_one_host(_one_sum(_counting(columns))))


def _of_products(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table of products: numbers are of their licences, who applied makes them.

    >>> [one.role for one in settled((column_of("产品名称"), column_of("申请人"), column_of("批准号")))]
    ['product', 'maker', 'licence']
    """
    roles = {one.role for one in columns}
    if "product" not in roles or roles & {"title", "user", "host"}:
        return columns
    meant = {"code": "licence", **({} if "maker" in roles else {"lead": "maker"})}
    return tuple(
        replace(one, role=meant[one.role], kind=_KINDS[meant[one.role]])
        if one.role in meant and (one.role == "code" or one.header.startswith("申请"))
        else one
        for one in columns
    )


def _one_host(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, where the house of a person is not the host beside a column of hosts."""
    hosts = {bool(HOUSE_OF_LEAD.fullmatch(one.header)) for one in columns if one.role == "host"}
    if len(hosts) < 2:
        return columns
    return tuple(
        replace(one, role="other") if one.role == "host" and HOUSE_OF_LEAD.fullmatch(one.header) else one for one in columns
    )


def _counting(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, where one that is headed by the mere noun of the names beside it (课题 | 课题名称) counts the rows.

    >>> [column.role for column in _counting((column_of("课题"), column_of("课题名称"), column_of("负责人")))]
    ['index', 'title', 'lead']
    """
    beside = (*columns[1:], None)
    return tuple(
        replace(one, role="index", kind="index")
        if two is not None and _NOUN.fullmatch(one.header) and two.header.removeprefix(one.header) in _NAMED
        else one
        for one, two in zip(columns, beside, strict=True)
    )


def _one_sum(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, where of several sums the one that the payer gives is the money: not the total, nor what others add.

    >>> [column.role for column in _one_sum((column_of("总经费(万元)"), column_of("其中:省财政经费(万元)")))]
    ['other', 'money']
    """
    sums = [column for column in columns if column.role == "money"]
    if len(sums) < 2 or groups_of(columns) > 1:
        return columns
    lasting = [one for one in sums if not _OF_YEAR.match(one.header)] or sums
    paid = [one for one in lasting if _PAID_SUM.search(one.header)]
    kept = (paid or [one for one in lasting if not _WHOLE_SUM.search(one.header)] or lasting)[0]
    return tuple(replace(one, role="other") if one.role == "money" and one is not kept else one for one in columns)


def split_glued(line: str) -> list[str]:
    """The header words of a line that lost its gaps; empty where it is not made of header words alone.

    >>> split_glued("编号会议日期会次会议主题地点执行主席")
    ['编号', '会议日期', '会次', '会议主题', '地点', '执行主席']
    """
    words: list[str] = []
    rest = fold(line)
    while rest:
        word = next((rest[:n] for n in _LENGTHS if rest[:n] in _ROLES and n <= len(rest)), "")
        unit = _BARE_UNIT.match(rest)
        if unit and words:
            words[-1] += unit.group()
        elif word:
            words.append(word)
        else:
            return []
        rest = rest[len(unit.group() if unit and words else word) :]
    return words


def groups_of(columns: Sequence[Column]) -> int:
    """How many times the same columns stand side by side.

    >>> groups_of(read_header(["学会", "分会", "学会", "分会"]))
    2
    """
    roles = [column.role for column in columns]
    for count in range(len(roles) // 2, 1, -1):
        width = len(roles) // count
        if width * count == len(roles) and roles == roles[:width] * count:
            return count
    return 1


@lru_cache(maxsize=1 << 14)
def _could_stand(token: str) -> bool:
    """Whether a header may hold a word."""
    return len(token) <= _LONGEST_BROKEN and not _NOT_A_HEADER.search(_OF_YEAR.sub("", _TEN_THOUSAND.sub("万元", token)))


def _extended(before: tuple[float, tuple[Column, ...]], words: Sequence[str]) -> tuple[float, tuple[Column, ...]]:
    header = "".join(words)
    if len(header) > _LONGEST_BROKEN:
        return -1e9, before[1]
    column, known = _read(header)
    if len(words) > 1 and (not known or header[0] in "（("):  # a unit belongs to the word before it
        return -1e9, before[1]
    gain = _KNOWN if known else _UNKNOWN - (len(header) > _LONGEST_HEADER) * 3
    return before[0] + gain + _JOINED * (len(words) - 1), (*before[1], column)


@lru_cache(maxsize=1 << 14)
def _read(header: str) -> tuple[Column, bool]:
    """The column of a header, and whether the lexicon knows the header."""
    plain = _LEAD_IN.sub("", _MARK.sub("", fold(_TEN_THOUSAND.sub("万元", header))))
    unit = _UNIT.search(plain)
    bare = plain[: unit.start()] if unit and unit.start() else plain
    named = re.sub("^万$", "万元", unit["unit"].removeprefix("人民币")) if unit and unit.start() else ""
    role = (
        _role(bare)
        or _role(_PARENTHESIS.sub("", bare))
        or _role_of_ending(_PARENTHESIS.sub("", bare))
        or _of_money(bare, named)
    )
    return Column(role=role, kind=_KINDS[role], header=header, unit=named), role != "other" or fold(header) in _ROLES


def _role(header: str) -> str | None:
    found = _ROLES.get(header)
    if found or _OF_LIST.search(header):
        return found
    return next((_ROLES[part] for part in _AND.split(header) if len(part) >= 2 and part in _ROLES), None)


def _of_money(header: str, unit: str) -> str:
    """Money where a header that is not known names a unit of it and ends as a sum does; what others add is left out."""
    year = _OF_YEAR.match(header)
    if year and _GIVEN_IN_YEAR.fullmatch(header, year.end()):
        return "money"
    return "money" if unit and _SUM.search(header) and not _OTHERS_ADD.search(header) else "other"


def _role_of_ending(header: str) -> str | None:
    """The role of a known header behind words that only narrow it; "光学学会" is a society, not the header "学会"."""
    ending = next((header[-n:] for n in _LENGTHS if n <= len(header) and header[-n:] in _ROLES), "")
    return _ROLES[ending] if ending and _MODIFIERS.fullmatch(header.removesuffix(ending)) else None
