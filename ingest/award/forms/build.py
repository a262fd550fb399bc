"""Forms out of labels: fields, sections and records (people, units, papers …), whichever way the form is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ingest.award.forms.align import looks_like_person
from ingest.award.forms.ends import value_end
from ingest.award.forms.grammar import KEYS, LABELS, Group, Kind, Label, record_kind
from ingest.award.forms.headline import HEADLINE, REST
from ingest.award.forms.mark import Column, Head, Mark
from ingest.award.forms.marks import SECTION_NUMBER, marks_and_heads
from ingest.award.forms.rowheads import is_of_honours
from ingest.award.forms.shared import people_beside, works_with_people
from ingest.award.forms.sheet import Extent, Sheet, rows
from ingest.award.forms.tabled import Value, table_fields
from ingest.award.forms.works import GROUP, PERSONS
from ingest.award.numbered import rank_of
from ingest.layout import View
from ingest.lexicon import organization_kind
from kg.text import HAN, heal_name

__all__ = ["Form", "Record", "Value", "read_forms"]


_NAME_LIST = re.compile(r"[、,，;；]|^(?:[（(]1[)）]|1[.．]|①)")
_MOVES_TO_NEXT = frozenset({"award", "category", "grade", "nominator", "number", GROUP})
_MERGED = ("grade", "award", "category", "giver", "won", "nominator")
"""What a cell of several rows says of each, in a table with one project a row."""
_MANY = frozenset({Kind.LONG, Kind.HONOURS, Kind.DATE})
_RUNNING = frozenset({"contribution", "honours"})
"""What stands behind the name of whom it speaks, never before it."""
_OF_COMPLETERS = frozenset({"rank", "number", "unit", "contribution", "honours"})
"""What is told of those who completed a work, and of no one who nominates it."""
_OF_DOERS = frozenset({"rank", "unit", "name", "contribution"})
"""Columns of those who did a work, and of none who uses it."""
_OF_USE = frozenset({"user", "used", "technique", "duration"})
_OF_POINTS = frozenset({"field", "papers", "property"})
_POINT = re.compile(
    r"\n[ \t]*[【\[]?(?:主要)?(?:科技|技术|科学)?(?:创新|发明|发现)(?:点|内容|成果)?"
    r"[ ]*[（(]?(?P<n>\d{1,2}|[一二三四五六七八九十])"
)
_POINT_REACH = 1500
_WORKS = frozenset({"papers", "property"})
_OF_AUTHORS = frozenset({"authors", "first", "corresponding"})
_ITEM_NUMBER = re.compile(r"[ ]*(?P<n>\d{1,2})[.、．]")
_LISTED_WORK = re.compile(r"(?m)^[ \t]*(?:[\[［（(]?\d{1,2}[\]］)）.、．]).*(?:19|20)\d\d")
_MARK = re.compile(r"[，。；;\n]")
_OPENS_HOUSE = re.compile(r"[，,、；;（(]")
"""How a line goes on with the houses of the line above."""
_NAME_AND_COLON = re.compile(
    rf"(?m)^[ \t]*(?:[（(]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})[)）.．、][ ]*)?"
    rf"(?P<name>[{HAN}]{{2,4}}|[{HAN}][ ]+[{HAN}])"
    r"[ ]*(?:[（(][^（）()\n]{1,30}[)）])?[ ]*[：:]"
)
_CONTRIBUTIONS = next(label for label in LABELS if label.field == "contributions")
_HONOURS = next(label for label in LABELS if label.field == "honours" and label.group is Group.RECORD)
_DONE = next(label for label in LABELS if label.field == "contribution")
_BARE_GRADE = re.compile(rf"(?:^|[^{HAN}])(?:[一二三四五六七八九十]+、)?[ ]*[特一二三四]等奖")
"""A heading that names a grade and no award."""


@dataclass(frozen=True, slots=True)
class Record:
    """A person, unit, paper, cooperation or property of a form, by what its fields say."""

    kind: str
    fields: Mapping[str, Value]

    @property
    def extent(self) -> Extent:
        """From the record's first word to its last, its long texts left out."""
        short = [extent for name, value in self.fields.items() if name not in ("contribution", "honours") for extent in value]
        ends = short or [extent for value in self.fields.values() for extent in value]
        return min(start for start, _ in ends), max(end for _, end in ends)


@dataclass(slots=True)
class Form:
    """One nominated achievement: its fields and sections in the order of the text, and its records."""

    page: Sheet
    parts: list[tuple[str, Value]] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    preamble: Extent = (0, 0)
    """What stands above the first label of the sheet: the notice's title."""

    def values(self, *names: str) -> Iterator[Value]:
        """The values of fields or sections, in the order of the text, blank ones left out."""
        return (value for name, value in self.parts if name in names and self.text(value))

    def text(self, value: Value) -> str:
        """A value, healed."""
        return self.page.view(*value).text

    def view(self, value: Value) -> View:
        """A value, healed, with its offsets into the document."""
        return self.page.view(*value)

    def of(self, kind: str) -> list[Record]:
        """The records of a kind, in the order of the text."""
        return [record for record in self.records if record.kind == kind]


def read_forms(page: Sheet) -> list[Form]:
    """The forms of a sheet: usually one; a notice of several projects gives one for each; none where there is no form."""
    found = marks_and_heads(page)
    if not found:
        return []
    forms = [_form(page, part) for part in _parted(page, found)]
    forms = [form for form in forms if form.parts or form.records] + list(_listed(page, found))
    first = next(one.start for one in found if not (isinstance(one, Mark) and one.labels[0] in (HEADLINE, REST)))
    for form in forms:
        form.preamble = (0, first)
    return forms


def _parted(page: Sheet, found: list[Mark | Head]) -> list[list[tuple[Mark | Head, int]]]:
    """The labels of each form, each with where its value ends: a form begins where a second achievement is named."""
    ends = [following.start for following in found[1:]] + [len(page.text)]
    parts: list[list[tuple[Mark | Head, int]]] = [[]]
    name, leading = "", frozenset[str]()
    for token, end in _of_works(zip(found, ends, strict=True)):
        label = token.label(Group.TOP) if isinstance(token, Mark) else None
        if isinstance(token, Mark) and label is not None and label.field == "achievement":
            said = page.view((token.end, end)).text
            if not name:
                leading = frozenset(_top_field(other) for other, _ in parts[-1]) & _MOVES_TO_NEXT
            elif said and said != name:
                groups = [other for other in parts[-1] if _top_field(other[0]) == GROUP]
                parts.append(_moved(parts[-1], leading))
                parts[-1][:0] = _kept_groups(page, groups, parts[-1])
            name = said or name
        parts[-1].append((token, end))
    if name:
        _drop_trailing(parts[-1])
    return parts


def _of_works(found: Iterable[tuple[Mark | Head, int]]) -> Iterator[tuple[Mark | Head, int]]:
    """The labels without those below a heading of persons, up to the next work or heading of works."""
    of_persons = False
    for token, end in found:
        field = _top_field(token)
        of_persons = field == PERSONS or (of_persons and field not in ("achievement", GROUP))
        if not of_persons:
            yield token, end


def _drop_trailing(part: list[tuple[Mark | Head, int]]) -> None:
    """Takes out the headings behind a form that head a table of other works, with the heads of such tables."""
    while len(part) > 1 and (_top_field(part[-1][0]) == GROUP or _lists_works(part[-1][0])):
        part.pop()


def _lists_works(token: Mark | Head) -> bool:
    return isinstance(token, Head) and any(column.field == "achievement" for column in token.columns)


def _kept_groups(
    page: Sheet, groups: list[tuple[Mark | Head, int]], part: list[tuple[Mark | Head, int]]
) -> list[tuple[Mark | Head, int]]:
    """The headings that still hold for a form: all where it has none of its own, that of the award above a bare grade."""
    own = [token for token, _ in part if _top_field(token) == GROUP]
    left = [one for one in groups if one not in part]
    if not own:
        return left[-2:]
    bare = all(_BARE_GRADE.search(page.text[token.start : token.end]) for token in own)
    return [one for one in left if not _BARE_GRADE.search(page.text[one[0].start : one[0].end])][-1:] if bare else []


def _moved(part: list[tuple[Mark | Head, int]], leading: frozenset[str]) -> list[tuple[Mark | Head, int]]:
    """The labels at the end of a part that open the next form, as they opened the first."""
    moved: list[tuple[Mark | Head, int]] = []
    while part and (_top_field(part[-1][0]) in leading or _divides(part[-1][0])):
        moved.insert(0, part.pop())
    return moved


def _divides(token: Mark | Head) -> bool:
    return isinstance(token, Mark) and any(label.field == "divider" for label in token.labels)


def _top_field(token: Mark | Head) -> str:
    label = token.label(Group.TOP) if isinstance(token, Mark) else None
    return label.field if label else ""


def _form(page: Sheet, tokens: Iterable[tuple[Mark | Head, int]]) -> Form:
    tokens = list(tokens)
    reading = _Reading(page, known=_known_organizations(page, tokens))
    last: Head | None = None
    for token, stop in tokens:
        end = value_end(page.text, token, stop)
        if isinstance(token, Head):
            reading.table(token, end)
            last = token
        elif (row := _next_row(page.text, last, reading, token, end)) is not None and last is not None:
            reading.mark(token, row)
            reading.table(replace(last, start=row, end=row), end)
        else:
            reading.mark(token, end)
    reading.close()
    return Form(page, reading.parts, reading.records)


def _next_row(text: str, head: Head | None, reading: _Reading, mark: Mark, end: int) -> int | None:
    """Where the table's next row stands below a line that labels what the row above did; its number counts on."""
    if head is None or head.columns[0].kind is not Kind.RANK or not {one.field for one in mark.labels} & _RUNNING:
        return None
    said = next((reading.open[one] for one in ("rank", "number") if one in reading.open), ())
    counted = rank_of(reading.page.view(*said).text) if said else None
    row = re.compile(rf"\n[ ]*{counted + 1}(?=\t|[ ]{{1,6}}\S)").search(text, mark.end, end) if counted else None
    return row.start() + 1 if row and (head.cut != "tab" or "\t" in row.group() + text[row.end()]) else None


def _known_organizations(page: Sheet, tokens: Iterable[tuple[Mark | Head, int]]) -> frozenset[str]:
    """The organisations that stand alone behind the label of a unit's name."""
    names: set[str] = set()
    for token, end in tokens:
        if (
            isinstance(token, Mark)
            and any(label.field == "unit_name" for label in token.labels)
            and page.text[token.end : end].strip()
        ):
            name = heal_name(page.view((token.end, end)).text)
            names |= {name} if organization_kind(name) else set()
    return frozenset(names)


@dataclass(slots=True)
class _Reading:
    """A form while it is read: the section, and the record that labels still add to."""

    page: Sheet
    known: frozenset[str]
    parts: list[tuple[str, Value]] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    section: str = ""
    open: dict[str, Value] = field(default_factory=dict)

    def mark(self, mark: Mark, end: int) -> None:
        value: Value = ((mark.end, end),) if self.page.text[mark.end : end].strip() else ()
        label = self._meant(mark, value)
        if self._inside_points(label):
            self.parts[-1] = ("innovations", (*self.parts[-1][1], (mark.start, end)))
            return
        if self._inside_works(label, mark):
            *before, (start, stop) = self.parts[-1][1]
            near = not self.page.text[stop : mark.start].strip()
            self.parts[-1] = (
                self.parts[-1][0],
                (*before, (start, end)) if near else (*before, (start, stop), (mark.start, end)),
            )
            return
        value = ((mark.start, mark.end),) if label.field == GROUP else value
        if label.group is Group.RECORD:
            said, done = self._parted(value) if label.kind is Kind.ORGANIZATION else (value, ())
            self._add(label, said)
            if done and "contribution" not in self.open:
                self._add(_DONE, done)
            return
        self.close()
        if label.group is Group.SECTION or self.section == "experts":
            self.section = label.field if label.group is Group.SECTION else ""
        if label.field == "nomination" and value:
            self.parts.append(("nominator", self._opening(value)))
            self.parts.append(("opinion", value))
        elif value or label.group is Group.SECTION:
            self.parts.append((self._field(label), value))

    def _parted(self, value: Value) -> tuple[Value, Value]:
        """A name up to its full stop, or its line's end, and the sentences behind it: 完成单位：甲医院。负责…."""
        for start, end in value:
            line = self.page.text.find("\n", start, end)
            if line > 0 and self._named_above(start, line, end):
                return ((start, line),), ((line + 1, end),)
            stop = self.page.text.find("。", start, end)
            if stop > 0 and self.page.text[stop + 1 : end].strip():
                return ((start, stop),), ((stop + 1, end),)
        return value, ()

    def _named_above(self, start: int, line: int, end: int) -> bool:
        """Whether a value's first line names a house, and what stands below is a sentence that no name goes on with."""
        below = self.page.text[line:end].strip().split("\n")[0]
        house, joined = (heal_name(self.page.view((start, stop)).text) for stop in (line, line + 1 + len(below)))
        told = below.endswith("。") and organization_kind(house) is not None
        return told and organization_kind(joined.rstrip("。")) is None and not _OPENS_HOUSE.match(below)

    def _inside_points(self, label: Label) -> bool:
        """Whether a label tells of one innovation point (所属学科, 支撑论文), another point being told behind it."""
        last, said = self.parts[-1] if self.parts else ("", ())
        if label.field not in _OF_POINTS or not said or not last == self.section == "innovations":
            return False
        told = [match["n"] for start, end in said for match in _POINT.finditer(self.page.text, start, end)]
        after = _POINT.search(self.page.text, said[-1][1], said[-1][1] + _POINT_REACH) if told else None
        return after is not None and after["n"] not in told

    def _inside_works(self, label: Label, mark: Mark) -> bool:
        """Whether a label opens an item that counts on in a list of works (4. 论文：…), or tells of one who wrote it."""
        last, said = self.parts[-1] if self.parts else ("", ())
        if last not in _WORKS or not said or self.open or not mark.colon:
            return False
        if label.field in _OF_AUTHORS:
            return bool(_LISTED_WORK.search(self.page.text, said[0][0], said[-1][1]))
        number = _ITEM_NUMBER.match(self.page.text, mark.start, mark.end) if label.field in _WORKS else None
        before = rf"(?m)^[ \t]*{int(number['n']) - 1}[.、．]" if number else None
        return before is not None and any(re.search(before, self.page.text[start:end]) for start, end in said)

    def _opening(self, value: Value) -> Value:
        """A value up to its first mark or line's end."""
        (start, end), *_ = value
        start += len(self.page.text[start:end]) - len(self.page.text[start:end].lstrip())
        stop = _MARK.search(self.page.text, start, end)
        return ((start, stop.start() if stop else end),)

    def table(self, head: Head, end: int) -> None:
        if "name" in self.open and is_of_honours(head.columns):
            self._add(_HONOURS, ((head.end, end),))
            return
        self.close()
        if any(column.field == "achievement" for column in head.columns):
            return
        found = list(table_fields(self.page, self._of_section(head), end, self.known))
        for fields in found:
            self.close()
            self.open = fields

    def _of_section(self, head: Head) -> Head:
        """A table's head, its names of units those of users where it stands below the heading of these."""
        last, said = self.parts[-1] if self.parts else ("", ())
        fields = {column.field for column in head.columns}
        if not last == self.section == "uptake" or "unit_name" not in fields or _OF_DOERS & fields:
            return head
        if said and not _OF_USE & fields:
            return head
        users = tuple(replace(one, field="user") if one.field == "unit_name" else one for one in head.columns)
        return replace(head, columns=users)

    def close(self) -> None:
        kind = record_kind(set(self.open))
        if kind is None and self.section == "units" and "unit" in self.open:
            kind, self.open["unit_name"] = "unit", self.open["unit"]
        if kind == "person" and self.section == "experts" and not _OF_COMPLETERS & set(self.open):
            kind = "expert"
        if kind is not None:
            self.records += [
                Record(kind, one) for one in (people_beside(self.page, self.open) if kind == "person" else [dict(self.open)])
            ]
        self.open = {}

    def _field(self, label: Label) -> str:
        """The field of a value; 牵头单位 and 参与单位 are completing units where they stand under the heading of those."""
        last, said = self.parts[-1] if self.parts else ("", ())
        if label.field == "applicant" and last == "units" and not said:
            return "units"
        return "units_more" if label.field == "partner_units" and last in ("units", "units_more") else label.field

    def _meant(self, mark: Mark, value: Value) -> Label:
        """Which of its labels a mark is: a record's field inside an open person, else a section or a field of the form."""
        record, outer = mark.label(Group.RECORD), mark.label(Group.TOP, Group.SECTION)
        if record is not None and record.field == "contribution" and _names_opening(self.page.text, value) > 1:
            return _CONTRIBUTIONS
        if record is None or outer is None:
            return record or outer or mark.labels[0]
        words = self.page.view(*self._parted(value)[0]).text.strip("，,；;。、 ")
        if record.field == "unit":
            inside = "name" in self.open and "unit" not in self.open and not _NAME_LIST.search(words)
            cells = "\t" in self.page.text[value[0][0] : value[-1][1]] if value else False  # one each of several people
            inside = inside and (cells or not _are_several(words))
        elif record.field == "honours":
            again = "honours" in self.open and not mark.colon
            inside = "name" in self.open and not again and not SECTION_NUMBER.match(self.page.text, mark.start)
        elif record.field == "expert":
            inside = looks_like_person(heal_name(words))
        elif record.field == "name":
            inside = self.section == "people" and looks_like_person(heal_name(words))
        else:
            inside = bool(self.open)
        return record if inside else outer

    def _add(self, label: Label, value: Value) -> None:
        kind = record_kind({label.field})
        told = bool(self.open.get(label.field)) or label.field not in KEYS
        another = label.field in self.open and told and label.kind not in _MANY and label.field != "ignored"
        orphaned = kind is not None and record_kind(set(self.open)) is None and bool(_RUNNING & set(self.open))
        if another or orphaned or (kind is not None and record_kind(set(self.open)) not in (None, kind)):
            self.close()
        if value or label.field not in self.open:
            self.open[label.field] = (*self.open.get(label.field, ()), *value)


def _are_several(words: str) -> bool:
    """Whether words are several organisations with blanks between."""
    parts = words.split()
    return len(parts) > 1 and all(map(organization_kind, parts))


def _names_opening(text: str, value: Value) -> int:
    """How many lines of a value open with a person's name and a colon."""
    names = (match["name"] for start, end in value for match in _NAME_AND_COLON.finditer(text, start, end))
    return sum(map(looks_like_person, map(heal_name, names)))


def _listed(page: Sheet, found: list[Mark | Head]) -> Iterator[Form]:
    """The forms of a table with one project a row, with the headings that hold for each; such may stand between its rows."""
    groups = [token for token in found if _top_field(token) == GROUP]
    others = [token for token in found if _top_field(token) != GROUP]
    ends = [following.start for following in others[1:]] + [len(page.text)]
    for token, end in zip(others, ends, strict=True):
        if isinstance(token, Head) and token.cut == "tab" and _lists_works(token):
            lines = rows(page, token.end, end)
            if together := works_with_people(page, token, lines):
                yield from (_with_people(page, work, groups) for work in together)
                continue
            above: dict[str, Value] = {}
            for row in lines:
                cells = {
                    _section_field(column): value for column, value in zip(token.columns, row.cells, strict=False) if value
                }
                above = {name: cells.get(name) or above.get(name, ()) for name in _MERGED}
                parts = [(name, value) for name, value in (cells | above).items() if name and value]
                if "achievement" in cells:
                    yield Form(page, [*_headings_above(page, groups, row.start), *parts], [])


def _with_people(page: Sheet, work: list[dict[str, Value]], groups: list[Mark | Head]) -> Form:
    """The form of a work whose people stand a row each beside it."""
    parts = [(name, work[0][name]) for name in ("achievement", *_MERGED) if name in work[0]]
    counts_works = {row.get("number") for row in work} == {work[0].get("number")}  # one cell beside all of them: no rank
    left = {"achievement", *_MERGED, *(["number"] if counts_works else [])}
    own = [{name: value for name, value in row.items() if name not in left} for row in work]
    return Form(
        page, [*_headings_above(page, groups, work[0]["achievement"][0][0]), *parts], [Record("person", row) for row in own]
    )


def _headings_above(page: Sheet, groups: list[Mark | Head], start: int) -> list[tuple[str, Value]]:
    """The heading nearest above a row, and that of the award where it names a grade alone."""
    above = [one for one in groups if one.start < start]
    kept = above[-1:]
    if kept and _BARE_GRADE.search(page.text[kept[0].start : kept[0].end]):
        kept = [one for one in above if not _BARE_GRADE.search(page.text[one.start : one.end])][-1:] + kept
    return [(GROUP, ((one.start, one.end),)) for one in kept]


def _section_field(column: Column) -> str:
    return {"unit": "units", "unit_name": "units", "name": "people"}.get(column.field, column.field)
