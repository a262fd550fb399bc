"""Heads that a text tells without a house beside the post: of an institute just founded, of a firm that goes by its brand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_place, is_position, organization_kind
from ingest.mentions import Mention
from ingest.prose.people.described import OFFICE, POST_WORDS, SOCIETIES, employer_of
from ingest.prose.people.spread_heads import SET_UP_FOR
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

HEADS_FOUNDED = Rule("heads_founded")
"""（…研究院揭牌成立。）张三院士担任名誉院长，李四教授任院长."""
SPEAKS_FOR = Rule("speaks_for")
"""张三书记代表甲医院致辞, 李四会长代表乙学会讲话."""
OF_FIRM = Rule("of_firm")
"""某某医脉董事长张三、副总经理李四, of a firm that only its brand tells."""

_SPEAKS_FOR = re.compile(rf"(?P<post>{OFFICE}|{POST_WORDS})(?:在[^，。；]{{2,12}}[上中]|首先|随后)?代表")
_OFFICE = re.compile(rf"(?:{OFFICE}|副?会长|副?理事长)")
_SPOKEN = re.compile("(?:全体|领导|党委|班子|[^，。；]{0,6})?(?:向|对|致|作|发表|讲话|发言|欢迎|热烈|表示|祝贺|感谢|宣读|介绍)")
"""What one does who speaks for a house; who takes part for it may be sent by it only."""
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_TITLES = re.compile(rf"(?:{_TITLE})(?:[、/]?(?:{_TITLE}))*")
_HEADS_FOUNDED = re.compile(
    rf"(?P<title>(?:{_TITLE}|博士)*)(?:分别)?(?:于?(?:19|20)\d\d年)?(?:(?:牵头|发起|负责)?(?:创建|创办|创立|组建|筹建|领衔)(?:，?并))?"
    "(?:兼任|担任|出任|受聘担任|任)"
    r"(?P<post>(?:首任|常务|执行|名誉|荣誉|联合|共同)*副?(?P<noun>院长|所长|主任))(?=[，,。；、]|$)"
)
_FOUNDED_ENDS = {"院长": ("研究院",), "所长": ("研究所",), "主任": ("研究中心", "影像中心", "医学中心", "实验室")}
_HEADED_BY = re.compile("(?:[，、；]|[，；]?现?由)$")
_FOUNDS = "成立|共建|组建|创建|设立|筹建|揭牌"
_JOINS_ROW = re.compile(rf"(?:{_TITLE}|博士)*(?:[，,]?以及|[、和与及])")
_POSTS_ONLY = re.compile(rf"(?:{POST_WORDS})*")
_FIRM_HEAD = r"(?:副?董事长|(?:联合)?创始人|副?总裁|副?总经理|首席(?:执行|技术|运营|财务|科学|医学)官|C[EFTOM]O)"
_FIRM_SAID = re.compile("董事长|总裁|总经理|创始人|首席|C[EFTOM]O")
_FIRM_LED = re.compile(
    rf"(?:^|[，。；、：由])(?P<brand>(?:[A-Z][A-Za-z]{{1,9}})?(?:(?![的和与及在由副总])[{HAN}]){{2,8}}?)"
    rf"(?P<post>{_FIRM_HEAD}(?:[、兼]{_FIRM_HEAD})*)"
)
_FIRM_GOES_ON = re.compile(
    rf"(?:先生|女士|博士)?[、和及]"
    rf"(?P<post>(?:[{HAN}]{{2,10}}?(?:部|事业部|中心))?(?:{_FIRM_HEAD}|[{HAN}]{{0,4}}总监|总工程师)(?:[、兼]{_FIRM_HEAD})*)"
)
_NO_BRAND = re.compile(
    "公司|集团|企业|[部区处会院校厂家]$|^(?:该|本|其|我|原|前|时任|现任|一[位名]|多[位名]|联合|首席|执行|名誉|常务|中国|全球|国际)"
)
_SAID_AGAIN = 3


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """AFFILIATED_WITH of the heads of an institute that was founded, and of those of firms."""
    yield from _speaks_for(scene, reading)
    yield from _heads_founded(scene, reading)
    yield from _of_firm(scene, reading)


def _speaks_for(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三书记代表甲医院向来宾致谢: the house or society whose head somebody is who speaks for it."""
    for person in scene.of("Person") if "代表" in scene.text else ():
        said = _SPEAKS_FOR.match(scene.text, person.end)
        body = scene.starting_at(said.end(), "Organization") if said is not None else None
        if said is None or body is None or not _SPOKEN.match(scene.text, body.end):
            continue
        where, ref = scene.sentence.view.span(person.start, body.end), reading.organization(body)
        if _OFFICE.fullmatch(said["post"]):
            if body.kind in SOCIETIES:
                who = reading.person(person.name)
                yield reading.fact(SPEAKS_FOR, who, "MEMBER_OF", ref, where, role=(said["post"],))
        elif body.kind not in SOCIETIES and is_position(said["post"]) and employer_of(ref) == ref:
            who = reading.person(person.name, ref.name)
            yield reading.fact(SPEAKS_FOR, who, "AFFILIATED_WITH", ref, where, position=said["post"])


def _heads_founded(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """张三院士担任名誉院长，李四任院长: of the one institute whose founding the text tells, and its paragraph names.

    甲实验室依托乙大学建设，由张三任主任: of the one that opens the sentence.
    """
    for person in scene.of("Person"):
        made = _HEADS_FOUNDED.match(scene.text, person.end)
        body = (_founded(reading, made["noun"]) or _opening(scene, reading, person, made["noun"])) if made is not None else None
        if made is None or body is None or employer_of(body) != body:
            continue
        for one in _row_of_heads(scene, person):
            titles = _TITLES.match(scene.text, one.end)
            where = scene.sentence.view.span(one.start, made.end())
            title = titles.group() if titles is not None else ""
            ref = reading.person(one.name)
            yield reading.fact(HEADS_FOUNDED, ref, "AFFILIATED_WITH", body, where, title=title, position=made["post"])


def _founded(reading: Reading, noun: str) -> EntityRef | None:
    """The one institute that the paragraph named and the text says was founded, whose head has such a post."""
    named = {body.name: body for _, body in reading.here if body.name.endswith(_FOUNDED_ENDS[noun])}
    text = reading.document.text
    told = [body for name, body in named.items() if _is_founded(name, text)]
    return told[0] if len(told) == 1 else None


def _opening(scene: Scene, reading: Reading, person: Mention, noun: str) -> EntityRef | None:
    """The institute that opens the sentence, whose head has such a post, where a clause tells its heads behind 由 or a mark."""
    first = scene.starting_at(0, "Organization")
    fits = first is not None and first.name.endswith(_FOUNDED_ENDS[noun]) and not SET_UP_FOR.search(first.name)
    if first is None or not fits or first.end > person.start or not _HEADED_BY.search(scene.text, 0, person.start):
        return None
    return reading.organization(first)


def _is_founded(name: str, text: str) -> bool:
    said = re.escape(name)
    return re.search(rf"(?:{_FOUNDS})了?[“\"]?{said}|{said}[”\"]?(?:正式|隆重|揭牌)*(?:{_FOUNDS})", text) is not None


def _row_of_heads(scene: Scene, last: Mention) -> Iterator[Mention]:
    """The people of a row up to this one, each behind the house and the posts that tell who it is."""
    yield last
    before = next((one for one in reversed(scene.of("Person")) if one.end < last.start), None)
    if before is None:
        return
    home = next((one for one in scene.within(before.end, last.start, "Organization")), None)
    start = home.start if home is not None else last.start
    beside = home is None or _POSTS_ONLY.fullmatch(scene.text, home.end, last.start)
    if beside and _JOINS_ROW.fullmatch(scene.text, before.end, start):
        yield from _row_of_heads(scene, before)


def _of_firm(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """某某医脉董事长张三、副总经理李四: of a firm by a brand that the text keeps speaking of; those behind share it."""
    for led in _FIRM_LED.finditer(scene.text) if _FIRM_SAID.search(scene.text) else ():
        person = scene.starting_at(led.end(), "Person")
        if person is None or not _is_brand(led["brand"], scene, reading, led.start("brand")):
            continue
        firm, post, start = EntityRef(label="Organization", name=led["brand"]), led["post"], led.start("brand")
        while person is not None:
            where = scene.sentence.view.span(start, person.end)
            ref = reading.person(person.name, firm.name)
            yield reading.fact(OF_FIRM, ref, "AFFILIATED_WITH", firm, where, position=post)
            then = _FIRM_GOES_ON.match(scene.text, person.end)
            person = scene.starting_at(then.end(), "Person") if then is not None else None
            post, start = (then["post"], then.start("post")) if then is not None else ("", 0)


def _is_brand(name: str, scene: Scene, reading: Reading, start: int) -> bool:
    """Whether a word is a firm's name: no body, place or common noun, and the document says it again and again."""
    known = any(one.start < start + len(name) and start < one.end for one in scene.mentions)
    plain = _NO_BRAND.search(name) or is_place(name) or organization_kind(name) is not None
    return not known and not plain and reading.document.text.count(name) >= _SAID_AGAIN
