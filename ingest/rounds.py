"""What a list of winners gives as a whole: the award or the giver that its headings stand below, and the year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest.award.honours import is_generic, titled_awards, within
from ingest.headings import Heading
from ingest.lexicon import organization_kind
from ingest.names import organizations
from kg.model import Document
from kg.text import HAN, heal_name

__all__ = ["Award", "Round", "is_any_givers", "round_of"]

_ANY = re.compile(
    r"(?:年度|大会|年会|医学|影像|放射|超声|核医学|介入|护理|技师|技术|青年|中青年|优秀|杰出|突出|最佳|最具|终身|学术|科技|科学|创新|贡献|成就|论文|壁报|病例|演讲|报告"
    r"|临床|基础|药学|卫生|公共卫生|管理|政策|生命|产业化?|区域|推广|转化|应用|进步|普及|特殊|[与及和]"
    r"|组织|团队|人才|英才|才俊|先锋|基层|新锐|新星|之星|科普|教学|服务|奉献|国际|合作|集体|个人|医师|科学家|卓越|精英|风采|荣誉|特别|人气|征文|摘要|海报|课件|作品|单位|工作者|先进|者|师|十佳|最美)+奖?"
)
"""An honour that any giver may give: it is named with whose it is."""
_YEAR = re.compile(r"(?<![\d、和至及-])((?:19|20)\d\d)\s*年?度|[（(]((?:19|20)\d\d)(?:年度?)?[)）]")
_ANY_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年(?!\d{1,2}月\d{1,2}日前)")
_PRIZES = re.compile("(?<=[术技])奖励(?=授奖|获奖|项目|名单|目录)")
_PRIZES_OF = re.compile(rf"(?<![{HAN}])(?P<place>[{HAN}]{{2,8}}?(?:省|市|自治区))(?:科技|科学技术)奖励大会")
"""10月8日，|甲省科技奖励大会召开: whose prizes the classes are that the lists behind name."""
_GIVERS = ("society", "society_branch", "hospital", "university", "institute", "company", "funder")
_TITLES = 3


def is_any_givers(name: str) -> bool:
    """Whether an honour's name is one that any giver may give.

    >>> is_any_givers("终身成就奖"), is_any_givers("吴阶平医学奖")
    (True, False)
    """
    return _ANY.fullmatch(name) is not None


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
            name = replace(self, award=award.name).inside(one.name) if one.name else award.name
            grade = one.grade or ("" if one.name else award.grade)
            award = replace(award, name=name, grade=grade, year=one.year or award.year)
        return award if award.name else None

    def inside(self, name: str) -> str:
        """An award by its whole name: a class of prizes of the province whose, an honour of any giver with whose it is."""
        if self.award and is_generic(name):
            return within(self.award, name)
        if _ANY.fullmatch(name) and not name.startswith(self.award or self.giver or name):
            return (self.award or self.giver) + name
        return name


def round_of(document: Document, end: int) -> Round:
    """What the title and the words before a place, where the list begins, say of the whole list."""
    head = [line for line in document.text[:end].split("\n") if line.strip()]
    titles = [_PRIZES.sub("奖", heal_name(line)) for line in (document.title, *head[:_TITLES]) if "。" not in line]
    named = [name for line in titles for _, name in titled_awards(line) if not is_generic(name) and not _ANY.fullmatch(name)]
    prizes = _PRIZES_OF.search("\n".join(head)) if not named else None
    named = [prizes["place"] + "科学技术奖"] if prizes is not None else named
    years = [one for line in (*titles, *head) for one in _YEAR.finditer(line)] or list(_ANY_YEAR.finditer("\n".join(head)))
    said = next((one[1] or (one[2] if one.re is _YEAR else None) for one in years), None)
    return Round(award=named[0] if named else "", giver=_giver(document, titles), year=int(said) if said else None)


def _giver(document: Document, titles: list[str]) -> str:
    told = [line[one.start : one.end] for line in titles for one in organizations(line)]
    found = [name for name in (*told, document.publisher or "") if organization_kind(name) in _GIVERS]
    return found[0] if found else ""
