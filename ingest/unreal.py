"""Facts whose own clause denies or only plans them: 裘宁尚未主持…, 拟引进…, 没能获得…."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.layout import heal
from kg.model import Assertion, Document, Fact, Span

__all__ = ["REASON", "unreal"]

REASON = "the words deny it, or only plan or wish it"

_VERB = (
    r"获得?(?!悉|知)|荣获|荣膺|摘得|夺得|捧回|得到|取得|斩获|获批|获评|获颁|被?授予|立项|担任|出任|当选|接任|就任|连任|兼任|[任为](?=[^，。；]{0,24}(?:主任|院长|所长|委员|会长|主席|组长|教授|理事))"
    r"|入职|加入|加盟|受聘|聘[任请用]|调[入任]|主持|承担|牵头|领衔|负责|开展|开设|引进|引入|购[置买入进]|采购|配备|装备|安装|装机|使用|应用|采用|启用|投用|建设|建成|建立|兴建|筹建|组建|成立|设立|共建"
    r"|落户|落地|落成|位于|召开|举[办行]|主办|承办|协办|参[加与]|出席|研发(?!计划|专项|中心|人员|费用|投入)|研制|开发|完成|实施|批准|通过|资助|支持|投入|拨付|主编|参编|编[写著]|撰写|发表|出版|入选|晋升|覆盖|收治|接诊|推广|用于"
)
_ADVERBS = r"(?:再次?|被|能够?|正式|成功|真正|实际|最终|独立|进一步|继续|如期|按期|顺利|由|共同|联合)*"
_PLACED = r"(?:[在于由与和被向对从][^，。；]{1,20}?)?"
_WHEN = r"(?:于|在)?(?:[^，。；]{0,10}(?:年度?|[月日]|内|后|底|初|期间))?"
_DENIED = (
    r"未能|没能|尚未|[并从暂仍还也均]未|未曾|不曾|迟迟未|没有|未获(?:批准|准)|(?<![从暂仍还也均并尚])未(?![来知成年婚名必央免满经])"
    r"|[暂绝]不|不再|不会|不愿意?|不肯|不能|无法|无缘|无意|无力|无权"
    r"|难以|拒绝|[婉谢]拒|谢绝|放弃|不予|停止|暂停|终止|取消|叫停|推迟|延期|差点|几乎|险些|假装|谎称|是否|能否|何时"
)
_PLANNED = (
    r"原定|原计划|原拟|本拟|曾计划|曾?打算|(?<![发技划点动才项人炬原曾])计划(?!的|书|资助|支持|项目|立项|入选)|准备"
    r"|有望|有意|争取|力争|希望|期待|渴望|可能|或许|也许|即将|或将|(?<![或即])将|(?<![原本模虚])拟|考虑|提议|建议|呼吁|倡议|应该|应当|必须|需要|申请"
)
_NOT_DONE = re.compile(rf"(?P<marker>{_DENIED}){_ADVERBS}{_PLACED}{_ADVERBS}(?P<verb>{_VERB})")
_TO_BE_DONE = re.compile(rf"(?P<marker>{_PLANNED})(?:要|会|能)?{_ADVERBS}{_WHEN}{_PLACED}{_ADVERBS}(?P<verb>{_VERB})(?![的者])")
_ONCE_PLANNED = re.compile("原|曾|本拟")
_SUPPOSED = re.compile(
    r"(?:^|[，。；：“\n])(?:如果(?!说)|假如|倘若|假设|要是|若(?=[能是获有无没不])|一旦|只要|设想|万一)[^。！？]*$"
)
"""What opens a condition, of which all that the sentence goes on to say is none that happened."""
_ANY_VERB = re.compile(_VERB)
_MARKS = "，。；！？,;!?\t"
_QUOTED = re.compile("《[^《》]*》|“[^“”]*”")
_MAY_BE_PLANNED = frozenset({"HELD_IN", "RUN_BY", "CHAIRED", "HAS_METRIC"})
"""What invitations and plans tell, which is no less so: the meeting to come, the sum that is planned."""
_WORDS = 20
_ALWAYS = frozenset({"PART_OF", "BROADER", "TARGETS", "CONCERNS", "NOMINATED", "NOMINATED_FOR", "MENTIONS", "IN_SERIES"})
"""What a name or a title tells, or knowledge of the field."""
_BY_NAME = frozenset({"named_place", "named_part"})


def unreal(assertion: Assertion, document: Document) -> str | None:
    """The words that deny or only plan what a fact states, in the clause of its evidence; None where none do.

    They stand right before a verb (prepositional phrases between allowed) and at least one end of the fact stands behind that
    verb, or the verb ends the clause. Meetings may be planned; a figure may be, too.
    """
    if not isinstance(assertion, Fact) or assertion.predicate in _ALWAYS or assertion.evidence.rule in _BY_NAME:
        return None
    for clause in _clauses(assertion, document.text):
        denied, planned = _NOT_DONE.search(clause), _TO_BE_DONE.search(clause)
        if planned is not None and assertion.predicate in _MAY_BE_PLANNED and not _ONCE_PLANNED.match(planned["marker"]):
            planned = None
        for found in (denied, planned):
            if found is not None and _governs(found, clause, assertion):
                return found.group()
    return _supposed(assertion, document.text)


def _supposed(fact: Fact, text: str) -> str | None:
    """The condition that the sentence opens with before the words of the evidence."""
    if fact.predicate in _MAY_BE_PLANNED or fact.predicate == "AFFILIATED_WITH":
        return None
    end = fact.evidence.span.end
    start = max(text.rfind(mark, 0, fact.evidence.span.start) for mark in ("。", "！", "？", "\n\n"))
    found = _SUPPOSED.search(text, start + 1, end)
    return found.group()[:_WORDS] if found is not None else None


def _governs(found: re.Match[str], clause: str, fact: Fact) -> bool:
    """Whether the verb is that of the fact: one end behind it and no other verb between, or nothing behind it at all."""
    subject, object_ = clause.find(fact.subject.name), clause.find(fact.object.name)
    if fact.predicate == "AFFILIATED_WITH" and 0 <= object_ < subject and not _ANY_VERB.search(clause, object_, subject):
        return False  # 拟聘任甲医院|张三为…
    figure = clause.rfind(fact.evidence.quote) if fact.predicate == "HAS_METRIC" else -1
    ends = [place for place in (subject, object_, figure) if place >= found.start("verb")]
    if not ends:
        return not clause[found.end() :].strip("了") and max(subject, object_) >= 0
    between = clause[found.end() : min(ends)]
    if "的" in between and min(subject, object_) >= found.end():
        return False  # 尚未获奖的|甲医院张三
    return not _ANY_VERB.search(between)


def _parted(text: str, place: int) -> bool:
    """Whether a line's end parts what stands before it from what is behind: a blank line, or a row above or below."""
    if text[place] != "\n":
        return False
    below = text.find("\n", place + 1)
    row = "\t" in text[text.rfind("\n", 0, place) + 1 : place] or "\t" in text[place + 1 : below if below >= 0 else len(text)]
    return row or text.startswith("\n", place + 1) or text.startswith("\n", place - 1)


def _clauses(fact: Fact, text: str) -> list[str]:
    """The clauses that the words of the evidence stand in, whole; marks in titles part none."""
    start, end = fact.evidence.span.start, fact.evidence.span.end
    while start > 0 and text[start - 1] not in _MARKS and not _parted(text, start - 1):
        start -= 1
    while end < len(text) and text[end] not in _MARKS and not _parted(text, end):
        end += 1
    words = heal(text, Span(start=start, end=end)).text
    veiled = _QUOTED.sub(lambda quoted: "\0" * len(quoted.group()), words)
    places = [0, *(place + 1 for place, mark in enumerate(veiled) if mark in _MARKS), len(words) + 1]
    return [words[first : last - 1] for first, last in pairwise(places)]
