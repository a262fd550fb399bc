"""Careers: the posts and offices that a person holds, and people whom a list presents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_position, is_title, organization_kind
from ingest.mentions import Mention
from ingest.prose.about import about, remember
from ingest.prose.described import OFFICE, SOCIETIES, employer_of
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef, Span

__all__ = ["read"]

HOLDS_POST = Rule("holds_post")
"""张三现任甲研究所所长、研究员，兼任乙大学教授、丙学会副理事长."""
HEADED_BY = Rule("headed_by")
"""中心主任由张三研究员担任，副主任为李四教授: of the organisation that the page presents, or that the noun means."""
NOTED_HOME = Rule("noted_home")
"""张三教授（甲大学）."""
PRESENTED = Rule("presented")
"""张三，副教授，实验室副主任: in a list of an organisation's members."""

_POST = (
    rf"(?:(?:党委|执行|常务|名誉|特聘|讲席|客座|兼职|终身|博士生|副)*"
    rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|书记|院长|校长|所长|主任"
    r"|处长|部长|局长|厅长|总经理|董事长|总裁|首席科学家|总工程师|导师|带头人|负责人|组长))"
)
_HOLDS = re.compile(
    r"(?:现任|担任|兼任|曾任|历任|现为|(?:(?<=[\u4e00-\u9fff])|^)是(?!我国|国内|国际|全国|目前)|(?<![现担兼曾历原前责信主离])任(?=[^务期何命由教职])|受聘(?:为|担任)?|当选为?)"
)
_ITEM = re.compile(
    rf"(?P<what>{OFFICE}(?:[、兼]{OFFICE})*|[^，。；、]{{0,12}}?{_POST}(?:[、兼和]{_POST})*)(?=[，。；、,;（(]|[和及]|以及|$)"
)
_BETWEEN = re.compile(
    r"(?:[、，,和及兼]|以及|[（(][^（）()]{2,20}[)）]|兼任|现任|担任|任|同时|《[^》]{2,20}》[^，。；、]{2,8})*"
)
_OFFICES = re.compile(rf"{OFFICE}(?=[，,、。；]|$)")
_HEADED = re.compile(
    r"(?:^|[，。；,;、])\s*(?:本|该)?(?P<noun>中心|实验室|研究所|研究院|平台|科室|公司|学院)?"
    r"(?:现任)?(?P<post>(?:首任|常务|执行|名誉)*副?(?:主任|院长|所长|总经理|负责人))(?:由|为|是|[:：])"
)
_MADE_HEAD = re.compile(
    rf"(?P<title>(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})*)(?:担任|出任|任)(?:该|本)?"
    r"(?P<noun>中心|实验室|研究所|研究院|平台|科室|学院|医院)"
    r"(?P<post>(?:首任|常务|执行|名誉)*副?(?:主任|院长|所长|负责人))(?=[，。；]|$)"
)
_TITLES = re.compile(rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})+")
_TERMS = re.compile(r"第[一二三四五六七八九十\d]+(?:[、和]第?[一二三四五六七八九十\d]+)+届")
"""Several terms of one office: 第三、四届理事长."""
_BY_LABEL = re.compile(r"(?:主要|学术|社会)*(?:兼职|任职)[:：]\s*")
_LABELS = re.compile(r"[\u4e00-\u9fff]{2,8}[:：]\s*")
_ROW = re.compile(r"[、和与]|以及")
_NOTE = re.compile(rf"(?P<titles>(?:{'|'.join(TITLES)})*)\s*[（(](?:来自)?$")
_MEMBERS = re.compile(r"成员|带头人|专家|领导|人员|团队|师资|队伍|人才|导师|研究组|PI")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH and MEMBER_OF of the person whom the sentence is about, of those presented."""
    goes_on = scene.starting_at(0, "Organization") is not None and not scene.of("Person")
    presented = reading.profiled if reading.topic == reading.profiled else None
    holder = (reading.holding or presented) if goes_on else None
    yield from _posts(scene, reading, holder, 0)
    for holds in _HOLDS.finditer(scene.text):
        holder = about(scene, reading, holds.start())
        yield from _posts(scene, reading, holder, holds.end())
    if (label := _BY_LABEL.match(scene.text)) is not None:
        holder = about(scene, reading, label.end())
        yield from _posts(scene, reading, holder, label.end())
    reading.holding = holder if scene.text.endswith("；") else None
    yield from _noted(scene, reading)
    yield from _headed(scene, reading)
    yield from _made_head(scene, reading)
    yield from _presented(scene, reading)
    remember(scene, reading)


def _posts(scene: Scene, reading: Reading, person: EntityRef | None, at: int) -> Iterator[Assertion]:
    """Each organisation of the row after the verb, with the posts that follow it."""
    while person is not None:
        gap = _BETWEEN.match(scene.text, at)
        organization = scene.starting_at(gap.end() if gap else at, "Organization")
        item = _ITEM.match(scene.text, organization.end) if organization else None
        if organization is None or item is None or scene.within(*item.span(), "Person"):
            return
        yield from _held(scene, reading, person, organization, item)
        at = item.end()


def _held(scene: Scene, reading: Reading, person: EntityRef, organization: Mention, item: re.Match[str]) -> Iterator[Assertion]:
    body = reading.organization(organization)
    where = scene.sentence.view.span(organization.start, item.end())
    if organization_kind(body.name) in SOCIETIES:
        yield reading.fact(
            HOLDS_POST, person, "MEMBER_OF", body, where, role=tuple(re.split("[、兼]", _TERMS.sub("", item["what"])))
        )
        return
    posts = re.split("[、兼和]", item["what"])
    more = re.match(rf"[、，](?P<what>{_POST})(?=[，。；、]|$)", scene.text[item.end() :])
    posts += [more["what"]] if more else []
    whole = employer_of(body)
    within = body.name.removeprefix(whole.name) if whole != body else ""
    positions = [post for post in posts if is_position(post) and not is_title(post)]
    yield reading.fact(
        HOLDS_POST,
        reading.person(person.name, "" if person.context else whole.name),
        "AFFILIATED_WITH",
        whole,
        where,
        title=",".join(post for post in posts if is_title(post)),
        position=(within if positions else "") + "、".join(positions),
    )


def _noted(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三教授（甲大学）: the institution in brackets after a name."""
    for person in scene.of("Person"):
        note = re.match(_NOTE.pattern.removesuffix("$"), scene.text[person.end :])
        home = scene.starting_at(person.end + note.end(), "Organization") if note else None
        if note is None or home is None or not re.match("[）)]", scene.text[home.end :]) or home.kind in SOCIETIES:
            continue
        body = employer_of(reading.organization(home))
        where = scene.sentence.view.span(person.start, home.end)
        yield reading.fact(
            NOTED_HOME, reading.person(person.name, body.name), "AFFILIATED_WITH", body, where, title=note["titles"]
        )


def _made_head(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """由张三教授担任中心主任: of the organisation that the noun means."""
    for person in scene.of("Person"):
        made = _MADE_HEAD.match(scene.text, person.end) if scene.text[person.start - 1 : person.start] == "由" else None
        body = reading.meant(made["noun"]) if made else None
        if made is None or body is None or organization_kind(body.name) in SOCIETIES:
            continue
        where = scene.sentence.view.span(person.start - 1, made.end())
        stated = {"title": made["title"], "position": made["noun"] + made["post"]}
        yield reading.fact(HEADED_BY, reading.person(person.name, body.name), "AFFILIATED_WITH", body, where, **stated)


def _headed(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """Heads of the organisation that the text presents, each with the title that follows; people in a row share the post."""
    noun = ""
    for match in _HEADED.finditer(scene.text):
        noun = match["noun"] or noun
        body = reading.meant(noun) if noun else reading.own
        person = scene.starting_at(match.end(), "Person")
        while person is not None and body is not None and organization_kind(body.name) not in SOCIETIES:
            title = _TITLES.match(scene.text, person.end)
            where = scene.sentence.view.span(match.start("post"), title.end() if title else person.end)
            ref = reading.person(person.name, body.name)
            stated = {"title": title.group() if title else "", "position": match["post"]}
            yield reading.fact(HEADED_BY, ref, "AFFILIATED_WITH", body, where, **stated)
            gap = _ROW.match(scene.text, title.end() if title else person.end)
            person = scene.starting_at(gap.end(), "Person") if gap else None


def _presented(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三，教授，实验室主任: at the organisation whose members the list's heading promises, and at those the item names."""
    begins = label.end() if (label := _LABELS.match(scene.text)) is not None else 0
    person = scene.starting_at(begins, "Person")
    if person is None or not re.match("[，,]", scene.text[person.end :]):
        return
    yield from _apposed(scene, reading, person)
    for society in scene.of("Organization"):
        office = _OFFICES.match(scene.text, society.end) if society.kind in SOCIETIES else None
        if office is not None and scene.text[society.start - 1] in "，,、":
            where = scene.sentence.view.span(0, office.end())
            yield reading.fact(
                PRESENTED,
                reading.person(person.name),
                "MEMBER_OF",
                reading.organization(society),
                where,
                role=(office.group(),),
            )
    parts = [part for part in re.split("[，,。；、]", scene.text[person.end :]) if part]
    titles = [part for part in parts if is_title(part)]
    if not titles and not any(part.endswith(TITLES) for part in parts):
        return
    posts = [part for part in parts if is_position(part) and not is_title(part)]
    where = scene.sentence.view.span(0, len(scene.text))
    homes = [one for one in scene.of("Organization") if one.kind not in SOCIETIES and one.surface in parts]
    for home in homes:
        yield _employed(reading, person, reading.organization(home), where, titles, [])
    if reading.own is not None and _MEMBERS.search(reading.heading):
        yield _employed(reading, person, reading.own, where, titles, posts)


def _apposed(scene: Scene, reading: Reading, person: Mention) -> Iterator[Assertion]:
    """张三，甲研究所研究员，乙实验室主任: the institutions and posts that follow the name."""
    for home in scene.of("Organization"):
        item = _ITEM.match(scene.text, home.end) if home.kind not in SOCIETIES else None
        if item is not None and scene.text[home.start - 1] in "，,、" and not _HOLDS.search(scene.text[: home.start]):
            yield from _held(scene, reading, reading.person(person.name), home, item)


def _employed(
    reading: Reading, person: Mention, body: EntityRef, where: Span, titles: list[str], posts: list[str]
) -> Assertion:
    ref = reading.person(person.name, body.name)
    title, position = ",".join(titles), "、".join(posts)
    return reading.fact(PRESENTED, ref, "AFFILIATED_WITH", body, where, title=title, position=position)
