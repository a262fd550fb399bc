"""Tables of works whose columns only blanks part: a row a line, as pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.forms.grammar import LABELS, Group

__all__ = ["beside", "tabbed"]

_LINE = re.compile(r"[^\n]+")
_GAPS = (re.compile(r"(?<=\S) {2,}(?=\S)"), re.compile(r"(?<=\S) +(?=\S)"))
"""Wide gaps part cells where they part as many as the head has; else any do."""
_FEWEST = 3
_NAMING = [label for label in LABELS if label.field == "achievement" and not label.terse]
_USERS = {word for one in LABELS if one.field == "user" for word in one.words}
_NAMES = {word for one in _NAMING if not one.heads_only for word in one.words}
_WINNERS = {word for one in _NAMING if one.heads_only for word in one.words}
_WORKS = {word for one in _NAMING for word in one.words} - _WINNERS | _USERS
"""What heads a column of works that are put forward; lists of winners (获奖项目) are read as such."""
_WORDS = frozenset(word for label in LABELS for word in label.words)
_OF_WORK = frozenset({"award", "grade", "category", "nominator", "people", "units"})
_ASKED = "|".join(
    sorted(
        {
            re.escape(word)
            for one in LABELS
            if one.field in _OF_WORK and one.group is not Group.RECORD and not (one.terse or one.heads_only)
            for word in one.words
        },
        key=len,
        reverse=True,
    )
)
_NAMED = re.compile(rf"(?m)(?:^|(?<=[\t 、.．]))[【\[]?(?:{'|'.join(map(re.escape, sorted(_NAMES)))})[】\]]?[ ]*[:：\t]")
_BESIDE = re.compile(
    r"(?m)^[ ]*(?:(?:项目|成果)?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、.．：:]|[（(]\d{1,2}[)）])[ ]*"
    rf"(?=[^\n：:。；;\t]{{6,80}}?[ ]{{2,}}(?:{_ASKED})[ ]?[:：])[^\n]+"
)
"""1．某某技术    提名等级：一等奖    提名者：某某厅, a work whose fields stand behind its name."""
_GAP = re.compile(rf"(?<=\S)[ ]{{2,}}(?=(?:{_ASKED})[ ]?[:：])")


def tabbed(text: str) -> str:
    """The text with a tab for the first blank of each gap in such a table; every character keeps its place.

    >>> tabbed("序号 项目名称 完成人\\n1 某某技术 甲、乙\\n公示期 三天")
    '序号\\t项目名称\\t完成人\\n1\\t某某技术\\t甲、乙\\n公示期 三天'
    """
    if not any(word in text for word in _WORKS):
        return text
    chars = list(text)
    for place in _gaps_of_tables(text):
        chars[place] = "\t"
    return "".join(chars)


def beside(text: str) -> str:
    """The text with a tab for the first blank of each gap that parts a numbered name of a work from the fields behind it,
    where no label names the works; every character keeps its place.

    >>> beside("1．某某成像技术  提名等级：一等奖  提名者：某厅"), beside("1．某某成像技术  负责人：甲")
    ('1．某某成像技术\\t 提名等级：一等奖\\t 提名者：某厅', '1．某某成像技术  负责人：甲')
    """
    if "  " not in text or _NAMED.search(text):
        return text
    chars = list(text)
    for line in _BESIDE.finditer(text):
        for gap in _GAP.finditer(text, line.start(), line.end()):
            chars[gap.start()] = "\t"
    return "".join(chars)


def _gaps_of_tables(text: str) -> Iterator[int]:
    """Where the gaps of the heads, and of the rows below each that has as many cells, begin."""
    columns = 0
    for line in _LINE.finditer(text):
        if _is_head(line.group()):
            columns = len(line.group().split())
        gaps = next((found for gap in _GAPS if len(found := list(gap.finditer(line.group()))) == columns - 1), [])
        columns = columns if gaps else 0
        yield from (line.start() + gap.start() for gap in gaps)


def _is_head(line: str) -> bool:
    """Whether all words of a line are labels, one of them of a work."""
    cells = line.split()
    return len(cells) >= _FEWEST and all(cell in _WORDS for cell in cells) and not _WORKS.isdisjoint(cells)
