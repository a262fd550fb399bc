"""What a title is a title of: the instrument that a project builds, the technique or field that a session discusses."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["disease_heads", "title_heads"]

_TAIL = re.compile(
    r"(?:的)?(?:(?:分析化学|化学|物理学?|生物学|数学)基础研究|研制|研发|研究|开发|基础研究|应用研究|关键技术|科学问题|关键问题|若干问题|(?:若干)?前沿(?:科学)?问题|前沿技术|技术问题|发展战略|"
    r"发展|进展|展望|现状|对策|建设|产业化|示范|评价|基础|理论|方法|及?其?应用|与应用|与转化|与开发|及其|与|及|和|、|[:：].*)+$"
)
_APPARATUS = re.compile(
    r"(?:仪器|谱仪|显微镜|内窥镜|内镜|扫描仪|探测器|成像仪|成像设备|成像装置|成像系统|测绘系统|显微系统|导航系统|分析系统|检测系统|监测系统|聚焦系统|集声系统|摄像仪器|一体机|机器人|"
    r"(?<=[成显检监测绘疗疗])(?:像|微|测|绘|疗)?(?:仪|装置|设备)|探针|造影剂|示踪剂|显像剂)$"
)
_TECHNIQUE = re.compile(
    r"(?:成像|显像|造影|断层|显微术|光谱|波谱|谱学|光子学|影像学|组学|成像学|波谱学|医学物理|核医学|放射医学|图谱|测量|传感|时空分析|(?:消融|碎化|融合|栓塞|活检|介入|穿刺|重建|配准|导航|引导|造影|摄影)术|[线光声]摄影(?:技术)?)$"
)
_PART = re.compile(r"[与和及、“”]|以及")
_OPENING = re.compile(r"^(?:新型|我国|中国|国产|若干|基于|面向|用于|一种|关于|针对|首台|首套|高端)+")
_GENERIC = re.compile(
    r"^(?:医学|生物|生物医学|分子|科学|临床|新型|相关|多功能|大型|通用|诊疗|检测|医疗|的)*(?:仪器|设备|装置|系统|探针|机器人)$"
)
_ILL_ENDS = (
    r"(?:综合征|动脉瘤|白血病|淋巴瘤|黑色素瘤|血管瘤|瘤(?!样)|癌(?!变|前|基|细胞|痛)|病(?!人|例|房|区|变|毒|理|原|因|史|程|灶|情|菌|种|损|床)|炎(?!症|性)|(?<!重)症(?!状|候)|结石|水肿|梗死|梗塞|出血|损伤(?!函数|机|修|模|评)|骨折|狭窄|畸形|衰竭|栓塞|血栓|硬化|纤维化|囊肿|息肉"
    r"|溃疡|缺血|积液|脱位|撕裂|侧弯|萎缩|痴呆|疝|骨质疏松|肥大|肺结核|缺损|夹层|斑块|结节(?!病))"
)
_ILL_PLACED = r"(?<=[性统脏官管腺膜脑心肺肝肾胃肠骨眼肤液位])(?:疾病|病变)"
"""What ends the name of an illness by where it is, or of what sort: 神经系统|病变, 自身炎症性|疾病."""
_ILLNESS = re.compile(
    rf"(?:^(?:面向|针对|基于|用于|关于)?|(?<=[的在对于与和及、“用合伴])|(?<=基于)|(?<=面向)|(?<=针对)|(?<=预测)|(?<=评估)|(?<=评价)|(?<=诊断)|(?<=治疗)|(?<=筛查)|(?<=鉴别)|(?<=早期)|(?<=识别)|(?<=监测)|(?<=检测)|(?<=靶向))"
    rf"(?P<name>(?:(?![的在对与和及、“”于])[\u4e00-\u9fff]){{1,8}}?{_ILL_ENDS}|(?:(?![的在对与和及、“”于用])[\u4e00-\u9fff]){{2,11}}?{_ILL_PLACED})"
)
_NO_ILLNESS = re.compile(
    "^.{0,2}[发患得生致治看防]病$|成像|影像|图像|超声|磁共振|探针|诊断|治疗|预测|评估|研究|机制|模型|技术|系统(?!疾病|病变|性)|方法|(?<![性统脏官管腺膜脑心肺肝肾胃肠骨眼肤液])疾病$|^.{0,3}性疾病$|^(?:全身|重大|常见|多|各)?(?:系统|器官)(?:疾病|病变)$|基于|用于|数据|检测|监测|识别|筛查|^(?:该|其|多|各|慢性|急性|重大|常见|早期|晚期|相关)+(?:病|症|炎|瘤|癌)$|网络|深度|学习|动物|多病|共病|无创|微创|炎症(?!性疾)|病症|癌症|[抗致防]癌|医院|社区|基层|县域|临床|患者|术[后前中]|国产|细胞|分子|蛋白|[小大]鼠|免疫|活体|体内|模态|微环境|金属|伪影|微球|载药|化疗栓塞|动脉栓塞|逆流|^经(?!期|前期)|[“”]|两癌"
)
_QUOTES = str.maketrans("", "", '“”"《》')
_SHORTEST, _LONGEST = 4, 22


def title_heads(title: str) -> Iterator[tuple[int, int]]:
    """Where a title names an apparatus, a technique or a field as its head: the last noun of each of its coordinated parts.

    What is done with it (研制, 的研究, 发展战略) and what it is of (up to the last 的) are left out.

    >>> title = "面向早期诊断的多通道脑磁谱仪研制"
    >>> [title[start:end] for start, end in title_heads(title)]
    ['多通道脑磁谱仪']
    >>> list(title_heads("心血管疾病的发病机制"))
    []
    """
    end = len(_TAIL.sub("", title))
    bounds = [0, *(place for mark in _PART.finditer(title, 0, end) for place in mark.span()), end]
    for start, stop in zip(bounds[::2], bounds[1::2], strict=True):
        stop = start + len(_TAIL.sub("", title[start:stop]))
        start = max(start, title.rfind("的", start, stop) + 1)
        opening = _OPENING.match(title[start:stop])
        start += opening.end() if opening else 0
        head = title[start:stop].translate(_QUOTES)
        if _SHORTEST <= len(head) <= _LONGEST and head == title[start:stop] and _is_head(head):
            yield start, stop


def disease_heads(title: str) -> Iterator[tuple[int, int]]:
    """Where a title names an illness by its ending, from what parts it from the words before: 尿路结石, 高原肺水肿.

    >>> title = "双能量CT在尿路结石成分分析中的应用"
    >>> [title[start:end] for start, end in disease_heads(title)]
    ['尿路结石']
    >>> [list(disease_heads(title)) for title in ("炎症微环境的成像研究", "低场磁共振图像损伤函数", "致病基因鉴定")]
    [[], [], []]
    """
    at = 0
    while (match := _ILLNESS.search(title, at)) is not None:
        told = not _NO_ILLNESS.search(match["name"])
        at = match.end() if told else match.start("name") + 1
        if told:
            yield match.span("name")


def _is_head(head: str) -> bool:
    return bool(_APPARATUS.search(head) or _TECHNIQUE.search(head)) and not _GENERIC.match(head)
