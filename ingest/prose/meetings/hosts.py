"""Who a meeting's sentence says runs or leads it behind the role: 主办方为甲，承办方为乙; 论坛由张三主持."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.mentions import Mention
from ingest.posts import ROLES
from ingest.prose.clauses import clause_start
from ingest.prose.meetings.gatherings import named_meetings
from ingest.prose.meetings.organisers import TOGETHER
from ingest.prose.reading import Reading, Rule, Scene
from ingest.prose.rows import bodies_from, people_up_to
from kg.model import Assertion, EntityRef

__all__ = ["read"]

ROLE_FIRST = Rule("role_before_body")
"""主办方为甲、乙，承办单位是丙."""
MODERATED = Rule("meeting_moderated")
"""论坛由甲医院张三教授主持, of the meeting that the text told of."""

_ROLE = re.compile(
    r"(?P<role>主办|承办|协办|联办)(?:方|单位|者|机构)(?:分别|依次|还)?(?:(?:共?有|为)[一两二三四五六七八九十\d]{1,2}家[，,:：]?\s*(?:即|分别?[是为]|[是为]|它们是|包括)|为|是|有|包括|系|[:：])?\s*(?:了)?"
    r"|(?P<runs>办会|主办|承办|协办)(?:(?:本[次届]|此次|这次)?(?:学术)?(?:会议|大会|论坛|年会|盛会|活动))?的(?:单位|一方)?(?:还|仍|依旧)?是|会务(?:工作)?由(?P<serves>)"
)
"""主办方为, 承办单位有; 办会的是; 会务由|甲承担."""
_ROLES = {"办会": "主办"}
_SERVES = re.compile(r"(?:全程|具体|全权)?(?:承担|承接|承办|负责|操办)")
_OTHER = re.compile("(?:往届|历届|上届|上一届|前届|下届|下一届|去年|明年|拟|计划|将由|候选|意向|潜在|申办|争取)[^，。；]*$")
_LED = re.compile(
    r"(?:^|[，。；])\s*(?:本[次届期]|此次|整个|该)?(?:学术)?(?:会议|大会|论坛|年会|报告会|研讨会|讨论会|峰会|交流会|学术会|沙龙)(?:全程)?(?:仍|均|共同)?由"
)
_LEADS = re.compile(r"(?:[^，。；、（()）]{0,10})?(?:共同|联合|负责)?主持(?=[，。；]|$)")
_CHAIR = re.compile("(?:执行|大会|会议|论坛|年会|共同)主席|召集人|科学会议")
_HOSTS = re.compile(
    rf"(?:{ROLES})*(?:共同|联合)?主持了?(?:本[次届]|此次|该|这次)?(?:学术)?(?:会议|大会|论坛|年会|报告会|研讨会|讨论会|峰会|交流会|学习班|培训班)(?=[，。；]|$)"
)
"""张三教授|主持会议."""
_CONVENES = re.compile(
    rf"(?:{ROLES})*(?:在[^，。；]{{2,12}}?)?(?:共同|联合)?主持(?:召开|举办|举行)?了?[“《]?(?=第|首届|[（(]?20\d\d|[^，。；]{{4,40}}第)"
)
"""张三教授|主持召开了|第三届某论坛."""
_TOOK = re.compile(
    rf"(?:{ROLES})*(?:[^，。；、]{{0,4}}[，,])?(?:还|也|曾|先后|共同|应邀|受邀|再次|连续)*(?:担任|出任|任|当选)(?:过|了|为)?[“《]?(?=第|首届)"
)
_ITS_CHAIR = re.compile("[”》]?的?(?:大会|会议|执行|共同|学术)*主席(?!团|台)")
"""张三教授|曾任|第三届某论坛|大会主席."""
_AS_WHOLE = re.compile(r"[”》]?(?:[（(][^（）()]*[)）])?(?=[，。；并]|$)")
_TOGETHER_LEAD = re.compile(
    rf"(?:{ROLES})*(?:先后|分别|共同|轮流|依次)主持(?:了)?(?:(?:本[次届]|此次|[上下]午[、和及]?)*的?(?:会议|大会|论坛|年会|研讨会|峰会))?(?=[，。；]|$)"
)
"""张三、李四|先后主持; 张三、李四|分别主持上午和下午的会议."""
_PART_OF_IT = re.compile("分会场|专场|单元|分论坛|板块|环节|讲座|讨论|点评|晚宴")
_ANOTHER_ROLE = re.compile(
    rf"(?:等(?:\d+|[多诸众]+|[一二三四五六七八九十]+)?[家个]?(?:单位|机构|医院|高校|企业|学会)?)?(?:{TOGETHER}|给予|提供|参与)*(?:主办|承办|协办|支持|赞助|协助|会务|场地|承担)"
)
_LONGEST_ROW = 60
_COLONS, _MARKS = ("：", ":"), " 、（()0123456789一二三四五六七八九十"
_CEREMONY = re.compile("揭牌|授牌|挂牌|换届|改选|成立|筹建|颁奖|表彰|启动|开工|奠基|签约|仪式|典礼|开幕|开班")
"""What a meeting is, or is held with, of which who leads it is told as of any ceremony."""


def read(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """RUN_BY by a role that is told first, and CHAIRED of who leads a meeting without a number."""
    if "办" in scene.text:
        yield from _role_first(scene, reading)
    if "主持" in scene.text or "主席" in scene.text:
        yield from _of_named(scene, reading)
    if "主持" in scene.text and reading.meetings.now is not None and not _has_chairs(reading):
        yield from _moderated(scene, reading, reading.meetings.now)


def _has_chairs(reading: Reading) -> bool:
    """Whether the meeting is one of a numbered series and the text tells who chairs it by that office."""
    numbered = reading.meetings.now is not None and "第" in reading.meetings.now.name
    return numbered and _CHAIR.search(reading.document.text) is not None


def _role_first(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    for told in _ROLE.finditer(scene.text):
        meeting = _meeting(scene, reading, told.start())
        if meeting is None or _labels_line(scene, reading, told) or _OTHER.search(scene.text, 0, told.start()):
            continue
        bodies = bodies_from(scene, told.end())
        if told["serves"] is not None:
            bodies = bodies if bodies and _SERVES.match(scene.text, bodies[-1].end) else []
        role = "承办" if told["serves"] is not None else told["role"] or _ROLES.get(told["runs"], told["runs"])
        for body in _of_role(scene, bodies):
            where = scene.sentence.view.span(told.start(), body.end)
            yield reading.fact(ROLE_FIRST, meeting, "RUN_BY", reading.organization(body), where, role=(role,))


def _of_role(scene: Scene, bodies: list[Mention]) -> list[Mention]:
    """The bodies of a row that starts behind a role; not those of a last clause that says another (…，乙、丙等单位协办)."""
    if not bodies or not _ANOTHER_ROLE.match(scene.text, bodies[-1].end):
        return bodies
    start = clause_start(scene.text, bodies[-1].start)
    return [one for one in bodies if one.end <= start]


def _labels_line(scene: Scene, reading: Reading, told: re.Match[str]) -> bool:
    """Whether the role is the label of a line of its own, whose bodies are read line by line."""
    at = scene.sentence.view.span(*told.span()).start
    return told.group().endswith(_COLONS) and not reading.document.text[:at].rpartition("\n")[2].strip(_MARKS)


def _meeting(scene: Scene, reading: Reading, end: int) -> EntityRef | None:
    """The meeting that the sentence names first, else the one that the text told of."""
    here = [one.ref for one in named_meetings(scene, reading) if one.end <= end]
    return here[0] if here else reading.meetings.now


def _of_named(scene: Scene, reading: Reading) -> Iterator[Assertion]:
    """CHAIRED of the session that stands right behind 主持召开, or between 担任 and 主席."""
    named = list(named_meetings(scene, reading)) if scene.of("Person") else []
    for person in scene.of("Person") if named else ():
        for pattern in (_CONVENES, _TOOK):
            told = pattern.match(scene.text, person.end)
            one = next((one for one in named if told is not None and 0 <= one.start - told.end() <= 1), None)
            its = (_ITS_CHAIR if pattern is _TOOK else _AS_WHOLE).match(scene.text, one.end) if one is not None else None
            if told is None or one is None or its is None:
                continue
            for chair in people_up_to(scene, person.end) or (person,):
                where = scene.sentence.view.span(chair.start, one.end)
                yield reading.fact(MODERATED, reading.person(chair.name), "CHAIRED", one.ref, where)


def _moderated(scene: Scene, reading: Reading, meeting: EntityRef) -> Iterator[Assertion]:
    if any(_CEREMONY.search(one.name) for one in (meeting, *reading.meetings.held_with)):
        return
    for person in scene.of("Person"):
        ceremony = _CEREMONY.search(scene.text, 0, person.start)
        hosts = None if ceremony else _HOSTS.match(scene.text, person.end)
        if hosts is None and not _CEREMONY.search(scene.text, clause_start(scene.text, person.start), person.start):
            together = None if _PART_OF_IT.search(scene.text) else _TOGETHER_LEAD.match(scene.text, person.end)
            hosts = together if together is not None and len(people_up_to(scene, person.end)) > 1 else None
        for one in (people_up_to(scene, person.end) or (person,)) if hosts is not None else ():
            where = scene.sentence.view.span(one.start, hosts.end() if hosts is not None else one.end)
            yield reading.fact(MODERATED, reading.person(one.name), "CHAIRED", meeting, where)
    for led in _LED.finditer(scene.text):
        if _CEREMONY.search(scene.text, 0, led.start() + 1):
            continue
        for last in scene.of("Person"):
            leads = _LEADS.match(scene.text, last.end) if led.end() <= last.start <= led.end() + _LONGEST_ROW else None
            if leads is None or "；" in scene.text[led.end() : last.start] or "，" in scene.text[led.end() : last.start]:
                continue
            for one in people_up_to(scene, leads.start(), since=led.end()) or (last,):
                where = scene.sentence.view.span(led.start(), leads.end())
                yield reading.fact(MODERATED, reading.person(one.name), "CHAIRED", meeting, where)
