"""What a form nominates its achievement for: the award, its category and its year, from field, title and recommendation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.award.forms import Form
from ingest.award.honours import asked_awards, clean_award, is_generic, of_place, province_of, titled_awards, within
from ingest.layout import View
from ingest.lexicon import organization_kind
from ingest.prose.houses.speaker import speaker
from kg.model import Document, Span
from kg.text import heal_name

__all__ = ["Nomination", "nomination_of", "of_house"]

_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_OF_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年度")
_NOTED_YEAR = re.compile(r"[（(](20\d\d)[)）](?!\s*第?\s*\d)")
"""某某奖提名公示（2024）, the number of a document (〔2024〕3号) left out."""
_HEADED = re.compile(r"(?P<award>[\u4e00-\u9fff]{3,24}?(?:奖|(?=[特一二三四]等奖)))(?=[特一二三四]等奖|[】\]]|\s*[（(]|$)")
_BARE_GRADE = re.compile("[特一二三四]等")
_GRADE = re.compile(r"[特一二三四]等奖")
_NOTED_GRADE = re.compile(r"(?<=[（(])[特一二三四]等奖(?=[)）]\s*[（(]?\s*$)")
_GRADE_BEHIND = re.compile(r"(?<=奖)[，,、；;/]\s*(?:拟?(?:提名|推荐|申报))?(?:等级)?[：:]?[特一二三四]等奖?$")
"""科学技术进步奖，一等奖: the grade behind a mark is no part of the award's name."""
_GIVEN = re.compile(r"获奖(?:项目|名单|成果|目录)|授奖(?:项目|名单|的?决定|的?通报)|奖励(?:项目|的决定|决定)|颁发|表彰")
_CANDIDATES = re.compile(r"提名|申报|推荐|候选|拟")
_CLASS = re.compile(r"(?:科学技术进步|科技进步|自然科学|技术发明|科学技术普及|国际科学技术合作)奖")
_NESTED = re.compile(rf"(?P<outer>[\u4e00-\u9fff]{{4,24}}奖)(?:[（(][^（）()]*[)）])?(?P<inner>{_CLASS.pattern})")
_WITHIN = re.compile(
    "(?:研发|技术|管理|服务|应用|转化|成果|创新|推广|科普|学术|青年|团队|贡献|基础|临床|发明|进步|开发|实践|教学|护理|项目|医院|医疗)+奖"
)
"""A class that one giver names so, inside the award that the title names: 研发创新奖, 管理创新奖."""
_SORT = re.compile(r"[（(](?P<sort>(?:技术发明|科技进步|科学技术进步|自然科学|科普|临床应用|基础研究|应用研究|管理)类)[)）]")
_SORT_ALONE = re.compile("[\u4e00-\u9fff]{2,8}类")
_NEAR = 16
_NOTE = re.compile(r"[（(](?P<note>[^（）()]{2,30})[)）]$")
_FILE_NUMBER = re.compile(r"\s*[\u4e00-\u9fff]{1,16}字?\s*[〔\[【（(]\s*(?:19|20)\d\d\s*[〕\]】）)]\s*第?\s*\d{1,4}\s*号\s*")
"""某医奖字〔2024〕18号: the number of a document, whose short words name no award."""
_OWN_AWARD = re.compile("(?:[我本](?:院|校)|医院|学校|(?:院|校)(?=级))级?(?=[\u4e00-\u9fff]*奖$)")
"""医院科技进步奖, 学校优秀教学奖, 院级科技奖: of the house that speaks."""
_TICKED = re.compile(r"[☑√✓■☒]\s*([^\s□☑√✓■☒]{3,20})")
_LINE_AWARD = re.compile(
    r"^[ \t]*(?:[一二三四五六七八九十]+、|\d+[.、])?\s*(?P<award>[\u4e00-\u9fff]{2,24}奖)"
    r"(?P<note>[（(][^（）()\n]{2,20}[)）])?(?:(?:拟?提名|拟?推荐|候选|申报|初评)?(?:项目|成果|人选)?(?:公示|公告|名单)(?:内容|材料|表)?)?"
    r"\s*[:：]?[ \t]*$",
    re.M,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """An award asked for, or given where the form is part of a list of winners; ``rule`` names where it stands."""

    award: str
    span: Span
    rule: str
    category: str | None = None
    year: int | None = None
    grade: str | None = None
    given: bool = False
    giver: View | None = None
    """Who gave it, where a column of the table names them."""


def nomination_of(form: Form, *, title: str, announced: bool = False) -> Nomination | None:
    """The award that the form asks for, or was given (as it was where its document announces it); None where it names none.

    A field that names only a class (科技进步奖) is the category of the award that the title or the recommendation names;
    where neither does, it is the award of the province that the nominating unit belongs to, else an award of that name.
    """
    given = announced or _is_given(form) or bool([*form.values("giver", "won")])
    cells = (form.view(value) for value in form.values("giver"))
    giver = next((cell for cell in cells if organization_kind(heal_name(cell.text))), None)
    found = _headed(form, title) if given and giver is None else None
    found = found or _named(form, title, heal_name(giver.text) if giver else "")
    if found is None:
        return None
    category = found.category or _category(form, found.award)
    return replace(found, category=category, year=_year(form, title), grade=_grade(form), given=given, giver=giver)


def of_house(award: str, document: Document) -> str:
    """An award that a page calls its own house's (医院科技进步奖) by the house's name, "" where the page tells none."""
    own = _OWN_AWARD.match(award)
    if own is None:
        return award
    house = speaker(document, "校" if "校" in own.group() else "院")
    return house + award[own.end() :] if house else ""


def _named(form: Form, title: str, giver: str) -> Nomination | None:
    stated = _stated(form)
    if stated is not None and giver:
        whose = of_place(stated[0], province_of(giver))
        own = giver + whose if is_generic(whose) and not province_of(giver) else whose
        return Nomination(award=own, span=stated[2], rule=stated[3])
    outer = _asked(form) or _titled(form)
    if stated is None:
        return None if outer is None else Nomination(award=outer[0], span=outer[1], rule=outer[2])
    name, note, span, rule = stated
    note = None if note and _GRADE.fullmatch(note) else note
    if outer is not None and (is_generic(name) or _WITHIN.fullmatch(name)):
        category = None if outer[0].endswith(name) and not note else name + (f"（{note}）" if note else "")
        return Nomination(award=outer[0], span=outer[1], rule=outer[2], category=category)
    nominator = next((heal_name(form.text(value)) for value in form.values("nominator")), "")
    place = province_of(nominator) or province_of(title)
    return Nomination(award=of_place(name, place), span=span, rule=rule, category=note)


def _headed(form: Form, title: str) -> Nomination | None:
    """The award that the heading above the form's project names with its grade: 技术发明奖二等奖."""
    told = _of_heading(form)
    if told is None:
        return None
    name, span = told
    outer = _titled(form) if is_generic(name) else None
    whole = within(outer[0], name) if outer else of_place(name, province_of(title)) if is_generic(name) else name
    return Nomination(award=whole, span=span, rule="AWARD_HEADING")


def _of_heading(form: Form) -> tuple[str, Span] | None:
    """The award that the nearest of the headings above the form's project names."""
    for value in reversed(list(form.values("group"))):
        headed = _HEADED.search(heal_name(form.text(value)))
        name = clean_award(headed["award"].removesuffix("奖") + "奖") if headed else ""
        if name:
            view = form.view(value)
            return name, view.span(0, len(view.text))
    return None


def _stated(form: Form) -> tuple[str, str | None, Span, str] | None:
    """The award of the form's own field, else of a line of its own above the form."""
    for value in form.values("award"):
        view = form.view(value)
        ticked = _TICKED.search(view.text)
        text = heal_name(ticked[1] if ticked else view.text).rstrip("。；;，, ")
        text = _GRADE_BEHIND.sub("", text)
        nested = _NESTED.fullmatch(text)
        if nested and not is_generic(nested["outer"]):
            return nested["outer"], nested["inner"], view.span(0, len(view.text)), "AWARD_FIELD"
        note = _NOTE.search(text)
        name = clean_award(text[: note.start()] if note else text)
        if name:
            return name, note["note"] if note else None, view.span(0, len(view.text)), "AWARD_FIELD"
    if (headed := _of_heading(form)) is not None:
        return headed[0], None, headed[1], "AWARD_HEADING"
    for match in _LINE_AWARD.finditer(form.page.text, *form.preamble):
        name = clean_award(match["award"])
        if name and is_generic(name):
            inside = (match["note"] or "").strip("（()）") or None
            return name, inside, form.page.span(match.start("award"), match.end("award")), "AWARD_LINE"
    return None


def _asked(form: Form) -> tuple[str, Span, str] | None:
    for value in form.values("opinion", "summary", "uptake"):
        view = form.view(value)
        for match, name in asked_awards(view.text):
            if not is_generic(name):
                return name, view.span(match.start(), match.end()), "RECOMMENDATION_SENTENCE"
    return None


def _titled(form: Form) -> tuple[str, Span, str] | None:
    if not form.page.text[slice(*form.preamble)].strip():
        return None
    view = form.page.view(form.preamble)
    for line in _LINE_AWARD.finditer(form.page.text, *form.preamble):
        if (name := clean_award(line["award"])) and not is_generic(name) and not line["note"]:
            return name, form.page.span(line.start("award"), line.end("award")), "AWARD_LINE"
    for part in (*_headings(form), view):
        for match, name in titled_awards(part.text):
            if not is_generic(name):
                return name, part.span(match.start(), match.end()), "NOTICE_TITLE"
    return None


def _headings(form: Form) -> Iterator[View]:
    """The lines above the form that are no sentences: a heading tells its award before a decision's sentences tell others."""
    start, end = form.preamble
    for line in re.finditer(r"[^\n]*奖[^\n]*", form.page.text[start:end]):
        if not re.search("[，。；]", line.group()) and not _FILE_NUMBER.fullmatch(line.group()):
            yield form.page.view((start + line.start(), start + line.end()))


def _above(form: Form) -> str:
    """The title above the form, "" where there is none."""
    return form.page.view(form.preamble).text if form.page.text[slice(*form.preamble)].strip() else ""


def _year(form: Form, title: str) -> int | None:
    for value in form.values("won", "year"):
        if match := re.match(r"(?:19|20)\d\d", form.text(value)):
            return int(match.group())
    for text in (_above(form), title, *(form.text(value) for value in form.values("award"))):
        match = _OF_YEAR.search(text) or _YEAR.search(text) or _NOTED_YEAR.search(text)
        if match:
            return int(match[1])
    return None


def _grade(form: Form) -> str | None:
    told = (*form.values("grade"), *form.values("group"))  # a row's own before that of the heading above
    match = next((found for value in told if (found := _GRADE.search(_close(form.text(value))))), None)
    match = match or next(
        (found for value in form.values("achievement") if (found := _NOTED_GRADE.search(form.text(value)))), None
    )
    bare = (form.text(value).strip() for value in form.values("grade"))
    return match.group() if match else next((text + "奖" for text in bare if _BARE_GRADE.fullmatch(text)), None)


def _close(text: str) -> str:
    """Words without the blanks that a narrow cell's line ends leave: 特 等 奖."""
    return text.replace(" ", "")


def _is_given(form: Form) -> bool:
    """Whether the title speaks of winners, not of candidates."""
    above = _above(form)
    return bool(_GIVEN.search(above)) and not _CANDIDATES.search(_GIVEN.split(above)[0][-_NEAR:])


def _category(form: Form, award: str) -> str | None:
    """The class inside the award: of its own field, behind the award's name, in the title, or with the grade."""
    for value in form.values("category"):
        return heal_name(form.text(value))[:40]
    texts = [form.text(value) for value in form.values("award")]
    if (sort := next((text.strip() for text in texts if _SORT_ALONE.fullmatch(text.strip())), None)) is not None:
        return sort
    texts += [_above(form), *(form.text(value) for value in form.values("grade"))]
    for text in texts:
        for match in _CLASS.finditer(text.replace(" ", "")):
            if not award.endswith((match.group(), match.group().replace("科技", "科学技术"))):
                return match.group()
    return next((found["sort"] for text in texts if (found := _SORT.search(text))), None)
