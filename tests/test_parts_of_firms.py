"""Parts of a report below the names of firms, the whole figures of which are theirs; what other parts tell is not."""

from __future__ import annotations

from tests.test_measures import stated as figures
from tests.test_prose import stated

REPORT = """中国影像装备产业发展报告
5.2.1 溪山影像技术股份有限公司（以下简称“溪山影像”）

公司2009年成立，总部位于江苏省江阴市，现有员工1 240人。董事长为归维远，首席科学家由岚江理工大学教授鄢若川兼任。

5.2.2 沈阳朗睿探测器件有限公司

位于辽宁省沈阳市浑南区，生产碲锌镉探测器模块。

5.3 创新平台

位于湖北省武汉市，建设单位待定。
"""


def test_what_a_part_tells_is_of_the_firm_above() -> None:
    told = stated(REPORT)
    assert {
        ("溪山影像技术股份有限公司", "LOCATED_IN", "江苏省江阴市"),
        ("归维远", "AFFILIATED_WITH", "溪山影像技术股份有限公司"),
        ("沈阳朗睿探测器件有限公司", "LOCATED_IN", "辽宁省沈阳市浑南区"),
    } <= told
    assert not any(place.startswith("湖北") for _, _, place in told)


def test_who_is_told_by_an_office_is_not_the_house_that_counts() -> None:
    assert not figures("中华岚江影像协作组组长、溪山医院放射科主任漆佩兰主持的多中心临床评价纳入5126名女性。")


def test_what_a_study_found_is_not_the_country_s() -> None:
    page = (
        "中国脑磁图研究的现状\n裘宁等[31]对183例癫痫的研究表明，该检查对致痫区定位的敏感度为84%，特异度为71%。"
        "截至2023年底，全国在用的脑磁图仅23台。"
    )
    assert {(subject, value) for subject, value, _ in figures(page) if subject == "中国"} == {("中国", 23.0)}


def test_a_sum_with_blanks_is_paid_for_a_facility() -> None:
    text = (
        "（1）国家岚江影像技术创新中心。2022年10月获批，依托溪山影像技术股份有限公司建设。江苏省财政厅支持建设经费3 000万元。\n"
        "（2）岚江移动影像中试基地。岚江移动科技有限公司2023年建成，面积1.2万平方米。"
    )
    assert ("国家岚江影像技术创新中心", "FUNDED_BY", "江苏省财政厅") in stated(text)
    assert ("岚江移动影像中试基地", 1.2, "万平方米") in figures(text)
