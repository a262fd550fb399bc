"""What a form's texts are about: technologies and diseases of the ontology, who works on them, and the figures told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest.award.case import IN_CONTRIBUTIONS, Case, sentences
from ingest.award.cited import papers_of
from ingest.award.completers import Person
from ingest.award.innovations import referred
from ingest.award.listed import before_prose
from ingest.award.units import Unit
from ingest.award.witness import Rule
from ingest.figures import Figure, figures
from ingest.layout import View
from ingest.mentions import Mention, mentions
from kg.model import Assertion, EntityRef

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["DOES", "stated"]

ACHIEVEMENT_TITLE = Rule("ACHIEVEMENT_TITLE")
SUMMARY_NAMES = Rule("SUMMARY_NAMES")
INNOVATION_NAMES = Rule("INNOVATION_NAMES")
REFERENCE_NAMES = Rule("REFERENCE_NAMES")
PAPER_TITLE_NAMES = Rule("PAPER_TITLE_NAMES")
CONTRIBUTION_DOES = Rule("CONTRIBUTION_DOES")
FIGURE_OF_INNOVATION = Rule("FIGURE_OF_INNOVATION")
FIGURE_OF_ACHIEVEMENT = Rule("FIGURE_OF_ACHIEVEMENT")
FIGURE_OF_UNIT = Rule("FIGURE_OF_UNIT")

_THEMES = {"Technology": "CONCERNS", "Disease": "TARGETS"}
DOES = re.compile(
    r"参与|负责|开展|研究|主导|推动|建立|构建|率先|应用|利用|采用|探索|开发|专注|验证|完成|提出|优化|整合|创建|引入|救治|发明|改进|"
    r"设计|研发|指导|总结|聚焦|致力|揭示|证实|从事|实施|主持|创新|制备|合成|确立|发挥|实现|提取|融合|推广|举办|突破|攻关|承担|培训|引进"
)
"""Verbs by which someone does something with a technology."""
_OTHERS = re.compile(r"(?:仅次于|位居|继)(?P<others>[^，。；]{2,40}?)(?:之后|后|的?第[一二三四五\d])")
"""What something is ranked behind, 继甲和乙之后的第三大…, is not what a text is about."""
_NO_NAME = re.compile(
    r"\d%|[×x]$|^和\d|^与[^与]*之比$|^[相较比]较?[^较比]*(?:降低|减少|缩短|提高|增加|[高低多少快慢长短][出了])$"
)
_LONG = frozenset({"年", "个月", "天", "周"})
_LASTS = re.compile("时间|周期|寿命|历史|年限|期|时长|年龄|生存|跨度|间隔|历时|随访|住院日|周转|用时|耗时|[早先晚]于")
"""What is measured in days and years; 90天良好预后 tells when it was looked for."""
_OF_A_GRANT = re.compile(r"(?:[”》]|项目|课题|基金|专项|计划)\s*[（(][^（）()]*$")
"""A bracket behind a grant, whose sum is no figure of the work: “某某研究”（经费30万元，…."""
_OF_OTHERS = re.compile(
    r"(?:^|[，。；：\n])\s*(?:而|目前|此前|当时|相比之下)?(?:国外|国际上?|进口|传统|常规|现有|既往|市售|同类|其他)的?(?:同类|主流|先进|其他|现有)*"
    r"(?:产品|技术|设备|方法|报道|研究|系统|仪器|水平|方案|手段|软件)[^，。；\n]{0,14}$"
)
"""Whose the figure of a clause is, where that speaks of what others have: 国外同类产品的分辨率仅为|0.2mm."""
_CLAUSE_REACH = 60
_FEW_WORDS = 24
_OTHER_THAN_DONE = re.compile(r"论文|专利|著作|获|奖|会员|委员|医师|专家|协会|学会|科$|中心$|主任")
_SUMMARY = ("summary", "innovations", "features")
_FIGURES = ("summary", "innovations", "features", "uptake", "opinion")


def stated(case: Case, nlp: Language) -> Iterator[Assertion]:
    """CONCERNS and TARGETS of the achievement, its points and papers; WORKS_ON of people and units; HAS_METRIC."""
    yield from _of_achievement(case, nlp)
    for point in case.innovations:
        yield from _themes(case, case.innovation(point.number), point.view, nlp, INNOVATION_NAMES, case.numbering)
    for reference in case.unlisted:
        numbering = IN_CONTRIBUTIONS if case.innovations else None
        yield from _themes(case, case.innovation(reference.number), reference.before, nlp, REFERENCE_NAMES, numbering)
    for who in case.done:
        if who.contribution is not None:
            yield from _works_on(case, who, nlp)
    yield from _of_papers(case, nlp)
    yield from _figures(case)


def _of_achievement(case: Case, nlp: Language) -> Iterator[Assertion]:
    for value in case.form.values("achievement"):
        title = case.form.view(before_prose(case.form, value))
        yield from _themes(case, case.achievement, title, nlp, ACHIEVEMENT_TITLE)
        break
    for view in case.texts(*_SUMMARY):
        yield from _themes(case, case.achievement, view, nlp, SUMMARY_NAMES)


def _themes(
    case: Case, subject: EntityRef, view: View, nlp: Language, rule: Rule, numbering: str | None = None
) -> Iterator[Assertion]:
    """Each technology and disease once, with the first words that name it."""
    seen: set[tuple[str, str]] = set()
    others = [match.span("others") for match in _OTHERS.finditer(view.text)]
    for mention in mentions(view, nlp):
        predicate = _THEMES.get(mention.label)
        if any(start <= mention.start < end for start, end in others):
            continue
        if predicate and (mention.label, mention.name) not in seen:
            seen.add((mention.label, mention.name))
            yield case.at(mention.span, rule).fact(subject, predicate, mention.ref, numbering=numbering)


def _of_papers(case: Case, nlp: Language) -> Iterator[Assertion]:
    for paper in papers_of(case.form):
        work = EntityRef(label="Publication", name=paper.title)
        view = View(paper.title, (paper.span.start,) * len(paper.title))
        seen: set[tuple[str, str]] = set()
        for mention in mentions(view, nlp):
            predicate = _THEMES.get(mention.label)
            if predicate and (mention.label, mention.name) not in seen:
                seen.add((mention.label, mention.name))
                yield case.at(paper.span, PAPER_TITLE_NAMES).fact(work, predicate, mention.ref)


def _works_on(case: Case, who: Person | Unit, nlp: Language) -> Iterator[Assertion]:
    """Technologies of the sentences in which someone does something; each once."""
    seen: set[str] = set()
    if who.contribution is None:
        return
    for sentence in sentences(who.contribution):
        found: list[Mention] = [mention for mention in mentions(sentence, nlp) if mention.label == "Technology"]
        for mention in found if _did(sentence.text, who) else ():
            if mention.name not in seen:
                seen.add(mention.name)
                span = sentence.span(0, len(sentence.text))
                yield case.at(span, CONTRIBUTION_DOES).fact(who.ref, "WORKS_ON", mention.ref)


def _did(sentence: str, who: Person | Unit) -> bool:
    """Whether words say that something was done: a verb does, or they are the few of a person's cell (图像采集与分析)."""
    few = isinstance(who, Person) and len(sentence) <= _FEW_WORDS and not _OTHER_THAN_DONE.search(sentence)
    return DOES.search(sentence) is not None or few


def _figures(case: Case) -> Iterator[Assertion]:
    """Figures inside a point's paragraph are the point's, other figures of the form's texts the achievement's."""
    taken: set[int] = set()
    for point in case.innovations:
        for figure in _sound(point.view):
            taken.add(figure.span.start)
            yield from _metric(case, case.innovation(point.number), figure, FIGURE_OF_INNOVATION, case.numbering)
    for view in case.texts(*_FIGURES):
        for figure in _sound(view):
            if figure.span.start not in taken:
                yield from _metric(case, case.achievement, figure, FIGURE_OF_ACHIEVEMENT)
    for unit in case.units:
        numbers = [span for _, span, _ in referred(unit.contribution)] if unit.contribution else []
        found = _sound(unit.contribution) if unit.contribution else ()
        for figure in (one for one in found if not any(span.start <= one.span.start < span.end for span in numbers)):
            yield from _metric(case, unit.ref, figure, FIGURE_OF_UNIT)


def _sound(view: View) -> Iterator[Figure]:
    """The figures of a view that have a name; a number that letters follow at once is a nuclide or a model (177Lu)."""
    for figure in figures(view):
        behind = view.text[figure.end : figure.end + 1]
        letters = figure.unit.isascii() and figure.unit.isalpha() and behind.isascii() and behind.isalpha()
        others = _OF_OTHERS.search(view.text, max(0, figure.start - _CLAUSE_REACH), figure.start)
        granted = _OF_A_GRANT.search(view.text, max(0, figure.start - _CLAUSE_REACH), figure.start) and "经费" in figure.name
        if len(figure.name) > 1 and not letters and others is None and not granted and not _says_nothing(figure):
            yield figure


def _says_nothing(figure: Figure) -> bool:
    """Whether the name is half of a row of values, a ratio to something of nothing told, or what was told of one piece."""
    lasts = figure.unit not in _LONG or _LASTS.search(figure.name) is not None
    return not lasts or _NO_NAME.search(figure.name) is not None or (figure.value == 1 and figure.unit == "个")


def _metric(case: Case, subject: EntityRef, figure: Figure, rule: Rule, numbering: str | None = None) -> Iterator[Assertion]:
    yield case.at(figure.span, rule).fact(
        subject,
        "HAS_METRIC",
        EntityRef(label="Metric", name=figure.name),
        value=figure.value,
        unit=figure.unit,
        bound=figure.bound,
        comparator=figure.comparator,
        comparator_value=figure.comparator_value,
        value_high=figure.high,
        value_text=figure.value_text,
        year=figure.year,
        numbering=numbering,
    )
