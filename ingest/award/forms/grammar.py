"""The grammar of nomination forms: which words label which field, and what kind of thing a column holds.

A form with other words is a line in labels.txt beside this module, not code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ingest.lexicon import spelled_out

__all__ = ["KEYS", "LABELS", "SECTION_TAIL", "Group", "Kind", "Label", "record_kind"]

_FILE = Path(__file__).with_name("labels.txt")


class Group(Enum):
    """What a label opens: a single field of the form, a section, or a field of a record (a person, unit, paper …)."""

    TOP = "top"
    SECTION = "section"
    RECORD = "record"


class Kind(Enum):
    """What a field's value looks like."""

    PERSON = "person"
    RANK = "rank"
    ORGANIZATION = "organization"
    TITLE = "title"
    POSITION = "position"
    SEX = "sex"
    DATE = "date"
    NUMBER = "number"
    NAMES = "names"
    ISSUE = "issue"
    INDEX = "index"
    YES_NO = "yes_no"
    WORK = "work"
    JOURNAL = "journal"
    HONOURS = "honours"
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A field and words that label it. ``bare``: they may stand before the value with only a space between."""

    field: str
    group: Group
    kind: Kind
    words: tuple[str, ...]
    bare: bool = True
    heads_only: bool = False
    """The words label in a table's head alone."""
    terse: bool = False
    """Words so short (项目, 单位) that they label with a colon alone, in a notice whose labels are all so."""
    pattern: str = ""
    """A regular expression over the label without its blanks, where words alone cannot list what people write."""


def _labels() -> Iterator[Label]:
    head: list[str] = []
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("% "):
            head = line[2:].split()
        elif line.startswith("~ "):
            group, field, kind = head[:3]
            yield Label(field=field, group=Group(group), kind=Kind(kind), words=(), bare=False, pattern=line[2:].strip())
        elif line.strip() and not line.startswith("#"):
            group, field, kind = head[:3]
            words = tuple(word for written in line.split() for word in spelled_out(written))
            yield Label(
                field=field,
                group=Group(group),
                kind=Kind(kind),
                words=words,
                bare=not head[3:],
                heads_only="columns" in head[3:],
                terse="terse" in head[3:],
            )


LABELS: tuple[Label, ...] = tuple(_labels())
"""The labels, a line of labels.txt each; a word that stands under several heads labels several fields."""

SECTION_TAIL = (
    *("情况汇总表", "情况说明", "情况简介", "情况表", "情况", "汇总表", "一览表", "简表"),
    *("一览", "名单", "目录", "列表", "说明", "信息", "表"),
)
"""What may follow a section's words."""

KEYS: dict[str, str] = {
    "name": "person",
    "unit_name": "unit",
    "work": "paper",
    "citation": "paper",
    "partners": "cooperation",
    "property_name": "property",
    "expert": "expert",
    "user": "adoption",
    "award": "honour",
}
"""The field that makes a record, to the kind of record; the first that a record has decides."""


def record_kind(fields: frozenset[str] | set[str]) -> str | None:
    """The kind of a record that has these fields; None where none of them is a key.

    >>> record_kind({"rank", "name", "unit"}), record_kind({"rank"})
    ('person', None)
    >>> record_kind({"number", "property_name", "journal"})
    'paper'
    """
    if "property_name" in fields and "journal" in fields:  # 名称 above the titles of papers
        return "paper"
    return next((kind for key, kind in KEYS.items() if key in fields), None)
