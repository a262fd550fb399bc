"""People as news names them: how reports go on from a name, houses said by a word, short names of firms, spread labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from ingest.readers.text import TextReader
from kg.model import Fact
from tests.test_prose import stated

AT = "AFFILIATED_WITH"


def at(text: str) -> set[tuple[str, str]]:
    return {(person, house) for person, predicate, house in stated(text) if predicate == AT}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("岚江大学教授游方远则把目光投向超声。", {("游方远", "岚江大学")}),
        ("云岭医院放射科主任苏若谷的答案是先练人。", {("苏若谷", "云岭医院")}),
        ("云岭医院超声科副主任、主任技师柏秋实一对一带教。", {("柏秋实", "云岭医院")}),
        ("岚江大学研究员端木恒一开口就抛出问题。", {("端木恒", "岚江大学")}),
        ("西陵县人民医院B超室医师卓玛措说，机器很好用。", {("卓玛措", "西陵县人民医院")}),
        ("除云岭医院外，岚江大学教授焦立群也来了。", {("焦立群", "岚江大学")}),
        ("云岭医院PET/CT中心负责人臧若溪告诉记者。", {("臧若溪", "云岭医院")}),
        ("岚江大学的单立群则将其用于乳腺，云岭医院的焦立群首先报道了结果。", {("单立群", "岚江大学"), ("焦立群", "云岭医院")}),
        ("云岭医院的高场强在国内首次完成，岚江大学的全流程则通过算法完成。", set()),
        ("来自云岭医院的燕国维和岚江大学的丛培元分别作了报告。", {("燕国维", "云岭医院"), ("丛培元", "岚江大学")}),
        ("来自云岭医院的高水平和岚江大学的方法学分别得到认可。", set()),
        ("岚江大学材料设计与制造研究院研究员万重远作报告。", {("万重远", "岚江大学材料设计与制造研究院")}),
        ("岚江大学人民医院(云岭省人民医院)消化内科主任于若刚教授发表研究。", {("于若刚", "岚江大学人民医院")}),
        ("云岭医院（东院区）放射科主任焦立群说。", {("焦立群", "云岭医院")}),
        ("云岭医院副院长、肿瘤放射治疗专家徐若华如是说。", {("徐若华", "云岭医院")}),
        ("云岭医院影像科医师张若谷、苏秋白参与了设计。", {("张若谷", "云岭医院"), ("苏秋白", "云岭医院")}),
        ("云岭医院副院长、博士生导师焦立群教授担任项目负责人。", {("焦立群", "云岭医院")}),
        ("来自云岭医院的放射科医生焦立群告诉记者。", {("焦立群", "云岭医院")}),
        ("近日，云岭医院心内一科开展新技术。而此次心内一科主任宫若鸿团队的方法很有效。", {("宫若鸿", "云岭医院")}),
        ("近日，云岭医院与岚江医院合作。而此次心内一科主任宫若鸿团队的方法很有效。", set()),
        ("云岭医院（附岚江医院）的病人多，放射科主任焦立群说。", set()),
        ("岚江大学课题组成员顾知秋、洪波等参与了研究。", {("顾知秋", "岚江大学"), ("洪波", "岚江大学")}),
    ],
)
def test_how_reports_go_on_from_a_name(text: str, facts: set[tuple[str, str]]) -> None:
    assert at(text) == facts


def test_the_same_house() -> None:
    text = "岚江大学博士后臧文博，与同校博士生池小满、云岭医院主治医师龙若溪并列第一作者。"
    assert at(text) >= {("池小满", "岚江大学"), ("龙若溪", "云岭医院")}
    assert at("岚江大学教授臧文博与同院医师池小满合作。") == {("臧文博", "岚江大学")}


def test_whose_authors_a_newest_paper_has() -> None:
    text = (
        "3月11日，论文“Handheld tomography of the breast in clinical use”发表于《某某工程》（Imaging Engineering）。\n\n"
        "2022年，课题组成员池小满就以第一作者身份在《某某学报》发表了《面向乳腺检查的手持式探头设计》一文。"
        "在此次的新论文中，池小满与岚江大学博士生龙若溪并列第一作者；岚江大学教授臧文博为通讯作者。"
    )
    authored = {(one, paper) for one, predicate, paper in stated(text) if predicate == "AUTHORED"}
    new = "Handheld tomography of the breast in clinical use"
    assert authored == {
        ("池小满", "面向乳腺检查的手持式探头设计"),
        *((name, new) for name in ("池小满", "龙若溪", "臧文博")),
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "该设备由云岭睿岚影像装备股份有限公司研发。据睿岚影像董事长柴云霄介绍，设备已获批。",
            {("柴云霄", "云岭睿岚影像装备股份有限公司")},
        ),
        (
            "上海启澜医疗科技有限公司与岚江大学签约。启澜医疗创始人顾知秋说，双方各有所长。",
            {("顾知秋", "上海启澜医疗科技有限公司")},
        ),
        (
            "数坪（北京）网络科技股份有限公司发布新品，数坪科技总经理路平致辞。",
            {("路平", "数坪（北京）网络科技股份有限公司")},
        ),
        ("上海启澜医疗科技有限公司参会，启航医疗创始人顾知秋说，双方各有所长。", {("顾知秋", "启航医疗")}),
    ],
)
def test_a_firm_by_its_brand_and_trade(text: str, facts: set[tuple[str, str]]) -> None:
    assert at(text) == facts


def test_spread_labels_on_the_page_of_a_department(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "云岭医院核医学科简介\n\n云岭医院核医学科成立于1961年。\n\n副 主 任：官若平 苏小曼\n\n护 士 长：巫 北\n",
        "utf-8",
    )
    found = ProseIngester().ingest(TextReader().read(page), pipeline())
    facts = {(one.subject.name, one.object.name) for one in found if isinstance(one, Fact) and one.predicate == AT}
    assert facts == {("官若平", "云岭医院"), ("苏小曼", "云岭医院"), ("巫北", "云岭医院")}


def test_a_page_about_one_person(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "张若友\n\n张若友，民进会员。是云岭市第一医院放射科主任，云岭省影像学会副会长（代理），采购评审专家。\n", "utf-8"
    )
    found = ProseIngester().ingest(TextReader().read(page), pipeline())
    facts = {(one.subject.name, one.object.name) for one in found if isinstance(one, Fact) and one.predicate == AT}
    assert facts == {("张若友", "云岭市第一医院")}


def test_the_university_that_speaks() -> None:
    page = "岚江医科大学新闻网 >> 要闻\n\n喜报\n\n影像技术系讲师岳小凡获教学比赛特等奖。校党委副书记、校长焦立群表示祝贺。\n"
    assert at(page) == {("岳小凡", "岚江医科大学"), ("焦立群", "岚江医科大学")}
    assert at("影像技术系讲师岳小凡获教学比赛特等奖，校长焦立群表示祝贺。") == set()


def test_whose_post_a_row_tells_behind_a_name_is_no_post_of_the_next() -> None:
    text = "岚江生物技术发展中心苏则明处长、云岭省科学技术厅副厅长海若明出席会议。"
    assert {fact for fact in at(text) if fact[0] == "海若明"} == {("海若明", "云岭省科学技术厅")}
    kept = at("岚江大学宣传部部长、云岭医院副院长海若明出席会议。")
    assert kept == {("海若明", "岚江大学"), ("海若明", "云岭医院")}


@pytest.mark.parametrize(
    ("text", "person", "house"),
    [
        ("承担单位是云岭影像科技有限公司，负责人为该公司高级工程师龙若溪。", "龙若溪", "云岭影像科技有限公司"),
        ("该中心依托云岭医院设立，主任由该院超声科主任龙若溪担任，副主任由岚江医院放射科主任沈越担任。", "龙若溪", "云岭医院"),
        ("云岭医院获批项目，负责人为该院超声科主任龙若溪。", "龙若溪", "云岭医院"),
        ("岚江大学获批项目，该校龙若溪教授到会。", "龙若溪", "岚江大学"),
    ],
)
def test_a_post_at_the_house_told_before(text: str, person: str, house: str) -> None:
    assert (person, house) in at(text)


CONTACTS = """云岭省科技计划申报通知
各有关单位：请按期申报。
政策咨询：云岭省科学技术厅  龙若溪（基础处），0870-6310000
技术支持单位：岚江科技评估中心  柏秋实、海若明，电话：0870-6530000
联系人：李老师，0870-6540000
联系单位：省科学技术厅 游方远 0870-6540001
"""


def test_whom_a_notice_names_to_ask_works_at_the_house_before_the_name() -> None:
    assert at(CONTACTS) == {
        ("龙若溪", "云岭省科学技术厅"),
        ("柏秋实", "岚江科技评估中心"),
        ("海若明", "岚江科技评估中心"),
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("云岭医院放射科主任苏若谷举例说，结节看得更清。", {("苏若谷", "云岭医院")}),
        ("云岭医院放射科主任苏若谷打了个比方。", {("苏若谷", "云岭医院")}),
        ("云岭医院胸痛中心心内科门诊副主任医师苏若谷携团队手术。", {("苏若谷", "云岭医院")}),
        ("云岭医院骨科二病区副主任苏若谷介绍，机器人更准。", {("苏若谷", "云岭医院")}),
        ("云岭医院完成了手术。该院胃肠外科专家苏若谷教授介绍，创口更小。", {("苏若谷", "云岭医院")}),
        ("云岭医院院长苏若认为，技术已有突破。", {("苏若", "云岭医院")}),
        ("云岭医院邀请了外院专家。胃肠外科专家苏若谷教授来院指导。", set()),
    ],
)
def test_more_of_how_reports_go_on(text: str, facts: set[tuple[str, str]]) -> None:
    assert at(text) == facts
