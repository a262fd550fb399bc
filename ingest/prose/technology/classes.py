"""Classifications of technologies that the text states: what is divided into what, and by what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.technology.enumerations import COUNT, OF_TWO, before, items, listed, most, with_shared_head
from ingest.prose.technology.naming import (
    ITEM_HEAD,
    Item,
    above,
    class_at,
    class_before,
    class_named,
    coded,
    combines,
    masked,
    named,
)
from ingest.prose.technology.sorts import IS_MAINLY, sorts_among, whole_before
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

DIVIDED = Rule("divided")
"""按照…, X可分为甲、乙和丙; X有甲、乙、丙三类."""
REPRESENTED = Rule("represented")
"""X以甲和乙为代表, 以甲和乙为代表的X."""
EXAMPLES = Rule("examples")
"""甲、乙等X; 甲、乙和丙三种X."""
INCLUDES = Rule("includes")
"""X主要包括甲、乙和丙等; 常用的X有甲、乙."""
NESTED = Rule("nested")
"""X(甲、乙), X（如甲）; X：甲、乙、丙."""
SUCH_AS = Rule("such_as")
"""X，如甲、乙等."""
KIND_OF = Rule("kind_of")
"""甲是一种X, 甲属于X, 甲可归入X范畴, 甲是X的一个分支, 甲和乙均为X; 作为X的一种，甲…."""
ONE_KIND = Rule("one_kind")
"""X还有一类是甲; X分两类：一类是甲，另一类是乙."""
APPOSED = Rule("apposed")
"""某显像剂99mTc-…: the code of an agent right behind what it is."""

_BY = (
    r"(?:按照?|根据|依据|依照|就|从)(?:其|不同的?|所(?:采|使)?用的?)*(?P<by>[^，。；,;、]{2,24}?)(?:的?(?:不同|差异|区别))*(?:的?角度)?"
    r"(?:来看|看|而言|来说|来分|来讲|分类|进行分类|划分|出发)?"
)
_BASIS = re.compile(rf"{_BY}\s*[，,]?\s*$")
_BASIS_FIRST = re.compile(rf"(?:^|[，,])\s*{_BY}\s*[，,]\s*(?P<whole>[^，,]{{2,24}})$")
_SPLITS = re.compile(
    r"(?:的?(?:大?家族|技术体系|大家庭)(?:中|内)?|的(?:主要|常见|常用)?(?:类型|种类|分类|类别|分支))?"
    r"(?:[，,]\s*(?!也|还|又|有|则))?(?:又|可以?|还|则|也|通常|一般|主要|大致|大体上?|目前|再|进一步|被|能|现|共)*"
    r"(?P<verb>(?P<divides>(?:细分|划分|区分|归类|归纳|分类|命名|分|归|划)(?:为|成)"
    r"|(?<![部成组区百十划细])分(?![割析辨布类子化型级期层支离泌娩量别散光解裂数钟之担享发工])"
    r"(?=(?:(?!成(?!像))[^，。；、为]){2,16}[、和与及]|[两二三四五六七八九]大?[类种]))|有|包括|包含|涵盖)"
    r"(?:以下|下列|如下)?(?:[^，。；、：:]{0,8}(?:[:：]|[，,](?:即|分别[是为]|包括))\s*)?"
)
_COUNTED = re.compile(rf"(?:等)?(?:这|共)?{COUNT}|{OF_TWO}")
_REPRESENT = re.compile(r"(?:等)?(?:为|作为)(?:主要|典型)?代表(?P<of>的)?")
_EXAMPLES = re.compile(
    rf"等(?!人|级|待|离子|效|于|到|张|方面|领域|一系列|(?:一大?|[大整数多]|[一两数]十)[批套]|国|地|单位|机构|企业|公司)|{COUNT}(?:不同的?)?"
)
_COMMON = re.compile(
    r"(?:最)?(?:常用|常见|主要|经典|典型|代表性|主流)的?(?P<what>[^，。；、,;的]{0,16}?)(?:主要|通常)?(?:有|包括|包含|为|是)[:：]?\s*"
)
_WHAT = re.compile(r"(?:的?(?:方法|技术|类型|种类|手段|算法|形式|序列|模式|方式))?")
_EARLIEST = re.compile(r"(?:最早|较早|较为?成熟|典型)[^，。；]{0,6}的有")
_SUCH = re.compile(
    r"(?:[，,][^，。；,;]{2,6})?(?:[，,]\s*)?(?P<open>[（(])?(?<![假犹诸例比])(?:如(?!果|何|下|此|图|上|前|表|今|同|需|愿)|例如|比如|诸如)[:：]?\s*"
)
_NESTS = re.compile(r"[（(](?:主要)?(?:如|例如|包括|包含|含)?(?P<list>(?:[^（）()]|[（(][^（）()]*[)）])*)[)）]")
_KIND_OF = re.compile(
    r"(?:[，,]\s*)?(?:也|就|则|都|均|其实|本质上|同|已经?|早已|逐渐|目前|现已)*(?:(?:是|属于|属|成?为|作为)(?:[^，。；,;是]{0,40}的)?(?:另)?(?:一种|一类|一项|一门)(?P<long>[^，。；,;]{2,48})"
    r"|(?:属于|(?:可|被)?[归划][入于为到]|隶属于?)(?P<short>[^，。；,;的]{2,24}?)(?:的?范畴|这?一?大?类|家族)?(?=$|[，。；,;])"
    r"|(?:是|成?为|作为|属于)(?P<whole>[^，。；,;的]{2,20}?)的(?:一种|一类|(?:一个|一大|又一)?(?:重要|主要|新兴)?(?:分支|组成部分)|特例|特殊(?:形式|类型)|(?:延伸|扩展|变体|变种|改进|衍生)(?:形式|技术|版本?)?"
    r"|(?:典型|代表性|代表)(?:技术|方法|手段))"
    r"|(?:是|为)(?P<parts>[^，。；,;的]{2,20}?)的(?:[两二三四五六七八九\d几]+(?:种|类|个|大)+)(?:主要|重要|常用|常见|基本|不同|典型)?(?:形式|类型|分支|方式|方法|手段|技术(?:路线)?|模式)"
    r"|(?:构成|组成)了?(?P<core>[^，。；,;的]{2,20}?)的(?:基本|核心|主要|常规)(?:序列|技术|方法)"
    r"|(?:统称|合称|总称|并称)为?(?P<called>[^，。；,;的]{2,20}?)(?=$|[，。；,;])"
    r"|(?<=[均都同])(?:是|为)(?P<all>(?:[^，。；,;是]{0,40}的)?[^，。；,;的]{2,20})(?=$|[，。；,;]))"
)
_OF_ROWS = frozenset({"all", "parts", "core", "called"})
"""The phrases of ``_KIND_OF`` that are said of several."""
_PHRASES = ("long", "short", "whole", "parts", "core", "called", "all")
_AS_KIND = re.compile(
    r"作为(?P<whole>[^，。；,;的]{2,20}?)的(?:一种|一类|一员|(?:一个|一大|又一)?(?:重要|主要|新兴)?(?:分支|组成部分)|(?:典型|代表性|代表)(?:技术|方法|手段)?|代表之一?)[，,]"
)
"""作为X的一种，|甲…."""
_SUBJECT = re.compile(
    r"[^，。；,;、]{2,20}?(?=通过|利用|采用|基于|借助|能够?|可以?|具有|不仅|已|是|在|以|将|因|凭借|[，。；,;])"
)
_ONE_OTHER = re.compile(
    r"(?:[两二三四]大?[种类个][^，。；：]{0,4})[，,:：](?:其中)?(?:第?一[类种个](?:是|为|叫做?)|(?:其)?一是)(?P<one>[^，。；,;]{2,24})[，,；;]"
    r"(?:而|则)?(?:另外?|第?二|(?=一[类种个]))(?:一)?[类种个]?(?:则)?(?:是|为|叫做?)(?P<other>[^，。；,;]{2,24})"
)
"""X分两类：一类是|甲|，另一类是|乙."""
_IS_LIST = re.compile(r"(?P<whole>[^，。；：:、]{3,16})[:：](?=[^，。；：:]*、[^，。；：:]*[。；]?$)")
"""X：甲、乙、丙, on a line of its own."""
_OFTEN = re.compile(r"(?:(?:最|较)?(?:常用|常见|主要|临床|目前|典型)的?)*")
_IT = re.compile(r"(?:它|本品|该产品|该设备|该技术|该检查|这种(?:技术|设备|检查|方法))")
_ONE_KIND = re.compile(r"(?:还|另|另外|也)有(?:另?一[类种])(?:是|为|叫)?(?P<narrow>[^，。；,;]{2,16})")
_NUCLIDE = r"\[?\d{1,3}m?(?:Tcm|Tc|F|C|N|O|Ga|Cu|Zr|In|I|Lu|Y|Rb|Re|Sm|Ra|Ac|Tl|Sr|At|Sc|Bi)(?![a-z])m?\]?"
_APPOSED = re.compile(
    rf"(?:显像剂|探针|示踪剂|造影剂|对比剂|放射性药物)(?P<code>{_NUCLIDE}(?:[-–]?[A-Za-z0-9][A-Za-z0-9\-ⅠⅡⅢαβγ]+"
    r"|[-–]?[\u4e00-\u9fff]{2,6}[ⅠⅡⅢ]?(?=[，。；、,;（(\s\x00]|$)))"
)
_AND_SO = re.compile("^(?:而|但|其中|此外|另外)?")
_WHOLE = re.compile(r"^(?:构成|组成|形成)|(?:完整|整个|全部)的?")
_NUMBER_OF = re.compile(r"(?<=的)[两二三四五六七八九十\d]+[个大种类](?=[\u4e00-\u9fff]{2})")
_APPARATUS = re.compile(r"(?:系统|仪|机|装置|设备|装备|仪器|显微镜|内镜|机器人|软件|网络|CT|MRI|PET|SPECT|MR)$")
_DEVICES = re.compile("(?:设备|装备|仪器)$")
_DEVICE = re.compile("(?:仪|机|刀|加速器|CT|MRI?|PET|内镜|显微镜)$")
"""What is a device of its own and no part of one, so that a class of devices may have it."""
_PROCESS = re.compile(r"(?:处理|分析|后处理|软件|部件|器件)")
_COMPONENT = re.compile(
    r"(?:探测器|线圈|磁体|部件|子系统|模块|软件|球管|电子学|射频|梯度|光源|采集|分割|提取|构建|预处理|处理|重建|配准|机制|结构|函数|优化器)$"
)
_SPEAKS_OF = re.compile(r"(?:学科|技术|领域)?(?:[（(][^（）()]*[)）])?(?:是|作为|拥有|包含|有|种类|的分类|按|对于)")
_IS_ONE = re.compile(r"(?:技术)?[\x00\s]*(?:[（(][^（）()]*[)）])?(?:是|作为|指)")
_ALSO = re.compile(r"[，,；;](?:此外|另外|除此之外|同类的?|其他的?)?(?:还|另)(?:有|包括)(?!一)")
"""甲是X的一种，|此外还有乙、丙."""
_BROAD = frozenset({"成像技术", "影像技术", "成像"})


@dataclass(frozen=True, slots=True)
class _Division:
    """What is said to have kinds, where the statement starts, and by what it is divided."""

    whole: EntityRef
    start: int
    by: str = ""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """BROADER of a sentence, narrower to broader; each pair once, by the first rule that reads it."""
    text = masked(scene.text)
    seen: set[tuple[str, str]] = set()
    for rule in (
        _divided,
        _represented,
        _common,
        _includes,
        _examples,
        _such_as,
        _nested,
        _kind_of,
        _as_kind,
        _one_kind,
        _one_other,
        _listed,
        _apposed,
    ):
        for named_by, narrow, division, end in rule(scene, reading, text):
            if named_by is KIND_OF:
                reading.defined = narrow.name
            if _stands(narrow, division.whole.name) and (narrow.name, division.whole.name) not in seen:
                seen.add((narrow.name, division.whole.name))
                yield _broader(scene, reading, named_by, narrow, division, end)
    opening = next((one for one in scene.of("Technology") if one.start == 0), None)
    if opening is not None and _SPEAKS_OF.match(text, opening.end):
        reading.subject = opening.ref


_Statement = tuple[Rule, Item, _Division, int]


def _stands(narrow: Item, whole: str) -> bool:
    """Whether one may be narrower: not the class itself or a part of its name, nor what the ontology knows as broader."""
    below = whole in above(narrow.name)
    return below or (narrow.name not in whole and narrow.name not in above(whole))


def _broader(scene: Scene, reading: Reading, rule: Rule, narrow: Item, division: _Division, end: int) -> Assertion:
    by = division.by or reading.divisions.get(division.whole.name, "")
    if division.by:
        reading.divisions[narrow.name] = division.by
    where = scene.sentence.view.span(division.start, end)
    return reading.fact(rule, narrow.ref, "BROADER", division.whole, where, by=(by,) if by else "")


def _divided(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _SPLITS.finditer(text):
        division = _division(scene, reading, text, match)
        if division is None:
            continue
        found, end = listed(scene, text, match.end(), coded(division.whole.name))
        counted = _COUNTED.match(text, end)
        if not match["divides"] and not division.by and not counted:
            continue
        if division.by:
            reading.subject = division.whole
        sorts = sorts_among(reading, text, found, division.whole.name) if match["divides"] or counted else []
        for sort in sorts:
            yield DIVIDED, sort, division, max(end, sort.end)
        bare = bool(division.by) or (counted is not None and bool(match["divides"]))
        for one in () if sorts else with_shared_head(text, found, division.whole.name, bare=bare):
            if match["divides"] or not _is_component(one, division.whole.name):
                yield DIVIDED, one, division, max(end, one.end)


def _division(scene: Scene, reading: Reading, text: str, verb: re.Match[str]) -> _Division | None:
    """What the verb divides: named before it or before the basis, else what the section speaks of."""
    left = text[: verb.start()]
    basis = _BASIS.search(left)
    if basis is not None:
        start = _clause(text, basis.start())
        if not left[start : basis.start()].strip(" ，,"):
            before = class_before(scene, text, _clause(text, max(0, start - 2)), max(0, start - 1)) if start else None
            ref = before.ref if before is not None else reading.subject
            return _Division(ref, basis.start(), _dimension(basis["by"], ref.name)) if ref is not None else None
        whole = class_before(scene, text, start, basis.start())
        return _Division(whole.ref, whole.start, _dimension(basis["by"], whole.ref.name)) if whole is not None else None
    first = _BASIS_FIRST.search(left)
    start = first.start("whole") if first is not None else _clause(text, verb.start())
    by = _dimension(first["by"]) if first is not None else ""
    whole = whole_before(scene, reading, text, start, verb.start())
    if whole is not None and (not by or whole.name not in _BROAD or reading.subject is None):
        return _Division(whole.ref, first.start() if first is not None else whole.start, by)
    broad = first is not None and heal_name(text[start : verb.start()]) in _BROAD
    return _Division(reading.subject, verb.start(), by) if broad and reading.subject is not None else None


def _dimension(by: str, whole: str = "") -> str:
    """By what: 成像原理; 成像在甲和乙的角度 is 甲和乙; 构成X技术体系的三个环节 is, of X, 技术体系的环节."""
    by = heal_name(re.sub(r"^[^在]*?(?<!存|所)在(?!体|线)", "", by))
    if whole and whole in by:
        by = _WHOLE.sub("", by.replace(whole, "", 1))
    return _NUMBER_OF.sub("", by)


def _clause(text: str, end: int) -> int:
    """Where the clause that ends here starts."""
    return max((stop.end() for stop in re.finditer(r"[，。；：！？;:]|,(?!\s*[A-Z0-9])", text[:end])), default=0)


def _represented(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _REPRESENT.finditer(text):
        opens = text.rfind("以", 0, match.start())
        if match["of"]:
            whole = class_at(scene, text, match.end())
        else:
            whole = whole_before(scene, reading, text, _clause(text, opens), opens) if opens > 0 else None
        if whole is None:
            continue
        stated = opens >= 0 and not re.search("[。；;]", text[opens : match.start()])
        codes = coded(whole.name)
        found = most(items(scene, text, opens + 1, match.start(), coded=codes)) if stated else []
        for one in found or (before(scene, text, match.start(), codes) if match["of"] else []):
            yield REPRESENTED, one, _Division(whole.ref, min(whole.start, one.start)), max(match.end(), whole.end)


def _common(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _COMMON.finditer(text):
        told = next(
            (
                one
                for one in scene.within(*match.span("what"), "Technology")
                if one.start == match.start("what") and _WHAT.fullmatch(text, one.end, match.end("what"))
            ),
            None,
        )
        name = told.name if told is not None else class_named(match["what"]) if match["what"] else None
        start = _clause(text, match.start())
        whole = class_before(scene, text, start, match.start()) if name is None and _WHAT.fullmatch(match["what"]) else None
        ref = whole.ref if whole is not None else EntityRef(label="Technology", name=name) if name else None
        if ref is not None:
            yield from _included(scene, text, _Division(ref, whole.start if whole else match.start()), match.end())
    earliest = _EARLIEST.search(text)
    if earliest is not None and reading.subject is not None:
        division = _Division(reading.subject, earliest.start())
        yield from _included(scene, text, division, earliest.end())


def _includes(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _SPLITS.finditer(text):
        if match["divides"]:
            continue
        whole = whole_before(scene, reading, text, _clause(text, match.start()), match.start()) or _opening(scene, text, match)
        if whole is not None:
            yield from _included(scene, text, _Division(whole.ref, whole.start), match.end())
    for match in IS_MAINLY.finditer(text) if reading.sorts else ():
        whole = whole_before(scene, reading, text, _clause(text, match.start()), match.start())
        division = _Division(whole.ref, whole.start) if whole is not None else None
        for one in most(listed(scene, text, match.end(), codes=False)[0]):
            if division is not None:
                yield INCLUDES, one, division, one.end


def _opening(scene: Scene, text: str, verb: re.Match[str]) -> Item | None:
    """X（…）是一类…的技术，|涵盖甲、乙: what the sentence opens with, of which a clause without a subject goes on."""
    one = scene.starting_at(0, "Technology")
    if one is None or not verb.group().startswith(("，", ",")) or not _IS_ONE.match(text, one.end):
        return None
    return Item(one.name, one.start, one.end, True)


def _included(scene: Scene, text: str, division: _Division, start: int) -> Iterator[_Statement]:
    """The kinds among what something is said to include; what it is made of is none."""
    found, end = listed(scene, text, start, coded(division.whole.name))
    known = most(found)
    for one in known if len(known) > 1 else ():
        if not _is_component(one, division.whole.name):
            yield INCLUDES, one, division, max(end, one.end)


def _is_component(one: Item, whole: str) -> bool:
    if not combines(one.name, whole):
        return True
    if one.name.endswith(whole):
        return False
    if _COMPONENT.search(one.name) and not _PROCESS.search(whole):
        return True
    head = ITEM_HEAD.search(whole)
    alike = head is not None and len(head.group()) > 1 and one.name.endswith(head.group())
    own = ITEM_HEAD.search(one.name)
    alike = alike or (own is not None and len(own.group()) > 1 and own.group() in whole)  # 永磁型磁共振, a 磁共振成像仪
    alike = alike or (_DEVICES.search(whole) is not None and _DEVICE.search(one.name) is not None)
    by_code = coded(whole) and one.name.isascii()  # U-Net, a network
    return bool(_APPARATUS.search(whole)) and not alike and not one.known and not by_code


def _examples(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _EXAMPLES.finditer(text):
        whole = class_at(scene, text, match.end())
        if whole is None:
            continue
        for one in before(scene, text, match.start(), coded(whole.name)):
            if combines(one.name, whole.name):
                yield EXAMPLES, one, _Division(whole.ref, one.start), whole.end


def _such_as(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _SUCH.finditer(text):
        whole = class_before(scene, text, _clause(text, match.start()), match.start())
        found = listed(scene, text, match.end(), coded(whole.name)) if whole is not None else ([], 0)
        for one in most(found[0]):
            if whole is not None and not _is_component(one, whole.name):
                yield SUCH_AS, one, _Division(whole.ref, whole.start), max(found[1], one.end)


def _nested(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _NESTS.finditer(text):
        start = max(
            (b for a, b in [(0, 0)] + [(x.start(), x.end()) for x in re.finditer("[、，。；：,;:]", text[: match.start()])]),
            default=0,
        )
        whole = class_before(scene, text, start, match.start())
        if whole is None or "、" not in match["list"]:
            continue
        end = re.search("等[^、]{0,4}$", match["list"])
        stop = match.start("list") + (end.start() if end else len(match["list"]))
        found = items(scene, text, match.start("list"), stop, coded=coded(whole.name))
        known = [one for one in found if isinstance(one, Item)]
        for one in known if len(known) == len(found) else ():
            if not _is_component(one, whole.name):
                yield NESTED, one, _Division(whole.ref, whole.start), match.end()


def _kind_of(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _KIND_OF.finditer(text):
        phrase = next(name for name in _PHRASES if match[name])
        start = match.start(phrase) + match[phrase].rfind("的") + 1
        tail = text[start : match.end(phrase)]
        whole = None if re.search("[、和与及或]", tail) else class_before(scene, text, start, match.end(phrase))
        if whole is None:
            continue
        subjects = _subjects(scene, reading, text, match, coded(whole.name), row=phrase in _OF_ROWS)
        for one in subjects if phrase not in _OF_ROWS or len(subjects) > 1 else ():
            yield KIND_OF, one, _Division(whole.ref, one.start), match.end(phrase)
        also = _ALSO.match(text, match.end()) if match["whole"] and subjects else None
        for one in most(listed(scene, text, also.end(), coded(whole.name))[0]) if also is not None else ():
            yield KIND_OF, one, _Division(whole.ref, match.start()), one.end


def _as_kind(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _AS_KIND.finditer(text):
        whole = class_before(scene, text, match.start("whole"), match.end("whole"))
        known = scene.starting_at(match.end(), "Technology")
        end = known.end if known is not None else _SUBJECT.match(text, match.end())
        one = named(scene, text, match.end(), end if isinstance(end, int) else end.end(), coded=True) if end else None
        if whole is not None and one is not None:
            yield KIND_OF, one, _Division(whole.ref, match.start()), one.end


def _subjects(scene: Scene, reading: Reading, text: str, verb: re.Match[str], codes: bool, *, row: bool = False) -> list[Item]:
    """What the verb is said of: the one name before it, with 均 and 都 those in a row, with 它 what was defined before."""
    start = _clause(text, verb.start())
    start += len(_AND_SO.findall(text[start : verb.start()])[0])
    if reading.defined and _IT.fullmatch(text, start, verb.start()):
        return [Item(reading.defined, start, verb.start(), False)]
    if row or re.match("[，,\\s]*(?:均|都|同)", verb.group()):
        end = verb.start()
        return before(scene, text, end - 1 if text[end - 1 : end] == "等" else end, codes)
    one = named(scene, text, start, verb.start(), coded=codes)
    return [one] if one is not None and (one.known or not re.search("[和与及]", one.name)) else []


def _one_kind(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _ONE_KIND.finditer(text):
        whole = class_before(scene, text, _clause(text, match.start()), match.start())
        one = named(scene, text, match.start("narrow"), match.end("narrow"))
        if whole is not None and one is not None:
            yield ONE_KIND, one, _Division(whole.ref, whole.start, "类别"), match.end()


def _one_other(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _ONE_OTHER.finditer(text):
        verb = next((one for one in _SPLITS.finditer(text, _clause(text, match.start()), match.start() + 3)), None)
        whole = class_before(scene, text, _clause(text, match.start()), verb.start()) if verb is not None else None
        both = [named(scene, text, *match.span(which)) for which in ("one", "other")]
        for one in both if whole is not None else ():
            if one is not None and whole is not None:
                yield ONE_KIND, one, _Division(whole.ref, whole.start), match.end()


def _listed(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    """The kinds that a line tells behind a colon, all of which must be technologies."""
    match = _IS_LIST.match(text)
    whole = class_before(scene, text, 0, match.end("whole")) if match is not None else None
    if match is None or whole is None or not _OFTEN.fullmatch(text, 0, whole.start):
        return
    found = items(scene, text, match.end(), len(text.rstrip("。；")), coded=coded(whole.name))
    known = [one for one in found if isinstance(one, Item)]
    for one in known if len(known) == len(found) else ():
        if not _is_component(one, whole.name):
            yield NESTED, one, _Division(whole.ref, 0), one.end


def _apposed(scene: Scene, reading: Reading, text: str) -> Iterator[_Statement]:
    for match in _APPOSED.finditer(text):
        whole = class_before(scene, text, _clause(text, match.start()), match.start("code"))
        code = Item(heal_name(match["code"]), match.start("code"), match.end("code"), False)
        one = named(scene, text, match.start("code"), match.end("code")) or code
        if whole is not None:
            yield APPOSED, one, _Division(whole.ref, whole.start), match.end()
