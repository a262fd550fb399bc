"""The outline of a programme's guide: the programme that it is of, its topics (专题一 某某) and the directions under them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.base import once
from ingest.layout import lines
from ingest.offices import in_place, place_of
from ingest.table.programmes import programmes_of
from kg.model import Document, Span
from kg.text import heal_name

__all__ = ["Guide", "Part", "guide_of"]

_GUIDE = re.compile(r"指南|榜单|(?:项目|课题|需求)征集|申报(?:的)?通知|组织申报")
_PROMISES = re.compile(
    r"研究内容|研究方向|支持方向|考核指标|拟支持|攻关内容|需求(?:目标|内容)|预期(?:目标|成果)|申报(?:要求|条件)|资助(?:方式|强度)|主要内容|重点支持"
)
_KIND = r"(?P<kind>(?:国家)?(?:科技)?(?:重大|重点)?专项|重大研究计划|重大项目|(?:重大)?工程|行动计划|行动|计划|联合基金)"
_QUOTED = re.compile(rf"“(?P<name>[^“”]{{2,40}})”\s*{_KIND}(?!组|办)")
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:\.\d{1,2})*|[A-Z])"
_TOPIC = re.compile(
    rf"^[（(]?(?P<label>专题|任务|专项|板块|重点任务|重大任务|主题){_NUMBER}[)）]?\s*[:：.、．\s—]\s*[“]?(?P<name>[^，。；！？“”]{{2,40}}?)[”]?\s*(?:[（(][^（）()]*[)）])?[。.]?$"
)
_NAMED_TOPIC = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*)[“]?(?P<name>[^，。；！？“”：:]{2,30}?)[”]?(?P<label>专题|专项|板块)$"
)
_DIRECTION = re.compile(
    rf"^(?:(?:(?:研究|重点|支持|申报|榜单|攻关)?方向|榜单(?:任务)?|需求|项目|课题)\s*{_NUMBER}\s*[:：.、．\s—]?|[（(]?\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}[)）]?[.、．\s]?|[（(]\d{{1,2}}[)）]|\d{{1,2}}\s*[.、．](?!\d))\s*"
    rf"(?P<name>[^，。；！？：:]{{4,48}}?)\s*(?:[（(][^（）()]*(?:类|项目|榜单|专题)[)）])?(?P<stop>[。：:]|\.?$)"
)
_CLOSES = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]\s*|[（(][一二三四五六七八九十]{1,3}[)）]\s*|\d{1,2}[.、．]\s*)?(?:申报(?:要求|条件|方式|程序|时间|资格|材料|说明|须知|流程)|有关(?:要求|说明|事项)$|其他(?:事项|要求|说明)"
    r"|联系(?:方式|人|电话)|咨询|业务咨询|附件|组织(?:方式|实施$)|注意事项|支持方式|资格要求|管理要求|报送)"
)
_NO_NAME = re.compile(
    r"^(?:研究内容|研究目标|考核指标|有关说明|支持年限|拟支持|申报|项目|资助|执行|实施|指标|目标|成果|经费|要求|须|应)|研究内容$|考核指标$|要求$|方式$|条件$|说明$|限项|限报"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A topic or a direction: its name, the label that it is numbered by (专题; "" for a direction), and where it is told."""

    name: str
    label: str
    span: Span
    end: int
    """Where what is said of it ends."""


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
    if not _GUIDE.search(document.title) or not _PROMISES.search(document.text):
        return None
    programme, plan = _programme(document)
    if not programme:
        return None
    found = list(_parts(document))
    topics = tuple(_closed(document, found, topics=True))
    return Guide(programme=programme, plan=plan, topics=topics, directions=tuple(_closed(document, found, topics=False)))


def _programme(document: Document) -> tuple[str, str]:
    title = heal_name(document.title)
    place = place_of(document)
    quoted = _QUOTED.search(title)
    if quoted is not None:
        own = "" if quoted["kind"] in ("重大研究计划", "重大项目") else quoted["kind"]
        before = programmes_of([title[: quoted.start()]])
        return quoted["name"] + own, in_place(before.whole.name, place) if before.whole else ""
    whole = programmes_of([title]).whole
    return (in_place(whole.name, place), in_place(whole.parent, place) if whole.parent else "") if whole else ("", "")


def _parts(document: Document) -> Iterator[tuple[str, str, Span]]:
    """Each line that opens a topic, opens a direction (label "") or closes the directions (no name)."""
    for span in lines(document.text, Span(start=0, end=len(document.text))):
        line = document.text[span.start : span.end]
        topic = _TOPIC.match(line) or _NAMED_TOPIC.match(line)
        if topic is not None and not _NO_NAME.search(topic["name"]):
            yield heal_name(topic["name"]), topic["label"], span
        elif _CLOSES.match(line):
            yield "", "", span
        elif (direction := _DIRECTION.match(line)) is not None and not _NO_NAME.search(direction["name"]):
            yield heal_name(direction["name"]), "", Span(start=span.start, end=span.start + direction.end("name"))


def _closed(document: Document, found: list[tuple[str, str, Span]], *, topics: bool) -> Iterator[Part]:
    """The topics, or the directions, each up to the next thing that closes it."""
    for place, (name, label, span) in enumerate(found):
        if not name or bool(label) is not topics:
            continue
        closing = (other.start for also, mark, other in found[place + 1 :] if not also or mark or not topics)
        yield Part(name=name, label=label, span=span, end=next(closing, len(document.text)))
