"""What names are made of: surnames, titles, positions, places and the endings of organisations' names."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from pathlib import Path

from kg.text import HAN

__all__ = [
    "COMPANIES",
    "COMPOUND_SURNAMES",
    "NOT_NAMES",
    "OPENS_NO_NAME",
    "ORGANIZATION_SUFFIXES",
    "PLACES",
    "PLACE_ENDINGS",
    "POSITIONS",
    "SURNAMES",
    "TITLES",
    "could_be_person",
    "is_person",
    "is_place",
    "is_position",
    "is_title",
    "lexicon_sections",
    "organization_kind",
    "spelled_out",
    "split_titles",
]

_LEXICA = Path(__file__).parent / "lexica"
_KEPT = 1 << 14
"""How many answers about words are kept: enough for a document's, however many documents follow."""


def lexicon_sections(name: str) -> dict[str, str]:
    """The sections of a lexicon file: what follows each "% title" line, comments left out."""
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in (_LEXICA / name).read_text("utf-8").splitlines():
        if line.startswith("% "):
            section = line[2:].strip()
            found[section] = []
        elif not line.startswith("#"):
            found[section].append(line)
    return {title: "\n".join(lines) for title, lines in found.items()}


def spelled_out(written: str) -> list[str]:
    """The words that one of a lexicon with choices in braces stands for.

    >>> spelled_out("{负责|主持}人{|姓名}")
    ['负责人', '负责人姓名', '主持人', '主持人姓名']
    """
    return ["".join(chosen) for chosen in product(*(part.split("|") for part in re.split(r"[{}]", written)))]


_SURNAME_FILE = lexicon_sections("surnames.txt")
_PLACE_FILE = lexicon_sections("places.txt")

SURNAMES: frozenset[str] = frozenset(_SURNAME_FILE[""]) - {"\n"}
"""Surnames of one character."""

RARE_SURNAMES: frozenset[str] = frozenset(_SURNAME_FILE["rare"]) - {"\n"}
"""Surnames that are common words too: only where a name is to be expected."""

COMPOUND_SURNAMES: frozenset[str] = frozenset(_SURNAME_FILE["compound"].split())
"""Surnames of two or more characters."""

NOT_NAMES: frozenset[str] = frozenset(lexicon_sections("not_names.txt")[""].split())
"""Words that look like names."""

NAME_PARTS: frozenset[str] = frozenset(part for parts in lexicon_sections("name_parts.txt").values() for part in parts.split())
"""What Tibetan, Mongolian and Turkic names are made of, as they are written in Chinese."""

PLACES: dict[str, str] = {name: kind for kind, names in _PLACE_FILE.items() for name in names.split()}
"""Places by name, to their kind: province, city, district, region, country or foreign_city."""

PLACE_ENDINGS = ("特别行政区", "自治区", "自治州", "地区", "新区", "省", "市", "区", "县", "盟", "州")

# Characters that given names do not use: function words, numerals and measures, anatomy, illness, administration, coinages.
_NOT_GIVEN = frozenset(
    "的了着是说我副部与跟或者等被把给让使很最更太都但则且却并这哪每各另某什么怎吗呢吧啊呀们及由从到较还也只仅该须"
    "二两五六七八九十零个件例次届第类种型页篇册条款秒米吨亩倍率比值"
    "血脏肺肝肾胃肠脑脾胰胆膀胱腺喉鼻耳眼舌牙骨髓皮肤肌肉腹腔胸腰腿臂颈椎腕膝"
    "病症癌瘤炎疾患疗诊药剂疡疹痛热咳喘毒菌疫伤残死杀尸丧墓鬼"
    "局厅署处系股院校所厂址受做搞弄拿找吃喝跑跳睡扔砍"
    "器械检测查课账税额码摘译暨低坏错假旧丑恶贫穷差劣臭脏烂您咱谁侧端距称职务聘辞退"
)

_TRANSCRIBING = frozenset("都热米肉比则")
"""Characters of the above that write the sounds of dotted names."""

_CHINESE_NAME = re.compile(rf"[{HAN}]{{2,4}}")
OPENS_NO_NAME = re.compile(
    "第五(?:部|章|节|届|次|名|位|轮|期|批|代|类|组|页|卷|条|项|人|附|医|中|大|院|完|作|单|个|阶|步|方|点|研)|全[国省市院军校球区县]|年[起底初会]|时[候间期常]|师[从承]|毕业|候[任选]|承[办担建接诺]|时任|连任|华[东南西北中]|项目|年度|国[家际内]|高[级校等]|闭[幕环合口馆]|脱[水敏落离贫钩]|零[售件部]|敦[促煌]|有[正副]"
)
"""Words that open with a surname, whatever of a name's length follows: 全国卫生|系统, 项目组."""
_ENDS_NO_NAME = re.compile(
    "[一二两三四五六七八九十几数][人位名]$|(?<=.{2})[区县]$|(?<=^谈)项目$|无人$|^从.大$|^(?:宣传|信息)[科部处]$|秘书长?$"
)
"""What closes a row of names (张三三人), and districts that open with a surname."""
_WHOLE_NAME = 4
"""How long a part must be to be a name by itself (木合塔尔, 买合木提)."""
_PARTS = "|".join(sorted(NAME_PARTS, key=len, reverse=True))
_NAME_OF_PARTS = re.compile(rf"(?:{_PARTS}){{2,3}}|(?:{_PARTS})[措草吉]")
_DOTTED_NAME = re.compile(rf"[{HAN}]{{1,7}}(?:[·•・．][{HAN}]{{1,7}}){{1,3}}")
_LATIN_WORD = r"[A-Z][a-zà-öø-ÿ'’]+(?:-[A-Za-z][a-zà-öø-ÿ]+)?|(?:O['’]|Mc|Mac|De|Van|Von|La|Le)[A-Z][a-z]+"
_INITIAL = r"[A-Z]\.?(?:-?[A-Z]\.?)?"
_PARTICLE = r"(?:van|von|de|der|den|la|le|di|da|el|al|bin)"
_LATIN_NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_LATIN_WORD})(?: {_INITIAL}){{1,2}}(?: {_PARTICLE}){{0,2}} (?:{_LATIN_WORD})",  # Edgar J. Whitlow
        rf"(?:{_INITIAL} ){{1,3}}(?:{_PARTICLE} ){{0,2}}(?:{_LATIN_WORD})",  # X. Xu
        rf"(?:{_PARTICLE} ){{0,2}}(?:{_LATIN_WORD}),? {_INITIAL}",  # Xu X., Whitlow EJ
        rf"(?:{_LATIN_WORD}),? (?:{_PARTICLE} ){{0,2}}(?:{_LATIN_WORD})(?: (?:{_LATIN_WORD}))?",  # Zhang Wei
    )
)
_NO_GIVEN_NAMES = frozenset(lexicon_sections("not_names.txt")["given"].split())
"""What people are called by behind a surname (张教授), bodies and verbs: 由总统 is no name."""
_LATIN_WORDS_NOT_NAMES = frozenset(lexicon_sections("latin_words.txt")[""].split())

_LATIN_LETTERS = re.compile(r"[A-Za-zà-öø-ÿ-]+")

_TITLE_WORDS = (
    r"(?:主任|副主任|主治|主管|住院|助理)?(?:中医师|(?:中西医结合)?医师)|(?:主任|副主任|主治|住院)医生|医士|(?:主任|副主任|主管)?(?:护师|技师|药师|中药师|检验师|技士|药士)"
    r"|护士|(?:主任|副主任)?(?:护士|技术员)|(?:主任|副主任|主管|高级)?(?:医学)?物理师|(?:特聘|特任|讲席|讲座|终身|岗位|双聘|客座|兼职|校外|教学|临床|二级|三级|一级|荣誉|长聘|准聘|名誉)*(?:副)?教授"
    r"|助理教授|(?:兼职|高级)?讲师|助教|高级技师|(?:二级|三级)?(?:特聘|特任|客座|兼职|双聘|资深|首席)?(?:副|助理|特别|青年)?研究员|研究实习员|实习研究员"
    r"|(?:正|教授级|研究员级)?高级工程师|(?:助理|主任|主管|首席|资深)?(?:算法|软件|硬件|研发|系统|设备|影像|数据|测试|机械|电子|电气|临床|应用)*工程师"
    r"|(?:正|教授级|研究员级)?高工|(?:正)?高级实验师|(?:助理)?实验师"
    r"|(?:正)?高级(?:经济|会计|统计|政工|审计|兽医|农艺)师|(?:助理)?(?:经济|会计|统计|政工|农艺)师|(?:副)?编审|编辑"
    r"|(?:副)?研究馆员|馆员|(?:两院|中国科学院|中国工程院|中科院|工程院|外籍|资深|荣誉)?院士"
    r"|正高级?|副高级?|中级|初级|正高级职称|副高级职称|博士后|技术员|无|其他"
)
_TITLE = re.compile(rf"(?:{_TITLE_WORDS})")
_TITLE_JOIN = re.compile(r"\s*(?:[,，、;；]|兼(?!职)|(?<![A-Za-z])/|/(?![A-Za-z]))\s*|\s+")
"""What parts titles; a stroke between letters parts none (PET/CT中心主任)."""

TITLES: tuple[str, ...] = (
    *("主任医师", "副主任医师", "主治医师", "住院医师", "主任中医师", "副主任中医师", "助理医师", "医师"),
    *("主任医生", "副主任医生", "主治医生", "住院医生"),
    *("主任技师", "副主任技师", "主管技师", "技师", "主任药师", "副主任药师", "主管药师", "药师", "医学物理师", "物理师"),
    *(
        "主任护师",
        "副主任护师",
        "主管护师",
        "护师",
        "护士",
        "特聘教授",
        "讲席教授",
        "副教授",
        "助理教授",
        "教授",
        "讲师",
        "助教",
    ),
    *("副研究员", "助理研究员", "特聘研究员", "研究员", "研究实习员", "正高级工程师", "教授级高级工程师", "高级工程师"),
    *("助理工程师", "工程师", "高级实验师", "实验师", "编审", "副编审", "院士"),
    *("正高级会计师", "高级会计师", "会计师", "正高级经济师", "高级经济师"),
)
"""The commonest professional titles (职称), as they follow a name; ``is_title`` knows more."""

POSITIONS: tuple[str, ...] = (
    *("党委书记", "副书记", "书记", "常务副院长", "名誉院长", "执行院长", "副院长", "院长", "副校长", "校长", "副所长", "所长"),
    *("常务副主任", "科副主任", "科主任", "执行主任", "名誉主任", "副主任", "主任", "副处长", "处长", "副局长", "局长", "部长"),
    *("副厅长", "厅长", "总经理", "副总经理", "董事长", "总裁", "副总裁", "首席科学家", "首席技术官", "首席执行官", "总工程师"),
    *("CEO", "CFO", "COO", "CTO", "CMO", "CSO"),
    *("护士长", "组长", "副组长", "学科带头人", "学术带头人", "科室主任", "教研室主任", "系主任", "负责人", "台长", "秘书长"),
    *(
        "副部长",
        "司长",
        "副司长",
        "委员长",
        "副委员长",
        "总理",
        "副总理",
        "省长",
        "副省长",
        "市长",
        "副市长",
        "区长",
        "副区长",
        "县长",
        "副县长",
        "馆长",
        "副馆长",
        "站长",
        "科长",
        "副科长",
    ),
    *(
        "总会计师",
        "总药师",
        "工会主席",
        "监事长",
        "首席科学官",
        "首席医学官",
        "总设计师",
        "副总设计师",
        "总指挥",
        "技术主管",
        "教学秘书",
        "科秘书",
        "首席专家",
        "院长助理",
        "校长助理",
        "所长助理",
        "主任助理",
        "教务长",
        "总干事",
        "巡视员",
        "调研员",
        "技师长",
        "首席物理师",
        "物理师组长",
    ),
    *("创始人", "专员", "监察专员", "总监", "产品经理", "项目经理", "研发经理", "党组成员", "党委委员", "党委常委"),
)
"""Administrative positions (行政职务), as they end a position or follow a name."""

_POSITION = re.compile(rf"[{HAN}A-Za-z0-9（）()·/-]{{0,24}}?(?:{'|'.join(sorted(POSITIONS, key=len, reverse=True))})")

COMPANIES: frozenset[str] = frozenset(lexicon_sections("companies.txt")[""].split())
"""Makers of imaging equipment and computing that are named without 公司; general knowledge of the field."""

_MAKER = re.compile(rf"(?:{'|'.join(sorted(COMPANIES, key=len, reverse=True))})(?:医疗|医学|健康|生命科学)(?:科技|集团|中国)?")
"""A maker by its short name and its trade: 西门子|医疗."""

_ENDINGS = (line.split() for line in lexicon_sections("organizations.txt")[""].splitlines())
ORGANIZATION_SUFFIXES: tuple[tuple[str, str], ...] = tuple((ending, "" if kind == "-" else kind) for ending, kind in _ENDINGS)
"""Endings of organisations' names, in order, to the kind each tells; an empty kind is no organisation."""
_SUFFIXES_BY_LAST: dict[str, list[tuple[str, str]]] = {}
for _suffix, _kind in ORGANIZATION_SUFFIXES:
    _SUFFIXES_BY_LAST.setdefault(_suffix[-1], []).append((_suffix, _kind))

_MINISTRY = re.compile(
    r"(?:科学技术|科技|教育|卫生|工业和信息化|财政|国防|公安|民政|商务|外交|农业农村|农业|生态环境|交通运输|水利|能源|"
    r"人力资源和?社会保障|文化和旅游|后勤保障|总后勤|总装备|装备发展|宣传|组织|统战|退役军人事务|能源)部$"
)
_BUREAU = re.compile(rf"[{HAN}]{{2,}}(?:局|厅|署)$")
_WARD = re.compile(
    r"(?:内|外|妇|产|儿|影像|放射|超声|核医学|检验|病理|麻醉|急诊|介入|肿瘤|康复|心血管|神经|骨|眼|口腔|皮肤|感染|呼吸|消化|"
    r"血液|肾病|肾脏|泌尿|胸|血管|心脏|医学|重症|输血|药剂|药学|护理|信息|科教|医务|科研|放疗|治疗|电图|脑电图|内镜|中医|诊断|"
    r"疼痛|营养|体检|保健|设备|风湿免疫|内分泌|男|整形|烧伤|传染|精神|老年|全科医学|心理|耳鼻喉|头颈|乳腺|肝胆|胃肠|普通|结核|"
    r"咽喉|肝病|肺病|脾胃病|脑病|心病|骨伤|肛肠|肝脏|脑血管|睡眠|微创|屈光|眼底|视光|种植|正畸|牙周|修复|小儿|感染性疾病|癫痫|血液净化|电诊|"
    r"生殖|遗传|变态反应|综合|病案|统计|门诊|磁共振|CT|心电|功能检查)[一二三四五六七八九]?科$"
)
_OFFICE = re.compile(
    rf"[{HAN}]{{2,}}(?:处|科技部|教务部|医务部|护理部|影像诊断部|诊断部|药学部|信息部|临床部|研发部|事业部|(?<![体谱关联])系)$"
)
_ICU = re.compile(
    r"(?:ICU|CCU|NICU|重症监护室|监护室|导管室|手术室|超声室|CT室|磁共振室|[心脑肌]电图室|心电室|电生理室|内镜室)\d*$"
)
_LATIN_KINDS = (
    (re.compile(r"\bHospitals?\b|\bClinic\b|\bMedical Center\b", re.I), "hospital"),
    (re.compile(r"\b(?:Department|Division|Dept)\b", re.I), "department"),
    (re.compile(r"\bLaborator(?:y|ies)\b|\bLab\b", re.I), "laboratory"),
    (re.compile(r"\bFoundation\b", re.I), "funder"),
    (re.compile(r"\bUniversity\b|\bCollege\b|\bSchool\b|\bUniversität\b", re.I), "university"),
    (re.compile(r"\bInstitut(?:e|es|ion)?\b|\bAcademy\b|\bCent(?:er|re)\b", re.I), "institute"),
    (re.compile(r"\bSociety\b|\bAssociation\b|\bFederation\b", re.I), "society"),
    (re.compile(r"\b(?:Inc|Ltd|Corp|GmbH|LLC|Company|Co)\b\.?|\bHealthcare$", re.I), "company"),
    (re.compile(r"\b(?:Ministry|Administration|Council|Commission|Agency)\b", re.I), "government"),
)
_ACADEMY = re.compile(rf"中科院(?:[{HAN}]{{2,12}}[所院台])?|中国科学院[{HAN}]{{2,12}}[所台]")
_PARENTHESIS = re.compile(r"[（(][^（）()]*[）)]$")
_HAN = re.compile(rf"[{HAN}]")


@lru_cache(maxsize=_KEPT)
def is_person(text: str) -> bool:
    """Whether the text is a person's name and nothing else: Chinese of 2 to 4 characters, of other peoples of China, or Latin.

    >>> [is_person(name) for name in ("欧阳明珠", "买买提·艾力", "Edgar J. Whitlow", "高血压", "高工", "Deep Learning")]
    [True, True, True, False, False, False]
    """
    if _NAME_OF_PARTS.fullmatch(text) or (text in NAME_PARTS and len(text) >= _WHOLE_NAME):
        return True
    if _CHINESE_NAME.fullmatch(text):
        no_name = (
            OPENS_NO_NAME.match(text) or _ENDS_NO_NAME.search(text) or text in NOT_NAMES or is_place(text) or is_title(text)
        )
        return not no_name and any(map(_plausible, _given_names(text)))
    if _DOTTED_NAME.fullmatch(text):
        return not (_NOT_GIVEN - _TRANSCRIBING).intersection(text)
    return _is_latin_person(text)


@lru_cache(maxsize=_KEPT)
def could_be_person(text: str) -> bool:
    """Whether the text has the shape of a name, words not ruled out: for columns and places that hold names anyway.

    >>> could_be_person("高峰"), is_person("高峰"), could_be_person("医院"), could_be_person("承办")
    (True, False, False, False)
    """
    if is_person(text) or text in NAME_PARTS:
        return True
    given = [*_given_names(text), *([text[1:]] if text[:1] in RARE_SURNAMES and len(text) <= 3 else [])]
    shaped = _CHINESE_NAME.fullmatch(text) and not OPENS_NO_NAME.match(text)
    return bool(shaped and any(map(_plausible, given))) and not is_title(text)


@lru_cache(maxsize=_KEPT)
def organization_kind(name: str) -> str | None:
    """The kind that the ending of an organisation's name tells, None where the name does not end as one.

    >>> [organization_kind(name) for name in ("某某大学附属医院", "中国科学院", "某某学会放射学分会", "高血压")]
    ['hospital', 'institute', 'society_branch', None]
    """
    bare = _PARENTHESIS.sub("", name.strip()).strip()
    if bare in COMPANIES or _MAKER.fullmatch(bare):
        return "company"
    if _ACADEMY.fullmatch(bare):
        return "institute"
    for suffix, kind in _SUFFIXES_BY_LAST.get(bare[-1:], ()):
        if bare.endswith(suffix):
            return kind or None
    if _MINISTRY.search(bare) or _BUREAU.fullmatch(bare):
        return "government"
    if _WARD.search(bare) or _OFFICE.fullmatch(bare) or _ICU.search(bare):
        return "department"
    return None if _HAN.search(bare) else _latin_kind(bare)


@lru_cache(maxsize=_KEPT)
def is_place(text: str) -> bool:
    """Whether the text is a country, region, province, city or district, with or without 省, 市, 区.

    >>> is_place("河北省"), is_place("武汉"), is_place("医院")
    (True, True, False)
    """
    if text in PLACES:
        return True
    if not text.endswith(PLACE_ENDINGS):
        return False
    return any(text.endswith(ending) and text.removesuffix(ending) in PLACES for ending in PLACE_ENDINGS)


@lru_cache(maxsize=_KEPT)
def is_title(text: str) -> bool:
    """Whether the text is one professional title (职称) or several joined by a comma, a dot or a space.

    >>> is_title("主任医师、教授"), is_title("副研究员"), is_title("科主任")
    (True, True, False)
    """
    parts = split_titles(text)
    return bool(parts) and all(_TITLE.fullmatch(part) for part in parts)


@lru_cache(maxsize=_KEPT)
def is_position(text: str) -> bool:
    """Whether the text is an administrative position (行政职务), or several.

    >>> is_position("副院长，医学影像科主任"), is_position("主任医师")
    (True, False)
    """
    parts = split_titles(text)
    return bool(parts) and all(part == "无" or _POSITION.fullmatch(part) for part in parts)


def split_titles(text: str) -> tuple[str, ...]:
    """The parts of a cell that lists titles or positions.

    >>> split_titles("主任医师、教授")
    ('主任医师', '教授')
    """
    return tuple(part for part in _TITLE_JOIN.split(text.strip()) if part)


def _given_names(text: str) -> list[str]:
    """What is left of a Chinese name after each surname that it may open with."""
    given = [text[1:]] if text[:1] in SURNAMES and len(text) <= 3 else []
    given += [text[length:] for length in (2, 4) if text[:length] in COMPOUND_SURNAMES and len(text) - length in (1, 2)]
    if len(text) == 4 and text[0] in SURNAMES and text[1] in SURNAMES:
        given.append(text[2:])
    return given


def _plausible(given: str) -> bool:
    return given not in _NO_GIVEN_NAMES and not _NOT_GIVEN.intersection(given)


def _is_latin_person(text: str) -> bool:
    words = _LATIN_LETTERS.findall(text)
    if any(word.casefold() in _LATIN_WORDS_NOT_NAMES for word in words):
        return False
    return any(pattern.fullmatch(text) for pattern in _LATIN_NAMES)


def _latin_kind(name: str) -> str | None:
    return next((kind for pattern, kind in _LATIN_KINDS if pattern.search(name)), None)
