"""Grants that running text names: a programme, the project's title in quotation marks, its sum, who leads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import PLACES, TITLES
from ingest.mentions import Mention
from ingest.numerals import to_wan
from ingest.prose.about import about
from ingest.prose.reading import Reading, Rule, Scene
from ingest.table.programmes import Programmes, programme_of
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["read"]

NAMED_GRANT = Rule("named_grant", 0.9)
"""某基金重点项目“某研究”, where the sentence says that it pays or is led."""
LEADS = Rule("leads_grant", 0.9)
"""张三主持某基金重点项目“某研究”."""

_TITLED = re.compile(
    r"\s*(?P<kind>项目|课题|专项|重点项目|面上项目|青年项目|重大项目)?\s*“(?P<title>[^“”]{6,60})”"
    r"(?!\s*(?:国家)?(?:(?:重点|重大|联合|科技)+(?:专项|计划|工程|研究计划|项目)|专项|计划|工程|研究计划|基金|行动))"
    r"(?P<note>[（(][^（）()]{2,40}[)）])?"
)
_OF_PLACE = "|".join(sorted(PLACES, key=len, reverse=True))
_PROGRAMME = re.compile(
    rf"(?:国家|教育部|科技部|中国|首都|军队|全军|(?:{_OF_PLACE})(?:省|市|自治区)?)"
    rf"[{HAN}A-Za-z]{{2,20}}?(?:研发计划|科技计划|支撑计划|科学基金|基金|重大专项|专项|计划)(?:(?:重点|面上|重大|青年|联合)[{HAN}]{{0,6}})?"
    r"(?:项目|课题)?$"
)
_PROGRAMME_START = re.compile(rf"国家|教育部|科技部|中国|首都|军队|全军|{_OF_PLACE}")
_PAID = re.compile(r"资助|支持|主持|承担|负责|获批|立项|牵头|参与|申请到")
_LED = re.compile(r"(?:获得?(?=[^，。；]{4,30}资助)|主持|负责|牵头承担|牵头|承担)(?:了|过|完成|并完成|在研)*")
_WINS = re.compile(r"(?:项目|课题)?(?:成功|先后)?(?:获得?|入选|列入|得到)(?:了|批)?")
_WHOSE = re.compile(r"(?:申报|主持|负责|牵头|申请|承担)?的$")
_TITLE = re.compile(rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))}|博士|团队)*")
_CALLED = re.compile(r"(?:项目|课题)(?:名称|题目)(?:为|是|[：:])$|(?:题为|名为)$")
_MONEY = re.compile(r"(?:金额|经费|资助|直接费用|直接经费|总经费|国拨经费)[^\d]{0,6}(?P<sum>[\d.,]+\s*(?:万|亿)?元)")
_PLAIN_MONEY = re.compile(r"^[（(](?P<sum>[\d.,]+\s*(?:万|亿)元)")
_TYPES = ("重点项目", "面上项目", "青年项目", "重大项目")
_AWARD = re.compile("奖$")


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """FUNDED_BY and LEADS of the projects that a sentence quotes after their programmes."""
    titles = list(_TITLED.finditer(scene.text))
    for match in titles:
        programme = _paid_by(scene, reading, match) if _PAID.search(scene.text) else None
        if programme is None:
            continue
        name, start = programme
        grant = EntityRef(label="Grant", name=heal_name(match["title"]))
        where = scene.sentence.view.span(start, match.end())
        payer = EntityRef(label="FundingProgram", name=name)
        amount = _amount(match["note"] or "")
        if amount is None:
            later = next((one.start() for one in titles if one.start() > match.start()), len(scene.text))
            amount = _amount(scene.text[match.end() : later])
        yield reading.fact(NAMED_GRANT, grant, "FUNDED_BY", payer, where, amount_wan="" if amount is None else amount)
        yield from _about(scene, reading, grant, match)
        led = next(reversed(list(_LED.finditer(scene.text, 0, min(start, match.start())))), None)
        leader = about(scene, reading, led.start()) if led else None
        if (whose := _WHOSE.search(scene.text[: match.start()])) is not None:
            led, leader = whose, _named_last(scene, reading, whose.start())
        if led is not None and leader is not None:
            yield reading.fact(LEADS, leader, "LEADS", grant, scene.sentence.view.span(led.start(), match.end()))


def _paid_by(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """The programme of a title: the one told before its name, the one that it follows, or the one that it won."""
    return _told_before(scene, titled) or _programme(scene, titled) or _won(scene, reading, titled)


def _won(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """“某研究”获某基金重点项目资助; a bare type (面上项目) is the science fund's where the text speaks of it."""
    won = _WINS.match(scene.text, titled.end())
    if won is None:
        return None
    known = next((one for one in scene.of("FundingProgram") if one.start == won.end()), None)
    if known is not None and not _AWARD.search(known.name):
        name = _of_fund(known)[0]
        bare = not known.surface.startswith(("国家", "自然")) and name.startswith("国家自然科学基金")
        return (name, titled.start()) if reading.fund or not bare else None
    return None


def _named_last(scene: Scene, reading: Reading, end: int) -> EntityRef | None:
    """The person whose name, with or without a title, ends here."""
    people = [one for one in scene.of("Person") if one.end <= end and _TITLE.fullmatch(scene.text, one.end, end)]
    return reading.person(people[-1].name) if people else None


def _told_before(scene: Scene, titled: re.Match[str]) -> tuple[str, int] | None:
    """张三获某基金青年项目资助，项目名称为“某研究”: the programme that the sentence named last."""
    if not _CALLED.search(scene.text[: titled.start()]):
        return None
    named = [one for one in scene.of("FundingProgram") if one.end <= titled.start() and not _AWARD.search(one.name)]
    return _of_fund(named[-1]) if named else None


def _programme(scene: Scene, titled: re.Match[str]) -> tuple[str, int] | None:
    """The programme that the title follows, by its name and where it begins."""
    end = titled.start("kind") if titled["kind"] in _TYPES else titled.start()
    end += len(titled["kind"]) if titled["kind"] in _TYPES else 0
    known = next((one for one in scene.of("FundingProgram") if one.end in (end, titled.end("kind"))), None)
    starts = (one.start() for one in _PROGRAMME_START.finditer(scene.text, 0, end))
    before = max(
        filter(None, (_PROGRAMME.match(scene.text, at, end) for at in starts)), key=lambda one: one.start(), default=None
    )
    if known is not None and not _AWARD.search(known.name) and (before is None or before.start() >= known.start):
        return _of_fund(known)
    if before is None:
        return None
    found = programme_of(before.group(), Programmes())
    return (found.name, before.start()) if found is not None else None


def _of_fund(known: Mention) -> tuple[str, int]:
    name = known.name
    whole = re.fullmatch(r"国家自然科学基金(?P<own>国家.+)", name)
    return whole["own"] if whole else re.sub(r"(?<=计划|专项)(?:项目|课题)$", "", name), known.start


def _about(scene: Scene, reading: Reading, grant: EntityRef, match: re.Match[str]) -> Iterator[Assertion]:
    for mention in scene.within(match.start("title"), match.end("title"), "Technology", "Disease"):
        predicate = "CONCERNS" if mention.label == "Technology" else "TARGETS"
        yield reading.fact(NAMED_GRANT, grant, predicate, mention.ref, mention.span)


def _amount(note: str) -> float | None:
    found = _MONEY.search(note) or _PLAIN_MONEY.search(note)
    return to_wan(found["sum"].replace(",", "")) if found else None
