"""What stands at the head of an article: its title, its authors with their marks, and the institutions by those marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.article_byline import MARKS, STARS, TWICE, Author, authors_in, marks_of, paired_in, posted
from ingest.article_homes import UNITS_OF, homes_at, homes_in, with_postcode
from ingest.base import once
from ingest.lexicon import is_person
from ingest.wrapping import broken_at
from kg.model import Document, EntityRef, Span
from kg.text import HAN, heal_name

__all__ = [
    "GUIDELINE",
    "HEAD",
    "LONGEST_TITLE",
    "MAST",
    "NO_TITLE",
    "SHORTEST_TITLE",
    "SOURCED",
    "Article",
    "Line",
    "article_of",
    "homes_of",
]

_B = "[ \\u3000]"
_SUMMARY = re.compile(
    rf"^{_B}*(?:[【\[（(]?{_B}*摘{_B}*要(?!点击|浏览|下载|[（(]?\d)|Abstract|ABSTRACT|Summary|目{_B}*的[:：\s]?(?:探讨|评价|观察|分析|研究|比较|评估|了解)|[0一1][、.．\s]{_B}*(?:引{_B}*言|前{_B}*言))"
)
_KEYWORDS = re.compile(rf"^{_B}*[【\[（(]?{_B}*关{_B}*键{_B}*词")
_REACH = re.compile(r"^\W*(?:联系|电话|地址|咨询|报名|乘车|传真)")
"""Lines under the address of a house that somebody is to be reached at."""
_FRAME = re.compile(
    r"^\W*(?:收稿(?:日期)?|修回日期|网络出版|出版日期|引用(?:本文|格式)|本文引用|引文格式|基金(?:项目|资助)|通[信讯]作者|DOI\s*[:：]|中图分类号)"
)
"""Lines that only heads of articles have, behind the institutions."""
NO_TITLE = re.compile(
    r"[。；]|^\W*(?:综\s*述|评\s*述|论\s*著|述\s*评|专\s*论|标准与规范|指南与共识|[^，]{0,8}·\s*$)|第\s*\d+\s*[卷期]|(?:19|20)\d\d年\s*第|DOI|doi|收稿|^\W*基金|基金(?:项目|资助)?\s*[:：(（]|(?:名单|通知|公告|启事|简介)$"
)
"""What stands in lines that are no titles."""
_SCRAP = re.compile(
    r"^\W*(?:回复|点击|扫码|长按|识别|订阅|添加|转发|欢迎|查看原文|阅读原文|其他$|所属专题)"
    r"|^\W*(?:引用(?:本文|格式)|The following article|关键词|(?:作者)?单位)"
    r"|^关注.{0,12}(?:公众号|我们|微信|视频号)|公众号|二维码|小编|获取[^，]{0,6}(?:资料|全文|原文)|更多(?:资讯|内容|精彩)"
    r"|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\[J\]|[,，]\s*$|在线阅读|下载(?:全文|PDF)|^(?:期刊|节点)文献"
)
"""Lines of the page between a title and the authors: calls to the reader, sources, days."""
_CHINESE = re.compile(rf"[{HAN}]{{4}}")
LONGEST_TITLE, SHORTEST_TITLE = 70, 8
_PAGE = rf"(?:[·•—–|\-]?{_B}*\d{{1,4}}(?:{_B}*[·•—–|\-]+{_B}*|{_B}+))?(?:(?:DOI|doi)\S*{_B}+)?"
"""·78·, | 112: the page before the journal's name in a masthead."""
_JOURNAL = rf"(?![{HAN}]*(?:收稿|修回|录用|出版|发布|更新))[{HAN}][{HAN}A-Za-z]{{2,23}}?(?:[（(][{HAN}A-Za-z]{{2,6}}[)）])?"
_SPACED_NAME = rf"(?:[{HAN}]{_B}){{3,23}}[{HAN}]"
MAST = re.compile(
    rf"^(?:{_B}*|[^《》\n{HAN}]{{0,12}}(?=《)){_PAGE}(?:"
    rf"《?(?P<journal>{_JOURNAL}|{_SPACED_NAME})(?:》?[ \u3000›»>,，.．]+|》|(?<=杂志)|(?<=学报))"
    rf"(?P<year>(?:19|20)\d\d)\s*(?:年|(?:-\d\d?){{2}})?{_B}*[^\n]{{0,12}}?(?:\d\s*[卷期]|Vol|\d\s*[（(]\d)"
    rf"|(?P<first>(?:19|20)\d\d){_B}*年{_B}*(?:\d{{1,2}}{_B}*月)?[,，]?{_B}*(?:第?{_B}*\d+{_B}*卷)?[,，]?{_B}*第?{_B}*\d+{_B}*期"
    rf"(?:[（(]总[^（）()]*[)）])?{_B}+《?(?P<behind>{_JOURNAL}|{_SPACED_NAME})(?<=[志报刊学展究术程像讯坛床])》?(?={_B}{{2,}}|{_B}+[A-Za-z·•|\d]|{_B}*$))"
)
"""·78·  某某杂志 2022年 第31卷 第4期; 2022年4月第31卷第4期  某某杂志  Journal of …."""
SOURCED = re.compile(
    rf"(?:^|(?<=[ \u3000]))[【\[]?(?P<said>(?:文章)?(?:来{_B}*源|出{_B}*处|(?:来源)?[刊期]{_B}*[名刊])[】\]]?"
    rf"\s*[:：]\s*《?(?P<journal>[{HAN}][{HAN}A-Za-z（）()]{{2,23}})》?"
    r"\s*[,，]?\s*(?:年\s*[,，]?\s*卷?\s*[(（]?期?[)）]?\s*[:：]\s*)?"
    r"(?P<year>(?:19|20)\d\d)\s*(?:[,，;；]\s*\d+\s*[（(]\s*\d|年\s*第?\s*\d+\s*[卷期]))",
    re.M,
)
"""来源:某某杂志, 2031, 43(04): 193-195, on the page of a library; 刊名：某某杂志  年，卷(期)：2031，43(4)."""
GUIDELINE = re.compile(
    r"(?:共识|指南|规范|(?<!(?:现状|问题|思考|对策|展望|挑战|措施|策略|分析|进展|困境)[与和及、])建议|标准|(?:共识|专家|推荐|诊治|诊疗)意见)\s?(?:[（(][^（）()]{2,14}[)）])?$"
)
"""How the title of a guideline ends; one of the state of things and of advice (现状与建议) is of a paper."""
_BRACKETED = re.compile(
    r"(?P<names>[^（(]{2,90}?)\s*[（(](?P<home>[^（）()]{4,60}(?:[（(][^（）()]*[)）][^（）()]*)?)[)）](?:[,，、;；\s]+|$)"
)
_NOTE_OF = re.compile(
    rf"\s*[（(]?[{MARKS}][)）]?\s*(?:\d{{6}}\s*)?[{HAN}]"
    rf"|\s*[（(\[]?[1-9a-h][)）\].、．]?\s*[{HAN}][^。]*\d{{6}}\W*$"
)
"""①某医院放射科: a line with the address of a raised mark; of one on the line the postcode tells it from an item."""
_SITE = re.compile(r"\s*[-_|—–－]+\s*[^-_|—–－]{2,24}$")
_BUTTON = re.compile(r"\s+(?:PDF|HTML|下载|被引(?:量|次数|频次)\s*[:：]?\s*\d+)$")
HEAD = 4000
"""How much of a document may be its head, in characters."""
_LABELLED = re.compile(rf"\W*(?:[{HAN}]{_B}?){{2,6}}[】\]]?\s*[:：]|\W*[（(]?[A-Za-z]|{_FRAME.pattern}|{_SUMMARY.pattern}")
_NOTE_LINES = 4
"""A line with which another note begins; the lines that a note of the authors' houses may take."""
_FOOT = 800
"""How much of a document's end may hold its notes."""
_PAGES = re.compile(r"\d\s*[（(]\d+[)）]\s*[:：]\s*\d")
_LINES, _UNDER, _OVER, _CITED_WITHIN, _POSTED_WITHIN = 40, 12, 8, 3, 5
"""Lines of a head; from the authors to the frame; up to the title; down to how to cite it; up to the day it was put up."""


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
    foot = _foot(document)
    bare: Article | None = None
    for place in range(1, len(lines)):
        if _SUMMARY.match(lines[place].text):
            break
        found = _article([*lines, *foot], place, document.title)
        if found is not None and found.homes:
            return found
        bare = bare or found
    return bare


def _article(lines: Sequence[Line], place: int, titled: str) -> Article | None:
    """The article whose authors stand in a line; None where that line holds no authors or no title stands above it."""
    paired = paired_in(lines[place].text) or _housed(lines, place)
    authors = list(paired) or authors_in(lines[place].text)
    homes, told = {author.name: at for author, at in paired.items()}, bool(paired)
    if authors and not paired:
        homes, told = _under(lines, place, authors)
    if authors and not homes:
        homes = _by_names(lines[place + 1 :], authors) or _below(lines[place + 1 :], authors)
        told = told or bool(homes)
    title = _title(lines[:place], titled) if told else ""
    return Article(title, tuple(authors), lines[place], homes, tuple(lines)) if title else None


def _housed(lines: Sequence[Line], place: int) -> dict[Author, tuple[str, ...]]:
    """霍某，柏某（某医院放射科，某市 650000）: authors whose one house stands in brackets behind them, a postcode with it,
    or with a summary below."""
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    framed = any(frame.match(below) for frame in (_SUMMARY, _KEYWORDS, _FRAME))
    found = dict[Author, tuple[str, ...]]()
    for told in _bracketed(lines[place].text):
        authors = authors_in(told["names"])
        homes = homes_at(told["home"]) if framed or with_postcode(told["home"]) else ()
        if not authors or _marked(authors) or not homes:
            return {}
        found |= dict.fromkeys(authors, homes)
    return found


def _bracketed(line: str) -> list[re.Match[str]]:
    """霍某（某医院），柏某（某大学）: the pieces of a line that holds nothing but names with what stands in brackets behind."""
    text, at = line.strip(), 0
    found: list[re.Match[str]] = []
    while (piece := _BRACKETED.match(text, at)) is not None:
        found.append(piece)
        at = piece.end()
    return found if at == len(text) else []


def _under(lines: Sequence[Line], place: int, authors: Sequence[Author]) -> tuple[dict[str, tuple[str, ...]], bool]:
    """The institutions of the authors of a line, and whether what is around it tells that it is an article's."""
    addressed, end = _addressed(lines, place), _end(lines, place)
    homes = homes_in(line.text for line in lines[place + 1 : max(addressed, end)]) if addressed or end else {}
    if not homes and UNITS_OF.match(lines[place - 1].text):
        homes = homes_in([lines[place - 1].text])
    if homes and (len(homes) == 1 or _marked(authors) or _named(authors, homes)):
        return homes, True
    abstract = len(authors) > 1 and end == place + 1 and _SUMMARY.match(lines[end].text) is not None
    return {}, bool(addressed) or abstract or _told_otherwise(lines, place, end, authors)


def _by_names(lines: Sequence[Line], authors: Sequence[Author]) -> dict[str, tuple[str, ...]]:
    """The institutions of lines that open with authors' names: 霍某* 某医院,某市 650000; 霍某, 柏某, 某医院 某市 650000."""
    names, homes = {author.name for author in authors}, dict[str, tuple[str, ...]]()
    for line in lines:
        words = re.split(rf"\W*[,，、]\s*|(?<=[{HAN}])[{STARS}]?{_B}+", line.text.strip())
        named = list(takewhile(names.__contains__, words))
        rest = line.text[line.text.rfind(named[-1]) + len(named[-1]) :].lstrip(f"{STARS},，、 \u3000") if named else ""
        if rest and with_postcode(rest):
            homes |= dict.fromkeys(named, homes_at(rest))
    return homes


def _below(lines: Sequence[Line], authors: Sequence[Author]) -> dict[str, tuple[str, ...]]:
    """The institutions of a note below the summary or at the article's end: by the authors' marks or names, or the one of all.

    作者单位：650000 某市，某医院放射科（霍某）；650001 某市，某大学（柏某）, or ①某医院放射科, 某市 650000.
    """
    for at, line in enumerate(lines):
        for end in range(at + 1, at + 1 + _NOTE_LINES) if UNITS_OF.match(line.text) else ():
            homes = homes_in(["".join(one.text.strip() for one in lines[at:end])])
            closed = end >= len(lines) or _LABELLED.match(lines[end].text) is not None
            if homes and ((homes.keys() == {""} and closed) or _of_marks(authors, homes) or _named(authors, homes)):
                return homes
            if closed:
                break
    noted = homes_in(line.text for line in lines if _NOTE_OF.match(line.text))
    return noted if _of_marks(authors, noted) else {}


def _of_marks(authors: Sequence[Author], homes: dict[str, tuple[str, ...]]) -> bool:
    return all(marks_of(one.marks) and set(marks_of(one.marks)) <= homes.keys() for one in authors)


def _addressed(lines: Sequence[Line], place: int) -> int:
    """Where the addresses right below the authors end, 0 where none has a postcode or a label, or somebody is to be
    reached there."""
    end = place + 1
    while end < len(lines) and homes_in([lines[end].text]):
        end += 1
    reached = any(_REACH.match(line.text) for line in lines[end : end + 2])
    told = any(with_postcode(line.text) or UNITS_OF.match(line.text) for line in lines[place + 1 : end])
    return end if not reached and told else 0


def _end(lines: Sequence[Line], place: int) -> int:
    """Where what follows the institutions begins, 0 where nothing does that only an article has."""
    under = range(place + 1, min(len(lines), place + 1 + _UNDER))
    return next((at for at in under if any(told.match(lines[at].text) for told in (_SUMMARY, _KEYWORDS, _FRAME))), 0)


def _told_otherwise(lines: Sequence[Line], place: int, end: int, authors: Sequence[Author]) -> bool:
    """Whether names without institutions are an article's authors: by a journal's line, a label of units or who answers."""
    beside = lines[max(place - 1, 0) : place + 2]
    if any(MAST.match(line.text) or SOURCED.match(line.text) for line in beside) or UNITS_OF.match(beside[-1].text):
        return True
    if any(posted(line.text, authors) for line in lines[max(place - _POSTED_WITHIN, 0) : place]):
        return True
    if any(_cites(line.text, authors) for line in lines[place + 1 : place + _CITED_WITHIN]):
        return True
    answers = [line.text for line in lines[end : place + _UNDER] if re.match(r"\W*通[信讯]作者", line.text)] if end else []
    return len(authors) > 1 and any(one.name in heal_name(text) for text in answers for one in authors)


def _cites(text: str, authors: Sequence[Author]) -> bool:
    """Whether a line under the authors says how their article is to be cited: 霍某, 柏某, 等. 某题. 某刊, 2031, 9(5): 3-7."""
    first = re.escape(authors[0].name) + (rf"[,，]\s*{re.escape(authors[1].name)}" if len(authors) > 1 else "[.．]")
    return re.match(rf"\W*(?:引用(?:本文|格式)\s*[:：]\s*)?{first}", text) is not None and _PAGES.search(text) is not None


def _marked(authors: Sequence[Author]) -> bool:
    return any(marks_of(one.marks) for one in authors)


def _named(authors: Sequence[Author], homes: dict[str, tuple[str, ...]]) -> bool:
    return all(one.name in homes for one in authors)


def homes_of(article: Article, author: Author) -> tuple[str, ...]:
    """The institutions of an author: by the marks, by the name, or the one that all are at."""
    keys = [mark for mark in marks_of(author.marks) if mark in article.homes]
    keys = keys or [author.name] * (author.name in article.homes)
    alone = len(article.homes) == 1 and not _named_keys(article) and ("" in article.homes or not marks_of(author.marks))
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
        listed = line.text.lstrip().startswith(("•", "●", "▪")) or TWICE.search(line.text) is not None
        was, item = item, (listed and bool(authors_in(line.text))) or _has_home(line.text)
        if was and item:
            line = Line(found[-1].start, text[found.pop().start : line.span.end].replace("\n", " "))
        found.append(line)
    return found


def _has_home(line: str) -> bool:
    """Whether a line is one author and where that author is: 霍某（某医院）."""
    pieces = _bracketed(line)
    return len(pieces) == 1 and len(authors_in(pieces[0]["names"])) == 1 and bool(homes_at(pieces[0]["home"]))


def _foot(document: Document) -> list[Line]:
    """The lines at the end of an article, which may hold its notes."""
    text, start = document.text, max(HEAD, len(document.text) - _FOOT)
    lines = re.finditer(r"[^\n]+", text[start:])
    return [Line(start + line.start(), line.group()) for line in lines if line.group().strip()]


def _title(lines: Sequence[Line], titled: str) -> str:
    """The nearest line above the authors that is no scrap of the page, if it is a title's; whole where it was broken."""
    for place in range(len(lines) - 1, max(len(lines) - 1 - _OVER, -1), -1):
        words = heal_name(_BUTTON.sub("", lines[place].text.strip(" \u3000*∗＊")))
        whole = heal_name(_SITE.sub("", titled))
        above = heal_name(lines[place - 1].text.strip()) if place else ""
        if whole and whole in (words, f"{above}{words}") and _fits(whole):
            return whole
        if MAST.match(lines[place].text) or _SCRAP.search(words) or not _CHINESE.search(words):
            continue
        return words if _fits(words) else ""
    return ""


def _fits(words: str) -> bool:
    long_enough = SHORTEST_TITLE <= len(words) <= LONGEST_TITLE
    return long_enough and not NO_TITLE.search(words) and not _SCRAP.search(words) and bool(_CHINESE.search(words))
