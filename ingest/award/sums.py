"""The tables of a form that tell how many each user examined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.witness import Rule
from ingest.lexicon import organization_kind
from ingest.numerals import number
from kg.model import Assertion, EntityRef
from kg.text import heal_name

if TYPE_CHECKING:
    from ingest.award.case import Case

__all__ = ["stated"]

COUNT_OF_USER = Rule("COUNT_OF_USER")
"""A cell of the table 应用单位|…|检查例数, of the user."""

_Cells = list[tuple[str, int, int]]
_AMOUNT = re.compile(r"\d[\d,， ]*(?:\.\d+)?")
_USER = re.compile(r"(?:主要)?(?:应用|使用|推广|用户|试用)?(?:单位|医院|机构)(?:名称)?")
_COUNT = re.compile(r"[^|（）()]{0,6}?(?P<unit>人次|例次|人数|例数|台数|套数|病例数|检查量|例|台)(?:[（(][^（）()]{1,4}[)）])?")
_UNITS = {"人数": "人", "例数": "例", "病例数": "例", "检查量": "例", "台数": "台", "套数": "套"}
_FEWEST = 2


def stated(case: Case) -> Iterator[Assertion]:
    """HAS_METRIC of each user for what it counted."""
    head: _Cells = []
    for line in _lines(case):
        if _is_head(line):
            head = line
            continue
        found = list(_user(case, head, line)) if head else []
        if not found and len(line) < _FEWEST:
            head = []
        yield from found


def _lines(case: Case) -> Iterator[_Cells]:
    """The lines that the page's text divides into cells by tabs or wide gaps, each cell with where it stands."""
    for line in re.finditer(r"[^\n]+", case.form.page.text):
        words = line.group()
        if re.search(r"\d|单位|医院|机构", words):
            parts = re.finditer(r"[^\t]+" if "\t" in words else r"\S+", words)
            yield [(heal_name(one.group()), line.start() + one.start(), line.start() + one.end()) for one in parts]


def _is_head(line: _Cells) -> bool:
    """Whether a line heads such a table: a cell for the users, and behind it those that count."""
    at = _subject(line)
    return at is not None and any(_COUNT.fullmatch(words) for words, *_ in line[at + 1 :])


def _subject(head: _Cells) -> int | None:
    """Which cell says that the rows are of users: the last such, since the table's label may be one too."""
    return max((place for place, cell in enumerate(head) if _USER.fullmatch(cell[0])), default=None)


def _user(case: Case, head: _Cells, line: _Cells) -> Iterator[Assertion]:
    """What one user counted."""
    at = _subject(head)
    house = next((cell for cell in line if organization_kind(cell[0]) is not None), None)
    if house is None or at is None or len(line) - line.index(house) != len(head) - at:
        return
    for (title, *_), (words, start, end) in zip(head[at + 1 :], line[line.index(house) + 1 :], strict=True):
        told, value = _COUNT.fullmatch(title), _amount(words)
        user = case.organization(house[0])
        if told is not None and value and user is not None:
            name = re.sub(r"[（(].*$", "", title)
            unit = _UNITS.get(told["unit"], told["unit"])
            yield case.at(case.form.page.span(start, end), COUNT_OF_USER).fact(
                user, "HAS_METRIC", EntityRef(label="Metric", name=name), value=value, unit=unit
            )


def _amount(words: str) -> float | None:
    """The number that a cell is, None where it holds more."""
    return number(re.sub("[,， ]", "", words)) if _AMOUNT.fullmatch(words) else None
