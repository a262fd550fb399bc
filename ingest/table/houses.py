"""Whose a list of grants is that has no column of hosts: the house that says 我院 above it, or that a title opens with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lexicon import organization_kind
from ingest.names import organizations
from ingest.prose.speaker import speaker
from ingest.table.funded import announced
from ingest.tables import Sheet
from kg.model import Document

__all__ = ["House", "house_of"]

_OWN = re.compile(
    r"(?:我|(?<![日基资成样原文书])本)(?P<noun>院|校|研究所|研究院|所|中心|公司)(?!士|区|园)[^。；！？]{0,60}?"
    r"(?:立项|获批|获得?|承担|主持|资助|课题|项目|中标)"
)
_NOT_ITS_OWN = re.compile("评审|受理|管理的|发布|征集|合作单位|外单位|兄弟单位|参与")
_TITLED = re.compile(r"(?:(?:19|20)\d{2}\s*年度?)?[^，。；]{0,30}?(?:立项|获批|获资助|资助项目|新增|承担|主持|在研|中标)")
_HOUSES = frozenset({"hospital", "university", "institute", "company", "laboratory"})
_ABOVE = 3
"""How many passages before a table may say whose projects it lists."""


@dataclass(frozen=True, slots=True)
class House:
    """The institution of all rows, and the words that say so (我院)."""

    name: str
    said: str


def house_of(document: Document, sheet: Sheet) -> House | None:
    """The house of all rows of a table without a column of hosts; None where nothing, or more than one thing, tells."""
    if "host" in sheet.roles:
        return None
    for words in _words(document, sheet):
        own = _OWN.search(words)
        if own is not None and not _NOT_ITS_OWN.search(own.group()):
            name = speaker(document, own["noun"])
            if organization_kind(name or "无") in _HOUSES:
                return House(name, own.group()[: 1 + len(own["noun"])])
            break
    return next(filter(None, map(_of_title, (document.title, *sheet.context))), None)


def _words(document: Document, sheet: Sheet) -> Iterator[str]:
    yield from (document.title, *sheet.context, *announced(document, sheet))
    before = [one for one in document.passages if one.span.end <= sheet.span.start]
    yield from (document.text[one.span.start : one.span.end] for one in reversed(before[-_ABOVE:]))


def _of_title(title: str) -> House | None:
    named = [title[one.start : one.end] for one in organizations(title)]
    if len(named) != 1 or not title.startswith(named[0]) or organization_kind(named[0]) not in _HOUSES:
        return None
    return House(named[0], "标题") if _TITLED.match(title, len(named[0])) else None
