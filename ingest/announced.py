"""Whether a document announces who won awards, rather than who is nominated: its title and first lines say."""

from __future__ import annotations

import re

from ingest.base import once
from kg.model import Document

__all__ = ["announced"]

_GIVEN = re.compile(
    r"喜报|喜讯|捷报|贺信|祝贺|荣获|喜获|再获|斩获|摘得|摘取|捧得|夺得|揭晓|获[^，。；\n]{2,30}?(?:奖|称号)|获奖(?:名单|项目|成果|公告|通报|人选|结果|目录|作品|者|单位)|(?<=[果目项文队作])获奖|(?:19|20)\d\d年?度?[^，。\n]{0,12}(?:获奖|荣誉)情况|获奖一览|得主|^[^，。：:\n]{0,16}获奖情况(?:一览表?|汇总表?|统计表?|表)?$|授奖|授予"
    r"|公布[^，。；\n]{4,30}奖的(?:通知|决定|公告)|奖励(?:的)?(?:决定|通报)|表彰|颁奖|颁发|颁出|榜上有名|(?:评选|评审)结果"
)
_CANDIDATES = re.compile(
    r"提名|推荐|申报|公示(?!期?满|无异议|结束|后)|候选|拟|征集|参评|入围|预告|通知.{0,8}开展|开展.{0,12}评选"
)
_CELLS = re.compile(r"\t|[|｜].*[|｜]|^\S{1,12}(?:[ \u3000]+\S{1,12}){3,}$")
"""A row of a table, whose heads may name who proposed the winners."""
_LINES = 4
_HEAD = 400


@once
def announced(document: Document) -> bool:
    """Whether the document's title or one of its first lines speaks of winners, and none of them of candidates."""
    head = [line for line in document.text[:_HEAD].split("\n") if line.strip()][:_LINES]
    titles = [document.title, *(line for line in head if "。" not in line and not _CELLS.search(line))]
    named = [line for line in titles if "，" not in line or line == document.title]
    return any(map(_GIVEN.search, titles)) and not any(map(_CANDIDATES.search, named))
