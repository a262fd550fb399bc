"""Records written as labels and values ("项目名称：… 负责人：…"): rows of a table that was never drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from ingest.portraits.labels import label_of
from ingest.table.columns import Column, column_of, is_known_header
from ingest.table.lines import Line, Value, value
from kg.model import Document, Span
from kg.text import HAN, heal_name

__all__ = ["LabelledRecord", "labelled_records"]

_SPREAD = rf"(?<![{HAN}] )[{HAN}](?:[ \u3000]{{1,4}}[{HAN}]){{1,3}}"
"""A label set wide: 申 请 人."""
_LABEL = re.compile(
    rf"(?:^|(?<=[\s;；。，,、)）]))[【\[]?(?P<label>[^\s:：;；。，,、【】\[\]]{{2,16}}|{_SPREAD})[】\]]?\s*[:：]\s*"
)
_NUMBERING = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]+\s*)+")
_APART = re.compile(r"\s*(?P<label>[^\s:：]{2,16})(?: {2,}|[ \u3000]*\u3000[ \u3000]*)(?P<value>\S[^\t\n]*)")
"""项目名称    某研究: a label and what stands behind a wide blank."""
_OPENING = frozenset({"title", "theme", "meeting", "product", "facility"})
_FEWEST, _FEWEST_OF_PRODUCT = 3, 2
"""A product and who applies for it are a record by themselves."""
_MAKES = frozenset({"lead", "host"})
_MOST_LINES_OF_VALUE = 2
_LONG_TEXT = 120


@dataclass(frozen=True, slots=True)
class LabelledRecord:
    """The labelled values that belong together, each with the column that its label names."""

    cells: tuple[tuple[Column, Value], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class _Pair:
    column: Column
    span: Span
    line: int
    label: int
    """Where its label begins."""


def labelled_records(document: Document, lines: Sequence[Line]) -> Iterator[LabelledRecord]:
    """The records of at least three labelled values; a title, or a label that the record has already, begins the next."""
    record: list[_Pair] = []
    for pair in _pairs(document, lines):
        roles = {one.column.role for one in record}
        far = bool(record) and pair.line - record[-1].line > _MOST_LINES_OF_VALUE + 1
        if record and (far or pair.column.role in roles):
            yield from _record(document, record)
            record = []
        record.append(pair)
    yield from _record(document, record)


def _record(document: Document, pairs: Sequence[_Pair]) -> Iterator[LabelledRecord]:
    made = any(pair.column.role == "product" for pair in pairs)
    if made:  # a page's own source stands before its first record
        pairs = [
            replace(pair, column=_maker(pair.column)) for pair in dropwhile(lambda one: one.column.role == "program", pairs)
        ]
    if (
        len(pairs) >= (_FEWEST_OF_PRODUCT if made else _FEWEST)
        and any(pair.column.role in _OPENING for pair in pairs)
        and not _is_card(document, pairs)
    ):
        cells = tuple((pair.column, value(document, pair.span)) for pair in pairs)
        yield LabelledRecord(cells, Span(start=pairs[0].label, end=max(pair.span.end for pair in pairs)))


def _maker(column: Column) -> Column:
    """The column of who makes a product, where a label calls it otherwise (申请人)."""
    return replace(column, role="maker", kind="organizations") if column.role in _MAKES else column


def _is_card(document: Document, pairs: Sequence[_Pair]) -> bool:
    """Whether the labels are those of a page about a person (姓名, 单位, 科研项目), which is no record of one project."""
    return {"name", "projects"} <= {label_of(document.text[pair.label : pair.span.start]) for pair in pairs}


def _pairs(document: Document, lines: Sequence[Line]) -> Iterator[_Pair]:
    for number, line in enumerate(lines):
        text = document.text[line.start : line.end]
        labels = [match for match in _LABEL.finditer(text) if is_known_header(_bare(match["label"]))]
        if not labels:
            yield from _beside(document, line, number)
        for place, match in enumerate(labels):
            last = place + 1 == len(labels)
            end = line.end if last else line.start + labels[place + 1].start("label")
            start = line.start + match.end()
            if last:
                end = _continued(document, lines[number + 1 : number + 1 + _MOST_LINES_OF_VALUE], start=start, end=end)
            span = _trimmed(document.text, start, end)
            if span and span.end - span.start <= _LONG_TEXT:
                column = column_of(_bare(match["label"]))
                yield _Pair(column, span, number, line.start + match.start("label"))


def _beside(document: Document, line: Line, number: int) -> Iterator[_Pair]:
    """The labels and values that stand in cells by turns, or with wide blanks between the one and the other."""
    cells = [(one.start, one.end) for one in line.cells]
    apart = _APART.match(document.text, line.start, line.end) if len(cells) == 1 else None
    turns = [apart.span("label"), apart.span("value")] if apart is not None else cells if len(cells) % 2 == 0 else []
    for label, told in zip(turns[::2], turns[1::2], strict=True):
        header, span = _bare(document.text[slice(*label)]), _trimmed(document.text, *told)
        first = re.split(r"\s", document.text[span.start : span.end])[0] if span is not None else ""
        if span is None or not is_known_header(header) or is_known_header(_bare(first)):
            continue
        if span.end - span.start <= _LONG_TEXT:
            yield _Pair(column_of(header), span, number, label[0])


def _bare(label: str) -> str:
    return _NUMBERING.sub("", heal_name(label))


def _continued(document: Document, below: Sequence[Line], *, start: int, end: int) -> int:
    """The end of a value that goes on under its line: the line is long, and what follows is no label and no sentence's end."""
    for line in below:
        here = document.text[start:end].strip()
        open_end = not here or (
            len(document.text[document.text.rfind("\n", 0, end) + 1 : end]) >= 30 and here[-1] not in "。；;."
        )
        if not open_end or _LABEL.search(line.text) or _NUMBERING.match(line.text):
            break
        end = line.end
        if here:
            break
    return end


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    bare = words.strip(" \t\n\u3000;；,，。、")
    if not bare:
        return None
    begin = start + words.index(bare)
    return Span(start=begin, end=begin + len(bare))
