"""Facilities told clause by clause: ordered by one, paid by others, built by a third; what a fund and a programme give."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.nlp import pipeline
from ingest.pipeline import read_assertions, read_document
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document, stated

WANTED = frozenset({"BUILT", "HOSTED_BY", "FUNDED_BY"})


def told(text: str) -> set[tuple[str, str, str]]:
    return {fact for fact in stated(text) if fact[1] in WANTED}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "2022年6月，云岭省发展和改革委员会批复建设云岭省医学影像大数据中心，由云岭省财政厅、兰山新区管理委员会共同投资3.2亿元，"
            "云岭省人民医院承建，兰山大学配合建设。",
            {
                ("云岭省医学影像大数据中心", "FUNDED_BY", "云岭省财政厅"),
                ("云岭省医学影像大数据中心", "FUNDED_BY", "兰山新区管理委员会"),
                ("云岭省人民医院", "BUILT", "云岭省医学影像大数据中心"),
                ("兰山大学", "BUILT", "云岭省医学影像大数据中心"),
            },
        ),
        (
            "岚江产业投资有限公司与云岭先进制造基金2023年共同出资6亿元，在岚江高新区建成光子探测器中试基地，由岚江大学负责运营。",
            {
                (who, "BUILT", "光子探测器中试基地") if built else ("光子探测器中试基地", "FUNDED_BY", who)
                for who in ("岚江产业投资有限公司", "云岭先进制造基金")
                for built in (True, False)
            },
        ),
        (
            "西南多核磁共振成像研究平台（以下简称“西南平台”）宣告建成投用。这个平台由岚江大学附属第一医院牵头建设，"
            "西陵大学、睿岚医疗系统有限责任公司参与共建。",
            {
                (who, "BUILT", "西南多核磁共振成像研究平台")
                for who in ("岚江大学附属第一医院", "西陵大学", "睿岚医疗系统有限责任公司")
            },
        ),
        (
            "云岭多模态脑成像设施由岚江大学作为法人单位，西陵大学、云岭医院为共建单位，总投资5.2亿元。",
            {
                ("云岭多模态脑成像设施", "HOSTED_BY", "岚江大学"),
                ("西陵大学", "BUILT", "云岭多模态脑成像设施"),
                ("云岭医院", "BUILT", "云岭多模态脑成像设施"),
            },
        ),
        (
            "据悉，云岭多模态脑成像设施以岚江大学为项目法人单位，联合西陵大学、云岭医院共同建设，总投资5.2亿元。",
            {
                ("云岭多模态脑成像设施", "HOSTED_BY", "岚江大学"),
                ("西陵大学", "BUILT", "云岭多模态脑成像设施"),
                ("云岭医院", "BUILT", "云岭多模态脑成像设施"),
            },
        ),
        (
            "云岭脑图谱数据库建设单位为岚江大学，参建单位包括西陵大学、云岭医院。",
            {(who, "BUILT", "云岭脑图谱数据库") for who in ("岚江大学", "西陵大学", "云岭医院")},
        ),
        (
            "岚江大学附属医院牵头建成“云岭核素诊疗病例库”，收录病例2.6万例，岚江市中心医院、西陵医学院附属医院亦参与建设。",
            {(who, "BUILT", "云岭核素诊疗病例库") for who in ("岚江大学附属医院", "岚江市中心医院", "西陵医学院附属医院")},
        ),
        (
            "云岭分子影像平台由岚江医院牵头建设。平台又拿到国家重点研发计划“诊疗装备与生物医用材料”重点专项的经费支持，其余由医院自筹。",
            {
                ("岚江医院", "BUILT", "云岭分子影像平台"),
                ("云岭分子影像平台", "FUNDED_BY", "诊疗装备与生物医用材料重点专项"),
                ("云岭分子影像平台", "FUNDED_BY", "岚江医院"),
            },
        ),
        (
            "云岭分子影像平台2023年获得国家重点研发计划“诊疗装备与生物医用材料”重点专项的经费支持，金额为1460万元。",
            {("云岭分子影像平台", "FUNDED_BY", "诊疗装备与生物医用材料重点专项")},
        ),
    ],
)
def test_clause_by_clause(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "云岭省发展和改革委员会批复建设云岭省医学影像大数据中心。由云岭医院和西陵医院共同投资3.2亿元的门诊楼也已开工。",
        "云岭省医学影像大数据中心已接入80家医院。岚江大学配合云岭医院开展筛查。",
        "云岭医院获得国家重点研发计划“诊疗装备与生物医用材料”重点专项的经费支持，金额为1460万元。",
        "本研究得到云岭省自然科学基金与岚江大学的共同支持，基金投入300万元。",
    ],
)
def test_what_belongs_to_no_facility(text: str) -> None:
    assert told(text) == set()


def test_sums_given_jointly() -> None:
    text = "岚江大学与云岭产业引导基金2023年共同出资6亿元，在岚江市建成光子探测器中试基地。"
    facts = [one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact)]
    paid = [dict(one.qualifiers) for one in facts if one.predicate == "FUNDED_BY"]
    assert paid == [{"amount_wan": 60000.0, "year": 2023, "joint": True}] * 2


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "由兰山大学附属医院（兰山市人民医院）牵头申报的“内镜器械云岭省工程研究中心”成功获批。",
            {("兰山大学附属医院", "BUILT", "内镜器械云岭省工程研究中心")},
        ),
        (
            "兰山大学联合云岭省人民医院共同申报的超声医学云岭省重点实验室获批立项建设。",
            {("兰山大学", "BUILT", "超声医学云岭省重点实验室"), ("云岭省人民医院", "BUILT", "超声医学云岭省重点实验室")},
        ),
        (
            "近日，云岭省口腔医院申请建设的“云岭省口腔数字化医疗工程研究中心”通过认定。",
            {("云岭省口腔医院", "BUILT", "云岭省口腔数字化医疗工程研究中心")},
        ),
        ("兰山大学申报的“超声医学云岭省重点实验室”通过初审，拟推荐参加答辩。", set()),
        ("云岭省科技厅受理了兰山大学申报的超声医学云岭省重点实验室获批前的材料。", set()),
    ],
)
def test_centres_that_were_applied_for_and_approved(text: str, facts: set[tuple[str, str, str]]) -> None:
    assert told(text) == facts


PAGE = (
    "首页 > 科研 > 正文\n岚江生物样本库简介\n\n"
    "岚江生物样本库的建设单位为岚江大学，共建单位为松江大学、岚江医院。\n\n{told}\n\n目前，该样本库已收集样本30万份。\n"
)


def of_page(folder: Path, told: str) -> set[tuple[str, str, str]]:
    page = folder / "page.txt"
    page.write_text(PAGE.format(told=told), encoding="utf-8")
    kept, _, _ = read_assertions(read_document(page), pipeline())
    return {(one.subject.name, one.predicate, one.object.name) for one in kept if isinstance(one, Fact)}


@pytest.mark.parametrize(
    ("told", "fact"),
    [
        ("该样本库主要开展光声成像研究，面向临床提供服务。", ("岚江生物样本库", "CONCERNS", "光声成像")),
        ("主要研究方向为光声成像。", ("岚江生物样本库", "CONCERNS", "光声成像")),
        ("项目总投资3.5亿元，由松江省财政厅出资。", ("岚江生物样本库", "FUNDED_BY", "松江省财政厅")),
        ("总投资3.5亿元，资金来源：松江省财政厅。", ("岚江生物样本库", "FUNDED_BY", "松江省财政厅")),
        ("松江省财政厅拨款3.5亿元支持其建设。", ("岚江生物样本库", "FUNDED_BY", "松江省财政厅")),
        ("松江省财政厅为该样本库建设投入3.5亿元。", ("岚江生物样本库", "FUNDED_BY", "松江省财政厅")),
        ("该样本库由松江医院作为依托单位建设运行。", ("岚江生物样本库", "HOSTED_BY", "松江医院")),
        ("依托单位：松江医院\n", ("岚江生物样本库", "HOSTED_BY", "松江医院")),
    ],
)
def test_what_later_paragraphs_tell_of_the_one_facility_of_a_page(
    tmp_path: Path, told: str, fact: tuple[str, str, str]
) -> None:
    found = of_page(tmp_path, told)
    assert fact in found
    assert {who for who, predicate, what in found if predicate == "BUILT" and what == "岚江生物样本库"} >= {
        "岚江大学",
        "松江大学",
        "岚江医院",
    }


@pytest.mark.parametrize(
    "told",
    [
        "松江省财政厅拨款3.5亿元支持医院信息化。",
        "总投资3.5亿元，由专家出席签约仪式。",
        "与会专家围绕光声成像作报告。",
        "揭牌仪式上，代表们参观了光声成像展区。",
    ],
)
def test_what_else_is_told_on_the_page_of_a_facility(tmp_path: Path, told: str) -> None:
    found = of_page(tmp_path, told)
    assert not {one for one in found if one[0] == "岚江生物样本库" and one[1] in ("FUNDED_BY", "CONCERNS")}
