"""Awards of a page: year, award, grade, the work and the place among those who completed it, in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.layout import View, chinese_marks
from ingest.lexicon import could_be_person, organization_kind
from ingest.numerals import number
from ingest.portraits.lines import TITLE_WORDS
from ingest.profile.sitter import Sitter
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["borne", "read"]

OWN_HONOUR = "profile.honour"
"""2019年 某省科学技术进步奖一等奖，某研究，第1完成人: in the part of a page that lists awards."""

_NUMBERING = re.compile(
    r"^\s*(?:[（(\[［]?\s*\d{1,2}\s*[)）\]］.、．]|[①-⑳•●◆·■▪]|[-–—](?=[\u4e00-\u9fff“《\d]))\s*(?:(?!\d)|(?=(?:19|20)\d\d))"
)
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)\s*(?:年度?|[./\-]\d{1,2}(?:月|(?!\d))|届)?(?:\d{1,2}月)?")
_GRADE = re.compile(r"(?:特等|[一二三四]等|[金银铜])奖")
_GRADE_NOTED = re.compile(rf"(?<=奖)\s*[（(]\s*{_GRADE.pattern}\s*[)）]$")
"""某某科技奖|（三等奖）."""
_RANK = re.compile(
    r"第\s*(?P<nth>[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:主要)?(?:完成人|获奖人|负责人|位|名)|(?:排名|排序|位次)\s*[:：]?\s*第?\s*(?P<place>[一二三四五六七八九十]{1,3}|\d{1,2})(?:位|名)?(?:\s*/\s*\d+)?"
    r"|(?<![\d.])(?P<of>\d{1,2})\s*/\s*\d{1,2}(?![\d.])|(?:R|No\.?)(?P<letter>\d{1,2})\b"
)
_VERB = re.compile(
    r"^(?:曾|还|又|也|先后|荣)*(?:获得?|荣获|获评|被?评为|被授予|授予|入选|当选为?|获选|享受|获批|被评选为|获颁|取得)(?:了|过|为)?"
)
_BLANK = re.compile(r"[—–\-/／]+|无|不分等级|个人|集体|团队")
"""What a cell says where there is no grade, work or place among others."""
_AWARD_END = re.compile(
    r"奖(?:项|励|章|学金)?$|称号$|人才(?:计划|工程|项目)?$|学者$|专家$|工作者$|青年$|能手$|标兵$|个人$|红旗手$|(?<!参与|完成)津贴$|医[师生]$|教师$|计划$|工程$|奖章$|劳模$|劳动模范$|人选$|名[医师]$|先锋$|新星$|科学家$|带头人$|精英$|百人$|导师$|老师$|院士$|称誉$|提名$|卫士$|模范$|党员$|红旗集体$|先进集体$|(?:文明|先锋|示范)[号岗]$"
)
_NO_AWARD = re.compile(
    r"^(?:(?:多次|多项|各类|以上|其中|先后|曾)*(?:荣?获得?)?(?:多项|各类|省部级|国家级|省级|市级|厅局?级|校级|院级|各级)*)(?:科技|科研|教学|成果)*(?:奖励?|奖项|称号|荣誉)?$|完成人|获奖人|[一二三四五六七八九十\d]+[余多]?[项次]"
)
_FIELD = re.compile(r"[，,；;。：:\t|]")
_BRACKET = re.compile(r"[（(](?P<inner>[^（）()]{1,40})[)）]")
_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_SOMEBODY = rf"(?:[{HAN}]{{2,4}}?|[{HAN}]{{1,6}}·[{HAN}]{{1,8}}|[A-Z][A-Za-z\-]*\.?(?:\s[A-Z][A-Za-z\-]*\.?){{1,2}})"
_NO_WORK = re.compile(
    r"颁[发给]|授予|评选|主办|(?:国家|[省市厅局校院部])级|证书|编号|集体|团体|团队|个人|共\d|[完获]成?奖?[人者]|主要|[院校]长|[名位届]$|^第?\d|合作|指导|论文|推荐|提名"
)
"""What a bracket behind an award says of the award, or of who has it, rather than of the work."""
_SENTENCE = re.compile(rf"立项|资助|现任|[担兼]任|发表[于在了]?|申报的?|培养|^[^{HAN}A-Za-z]+$|[《“].*[”》]")
"""What is told in a sentence that a page sets among its awards: 申报的“…”获…立项."""
_QUOTES = '“”"《》「」『』 '
_QUOTED = re.compile(r"[“《「](?P<inner>[^“”《》「」]{4,80})[”》」](?:项目|成果|课题)?(?P<rest>.*)$")
_TITLED = re.compile(r"“(?P<inner>[^“”]{3,24})”(?:的)?(?:荣誉)?称号")
_GIVES_ITSELF = re.compile("奖$|竞赛$|大赛$|比赛$|评选$")
"""What a grade may stand behind without 奖 between."""
_SHORTEST_WORK, _GRADED = 6, 3
_AWARD_IN = re.compile(rf"[{HAN}A-Za-z“”·（）()\-]{{2,40}}奖(?![励学章项])")


_COMPLETERS = re.compile(
    r"(?P<rest>其余|其他|另外|合作|共同)?(?:主要|项目|合作)*(?:完成人|获奖人|完成者)(?:还有|包括|依次为|分别为|[为有是])?\s*[:：]?\s*"
    rf"(?P<names>{_SOMEBODY}(?:\s*[、，,]\s*{_SOMEBODY})*)\s*等?(?=[）)；;。\s]|$)"
)
"""Who completed the work, noted beside the award: （其余完成人：李四、王五）."""
_NOT_GIVEN = re.compile(r"未(?:获|授|被授予)|[（(](?:拟?(?:提名|推荐|申报)|入围|初评|公示|待)[^（）()奖]*[)）]")
"""某学会科学技术奖（提名，未授奖）: what was asked for and not given."""
_OF_STUDENT = re.compile(
    r"(?:(?:19|20)\d\d(?:年度?|[./]\d{1,2})?\s*[，,：:]?\s*)?(?:作为[^，。]{2,8}[，,])?(?:指导|带教|培养|协助指导)的?(?:[^，。；]{0,8}?)(?:[博硕本][士科]?生|研究生|学生|博士后|学员)(?!导师)"
)
"""What a person's student won: 指导的博士生李四获…奖."""


_BORNE = re.compile(
    r"\W{0,3}(?:曾|先后|荣)*(?:荣?获得?)?(?P<awards>[^。；;，,获]{4,60}?(?:奖|奖章|称号))(?:获得者|得主|获奖者|获奖人|得奖者)[。；;]?\s*"
)
"""A line of awards and nothing else, of which somebody is the bearer."""
_APART = re.compile("[；;]|[，,](?=(?:同|当)年)")
_SAME_YEAR = re.compile(r"\s*[同当]年")
_IN_ROW = re.compile("、(?![^（(]*[)）])")
"""甲奖章|、乙劳动模范: awards and nothing else; what brackets hold is parted by others."""
_LONGEST_IN_ROW = 24


@dataclass(slots=True)
class _Item:
    award: str = ""
    grade: str = ""
    work: str = ""
    year: int | None = None
    rank: int | None = None


def read(sitter: Sitter, line: View) -> Iterator[Assertion]:
    """RECEIVED of each award of a line; with its work, RECEIVED of that and PARTICIPATED_IN of those who completed it too."""
    view, year = chinese_marks(line), None
    for start, end in _items(view.text):
        words = View(view.text[start:end], view.offsets[start:end])
        if words.text.strip():
            item = _read(words.text, sitter.who.name)
            item.year = year if _SAME_YEAR.match(words.text) else item.year
            year = item.year
            yield from _honour(sitter, words, item)


def borne(sitter: Sitter, line: View) -> Iterator[Assertion]:
    """RECEIVED of each award of a line of a card that says whose they are: 2031年某省影像读片大赛一等奖|获得者."""
    told = _BORNE.fullmatch(line.text)
    if told is not None:
        yield from read(sitter, View(told["awards"], line.offsets[told.start("awards") : told.end("awards")]))


def _items(text: str) -> Iterator[tuple[int, int]]:
    """The items of a line: by semicolons, each with a year or an award of its own; those of a row of awards; else the line."""
    whole: list[tuple[int, int]] = []
    for marks in (_APART, _IN_ROW):
        cuts = [0, *(mark.end() for mark in marks.finditer(text)), len(text)]
        parts = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
        if len(parts) > 1 and all(_is_item(text[a:b], marks) for a, b in parts):
            whole = parts
            break
    yield from whole or [(0, len(text))]


def _is_item(words: str, marks: re.Pattern[str]) -> bool:
    bare = _BRACKET.sub("", words).strip(" 、。，,；;“”")
    if marks is _IN_ROW or (len(bare) <= _LONGEST_IN_ROW and _AWARD_END.search(bare)):
        return len(bare) <= _LONGEST_IN_ROW and _AWARD_END.search(bare) is not None
    return _AWARD_IN.search(words) is not None or (_YEAR.search(words) is not None and not _only_year(words))


def _only_year(words: str) -> bool:
    return not re.search(rf"[{HAN}]{{3}}", _YEAR.sub("", words))


def _honour(sitter: Sitter, view: View, item: _Item) -> Iterator[Assertion]:
    if not item.award or _NOT_GIVEN.search(view.text) or _OF_STUDENT.match(_NUMBERING.sub("", view.text)):
        return
    speaker = sitter.at(view, 0, len(view.text.rstrip()), OWN_HONOUR)
    award = EntityRef(label="Award", name=item.award)
    of_person = sitter.who.label == "Person"
    if of_person or not item.work:
        yield speaker.fact(sitter.who, "RECEIVED", award, year=item.year, grade=item.grade, rank=item.rank)
    if item.work and not of_person:
        work = EntityRef(label="Achievement", name=item.work)
        yield speaker.fact(work, "RECEIVED", award, year=item.year, grade=item.grade)
    elif item.work:
        work = EntityRef(label="Achievement", name=item.work)
        yield speaker.fact(work, "RECEIVED", award, year=item.year, grade=item.grade)
        yield speaker.fact(sitter.who, "PARTICIPATED_IN", work, rank=item.rank)
        for name, rank in _completers(view.text, sitter.who.name):
            yield speaker.fact(EntityRef(label="Person", name=name), "PARTICIPATED_IN", work, rank=rank)


def _completers(text: str, hero: str) -> Iterator[tuple[str, int | None]]:
    """The others whom a line names as completers, each with the place among all where it names all, the person too."""
    told = _COMPLETERS.search(text)
    names = [heal_name(one) for one in re.split("[、，,]", told["names"])] if told is not None else []
    if told is None or not all(could_be_person(name) or name.isascii() for name in names):
        return
    whole = told["rest"] is None and hero in names
    yield from ((name, at if whole else None) for at, name in enumerate(names, 1) if name != hero)


def _read(text: str, hero: str) -> _Item:
    item = _Item(work=_noted_work(text))
    text = _NUMBERING.sub("", text)
    ranks = [match for match in _RANK.finditer(text) if not _of_another(text, match.start(), hero)]
    if ranks:
        found = number(next(group for group in ranks[0].groups() if group))
        item.rank = int(found) if found else None
    text = _RANK.sub(lambda match: " " * len(match.group()), text)
    if (year := _YEAR.search(text)) is not None:
        item.year = int(year["year"])
    if (grade := _GRADE.search(text)) is not None:
        item.grade = grade.group()
    for words in _fields(text):
        _take(item, words, hero)
    return item


def _noted_work(text: str) -> str:
    """The work that a bracket right behind a grade tells, or one that tells its rank too: 一等奖（某某研究，排名2/5）."""
    for note in _BRACKET.finditer(text):
        parts = [part.strip() for part in re.split("[，,；;]", note["inner"]) if part.strip()]
        told = [part for part in parts if not _RANK.search(part)]
        sure = len(told) < len(parts) or _GRADE.search(text[: note.start()].rstrip()[-_GRADED:])
        if sure and len(told) == 1 and _is_work(told[0].strip(_QUOTES)):
            return _work(told[0])
    return ""


def _is_work(words: str) -> bool:
    named = organization_kind(words) is not None or _AWARD_END.search(words) is not None
    return len(words) >= _SHORTEST_WORK and not named and not _NO_WORK.search(words)


def _of_another(text: str, at: int, hero: str) -> bool:
    """Whether a place in brackets stands behind another's name: 李四(1/5)，张三(2/5)."""
    before = re.search(rf"(?P<name>[{HAN}]{{2,4}})\s*[（(]\s*$", text[:at])
    return before is not None and hero in text and not before["name"].endswith(hero)


def _fields(text: str) -> Iterator[str]:
    """The stretches between marks; those in quotation marks are whole, and brackets that hold no award are left out."""
    text = _BRACKET.sub(lambda note: note.group() if _is_field(note["inner"]) else "，", text)
    depth, start = 0, 0
    for at, char in enumerate(text + "，"):
        depth += (char in "“《「") - (char in "”》」")
        if depth <= 0 and (_FIELD.match(char) or (char == " " and _parts_at(text, at))):
            if text[start:at].strip():
                yield text[start:at].strip()
            start = at + 1


def _is_field(inner: str) -> bool:
    return bool(_AWARD_END.search(inner))


def _parts_at(text: str, at: int) -> bool:
    return bool(re.search(rf"[{HAN}”》年\d]\s*$", text[:at]) and re.match(rf"[{HAN}“《\d]", text[at + 1 :]))


def _take(item: _Item, words: str, hero: str) -> None:
    bare = _SAME_YEAR.sub("", _YEAR.sub("", words, count=1)).strip(" ，年")
    bare = _VERB.sub(
        "", re.sub(rf"^(?:{re.escape(hero)}|[他她其]|先生|该同志|本人)(?:{TITLE_WORDS}|医生|主任|同志|先生)?", "", bare)
    )
    quoted = _QUOTED.match(bare)
    if quoted is not None and (quoted["rest"] or not _AWARD_END.search(quoted["inner"])):
        item.work = item.work or _work(quoted["inner"])
        bare = _VERB.sub("", quoted["rest"].strip())
    titled = _TITLED.search(bare)
    bare = titled["inner"] if titled is not None else bare
    name = _VERB.sub("", heal_name(_YEAR.sub("", bare).strip(" ，、《》「」")))
    if name.count("“") != name.count("”") or (name.startswith("“") and name.endswith("”")):
        name = name.strip("“”")
    name = _GRADE_NOTED.sub("", name)
    grade = _GRADE.search(name)
    if grade is not None and grade.end() == len(name):
        front = name[: grade.start()].rstrip(" ·")
        name = front + ("奖" if front and not _GIVES_ITSELF.search(front) else "")
    if not name or name == hero or _BLANK.fullmatch(name) or _NO_AWARD.search(name):
        return
    if (
        _AWARD_END.search(name.rstrip("”")) or (grade is not None and _GIVES_ITSELF.search(name)) or titled is not None
    ) and not item.award:
        item.award = name
    elif (
        len(name) >= _SHORTEST_WORK
        and not item.work
        and not (_AWARD_END.search(name) or _SENTENCE.search(name) or _is_names(name, hero))
    ):
        item.work = _work(name)


def _work(words: str) -> str:
    return heal_name(words.strip(_QUOTES))


def _is_names(words: str, hero: str) -> bool:
    return hero in words or bool(re.fullmatch(rf"{_NAME.pattern}(?:[、\s]{_NAME.pattern})+", words))
