"""The outline of a programme's guide: the programme that it is of, its topics (专题一 某某) and the directions under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.base import once
from ingest.layout import lines
from ingest.offices import in_place, place_of
from ingest.table.own_names import own_name
from ingest.table.programmes import programmes_of
from kg.model import Document, Span
from kg.text import heal_name

__all__ = ["OUTLINED", "PROJECT_TYPE", "Guide", "Part", "guide_of"]

PROJECT_TYPE = "项目类型"
OUTLINED = "编号"
"""The label of a topic that its number alone tells, where the text does not say what it calls its parts."""

_GUIDE = re.compile(r"指南|榜单|(?:项目|课题|需求)征集|申报(?:的)?通知|组织申报")
_PROMISES = re.compile(
    r"研究内容|研究方向|支持方向|考核指标|拟支持|攻关内容|需求(?:目标|内容)|预期(?:目标|成果)|申报(?:要求|条件)|资助(?:方式|强度)|主要内容|重点支持"
)
_KIND = (
    r"(?P<kind>(?:国家)?(?:科技|重大|重点|试点|联合|引导|创新|培育){0,2}专项|"
    r"重大研究计划|重大项目|(?:重大)?工程|行动计划|行动|计划|联合基金|专题)"
)
_UNQUOTED = re.compile(
    r"^(?:国家自然科学基金(?:委员会)?)?(?:关于(?:发布|公布|印发))?(?P<name>(?:(?!年度|(?:19|20)\d{2})[^“”，。：]){4,40}?)(?P<kind>重大研究计划|重点专项|专项)(?=(?:(?:19|20)\d{2}年?度?)?(?:项目)?(?:申请)?(?:指南|的通[知告]))"
)
"""A plan's guide whose title names it without quotation marks."""
_BOOKED = re.compile(
    r"《(?P<name>[^《》“”，。：]{4,40}?(?:资金|基金|专项|计划)(?:[（(][^（）()]{2,16}(?<!年度)(?<!年)[)）])?)"
    r"(?:(?:19|20)\d{2}\s*年?度?)?(?:项目)?(?:申[报请])?指南》"
)
"""A guide's title in its own marks: 《某某联合资金（某某领域）2031年度项目指南》."""
_YEAR = re.compile(r"^\D{0,2}(?:19|20)\d{2}\s*年度?的?")
_QUOTED = re.compile(rf"“(?P<name>[^“”]{{2,40}})”\s*{_KIND}(?!组|办)")
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:\.\d{1,2})*|[A-Z])"
_TOPIC = re.compile(
    rf"^(?:[一二三四五六七八九十]{{1,3}}\s*[、.．]\s*)?[（(]?(?P<label>专题|任务|专项|板块|重点任务|重大任务|主题){_NUMBER}[)）]?\s*[:：.、．\s—]\s*[“]?(?P<name>[^，。；！？“”]{{2,40}}?)[”]?\s*(?:[（(][^（）()]*[)）])?[。.]?$"
)
_NAMED_TOPIC = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*)[“]?(?P<name>[^，。；！？“”：:]{2,30}?)[”]?(?P<label>专题|专项|板块)$"
)
_TYPE = re.compile(
    r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*[“]?(?P<name>培育项目|重点支持项目|集成项目|战略研究项目|综合集成项目|探索类项目|攻关类项目|应用示范类项目)[”]?(?=$|[\s：:。，（(])"
)
"""A kind of projects that a plan has directions for."""
_DIRECTION = re.compile(
    rf"^(?:(?:(?:研究|重点|支持|申报|榜单|攻关)?方向|榜单(?:任务)?|需求|项目|课题)\s*{_NUMBER}\s*[:：.、．\s—]?|[（(]?\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}[)）]?[.、．\s]?|[（(]\d{{1,2}}[)）]|\d{{1,2}}\s*[.、．](?!\d))\s*"
    rf"(?P<name>[^，。；！？：:]{{4,48}}?)\s*(?:[（(][^（）()]*(?:类|项目|榜单|专题|代码|学科|[支资][持助]\s*\d{{1,2}}\s*[项个]|(?<![A-Za-z])[A-Z]\d{{2,6}})[^（）()]{{0,24}}[)）])?(?P<stop>[。：:]|\.?$)"
)
_SECTION = re.compile(
    r"^[一二三四五六七八九十]{1,3}[、.．]\s*(?P<of>(?:资助|支持|研究|申报|重点|主要|优先)*(?:方向|领域)(?:[与及和]经费)?)?"
)
"""A section of the guide, and whether the directions are what it holds."""
_DIRECTIONS = re.compile(r"^(?:资助|支持|研究|申报|重点|主要|优先|指南|的)+(?:方向|领域)(?:[与及和]经费)?(?:如下)?\s*[:：]?$")
"""A line without a number that the directions stand under."""
_SECTION_LINE = re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]\s*(?P<name>[^，。；！？：:]{6,40})(?P<stop>)$")
_DASHED = re.compile(r"^[—–]{1,2}\s*(?P<name>[^，。；！？：:]{6,40})(?P<stop>[:：])(?=拟?(?:支持|资助))")
_TERMS_OPEN = re.compile(r"【?(?:主要|具体)?(?:拟(?:支持|资助)|资助强度|支持强度|研究(?:目标|内容)|考核指标|支持年限|单个项目)")
"""How the line below a direction opens, where only its numeral tells it for one."""
_TOLD_BELOW = re.compile(r"【?(?:主要|具体)?(?:研究(?:内容|目标)|攻关内容|考核指标)】?\s*[:：]|【(?:主要)?研究内容】")
"""How the line below a direction opens, whatever section it stands in."""
_GUIDES_SECTION = re.compile("目标$|管理|要求|安排|计划$|条件|说明|组织(?!工程)|经费|方式|附件|流程|事项|背景|原则")
"""What names a section of the guide itself, and no direction."""
_IN_SECTION = re.compile(
    r"^[（(][一二三四五六七八九十]{1,3}[)）]\s*(?P<name>[^，。；！？：:]{6,40})(?P<stop>$|。(?=.*拟?(?:支持|资助)))"
)
"""（一）某某, in the section of the directions."""
_CLOSES = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]\s*|[（(][一二三四五六七八九十]{1,3}[)）]\s*|\d{1,2}[.、．]\s*)?(?:申[报请](?:要求|条件|方式|程序|时间|资格|材料|说明|须知|流程)|有关(?:要求|说明|事项)$|其他(?:事项|要求|说明)"
    r"|联系(?:方式|人|电话)|咨询|限项|业务咨询|附件|组织(?:方式|实施$)|注意事项|(?:支持|资助)(?:方式|计划)$|资格要求|管理要求|报送)"
)
_ATTACHED = re.compile(r"附件\s*[一二三四五六七八九十\d]*\s*[:：]?$")
"""The line that an attachment opens with, which closes nothing where no part has been told yet."""
_NUMBERED = re.compile(r"^(?P<number>\d{1,2})\s*[.、．]?\s*(?P<name>[^\d\s，。；！？：:][^，。；！？：:]{1,29}?)$")
_FIRST_BELOW = re.compile(r"^(?P<number>\d{1,2})\s*[.．]\s*1(?![\d.])")
"""The first direction of a topic that is told by its number alone: 2.1 behind 2."""
_CALLED = (
    r"[^。；]*?(?:\d+|[一二两三四五六七八九十]+)\s*个(?:重点|主要|研究)?(?P<label>任务|专题|板块|领域|方面|方向|主题|专项)"
)
"""What a text calls its parts behind their names: 围绕甲、乙、丙3个任务."""
_LABELLED = re.compile(r"(?:研究|重点|支持|申报|攻关)?(?:方向|榜单|需求|课题)")
"""What opens a direction even behind what applicants are told."""
_TERMS = re.compile(r"(?:研究内容|考核指标|支持方式|资助方式|支持强度|榜单金额|研究目标|绩效指标|预期目标|攻关内容)\s*[：:]")
_SUMS = re.compile(r"拟(?:支持|资助)(?:项目)?数?[:：]?\s*\d|每项\D{0,6}\d|单个?项目?经费")
"""What a direction is given, where it stands under no label of its own (方向1), whose figures are the programme's."""
_NO_HEAD = re.compile(r"[。；，]|[：:]$")
_TOP, _MOST_HEADS = 600, 8
_NO_NAME = re.compile(
    r"^(?:研究内容|研究目标|考核指标|有关说明|支持年限|拟支持|申报|项目|资助|执行|实施|指标|目标|成果|经费|要求|须|应(?![用急激变力]))|研究内容$|考核指标$|要求$|方式$|条件$|说明$|限项|限报"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A topic or a direction: its name, the label that it is numbered by (专题; "" for a direction), and where it is told.

    A kind of projects (培育项目) is a topic whose label is 项目类型, named with the programme that it is of.
    """

    name: str
    label: str
    span: Span
    end: int
    """Where what is said of it ends."""
    funded: bool = False
    """Whether it has terms of its own: how many projects, how much for each, what they must reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guide: its programme, the plan that this is of ("" where none is told), topics and directions by place."""

    programme: str
    plan: str
    topics: tuple[Part, ...]
    directions: tuple[Part, ...]

    def topic_at(self, offset: int) -> Part | None:
        """The topic that a place in the document stands under."""
        return next((one for one in reversed(self.topics) if one.span.start <= offset < one.end), None)

    def direction_at(self, offset: int) -> Part | None:
        """The direction that a place in the document stands under."""
        return next((one for one in reversed(self.directions) if one.span.start <= offset < one.end), None)


@once
def guide_of(document: Document) -> Guide | None:
    """The outline of a document that its title says is a guide; None for any other, and where no programme is named."""
    heads = [head for head in _heads(document) if _GUIDE.search(head)]
    if not heads or not _PROMISES.search(document.text):
        return None
    programme, plan = next((told for head in heads if (told := _programme(document, head))[0]), ("", ""))
    if not programme:
        return None
    found = list(_parts(document, programme))
    topics = tuple(_closed(document, found, topics=True))
    return Guide(programme=programme, plan=plan, topics=topics, directions=tuple(_closed(document, found, topics=False)))


def _heads(document: Document) -> Iterator[str]:
    """The title, and the lines at the top that may be one together, up to the first sentence."""
    yield heal_name(document.title)
    tops: list[str] = []
    for span in lines(document.text, Span(start=0, end=min(len(document.text), _TOP))):
        line = document.text[span.start : span.end]
        if _ATTACHED.match(line):
            continue
        if _NO_HEAD.search(line) or len(tops) == _MOST_HEADS:
            break
        tops.append(line)
    yield from (heal_name("".join(tops[start:])) for start in range(len(tops)))


def _programme(document: Document, title: str) -> tuple[str, str]:
    place = place_of(document)
    unquoted = _UNQUOTED.search(title)
    if unquoted is not None:
        of_fund = unquoted["kind"] == "重大研究计划"
        return unquoted["name"] + unquoted["kind"] * (not of_fund), f"国家自然科学基金{unquoted['kind']}" if of_fund else ""
    quoted = _QUOTED.search(title)
    if quoted is not None:
        own = "" if quoted["kind"] in ("重大研究计划", "重大项目") else quoted["kind"]
        before = programmes_of([title[: quoted.start()]])
        plan = before.whole.name if before.whole else own_name(_YEAR.sub("", title[: quoted.start()]))
        return quoted["name"] + own, in_place(plan, place) if plan else ""
    whole = programmes_of([title]).whole
    booked = _BOOKED.search(title)
    if booked is not None and (whole is None or whole.name.startswith("《")):
        return _YEAR.sub("", booked["name"]), ""
    return (in_place(whole.name, place), in_place(whole.parent, place) if whole.parent else "") if whole else ("", "")


def _parts(document: Document, programme: str) -> Iterator[tuple[str, str, Span]]:
    """Each line that opens a topic, opens a direction (label "") or closes the directions (no name)."""
    shut, told, section = False, False, False
    every = [(document.text[span.start : span.end], span) for span in lines(document.text, _whole(document))]
    for place, (line, span) in enumerate(every):
        below = every[place + 1][0] if place + 1 < len(every) else ""
        numeral = _numeral(line, below) if section or _TOLD_BELOW.match(below) else None
        if _DIRECTIONS.match(line):
            section, shut = True, False
        elif numeral is None and (opened := _SECTION.match(line)) is not None:
            section = opened["of"] is not None and opened.end() == len(line)
            shut = shut and not section
        topic = _TOPIC.match(line) or _NAMED_TOPIC.match(line)
        numbered = "" if shut else _numbered(line, below)
        if topic is not None and not _NO_NAME.search(topic["name"]):
            shut, told = False, True
            yield heal_name(topic["name"]), topic["label"], span
        elif (kind := _TYPE.match(line)) is not None:
            shut, told = False, True
            yield programme + kind["name"], PROJECT_TYPE, Span(start=span.start, end=span.start + kind.end("name"))
        elif numbered:
            told = True
            yield numbered, _called(document, numbered, span), span
        elif _ATTACHED.match(line):
            shut = shut and told
        elif _CLOSES.match(line):
            shut = True
            yield "", "", span
        elif shut and not _LABELLED.match(line):
            continue
        elif (
            direction := _DIRECTION.match(line)
            or numeral
            or ((section or _TOLD_BELOW.match(below)) and (_IN_SECTION.match(line) or _DASHED.match(line)))
            or None
        ) is not None and not _NO_NAME.search(direction["name"]):
            told = True
            yield heal_name(direction["name"]), "", Span(start=span.start, end=span.start + direction.end("name"))


def _numeral(line: str, below: str) -> re.Match[str] | None:
    """A direction that only a numeral opens (一、某某), where the line below tells its terms."""
    match = _SECTION_LINE.match(line)
    named = match is not None and not _GUIDES_SECTION.search(match["name"])
    return match if named and _TERMS_OPEN.match(below) else None


def _whole(document: Document) -> Span:
    return Span(start=0, end=len(document.text))


def _numbered(line: str, below: str) -> str:
    """The name of a topic that only its number opens, where its first direction stands right below (2. 某某, 2.1 某某)."""
    match, first = _NUMBERED.match(line), _FIRST_BELOW.match(below)
    if match is None or first is None or match["number"] != first["number"] or _NO_NAME.search(match["name"]):
        return ""
    return heal_name(match["name"])


def _called(document: Document, name: str, span: Span) -> str:
    """What the text before calls such a topic (任务), or what says that it does not."""
    told = re.search(re.escape(name) + _CALLED, re.sub(r"\s", "", document.text[: span.start]))
    return told["label"] if told is not None else OUTLINED


def _closed(document: Document, found: list[tuple[str, str, Span]], *, topics: bool) -> Iterator[Part]:
    """The topics, or the directions, each up to the next thing that closes it."""
    for place, (name, label, span) in enumerate(found):
        if not name or bool(label) is not topics:
            continue
        closing = (other.start for also, mark, other in found[place + 1 :] if not also or mark or not topics)
        end = next(closing, len(document.text))
        own = _IN_SECTION.match(document.text[span.start : span.end]) is not None
        given = _SUMS.search(document.text, span.end, end) and not _LABELLED.match(document.text[span.start : span.end])
        funded = own or bool(given) or _TERMS.search(document.text, span.end, end) is not None
        yield Part(name=name, label=label, span=span, end=end, funded=funded)
