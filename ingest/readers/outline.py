"""What a line opens: a numbered heading, an item of a list, a labelled value; and the path of headings above a passage."""

from __future__ import annotations

import re

from kg.text import HAN

__all__ = ["Outline", "ends_sentence", "heading_style", "is_caption", "is_item", "is_label", "is_page_number", "is_starter"]

_NUMERAL = "一二三四五六七八九十百"
_CIRCLED = "①-⑳㉑-㉟❶-❿"
_HEADINGS = (
    ("chapter", re.compile(rf"第[{_NUMERAL}\d]+[章篇编]")),
    ("section", re.compile(rf"第[{_NUMERAL}\d]+[节部]分?")),
    ("hanzi", re.compile(rf"[{_NUMERAL}]{{1,3}}[、．.]")),
    ("bracket", re.compile(rf"[（(][{_NUMERAL}]{{1,3}}[)）]")),
    ("decimal4", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\.\d{1,2}(?![\d.])\s*\S")),
    ("decimal3", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}(?![\d.])\s*\S")),
    ("decimal2", re.compile(rf"\d{{1,2}}\.\d{{1,2}}(?![\d.])\s*[{HAN}A-Za-z“《]")),
    (
        "decimal1",
        re.compile(rf"\d{{1,2}}(?:[、．]|\.(?!\d)|\s(?!\s*[年月日时例名位个项台家万亿元次倍岁分秒天周%]))\s*[{HAN}A-Za-z“《]"),
    ),
)
_ITEM = re.compile(
    rf"[{_CIRCLED}•●■◆▪➢★\uf000-\uf0ff]|\d{{1,2}}(?:[、．]|\.(?!\d))|[（(]\d{{1,2}}[)）]|\d{{1,2}}[)）]|[（(]?[a-zA-Z][)）]"
    rf"|[-*]\s|(?:创新点|要点|成果)?[（(]?[{_NUMERAL}]{{1,3}}[)）、．：:]|创新点?\s?[\d{_NUMERAL}]{{1,2}}\s?[：:.、]"
)
_PAGE_NUMBER = re.compile(r"[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?")
_CAPTION = re.compile(r"(?:续?表|图|Table|Fig(?:ure|\.))\s?\d")
_LABEL = re.compile(
    rf"[^\s，。；：:,.;]{{2,12}}(?:[（(][^\s，。；：:（）()]{{2,20}}[)）])?\s?[:：](?!//)|[{HAN}]{{2,8}} {{2,}}(?=\S)"
)
_LABEL_WORDS = re.compile(
    r"(?:简介|情况|情况表|目录|意见|说明|汇总表|总表|一览表|名单|公示|公示内容|摘要|引言|前言|背景|结论|结语|展望|建议"
    r"|参考文献|致谢|贡献|内容|成果|推广应用|效益|影响)[：:]?$"
)
_TERMINAL = re.compile(r"[。！？!?；;.][”’」』）)\]\"']*$")
_CLOSED = re.compile(r"[。！？!?；;，,、]$")
_SHORT = 30
"""A numbered heading has at most this many characters, a heading without number half again fewer."""
_PLAIN = 20


def heading_style(line: str) -> str | None:
    """The style of the heading that a line is by its own words, or None; lines of one style stand on one level.

    >>> [heading_style(line) for line in ("二、主要内容", "2.1 投入情况", "项目简介", "2.1 版已经发布。")]
    ['hanzi', 'decimal2', 'label', None]
    """
    line = line.strip()
    if "\t" in line or not line or _CLOSED.search(line) or len(line) > _SHORT or is_caption(line):
        return None
    for style, pattern in _HEADINGS:
        if pattern.match(line):
            return style
    if len(line) <= _PLAIN and _LABEL_WORDS.search(line) and " " not in line:
        return "label"
    return "colon" if len(line) <= _PLAIN and line.endswith(("：", ":")) else None


def is_page_number(line: str) -> bool:
    """A page's number, marked as such: — 12 —, 第3页 共5页."""
    return _PAGE_NUMBER.fullmatch(line) is not None


def is_item(line: str) -> bool:
    """Whether a line opens with the mark or number of a list item."""
    return bool(_ITEM.match(line.lstrip()))


def is_starter(line: str) -> bool:
    """Whether a line opens something new by its own words, wherever it stands."""
    return heading_style(line) is not None or is_item(line) or is_label(line) or is_caption(line)


def is_label(line: str) -> bool:
    """Whether a line opens with a short label and a colon."""
    return bool(_LABEL.match(line.lstrip()))


def is_caption(line: str) -> bool:
    """Whether a line opens as the caption of a table or a figure."""
    return bool(_CAPTION.match(line.lstrip()))


def ends_sentence(line: str) -> bool:
    """Whether a line closes a sentence."""
    return bool(_TERMINAL.search(line.rstrip()))


class Outline:
    """The headings above the place that a reader has come to."""

    def __init__(self) -> None:
        self._path: list[tuple[str, str]] = []

    @property
    def path(self) -> tuple[str, ...]:
        """The headings from the outermost to the innermost."""
        return tuple(text for _, text in self._path)

    def enter(self, text: str, *, style: str) -> None:
        """Take a heading in: it closes those of its own style and what they hold, a stated level ("h2") closes deeper ones.

        >>> outline = Outline()
        >>> for style, text in [("hanzi", "一、甲"), ("decimal1", "1.乙"), ("decimal1", "2.丙"), ("hanzi", "二、丁")]:
        ...     outline.enter(text, style=style)
        >>> outline.path
        ('二、丁',)
        """
        depth = self._depth(style)
        self._path[depth:] = [(style, text)]

    def _depth(self, style: str) -> int:
        for depth, (other, _) in enumerate(self._path):
            if other == style or _deeper(other, style):
                return depth
        return len(self._path)


def _deeper(other: str, style: str) -> bool:
    """Whether a heading of the one style closes at a heading of the other."""
    kind, level = _rank(style)
    other_kind, other_level = _rank(other)
    if kind == "h":
        return other_kind != "h" or other_level >= level
    if kind == "label":
        return other_kind != "h"
    return kind == other_kind == "decimal" and other_level >= level


def _rank(style: str) -> tuple[str, int]:
    match = re.fullmatch(r"(h|decimal)(\d)", style)
    return (match.group(1), int(match.group(2))) if match else (style, 0)
