"""The devices of a list by the grammar of their names: 眼底照相机、裂隙灯显微镜2台、飞利浦EPIQ7彩超等先进设备."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import COMPANIES
from ingest.prose.phrases import WHOSE_FIRST
from ingest.prose.reading import Scene
from ingest.prose.technology.naming import is_unbroken, known_name
from ingest.prose.things import Thing
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["devices"]

_N = r"(?:\d+|[一二两三四五六七八九十]+|数|多|几)"
_COUNT = rf"(?:{_N}\s*(?:余|多)?\s*(?:台套|台|套|部|架|个|间|条|件|把)|[（(][^（）()]{{1,40}}[)）]|各(?={_N})|[×xX*]\s?\d+)"
_LAST = re.compile(
    r"[。；;]|等(?=[^镜]|$)|[，,](?=\s*(?:[^，。；、]{0,6}?(?:开展|可|能|为|使|并|是|在|对|以|满足|达|让|填补|承担|用于|实现|面积|床|年|每|累计|总价|价值)))"
)
"""Where a list of devices ends."""
_LINK = re.compile(r"[、，,]|(?<=[仪机镜统器T台套）)”])(?:和|与|及|以及)|以及")
_LEADS = re.compile(
    rf"(?:{_N}\s*(?:余|多)?\s*(?:台套|台|套|部|架)(?:的)?|(?:美国|德国|日本|荷兰|瑞士|意大利|法国|英国|韩国|以色列|奥地利|瑞典|芬兰|加拿大|丹麦)(?:进口|原装|产)*的?"
    rf"|[{HAN}A-Za-z]{{1,12}}?(?:公司|集团|厂家?)(?:最新|独家|联合)?(?:生产|制造|研发|研制|出品|推出|开发)?的"
    r"|(?:进口|国产|原装|高端|先进|大型|新型|最新|全新|优良|全球|顶级|尖端|(?<=领先|先进|顶级|尖端)设备|世界|国际|国内|领先|一流|最先进|智能化|常规|多台|全套|整套|知名|品牌|了|的|又|还|购买|购置|引进|(?:全[国省市县区院]|[省市县区]内|国内|我[国省市县区院]|世界|亚洲)?(?:首|第一)[台套部])+|\s)+"
)
_HEAD = (
    r"(?:仪|磁共振|核磁|钼靶|(?<!手)(?<!司)(?<!动)(?<!时)机|镜|系统|装置|工作站|机器人|导航|[伽质电氩超声磁射]\S{0,2}刀|地形图|[眼角]\S{0,3}计|裂隙灯|B超|彩超|A/B超|B/A超|A超|超声"
    r"|CT|CBCT|MRI|MR|PET|SPECT|DSA|DR|CR|OCT|UBM|FFR|IVUS|ECMO|IABP|Holter|HOLTER|C[形型]?臂|相机|激光|(?:除颤|起搏|治疗|刺激|呼吸|碎石|切割|监护|记录)器"
    r"|(?:探测|加速|发生|合成|计数|活度|测量)[仪器计]|合成模块|热室|探头)"
)
_DEVICE = re.compile(rf"[{HAN}A-Za-z0-9/+\-.·Ⅰ-Ⅻαβγ ]{{0,40}}?{_HEAD}$")
_ALSO_MAKERS = frozenset({"GE", "宾得", "百胜", "阿洛卡", "史赛克", "祥生", "爱尔康", "拓普康", "博士伦"})
_MAKERS = "|".join(sorted(map(re.escape, COMPANIES | _ALSO_MAKERS), key=len, reverse=True))
_BRANDED = re.compile(rf"(?:{_MAKERS})\s?[A-Za-z][A-Za-z0-9 \-]{{1,14}}$")
"""A maker and the code of its model: 飞利浦EPIQ7."""
_MADE_BY = re.compile(
    rf"(?:{_MAKERS})(?:公司|集团|医疗)?(?:(?:生产|制造|研制|研发|出产)?的|产|牌)?\s?(?:{_LEADS.pattern})?(?=[^\W_]\S)"
)
"""Who made a device, before its name and its praise: 甲公司生产的最先进的|双源CT."""
_NONE = re.compile(
    r"^[无缺]|新增|增添|添置|购置|引进|拥有|配备|管理|信息|叫号|预约|清洗|消毒|灭菌|办公|呼叫|供氧|空调|打印|复印|自助|门禁|教学|计算机|电脑(?!验光)|投影|病历|后勤|净化|自动门|发电机|电梯|消防"
    r"|患者|医院|中心|科室|医师|人员|床|项目|论文|专利|面积|手术室|诊室|体系|网络|研究|开展|治疗室|培训|模式|机[构制会关能组]"
)
_GENERIC = re.compile(
    r"(?:各|其|相关|医疗|影像|检查|诊断|诊疗|治疗|专用|辅助|配套|电子|光学|先进|大型|高端|智能|全|自动|数字|检测|实验|分析|精密|手术|临床|多功能)*(?:仪器?|机|镜|系统|装置|平台|工作站|设备|导航|探头)"
)
_SUFFIXED = re.compile(r"(?P<device>.*(?:CT|MRI?|PET|DSA|DR|CR|磁共振|彩超|加速器|机器人))(?:设备|系统)")
"""What says no more of a device: 3.0T磁共振|系统."""
_SETS = re.compile(r"等[^，。；]{0,12}?(?:设备|仪器|装备|器械)")
"""What ends a list that is one of devices."""
_SHORTEST, _MOST, _MISSED = 2, 40, 2


def devices(scene: Scene, at: int, *, told: bool = False, stop: int | None = None) -> Iterator[Thing]:
    """The devices of the list that starts here, each with where it stands; items that are none are passed over.

    A list whose first item is no device is none, unless its end, or what stands before it (``told``), says what it is of.
    It ends at ``stop``, by default where lists end.
    """
    last = _LAST.search(scene.text, at) if stop is None else None
    stop = stop if stop is not None else last.start() if last is not None else len(scene.text)
    missed = 0
    named = told or _SETS.match(scene.text, stop) is not None
    for start, end in _items(scene.text, at, stop)[:_MOST]:
        thing = _device(scene, start, end)
        if thing is None:
            missed += 1
            if (start == at and not named) or missed > _MISSED:
                return
        else:
            missed = 0
            yield thing


def _items(text: str, at: int, stop: int) -> list[tuple[int, int]]:
    """Where the items of a list stand; what stands in parentheses parts none."""
    found, start = [], at
    for link in _LINK.finditer(text, at, stop):
        inside = text[start : link.start()]
        if inside.count("（") + inside.count("(") > inside.count("）") + inside.count(")"):
            continue
        found.append((start, link.start()))
        start = link.end()
    return [*found, (start, stop)]


def _device(scene: Scene, start: int, end: int) -> Thing | None:
    """The device that an item names, counts, praise and the country that it comes from left out."""
    lead = _LEADS.match(scene.text, start, end)
    begin = lead.end() if lead is not None else start
    first = WHOSE_FIRST.match(scene.text[begin:end])
    begin += first.end() if first is not None else 0
    tail = re.compile(rf"(?:\s*{_COUNT})+\s*$").search(scene.text, begin, end)
    finish = tail.start() if tail is not None else end
    words = heal_name(scene.text[begin:finish]).strip(" “”\"'")
    maker = _MADE_BY.match(scene.text, begin, finish)
    if maker is not None and _fits(rest := _plain(heal_name(scene.text[maker.end() : finish]))):
        begin, words = maker.end(), rest
    known = next((one for one in scene.of("Technology") if one.start == begin and finish - one.end <= 0), None)
    if known is not None and known.end == finish:
        return Thing(known.ref, begin, finish)
    known = scene.starting_at(begin, "Technology")
    if known is not None and re.fullmatch(
        "设备|平台|机|仪|系统|检查仪|诊断仪|扫描仪|成像仪|检查系统|成像系统|诊断系统", scene.text[known.end : finish]
    ):
        return Thing(known.ref, begin, finish)
    words = _plain(words)
    if _BRANDED.match(words):
        return Thing(EntityRef(label="Technology", name=words), begin, finish)
    if not _fits(words) or not is_unbroken(words) or scene.within(begin, finish, "Person"):
        return None
    return Thing(EntityRef(label="Technology", name=known_name(words)), begin, finish)


def _plain(words: str) -> str:
    """The words without quotation marks, and without what says no more of a device."""
    words = words.strip(" “”\"'")
    suffixed = _SUFFIXED.fullmatch(words)
    return suffixed["device"] if suffixed is not None else words


def _fits(words: str) -> bool:
    """Whether words end as a device's name does, and are no device of any sort."""
    named = len(words) >= _SHORTEST and _DEVICE.match(words) is not None
    return named and not _NONE.search(words) and not _GENERIC.fullmatch(words)
