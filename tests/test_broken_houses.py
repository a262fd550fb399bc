"""Names of houses that lines break inside their cells: none is told by what a break leaves of it."""

from __future__ import annotations

import pytest

from ingest.grant import GrantIngester
from ingest.nlp import pipeline
from ingest.table.recognise import organizations
from kg.model import Fact
from tests.table_facts import document_of

LIST = (
    "附件\n绍兴市卫生健康科技计划2024年拟立项项目清单\n\n"
    "序号 项目编号 项目名称 承担单位 负责人 补助经费（元）\n"
    "1 2024K011 肺结节低剂量CT在基\n层筛查中的应用研究\n绍兴市第三\n医院\n薛长川 120000\n"
    "2 2024K012 基于迁移学习的甲状\n腺超声报告系统\n绍兴文理学院\n附属医院\n殷若水 80000\n"
    "3 2024K013 68Ga标记探针PET/CT\n显像评估复发胶质瘤\n浙江理工大\n学绍兴兰亭医\n院\n宓长青 200000\n"
    "4 2024K014 关节镜下超声引导注\n射规范化路径\n诸暨市人民\n医院\n孟思齐 50000\n"
    "5 2024K015 OCT随访青光眼基层\n模式\n绍兴市眼科\n医院\n汤一禾 60000\n"
)


def test_houses_and_titles_are_whole_where_lines_break_them() -> None:
    found = [one for one in GrantIngester().ingest(document_of(LIST), pipeline()) if isinstance(one, Fact)]
    hosts = {one.subject.name: one.object.name for one in found if one.predicate == "HOSTED_BY"}
    assert hosts == {
        "肺结节低剂量CT在基层筛查中的应用研究": "绍兴市第三医院",
        "基于迁移学习的甲状腺超声报告系统": "绍兴文理学院附属医院",
        "68Ga标记探针PET/CT显像评估复发胶质瘤": "浙江理工大学绍兴兰亭医院",
        "关节镜下超声引导注射规范化路径": "诸暨市人民医院",
        "OCT随访青光眼基层模式": "绍兴市眼科医院",
    }


@pytest.mark.parametrize(
    "words",
    ["医院", "人民医院", "有限公司", "学宁波华美医院", "学附属肿瘤医院", "属第二医院", "民医院", "院附属中医院", "市长沙医院"],
)
def test_what_a_break_leaves_is_no_house(words: str) -> None:
    assert organizations(words) == ()


@pytest.mark.parametrize(
    "words", ["长河医院", "学军医院", "市北医院", "滨江县人民医院", "兰亭有限公司", "州立大学", "院前急救中心"]
)
def test_names_that_only_look_like_it(words: str) -> None:
    assert organizations(words) == (words,)
