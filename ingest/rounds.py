"""What the headings of a list of winners say: the award below its giver or its round, the grade, the year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.award.honours import is_generic, titled_awards, within
from ingest.lexicon import organization_kind
from ingest.names import organizations
from kg.model import Document
from kg.text import HAN, heal_name

__all__ = ["GRADE", "Award", "Heading", "Round", "heading_of", "round_of"]

GRADE = r"(?:特等奖|[一二三四]等奖|金奖|银奖|铜奖|优胜奖|入围奖)"

_NUMBERING = (
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]、?|\d{1,2}[.、．]|[★☆●■◆▲※◎]"
    r"|第[一二三四五六七八九十]+[、 ])?"
)
_HONOUR = (
    rf"(?:[{HAN}A-Za-z·]{{0,30}}?(?:奖(?![励项杯])|先进(?:个人|集体|单位|工作者)|优秀组织(?:单位|者)"
    rf"|(?:优秀|杰出|十佳|最美|模范)[{HAN}]{{2,8}}(?:者|师|员|家|士|星)))"
)
_HEADING = re.compile(
    rf"{_NUMBERING}\s*(?:[{HAN}]{{2,8}}(?:类|组|奖)[ \u3000]+(?={GRADE}))?[【\[“《]?(?:(?!{GRADE})(?P<name>{_HONOUR}))?"
    rf"[”》]?(?:称号)?\s*(?P<grade>{GRADE})?[】\]]?(?:获奖)?(?:者|项目|作品|论文|人员|名单|成果)*"
    r"\s*(?P<count>[（(]?\s*[共计]?\s*\d{1,3}\s*[名项篇人个位组家]\s*[)）]?|[（(][^（）()]{1,24}[)）])?\s*(?:[:：](?P<rest>.*))?"
)
_NO_AWARD = re.compile(r"^(?:获|颁|领|评|授|得|各|该|本)奖$|^(?:获奖|颁奖|评奖|授奖)|[的为在由]")
_ANY = re.compile(
    r"(?:年度|大会|年会|医学|影像|放射|超声|核医学|介入|护理|技师|技术|青年|中青年|优秀|杰出|突出|最佳|最具|终身|学术|科技|科学|创新|贡献|成就|论文|壁报|病例|演讲|报告"
    r"|组织|团队|人才|英才|新锐|新星|之星|科普|教学|服务|奉献|国际|合作|集体|个人|医师|科学家|卓越|精英|风采|荣誉|特别|人气|征文|摘要|海报|课件|作品|单位|工作者|先进|者|师|十佳|最美)+奖?"
)
"""An honour that any giver may give: it is named with whose it is."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?度|[（(]((?:19|20)\d\d)(?:年度?)?[)）]")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年(?!\d{1,2}月\d{1,2}日前)")
_PRIZES = re.compile("(?<=[术技])奖励(?=授奖|获奖|项目|名单|目录)")
_GIVERS = ("society", "society_branch", "hospital", "university", "institute", "company", "funder")
_TITLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a list: an award, a grade or both, and what stands behind its colon."""

    name: str
    grade: str
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """What the entries of a list were given."""

    name: str
    grade: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a whole document gives: its award, or who gives the awards that it names, and the year."""

    award: str
    giver: str
    year: int | None

    def named(self, headings: Iterable[Heading]) -> Award | None:
        """The award of the headings above an entry, the outermost first; None where they name none."""
        award = Award(name=self.award, year=self.year)
        for one in headings:
            name = self._within(one.name) if one.name else award.name
            award = replace(award, name=name, grade=one.grade or ("" if one.name else award.grade))
        return award if award.name else None

    def _within(self, name: str) -> str:
        if self.award and is_generic(name):
            return within(self.award, name)
        if _ANY.fullmatch(name) and not name.startswith(self.award or self.giver or name):
            return (self.award or self.giver) + name
        return name


def heading_of(text: str) -> Heading | None:
    """The heading that a line is, None where it is none.

    >>> heading_of("二、优秀论文奖一等奖（3篇）"), heading_of("科研部")
    (Heading(name='优秀论文奖', grade='一等奖', rest=''), None)
    """
    match = _HEADING.fullmatch(text.strip())
    if match is None or not (match["name"] or match["grade"]):
        return None
    name = heal_name(match["name"] or "")
    if _NO_AWARD.search(name):
        return None
    return Heading(name=name, grade=match["grade"] or "", rest=(match["rest"] or "").strip())


def round_of(document: Document, end: int) -> Round:
    """What the title and the words before a place, where the list begins, say of the whole list."""
    head = [line for line in document.text[:end].split("\n") if line.strip()]
    titles = [_PRIZES.sub("奖", heal_name(line)) for line in (document.title, *head[:_TITLES]) if "。" not in line]
    named = [name for line in titles for _, name in titled_awards(line) if not is_generic(name) and not _ANY.fullmatch(name)]
    years = [one for line in (*titles, *head) for one in _YEAR.finditer(line)] or list(_ANY_YEAR.finditer("\n".join(head)))
    said = next((one[1] or (one[2] if one.re is _YEAR else None) for one in years), None)
    return Round(award=named[0] if named else "", giver=_giver(document, titles), year=int(said) if said else None)


def _giver(document: Document, titles: list[str]) -> str:
    told = [line[one.start : one.end] for line in titles for one in organizations(line)]
    found = [name for name in (*told, document.publisher or "") if organization_kind(name) in _GIVERS]
    return found[0] if found else ""
