"""Papers that somebody is said to have published: one or several in a sentence, each with its journal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.award.papers import is_journal
from ingest.prose.about import about
from ingest.prose.clauses import clause_start
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.writings.papers import is_title
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

PAPERS_IN_TURN = Rule("papers_in_turn")
"""在《甲》发表“…”，在《乙》发表“…”; 《…》发表于甲（2021），《…》刊于乙: each of several with its journal."""
HIS_PAPER = Rule("his_paper")
"""2017年，他在《甲》发表“…”; 张三的代表作《…》发表于乙."""

_TITLE = r"[“《](?P<title>[^“”《》]{8,240})[”》]"
_JOURNAL = r"(?:《(?P<marked>[^《》]{3,80})》|(?P<bare>[A-Z][A-Za-z:&\- ]{3,70}[A-Za-z]|[\u4e00-\u9fff]{2,14}(?:杂志|学报)))"
_PRINTS = r"(?:发表|刊发|刊登|刊载|登载|撰文)"
_YEAR = r"(?:[（(]?\s*(?P<year>(?:19|20)\d\d)\s*年?\s*[)）]?)?"
_IN_JOURNAL = re.compile(
    rf"在(?:国际|国内|权威|著名|顶级|顶尖|知名|核心|学术|期刊|杂志|刊物)*{_JOURNAL}(?:杂志|期刊|学报)?上?(?:在线|先后|首次)*{_PRINTS}(?:了|过)?"
    rf"(?:题为|题目为|名为|论文|文章|综述|研究|成果|的|[:：])*{_TITLE}"
)
_TO_JOURNAL = re.compile(
    rf"{_TITLE}(?:一文|等?(?:论文|文章))?(?:已|于|先后|近日|在线|正式|(?:(?:19|20)\d\d年(?:\d{{1,2}}月)?))*{_PRINTS}[于在]{_JOURNAL}(?:杂志|期刊|学报)?{_YEAR}"
)
_DATED = re.compile(r"((?:19|20)\d\d)年(?:\d{1,2}月)?[^，。；《“]{0,12}[，,]?[^，。；《“]{0,12}$")
_AS = re.compile(r"以(?P<first>第一)?(?:或|和|及|、|兼)?(?P<last>通[讯信]|责任)?作者(?:的?身份)?$")
_HIS = re.compile(r"的(?:最新|主要|学术)?(?:代表(?:作|性?论文)|论文|文章|综述|论著|成果|研究)?$")
_TEAM = re.compile("团队|课题组|研究组|小组|等人")
_SHARES = re.compile("[、和与及]|以及")


@dataclass(frozen=True, slots=True)
class _Paper:
    """A paper with its journal, from where the clause that tells of it may be asked for its subject."""

    title: str
    journal: str
    year: str
    start: int
    end: int


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PUBLISHED_IN of each of several papers; AUTHORED by the person whom the clause is about."""
    found = sorted(_papers(scene.text), key=lambda one: one.start)
    who: EntityRef | None = None
    for nth, one in enumerate(found):
        work = EntityRef(label="Publication", name=one.title)
        where = scene.sentence.view.span(one.start, one.end)
        if len(found) > 1:
            dated = _DATED.search(scene.text, found[nth - 1].end if nth else 0, one.start)
            year = one.year or (dated[1] if dated is not None else "")
            journal = EntityRef(label="Journal", name=one.journal)
            yield reading.fact(PAPERS_IN_TURN, work, "PUBLISHED_IN", journal, where, year=int(year) if year else "")
        who = _author(scene, reading, one.start) or (
            who if nth and not scene.within(found[nth - 1].end, one.start, "Person") else None
        )
        if who is not None:
            role = _AS.search(scene.text[: one.start])
            order = 1 if role is not None and role["first"] and not role["last"] else ""
            corresponding = role is not None and bool(role["last"]) and not role["first"]
            yield reading.fact(HIS_PAPER, who, "AUTHORED", work, where, order=order, corresponding=corresponding or "")


def _papers(text: str) -> Iterator[_Paper]:
    for match in (*_IN_JOURNAL.finditer(text), *_TO_JOURNAL.finditer(text)):
        journal = match["marked"] or match["bare"]
        title = heal_name(match["title"].strip(" .。,，"))
        if is_title(title) and is_journal(f"《{journal}》") and title != journal:
            year = match["year"] if match.re is _TO_JOURNAL else ""
            yield _Paper(title, heal_name(journal), year or "", match.start(), match.end())


def _author(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """Whom a clause is about that goes on to tell of a paper; the one person before 的论文."""
    before = scene.text[:at]
    his = _HIS.search(before)
    if his is not None and his.end() > his.start():
        named = [one for one in scene.of("Person") if one.end <= his.start()]
        beside = named and scene.text[named[-1].end : his.start()] in _CALLED
        shared = len(named) > 1 and _SHARES.search(scene.text, named[-2].end, named[-1].start)
        return reading.person(named[-1].name) if beside and not shared else about(scene, reading, his.start())
    clause = before[clause_start(before, at, "，。；") :]
    return None if _TEAM.search(clause) else about(scene, reading, len(_AS.sub("", before)))


_CALLED = ("", "教授", "主任", "博士", "院士", "研究员", "副教授", "医生", "同志", "先生", "女士")
