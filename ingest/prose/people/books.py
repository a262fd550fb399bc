"""Books, guidelines and consensus papers that somebody is said to have edited or helped to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.mentions import Mention
from ingest.prose.about import about
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from, people_up_to
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["read"]

WROTE = Rule("wrote_book")
"""张三主编《某某诊断学》，参编《甲》《乙》等3部; 执笔《某某专家共识》."""

_ROLE = (
    r"(?:(?:共同|联合|执行|总|副)*(?:主编|主译|主审)|参编|编著|[合译]?著有|[译编]有(?=《)|译著(?=有|《)|出版了?(?:专著|著作|教材)|合编|合著|编写|编译|参译|执笔"
    r"|(?:牵头|主持)?(?:制[定订]|起草|编写|撰写))"
)
_VERB = re.compile(
    rf"(?:(?:作为|以)(?:第一|主要|共同|首席|牵头)*(?:执笔人|执笔专家|起草人|作者|编者|负责人|专家)(?:身份)?，?|担任|作为|任)?(?:先后|曾|还)*(?P<also>参与|参加)?(?P<roles>{_ROLE}(?:[及与和、/或并]+{_ROLE})*)(?:了|并?出版(?:了)?|完成(?:了)?)?"
    r"(?P<what>(?:[^《》。；“”（）()]|[（(][^（）()]*[)）]){0,24}?)(?=《)"
)
_BOOK = re.compile(
    r"[《](?P<name>[^《》]{3,60}(?:《[^《》]{2,30}》[^《》]{0,20})?)[》](?!\s*(?:杂志|期刊|学报|[（(][^（）()]{0,6}[)）]?(?:杂志|期刊)))"
)
_LINK = re.compile(r"(?:\s*[（(][^（）()]{1,40}[)）])?(?:第[一二三四五六七八九十\d]+版)?\s*(?:[、，,和及与]|以及)?\s*(?=《)")
_JOURNAL = re.compile(r"(?:杂志|学报|期刊|通讯|文摘|Journal)$")
_NOT_WRITTEN = re.compile("^[、，,]|编委|审稿|发表|刊|论文|文章|杂志|期刊|条例|通知|获|根据|按照|依据")
_OFFICE = re.compile(
    r"(?:教授|研究员|主任医师|主任|院长|等)*(?:分别|共同|联合)?(?:担任|任|为|出任)(?P<role>(?:共同|联合|执行|总|副)*(?:主编|主译|主审))"
    r"(?=[，。；、]|$)"
)
_HIS = re.compile(
    r"(?:教授|研究员|主任|院士|先生)*(?:的|[^，。；《》]{0,12}(?:写出|写成|撰写|编写|著|出版)(?:了|的|出版)*(?:[\d一二三四五六七八九十百]+[余多]?万[余多]?字的?)?)$"
)
_HIS_BOOK = re.compile("(?:教授|研究员|主任|院士|先生|主任医师)*的(?:学术)?(?:专著|著作|译著|新书|新著|代表作|处女作)$")
_IS_OF = re.compile(
    r"(?:[是为系任]|担任|出任)(?=《)(?P<row>(?:《[^《》]{3,60}》(?:[、和及与]|以及)?)+)的?(?:第一|共同)?(?P<role>(?:共同|执行|总|副)*(?:主编|主译|主审)|编委|参编者|作者|编者)"
    r"(?:之一)?(?=[，。；、]|$)"
)
"""张三是|《某某学》的主编."""
_AS_EDITOR = re.compile(
    r"作为(?:该书)?(?P<role>(?:共同|执行|总|副)*(?:主编|主译|主审))，(?P<who>[^，。；]{2,30}?)(?:(?:历时|用时|耗时|花了?)[^，。；]{1,8})?(?:最终|终于)?(?:编写)?(?:完成|推出|编成|写成|出版)了(?=《)"
)
"""作为主编，张三历时五年完成了|《某某学》."""
_TOGETHER = re.compile("合|共同|联合")
_PRINTED = re.compile(
    r"(?:一书|专著|教材)?(?:正式|首次|成功)?(?:出版|问世|付梓|再版)|(?:一书|专著)?(?:[（(][^（）()]*[)）])?(?:成[为了]|是|作为)[^，。；]{0,24}(?:专著|教材|著作|工具书|教科书|参考书)"
)
"""张三的《某某学》|出版; 张三写出的《某某学》|是第一本工具书."""
_EDITION = r"\s*(?:一书)?(?:第[一二三四五六七八九十\d]+版)?"
_OUT = r"(?:(?:已|也|将|现|于?近日|日前|正式|即将|由[^，。；、《》]{2,16}?)*(?:出版|问世|面世|付梓|发布|颁布)(?:发行)?)?"
_NOTED_BY = re.compile(rf"{_EDITION}{_OUT}[（(]")
"""《某某学》第2版出版|（张三、李四主编）: who edited it in brackets."""
_BY = re.compile(
    rf"{_EDITION}(?:[（(][^（）()]*[)）])?{_EDITION}{_OUT}(?:[，,]?由|[，,](?:该|此|本|全)(?:书|专著|教材|图书|手册|图谱)由?|(?:[，,]))?"
)
_THAT = re.compile(
    r"(?:^|[，,。；;])(?:而)?(?:该|此|这[部本份一])(?P<noun>书|专著|教材|图书|手册|图谱|指南|共识|规范|标准)(?:是|系)?由"
)
"""本共识是对《某规范》的补充|，该规范由张三主编."""
_EDITED = re.compile(
    r"(?:教授|研究员|主任医师|主任|院长|院士|等)*(?:分别|共同|联合|牵头|主持|负责)*(?:担任|任)?"
    r"(?P<role>(?:执行|总|副)*(?:主编|主译|主审)|编著|合著|著|编写|撰写|执笔(?:人|完成|撰写)?)(?=[，。；、的）)]|$)"
)
_OFFICE_OF = re.compile(r"[，,；;、]?\s*(?P<role>(?:执行|总|副)*(?:主编|主译|主审))(?:分别)?\s*(?:[为是]|[:：])?\s*")
"""，副主编为张三、李四: who else edited the book."""
_PENNED = re.compile(r"(?:[，,；;]\s*|(?<=》)的?)(?:主要)?(?P<role>执笔)(?:人|者|专家)?\s*(?:[为是]|[:：])\s*")
_WRITER = re.compile(
    r"(?:(?<=[为是任])第一)?(?P<role>执笔|主编)(?:(?P<label>(?:人|者|专家|作者)?\s*(?:[:：]|为(?!主)))|(?P<closes>(?:人|者|专家|完成|撰写)?(?=[，。；、）)]|$)))"
)
"""执笔：张三、李四; 王五教授|执笔，发表于…: beside a guideline that the sentence names alone."""
_CORRESPONDS = re.compile(r"(?:[，,；;]\s*|(?<=》)的?)(?:共同)?通[讯信]作者\s*(?:[为是]|[:：])\s*")
_BY_THEM = re.compile(r"(?:教授|研究员|主任医师|主任|院长|院士|等)*(?:共同|联合|分别|牵头|担任|任|为|是)*")
_PUBLISHED = re.compile(
    r"[，,、]?(?:并|由)*[^，。；、《》]{2,16}?(?:正式|首次|隆重|联合)*(?:出版|发行|推出)+的?(?:专著|新书|教材|图书)?$"
)
"""由张三主编|，某某出版社出版的|《某某学》."""
_WRITTEN = re.compile("(?:共识|指南|规范|标准|建议|意见)(?:[（(][^（）()]*[)）])?$")
"""《某某指南》由某学组制订，执笔：张三、李四."""
_JOINED = re.compile(r"(?:教授|研究员|主任医师|主任|院长)*(?:[、和与及]|以及)")
_SHARED = "参编"
_TELLING = re.compile("(?:共同|联合|执行|总|副)*(?:主编|主译|主审)|参编|执笔")
_BOOK_BEFORE = re.compile("》(?:[、，]|和|与|及|以及)$")
"""《甲学》和|《乙学》出版，张三任主编."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AUTHORED of each book of a row, by the person whom the clause is about; the role where the verb tells one."""
    if "《" not in scene.text:
        return
    yield from _of_the_one(scene, reading)
    yield from _took_office(scene, reading)
    yield from _is_editor(scene, reading)
    for named in _BOOK.finditer(scene.text):
        yield from _edited_by(scene, reading, named)
        yield from _his(scene, reading, named)
    for verb in _VERB.finditer(scene.text):
        if row := _by_them(scene, verb):
            for book in _books(scene, verb.end()):
                yield from _authored(
                    scene, reading, row, EntityRef(label="Guideline", name=heal_name(book["name"])), _role(verb)
                )
            continue
        who = about(scene, reading, verb.start()) if not _NOT_WRITTEN.search(verb["what"]) else None
        if who is None:
            continue
        for book in _books(scene, verb.end()):
            where = scene.sentence.view.span(verb.start(), book.end())
            work = EntityRef(label="Guideline", name=heal_name(book["name"]))
            yield reading.fact(WROTE, who, "AUTHORED", work, where, role=_role(verb))


def _of_the_one(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """Of the one guideline that a sentence names, who wrote it, told by a label or before the verb."""
    books = [one for one in _BOOK.finditer(scene.text) if not _JOURNAL.search(one["name"])]
    told = len(books) == 1 and _WRITTEN.search(books[0]["name"]) is not None
    if not told or _PENNED.search(scene.text, books[0].end()):
        return
    work = EntityRef(label="Guideline", name=heal_name(books[0]["name"]))
    for label in _WRITER.finditer(scene.text):
        if label["label"]:
            row = people_from(scene, label.end())
        else:
            before = [one for one in scene.of("Person") if one.end <= label.start()]
            stands = before and _BY_THEM.fullmatch(scene.text, before[-1].end, label.start())
            row = list(_row(scene, before)) if stands and label["closes"] is not None else []
        yield from _authored(scene, reading, row, work, label["role"])


def _is_editor(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三是《某某学》的主编; 作为主编，李四完成了《某某图谱》."""
    for held in _IS_OF.finditer(scene.text):
        who = about(scene, reading, held.start())
        for book in _BOOK.finditer(held["row"]) if who is not None else ():
            work = EntityRef(label="Guideline", name=heal_name(book["name"]))
            if who is not None and not _JOURNAL.search(work.name):
                where = scene.sentence.view.span(*held.span())
                yield reading.fact(WROTE, who, "AUTHORED", work, where, role=held["role"])
    for made in _AS_EDITOR.finditer(scene.text):
        row = scene.within(*made.span("who"), "Person")
        for book in _books(scene, made.end()):
            yield from _authored(scene, reading, row, EntityRef(label="Guideline", name=heal_name(book["name"])), made["role"])


def _books(scene: Scene, at: int) -> Iterator[re.Match[str]]:
    """The books of the row that begins here, journals left out."""
    book = _BOOK.match(scene.text, at)
    while book is not None:
        if not _JOURNAL.search(book["name"]):
            yield book
        link = _LINK.match(scene.text, book.end())
        book = _BOOK.match(scene.text, link.end()) if link is not None else None


def _by_them(scene: Scene, verb: re.Match[str]) -> list[Mention]:
    """由甲医院张三、李四|主编，某某出版社出版的《某某学》: those whom 由 leads in."""
    by = scene.text.rfind("由", 0, verb.start())
    said = str(verb["what"])
    fits = by >= 0 and (_PUBLISHED.fullmatch(said) or not _NOT_WRITTEN.search(said))
    row = people_from(scene, by + 1) if fits else []
    if not row and _TOGETHER.match(verb["roles"]) and (several := people_up_to(scene, verb.start("roles"))):
        return several if len(several) > 1 and not _NOT_WRITTEN.search(said) else []
    return row if row and _BY_THEM.fullmatch(scene.text, row[-1].end, verb.start("roles")) else []


def _took_office(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """…编写了《某某手册》，张三任主编，李四、王五任副主编: of the one book that the sentence names before them."""
    books = [one for one in _BOOK.finditer(scene.text) if not _JOURNAL.search(one["name"])]
    people = scene.of("Person")
    for place, last in enumerate(people) if len(books) == 1 else ():
        office = _OFFICE.match(scene.text, last.end)
        if office is None or last.start < books[0].end():
            continue
        work = EntityRef(label="Guideline", name=heal_name(books[0]["name"]))
        for one in _row(scene, people[: place + 1]):
            where = scene.sentence.view.span(one.start, office.end())
            yield reading.fact(WROTE, reading.person(one.name), "AUTHORED", work, where, role=office["role"])


def _edited_by(scene: Scene, reading: Reading, book: re.Match[str]) -> Iterator[Assertion]:
    """《某某学》由甲医院张三、李四主编，副主编为王五; 《某某学》主编张三; of the last of several books nobody is told."""
    if _JOURNAL.search(book["name"]) or _BOOK_BEFORE.search(scene.text, 0, book.start()):
        return
    work = EntityRef(label="Guideline", name=heal_name(book["name"]))
    at, row, edited = _editors(scene, book)
    if edited is not None:
        told = _TELLING.match(edited["role"])
        role = told.group() if told is not None else ""
        yield from _authored(scene, reading, row, work, role)
        at = edited.end()
    penned = _PENNED.search(scene.text, at)
    if penned is not None and _WRITTEN.search(book["name"]) and "《" not in scene.text[at : penned.start()]:
        yield from _authored(scene, reading, people_from(scene, penned.end()), work, penned["role"])
    corresponds = _CORRESPONDS.search(scene.text, book.end())
    if corresponds is not None and _WRITTEN.search(book["name"]) and "《" not in scene.text[book.end() : corresponds.start()]:
        for one in people_from(scene, corresponds.end()):
            where = scene.sentence.view.span(one.start, one.end)
            yield reading.fact(WROTE, reading.person(one.name), "AUTHORED", work, where, corresponding=True)
    while (office := _OFFICE_OF.match(scene.text, at)) is not None and (row := people_from(scene, office.end())):
        yield from _authored(scene, reading, row, work, office["role"])
        at = row[-1].end


def _editors(scene: Scene, book: re.Match[str]) -> tuple[int, list[Mention], re.Match[str] | None]:
    """Those who edited a book, told behind it or in its brackets, and what says so; else where its offices may stand."""
    noted, by, that = _NOTED_BY.match(scene.text, book.end()), _BY.match(scene.text, book.end()), _that(scene, book)
    found = [one.end() for one in (noted, by, that) if one is not None]
    for at in found:
        row = people_from(scene, at)
        edited = _EDITED.match(scene.text, row[-1].end) if row else None
        if edited is not None:
            return at, row, edited
    return next((at for at in found if _OFFICE_OF.match(scene.text, at)), book.end()), [], None


def _that(scene: Scene, book: re.Match[str]) -> re.Match[str] | None:
    """《甲规范》…，该规范由|: where the sentence goes on to tell of the book that it named last."""
    that = _THAT.search(scene.text, book.end())
    named = that is not None and "《" not in scene.text[book.end() : that.start()]
    return (
        that
        if that is not None and named and (that["noun"] in str(book["name"]) or not _WRITTEN.search(that["noun"]))
        else None
    )


def _his(scene: Scene, reading: Reading, book: re.Match[str]) -> Iterator[Assertion]:
    """张三的《某某学》出版, 她写出的《某某学》是第一本工具书: the book of the person whom the clause opens with."""
    if _JOURNAL.search(book["name"]):
        return
    printed = _PRINTED.match(scene.text, book.end()) is not None
    before = [one for one in scene.of("Person") if one.end <= book.start()]
    his = before and (_HIS if printed else _HIS_BOOK).fullmatch(scene.text, before[-1].end, book.start())
    if his and about(scene, reading, before[-1].end) is not None:
        yield from _authored(scene, reading, before[-1:], EntityRef(label="Guideline", name=heal_name(book["name"])), "")


def _authored(scene: Scene, reading: Reading, row: Sequence[Mention], work: EntityRef, role: str) -> Iterator[Assertion]:
    for one in row:
        where = scene.sentence.view.span(one.start, one.end)
        yield reading.fact(WROTE, reading.person(one.name), "AUTHORED", work, where, role=role)


def _row(scene: Scene, people: Sequence[Mention]) -> Iterator[Mention]:
    """The last of the people, and those whom a row joins to it."""
    for place in range(len(people) - 1, -1, -1):
        yield people[place]
        if place == 0 or not _JOINED.fullmatch(scene.text, people[place - 1].end, people[place].start):
            return


def _role(verb: re.Match[str]) -> str:
    """The role of one that edited (主编, 副主编, 主译); who took part in writing has 参编."""
    roles = str(verb["roles"])
    return _SHARED if verb["also"] else roles if _TELLING.fullmatch(roles) else ""
