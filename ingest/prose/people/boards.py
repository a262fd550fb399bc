"""Boards of journals and societies known by their letters: 《某某杂志》编委, 某刊副主编张三, IEEE高级会员."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.prose.about import about
from ingest.prose.clauses import clause_end
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["is_journal", "read"]

ON_BOARD = Rule("sits_on_board")
"""张三任《甲杂志》《乙学报》等期刊编委; 《甲杂志》主编李四."""
BY_LETTERS = Rule("member_by_letters")
"""IEEE高级会员, SPIE Fellow."""

_RANK = "(?:常务|执行|青年|通[讯信]|特邀|特约|名誉|荣誉|共同|联合|客座|资深|高级|海外|国际|区域|学科|栏目|创刊|副|总)*"
_ROLE = (
    rf"{_RANK}(?:编委会(?:(?:名誉|执行)*副?主任(?:委员)?|顾问|委员|成员)|编辑委员会(?:副?主任)?委员"
    "|编委(?!会)|主编|总编辑|总编(?!辑)|编辑(?=[，。；、,;（(]|$))"
)
_BETWEEN = (
    r"(?:等\s*[\d一二三四五六七八九十数多余几两]*\s*[家种本个份]?)?(?:国内外|国际|国家级|SCI|EI|核心|学术|专业|知名|权威|著名|中文|英文|多[家种本])*"
    r"(?P<said>杂志社?|期刊|学报|刊物)?(?:在[^，。；、]{1,6}的|的)?(?:首[位任届批]|唯一|新一届|本届|第[一二三四五六七八九十\d]+届|编委会(?=副?总?[主编]))*"
)
_NAMED = r"《[^《》]{2,70}》"
_ROW = re.compile(
    rf"(?P<row>{_NAMED}(?:[（(][^（）()]{{1,20}}[)）])?(?:(?:[、，,和与及]|以及)?{_NAMED}(?:[（(][^（）()]{{1,20}}[)）])?)*){_BETWEEN}(?P<role>{_ROLE})"
)
_IN_LETTERS = re.compile(
    r"(?<![A-Za-z《“])(?P<row>[A-Z][A-Za-z]+(?:(?: (?:of|in|and|the|on|for|&) | )[A-Z][A-Za-z]*){0,9})\s?"
    rf"(?P<said>杂志|期刊)?(?P<role>{_RANK}(?:编委(?!会)|副主编|共同主编|副编辑|客座编辑|客座主编))"
)
_FOUNDED = re.compile(rf"创办了?(?P<row>{_NAMED})(?P<said>)，(?:并|后|先后)*(?:担任|任|出任)(?P<role>{_ROLE})")
_OF_BOARD = re.compile(rf"{_NAMED}(?:杂志|期刊)?[^《》。；，]{{0,10}}(?:编委会|编辑委员会)")
_SEAT = re.compile(rf"(?:[，；、：:]|由)(?P<role>{_RANK}(?:主编|总编辑?|编委(?!会)))(?:分别)?(?:[为是由]|[:：])?")
_NAME = re.compile("《(?P<name>[^《》]+)》")
_HAN = re.compile(f"[{HAN}]")
_PERIODICAL = re.compile(
    "(?:杂志|学报|期刊|汇刊|通报|通讯|导报|学刊|会刊|进展|文摘|月刊|季刊|(?:19|20)?年鉴)(?:[（(][^（）()]+[)）])?$|"
    "Journal|Transactions|Letters|Review|Annals|Archives|Frontiers|Bulletin|Proceedings|Reports?",
)
_OF_NATION = re.compile("(?:中国|中华|国际|世界|亚太|全国)")
_BOOK = re.compile(
    "(?:诊断学|治疗学|图谱|手册|指南|共识|规范|教材|教程|丛书|全书|百科|大典|[词辞]典|概论|基础|原理|精要|案例|病例|解读)"
)
_EDITS = re.compile("主编|副主编")
_OF_BOOKS = re.compile(r"参编|编写|编著|出版|教材|专著|著作|一书|全书")
_BEHIND = re.compile("的?")
_SOCIETY = re.compile(
    r"(?<![A-Za-z\d-])(?P<body>(?!VIP|APP|KOL|PET|MRI|CT|AI)[A-Z]{3,8}(?: [A-Z]{2,8})?(?:学会|协会)?)\s?"
    r"(?P<role>(?:当选)?(?:终身|高级|资深|正式|荣誉|杰出|学生)?(?:会员|会士)"
    r"|(?:Senior |Life |Associate )?(?:Member|Fellow)(?![A-Za-z]))"
)


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """EDITS of who sits on a journal's board, and MEMBER_OF societies that go by letters."""
    if "编" in scene.text:
        for pattern in (_ROW, _IN_LETTERS, _FOUNDED):
            for told in pattern.finditer(scene.text):
                yield from _on_board(scene, reading, told)
        yield from _of_board(scene, reading)
    if "会员" in scene.text or "会士" in scene.text or "Fellow" in scene.text or "Member" in scene.text:
        for told in _SOCIETY.finditer(scene.text):
            who = _who(scene, reading, told)
            if who is not None:
                where = scene.sentence.view.span(*told.span())
                body = EntityRef(label="Organization", name=told["body"])
                yield reading.fact(BY_LETTERS, who, "MEMBER_OF", body, where, role=(told["role"].removeprefix("当选"),))


def _on_board(scene: Scene, reading: Reading, told: re.Match[str]) -> Iterator[Assertion]:
    names = [one["name"] for one in _NAME.finditer(told["row"])] or [told["row"]]
    who = _who(scene, reading, told) if _are_journals(scene, told, names) else None
    for name in names if who is not None else ():
        journal = EntityRef(label="Journal", name=heal_name(name))
        where = scene.sentence.view.span(*told.span())
        role = told["role"].removeprefix("编委会") or told["role"]
        if who is not None:
            yield reading.fact(ON_BOARD, who, "EDITS", journal, where, role=(role,))


def _of_board(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """《甲杂志》新一届编委会成立，总编辑张三，副总编辑李四、王五: the board of the one journal that the sentence names."""
    board = _OF_BOARD.search(scene.text)
    names = [one["name"] for one in _NAME.finditer(scene.text)]
    if board is None or len(names) != 1 or not is_journal(names[0]):
        return
    journal = EntityRef(label="Journal", name=heal_name(names[0]))
    for seat in _SEAT.finditer(scene.text, board.end()):
        end = clause_end(scene.text, seat.end())
        for one in people_from(scene, seat.end()):
            if one.end > end:  # ，编辑部主任|赵六
                break
            where = scene.sentence.view.span(seat.start("role"), one.end)
            yield reading.fact(ON_BOARD, reading.person(one.name), "EDITS", journal, where, role=(seat["role"],))


def _are_journals(scene: Scene, told: re.Match[str], names: list[str]) -> bool:
    """Whether titles are those of journals: one says so, or the words behind; a book has editors too."""
    if told["said"] or any(map(is_journal, names)):
        return True
    if _EDITS.search(told["role"]) or _OF_BOOKS.search(scene.text):
        return all(not _HAN.search(name) for name in names) and not _OF_BOOKS.search(scene.text)
    return all(not _HAN.search(name) or (_OF_NATION.match(name) or not _BOOK.search(name)) for name in names)


def is_journal(name: str) -> bool:
    """Whether a title says that it is a journal's.

    >>> is_journal("某某影像学杂志"), is_journal("某某影像诊断学")
    (True, False)
    """
    return _PERIODICAL.search(name) is not None


def _who(scene: Scene, reading: Reading, told: re.Match[str]) -> EntityRef | None:
    """The person behind the office (《甲杂志》主编|张三), else whom the clause is about."""
    behind = _BEHIND.match(scene.text, told.end())
    person = scene.starting_at(behind.end() if behind is not None else told.end(), "Person")
    return reading.person(person.name) if person is not None else about(scene, reading, told.start())
