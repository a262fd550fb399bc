"""Lines of plain text, hard-wrapped or not, as the paragraphs that their author wrote."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.readers.outline import ends_sentence, heading_style, is_caption, is_label, is_starter
from kg.text import HAN

__all__ = ["Line", "is_double_spaced", "paragraphs"]

_CITATION = re.compile(r"\[\d+(?:\s?[,，\-–~]\s?\d+)*\]$")
_OPENS_WITH_CITATION = re.compile(r"\[\d+(?:\s?[,，\-–~]\s?\d+)*\]")
_WANTS_MORE = re.compile(r"[，、,（(《“「]$")
_BELONGS_BEFORE = re.compile(r"[，、。；：！？,.;）)》”」]")
_CLAUSES = re.compile(r"[，。；,;]")
_FLOWS = re.compile(r"[，。；、,;]")
_ROW = re.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])")
_TOKEN = re.compile(r"[\w.%+\-/]+|.", re.ASCII)
_KEYWORDS = re.compile(r"关\s*键\s*词|Key\s?words", re.IGNORECASE)
_HOURS = re.compile(r"\d{1,2}[:：]\d{2}\s*[-—–~～至]+\s*\d{1,2}[:：]\d{2}")
"""What an item of a programme opens with."""
_MAY_WRAP = {"decimal1", "bracket"}
_STRONG = {"chapter", "section", "hanzi", "bracket", "label"}

_INDENT = 2
_FIRST_LINE_INDENT = 4
"""Columns by which a paragraph's first line may have been set in, which extractors lose."""
_NARROWEST_MEASURE = 40
_SLACK = 6
"""A full line may fall short of its measure by this many columns beside the word that went to the next line."""
_FEWEST = 4
_FEW = 12
_MEASURE_SHARE = 0.05
"""A width is a measure where so many lines, and such a share of them, have it."""
_WIDER_SHARE = 0.2
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words, its indent in columns, the blank lines before it and its page."""

    text: str
    indent: int = 0
    blanks: int = 0
    page: int | None = None


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines grouped by paragraph.

    A line goes on into the next where it fills the measure of the text and neither its end nor the next line's opening
    says otherwise. A text with a blank line between most of its lines says nothing with it; in another it ends a paragraph.
    """
    measures = _measures(lines)
    double = is_double_spaced(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and (double or not line.blanks) and _goes_on(groups[-1], line, measures):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def is_double_spaced(lines: Sequence[Line]) -> bool:
    """Whether a blank line stands between most lines, as some extractors write them."""
    return sum(line.blanks > 0 for line in lines[1:]) > _MOSTLY * (len(lines) - 1)


def _goes_on(group: Sequence[Line], line: Line, measures: Sequence[int]) -> bool:
    before, text = group[-1].text, line.text
    if not measures or _HOURS.match(text) or _is_row(before) or _is_row(text) or line.indent >= _INDENT > group[-1].indent:
        return False
    if _BELONGS_BEFORE.match(text) or _CITATION.match(text):
        return True
    if (is_label(group[0].text) and is_label(text)) or _stands_alone(group, line, measures):
        return False
    if ends_sentence(before) or before.endswith(("：", ":")):
        return _fills(group, line, measures) and not is_starter(text) and line.indent < _INDENT
    if _CITATION.match(before) or _OPENS_WITH_CITATION.match(text):
        return not is_starter(text)
    if _fills(group, line, measures):
        style = heading_style(text)
        words_of_heading = style == "label" and not line.blanks  # the rest of a title: "…拟立项⏎项目公示"
        return (style not in _STRONG or words_of_heading) and not is_caption(text)
    unfinished = len(group) > 1 or (_FLOWS.search(before) and _width(before) >= _MOSTLY * max(measures))
    return bool(unfinished or _WANTS_MORE.search(before)) and not is_starter(text)


def _fills(group: Sequence[Line], line: Line, measures: Sequence[int], *, indent: int = _FIRST_LINE_INDENT) -> bool:
    """Whether the next line's first word would not have fitted on the line above it."""
    width = _visual_width(group)
    slack = _SLACK + (indent if len(group) == 1 and not group[0].indent else 0)
    token = _TOKEN.match(line.text)
    room = slack + (_width(token.group()) if token else 0)
    return any(measure - room <= width <= measure + 2 for measure in measures)


def _stands_alone(group: Sequence[Line], line: Line, measures: Sequence[int]) -> bool:
    """Whether what was read so far is a heading, or a list of keywords, that the next line does not go on with."""
    text = group[-1].text
    if len(group) > 1 or _CLAUSES.search(text):
        return bool(_KEYWORDS.match(group[0].text)) and not _WANTS_MORE.search(text)
    style = heading_style(text)
    return bool(style) and not (style in _MAY_WRAP and _fills(group, line, measures, indent=0))


def _visual_width(group: Sequence[Line]) -> float:
    """The last line's width; a raised citation that an extractor put on a line of its own belongs to the line around it."""
    width = 0.0
    for i in range(len(group) - 1, -1, -1):
        width += group[i].indent + _width(group[i].text)
        beside = _OPENS_WITH_CITATION.match(group[i].text) or (i and _CITATION.match(group[i - 1].text))
        if not beside:
            break
    return width


def _is_row(text: str) -> bool:
    """Whether the line looks like a row of a table whose columns became spaces."""
    return len(_ROW.findall(text)) >= 2


def _measures(lines: Sequence[Line]) -> list[int]:
    """The widths, in columns, that lines were wrapped at; none where lines run on as long as their paragraphs."""
    widths = [round(line.indent + _width(line.text)) for line in lines if not _is_row(line.text) and not is_label(line.text)]
    counts = Counter(widths)
    near = {w: sum(counts[v] for v in range(w - _SLACK, w + 1)) for w in counts if w >= _NARROWEST_MEASURE}
    enough = max(_FEWEST, _MEASURE_SHARE * len(widths))
    measures: list[int] = []
    for w in sorted(near, key=lambda w: (-near[w], -w)):
        if near[w] >= enough and all(abs(w - other) > _SLACK for other in measures):
            measures.append(w)
    if not measures:
        return _measure_of_few(lines)
    wider = sum(w for w in widths if w > max(measures) + _SLACK)
    return measures if wider <= _WIDER_SHARE * sum(widths) else []


def _measure_of_few(lines: Sequence[Line]) -> list[int]:
    """The width of a text of few lines: all that go on are as wide as it, and all others end a sentence."""
    ends = [after.blanks > 0 for after in lines[1:]] + [True]
    widths = [round(line.indent + _width(line.text)) for line in lines]
    going_on = [w for w, line, end in zip(widths, lines, ends, strict=True) if not end and not ends_sentence(line.text)]
    closed = all(ends_sentence(line.text) for line, end in zip(lines, ends, strict=True) if end)
    widest = max(widths, default=0)
    full = bool(going_on) and min(going_on) >= widest - _SLACK
    return [widest] if full and closed and widest >= _NARROWEST_MEASURE and len(lines) <= _FEW else []


def _width(text: str) -> float:
    """In columns: a Chinese character two, a Latin letter one, a capital somewhat more."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1.3 if char.isupper() else 1 for char in text)
