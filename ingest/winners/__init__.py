"""Lists of winners as lines below headings: people, papers with their authors, works, bodies honoured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.announced import announced
from ingest.award import AwardIngester
from ingest.base import once
from ingest.entries import Entry, Named, entry_of, title_line
from ingest.headings import Heading, heading_of
from ingest.layout import lines
from ingest.lexicon import organization_kind
from ingest.named_for import named_for
from ingest.prose.honours.prizes import prize_kind
from ingest.rounds import Award, round_of
from ingest.table.honours import lists_honours
from ingest.table.speaker import Speaker
from ingest.tables import sheets
from ingest.winners.told import Told, told_of
from kg.model import Assertion, Document, EntityRef, Span

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["WinnersIngester"]

PERSON_LINE = "winners.person"
"""张三（甲医院） below the heading of an award."""
AUTHOR_LINE = "winners.author"
"""《…》 张三、李四（甲医院） below the heading of an award for papers."""
WORK_LINE = "winners.work"
"""A work with its people and bodies below the heading of an award."""
TOLD_LINE = "winners.told"
"""张三：2022年某奖二等奖（排名第3），项目名称：某某研究."""
BODY_LINE = "winners.body"
"""甲医院、乙医院 below the heading of an award for bodies."""

_FOR_PAPERS = re.compile("论文|壁报|征文|病例|演讲|摘要|稿件|海报|课件")
_FOR_WORKS = re.compile("(?:科学技术|科学技术进步|科技进步|科技|自然科学|技术发明|科学技术普及|科研成果|成果)奖$")
_FOR_PEOPLE = re.compile(
    "终身|杰出|突出|青年|优秀|英才|新锐|新星|人才|个人|医师|科学家|贡献|成就|工作者|之星|十佳|最美|先进|论文|演讲|壁报"
)
_FOR_BODIES = re.compile("组织|集体|单位|科室|团队|基地|医院")
_DATE = re.compile(r"\s*(?:二[〇○Ｏ零]|20)[^\n]{2,3}年[^\n]{1,3}月[^\n]{1,4}日\s*")
_LED = re.compile(
    r"^(?P<led>(?:[\u4e00-\u9fff]{2,16}奖)?[特一二三]等奖)[\s　]*"
    r"(?=[\u4e00-\u9fffA-Za-z“《][^。；：:]{8,80}完成(?:人员?|单位)[:：])"
)
_LED_ROW = re.compile(
    r"(?P<led>[\u4e00-\u9fff]{2,10}(?:奖|集体|个人))[ \u3000\t]{2,}"
    r"(?P<rest>[\u4e00-\u9fff·]{1,4}(?:[ \u3000]{1,4}[\u4e00-\u9fff])?[ \u3000\t]{2,}\S.*)"
)
"""青年才俊奖  额尔敦  某某医院介入科  副主任医师."""
_OF_CLASSES = re.compile("(?:科学技术|科技)奖$")
"""An award that has classes: 某省科学技术奖, 科技进步奖."""
_SECTION = re.compile(r"\s*[一二三四五六七八九十]{1,2}、[^：:。；，《“]{2,20}")
_GOES_ON = re.compile(r"(?:[、，,（(]|(?<!如下)(?<!名单)(?<!结果)(?<!公布)(?<!奖)(?<!奖”)[：:])\s*$")
_IN_WORDS = re.compile(
    r"(?:参与|合作|共同|联合|协作|攻关|牵头|主持|领衔)(?:了)?(?:完成|研发|研制|承担|攻关)|(?:单位|人员?)(?:还有|包括|为|是)|(?:荣?获|喜获|摘得|荣膺)[^。]*奖"
)
"""What sentences about a work say, which no line of a list does."""
_IMPRINT = re.compile(r"\s*(?:Copyright|©|版权所有|技术支持)|.{0,40}ICP备")
_WARD = re.compile("[\u4e00-\u9fff]{1,8}(?:科|室|部|中心)")
"""A department without its house: 放射科, 内镜中心."""
_ONLY_NUMBER = re.compile(r"\s*\d{1,3}\s*")
_TOPICS = frozenset({"Technology", "Disease"})
_LONGEST_HEADING = 44


@dataclass(frozen=True, slots=True)
class _Listed:
    """An entry with the award that its headings, or its own words, name, and where it stands."""

    entry: Entry
    award: Award
    span: Span
    told: Told | None = None


class WinnersIngester:
    """Reads RECEIVED, AFFILIATED_WITH, AUTHORED, PARTICIPATED_IN and COMPLETED of lists of winners without table heads."""

    name = "winners"
    version = "1"
    emits = frozenset(
        {"RECEIVED", "AFFILIATED_WITH", "AUTHORED", "PARTICIPATED_IN", "COMPLETED", "CONCERNS", "TARGETS", "WORKS_ON"},
    )

    def accepts(self, document: Document) -> bool:
        """Whether the document announces winners and lists them."""
        return bool(_listed(document))

    def ingest(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        """What each entry says; a list of works that a form's labels tell is read as such."""
        yield from named_for(self._read(document, nlp), nlp)

    def _read(self, document: Document, nlp: Language) -> Iterator[Assertion]:
        for one in _listed(document):
            yield from _stated(document, one, nlp)


@once
def _listed(document: Document) -> tuple[_Listed, ...]:
    if not announced(document):
        return ()
    told = AwardIngester().accepts(document)
    return tuple(one for one in _entries(document) if not (told and _is_work(one)))


def _is_work(one: _Listed) -> bool:
    return bool(one.entry.title) and not _FOR_PAPERS.search(one.award.name)


def _entries(document: Document) -> Iterator[_Listed]:
    """The entries below headings, each with its award."""
    tables = [sheet.span for sheet in sheets(document) if lists_honours(document, sheet)]
    whole = None
    above: list[Heading] = []
    titled = ""
    sectioned = closed = False  # whether headings counted 一、 name awards, and one that names none stands above
    for span, text, following in _logical(document):
        title, titled = titled, title_line(text)
        text = _led_apart(text)
        heading = heading_of(text) if len(text) <= _LONGEST_HEADING or "：" in text[:_LONGEST_HEADING] else None
        section = _SECTION.fullmatch(text) is not None
        if heading is not None:
            whole = whole or round_of(document, span.start)
            above = _below(above, heading)
            text = heading.rest
            sectioned, closed = sectioned or (section and bool(heading.name)), closed and not heading.name
        elif section and sectioned:
            closed = True
        inside = any(table.start <= span.start < table.end for table in tables)
        told = told_of(text) if not inside else None
        if told is not None:
            yield _of_told(told, span)
        if told is not None or inside or closed or whole is None or not text or _DATE.fullmatch(following):
            continue
        if (text.rstrip().endswith("。") and _IN_WORDS.search(text)) or _IMPRINT.match(text):
            continue
        entry, award = entry_of(text), whole.named(above)
        if entry is not None and award is not None and title and not entry.title and _FOR_WORKS.search(award.name):
            entry = replace(entry, title=title)
        if entry is not None and award is not None and entry.bodies != (whole.giver,) and _fits(entry, award):
            yield _Listed(entry, award, span)


def _led_apart(text: str) -> str:
    """自然科学奖一等奖某某研究完成人：甲、乙, 青年奖  甲  某医院, with a colon behind the award that the line opens with."""
    if (row := _LED_ROW.match(text.strip())) is not None:
        return f"{row['led']}：{row['rest']}"
    return _LED.sub(r"\g<led>：", text, count=1)


def _of_told(told: Told, span: Span) -> _Listed:
    entry = Entry(told.title, (Named(told.name, ""),), ())
    award = Award(name=told.prize.name, grade=told.prize.grade, year=told.prize.year)
    return _Listed(entry, award, span, told)


def _fits(entry: Entry, award: Award) -> bool:
    """Whether an entry is of what the award is given for: an award of works is given to no bare name."""
    if entry.title or not entry.people:
        return True
    housed = all(person.house for person in entry.people)
    return not _FOR_WORKS.search(award.name) and (housed or bool(_FOR_PEOPLE.search(award.name)))


def _below(above: list[Heading], heading: Heading) -> list[Heading]:
    """The headings that hold from a new one on: a grade stands below its award, an award ends the one before."""
    if heading.name:
        whole = [one for one in above[:1] if _OF_CLASSES.search(one.name)] if prize_kind(heading.name) else []
        return [*whole, heading]
    return [*(one for one in above if one.name), heading]


def _logical(document: Document) -> Iterator[tuple[Span, str, str]]:
    """The lines, each with the one that follows; joined where a mark at the end, or a lone number ahead, says so."""
    found = list(lines(document.text, Span(start=0, end=len(document.text))))
    texts = [document.text[span.start : span.end] for span in found]
    place = 0
    while place < len(found):
        end = _end(texts, place)
        mark = "\t" if _ONLY_NUMBER.fullmatch(texts[place]) else ""
        span = Span(start=found[place].start, end=found[end - 1].end)
        yield span, mark.join(texts[place:end]), texts[end] if end < len(texts) else ""
        place = end


def _end(texts: list[str], place: int) -> int:
    """Where a logical line ends: a numbered row whose cells stand a line each goes up to the next number or heading."""
    end = place + 1
    if _ONLY_NUMBER.fullmatch(texts[place]):
        while end < len(texts) and not _ONLY_NUMBER.fullmatch(texts[end]) and heading_of(texts[end]) is None:
            end += 1
        return end
    while end < len(texts) and _GOES_ON.search(texts[end - 1]):
        end += 1
    return end


def _stated(document: Document, one: _Listed, nlp: Language) -> Iterator[Assertion]:
    entry, award = one.entry, EntityRef(label="Award", name=one.award.name)
    given = {"year": one.award.year, "grade": one.award.grade or None}
    if one.told is not None:
        speaker = Speaker(document=document, ingester="winners", rule=TOLD_LINE, span=one.span)
        yield from _told(speaker, one.told, award, given, nlp)
        return
    if _FOR_PAPERS.search(one.award.name):
        speaker = Speaker(document=document, ingester="winners", rule=AUTHOR_LINE, span=one.span)
        yield from _papers(speaker, entry, nlp)
    elif entry.title:
        speaker = Speaker(document=document, ingester="winners", rule=WORK_LINE, span=one.span)
        yield from _work(speaker, entry, award, given)
        return
    else:
        speaker = Speaker(document=document, ingester="winners", rule=PERSON_LINE, span=one.span)
    for person in entry.people:
        who = EntityRef(label="Person", name=person.name, context=person.house)
        yield speaker.fact(who, "RECEIVED", award, **given)
        if person.house:
            house = EntityRef(label="Organization", name=person.house)
            yield from speaker.attributes(house, kind=organization_kind(person.house))
            yield speaker.fact(who, "AFFILIATED_WITH", house, title=person.title or None)
    if not entry.people and _FOR_BODIES.search(one.award.name):
        speaker = Speaker(document=document, ingester="winners", rule=BODY_LINE, span=one.span)
        for name in entry.bodies:
            yield speaker.fact(EntityRef(label="Organization", name=name), "RECEIVED", award, **given)


def _told(
    speaker: Speaker, told: Told, award: EntityRef, given: dict[str, int | str | None], nlp: Language
) -> Iterator[Assertion]:
    who, rank = EntityRef(label="Person", name=told.name), told.prize.rank
    yield speaker.fact(who, "RECEIVED", award, **given, rank=rank)
    if told.for_paper:
        yield from _papers(speaker, Entry(told.title, (Named(told.name, ""),), ()), nlp)
    elif told.title:
        work = EntityRef(label="Achievement", name=told.title)
        yield speaker.fact(work, "RECEIVED", award, **given)
        yield speaker.fact(who, "PARTICIPATED_IN", work, rank=rank)


def _papers(speaker: Speaker, entry: Entry, nlp: Language) -> Iterator[Assertion]:
    if not entry.title:
        return
    paper = EntityRef(label="Publication", name=entry.title)
    for order, person in enumerate(entry.people, 1):
        who = EntityRef(label="Person", name=person.name, context=person.house)
        yield speaker.fact(who, "AUTHORED", paper, order=order)
    start = speaker.document.text.find(entry.title, speaker.span.start, speaker.span.end)
    if start >= 0:
        title = Span(start=start, end=start + len(entry.title))
        yield from speaker.topics(paper, title, nlp, labels=_TOPICS)


def _work(speaker: Speaker, entry: Entry, award: EntityRef, given: dict[str, int | str | None]) -> Iterator[Assertion]:
    work = EntityRef(label="Achievement", name=entry.title)
    yield speaker.fact(work, "RECEIVED", award, **given)
    for rank, person in enumerate(entry.people, 1):
        who = EntityRef(label="Person", name=person.name, context=person.house)
        yield speaker.fact(who, "PARTICIPATED_IN", work, rank=rank)
    houses = [name for name in dict.fromkeys(entry.bodies) if not _WARD.fullmatch(name)]
    for rank, name in enumerate(houses, 1):
        body = EntityRef(label="Organization", name=name)
        yield from speaker.attributes(body, kind=organization_kind(name))
        yield speaker.fact(body, "COMPLETED", work, rank=rank)
