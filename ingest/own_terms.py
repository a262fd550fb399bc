"""Techniques by the names that a document itself makes known: with a short name in brackets, or longer than the lexicon's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.nlp import Entity, EntityFinder
from ingest.prose.technology.naming import ITEM_HEAD, is_unbroken, is_vague, without_lead
from kg.model import Document
from kg.text import HAN, heal_name

__all__ = ["own_terms"]

_GLOSS = re.compile(
    rf"(?P<name>[{HAN}A-Za-z0-9/\-]{{2,24}}(?:\n[{HAN}A-Za-z0-9/\-]{{1,24}})?)\s*[（(]\s*"
    r"(?:(?:以下)?简称[为：:]?\s*|[A-Za-z][A-Za-z0-9\s\-,/']{2,90}?[,，;；]\s*(?:(?:以下)?简称[为：:]?\s*)?)?"
    r"[“\"]?(?P<short>(?=(?:[^A-Z（）()]*[A-Z]){2})[A-Za-z][A-Za-z0-9\-/]{1,9}(?: [A-Z][a-z]+)?)[”\"]?\s*[)）]"
)
_BROKEN = re.compile(rf"(?<=[{HAN}])\n(?=[{HAN}（(])")
_OTHER_HEADS = re.compile(r"(?:穿刺|活检|追踪|强化|增强|灌注|弹性|术)$")
"""How techniques end besides what ingest.prose.technology.naming has, where a short name stands behind them."""
_BEFORE = re.compile(rf"[{HAN}A-Za-z0-9\-]{{1,10}}$")
_NO_PART = re.compile(
    r"[省市县区州镇乡]$|术[前中后]|单纯|单独|普通|常规|传统|高端|先进|新型|国产|进口|首[台例次个]|第|[患医][者生院师]|检查|诊断|治疗|研究|早期|临床|联合|结合|同期|及时|患|例|年|月|日|次|台|名|人|家|科$|院|组|的|者|病$|癌$|瘤$|炎$|症$"
    r"|评|析|度|率|量|我国|国内|中国|中华|国际|报告|产业|行业|市场|全国|全球|世界|医学|影像|质|学$|法$|使|行|用|做|作|无|有|非|未|不|较|优|低于|高于|比|当|即"
    r"|(?:头|颈|胸|腹|盆|肝|肺|脑|肾|胰|心|骨|脾|肠|胃|乳腺|甲状腺|前列腺|冠脉|冠状动脉|血管|心脏|心血管|全身|脊柱|关节|眼|口腔|经?食管|经?直肠|经?阴道|妇科|产科|儿科|胎儿|床旁)[部腔脏]?$"
)
"""What stands before the name of a technique and makes no other of it: when, on whom, on which part of the body."""
_GOES_ON = re.compile("学|科|杂志|设备|仪|机|系统|中心|分会|技术员|医")
"""What goes on behind a name that is a part of another's."""
_FEWEST = 2
_SHORTEST, _LONGEST = 4, 16


def own_terms(document: Document, finder: EntityFinder) -> dict[str, tuple[str, str]]:
    """The techniques that the document names in its own way and the ontology has not, as the finder is taught them.

    Such are what stands before a short name in brackets (某某成像（some imaging，SI）), by that too, and names that only
    end as one of the ontology does (频域|某某成像) where the document uses them more than once.
    """
    text = _BROKEN.sub("", document.text)
    found: dict[str, str] = {}
    for gloss in _GLOSS.finditer(document.text) if "（" in text or "(" in text else ():
        name = _named(gloss["name"], text)
        if finder.known(name) is None and (ITEM_HEAD.search(name) or _OTHER_HEADS.search(name)) and _is_name(name):
            found.setdefault(name, name)
            if finder.known(gloss["short"]) is None:
                found.setdefault(gloss["short"], name)
    for line in document.text.split("\n"):
        for name in _longer(line, finder.found(line)):
            if name not in found and finder.known(name) is None and text.count(name) >= _FEWEST:
                found[name] = name
    return {form: ("TECHNOLOGY", name) for form, name in found.items()}


def _named(words: str, text: str) -> str:
    """The name that a short one stands behind: with the line above only where a line was broken within it."""
    whole, last = without_lead(words.replace("\n", "")), without_lead(words.split("\n")[-1])
    return whole if "\n" not in words or text.count(whole) >= _FEWEST else last


def _is_name(name: str) -> bool:
    return len(name) >= _SHORTEST and not is_vague(name) and is_unbroken(name)


def _longer(text: str, found: Sequence[Entity]) -> Iterator[str]:
    """The names that only end as one of the lexicon does, where a clause or what no name holds stands before them."""
    for one in found:
        surface = text[one.start : one.end]
        before = _BEFORE.search(text, 0, one.start) if one.label == "TECHNOLOGY" and one.concept else None
        if before is None or not re.search(f"[{HAN}]$", surface) or _GOES_ON.match(text, one.end):
            continue
        start = max([before.start(), *(other.end for other in found if other.end <= one.start and other.label != one.label)])
        words = without_lead(text[start : one.end])
        part = words.removesuffix(surface)
        fits = part and part != words and len(words) <= _LONGEST and not _NO_PART.search(part)
        if fits and ITEM_HEAD.search(words) and _is_name(words):
            yield heal_name(words)
