"""Parts that go by their field alone, as parts of the body that the post before theirs is in: 某学会理事、放射学分会会长."""

from __future__ import annotations

import re

from ingest.lexicon import organization_kind
from ingest.ownerless import is_bare_school
from kg.text import HAN

__all__ = ["part_of"]

_SCHOOL = re.compile(rf"[{HAN}]{{2,}}?(?:大学|科学院)")
_GROUP = re.compile(rf"(?:(?!学会|协会|分会|委员会|专委会)[{HAN}]){{2,10}}(?:学组|专业组|协作组)")
_BRANCH = re.compile(
    rf"(?!全国|中华|中国|.{{1,6}}[省市区县])(?:(?!学会|协会|研究会|学组)[{HAN}]){{2,10}}(?:分会|专委会|专业委员会)(?:[{HAN}]{{2,8}}学组)?"
)


def part_of(name: str, owner: str) -> str:
    """The whole name of a part whose owner the post before told, the name itself where it is none or tells its own.

    >>> part_of("磁共振学组", "某省医学会放射学分会"), part_of("放射学分会", "某省医学会")
    ('某省医学会放射学分会磁共振学组', '某省医学会放射学分会')
    >>> part_of("生物医学工程研究所", "某某大学"), part_of("某市放射分会", "某省医学会"), part_of("放射分会", "某省分会")
    ('某某大学生物医学工程研究所', '某市放射分会', '放射分会')
    """
    kind = organization_kind(owner)
    if kind in ("society", "society_branch") and (_GROUP.fullmatch(name) or (kind == "society" and _BRANCH.fullmatch(name))):
        return owner + name
    school = _SCHOOL.match(owner) if is_bare_school(name) else None
    return name if school is None else school.group() + name
