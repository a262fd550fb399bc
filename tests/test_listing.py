"""Tables of honours, facilities and approvals: what a row says, and which tables are none of these."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.grant import GrantIngester
from ingest.listing import ListingIngester
from ingest.nlp import pipeline
from ingest.readers.text import TextReader
from kg.model import Fact
from kg.ontology import check
from kg.vocab import PREDICATES
from tests.table_facts import document_of


def facts(text: str) -> set[tuple[str, str, str]]:
    """What the table of a text says, topics left out."""
    document = document_of(text)
    if not ListingIngester().accepts(document):
        return set()
    found = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {(one.subject.name, one.predicate, one.object.name) for one in found if one.predicate not in ("CONCERNS", "TARGETS")}


def test_what_it_states_is_in_the_ontology() -> None:
    assert ListingIngester.emits <= set(PREDICATES)


@pytest.mark.parametrize(
    ("caption", "head", "row", "fact"),
    [
        (
            "2020年度岚江省医学科技奖获奖项目目录",
            "序号\t获奖项目\t获奖等级\t获奖单位",
            "1\t肺结节低剂量随访方案\t一等奖\t岚江医院",
            ("肺结节低剂量随访方案", "RECEIVED", "岚江省医学科技奖"),
        ),
        (
            "主要获奖人员",
            "获奖人\t奖励名称\t年度",
            "舒念安\t岚江影像学会杰出贡献奖\t2019",
            ("舒念安", "RECEIVED", "岚江影像学会杰出贡献奖"),
        ),
        (
            "影像平台一览",
            "平台名称\t依托单位\t所在地",
            "小动物活体影像共享平台\t岚江大学\t成都市",
            ("小动物活体影像共享平台", "HOSTED_BY", "岚江大学"),
        ),
        (
            "重大设施",
            "名称\t建设地点\t依托单位\t总投资(亿元)",
            "跨尺度生物成像设施\t北京\t岚江大学\t17",
            ("跨尺度生物成像设施", "LOCATED_IN", "北京"),
        ),
        (
            "获批产品",
            "产品名称\t生产企业\t注册证编号",
            "便携式掌上超声诊断仪\t岚江声影科技有限公司\t国械注准20213060123",
            ("便携式掌上超声诊断仪", "APPROVED_BY", "国家药品监督管理局"),
        ),
    ],
)
def test_a_row_says(caption: str, head: str, row: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts("\n".join([caption, head, row]))


@pytest.mark.parametrize(
    ("caption", "head", "row"),
    [
        ("拟推荐岚江省医学科技奖项目", "序号\t成果名称\t奖励等级\t完成单位", "1\t肺结节低剂量随访方案\t一等奖\t岚江医院"),
        ("代表性论文", "论文题目\t期刊\t第一作者\t年份", "肺结节随访\t岚江影像杂志\t舒念安\t2019"),
        ("本院设备", "产品名称\t数量\t安装地点", "彩色多普勒超声诊断仪\t3\t岚江"),
        ("本地注册产品", "产品名称\t数量\t注册证编号", "医用胶片打印机\t3\t岚械注准20212060001"),
        ("资助项目", "名称\t负责人\t依托单位\t经费(万元)", "影像共享平台的建设机制研究\t舒念安\t岚江大学\t20"),
    ],
)
def test_a_table_that_says_nothing_of_the_kind(caption: str, head: str, row: str) -> None:
    assert facts("\n".join([caption, head, row])) == set()


def rows(text: str) -> set[tuple[str, str, str]]:
    """What the table says of its facilities, topics among it."""
    found = [one for one in ListingIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    return {(one.subject.name, one.predicate, one.object.name) for one in found}


HEADS = "序号\t平台名称\t依托单位\t共建单位\t所在区\t主要仪器\t财政补助（万元）\t年机时（小时）\n"
PLATFORM = "1\t小动物活体成像共享平台\t岚江大学\t岚江医院、岚江影像科技有限公司\t云门区\t光声断层仪2台、9.4T磁共振\t60\t1,800\n"


def test_a_row_of_facilities_says_all_that_its_columns_hold() -> None:
    said = "岚江市科学技术局关于公布平台名单的通知\n经评审，由市科技专项资金给予补助，名单如下。\n"
    found = rows(said + HEADS + PLATFORM)
    name = "小动物活体成像共享平台"
    assert {
        ("岚江医院", "BUILT", name),
        ("岚江影像科技有限公司", "BUILT", name),
        (name, "HOSTED_BY", "岚江大学"),
        (name, "LOCATED_IN", "云门区"),
        (name, "CONCERNS", "光声断层仪"),
        (name, "CONCERNS", "9.4T磁共振"),
        (name, "FUNDED_BY", "岚江市科技专项资金"),
        (name, "HAS_METRIC", "年机时"),
    } <= found


def test_a_sum_that_nobody_is_said_to_pay_is_a_figure() -> None:
    found = rows("平台一览\n" + HEADS + PLATFORM)
    assert ("小动物活体成像共享平台", "HAS_METRIC", "财政补助") in found
    assert not [fact for fact in found if fact[1] == "FUNDED_BY"]


@pytest.mark.parametrize(
    ("head", "cell"),
    [("联系电话", "83210000"), ("排名", "3"), ("年度", "2019"), ("机时（小时）", "未统计"), ("规模", "12")],
)
def test_a_number_that_measures_nothing_is_no_figure(head: str, cell: str) -> None:
    found = rows(f"平台名称\t依托单位\t{head}\n光学显微成像平台\t岚江大学\t{cell}\n")
    assert not [fact for fact in found if fact[1] == "HAS_METRIC"]


@pytest.mark.parametrize(
    ("district", "place"), [("高新区", "岚江市高新区"), ("云门区", "云门区"), ("未定", ""), ("成都市", "成都")]
)
def test_a_district_that_every_town_has_is_told_by_its_town(district: str, place: str) -> None:
    text = f"岚江市科学技术局通知\n平台名称\t依托单位\t所在地\n光学显微成像平台\t岚江大学\t{district}\n"
    assert {fact[2] for fact in rows(text) if fact[1] == "LOCATED_IN"} == ({place} if place else set())


APPROVED = (
    "国家药监局批准注册创新医疗器械\n一、产品名称：血管内超声诊断系统\n注册人：岚江医疗器械有限公司\n"
    "注册证编号：国械注准20233060733\n适用范围：用于冠心病的诊断。\n二、产品名称：正电子发射及磁共振成像系统\n"
    "注册人：岚江联影科技有限公司\n注册证编号：国械注准20213060700\n"
)


def test_approvals_written_as_labels_and_values() -> None:
    found = [one for one in ListingIngester().ingest(document_of(APPROVED), pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    stated = {(one.subject.name, one.predicate, one.object.name, one.qualifiers.get("year")) for one in found}
    assert stated == {
        ("血管内超声诊断系统", "APPROVED_BY", "国家药品监督管理局", 2023),
        ("正电子发射及磁共振成像系统", "APPROVED_BY", "国家药品监督管理局", 2021),
        ("岚江医疗器械有限公司", "WORKS_ON", "血管内超声诊断系统", None),
        ("岚江联影科技有限公司", "WORKS_ON", "正电子发射及磁共振成像系统", None),
        ("血管内超声诊断系统", "TARGETS", "冠心病", None),
    }


def test_who_directs_a_laboratory_is_of_it() -> None:
    text = "实验室名称\t依托单位\t主任\n岚江省神经影像重点实验室\t岚江大学\t成若水\n小动物成像共享平台\t岚江大学\t舒念安\n"
    found = {fact for fact in rows(text) if fact[1] == "AFFILIATED_WITH"}
    assert found == {("成若水", "AFFILIATED_WITH", "岚江省神经影像重点实验室")}


@pytest.mark.parametrize(
    ("words", "payer"),
    [
        ("名单如下，市科技专项资金给予补助。", "岚江市科技专项资金"),
        ("从市财政资金中列支，名单如下。", ""),
        ("各单位对平台给予支持，名单如下。", ""),
    ],
)
def test_who_the_words_above_say_pays(words: str, payer: str) -> None:
    found = rows("岚江市科学技术局关于公布平台名单的通知\n" + words + "\n" + HEADS + PLATFORM)
    assert {fact[2] for fact in found if fact[1] == "FUNDED_BY"} <= {payer, "岚江市财政资金"}
    assert not payer or ("小动物活体成像共享平台", "FUNDED_BY", payer) in found


def test_a_rare_surname_directs_too() -> None:
    text = "实验室名称\t依托单位\t主任\n岚江省神经影像重点实验室\t岚江大学\t苻坚白\n"
    assert ("苻坚白", "AFFILIATED_WITH", "岚江省神经影像重点实验室") in rows(text)


APPLIED = (
    "来源：国家药监局\n近日公示了创新医疗器械特别审查申请的审查结果。\n1.产品名称：肝纤维化超声弹性检测仪\n"
    "申 请 人：岚江（成都）医疗科技有限公司\n"
    "2.产品名称：掌上超声诊断仪\n申 请 人：云门影像科技有限公司\n审查程序是为了鼓励创新：有关规定另行发布。\n"
)


def test_products_with_those_who_apply_for_them() -> None:
    found = [one for one in ListingIngester().ingest(document_of(APPLIED), pipeline()) if isinstance(one, Fact)]
    assert all(check(one) is None for one in found)
    assert {(one.subject.name, one.predicate, one.object.name) for one in found} == {
        ("岚江（成都）医疗科技有限公司", "WORKS_ON", "肝纤维化超声弹性检测仪"),
        ("肝纤维化超声弹性检测仪", "TARGETS", "肝纤维化"),
        ("云门影像科技有限公司", "WORKS_ON", "掌上超声诊断仪"),
    }
    assert all(one.evidence.quote.startswith(("1.产", "2.产", "产品")) for one in found)


def test_where_those_who_registered_products_are() -> None:
    text = "省市\t注册人\t产品名称\t注册证编号\n江苏\t岚江医疗器械有限公司\t掌上超声诊断仪\t国械注准20233060733\n"
    assert ("岚江医疗器械有限公司", "LOCATED_IN", "江苏") in rows("2023年获批的创新医疗器械\n" + text)


def test_a_winner_without_a_known_surname_has_the_cell_to_himself() -> None:
    table = (
        "2020年度岚江影像学会杰出贡献奖获奖名单\n姓名\t奖项\t单位\n舒念安\t岚江影像学会杰出贡献奖\t岚江医院\n"
        "果德岚\t岚江影像学会杰出贡献奖\t岚江大学\n项目组\t岚江影像学会杰出贡献奖\t岚江大学\n"
    )
    won = {who for who, predicate, _ in facts(table) if predicate == "RECEIVED"}
    assert {"舒念安", "果德岚"} == won


def test_where_the_one_works_who_leads_a_facility() -> None:
    text = (
        "岚江大学影像平台一览\n平台名称\t依托单位\t负责人\t负责人所在单位\t职称\n"
        "小动物活体影像共享平台\t岚江大学\t舒念安\t岚江大学附属医院放射科\t主任医师\n"
        "太赫兹显微成像平台\t岚江大学\t豆文远\t岚江大学物理学院\t研究员\n"
    )
    document = document_of(text)
    found = [one for one in ListingIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    told = {
        (one.subject.name, one.object.name, one.qualifiers.get("title")) for one in found if one.predicate == "AFFILIATED_WITH"
    }
    assert told == {("舒念安", "岚江大学附属医院", "主任医师"), ("豆文远", "岚江大学物理学院", "研究员")}


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("合计：2项，60万元。", {("立项项目数", 2.0, "项"), ("资助经费", 60.0, "万元")}),
        ("共计 2 个项目，资助总经费60.5万元", {("立项项目数", 2.0, "个"), ("资助经费", 60.5, "万元")}),
        ("总 计：2项", {("立项项目数", 2.0, "项")}),
        ("合计：9项，820万元", set()),
        ("合计：2人，60万元", set()),
    ],
)
def test_the_total_below_a_list_of_grants(below: str, told: set[tuple[str, float, str]]) -> None:
    text = (
        "岚江省自然科学基金2024年度资助项目清单\n序号\t项目名称\t负责人\t依托单位\t经费(万元)\n"
        f"1\t影像组学预测方法的研究\t舒念安\t岚江大学\t30\n2\t光声显微成像方法的研究\t豆文远\t岚江医院\t30\n\n{below}\n"
    )
    found = [one for one in GrantIngester().ingest(document_of(text), pipeline()) if isinstance(one, Fact)]
    metrics = (one for one in found if one.predicate == "HAS_METRIC")
    assert {(one.object.name, one.qualifiers["value"], one.qualifiers["unit"]) for one in metrics} == told


def test_devices_with_who_made_them_and_what_they_won() -> None:
    head = "代表性仪器{}\n仪器名称\t研制单位\t{}\n"
    row = "婴幼儿脑磁图仪\t岚江大学 溪山量感科技有限公司\t2019年松江省专利奖金奖\n车载移动式磁共振成像仪\t岚江大学\t—\n"
    made = {
        ("岚江大学", "WORKS_ON", "婴幼儿脑磁图仪"),
        ("溪山量感科技有限公司", "WORKS_ON", "婴幼儿脑磁图仪"),
        ("岚江大学", "WORKS_ON", "车载移动式磁共振成像仪"),
    }
    assert facts(head.format("及获奖情况", "获奖") + row) == made | {("婴幼儿脑磁图仪", "RECEIVED", "松江省专利奖")}
    assert facts(head.format("", "申报奖项") + row) == made


def test_a_last_column_without_a_rule_is_no_part_of_the_first_row() -> None:
    head = "表2 部分装置\n装置名称\n依托单位\n建设单位\n所在地\n总投资(亿元)\n{}\n"
    rows = (
        "岚江质子治疗装置\n岚江大学附属医院\n溪山质子科技有限公司\n杭州湾\n12.6\n2015\n"
        "云岭碳离子治疗系统\n云岭大学\n云岭大学\n昆明\n18\n2019\n"
    )
    for last in ("启用年份", "投用时间", "备注"):
        found = facts(head.format(last) + rows)
        assert {fact[0] for fact in found if fact[1] == "HOSTED_BY"} == {"岚江质子治疗装置", "云岭碳离子治疗系统"}
        assert {fact[2] for fact in found if fact[1] == "LOCATED_IN"} == {"杭州湾", "昆明"}


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("合计\t\t\t\t\t60", {("资助经费", 60.0, "万元")}),
        ("总计\t\t\t\t\t60万元", {("资助经费", 60.0, "万元")}),
        ("合计\t\t\t\t\t90", set()),  # not what the rows add up to
        ("小计\t\t\t\t\t60", set()),
    ],
)
def test_parts_with_a_number_and_the_sum_in_the_last_row(last: str, told: set[tuple[str, float, str]], tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(
        "岚江市科技计划2031年度项目表\n序号\t项目编号\t项目名称\t负责人\t依托单位\t经费(万元)\n一\t重点项目\n"
        "1\t2031A01\t影像组学预测方法的研究\t舒念安\t岚江大学\t50\n二\t一般项目\n"
        f"2\t2031B07\t光声显微成像方法的研究\t豆文远\t岚江医院\t10\n{last}\n",
        "utf-8",
    )
    document = TextReader().read(tmp_path / "list.txt")
    found = [one for one in GrantIngester().ingest(document, pipeline()) if isinstance(one, Fact)]
    metrics = (one for one in found if one.predicate == "HAS_METRIC")
    assert {(one.object.name, one.qualifiers["value"], one.qualifiers["unit"]) for one in metrics} == told
    numbers = {one.qualifiers.get("number") for one in found if one.predicate == "FUNDED_BY"}
    assert numbers == {"2031A01", "2031B07"}
