"""Works of a form that no label names: numbered lines, headlines, and headings that group works by what was given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.forms.align import looks_like_person
from ingest.award.forms.grammar import LABELS, Group, Kind, Label
from ingest.award.forms.headline import HEADLINE, REST, WORK_END, work_in_heading
from ingest.award.forms.mark import Head, Mark
from ingest.lexicon import organization_kind
from kg.text import HAN

__all__ = ["GROUP", "NUMBERING", "PERSONS", "WORK_LABEL", "groups", "headline", "is_done_by", "works"]

GROUP = "group"
"""The field of a heading that groups projects by what they were given: 一等奖（3项）, 技术发明奖二等奖."""

PERSONS = "persons"
"""The field of a heading below which people are put forward, and no works: 三、青年科技奖（人选2名）."""

NUMBERING = (
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]、?|\d{1,2}(?:[、．]|\.(?!\d)|\.(?=[2-5]D))|"
    r"附[件表录][ ]*(?:[一二三四五六七八九十]{1,2}|\d{1,2})?(?:[：:、.．]|(?=[ ]))|[★☆*●■◆◇▪•·※])?"
)
_GROUP_HEADING = re.compile(
    rf"^[ ]*(?P<label>{NUMBERING}[ ]*[【\[]?[ ]*(?:(?:19|20)\d\d年度?[ ]*)?"
    rf"(?P<award>(?![特一二三四]等奖)[{HAN}]{{2,24}}?(?:奖|(?=[特一二三四]等奖)))?"
    r"[ ]*(?P<grade>[特一二三四]等奖)?"
    rf"[ ]*[】\]]?[ ]*(?P<count>[（(]?[ ]*(?:[{HAN}]{{2,8}}[，,、：:][ ]*)?"
    r"[共计]?[ ]*\d{1,3}[ ]*[项个][ ]*[)）]?)?)[ ]*[:：]?[ ]*$",
    re.MULTILINE,
)
"""一等奖（3项）, ★ 科学技术进步奖一等奖, 【某某科技奖二等奖】, 一、自然科学奖（2项）, 四、医院科技奖（院级，2项）."""
_PERSONS_HEADING = re.compile(
    rf"^[ ]*(?P<label>(?=\S){NUMBERING}[ ]*(?:(?:19|20)\d\d年度?[ ]*)?"
    rf"(?:[{HAN}“”]{{2,24}}?奖(?:[{HAN}]{{0,4}}(?:人选|候选人|个人|人员|名单))?|[{HAN}]{{0,12}}人选)"
    r"[ ]*[（(][^（）()\n\d]{0,8}\d{1,3}[ ]*[人名位][^（）()\n\d]{0,4}[)）])[ ]*[:：]?[ ]*$",
    re.MULTILINE,
)
"""四、某某青年科技奖（人选1名）, （二）拟推荐人选（3人）."""
_IS_HEADING = re.compile(r"[^\u4e00-\u9fff\d]|[一二三四五六七八九十]{1,3}[、.．]")
"""How a line begins that heads something: 一、…, ★…, 【…."""
_GROUP_REACH = 30
_ROW = re.compile(r"\n[^\n\t]*\t[^\n\t]*\t")
"""A row of a table right below a heading."""
_WIDEST_GAP = 12
_GROUP_LABEL = Label(field=GROUP, group=Group.TOP, kind=Kind.SHORT, words=())
_PERSONS_LABEL = Label(field=PERSONS, group=Group.TOP, kind=Kind.SHORT, words=())
_TITLE_LINE = re.compile(
    r"^[ ]*(?P<number>(?:项目|成果)?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[、.．：:]"
    r"|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）])[ ]*"
    r"(?P<title>[^\n：:。；;\t]{6,80}?)[ ]*(?:\n\s*|\t[ ]*)",
    re.MULTILINE,
)
_BARE_TITLE = re.compile(
    rf"^[ ]*(?P<title>[{HAN}A-Za-z][^\n：:。；;，\t《》]{{6,70}}{WORK_END})[ ]*\n\s*"
    r"(?=(?:主要|项目)?完成(?:人员?|单位)[ ]*[：:])",
    re.MULTILINE,
)
"""A line that names a work and nothing else, who did it on the line below."""
_GRADED_LINE = re.compile(
    r"^[ ]*(?P<grade>(?:[（(]?\d{1,3}[)）.．、][ ]*)?[特一二三四]等奖)[ ]*[：:][ ]*《(?P<title>[^《》\n]{6,80})(?P<rest>》)"
    r"(?:[ ]*[（(][^（）()\n]{2,20}[)）])?[。；;，, ]*\n\s*",
    re.MULTILINE,
)
"""1.一等奖：《某某研究》, who did it on the line below."""
_GIVEN_LINE = re.compile(
    rf"^[ ]*(?:[（(]?\d{{1,3}}[)）.．、][ ]*)?《(?P<title>[^《》\n]{{6,80}})"
    r"(?P<rest>》[ ]*(?:项目|成果|课题)?[ ]*(?:荣获|喜获|获得?))"
    rf"[ ]*(?:(?:19|20)\d\d年度?[ ]*)?(?P<grade>[{HAN}]{{2,24}}?奖?[特一二三四]等奖)[ ]*[，,。；;（(]\s*",
    re.MULTILINE,
)
"""《某某研究》获某省科技进步奖二等奖。完成单位：…: who did it in the sentence behind."""
WORK_LABEL = next(label for label in LABELS if label.field == "achievement")
_DONE_BY = frozenset({"people", "units"})
_ASKED = frozenset({"award", "nominator"})
_TELLS_GRADE = frozenset({"award", "grade", "category"})
"""A grade or award on the line below such a label is its value: 提名等级⏎一等奖."""


def works(text: str, marks: list[Mark], heads: list[Head]) -> Iterator[Mark]:
    """Numbered lines that name a work, who did it or what it is up for on the line below, where no label names a work.

    A work that a line names with its grade is one beside a table of others, too.
    """
    labelled = any(label.field == "achievement" for mark in marks for label in mark.labels)
    if labelled:
        return
    yield from _graded(text, {mark.start for mark in marks if mark.colon and is_done_by(mark)})
    if any(column.field == "achievement" for head in heads for column in head.columns):
        return
    starts = {mark.start for mark in marks if mark.colon and (is_done_by(mark) or mark.labels[0].field in _ASKED)}
    starts |= {mark.start for mark in marks if mark.colon and mark.labels[0].field == "grade" and _is_beside(text, mark)}
    for match in _BARE_TITLE.finditer(text):
        yield Mark((WORK_LABEL,), match.start("title"), match.start("title"), True)
    for match in _TITLE_LINE.finditer(text):
        title = match["title"].strip()
        known = match["number"][0] not in "项成" and (organization_kind(title) or looks_like_person(title))
        if not known and any(start in starts for start in range(match.end() - 1, match.end() + 3)):
            yield Mark((WORK_LABEL,), match.start("number"), match.start("title"), True)


def _graded(text: str, starts: set[int]) -> Iterator[Mark]:
    """Works between quotes that a line names with their grade, who did them labelled behind."""
    if "》" not in text or "等奖" not in text:
        return
    for match in (*_GRADED_LINE.finditer(text), *_GIVEN_LINE.finditer(text)):
        if match.end() in starts:
            yield Mark((WORK_LABEL,), match.start("title") - 1, match.start("title"), True)
            yield Mark((REST,), match.start("rest"), match.end("rest"), True)
            yield Mark((_GROUP_LABEL,), match.start("grade"), match.end("grade"), False)


def _is_beside(text: str, mark: Mark) -> bool:
    """Whether a label stands in a cell of its own on the line of what is ahead of it."""
    return text[mark.start - _WIDEST_GAP : mark.start].rstrip(" ").endswith("\t")


def headline(text: str, marks: list[Mark], heads: list[Head]) -> list[Mark]:
    """The work that the words above the labels name, where no label names one and people or units are labelled."""
    fields = {label.field for mark in marks for label in mark.labels} | {one.field for head in heads for one in head.columns}
    starts = [mark.start for mark in marks] + [head.start for head in heads]
    named = work_in_heading(text, min(starts)) if starts and fields & _DONE_BY and "achievement" not in fields else None
    if named is None:
        return []
    return [Mark((HEADLINE,), named[0], named[0], True), Mark((REST,), named[1], named[1], True)]


def groups(text: str, marks: list[Mark], heads: list[Head]) -> Iterator[Mark]:
    """Headings that group projects by grade, with their number or with a project's name soon after; and those of persons."""
    opening = [mark.start for mark in marks if (label := mark.label(Group.TOP)) and label.field == "achievement"]
    tables = [head.start for head in heads if any(column.field == "achievement" for column in head.columns)]
    opening += tables
    answered = {mark.end for mark in marks if any(label.field in _TELLS_GRADE for label in mark.labels)}
    for match in _GROUP_HEADING.finditer(text):
        if match.start("label") - _gap_before(text, match.start("label")) in answered:
            continue
        soon = any(match.end() < start <= match.end() + _GROUP_REACH for start in opening)
        soon = soon or (any(start < match.start() for start in tables) and _ROW.match(text, match.end()) is not None)
        headed = match["grade"] or (match["award"] and (match["count"] or _IS_HEADING.match(match["label"])))
        if headed and opening and (match["count"] or soon):
            yield Mark((_GROUP_LABEL,), match.start("label"), match.end("label"), False)
    if opening:
        for match in _PERSONS_HEADING.finditer(text):
            yield Mark((_PERSONS_LABEL,), match.start("label"), match.end("label"), False)


def _gap_before(text: str, at: int) -> int:
    """How many blanks and line ends stand before a place."""
    ahead = text[max(0, at - _WIDEST_GAP) : at]
    return len(ahead) - len(ahead.rstrip(" \n\t"))


def is_done_by(mark: Mark) -> bool:
    """Whether a label is of people or units who did a work."""
    return any(label.field in _DONE_BY for label in mark.labels)
