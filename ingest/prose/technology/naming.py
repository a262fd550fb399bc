"""Technologies by grammar: the items of an enumeration and the class that sums them up, known to the lexicon or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.prose.phrases import MASK
from ingest.prose.reading import Scene
from kg.model import EntityRef
from kg.ontology import Concept, concepts
from kg.text import HAN, heal_name

__all__ = [
    "ITEM_HEAD",
    "PARENTHESIS",
    "Item",
    "above",
    "class_at",
    "class_before",
    "class_named",
    "coded",
    "combines",
    "concept_name",
    "is_unbroken",
    "is_vague",
    "known_name",
    "masked",
    "named",
    "stripped",
    "without_lead",
]

_IMAGE = (
    r"成像|显像|造影|影像|断层|摄影|透视|显微镜|显微术|显微|电镜|心动图|[电磁]图|超声|彩超|B超|(?<=型)磁共振"
    r"|内镜|内窥镜|光谱|波谱|质谱|谱仪"
)
_AGENT = (
    r"探针|显像剂|对比剂|造影剂|示踪剂|显影剂|标记物|染料|荧光蛋白|微泡|量子点|纳米颗粒|纳米粒子?|纳米管|脂质体|放射性药物|核素"
)
_LEARNING = r"回归|森林|向量机|学习|网络|模型|算法|编码器|分类器|决策树|聚类|贝叶斯|建模"
_MACHINE = (
    r"仪|仪器|设备|装备|装置|系统|机器人|支架|导管|传感器|探测器|线圈|磁体|部件|软件|加速器"
    r"|(?:超声|射线|X线|X光|一体|呼吸|透析|磁共振)机"
)
_METHOD = (
    r"技术|方法|(?<![办方看手做想说宪书无非])法|序列|重建|分割|配准|融合|导航|消融|放疗"
    r"|治疗|疗法|刀|图谱|标测|检查|扫描|重组|投影|再现|标记"
)
_ANIONS, _METALS = "氟氯溴碘氧硫硒碲氮磷砷硅锗钨钼铌钛铝钽锆碳硼", "铋钇镥镧铯钠镉钆铅锂镓铟锌铁锰钡锶铪硅铈锆铝镁铊铽铕"
_DETECTS = (
    rf"倍增管|二极管|球管|像增强器|换能器|闪烁体|(?:闪烁|压电)(?:晶体|陶瓷)|平板|碲锌镉|非晶硅|非晶硒"
    rf"|[{_ANIONS}]{{1,2}}[酸化][{_METALS}]{{1,4}}"
)
"""Of what detectors and transducers are: parts, and crystals by the grammar of their names (碘化铯, 钨酸铅)."""
_LATIN = r"CTA?|f?MRI|MRA|MR|PET|SPECT|OCTA?|DSA|[DPS]WI|US"
ITEM_HEAD = re.compile(rf"(?:{_IMAGE}|{_AGENT}|{_LEARNING}|{_MACHINE}|{_METHOD}|{_DETECTS}|{_LATIN})$")
"""What an item of an enumeration of technologies ends in."""

_CLASS_HEAD = (
    r"(?<=型)磁共振|成像技术|成像方法|成像方式|显微技术|影像学技术|影像技术|技术|方法|成像|显像|影像|造影|检查方法|检查|扫描|显微镜|显微术|算法|模型|网络|分类器|学习|序列"
    r"|探针|显像剂|对比剂|造影剂|示踪剂|染料|标记物|(?:放射性|诊断|核素)药物|纳米颗粒|纳米材料|(?:成像|扫描|诊断|监测|治疗)仪|仪器|设备|装备|装置|部件|器件|探测器|换能器|闪烁体|传感器|线圈|支架|内镜|内窥镜"
    r"|超声|光谱|疗法|放疗|放射治疗|机器人|软件|系统|图谱"
)
_CLASS_END = re.compile(rf"(?:{_CLASS_HEAD}|{_LATIN})$")
_BOUND = (
    r"$|[，。；、,.;:：（(）)”\"\]！!]|\s|\x00|的|是|为|在|对|已|均|都|可|能|将|也|以|被|与|和(?!谐)|及|或|进行|用于|应用|具有|实现|关键(?:核心)?技术|核心技术|相结合|联合|结合|显示|提示"
    r"|发展|问世|不断|相继|陆续|迅速|逐渐|近年|各|来|上|下|得到|作为|所|后|时|之|会|有(?!机)|无|由|不|则|而|并(?!行)|更|较|仍|尚|相比|需|从|方面|领域|手段|整机|就|使|给|常|通过|显著|大幅|极大|虽|仅|只|建模|预测|构建|评估|评价|训练|筛选|最|多(?!模|核|参)"
)
_PRAISE = (
    r"(?:(?:多|各|数|几|两|三|四|五|六|[一二三四五六七八九十\d]+)(?:种|类|项|个|款)|一系列|系列|常用的?|常规的?|常见的?|传统的?|经典的?|高端|主流的?|先进的?|新型的?|新兴的?|新的?(?!一代)"
    r"|典型的?|代表性的?|现代|重要的?|主要的?|不同的?|其他的?|其它的?|相关的?|当前|目前|热门的?|前沿|大型|具有代表性的|国产|进口|成熟的?|有效的?|可靠的?|重大(?=[^疾])|特异性(?=肿瘤))"
)
_CLASS = re.compile(rf"(?P<praise>{_PRAISE}*)(?P<name>[{HAN}A-Za-z0-9/+\-]{{0,16}}?(?:{_CLASS_HEAD}))(?={_BOUND})")
_BEFORE = re.compile(rf"(?P<name>[{HAN}A-Za-z0-9/+\-]{{1,16}}?)(?:\x00+)?$")
_VAGUE = re.compile(
    r"(?:(?:相关|关键|核心|首选|必查|必需|推荐|可选|新?装机|新[购增装配]|在用|拟购|新|高新|前沿|高?精尖|尖端|顶[尖级]|一流|大型|贵重|昂贵|精密|中?高档|[中超]高端|现代化|智能化|高科技|国产|进口|特色|优质|必备|常用|专科|成套|全套|辅助|配套|创新|研究|临床|先进|高端|现代|传统|常规|共性|重大|有效|诊断|治疗|诊疗|显像|检查|检测|检验|统计|统计学|实验|信息|处理|计算|主要|医疗|医学|科研|科学|数字|智能"
    r"|分子生物学|生物|图像|影像学?|评估|评价|监测|手术|预测|数学|物理|化学|动物|细胞|管理|分析(?!仪)|通信|互联网|大数据)+)?"
    r"(?:技术|方法|检查方法|检查|扫描|算法|模型|网络|软件|系统|装备|装置|仪器|设备|部件|器件|材料|序列|成像|影像|显像|造影|学习|疗法|超声|图谱|标记物)"
)
_KEPT = re.compile(
    r"(?:标记物|图像后处理(?:技术)?|分析仪器|科学仪器|数字诊疗装备|(?:医学|医疗)?(?:图像|影像)设备|影像学检查(?:方法)?|(?<!常规)(?<!^)(?:超声|成像|影像))$"
)
_NO_CLASS = re.compile(
    r"领域|学科|关键|核心技术|变革|前沿|一些|某些|若干|瓶颈|卡脖子|共性|高新|项目|方向|研究(?!仪)|针对|以及|企业|国际|疾病|患者"
)
_OPENS_WRONG = re.compile(
    r"^(?:各|将|把|由(?!来)|已经?|均|都|也|联合|结合|进行|开展|用于|应用|发现|诊断|对|行|做|采用|使用|并|人|级|待|离子|效|于|到|张|比例|方面|领域|开发|研究|完成|提高|改善|检测|显示)"
)
_TOGETHER = re.compile(r"^(?:多模态|多模|多模式|多参数|多序列|融合|联合|混合|杂交|一体化|双模态)")
_LEFT_STOP = re.compile(
    r"的(?!确)|了|着(?!色)|以(?!太|及)|并(?!行)|采用|使用|利用|运用|通过|阐述|介绍|综述|总结|讨论|探讨|回顾|报道|论述|包括|包含|涵盖|例如|比如|诸如|如|是|(?<![潜存内外])在(?!体|线)"
    r"|(?<!相)对(?![比抗])|开展|实现|基于|研发|研制|提出|构建|建立|设计|部署|布局|支持(?!向量)|发展|结合|需要|进行|完成|尽快|首选|掌握|拥有|配备|引进|涉及"
    r"|覆盖|(?<!共)聚焦(?!超声|离子|型|束)|围绕|针对|面向|将|把|(?<!自)由|从|(?<![方定双横纵单径逆正取趋导倾轴])向(?!量)|与|(?<!饱)和|及|或"
    r"|(?<!固)有(?!机|限|创|源|监督|向|序)|(?<!行)为|于|等(?!离子|效|中心|渗)|其中(?!心)|其|该|此|这些?|不仅|特别|首先|目前|近年来?|随着|相比"
    r"|(?<![平并进执])行(?=[A-Z头胸腹])|也|都|均|已|曾|可(?!穿戴|见光|视|编程|注射|激活|靠|降解|吸收|移动|携|逆|调|控|变|重复|溶|解释|扩展|弯曲|延展)|(?<![功性智低高双多])能(?!谱|量|级)|应用|常用|比较|一般|选择(?!性)|推广"
    r"|(?<![反响适感效供])应(?!变|激)|[：:，,；;。“”①②③④⑤]|第[一二三四五六]|各项|各类|各种|多种|[一二两三四五六](?=种|类|项)"
)
_CODE = re.compile(r"(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9\[\]][A-Za-z0-9\-+/.*\[\]()αβγΔⅠⅡⅢ ]{1,26}")
_CODED = re.compile(
    r"(?:算法|模型|网络|学习|方法|序列|探针|显像剂|对比剂|造影剂|示踪剂|染料|放射性药物|诊断药物|分类器|回归|分割)$"
)
_SUFFIX = re.compile(r"(?:技术|方法|法|检查|扫描|成像|显像|模型|算法|网络|回归|术)$")
_LEADS = re.compile(
    rf"^(?:{_PRAISE}|(?:科室|我科|全科|我院|全院|医院)(?=[A-Za-z0-9])|了|出|的|一种|我国|国内|首创|自主研发的|以及|及其?|和|或|①|②|③|④|⑤|\d\)|（\d）|“|”|\s)+"
)
_PURPOSE = re.compile(r"^(?:用于|面向|针对|适用于|基于|靶向)[^，。；]{2,24}?的")
_WRONG = re.compile(
    r"[，。；：:“”！\x00=＝<>%％]|^(?:进行|开展|提高|实现|改善|建立|完善|加强|推进|提升|促进|形成|强化|其中|第[一二三四]|另|一类|一种|一是|二是|使用|采用|利用|对(?!比)|通过|还|也|在|不)"
    r"|(?:患者|病人|医院|公司|大学|(?<!重)组)$|需要|能够|可以|因此|从而"
)
_GENERIC_ITEM = re.compile(
    r"(?:相关|关键|核心|新|其他|其它|上述|等|多种|各种|本|该|此|临床|主要|新型|先进|可靠|有效|可行)*(?:技术|方法|设备|系统|仪器|检查|模型|算法|软件|装置|装备|成像|影像|序列|网络|部件|标记|导航|重建|扫描|融合|治疗)"
)
_NOTE = re.compile(r"\[[\d,，\-–~ ]+\]|[（(](?P<inside>[^（）()]*)[)）]")
_POINTER = re.compile(r"^(?:图|表|见|简称|以下简称|又称|即|亦称|也称|俗称|代码)")
PARENTHESIS = re.compile(r"[（(](?P<inside>(?:[^（）()]|[（(][^（）()]*[)）])*)[)）]")
_LONGEST = 26


@dataclass(frozen=True, slots=True)
class Item:
    """A technology that a stretch of the text names. ``known`` where the lexicon names it."""

    name: str
    start: int
    end: int
    known: bool

    @property
    def ref(self) -> EntityRef:
        """The item as the end of a fact."""
        return EntityRef(label="Technology", name=self.name)


def masked(text: str) -> str:
    """The text with citations, translations and pointers masked, every offset kept; lists in parentheses stay.

    >>> masked("核素成像(PET、SPECT)和显微镜(microscope, M)[3]。").replace(MASK, "")
    '核素成像(PET、SPECT)和显微镜。'
    """
    return _NOTE.sub(lambda note: MASK * len(note.group()) if _is_note(note["inside"]) else note.group(), text)


def _is_note(inside: str | None) -> bool:
    if inside is None or _POINTER.match(inside):
        return True
    han = len(re.findall(f"[{HAN}]", inside))
    return "、" not in inside and han * 4 < len(inside)


def named(scene: Scene, text: str, start: int, end: int, *, coded: bool = False, first: bool = False) -> Item | None:
    """What a stretch names: a concept of the lexicon, else a noun that ends as a technology does.

    ``coded`` takes bare codes (U-Net, 11C-PIB) too; ``first`` says that the stretch may open with words before the name.
    """
    inner = PARENTHESIS.search(text, start, end)
    tail = inner.start() if inner is not None and not text[inner.end() : end].strip(f" {MASK}”") else end
    start, tail = stripped(text, start, tail)
    for one in scene.within(start, tail, "Technology"):
        rest = text[one.end : tail].strip(f" {MASK}")
        before = text[start : one.start]
        whole = not rest or bool(_SUFFIX.fullmatch(rest))
        if whole and (not before or _LEADS.fullmatch(before) or (first and _stops_at(text, start, one.start))):
            return Item(one.name, one.start, tail, True)
    if first:
        start = max([start, *(stop.end() for stop in _LEFT_STOP.finditer(text, start) if stop.end() < tail)])
    return _by_grammar(scene, text, start, tail, coded=coded)


def _stops_at(text: str, start: int, end: int) -> bool:
    """Whether the words up to a concept close with what no name holds (采用|CT), and are no part of it (低场|磁共振)."""
    return any(stop.end() == end for stop in _LEFT_STOP.finditer(text, start))


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without blanks, quotation marks and masked notes at its ends."""
    while start < end and text[start] in f" {MASK}“”\"'①②③④⑤":
        start += 1
    while end > start and text[end - 1] in f" {MASK}“”\"'.":
        end -= 1
    return start, end


def _by_grammar(scene: Scene, text: str, start: int, end: int, *, coded: bool) -> Item | None:
    words = text[start:end]
    lead = _LEADS.match(words)
    start += lead.end() if lead else 0
    purpose = _PURPOSE.match(text[start:end])
    start += purpose.end() if purpose else 0
    words = heal_name(PARENTHESIS.sub("", text[start:end].replace(MASK, "")))
    if not 2 <= len(words) <= _LONGEST or any(one.search(words) for one in (_WRONG, _LEFT_STOP)):
        return None
    if _GENERIC_ITEM.fullmatch(words):
        return None
    if any(one.start < end and start < one.end for one in scene.of("Organization", "Person", "Disease") if one.end == end):
        return None
    code = scene.ending_at(end, "Technology")  # 无造影剂|ULM
    by_code = (
        code is not None
        and "自制" not in words
        and code.surface.isascii()
        and start < code.start
        and ITEM_HEAD.search(code.surface) is None
    )
    if ITEM_HEAD.search(words) or by_code or (coded and _CODE.fullmatch(words) and not words.isdigit()):
        return Item(known_name(words), start, end, False)
    return None


def class_at(scene: Scene, text: str, start: int) -> Item | None:
    """The class whose name begins here (等|机器学习算法|进行…), praise and numbers left out; None where it is vague."""
    match = _CLASS.match(text, start)
    if match is None or _OPENS_WRONG.match(match.group()) or "的" in match["name"]:
        return None
    if any(one.start < match.end() and match.start("name") < one.end for one in scene.of("Organization", "Person")):
        return None
    name = class_named(match["name"])
    return Item(name, match.start("name"), match.end(), False) if name else None


def class_before(scene: Scene, text: str, start: int, end: int) -> Item | None:
    """The class whose name ends here, back to what no name holds (a verb, a particle, a mark)."""
    _, end = stripped(text, start, end)
    known = next(
        (one for one in scene.within(start, end, "Technology") if _SUFFIX.fullmatch(text[one.end : end] or "法")), None
    )
    stop = max([start, *(one.end() for one in _LEFT_STOP.finditer(text, start) if one.end() < end)])
    if known is not None and known.start <= stop:
        return Item(known.name, known.start, end, True)
    words = _LEADS.sub("", text[stop:end].replace(MASK, ""))
    if not 2 <= len(words) <= 16 or re.search(rf"[^{HAN}A-Za-z0-9/+\-]", words) or not _CLASS_END.search(words):
        return None
    name = class_named(words)
    return Item(name, stop, end, False) if name else None


def class_named(words: str) -> str | None:
    """The class that words name: the lexicon's concept without 算法 and 技术; None for what says nothing (新技术).

    >>> class_named("机器学习算法"), class_named("相关技术"), class_named("肿瘤显像剂")
    ('机器学习', None, '肿瘤显像剂')
    """
    words = heal_name(words)
    if words in _concept_names():
        return _concept_names()[words]
    bare = re.sub(r"(?:算法|模型|方法|技术|方式|术)$", "", words)
    if bare != words and bare in _concept_names() and not _VAGUE.fullmatch(bare + "技术"):
        return _concept_names()[bare]
    if is_vague(words) or _NO_CLASS.search(words) or not _CLASS_END.search(words):
        return None
    return words


def combines(name: str, whole: str) -> bool:
    """Whether one may belong to a class: to a class of several at once (多模态成像) only what combines them does."""
    return not _TOGETHER.match(whole) or bool(re.search("/|双|多|一体|融合|混合|联合", name))


def is_unbroken(words: str) -> bool:
    """Whether words hold no verb, particle or conjunction, which no name of a technology holds."""
    return not _LEFT_STOP.search(words)


def coded(words: str) -> bool:
    """Whether the members of a class go by codes (网络, 显像剂, 序列)."""
    return bool(_CODED.search(words))


def without_lead(words: str) -> str:
    """The words behind the last that no name of a technology holds, and behind praise.

    >>> without_lead("其中常用的甲乙成像"), without_lead("目前包括甲乙成像")
    ('甲乙成像', '甲乙成像')
    """
    stop = max((one.end() for one in _LEFT_STOP.finditer(words) if one.end() < len(words)), default=0)
    return heal_name(_LEADS.sub("", words[stop:]))


def is_vague(name: str) -> bool:
    """Whether a name tells no technique from another.

    >>> is_vague("创新诊疗设备"), is_vague("大型放疗设备"), is_vague("影像设备")
    (True, False, False)
    """
    return _VAGUE.fullmatch(name) is not None and not _KEPT.search(name)


def concept_name(words: str) -> str | None:
    """The lexicon's label of what words name, None where it knows no such name."""
    return _concept_names().get(words)


def known_name(words: str) -> str:
    """The lexicon's label of what words name, else the words."""
    return _concept_names().get(words, words)


@cache
def _concept_names() -> dict[str, str]:
    """The Chinese label of each concept by each of its names."""
    return {name: one.zh for one in concepts("technologies") for name in (one.zh, one.en, *one.alt) if name}


@lru_cache(maxsize=1 << 12)
def above(name: str) -> frozenset[str]:
    """The labels of the concepts that the ontology places above one, however far."""
    by_label, by_id = _technologies()
    found: set[str] = set()
    waiting = [by_label[name]] if name in by_label else []
    while waiting:
        for broader in waiting.pop().broader:
            if by_id[broader].zh not in found:
                found.add(by_id[broader].zh)
                waiting.append(by_id[broader])
    return frozenset(found)


@cache
def _technologies() -> tuple[dict[str, Concept], dict[str, Concept]]:
    """The technologies of the ontology by their Chinese label, and by their id."""
    known = concepts("technologies")
    return {one.zh: one for one in known}, {one.id: one for one in known}
