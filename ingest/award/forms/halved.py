"""Labels of a narrow column that go on in the lines below, beside what goes on of their values: 对本项目 above 贡献."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.award.forms.grammar import LABELS, Group, Kind
from ingest.award.forms.words import words_at
from ingest.lexicon import organization_kind
from ingest.readers.pieces import width
from kg.text import HAN

__all__ = ["with_whole_labels"]

_PIECE = re.compile(rf"(?<!\S)[{HAN}](?:[ ]{{1,6}}[{HAN}])+(?=[ ]{{2}}|[ ]*$)|\S+(?:[ ]\S+)*")
_FIRST_WORD = re.compile(r"\S+(?=[ ]\S)")
_GAP = re.compile(r"(?<=\S)[ ]+(?=\S)")
_LABEL = re.compile(rf"[{HAN}/／（）()、的]{{1,12}}")
_JOINS = re.compile(r"[/／（(、及和与或]")
"""What a label never opens with: the line above has the rest of it."""
_FEWEST = 2
_MOST_LINES = 5
_MOST_PARTS = 4
_NEAR = 1
_MOST_ABOVE = 6
_LABEL_AND_VALUE = 2
_TWO_FIELDS = 4
_ROOM = 4
"""A line that falls this far short of the widest had room for another word: what it tells ends there."""
_TOLD = re.compile(r"[，。；、]")
_NUMBERED = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⑳]")
_WIDE = 32
"""Columns that a line of a contribution takes at least where others follow."""
_PATTERNS = tuple((one, re.compile(one.pattern)) for one in LABELS if one.pattern)
_RUNNING = frozenset({Kind.LONG, Kind.HONOURS})


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words between wide blanks: from where to where they stand in the text, and from which column of the page."""

    words: str
    start: int
    end: int
    column: int


def with_whole_labels(text: str) -> tuple[str, list[int]]:
    """The text with the rest of such a label behind its beginning and gone from below; and where its characters stand.

    A label that stands beside the middle of its value is moved to where that begins; of two values side by side each
    has its own rest.

    >>> print(with_whole_labels("项目名称    某某技术\\n某某病常见，危害大，早期\\n项目简介    发现难。本项目研制了探针。")[0])
    项目名称    某某技术
    项目简介 某某病常见，危害大，早期
            发现难。本项目研制了探针。

    >>> with_whole_labels("对本项目    提出路线，完成\\n贡献        验证。\\n职称    教授")[0]
    '对本项目贡献    提出路线，完成\\n          验证。\\n职称    教授'
    """
    put: dict[int, list[_Piece]] = {}
    gone: set[_Piece] = set()
    lines = list(_lines(text)) if _GAP.search(text) else []
    for place, line in enumerate(lines):
        below = lines[place + 1 : place + 1 + _MOST_LINES]
        labels: list[_Piece] = []
        for piece in line:
            rest = _rest(piece, below, text) if piece not in gone else []
            whole = "".join(one.words for one in (piece, *rest))
            labels += [piece] if rest or _is_label(whole) else []
            first = _beginning(lines, place, whole) if not piece.column else None
            if first is not None:
                put[first.start] = [piece, *rest]
                gone.add(piece)
            elif rest:
                put[piece.end] = rest
            gone.update(rest)
        for value, more in _side_by_side(line, labels, below, gone):
            put.setdefault(value.end, []).append(more)
            gone.add(more)
    return _written(text, put, gone) if put else (text, list(range(len(text))))


def _lines(text: str) -> Iterator[list[_Piece]]:
    for line in re.finditer(r"[^\n]+", text):
        found: list[_Piece] = []
        column, last = 0, line.start()
        for start, end in _stretches(text, *line.span()) if "\t" not in line.group() else ():
            column += width(text[last:start], 2)
            found.append(_Piece("".join(text[start:end].split()), start, end, column))
            column, last = column + width(text[start:end], 2), end
        yield found


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the words between wide blanks stand; the first also before a single blank, if it can be of a label."""
    for match in _PIECE.finditer(text, start, end):
        first = _FIRST_WORD.match(text, *match.span()) if match.start() == start else None
        if first is not None and _LABEL.fullmatch(first.group()) and len(first.group()) >= _FEWEST:
            yield first.span()
            yield first.end() + 1, match.end()
        else:
            yield match.span()


def _rest(piece: _Piece, below: Sequence[Sequence[_Piece]], text: str) -> list[_Piece]:
    """The pieces right below one that make a label of it; a value stands beside it."""
    if len(piece.words) < _FEWEST or not _LABEL.fullmatch(piece.words) or _GAP.match(text, piece.end) is None:
        return []
    parts: list[_Piece] = []
    best = 0
    for line in below:
        part = next((one for one in line if abs(one.column - piece.column) <= _NEAR), None)
        if part is None or not _LABEL.fullmatch(part.words) or len(parts) == _MOST_PARTS:
            if not piece.column and len(line) == 1 and not _is_label(line[0].words):
                continue  # a line of the value alone, its indent lost
            break
        parts.append(part)
        if _is_label("".join(one.words for one in (piece, *parts))):
            best = len(parts)
    two = best and _is_label(piece.words) and _is_label(parts[0].words) and not _JOINS.match(parts[0].words)
    return [] if two else parts[:best]


def _side_by_side(
    line: Sequence[_Piece], labels: Sequence[_Piece], below: Sequence[Sequence[_Piece]], gone: set[_Piece]
) -> Iterator[tuple[_Piece, _Piece]]:
    """The two values of a line of two fields, each with what stands below it on the line that goes on with both."""
    if list(labels) != list(line[::2]) or len(line) != _TWO_FIELDS or not below:
        return
    rest = [one for one in below[0] if one not in gone]
    shift = 0 if len(rest) < len(below[0]) else line[1].column - rest[0].column
    opens = len(below) > 1 and any(map(_is_label, _words(below[1])))
    if (not shift or (len(rest) > 1 and opens)) and not any(map(_is_label, _words(rest))):
        pairs = [(value, one) for one in rest for value in line[1::2] if abs(one.column + shift - value.column) <= _NEAR]
        yield from pairs if len(pairs) == len(rest) else ()


def _words(line: Sequence[_Piece]) -> Iterator[str]:
    return (one.words for one in line)


def _beginning(lines: Sequence[Sequence[_Piece]], place: int, label: str) -> _Piece | None:
    """Where the value begins beside whose middle a label stands; None where it stands beside its first line."""
    above = lines[max(0, place - _MOST_ABOVE) : place]
    if _is_of(label, Group.RECORD):
        return _below_house(above)
    if _is_of(label, Group.SECTION) and len(lines[place]) > 1:
        return _below_name(above, widest=_widest(lines[place:]))
    return None


def _below_house(above: Sequence[Sequence[_Piece]]) -> _Piece | None:
    """The first of the lines right above a label that are of its value: below a house told whole behind its own label."""
    first: _Piece | None = None
    for line in reversed(above):
        if len(line) == 1 and not _is_label(line[0].words) and width(line[0].words, 2) >= _WIDE and _TOLD.search(line[0].words):
            first = line[0]
            continue
        house = len(line) > 1 and _is_label(line[0].words) and organization_kind(line[1].words) is not None
        return first if house else None
    return None


def _below_name(above: Sequence[Sequence[_Piece]], *, widest: int) -> _Piece | None:
    """The first line of a text below the name of a work, or another short field, whose last line was not full; a name holds
    no mark, and none of its lines but the last is narrower than that.
    """
    labelled = next((at for at in range(len(above) - 1, -1, -1) if len(above[at]) != 1 or _is_label(above[at][0].words)), None)
    if labelled is None or len(above[labelled]) != _LABEL_AND_VALUE or not _is_of(above[labelled][0].words, Group.TOP):
        return None
    values = [above[labelled][1].words, *(line[0].words for line in above[labelled + 1 :])]
    told = next((at for at, words in enumerate(values) if _TOLD.search(words) or _NUMBERED.match(words)), 0)
    *full, last = values[:told] or [""]
    if not last or width(last, 2) + _ROOM > widest or any(width(one, 2) <= width(last, 2) for one in full):
        return None
    return above[labelled + told][0]


def _widest(lines: Sequence[Sequence[_Piece]]) -> int:
    """How wide the lines of a text are, at most, that its label stands beside."""
    below = [line[0] for line in takewhile(lambda one: len(one) == 1 and not _is_label(one[0].words), lines[1:])]
    return max(width(one.words, 2) for one in (lines[0][1], *below))


def _is_label(words: str) -> bool:
    """Whether words without blanks are a label from end to end."""
    return any(end == len(words) for end, _ in words_at(words, 0)) or any(one.fullmatch(words) for _, one in _PATTERNS)


def _is_of(words: str, group: Group) -> bool:
    """Whether words are a label of a group: in records and sections, of what a person or unit did, or of a long text."""
    labels = [one for end, found in words_at(words, 0) if end == len(words) for one in found]
    labels += [label for label, pattern in _PATTERNS if pattern.fullmatch(words)]
    return any(one.group is group and (one.kind in _RUNNING or group is Group.TOP) for one in labels)


def _written(text: str, put: dict[int, list[_Piece]], gone: set[_Piece]) -> tuple[str, list[int]]:
    """The text with pieces put in at their places and blanks where they stood."""
    blank = {at for one in gone for at in range(one.start, one.end)}
    offsets: list[int] = []
    chars: list[str] = []
    for place, char in enumerate(text):
        for piece in put.get(place, ()):
            words = [at for at in range(piece.start, piece.end) if not text[at].isspace()]
            offsets += words
            chars += [text[at] for at in words]
        if any(piece.start > place for piece in put.get(place, ())) and not text[place].isspace():
            offsets.append(place)
            chars.append(" ")
        offsets.append(place)
        chars.append(" " if place in blank else char)
    return "".join(chars), offsets
