"""Who did a work that received an award: people and bodies before its name, behind it, or of the work told of last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.announced import announced
from ingest.award.recognised import behind_forms, nominations
from ingest.lexicon import is_person, organization_kind
from ingest.mentions import Mention
from ingest.numerals import CHINESE_NUMERAL
from ingest.posts import ROLES
from ingest.prose.about import about
from ingest.prose.honours import ranked
from ingest.prose.honours.prizes import QUOTED_WORK, is_bare, named_at
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import people_up_to
from kg.model import Assertion, EntityRef
from kg.text import HAN, heal_name

__all__ = ["is_field", "read"]

DID_WORK = Rule("did_work")
"""甲医院张三教授牵头完成的“…”; “…”由甲大学和乙公司共同完成; 该项目由李四领衔."""

LABELLED = Rule("labelled_with_award")
"""项目名称：某某研究（2018年度某奖一等奖）."""

_QUOTED = re.compile(QUOTED_WORK)
_LABEL = re.compile(
    r"^\W{0,3}(?:(?:获奖)?(?:项目|成果)(?:中文)?名称|获奖(?:项目|成果|作品))\s*[:：]\s*"
    r"(?:[“《](?P<quoted>[^“”《》]{6,60})[”》]|(?P<name>[^“”《》\s，。][^“”《》，。]{5,60})$)"
)
_LABELLED_WITH_AWARD = re.compile(
    r"^\W{0,3}(?:(?:获奖)?(?:项目|成果)(?:中文)?名称|获奖(?:项目|成果))\s*[:：]\s*[“《]?(?P<name>[^“”《》\s。（）()]{6,60})[”》]?"
    r"[（(](?P<award>(?:(?!拟|提名|推荐|申报|候选|入围)[^（）()]){4,40}奖)[)）]$"
)
_FIELD = re.compile(
    r"\W{0,3}(?:(?:获奖|主要|项目|成果)*(?:(?:项目|成果)(?:中文)?名称|完成人员?|完成单位|完成团队)|获奖(?:项目|成果|作品))\W?\s*[:：]"
)
_N = rf"(?:{CHINESE_NUMERAL}|\d{{1,2}})"
_DOES = (
    rf"(?:(?:作为|担任|以|为)?(?:第{_N}|主要|牵头|参与|合作|协作|主持)?(?:完成|参与|参研|牵头|合作|协作|主持|承担)(?:人|单位)(?:身份|之一)?|带领团队"
    r"|(?:带领|率领)(?![下的]|[^，。；]{1,8}下)|率团队|共同|联合|合作|协作|协同|独立|主要|牵头|领衔|领导|主持|负责|主导|参与|参加|完成|申报|承担|历[时经][^，。；的]{1,6}[年载]|研究|研发|研制|主研|攻关|实施|组织实施|等)"
)
_DONE = rf"(?:{_DOES}|团队|课题组|项目组|研究组|凭借?|携)"
_BEFORE = re.compile(rf"(?P<who>.*?)(?P<does>{_DONE}+)的?(?P<noun>[^，。；、“”《》的]{{0,14}})$")
_CLAUSE = re.compile(
    r"[。；：:;”》][、，,]?|(?<![牵完主领参])(?:(?<!牵头)(?<!主导)(?<!领衔)(?<!主持)(?<!负责)[，,]"
    r"|[，,](?!联合|携手|会同|协同|与|和|[^，。；“”]{2,60}(?:共同|参与|协作|合作|参加)(?:完成|研发|研制|攻关)))"
)
_NOUN = r"(?:获奖)?(?:项目|成果|课题|研究|技术|作品)(?:成果|系统)?"
_AFTER = re.compile(rf"[”》](?:这一|等)?(?:{_NOUN})?[，,]?(?:是|系|均)?(?=由)")
_SAME = re.compile(
    rf"(?:^|(?<=[，。；,;]))\s*(?:据[^，。；]{{1,4}}[，,])?(?:(?:该|本|此|这一|这项|上述){_NOUN}|(?:项目|成果|课题))(?:是|系|均)?(?:[^，。；由]{{0,4}})(?=由)"
)
_THIS_WORK = re.compile("(?:^|[，。；：、])(?:该|本|此|这一|这项)(?:获奖)?(?:项目|成果|课题)的?")
"""该项目第一完成人张三说：“…”: what is quoted behind is no other work."""
_BY = re.compile(rf"由(?P<who>(?:[^。；“”《》]|“[^“”]{{1,8}}”){{2,120}}?)(?P<does>{_DOES}+)(?=[，。；,;、]|而成|$|的)")
_WITH = re.compile(
    rf"[，,、]\s*(?:并|同时)?(?P<joined>与|和|联合|携手|会同|协同)?(?P<who>[^。；“”《》]{{2,120}}?)(?P<does>{_DOES}+)(?=[，。；,;]|而成|$)"
)
_OF_A_TEAM = re.compile(rf"由[^，。；“”《》]{{2,60}}?{_DOES}的[^，。；]{{0,24}}(?:团队|课题组|项目组|研究组|集体|群体)")
"""由张三领衔的某某团队…: what the sentence is about, which need not be the work."""
_THEN_BY = re.compile(rf"[，,]\s*(?:{_NOUN})?(?:是|系|均)?(?=由)")
_BY_EACH = re.compile(rf"分别由(?P<who>[^。；“”《》]{{4,120}}?)(?P<does>{_DOES}+)(?=[，。；,;]|$)")
_OF = re.compile(
    rf"(?:[{HAN}]{{1,10}}(?:科|室|中心|部|系|学院|所))?(?:{ROLES})*(?:等[{HAN}\d]{{0,4}})?的"
    r"(?:(?:获奖|参赛|研究)?(?:项目|成果|课题|作品|研究))?$"
)
"""甲医院超声科的“…”, 张三教授的项目“…”: what stands between the name and the work."""
_TITLED = re.compile(rf"(?:{ROLES})+(?:等人?)?")
"""张三教授“…”: a title alone between the name and the work that won."""
_NAMES_OF = re.compile(
    rf"(?:^|(?<=[，,；;。：:年由])|(?<=[》”]、))\s*(?!由)(?P<names>[{HAN}]{{2,4}}?(?:[、和][{HAN}]{{2,4}}?)*)(?:等(?:\d+|[{HAN}])?人?)?"
    r"(?:的|(?:共同|合作)?(?:完成|研究|研制|主研|主持|承担|牵头|领衔|负责|撰写)的)$"
)
"""甲、乙等的《…》: bare names in a row before what is theirs."""
_GUIDED = re.compile(
    r"(?:同学|等)?(?:组成的?[^，。；]{0,12})?在[^，。；]{2,30}(?:指导|带领|指引)下[，,](?:[^，。；“”《》]{0,8}的)?(?:(?:以|凭借|携|其)?(?:参赛|获奖)?(?:作品|项目|课题|论文|设计|方案))?$"
)
"""张三、李四在王五老师的指导下，作品“…”: whose the work is."""
_TEAM_AHEAD = re.compile(
    rf"(?:{ROLES})*(?:(?:领衔|牵头|带领|率领|领导|为首|所在)的?[{HAN}]{{0,12}}?(?:团队|课题组|项目组|研究组)|(?<=团队)|(?<=[课题项目研究]组))"
    r"(?!的|成员)[^，。；“”《》]{0,40}[，,]$"
)
"""张三研究员领衔的超声团队凭借…，|完成的“…”: whose team a clause before told of."""
_JOINS = re.compile("[、和与及]?")
_DOERS = ("hospital", "university", "institute", "company")
_PRONOUN = re.compile(r"(?:此前|早在|其中|同年)?(?:(?:19|20)\d\d年)?(?:他|她|其)(?!他|她|它|中|余)")
_ADJUDGED = re.compile("评审|颁发|授予|推荐|提名|资助|设立|主办|承办|支持(?!下)")
_UNDER = re.compile(r"^.*(?:指导|支持|资助|帮助|带领|领导)下[，,]?")
_OTHERS = ("government", "funder", "society", "society_branch")


def is_field(text: str, at: int, reading: Reading) -> bool:
    """Whether a sentence of news, which stands at a place of the text, is a field of a work's form (完成人：…), which is read
    as such; its name is kept. On the line of a sentence that quotes the work with its award it is none.
    """
    if not _FIELD.match(text) or _LABELLED_WITH_AWARD.match(text) or not announced(reading.document):
        return False
    ahead = reading.document.text[:at].rpartition("\n")[2]
    if reading.work is not None and "”" in ahead and "奖" in ahead:
        return False
    label = _LABEL.match(text)
    if label is None and reading.work is not None and not nominations(reading.document):
        return False  # no form has it: it tells of the work told of last
    if label is not None:
        reading.tells_of_work(heal_name(label["quoted"] or label["name"]))
    return label is None or not text[label.end() :].strip("。；; ")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where words stand that say who did a work."""

    start: int
    end: int


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """PARTICIPATED_IN and COMPLETED of the works that received awards; which work a sentence tells of is kept."""
    yield from _labelled(scene, reading)
    if not reading.works:
        return
    quoted = list(_QUOTED.finditer(scene.text))
    for match in quoted:
        work = reading.works.get(heal_name(match["name"]))
        if work is not None:
            yield from _of_quoted(scene, reading, match, work)
    yield from _of_the_work(scene, reading, quoted)
    if len({heal_name(one["name"]) for one in quoted} & reading.works.keys()) > 1:
        reading.work = None  # which of several 该成果 means, the sentences behind do not tell


def _labelled(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """项目名称：某某研究（2018年度某奖一等奖）: a work that a line presents with its award."""
    match = (
        _LABELLED_WITH_AWARD.match(scene.text) if "名称" in scene.text or scene.text.lstrip("■●◆ ").startswith("获奖") else None
    )
    prize = named_at(match["award"], 0) if match is not None else None
    if match is None or prize is None or is_bare(prize.name) or prize.end != len(match["award"]):
        return
    work = reading.tells_of_work(heal_name(match["name"]))
    award = EntityRef(label="Award", name=prize.name)
    where = scene.sentence.view.span(match.start("name"), match.end())
    yield reading.fact(LABELLED, work, "RECEIVED", award, where, year=prize.year or "", grade=prize.grade)


def _of_quoted(scene: Scene, reading: Reading, match: re.Match[str], work: EntityRef) -> Iterator[Assertion]:
    reading.work = work
    yield from _of_names(scene, reading, match.start(), work)
    start = max((cut.end() for cut in _CLAUSE.finditer(scene.text, 0, match.start())), default=0)
    before = _BEFORE.match(scene.text[start : match.start()])
    if before is not None:
        stretch = _Stretch(start, start + before.end("does"))
        yield from _did(scene, reading, stretch, work, start + before.end("does"))
        yield from _by_team(scene, reading, stretch, work)
        yield from _whom_it_means(scene, reading, stretch, work)
    else:
        yield from _owned(scene, reading, start, match.start(), work)
    after = _AFTER.match(scene.text, match.end() - 1)
    if after is not None:
        yield from _by(scene, reading, after.end(), work)


def _by_team(scene: Scene, reading: Reading, stretch: _Stretch, work: EntityRef) -> Iterator[Assertion]:
    """甲医院张三领衔的团队凭借…，完成的“…”: who heads the team that the clause right before is about."""
    if scene.within(stretch.start, stretch.end, "Person", "Organization"):
        return
    ahead = max((cut.end() for cut in re.finditer("[。；：:;，,]", scene.text[: stretch.start - 1])), default=0)
    people = scene.within(ahead, stretch.start, "Person")
    if len(people) == 1 and _TEAM_AHEAD.fullmatch(scene.text, people[0].end, stretch.start):
        yield from _did(scene, reading, _Stretch(ahead, stretch.end), work, people[0].end)


def _whom_it_means(scene: Scene, reading: Reading, stretch: _Stretch, work: EntityRef) -> Iterator[Assertion]:
    """他主持的“…”: the person whom the pronoun means."""
    pronoun = _PRONOUN.match(scene.text, stretch.start, stretch.end)
    person = about(scene, reading, pronoun.end()) if pronoun is not None else None
    if person is not None:
        where = scene.sentence.view.span(stretch.start, stretch.end)
        yield reading.fact(DID_WORK, person, "PARTICIPATED_IN", work, where)


def _owned(scene: Scene, reading: Reading, start: int, end: int, work: EntityRef) -> Iterator[Assertion]:
    """甲医院超声科的“…”, 张三教授的“…”."""
    named = scene.within(start, end, "Person", "Organization")
    yield from _houses_beside(scene, reading, start, end, work)
    titled = bool(named) and named[-1].label == "Person" and _TITLED.fullmatch(scene.text, named[-1].end, end) is not None
    yield from _guided(scene, reading, end, work)
    if named and (titled or _OF.fullmatch(scene.text, named[-1].end, end)):
        yield from _did(scene, reading, _Stretch(named[-1].start, end), work, end)


def _guided(scene: Scene, reading: Reading, end: int, work: EntityRef) -> Iterator[Assertion]:
    """张三、李四在王五老师的指导下，作品“…”: the people of the row that did it, not who guided them."""
    for one in scene.of("Person") if scene.text.find("下，", 0, end) > 0 else ():
        if _GUIDED.fullmatch(scene.text, one.end, end) is not None:
            row = people_up_to(scene, one.end)
            where = scene.sentence.view.span(row[0].start, end)
            for each in row:
                yield reading.fact(DID_WORK, reading.person(each.name), "PARTICIPATED_IN", work, where)
            return


def _houses_beside(scene: Scene, reading: Reading, start: int, end: int, work: EntityRef) -> Iterator[Assertion]:
    """甲医院、乙公司“…”项目获奖: the houses of the row that ends where the work's name begins."""
    edge = end
    for body in reversed(scene.within(start, end, "Organization")):
        if not _JOINS.fullmatch(scene.text, body.end, edge):
            return
        edge = body.start
        ref = employer_of(reading.organization(body))
        if organization_kind(ref.name) in _DOERS and not _is_of_noun(scene, body):
            yield reading.fact(DID_WORK, ref, "COMPLETED", work, scene.sentence.view.span(body.start, end))


def _of_names(scene: Scene, reading: Reading, end: int, work: EntityRef) -> Iterator[Assertion]:
    """1985年甲、乙等的《…》: each name of a row that no title tells to be a person's."""
    row = _NAMES_OF.search(scene.text, 0, end)
    names = re.split("[、和]", row["names"]) if row is not None else []
    if row is None or not all(map(is_person, names)):
        return
    where = scene.sentence.view.span(row.start("names"), end)
    known = {one.name for one in scene.within(row.start("names"), end, "Person")}
    for name in (one for one in names if one not in known):
        yield reading.fact(DID_WORK, reading.person(name), "PARTICIPATED_IN", work, where)


def _of_the_work(scene: Scene, reading: Reading, quoted: list[re.Match[str]]) -> Iterator[Assertion]:
    """What a sentence says of the work told of last, or of the one that it names."""
    known = [one for one in quoted if heal_name(one["name"]) in reading.works]
    if len(known) > 1:
        yield from _by_each(scene, reading, [reading.works[heal_name(one["name"])] for one in known])
    other = quoted and not known and not _THIS_WORK.search(scene.text, 0, quoted[0].start())
    if reading.work is None or len(known) > 1 or other:
        return
    if not known and "本" in scene.text and scene.sentence.view.offsets[0] < behind_forms(reading.document):
        return  # 本项目 in a form is the form's own work, not one that it named last
    work = reading.work
    same = _SAME.search(scene.text) or (_THEN_BY.search(scene.text, known[-1].end()) if known else None)
    if same is not None:
        yield from _by(scene, reading, same.end(), work)
    elif not quoted and scene.text.startswith("由") and not _OF_A_TEAM.match(scene.text):
        yield from _by(scene, reading, 0, work)
    yield from ranked.read(scene, reading, work)


def _by_each(scene: Scene, reading: Reading, works: list[EntityRef]) -> Iterator[Assertion]:
    """“甲”、“乙”…，分别由张三、李四领衔完成: each work its own person; nothing where their numbers differ."""
    by = _BY_EACH.search(scene.text)
    people = scene.within(by.start("who"), by.end("who"), "Person") if by is not None else ()
    if by is None or len(people) != len(works):
        return
    where = scene.sentence.view.span(by.start(), by.end())
    for person, work in zip(people, works, strict=True):
        yield reading.fact(DID_WORK, reading.person(person.name), "PARTICIPATED_IN", work, where)


def _by(scene: Scene, reading: Reading, start: int, work: EntityRef) -> Iterator[Assertion]:
    """由甲医院牵头，联合乙大学共同完成; 由甲医院牵头，乙公司、丙医院参加."""
    by = _BY.match(scene.text, start)
    while by is not None and not _ADJUDGED.search(by.group()):
        yield from _did(scene, reading, _Stretch(by.start("who"), by.end()), work, by.start("does"))
        by = _WITH.match(scene.text, by.end())
        opened = by is not None and any(one.start == by.start("who") for one in scene.of("Person", "Organization"))
        by = by if by is not None and (by["joined"] or opened) and not by["does"].endswith("完成人") else None


def _did(scene: Scene, reading: Reading, stretch: _Stretch, work: EntityRef, end: int) -> Iterator[Assertion]:
    under = _UNDER.match(scene.text[stretch.start : end])
    start = stretch.start + (under.end() if under else 0)
    where = scene.sentence.view.span(start, stretch.end)
    people = scene.within(start, end, "Person")
    for person in people:
        rank = ranked.beside(scene, person)
        yield reading.fact(DID_WORK, reading.person(person.name), "PARTICIPATED_IN", work, where, rank=rank)
    for body in scene.within(start, end, "Organization"):
        if any(body.start <= one.start < body.end for one in people) or scene.text.startswith("院士", body.end):
            continue
        ref = employer_of(reading.organization(body))
        if organization_kind(ref.name) not in (*_OTHERS, "department", None) and not _is_of_noun(scene, body):
            yield reading.fact(DID_WORK, ref, "COMPLETED", work, where, rank=ranked.beside(scene, body))


def _is_of_noun(scene: Scene, body: Mention) -> bool:
    """Whether the body only says where something is or whose it was: 在甲医院, 原甲大学."""
    return scene.text[body.start - 1 : body.start] in ("在", "原", "对", "于", "据")
