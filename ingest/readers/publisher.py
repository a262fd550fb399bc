"""Who publishes a web page: the house that the page's head, its title's end or its imprint names."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from ingest.lexicon import organization_kind
from ingest.readers.source import clean
from kg.text import HAN

__all__ = ["publisher_of"]

_SITE_NAMES = ("og:site_name", "application-name", "SiteName", "site_name", "ContentSource", "author", "copyright")
"""The names of ``meta`` elements that tell it, as sites give them (Open Graph, HTML, the ministries' rules for their sites)."""
_PARTED = re.compile(r"\s*[-_|｜—–·>»]+\s*")
_IMPRINT = re.compile(
    r"(?:版权(?:所有|归属)?|Copyright|©)[\s:：©\d\-—–]*(?:All Rights Reserved\.?)?[\s:：]*"
    rf"(?P<name>[{HAN}（）()]{{4,30}})",
    re.IGNORECASE,
)
_SITE = re.compile("(?:官方|门户|综合|新闻|信息)*(?:网站|官网|主页|门户|网)$|新闻(?:频道|中心)?$")
_DESK = re.compile("(?<=[院校所学会司心])(?:党委)?(?:宣传|新闻|网络|信息|融媒体|办公)[^，。；影像]{0,8}(?:部|处|办|室|中心)$")
"""The desk of a house that keeps its pages: 某某大学|党委宣传部."""
_HOUSES = frozenset({"hospital", "university", "institute", "society", "society_branch", "laboratory", "department"})


def publisher_of(root: HtmlElement, title: str) -> str:
    """The organisation whose site the page is of, "" where the page names none."""
    metas = (root.xpath(f"string(.//meta[@name='{name}' or @property='{name}']/@content)") for name in _SITE_NAMES)
    parts = _PARTED.split(title)
    imprints = (match["name"] for match in _IMPRINT.finditer(root.text_content()))
    for words in (*metas, *reversed(parts[1:]), *imprints):
        name = _DESK.sub("", _SITE.sub("", clean(words).strip()))
        if organization_kind(name) in _HOUSES:
            return name
    return ""
