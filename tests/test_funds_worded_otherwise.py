"""Grants and awards in other words than the first: who pays is a body, is told later or behind, sums for each of a row."""

from __future__ import annotations

import pytest

from tests.test_appointments import stated_with
from tests.test_grants_won import told
from tests.test_prize_news import received
from tests.test_prose import stated


@pytest.mark.parametrize(
    "text",
    [
        "松江省科技厅于2031年批准立项“便携式磁共振成像仪研制”，资助强度680万元。",
        "松江省科技厅以680万元资助“便携式磁共振成像仪研制”，项目由岚江大学牵头。",
        "“便携式磁共振成像仪研制”为合作项目，全部经费由松江省科技厅提供，金额680万元。",
        "“便携式磁共振成像仪研制”课题的资助方为松江省科技厅，资助额680万元。",
    ],
)
def test_a_body_that_pays_itself(text: str) -> None:
    assert ("便携式磁共振成像仪研制", "松江省科技厅", "amount_wan:680.0") in stated_with(text, "FUNDED_BY")
    assert len({fact for fact in told(text) if fact[1] == "FUNDED_BY"}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "松江省医学会支持“心脏影像学术年会”，投入经费20万元。",
        "松江省科技厅支持“便携式磁共振成像仪研制”一文的观点。",
        "“便携式磁共振成像仪研制”曾申报松江省科技厅项目，但未获资助。",
    ],
)
def test_a_body_that_pays_nothing(text: str) -> None:
    assert not told(text)


def test_the_programme_of_the_one_project_told_of() -> None:
    text = (
        "会上，项目首席专家裘宁教授介绍了“冠状动脉斑块智能分析研究”的总体方案。该项目属于松江省重点研发计划，资助经费150万元。"
    )
    assert ("冠状动脉斑块智能分析研究", "松江省重点研发计划", "amount_wan:150.0") in stated_with(text, "FUNDED_BY")
    assert ("裘宁", "LEADS", "冠状动脉斑块智能分析研究") in told(text)


def test_what_each_of_a_row_is_given() -> None:
    text = (
        "近日，松江省科学技术厅公布2031年度松江省自然科学基金资助项目名单，我院裘宁博士的《肝癌分子探针研究》、"
        "邵一帆博士的《海马亚区定量成像研究》榜上有名，分别获资助10万元和15万元。"
    )
    sums = {(grant, told) for grant, _, told in stated_with(text, "FUNDED_BY")}
    assert sums == {
        ("肝癌分子探针研究", "amount_wan:10.0"),
        ("海马亚区定量成像研究", "amount_wan:15.0"),
        ("肝癌分子探针研究", "year:2031"),
        ("海马亚区定量成像研究", "year:2031"),
    }


def test_projects_each_with_its_head_in_turn() -> None:
    text = "国家重点研发计划先后部署了“重大疾病分子成像”“脑功能网络图谱”两个项目，首席科学家依次为裘宁、邵一帆。"
    assert told(text) == {
        ("重大疾病分子成像", "FUNDED_BY", "国家重点研发计划"),
        ("脑功能网络图谱", "FUNDED_BY", "国家重点研发计划"),
        ("裘宁", "LEADS", "重大疾病分子成像"),
        ("邵一帆", "LEADS", "脑功能网络图谱"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "“甲状腺超声筛查”是国家科技重大专项的子课题，课题负责人为岚江大学药学院的裘宁教授。",
        "裘宁教授是“甲状腺超声筛查”这一国家科技重大专项课题的负责人。",
    ],
)
def test_of_which_programme_a_title_is_and_who_heads_it(text: str) -> None:
    assert told(text) >= {("甲状腺超声筛查", "FUNDED_BY", "国家科技重大专项"), ("裘宁", "LEADS", "甲状腺超声筛查")}


def test_what_each_project_is_given_is_not_what_the_one_is() -> None:
    text = "国家自然科学基金重大项目“多尺度脑成像研究”发布指南，直接经费资助强度约300万元/项。"
    assert not any("amount_wan" in paid[2] for paid in stated_with(text, "FUNDED_BY"))


def test_the_counts_of_a_discipline_are_not_the_whole_programmes() -> None:
    text = "2031年，医学科学部影像医学与核医学学科（H27）共受理面上项目申请1024项，资助141项，资助率13.77%。"
    counted = {fact for fact in stated_with(text, "HAS_METRIC") if fact[2].startswith("value:")}
    assert {who for who, _, _ in counted} == {"影像医学与核医学"}
    assert {told for _, _, told in counted} == {"value:1024.0", "value:141.0", "value:13.77"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "柏舟，主任医师。曾获国家科技进步二等奖1项（2012年，排名第三）、岚江省科技进步一等奖1项（2015年，排名第一）。",
            {("柏舟", "国家科技进步奖", "二等奖"), ("柏舟", "岚江省科技进步奖", "一等奖")},
        ),
        ("2021年，柏舟教授将岚江医学创新奖收入囊中。", {("柏舟", "岚江医学创新奖", None)}),
        ("先后荣获全国五一劳动奖章、岚江省创新能手等称号的宗玉成教授出席会议。", {("宗玉成", "全国五一劳动奖章", None)}),
        ("岚江省医学会授予柏舟教授金质奖章。", {("柏舟", "金质奖章", None)}),
        ("“青年创新奖”则由岚江大学的柏舟摘得。", {("柏舟", "青年创新奖", None)}),
        ("也感谢岚江省科技进步奖一等奖获得者柏舟教授的指导。", {("柏舟", "岚江省科技进步奖", "一等奖")}),
        (
            "获2031年度岚江医学科技奖二等奖的项目“肝脏定量超声评估研究”已经推广。",
            {("肝脏定量超声评估研究", "岚江医学科技奖", "二等奖")},
        ),
        (
            "岚江影维科技有限公司自主研发的全数字PET探测器荣膺2031年岚江工业博览会大奖。",
            {("全数字PET探测器", "岚江工业博览会大奖", None)},
        ),
    ],
)
def test_awards(text: str, facts: set[tuple[str, str, object]]) -> None:
    assert received(text) >= facts


@pytest.mark.parametrize(
    "text",
    [
        "这是溪山市人民医院获得的首个部级奖。",
        "获得一等奖的柏舟团队的作品已经展出。",
        "“肝脏弹性成像评估系统”止步2031年岚江省科技进步奖终评。",
    ],
)
def test_nobody_received_it(text: str) -> None:
    assert received(text) == set()


def test_ranks_and_years_of_a_row() -> None:
    text = "柏舟，主任医师。曾获国家科技进步二等奖1项（2012年，排名第三）、岚江省科技进步一等奖1项（2015年，排名第一）。"
    assert {fact[1:] for fact in stated_with(text, "RECEIVED") if "grade" not in fact[2]} == {
        ("国家科技进步奖", "rank:3"),
        ("国家科技进步奖", "year:2012"),
        ("岚江省科技进步奖", "rank:1"),
        ("岚江省科技进步奖", "year:2015"),
    }


def test_the_works_below_a_grade_of_a_round_that_is_told() -> None:
    works = "“颅内斑块高分辨成像”（溪山医科大学）和“乳腺癌早期筛查体系”（岚江省肿瘤医院）"
    text = f"2031年度岚江医学科技奖揭晓\n其中一等奖获奖项目分别为{works}。"
    assert received(text) == {
        ("颅内斑块高分辨成像", "岚江医学科技奖", "一等奖"),
        ("乳腺癌早期筛查体系", "岚江医学科技奖", "一等奖"),
    }


@pytest.mark.parametrize(
    ("text", "nominator"),
    [
        ("岚江省医学会经审查，同意提名“心肌病磁共振评价体系”为2031年度岚江医学科技奖一等奖候选项目。", "岚江省医学会"),
        ("由溪山市人民医院推荐的“心肌病磁共振评价体系”入围2031年岚江医学科技奖初评。", "溪山市人民医院"),
    ],
)
def test_works_put_forward(text: str, nominator: str) -> None:
    found = stated(text)
    assert ("心肌病磁共振评价体系", "NOMINATED_FOR", "岚江医学科技奖") in found
    assert (nominator, "NOMINATED", "心肌病磁共振评价体系") in found


@pytest.mark.parametrize(
    "text",
    [
        "“影像装备”重点专项隶属国家重点研发计划。",
        "“影像装备”重点专项是国家重点研发计划的重要组成部分。",
        "作为国家重点研发计划的组成部分，“影像装备”重点专项今年立项63项。",
        "国家重点研发计划先后启动实施“影像装备”“主动筛查”等重点专项。",
    ],
)
def test_parts_of_a_programme(text: str) -> None:
    assert ("影像装备重点专项", "PART_OF", "国家重点研发计划") in stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "“影像装备”重点专项是国家重点研发计划之外的地方项目。",
        "“影像装备”重点专项是参照国家重点研发计划管理的。",
    ],
)
def test_no_parts_of_a_programme(text: str) -> None:
    assert ("影像装备重点专项", "PART_OF", "国家重点研发计划") not in stated(text)


def test_what_pays_a_study_told_behind_or_before() -> None:
    under = "在松江省重点研发计划（2031C01）的资助下，裘宁团队开展了“乳腺超声弹性多中心研究”。"
    assert ("乳腺超声弹性多中心研究", "FUNDED_BY", "松江省重点研发计划") in told(under)
    given = "“磁共振波谱智能分析”项目2031年结题，共获松江省教育厅经费支持8万元。"
    assert ("磁共振波谱智能分析", "松江省教育厅", "amount_wan:8.0") in stated_with(given, "FUNDED_BY")
    level = "“胸部影像智能筛查”是松江省“尖兵”研发攻关计划2031年度立项项目。"
    assert ("胸部影像智能筛查", "FUNDED_BY", "松江省“尖兵”研发攻关计划") in told(level)


def test_names_at_the_titles_of_a_counted_list() -> None:
    text = (
        "我院获国家自然科学基金2项：裘宁“脑胶质瘤分型影像预测”（面上，49万元）、邵一帆“动脉瘤血流动力学研究”（青年，30万元）。"
    )
    assert told(text) >= {("裘宁", "LEADS", "脑胶质瘤分型影像预测"), ("邵一帆", "LEADS", "动脉瘤血流动力学研究")}


@pytest.mark.parametrize("said", ["拟授予", "建议授予"])
def test_what_is_only_to_be_given(said: str) -> None:
    assert received(f"经评审，{said}“乳腺癌术前影像评估”等12个项目2031年度溪山市科学技术奖一等奖，现予公示。") == set()


def test_what_a_decision_gives_to_works() -> None:
    text = "决定对“先心病影像评估体系”授予岚江省科学技术进步奖一等奖，对“眼底影像智能筛查”授予岚江省科学技术进步奖三等奖。"
    assert received(text) == {
        ("先心病影像评估体系", "岚江省科学技术进步奖", "一等奖"),
        ("眼底影像智能筛查", "岚江省科学技术进步奖", "三等奖"),
    }


def test_medals_and_grades_of_contests() -> None:
    assert received("溪山市人民医院柏舟教授赢得岚江影像创新大赛金奖。") == {("柏舟", "岚江影像创新大赛", "金奖")}
    text = "岚江青年论文竞赛落下帷幕，溪山市人民医院宗玉成获一等奖。"
    assert received(text) == {("宗玉成", "岚江青年论文竞赛", "一等奖")}


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("2031年，宗玉成回国组建团队，次年便拿到了国家自然科学基金面上项目“微纳气泡显像研究”。", True),
        ("宗玉成教授介绍，医院2031年获批国家自然科学基金面上项目“微纳气泡显像研究”。", False),
    ],
)
def test_whose_the_project_is_that_was_won(text: str, led: bool) -> None:
    assert (("宗玉成", "LEADS", "微纳气泡显像研究") in told(text)) is led


@pytest.mark.parametrize(
    "programme",
    ["溪山市卫健委科研项目", "岚江大学青年教师科研启动基金", "松江省卫生健康青年科研课题", "溪山市科卫联合医学科研项目"],
)
def test_a_programme_that_no_lexicon_has(programme: str) -> None:
    text = f"裘宁，岚江医院放射科主任医师。主持{programme}“肝癌影像组学研究”1项。"
    assert ("肝癌影像组学研究", "FUNDED_BY", programme) in told(text)


def test_no_programme_between_a_verb_and_a_title() -> None:
    assert not {fact for fact in told("裘宁主持编写的专著《肝癌影像组学研究》出版。") if fact[1] == "FUNDED_BY"}
    assert not {fact for fact in told("裘宁承担的教学任务“肝癌影像组学研究”已经完成。") if fact[1] == "FUNDED_BY"}
