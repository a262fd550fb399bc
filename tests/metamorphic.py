"""Ways to change a document that change nothing of what it says but names: other people and institutions, other line breaks."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ingest.lexicon import COMPANIES, COMPOUND_SURNAMES, PLACES, SURNAMES, is_person, organization_kind
from kg.ontology import concepts
from kg.romanize import initials, pinyin

__all__ = ["cut", "new_names", "renamed", "wrapped"]

_GIVEN = "岚澈屿衡瑶逸澄霖珂煦昀曦珩骁钰彤翎恺峤沅澜溪"
_STEMS = ("岚汀", "望桥", "霁川", "砚峰", "澄池", "朔渝", "衡湾", "渚云", "峤南", "禾源", "黛岭", "翠崖", "芷湖", "浔潮")
_PLAIN_SURNAMES = sorted(SURNAMES - set("和与及从任方常时高平水应成连寿"))
"""Without those that are words of sentences, or places: 会长寿…."""
_TWO = sorted(name for name in COMPOUND_SURNAMES if len(name) == 2)
_NOT_A_STEM = re.compile(
    "[大医学院省市县中国军]|成果|项目|专家|教育|科学|财政|世界|亚洲|信息|生物|附属|华北|华东|华南|西南|东北|西北"
)
_GAP = r"(?:\s|&\w+;)"
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")


def new_names(golden: Path) -> dict[str, str]:
    """Other names for the people of a golden file, and other first words for organisations that begin with their own."""
    rows = [json.loads(line) for line in golden.read_text("utf-8").splitlines()]
    ends = [end for row in rows for key in ("s", "o", "n", "alias") if isinstance(end := row.get(key), list)]
    draw = random.Random(golden.name)
    names: dict[str, str] = {}
    for name in sorted({name for label, name in ends if label == "Person" and _HAN_NAME.fullmatch(name) and is_person(name)}):
        names[name] = _person(draw, len(name), names)
    stems = draw.sample(_STEMS, len(_STEMS))
    for stem in sorted({name[:2] for label, name in ends if label == "Organization" and _own_stem(name)} - names.keys()):
        if stems:
            names[stem] = stems.pop()
    return names


def _own_stem(name: str) -> bool:
    """Whether a name begins with a word that is its own alone: no place or firm that is known, no word of the field."""
    known = any(name.startswith(word) for word in (*PLACES, *COMPANIES)) or any(
        name[:2] in word for word in _words_of_the_field()
    )
    houses = ("university", "hospital", "institute", "company")
    return not known and not _NOT_A_STEM.search(name[:2]) and organization_kind(name) in houses and name[:2].isalpha()


@cache
def _words_of_the_field() -> tuple[str, ...]:
    return tuple(concept.zh for scheme in ("technologies", "diseases", "programmes") for concept in concepts(scheme))


def _person(draw: random.Random, length: int, taken: Mapping[str, str]) -> str:
    while True:
        surname = draw.choice(_TWO if length == 4 else _PLAIN_SURNAMES)
        name = surname + "".join(draw.choices(_GIVEN, k=length - len(surname)))
        if is_person(name) and name not in taken.values():
            return name


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with the other names; blanks and line breaks within a name stay where they are."""
    if not names:
        return text
    for old, new in _in_letters(names).items():
        text = re.sub(rf"\b{old}\b", new, text)
    ordered = sorted(names, key=len, reverse=True)

    def put(match: re.Match[str]) -> str:
        old = re.sub(_GAP, "", match.group())
        gaps = re.split("|".join(old), match.group())[1:]
        return "".join(letter + gap for letter, gap in zip(names[old], gaps, strict=True))

    return re.sub("|".join(f"{_GAP}*".join(name) for name in ordered), put, text)


def _in_letters(names: Mapping[str, str]) -> dict[str, str]:
    """The names of people as papers give them (Qi ZH, Qi Zhihong), by those of the people whom they become."""
    people = {old: new for old, new in names.items() if is_person(old) and is_person(new)}
    return {form(old): form(new) for form in (_initialled, _spelled) for old, new in people.items()}


def _spelled(name: str) -> str:
    surname = 2 if name[:2] in COMPOUND_SURNAMES else 1
    return " ".join(pinyin(part).replace(" ", "").capitalize() for part in (name[:surname], name[surname:]))


def _initialled(name: str) -> str:
    surname = 2 if name[:2] in COMPOUND_SURNAMES else 1
    return f"{pinyin(name[:surname]).replace(' ', '').capitalize()} {initials(name[surname:]).upper()}"


def wrapped(text: str, width: int) -> str:
    """The text with its lines broken at a width, as the text layer of a PDF has them; no Latin word or number is broken."""
    return "\n".join("\n".join(_pieces(line, width)) for line in text.splitlines())


def _pieces(line: str, width: int) -> list[str]:
    pieces, start = [], 0
    for unit in re.finditer(r"[A-Za-z0-9.,/%\-]+|.", line):
        if unit.end() - start > width:
            pieces.append(line[start : unit.start()])
            start = unit.start()
    return [*pieces, line[start:]]


def cut(text: str, length: int) -> str:
    """The text with its lines cut every so many characters, wherever that falls."""
    return "\n".join(line[at : at + length] for line in text.splitlines() for at in range(0, max(len(line), 1), length))
