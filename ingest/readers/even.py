"""Tables in plain text whose cells blanks or slashes part, as many in each row as in the head: written with tabs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.readers.outline import is_caption
from ingest.readers.pieces import PAGE_NUMBER
from ingest.table.columns import is_known_header
from kg.text import HAN

__all__ = ["with_even_rows"]

_HEAD_WORD = re.compile(r"(?=.*[^\d.\s])[^\d，。；：！？,;:!?][^，。；：！？;!?]{0,11}")
_YEAR_HEAD = re.compile(rf"(?:19|20)\d\d年?度?[{HAN}（）()/%]{{0,8}}")
"""The head of a year's figures, behind another: 省份 2030年（台）."""
_FIGURE = re.compile(
    r"\d[\d.,]*[%％]?|\d{1,3}(?: \d{3})+"
    r"|(?:19|20)\d\d(?:[./\-]\d{1,2}|年(?:\d{1,2}月)?)|\d[\d.]*(?:[~～–-]\d[\d.]*)? ?[A-Za-zμµ]{1,4}"
    r"|\d[\d,.]*[余多]?(?:台|套|家|例|人|项|个|张|件|篇|次|人次|例次|[万亿]?元)"
)
"""A cell of figures alone: a number, a share, a year or month, a measure with its unit."""
_BLANKS = re.compile(r"\s+")
_APART = re.compile(r"(?<!\d)\s+|\s{2,}|(?<=\d)\s+(?!\d{3}(?!\d)|[A-Za-zμµ°℃]{1,4}(?![A-Za-z\d]))")
"""What parts cells beside the blanks within a number and before its unit: 8 600, 5 mm."""
_WIDE_BLANKS = re.compile(r" {2,}|\s*\u3000\s*")
"""What parts cells whose words themselves hold a blank: 1 045, NeoWave 7."""
_SLASH = re.compile(r"(?<![A-Za-z])[/／]|[/／](?![A-Za-z])")
"""A slash between cells; between Latin letters it stands in a name (PET/CT)."""
_SLASHED_HEAD = re.compile(rf"[{HAN}]{{2,8}}(?:[（(][{HAN}]{{1,3}}[)）])?|序号?")
_FEWEST_SLASHED = 2
_FEWEST_WORDS, _FEWEST_ROWS, _MOST_WORDS = 3, 3, 12
_FEWEST_CAPTIONED, _FEWEST_KNOWN = 2, 2
"""Below a caption (表3 …) so many rows are a table, and one without figures where so many of its heads are known, as is one
without a caption whose cells wide blanks part."""
_PARTED = re.compile(r"[\t|｜]")
"""What parts cells otherwise than blanks."""
_LISTS = re.compile(r"(?:名单|一览表?|清单|目录|(?:统计|情况|汇总|登记|明细|比较|对比|分布)表)(?:[（(][^（）()]*[)）])?[:：]?$")
"""What a line above a table says that it is, where it has no number."""
_NEAR = 6
"""How many lines below a table are looked at for rows of it."""


def with_even_rows(text: str) -> str:
    """The text, each row of such a table with tabs; left alone where no column below the first is of figures alone, and
    no caption stands above heads that are known.

    A row with more or fewer words than the head ends no table: then the words are no cells, and all lines stay as they are.
    So they do where rows go on below the rest of a cell that took more than a line.

    >>> with_even_rows("城市 类别 家数\\n甲市 一类 3\\n乙市 二类 4\\n丙市 一类 5")
    '城市\\t类别\\t家数\\n甲市\\t一类\\t3\\n乙市\\t二类\\t4\\n丙市\\t一类\\t5'
    """
    lines = _slashed(text.split("\n"))
    at = 0
    while at < len(lines):
        parted = ((_table(lines, at, one), one) for one in (_WIDE_BLANKS, _BLANKS, _APART))
        taken, blanks = max(parted, key=lambda told: told[0])
        if taken:
            told = lines[at : at + taken]
            head, *below = (_words(line, blanks) for line in told if line.strip() and not _is_page(line))
            written = ["\t".join(words) for words in (head, *(words for words in below if words != head))]
            written += ["" for line in told if not line.strip()]
            lines[at : at + taken] = written
            at += len(written)
        else:
            at += 1
    return "\n".join(lines)


def _could_head(words: Sequence[str]) -> bool:
    behind = all(_HEAD_WORD.fullmatch(one) or _YEAR_HEAD.fullmatch(one) for one in words[1:])
    return behind and _HEAD_WORD.fullmatch(words[0]) is not None


def _words(line: str, blanks: re.Pattern[str]) -> list[str]:
    return blanks.split(line.strip()) if line.strip() else []


def _is_page(line: str) -> bool:
    """Whether a line is the number that stands at the end of a page, behind which the head stands again."""
    return PAGE_NUMBER.fullmatch(line.strip()) is not None


def _slashed(lines: list[str]) -> list[str]:
    """The lines, those of a table with tabs whose head and rows slashes part: 编号/题目/单位/负责人, 01/甲研究/乙院/丙."""
    found = list(lines)
    at = 0
    while at < len(lines):
        heads = _SLASH.split(lines[at].strip().strip("（()）")) if lines[at].count("/") + lines[at].count("／") > 1 else []
        rows = []
        if len(heads) >= _FEWEST_WORDS and all(_SLASHED_HEAD.fullmatch(one.strip()) for one in heads):
            for line in lines[at + 1 :]:
                cells = _SLASH.split(line.strip())
                if len(cells) != len(heads):
                    break
                rows.append(cells)
        if len(rows) >= _FEWEST_SLASHED and any(re.search(r"\d", one) for row in rows for one in row):
            found[at : at + len(rows) + 1] = ["\t".join(one.strip() for one in row) for row in (heads, *rows)]
        at += len(rows) + 1
    return found


def _table(lines: Sequence[str], at: int, blanks: re.Pattern[str]) -> int:
    """How many lines the table takes whose head stands at a line and whose cells such blanks part; 0 where none does."""
    gaps = lines[at].count(" ") + lines[at].count("\u3000")
    heads = _words(lines[at], blanks) if gaps and not _PARTED.search(lines[at]) else []
    if not 1 < len(heads) <= _MOST_WORDS or not _could_head(heads):
        return 0
    above = next((lines[place] for place in range(at - 1, -1, -1) if lines[place].strip()), "")
    captioned = is_caption(above) or _LISTS.search(above.strip()) is not None
    fewest = _FEWEST_WORDS - (captioned and blanks is _WIDE_BLANKS)
    if len(heads) < fewest:
        return 0
    rows: list[list[str]] = []
    end = at + 1
    for place, line in enumerate(lines[at + 1 :], at + 1):
        words = _words(line, blanks)
        again = _is_page(line) and [_words(one, blanks) for one in lines[place + 1 : place + 2]] == [heads]
        if not words or words == heads or again:
            continue
        if len(words) != len(heads) or "\t" in line:
            if len(words) >= fewest or _FIGURE.match(words[0]):
                return 0
            break
        rows.append(words)
        end = place + 1
    if len(rows) < (_FEWEST_CAPTIONED if captioned else _FEWEST_ROWS):
        return 0
    figures = [place for place, column in enumerate(zip(*rows, strict=True)) if all(map(_FIGURE.fullmatch, column))]
    after = [_words(line, blanks) for line in lines[end:] if line.strip()][:_NEAR]
    goes_on = any(len(words) == len(heads) and all(_FIGURE.fullmatch(words[place]) for place in figures) for words in after)
    alike = captioned or (blanks is _WIDE_BLANKS and len(rows) >= _FEWEST_ROWS)
    known = alike and sum(map(is_known_header, heads)) >= _FEWEST_KNOWN
    return end - at if (any(figures) or known) and not goes_on else 0
