"""Who leads the projects that the page of a person lists in a table: told by the person's part in each, or by what heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import could_be_person
from ingest.portraits.lines import NAME, TITLE_WORDS
from ingest.portraits.page import portraits
from ingest.table.itemised import APPLIED
from ingest.tables import Row, Sheet
from kg.model import Document
from kg.text import heal_name

__all__ = ["is_of_part", "leader_told", "only_applied", "sitter_of", "without_leader", "without_share"]

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
_NOTED = re.compile(
    rf"\s*[（(](?:项目|课题)?(?:总|第一)?(?:负责人|主持人|首席科学家|PI)\s*(?:[:：]|[为是])\s*(?P<name>{NAME})(?:{TITLE_WORDS})?[)）]$"
)
"""Who leads it, noted behind a title: 肺结节筛查研究（负责人：李四）."""
_SHARE = re.compile(
    r"(?<=\d)(?P<unit>\s*万?元)?\s*[（(](?:其中|[本我](?:单位|院|校|所|人|课题组|团队)|到[账校院]|留[校院])[^（）()]*[)）]$"
)
_HEADED = re.compile(r"(?!.*(?:参[与加]|承担)).*(?:主持|负责)的?[^，。；]{0,8}(?:项目|课题)")
"""What stands above a table, or a group of its rows, all of whose projects the person leads: 主持的科研项目."""


def is_of_part(header: str) -> bool:
    """Whether a column tells a person's part in each project.

    >>> is_of_part("本人角色"), is_of_part("主持/参与"), is_of_part("项目来源")
    (True, True, False)
    """
    return _PART.fullmatch(header) is not None


def only_applied(row: Row) -> bool:
    """Whether the cell of a person's part says that the project is only applied for: 主持（申报中）."""
    return any(is_of_part(column.header) and APPLIED.search(cell.text) is not None for column, cell in row.others)


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
    above = (row.group.text,) if row.group is not None else sheet.context[:1]
    noted = _NOTED.search(row.text("title"))
    if noted is not None and could_be_person(heal_name(noted["name"])):
        yield heal_name(noted["name"])
    elif not parts and any(map(_HEADED.match, above)):
        yield sitter


def without_leader(title: str) -> str:
    """A title without the note of who leads the project.

    >>> without_leader("肺结节筛查研究（负责人：李四）"), without_leader("肺结节筛查研究（一期）")
    ('肺结节筛查研究', '肺结节筛查研究（一期）')
    """
    return _NOTED.sub("", title)


def without_share(money: str) -> str:
    """A sum without the note of what the page's own house has of it.

    >>> without_share("512（本单位86）"), without_share("55万元（其中直接费用50）"), without_share("30（美元）")
    ('512', '55万元', '30（美元）')
    """
    return _SHARE.sub(lambda note: note["unit"] or "", money)
