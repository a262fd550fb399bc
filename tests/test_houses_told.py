"""Where houses stand and whose parts they are, as sentences say it: right behind the name, or clauses later."""

from __future__ import annotations

import pytest

from tests.test_prose import stated


@pytest.mark.parametrize(
    ("text", "house", "place"),
    [
        ("岚江大学附属第一医院位于溪山市白石区。", "岚江大学附属第一医院", "溪山市白石区"),
        ("岚江大学附属第一医院始建于1956年，地处溪山市，下设三个院区。", "岚江大学附属第一医院", "溪山市"),
        ("位于杭州的岚江大学附属第一医院是一所三级甲等医院。", "岚江大学附属第一医院", "杭州"),
        ("溪山市第三人民医院创建于1956年。医院位于岚江市白石区中山路88号，占地200亩。", "溪山市第三人民医院", "岚江市白石区"),
        ("澜图影像科技有限公司成立于2015年，总部位于北京市，工厂位于苏州市。", "澜图影像科技有限公司", "北京市"),
    ],
)
def test_where_a_house_stands(text: str, house: str, place: str) -> None:
    said = {(who, where) for who, predicate, where in stated(text) if predicate == "LOCATED_IN" and who == house}
    assert (house, place) in said
    assert (house, "苏州市") not in said


@pytest.mark.parametrize(
    "text",
    [
        "岚江大学附属第一医院位于市中心，交通便利。",
        "岚江大学附属第一医院的合作伙伴位于德国慕尼黑。",
        "患者位于杭州市西湖区的家中由岚江大学附属第一医院接走。",
        "岚江大学附属第一医院位居全省前列，位于全省第一。",
        "岚江大学附属第一医院新建的门诊楼位于溪山市白石区。",
    ],
)
def test_where_no_house_is_told_to_stand(text: str) -> None:
    assert not {one for one in stated(text) if one[1] == "LOCATED_IN"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("溪山市第三人民医院位于岚江市，现隶属于松江省卫生健康委员会。", {"溪山市第三人民医院"}),
        (
            "溪山市第三人民医院与溪山市肿瘤研究所合署办公，均隶属于松江省卫生健康委员会。",
            {"溪山市第三人民医院", "溪山市肿瘤研究所"},
        ),
        ("溪山市第三人民医院始建于1956年，2019年成为岚江医科大学非直属附属医院。", {"溪山市第三人民医院"}),
        ("作为岚江医科大学的附属医院，溪山市第三人民医院承担教学任务。", {"溪山市第三人民医院"}),
        ("岚江医科大学现有溪山市第三人民医院和溪山市妇幼保健院两所直属附属医院。", {"溪山市第三人民医院", "溪山市妇幼保健院"}),
        (
            "坐落于杭州的岚江医科大学，拥有溪山市第三人民医院、松江省肿瘤医院等附属医院。",
            {"溪山市第三人民医院", "松江省肿瘤医院"},
        ),
        ("溪山市肿瘤研究所挂靠溪山市第三人民医院，是岚江医科大学的二级研究机构。", {"溪山市肿瘤研究所"}),
        ("岚江医科大学现有溪山市第三人民医院等合作单位10家。", set()),
        ("岚江医科大学邀请溪山市第三人民医院、松江省肿瘤医院等附属医院的专家参加。", set()),
        ("松江省影像质控中心依托溪山市第三人民医院，由岚江医科大学管理。", set()),
    ],
)
def test_whose_part_a_house_is(text: str, parts: set[str]) -> None:
    wholes = {"松江省卫生健康委员会", "岚江医科大学"}
    assert {who for who, predicate, whole in stated(text) if predicate == "PART_OF" and whole in wholes} == parts
