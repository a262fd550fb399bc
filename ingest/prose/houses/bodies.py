"""Organisations by their names (part of, located in) and their short names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES
from ingest.mentions import Mention
from ingest.prose.houses.parents import parent, place, short_inside, town_in
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["introduce", "read"]

NAMED_PART = Rule("named_part")
"""甲大学附属医院 is part of 甲大学, by its name."""
NAMED_PLACE = Rule("named_place")
"""株洲某公司 is in 株洲, by its name."""
FUND_OF_BODY = Rule("fund_of_body")
"""The science fund, where a sentence names both it and its committee, or a department of that."""
SHORT_NAME = Rule("short_name")
"""全称(English Name, ABBR), 全称（以下简称“简称”）."""
_FUND_BODY, _FUND = "国家自然科学基金委员会", "国家自然科学基金"
_FUND_SAID = re.compile("(?:国家自然|(?<!自然))科学基金(?!委)")
_LATIN_NOTE = re.compile(r"\s*[（(](?P<english>[A-Z][A-Za-z&'’.\- ]{6,100}?)(?:[,，]\s*(?P<short>[A-Z][A-Za-z&\-]{1,9}))?[)）]")
_SHORT_NOTE = re.compile(r"\s*[（(](?:以下)?简称(?:为)?[:：]?\s*[“\"]?(?P<short>[^“”\"（）()，]{2,12})[”\"]?[)）]")

_TRADES = (
    "医疗|医学|影像|科技|生物|医药|智能|装备|仪器|器械|电子|信息|软件|网络|健康|光电|超声|核医|精密|数据|制药|药业"
    "|技术|系统|设备|成像|数字"
)
_FIRM = re.compile(rf"(?P<name>(?:(?!{_TRADES})[{HAN}]){{2,4}})(?P<rest>(?:{_TRADES}|[{HAN}]){{2,20}}?)(?:股份|有限|责任)*公司")
"""A company's full name: its brand, its trades, its form."""
_TWO_PLACES = "".join(
    f"(?:{'|'.join(sorted((name for name, kind in PLACES.items() if kind == level), key=len, reverse=True))}){end}?"
    for level, end in (("province", "省"), ("city", "市"))
)
_PLACED = re.compile(rf"{_TWO_PLACES}(?P<rest>[{HAN}]{{2,12}}(?:实验室|研究院|研究所|医院|中心)$)")
"""四川绵阳|某实验室, where the text calls it by its name alone too."""
_STATE_OWN = re.compile(
    rf"(?:国家|教育部|[{HAN}]{{2,3}}[省市])(?P<rest>(?!级)[{HAN}]{{4,14}}(?:重点实验室|工程技术研究中心|工程研究中心|临床医学研究中心|质量控制中心))"
)
"""A laboratory or centre that its place designated, called by the rest of its name from then on."""
_BRACKET = re.compile("[（(][^（）()]*[)）]")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PART_OF and LOCATED_IN by names, and other names."""
    for organization in scene.of("Organization"):
        yield from _named(scene, reading, organization)
        yield from _other_names(scene, reading, organization)


def introduce(found: tuple[Mention, ...], text: str, reading: Reading) -> None:
    """Learn the short names that a sentence gives organisations, so that it may itself go on by them."""
    for one in found:
        note = _SHORT_NOTE.match(text, one.end) if one.label == "Organization" else None
        if note is not None:
            reading.full_names.setdefault(heal_name(note["short"]), one.name)
            branch = next((other for other in found if other.start == note.end() and other.kind == "society_branch"), None)
            if branch is not None and one.kind == "society":  # 某协会（简称“某协”）|影像分会
                reading.full_names.setdefault(branch.name, one.name + branch.name)
        short, whole = short_inside(one.name) if one.label == "Organization" else ("", "")
        if short:
            reading.full_names.setdefault(short, whole)
        placed = _PLACED.match(one.name) if one.label == "Organization" else None
        if placed is not None and re.search(rf"(?<![{HAN}]){re.escape(placed['rest'])}", reading.document.text):
            reading.full_names.setdefault(one.name, placed["rest"])
        tail = _STATE_OWN.fullmatch(one.name) if one.label == "Organization" else None
        if tail is not None:
            reading.full_names.setdefault(tail["rest"], one.name)
        if one.kind == "company" and (brand := _brand(one.name)) is not None:
            for name in {brand["name"], brand["name"][-2:]}:
                for noun in (*re.findall(_TRADES, brand["rest"]), "公司", "集团"):
                    reading.full_names.setdefault(name + noun, one.name)


def _brand(company: str) -> re.Match[str] | None:
    """The brand in a company's full name (perhaps with a place that no list has), and what else that says: 睿影|影像装备."""
    town = town_in(company) or ""
    return _FIRM.fullmatch(_BRACKET.sub("", company).removeprefix(town).lstrip("省市"))


def _named(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    ref = reading.organization(organization)
    if ref.name.endswith("直属附属医院"):  # 是甲大学直属附属医院: a sort of house
        return
    where = organization.span
    if ref.name.startswith(_FUND_BODY) and _FUND_SAID.search(scene.text):
        body = EntityRef(label="Organization", name=_FUND_BODY)
        yield reading.fact(FUND_OF_BODY, EntityRef(label="FundingProgram", name=_FUND), "RUN_BY", body, where)
    part, whole = ref, parent(ref.name)
    while whole is not None:
        owner = EntityRef(label="Organization", name=whole)
        yield reading.fact(NAMED_PART, part, "PART_OF", owner, where, basis=("名称",))
        part, whole = owner, parent(whole)
    town = place(ref.name)
    if town is not None:
        yield reading.fact(NAMED_PLACE, ref, "LOCATED_IN", EntityRef(label="Place", name=town), where, basis=("名称",))


def _other_names(scene: Scene, reading: Reading, organization: Mention) -> Iterator[Assertion]:
    ref = reading.organization(organization)
    for pattern in (_LATIN_NOTE, _SHORT_NOTE):
        note = pattern.match(scene.text, organization.end)
        if note is None:
            continue
        where = scene.sentence.view.span(organization.start, note.end())
        for other in note.groupdict().values():
            if other and not re.search(r"\d", other):
                reading.full_names[heal_name(other)] = ref.name
                yield reading.alias(SHORT_NAME, ref, other, where)
