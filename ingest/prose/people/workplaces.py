"""Where somebody went to work: 加入甲大学, 先后在乙医院、丙医院工作, 在丁研究所任讲师."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lexicon import TITLES, is_title
from ingest.mentions import Mention
from ingest.prose.about import about
from ingest.prose.clauses import row_from
from ingest.prose.people.careers import HOUSES, IN_WARD, POST
from ingest.prose.people.described import SOCIETIES, employer_of
from ingest.prose.people.shared_house import JOINED, all_of
from ingest.prose.reading import Reading, Scene
from kg.model import Assertion, EntityRef
from kg.text import HAN

__all__ = ["read"]

_JOINS = re.compile(
    r"(?:(?P<surely>加入|加盟|入职|(?:工作|所在|(?<![作成荐托办持助属要头担与报织设任奖用员一各名]))单位[为是]|调入|就职于|任职于|供职于|[任执]教于?)|(?P<back>(?:回国|归国|留学|海外|国外)[^，。；]{0,12}[，,]?(?:后|并|于)?(?:回到|进入|来到))|进入|回到|来到|留在|(?<=国)，在|[现起今曾直后月年他她]在|(?<![来回达直遇感做说得])到)了?(?:其?母校)?$"
)
_STAYS = re.compile(r"(?![^，。；]{0,10}(?:学习|攻读|读|进修|访|参观|考察|培训|实习|轮转|求学|深造|就诊|住院|博士后))")
_WORKS_THERE = re.compile(
    r"[^，。；]{0,10}(?:工作|任职|任教)(?=[，。；至到、\d]|多年|$)|(?:组建|创建|建立)了?[^，。；]{0,16}(?:团队|课题组|研究组)(?=[，。；]|$)"
)
_TAKES_POST = re.compile(rf"[{HAN}]{{0,10}}?(?:担任|任)(?P<what>{POST})(?=[，。；、]|$)")
"""在甲大学某系|任讲师: right behind the name of who does."""
_SERVED_IN = re.compile(
    rf"(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})?"
    r"(?:此前|之前|早年|先前|原先|其间|曾经?|也|还|长期|一直|(?:19|20)\d\d年?(?:\d{1,2}月)?(?:[-—–~～至到]+(?:(?:19|20)\d\d年?(?:\d{1,2}月)?|今))?(?:起|后|以来|间|期间)?)*在$"
)
"""What parts the name from that house: 张三|教授此前曾在|甲医院."""
_TITLE_BEHIND = re.compile("|".join(sorted(TITLES, key=len, reverse=True)))
_THEN = re.compile(
    rf"(?:工作|任[职教])?[，,](?:先后|并|随后)?(?:现?任|[担出兼就升]任|历任)(?P<what>(?:[^，。；、]{{0,12}}?){POST}(?:[、和]{POST})*)(?=[，。；、]|$)"
)
"""供职于甲大学，|任助理教授."""
_ROW = re.compile("[、和与及]|以及")
"""What joins the houses where somebody worked one after the other."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """加入甲大学，就职于乙医院: of the person whom the clause is about; who comes to learn or to look is no staff."""
    for home in scene.of("Organization"):
        yield from all_of(scene, reading, home)
        yield from _takes_post(scene, reading, home)
        first, end = _row(scene, home)
        verb = _JOINS.search(scene.text[:first])
        if verb is None or home.kind in (*SOCIETIES, None) or not _STAYS.match(scene.text, end):
            continue
        holder = about(scene, reading, verb.start())
        if holder is not None and re.search(
            rf"[（(][^（）()]*{re.escape(holder.name)}[^（）()]*[)）]", scene.text[: verb.start()]
        ):
            continue
        if holder is not None and (
            verb["surely"] or _came_back(scene, verb, home, holder) or _WORKS_THERE.match(scene.text, end)
        ):
            employer = employer_of(reading.organization(home))
            where = scene.sentence.view.span(verb.start(), home.end)
            then = _THEN.match(scene.text, home.end)
            post = IN_WARD.sub("", then["what"]) if then is not None else ""
            called = _called(scene, holder, verb.start())
            stated = {
                "title": re.sub("[、和]", ",", post) if is_title(post) else called,
                "position": post if not is_title(post) else "",
            }
            ref = reading.person(holder.name, employer.name)
            yield reading.fact(JOINED, ref, "AFFILIATED_WITH", employer, where, **stated)


def _row(scene: Scene, home: Mention) -> tuple[int, int]:
    """Where the row of houses that a house stands in begins and ends: 先后在|甲大学、乙医院|工作."""
    bodies = scene.of("Organization")
    first, row = home, row_from(scene, home, _ROW)
    while (before := next((one for one in bodies if _ROW.fullmatch(scene.text, one.end, first.start)), None)) is not None:
        first = before
    return first.start, row[-1].end


def _came_back(scene: Scene, verb: re.Match[str], home: Mention, holder: EntityRef) -> bool:
    """张三回国进入甲大学, and nothing behind that says what for."""
    named = any(one.name == holder.name and one.end <= verb.start() for one in scene.of("Person"))
    return (
        named and bool(verb["back"]) and home.kind in HOUSES and scene.text[home.end : home.end + 1] in ("，", "。", "；", "")
    )


def _called(scene: Scene, holder: EntityRef, end: int) -> str:
    """The title right behind the name of the one who joins: 张三|教授|现就职于."""
    named = next((one for one in scene.of("Person") if one.end <= end and one.name == holder.name), None)
    title = _TITLE_BEHIND.match(scene.text, named.end) if named is not None else None
    return title.group() if title is not None else ""


def _takes_post(scene: Scene, reading: Reading, home: Mention) -> Iterator[Assertion]:
    """张三在甲大学某系任讲师, 张三此前曾在乙医院任主治医师; 2010年在丙大学任教授, of whom the clause is about."""
    takes = _TAKES_POST.match(scene.text, home.end) if home.kind not in (*SOCIETIES, None) else None
    served = _SERVED_IN.search(scene.text, 0, home.start) if takes is not None else None
    if takes is None or served is None:
        return
    named = scene.ending_at(served.start(), "Person")
    opens = named is None and (served.start() == 0 or scene.text[served.start() - 1] in "，；他她")
    who = named or (about(scene, reading, served.start()) if opens else None)
    if who is None:
        return
    employer = employer_of(body := reading.organization(home))
    where = scene.sentence.view.span(served.start() if named is None else named.start, takes.end())
    unit = body.name.removeprefix(employer.name) if employer != body else ""
    stated = {"title": takes["what"]} if is_title(takes["what"]) else {"position": unit + takes["what"]}
    yield reading.fact(JOINED, reading.person(who.name, employer.name), "AFFILIATED_WITH", employer, where, **stated)
