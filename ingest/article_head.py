"""What stands at the head of an article: its title, its authors with their marks, and the institutions by those marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.base import once
from ingest.lexicon import is_person, is_place, organization_kind
from ingest.prose.described import employer_of
from ingest.wrapping import broken_at
from kg.model import Document, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = [
    "GUIDELINE",
    "HEAD",
    "MARKS",
    "MAST",
    "NAME",
    "NO_TITLE",
    "SHORTEST_TITLE",
    "Article",
    "Line",
    "article_of",
    "homes_of",
]

MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫¹²³⁴⁵⁶⁷⁸⁹"
"""Marks of institutions behind names, besides figures and small letters."""
_STARS = "*#△▲†‡✉☆"
_B = "[ \\u3000]"
NAME = (
    rf"[{HAN}]{{2,6}}(?:·[{HAN}]{{1,8}}){{1,3}}|[{HAN}](?:{_B}{{0,3}}[{HAN}·]){{1,3}}?"
    r"|[A-Z][A-Za-z.\-]*(?: [A-Z][A-Za-z.\-]*){1,3}"
)
"""A person's name, spaces inside."""
_MARK = rf"[{MARKS}\d{_STARS}]|(?<![A-Za-z. ])[a-h](?![A-Za-z])"
_AUTHOR = re.compile(
    rf"[\s•●▪]*(?P<name>{NAME}){_B}*(?P<marks>(?:[（(\[]?(?:{_MARK})[)）\]]?|[,，](?={_B}?[（(\[]?(?:[\d{MARKS}{_STARS}]|[a-h](?![A-Za-z]))))*)"
    r"(?:[,，]?\s?[（(]\s*[)）])?\s*(?:[,，、;；\s]+|$)"
)
_BYLINE = re.compile(
    rf"^[|｜]?{_B}*(?:expand article info\s+)?"
    rf"(?:(?:发布时间[:：]?\s*)?(?:19|20)\d\d[-年./]\d{{1,2}}[-月./]\d{{1,2}}日?{_B}*)?"
    rf"(?:[【\[]?(?:文章)?作{_B}*者[】\]]?{_B}*[:：]\s*)?"
)
"""What may stand before the authors in their line: the day on which a page was put up, a label."""
_SUMMARY = re.compile(
    rf"^{_B}*(?:[【\[（(]?{_B}*摘{_B}*要(?!点击|浏览|下载|[（(]?\d)|[【\[（(]?{_B}*关{_B}*键{_B}*词|Abstract|ABSTRACT|Summary|[0一1][、.．\s]{_B}*(?:引言|前言))"
)
_FRAME = re.compile(
    r"^\W*(?:收稿(?:日期)?|修回日期|网络出版|出版日期|引用(?:本文|格式)|本文引用|引文格式|基金(?:项目|资助)|通[信讯]作者|DOI\s*[:：]|中图分类号)"
)
"""Lines that only heads of articles have, behind the institutions."""
_PIECE = re.compile(
    rf"\s*[（(\[]?\s*(?:(?P<mark>[{MARKS}]|\d{{1,2}}|[a-h](?![A-Za-z]))\s*[.、．)）\]]?\s*(?:(?P=mark)[.、．]\s*)?)?(?P<early>\d{{6}}\s*)?"
    rf"(?:[{HAN}]{{2,4}}(?<![学院所司科校会部局]){_B}*[,，]\s*)?"
    rf"(?P<home>[{HAN}][{HAN}（）()A-Za-z\d· \u3000]{{3,90}}?)\s*"
    r"(?:[,，]\s*(?P<where>[^,，;；\d]{2,20}?)?\s*(?P<zip>\d{6})?.*|\s*(?P<late>\d{6}).*|[)）]?\s*)$"
)
NO_TITLE = re.compile(
    r"[。；]|^\W*(?:综\s*述|评\s*述|论\s*著|述\s*评|专\s*论|标准与规范|指南与共识|[^，]{0,8}·\s*$)|第\s*\d+\s*[卷期]|(?:19|20)\d\d年\s*第|DOI|doi|收稿|基金"
)
"""What stands in lines that are no titles."""
_SCRAP = re.compile(
    r"^\W*(?:回复|点击|扫码|长按|识别|订阅|添加|转发|欢迎|查看原文|阅读原文|其他$|所属专题)"
    r"|^\W*(?:引用(?:本文|格式)|The following article)"
    r"|^关注.{0,12}(?:公众号|我们|微信|视频号)|公众号|二维码|小编|获取[^，]{0,6}(?:资料|全文|原文)|更多(?:资讯|内容|精彩)"
    r"|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\[J\]|[,，]\s*$"
)
"""Lines of the page between a title and the authors: calls to the reader, sources, days."""
_LONGEST_TITLE, SHORTEST_TITLE = 70, 8
MAST = re.compile(
    rf"^{_B}*《?(?P<journal>(?![{HAN}]*(?:收稿|修回|录用|出版|发布|更新))[{HAN}][{HAN}A-Za-z]{{2,23}})》?"
    rf"[ \u3000›»>,，]+(?P<year>(?:19|20)\d\d)\s*年?{_B}*[^\n]{{0,12}}?(?:\d\s*[卷期]|Vol|\d\s*[（(]\d)"
)
"""某某杂志 2022年 第31卷 第4期."""
_BETWEEN = re.compile(rf"[;；\n]|\s+(?=[{MARKS}])|(?<=\d{{6}})\s+(?=\*|[（(\[]?(?:\d{{1,2}}|[a-h])[)）\].、．]?\s*[{HAN}])")
"""What stands between two institutions."""
_UNITS_OF = re.compile(r"^\W*(?:作者)?单位】?\s*[:：]")
_OF_NAMES = re.compile(rf"(?P<home>[{HAN}]{{4,50}}?)\s*[（(](?P<names>[^（）()]{{2,60}})[)）]")
_OTHER_NAME = re.compile(r"[（(](?P<name>[^（）()]{4,30})[)）]")
_OF_ITS_OWN = ("中国", "中华", "国家", "全国", "教育部", "省部共建", "中共")
_PARENT = re.compile(r"(?:大学|科学院|医学院|总公司|集团|中心校)$")
_SHORTEST_HOUSE = 5
_LABORATORY = re.compile(r"重点实验室$|工程(?:技术)?研究中心$|临床医学研究中心$|协同创新中心$")
_HOUSES = ("医院", "学院", "研究院", "研究所")
GUIDELINE = re.compile(r"(?:共识|指南|规范|建议|标准)(?:[（(][^（）()]{2,14}[)）])?$")
"""How the title of a guideline ends."""
_SITE = re.compile(r"\s*[-_|—–－]+\s*[^-_|—–－]{2,24}$")
_BUTTON = re.compile(r"\s+(?:PDF|HTML|下载)$")
HEAD = 4000
"""How much of a document may be its head, in characters."""
_LINES, _UNDER, _OVER = 40, 12, 8
"""Lines of a head; lines from the authors to the frame; lines up to the title."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head; one that only the width of the page broke is whole, a space for each break."""

    start: int
    text: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(start=self.start, end=self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Author:
    """A name and the marks behind it."""

    name: str
    marks: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article's head: title and authors where they stand, the institutions by mark ("" where they bear none)."""

    title: str
    authors: tuple[Author, ...]
    line: Line
    homes: dict[str, tuple[str, ...]]
    lines: tuple[Line, ...]

    @property
    def ref(self) -> EntityRef:
        """The paper or guideline."""
        return EntityRef(label="Guideline" if GUIDELINE.search(self.title) else "Publication", name=self.title)


@once
def article_of(document: Document) -> Article | None:
    """The head of the article that the document is; None where it is none."""
    lines = _lines(document)
    for place in range(1, len(lines)):
        if _SUMMARY.match(lines[place].text):
            return None
        authors = _authors(lines[place].text)
        end = _end(lines, place) if authors else 0
        homes = _homes(lines[place + 1 : end]) if end else {}
        by_mark = homes and (len(homes) == 1 or _marked(authors) or _named(authors, homes))
        told = by_mark or (authors and _told_otherwise(lines, place, end, authors))
        title = _title(lines[:place], document.title) if told else ""
        if title:
            return Article(title, tuple(authors), lines[place], homes if by_mark else {}, tuple(lines))
    return None


def _end(lines: Sequence[Line], place: int) -> int:
    """Where what follows the institutions begins, 0 where nothing does that only an article has."""
    under = range(place + 1, min(len(lines), place + 1 + _UNDER))
    return next((at for at in under if _SUMMARY.match(lines[at].text) or _FRAME.match(lines[at].text)), 0)


def _told_otherwise(lines: Sequence[Line], place: int, end: int, authors: Sequence[Author]) -> bool:
    """Whether names without institutions are an article's authors: by a journal's line, or by who answers."""
    beside = lines[max(place - 1, 0) : place + 2]
    if any(MAST.match(line.text) for line in beside):
        return True
    answers = [line.text for line in lines[end : place + _UNDER] if re.match(r"\W*通[信讯]作者", line.text)] if end else []
    return len(authors) > 1 and any(one.name in heal_name(text) for text in answers for one in authors)


def _marked(authors: Sequence[Author]) -> bool:
    return any(_marks(one.marks) for one in authors)


def _marks(words: str) -> list[str]:
    return re.findall(rf"[{MARKS}]|\d+|[a-h]", words)


def _named(authors: Sequence[Author], homes: dict[str, tuple[str, ...]]) -> bool:
    return all(one.name in homes for one in authors)


def homes_of(article: Article, author: Author) -> tuple[str, ...]:
    """The institutions of an author: by the marks, by the name, or the one that all are at."""
    keys = [mark for mark in _marks(author.marks) if mark in article.homes]
    keys = keys or [author.name] * (author.name in article.homes)
    alone = len(article.homes) == 1 and not _named_keys(article) and ("" in article.homes or not _marks(author.marks))
    keys = keys or (list(article.homes) if alone else [])
    return tuple(dict.fromkeys(home for key in keys for home in article.homes[key]))


def _named_keys(article: Article) -> bool:
    return any(is_person(key) for key in article.homes)


def _lines(document: Document) -> list[Line]:
    text, broken = document.text[:HEAD], broken_at(document)
    found: list[Line] = []
    for match in re.finditer(r"[^\n]+", text):
        above = found and found[-1].span.end == match.start() - 1 and match.start() - 1 in broken
        if above and not _SUMMARY.match(match.group()) and not _FRAME.match(match.group()):
            found[-1] = Line(found[-1].start, f"{found[-1].text} {match.group()}")
        elif match.group().strip():
            found.append(Line(match.start(), match.group()))
    return _rows(found, text)[:_LINES]


def _rows(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines, a list of one author an item as one line."""
    found: list[Line] = []
    item = False
    for line in lines:
        was, item = item, line.text.lstrip().startswith(("•", "●", "▪")) and len(_authors(line.text)) == 1
        if was and item:
            line = Line(found[-1].start, text[found.pop().start : line.span.end].replace("\n", " "))
        found.append(line)
    return found


def _authors(line: str) -> list[Author]:
    """The authors of a line that holds nothing else; empty where it is another line."""
    before = _BYLINE.match(line)
    authors, at = list[Author](), before.end() if before is not None else 0
    while (match := _AUTHOR.match(line, at)) is not None and match.end() > at:
        name = heal_name(match["name"])
        if not is_person(name):
            return []
        authors.append(Author(name, match["marks"]))
        at = match.end()
    return authors if at == len(line) else []


def _homes(lines: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """The institutions that the lines under the authors tell, by mark, or by name where names stand behind them."""
    homes: dict[str, tuple[str, ...]] = {}
    for piece in _BETWEEN.split("\n".join(line.text for line in lines)):
        words = _UNITS_OF.sub("", piece).strip(" 　。.•●▪")
        of_names = _OF_NAMES.search(words)
        if of_names is not None and organization_kind(of_names["home"]) is not None:
            names = [heal_name(name) for name in re.split("[、，,]", of_names["names"])]
            if any(map(is_person, names)):
                homes.update({name: (of_names["home"],) for name in names if is_person(name)})
                continue
        match = _PIECE.match(words)
        told = match is not None and any(match[part] for part in ("mark", "early", "zip", "late"))
        placed = told or _UNITS_OF.match(piece)
        found = _institutions(match["home"]) if match is not None and placed else ()
        if match is not None and found:
            homes.setdefault(match["mark"] or "", found)
    return homes


def _institutions(words: str) -> tuple[str, ...]:
    """The institutions of one address, which may stand side by side with spaces between; without what else one is called.

    >>> _institutions("国家某病中心 某某大学附属医院(某某省人民医院)放射科"), _institutions("某某大学 第一医院")
    (('国家某病中心', '某某大学附属医院放射科'), ('某某大学第一医院',))
    """
    bare = _OTHER_NAME.sub(lambda other: "" if organization_kind(other["name"]) else other.group(), words)
    found: list[str] = []
    parts = bare.split()
    while len(parts) > 1 and is_place(parts[-1]):
        parts.pop()
    for part in parts:
        if found and not _begins(part, after=found[-1]):
            found[-1] = heal_name(f"{found[-1]} {part}")
        else:
            found.append(part)
    return tuple(found) if all(organization_kind(one) is not None for one in found) else ()


def _begins(part: str, *, after: str) -> bool:
    """Whether a part of an address is an institution beside the one before it, and no part of that."""
    house = employer_of(EntityRef(label="Organization", name=part)).name
    placed = house.startswith(_OF_ITS_OWN) or any(is_place(house[:end]) for end in (2, 3))
    own = placed or _whole(house) or bool(_LABORATORY.search(house))
    within = _PARENT.search(after) and house.endswith(_HOUSES) and not (placed and house.endswith("医院"))
    return own and not within and organization_kind(after) is not None and organization_kind(house) not in (None, "department")


def _whole(part: str) -> bool:
    """Whether a hospital or university is told by its whole name: 肿瘤医院, 附属医院, 第一医院 are of the one before."""
    long_enough = len(part) > _SHORTEST_HOUSE and not part.startswith(("附属", "第", "直属"))
    return long_enough and organization_kind(part) in ("hospital", "university")


def _title(lines: Sequence[Line], titled: str) -> str:
    """The nearest line above the authors that is no scrap of the page, if it is a title's; whole where it was broken."""
    for place in range(len(lines) - 1, max(len(lines) - 1 - _OVER, -1), -1):
        words = heal_name(_BUTTON.sub("", lines[place].text.strip(" \u3000*∗＊")))
        whole = heal_name(_SITE.sub("", titled))
        above = heal_name(lines[place - 1].text.strip()) if place else ""
        if whole and whole in (words, f"{above}{words}") and _fits(whole):
            return whole
        if MAST.match(lines[place].text) or _SCRAP.search(words):
            continue
        return words if _fits(words) else ""
    return ""


def _fits(words: str) -> bool:
    long_enough = SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE
    return long_enough and not NO_TITLE.search(words) and not _SCRAP.search(words) and bool(re.search(rf"[{HAN}]{{4}}", words))
