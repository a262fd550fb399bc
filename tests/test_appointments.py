"""Appointments, panels in one line, editors behind a book, leaders behind a title, plain honours, signatures."""

from __future__ import annotations

import pytest

from tests.test_prose import stated

AT, IN, LEADS, WROTE, RECEIVED = "AFFILIATED_WITH", "MEMBER_OF", "LEADS", "AUTHORED", "RECEIVED"


def told(text: str, *predicates: str) -> set[tuple[str, str]]:
    return {(one, other) for one, predicate, other in stated(text) if predicate in predicates}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "任命柏秋实同志为云岭市第三人民医院副院长；聘任龙若溪为岚江大学影像学院院长(试用期一年)。",
            {("柏秋实", "云岭市第三人民医院"), ("龙若溪", "岚江大学影像学院")},
        ),
        ("免去柏秋实同志云岭市第三人民医院影像科主任职务。", {("柏秋实", "云岭市第三人民医院")}),
        (
            "免去柏秋实同志云岭市第三人民医院影像科主任职务，任命其为岚江医院副院长。",
            {("柏秋实", "云岭市第三人民医院"), ("柏秋实", "岚江医院")},
        ),
        ("柏秋实回国后创办云岭医疗股份有限公司并任董事长。", {("柏秋实", "云岭医疗股份有限公司")}),
        ("柏秋实曾为云岭研究院研究员。", {("柏秋实", "云岭研究院")}),
        ("柏秋实创办云岭医疗股份有限公司，龙若溪任董事长。", set()),
        ("任命大会在云岭市第三人民医院召开，柏秋实出席。", set()),
        ("建议任命一名副院长，柏秋实为岚江医院写了报告。", set()),
    ],
)
def test_appointed_and_relieved(text: str, facts: set[tuple[str, str]]) -> None:
    assert told(text, AT) == facts


def test_a_panel_in_one_line() -> None:
    text = "云岭影像中心学术委员会：主任 柏秋实(中国科学院院士，岚江大学)；副主任 龙若溪(云岭医院)、池小满；秘书 顾知秋。"
    board = "云岭影像中心学术委员会"
    assert told(text, IN) == {(name, board) for name in ("柏秋实", "龙若溪", "池小满", "顾知秋")}
    assert told(text, AT) == {("柏秋实", "岚江大学"), ("龙若溪", "云岭医院")}
    branch = "云岭省医学会超声分会"
    assert told(f"{branch}：主任委员 柏秋实；副主任委员 龙若溪、池小满。", IN) == {
        (name, branch) for name in ("柏秋实", "龙若溪", "池小满")
    }
    assert told(f"{branch}：主任委员会议将于下月召开；副主任委员 名单待定。", IN) == set()


def test_editors_behind_the_book() -> None:
    book = "儿童心脏影像学"
    names = {(name, book) for name in ("柏秋实", "龙若溪", "孔令奇", "池小满")}
    assert (
        told("《儿童心脏影像学》由云岭医院柏秋实、岚江大学龙若溪共同主编，副主编为孔令奇、池小满，2019年出版。", WROTE) == names
    )
    assert told("《儿童心脏影像学》主编柏秋实，副主编孔令奇、池小满。", WROTE) == names - {("龙若溪", book)}
    assert told("《云岭影像学杂志》主编柏秋实到会。", WROTE) == set()
    assert told("《儿童心脏影像学》由柏秋实推荐给读者。", WROTE) == set()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "国家自然科学基金重点项目“活体心肌代谢研究新方法”(批准号见附件)，主持人：令狐秋白。",
            {("令狐秋白", "活体心肌代谢研究新方法")},
        ),
        ("课题“肺结节智能筛查关键技术”的负责人为柏秋实。", {("柏秋实", "肺结节智能筛查关键技术")}),
        (
            "下设四个课题，课题二“单分子探针的研制”由柏秋实负责，课题四“传感器的研制”负责人是龙若溪。",
            {("柏秋实", "单分子探针的研制"), ("龙若溪", "传感器的研制")},
        ),
        ("课题“肺结节智能筛查关键技术”由柏秋实评审。", set()),
        ("国家自然科学基金重点项目“活体心肌代谢研究新方法”，主持人宣布了结果，柏秋实到会。", set()),
    ],
)
def test_who_leads_behind_the_title(text: str, facts: set[tuple[str, str]]) -> None:
    assert told(text, LEADS) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("柏秋实获云岭市科学技术奖三等奖，并被评为云岭市优秀学科带头人。", {"云岭市科学技术奖", "云岭市优秀学科带头人"}),
        ("柏秋实享受国务院政府特殊津贴，并被评为云岭市优秀人才。", {"国务院政府特殊津贴", "云岭市优秀人才"}),
        ("云岭医学会把本年度“终身成就奖”授予中国科学院院士、岚江大学教授柏秋实。", {"云岭医学会终身成就奖"}),
        ("2025年度云岭医学奖授予中国工程院院士、肿瘤学家柏秋实。", {"云岭医学奖"}),
        ("第十七届云岭青年科技奖评选结果揭晓，云岭医院医师龙若溪、岚江大学讲师柏秋实等10人获奖。", {"云岭青年科技奖"}),
        ("柏秋实因对介入放射学的突出贡献，5日在岚江被授予云岭介入放射学会年度金奖。", {"云岭介入放射学会年度金奖"}),
        ("柏秋实培养优秀人才20名，当选专家委员会委员。", set()),
        ("科室有享受国务院政府特殊津贴专家3人。", set()),
    ],
)
def test_honours_in_plain_words(text: str, facts: set[str]) -> None:
    assert {award for who, award in told(text, RECEIVED) if who == "柏秋实"} == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "院长柏秋实、党委书记江若兰陪同来宾参观。（云岭市第二医院）",
            {("柏秋实", "云岭市第二医院"), ("江若兰", "云岭市第二医院")},
        ),
        ("会前，校党委书记柏秋实会见了来宾。——岚江医科大学国际处", {("柏秋实", "岚江医科大学")}),
        ("我科医师柏秋实参加了比赛。岚江医科大学附属肿瘤医院超声科 供稿", {("柏秋实", "岚江医科大学附属肿瘤医院")}),
        ("近日，我院(岚江医科大学第二医院)柏秋实教授牵头的项目通过验收。", {("柏秋实", "岚江医科大学第二医院")}),
        ("院长柏秋实陪同来宾参观。（云岭日报记者）", set()),
        ("院长柏秋实陪同来宾参观。（云岭省医学会）", set()),
    ],
)
def test_the_house_that_signs(text: str, facts: set[tuple[str, str]]) -> None:
    assert told(text, AT) == facts
