"""Awards and honours that the text says somebody or something received."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.numerals import CHINESE_NUMERAL, number
from ingest.prose.about import CV_LABEL, about
from ingest.prose.phrases import listed
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Fact
from kg.text import HAN, heal_name

__all__ = ["read"]

RECEIVED = Rule("received")
"""张三获…奖一等奖, 甲成果入选“…”."""
IN_A_ROW = Rule("awards_in_a_row")
"""曾获甲奖（1987年）、乙奖（1999年）以及丙奖."""
LISTED_WORKS = Rule("listed_works")
"""甲、乙、丙等7项成果入选“…”."""
WORK_OF_YEAR = Rule("work_of_year")
"""入选“…”的成果: “甲”(2019)、“乙”(2020)."""

_GRADE = r"(?P<grade>特等奖|[一二三]等奖|金奖|银奖|铜奖|金牌)?"
_AWARD = (
    r"(?:(?P<year>(?:19|20)\d{2})年?(?:度)?(?:的)?)?(?:“(?P<quoted>[^“”]{3,30})”"
    r"|(?P<plain>[^，。；,;“”（）()获]{2,24}?(?:奖(?!励|项)|十大进展|十大[^，。；]{2,10}?新闻|(?:学者|英才|领军人才|拔尖人才)(?=[，。；、（(]|$))))"
)
_RECEIVES = re.compile(
    rf"(?:先后|曾|还|成功|并|也|共同)*(?:荣获|获得|获评|获颁|获|入选|被授予|被评为)(?:了)?{_AWARD}(?:[（(][^（）()]*[)）])?{_GRADE}(?:\s*[（(](?:排名)?第(?P<rank>{CHINESE_NUMERAL}|\d+)(?:完成人|名|位)?[)）])?"
)
_RANK_BEFORE = re.compile(rf"以第(?P<rank>{CHINESE_NUMERAL}|\d+)完成人(?:身份)?$")
_CLAUSE_YEAR = re.compile(r"^\s*(?:此前|其中|于|在)?[，,]?((?:19|20)\d{2})年(?:\d{1,2}月)?(?:度)?")
_OPENING_YEAR = re.compile(r"^\s*(?:于|在)?((?:19|20)\d{2})年(?:度|\d{1,2}月)?[，,]")
_BARE_CLAUSE = (
    r"\s*(?:此前|其中|同时|此外|还|并|曾|先后|其|他|她|于|在)*[，,]?(?:(?:19|20)\d{2}年(?:\d{1,2}月)?(?:度)?)?"
    r"(?:以第[一二三四五六七八九十\d]+完成人(?:身份)?)?(?:先后|还|又|曾)*"
)
_BECAUSE = re.compile(r"^(?:[（(][^（）()]{2,12}[)）])?(?:因|凭借|凭)[^，。；获]{2,24}?(?=于|$)")
_PRIZES = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)年?度?)?(?P<whose>国家|[{HAN}]{{2,6}}?(?:省|市|自治区))(?:科学技术奖|科技奖|科学技术奖励大会|科技奖励大会)"
)
_PRIZE_KINDS = {
    **dict.fromkeys(("科技进步奖", "科学技术进步奖"), "科学技术进步奖"),
    "自然科学奖": "自然科学奖",
    "技术发明奖": "技术发明奖",
}
_HONOUR = re.compile(r"奖$|进展$|新闻$|人才|学者|称号|工匠|院士|先进个人|示范")
_WORKS = re.compile(r"(?P<list>[^。；]{8,400}?)等[\d一二三四五六七八九十]+项(?:成果|工作|研究)(?:先后)?$")
_WORK = re.compile(r"“(?P<name>[^“”]{5,60})”\s*[（(](?P<year>(?:19|20)\d{2})年?[)）]")
_TITLED_WORK = re.compile(r"[“《](?P<name>[^“”《》]{6,60})[”》]")
_EACH = re.compile(r"[”》][，,]?(?:两项成果|项目)?(?:也|又|还)?(?:均|都|分别|双双|同时|分)$")
_FURTHER = re.compile(r"(?:\s*(?:[、,，和与及]|以及)\s*(?:特等奖|[一二三]等奖))+")
_GRADE_NAME = re.compile("特等奖|[一二三]等奖")
_BARE = "奖"
"""What is left of an award that is told by its grade alone (获二等奖): it is the one that the paragraph told of."""
_NOTED_YEAR = re.compile(r"[（(](?P<noted>(?:19|20)\d{2})年?度?[)）]")
_NEXT_AWARD = re.compile(
    rf"\s*(?:[、，,]\s*(?:以及)?|以及|和|及)(?:获|荣获)?(?:(?P<year>(?:19|20)\d{{2}})年度?)?(?P<plain>[^，。；,;、“”（）()获奖和及为将被颁他她其]{{3,24}}?奖(?!励|项|者))"
    rf"{_GRADE}(?:{_NOTED_YEAR.pattern})?(?=[，。；、,和及]|以及|等|$)"
)
_SAME = re.compile(r"^\s*(?:[^，]{0,20}介绍)?(?:该|这一|这套|这项)(?:产品|系统|设备|技术|成果|仪器|显微镜|算法)$|^\s*并$")
_SINCE = re.compile(r"^[^、]*?(?:以来|期间|截至[^，,]*)[，,]\s*")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RECEIVED of a sentence."""
    if (told := _PRIZES.search(scene.text)) is not None:
        reading.prizes = (told["whose"], told["year"] or "")
    for match in _RECEIVES.finditer(scene.text):
        name = heal_name(match["quoted"] or match["plain"] or "")
        name, grade = _graded(name, match["grade"])
        if name == _BARE:
            name = reading.prize
        if not _HONOUR.search(name) or re.search("多项|多次|各类|以上", name):
            continue
        award = EntityRef(label="Award", name=_of_prize(name, reading))
        reading.prize = award.name
        works = _WORKS.match(scene.text[: match.start()])
        several = _several(scene.text[: match.start()])
        further = _FURTHER.match(scene.text, match.end())
        if further is not None and re.search("分别?$", scene.text[: match.start()]):
            yield from _in_turn(scene, reading, award, match, [grade, *_GRADE_NAME.findall(further.group())])
            continue
        dated = list(_WORK.finditer(scene.text, match.end()))
        if works is not None:
            yield from _listed(scene, reading, works, award, match)
        elif several:
            yield from _each(scene, reading, several, award, match, grade)
        elif dated:
            yield from _dated(scene, reading, dated, award)
        else:
            facts = list(_one(scene, reading, match, award, grade))
            yield from facts
            yield from _row_of(scene, reading, match.end(), facts)


def _row_of(scene: Scene, reading: Reading, end: int, facts: list[Assertion]) -> Iterator[Assertion]:
    """曾获甲奖二等奖（1987年）、乙奖（1999年）以及丙奖: the others of a row that one person received, each with its year."""
    first = facts[0] if facts else None
    if not isinstance(first, Fact) or first.subject.label != "Person":
        return
    noted = _NOTED_YEAR.match(scene.text, end)
    after = _NEXT_AWARD.match(scene.text, noted.end() if noted else end)
    while after is not None:
        name, grade = _graded(heal_name(after["plain"]), after["grade"])
        year = int(after["year"] or after["noted"] or 0) or ""
        where = scene.sentence.view.span(after.start("plain"), after.end())
        award = EntityRef(label="Award", name=name)
        yield reading.fact(IN_A_ROW, first.subject, "RECEIVED", award, where, year=year, grade=grade)
        after = _NEXT_AWARD.match(scene.text, after.end())


def _of_prize(name: str, reading: Reading) -> str:
    """科技进步奖 alone is one of the province's whose prizes the text told of."""
    kind = _PRIZE_KINDS.get(name)
    return reading.prizes[0] + kind if kind is not None and reading.prizes[0] else name


def _graded(name: str, grade: str | None) -> tuple[str, str]:
    """国家科学技术进步二等奖 is 国家科学技术进步奖, 二等奖."""
    end = re.search(r"(?:特|[一二三])等奖$", name)
    return (name[: end.start()].removesuffix("奖") + "奖", end.group()) if end else (name, grade or "")


def _listed(
    scene: Scene, reading: Reading, works: re.Match[str], award: EntityRef, match: re.Match[str]
) -> Iterator[Assertion]:
    where = scene.sentence.view.span(0, match.end())
    for work in listed(_SINCE.sub("", works["list"])):
        if len(work) >= 6:
            achievement = EntityRef(label="Achievement", name=work)
            yield reading.fact(LISTED_WORKS, achievement, "RECEIVED", award, where)
            yield from _about(scene, reading, achievement, work)


def _several(words: str) -> list[re.Match[str]]:
    """The quoted works of which the words end by saying that each received: “甲”，“乙”也分别."""
    return list(_TITLED_WORK.finditer(words)) if _EACH.search(words) else []


def _in_turn(scene: Scene, reading: Reading, award: EntityRef, match: re.Match[str], grades: list[str]) -> Iterator[Assertion]:
    """“甲”, “乙”分获一等奖和二等奖: each work its own grade; nothing where their numbers differ."""
    works = list(_TITLED_WORK.finditer(scene.text, 0, match.start()))
    for work, grade in zip(works, grades, strict=False) if len(works) == len(grades) else ():
        yield from _each(scene, reading, [work], award, match, grade)


def _each(
    scene: Scene, reading: Reading, works: list[re.Match[str]], award: EntityRef, match: re.Match[str], grade: str
) -> Iterator[Assertion]:
    for work in works:
        where = scene.sentence.view.span(work.start(), match.end())
        achievement = EntityRef(label="Achievement", name=heal_name(work["name"]))
        year = int(match["year"]) if match["year"] else ""
        yield reading.fact(RECEIVED, achievement, "RECEIVED", award, where, year=year, grade=grade)


def _dated(scene: Scene, reading: Reading, works: list[re.Match[str]], award: EntityRef) -> Iterator[Assertion]:
    for work in works:
        where = scene.sentence.view.span(work.start(), work.end())
        achievement = EntityRef(label="Achievement", name=heal_name(work["name"]))
        yield reading.fact(WORK_OF_YEAR, achievement, "RECEIVED", award, where, year=int(work["year"]))
        yield from _about(scene, reading, achievement, work["name"])


def _about(scene: Scene, reading: Reading, achievement: EntityRef, words: str) -> Iterator[Assertion]:
    """The technologies and diseases in the achievement's own title."""
    for mention in scene.of("Technology", "Disease"):
        if mention.surface in words:
            predicate = "CONCERNS" if mention.label == "Technology" else "TARGETS"
            yield reading.fact(LISTED_WORKS, achievement, predicate, mention.ref, mention.span)


def _one(scene: Scene, reading: Reading, match: re.Match[str], award: EntityRef, grade: str) -> Iterator[Assertion]:
    """Who received it: the last person, organisation or quoted work that the clause names before the verb."""
    clause = max(scene.text.rfind(mark, 0, match.start()) for mark in "，。；,;") + 1
    named = scene.within(clause, match.start(), "Person", "Organization")
    quoted = re.search(r"[“《](?P<name>[^“”《》]{6,60})[”》](?!的)[^“”]{0,8}$", scene.text[clause : match.start()])
    where = scene.sentence.view.span(named[0].start if named else clause, match.end())
    if quoted is not None:
        name = heal_name(quoted["name"])
        made = next((one for one in reading.products if one.name == name), None)
        subject = made or EntityRef(label="Achievement", name=name)
    elif named:
        last = named[-1]
        gap = scene.text[last.end : match.start()]
        gap = _BECAUSE.sub("", gap)
        if len(gap) > 12 or re.search("[的和与]", gap):
            return
        subject = reading.person(last.name) if last.label == "Person" else reading.organization(last)
    elif (person := _holder(scene, reading, clause, match.start())) is not None:
        subject = person
    elif reading.product is not None and _SAME.search(scene.text[clause : match.start()]):
        subject = reading.product
    else:
        return
    before = _RANK_BEFORE.search(scene.text[clause : match.start()])
    rank = number(match["rank"] or (before["rank"] if before else "")) if subject.label == "Person" else None
    year = _year(scene.text, match, clause, award.name) or _year_of_prize(award, reading)
    yield reading.fact(RECEIVED, subject, "RECEIVED", award, where, year=year, grade=grade, rank=int(rank) if rank else "")


def _holder(scene: Scene, reading: Reading, clause: int, end: int) -> EntityRef | None:
    """The person that a clause without a name of its own is about: ，2019年获…奖; 他曾获…; 其获得…."""
    label = CV_LABEL.match(scene.text, clause)
    bare = re.fullmatch(_BARE_CLAUSE, scene.text[label.end() if label else clause : end])
    return about(scene, reading, end) if bare else None


def _year(text: str, match: re.Match[str], clause: int, award: str) -> int | str:
    """The year of the award: its own, else the one that its clause or the sentence opens with."""
    noted = _NOTED_YEAR.search(match.group()) or _NOTED_YEAR.match(text, match.end())
    stated = match["year"] or (noted["noted"] if noted else None)
    if stated:
        return int(stated)
    told = _CLAUSE_YEAR.match(text[clause : match.start()]) or (_CLAUSE_YEAR.search(text[clause : match.start()]))
    own = re.search(r"((?:19|20)\d{2})年(?:\d{1,2}月)?(?:度)?$", text[clause : match.start()])
    opening = _OPENING_YEAR.match(text)
    told_of = re.search(rf"{re.escape(award[:4])}[^，。；]{{0,6}}?((?:19|20)\d{{2}})年度", text[: match.start()])
    near = opening is not None and not re.search(r"[；;]|(?:19|20)\d{2}年", text[opening.end() : match.start()])
    found = told or own or told_of or (opening if near else None)
    return int(found[1]) if found else ""


def _year_of_prize(award: EntityRef, reading: Reading) -> int | str:
    whose, year = reading.prizes
    return int(year) if year and whose and award.name.startswith(whose) else ""
