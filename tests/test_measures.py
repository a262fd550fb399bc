"""Whose a figure is and what goes with it: sentences of our own for each rule, and traps that must state nothing."""

from __future__ import annotations

import pytest

from ingest.nlp import pipeline
from ingest.prose import ProseIngester
from kg.model import Fact
from tests.test_prose import document


def figures(text: str) -> list[Fact]:
    """The figures that a text states, in order."""
    found = ProseIngester().ingest(document(text), pipeline())
    return [one for one in found if isinstance(one, Fact) and one.predicate == "HAS_METRIC"]


def stated(text: str) -> set[tuple[str, object, object]]:
    """Subject, value and unit of each figure."""
    return {(one.subject.name, one.qualifiers["value"], one.qualifiers.get("unit", "")) for one in figures(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a row with its ranks, the one that leads, the rank alone
        (
            "法国的发文量居首位(3.2万篇)，德国(2.8万篇)、日本(1.1万篇)分列第二、三位。",
            {("法国", 3.2, "万篇"), ("德国", 2.8, "万篇"), ("日本", 1.1, "万篇")},
        ),
        ("岚江大学以820篇论文数位列第五。", {("岚江大学", 820, "篇")}),
        # what a department has and does in a year, told of by a noun or by its devices
        (
            "岚江医院核医学科创建于1961年。全科有医护人员37人，具有博士学位9人。PET/CT年检查5200余人次，骨显像年检查3100人次。",
            {
                ("岚江医院核医学科", 37, "人"),
                ("岚江医院核医学科", 9, "人"),
                ("岚江医院核医学科", 5200, "人次/年"),
                ("岚江医院核医学科", 3100, "人次/年"),
            },
        ),
        (
            "岚江医院肿瘤中心历史悠久。我中心现设置床位230张，科室总人数61人，每年治疗约3000例肿瘤和良性病患者。",
            {("岚江医院肿瘤中心", 230, "张"), ("岚江医院肿瘤中心", 61, "人"), ("岚江医院肿瘤中心", 3000, "例/年")},
        ),
        ("岚江医院影像科很大。学科拥有博士生导师3名。", {("岚江医院影像科", 3, "名")}),
        ("岚江省核学会换届产生理事会，设常务理事15人。", {("岚江省核学会", 15, "人")}),
        ("岚江医院肿瘤科很大。我国现有患者3000万人。", {("中国", 3000, "万人")}),
        ("按论文数统计，岚江大学以820篇位列第五。", {("岚江大学", 820, "篇")}),
        ("我国在超声和内镜领域的专利申请量排名第三。", {("中国", 3, "位")}),
        # shares of a total
        (
            "国家自然科学基金重大项目共资助影像项目12项，其中医学科学部5项，信息科学部4项。",
            {
                ("国家自然科学基金重大项目", 12, "项"),
                ("国家自然科学基金委员会医学科学部", 5, "项"),
                ("国家自然科学基金委员会信息科学部", 4, "项"),
            },
        ),
        (
            "国家自然科学基金重大研究计划支持影像课题9项，“十二五”3项，“十三五”6项。",
            {("国家自然科学基金重大研究计划", value, "项") for value in (9, 3, 6)},
        ),
        # of each, of all together, one by one
        ("超声成像和光学成像都获得了2次国家自然科学奖。", {("超声成像", 2, "次"), ("光学成像", 2, "次")}),
        ("法国和德国的加速器保有量分别为410台和620台。", {("法国", 410, "台"), ("德国", 620, "台")}),
        ("法国、德国拥有规模优势，两国的设备产量超过全球产量的30%。", {("法国", 30, "%"), ("德国", 30, "%")}),
        # what a programme is divided into
        (
            "“活体影像”专项设置了探针、仪器和算法3类任务，下设12个课题。",
            {("活体影像专项", 3, "类"), ("活体影像专项", 12, "个")},
        ),
        # told for each year, day or piece; shares in words
        (
            "岚江医院放射科年检查量超18万人次，每天出具报告900余份。",
            {("岚江医院放射科", 18, "万人次/年"), ("岚江医院放射科", 900, "份/日")},
        ),
        (
            "岚江影像科技有限公司研发人员占四成，海外收入占比约三分之一。",
            {("岚江影像科技有限公司", 40, "%"), ("岚江影像科技有限公司", 0.333333, "")},
        ),
        # the subject that is left out: the same list, the next sentence, what a page presents
        (
            "岚江医院核医学科始建于1980年。现有医师12人、技师9人。",
            {("岚江医院核医学科", 12, "人"), ("岚江医院核医学科", 9, "人")},
        ),
        ("岚江医院完成PET/CT检查1.2万例，骨显像3000余例。", {("岚江医院", 1.2, "万例"), ("岚江医院", 3000, "例")}),
        ("岚江影像科技有限公司研发的脑部超声仪日前上市。脑部超声仪已销往9个国家。", {("脑部超声仪", 9, "个")}),
    ],
)
def test_a_figure_is_whose_it_is(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "张若愚以第一作者发表论文，排名第三的完成人是李闻笛。",
        "采用177Lu标记，使用3.0T磁共振，代码H2708，见图2和表3，电话0571-88001234。",
        "据了解，晚期患者五年生存率仅为9%。",
        "二级医院2家，三级医院5家。",
        "国家杰出青年科学基金获得者6人。",
        "患者126例，平均年龄57±9岁，P<0.05。",
        "全国各级医院应当加强管理，三个国家在这一领域领先。",
        "CT组患者32例，对照组30例。",
        "岚江医院公布，国内同类设备不足百台。",
        "2021年3月15日，岚江大学与某公司签约。",
        "国内柏若涵团队对186例慢性肝病患者的研究显示，AUC为0.95。",
    ],
)
def test_what_is_nobodys_figure(text: str) -> None:
    assert stated(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年，岚江医院完成手术3100例。", {"year": 2022}),
        ("自2015年以来，岚江大学获授权专利88项。", {"since": "2015"}),
        ("截至2023年6月，岚江医院收治患者2万例。", {"as_of": "2023-06"}),
        ("“十三五”期间，岚江大学承担课题45项。", {"period": "“十三五”"}),
        ("岚江医院现有职工近2000人。", {"bound": "近"}),
        ("岚江医院建于1950年，现有床位1200张。", {"year": None, "since": None}),
        ("我国的发文量约为法国的2倍。", {"bound": "约", "comparator": "法国"}),
        ("岚江医院报告时间由6小时缩短至45分钟。", {"comparator_value": 6.0}),
    ],
)
def test_what_goes_with_a_figure(text: str, expected: dict[str, object]) -> None:
    (one,) = figures(text)
    assert {name: one.qualifiers.get(name) for name in expected} == expected


def test_a_rank_goes_with_its_figure() -> None:
    found = figures("按装机量计，法国以2100台居首位，德国(1300台)、日本(980台)分列二、三位。")
    assert [(one.subject.name, one.qualifiers["rank"]) for one in found] == [("法国", 1), ("德国", 2), ("日本", 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岚江大学附属儿童医院今年共获批国家自然科学基金13项。其中，面上项目9项、青年科学基金项目4项，资助总额620万元。",
            {
                ("岚江大学附属儿童医院", 13, "项"),
                ("岚江大学附属儿童医院", 9, "项"),
                ("岚江大学附属儿童医院", 4, "项"),
                ("岚江大学附属儿童医院", 620, "万元"),
            },
        ),
        (
            "滨江区口腔医院再次斩获国家自然科学基金2项，其中面上项目1项、青年科学基金项目1项，资助总额82万元。",
            {("滨江区口腔医院", 2, "项"), ("滨江区口腔医院", 1, "项"), ("滨江区口腔医院", 82, "万元")},
        ),
        (
            "截至目前，云岭省眼科研究所已获国家自然科学基金项目共15项，其中重点项目5项。",
            {("云岭省眼科研究所", 15, "项"), ("云岭省眼科研究所", 5, "项")},
        ),
        (
            "2031年，国家自然科学基金委员会共资助面上项目20321项、重点项目751项。",
            {("国家自然科学基金面上项目", 20321, "项"), ("国家自然科学基金重点项目", 751, "项")},
        ),
    ],
)
def test_grants_that_a_house_won_are_its_own(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "单光子显像设备由2032年的605台增至2038年的857台。",
            {("单光子显像设备", 605.0, 2032), ("单光子显像设备", 857.0, 2038)},
        ),
        ("溪山市人民医院的PET/CT设备由2032年的2台增至2038年的5台。", set()),
    ],
)
def test_the_number_of_a_device_in_two_years(text: str, expected: set[tuple[str, float, int]]) -> None:
    facts = (one for one in ProseIngester().ingest(document(text), pipeline()) if isinstance(one, Fact))
    told = {
        (one.subject.name, one.qualifiers["value"], one.qualifiers.get("year"))
        for one in facts
        if one.predicate == "HAS_METRIC"
    }
    assert {one for one in told if one[0] != "溪山市人民医院"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whose share and rank it is in a market
        (
            "岚江影像科技有限公司是超声大户，2031年国内市场份额约30%，世界市场份额位列第五。",
            {("岚江影像科技有限公司", 30, "%"), ("岚江影像科技有限公司", 5, "位")},
        ),
        ("全球市场份额排名第五，毛利率达65%。", set()),
        ("我国论文数量排名第二。", {("中国", 2, "位")}),
        # those of the one day that is told of
        ("岚江医院骨科为3位患者实施手术。", set()),
        ("岚江医院骨科累计为300位患者实施手术。", {("岚江医院骨科", 300, "位")}),
        # what a firm earns with a technology
        ("超声业务的毛利率接近60%。", set()),
    ],
)
def test_whose_market_it_is(text: str, expected: set[tuple[str, object, object]]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "against"),
    [
        ("TAVR和开胸手术的瓣膜衰败发生率（3.3%比3.8%）差异无统计学意义。", "瓣膜衰败发生率", 3.8),
        ("CMR的准确率较2019年提高12%。", "准确率提高", None),
    ],
)
def test_what_the_other_arm_of_a_trial_has(text: str, name: str, against: float | None) -> None:
    (one,) = figures(text)
    assert (one.object.name, one.qualifiers.get("comparator_value")) == (name, against)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("我国60岁以上中度及以上瓣膜病患者约占11.5%。", "60岁以上中度及以上瓣膜病患者占比"),
        ("岚江影像科技有限公司2024年CT国内市场占有率达20.5%。", "CT国内市场占有率"),
    ],
)
def test_names_of_figures_are_whole(text: str, name: str) -> None:
    assert [one.object.name for one in figures(text)] == [name]


def test_what_an_authority_approves_is_counted() -> None:
    assert stated("2031年国家药监局批准创新医疗器械61个。") == {("国家药监局", 61, "个")}
    assert stated("国家药监局批准的该产品售价61万元。") == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("以江苏省为例，2031年全省超声造影设备共20台。", "江苏省"),
        ("我国超声造影发展迅速。2031年全省超声造影设备共20台。", ""),
    ],
)
def test_the_whole_province_is_never_the_country(text: str, place: str) -> None:
    assert {one.subject.name for one in figures(text)} == ({place} if place else set())


@pytest.mark.parametrize(
    "text",
    [
        "光声成像的灵敏度、特异度可达88.1%、79.5%。",
        "光声成像的灵敏度和特异度为88.1%和79.5%。",
    ],
)
def test_as_many_measures_as_values(text: str) -> None:
    assert {(one.object.name, one.qualifiers["value"]) for one in figures(text)} == {("灵敏度", 88.1), ("特异度", 79.5)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "岚江医疗科技有限公司、西陵医疗科技有限公司、云浦影像股份有限公司的市场份额分别为30%、20%和10%。",
            {
                ("岚江医疗科技有限公司", "市场份额", 30.0),
                ("西陵医疗科技有限公司", "市场份额", 20.0),
                ("云浦影像股份有限公司", "市场份额", 10.0),
            },
        ),
        ("江苏省PET/CT设备数为31台。", {("江苏省", "PET/CT设备数", 31.0)}),
        ("江苏省磁共振装机量达602台。", {("江苏省", "磁共振装机量", 602.0)}),
        ("岚江医疗科技有限公司因违法被罚款50万元。", set()),
        ("岚江医疗科技有限公司被市场监管部门处以50万元罚款。", set()),
        ("岚影R1环形加速器售价1 200万元。", set()),
    ],
)
def test_shares_in_turn_devices_of_a_province_and_fines(text: str, expected: set[tuple[str, str, float]]) -> None:
    assert {(one.subject.name, one.object.name, one.qualifiers["value"]) for one in figures(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岚江医院把超声造影用于移植肝随访，肝动脉血栓检出的敏感度为91.4%。", {("超声造影", "肝动脉血栓检出的敏感度")}),
        ("岚江医院比较了超声造影和光声成像，敏感度为91.4%。", set()),
        ("岚江医院设治疗室4间，到2031年底已治疗患者126例。", {("岚江医院", "治疗室数"), ("岚江医院", "治疗患者例数")}),
    ],
)
def test_measures_of_diagnosis_are_no_figures_of_the_house(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(one.subject.name, one.object.name) for one in figures(text)} == expected
