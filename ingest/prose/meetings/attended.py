"""What reports of meetings count: who came, what was submitted, and how many forums and talks there were."""

from __future__ import annotations

import re

from ingest.figures import Figure
from ingest.prose.clauses import clause_end, clause_start
from ingest.prose.meetings.gatherings import named_meetings
from ingest.prose.reading import Reading, Rule, Scene
from kg.model import EntityRef
from kg.text import HAN

__all__ = ["SESSION_COUNT", "counted_at"]

SESSION_COUNT = Rule("session_count")
"""来自全国的300余名代表参加了会议; 大会共收到论文120篇; 会议设5个分论坛, of the meeting that the text tells of."""

_COMES = r"参加|出席|参会|参展|与会|到会|到场|齐聚|莅临|汇聚|云集|欢聚|相聚|聚集|参与|吸引|参训|注册|列席|旁听|济济一堂|共聚"
_CAME = re.compile(_COMES + r"|代表(?:人?数|[有达近约超逾]*\d)|学员")
_INVITED = re.compile("邀请|特邀")
_PEOPLE = re.compile("人次|[人名位]$")
_BARE_COUNT = re.compile("(?:人数|人次|点击量|浏览量|播放量|观看量)$")
"""线上观看人数突破|3万: what needs no unit of its own."""
_HOUSES = re.compile("^(?:单位|医院|医疗机构|机构|高校|院校|企业|科研院所)数$")
_THEY = re.compile(
    r"[余多]?[名位人][^，。；]{0,14}(?:[，,](?:共同|踊跃|积极)*)?(?:共赴|共襄|参加|出席|参与|奔赴|汇聚|聚焦)了?(?:本次)?[“《]?$"
)
"""百余位专家齐聚某市，共赴|某论坛: those who came stand before the meeting."""
_WHO = re.compile(
    rf"(?:(?![和与及])[{HAN}]){{0,6}}?(?P<who>参会代表|与会代表|代表|专家学者|专家|学者|讲者|讲师|嘉宾|同道|同仁|医师|医生|学员|院士|教授|技师|护士|从业者|工作者|志愿者|师生|研究生|学生)(?!和|与(?!会)|及|、|以及|团队|组|委|库)"
)
_SAT_IN = re.compile("(?<!、)(?:列席|旁听)(?!和|与|、)")
"""列席人员45位: who came without a part in it."""
_ONLINE = re.compile("线上|在线|直播|观看|点击|浏览")
_SUBMITTED = re.compile("论文|摘要|投稿|稿件|来稿|征文|壁报|病例")
_DONE_WITH = re.compile("收到|征集|收录|录用|投稿|来稿|征文|交流|宣读|展示|展出|评[选出]|入选|获奖|大会发言|汇编")
_PROGRAMME = re.compile(
    r"(?:论坛|会场|专场|专题|讲座|报告|单元|议题|板块|沙龙|讲课|授课|演讲|手术演示|卫星会|学术活动|工作坊|辩论赛?|竞赛|研讨|讨论)(?:会|数|交流)*$"
)
_OPENS = re.compile(
    r"^\s*(?:据悉|据统计|据介绍|此外|同时|期间|其中)?[，,]?(?:(?:本|此|这|该)[次届场]?)?(?:为期[^，。；]{1,4}天的)?(?:学术)?(?:大会|会[议期]|年会|论坛|研讨会|峰会|交流会|学术会|研讨班|学习班|培训班|培训|活动)(?!室|厅|中心|纪要|精神|期间)(?:上|期间|共|还|现场|由|以|的)?"
)
_FROM = re.compile(r"(?:^|[，。；,;：:])\s*(?:共有|有|吸引了?|汇聚了?|邀请了?)?(?:分别)?来自")
_BARE = re.compile(
    r"\s*(?:会上|会议期间|大会期间|期间|另有?|列席|注册|共|共有|共计|有|吸引|汇聚|特邀|邀请|收到|共收到|大会|会议|线上|线下|现场|全[国省市]|国内外|海内外|省内外|参会|参加|与会|到会|近|约|超过?|逾|\d|并?评选)"
)
_OF_ANOTHER = re.compile(
    r"[上往历每前去]届|[去前]年|以来|累计|先后|历年|每年|自创[办立]|预计|原定|原计划|将有|拟|计划|欢迎|(?:减少|增加|增多|下降|上升)了?(?![到至])"
)
_OF_ITS_OWN = re.compile(rf"(?:[我本该全](?:院|科|校|所|室|公司)|带队|选派|组团|率领|率[{HAN}]{{0,6}}(?:团队|一行))")
_HOLDS = re.compile("举办|承办|主办|开展|组织")
"""What a house does, not a meeting."""
_LEAD = re.compile(
    r"^(?:[本此这该]?[次届])?(?:大会|会议|年会|论坛|期间)*(?:上|还)?(?:共计?|分别|先后|另)?(?:设[置立]?|安排|开设|开展|举办|举行|进行)?了?(?=..)"
)
_RECEIVED = re.compile("收到|征集到?|收录|录用|交流|宣读|展示|展出")


def counted_at(scene: Scene, reading: Reading, figure: Figure) -> tuple[EntityRef, str] | None:
    """The meeting of which a figure tells, and the figure's name; None where it tells of something else."""
    start, end = clause_start(scene.text, figure.start), clause_end(scene.text, figure.end)
    clause = scene.text[start:end]
    name = _kind(figure, clause)
    if not name or _OF_ANOTHER.search(clause) or _OF_ITS_OWN.search(clause):
        return None
    meeting = _meeting(scene, reading, figure, start)
    return (meeting, name) if meeting is not None else None


def _kind(figure: Figure, clause: str) -> str:
    """What is counted, "" for nothing that a meeting has."""
    if _PEOPLE.search(figure.unit) or (figure.unit == "万" and _BARE_COUNT.search(figure.name)):
        return _attendance(figure, clause) if _CAME.search(clause) or _ONLINE.search(clause) or _INVITED.search(clause) else ""
    if figure.unit in ("个", "家", "所") and _HOUSES.match(figure.name):
        return "参会" + figure.name if _FROM.search(clause) and _CAME.search(clause) else ""
    if figure.unit in ("篇", "份", "幅", "个", "项", "例") and _SUBMITTED.search(figure.name):
        return _of_papers(_LEAD.sub("", figure.name), clause) if _DONE_WITH.search(clause) else ""
    if figure.unit in ("个", "场", "场次", "次", "项", "台", "节"):
        return _LEAD.sub("", figure.name) if _PROGRAMME.search(figure.name) else ""
    return ""


def _of_papers(name: str, clause: str) -> str:
    """收到论文数 rather than 论文数, where the clause says what was done with them."""
    done = _RECEIVED.search(clause)
    return name if done is None or _DONE_WITH.search(name) else done.group() + name


def _attendance(figure: Figure, clause: str) -> str:
    """参会代表人数 of 300余名代表参加了会议; 线上观看人次 of those who only looked on."""
    behind = clause[clause.find(figure.value_text) + len(figure.value_text) :] if figure.value_text in clause else ""
    if _ONLINE.search(clause) and (figure.unit.endswith("人次") or _BARE_COUNT.search(figure.name)):
        return "线上观看人次" if figure.unit.endswith("人次") else figure.name
    who = _WHO.match(behind) or _WHO.search(clause.split(figure.value_text)[0][-8:])
    said = re.sub("^[参与]会", "", who["who"]) if who is not None else ""
    sat_in = _SAT_IN.search(clause)
    how = sat_in.group() if sat_in is not None else "参会" if _CAME.search(clause) else "特邀"
    return how + said + ("人次" if figure.unit.endswith("人次") else "人数")


def _meeting(scene: Scene, reading: Reading, figure: Figure, start: int) -> EntityRef | None:
    """The meeting that the sentence names last before the figure, else the one told of before; none where a stranger opens."""
    told = list(named_meetings(scene, reading))
    named = [one for one in told if one.end <= figure.start]
    clause = scene.text[start : figure.start]
    people = _PEOPLE.search(figure.unit) is not None
    if _stranger(scene, start, figure.start) or (not people and _HOLDS.search(clause) and not (named and named[0].start <= 1)):
        return None
    if named:
        return named[-1].ref
    joined = next((one for one in told if people and _THEY.match(scene.text, figure.end - 1, one.start)), None)
    if joined is not None:
        return joined.ref
    opens = not clause.strip() or _BARE.match(clause)
    comes = (people or _HOUSES.match(figure.name)) and (_FROM.search(scene.text[: figure.start]) or opens)
    return reading.meetings.now if comes or _OPENS.match(scene.text) else None


def _stranger(scene: Scene, start: int, end: int) -> bool:
    """Whether a body or a person opens the clause, whose people then came."""
    return any(one.start - start <= 1 for one in scene.within(start, end, "Organization", "Person"))
