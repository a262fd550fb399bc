"""Who did a work that received an award: people and bodies before its name, behind it, or of the work told of last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.announced import announced
from ingest.lexicon import organization_kind
from ingest.mentions import Mention
from ingest.numerals import CHINESE_NUMERAL, number
from ingest.people import ROLES
from ingest.prose.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_from
from ingest.table.recognise import persons
from kg.model import Assertion, EntityRef
from kg.text import heal_name

__all__ = ["is_field", "read"]

DID_WORK = Rule("did_work")
"""甲医院张三教授牵头完成的“…”; “…”由甲大学和乙公司共同完成; 该项目由李四领衔."""
RANKED_IN_WORK = Rule("ranked_in_work")
"""张三为第三完成人; 第一完成单位为甲大学; 李四（第二完成人）."""
LISTED_IN_WORK = Rule("listed_in_work")
"""主要完成人为张三、李四、王五; 完成单位：甲、乙."""

_QUOTED = re.compile(r"[“《](?P<name>[^“”《》]{6,60})[”》]")
_LABEL = re.compile(
    r"^\W{0,3}(?:获奖)?(?:项目|成果)(?:中文)?名称\s*[:：]\s*[“《]?(?P<name>[^“”《》\s，。][^“”《》，。]{5,60})[”》]?$"
)
_FIELD = re.compile(r"\W{0,3}(?:获奖|主要|项目|成果)*(?:(?:项目|成果)(?:中文)?名称|完成人员?|完成单位)\W?\s*[:：]")
_N = rf"(?:{CHINESE_NUMERAL}|\d{{1,2}})"
_DOES = (
    rf"(?:(?:作为|担任|以|为)?(?:第{_N}|主要|牵头|参与|合作|协作|主持)?(?:完成|参与|牵头|合作|协作|主持|承担)(?:人|单位)(?:身份)?|带领团队|率团队"
    r"|共同|联合|合作|协作|协同|独立|主要|牵头|领衔|领导|主持|负责|主导|参与|参加|完成|申报|承担|历[时经][^，。；的]{1,6}[年载]|研究|研发|研制|攻关|实施|组织实施|等)"
)
_DONE = rf"(?:{_DOES}|团队|课题组|项目组|研究组|凭借?|携)"
_BEFORE = re.compile(rf"(?P<who>.*?)(?P<does>{_DONE}+)的?(?P<noun>[^，。；、“”《》的]{{0,14}})$")
_CLAUSE = re.compile(r"[。；：:;”》][、，,]?|(?<![牵完主领参])[，,]")
_SEPARATE = re.compile(r"[。；：:;]|[”》]")
_NOUN = r"(?:获奖)?(?:项目|成果|课题|研究|技术|作品)(?:成果|系统)?"
_AFTER = re.compile(rf"[”》](?:这一|等)?(?:{_NOUN})?[，,]?(?:是|系|均)?(?=由)")
_SAME = re.compile(
    rf"(?:^|(?<=[，。；,;]))\s*(?:据[^，。；]{{1,4}}[，,])?(?:(?:该|本|此|这一|这项|上述){_NOUN}|(?:项目|成果|课题))(?:是|系|均)?(?:[^，。；由]{{0,4}})(?=由)"
)
_BY = re.compile(rf"由(?P<who>[^。；“”《》]{{2,120}}?)(?P<does>{_DOES}+)(?=[，。；,;、]|而成|$|的)")
_WITH = re.compile(
    rf"[，,、]\s*(?:并|同时)?(?:与|和|联合|携手|会同|协同)(?P<who>[^。；“”《》]{{2,120}}?)(?P<does>{_DOES}+)(?=[，。；,;]|而成|$)"
)
_ADJUDGED = re.compile("评审|颁发|授予|推荐|提名|资助|设立|主办|承办|支持(?!下)")
_UNDER = re.compile(r"^.*(?:指导|支持|资助|帮助|带领|领导)下[，,]?")
_RANK_BEHIND = re.compile(
    rf"(?P<posts>(?:{ROLES})*)[（(，,]?\s*(?:同时)?(?:为|是|系|任|作为|担任|以)?(?:该|本)?(?:{_NOUN})?的?(?:第(?P<rank>{_N})(?:主要)?完成(?P<who>人|单位)"
    rf"|(?:排名|位列|排在|排)第(?P<place>{_N})(?:位|名)?)"
)
_RANK_AHEAD = re.compile(rf"第(?P<rank>{_N})(?:主要)?完成(?P<who>人|单位)(?:分别)?(?:为|是|系|[:：])?\s*")
_LIST = re.compile(
    r"(?P<label>(?:主要|其他|全部)?完成(?P<who>人|单位)(?:员)?)(?:依次|分别)?(?:还)?(?:为|有|是|包括|[:：])\s*(?P<list>[^。；;：:（）()“”]{2,200}?)(?=[。；;）)]|$|[，,](?:其中|获|荣获|主要|完成))"
)
_OTHERS = ("government", "funder", "society", "society_branch")
_STRAY = re.compile(r"[、，,]$")


def is_field(text: str, reading: Reading) -> bool:
    """Whether a sentence of news is a field of a work's form (完成人：…), which is read as such; its name is kept."""
    if not _FIELD.match(text) or not announced(reading.document):
        return False
    label = _LABEL.match(text)
    if label is not None:
        reading.tells_of_work(heal_name(label["name"]))
    return True


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words that say who did a work: where they stand, and what their verbs say."""

    start: int
    end: int
    does: str


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PARTICIPATED_IN and COMPLETED of the works that received awards; which work a sentence tells of is kept."""
    if not reading.works:
        return
    quoted = list(_QUOTED.finditer(scene.text))
    for match in quoted:
        work = reading.works.get(heal_name(match["name"]))
        if work is not None:
            yield from _of_quoted(scene, reading, match, work)
    yield from _of_the_work(scene, reading, quoted)


def _of_quoted(scene: Scene, reading: Reading, match: re.Match[str], work: EntityRef) -> Iterator[Assertion]:
    reading.work = work
    start = max((cut.end() for cut in _CLAUSE.finditer(scene.text, 0, match.start())), default=0)
    before = _BEFORE.match(scene.text[start : match.start()])
    if before is not None:
        stretch = _Stretch(start, start + before.end("does"), scene.text[start : match.start()])
        yield from _did(scene, reading, stretch, work, start + before.end("does"))
    after = _AFTER.match(scene.text, match.end() - 1)
    if after is not None:
        yield from _by(scene, reading, after.end(), work)


def _of_the_work(scene: Scene, reading: Reading, quoted: list[re.Match[str]]) -> Iterator[Assertion]:
    """What a sentence says of the work told of last, or of the one that it names."""
    known = [one for one in quoted if heal_name(one["name"]) in reading.works]
    if reading.work is None or len(known) > 1 or (quoted and not known):
        return
    work = reading.work
    same = _SAME.search(scene.text)
    if same is not None:
        yield from _by(scene, reading, same.end(), work)
    elif not quoted and scene.text.startswith("由"):
        yield from _by(scene, reading, 0, work)
    yield from _ranked(scene, reading, work)
    yield from _listed(scene, reading, work)


def _by(scene: Scene, reading: Reading, start: int, work: EntityRef) -> Iterator[Assertion]:
    """由甲医院牵头，联合乙大学共同完成."""
    by = _BY.match(scene.text, start)
    while by is not None and not _ADJUDGED.search(by.group()):
        yield from _did(scene, reading, _Stretch(by.start("who"), by.end(), by.group()), work, by.start("does"))
        by = _WITH.match(scene.text, by.end())


def _did(scene: Scene, reading: Reading, stretch: _Stretch, work: EntityRef, end: int) -> Iterator[Assertion]:
    under = _UNDER.match(scene.text[stretch.start : end])
    start = stretch.start + (under.end() if under else 0)
    where = scene.sentence.view.span(start, stretch.end)
    people = scene.within(start, end, "Person")
    for person in people:
        rank = _rank_beside(scene, person, "人")
        yield reading.fact(DID_WORK, reading.person(person.name), "PARTICIPATED_IN", work, where, rank=rank)
    for body in scene.within(start, end, "Organization"):
        if any(body.start <= one.start < body.end for one in people):
            continue
        ref = employer_of(reading.organization(body))
        if organization_kind(ref.name) not in (*_OTHERS, "department", None) and not _is_of_noun(scene, body):
            yield reading.fact(DID_WORK, ref, "COMPLETED", work, where, rank=_rank_beside(scene, body, "单位"))


def _is_of_noun(scene: Scene, body: Mention) -> bool:
    """Whether the body only says where something is or whose it was: 在甲医院, 原甲大学."""
    return scene.text[body.start - 1 : body.start] in ("在", "原", "对", "于", "据")


def _rank_beside(scene: Scene, one: Mention, kind: str) -> int | str:
    behind = _RANK_BEHIND.match(scene.text, one.end)
    return _number(behind) if behind is not None and (behind["who"] or kind) == kind else ""


def _number(match: re.Match[str]) -> int | str:
    said = number(match["rank"] or match.groupdict().get("place") or "")
    return int(said) if said else ""


def _ranked(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """张三为第三完成人, 甲大学为第二完成单位, 第一完成人为张三."""
    if "完成" not in scene.text and "排" not in scene.text and "位列" not in scene.text:
        return
    for one in scene.of("Person", "Organization"):
        kind = "人" if one.label == "Person" else "单位"
        behind = _RANK_BEHIND.match(scene.text, one.end)
        if behind is not None and (behind["who"] or kind) == kind and (behind["who"] or one.label == "Person"):
            yield from _is_ranked(scene, reading, one, work, _number(behind), (one.start, behind.end()))
    for ahead in _RANK_AHEAD.finditer(scene.text):
        if ahead["who"] == "人":
            found = people_from(scene, ahead.end())[:1]
        else:
            found = [one for one in (scene.starting_at(ahead.end(), "Organization"),) if one is not None]
        for one in found:
            yield from _is_ranked(scene, reading, one, work, _number(ahead), (ahead.start(), one.end))


def _is_ranked(
    scene: Scene, reading: Reading, one: Mention, work: EntityRef, rank: int | str, extent: tuple[int, int]
) -> Iterator[Assertion]:
    where = scene.sentence.view.span(*extent)
    if one.label == "Person":
        yield reading.fact(RANKED_IN_WORK, reading.person(one.name), "PARTICIPATED_IN", work, where, rank=rank)
    else:
        house = employer_of(reading.organization(one))
        yield reading.fact(RANKED_IN_WORK, house, "COMPLETED", work, where, rank=rank)


def _listed(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """主要完成人为张三、李四、王五: their order is their rank."""
    for match in _LIST.finditer(scene.text) if "完成" in scene.text else ():
        where = scene.sentence.view.span(match.start(), match.end())
        ranks = not match["label"].startswith("其他")
        if match["who"] == "人":
            for place, name in enumerate(persons(_STRAY.sub("", re.sub(r"等.{0,4}$", "", match["list"]))), 1):
                rank = place if ranks else ""
                yield reading.fact(LISTED_IN_WORK, reading.person(name), "PARTICIPATED_IN", work, where, rank=rank)
            continue
        for place, body in enumerate(scene.within(match.start("list"), match.end("list"), "Organization"), 1):
            rank = place if ranks else ""
            yield reading.fact(LISTED_IN_WORK, reading.organization(body), "COMPLETED", work, where, rank=rank)
