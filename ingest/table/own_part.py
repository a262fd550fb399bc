"""Who leads the projects that the page of a person lists in a table: told by the person's part in each, or by what heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person
from ingest.portraits.lines import NAME
from ingest.portraits.page import portraits
from ingest.tables import Row, Sheet
from kg.model import Document
from kg.text import heal_name

__all__ = ["is_of_part", "leader_told", "sitter_of"]

_PART = re.compile(
    r"(?:本人|个人|项目|课题|承担|担任|所任|参与)*(?:角色|身份|作用|分工|职责|任务)|(?:本人)?(?:承担|参与)(?:情况|方式)"
    r"|主持(?:或|及|与|[/、])?(?:参[与加研]|承担)|(?:本人|项目)?(?:排名|排序|位次)"
)
"""What heads the column of a person's part in each project."""
_LEADS = re.compile(
    r"(?:独立|在研|结题)?(?:主持(?:人|完成|在研|结题)?|(?:项目)?(?:总|第一)?负责人?|首席(?:科学家|专家)?|PI|牵头(?:人|负责)?|(?:排名)?第?[一1](?:\s*/\s*\d{1,2})?)"
    r"(?:\s*[（(/，,、；;].*)?",
    re.DOTALL,
)
_OTHER = re.compile(
    rf"(?:项目|课题)?(?:总|第一)?(?:负责人|主持人|首席科学家)\s*(?:[:：]|[为是])\s*(?P<name>{NAME})(?=[）)，,；;、]|$)"
)
"""Another who leads it, noted in that cell: 参加（项目负责人：李四）."""
_HEADED = re.compile(r"(?!.*(?:参[与加]|承担)).*(?:主持|负责)的?[^，。；]{0,8}(?:项目|课题)")
"""What stands above a table all of whose projects the person leads: 主持的科研项目."""


def is_of_part(header: str) -> bool:
    """Whether a column tells a person's part in each project.

    >>> is_of_part("本人角色"), is_of_part("主持/参与"), is_of_part("项目来源")
    (True, True, False)
    """
    return _PART.fullmatch(header) is not None


def sitter_of(document: Document, sheet: Sheet) -> str:
    """The person on whose page a table of projects without a column of leaders stands; "" where it is on nobody's."""
    if sheet.roles & {"lead", "host"}:
        return ""
    return next((one.name for one in portraits(document) if one.span.start <= sheet.span.start < one.span.end), "")


def leader_told(sheet: Sheet, row: Row, sitter: str) -> Iterator[str]:
    """Who leads the project of a row: the person whose page it is, or another whom the cell of the person's part names."""
    parts = [cell.text for column, cell in row.others if is_of_part(column.header)]
    for words in parts:
        other = _OTHER.search(words)
        if other is not None and could_be_person(heal_name(other["name"])):
            yield heal_name(other["name"])
        elif _LEADS.fullmatch(words):
            yield sitter
    if not parts and any(map(_HEADED.match, sheet.context[:1])):
        yield sitter
