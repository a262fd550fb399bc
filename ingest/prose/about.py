"""Whom a clause is about: the person that it opens with, that a pronoun means, or that the paragraph is about."""

from __future__ import annotations

import re

from ingest.lexicon import TITLES
from ingest.mentions import Mention
from ingest.people import LEADS_LINE
from ingest.posts import ROLES
from ingest.prose.people.described import OFFICE, POST_WORDS
from ingest.prose.reading import Reading, Scene
from ingest.wards import behind_ward
from kg.model import EntityRef

__all__ = ["CV_LABEL", "OF_KIN", "about", "named_above", "remember", "sole", "wished"]

CV_LABEL = re.compile(
    r"(?:(?:主要|学术|社会|科研|近年来?|近五年)*(?:兼职|任职|获奖(?:情况|经历)?|奖励|荣誉|奖项|科研项目|研究项目|承担项目)[:：]\s*)"
)
"""What the parts of a page about a person open with."""
_PRESENTS = re.compile(
    r"(?:[（(][^（）()]{1,24}[)）])?(?:\s*[，,：:|｜]\s*|\s+)(?:[男女](?=[，,。；\s])|[\u4e00-\u9fff]{1,3}族[，,]|(?:19|20)\d\d年(?:\d{1,2}月)?(?:出?生|[，,])"
    rf"|[\u4e00-\u9fff]{{4,24}}(?:{POST_WORDS})(?=[，、][^，。；、]{{0,24}}(?:{POST_WORDS}|{'|'.join(TITLES)}|导师)[，。；、]|[。；]|$)"
    rf"|(?:(?:中国科学院|中国工程院|中科院)院士|{'|'.join(TITLES)}|(?:医学|理学|工学)?[博硕]士|[博硕]士(?:研究)?生导师|科主任|[\u4e00-\u9fff]{{2,16}}(?:学家|专家)|(?:原籍|祖籍)?[\u4e00-\u9fff]{{4,12}}人(?=[，,。]\s*(?:(?:19|20)\d\d年|[男女])))(?=[，,、。；\s/（(]|$))"
)

_OPENS_CLAUSE = re.compile(
    r"(?:^|[，。；,;：:“】\]］])\s*(?:此前|随后|日前|近日|目前|同时|其中|据悉|会上|期间|截至目前)?[，,]?\s*"
    rf"(?:科室?|现任)?(?:{POST_WORDS}){{0,2}}(?:(?:时年|年仅|当时)?\d{{1,3}}岁的|(?:19|20)\d\d年出生的|出生于[^，。；]{{2,8}}的)?$"
)
"""What may stand before the person that a clause opens with: a time, and a post without its house (科主任张三)."""
_BESIDE = re.compile(
    rf"(?:{ROLES}|[，,、\s])*(?:正式|全职|如今|现在|目前|随后|随即|毅然|又|也|还|已|再次|再度|最终|同时|于?(?:19|20)\d\d年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)*"
)
"""What may stand between the subject and its verb: 张三博士|正式|加盟甲医院."""
_KIN = (
    r"(?:的?(?:大|首位|第一位|几位)?(?:学生|弟子|门生|徒弟|导师|老师|恩师|同事|助手|同学|师[兄弟姐妹]|(?:博士|硕士|研究)生(?!导师|涯)"
    r"|妻子|丈夫|夫人|爱人|父母?亲?|母亲|[长次]?[儿女][子儿]|[哥姐弟妹][哥姐弟妹]))"
)
"""Whom words say to be somebody's: his pupil, his wife."""
_PRONOUN = re.compile(
    r"(?:^|[，。；,;])(?:此前|目前|同时|此外|近年来|最开始|最初|起初|后来|随后|当时|如今|现在|早年|[回毕退][国业休]后|(?:19|20)\d\d年)?[，,]?"
    rf"由?(?:[他她其](?!他|次|中|实|余|间|{_KIN})|(?:先生|该同志)(?=[还曾先也并又被获荣是为主担兼长一现历承参发出作从目近]))"
)
OF_KIN = re.compile(
    rf"(?:^|[，。；,;])\s*(?:此前|目前|同时|此外|后来|随后)?(?:自|于|在)?(?:(?:19|20)\d\d年(?:\d{{1,2}}月)?起?)?[，,]?[他她其]{_KIN}"
)
"""How a clause opens that tells of somebody who is kin, pupil or teacher of the one that the text is about."""
_NO_SUBJECT = re.compile(
    r"(?:(?:科技创新|科研|学术|教学|工作)?(?:成果|硕果|成绩|成就|业绩)(?:丰硕|累累|斐然|显著|突出|卓著|颇丰|颇多|不少|众多|喜人|可观|丰富)|此前|早年|最初|起初|后来|目前|同时|此外|先后|曾|还|并|毕业后|回国后|随后|其后|同年|次年|(?:19|20)\d\d年(?:\d+月)?|于|在|[，,、\s]|是(?=[^，。；]{4,30}(?:主任|教授|院长|所长))|为(?=[A-Z《])|现任|现为|历任|曾任|担任|兼任|任(?![务期何命由教职])|主编|参编|主译|师从|[任执]教(?!育|学|研)|毕业于|主持|承担|获得?|荣获|入选|当选|长期|一直|主要|致力)"
)
_HAS_OBJECT = re.compile("(?:师从|师承|受教于|先后师从|曾师从|导师[为是])")
"""A clause without a subject whose person is no subject either."""
_MARKED = re.compile(rf"(?:{ROLES})*(?:[（(][^（）()]*[)）])?[，,](?!(?:他|她)?(?:带领|率领|所在|其)|团队|课题组)")
_ANOTHER = re.compile(
    r"(?:^|[，。；,;])\s*(?:[该本我其]|所在|所带|所领导的?|带领的?)?(?:科(?![技学研])室?|医院|中心|学院|团队|课题组|实验室|研究生|学生|弟子|导师|项目组?|平台)(?![，。；])"
)
"""How a clause on a person's page opens that tells of somebody or something else."""
_ANOTHERS_POST = re.compile(rf"(?:科室?|病区)?(?:{POST_WORDS})[\u4e00-\u9fff]{{2,4}}(?:{POST_WORDS}|[，,])")
"""A post before somebody whose name nothing else tells for one: 副主任某某副主任医师."""

_OF_A_HOUSE = re.compile(
    r"[\u4e00-\u9fff]{1,10}?(?:科室?|中心|实验室|研究所|教研室)[:：，,]?\s*(?:创[立建]|成立|始[创建]|组建|建[科于立室]|现[有任为]|是|由|设[有立]|拥有|隶属|位于)"
)
"""How a sentence opens that tells of a department, with whoever heads it: 核医学科创立于1958年，学科带头人张三教授."""
_WISHES = re.compile(
    r"(?:希望|期待|期望|盼望|祝愿|呼吁|倡议|号召|勉励|寄语)(?![下中的之])"
    r"|[，、：；](?:还|也|同时)?(?:要|必须|应当?|力争|争取|将(?=继续|持续|进一步|不断|围绕|致力|聚焦|以))(?![求是有])"
)
"""What makes of what follows something that somebody wishes or plans: 张三希望|学组聚焦…, 李四指出，|要搭建…."""


def about(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The person whom the clause at an offset is about; None where another is named beside it or nobody is told."""
    if CV_LABEL.match(scene.text) and not scene.of("Person"):
        reading.topic = reading.profiled
        return reading.topic
    before = [person for person in scene.of("Person") if person.end <= at]
    pronouns = list(_PRONOUN.finditer(scene.text, 0, at))
    last = before[-1] if before else None
    if pronouns and (last is None or pronouns[-1].start() >= last.end):
        return reading.person(last.name) if last is not None else reading.topic or _only(reading)
    openers = [person for person in before if _opens(scene, person)]
    if last is not None:
        if wished(scene.text, last.end, at):
            return None
        beside = _BESIDE.fullmatch(scene.text, last.end, at)
        return reading.person(last.name) if beside or (openers and openers[-1] == last) else None
    if reading.sitter is not None:
        if _ANOTHERS_POST.match(scene.text):
            return None
        another = _ANOTHER.search(scene.text, 0, at) or OF_KIN.search(scene.text, 0, at)
        return None if another or _opens_with_house(scene, at) else reading.sitter
    if scene.of("Organization", "Technology") and not _NO_SUBJECT.match(scene.text):
        return None
    return reading.topic if _NO_SUBJECT.match(scene.text) else None


def wished(text: str, start: int, at: int) -> bool:
    """Whether what stands at a place is said, from ``start`` on, to be wished or planned and not done."""
    return _WISHES.search(text, start, at) is not None


def named_above(reading: Reading) -> EntityRef | None:
    """The person whose name is all that the paragraph before says, as above the lines of a life."""
    return reading.alone[1] if reading.alone is not None and reading.alone[0] == reading.paragraph - 1 else None


def _only(reading: Reading) -> EntityRef | None:
    """The one person whom the document names, None where it names several or nobody."""
    return reading.person(next(iter(reading.everyone))) if len(reading.everyone) == 1 else None


def sole(scene: Scene, reading: Reading, at: int) -> EntityRef | None:
    """The one person whom a sentence presents, a mark right behind the name: 某所首任所长张三（1931—2019），…."""
    people = scene.of("Person")
    if len(people) != 1 or people[0].end > at or re.search("[。；]", scene.text[people[0].end : at]):
        return None
    return reading.person(people[0].name) if _MARKED.match(scene.text, people[0].end) else None


def remember(scene: Scene, reading: Reading) -> None:
    """Keep the person that the sentence opens with as the paragraph's; one who opens none ends that."""
    people = scene.of("Person")
    first = next((person for person in people if _opens(scene, person)), None)
    if first is not None and (first.start, first.end) == (0, len(scene.text)):
        reading.alone = (scene.sentence.paragraph, reading.person(first.name))
    if first is not None and first.start and _OF_A_HOUSE.match(scene.text):
        reading.topic = None
    elif first is not None:
        reading.topic = reading.person(first.name)
        lead = LEADS_LINE.match(scene.text)
        if first.start == (lead.end() if lead else 0) and _PRESENTS.match(scene.text, first.end):
            reading.profiled = reading.topic
    elif people and not _PRONOUN.match(scene.text) and not _HAS_OBJECT.match(scene.text):
        reading.topic = reading.person(people[0].name) if len(people) == 1 else None


def _opens_with_house(scene: Scene, at: int) -> bool:
    """Whether a house that is no object of a verb opens the sentence: 某医院承担…."""
    first = scene.starting_at(0, "Organization")
    return first is not None and first.end < at and not re.match(OFFICE, scene.text[first.end :])


def _opens(scene: Scene, person: Mention) -> bool:
    return bool(_OPENS_CLAUSE.search(scene.text[: person.start])) or behind_ward(scene.text, person.start)
