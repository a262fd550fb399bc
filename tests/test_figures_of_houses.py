"""Figures of houses: staff and visits where the house is meant by a noun, and counts that are nobody's or another's."""

from __future__ import annotations

import pytest

from tests.test_measures import figures, stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a noun with what it is, told in the next clause
        (
            "岚江医院骨科成立于1990年。该科室是省级重点专科，现有主任医师6名，年门诊量超4万人次。",
            {("岚江医院骨科", 6, "名"), ("岚江医院骨科", 4, "万人次/年")},
        ),
        ("岚江医院骨科成立于1990年。科室医务人员18名。", {("岚江医院骨科", 18, "名")}),
        ("据护士长介绍，在岚江医院内镜中心，每天接诊量达300余人次。", {("岚江医院内镜中心", 300, "人次/日")}),
        (
            "岚江县中医院超声科，现有工作人员九人，其中副高职称二人。",
            {("岚江县中医院超声科", 9, "人"), ("岚江县中医院超声科", 2, "人")},
        ),
        ("岚江医院眼科拥有32张床位。", {("岚江医院眼科", 32, "张")}),
        (
            "10月8日，岚江县总医院泌尿外科启用独立病区。\n\n据悉，该院泌尿外科以微创治疗为特色。现有床位23张；有护士9名和主管护师3名。",
            {("岚江县总医院泌尿外科", 23, "张"), ("岚江县总医院泌尿外科", 9, "名"), ("岚江县总医院泌尿外科", 3, "名")},
        ),
        (
            "近日，总投资3.6亿元、占地120亩的岚江质子治疗中心在岚江大学开工建设。",
            {("岚江质子治疗中心", 3.6, "亿元"), ("岚江质子治疗中心", 120, "亩")},
        ),
        ("投资超过2亿元的设备采购项目在岚江医院启动。", set()),
        ("岚江医院心电室成立于1991年，目前科室共有职工20人。", {("岚江医院心电室", 20, "人")}),
        # the house behind a relative clause, the one that only carries out what another is
        (
            "我国手术量达20万例，其中率先开展该手术的岚江医院手术量目前已超过2万例。",
            {("中国", 20, "万例"), ("岚江医院", 2, "万例")},
        ),
        (
            "岚江省病理会诊中心项目由省卫生健康委立项，云岭大学第一附属医院牵头实施，系国内首家覆盖全省12个地级市的会诊中心。",
            {("岚江省病理会诊中心", 12, "个")},
        ),
        (
            "云岭医学检验中心和岚江病理诊断中心签约。岚江病理诊断中心昨日开业，中心占地1800平方米。",
            {("岚江病理诊断中心", 1800, "平方米")},
        ),
    ],
)
def test_whose_a_figure_is(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "岚江医院新门急诊综合大楼，总建筑面积8万平方米。",
        "岚江医院东院区工程总投资3亿元。",
        "该技术经股动脉为1例患有主动脉瓣狭窄的患者植入1枚瓣膜，手术用时2小时。",
        "岚江市医院正在建设中的总部院区，规划设置床位2000张。",
        "岚江省卫生健康委员会部署工作，筛查牧民11万人。",
        "我国按照每100张床位至少配备1名病理医师来算，缺口很大。",
        "眼科添置了医疗设备：德国角膜测厚仪二台，日本综合验光仪1台。",
        "该装置由国家发展改革委批复立项，云岭省人民政府共建，总投资18.6亿元，其中云岭省配套6.6亿元。",
        "病区由岚江医院承建，占地面积3200平方米。",
        "云岭省医学奖励共评17项，我院占全省医疗机构获奖项目数量的53%。",
    ],
)
def test_what_is_nobody_s(text: str) -> None:
    assert stated(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("岚江医院设有12个设施完备的诊疗间。", "诊疗间数"),
        ("岚江医院内镜中心成立于2001年。2023年，内镜中心累计接诊患者5万人次。", "接诊患者人次"),
        ("岚江医院每天接诊量日均高达400余人次。", "接诊量"),
        ("截至目前，岚江医院已经拥有国家临床重点专科3个。", "国家临床重点专科数"),
        ("岚江医院超声科近年来获得岚江市科技进步奖12项。", "岚江市科技进步奖数"),
        ("岚江医院2031年度获得6项云岭省科学技术奖。", "云岭省科学技术奖数"),
        ("岚江远程会诊中心覆盖全省14个地级市60个县区。", "覆盖地级市数"),
    ],
)
def test_what_a_figure_is_called(text: str, name: str) -> None:
    assert figures(text)[0].object.name == name


def test_a_noun_before_the_partner_is_not_the_partner() -> None:
    """医院已与甲医院签署…，选派12名…: of the house that speaks, else of nobody."""
    text = "医院已与松江大学附属肿瘤医院签署合作协议，先后选派12名技师进修。"
    partner = "松江大学附属肿瘤医院"
    assert not {fact for fact in figures(text) if partner in str(fact)}
    device = "兰轩科技有限公司研制的HX-12质子治疗系统已投用。该系统最高能量230兆电子伏。"
    assert any("最高能量" in str(fact) and "HX-12" in str(fact) and "兆电子伏" in str(fact) for fact in figures(device))


FUND = "国家自然科学基金"
TYPES = (
    "2031年国家自然科学基金委员会共受理项目申请30万项。其中，面上项目200项、优秀青年科学基金项目61项、优秀青年科学基金项目（港澳）24项、"
    "地区科学基金项目35项和外国学者研究基金项目17项（含外国优秀青年学者研究基金项目15项）。"
)


def test_each_type_of_the_fund_has_its_own_count() -> None:
    assert stated(TYPES) >= {
        (f"{FUND}面上项目", 200.0, "项"),
        ("优秀青年科学基金项目", 61.0, "项"),
        ("优秀青年科学基金项目（港澳）", 24.0, "项"),
        (f"{FUND}地区科学基金项目", 35.0, "项"),
        (f"{FUND}外国学者研究基金项目", 17.0, "项"),
        (f"{FUND}外国优秀青年学者研究基金项目", 15.0, "项"),
    }


def test_grants_that_a_house_won_by_their_types() -> None:
    text = f"近日，{FUND}评审结果公布，溪山大学附属医院共14个项目获得资助，含面上项目9项、青年科学基金项目5项。"
    assert stated(text) == {("溪山大学附属医院", value, unit) for value, unit in ((14.0, "个"), (9.0, "项"), (5.0, "项"))}


@pytest.mark.parametrize(
    "text",
    [
        "其中，获得国家自然科学奖6项，全部牵头完成；国家技术发明奖7项，牵头完成2项。",
        "“影像装备研发”专项是最先启动的6个试点专项之一。",
        "科技部会同相关部门形成了“干细胞研究”、“影像装备研发”6个试点专项，已经审议通过。",
    ],
)
def test_what_somebody_won_and_one_of_several(text: str) -> None:
    assert stated(text) == set()


def test_what_a_unit_is_to_a_place_counts_nothing_of_the_place() -> None:
    text = "溪山市人民医院甲状腺外科是本院特色学科，长宁区重点学科，每年手术超过1600例。"
    assert {who for who, _, _ in stated(text)} <= {"溪山市人民医院", "溪山市人民医院甲状腺外科"}


def test_the_share_of_a_house_that_is_not_told_is_no_place_s() -> None:
    text = "江西省科技奖励大会召开。2031年度全省医学科技奖励共17项，我院占全省医疗机构获奖数量的一半以上，即53%。"
    assert {(who, value) for who, value, _ in stated(text)} <= {("江西省", 17.0)}


def test_the_place_in_the_name_of_an_award_has_won_nothing() -> None:
    assert stated("全院共获湖北省科技进步三等奖1项，荆门市科技进步奖6项，国家专利3项。") == set()
