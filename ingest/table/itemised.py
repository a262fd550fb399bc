"""Projects told item by item, parts set off by commas (甲基金面上项目，某某研究，82100000，55万元): rows without columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.layout import lines
from ingest.lexicon import TITLES, is_person, organization_kind
from ingest.table.columns import Column, column_of, is_known_header
from ingest.table.dates import read_years
from ingest.table.lines import Value, value
from ingest.table.programmes import Programmes, programme_of
from ingest.table.recognise import fit
from kg.model import Document, Span
from kg.text import HAN, heal_name

__all__ = ["APPLIED", "Item", "item_spans", "itemised"]

APPLIED = re.compile("(?:申报|申请|评审|在审|公示|答辩)中|[拟待](?:申报|申请|立项|批)|未立项|未获批")
"""What tells that a project is not granted yet, in a line of it or in the cell of a person's part."""

_HEADS = {
    "program": ("phrase", "项目类别"),
    "title": ("text", "项目名称"),
    "code": ("code", "项目编号"),
    "money": ("money", "经费"),
    "term": ("term", "起止年限"),
    "year": ("year", "立项年度"),
    "lead": ("persons", "负责人"),
    "host": ("organizations", "承担单位"),
    "ward": ("phrase", "科室"),
    "other": ("phrase", "备注"),
}
_MARK = re.compile(
    r"\s*(?:[（(\[【]?\d{1,3}[)）\]】]|\d{1,3}\s*[.、．](?!\d)|[①-⑳]|[·•●■◆▪*-]\s*)\s*"
    r"|\s*(?:子?课题|任务)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:\s*[：:、.．]\s*|[ \u3000]+)"
)
_PART = re.compile(rf"[，,；;。|｜\t]|[—–]{{2}}|：|:(?=\D)|[ \u3000]{{2,}}(?![{HAN}](?![{HAN}]))|[ \u3000]{{3,}}")
"""What parts an item: marks, or two blanks that stand in no name (裘  宁)."""
_OPENING, _CLOSING = "“（(《[【", "”）)》]】"
_MONEY = re.compile(
    r"(?:(?:项目|批准|资助|直接|获批|立项|国拨|到账)?(?:总?经费|费用|金额|资助|资金|拨款)(?:为|约)?)?[:：]?\s*(?P<sum>\d+(?:\.\d+)?\s*(?:万\s*元|万|元))(?:人民币|整)?"
)
_TERM = re.compile(
    r"(?:(?:研究|执行|项目|起止)?(?:期限|年限|时间|周期|起止))?[:：]?\s*(?P<term>(?:19|20)\d{2}(?:[./年-]\s*\d{1,2}(?:[./月-]\s*\d{0,2}日?)?)?\s*(?:[-—–~～至]+|到)\s*(?:(?:19|20)\d{2}(?:[./年-]\s*\d{1,2}(?:[./月-]\s*\d{0,2}日?)?)?|今))年?"
)
_TITLES = "|".join(sorted(TITLES, key=len, reverse=True))
_LEAD = re.compile(
    rf"(?P<label>(?:项目|课题)?(?:负责人|主持人|主持|首席)\s*[为是]?[:：]?\s*)?"
    rf"(?:[{HAN}]{{2,10}}(?:科|中心|室|部|所|院|系)(?P<blank>[ \u3000]*))?"
    rf"(?P<name>[{HAN}·]{{2,8}}?)\s*(?P<title>{_TITLES}|博士|主任|院士)*(?:主持|负责|牵头)?"
)
_LED_TITLE = re.compile(
    rf"(?:(?P<ward>[{HAN}]{{1,10}}(?:科|中心|室|部|所|院|系))[ \u3000]*)?"
    rf"(?P<lead>[{HAN}·]{{2,8}}?)[ \u3000]*(?:{_TITLES}|博士|主任|院士|[、\s])*"
    r"(?:团队|课题组)?(?:负责|主持|牵头|申报|承担)?的?(?:项目|课题)?\s*[:：]?\s*[“《](?P<title>[^“”《》]{6,80})[”》](?:项目|课题)?",
)
"""放射科裘宁副主任医师“某某研究”: who leads a project, in front of its title."""
_CODE = re.compile(
    r"(?:(?:项目|课题|批准|合同|立项)?(?:编?号|批准号)\s*[:：]?\s*|No\.?\s*)?(?P<code>[A-Za-z]{0,4}\d[A-Za-z0-9-]{5,19}|[A-Z]\d{2}[A-Z]\d{5,}|[A-Z]{2,6}-?\d{4,})"
)
_CODE_AND_TITLE = re.compile(rf"{_CODE.pattern}[ \u3000]+(?=[《“])")
"""2025AY0701 《某某研究》: the number in front of a title in marks."""
_HOST = re.compile(
    rf"(?:项目|课题|第一|主要|牵头|共同|联合)*(?:承担|依托|主持|牵头|申报|申请|负责|实施|所在|立项)(?:单位|医院|机构|高校|学校)(?:[为是]|\s*[:：])?\s*"
    rf"(?P<name>[{HAN}A-Za-z（(].{{3,}})?",
    re.DOTALL,
)
"""承担单位甲医院: a label alone, or one that runs into the name."""
_STATE = re.compile(
    r"在研|(?:已|拟)?结题|主持|参[与加]|(?:第一|主要)?(?:负责人|完成人|参与者)|排名.{1,6}|第[一二三四五\d]+(?:参与人|完成人)?|立项|国家级|省部级|省级|市级|厅局级|校级|院级|纵向|横向|已验收|进行中|骨干"
)
_LISTS = re.compile("(?:课题|项目|基金)[^，。；]{0,8}(?:立项|资助)")
"""A title that says that projects were granted: 院内课题立项名单."""
_WARD = re.compile(rf"(?:所在|申报|所属)?(?:科室|部门|学院)[:：]\s*(?P<ward>[{HAN}]{{2,12}})")
_NOTED = re.compile(r"(?<=.)[（(](?P<note>[^（）()]{3,30})[)）]$")
_QUOTED = re.compile(r"[“《](?P<title>[^“”《》]{6,80})[”》]")
_PROSE = re.compile(
    r"^(?:(?:该|本|此|这[个项])(?:项目|课题|研究|计划)|由(?!\S{1,2}$)|在[^，。；]{2,40}(?:下|中)$|参[加与](?:单位|人员)(?:还有|包括)|团队成员)"
    r"|(?:牵头|承担了?[^，。；]*的研究|提供支持)$|[”》](?:项目|课题)?(?:[是为系]|成功|顺利|正式|喜?获|立项|入选|启动|通过|列[入为])"
    r"|^(?:经(?:过|[^，。；]{0,6}(?:评审|遴选|推荐|审批))|被?列[入为]|入选|纳入|喜?获(?!批号))"
)
"""A part that is a clause of running text, whose project is told in a sentence: 该项目由甲医院牵头."""
_CALLED = re.compile(
    r"(?:获批|立项|资助|中标)?(?:项目|课题)(?:名称|题目)?(?:[为是]|[:：])\s*[“《](?P<title>[^“”《》]{6,80})[”》]?"
)
_SAYS = re.compile(r"[^“《]{2,}[“《][^“”《》]{6,}[”》]?")
"""A clause that quotes a title behind other words, which are no part of it: 张三带领团队开展“某研究”."""
_ENDS = re.compile(
    r"(?:研究|技术|机制|机理|应用|系统|方法|评价|评估|分析|研制|研发|开发|构建|建立|模型|策略|作用|示范|平台|探索|意义|价值|诊断|治疗|筛查|预测|成像|影响|关系)$"
)
_SENTENCE = re.compile(r"[？！?!]|我院|我校|目前|近年|其中|共计|获得了|取得")
_MEETS = re.compile("召开|举行|举办|[动收流证审进]会|会议")
"""What tells a line for the news of a meeting, which heads no list of what its programme granted."""
_ANY_FUND = "国家自然科学基金"
"""Of some fund is a bare type of projects (面上项目, 重点项目); of which, the list's caption tells."""
_LONGEST, _SHORTEST_TITLE = 240, 8
_LONGEST_HEADING, _FEWEST_TYPED = 40, 2
_TYPED = frozenset({"code", "money", "term", "lead", "host"})


@dataclass(frozen=True, slots=True)
class Item:
    """A project's parts by column, and its words."""

    cells: tuple[tuple[Column, Value], ...]
    span: Span


def item_spans(document: Document, passage: Span) -> Iterator[Span]:
    """A passage, or the items that its lines open one after the other."""
    starts = [line.start for line in lines(document.text, passage) if _MARK.match(document.text, line.start, line.end)]
    starts = starts if starts and starts[0] == passage.start else [passage.start, *starts]
    for start, end in zip(starts, [*starts[1:], passage.end], strict=True):
        yield Span(start=start, end=start + len(document.text[start:end].rstrip()))


def itemised(document: Document, free: Sequence[Span]) -> Iterator[list[Item]]:
    """The runs of items that stand one after the other in the free stretches (passages, or lines of them)."""
    run: list[Item] = []
    heading: Span | None = None
    for span in free:
        heading = span if _is_heading(document.text[span.start : span.end]) else heading
        if _is_pending(document.text[span.start : span.end]):
            continue
        item = _item(document, span, heading) or _item(document, _sentence(document.text, span), heading)
        if item is not None:
            run.append(item)
        elif run and heading != span:
            yield run
            opens = _MARK.match(document.text, span.start, span.end)  # an item that cannot be read: others may follow
            run, heading = [], heading if opens else None
    if run:
        yield run


def _sentence(text: str, span: Span) -> Span:
    """A numbered item up to the end of its first sentence: behind a list's last item the paragraph may go on."""
    ends = text.find("。", span.start, span.end) if _MARK.match(text, span.start, span.end) else -1
    return Span(start=span.start, end=ends if ends > span.start else span.end)


def _is_pending(text: str) -> bool:
    """Whether an item is of a project that is only applied for: 某基金，某研究，10万元，申报中，主持."""
    return len(text) <= _LONGEST and _MARK.match(text) is not None and APPLIED.search(text) is not None


def _is_heading(text: str) -> bool:
    """Whether a line alone names a programme or a type of a fund's projects, of which the items below it are."""
    head = len(text) <= _LONGEST_HEADING and not _MEETS.search(text)
    return head and programme_of(text, Programmes(funder=_ANY_FUND)) is not None


def _item(document: Document, span: Span, heading: Span | None) -> Item | None:
    text = document.text[span.start : span.end]
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return None
    titled = document.title or document.text[: document.text.find("\n")]
    of_what = text if "《" not in text and "“" not in text else text + titled
    if heading is None and not re.search("基金|计划|专项|项目|课题|国自然|NSFC", of_what):
        return None
    mark = _MARK.match(text)
    cells: dict[str, tuple[Column, Value]] = {}
    unknown: list[Span] = []
    for start, end in _parts(text, mark.end() if mark else 0):
        if _PROSE.search(text[start:end]):
            return None
        told = _told(text[start:end])
        led = _LED_TITLE.fullmatch(text[start:end]) if told is None else None
        if led is not None and is_person(led["lead"]):
            for role in ("ward", "lead", "title") if led["ward"] else ("lead", "title"):
                a, b = led.span(role)
                cells.setdefault(role, _cell(document, role, Span(start=span.start + start + a, end=span.start + start + b)))
        elif told is None:
            unknown.append(Span(start=span.start + start, end=span.start + end))
        elif told[0] not in cells:
            role, a, b = told
            cells[role] = _cell(document, role, Span(start=span.start + start + a, end=span.start + start + b))
    plain = [one for one in unknown if not _SAYS.fullmatch(document.text, one.start, one.end)]
    if "title" not in cells and len(unknown) == len(plain) == 1 and plain[0].end - plain[0].start >= _SHORTEST_TITLE:
        cells["title"] = _cell(document, "title", unknown.pop())
    if heading is not None and len(_TYPED & cells.keys()) >= _FEWEST_TYPED:
        cells.setdefault("program", _cell(document, "program", heading))
    listed = _QUOTED.match(text, mark.end() if mark else 0) is not None and "lead" in cells and _LISTS.search(titled)
    whole = (
        "title" in cells and ("program" in cells or listed) and len(_TYPED & cells.keys()) >= (1 if mark else 2) and not unknown
    )
    return Item(tuple(cells.values()), span) if whole else None


def _cell(document: Document, role: str, span: Span) -> tuple[Column, Value]:
    kind, header = _HEADS[role]
    return Column(role=role, kind=kind, header=header), value(document, span)


def _parts(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the parts of an item stand: between marks outside quotation marks and brackets."""
    depth = 0
    begin = start
    for at in range(start, len(text)):
        depth += (text[at] in _OPENING) - (text[at] in _CLOSING)
        if depth == 0 and at >= begin and (part := _PART.match(text, at)) is not None:
            yield from _trimmed(text, begin, at)
            begin = part.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    bare = words.strip(" \u3000\n\t。.；;")
    if not bare:
        return
    begin = start + words.index(bare)
    if (coded := _CODE_AND_TITLE.match(bare)) is not None:
        yield begin, begin + coded.end("code")
        begin, bare = begin + coded.end(), bare[coded.end() :]
    noted = _NOTED.search(bare)
    parts = list(re.finditer(r"[^，,；;、]+", noted["note"])) if noted is not None else []
    if noted is not None and all(_told(part.group()) for part in parts):  # 某某研究（面上项目，82100000）
        yield begin, begin + noted.start()
        at = begin + noted.start("note")
        yield from ((at + part.start(), at + part.end()) for part in parts)
    elif noted is not None and (_told(bare[: noted.start()]) or ("",))[0] == "lead":  # 裘宁（放疗科，与…同名）
        yield begin, begin + noted.start()
    else:
        yield begin, begin + len(bare)


def _told(words: str) -> tuple[str, int, int] | None:
    """The role that a part has by its words alone, and where what it tells stands in it; None for what may be a title."""
    bare = heal_name(words)
    for role, pattern, group in (("money", _MONEY, "sum"), ("term", _TERM, "term"), ("code", _CODE, "code")):
        found = pattern.fullmatch(words)
        if found is not None:
            return role, *found.span(group)
    if _STATE.fullmatch(bare) or _is_label(bare):  # a label (负责人：), whose value stands behind it
        return "other", 0, len(words)
    if (ward := _WARD.fullmatch(words)) is not None:
        return "ward", *ward.span("ward")
    if read_years(bare) and len(bare) <= 6:
        return "year", 0, len(words)
    lead = _LEAD.fullmatch(words)
    apart = lead is not None and (lead["blank"] != "" or lead["label"] or lead["title"])
    if lead is not None and apart and is_person(lead["name"]) and not organization_kind(bare):
        return "lead", *lead.span("name")
    host = _HOST.fullmatch(words)
    if host is not None and host["name"] is None:
        return "other", 0, len(words)
    start = host.start("name") if host is not None else 0
    if organization_kind(heal_name(words[start:])) and (fit("organizations", words[start:]) or 0) > 0:
        return "host", start, len(words)
    if programme_of(bare, Programmes(funder=_ANY_FUND)) and not _ENDS.search(bare):
        return "program", 0, len(words)
    quoted = _QUOTED.fullmatch(words) or _CALLED.fullmatch(words)
    return ("title", *quoted.span("title")) if quoted is not None else None


def _is_label(bare: str) -> bool:
    """Whether words are the label of a part that items have; that of another (联系人, 合作单位) leaves the item unread."""
    return is_known_header(bare) and column_of(bare).role in _HEADS.keys() - {"other"}
