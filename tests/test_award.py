"""Nomination forms: one nomination in every layout says the same; forms of our own writing against golden facts.

``python -m tests.test_award`` writes the golden facts anew; read the difference before it is committed.
"""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from ingest.award import AwardIngester
from ingest.nlp import pipeline
from ingest.pipeline import read_document
from kg.codec import dumps, plain
from kg.model import Assertion, Attribute, Document, Fact
from kg.ontology import check, check_attribute
from tests.award_forms import LAYOUTS, NOMINATIONS, Nomination, colons, html, printed, renamed

FORMS = Path(__file__).parent / "data" / "award"
LEXICAL = frozenset({"CONCERNS", "TARGETS", "WORKS_ON", "HAS_METRIC"})
"""What depends on the ontology's lexica and on figures is not in the golden facts: their own tests hold them."""

TOLD_BY_NAMES = frozenset({"PART_OF", "LOCATED_IN"})
"""What an organisation's own name tells, which other names tell otherwise."""

Said = tuple[str, str, str, str, str, str]


def read(text: str, folder: Path, suffix: str = ".txt") -> tuple[Document, list[Assertion]]:
    path = folder / f"form{suffix}"
    path.write_text(text, "utf-8")
    document = read_document(path)
    ingester = AwardIngester()
    assert ingester.accepts(document)
    return document, list(ingester.ingest(document, pipeline()))


def said(assertions: list[Assertion]) -> set[Said]:
    return {
        (one.subject.label, one.subject.name, one.predicate, one.object.label, one.object.name, dumps(plain(one.qualifiers)))
        for one in assertions
        if isinstance(one, Fact) and one.predicate not in LEXICAL
    }


def expected(nomination: Nomination) -> set[tuple[str, str, str]]:
    """What the nomination itself says, layout aside: who took part where, who works where, who completed it."""
    facts: set[tuple[str, str, str]] = set()
    for person in nomination.people:
        facts |= {(person.name, "PARTICIPATED_IN", nomination.achievement), (person.name, "AFFILIATED_WITH", person.employer)}
        facts.add((person.name, "AFFILIATED_WITH", person.unit))
    facts |= {(unit.name, "COMPLETED", nomination.achievement) for unit in nomination.units}
    return facts | {(nomination.nominator, "NOMINATED", nomination.achievement)}


def golden_lines(path: Path) -> list[str]:
    document = read_document(path)
    facts = said(list(AwardIngester().ingest(document, pipeline())))
    rows: list[dict[str, Any]] = [
        {"s": [label, name], "p": predicate, "o": [kind, target], "q": json.loads(qualifiers)}
        for label, name, predicate, kind, target, qualifiers in facts
    ]
    return sorted(dumps(row) for row in rows)


@pytest.mark.parametrize("nomination", NOMINATIONS, ids=lambda n: n.people[0].name)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_the_same(nomination: Nomination, layout: str, tmp_path: Path) -> None:
    facts = said(read(LAYOUTS[layout](nomination), tmp_path)[1])
    assert facts == said(read(colons(nomination), tmp_path)[1])
    core = {(s, p, o) for _, s, p, _, o, _ in facts if p in ("PARTICIPATED_IN", "AFFILIATED_WITH", "COMPLETED", "NOMINATED")}
    assert core == expected(nomination)


@pytest.mark.parametrize("nomination", NOMINATIONS, ids=lambda n: n.people[0].name)
def test_a_table_of_a_web_page_says_the_same(nomination: Nomination, tmp_path: Path) -> None:
    assert said(read(html(nomination), tmp_path, ".html")[1]) == said(read(colons(nomination), tmp_path)[1])


@pytest.mark.parametrize("order", ["".join(order) for order in permutations("ipu")])
def test_the_order_of_sections_is_no_matter(order: str, tmp_path: Path) -> None:
    nomination = NOMINATIONS[0]
    assert said(read(colons(nomination, order), tmp_path)[1]) == said(read(colons(nomination), tmp_path)[1])


@pytest.mark.parametrize("width", [16, 20, 27, 33, 48])
@pytest.mark.parametrize("woven", [False, True], ids=["stacked", "woven"])
def test_the_width_of_lines_is_no_matter(width: int, woven: bool, tmp_path: Path) -> None:
    nomination = NOMINATIONS[0]
    wrapped = printed(nomination, width, width // 3 + 2, woven=woven)
    assert said(read(wrapped, tmp_path)[1]) == said(read(colons(nomination), tmp_path)[1])


def test_other_names_give_the_same_facts_renamed(tmp_path: Path) -> None:
    names = {
        "虞怀瑾": "诸葛平",
        "费鸣谦": "尤里",
        "闻人朗": "古兰",
        "柏松年": "麦可凡",
        "东陵医科大学附属第三医院": "解放军第九九九医院",
        "北屏大学": "中国科学院鹿鸣物理研究所",
        "屏州影像设备有限公司": "鹭江医疗科技股份有限公司",
        "福建省医学会": "吉林省医学会",
    }

    def new(text: str) -> str:
        for old, name in names.items():
            text = text.replace(old, name)
        return text

    nomination = NOMINATIONS[0]
    before = {one for one in said(read(colons(nomination), tmp_path)[1]) if one[2] not in TOLD_BY_NAMES}
    after = {one for one in said(read(colons(renamed(nomination, names)), tmp_path)[1]) if one[2] not in TOLD_BY_NAMES}
    assert after == {(a, new(b), c, d, new(e), f) for a, b, c, d, e, f in before}


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.txt")), ids=lambda path: path.stem)
def test_golden(path: Path) -> None:
    golden = path.with_suffix(".jsonl").read_text("utf-8").splitlines()
    assert golden_lines(path) == golden, f"read the difference; where it is right, run: python -m tests.test_award {path.stem}"


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.txt")), ids=lambda path: path.stem)
def test_everything_stated_is_quoted_and_fits_the_vocabulary(path: Path) -> None:
    document = read_document(path)
    ingester = AwardIngester()
    assertions = list(ingester.ingest(document, pipeline()))
    assert len(assertions) > 5
    for one in assertions:
        span = one.evidence.span
        assert document.text[span.start : span.end] == one.evidence.quote
        assert one.evidence.ingester == "award"
        if isinstance(one, Fact):
            assert check(one) is None
            assert one.predicate in ingester.emits
        elif isinstance(one, Attribute):
            assert check_attribute(one) is None


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_label_becomes_a_person_or_an_organization(path: Path) -> None:
    labels = {
        "姓名",
        "排名",
        "职称",
        "工作单位",
        "完成单位",
        "行政职务",
        "单位名称",
        "无",
        "贡献",
        "对本项目的贡献",
        "曾获奖励情况",
    }
    ends = {end for one in said(list(AwardIngester().ingest(read_document(path), pipeline()))) for end in (one[1], one[4])}
    assert not ends & labels
    assert not [
        end for end in ends if any(mark in end for mark in "：:；。\n\t") and not end.startswith(("Fetal", "Real-time"))
    ]


def test_ranks_that_contradict_are_both_told(tmp_path: Path) -> None:
    text = colons(NOMINATIONS[1]).replace("主要完成人情况", "主要完成人：步青云、岑未央\n主要完成人情况", 1)
    text = text.replace("姓名：步青云\n排名：2", "姓名：步青云\n排名：1")
    ranks = {(one[1], one[5]) for one in said(read(text, tmp_path)[1]) if one[2] == "PARTICIPATED_IN"}
    assert ranks == {("岑未央", '{"rank":1}'), ("步青云", '{"rank":1}')}


def test_what_can_be_read_is_read(tmp_path: Path) -> None:
    text = "项目名称：眼底血流成像研究\n推荐单位：无\n姓名：时雨晴\n职称：\n工作单位：青禾眼科医院\n姓名：\n排名：2\n"
    facts = said(read(text, tmp_path)[1])
    assert {(one[1], one[2], one[4]) for one in facts} == {
        ("时雨晴", "PARTICIPATED_IN", "眼底血流成像研究"),
        ("时雨晴", "AFFILIATED_WITH", "青禾眼科医院"),
    }


def test_a_cell_merged_over_rows_speaks_for_each(tmp_path: Path) -> None:
    page = """<h1>项目公示</h1><table><tr><td>项目名称</td><td>胎盘血流超声评估</td></tr>
    <tr><td>推荐单位</td><td>江南省医学会</td></tr></table>
    <table><tr><th>排名</th><th>姓名</th><th>工作单位</th><th>职称</th></tr>
    <tr><td>1</td><td>尹听雨</td><td rowspan="3">青禾妇产医院</td><td>主任医师</td></tr>
    <tr><td>2</td><td>柳拂堤</td><td>副主任医师</td></tr><tr><td>3</td><td>康采薇</td><td>主治医师</td></tr></table>"""
    _, assertions = read(page, tmp_path, ".html")
    facts = [one for one in assertions if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"]
    assert {(one.subject.name, one.object.name, one.qualifiers["title"]) for one in facts} == {
        ("尹听雨", "青禾妇产医院", "主任医师"),
        ("柳拂堤", "青禾妇产医院", "副主任医师"),
        ("康采薇", "青禾妇产医院", "主治医师"),
    }


@pytest.mark.parametrize("heading", ["科技进步奖：", "科学技术进步奖公示", "科技进步奖（一等奖）提名项目公示内容"])
def test_a_bare_class_of_award_is_that_of_the_nominators_province(heading: str, tmp_path: Path) -> None:
    text = f"{heading}\n项目名称：胎盘血流超声评估\n提名单位：甘肃省教育厅\n主要完成人：尹听雨、柳拂堤\n"
    facts = [one for one in read(text, tmp_path)[1] if isinstance(one, Fact) and one.predicate == "NOMINATED_FOR"]
    assert [one.object.name for one in facts] == ["甘肃省科学技术进步奖"]


@pytest.mark.parametrize(
    ("points", "numbers"),
    [
        ("（1）建立胎盘超声图谱。（2）首次发现血流异常的先兆。（3）把随访延伸到基层。", {1, 2, 3}),
        ("（1）负责人召集会议。（2）成员到场签到。（3）会后整理记录。", set[int]()),
    ],
)
def test_a_list_of_claims_in_the_summary_is_its_points(points: str, numbers: set[int], tmp_path: Path) -> None:
    opening = "项目名称：胎盘血流超声评估\n推荐单位：江南省医学会\n项目简介\n本项目面向高危妊娠。"
    text = f"{opening}\n{points}\n主要完成人：尹听雨、柳拂堤\n"
    found = [one for one in read(text, tmp_path)[1] if isinstance(one, Fact) and one.predicate == "HAS_INNOVATION"]
    assert {one.qualifiers["number"] for one in found} == numbers


@pytest.mark.parametrize(
    "text",
    [
        "医院简介：本院始建于1956年。主要完成单位为临床服务，科室主任张某。",
        "近年来，影像组学发展迅速，提名与评奖工作顺利开展。",
        "项目名称\n",
    ],
)
def test_other_texts_are_not_accepted(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(text, "utf-8")
    assert not AwardIngester().accepts(read_document(path))


BLANK_FORMS = (
    "某某学会科学技术奖提名书\n项目名称：\n提名单位：（盖章）\n联系人：\n一、项目简介\n二、主要完成人情况表\n三、主要完成单位情况表\n"
    "四、代表性论文目录\n《项目名称》不超过30字。\n",
    "填写说明\n1．项目名称：应简明反映技术内容，由完成单位参照立项名称填写。\n2．提名单位：指有提名资格的单位。\n"
    "3．主要完成人：按贡献大小从左至右排列，不超过15人。\n4．主要完成单位：指具有法人资格的单位。\n",
    "姓名：XXX 排名：1\n工作单位：（与公章一致）\n完成单位：（作出贡献时所在单位）\n对本项目贡献：（限300字）\n"
    "单位名称：（盖章）\n排名：\n项目名称：（不超过30个汉字）\n提名单位：（盖章）\n",
    "关于受理项目的公示\n共受理236项，候选项目的项目名称、主要完成人、主要完成单位见附件。\n附件：\n1.受理项目目录\n2.异议表\n",
)


@pytest.mark.parametrize("text", BLANK_FORMS, ids=["blank", "guide", "template", "notice"])
def test_a_form_that_is_not_filled_in_states_nothing(text: str, tmp_path: Path) -> None:
    path = tmp_path / "blank.txt"
    path.write_text(text, "utf-8")
    document = read_document(path)
    ingester = AwardIngester()
    found = list(ingester.ingest(document, pipeline())) if ingester.accepts(document) else []
    assert not [one for one in found if isinstance(one, Fact)]


if __name__ == "__main__":
    import sys

    for form in sorted(FORMS.glob("*.txt")):
        if not sys.argv[1:] or form.stem in sys.argv[1:]:
            form.with_suffix(".jsonl").write_text("\n".join(golden_lines(form)) + "\n", "utf-8")
