"""Projects told item by item: parts by their kinds in any order, and what is no project."""

from __future__ import annotations

import pytest

from kg.model import Fact
from tests.table_facts import assertions, document_of, facts

TITLE = "颈动脉斑块的光声成像评估研究"
STATED = frozenset({"FUNDED_BY", "LEADS", "HOSTED_BY"})


def items(*lines: str) -> set[tuple[str, str, str]]:
    return facts(document_of("承担项目\n" + "\n".join(lines) + "\n"), predicates=STATED)


@pytest.mark.parametrize(
    "line",
    [
        f"1. 国家自然科学基金面上项目，{TITLE}，82371000，成若水，49万元，2024.01-2027.12",
        f"（1）成若水，《{TITLE}》，国家自然科学基金面上项目，49万元",
        f"[1] 国家自然科学基金面上项目：{TITLE}（82371000），负责人：成若水，直接费用49万元",
        f"① {TITLE}，国自然面上，82371000，2024/01-2027/12，成若水主持",
        f"2.成若水:{TITLE}(国家自然科学基金面上项目,49万元)",
        f"1.{TITLE}，国家自然科学基金面上项目，49万元，主持人成若水。另有两项未获立项，明年再报。",
        f"{TITLE}；国家自然科学基金面上项目；批准号82371000；成若水教授；2024年1月至2027年12月；49万元",
    ],
)
def test_the_parts_are_told_by_what_they_are(line: str) -> None:
    assert items(line) == {(TITLE, "FUNDED_BY", "国家自然科学基金面上项目"), ("成若水", "LEADS", TITLE)}


def test_headings_of_types_hold_for_the_items_below_and_the_house_that_won_is_theirs() -> None:
    text = (
        "喜报｜国家自然科学基金再创新高\n8月23日，国家自然科学基金委员会公布评审结果，白鹭市人民医院共获资助9项。影像类项目如下：\n"
        f"面上项目\n1. 放射科 成若水 主任医师：{TITLE}（82371000，49万元）\n"
        "青年科学基金项目\n2. 核医学科 卓亦凡 博士：纤维化的FAPI显像研究（82302100，30万元）\n"
        "3. 超声科 戚远：肝脏弹性成像定量研究（82302101，30万元）\n"
    )
    found = facts(document_of(text), predicates=STATED)
    assert found == {
        (TITLE, "FUNDED_BY", "国家自然科学基金面上项目"),
        ("纤维化的FAPI显像研究", "FUNDED_BY", "国家自然科学基金青年科学基金项目"),
        ("肝脏弹性成像定量研究", "FUNDED_BY", "国家自然科学基金青年科学基金项目"),
        ("成若水", "LEADS", TITLE),
        ("卓亦凡", "LEADS", "纤维化的FAPI显像研究"),
        ("戚远", "LEADS", "肝脏弹性成像定量研究"),
        *((title, "HOSTED_BY", "白鹭市人民医院") for title in (TITLE, "纤维化的FAPI显像研究", "肝脏弹性成像定量研究")),
    }


def test_headings_of_another_fund_s_types_are_not_the_science_fund_s() -> None:
    text = (
        "2030年项目揭晓\n近日，北川省自然科学基金和国家自然科学基金先后揭晓，结果如下：\n"
        f"面上项目\n1. 放射科 成若水 主任医师：{TITLE}（82371000，49万元）\n"
    )
    assert not any(predicate == "FUNDED_BY" for _, predicate, _ in facts(document_of(text), predicates=STATED))


def test_a_sum_and_a_number_are_on_the_funding() -> None:
    first = f"1. 北川省自然科学基金，{TITLE}（BC2022A01），8万元，在研"
    text = f"承担项目\n{first}\n2. 国家重点研发计划，超导磁体研制技术，2019YFC0110000，参与\n"
    found = [one for one in assertions(document_of(text)) if isinstance(one, Fact) and one.predicate == "FUNDED_BY"]
    stated = {(one.object.name, one.qualifiers.get("amount_wan"), one.qualifiers.get("number")) for one in found}
    assert stated == {("北川省自然科学基金", 8.0, "BC2022A01"), ("国家重点研发计划", None, "2019YFC0110000")}


@pytest.mark.parametrize(
    "line",
    [
        "1. 成若水，卓亦凡，国家自然科学基金项目管理研究，科研管理，2019，40：1-5",
        "2. 报告：国家自然科学基金申请技巧，主讲人：成若水，地点：报告厅",
        "3. 2023年，获国家自然科学基金面上项目3项，经费150万元，同比增长20%",
        "4. 国家自然科学基金面上项目，成若水，49万元",
        "5. 成若水主持国家自然科学基金面上项目1项，发表论文10篇，获专利2项",
    ],
)
def test_what_is_no_project_gives_none(line: str) -> None:
    assert items(line) == set()


def test_items_of_a_house_are_its_own() -> None:
    text = f"来源：白鹭市人民医院\n我院获批项目如下：\n1. 国家自然科学基金面上项目，{TITLE}，82371000，成若水，49万元\n"
    assert (TITLE, "HOSTED_BY", "白鹭市人民医院") in facts(document_of(text), predicates=STATED)


@pytest.mark.parametrize("opens", ["我院2030年", "北川大学第一医院喜获2030年", "本所新增"])
def test_the_house_before_a_fund_is_no_part_of_its_name(opens: str) -> None:
    text = (
        f"{opens}国家自然科学基金立项项目名单\n1.成若水:{TITLE}(面上项目,49万元)\n"
        "2.计长安:脑磁图源定位方法研究(青年科学基金项目,30万元)\n"
    )
    assert facts(document_of(text), predicates=frozenset({"FUNDED_BY"})) == {
        (TITLE, "FUNDED_BY", "国家自然科学基金面上项目"),
        ("脑磁图源定位方法研究", "FUNDED_BY", "国家自然科学基金青年科学基金项目"),
    }


@pytest.mark.parametrize("dash", ["——", "，", "；"])
def test_quoted_titles_of_a_list_that_says_they_were_granted(dash: str) -> None:
    text = (
        "白鹭市人民医院2030年度院内课题立项名单\n"
        f"1、《{TITLE}》（负责人：成若水，科室：超声科）{dash}3万元\n"
        f"2、《术中荧光导航的输尿管显影研究》（负责人：卓亦凡，科室：泌尿外科）{dash}2万元\n"
    )
    found = facts(document_of(text), predicates=frozenset({"LEADS", "HOSTED_BY"}))
    assert {("成若水", "LEADS", TITLE), ("卓亦凡", "LEADS", "术中荧光导航的输尿管显影研究")} <= found
    assert (TITLE, "HOSTED_BY", "白鹭市人民医院") in found


def test_quoted_books_with_their_editors_are_no_projects() -> None:
    text = "白鹭市人民医院2030年出版图书\n1、《颈动脉斑块的光声成像图谱》（负责人：成若水，科室：超声科）——98元\n"
    assert not facts(document_of(text), predicates=STATED)


@pytest.mark.parametrize("label", ["承担单位", "依托单位为", "项目承担单位：", "牵头单位 "])
def test_the_label_before_a_host_is_no_part_of_its_name(label: str) -> None:
    first = f"1.{TITLE},北川省科技计划项目,20万元,主持人成若水,{label}白鹭市人民医院;"
    second = f"2.儿童超声心动图监测研究,北川省科技计划项目,15万元,主持人卓亦凡,{label}北川医科大学。另有一项未获立项。"
    assert {fact for fact in items(first, second) if fact[1] == "HOSTED_BY"} == {
        (TITLE, "HOSTED_BY", "白鹭市人民医院"),
        ("儿童超声心动图监测研究", "HOSTED_BY", "北川医科大学"),
    }


@pytest.mark.parametrize(
    "lead",
    ["放射科成若水副主任医师", "成若水教授主持的", "核医学科 成若水：", "超声中心成若水博士团队"],
)
def test_who_leads_stands_before_a_quoted_title(lead: str) -> None:
    text = (
        "白鹭市人民医院科研处编\n我院3项课题获北川省自然科学基金立项\n近日，名单公布。具体如下：\n"
        f"1.{lead}“{TITLE}”，面上项目，20万\n元；\n2.卓亦凡副研究员《儿童超声心动图监测研究》，青年科学基金项目，10万元。\n"
    )
    found = facts(document_of(text), predicates=STATED)
    assert {fact for fact in found if fact[1] != "HOSTED_BY"} == {
        (TITLE, "FUNDED_BY", "北川省自然科学基金面上项目"),
        ("成若水", "LEADS", TITLE),
        ("儿童超声心动图监测研究", "FUNDED_BY", "北川省自然科学基金青年科学基金项目"),
        ("卓亦凡", "LEADS", "儿童超声心动图监测研究"),
    }
    assert {fact[2] for fact in found if fact[1] == "HOSTED_BY"} == {"白鹭市人民医院"}


def test_a_joint_programme_pays_for_its_own_sorts_of_projects() -> None:
    text = (
        "关于下达松江省基础研究计划—岚江大学联合专项2031年度立项项目的通知\n各学院：\n现予下达立项项目。\n"
        f"一、重点项目（1项）\n· 2031AY07-003　《{TITLE}》，成若水（放疗科，与他人同名），溪山市人民医院，8.5万元；\n"
        "二、青年项目（1项）\n· 2031AY07-004　《纤维化的FAPI显像研究》，卓亦凡，岚江大学，8.5万元。\n"
    )
    joint = "松江省基础研究计划—岚江大学联合专项"
    assert facts(document_of(text), predicates=STATED) >= {
        (TITLE, "FUNDED_BY", joint),
        ("成若水", "LEADS", TITLE),
        (TITLE, "HOSTED_BY", "溪山市人民医院"),
        ("纤维化的FAPI显像研究", "FUNDED_BY", joint),
    }


PAID = "松江省自然科学基金"
HEADS = (
    f"松江省科学技术厅关于公布2031年度{PAID}立项项目的通知",
    f"附件：2031年度{PAID}项目名单",
    f"喜报：溪山市人民医院2031年度{PAID}立项名单出炉",
    f"2031年度溪山市人民医院获{PAID}资助项目清单",
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    "line",
    [
        f"1．{TITLE}，溪山市人民医院，成若水，82301201，48万元",
        f"1、{TITLE}  负责人：成若水  单位：溪山市人民医院  经费：48万元",
        f"1）{TITLE}  成若水  溪山市人民医院  48万元",
    ],
)
def test_the_head_of_a_list_tells_the_programme_and_blanks_part_an_item(head: str, line: str) -> None:
    assert facts(document_of(f"{head}\n\n{line}\n"), predicates=STATED) == {
        (TITLE, "FUNDED_BY", PAID),
        ("成若水", "LEADS", TITLE),
        (TITLE, "HOSTED_BY", "溪山市人民医院"),
    }


@pytest.mark.parametrize("label", ["合作单位", "参与单位", "推荐单位"])
def test_a_partner_is_no_host(label: str) -> None:
    line = f"1、{TITLE}  负责人：成若水  {label}：溪山市人民医院  经费：48万元"
    assert not {fact for fact in facts(document_of(f"{HEADS[0]}\n\n{line}\n"), predicates=STATED) if fact[1] == "HOSTED_BY"}


def test_an_item_that_cannot_be_read_does_not_end_the_list() -> None:
    lines = (
        f"1．{TITLE}，溪山市人民医院，成若水，48万元\n2．纤维化的FAPI显像研究，岚江大学，卓亦凡，（待定），见附注，30万元\n"
        "3．肝脏弹性成像定量研究，岚江大学，戚远，30万元\n"
    )
    found = facts(document_of(f"{HEADS[1]}\n\n{lines}"), predicates=STATED)
    assert {fact[2] for fact in found if fact[1] == "LEADS"} == {TITLE, "肝脏弹性成像定量研究"}


@pytest.mark.parametrize(
    "text",
    [
        f"“{TITLE}”是松江省重点研发计划资助的项目。该项目由溪山医院牵头，成若水副教授负责，经费15万元。",
        f"岚江大学成若水团队承担了“{TITLE}”的研究。该课题得到松江省重点研发计划的资助，金额为12万元。参加单位还有溪山医院。",
        f"2031年启动的“{TITLE}”，项目负责人为成若水，承担单位为溪山医院，经费100万元，由松江省重点研发计划资助。",
    ],
)
def test_sentences_are_no_items(text: str) -> None:
    assert facts(document_of(f"科研动态\n\n{text}\n"), predicates=STATED) == set()
