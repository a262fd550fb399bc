"""The numbers that Word writes before paragraphs and keeps out of their text: 一、 1. 1.1 （2） ① and their like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml.etree import _Element

__all__ = ["Numbering", "numeral"]

_DIGITS = "零一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "ideographDigital",
    "japaneseCounting",
    "japaneseDigitalTenThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
}
_ENCLOSED = {"decimalEnclosedCircle": 0x2460, "decimalEnclosedCircleChinese": 0x2460}
_ENCLOSED |= {"decimalEnclosedParen": 0x2474, "decimalEnclosedFullstop": 0x2488}
_ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40}
_ROMAN |= {"x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}
_PLACE = re.compile(r"%([1-9])")
_CLOSES = re.compile(r"[、，．：）)】》①-⒛]$")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    suffix: str


class Numbering:
    """Counts the numbered paragraphs of one document; they must be asked for in the document's order."""

    def __init__(self, document: WordDocument) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iterchildren(qn("w:style"))}
        self._lists = _lists(document)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def mark(self, paragraph: _Element) -> str | None:
        """The number before a paragraph, with the blank after it where one belongs; "" for a bullet, None for no list."""
        number, depth = self._place(paragraph)
        levels = self._lists.get(number)
        if levels is None or depth not in levels[1]:
            return None
        name, level = levels[0], levels[1][depth]
        counts = self._counts.setdefault(name, {})
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        restarts = (number, depth) not in self._begun and depth in levels[2]
        counts[depth] = level.start if restarts or depth not in counts else counts[depth] + 1
        self._begun.add((number, depth))
        if level.form in {"bullet", "none"}:
            return ""
        return _spaced(_filled(level, levels[1], counts), level.suffix)

    def style_chain(self, paragraph: _Element) -> list[_Element]:
        """The paragraph's style and those that it is based on."""
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = None if found is None else found.get(qn("w:val"))
        chain: list[_Element] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            based = chain[-1].find(qn("w:basedOn"))
            name = None if based is None else based.get(qn("w:val"))
        return chain

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """The list's number and the depth: the paragraph's own, else its style's; "0" takes a paragraph out of its list."""
        number, depth = "", ""
        for holder in (paragraph, *self.style_chain(paragraph)):
            path = f"{qn('w:pPr')}/{qn('w:numPr')}/"
            number = number or _value(holder, path + qn("w:numId"))
            depth = depth or _value(holder, path + qn("w:ilvl"))
        return number, int(depth or 0)


def numeral(value: int, form: str) -> str:
    """A number in one of Word's formats; an unknown format is decimal.

    >>> numeral(12, "chineseCounting"), numeral(3, "decimalEnclosedCircle"), numeral(4, "lowerRoman")
    ('十二', '③', 'iv')
    """
    if form in _CHINESE:
        return _chinese(value)
    if form in _ENCLOSED and 1 <= value <= 20:
        return chr(_ENCLOSED[form] + value - 1)
    if form == "ideographTraditional" and 1 <= value <= 10:
        return _STEMS[value - 1]
    if form in {"lowerLetter", "upperLetter"} and value > 0:
        letters = chr(97 + (value - 1) % 26) * (1 + (value - 1) // 26)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and value > 0:
        return _roman(value) if form == "lowerRoman" else _roman(value).upper()
    if form == "decimalZero":
        return f"{value:02d}"
    return str(value).translate(_FULL_WIDTH) if form == "decimalFullWidth" else str(value)


def _lists(document: WordDocument) -> Mapping[str, tuple[str, dict[int, _Level], set[int]]]:
    """By list number: the name of its abstract list, its levels by depth, and the depths that it starts anew."""
    part = next((rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None)
    root: _Element | None = getattr(part, "element", None)
    if root is None:
        return {}
    abstract = {item.get(qn("w:abstractNumId"), ""): item for item in root.iterchildren(qn("w:abstractNum"))}
    found = {}
    for item in root.iterchildren(qn("w:num")):
        name = _value(item, qn("w:abstractNumId"))
        if name not in abstract:
            continue
        levels = {int(level.get(qn("w:ilvl"), "0")): _level(level) for level in abstract[name].iterchildren(qn("w:lvl"))}
        anew = set()
        for override in item.iterchildren(qn("w:lvlOverride")):
            depth = int(override.get(qn("w:ilvl"), "0"))
            own, start = override.find(qn("w:lvl")), _value(override, qn("w:startOverride"))
            if own is not None:
                levels[depth] = _level(own)
            if start and depth in levels:
                was = levels[depth]
                levels[depth] = _Level(int(start), was.form, was.text, was.suffix)
                anew.add(depth)
        found[item.get(qn("w:numId"), "")] = (name, levels, anew)
    return found


def _level(level: _Element) -> _Level:
    start, form = _value(level, qn("w:start")), _value(level, qn("w:numFmt"))
    return _Level(int(start or 1), form or "decimal", _value(level, qn("w:lvlText")), _value(level, qn("w:suff")) or "tab")


def _value(element: _Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(qn("w:val"), "")


def _filled(level: _Level, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    def shown(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        other = levels.get(depth, level)
        return numeral(counts.get(depth, other.start), other.form)

    return _PLACE.sub(shown, level.text)


def _spaced(mark: str, suffix: str) -> str:
    return mark if not mark or suffix == "nothing" or _CLOSES.search(mark) else f"{mark} "


def _chinese(value: int) -> str:
    if not 0 < value < 100:
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    tens, units = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[units] if units else "")


def _roman(value: int) -> str:
    text = ""
    for letters, size in _ROMAN.items():
        text += letters * (value // size)
        value %= size
    return text
