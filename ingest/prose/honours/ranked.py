"""The places of people and bodies in a work that received an award: 第三完成人, lists in order, who heads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.award.recognised import behind_forms, nominations
from ingest.base import once
from ingest.lexicon import could_be_person, is_person, is_title
from ingest.mentions import Mention
from ingest.numerals import CHINESE_NUMERAL, number
from ingest.posts import ROLES
from ingest.prose.about import about
from ingest.prose.honours.prize_rounds import by_name, year_of
from ingest.prose.honours.prizes import received
from ingest.prose.people.described import employer_of
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import bodies_from, people_from
from ingest.table.recognise import persons
from kg.model import Assertion, Document, EntityRef, Fact
from kg.text import HAN, heal_name

__all__ = ["beside", "read"]

RANKED_IN_WORK = Rule("ranked_in_work")
"""张三为第三完成人; 第一完成单位为甲大学; 李四（第二完成人）."""
LISTED_IN_WORK = Rule("listed_in_work")
"""主要完成人为张三、李四、王五; 合作单位包括甲和乙."""
HEADS_WORK = Rule("heads_work")
"""项目负责人为甲医院张三主任."""
PUT_FORWARD_BY = Rule("put_forward_by")
"""…获某奖，由甲厅提名; 该项目提名单位为甲学会."""
NOTED_WITH_AWARD = Rule("noted_with_award")
"""“某研究”获某奖二等奖（张三、李四、王五）."""

PLACED_WITH_AWARD = Rule("placed_with_award")
"""“某研究”获某奖一等奖，张三、李四分列第一、第三完成人: what each of them received."""

_N = rf"(?:{CHINESE_NUMERAL}|\d{{1,2}})"
_WORK = "(?:该|本)?(?:获奖)?(?:项目|成果|课题|研究|技术|作品)?"
_BEHIND = re.compile(
    rf"(?:{ROLES})*[（(，,]?\s*(?:同时)?(?:为|是|系|任|作为|担任|以|列|位列)?{_WORK}的?"
    rf"(?:(?:第(?P<rank>{_N})|(?P<only>唯一|独立))(?:主要)?(?:完成|参研)(?P<who>人|单位)|(?:排名|位列|排在|排)第(?P<place>{_N})(?:位|名)?)"
    r"(?!(?:分别|则|就)?(?:[为是系由]|[:：]))"
)
_AHEAD = re.compile(rf"第(?P<rank>{_N})(?:主要)?(?:完成|参研)(?P<who>人|单位)(?:分别)?(?:为|是|系|[:：])?\s*")
_EPITHETS = re.compile(
    rf"(?:(?:现?已经?)?(?:退休|离休|离任|去世|病故|逝世)的?|已故的?|[我本][院科校所]的?|时任|原|前|老(?=[主院所科书教专])|(?:[{HAN}]{{2,8}}?[科室部](?={ROLES})))*"
    rf"(?:{ROLES})+的?(?P<name>[{HAN}]{{2,3}})(?=[，。；、）)]|$)"
)
"""已退休的老主任|张三, 我院退休教授|李四: who is told only by what he was, at the end of a clause."""
_ROW_BEHIND = re.compile(
    rf"(?:依次|分别)?(?:为|是|系|列|分列|位列|排名|居)(?:{_WORK}的?)?"
    rf"(?:前(?P<first>{_N})(?:位|名)?|(?P<each>第?{_N}(?:、第?{_N})*(?:[和、]第?{_N})))(?:主要)?完成人"
    rf"|(?:均|都|同)?(?:为|是|系)(?:{_WORK}的?)?(?P<chief>主要)完成人(?!员|[为是：:])"
)
"""甲、乙、丙依次为前三完成人; 乙、丙分列第二、第三完成人."""
_TOOK_PART = re.compile(rf"(?:共同)?(?:参与|参加)了?{_WORK}的?(?:研究|研发|完成|实施|攻关|工作)(?=[，。；]|$)")
"""甲大学、乙公司参与了项目研究."""
_JOINS = re.compile("[、和与及]?")
_ROW_EDGE = re.compile(r"[，。；：:,;“”（）()\n]")
_ROW_CUT = re.compile("[、和与]")
_PRONOUN = re.compile(
    rf"(?:^|[，,；;由])(?:他|她|其(?=[作担]))(?:均|都)?(?:为|是|系|作为|担任){_WORK}的?第(?P<rank>{_N})(?:主要)?完成人"
)
_HEAD = re.compile(
    r"(?:项目|成果|课题|团队)(?:总?负责人|主持人|牵头人|带头人|首席科学家|首席专家|总设计师|总师)(?:为|是|系|[:：、])?\s*"
)
_ARE = r"(?:(?:为|有|是|包括|包含|如下)[:：]?|[:：])"
_LIST = re.compile(
    r"(?P<label>(?:主要|其他|全部)?完成(?P<who>人|单位)员?|(?:合作|协作|参与|参加|联合)(?:完成)?(?P<with>单位)"
    r"|(?:团队|项目|项目组|课题组|主要)(?P<team>成员))"
    rf"(?:名单|团队)?(?:依次|分别)?(?:还)?{_ARE}\s*(?P<list>(?:[^。；;：:（）()“”]|[（(][^（）()。；;：:]{{2,40}}[)）]){{2,400}}?)(?=[。；;）)]|$|[，,](?:其中|获|荣获|主要|完成|由|经|[^，。；、]{{0,4}}(?:提名|推荐)))"
)
_PUT_FORWARD = re.compile(r"(?<![理来自])由|经(?!由|过)|(?P<label>(?:提名|推荐)单位(?:为|是|[:：]))\s*")
_PUTS_FORWARD = re.compile(r"(?:联合|共同|组织|负责|予以)*(?:提名|推荐)(?=[，。；、）)]|$|申报|参评|参加|上报|报送)")
_WHOSE_NOMINATION = re.compile("(?:联合|共同)?(?:提名|推荐)的[“《]")
"""甲厅|提名的“某研究”获某奖."""
_WON_BY = re.compile(
    rf"(?:奖|[特一二三]等)[”》]?[（(](?:(?:主要)?完成人(?:依次)?(?:为|[:：])?)?(?P<names>[{HAN}]{{2,4}}(?:\s?[{HAN}])?(?:、[{HAN}·\s]{{2,6}})+)等?[)）]"
)
_FIELD = re.compile(r"完成(?:人员?|单位)[ \t\u3000]*[：:]")
"""A line that opens with the label of those who completed a work."""
_EXPERTS = re.compile(
    r"(?:^\W{0,3}|(?<=[，。；,;]))(?:(?:领衔|联合|合作|参与|主要|核心|其他|项目|课题|攻关|研究)(?:专家|成员|骨干)|(?:项目|研究|课题|攻关)?(?:团队|组)(?:的?(?:主要|核心|其他))?成员)"
    rf"(?:还)?{_ARE}\s*(?P<list>[^。：:“”]{{2,400}}?)(?=[。]|$|[，,](?:其中|获|荣获|主要|完成))"
)
"""联合专家：甲医院科主任张三；乙大学研究员李四、王五等: each behind a house and a post, or behind none."""
_TITLED = re.compile(rf"(?:{ROLES})+$")
_ITEMS = re.compile("[、；;]")
_POST = re.compile(rf"^.*(?:科|室|部|系|[医学]院|中心|所|公司|集团|大学|负责人|带头人|{ROLES})")
_NOTED = re.compile("[（(][^（）()]*[)）]")
_NEXT_ITEM = re.compile(r"[、，,；;\s]*(?<!\d)[（(]?\d{1,2}[)）.．、]\s*(?=[\u4e00-\u9fff])")
"""The number of an item: 1.甲 2.乙."""
_ETC = re.compile(r"等.{0,4}$|[、，,]$")


def read(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """PARTICIPATED_IN and COMPLETED with ranks that a sentence tells of a work, NOMINATED by whom it says."""
    if "提名" in scene.text or "推荐" in scene.text:
        yield from _put_forward(scene, reading, work)
    if "奖" in scene.text:
        yield from _noted(scene, reading, work)
    if reading.crew == reading.said - 1 or any(
        word in scene.text
        for word in (
            "完成",
            "参研",
            "参与",
            "参加",
            "排",
            "位列",
            "单位",
            "成员",
            "骨干",
            "专家",
            "负责人",
            "主持人",
            "头人",
            "首席",
            "总师",
        )
    ):
        placed = [*_in_a_row(scene, reading, work), *_ranked(scene, reading, work)]
        yield from placed
        yield from _with_award(scene, reading, work, placed)
        yield from _took_part(scene, reading, work)
        yield from _meant(scene, reading, work)
        yield from _headed(scene, reading, work)
        yield from _listed(scene, reading, work)
        yield from _team(scene, reading, work)


def _put_forward(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """由甲厅提名, 由甲学会和乙医院联合推荐, 提名单位为甲厅: each body of the row."""
    for by in _PUT_FORWARD.finditer(scene.text):
        bodies = bodies_from(scene, by.end())
        done = _PUTS_FORWARD.match(scene.text, bodies[-1].end) if bodies else None
        for body in bodies if done is not None or by["label"] else ():
            where = scene.sentence.view.span(by.start(), bodies[-1].end)
            yield reading.fact(PUT_FORWARD_BY, reading.organization(body), "NOMINATED", work, where)
    for body in scene.of("Organization"):
        done = _WHOSE_NOMINATION.match(scene.text, body.end)
        if done is not None and scene.text.startswith(work.name, done.end()):
            where = scene.sentence.view.span(body.start, done.end() + len(work.name))
            yield reading.fact(PUT_FORWARD_BY, reading.organization(body), "NOMINATED", work, where)


def _noted(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """…获某奖二等奖（张三、李四）: those whom the bracket behind the award names, in their order."""
    for note in _WON_BY.finditer(scene.text):
        names = [heal_name(one) for one in note["names"].split("、")]
        if work.name not in heal_name(scene.text[: note.start()]) or not all(map(is_person, names)):
            continue
        where = scene.sentence.view.span(*note.span())
        for rank, name in enumerate(names, 1):
            yield reading.fact(NOTED_WITH_AWARD, reading.person(name), "PARTICIPATED_IN", work, where, rank=rank)


def beside(scene: Scene, one: Mention) -> int | str:
    """The rank that stands right behind a name, "" where none does."""
    behind = _BEHIND.match(scene.text, one.end)
    kind = "人" if one.label == "Person" else "单位"
    return _number(behind) if behind is not None and (behind["who"] or kind) == kind else ""


def _number(match: re.Match[str]) -> int | str:
    told = match.groupdict()
    said = "1" if told.get("only") else number(told["rank"] or told.get("place") or "")
    return int(said) if said else ""


def _ranked(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """张三为第三完成人, 甲大学为第二完成单位, 第一完成人为张三."""
    for one in scene.of("Person", "Organization"):
        kind = "人" if one.label == "Person" else "单位"
        behind = _BEHIND.match(scene.text, one.end)
        if behind is not None and (behind["who"] or kind) == kind and (behind["who"] or one.label == "Person"):
            yield _is_in(scene, reading, one, work, (one.start, behind.end()), RANKED_IN_WORK, _number(behind))
    for ahead in _AHEAD.finditer(scene.text):
        found = _first_behind(scene, ahead)
        for one in found:
            yield _is_in(scene, reading, one, work, (ahead.start(), one.end), RANKED_IN_WORK, _number(ahead))
        told = _EPITHETS.match(scene.text, ahead.end()) if not found and ahead["who"] == "人" else None
        if told is not None and could_be_person(told["name"]) and not is_title(told["name"]):
            where = scene.sentence.view.span(ahead.start(), told.end())
            who = reading.person(told["name"])
            yield reading.fact(RANKED_IN_WORK, who, "PARTICIPATED_IN", work, where, rank=_number(ahead))


def _with_award(scene: Scene, reading: Reading, work: EntityRef, placed: list[Assertion]) -> Iterator[Assertion]:
    """RECEIVED of those whose places a sentence of news tells beside the one award that it says their work got."""
    prizes = list(received(scene.text)) if placed and not nominations(reading.document) else []
    prize = by_name(prizes[0], reading) if len(prizes) == 1 else None
    if prize is None or work.name not in heal_name(scene.text[: prize.start]):
        return
    award, behind = EntityRef(label="Award", name=prize.name), scene.sentence.view.offsets[prize.end - 1]
    for one in placed:
        if (
            isinstance(one, Fact)
            and one.predicate == "PARTICIPATED_IN"
            and one.qualifiers.get("rank")
            and one.evidence.span.start > behind
        ):
            given = {
                "year": prize.year or year_of(award, reading),
                "grade": prize.grade,
                "rank": one.qualifiers.get("rank", ""),
            }
            yield reading.fact(PLACED_WITH_AWARD, one.subject, "RECEIVED", award, one.evidence.span, **given)


def _took_part(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """甲大学、乙公司参与了项目研究: the houses of the row that opens its sentence."""
    for said in _TOOK_PART.finditer(scene.text):
        row: list[Mention] = []
        edge = said.start()
        for body in reversed(scene.within(0, said.start(), "Organization")):
            if not _JOINS.fullmatch(scene.text, body.end, edge):
                break
            row, edge = [body, *row], body.start
        for body in row if not scene.text[:edge].strip() or scene.text[edge - 1] in "。；，" else ():
            yield _is_in(scene, reading, body, work, (edge, said.end()), LISTED_IN_WORK, "")


def _in_a_row(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """甲、乙、丙依次为前三完成人, 乙、丙分列第二、第三完成人: each of the row has the place that stands at its own."""
    for behind in _ROW_BEHIND.finditer(scene.text):
        edge = max((cut.end() for cut in _ROW_EDGE.finditer(scene.text, 0, behind.start())), default=0)
        houses = [one.end for one in scene.of("Organization") if edge <= one.start and one.end < behind.start()]
        start = max([edge, *houses])
        names = [heal_name(one) for one in _ROW_CUT.split(scene.text[start : behind.start()])]
        places = [number(one.strip("第 ")) for one in re.split("[、和]", behind["each"] or "") if one]
        counted = list(range(1, len(names) + 1))
        ranks = [int(one) for one in places if one] if places else counted
        whole = places or behind["chief"] or number(behind["first"] or "") == len(names)
        if not whole or len(ranks) != len(names) or not all(map(is_person, names)):
            continue
        where = scene.sentence.view.span(start, behind.end())
        for rank, name in zip(ranks, names, strict=True):
            place = rank if not behind["chief"] else ""
            yield reading.fact(LISTED_IN_WORK, reading.person(name), "PARTICIPATED_IN", work, where, rank=place)


def _meant(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """她为第一完成人: whom the pronoun means."""
    said = _PRONOUN.search(scene.text)
    person = about(scene, reading, said.end()) if said is not None else None
    if said is not None and person is not None:
        where = scene.sentence.view.span(said.start(), said.end())
        yield reading.fact(RANKED_IN_WORK, person, "PARTICIPATED_IN", work, where, rank=_number(said))


def _first_behind(scene: Scene, ahead: re.Match[str]) -> list[Mention]:
    if ahead["who"] == "人":
        return people_from(scene, ahead.end())[:1]
    body = scene.starting_at(ahead.end(), "Organization")
    return [body] if body is not None else []


def _headed(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    for head in _HEAD.finditer(scene.text):
        for one in people_from(scene, head.end())[:1]:
            yield _is_in(scene, reading, one, work, (head.start(), one.end), HEADS_WORK, "")


def _is_in(
    scene: Scene, reading: Reading, one: Mention, work: EntityRef, extent: tuple[int, int], rule: Rule, rank: int | str
) -> Assertion:
    where = scene.sentence.view.span(*extent)
    if one.label == "Person":
        return reading.fact(rule, reading.person(one.name), "PARTICIPATED_IN", work, where, rank=rank)
    return reading.fact(rule, employer_of(reading.organization(one)), "COMPLETED", work, where, rank=rank)


def _listed(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """主要完成人为张三、李四、王五: their order is their rank; 合作单位 and 其他完成人 have none."""
    if scene.sentence.view.offsets[0] < behind_forms(reading.document):
        return  # the fields of its forms are read as such
    for match in _LIST.finditer(scene.text):
        if _FIELD.search(match.group()) and _several(reading.document):
            continue  # each of several works has its own
        where = scene.sentence.view.span(match.start(), match.end())
        ranks = match["who"] is not None and not match["label"].startswith("其他")
        if match["who"] == "人" or match["team"]:
            for place, name in enumerate(_names(match["list"]), 1):
                rank = place if ranks else ""
                yield reading.fact(LISTED_IN_WORK, reading.person(name), "PARTICIPATED_IN", work, where, rank=rank)
            continue
        for place, body in enumerate(scene.within(match.start("list"), match.end("list"), "Organization"), 1):
            rank = place if ranks else ""
            yield reading.fact(LISTED_IN_WORK, reading.organization(body), "COMPLETED", work, where, rank=rank)


@once
def _several(document: Document) -> bool:
    """Whether a document labels the completers, or the completing units, of more than one work."""
    said = [one[0] for one in re.findall(r"(?<!第[一二三四五六七八九十])完成(人员?|单位)[ \t\u3000]*[：:]", document.text)]
    return len(said) > len(set(said))


def _team(scene: Scene, reading: Reading, work: EntityRef) -> Iterator[Assertion]:
    """团队成员包括甲医院张三教授、我院李四、王五等: who stands in the list, without an order that is told to be a rank."""
    if nominations(reading.document):
        return
    goes_on = reading.crew == reading.said - 1
    stretches = [match.span("list") for match in _EXPERTS.finditer(scene.text)] or [(0, len(scene.text))] * goes_on
    for start, end in stretches:
        reading.crew = reading.said if scene.text[start:end].endswith("；") else -1
        where = scene.sentence.view.span(start, end)
        for name in _behind_posts(scene.text[start:end]):
            yield reading.fact(LISTED_IN_WORK, reading.person(name), "PARTICIPATED_IN", work, where)


def _behind_posts(words: str) -> Iterator[str]:
    """The names of a list whose items may open with a house and a post, up to its first comma.

    >>> list(_behind_posts("岚江医院放射科主任柏舟；溪山大学研究员翟远、韩岳教授等"))
    ['柏舟', '翟远', '韩岳']
    """
    for item in _ITEMS.split(re.split("[，,]", words)[0]):
        bare = _TITLED.sub("", _ETC.sub("", item.strip("。 ")))
        name = bare if bare and could_be_person(bare) else _POST.sub("", bare)
        if name and could_be_person(name) and not is_title(name):
            yield heal_name(name)


def _names(words: str) -> tuple[str, ...]:
    """The people of a list, numbers and what brackets note of each left out: all of it, else up to its first comma."""
    words = _NEXT_ITEM.sub("、", _NOTED.sub("", words)).removeprefix("、")
    return persons(_ETC.sub("", words)) or persons(_ETC.sub("", re.split("[，,]", words)[0]))
