"""What news tells of sites that are being built: name, place, sum and size."""

from __future__ import annotations

import pytest

from tests.test_measures import stated as figures
from tests.test_prose import stated


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "岚江质子治疗中心项目由岚江市发展和改革委员会批准建设。项目位于岚江市东湖新区，东至湖滨路。",
            ("岚江质子治疗中心", "LOCATED_IN", "岚江市东湖新区"),
        ),
        (
            "位于杭州城西科创园的岚影医疗高端装备制造基地正式开工，占地120亩。",
            ("岚影医疗高端装备制造基地", "LOCATED_IN", "杭州城西科创园"),
        ),
        (
            "岚江联合指挥部已经完成“肺炎影像辅助诊断平台”建设，由云岭讯飞科技有限公司负责建设。",
            ("云岭讯飞科技有限公司", "BUILT", "肺炎影像辅助诊断平台"),
        ),
        ("云岭先进影像装备产业园开工仪式在城北工业区举行。", ("云岭先进影像装备产业园", "LOCATED_IN", "城北工业区")),
        (
            "岚江医院硼中子治疗中心及科研楼项目，总投资18亿元，由西陵能源集团有限公司投资建设。",
            ("岚江医院硼中子治疗中心及科研楼项目", "FUNDED_BY", "西陵能源集团有限公司"),
        ),
        (
            "岚江医院硼中子治疗中心及科研楼项目，总投资18亿元，由西陵能源集团有限公司投资建设。",
            ("西陵能源集团有限公司", "BUILT", "岚江医院硼中子治疗中心及科研楼项目"),
        ),
    ],
)
def test_where_a_site_is_and_who_builds_it(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in stated(text)


def test_sums_and_sizes_are_the_site_s() -> None:
    told = figures("云岭重离子医用加速器产业化及示范应用基地项目总投资42亿元，占地180亩。项目总建筑面积6.5万平方米。")
    assert told == {
        ("云岭重离子医用加速器产业化及示范应用基地", 42, "亿元"),
        ("云岭重离子医用加速器产业化及示范应用基地", 180, "亩"),
        ("云岭重离子医用加速器产业化及示范应用基地", 6.5, "万平方米"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "医院新门诊大楼于2020年启用。",
        "全国医学中心建设项目总投资100亿元。",
        "推进区域医疗中心建设，总投资逾百亿元。",
        "岚江大学附属医院位于岚江市东湖新区。",
    ],
)
def test_no_site_has_the_name_of_a_kind(text: str) -> None:
    assert not any(fact[1] in ("BUILT", "FUNDED_BY", "HOSTED_BY") for fact in stated(text))


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (
            "两个科学大装置——岚江光源和多模态跨尺度医学成像设施在溪山科学城同日奠基。",
            {"岚江光源", "多模态跨尺度医学成像设施"},
        ),
        ("日前，松江先进光源与岚江影像大数据中心双双在溪山科学城开工。", {"松江先进光源", "岚江影像大数据中心"}),
        ("第三代岚江光源在溪山科学城建成。", {"岚江光源"}),
    ],
)
def test_two_works_that_a_sentence_tells_together(text: str, works: set[str]) -> None:
    found = stated(text)
    assert {(who, where) for who, said, where in found if said == "LOCATED_IN"} == {(one, "溪山科学城") for one in works}


def test_a_work_of_two_names_told_as_one_stays_one() -> None:
    found = figures("溪山质子治疗中心和重离子研究院项目在溪山开工，总投资3亿元。")
    assert {fact[0] for fact in found} == {"溪山质子治疗中心和重离子研究院"}


@pytest.mark.parametrize("lead", ["对比上一代", "第四代"])
def test_a_generation_of_light_sources_is_no_work(lead: str) -> None:
    assert stated(f"{lead}同步辐射光源在溪山科学城建成。") == set()


def test_a_work_with_a_place_in_brackets_and_a_short_name() -> None:
    found = stated("28日，首个大科学装置——蛋白质影像研究（南京）设施（以下简称“南京设施”）在南京通过国家验收。")
    assert ("蛋白质影像研究（南京）设施", "LOCATED_IN", "南京") in found


def test_what_a_great_work_is_stands_before_its_name() -> None:
    found = stated("国家大科学装置岚江散裂中子源位于广东省东莞松山湖科学城。")
    assert {fact for fact in found if fact[1] == "LOCATED_IN"} == {("岚江散裂中子源", "LOCATED_IN", "广东省东莞松山湖科学城")}
