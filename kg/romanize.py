"""Chinese names in Latin letters: Hanyu Pinyin (GB/T 16159-2012), surname and given name in either order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from kg.text import HAN, fold

__all__ = ["Told", "initials", "person_forms", "pinyin", "search_keys", "squeeze", "told_forms"]

_READINGS = """
单 shan 曾 zeng 解 xie 仇 qiu 区 ou 查 zha 朴 piao 盖 ge,gai 乐 yue,le 缪 miao 翟 zhai,di 华 hua 员 yun 种 chong 逄 pang 秘 bi
折 she 黑 he 晟 cheng 召 shao 隗 wei,kui 冼 xian 燕 yan 宁 ning 那 na 薄 bo 谌 chen,shen 过 guo 应 ying 於 yu 相 xiang 车 che
郗 xi,chi 郇 xun,huan 句 gou 晁 chao 粘 nian 莘 shen,xin 阚 kan 覃 qin,tan 柏 bai,bo 纪 ji 曲 qu 任 ren 洗 xian 尉 wei,yu 葛 ge
牟 mu,mou 祭 zhai 尉迟 yuchi 长孙 zhangsun 澹台 tantai 万俟 moqi 令狐 linghu 鲜于 xianyu 夏侯 xiahou 呼延 huyan 单于 chanyu
宇文 yuwen 欧阳 ouyang 司马 sima 上官 shangguan 诸葛 zhuge 东方 dongfang 皇甫 huangfu 公孙 gongsun 慕容 murong 司徒 situ
端木 duanmu 钟离 zhongli 独孤 dugu 南宫 nangong 西门 ximen 闻人 wenren 赫连 helian
"""
_WORDS = _READINGS.split()
_SURNAMES = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))
"""How surnames are read where that differs from the character's common reading, or has two readings; the compound ones."""

_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_ANY_HAN = re.compile(rf"[{HAN}]")
_NOT_KEY = re.compile(rf"[^a-z0-9{HAN}α-ω]")
_LATIN_WORD = re.compile(r"[A-Za-zà-öø-ÿ'’]+\.?")
_LONG = 40
"""Titles longer than this are not spelt out."""


def pinyin(text: str) -> str:
    """A text's syllables in small letters without tones, ``ü`` as ``v``; what is not Chinese stays.

    >>> pinyin("云湖医院")
    'yun hu yi yuan'
    """
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(text))


def initials(text: str) -> str:
    """The first letters of a text's syllables.

    >>> initials("云湖医院")
    'yhyy'
    """
    return "".join(syllable[0] for syllable in pinyin(text).split())


def person_forms(name: str) -> frozenset[str]:
    """How a Chinese name may stand in Latin letters, without blanks and marks; nothing for a name that is not Chinese.

    Surname first and last, the given name whole or as initials.

    >>> sorted(person_forms("单若溪"))
    ['rshan', 'ruoxishan', 'rxshan', 'shanr', 'shanruoxi', 'shanrx']
    """
    return frozenset(told_forms(name))


class Told(NamedTuple):
    """What a form tells of a given name: how many of its characters, and whether in full."""

    characters: int
    full: bool


@lru_cache(maxsize=1 << 15)
def told_forms(name: str) -> dict[str, Told]:
    """The forms of a Chinese name with what each tells of it; where two are spelt alike, the more.

    >>> told_forms("单若溪")["shanrx"], told_forms("单若溪")["ruoxishan"]
    (Told(characters=2, full=False), Told(characters=2, full=True))
    """
    if not _HAN_NAME.fullmatch(name):
        return {}
    surname = name[:2] if len(name) == 4 or (name[:2] in _SURNAMES and len(name) > 2) else name[:1]
    given = pinyin(name[len(surname) :]).split()
    short = "".join(syllable[0] for syllable in given)
    forms: dict[str, Told] = {}
    for family, first in product(_readings(surname), _spellings("".join(given))):
        for one, told in ((short[0], Told(1, False)), (short, Told(len(short), False)), (first, Told(len(given), True))):
            forms[family + one] = forms[one + family] = told
    return forms


def search_keys(label: str, names: Iterable[str]) -> tuple[str, ...]:
    """The sorted keys that a thing is found by: its names, their pinyin and initials, a person's name in either order."""
    return tuple(sorted({key for name in names for key in _keys(label, name) if key}))


@lru_cache(maxsize=1 << 12)
def squeeze(text: str) -> str:
    """A text as keys are written: folded, without blanks and marks.

    >>> squeeze("Wenren, L."), squeeze("PET／CT")
    ('wenrenl', 'petct')
    """
    return _NOT_KEY.sub("", fold(text))


def _keys(label: str, name: str) -> Iterator[str]:
    yield squeeze(name)
    if label == "Person":
        yield from person_forms(name)
        yield from _turned(name)
    if _ANY_HAN.search(name) and len(name) <= _LONG:
        yield squeeze(pinyin(name))
        yield squeeze(initials(name))


def _turned(name: str) -> Iterator[str]:
    """A Latin name with its last word first, and its first word last."""
    words = _LATIN_WORD.findall(name)
    if len(words) > 1 and not _ANY_HAN.search(name):
        yield squeeze(words[-1] + "".join(words[:-1]))
        yield squeeze("".join(words[1:]) + words[0])


def _readings(surname: str) -> tuple[str, ...]:
    told = _SURNAMES.get(surname)
    found = told.split(",") if told else ["".join(pinyin(surname).split())]
    return tuple(spelling for one in found for spelling in _spellings(one))


def _spellings(syllables: str) -> tuple[str, ...]:
    """With ``v`` for ü as machines write it, ``yu`` as passports do, and ``u`` as journals do."""
    if not re.search("[ln]v", syllables):
        return (syllables,)
    return tuple(re.sub("(?<=[ln])v", vowel, syllables) for vowel in ("v", "yu", "u"))
