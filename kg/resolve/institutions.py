"""What the name of a Chinese institution says of it: whose part it is, and whether it is nobody's own. All names are folded."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from kg.resolve.authority import full_name
from kg.resolve.terms import starts_with_place

__all__ = ["is_department", "is_nobodys_own", "names_its_parent", "parents_by_name"]

_ORDINAL = "一二三四五六七八九十"
_GENERIC = re.compile(
    rf"第|[{_ORDINAL}\d]+|附属|直属|临床|人民|中心|肿瘤|癌症|儿童|口腔|眼科|妇产|妇幼|保健|中西医结合|中医|传染病|胸科|胸部|心血管病|心脏|精神卫生|脑科|骨科|皮肤病"
    r"|康复|职工|红十字会?|综合|专科|军区|解放军|武警|总|省立?|市立?|县|区|大学|医学|医科|科学|研究|基础|本|我|该"
)
_KIND = re.compile(r"(?:医院|学院|研究所|研究院|院|所|中心)$")
_DEPARTMENT = re.compile(
    r"(?:科|科室|教研室|课题组|病房|病区|院区|门诊|诊室|学组|团队|研究室|实验室|分会|专业委员会|专委会|专家委员会)$"
)
_OFFICE = re.compile(
    r"[省市区县]?(?:人民政府|政府|(?:卫健|卫生健康|卫计|发改|科|教|计生)委(?:员会)?|(?:卫生|科技|科学技术|教育|财政|药监|药品监督管理|医保|医疗保障)[厅局])"
)
"""Offices that each province and city has."""
_ARMY = re.compile(r"(?:中国人民)?解放军(?:总医院|第?[\d〇零○一二三四五六七八九]{3}医院)|第?(?:301|三[〇零○]一)医院")
"""There is one of each."""
_POINTING = re.compile(r"[我本该此贵][院校所司会中科]")
_STANDS_ALONE = re.compile(
    rf"(?<=..)[省市]|(?<=..)(?<!附属)[{_ORDINAL}]院|医院|大学|学院|科学院|研究院|研究所|公司|(?<!分)学会|协会|研究会|联合会|联盟|集团|基金|国家|中国|全国|中华|国际|卫生部|教育部|科技部"
)
_PARENT_END = re.compile(r"大学|学院|科学院|医院|研究院|研究所|学会|协会|集团|委员会|中心")
_PARENT = re.compile(rf"(?:{_PARENT_END.pattern})$")
_PART = re.compile(r"(?:医院|学院|研究所|研究院|中心|分会|学组|委员会|实验室|学部|集团|[科室系处部所院])$")


@lru_cache(maxsize=1 << 16)
def is_nobodys_own(name: str) -> bool:
    """Whether a name is a bare kind, ordinal, department or branch, which many institutions have, or points: 该院.

    >>> [is_nobodys_own(name) for name in ("第一医院", "核医学科", "附属肿瘤医院", "影像分会", "我院")]
    [True, True, True, True, True]
    >>> [is_nobodys_own(name) for name in ("长河医院", "滨江大学核医学科", "滨江医学会影像分会")]
    [False, False, False]
    """
    if full_name(name) != name or _ARMY.match(name):
        return False
    if _POINTING.match(name) or _OFFICE.fullmatch(name) or is_department(name):
        return True
    stem = _KIND.sub("", name)
    return stem != name and len(_GENERIC.sub("", stem)) == 0


def is_department(name: str) -> bool:
    """Whether a name is that of a department or branch without the institution that it belongs to.

    >>> [is_department(name) for name in ("核医学科", "滨江大学核医学科", "第一医院")]
    [True, False, False]
    """
    return bool(_DEPARTMENT.search(name)) and not (_STANDS_ALONE.search(name) or starts_with_place(name))


def parents_by_name(name: str, names: Container[str]) -> Iterator[str]:
    """Those of the names that stand in front of this one as its parents do, the shortest first.

    >>> list(parents_by_name("滨江大学第三医院放射科", {"滨江大学", "滨江大学第三医院", "滨江"}))
    ['滨江大学', '滨江大学第三医院']
    """
    for found in _PARENT_END.finditer(name):
        parent = name[: found.end()]
        if parent in names and names_its_parent(name, parent):
            yield parent


def names_its_parent(name: str, parent: str) -> bool:
    """Whether a name is that of a part, with the parent's name in front.

    >>> names_its_parent("滨江大学第三医院", "滨江大学"), names_its_parent("滨江医学会影像分会", "滨江医学会")
    (True, True)
    >>> names_its_parent("长河医疗集团有限公司", "长河医疗集团")
    False
    """
    return name.startswith(parent) and bool(_PARENT.search(parent)) and bool(_PART.search(name[len(parent) :]))
