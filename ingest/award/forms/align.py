"""Which words of a table's row belong to which column, where the file tells lines and spaces but not cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from ingest.award.forms.grammar import Kind
from ingest.award.forms.sheet import Extent
from ingest.lexicon import (
    COMPOUND_SURNAMES,
    OPENS_NO_NAME,
    SURNAMES,
    is_person,
    is_position,
    is_title,
    organization_kind,
    split_titles,
)
from kg.text import HAN, heal_name

__all__ = ["Piece", "align", "could_be_named", "fit", "looks_like_person", "pieces"]

_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_ANY_NAME = re.compile(
    rf"[{HAN}]{{2,6}}|[{HAN}]{{1,10}}(?:[·•・][{HAN}]{{1,10}}){{1,3}}|[A-Z]{{2,}}(?:-[A-Z]+)?(?: [A-Z]){{1,3}}"
)
_NEVER_IN_NAMES = re.compile(
    r"[的是与和及为对在了等第无有总数研究技术系统病症医院校学科会部局委处室组厂店称职级别性类项目名序编号注表论文题刊作者影响见附]|其他|合格|[上下]一[篇条页]|额$|[金总余差名份满定]额"
)
_INTEGER = re.compile(r"第?\d{1,3}(?:[/／]\d{1,3})?|第[一二三四五六七八九十]{1,3}")
_DATE = re.compile(r"(?:19|20)\d\d(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?|月)?|年)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d+(?:\.\d+)?|/|无|-")
_INDEX = re.compile(
    r"SCI|EI|CPCI|CSCD|CSSCI|Medline|PubMed|MEDLINE|核心|CCD|知网|万方|Scopus|WOS|Web of Science|中国知网", re.I
)
_JOURNAL = re.compile(r"杂志|学报|Journal|\bJ\b|Radiology|医学|Medicine|Imaging|Frontiers|Nature|Lancet|通报|科学|出版社", re.I)
_PROSE_WORD = re.compile(
    r"(?!(?:January|February|March|April|August|September|October|November|December|Volume|Issue|pages)\b)[A-Za-z]{5,}"
)
_GOES_ON = re.compile(r"[ ](?:of|in|for|with|the|and|by|on|to|from|an?|using|between|versus)$")
_SMALL_OPENS = re.compile(r"(?:of|in|for|with|the|and|by|on|to|from|an?)\s")
_CAPITAL_ENDS = re.compile(r"[a-z] [A-Z][a-z]+$")
_LAST_CAPITAL = 0.05
_JOURNAL_OPENS = re.compile(r"(?:Journal|Frontiers|International|European|American|Annals|IEEE|Nature|中华|中国)")
_PAGES_BEHIND = re.compile(rf"[{HAN}]\s*\d+\s*[-–—]\s*\d+$")
_JOURNAL_WITHIN = re.compile(rf"[{HAN}](?:中华|中国)[{HAN}]{{1,12}}(?:杂志|学报)$")
"""A journal's name behind the end of a title."""
_POSITION_END = re.compile(
    r"(?:主任|院长|所长|书记|处长|科长|部长|组长|带头人|负责人|校长|局长|经理|会长|理事|秘书|护士长|站长|队长)$"
)
_TITLE_END = re.compile(r"(?:师|员|授|士|教|高工)$")
_BROKEN_ORGANIZATION = re.compile(
    r"^(?:[属院科份市省区县]|附属|第[一二三四五六七八九十]+|有限|股份|责任|技股|总医院$|人民医院$|民医院|中心医院$|医科大学$|科大学$)|"
    r"(?:大学|公司|医院|研究所).+(?:大学$|公司)|(?:教授|医师|主任|研究员|工程师|技师|讲师)(?!协会|学会|分会|工作)"
)
_NOT_TITLE = re.compile(r"医院|大学|公司|研究[院所]|科[^学技]|主任(?![医技药护中检]|编辑|记者)")
_NONE = frozenset({"无", "/", "-", "—", "–", "暂无", "否"})
_NAME_CUT = re.compile(r"[、,，;；/\s]+")

# What a gap costs when a cell runs over it, and what an empty column costs.
_JOIN = {"space": 0.6, "line": 0.25, "tab": 5.0}
_EMPTY = {Kind.PERSON: 8.0, Kind.WORK: 8.0, Kind.ORGANIZATION: 2.5, Kind.RANK: 2.5, Kind.TITLE: 2.0}
_EMPTY_OTHER = 0.8
_RUNNING = frozenset({Kind.LONG, Kind.HONOURS, Kind.WORK, Kind.JOURNAL, Kind.NAMES, Kind.ISSUE})
_RUNNING_SHARE = 0.05
_PIECE = 0.2
_INSIDE_LINE = 0.1
_WEAVING = 0.5
_KNOWN = 2.0
_LONG = 120
_TRIES = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words without a gap that could part cells; ``gap`` is what stands before it: tab, line or space."""

    extent: Extent
    text: str
    gap: str


def pieces(text: str, start: int, end: int, *, cut: str) -> list[Piece]:
    """The pieces of a stretch, cut at lines and tabs, and at spaces too where ``cut`` is space."""
    found: list[Piece] = []
    word = r"\S+" if cut == "space" else r"\S(?:[^\t\n]*\S)?"
    last = start
    for match in re.finditer(word, text[start:end]):
        gap = text[last : start + match.start()]
        kind = "line" if "\n" in gap or not found else "tab" if "\t" in gap else "space"
        found.append(Piece((start + match.start(), start + match.end()), match.group(), kind))
        last = start + match.end()
    return found


def align(row: Sequence[Piece], kinds: Sequence[Kind], known: frozenset[str] = frozenset()) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of each column; ``known`` are organisations that the form names in full elsewhere.

    Columns are filled from left to right; where that leaves a cell that cannot be what its column holds, cells that were
    wrapped side by side (each line adds to several of them) are tried.
    """
    straight = _in_order(row, kinds, known)
    woven = _woven(row, kinds, known) if _could_weave(row) or not _fits(straight, kinds) else None
    if woven is None:
        return straight
    better = _score(woven, kinds, known) > _score(straight, kinds, known) + _WEAVING
    return woven if better or not _fits(straight, kinds) else straight


def fit(kind: Kind, text: str) -> float:
    """How well a healed text fills a column of a kind: above 0 it fits, far below 0 it cannot.

    >>> fit(Kind.TITLE, "主任医师") > 0 > fit(Kind.TITLE, "某某医院")
    True
    """
    return _fit(kind, text)


def looks_like_person(text: str) -> bool:
    """Whether a text that stands where a name belongs can be one; laxer than ``is_person``.

    >>> looks_like_person("孟正度"), looks_like_person("某某医院")
    (True, False)
    """
    if len(text) >= 4 and organization_kind(text) is not None:
        return False
    if is_person(text):
        return True
    surname = text[:1] in SURNAMES or text[:2] in COMPOUND_SURNAMES
    if (
        not _HAN_NAME.fullmatch(text)
        or OPENS_NO_NAME.match(text)
        or not surname
        or len(text) > 3 + (text[:2] in COMPOUND_SURNAMES)
    ):
        return False
    return organization_kind(text) is None and not is_title(text) and not _POSITION_END.search(text)


def could_be_named(text: str) -> bool:
    """Whether a text in a column of names can be one, surname known or not (names of other peoples have none).

    >>> could_be_named("巴特尔旺其格"), could_be_named("主任医师"), could_be_named("无")
    (True, False, False)
    """
    if looks_like_person(text):
        return True
    if not _ANY_NAME.fullmatch(text) or _NEVER_IN_NAMES.search(text):
        return False
    return organization_kind(text) is None and not is_title(text) and not is_position(text)


def _in_order(row: Sequence[Piece], kinds: Sequence[Kind], known: frozenset[str]) -> tuple[tuple[Piece, ...], ...]:
    """The best cut of the row into consecutive cells, by dynamic programming over pieces and columns."""
    n, m = len(row), len(kinds)
    never = float("-inf")
    best = [[never] * (n + 1) for _ in range(m + 1)]
    start = [[0] * (n + 1) for _ in range(m + 1)]
    best[0][0] = 0.0
    texts: dict[tuple[int, int], str] = {}
    for column, kind in enumerate(kinds, 1):
        for last in range(n + 1):
            for first in range(last, -1, -1):
                if best[column - 1][first] == never:
                    continue
                if first < last and (first, last) not in texts:
                    texts[first, last] = _text(row[first:last])
                score = best[column - 1][first] + _cell(row[first:last], texts.get((first, last), ""), kind, known)
                if score > best[column][last]:
                    best[column][last], start[column][last] = score, first
    cells: list[tuple[Piece, ...]] = []
    last = n
    for column in range(m, 0, -1):
        first = start[column][last]
        cells.append(tuple(row[first:last]))
        last = first
    return tuple(reversed(cells))


def _cell(cell: Sequence[Piece], text: str, kind: Kind, known: frozenset[str]) -> float:
    """How well some pieces in a row fill a cell, what the gaps between them cost taken off."""
    if not cell:
        return -_EMPTY.get(kind, _EMPTY_OTHER)
    joins = sum(_JOIN[piece.gap] for piece in cell[1:])
    inside = _INSIDE_LINE if cell[0].gap == "space" else 0.0
    return _filling(text, kind, known) - joins * (_RUNNING_SHARE if kind in _RUNNING else 1) - inside


def _filling(text: str, kind: Kind, known: frozenset[str]) -> float:
    return _fit(kind, text) + (_KNOWN if kind is Kind.ORGANIZATION and text in known else 0.0)


def _fits(cells: Sequence[Sequence[Piece]], kinds: Sequence[Kind]) -> bool:
    strict = (Kind.PERSON, Kind.ORGANIZATION, Kind.TITLE)
    return all(not cell or _fit(kind, _text(cell)) > 0 for cell, kind in zip(cells, kinds, strict=True) if kind in strict)


def _could_weave(row: Sequence[Piece]) -> bool:
    """Whether some line holds several pieces and another follows: what follows may go on with any of them."""
    breaks = [place for place, piece in enumerate(row) if piece.gap == "line" and place]
    return bool(breaks) and any(piece.gap == "space" for piece in row)


def _woven(row: Sequence[Piece], kinds: Sequence[Kind], known: frozenset[str]) -> tuple[tuple[Piece, ...], ...] | None:
    """The best way to give each line's pieces to columns in order, line by line; None where none fits or too many are."""
    lines: list[list[int]] = []
    for place, piece in enumerate(row):
        if piece.gap == "line" or not lines:
            lines.append([])
        lines[-1].append(place)
    ways = [list(combinations(range(len(kinds)), len(line))) for line in lines]
    total = 1
    for way in ways:
        total *= len(way)
    if not 0 < total <= _TRIES:
        return None
    found = _Weaving(row, lines, ways, kinds=kinds, known=known).woven()
    return found if _fits(found, kinds) else None


@dataclass(slots=True)
class _Weaving:
    """The search for the best of all ways, given up where the columns, each at its best, could not make a better one.

    A cell is the places of its pieces in the row.
    """

    row: Sequence[Piece]
    lines: list[list[int]]
    ways: list[list[tuple[int, ...]]]
    kinds: Sequence[Kind]
    known: frozenset[str]
    best: float = float("-inf")
    cells: tuple[tuple[int, ...], ...] = ()
    reached: dict[tuple[int, int, tuple[int, ...]], float] = field(default_factory=dict)

    def woven(self) -> tuple[tuple[Piece, ...], ...]:
        """The cells of the first of the best ways."""
        self._search(0, ((),) * len(self.kinds))
        return tuple(tuple(self.row[place] for place in cell) for cell in self.cells)

    def _search(self, depth: int, cells: tuple[tuple[int, ...], ...]) -> None:
        score = sum(self._most(depth, column, cell) for column, cell in enumerate(cells))
        if score <= self.best:
            return
        if depth == len(self.lines):
            self.best, self.cells = score, cells
            return
        for chosen in self.ways[depth]:
            self._search(depth + 1, _with(cells, self.lines[depth], chosen))

    def _most(self, depth: int, column: int, cell: tuple[int, ...]) -> float:
        """What a column can come to, whatever the lines from ``depth`` on add to it."""
        key = (depth, column, cell)
        if key not in self.reached:
            self.reached[key] = self._filled(column, cell) if depth == len(self.lines) else max(self._grown(*key))
        return self.reached[key]

    def _grown(self, depth: int, column: int, cell: tuple[int, ...]) -> Iterator[float]:
        line = self.lines[depth]
        spare = len(self.kinds) - len(line)
        if spare:
            yield self._most(depth + 1, column, cell)
        for place in line[max(0, column - spare) : column + 1]:
            yield self._most(depth + 1, column, (*cell, place))

    def _filled(self, column: int, cell: tuple[int, ...]) -> float:
        return _score_of([self.row[place] for place in cell], self.kinds[column], self.known)


def _with(cells: tuple[tuple[int, ...], ...], line: list[int], chosen: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    added = list(cells)
    for place, column in zip(line, chosen, strict=True):
        added[column] = (*added[column], place)
    return tuple(added)


def _score(cells: Sequence[Sequence[Piece]], kinds: Sequence[Kind], known: frozenset[str]) -> float:
    return sum(_score_of(cell, kind, known) for cell, kind in zip(cells, kinds, strict=True))


def _score_of(cell: Sequence[Piece], kind: Kind, known: frozenset[str]) -> float:
    if not cell:
        return -_EMPTY.get(kind, _EMPTY_OTHER)
    return _filling(_text(cell), kind, known) - _PIECE * (len(cell) - 1)


def _text(cell: Sequence[Piece]) -> str:
    return heal_name(" ".join(piece.text for piece in cell))


@lru_cache(maxsize=1 << 14)
def _fit(kind: Kind, text: str) -> float:
    if kind is Kind.LONG:
        return 0.3
    if kind is Kind.HONOURS:
        return 0.5 * text.count("奖") if text not in _NONE else 0.5
    if len(text) > _LONG and kind is not Kind.WORK and kind is not Kind.NAMES:
        return -9.0
    return _FITS[kind](text)


def _organization(text: str) -> float:
    if text in _NONE:
        return 0.0
    if organization_kind(text) is not None:
        broken = 4.0 * bool(_BROKEN_ORGANIZATION.search(text))
        return 4.0 + min(len(text), 12) / 24 - 0.2 * max(0, len(text) - 24) - broken
    return -1.5 if len(text) >= 5 and not is_title(text) else -6.0


def _title(text: str) -> float:
    if is_title(text):
        return 4.0
    parts = split_titles(text)
    if any(map(is_title, parts)) and all(is_title(part) or is_position(part) for part in parts):
        return 3.0
    lax = _TITLE_END.search(text) and len(text) <= 16 and not _NOT_TITLE.search(text)
    return 1.0 if lax and organization_kind(text) is None else -4.0


def _position(text: str) -> float:
    if re.search(r"科学院|大学|公司", text):
        return -1.0
    if text in _NONE or is_position(text) or _POSITION_END.search(text):
        return 2.0 if organization_kind(text) is None else -1.0
    return -2.5 if is_title(text) or organization_kind(text) else -0.5


def _person(text: str) -> float:
    if is_person(text):
        return 4.0
    return 2.0 if looks_like_person(text) else 0.5 if could_be_named(text) else -9.0


def _names(text: str) -> float:
    names = [name for name in _NAME_CUT.split(text) if name]
    return 5.0 * sum(map(could_be_named, names)) / len(names) - 1.5 if names else -5.0


def _journal(text: str) -> float:
    """Journals are short and, in Latin letters, written with capitals; what opens in small letters is a title's end."""
    if len(text) > 90 or _INTEGER.fullmatch(text) or _PAGES_BEHIND.search(text):
        return -3.0
    long_words = [word for word in re.findall(r"[A-Za-z]+", text) if len(word) > 3]
    if _SMALL_OPENS.match(text) or (long_words and not all(word[0].isupper() for word in long_words)):
        return -1.5
    if _JOURNAL_WITHIN.search(text):
        return -1.0
    named = 1.0 if _JOURNAL.search(text) else 0.0
    opens = 0.8 if _JOURNAL_OPENS.match(text) or re.search(r"(?:杂志|学报)$", text) else 0.0
    return 0.3 + named + opens + (0.7 if long_words else 0.0)


def _work(text: str) -> float:
    """Titles are long; one that ends in a preposition goes on, and a last word alone with a capital may be the journal's."""
    if len(text) < 10 or _INTEGER.fullmatch(text):
        return -4.0
    return 2.0 - 0.5 * bool(_GOES_ON.search(text)) - _LAST_CAPITAL * bool(_CAPITAL_ENDS.search(text))


_FITS: dict[Kind, Callable[[str], float]] = {
    Kind.PERSON: _person,
    Kind.RANK: lambda text: 4.0 if _INTEGER.fullmatch(text) else -9.0,
    Kind.ORGANIZATION: _organization,
    Kind.TITLE: _title,
    Kind.POSITION: _position,
    Kind.SEX: lambda text: 3.0 if text in ("男", "女") else -6.0,
    Kind.DATE: lambda text: 3.0 if _DATE.fullmatch(text.replace(" ", "")) else -4.0,
    Kind.NUMBER: lambda text: 3.0 if _NUMBER.fullmatch(text) else -6.0,
    Kind.NAMES: _names,
    Kind.ISSUE: lambda text: 0.0 if _PROSE_WORD.search(text) else 3.0 if _YEAR.search(text) else -4.0,
    Kind.INDEX: lambda text: 4.0 if _INDEX.search(text) and len(text) < 40 else -4.0,
    Kind.YES_NO: lambda text: 4.0 if text in ("是", "否") else -4.0,
    Kind.WORK: _work,
    Kind.JOURNAL: _journal,
    Kind.SHORT: lambda text: 0.2 if len(text) <= 20 else -1.0,
}
