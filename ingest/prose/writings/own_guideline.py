"""The guideline that a document is, or tells of: what its title or its opening names, and not one that it only cites."""

from __future__ import annotations

import re

from kg.model import Document, EntityRef
from kg.text import HAN, heal_name

__all__ = ["without_bodies", "work_named"]

_BODY_BEFORE = re.compile(rf"^[{HAN}、，]{{4,60}}?(?:学组|分会|学会|协会|委员会|专家组|协作组)等?\s*[:：]\s*")
_COLUMN = re.compile(
    r"^(?:[【\[][^】\]]{2,12}[】\]]\s*"
    r"|[「『]?(?:标准|方案|规范|指南|共识|[与·•、\-]|诊疗|专家|解读|全文|新版){2,12}[」』]?(?:\s*[|｜│丨∣:：]\s*|\s+)(?=[^\s]{8}))+"
)
"""What column of a journal or page a title stands in: 【标准与规范】, 指南共识 | ."""
_GUIDELINE = re.compile(
    r"《(?P<name>[^《》]{6,60}?(?:共识|指南|规范|建议|标准|意见)(?:[（(][^（）()]{2,14}[)）])?)》"
    rf"|^(?P<bare>[{HAN}A-Za-z0-9/\-“”、]{{6,50}}?(?:共识|指南|规范)(?:[（(][^（）()]{{2,14}}[)）])?)(?:发布|解读|全文|正式发布|出炉)?$"
)
_OF_PROGRAMME = re.compile("(?:申报|项目|课题|专项|征集)(?:指南|通知)")
"""A guide for applicants, whose makers are no authors of a guideline."""
_ONLY_CITED = re.compile(
    "(?:参[照考阅见]|沿用|引用|借鉴|遵循|遵照|替代|取代|不同于|有别于|旧版|前一版|此前的?|既往的?|上一版)了?(?:[^，。；《》]{0,10}(?:的|发布|制定|制订|推荐))?$"
)
"""What stands before a guideline that another only leans on: 本规范参照|《某指南》."""
_CITED_AS = re.compile("》(?:等)?的?(?:基础上|补充|更新|修订版?$|后续|延续|要求|不同)")
"""What stands behind one: 是对《某规范|》的补充."""
_OPENING = 600
"""How much of a text may name what it is."""


def without_bodies(title: str) -> str:
    """A guideline's title without the column it stands in and those whose it is, which pages put before it.

    >>> without_bodies("某某医学会影像学组等：肾脏超声造影专家共识（2021）")
    '肾脏超声造影专家共识（2021）'
    >>> without_bodies("【指南·共识】肾脏超声造影专家共识"), without_bodies("标准与规范 | 肾脏超声造影专家共识")
    ('肾脏超声造影专家共识', '肾脏超声造影专家共识')
    """
    return _BODY_BEFORE.sub("", _COLUMN.sub("", title))


def work_named(document: Document) -> EntityRef | None:
    """The guideline that the title names, or the text's opening; one that a sentence only leans on is none of its own."""
    lines = document.text.lstrip()[:_OPENING].split("\n")
    for words in (document.title, *lines, "".join(line.strip() for line in lines)):
        bare = without_bodies(words.strip())
        for found in _GUIDELINE.finditer(bare):
            name = found["name"] or found["bare"]
            if not _OF_PROGRAMME.search(name) and not _is_cited(bare, found):
                return EntityRef(label="Guideline", name=heal_name(name))
    return None


def _is_cited(words: str, found: re.Match[str]) -> bool:
    leans = _ONLY_CITED.search(words[: found.start()]) or _CITED_AS.match(words, found.end() - 1)
    return found["name"] is not None and leans is not None
