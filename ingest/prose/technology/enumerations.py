"""Enumerations of technologies: where their items stand, what each names, the head that only one of them spells out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.phrases import MASK
from ingest.prose.reading import Scene
from ingest.prose.technology.naming import ITEM_HEAD, PARENTHESIS, Item, concept_name, known_name, named, stripped
from kg.text import HAN, heal_name

__all__ = ["COUNT", "OF_TWO", "Found", "before", "closed", "items", "listed", "most", "with_shared_head"]

Found = list[Item | tuple[int, int]]
"""The items of an enumeration in order: what they name, or where they stand if they name no technology."""

COUNT = r"(?:多|[几两二三四五六七八九十\d]+)(?:大|个)*(?:种(?!类)|类|类型|分支|支(?![架气持])|型)"
"""How many kinds an enumeration is said to have."""
OF_TWO = "之[分别](?=[，。；]|$)"
"""What closes an enumeration of two: 有甲与乙|之分."""

_SHARED = re.compile(
    r"(?:成像|影像|显像|造影|检查|扫描|显微镜|显微术|技术|算法|模型|网络|学习|探针|对比剂|造影剂|显像剂|内镜|超声|CT|MRI|PET|仪|仪器)$"
)
_LINKS = re.compile(r"[、;；]|(?<=[^\s])(?:以及|及其|及|和(?!谐)|与|或)")
_COMMA = re.compile(r"[,，]\s*(?=[A-Za-z0-9\[])")
_NO_MODIFIER = re.compile(
    r"(?:[期组级类步层区病者人年型号]|阶段|部分|方面|因素|水平|时间|条件|数据|信号|特征|参数|指标|任务|类别|公司|医院|症|炎|癌|瘤|度|性别|以上|以下"
    r"|其他|其它|良|优|差|轻|中|重|高|低|正常|异常|阳性|阴性)$"
)
_LIST_STARTS = re.compile(r"[。；;，！？!?:：“]|,(?!\s*[A-Za-z0-9])")
_ENDS = re.compile(rf"[。；;！？!?)）]|等|[，,](?!\s*[A-Z0-9])|[:：]|(?:这|共)?{COUNT}|{OF_TWO}")
_MODIFIER = re.compile(rf"(?!.*(?:{ITEM_HEAD.pattern}))[{HAN}]{{2,6}}")
_CONJUNCTION = re.compile("[和与及或]")
_MOST = 14


def items(scene: Scene, text: str, start: int, end: int, *, coded: bool = False) -> Found:
    """The items of an enumeration in order: what they name, or where they stand if they name no technology."""
    found: Found = []
    for a, b in _parts(text, start, end):
        if text[a:b].strip(f" {MASK}“”"):
            found.append(named(scene, text, a, b, coded=coded) or (a, b))
    return found


def listed(scene: Scene, text: str, start: int, codes: bool) -> tuple[Found, int]:
    """The enumeration that starts here, and where it ends."""
    end = next((stop.start() for stop in _ENDS.finditer(text, start) if closed(text[start : stop.start()])), len(text))
    return items(scene, text, start, end, coded=codes)[:_MOST], end


def closed(words: str) -> bool:
    """Whether every parenthesis that opens in some words closes in them."""
    return len(re.findall("[（(]", words)) == len(re.findall("[)）]", words))


def most(found: Found) -> list[Item]:
    """The technologies of an enumeration; none where most of its items are something else."""
    known = [one for one in found if isinstance(one, Item)]
    return known if len(known) * 2 > len(found) else []


def before(scene: Scene, text: str, end: int, codes: bool) -> list[Item]:
    """The technologies in a row up to an offset: 甲、乙和丙. A 和 that no 、 stands before opens the row (甲与|乙、丙)."""
    start = max((one.end() for one in _LIST_STARTS.finditer(text, 0, end) if closed(text[one.end() : end])), default=0)
    found: list[Item] = []
    rest = list(_parts(text, start, end))
    while rest:
        a, b = rest.pop()
        conjoined = bool(rest) and bool(_CONJUNCTION.search(text[rest[-1][1] : a]))
        opens = not rest or (conjoined and len(rest) == 1)
        one = named(scene, text, a, b, coded=codes) or (named(scene, text, a, b, coded=codes, first=True) if opens else None)
        if one is None:
            break
        found.insert(0, one)
        if conjoined and len(found) > 1 and len(rest) == 1:
            break
        if conjoined and len(rest) > 1 and _MODIFIER.fullmatch(text[rest[-1][0] : rest[-1][1]]):
            found[0] = _compound(text, rest.pop()[0], found[0])
    return found[-_MOST:]


def _compound(text: str, start: int, last: Item) -> Item:
    """甲、乙与丙部件: what 与 links to a noun that spells out the head is one name with it."""
    return Item(heal_name(text[start : last.end]), start, last.end, False)


def with_shared_head(text: str, found: Found, whole: str, *, bare: bool) -> list[Item]:
    """The items with the head that only the last one spells out (离体、在体和原位成像), or, ``bare``, that the whole has.

    A head that no item spells out is the whole's only where half of what comes of it is known to the lexicon.
    """
    last = found[-1] if found else None
    spelt = isinstance(last, Item)
    head = _SHARED.search(last.name if isinstance(last, Item) else whole) if spelt or bare else None
    done: list[Item] = []
    for one in found:
        if isinstance(one, Item):
            done += _alternatives(one)
        elif head is not None:
            done += _spelt_out(text, one, "成像" if head.group() == "影像" else head.group())
    if len(done) < len(found):
        own = [one for one in found if isinstance(one, Item)]
        return own if len(own) * 2 > len(found) or sum(one.known for one in own) > 1 else []
    return done if spelt or sum(one.known for one in done) * 2 >= len(done) else []


def _alternatives(item: Item) -> list[Item]:
    """结构成像/解剖学成像 are two; 荧光/CT成像 and 生物电/磁成像 are one."""
    names = item.name.split("/")
    if len(names) == 1 or item.name.isascii() or not all(ITEM_HEAD.search(name) and not name.isascii() for name in names):
        return [item]
    return [Item(known_name(name), item.start, item.end, item.known) for name in names]


def _spelt_out(text: str, span: tuple[int, int], head: str) -> list[Item]:
    start, end = stripped(text, *span)
    words = heal_name(PARENTHESIS.sub("", text[start:end].replace(MASK, "")))
    made = []
    for one in words.split("/"):
        known = concept_name(one + head)
        if not re.fullmatch(rf"[{HAN}A-Za-zγβα\-]{{1,6}}", one) or (known is None and _NO_MODIFIER.search(one)):
            return []
        made.append(Item(known or one + head, start, end, known is not None))
    return made


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the items of an enumeration stand; what parentheses hold is not parted.

    >>> line = "甲(乙、丙)、丁和戊"
    >>> [line[a:b] for a, b in _parts(line, 0, len(line))]
    ['甲(乙、丙)', '丁', '戊']
    """
    at = start
    for link in sorted((*_LINKS.finditer(text, start, end), *_COMMA.finditer(text, start, end)), key=lambda one: one.start()):
        if link.start() >= at and not _depth(text, start, link.start()):
            yield at, link.start()
            at = link.end()
    yield at, end


def _depth(text: str, start: int, end: int) -> bool:
    return sum(text.count(mark, start, end) for mark in "（(") > sum(text.count(mark, start, end) for mark in "）)")
