"""Rows of those who chair a meeting, as text tells them: 执行主席依次为甲大学张三教授、李四（乙医院）, 聘请王五为执行主席."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.lexicon import TITLES, could_be_person, is_person, organization_kind
from kg.text import HAN

__all__ = ["Chair", "Row", "chair_rows", "chairs_in"]

_MEETING = "大会|会议|论坛|年会|研讨会|讨论会|峰会"
_OFFICE = (
    rf"(?<!分)(?<!分会场)(?<!下届)(?<!候任)(?:(?:本[次届期]|此[次届]|[该这][次届期]|该)?(?:(?:学术)?(?:{_MEETING}))?的?(?:[一两二三四五六七八九十\d]+[位名])?(?:大会|学术)?(?:执行|共同|联合|共)+主席"
    rf"|(?:本[次届期]|此[次届]|[该这][次届期]|该)?(?:学术)?(?:{_MEETING})(?:的?(?:名誉|学术|荣誉))*主席|召集人)(?:一职|职务)?(?![团台席负])"
)
_COUNT = r"[一两二三四五六七八九十\d]+[位名人]"
_LINK = (
    rf"(?:之一(?:的|[、，,](?=[^，。；]{{0,30}}(?:教授|研究员|主任|院士|医师|院长))))?(?:的?(?:共|有|设|由|为|是|即|仍|都|均|也|还|分别|依次|共同|包括|{_COUNT}|[，,](?=\s*(?:分别|依次|他们|即|由|为|是|有|包括))|[：:]|[—–\-]{{1,2}}|\s)*"
    r"(?:由|为|是|有|包括|[：:]|[—–\-]{1,2}))?\s*"
)
_LABEL = re.compile(rf"(?:作为{_OFFICE}[，,]|{_OFFICE}(?P<link>{_LINK}))")
_ANOTHER = re.compile(
    rf"\s*(?:{_OFFICE}|(?:{_MEETING})?的?(?:(?:常务|名誉|候任)?副?(?:主席|秘书长)|组委会|组织委员会|学术委员会|主持人|总干事|顾问|嘉宾))"
)
"""Another office of the meeting, or who else is there: 大会主席张三、|副主席李四."""
_POST = re.compile(r"(?:院|校|所|会|理事|部|局|厅|司|处|市|省|董事)长|书记|主任(?![医技药护])|主委|总[经裁监]|秘书长|主席")
"""The post of somebody who stands beside the chair: 大会主席张三、某学会会长李四致辞."""
_OTHER_TIME = re.compile(
    r"(?:(?:上|前|下)(?:一|[几两三])?|往|历)(?:次|届)(?!(?:[^。；\n]*[，,])?(?:本|这|此|今)[次届年])[^。；\n]*$"
)
"""What a sentence opens with that tells the chair of another meeting: 上一次会议于2018年召开，…."""
_NUMBERED = re.compile(
    r"第\s*(?:[A-Z]{0,2}\d{1,4}|[一二三四五六七八九十百]{1,5})\s*[次届](?:学术)?(?:讨论会|会议|年会|论坛|大会|研讨会)"
)
_WISHED = re.compile("(?:建议|提议|商定|拟(?=[于由请在定])|计划(?=[于由请在]))(?!书|稿)[^。；！？\n]{0,40}$")
"""第64次会议拟于明年召开，建议由|张三担任执行主席: of what nobody has called yet."""
_MEANT = re.compile(r"(?:原定|原拟|原计划|本应|本该|拟)(?:由|请)?(?:担任|出任|作为|任)(?:本次|本届)?(?:会议|大会|论坛)?的?$")
"""原定担任|执行主席的张三因故未能到会: who was to chair, and did not."""
_WHO = "(?:专家|科学家|学者|代表|院士|教授)"
_BEHIND = re.compile(
    rf"(?:(?:等(?:\d+|[多两三四五六七八九十])?[位名]?|{_COUNT})(?:国内外|国内|知名|著名|资深)*{_WHO}?)?"
    r"(?:共同|分别|联合|一起|应邀|受邀|受聘|应聘|特邀|当时|此后|先后|曾|被|也|均|都|等)*"
    rf"(?:担任|出任|聘为|任|作为|为)了?(?:的)?{_OFFICE}"
)
_OF_MEETING = re.compile(
    rf"(?:^|[，。；])\s*(?:本[次届期]|此[次届]|[该这][次届期]|该)?(?:学术)?(?:{_MEETING})由"
    r"[^。；]{2,120}?(?P<takes>(?:共同|联合|分别)*(?:担任|出任|任)(?:名誉)?主席(?![团台席负]))"
)
"""本次大会由张三|任主席: the office of the meeting that opens the clause."""
_NEXT_OFFICE = re.compile("(?:担任|出任|任)[^，。；、任]{0,6}主席(?:[、，,]|以及|[和与及])")
"""大会由张三任主席、|李四任执行主席: where the next office's row begins."""
_CLAUSE_END = re.compile(r"[。；;：:“”!?！？\n—]")
_LED = re.compile(
    r"^(?:[^，,]*(?:邀请|聘请|特邀|推选|推举)了?(?:来自)?|.*[，,](?:由|邀请了?|聘请了?)|[^，,、]*由|(?:来自|已故的?|以及|还有|其中|当时|[和与及])+)"
)
_RANK = (
    r"(?:两院|中国科学院|中国工程院|中科院)?(?:院士|(?:讲席|特聘|副)?教授|(?:特聘|副)?研究员|(?:正?高级)?工程师|副?主任[医技药]师|主治医师|博士|先生|女士|同志"
    r"|(?:常务|执行|名誉|党委|副)*(?:书记|院长|所长|校长|主任委员|主任|理事长|会长|主席|秘书长|总经理|董事长)|[研技]发总监|首席\w{2,3}[官家])"
)
_RANKS = re.compile(rf"(?:等?{_COUNT})?(?:{_RANK}|(?<=[授员师士任长])、(?={_RANK}))+$")
_TITLE = re.compile("|".join(sorted(TITLES, key=len, reverse=True)))
_RANK_INSIDE = re.compile("教授|研究员|主任医师|院士")
_RANK_FIRST = re.compile(rf"(?:{_RANK})+\s*")
_FELLOW = re.compile(r"(?:中国|美国|欧洲|俄罗斯)?(?:两院|中国科学院|中国工程院|科学院|工程院)?(?:外籍)?院士")
"""An honour that stands in a row before the house of the same person."""
_DOES = re.compile(
    "(?:先后|分别|共同|首先|随后|轮流|也|还|则|在会上|代表)*(?:主持|致[开辞词欢]|作了?|做了?|发表|介绍|出席|表示|指出|认为|宣布|参加|宣读|代表|在(?=[^，。；]{1,14}[上中时里])|向|围绕|强调|欢迎|感谢|讲话|致词|承担|担任|出任|总结|回顾|到会|说[，：]|此次|本次|因[^，。；]{1,8}未|未能?到)"
)
_TAKEN = re.compile("(?:共同|联合|分别)*(?:担任|出任)$")
"""论坛主席由甲、乙，丙|共同担任: what closes a row behind its office."""
_NAME = re.compile(rf"(?![和与及])[{HAN}]{{2,3}}(?=[、和与及]|$)")
_NAMES = re.compile(rf"[{HAN}]{{2,3}}(?:、[{HAN}]{{2,3}})*[和与及、](?:[{HAN}]{{2,3}})")
_NAME_AT_END = re.compile(rf"(?:[A-Z][A-Za-z.\-]* )+[A-Z][A-Za-z\-]+$|[{HAN}]{{1,7}}[·•・][{HAN}]{{1,7}}$")
_NOTED = re.compile(r"(?P<who>[^（）()]+)[（(](?P<home>[^（）()]+)[)）](?P<rest>[^（）()]*)")
_SPACED = re.compile(rf"(?<=[{HAN}]) +(?=[{HAN}]$)")
_UNIT = re.compile(rf"[{HAN}A-Za-z/]{{1,12}}?(?:所|系|科|室|部|中心|学院|实验室)")
_SEPARATOR = re.compile(r"以及|[、，,]|[和与及](?!技术|工程|教授|副教授|研究员|主任|院士|医师|博士|先生|女士|[（(])")
_SOFT = "，,"
_POST_END = re.compile("(?:院士|委员|会长|理事长|主席|主任|院长|校长|所长)$")
_MARKS_OF_CELL = re.compile(r"\s*[；;]\s*|(?<=[)）])\s*(?=\w)")
"""What else parts those of a cell: a semicolon, or nothing between one's bracket and the next."""
_OPENS = "（("
_CLOSES = "）)"


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs, with the institution and the title that the row tells ("" for none), and where the item stands."""

    name: str
    home: str
    title: str
    start: int
    end: int
    among: bool = False
    """Whether the text tells only that there are others too (执行主席之一), so that the place in the row says nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """Those who chair together, in order; ``start`` and ``end`` hold the words that say so."""

    start: int
    end: int
    chairs: tuple[Chair, ...]


def chair_rows(text: str) -> Iterator[Row]:
    """The rows of chairs that a text tells, behind the office or before 担任 with it.

    >>> [row] = chair_rows("会议执行主席共两位，依次为：东岭大学物理系赵明教授、钱红玉（西岭医院）。")
    >>> [(one.name, one.home) for one in row.chairs]
    [('赵明', '东岭大学'), ('钱红玉', '西岭医院')]
    >>> [[one.name for one in row.chairs] for row in chair_rows("聘请赵明、钱红玉和孙立人教授担任会议执行主席。")]
    [['赵明', '钱红玉', '孙立人']]
    >>> list(chair_rows("原定担任执行主席的赵明院士因故未能到会。"))
    []
    """
    if "主席" not in text and "召集人" not in text:
        return
    found: list[Row] = []
    takes = [(one.start("takes"), one.end("takes")) for one in _OF_MEETING.finditer(text)]
    for start, end in sorted([*takes, *(one.span() for one in _BEHIND.finditer(text))]):
        chairs = _before(text, start)
        if len(chairs) == 1 and text[start] in "均都":  # of one person alone it is the end of the name
            chairs = _before(text, start + 1) or chairs
        if chairs and (not found or chairs[0].start >= found[-1].end):
            found.append(Row(chairs[0].start, end, chairs))
    taken = [(row.start, row.end) for row in found]
    for label in _LABEL.finditer(text):
        if _MEANT.search(text, 0, label.start()):
            continue
        chairs = _after(text, label.end(), beside=not (label["link"] or "").strip())
        if (label["link"] or "").startswith("之一"):
            chairs = tuple(replace(one, among=True) for one in chairs[:1])
        if chairs and not any(label.start() < end and start < chairs[-1].end for start, end in taken):
            found.append(Row(label.start(), chairs[-1].end, chairs))
    told = (row for row in found if not _of_another_time(text, row.start, row.end) and not _WISHED.search(text[: row.start]))
    yield from sorted(told, key=lambda row: row.start)


def _of_another_time(text: str, start: int, end: int) -> bool:
    """Whether a row is of a meeting before or after that its sentence does not number (上一次…是第38次…，由张三任主席)."""
    other = _OTHER_TIME.search(text, 0, end)
    return other is not None and _NUMBERED.search(text, other.start(), start) is None


def chairs_in(cell: str) -> tuple[Chair, ...]:
    """Those whom a cell lists and nothing else, each with the institution told beside the name; none where one is no person.

    >>> [(one.name, one.home) for one in chairs_in("赵明（东岭大学）；钱红玉教授（西岭医院）")]
    [('赵明', '东岭大学'), ('钱红玉', '西岭医院')]
    >>> chairs_in("赵明、分论坛")
    ()
    """
    words = _MARKS_OF_CELL.sub("、", cell.strip()).removesuffix("、")
    found = _after(words, 0)
    return found if found and found[-1].end == len(words) else ()


def _after(text: str, at: int, *, beside: bool = False) -> tuple[Chair, ...]:
    """Those of the row that begins here, up to the first words that name nobody or another office.

    Where the first stands right ``beside`` the office, with no 为 between, one with a post of his own is a guest, and so is
    whoever follows 大会主席、甲大学张三, who holds both.
    """
    found: list[Chair] = []
    alone = beside and text[at : at + 1] == "、"
    end = _CLAUSE_END.search(text, at)
    limit = end.start() if end is not None else len(text)
    while at < limit and not (found and _ANOTHER.match(text, at, limit)):
        for cut in _cuts(text, at, limit):
            words = text[at:cut]
            whole, told = _chair(words), None
            if whole is None and (not found or text[at - 1] not in _SOFT or _TAKEN.search(words)):
                told = _chair_and_deed(words)
            if whole is not None or told is not None:
                break
        else:
            if _FELLOW.fullmatch(text[at : next(iter(_cuts(text, at, limit)), limit)].strip()):
                at = next(iter(_cuts(text, at, limit)), limit) + 1
                continue
            break
        one = whole or told
        if one is None or (beside and found and _POST.search(text, at, cut)):
            break
        found.append(Chair(*one, _title(text[at:cut], one[0]), at, cut))
        mark = _SEPARATOR.match(text, cut)
        if told is not None or mark is None or alone:
            break
        at = mark.end()
    return tuple(found)


def _before(text: str, end: int) -> tuple[Chair, ...]:
    """Those of the row that ends here, back to the first words of its clause that name nobody."""
    start = max((mark.end() for mark in _CLAUSE_END.finditer(text, max(0, end - 260), end)), default=max(0, end - 260))
    led = _LED.match(text[start:end])
    opens = start + (led.end() if led is not None else 0)
    starts = [max((mark.end() for mark in _NEXT_OFFICE.finditer(text, opens, end)), default=opens)]
    starts += [mark.end() for mark in _SEPARATOR.finditer(text, starts[0], end) if mark.group() in _SOFT]
    for at in starts:
        found = _after(text[:end], at)
        if found and not text[found[-1].end : end].strip():
            return found
    return _bare_row(text, max((one for one in starts if one <= end), default=end), end)


def _bare_row(text: str, start: int, end: int) -> tuple[Chair, ...]:
    """A row of nothing but names, one of which tells that the others, which could be words, are names too: 门裘宁和赵明."""
    if _NAMES.fullmatch(text, start, end) is None:
        return ()
    row = tuple(Chair(one.group(), "", "", *one.span()) for one in _NAME.finditer(text, start, end))
    people = any(is_person(one.name) for one in row) and all(could_be_person(one.name) for one in row)
    return row if people else ()


def _cuts(text: str, at: int, limit: int) -> Iterator[int]:
    """Where an item that begins here may end: at marks outside brackets, and at the end."""
    depth = 0
    for place in range(at, limit):
        depth += (text[place] in _OPENS) - (text[place] in _CLOSES)
        if depth == 0 and place > at + 1 and _SEPARATOR.match(text, place):
            yield place
            if text[place] in _SOFT and not _POST_END.search(text, at, place):
                return
    yield limit


def _chair_and_deed(words: str) -> tuple[str, str] | None:
    """Who stands before what the last of a row goes on to do: 张三教授|先后主持了讨论."""
    for deed in _DOES.finditer(words):
        told = _chair(words[: deed.start()])
        if told is not None:
            return told
    return None


def _chair(part: str) -> tuple[str, str] | None:
    """A name, with the institution that the words tell; None where they hold no one person.

    >>> _chair("来自东岭大学物理系的副主任钱红玉教授"), _chair("赵明"), _chair("分论坛")
    (('钱红玉', '东岭大学'), ('赵明', ''), None)
    >>> _chair("研究员钱 红（东岭研究所）"), _chair("西岭医院 赵明玉 主任医师")
    (('钱红', '东岭研究所'), ('赵明玉', '西岭医院'))
    """
    words = _LED.sub("", part.strip()).removeprefix("由").strip()
    noted = _NOTED.fullmatch(words)
    if noted is not None:
        told = None if noted["rest"] and not _RANKS.fullmatch(noted["rest"].strip()) else _chair(noted["who"])
        return (told[0], told[1] or _house(re.split("[，,、]", noted["home"])[0])) if told is not None else None
    bare = _SPACED.sub("", _RANKS.sub("", re.sub(r"[ \u3000]+", " ", words)).strip())
    other = _NAME_AT_END.search(bare)
    starts = [*range(other.start(), len(bare) - 2)] if other else [len(bare) - size for size in (3, 2, 4) if len(bare) >= size]
    for start in starts:
        name = bare[start:].strip()
        front = bare[:start].strip()
        before = _RANKS.sub("", front).removesuffix("的").replace(" ", "")
        home = _house(before)
        named = is_person(name) or (home and bare != words and could_be_person(name))
        if named and not _RANK_FIRST.match(name) and (home or not before or before != front.replace(" ", "")):
            return name, home
    return None


def _title(words: str, name: str) -> str:
    """The titles that an item tells, behind the name if any stand there: 副教授 of 东岭大学赵明副教授."""
    before, _, behind = words.replace(" ", "").partition(name)
    return ",".join(dict.fromkeys(_TITLE.findall(behind) or _TITLE.findall(before)))


def _house(words: str) -> str:
    """The institution that words name, without its unit (东岭大学|物理系); "" where they name none."""
    words = re.split("[，,、]", _RANKS.sub("", words.strip()).replace(" ", ""))[-1]
    for end in range(len(words) - 1, 2, -1):
        if organization_kind(words[:end]) in ("university", "hospital") and _UNIT.fullmatch(words[end:]):
            return words[:end]
    kind = organization_kind(words)
    return words if kind and kind not in ("society", "society_branch") and not _RANK_INSIDE.search(words) else ""
