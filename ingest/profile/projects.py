"""Projects of a page: programme, title, number, years, money and the person's part, in whatever order a line has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.layout import View, chinese_marks
from ingest.lexicon import could_be_person
from ingest.numerals import to_wan
from ingest.portraits.lines import list_items
from ingest.portraits.page import Part
from ingest.profile.sitter import Sitter
from ingest.table.itemised import APPLIED
from ingest.table.programmes import Programme, Programmes, programme_of
from kg.model import Assertion, EntityRef, Value
from kg.text import HAN, heal_name

__all__ = ["read"]

OWN_PROJECT = "profile.project"
"""某基金面上项目，82100000，某研究，2020.01—2023.12，50万元，主持: in the part of a page that lists projects."""

_LEADS_PART = re.compile(r"主持(?!人：|人:)|项目负责人|课题负责人|负责人|首席|\bPI\b|牵头")
_LEADS_LABEL = re.compile("主持|负责")
_SHARES = re.compile(r"参与|参加|骨干|主研|成员|第[二三四五六七八九2-9]|排名第?[二三四五六七八九2-9]|合作|子课题参|分课题参")
_LED_BY = re.compile(rf"[（(]\s*(?:项目|课题)?(?:负责人|主持人)\s*[：:为]\s*(?P<name>[{HAN}][{HAN}· ]{{1,5}})\s*[)）]")
"""参与（负责人：裘宁）: the one who leads what the person takes part in."""
_IS_ITEM = re.compile(
    r"(?:基金|计划|专项|项目|课题).*(?:主持|负责|参与|参加|万元|(?:19|20)\d\d)|(?:主持|负责|参与|参加|万元|(?:19|20)\d\d).*(?:基金|计划|专项|项目|课题)"
)
_SHORTEST_ITEM = 20
"""某计划，某研究，2031，20万元，主持；某基金，…: what each item tells, and the fewest characters of one."""
_STATUS = re.compile(
    r"(?:已?结题|在研|已?完成|已?验收|进行中|结题验收|延续|新获批|国家级|省部级|省级|市级|横向|纵向|校级)(?:优秀)?"
)
_PART_WORDS = re.compile(
    r"(?:主持(?:人)?|(?:项目|课题|子课题|任务|分课题)?(?:总)?负责人|参与(?:人)?|参加(?:人)?|(?:研究|技术|科研)?骨干|主要(?:完成人|参与人|成员|参加者)|第[一二三四五六七八九\d]+(?:参与人|完成人|负责人)?|排名第?[一二三四五六七八九\d]+(?:/\d+)?|PI|首席科学家|主研|[\d]+/[\d]+)"
)
_MONEY = re.compile(
    r"(?:(?:资助|批准)?(?:经费|金额|总?经费|直接经费|资助额?))?[:：]?\s*(?P<sum>\d[\d.,]*)\s*(?P<unit>万元|万|元)(?:人民币)?"
)
_DATE = r"(?:19|20)\d\d\s*(?:[年./\-]\s*\d{1,2}\s*月?)?(?:[./\-]\d{1,2}日?)?年?"
_TERM = re.compile(
    rf"(?:起止时间|执行期|研究期限|时间|年限)?[:：]?\s*(?P<from>{_DATE})\s*(?:(?:[-–—~～－]+|至|到)\s*(?P<to>{_DATE}|今|至今))?(?:年度?|立项|获批)?"
)
_NUMBER = re.compile(
    r"(?:项目|课题|批准|合同|立项|基金)?(?:批准|编)?(?:编?号|No\.?)?[:：.]?\s*(?P<number>(?=[^，]*\d{3})[A-Za-z]{0,10}\d?[A-Za-z0-9\-_.]{4,26})"
)
_BRACKET = re.compile(r"[（(\[［](?P<inner>[^（）()\[\]［］]{2,80})[)）\]］]")
_NUMBERING = re.compile(
    r"^\s*(?:[（(\[［]?\s*\d{1,3}\s*[)）\]］.、．:：]|[①-⑳•●◆·■▪]|[-–—](?=[\u4e00-\u9fff“《])|\d{1,2}(?=[\u4e00-\u9fff]))\s*(?!\d)"
)
_PARTED = re.compile(r"[，,；;。:：\t]|\s{1,}(?=\S)|\.\s+|、(?=主持|参与)")
_QUOTED = re.compile(r"[“《\"](?P<title>[^“”《》\"]{6,80})[”》\"](?!(?:国家)?(?:重点|重大|科技)|专项|计划|联合|人才)")
_FUNDS = re.compile(
    r"(?:基金|计划|专项|工程|项目|课题|行动|群体|基金会|人才)(?:[（(][^（）()]*[)）])?(?:项目|课题|子课题|子任务|一般项目|面上|重点|青年|面上项目|重点项目|青年项目|专项)*(?:[（(][^（）()]*[)）])?$"
)
_SUB = re.compile("(?:子课题|课题|子任务|分课题|任务)(?:[一二三四五六七八九十\\d]*)$")
_TITLE_END = re.compile(
    "研究|应用|开发|机制|构建|评价|技术|系统|方法|平台|示范|探索|分析|研制|作用|价值|效应|体系|策略|模型|影响|推广|产业化|建设|验证|评估|预测|诊断"
)
_FUND = "国家自然科学基金"
_WITHIN_FUND = re.compile(rf"{_FUND}国家[{HAN}]{{2,16}}项目$")
_GIVER = re.compile(
    rf"(?:{_FUND}(?=国家)|国家(?!自然|社会)|中国|教育部|科技部|[{HAN}]{{2,8}}?(?:省|市|自治区|[厅局委]|大学|学院|医院|学会|协会))[{HAN}“”]{{2,24}}(?:项目|计划|基金|专项|工程|课题)$"
)
"""A giver and what it gives: 某省科技攻关项目, 某大学青年基金."""
_SHORTEST = 6
_BARE_YEAR = 4


@dataclass(slots=True)
class _Item:
    programme: str = ""
    title: str = ""
    number: str = ""
    part: str = ""
    leader: str = ""
    """Who leads it, where the line names one."""
    amount: float | None = None
    term: tuple[str, str] = ("", "")
    year: int | None = None
    """The one year that stands alone, with no month and no end."""
    rest: list[str] = field(default_factory=list)


def read(sitter: Sitter, part: Part) -> Iterator[Assertion]:
    """FUNDED_BY of each project of the part, LEADS where its line, or the label above all, says that the person leads."""
    leads = bool(_LEADS_LABEL.search(part.label)) and not re.search("参与|参加", part.label)
    for line in list_items(part.lines):
        view = chinese_marks(line)
        for start, end in _items(view.text):
            yield from _project(sitter, View(view.text[start:end], view.offsets[start:end]), leads=leads)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where the items of a line stand: one, or several that each have a number (1)…；2)…) or tell a programme and a part."""
    marks = [mark.start() for mark in re.finditer(r"(?:(?<=^)|(?<=[；;。]))\s*[（(\[]?\d{1,2}[)）\].、．](?!\d)", text)]
    if len(marks) < 2:
        ends = [0, *(mark.end() for mark in re.finditer("[；;]", text)), len(text)]
        parts = [(start, end) for start, end in pairwise(ends) if text[start:end].strip()]
        whole = all(_IS_ITEM.search(text, start, end) and end - start >= _SHORTEST_ITEM for start, end in parts)
        yield from parts if whole and len(parts) > 1 else [(0, len(text))]
        return
    yield from zip(marks, [*marks[1:], len(text)], strict=True)


def _project(sitter: Sitter, view: View, *, leads: bool) -> Iterator[Assertion]:
    if APPLIED.search(view.text):
        return
    item = _read(view.text)
    programme = _programme(item.programme)
    if programme is None or not item.title:
        return
    speaker = sitter.at(view, 0, len(view.text), OWN_PROJECT)
    grant = EntityRef(label="Grant", name=item.title)
    payer = EntityRef(label="FundingProgram", name=programme.name)
    amount: Value | None = item.amount
    yield speaker.fact(grant, "FUNDED_BY", payer, amount_wan=amount, year=item.year)
    yield from speaker.attributes(grant, number=item.number, start=item.term[0], end=item.term[1])
    if programme.parent:
        yield speaker.fact(payer, "PART_OF", EntityRef(label="FundingProgram", name=programme.parent))
    if item.leader and item.leader != sitter.who.name:
        yield speaker.fact(EntityRef(label="Person", name=item.leader), "LEADS", grant)
    elif item.leader or _LEADS_PART.search(item.part) or (leads and not item.part):
        yield speaker.fact(sitter.who, "LEADS", grant)


def _programme(words: str) -> Programme | None:
    """The programme that a field names: one that is known, else the projects that some house gives (某省科技攻关项目)."""
    known = programme_of(words, Programmes()) if words else None
    given = _GIVER.match(words) is not None
    if known is not None and not (given and _WITHIN_FUND.match(words)):
        return known
    return Programme(name=words, parent=_FUND if words.startswith(_FUND) else "") if given else None


def _read(text: str) -> _Item:
    """The fields of a line: what brackets hold first, then what marks part."""
    item = _Item()
    text = _NUMBERING.sub("", text)
    if (led := _LED_BY.search(text)) is not None and could_be_person(heal_name(led["name"])):
        item.leader = heal_name(led["name"])
        text = text.replace(led.group(), " " * len(led.group()), 1)
    for note in _BRACKET.finditer(text):
        if _takes(item, note["inner"]):
            text = text.replace(note.group(), " " * len(note.group()), 1)
    quoted = _QUOTED.search(text)
    if quoted is not None:
        item.title = heal_name(quoted["title"])
        text = text[: quoted.start()] + "，" + text[quoted.end() :]
    for words in _fields(text):
        _takes_field(item, words)
    if not item.title:
        named = [words for words in item.rest if len(words) >= _SHORTEST]
        item.title = max(named, key=lambda words: (bool(_TITLE_END.search(words)), len(words)), default="")
    return item


def _fields(text: str) -> Iterator[str]:
    """The stretches between marks, those inside brackets and quotation marks kept whole; blanks part only Chinese words."""
    depth, start = 0, 0
    for at, char in enumerate(text + "，"):
        depth += (char in "（(“《") - (char in "）)”》")
        apart = char in "，,；;。：:\t|" or (char == " " and _parts_at(text, at))
        if apart and depth <= 0:
            if text[start:at].strip():
                yield text[start:at].strip(" .")
            start = at + 1


def _parts_at(text: str, at: int) -> bool:
    """Whether a blank parts two fields: between Chinese words, or beside a date or a number of a project."""
    before, after = text[:at].rstrip(), text[at + 1 : at + 14].lstrip()
    return bool(
        re.search(rf"[{HAN}）)”》]$", before)
        and re.match(rf"[{HAN}“《]|(?:19|20)\d\d|[A-Z]{{0,4}}\d{{6}}|\d[\d.,]*\s*万元?", after)
    ) or bool(re.search(r"(?:万元?|\d{4}年?|\d{6,}|[./]\d{1,2})$", before) and re.match(rf"[{HAN}“\d]", after))


def _takes(item: _Item, words: str) -> bool:
    """Take what a bracket holds, where all of it is number, term, money, part or status, or the programme before these."""
    said = [part.strip() for part in re.split("[，,；;：:]", words) if part.strip()]
    kept = _Item()
    labels = {"编号", "批准号", "项目编号", "项目批准号", "课题编号", "资助号", "No", "NO"}
    fund = heal_name(said[0]) if len(said) > 1 and not item.programme else ""
    if fund and _FUNDS.search(fund) and _programme(_SUB.sub("", fund)) is not None:
        kept.programme = _SUB.sub("", fund)
    if not all(part in labels or _takes_plain(kept, part) or _takes_payer(kept, part) for part in said[bool(kept.programme) :]):
        return False
    item.programme = kept.programme or item.programme
    item.number, item.part = kept.number or item.number, kept.part or item.part
    item.amount = kept.amount if kept.amount is not None else item.amount
    item.term = kept.term if any(kept.term) else item.term
    return True


def _takes_payer(item: _Item, words: str) -> bool:
    """某某研究（某基金面上项目，20万元): the programme that a bracket tells."""
    name = _SUB.sub("", heal_name(words))
    if item.programme or not _FUNDS.search(words) or _programme(name) is None:
        return False
    item.programme = name
    return True


def _takes_plain(item: _Item, words: str) -> bool:
    if (money := _MONEY.fullmatch(words)) is not None:
        unit = "万元" if money["unit"].startswith("万") else "元"
        item.amount = to_wan(money["sum"] + unit)
    elif (term := _TERM.fullmatch(words)) is not None:
        item.term = (_iso(term["from"]), _iso(term["to"] or ""))
        item.year = int(item.term[0]) if term["to"] is None and len(item.term[0]) == _BARE_YEAR else None
    elif (number := _NUMBER.fullmatch(words)) is not None:
        item.number = number["number"]
    elif _PART_WORDS.fullmatch(words):
        item.part = item.part + words
    else:
        return bool(_STATUS.fullmatch(words))
    return True


def _takes_field(item: _Item, words: str) -> None:
    if _takes_plain(item, words):
        return
    lead = re.match(r"(?:曾|先后|现)?(?P<part>主持|参与|参加|承担|负责)(?:了|完成|承担|在研)*(?=.{4})", words)
    words = words[lead.end() :] if lead else words
    if lead is not None and lead["part"] in ("主持", "负责", "参与", "参加"):
        item.part += lead["part"]
    name = heal_name(words)
    if not item.programme and _FUNDS.search(name) and _programme(_SUB.sub("", name)) is not None:
        item.programme = _SUB.sub("", name)
    else:
        item.rest.append(name)


def _iso(words: str) -> str:
    found = re.match(r"((?:19|20)\d\d)\s*(?:[年./\-]\s*(\d{1,2}))?", words)
    if found is None:
        return ""
    return found[1] + (f"-{int(found[2]):02d}" if found[2] and 1 <= int(found[2]) <= 12 else "")
