"""Whom a page presents: the person whose own page it is, or each of those whom it presents one after another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.base import once
from ingest.layout import View
from ingest.lexicon import could_be_person, is_person, is_position, is_title, organization_kind
from ingest.name_before import LATIN
from ingest.portraits.house import department_of
from ingest.portraits.labels import ENDS, NUMBERING, label_of, labelled
from ingest.portraits.lines import NAME, POST, TITLE_WORDS, Line, page_lines
from ingest.tables import sheets
from kg.model import Document, Span
from kg.text import HAN, heal_name

__all__ = ["OPENER", "Part", "Portrait", "portraits"]

_LEAD = rf"(?:\W{{0,3}}|\d{{1,2}}[.、．]\s*)(?:(?P<post>{POST}|技师长|{TITLE_WORDS})\s*[:：]?\s*)?(?!由)"
_FIRST = (
    rf"(?:(?<=[，,、|｜/：:\s—\-（(])[男女](?=[，,、。；\s]|$)|[{HAN}]{{1,3}}族[，,]|(?!中国|本地|外国)[{HAN}]{{2,10}}(?<![头责表明办伙始承领持辑系])人(?=[，,。])|(?:19|20)\d\d年|(?:医学|理学|工学)?(?:博士|硕士)(?=[，,、。；\s]|$)"
    rf"|(?:特聘|客座|二级|三级|一级|资深)*{TITLE_WORDS}|{POST}(?=[，,、。；（()）\s]|$)|(?<=[\s，,：:])(?:擅长|专长|主攻|专业特长))"
)
OPENER = re.compile(
    rf"{_LEAD}(?P<name>{NAME})(?<![副在于自从])(?:\s*[（(](?:[男女]|(?:19|20)\d\d|[A-Z])[^（）()]{{0,24}}[)）])?(?P<gap>[，,、|｜/：:\s—\-（(]*)(?P<first>{_FIRST})"
)
_OF_SOCIETY = re.compile(rf"[{HAN}]{{0,4}}(?:协会|学会|分会|联盟)")
_ALONE = re.compile(rf"{_LEAD}(?P<name>{NAME})\s*")
_CARD = re.compile(rf"(?:{TITLE_WORDS}|{POST}|技师长|[男女])(?=[，,、。；/|（(\s：:]|$)")
_SAID_OF_NAME = re.compile(
    rf"(?:{TITLE_WORDS}|大夫|医生|老师|院士|博士|医师|同志|先生|女士|的?个人(?:主页|简介|简历|介绍|信息)?|主页|简介|简历|介绍|生平|逝世|事迹|风采|\s)+$"
)
"""What a title says of the person behind the name."""
_LEADS_TO_NAME = re.compile("^(?:沉痛)?(?:悼念|缅怀|追忆|怀念|送别|纪念|专访|祝贺|恭喜|走近|认识)")
"""What a title says before the name: 沉痛悼念|张三教授."""
_NAMED = re.compile(NAME)
_PARTED = re.compile(r"\s*[-_|｜—–丨:：>»（(）)【】]+\s*")
_PEOPLE = re.compile(
    r"专家|医[生师]|大夫|人员|团队|师资|队伍|带头人|成员|领导|人才|导师|教授|主任|骨干|名医|科室负责人|教师|PI|人物"
)
_NOT_PEOPLE = re.compile("培养|建设(?!者)|招聘|门诊|出诊|管理$")
_CARDS = re.compile(
    r"\W*(?:\d{1,2}\W*)?(?:本期|出镜|受访|相关|科室|团队|我院|主讲|手术|作者|指导|本文|值班|坐诊)*"
    r"(?:专家|医[生师]|名医|大夫|嘉宾|主任|人物|讲者|导师|教授|受访者|作者|主刀)(?:团队)?"
    r"(?:名片|简介|介绍|卡片|档案|资料|小传|风采|链接|小档案)\W*"
)
"""What announces cards of people at the end of news: 专家名片, 【 医生名片 】, 05 | 专家简介."""
_CLOSES = re.compile(
    r"\W*(?:(?:特别|衷心|诚挚|同时|也|在此)*(?:感谢|致谢|鸣谢)|(?:[文图]字?|图文|文图|撰[稿文]|图片|摄影|供稿|来源|审[核校稿]|[一二三初复终]审|编辑|责编|校对|监制|通讯员|记者)"
    r"\s*[:：丨|｜/／]|阅读|往期|END|点击|扫码|长按|转载|声明|版权|投稿)"
)
"""What stands behind the last card: thanks, who wrote and edited, what else there is to read."""
_FEWEST_PARTS = 2
_NEAR = 5
"""How many lines of an own page may stand before the person is presented."""
_SHORT_LINE, _ABOVE_PAGE = 30, 16
"""How long a line of a menu or a path at most is, and how many of them may stand there besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a label announces, and the lines that tell it; the first is what stands behind the label on its own line."""

    kind: str
    label: str
    lines: tuple[View, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """A person whom a page presents: the words around the name, the parts that follow, and how far they reach."""

    name: str
    own: bool
    opening: View
    named: tuple[int, int]
    """Where the name stands in ``opening``."""
    span: Span
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Opens:
    """A line that presents somebody: which one, whom, and where the name stands in it."""

    at: int
    name: str
    start: int
    end: int


@once
def portraits(document: Document) -> tuple[Portrait, ...]:
    """The people whom the page presents, in order; none where it presents nobody."""
    every = tuple(_outside_rosters(document, page_lines(document)))
    hero = _hero(document, every)
    if hero is not None:
        return (_portrait(every, hero, _end_of_page(every, hero.at), own=True),)
    cards = set(_cards(every))
    found = [one for one in _openers(every) if one.at in cards or _is_listed(document, every[one.at])]
    return tuple(
        _portrait(every, one, _end(every, one, following), own=False)
        for one, following in zip(found, [*found[1:], None], strict=False)
    )


def _hero(document: Document, every: Sequence[Line]) -> _Opens | None:
    """The person whose own page it is: told by a label (姓名：) or by the title, and presented by the text too."""
    named = [one for at, line in enumerate(every) if (one := _labelled_name(at, line)) is not None]
    if named and len({one.name for one in named}) == 1 and named[0].at < _FAR:
        return None if _is_first_of_several(document, every, named[0]) else named[0]
    labels = {label for line in every if (label := _announced(line)) is not None}
    titled = set(_titled(document))
    for one in (*_openers(every), *_at_house(every, titled), *_who_leads(every)):
        told = len(labels & _PERSONAL) >= _FEWEST_PARTS or ("projects" in labels and _tells_own_part(every[one.at :]))
        if one.name in titled or (_is_near(every, one.at) and told and _alone(every, one)):
            return one
    late = _behind_posts(every)
    return late if late is not None and (labels & _PERSONAL or _DIED.search(every[late.at].text)) else None


def _tells_own_part(every: Sequence[Line]) -> bool:
    """Whether lines of a list end with what somebody is in a project (…，50万元，主持): the one whom the page presents."""
    return sum(_OWN_PART.search(line.text) is not None for line in every) >= _FEWEST_PARTS


def _is_near(every: Sequence[Line], at: int) -> bool:
    """Whether nothing much stands before a line: a few lines, or what a site puts above its pages."""
    return at < _FAR and sum(len(line.text) > _SHORT_LINE for line in every[:at]) < _NEAR and at - _NEAR < _ABOVE_PAGE


def _is_first_of_several(document: Document, every: Sequence[Line], one: _Opens) -> bool:
    """Whether the card of a department's head opens the department's page, which then presents its people."""
    return bool(department_of(document)) and any(
        other.name != one.name and _is_promised(every[other.at])
        for other in _openers(every[: _end_of_page(every, one.at)])
        if other.at > one.at
    )


def _outside_rosters(document: Document, every: Iterable[Line]) -> Iterator[Line]:
    """The lines outside tables with a row for each of several people and their houses, which are read as such."""
    rosters = sorted(
        (sheet.span.start, sheet.span.end)
        for sheet in sheets(document)
        if len(sheet.rows) > 1 and "host" in sheet.roles and any(column.header.endswith("姓名") for column in sheet.columns)
    )
    for line in every:
        place = bisect_right(rosters, (line.start, len(document.text)))
        if not place or line.start >= rosters[place - 1][1]:
            yield line


def _labelled_name(at: int, line: Line) -> _Opens | None:
    """姓名：张三: the name that a label tells."""
    found = (line.kind, 0) if line.kind else labelled(line.text)
    if found is None or found[0] != "name":
        return None
    named = re.compile(rf"(?P<name>{NAME}|{LATIN})(?=\s?[，,（(]|$|\s(?![A-Za-z]))").match(line.text, found[1])
    if named is None or not could_be_person(heal_name(named["name"])):
        return None
    return _Opens(at, heal_name(named["name"]), *named.span("name"))


_OWN_PART = re.compile(
    r"[，,、；;（(\s](?:在研|已?结题)?[，,、/]?(?:主持|参与|(?:项目|课题)?负责人|PI)[)）】\]]?[。；;.]?\s*$|^\W*(?:\d{1,2}\W+)?主持"
)
_HOUSED = re.compile(
    rf"\W{{0,3}}(?:(?:课题组|团队|项目组|实验室)?(?:负责人|带头人|组长|PI)\s*[:：]?\s*)?(?P<name>[{HAN}]{{2,3}}?)(?:{TITLE_WORDS})?"
    rf"\s*[，,：:、]?\s*(?:[系是]|现?[任为]|就职于|任职于|供职于|[，,：:])\s*[^，。；]{{4,30}}(?:{TITLE_WORDS}|{POST})(?=[，,、。；（(]|$)"
)
_INNER = re.compile(rf"(?<=[。；;])\s*(?P<label>[{HAN}]{{2,12}}?)(?:有|包括|如下)?[:：]")
_INSIDE = frozenset({"projects", "honours", "posts", "books"})
"""What a label inside a paragraph announces a list of."""
_FAR = 40
_ON_CARD = frozenset({"title", "post", "unit", "skills", "fields"})
_PERSONAL = frozenset({"education", "career", "posts", "projects", "honours", "papers", "fields", "skills", "books"})


def _alone(every: Sequence[Line], one: _Opens) -> bool:
    """Whether the page presents nobody else."""
    return not any(other.name != one.name for other in _openers(every))


def _announced(line: Line) -> str | None:
    if line.kind:
        return line.kind
    found = labelled(line.text)
    return found[0] if found is not None else label_of(line.text) if len(line.text) <= _LABEL_LINE else None


_LABEL_LINE = 40


def _titled(document: Document) -> Iterator[str]:
    """The names that the parts of the title, or of the first heading, consist of."""
    first = [one for one in document.passages[:_NEAR] if one.kind == "heading" and len(one.headings) == 1][:1]
    heads = [document.text[one.span.start : one.span.end] for one in first]
    for words in (document.title, *heads):
        for part in (words, *_PARTED.split(words)):
            named = _SAID_OF_NAME.sub("", _LEADS_TO_NAME.sub("", part.strip()))
            if _NAMED.fullmatch(named) and could_be_person(heal_name(named)):
                yield heal_name(named)


def _openers(every: Sequence[Line]) -> Iterator[_Opens]:
    """The lines that present somebody: by name and title, or by a name alone with a title below."""
    for at, line in enumerate(every):
        if (told := _labelled_name(at, line)) is not None:
            yield told
        if line.kind:
            continue
        alone = _ALONE.fullmatch(line.text)
        named = OPENER.match(line.text)
        if named is not None and _OF_SOCIETY.match(line.text, named.end()):
            named = None  # 某省|医师|协会
        named = named or (alone if alone and (_is_above_card(every, at) or _is_above_life(every, at)) else None)
        if named is None:
            continue
        name = heal_name(named["name"])
        sure = (bool(named.groupdict().get("gap")) or named.re is _ALONE) and len(name) <= _USUAL
        if (could_be_person(name) if sure else is_person(name)) and not _is_word(name):
            yield _Opens(at, name, *named.span("name"))


def _who_leads(every: Sequence[Line]) -> Iterator[_Opens]:
    """张三，甲医院放射科主任医师; 课题组负责人张三系甲医院放射科主任: above a list of projects that tells an own part."""
    for at, line in enumerate(every[:_NEAR]) if _tells_own_part(every) else ():
        told = _HOUSED.match(line.text)
        if told is not None and is_person(told["name"]) and not _is_word(told["name"]):
            yield _Opens(at, told["name"], *told.span("name"))


_DIED = re.compile("逝世|病逝|去世|辞世|与世长辞")
_LIVED = re.compile(
    rf"(?:^|[、，,]|{TITLE_WORDS}|{POST}|创始人|奠基人|[学专]家)(?P<name>[{HAN}]{{2,4}}?)(?:同志|先生|女士|教授|院士)?[，,、]"
    r"(?:因|于?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生?)"
)
"""某医院原主任、教授|张三|同志，因病…; 博士生导师|李四|，1979年生于…."""


def _behind_posts(every: Sequence[Line]) -> _Opens | None:
    """The one whom one of the first lines presents behind the posts, and goes on to tell the birth or the death of."""
    for at, line in enumerate(every[:_NEAR]):
        for told in _LIVED.finditer(line.text) if not line.kind else ():
            if is_person(told["name"]) and len(told["name"]) > 1 and not _is_word(told["name"]):
                return _Opens(at, told["name"], *told.span("name"))
    return None


_BORN = r"[（(](?:19|20)\d\d[^（）()]{0,24}[)）]"
_CALLED = f"同志|先生|女士|院士|{TITLE_WORDS}"


def _at_house(every: Sequence[Line], titled: Iterable[str]) -> Iterator[_Opens]:
    """张三：甲医院放射科主任; 甲医院放射科主任、教授张三同志: on the page that bears the name."""
    word = rf"[^，、。；：]{{0,30}}(?:{TITLE_WORDS}|{POST}|创始人|奠基人|[学专]家)"
    post = rf"[^，。；：]{{4,30}}(?:{TITLE_WORDS}|{POST})"
    for at, line in enumerate(every[:_NEAR]):
        for name in titled:
            told = re.match(rf"(?P<name>{re.escape(name)})\s*(?:{_BORN})?[：:，,]\s*{post}(?=[，,、。；（(]|$)", line.text)
            told = told or re.match(
                rf"\s*(?=[^，。；：]{{5}})(?:{word}[、，,])*{word}(?P<name>{re.escape(name)})(?={_CALLED}|[，,。；（(]|$)",
                line.text,
            )
            if told is not None:
                yield _Opens(at, name, *told.span("name"))


_USUAL = 3
"""Longer names only where grammar tells them for names."""


def _is_word(name: str) -> bool:
    return is_title(name) or is_position(name) or label_of(name) is not None or organization_kind(name) is not None


def _is_above_card(every: Sequence[Line], at: int) -> bool:
    """Whether the line below tells a title or opens with a label of a card."""
    if at + 1 >= len(every):
        return False
    below = every[at + 1]
    found = labelled(below.text)
    return bool(_CARD.match(below.text)) or (found is not None and found[0] in _ON_CARD)


_LIFE = re.compile(
    rf"\s*(?:[男女][，,]|[{HAN}]{{1,3}}族[，,]|(?:(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?[，,]?)?(?:本科|硕士|博士|大学)?(?:毕业于|出?生于|毕业|考入|参加工作)"
    rf"|(?:19|20)\d\d年(?:\d{{1,2}}月)?出?生|(?:先后|现|曾|历)(?:任|担任|赴|毕业|就读|在)|从事[^，。；]{{2,30}}(?:工作|研究)|[^，。；]{{4,30}}(?:{TITLE_WORDS}|{POST})(?:\s*$|[，,](?={TITLE_WORDS}|{POST})))"
)
"""How the life of somebody opens, whose name stands alone above: 毕业于…, 先后担任…, 某医院院长."""


def _is_above_life(every: Sequence[Line], at: int) -> bool:
    """Whether the page opens with a name, and with a life below it."""
    return at == 0 and len(every) > 1 and _LIFE.match(every[1].text) is not None


def _is_listed(document: Document, line: Line) -> bool:
    """Whether a line stands under a heading that promises people, or on the page of a department."""
    return line.kind == "name" or _is_promised(line) or bool(_PEOPLE.search(document.title)) or bool(department_of(document))


def _is_promised(line: Line) -> bool:
    """Whether a line stands under a heading that promises people."""
    above = line.headings[:-1] if line.heading else line.headings
    return any(_PEOPLE.search(words) and not _NOT_PEOPLE.search(words) for words in above[-2:])


def _cards(every: Sequence[Line]) -> Iterator[int]:
    """The lines of cards (a name, its titles and posts below) that a line of its own announces at the end of news: 专家名片."""
    for at, line in enumerate(every):
        if line.kind or not _CARDS.fullmatch(line.text):
            continue
        for place in range(at + 1, len(every)):
            told = every[place]
            alone = _ALONE.fullmatch(told.text) is not None and _is_above_card(every, place)
            if alone or (place == at + 1 and OPENER.match(told.text)):
                yield place
            elif told.headings != line.headings or _announced(told) == ENDS or _CLOSES.match(told.text):
                break


def _end_of_page(every: Sequence[Line], at: int) -> int:
    """Where the page stops to be about its person."""
    for place in range(at + 1, len(every)):
        if _announced(every[place]) == ENDS:
            return place
    return len(every)


def _end(every: Sequence[Line], one: _Opens, following: _Opens | None) -> int:
    """Where the next person is presented, or the heading that this one stands under no longer holds."""
    stop = following.at if following is not None else len(every)
    first = every[one.at]
    told = bool(re.search("[。；]", first.text))
    for place in range(one.at + 1, stop):
        line = every[place]
        kind = _announced(line)
        another = kind not in _OF_PERSON and bool(
            (line.heading and not NUMBERING.match(line.text)) or _LABELLED.match(line.text) or _OF_HOUSE.match(line.text)
        )
        over = line.headings[: len(first.headings)] != first.headings or kind == ENDS or _CLOSES.match(line.text)
        if over or another or (told and kind is None):
            return place
        told = told and kind is None
    return stop


_OF_PERSON = _PERSONAL | _ON_CARD | {"bio", "none", "patents", "name"}
_LABELLED = re.compile(rf"[【\[]?[{HAN}]{{2,10}}[】\]]?[:：]|【")
_OF_HOUSE = re.compile("(?:我|全|本|该)?(?:科室?|中心|医院|院)(?!学|主任|长)")
"""What tells, behind a person's line, of the house again: a label of its own, a sentence about the department."""


def _portrait(every: Sequence[Line], one: _Opens, end: int, *, own: bool) -> Portrait:
    first = one.at if not own else min(one.at, _first_label(every, one.at))
    said = [piece for line in every[first:end] for piece in list(_pieces(line))[line is every[one.at] :]]
    last = every[end - 1].view.offsets[-1] + 1 if end > one.at else every[one.at].view.offsets[-1] + 1
    return Portrait(
        name=one.name,
        own=own,
        opening=every[one.at].view,
        named=(one.start, one.end),
        span=Span(start=every[first].start, end=last),
        parts=tuple(_parts(said)),
    )


def _pieces(line: Line) -> Iterator[Line]:
    """A line, cut before and behind what a label inside it announces: ….获奖情况：（1）…；（2）….主编…."""
    cuts = {0, len(line.text)}
    for inner in _INNER.finditer(line.text) if not line.kind else ():
        if label_of(inner["label"]) in _INSIDE:
            end = line.text.find("。", inner.end())
            cuts |= {inner.start("label"), end + 1 if end >= 0 else len(line.text)}
    marks = sorted(cuts)
    for start, end in pairwise(marks):
        yield replace(line, view=View(line.view.text[start:end], line.view.offsets[start:end])) if len(marks) > 2 else line


def _first_label(every: Sequence[Line], at: int) -> int:
    """Where the labelled lines begin that stand before the name."""
    return next((place for place in range(at) if _announced(every[place]) in _ON_CARD), at)


def _parts(said: Sequence[Line]) -> Iterator[Part]:
    """The lines by what the label above them announces; what stands before any label is of the kind ""."""
    current = Part(kind="", label="", lines=())
    for line in said:
        if line.kind:
            if current.lines:
                yield current
            current = Part(kind="", label="", lines=())
            yield Part(kind=line.kind, label=line.label, lines=(line.view,))
            continue
        found = labelled(line.text)
        alone = label_of(line.text) if len(line.text) <= _LABEL_LINE and (line.heading or found is None) else None
        if found is not None or alone is not None:
            if current.lines:
                yield current
            kind, at = (alone, len(line.text)) if alone is not None else found or ("", 0)
            rest = View(line.view.text[at:], line.view.offsets[at:])
            current = Part(kind=kind or "", label=line.text[:at], lines=(rest,) if rest.text.strip() else ())
        elif line.heading and not (current.kind and _GOES_ON.match(line.text)):
            if current.lines:
                yield current
            current = Part(kind="", label=line.text, lines=())
        elif current.kind in _ONE_LINE and current.lines:
            yield current
            current = Part(kind="", label="", lines=(line.view,))
        else:
            current = replace(current, lines=(*current.lines, line.view))
    if current.lines:
        yield current


_GOES_ON = re.compile(rf"{NUMBERING.pattern}|.*[，,；;]|.{{17}}")
"""A line of a part that a reader took for a heading."""
_ONE_LINE = frozenset({"name", "title", "post", "unit", "none"})
"""What a card tells on one line, so that the next line is no part of it."""
