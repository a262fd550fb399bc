"""Tables in which cells are of several people: a work beside the rows of those who did it, or people side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from ingest.award.forms.align import could_be_named, looks_like_person
from ingest.award.forms.mark import Head
from ingest.award.forms.sheet import Row, Sheet
from ingest.award.forms.tabled import Value
from kg.text import heal_name

__all__ = ["people_beside", "works_with_people"]

_FEWEST = 2


def works_with_people(page: Sheet, head: Head, found: list[Row]) -> list[list[dict[str, Value]]]:
    """The rows of each work whose cell reaches down over the rows of its people, one a row; none where a row has several.

    A table in which no work has two rows tells one work a row.
    """
    fields = [column.field for column in head.columns]
    if "name" not in fields or "achievement" not in fields:
        return []
    cells = [{field: cell for field, cell in zip(fields, row.cells, strict=False) if field and cell} for row in found]
    whole = [row for row in cells if "achievement" in row and "name" in row]
    works = [list(rows) for _, rows in groupby(whole, key=lambda row: row["achievement"])]
    single = all(could_be_named(heal_name(page.view(*row["name"]).text)) for row in whole)
    return works if single and any(len(work) >= _FEWEST for work in works) else []


def people_beside(page: Sheet, fields: Mapping[str, Value]) -> list[dict[str, Value]]:
    """A record each where the cells behind 姓名 name several people and the rows below tell of them in their order."""
    names = list(_cells(page, fields.get("name", ())))
    said = [heal_name(page.view(name).text) for name in names]
    if len(names) < _FEWEST or not looks_like_person(said[0]) or not all(map(could_be_named, said)):
        return [dict(fields)]
    columns = {field: list(_cells(page, value)) for field, value in fields.items()}
    return [
        {field: (cells[place],) for field, cells in columns.items() if len(cells) == len(names)} for place in range(len(names))
    ]


def _cells(page: Sheet, value: Value) -> Iterator[tuple[int, int]]:
    """The cells of a value of one row; a value of several lines has none."""
    if len(value) != 1 or "\n" in page.text[slice(*value[0])].strip():
        return
    start, end = value[0]
    while start < end and page.text[start] in "\t ":
        start += 1
    for cell in page.text[start:end].rstrip().split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1
