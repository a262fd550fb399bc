"""The programme that a quoted project won, behind its title: 喜获某基金资助, 分获甲和乙资助, 是某项目, 等某基金项目3项."""

from __future__ import annotations

import re

from ingest.base import once
from ingest.lexicon import PLACES
from ingest.mentions import Mention
from ingest.prose.funding.leaders import is_whose
from ingest.prose.reading import Reading, Scene
from ingest.table.programmes import Programmes, programme_of
from kg.model import Document
from kg.text import HAN, heal_name

__all__ = ["CALLED", "end_of_row", "in_a_clause", "is_bare", "of_fund", "of_type", "programme_at", "won"]

_OF_PLACE = "|".join(sorted(PLACES, key=len, reverse=True))
_YEAR = r"(?:(?:19|20)\d{2}年?度?的?)?"
_AS = (
    r"(?:成功|先后|已|均|也|分别|近日|日前|正式|双双|被|再次|首次|同年|当年|今年|去年|于(?:19|20)\d{2}年(?:\d{1,2}月)?"
    r"|(?:19|20)\d{2}年(?:\d{1,2}月)?|，)*"
)
_COUNTED = (
    r"(?:为题)?(?:(?:申报|申请)的?)?(?:(?:等|共|这)*(?:\d{1,2}|[一两二三四五六七八九十]{1,2})?[个项]?(?:项目|课题|申请))?"
)
"""甲的“…”和乙的“…”|2个项目|获…."""
_WINS = re.compile(
    rf"{_COUNTED}{_AS}(?:[获喜荣斩]?获得?|入选|列入|列为|得到|中标|摘得|拿下|跻身)(?:了|批|准|立项)?{_YEAR}(?:为)?(?:首[批届])?"
)
_IS = re.compile(rf"(?:项目|课题)?[，,]?(?:(?:是|系|为|隶?属于?|来源于|源自|来自)(?:了)?{_YEAR}(?:一项)?|这一?[项个]?)")
_PAID_BY = re.compile(rf"{_COUNTED}{_AS}(?:受到?|由|得到|获)(?:了)?{_YEAR}")
_PAYS = re.compile(
    r"(?:重点|面上|重大|青年|联合|一般|地区)?(?:项目|课题)?(?:[（(][^（）()]{2,40}[)）])?(?:的)?(?:经费|立项|连续|共同|联合|大力)*(?:资助|支持|出资)(?!出版|发表)"
)
_AMONG = re.compile(r"等(?:\d{1,2}[项个])?")
_PROJECTS = re.compile(
    r"(?:(?:19|20)\d\d年度?)?(?:立项|资助|支持)?(?:重点|面上|重大|青年|联合)?的?(?:下属|一个|一项|子)?(?:项目|课题|子课题)(?:的|[\d一二两三四五六七八九十多]|，|。|；|$)"
)
_NEXT = re.compile(r"[”》](?:[、，,]|和|与|及|以及)*(?:[^，。；“”《》]{2,16}的)?[“《][^“”《》]{6,80}(?=[”》])")
_RESPECTIVELY = re.compile(r"(?:项目|课题)?分(?:别)?(?:获得?|入选|列入|得到)")
_WON_PLAN = re.compile(
    rf"(?:国家|教育部|科技部|(?:{_OF_PLACE})(?:省|市|自治区)?|[{HAN}]{{2}}[省市])(?:“[^“”]{{2,12}}”)?[{HAN}]{{2,20}}?(?:研发计划|科技计划|研究计划|支撑计划|攻关计划|科学基金|基金|重大专项|专项|计划)"
    r"(?:(?=(?:19|20)\d\d年度?(?:立项|资助|支持))|(?:重点|面上|重大|青年|一般|联合)(?:项目|课题)|(?=项目|课题|立项|资助|支持|的(?:资助|支持|立项|经费)|[，,；;。（(]|\d[\d.,]*\s*[万亿]元))"
)
"""The programme that a title won, by its own name."""
_OWN = re.compile(
    rf"(?:首[届批])?(?P<name>(?![该本此各多两三几]|公司|国际|年度)(?:(?![获的题由受])[{HAN}]){{2,18}}?(?:科学基金|科研基金|研发计划|科技计划|人才计划|支持计划|资助计划|攻关计划))(?:项目)?(?=资助|立项|支持|[，,；;。（(])"
)
"""A programme that no place opens, behind what says that it was won."""
_OF_SORT = re.compile(
    rf"(?P<name>(?:国家|(?:{_OF_PLACE})(?:省|市|自治区)?|[{HAN}]{{2,4}}[省市区县州])(?:(?![获的题由受])[{HAN}]){{0,16}}?(?:计划|专项|基金)"
    rf"[（(][{HAN}]{{2,12}}[)）](?:重点|面上|一般|青年)?(?:项目|课题))(?=的?(?:成功|正式)?(?:立项|资助|支持)|[，,；;。]|$)"
)
"""A sort of a plan's projects, noted inside its name: 某市科技计划（社会发展）项目."""
_OF_BODY = re.compile(
    rf"(?P<name>(?=(?:国家|中国|教育部|(?:{_OF_PLACE})(?:省|市|自治区)?|[{HAN}]{{2,4}}[省市区县州]|[{HAN}]{{2,10}}(?:大学|学院|医院)))"
    rf"(?:(?![获的题由受])[{HAN}]){{6,32}}?(?:科研|科技|科学|研究|医学|卫生|医药|教学|培育|技术|重点|一般|面上|青年|专项)(?:项目|课题|基金|计划|专项))"
    r"(?=的?(?:成功|正式|顺利)?(?:立项|资助|支持)|[，,；;。（(]|$)"
)
"""What a body gives its projects the name of, behind what says that one was won: 某省卫生健康委员会重点科研项目|立项."""
_SPECIAL_BEHIND = re.compile(r"(?:[“\"](?P<name>[^“”\"]{2,40})[”\"])(?:国家)?重点专项")
"""获国家重点研发计划|“某某”重点专项: the special project pays, which is of the plan."""
_OF_THE_FUND = re.compile("基金(?:重点|面上|重大|青年|地区)(?:科学基金)?项目")
"""获|基金重点项目: of the science fund, where the text speaks of that."""
_MINISTRY = re.compile("(?:国家)?(?:科技部|科学技术部|教育部|财政部)(?:的)?(?=国家)")
"""获科技部|国家重点研发计划立项: whose the plan is, and no part of its name."""
_NOTE = re.compile(r"[（(][^（）()]{2,40}[)）]")
_ITEMS = re.compile("项目|课题")
_NATION = "国家自然科学基金"
_FUND = re.compile(
    rf"国\s*家\s*自\s*然\s*科\s*学\s*基\s*金|国自然|国家基金委|NSFC|(?<!的)基金委|(?P<own>(?:(?:{_OF_PLACE})(?:省|市|自治区)?|[{HAN}]{{2}}[省市])(?:自\s*然\s*科\s*学\s*基\s*金))"
)
_TYPE = re.compile(
    r"(?:面上|重点|重大|一般|青年(?:科学)?(?:基金)?|地区(?:科学)?基金|(?:国家)?杰出青年(?:科学)?(?:基金)?|优秀青年(?:科学)?(?:基金)?|联合基金|培育)(?:项目|课题)"
)
"""A type that every science fund has, behind what says that it was won."""
CALLED = re.compile(
    r"(?:项目|课题)(?:名称|题目)(?:为|是|[：:])$|(?:获批|立项|获资助|中标)的?(?:项目|课题)[为是]$|(?:题为|名为)$|(?:主持|领衔|牵头|负责)的(?:是|为)$"
)
"""What stands before a title that is told by its label: 项目名称为|“某研究”."""
_CLAUSE_OPENS = re.compile("[，,；;“《]")
_LISTED_IN = re.compile(r"(?:并|已|被)?(?:(?P<of>列[入为]|纳入|入选|属于?|来源于|来自)|由|获得?|得到)了?")
_CLAUSE_PAYS = re.compile(
    r"(?:项目|课题)?的?(?:立项|专项|经费)*(?:资助|支持)(?:经费|金额)?(?:[，,；;。]|$|\d[\d.,]*\s*[万亿]元)"
)
_CLAUSE_ENDS = re.compile("(?:项目|课题)?(?:[，,；;。]|$)")
_AWARD = re.compile("奖$")
_NO_PROGRAMME = frozenset({"重点专项", "“揭榜挂帅”项目"})
_WRITING = re.compile("(?:论文|文章|专著|著作|教材|图书|本书|报告|综述|评论)$")
_ROW_COUNT = re.compile(
    r"(?:等|共|这)*(?:\d{1,2}|[一两二三四五六七八九十]{1,2})[个项](?=(?:项目|课题)?(?:成功|先后|均|都|分别)*(?:获|立项))"
)
_MOST = 4


def won(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """“某研究”获某基金重点项目资助; a bare type (面上项目) is the science fund's where the text speaks of it."""
    if _WRITING.search(scene.text[: titled.start()]):
        return None
    end = titled.end() - len(titled["thing"] or "") - len(titled["note"] or "")
    project = titled["kind"] is not None or is_whose(scene.text[: titled.start()])
    name = _respective(scene, end) or _behind(scene, reading, end, paid=project)
    return (name, titled.start()) if name else None


def _behind(scene: Scene, reading: Reading, end: int, *, paid: bool) -> str:
    """The programme told behind a title, or behind the titles in a row with it; papers and books are ``paid`` for too."""
    for _ in range(_MOST):
        for said in (_WINS, _IS, _PAID_BY, _AMONG) if paid else (_WINS, _IS, _AMONG):
            match = said.match(scene.text, _after_note(scene.text, end))
            name, close = programme_at(scene, reading, match.end()) if match is not None else ("", end)
            if name and _fits(scene.text, said, close):
                return name
        following = _NEXT.match(scene.text, end - 1)
        if following is None:
            break
        end = following.end() + 1
    return ""


def end_of_row(text: str, end: int) -> int:
    """Where the row of quoted titles ends that a title stands in, with their count (“甲”和乙主持的“丙”|2个项目)."""
    for _ in range(_MOST):
        following = _NEXT.match(text, end - 1)
        if following is None:
            break
        end = following.end() + 1
    counted = _ROW_COUNT.match(text, end)
    return counted.end() if counted is not None else end


def _after_note(text: str, at: int) -> int:
    note = _NOTE.match(text, at)
    return note.end() if note is not None else at


def _fits(text: str, said: re.Pattern[str], close: int) -> bool:
    """Whether what follows a programme says that it pays, where the verb before it leaves that open."""
    if said is _PAID_BY:
        return _PAYS.match(text, close) is not None
    if said is _WINS:
        return True
    return _PROJECTS.match(text, close) is not None or text[:close].endswith(("项目", "课题"))


def programme_at(scene: Scene, reading: Reading, at: int) -> tuple[str, int]:
    """The programme that is named here, "" for none, and where its name ends."""
    ministry = _MINISTRY.match(scene.text, at)
    at = ministry.end() if ministry is not None else at
    known = scene.starting_at(at, "FundingProgram")
    of_sort = _OF_SORT.match(scene.text, at)
    if of_sort is not None:
        return heal_name(of_sort["name"]), of_sort.end()
    special = _SPECIAL_BEHIND.match(scene.text, known.end) if known is not None else None
    if special is not None:
        return heal_name(special["name"]) + "重点专项", special.end()
    if known is None and reading.fund and (typed := _OF_THE_FUND.match(scene.text, at)) is not None:
        found = programme_of(f"国家自然科学{typed.group()}", Programmes())
        return (found.name, typed.end()) if found is not None else ("", at)
    if known is None and (plain := _WON_PLAN.match(scene.text, at)) is not None:
        found = programme_of(plain.group(), Programmes())
        items = _ITEMS.match(scene.text, plain.end())
        sort = programme_of(plain.group() + items.group(), Programmes()) if items is not None else None
        if found is not None and sort is not None and sort.parent == found.parent != "":  # 某基金杰出青年基金|项目
            return sort.name, plain.end()
        return (found.name, plain.end()) if found is not None else ("", at)
    if known is None and (own := _OWN.match(scene.text, at)) is not None:
        return own["name"], own.end()
    if known is None and (typed := _TYPE.match(scene.text, at)) is not None:
        fund = fund_before(reading.document, scene.sentence.view.offsets[at])
        found = programme_of(typed.group(), Programmes(funder=fund)) if fund else None
        return (found.name, typed.end()) if found is not None else ("", at)
    if known is None and (whole := _OF_BODY.match(scene.text, at)) is not None:
        named = programme_of(whole["name"], Programmes())
        return (named.name, whole.end()) if named is not None else ("", at)
    if known is None or _AWARD.search(known.name) or known.name in _NO_PROGRAMME:
        return "", at
    name = of_type(scene, reading, known)
    return (name, known.end) if name else ("", at)


def in_a_clause(scene: Scene, reading: Reading, titled: re.Match[str]) -> tuple[str, int] | None:
    """The programme that is, or is told in, a clause of its own behind a title.

    获批项目为“某研究”，项目负责人为张三，某基金面上项目，经费52万元; “某研究”项目由某厅立项，列入某计划，下达经费80万元.
    """
    called = CALLED.search(scene.text[: titled.start()]) is not None
    for mark in _CLAUSE_OPENS.finditer(scene.text, titled.end("title") + 1):
        if mark.group() in "“《":
            break
        said = _LISTED_IN.match(scene.text, mark.end())
        name, end = programme_at(scene, reading, said.end() if said is not None else mark.end()) if said or called else ("", 0)
        if name and (_CLAUSE_ENDS if said is None or said["of"] else _CLAUSE_PAYS).match(scene.text, end):
            return name, titled.start()
    return None


def _respective(scene: Scene, end: int) -> str:
    """“甲”和“乙”分获某基金重点项目和面上项目资助: the programme of the same place in its row."""
    ends = [end]
    while (following := _NEXT.match(scene.text, ends[-1] - 1)) is not None:
        ends.append(following.end() + 1)
    said = _RESPECTIVELY.match(scene.text, ends[-1])
    if said is None:
        return ""
    named = [one for one in scene.of("FundingProgram") if one.start >= said.end()]
    titles = len(re.findall("[”》]", scene.text[: said.start()]))
    before = titles - len(ends)
    apart = [one for one in named if re.match(r"[、和与及，]|项目|资助|的|课题|$", scene.text[one.end : one.end + 2])]
    return of_fund(apart[before])[0] if len(apart) == titles and apart[0].start == said.end() else ""


def of_type(scene: Scene, reading: Reading, known: Mention) -> str:
    """The programme that a mention names: a bare type (面上项目) is the one's science fund of which the text spoke last.

    "" where the text speaks of none.
    """
    if not is_bare(known):
        return of_fund(known)[0]
    fund = fund_before(reading.document, scene.sentence.view.offsets[known.start])
    if fund == _NATION or (not fund and reading.fund):
        return of_fund(known)[0]
    found = programme_of(known.surface, Programmes(funder=fund)) if fund else None
    return found.name if found is not None else ""


@once
def _funds(document: Document) -> list[tuple[int, str]]:
    found = []
    for match in _FUND.finditer(document.text):
        found.append((match.end(), heal_name(match["own"]) if match["own"] else _NATION))
    return found


def fund_before(document: Document, at: int) -> str:
    """The science fund, the nation's or a place's, that the text named last before a place; "" for none."""
    return next((name for end, name in reversed(_funds(document)) if end <= at), "")


def is_bare(known: Mention) -> bool:
    """Whether a mention is a type of the science fund's projects without the fund's name."""
    return not known.surface.startswith(("国家", "自然", "NSFC")) and known.name.startswith("国家自然科学基金")


def of_fund(known: Mention) -> tuple[str, int]:
    """The programme that a mention names, without 项目 behind a plan, and where it begins."""
    name = known.name
    whole = re.fullmatch(r"国家自然科学基金(?P<own>国家.+)", name)
    return whole["own"] if whole else re.sub(r"(?<=计划|专项)(?:项目|课题)$", "", name), known.start
