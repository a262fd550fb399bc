"""Grants: programmes, sums in their units, years, leaders and hosts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.grant import GrantIngester
from ingest.pipeline import read_document
from kg.model import Attribute, Fact
from kg.vocab import PREDICATES
from tests.table_facts import assertions, document_of, facts

TITLE = "肝脏弹性的超声测量方法"


def table(
    *, caption: str = "表2 松江省自然科学基金资助项目清单", money: str = "经费(万元)", amount: str = "30", year: str = "2018"
) -> str:
    return f"{caption}\n年度 项目名称 {money} 负责人 依托单位\n{year} {TITLE} {amount} 成若水 松江大学\n"


def funding(text: str) -> Fact:
    [fact] = [a for a in assertions(document_of(text)) if isinstance(a, Fact) and a.predicate == "FUNDED_BY"]
    return fact


def test_emits_what_the_vocabulary_has() -> None:
    assert GrantIngester.emits <= PREDICATES.keys()


@pytest.mark.parametrize(
    ("money", "amount", "wan"),
    [
        ("经费(万元)", "30", 30.0),
        ("资助金额（元）", "300,000", 30.0),
        ("经费/亿元", "0.003", 30.0),
        ("经费/万", "30", 30.0),
        ("经费（万）", "30", 30.0),
        ("资助强度（万元/项）", "30", 30.0),
        ("经费", "30万元", 30.0),
        ("经费(万元)", "7366.5", 7366.5),
        ("经费", "30", None),
    ],
)
def test_units(money: str, amount: str, wan: float | None) -> None:
    assert funding(table(money=money, amount=amount)).qualifiers.get("amount_wan") == wan


def test_unit_of_the_caption() -> None:
    assert (
        funding(table(caption="表2 松江省自然科学基金资助项目清单(单位:万元)", money="经费")).qualifiers["amount_wan"] == 30.0
    )


def test_years() -> None:
    assert funding(table(year="2018")).qualifiers["year"] == 2018
    several = funding(table(year="2015/2018"))
    assert several.qualifiers["years"] == (2015, 2018)
    assert "year" not in several.qualifiers


def test_the_leader_is_told_by_the_host() -> None:
    stated = [a for a in assertions(document_of(table())) if isinstance(a, Fact)]
    [affiliation] = [fact for fact in stated if fact.predicate == "AFFILIATED_WITH"]
    assert (affiliation.subject.name, affiliation.subject.context) == ("成若水", "松江大学")
    assert dict(affiliation.qualifiers) == {"basis": "依托单位", "year": 2018, "years": (2018,)}


def test_without_a_fund_no_funding_is_said() -> None:
    said = facts(document_of(table(caption="表2 有关情况")))
    assert said == {("成若水", "LEADS", TITLE), (TITLE, "HOSTED_BY", "松江大学"), ("成若水", "AFFILIATED_WITH", "松江大学")}


def test_groups_choose_the_programme() -> None:
    text = (
        "表2 国家自然科学基金资助的影像领域的重点项目和创新研究群体列表\n年度 项目名称 负责人 依托单位\n"
        "重点项目\n2018 肝脏弹性的超声测量方法 成若水 松江大学\n创新研究群体\n2019 神经影像与脑网络研究 滕书瑶 江州大学\n"
    )
    assert facts(document_of(text), predicates=frozenset({"FUNDED_BY"})) == {
        ("肝脏弹性的超声测量方法", "FUNDED_BY", "国家自然科学基金重点项目"),
        ("神经影像与脑网络研究", "FUNDED_BY", "国家自然科学基金创新研究群体"),
    }


def test_a_note_tells_what_the_sums_are() -> None:
    text = table(year="2018") + "a) 2017年(含)以后为直接经费\n"
    stated = {(a.name, a.value) for a in assertions(document_of(text)) if isinstance(a, Attribute)}
    assert ("amount_basis", "直接经费") in stated
    earlier = {a.name for a in assertions(document_of(text.replace("2017", "2019"))) if isinstance(a, Attribute)}
    assert "amount_basis" not in earlier


def test_lists_of_papers_are_no_grants() -> None:
    text = "序号 论文项目名称 作者 单位 经费\n1 肝脏弹性的超声测量方法 成若水 松江大学 30\n"
    assert facts(document_of(text)) == set()


def test_titles_name_technologies_diseases_and_what_is_built() -> None:
    text = table().replace(TITLE, "面向肝癌诊断的多通道脑磁谱仪研制")
    found = facts(document_of(text), predicates=frozenset({"CONCERNS", "TARGETS"}))
    assert ("面向肝癌诊断的多通道脑磁谱仪研制", "CONCERNS", "多通道脑磁谱仪") in found
    assert any(predicate == "TARGETS" for _, predicate, _ in found)


def hosted(text: str) -> set[tuple[str, str, str]]:
    return facts(document_of(text), predicates=frozenset({"HOSTED_BY", "LEADS", "AFFILIATED_WITH", "FUNDED_BY", "PART_OF"}))


CLASSED = (
    "2021年度松江省自然科学基金立项清单\n项目编号\t项目名称\t类别\t主持人\t承担单位\t经费（千元）\n"
    "2021A06\t心肌应变的磁共振评价\t{}\t成若水\t白鹭市人民医院\t200\n"
)


@pytest.mark.parametrize(
    ("kind", "payer"),
    [
        ("重点项目", "松江省自然科学基金重点项目"),
        ("青年基金项目", "松江省自然科学基金青年基金项目"),
        ("影像医学", "松江省自然科学基金"),
        ("甲类", "松江省自然科学基金"),
    ],
)
def test_a_column_of_classes_names_types_of_the_funds_projects(kind: str, payer: str) -> None:
    found = facts(document_of(CLASSED.format(kind)), predicates=frozenset({"FUNDED_BY"}))
    assert found == {("心肌应变的磁共振评价", "FUNDED_BY", payer)}


OWN_ROWS = "序号\t课题名称\t来源\t主持人\t科室\t金额（万元）\n1\t颈动脉斑块的超声造影评估\t国自然面上\t成若水\t超声科\t49\n"


@pytest.mark.parametrize(
    "above",
    [
        "白鹭市人民医院\n喜报！我院2022年获批科研项目再创新高\n来源：白鹭市人民医院科研部\n",
        "白鹭市人民医院2022年度科研立项一览\n",
        "来源：白鹭市人民医院\n2022年，我院影像学科承担的课题如下：\n",
        "来源：白鹭市人民医院\n在基金本年度集中受理期内，我院共有1项申请获得资助，列于表1。\n",
        "我院获批项目一览\n白鹭市人民医院2022年度国家自然科学基金资助项目一览表\n",
        "白鹭市人民医院2022年新增纵向项目\n",
    ],
)
def test_a_list_of_ones_own_projects_needs_no_column_of_hosts(above: str) -> None:
    document = document_of(above + OWN_ROWS)
    document = replace(document, title="" if above.startswith("来源") else above.split("\n")[0])
    found = facts(document, predicates=frozenset({"HOSTED_BY", "AFFILIATED_WITH", "PART_OF"}))
    assert ("颈动脉斑块的超声造影评估", "HOSTED_BY", "白鹭市人民医院") in found
    assert ("成若水", "AFFILIATED_WITH", "白鹭市人民医院") in found
    assert ("白鹭市人民医院超声科", "PART_OF", "白鹭市人民医院") in found


@pytest.mark.parametrize(
    "above",
    [
        "来源：白鹭市人民医院\n我院参与的外单位课题如下：\n",
        "来源：白鹭市卫生健康委员会\n2022年立项课题如下：\n",
        "来源：白鹭市人民医院\n影像学界近年来承担的课题如下：\n",
        "我院获批项目一览\n白鹭省卫生健康委员会2022年度资助项目一览表\n",
        "白鹭市人民医院赴外院学习\n2022年度资助项目一览表\n",
    ],
)
def test_a_list_of_others_projects_has_no_host(above: str) -> None:
    assert not [fact for fact in hosted(above + OWN_ROWS) if fact[1] in ("HOSTED_BY", "AFFILIATED_WITH")]


@pytest.mark.parametrize(
    ("cells", "payer"),
    [
        (("国自然面上",), "国家自然科学基金面上项目"),
        (("国家自然科学基金委员会", "青年项目"), "国家自然科学基金青年项目"),
        (("松江省科技厅", "省重点研发计划"), "松江省重点研发计划"),
        (("松江省卫生健康委科研项目",), "松江省卫生健康委科研项目"),
        (("科技创新2030-“脑科学与类脑研究”重大项目",), "科技创新2030“脑科学与类脑研究”重大项目"),
        (("区域创新发展联合基金",), "区域创新发展联合基金"),
    ],
)
def test_the_programme_of_a_cell(cells: tuple[str, ...], payer: str) -> None:
    heads = ("项目来源", "项目类别")[: len(cells)]
    text = "项目名称\t负责人\t依托单位\t" + "\t".join(heads) + f"\n{TITLE}\t成若水\t松江大学\t" + "\t".join(cells) + "\n"
    assert (TITLE, "FUNDED_BY", payer) in hosted(text)


@pytest.mark.parametrize("cell", ["省级", "横向课题", "院级青年基金", "省自然科学基金", "自筹"])
def test_a_level_or_a_fund_without_its_place_is_no_programme(cell: str) -> None:
    text = f"项目名称\t负责人\t依托单位\t项目来源\n{TITLE}\t成若水\t松江大学\t{cell}\n"
    assert not [fact for fact in hosted(text) if fact[1] == "FUNDED_BY"]


def test_a_fund_that_leaves_its_place_out_has_that_of_the_office_or_the_house() -> None:
    rows = f"项目名称\t负责人\t依托单位\t项目来源\n{TITLE}\t成若水\t松江大学\t省自然科学基金\n"
    office = "松江省科学技术厅关于立项的通知\n" + rows
    assert (TITLE, "FUNDED_BY", "松江省自然科学基金") in hosted(office)
    house = replace(document_of(rows), publisher="株洲市中心医院")
    assert (TITLE, "FUNDED_BY", "湖南省自然科学基金") in facts(house, predicates=frozenset({"FUNDED_BY"}))


def test_the_same_as_above_is_what_stands_above() -> None:
    rows = f"{TITLE}\t成若水\t松江大学\t国自然面上\n颈动脉斑块的超声造影\t卓亦凡\t〃\t同上\n"
    found = hosted("项目名称\t负责人\t依托单位\t项目来源\n" + rows)
    assert ("颈动脉斑块的超声造影", "FUNDED_BY", "国家自然科学基金面上项目") in found
    assert ("颈动脉斑块的超声造影", "HOSTED_BY", "松江大学") in found


def test_a_numbered_row_whose_cell_a_line_s_end_cut(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "编号\t项目名称\t来源\t起止时间\t经费（万元）\n1\t低场磁共振的肝癌运动\n管理方法\t松江省自然科学基金\t2022.01—2025.12\t54\n"
        "2\t能谱CT随访研究\t松江省自然科学基金\t2021.01—2023.12\t10\n",
        "utf-8",
    )
    paid = facts(read_document(page), predicates=frozenset({"FUNDED_BY"}))
    assert {one[0] for one in paid} == {"低场磁共振的肝癌运动管理方法", "能谱CT随访研究"}


def test_of_several_sums_the_payers_is_taken() -> None:
    text = (
        "表1 松江省自然科学基金资助项目\n"
        "项目名称\t负责人\t依托单位\t总经费（万元）\t其中：省财政经费（万元）\t自筹经费（万元）\n"
        f"{TITLE}\t成若水\t松江大学\t90\t30\t60\n"
    )
    assert funding(text).qualifiers["amount_wan"] == 30.0


def test_a_leader_of_another_people_is_one_where_columns_were_lost() -> None:
    heads = "年度 项目名称 经费(万元) 负责人 依托单位\n"
    text = "表2 松江省自然科学基金资助项目清单\n" + heads + "2018 植物活体成像仪 30 哈斯巴根 松江大学\n"
    assert ("哈斯巴根", "LEADS", "植物活体成像仪") in hosted(text)


@pytest.mark.parametrize(
    ("caption", "programme"),
    [
        ("“智慧影像”重点专项2023年度拟立项项目清单（医学方向）", "智慧影像重点专项"),
        ("国家重点研发计划智慧影像装备重点专项2019年度立项清单", "智慧影像装备重点专项"),
        ("上海市“科技创新行动计划”医学创新研究专项立项清单", "上海市“科技创新行动计划”医学创新研究专项"),
        ("松江大学2023年国家自然科学基金获批项目一览表", "国家自然科学基金"),
    ],
)
def test_the_programme_of_a_caption(caption: str, programme: str) -> None:
    found = facts(
        document_of(f"表1 {caption}\n项目名称\t负责人\t经费\n{TITLE}\t成若水\t30\n"), predicates=frozenset({"FUNDED_BY"})
    )
    assert found == {(TITLE, "FUNDED_BY", programme)}


@pytest.mark.parametrize("caption", ["表1 2022年度我院在研课题统计", "表1 2022年度松江省自然科学基金结题项目清单"])
def test_the_year_of_a_list_of_projects_under_way_is_not_that_of_the_grants(caption: str) -> None:
    found = assertions(document_of(f"{caption}\n项目名称\t负责人\t来源\n{TITLE}\t成若水\t国自然面上\n"))
    assert not [one for one in found if isinstance(one, Fact) and "year" in one.qualifiers]


@pytest.mark.parametrize(
    "cell",
    [
        "横向（松江影像科技有限公司）",
        "松江影像科技有限公司（横向）",
        "横向：松江影像科技有限公司",
        "松江影像科技有限公司委托项目",
        "松江影像科技有限公司(企业横向课题)",
    ],
)
def test_who_has_a_project_done_may_stand_beside_its_sort(cell: str) -> None:
    text = f"项目名称\t负责人\t依托单位\t项目来源\n{TITLE}\t成若水\t松江大学\t{cell}\n"
    assert (TITLE, "FUNDED_BY", "松江影像科技有限公司") in hosted(text)


@pytest.mark.parametrize(
    ("title", "illness"),
    [
        ("双能量CT在唾液腺导管结石成分分析中的应用", "唾液腺导管结石"),
        ("面向早产儿视神经萎缩的眼底成像", "早产儿视神经萎缩"),
        ("基于超声的肝吸虫病随访", "肝吸虫病"),
        ("抗癌药物的荧光成像", ""),
        ("炎症微环境的光声成像", ""),
        ("图像缺损修复的算法研究", ""),
    ],
)
def test_an_illness_that_no_lexicon_has_is_told_by_its_ending(title: str, illness: str) -> None:
    text = f"项目名称\t负责人\t依托单位\t项目来源\n{title}\t成若水\t松江大学\t国自然面上\n"
    found = facts(document_of(text), predicates=frozenset({"TARGETS"}))
    assert {fact[2] for fact in found} == ({illness} if illness else set())


def test_numbers_behind_other_columns_are_the_projects_own() -> None:
    heads = "负责人  工作单位  课题名称  资助额（元）  编号\n"
    text = "松江省自然科学基金资助项目名单\n" + heads + f"成若水  松江大学  {TITLE}  30000  SJ2021-01\n"
    fact = funding(text)
    assert (fact.qualifiers["amount_wan"], fact.qualifiers["number"]) == (3.0, "SJ2021-01")


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("松江省科学技术厅关于下达省自然科学基金项目的通知", 2021),
        ("松江省科学技术厅关于组织申报省自然科学基金项目的通知", None),
    ],
)
def test_a_notice_that_grants_tells_the_year_by_its_date(title: str, year: int | None) -> None:
    rows = f"项目名称\t负责人\t依托单位\n{TITLE}\t成若水\t松江大学\n"
    document = replace(document_of(f"{title}\n{rows}松江省科学技术厅\n2021年6月15日\n"), title=title)
    [fact] = [one for one in assertions(document) if isinstance(one, Fact) and one.predicate == "FUNDED_BY"]
    assert (fact.object.name, fact.qualifiers.get("year")) == ("松江省自然科学基金", year)


NOTICE = """关于下达2021年度松江市重大科技
攻关项目经费的通知
附件：项目清单
单位：万元
计划类别	项目名称	承担单位	负责人	经费
{cell}	脑血管壁的高分辨成像	松江大学	成若水	30
"""


@pytest.mark.parametrize(
    ("cell", "payers"),
    [
        ("社会发展与民生", {"松江市重大科技攻关项目"}),
        ("重点", {"松江市重大科技攻关项目"}),
        ("企业委托", set()),
        ("院级", set()),
    ],
)
def test_a_class_within_the_programme_of_a_notice(cell: str, payers: set[str]) -> None:
    told = assertions(document_of(NOTICE.format(cell=cell)))
    assert {one.object.name for one in told if isinstance(one, Fact) and one.predicate == "FUNDED_BY"} == payers


def test_what_a_word_of_the_list_stands_for() -> None:
    text = (
        "2022年度松江省自然科学基金资助项目\n表中“联合基金”系指由松江省科学技术厅与松江银行共同出资设立的松江省自然科学基金影像装备联合基金。\n"
        "单位：万元\n资助类别\t项目名称\t依托单位\t负责人\t经费\n联合基金\t脑血管壁的高分辨成像\t松江大学\t成若水\t30\n"
    )
    told = assertions(document_of(text))
    assert {one.object.name for one in told if isinstance(one, Fact) and one.predicate == "FUNDED_BY"} == {
        "松江省自然科学基金影像装备联合基金"
    }


def test_a_heading_made_of_words_for_types_is_a_type_of_the_captions_programme() -> None:
    text = (
        "松江省卫生健康科研专项2025年拟资助项目\n项目编号\t项目名称\t申报单位\t项目负责人\t职称\t资助经费（千元）\n"
        "一、重点攻关项目\nSJ2025-1-07\t超声造影评估肾移植排斥反应的研究\t松江市第一医院\t钟离岳\t主任医师\t300\n"
        "二、青年优才项目（1项）\nSJ2025-2-11\t双能CT痛风结晶定量方法研究\t松江大学\t车沐（讲师）\t\t100\n"
        "（三）超声组\nSJ2025-3-02\t甲状腺结节弹性成像方法研究\t江海大学\t虞承泽\t教授\t80\n"
    )
    said = facts(document_of(text))
    programme = "松江省卫生健康科研专项"
    assert {
        ("超声造影评估肾移植排斥反应的研究", "FUNDED_BY", programme + "重点攻关项目"),
        ("双能CT痛风结晶定量方法研究", "FUNDED_BY", programme + "青年优才项目"),
        ("甲状腺结节弹性成像方法研究", "FUNDED_BY", programme),
        (programme + "重点攻关项目", "PART_OF", programme),
    } <= said
    told = [one for one in assertions(document_of(text)) if isinstance(one, Fact) and one.predicate == "AFFILIATED_WITH"]
    assert {(one.subject.name, one.qualifiers.get("title")) for one in told} == {
        ("钟离岳", "主任医师"),
        ("车沐", "讲师"),
        ("虞承泽", "教授"),
    }


def test_what_a_group_s_heading_tells_of_how_many_and_how_much_is_no_part_of_its_name() -> None:
    head = "序号\t项目编号\t项目名称\t第一承担单位\t项目负责人\n"
    text = (
        "关于2030年度北川市科技惠民专项立项项目的公示\n一、重点项目（2项，每项资助30万元）\n"
        + head
        + "1\tBK30Z01\t远程超声诊断应用示范研究\t北川市第一人民医院\t佟丽华\n"
        "2\tBK30Z02\t脑卒中一站式影像评估\t北川市脑科医院\t占国强\n"
        "二、一般项目（1项，8万元/项）\n" + head + "3\tBK30Y01\t磁共振弹性成像诊断脂肪肝\t北川市中医院\t冉秋月\n"
    )
    told = {
        (one.subject.name, one.object.name, one.qualifiers.get("amount_wan"))
        for one in assertions(document_of(text))
        if isinstance(one, Fact) and one.predicate == "FUNDED_BY"
    }
    assert told == {
        ("远程超声诊断应用示范研究", "北川市科技惠民专项重点项目", 30.0),
        ("脑卒中一站式影像评估", "北川市科技惠民专项重点项目", 30.0),
        ("磁共振弹性成像诊断脂肪肝", "北川市科技惠民专项一般项目", 8.0),
    }


def test_an_office_s_own_projects_bear_its_name() -> None:
    text = (
        "北川市卫生健康委员会2030年度科研课题立项一览\n课题名称\t承担单位\t负责人\t资助金额\n"
        "胎盘灌注的超声评估\t北川市妇幼保健院\t沙丽娜\t3万元\n"
    )
    assert funding(text).object.name == "北川市卫生健康委员会科研课题"


def test_a_house_s_own_level_is_that_of_the_site() -> None:
    text = (
        "来源：白鹭市人民医院\n关于下达2030年度院级科研基金项目的通知\n"
        "类别\t项目名称\t科室\t负责人\t起止时间\n重点项目\t剪切波弹性成像评价肌少症\t超声科\t苗水青\t2030.07-2032.06\n"
    )
    found = facts(document_of(text), predicates=frozenset({"FUNDED_BY", "HOSTED_BY", "LEADS"}))
    assert ("苗水青", "LEADS", "剪切波弹性成像评价肌少症") in found
    payers = {payer for _, predicate, payer in found if predicate == "FUNDED_BY"}
    assert payers <= {"白鹭市人民医院院级科研基金"}


@pytest.mark.parametrize(
    ("title", "programme"),
    [
        ("北川大学2030年度校级科研项目（影像方向）立项公示", "北川大学校级科研项目"),
        ("2030年度北川省医疗创新与技术攻关联合资助项目立项清单", "北川省医疗创新与技术攻关联合资助项目"),
    ],
)
def test_programmes_that_only_titles_tell(title: str, programme: str) -> None:
    text = f"{title}\n项目名称\t负责人\t所在学院\t经费（万元）\n胎盘灌注的超声评估\t沙丽娜\t医学影像学院\t3\n"
    assert funding(text).object.name == programme


def test_the_total_below_a_head_of_two_rows_and_the_year_of_what_a_notice_hands_down() -> None:
    text = (
        "北川市科学技术局关于下达2030年北川市科技发展计划（医疗卫生）项目的通知\n单位：万元\n"
        "计划编号\t项目名称\t承担单位\t项目负责人\t总额\t本次拨付\nBJ30Y011\t盆底超声评估压力性尿失禁\t北川市妇幼保健院\t尤佳\t20\t12\n"
        "BJ30Y012\t双源扫描的低剂量方案\t北川市儿童医院\t冉秋月\t10\t6\n"
    )
    told = [one for one in assertions(document_of(text)) if isinstance(one, Fact) and one.predicate == "FUNDED_BY"]
    assert {(one.object.name, one.qualifiers.get("amount_wan"), one.qualifiers.get("year")) for one in told} == {
        ("北川市科技发展计划", 20.0, 2030),
        ("北川市科技发展计划", 10.0, 2030),
    }


def test_a_province_s_medical_research_projects() -> None:
    text = (
        "北川省2030年度医学科研项目立项（超声类）\n项目名称：急诊床旁超声评估休克\n"
        "承担单位：北川市急救医学中心\n项目负责人：尹川\n资助经费：3万元\n"
    )
    assert funding(text).object.name == "北川省医学科研项目"


@pytest.mark.parametrize(
    ("cell", "programme"),
    [
        ("国家自然科学基金国家重大科研仪器研制项目", "国家自然科学基金国家重大科研仪器研制项目"),
        ("国家自然科学基金重大研究计划", "国家自然科学基金重大研究计划"),
        ("国家自然科学基金重大研究计划重点支持项目", "国家自然科学基金重大研究计划"),
        ("国家自然科学基金重点支持项目", "国家自然科学基金重点支持项目"),
        ("国家自然科学基金重大项目", "国家自然科学基金重大项目"),
        ("国家自然科学基金国家杰出青年科学基金", "国家自然科学基金国家杰出青年科学基金"),
    ],
)
def test_types_of_the_fund_s_projects_that_open_alike(cell: str, programme: str) -> None:
    text = f"项目名称\t负责人\t依托单位\t项目来源\n{TITLE}\t成若水\t松江大学\t{cell}\n"
    assert (TITLE, "FUNDED_BY", programme) in hosted(text)


PARTS = [
    ("光子探测器与专用电路研制", "裘宁", "研究员", "溪山微电子研究所", "620"),
    ("多能谱数据校正与图像重建算法", "沈越", "教授", "松江理工大学", "480"),
    ("整机集成与工程化", "范江", "高级工程师", "溪山新影医疗设备有限公司", "900"),
]
LAUNCH = "国家重点研发计划“云岭诊疗装备”重点专项“光子显像整机”项目启动会在溪山市召开。项目下设3个课题：\n"


@pytest.mark.parametrize("gap", ["\t", "  ", "\n"])
@pytest.mark.parametrize(
    ("noun", "numbers"), [("课题", "123"), ("课题", ("课题一", "课题二", "课题三")), ("任务", ("任务1", "任务2", "任务3"))]
)
def test_parts_of_a_project_whose_number_stands_below_their_noun(
    gap: str, noun: str, numbers: Sequence[str], tmp_path: Path
) -> None:
    head = gap.join((noun, f"{noun}名称", f"{noun}负责人", "承担单位", "国拨经费（万元）"))
    rows = [
        gap.join((at, title, f"{name} {post}", *rest)) for at, (title, name, post, *rest) in zip(numbers, PARTS, strict=True)
    ]
    page = tmp_path / "launch.txt"
    page.write_text(LAUNCH + "\n".join((head, *rows)) + "\n专家组认为，项目目标明确。\n", "utf-8")
    told = [one for one in assertions(read_document(page)) if isinstance(one, Fact)]
    assert {(one.subject.name, one.object.name) for one in told if one.predicate == "LEADS"} == {
        (name, title) for title, name, *_ in PARTS
    }
    assert {
        (one.subject.name, one.object.name, one.qualifiers.get("title")) for one in told if one.predicate == "AFFILIATED_WITH"
    } == {(name, house, post) for _, name, post, house, _ in PARTS}


def test_a_project_beside_its_parts_is_no_number_of_theirs() -> None:
    text = "项目\t课题名称\t负责人\t承担单位\n云岭显像整机\t探测器研制的关键技术\t裘宁\t松江大学\n"
    assert ("裘宁", "LEADS", "云岭显像整机") in facts(document_of(text))
