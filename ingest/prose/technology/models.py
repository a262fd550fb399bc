"""The model of a device beside its kind: 光子计数CT uCT 900, NeuViz 128螺旋CT, 磁共振“甲-1”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.mentions import Mention
from ingest.prose.phrases import technology
from ingest.prose.reading import Scene
from kg.model import EntityRef
from kg.text import HAN, heal_name

__all__ = ["Model", "kind_of", "model_in", "ungraded", "with_kind"]

_KINDS = (
    r"CT|MRI?|PET(?:[/-](?:CT|MRI?))?|SPECT(?:/CT)?|DR|DSA|OCT|磁共振|磁共振成像|超声|彩超|[^仅司手飞危有]机|[质重]子刀|伽马刀|磁波刀|C[形型]?臂"
    r"|(?:诊断|扫描|成像|分析|治疗|检测|监测|检查)仪|系统|设备|装置|显微镜|内窥?镜|加速器|机器人|探测器|球管|线圈"
)
_CODE = r"[A-Z]{0,4}\d{1,4}(?![\d.]|[T排层寸cmk])[A-Za-z+]{0,4}"
_CODED = r"(?!CT|MR|PET|DR|AI)(?=[A-Za-z]*[A-Z])[A-Za-z]{2,10}\d{2,4}(?![T排层])[A-Za-z+]{0,4}"
_NAME = (
    rf"(?:(?!(?:CT|MRI?|PET|SPECT|DR|DSA|OCT|US|AI|FDA|CE|NMPA|GE)[ \-])[A-Za-z][A-Za-z]{{1,14}}"
    rf"(?:[ \-](?:{_CODE}|[A-Z][a-z]{{2,14}}|[A-Z]{{1,6}}(?![A-Za-z0-9])))+|{_CODED})"
)
_QUOTED = re.compile(r"(?P<kind>[^“”]{2,20})“(?P<name>[^“”]{2,16})”")
_SO_NAMED = re.compile(
    r"[^“”，。；]{0,8}?(?:名为|命名为|取名为?|名叫|代号为?|简称为?|称为)(?:“(?P<quoted>[^“”]{2,16})”|(?P<plain>[A-Z][A-Za-z0-9+\-]{1,20}))的(?P<kind>[^“”，。；]{2,20})"
)
"""一款名为“甲”的某某系统."""
_BEHIND = re.compile(
    rf"(?P<kind>(?=[A-Za-z0-9./\-]{{0,12}}[{HAN}])[^“”，。；]{{0,32}}?(?:{_KINDS}))(?:产品|型号为?|型)?[ —\-]?(?P<name>{_NAME})"
)
_BEFORE = re.compile(rf"(?P<name>{_NAME})\s?(?P<kind>[{HAN}\d][{HAN}A-Za-z0-9/.\-]{{0,20}}?(?:{_KINDS}))")
_LEADS = re.compile(
    rf"^(?:[^，。；的]{{0,16}}的)?(?:我国|全球|国内|世界|国际|亚洲|中国)?(?:第?[一首][台款套个代]|新一代|全新|国产|新款|[一两三\d]+[台款套])*(?P<name>{_NAME})"
)
_COUNTED = re.compile(r"^(?:我国|全球|国内|世界|国际|亚洲)?(?:第?[一首两三\d]+[台款套个代]|新一代|全新|国产|新款)*")
_MACHINE = re.compile(r"(?:磁共振|彩超|[线光波速]机|一体机|DR|DSA|臂|子刀|加速器|球管)$")
_GRADES = re.compile(r"(?:临床级|商用|商业化|民用|科研级|国产|高端|超高端|新一代|全新|自有|全系列|多款|首款|新型)+")


@dataclass(frozen=True, slots=True)
class Model:
    """A model's name and the words of the kind that it is one of."""

    name: str
    kind: str


def model_in(words: str) -> Model | None:
    """The model that words name together with its kind; None where they name no model, or no kind.

    >>> model_in("我国首款光子计数CT uCT 900"), model_in("AI辅助诊断系统")
    (Model(name='uCT 900', kind='光子计数CT'), None)
    """
    words = words.strip()
    if (so := _SO_NAMED.fullmatch(words)) is not None and (kind := technology(so["kind"]) or _machine(so["kind"])) is not None:
        return Model(heal_name(so["quoted"] or so["plain"]), kind)
    lead = _LEADS.match(words)
    bare = words[lead.start("name") :] if lead is not None else words
    for told in (_QUOTED.fullmatch(words), _BEHIND.fullmatch(words), _BEFORE.fullmatch(bare)):
        kind = (technology(told["kind"]) or _machine(told["kind"])) if told is not None else None
        if told is not None and kind is not None:
            return Model(heal_name(told["name"]), kind)
    return None


def with_kind(words: str) -> str | None:
    """A model's name with the kind that stands right behind it, None where words end in no such two.

    >>> with_kind("自主研制的BX-200治疗系统"), with_kind("CT uCT 900")
    ('BX-200治疗系统', None)
    """
    model = model_in(words)
    whole = heal_name(model.name + model.kind) if model is not None else ""
    return whole if whole and heal_name(words).endswith(whole) else None


def _machine(words: str) -> str | None:
    """The kind, where it ends as a machine does that is no technology by its ending alone (磁共振, 加速器)."""
    bare = heal_name(_COUNTED.sub("", words))
    return bare if _MACHINE.search(bare) else None


def kind_of(scene: Scene, words: str) -> EntityRef | None:
    """The technology of the lexicon that the words of a kind are, or end in behind what only praises or narrows it."""
    known: dict[str, Mention] = {one.surface: one for one in scene.of("Technology")}
    if words in known:
        return known[words].ref
    ends = [one for surface, one in known.items() if words.endswith(surface) and len(surface) > 2]
    return max(ends, key=lambda one: len(one.surface)).ref if ends else None


def ungraded(words: str) -> str:
    """The words without a grade before them.

    >>> ungraded("临床级光子计数CT")
    '光子计数CT'
    """
    return _GRADES.sub("", words, count=1) if _GRADES.match(words) else words
